"""`waterwheel init`: each project is made, its own test run, and its README followed."""

import contextlib
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Server, binary, wait_for


def init(folder, language):
    return subprocess.run([binary(), "init", str(folder), language], capture_output=True, text=True, timeout=60)


def environment(**more):
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "WATERWHEEL_"))}
    return {**kept, "WATERWHEEL": binary(), **more}


def run(command, cwd, **more):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=900, env=environment(**more))
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


def follow(page, server, project):
    """The README's commands as they stand, but for `start`, which the test has done."""
    commands = [line.strip() for line in re.findall(r"^    (waterwheel .*)$", page, re.M)]
    start, deploy, put, look = commands
    assert start == "waterwheel start"
    programs = project.parent / "bin"
    programs.mkdir()
    (programs / "waterwheel").symlink_to(binary())
    (programs / "aws").symlink_to(os.environ["AWS_CLI_1"])
    path = f"{programs}:{os.environ['PATH']}"
    shell = lambda command: run(shlex.split(command), project, PATH=path, WATERWHEEL_ENDPOINT_URL=server.url)
    # It would go on for ever.
    assert deploy.count(" --watch --logs") == 1
    shell(deploy.replace(" --watch --logs", ""))
    shell(put)
    listed = wait_for("the object", lambda: shell(look) if "record-" in shell(look) else None)
    assert "record-shardId-000000000000" in listed


@pytest.fixture
def place(tmp_path):
    server = Server(tmp_path)
    yield server, tmp_path / "My_clicks"
    server.stop()


def made(project, language):
    done = init(project, language)
    assert done.returncode == 0 and "README.md" in done.stdout, done.stderr
    again = init(project, language)
    assert again.returncode == 1 and "is there already" in again.stderr
    return (project / "README.md").read_text()


def test_python(place):
    server, project = place
    page = made(project, "--python")
    ran = run([sys.executable, "-m", "unittest"], project)
    assert "Ran 1 test" in ran and "OK" in ran
    follow(page, server, project)


def test_a_server_ends_with_the_test_that_started_it_however_that_ends(tmp_path):
    project = tmp_path / "clicks"
    made(project, "--python")
    # The server stays in the test while its function is deployed, which here never ends.
    pid = tmp_path / "pid"
    script = tmp_path / "waterwheel"
    script.write_text(f'''#!/bin/sh
if [ "$1" = start ]; then echo $$ > {pid}; exec {shlex.quote(binary())} "$@"; fi
exec sleep 600
''')
    script.chmod(0o755)
    test = subprocess.Popen(
        [sys.executable, "-m", "unittest"], cwd=project, env=environment(WATERWHEEL=str(script)),
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for("the server", lambda: pid.exists() and pid.read_text().strip())
        server = int(pid.read_text())
        test.kill()
        test.wait()
        wait_for("the server's end", lambda: not Path(f"/proc/{server}").exists())
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(test.pid, signal.SIGKILL)


def test_node(place):
    server, project = place
    page = made(project, "--node")
    run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"], project)
    ran = run(["npm", "test"], project)
    assert re.search(r"# pass 1\b|ℹ pass 1\b", ran), ran
    follow(page, server, project)


def test_rust(place):
    server, project = place
    page = made(project, "--rust")
    consumer = os.environ.get("RUST_CONSUMER")
    assert consumer, "RUST_CONSUMER is not set: run ./test"
    # Where the example was built the AWS SDK is compiled already.
    built = Path(consumer).parent.parent
    for command in ("build", "test"):
        ran = run(["cargo", command, "--release", "--locked", "--target-dir", str(built)], project)
    assert "1 passed" in ran, ran
    (project / "target").symlink_to(built)
    follow(page, server, project)


def test_a_language_is_to_be_said_and_a_name_to_be_good(tmp_path):
    done = subprocess.run([binary(), "init", str(tmp_path / "x")], capture_output=True, text=True)
    assert done.returncode == 2 and "--python" in done.stderr
    assert "is no name" in init(tmp_path / "1a", "--python").stderr
    assert not (tmp_path / "x").exists() and not (tmp_path / "1a").exists()
    shutil.rmtree(tmp_path)
