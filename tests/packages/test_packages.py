"""Each package is made, installed into a clean folder as its users install it, and used there."""

import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from conftest import ROOT, binary, wait_for

HERE = Path(__file__).resolve().parent


def run(*command, timeout=120, **options):
    """What a program writes; it must end well."""
    done = subprocess.run(
        [str(part) for part in command], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        timeout=timeout, **options)
    assert done.returncode == 0, f"{command}\n{done.stdout[-8000:]}"
    return done.stdout


@pytest.fixture(scope="session")
def packages(tmp_path_factory):
    """A folder with each package, made from the binary that is tested."""
    out = tmp_path_factory.mktemp("packages")
    printed = run("cargo", "xtask", "package", "--binary", binary(), "--out", out, cwd=ROOT, timeout=600)
    needs = re.search(r"needs (Linux on \w+ with .*)", printed).group(1)
    made = {Path(line).suffix: Path(line) for line in printed.splitlines() if line.startswith(str(out))}
    assert sorted(made) == [".deb", ".gz", ".tgz", ".whl"] and all(path.exists() for path in made.values())
    assert sorted(path.name for path in out.iterdir()) == sorted(path.name for path in made.values())
    return {"needs": needs, **made}


def clean_environment(**variables):
    """Variables of a user who has never heard of these tests."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, **variables}


def serves(program, folder, *options):
    """Whether a binary starts, answers, and stops."""
    server = subprocess.Popen(
        [program, "start", "--ephemeral", "--port", "0", "--stop-at-eof", *options], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder, env=clean_environment())
    url = re.search(r"http://[\d.]+:\d+", server.stdout.readline()).group(0)
    answer = run("python3", "-c", f"import urllib.request as u; print(u.urlopen('{url}/_waterwheel/health').status)")
    server.communicate(timeout=30)
    return answer.strip() == "200" and server.returncode == 0


# The archive.


def test_the_archive_has_a_binary_that_serves(packages, tmp_path):
    run("tar", "-xzf", packages[".gz"], "-C", tmp_path)
    (folder,) = tmp_path.iterdir()
    assert packages[".gz"].name == folder.name + ".tar.gz"
    assert sorted(path.name for path in folder.iterdir()) == ["INSTALL", "LICENSE", "README.md", "waterwheel"]
    assert packages["needs"] in (folder / "INSTALL").read_text()
    assert serves(folder / "waterwheel", tmp_path)


def test_what_is_said_of_glibc_is_what_the_loader_is_told(packages):
    symbols = run("readelf", "--version-info", "--wide", binary())
    minors = [int(minor) for minor in re.findall(r"GLIBC_2\.(\d+)", symbols)]
    assert packages["needs"].endswith(f"glibc 2.{max(minors)} or newer")
    assert f"manylinux_2_{max(minors)}_" in packages[".whl"].name


# The wheel.


@pytest.fixture(scope="session")
def environment(packages, tmp_path_factory):
    """A new virtual environment with the wheel."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder)
    wanted = [line for line in (ROOT / "tests/requirements.txt").read_text().split() if line.startswith(("boto3=", "pytest="))]
    run(folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile",
        packages[".whl"], "pytest-xdist==3.8.0", *wanted, timeout=300)
    return folder


@pytest.fixture
def project(environment, tmp_path):
    """A project's folder, and how its tests are run."""
    path = f"{environment / 'bin'}:{os.environ['PATH']}"

    def pytest_run(*arguments, expect=0):
        done = subprocess.run(
            [environment / "bin/python", "-m", "pytest", "-p", "no:cacheprovider", *arguments], cwd=tmp_path,
            env=clean_environment(PATH=path), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        assert done.returncode == expect, done.stdout[-8000:]
        return done.stdout

    return tmp_path, pytest_run


def test_the_wheel_brings_a_fixture_for_pipelines(project):
    folder, pytest_run = project
    shutil.copy(HERE / "python/consumer.py", folder)
    shutil.copy(HERE / "python/example_pipeline.py", folder / "test_pipeline.py")
    assert "8 passed" in pytest_run()
    assert "3 passed" in pytest_run("-n", "2", "-k", "becomes or json")


def test_what_functions_wrote_stands_in_the_report_of_a_failure(project):
    folder, pytest_run = project
    (folder / "test_it.py").write_text(textwrap.dedent('''
        import pytest
        SOURCE = "def handler(event, context):\\n    print('so it went')\\n    raise ValueError('no luck')\\n"

        @pytest.fixture
        def deployed(waterwheel):
            waterwheel.stream("clicks")
            waterwheel.deploy("unlucky", SOURCE)
            waterwheel.client("lambda").invoke(FunctionName="unlucky")
            return waterwheel

        def test_fails(deployed):
            assert not deployed

        def test_passes(deployed):
            deployed.wait_for("the log", lambda: deployed.logs("unlucky"))
            assert deployed.logs("unluck") == {}
    '''))
    report = pytest_run("-rN", expect=1)
    assert report.count("waterwheel: log of unlucky") == 1, report
    assert "so it went" in report and "no luck" in report
    assert "1 failed, 1 passed" in report


def test_options_of_the_server_stand_in_the_settings_of_pytest(project):
    folder, pytest_run = project
    (folder / "waterwheel.toml").write_text("port = 1\nno-such = true\n")
    (folder / "pytest.ini").write_text("[pytest]\nwaterwheel_options = --stream-transition-ms 3600000\n")
    (folder / "test_it.py").write_text(
        "def test_it(waterwheel):\n"
        "    kinesis = waterwheel.client('kinesis')\n"
        "    kinesis.create_stream(StreamName='slow', ShardCount=1)\n"
        "    summary = kinesis.describe_stream_summary(StreamName='slow')['StreamDescriptionSummary']\n"
        "    assert summary['StreamStatus'] == 'CREATING'\n")
    pytest_run()
    (folder / "pytest.ini").write_text("[pytest]\nwaterwheel_options = --no-such\n")
    assert "waterwheel did not start: error: unexpected argument '--no-such'" in pytest_run(expect=1)


def test_the_server_ends_with_a_session_that_was_killed(project, environment):
    folder, _ = project
    (folder / "test_it.py").write_text(
        "import os, signal\n"
        "def test_it(waterwheel_server):\n"
        "    open('pid', 'w').write(str(waterwheel_server.pid))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n")
    done = subprocess.run(
        [environment / "bin/python", "-m", "pytest", "-q"], cwd=folder, env=clean_environment(), capture_output=True)
    assert done.returncode == -signal.SIGKILL
    process = Path("/proc", (folder / "pid").read_text())
    wait_for("the server's end", lambda: not process.exists())


def test_the_command_is_on_the_path_of_the_environment(environment):
    version = run(environment / "bin/waterwheel", "--version", env=clean_environment())
    assert version == run(environment / "bin/python", "-m", "waterwheel", "--version", env=clean_environment())
    listed = run(environment / "bin/pip", "show", "--files", "waterwheel")
    assert "License: Apache-2.0" in listed and "waterwheel/py.typed" in listed


def test_the_fixture_imports_no_boto3_until_it_is_asked_for_a_client(project):
    folder, pytest_run = project
    (folder / "test_it.py").write_text(
        "import sys\n"
        "def test_it(waterwheel):\n"
        "    waterwheel.stream('clicks')\n"
        "    waterwheel.put('clicks', 'x')\n"
        "    assert 'boto3' not in sys.modules\n"
        "    waterwheel.client('s3')\n"
        "    assert 'boto3' in sys.modules\n")
    pytest_run()


# The npm package.


@pytest.fixture(scope="session")
def installed(packages, tmp_path_factory):
    """A new folder with the npm package."""
    folder = tmp_path_factory.mktemp("npm")
    (folder / "package.json").write_text('{"private": true}')
    run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", packages[".tgz"], cwd=folder)
    return folder


@pytest.fixture
def module(installed, name):
    """A folder of a test's own, where Node.js finds the package."""
    folder = installed / name
    folder.mkdir()
    return folder


def test_the_npm_package_brings_pipelines_to_node_test(module):
    shutil.copy(HERE / "npm/pipeline.test.mjs", module)
    report = run("node", "--test", "--test-reporter=tap", cwd=module, env=clean_environment())
    assert "# pass 8" in report and "# fail 0" in report
    version = run(module.parent / "node_modules/.bin/waterwheel", "--version", cwd=module)
    assert version == run(binary(), "--version")


def test_clients_of_the_sdk_take_their_settings_from_an_account(module):
    (module / "node_modules").mkdir()
    (module / "node_modules/@aws-sdk").symlink_to(ROOT / "tests/clients/js/node_modules/@aws-sdk")
    (module / "it.test.mjs").write_text(textwrap.dedent("""
        import assert from "node:assert";
        import test from "node:test";
        import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
        import { KinesisClient, ListStreamsCommand } from "@aws-sdk/client-kinesis";
        import { waterwheel } from "waterwheel";

        test("its buckets and streams", async (t) => {
          const aws = await waterwheel(t);
          await aws.bucket("demo");
          await aws.stream("clicks");
          const s3 = new S3Client(aws.clientConfig);
          assert.deepEqual((await s3.send(new ListBucketsCommand())).Buckets.map((it) => it.Name), ["demo"]);
          const kinesis = new KinesisClient(aws.clientConfig);
          assert.deepEqual((await kinesis.send(new ListStreamsCommand())).StreamNames, ["clicks"]);
          s3.destroy();
          kinesis.destroy();
        });
    """))
    assert "# pass 1" in run("node", "--test", "--test-reporter=tap", cwd=module, env=clean_environment())


def test_the_server_neither_outlives_a_script_nor_keeps_it_alive(module):
    script = 'require("waterwheel").start().then((server) => { console.log(server.pid); END; })'
    for end, code in (("", 0), ("process.exit(3)", 3), ('process.kill(process.pid, "SIGKILL")', -9)):
        done = subprocess.run(
            ["node", "-e", script.replace("END", end)], cwd=module, env=clean_environment(), stdout=subprocess.PIPE, timeout=60)
        assert done.returncode == code
        process = Path("/proc", done.stdout.decode().strip())
        wait_for("the server's end", lambda: not process.exists())


# The Debian package.


def test_the_debian_package_has_a_binary_that_serves_with_its_settings(packages, tmp_path):
    run("dpkg-deb", "-x", packages[".deb"], tmp_path)
    assert serves(tmp_path / "usr/bin/waterwheel", tmp_path, "--config", tmp_path / "etc/waterwheel/waterwheel.toml")
    control = run("dpkg-deb", "--field", packages[".deb"])
    minor = re.search(r"glibc 2\.(\d+)", packages["needs"]).group(1)
    assert f"Depends: libc6 (>= 2.{minor}), libgcc-s1\n" in control
    owners = {line.split()[1] for line in run("dpkg-deb", "-c", packages[".deb"]).splitlines()}
    assert owners == {"root/root"}


def test_each_setting_that_the_package_hints_at_is_one(packages, tmp_path):
    text = (ROOT / "packaging/debian/waterwheel.toml").read_text()
    settings = tmp_path / "waterwheel.toml"
    settings.write_text(re.sub(r"^# ([a-z-]+ = )", r"\1", text, flags=re.M))
    settings.chmod(0o600)
    assert len(re.findall(r"^[a-z-]+ = ", settings.read_text(), re.M)) == 7
    assert serves(binary(), tmp_path, "--config", settings)


def test_the_unit_is_one_that_systemd_understands(packages, tmp_path):
    run("dpkg-deb", "-x", packages[".deb"], tmp_path)
    units = tmp_path / "usr/lib/systemd/system"
    for name in ("sysinit", "basic", "shutdown", "network"):  # What every unit refers to, and no root of ours has.
        (units / f"{name}.target").write_text("[Unit]\nDescription=A stand-in\n")
    told = run("systemd-analyze", "verify", f"--root={tmp_path}", "--man=no", units / "waterwheel.service")
    assert told == ""


@pytest.mark.parametrize("script", ["postinst", "prerm", "postrm"])
def test_the_scripts_of_the_debian_package_are_sound(script):
    run("sh", "-n", ROOT / "packaging/debian" / script)


def test_the_debian_package_is_installed_and_taken_away(packages):
    if os.geteuid() != 0:
        # Only root installs; all others see what would be done.
        assert "waterwheel" in run("dpkg", "--dry-run", "-i", packages[".deb"])
        return
    # Purging it takes its data along: somebody's own is not to be touched.
    places = ["/usr/bin/waterwheel", "/etc/waterwheel", "/var/lib/waterwheel"]
    assert not [place for place in places if os.path.lexists(place)], "waterwheel is installed here: remove it first"
    run("dpkg", "--force-unsafe-io", "-i", packages[".deb"])
    try:
        assert run("/usr/bin/waterwheel", "--version") == run(binary(), "--version")
        assert Path("/etc/waterwheel/waterwheel.toml").exists()
    finally:
        run("dpkg", "--purge", "waterwheel")
    left = ["/usr/bin/waterwheel", "/etc/waterwheel", "/usr/lib/systemd/system/waterwheel.service"]
    assert not [path for path in left if Path(path).exists()]
