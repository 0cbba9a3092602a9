"""`--function-network closed`: functions reach this server, and nothing else on any network."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from conftest import Server, binary, make_function, make_provided, make_stream, wait_for
from test_sandbox import LACKING, PROBE

CLOSED = ["--function-network", "closed"]

# What a function finds when it looks around, given the server's port and another's.
LOOK = """
import boto3
def reach(family, kind, address):
    with socket.socket(family, kind) as s:
        s.settimeout(5)
        s.connect(address)
        if kind == socket.SOCK_DGRAM:
            s.send(b"x")
inet, tcp, udp = socket.AF_INET, socket.SOCK_STREAM, socket.SOCK_DGRAM
def resolved():
    return socket.getaddrinfo("example.com", 80)
result = {
    "devices": [line.split(":")[0].strip() for line in open("/proc/net/dev") if ":" in line],
    "server": attempt(reach, inet, tcp, ("127.0.0.1", event["server"])),
    "another on loopback": attempt(reach, inet, tcp, ("127.0.0.1", event["other"])),
    "the machine's address": attempt(reach, inet, tcp, (event["machine"], event["other"])),
    "the world": attempt(reach, inet, tcp, ("192.0.2.1", 80)),
    "the world by UDP": attempt(reach, inet, udp, ("192.0.2.1", 53)),
    "the world by IPv6": attempt(reach, socket.AF_INET6, tcp, ("2001:db8::1", 80)),
    "abstract": attempt(reach, socket.AF_UNIX, tcp, event["abstract"]),
    "own port": attempt(socket.create_server, ("127.0.0.1", event["other"])) and 1,
    "endpoint": os.environ["AWS_ENDPOINT_URL"],
}
try:
    resolved()
except socket.gaierror:
    result["names"] = "unknown"
s3 = boto3.client("s3")
s3.put_object(Bucket="bucket", Key="from-" + event["who"], Body=b"hello")
result["objects"] = s3.get_object(Bucket="bucket", Key="from-" + event["who"])["Body"].read().decode()
"""
UNREACHABLE = {"ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("closed"), options=CLOSED)
    server.client("s3").create_bucket(Bucket="bucket")
    yield server
    server.stop()


def invoke(server, name, event):
    answer = server.client("lambda").invoke(FunctionName=name, Payload=json.dumps(event))
    document = json.loads(answer["Payload"].read())
    assert "FunctionError" not in answer, document
    return document


def machine_address():
    """An address of this machine that is not loopback's, or one that nobody has."""
    words = subprocess.run(["hostname", "-I"], capture_output=True, text=True).stdout.split()
    return next((word for word in words if "." in word), "192.0.2.1")


def look_around(server, who):
    """What the function `who`, a PROBE, finds; and that a listener of the machine heard nothing."""
    host = f"\0waterwheel-test-{os.urandom(4).hex()}"
    with socket.socket(socket.AF_UNIX) as abstract, socket.create_server(("", 0)) as other:
        abstract.bind(host)
        abstract.listen()
        event = {"server": server.port, "other": other.getsockname()[1], "machine": machine_address(),
                 "abstract": host, "who": who, "code": LOOK}
        seen = invoke(server, who, event)
        other.setblocking(False)
        with pytest.raises(BlockingIOError):
            other.accept()
    return seen


def expect_closed(server, seen):
    for place in ["the machine's address", "the world", "the world by UDP", "the world by IPv6"]:
        assert seen.pop(place) in UNREACHABLE, place
    assert seen.pop("abstract") in ("ECONNREFUSED", "EPERM")
    assert seen == {
        "devices": ["lo"], "server": None, "another on loopback": "ECONNREFUSED", "own port": 1,
        "endpoint": f"http://127.0.0.1:{server.port}", "names": "unknown", "objects": "hello",
    }


def test_python_reaches_the_server_and_nothing_else(server):
    make_function(server, "python", PROBE, Timeout=30, MemorySize=512)
    expect_closed(server, look_around(server, "python"))
    assert server.client("s3").get_object(Bucket="bucket", Key="from-python")["Body"].read() == b"hello"


def test_one_environment_does_not_reach_another(server):
    """Each has 127.0.0.1 to itself: what one listens on, and its Runtime API, the other never sees."""
    for name in ("listener", "caller"):
        make_function(server, name, PROBE, Timeout=30, MemorySize=512)
    listening = "global kept\nkept = socket.create_server(('127.0.0.1', 7777))\nresult = os.environ['AWS_LAMBDA_RUNTIME_API']"
    assert invoke(server, "listener", {"code": listening}) == "127.0.0.1:9001"
    connect = "result = attempt(socket.create_connection, ('127.0.0.1', 7777), 5)"
    assert invoke(server, "caller", {"code": connect}) == "ECONNREFUSED"
    # Nor does the machine reach either.
    for port in (7777, 9001):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), 5)


NODE = """
const net = require("net"), os = require("os"), http = require("http");
const reach = (host, port) => new Promise((done) => {
  const socket = net.connect({ host, port, timeout: 5000 });
  socket.on("connect", () => { socket.destroy(); done("connected"); });
  socket.on("error", (error) => done(error.code));
});
exports.handler = async (event) => ({
  devices: Object.keys(os.networkInterfaces()),
  server: await reach("127.0.0.1", event.server),
  other: await reach("127.0.0.1", event.other),
  world: await reach("192.0.2.1", 80),
});
"""
PROVIDED = """#!/usr/bin/env python3
import errno, http.client, json, os, socket
def reach(host, port):
    try:
        socket.create_connection((host, port), 5).close()
        return "connected"
    except OSError as error:
        return errno.errorcode[error.errno]
def probe(event):
    return {
        "devices": [line.split(":")[0].strip() for line in open("/proc/net/dev") if ":" in line],
        "server": reach("127.0.0.1", event["server"]),
        "other": reach("127.0.0.1", event["other"]),
        "world": reach("192.0.2.1", 80),
    }
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    answer = api.getresponse()
    event = json.loads(answer.read())
    at = "/2018-06-01/runtime/invocation/" + answer.headers["Lambda-Runtime-Aws-Request-Id"]
    api.request("POST", at + "/response", json.dumps(probe(event)))
    api.getresponse().read()
"""


@pytest.mark.parametrize("runtime", ["nodejs20.x", "provided.al2023"])
def test_other_runtimes_reach_the_server_and_nothing_else(server, runtime):
    name = runtime.split(".")[0]
    if runtime == "nodejs20.x":
        make_function(server, name, NODE, runtime=runtime, Timeout=30, MemorySize=512)
    else:
        make_provided(server, name, PROVIDED, Timeout=30, MemorySize=512)
    with socket.create_server(("127.0.0.1", 0)) as other:
        for _ in range(2):
            seen = invoke(server, name, {"server": server.port, "other": other.getsockname()[1]})
            assert seen["devices"] in (["lo"], []) and seen["world"] in UNREACHABLE, seen
            assert (seen["server"], seen["other"]) == ("connected", "ECONNREFUSED")


def test_a_pipeline_runs_and_the_server_is_killed_and_goes_on(server):
    make_function(server, "copy", """
import base64, boto3
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        s3.put_object(Bucket="bucket", Key=base64.b64decode(record["kinesis"]["data"]).decode(), Body=b"x")
""", Timeout=30, MemorySize=512)
    arn = make_stream(server, "s")
    server.client("lambda").create_event_source_mapping(
        EventSourceArn=arn, FunctionName="copy", StartingPosition="TRIM_HORIZON")

    def stored(prefix):
        listed = server.client("s3").list_objects_v2(Bucket="bucket", Prefix=prefix).get("Contents", [])
        return len(listed) == 20

    for prefix in ("before", "after"):
        for n in range(20):
            server.client("kinesis").put_record(StreamName="s", PartitionKey="k", Data=f"{prefix}-{n}".encode())
        wait_for("the objects", lambda: stored(prefix))
        server.restart()


def test_who_is_not_root_closes_it_too(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("whoever runs this is not root, so the tests above say it")
    home = Path(tempfile.mkdtemp(dir="/var/tmp"))
    try:
        shutil.copy(binary(), home / "waterwheel")
        (home / "cache").mkdir()
        subprocess.run(["chown", "-R", "65534:65534", home], check=True)
        wrapper = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--",
                   "sh", "-c", f"shift; cd {home}; exec {home}/waterwheel \"$@\"", "sh"]
        variables = {"XDG_CACHE_HOME": str(home / "cache"), "TMPDIR": str(home), "PATH": "/usr/bin:/bin"}
        server = Server(tmp_path, options=["--ephemeral", *CLOSED], wrapper=wrapper, variables=variables)
        try:
            status = Path(f"/proc/{server.process.pid}/status").read_text()
            assert "Uid:\t65534" in status
            server.client("s3").create_bucket(Bucket="bucket")
            for name, options in {"python": {}, "node": {"runtime": "nodejs20.x"}}.items():
                make_function(server, name, NODE if options else PROBE, Timeout=60, MemorySize=512, **options)
            expect_closed(server, look_around(server, "python"))
            seen = invoke(server, "node", {"server": server.port, "other": 1})
            assert (seen["server"], seen["other"]) == ("connected", "ECONNREFUSED") and seen["world"] in UNREACHABLE
        finally:
            server.stop()
    finally:
        shutil.rmtree(home)


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the numbers are of x86-64")
def test_a_machine_that_cannot_close_it_refuses_to_start(tmp_path):
    wrapper = [sys.executable, "-c", LACKING, "272", str(0x40000000), "1"]
    told = subprocess.run([*wrapper, binary(), "start", "--port", "0", "--ephemeral", *CLOSED],
                          capture_output=True, text=True, timeout=60)
    assert told.returncode == 1 and "ready" not in told.stdout
    [line] = told.stderr.strip().splitlines()
    assert "does not permit to close the network to functions" in line and "--function-network open" in line


def test_another_word_is_refused(tmp_path):
    (tmp_path / "waterwheel.toml").write_text('function-network = "shut"\n')
    for options, variables in [(["--function-network", "shut"], {}), ([], {"WATERWHEEL_FUNCTION_NETWORK": "shut"}),
                               (["--config", str(tmp_path / "waterwheel.toml")], {})]:
        told = subprocess.run([binary(), "start", "--port", "0", "--ephemeral", *options], capture_output=True,
                              text=True, timeout=60, env=dict(os.environ, **variables))
        assert told.returncode != 0 and "shut" in told.stderr and "closed" in told.stderr, told.stderr
