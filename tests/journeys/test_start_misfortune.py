"""What keeps a server from starting, or from running functions: one sentence that says what to do."""

import json
import os
import re
import socket
import subprocess

import pytest
from conftest import Server, binary, make_function, make_stream, refused, wait_for, zipped


def start(*options, wrapper=(), **variables):
    return subprocess.run([*wrapper, binary(), "start", "--port", "0", *options], capture_output=True, text=True,
                          timeout=30, env={**os.environ, **variables})


def sentence(done):
    """What a failed start says: nothing but one line."""
    assert done.returncode == 1 and done.stdout == "", done
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith("waterwheel: "), done.stderr
    return lines[0].removeprefix("waterwheel: ")


@pytest.fixture
def kept(tmp_path):
    """A data directory that a server has used; its stream is `kept`."""
    server = Server(tmp_path)
    make_stream(server, "kept")
    server.client("kinesis").put_record(StreamName="kept", PartitionKey="k", Data=b"kept")
    server.stop()
    return tmp_path


def still_there(folder):
    server = Server(folder)
    try:
        kinesis = server.client("kinesis")
        iterator = kinesis.get_shard_iterator(StreamName="kept", ShardId="shardId-000000000000",
                                              ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        assert [r["Data"] for r in kinesis.get_records(ShardIterator=iterator)["Records"]] == [b"kept"]
    finally:
        server.stop()


def test_a_taken_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run([binary(), "start", "--ephemeral", "--port", str(port)], capture_output=True,
                              text=True, timeout=30)
    assert sentence(done) == f"127.0.0.1:{port} is taken: stop what listens there, or choose another --port"


def test_a_data_directory_that_is_a_file(tmp_path):
    (tmp_path / "file").write_text("x")
    assert str(tmp_path / "file") in sentence(start("--data-dir", str(tmp_path / "file")))
    assert (tmp_path / "file").read_text() == "x"


def test_a_data_directory_of_a_newer_version(kept):
    version = kept / "data/format"
    own = version.read_text()
    version.write_text(re.sub(r"\d+", "999", own))
    said = sentence(start("--data-dir", str(kept / "data")))
    assert "999" in said and str(kept / "data") in said
    version.write_text(own)
    still_there(kept)


def test_a_data_directory_in_use(kept):
    server = Server(kept)
    try:
        said = sentence(start("--data-dir", str(kept / "data")))
        assert said == f"the data directory {kept}/data is in use by another process"
        assert server.client("kinesis").list_streams()["StreamNames"] == ["kept"]
    finally:
        server.stop()
    still_there(kept)


def test_a_data_directory_that_is_read_only(kept):
    data = str(kept / "data")
    # Root writes where it has no permission, but not to a read-only mount.
    subprocess.run(["mount", "--bind", data, data], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", data], check=True)
        for folder in (data, data + "/new"):
            said = sentence(start("--data-dir", folder))
            assert folder in said and "Read-only file system" in said
        doctor = subprocess.run([binary(), "doctor", "--offline", "--data-dir", data], capture_output=True,
                                text=True, timeout=60)
        assert doctor.returncode == 1 and f"{data} cannot be written: Read-only file system" in doctor.stdout
        assert doctor.stderr == "waterwheel: data cannot be kept; use another --data-dir\n"
    finally:
        subprocess.run(["umount", data], check=True)
    still_there(kept)


READER = """
import base64
def handler(event, context):
    for record in event["Records"]:
        print("READ", base64.b64decode(record["kinesis"]["data"]).decode())
"""


def read(server):
    """What READER has told its log, in that order."""
    logs = server.client("logs")
    try:
        events = logs.filter_log_events(logGroupName="/aws/lambda/reader")["events"]
    except logs.exceptions.ResourceNotFoundException:
        return []
    return [event["message"].strip().removeprefix("READ ") for event in events if event["message"].startswith("READ ")]


def test_no_interpreter_and_then_one(tmp_path):
    programs = tmp_path / "bin"
    programs.mkdir()
    # Version managers keep theirs beside PATH.
    kept_aside = ["HOME", "PYENV_ROOT", "XDG_DATA_HOME", "UV_PYTHON_INSTALL_DIR"]
    nowhere = {"PATH": str(programs), **{variable: str(tmp_path / "nowhere") for variable in kept_aside}}
    doctor = subprocess.run([binary(), "doctor", "--offline"], capture_output=True, text=True, timeout=60,
                            env={**os.environ, **nowhere})
    assert re.search(r"– Python functions +there is no Python 3 on this machine: install it", doctor.stdout)
    assert re.search(r"– Node\.js functions +there is no Node\.js on this machine: install it", doctor.stdout)
    server = Server(tmp_path, options=["--offline"], variables=nowhere)
    try:
        client = server.client("lambda")
        make_function(server, "python", "def handler(event, context): return 'python'")
        make_function(server, "reader", READER)
        arn = make_stream(server, "waiting")
        client.create_event_source_mapping(FunctionName="reader", EventSourceArn=arn, StartingPosition="TRIM_HORIZON")
        for n in range(5):
            server.client("kinesis").put_record(StreamName="waiting", PartitionKey="k", Data=b"record %d" % n)
        make_function(server, "node", "exports.handler = async () => 'node'", runtime="nodejs20.x")
        for name, what in [("python", "Python 3"), ("node", "Node.js")]:
            client.get_waiter("function_active_v2").wait(FunctionName=name)
            assert refused(client.invoke, FunctionName=name) == (
                502, "InvalidRuntimeException",
                f"there is no {what} on this machine; once it is installed, the next invocation finds it")
            wait_for("the warning", lambda: f"WARN there is no {what} on this machine" in server.log())
        for name in ("python3", "node"):
            (programs / name).symlink_to(f"/usr/bin/{name}")
        for name in ("python", "node"):
            assert json.loads(client.invoke(FunctionName=name)["Payload"].read()) == name
        # The records have waited for it.
        wait_for("the records", lambda: len(read(server)) == 5)
        assert read(server) == [f"record {n}" for n in range(5)]
    finally:
        server.stop()


@pytest.mark.parametrize("runtime, code, words", [
    ("python9.9", "InvalidParameterValueException", "Value python9.9 at 'runtime' failed to satisfy constraint: "
                                                    "Member must satisfy enum value set: ["),
    ("java21", "InvalidParameterValueException", "The runtime parameter of java21 is not supported"),
    ("python2.7", "InvalidParameterValueException", "The runtime parameter of python2.7 is no longer supported"),
])
def test_an_unknown_runtime_is_refused(shared, name, runtime, code, words):
    client = shared.client("lambda")
    status, got, message = refused(
        client.create_function, FunctionName=name, Runtime=runtime, Handler="app.handler",
        Role="arn:aws:iam::000000000000:role/r", Code={"ZipFile": zipped(app__py="")})
    assert (status, got) == (400, code) and message.startswith(words)
    assert refused(client.get_function, FunctionName=name)[:2] == (404, "ResourceNotFoundException")
