"""What goes wrong, and the words that users get."""

import io
import os
import re
import socket
import stat
import subprocess
import time
import urllib.error
import urllib.request
import zipfile

import pytest
from botocore.exceptions import ClientError
from conftest import Server, binary, make_function, make_role, make_stream, wait_for, zipped


def refusal(call, **arguments):
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    return caught.value.response["Error"]


def archive(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry, content in entries:
            target.writestr(entry, content)
    return out.getvalue()


def link(name, target):
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry, target


def test_packages_that_reach_out_or_swell_are_refused(shared, name):
    client = shared.client("lambda")
    handler = ("app.py", "def handler(event, context): return 1")
    bomb = archive(handler, ("zeros", b"\0" * (300 * 2**20)))
    for number, package in enumerate([
        archive(handler, link("out", "/etc/passwd")),
        archive(handler, link("out", "../../../etc")),
        archive(handler, ("/etc/absolute", "x")),
        bomb,
    ]):
        error = refusal(client.create_function, FunctionName=f"{name}-{number}", Runtime="python3.12",
                        Handler="app.handler", Role=make_role(shared), Code={"ZipFile": package})
        assert error["Code"] in ("InvalidParameterValueException", "RequestEntityTooLargeException"), error
    assert "262144000" in error["Message"], error


def test_a_handler_that_is_not_there_is_named(shared, name):
    client = shared.client("lambda")
    make_function(shared, name, "def other(event, context): pass")
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    answer = client.invoke(FunctionName=name)
    assert answer["FunctionError"] == "Unhandled"
    assert b"Handler 'handler' missing on module 'app'" in answer["Payload"].read()


def test_a_child_does_not_outlive_its_function(shared, name):
    client = shared.client("lambda")
    mark = f"3{int(time.time())}{os.getpid()}"
    make_function(shared, name, f"""
import subprocess
def handler(event, context):
    subprocess.Popen(["sleep", "{mark}"], start_new_session=True)
""")
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    client.invoke(FunctionName=name)
    running = lambda: subprocess.run(["pgrep", "-f", f"sleep {mark}"], capture_output=True).stdout
    client.delete_function(FunctionName=name)
    wait_for("the child to end", lambda: not running())


def test_a_flood_of_output_is_survived(shared, name):
    client = shared.client("lambda")
    make_function(shared, name, """
import os
def handler(event, context):
    line = b"x" * 1023 + b"\\n"
    for _ in range(200 * 1024):
        os.write(1, line)
    return "done"
""", Timeout=120)
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    before = memory(shared)
    assert client.invoke(FunctionName=name)["Payload"].read() == b'"done"'
    assert memory(shared) - before < 150, "MiB"


def memory(server):
    """The server's resident memory in MiB."""
    for line in open(f"/proc/{server.process.pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise AssertionError("the server has no memory")


def test_names_and_sizes_out_of_bounds(shared, name):
    kinesis = shared.client("kinesis")
    make_stream(shared, name)
    error = refusal(kinesis.create_stream, StreamName="n" * 200, ShardCount=1)
    assert error["Code"] == "ValidationException" and "less than or equal to 128" in error["Message"]
    big = b"x" * (2 * 2**20)
    error = refusal(kinesis.put_record, StreamName=name, PartitionKey="k", Data=big)
    assert error["Code"] == "ValidationException", error
    kinesis.create_stream(StreamName=f"{name}-big", ShardCount=1, MaxRecordSizeInKiB=10240)
    kinesis.get_waiter("stream_exists").wait(StreamName=f"{name}-big", WaiterConfig={"Delay": 1})
    put = kinesis.put_record(StreamName=f"{name}-big", PartitionKey="k", Data=big * 4)
    iterator = kinesis.get_shard_iterator(StreamName=f"{name}-big", ShardId=put["ShardId"],
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    assert kinesis.get_records(ShardIterator=iterator)["Records"][0]["Data"] == big * 4


def test_a_chunked_body_that_lies_is_refused(shared, name):
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    for body in [b"5;\r\nhello\r\n0;\r\n\r\n", b"zz\r\nhello\r\n0\r\n\r\n", b"ffffffffffffffffff\r\n", b"5\r\nhel"]:
        request = urllib.request.Request(
            f"{shared.url}/{name}/k", data=body, method="PUT",
            headers={"x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                     "x-amz-decoded-content-length": "6", "content-encoding": "aws-chunked"})
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(request)
        assert 400 <= caught.value.code < 500, body
    assert s3.list_objects_v2(Bucket=name)["KeyCount"] == 0


def test_thousands_of_idle_connections_are_in_nobodys_way(shared):
    idle = []
    try:
        for _ in range(3000):
            connection = socket.create_connection(("127.0.0.1", shared.port))
            connection.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\n")
            idle.append(connection)
        assert shared.client("kinesis").list_streams()["ResponseMetadata"]["HTTPStatusCode"] == 200
    finally:
        for connection in idle:
            connection.close()


def start(*options):
    return subprocess.run([binary(), "start", "--port", "0", *options], capture_output=True, text=True, timeout=30)


def test_a_data_directory_that_cannot_be_used_is_explained(tmp_path):
    a_file = tmp_path / "file"
    a_file.write_text("x")
    server = Server(tmp_path)
    server.stop()
    version = tmp_path / "data/format"
    version.write_text(re.sub(r"\d+", "999", version.read_text()))
    for folder, word in [(a_file, "file"), (tmp_path / "data", "999")]:
        done = start("--data-dir", str(folder))
        assert done.returncode != 0
        assert word in done.stderr and len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_a_skewed_clock_is_told(tmp_path):
    options = ["--ephemeral", "--auth", "verify", "--access-key-id", "me", "--secret-access-key", "mine"]
    server = Server(tmp_path, options=options)
    try:
        import datetime
        from botocore.auth import SigV4Auth
        from botocore.awsrequest import AWSRequest
        from botocore.credentials import Credentials
        request = AWSRequest("GET", f"{server.url}/", headers={"Host": f"localhost:{server.port}"})
        signer = SigV4Auth(Credentials("me", "mine"), "s3", "us-east-1")
        old = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=20)
        request.context["timestamp"] = old.strftime("%Y%m%dT%H%M%SZ")
        request.headers["X-Amz-Date"] = request.context["timestamp"]
        request.headers["X-Amz-Content-SHA256"] = signer.payload(request)
        signer._inject_signature_to_request(
            request, signer.signature(signer.string_to_sign(request, signer.canonical_request(request)), request))
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(urllib.request.Request(request.url, headers=dict(request.headers.items())))
        assert caught.value.code == 403
        assert b"RequestTimeTooSkewed" in caught.value.read()
    finally:
        server.stop()
