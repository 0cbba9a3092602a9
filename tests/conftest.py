"""A server of the tests' own, started from the binary, and clients that talk to it."""

import contextlib
import io
import json
import os
import re
import select
import shutil
import signal
import stat
import subprocess
import threading
import time
import zipfile
from pathlib import Path

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

ROOT = Path(__file__).resolve().parent.parent
ACCOUNT = "000000000000"
REGION = "us-east-1"
# boto3's session makes one client at a time; what it made, threads may share.
MAKES_CLIENTS = threading.Lock()
TRUST = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Allow",
        "Principal": {"Service": "lambda.amazonaws.com"},
        "Action": "sts:AssumeRole",
    }],
})


def binary():
    """The release binary that ./test built."""
    path = os.environ.get("WATERWHEEL")
    if not path or not Path(path).exists():
        pytest.fail("WATERWHEEL does not name a built binary: run ./test")
    return path


# Where tests run side by side: what takes longest is begun first, lest one process be left with it at the end, and pages that
# want port 4566 come last, since those of the Kinesis Client Library have it from the beginning.
TURNS = {"test_terraform.py": -2, "test_kcl.py": -1, "test_mission.py": 1, "test_analytics.py": 2}


def pytest_collection_modifyitems(items):
    """All others stay in their order, and so do the tests of a file."""
    items.sort(key=lambda item: TURNS.get(item.path.name, 0))


class Server:
    """One server process on one data directory."""

    def __init__(self, data_dir, port=0, options=(), wrapper=(), variables=None):
        """The wrapper is a command that runs the server; variables are added to its own."""
        self.wrapper = list(wrapper)
        self.variables = variables or {}
        self.data_dir = Path(data_dir)
        self.port = port
        self.options = list(options)
        self.process = None
        self.start()

    def start(self):
        """Starts the process and waits for the line that says it is ready."""
        self.launch()
        ready, _, _ = select.select([self.process.stdout], [], [], 30)
        line = self.process.stdout.readline().decode() if ready else ""
        found = re.search(r"ready on (http://\S+:(\d+))", line)
        assert found, f"the server did not start: {line!r}\n{self.log()[-3000:]}"
        self.port = int(found.group(2))

    def start_and_kill(self, seconds):
        """SIGKILL so long after the start of a process, ready or not."""
        self.launch()
        select.select([], [], [], seconds)
        self.kill()

    def launch(self):
        """Starts the process."""
        command = [*self.wrapper, binary(), "start", "--port", str(self.port), *self.options]
        if not {"--ephemeral", "--cluster"} & set(self.options):
            command += ["--data-dir", str(self.data_dir / "data")]
        log = open(self.data_dir / "server.log", "ab")
        environment = {k: v for k, v in os.environ.items() if not k.startswith("WATERWHEEL_")}
        environment.update(self.variables)
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, cwd=self.data_dir, env=environment
        )
        log.close()

    @property
    def url(self):
        return f"http://localhost:{self.port}"

    def log(self):
        return (self.data_dir / "server.log").read_text(errors="replace")

    def kill(self):
        """SIGKILL, as a power cut would."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        """SIGTERM, and the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def restart(self):
        """SIGKILL and a new process on the same data and port."""
        self.kill()
        self.start()

    def client(self, service, access_key="test", **options):
        config = Config(retries={"total_max_attempts": 1}, read_timeout=60).merge(
            options.pop("config", Config())
        )
        with MAKES_CLIENTS:
            return boto3.client(
                service,
                endpoint_url=self.url,
                region_name=options.pop("region_name", REGION),
                aws_access_key_id=access_key,
                aws_secret_access_key=options.pop("secret", "test"),
                config=config,
                **options,
            )


@pytest.fixture
def server(tmp_path):
    """A server whose data survives a restart within the test."""
    server = Server(tmp_path)
    yield server
    server.stop()
    shutil.rmtree(tmp_path / "data", ignore_errors=True)


@contextlib.contextmanager
def mounted(folder, *arguments):
    """A server on a file system of its own, which mount's arguments name."""
    folder.mkdir()
    subprocess.run(["mount", *arguments, str(folder)], check=True)
    server = None
    try:
        server = Server(folder)
        yield server
    finally:
        if server:
            server.stop()
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """A server that tests share; each uses names of its own."""
    server = Server(tmp_path_factory.mktemp("shared"))
    yield server
    server.stop()


@pytest.fixture
def name(request):
    """A name that no other test uses."""
    text = re.sub(r"[^a-z0-9]+", "-", request.node.name.lower()).strip("-")
    return f"{text[-40:].strip('-')}-{os.urandom(3).hex()}"


def wait_for(what, condition, seconds=60, pause=0.02):
    """Looks until the condition gives something true, and gives that."""
    end = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        assert time.monotonic() < end, f"waited {seconds} s for {what}"
        select.select([], [], [], pause)


def refused(call, **arguments):
    """The error with which a call must fail: HTTP status, AWS's code, the message."""
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    answer = caught.value.response
    return answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"], answer["Error"]["Message"]


def zipped(**files):
    """A zip of files by name; a dot in a name is written as two underscores."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return out.getvalue()


def make_role(server, name="lambda-role"):
    """A role that Lambda may assume; gives its ARN."""
    iam = server.client("iam")
    try:
        return iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
    except iam.exceptions.EntityAlreadyExistsException:
        return iam.get_role(RoleName=name)["Role"]["Arn"]


def make_function(server, name, code, runtime="python3.12", handler="app.handler", **options):
    """Deploys a function from one source file."""
    files = {"app__py" if runtime.startswith("python") else "app__js": code}
    return server.client("lambda").create_function(
        FunctionName=name,
        Runtime=runtime,
        Handler=handler,
        Role=make_role(server),
        Code={"ZipFile": zipped(**files)},
        **options,
    )


def make_provided(server, name, bootstrap, **options):
    """Deploys a function on provided.al2023 from its executable."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("bootstrap")
        entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o755) << 16
        archive.writestr(entry, bootstrap, zipfile.ZIP_DEFLATED)
    return server.client("lambda").create_function(
        FunctionName=name, Runtime="provided.al2023", Handler="x", Role=make_role(server),
        Code={"ZipFile": out.getvalue()}, **options)


def make_stream(server, name, shards=1):
    """Creates a stream and waits until it is active; gives its ARN."""
    kinesis = server.client("kinesis")
    kinesis.create_stream(StreamName=name, ShardCount=shards)
    kinesis.get_waiter("stream_exists").wait(
        StreamName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 20}
    )
    return kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]


def make_on_demand(server, name):
    """Creates an on-demand stream and waits until it is active; gives its ARN."""
    kinesis = server.client("kinesis")
    kinesis.create_stream(StreamName=name, StreamModeDetails={"StreamMode": "ON_DEMAND"})

    def active():
        summary = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]
        return summary["StreamStatus"] == "ACTIVE" and summary["StreamARN"]

    return wait_for(f"the stream {name}", active)


def make_queue(server, name, stream, start="LATEST", **options):
    """Creates a queue of a Kinesis stream and waits until it is active; gives its ARN."""
    kinesis = server.client("kinesis")
    position = [{"StreamARN": stream, "StartingPosition": {"Type": start}}]
    made = kinesis.create_queue(QueueName=name, StreamConfigurationList=position, **options)
    arn = made["QueueDescription"]["QueueARN"]

    def active():
        return kinesis.describe_queue(QueueARN=arn)["QueueDescription"]["QueueStatus"] == "ACTIVE"

    wait_for(f"the queue {name}", active)
    return arn
