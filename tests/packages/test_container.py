"""The image, built as it is handed out and run as its users run it: by Podman, with hooks, a volume and a published port."""

import io
import json
import os
import re
import subprocess
import tempfile
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import boto3
import pytest
from conftest import REGION, ROOT, TRUST, binary, wait_for

IMAGE = "localhost/waterwheel"
# Only root may do what is done here; ./test installs Debian packages in the same way.
AS_ROOT = [] if os.geteuid() == 0 else ["sudo"]
# What works without systemd too, on control groups of both versions at once (not so crun), and where nobody may open
# as many files as Podman asks for by default.
CONTAINERS = """
[containers]
default_ulimits = []
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
"""


def run(*command, timeout=120, stderr=subprocess.PIPE):
    """What a program writes; it must end well."""
    done = subprocess.run(
        [*AS_ROOT, *map(str, command)], text=True, stdout=subprocess.PIPE, stderr=stderr, timeout=timeout)
    assert done.returncode == 0, f"{command}\n{done.stdout[-8000:]}\n{(done.stderr or '')[-8000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def storage():
    """Where images and containers of these tests are, and no others. It is large: it does not outlive them."""
    folder = Path(tempfile.mkdtemp(prefix="waterwheel-image-", dir="/var/tmp"))
    settings = folder / "storage.conf"
    # Overlays are quick, and cannot lie on one another: within a container it is copies.
    driver = "vfs" if "overlay" in run("stat", "--file-system", "--format", "%T", folder) else "overlay"
    settings.write_text(f'[storage]\ndriver = "{driver}"\ngraphroot = "{folder}/root"\nrunroot = "{folder}/run"\n')
    (folder / "containers.conf").write_text(CONTAINERS)
    yield {"CONTAINERS_STORAGE_CONF": settings, "CONTAINERS_CONF": folder / "containers.conf", "TMPDIR": folder}
    subprocess.run([*AS_ROOT, "umount", folder / "root/overlay"], stderr=subprocess.DEVNULL)
    run("rm", "-rf", folder)


@pytest.fixture(scope="module")
def podman(storage):
    """Runs podman, which has the image."""
    settings = [f"{name}={value}" for name, value in storage.items()]

    def podman(*arguments, **options):
        return run("env", *settings, "podman", *arguments, **options)

    made_before = [f"ROOTFS={os.environ['IMAGE_ROOTFS']}"] if os.environ.get("IMAGE_ROOTFS") else []
    build = ROOT / "packaging/image/build.sh"
    run("env", *settings, *made_before, build, Path(binary()).resolve(), IMAGE, timeout=1200)
    yield podman
    podman("rm", "--all", "--force", "--volumes", "--time", "0")
    podman("rmi", "--all", "--force")


class Container:
    """A container of the image, with folders for hooks."""

    def __init__(self, podman, name, folder):
        self.podman, self.name, self.folder = podman, name, folder
        self.init = folder / "init"
        self.init.mkdir()

    def hook(self, stage, name, text):
        path = self.init / stage / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def start(self, *options):
        """Starts it on a free port of this machine. There may be no systemd that calls its health check."""
        self.podman(
            "run", "--detach", "--name", self.name, "--pull", "never", "--health-interval", "disable",
            "--publish", "127.0.0.1::4566", "--volume", f"{self.init}:/etc/localstack/init:ro", *options, IMAGE)
        self.url = "http://" + self.podman("port", self.name, "4566/tcp").strip()

    def log(self):
        return self.podman("logs", self.name, stderr=subprocess.STDOUT)

    def wait_for_line(self, pattern):
        def said_or_ended():
            found = re.search(pattern, self.log(), re.M)
            assert found or self.state()["Running"], self.log()
            return found
        return wait_for(pattern, said_or_ended)

    def state(self):
        (told,) = json.loads(self.podman("container", "inspect", self.name))
        return told["State"]

    def stop(self):
        """SIGTERM, the exit code, and no container any more."""
        self.podman("stop", "--time", "60", self.name)
        code, log = self.state()["ExitCode"], self.log()
        self.podman("rm", self.name)
        return code, log

    def client(self, service):
        return boto3.client(
            service, endpoint_url=self.url, region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test")

    def ask(self, path, method="GET"):
        """Status and body of what tools ask that were made for LocalStack."""
        try:
            with urllib.request.urlopen(urllib.request.Request(self.url + path, method=method), timeout=30) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)


@pytest.fixture
def container(podman, tmp_path):
    container = Container(podman, "of-a-test", tmp_path)
    yield container
    podman("rm", "--force", "--ignore", "--time", "0", container.name)


def test_the_image_says_how_it_is_run(podman):
    (image,) = json.loads(podman("image", "inspect", IMAGE))
    config = image["Config"]
    assert config["Entrypoint"] == ["/usr/local/bin/entrypoint"] and not config.get("Cmd")
    assert config["ExposedPorts"] == {"4566/tcp": {}}
    assert config["Volumes"] == {"/var/lib/localstack": {}}
    # Hooks install what they need, as in LocalStack's: root, and the signal that ends it is SIGTERM.
    assert config.get("User", "") == "" and config.get("StopSignal", "SIGTERM") in ("SIGTERM", "15")
    assert image["Healthcheck"]["Test"] == ["CMD", "/usr/local/bin/entrypoint", "--health"]
    assert "WATERWHEEL_OFFLINE=1" in config["Env"] and not [it for it in config["Env"] if it.startswith("AWS_")]
    assert image["Os"] == "linux"
    assert 200 << 20 < image["Size"] < 500 << 20, image["Size"]


def test_a_container_does_what_a_compose_file_made_for_localstack_expects(container):
    container.hook("ready.d", "10-stream.sh", "#!/bin/bash\nawslocal kinesis create-stream --stream-name clicks --shard-count 1\n")
    container.hook("ready.d", "20-bucket.py", "import boto3\nboto3.client('s3').create_bucket(Bucket='from-python')\nprint('all made')\n")
    container.start("--env", "SERVICES=kinesis,s3")
    container.wait_for_line("^all made$")
    log = container.log()
    assert re.search(r"^Ready\.$", log, re.M) and "10-stream.sh ended" not in log, log
    assert "SERVICES=kinesis,s3 means nothing" in log and "nothing is kept; PERSISTENCE=1" in log
    container.podman("healthcheck", "run", container.name)
    container.podman("exec", container.name, "curl", "-fsS", "http://localhost:4566/_localstack/health")

    status, health = container.ask("/_localstack/health")
    assert status == 200 and health["services"]["kinesis"] == "running"
    assert container.ask("/_localstack/info")[1]["version"] in run(binary(), "--version")
    done = lambda: container.ask("/_localstack/init/ready")[1]["completed"]
    wait_for("the hooks", done)
    scripts = container.ask("/_localstack/init/ready")[1]["scripts"]
    assert [(it["name"], it["state"]) for it in scripts] == [("10-stream.sh", "SUCCESSFUL"), ("20-bucket.py", "SUCCESSFUL")]
    status, refusal = container.ask("/_localstack/state/reset", "POST")
    assert status == 400 and "/_localstack/state/reset is not supported" in refusal["error"]

    assert [it["Name"] for it in container.client("s3").list_buckets()["Buckets"]] == ["from-python"]
    assert records(container, put=b"one") == [b"one"]


def records(container, put=None):
    """What is in the stream, after a record more."""
    kinesis = container.client("kinesis")
    kinesis.get_waiter("stream_exists").wait(StreamName="clicks", WaiterConfig={"Delay": 1})
    if put:
        kinesis.put_record(StreamName="clicks", Data=put, PartitionKey="k")
    (shard,) = kinesis.list_shards(StreamName="clicks")["Shards"]
    iterator = kinesis.get_shard_iterator(
        StreamName="clicks", ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    return [record["Data"] for record in kinesis.get_records(ShardIterator=iterator)["Records"]]


SOURCES = {
    "python3.12": "import boto3\ndef handler(event, context):\n    return boto3.client('sts').get_caller_identity()['Account']\n",
    "nodejs20.x": "exports.handler = async (event) => event.account\n",
}


def test_functions_run_on_what_the_image_has(container):
    container.start()
    container.wait_for_line(r"^Ready\.$")
    iam, functions = container.client("iam"), container.client("lambda")
    role = iam.create_role(RoleName="r", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
    for runtime, source in SOURCES.items():
        code = io.BytesIO()
        with zipfile.ZipFile(code, "w") as package:
            package.writestr("index.py" if runtime.startswith("python") else "index.js", source)
        name = runtime.split(".")[0]
        functions.create_function(
            FunctionName=name, Runtime=runtime, Role=role, Handler="index.handler", Code={"ZipFile": code.getvalue()}, Timeout=30)
        functions.get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig={"Delay": 1})
        answer = functions.invoke(FunctionName=name, Payload=json.dumps({"account": "000000000000"}))
        assert json.load(answer["Payload"]) == "000000000000", (runtime, container.log())


def test_data_is_kept_in_the_volume_and_sigterm_ends_it_cleanly(container):
    container.hook("shutdown.d", "a.sh", "#!/bin/sh\nawslocal kinesis list-streams --query StreamNames --output text\n")
    kept = ("--env", "PERSISTENCE=1", "--volume", "of-a-test:/var/lib/localstack")
    container.start(*kept)
    container.wait_for_line(r"^Ready\.$")
    container.client("kinesis").create_stream(StreamName="clicks", ShardCount=1)
    assert records(container, put=b"before") == [b"before"]
    code, log = container.stop()
    assert code == 0 and re.search("^clicks$", log, re.M), log

    container.start(*kept)
    container.wait_for_line(r"^Ready\.$")
    assert records(container, put=b"after") == [b"before", b"after"]
    assert container.stop()[0] == 0


def test_what_the_server_is_told_comes_through_and_its_failure_is_the_containers(container):
    container.start("--env", "WATERWHEEL_STREAM_TRANSITION_MS=soon")
    wait_for("the container's end", lambda: not container.state()["Running"])
    assert container.state()["ExitCode"] not in (0, None) and "soon" in container.log()
