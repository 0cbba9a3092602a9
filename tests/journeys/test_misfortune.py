"""What goes wrong, and the words that users get."""

import base64
import datetime
import io
import json
import os
import re
import stat
import struct
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
import zlib

import pytest
from conftest import Server, make_function, make_role, make_stream, refused, wait_for


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


BAD_ZIP = "Could not unzip uploaded file. Please check your file, then try to upload again."
TOO_LARGE = "Unzipped size must be smaller than 262144000 bytes"
HANDLER = ("app.py", "def handler(event, context): return 1")


def bomb(gibibytes, told=1 << 30):
    """A small archive of so many files of one GiB of zeros each, put together from one small piece. It says
    of each that it has `told` bytes."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = squeezer.compress(bytes(64 << 20)) + squeezer.flush(zlib.Z_FULL_FLUSH)
    data = piece * 16 + squeezer.flush()
    body, index = b"", b""
    for number in range(gibibytes):
        name = b"zeros%d" % number
        facts = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(data), told, len(name), 0)
        index += b"PK\x01\x02" + struct.pack("<H", 20) + facts + bytes(10) + struct.pack("<I", len(body)) + name
        body += b"PK\x03\x04" + facts + name + data
    end = struct.pack("<HHHHIIH", 0, 0, gibibytes, gibibytes, len(index), len(body), 0)
    return body + index + b"PK\x05\x06" + end


@pytest.mark.parametrize("package, message", [
    (lambda: archive(HANDLER, ("../evil.py", "x")), BAD_ZIP),
    (lambda: archive(HANDLER, ("a/../../evil.py", "x")), BAD_ZIP),
    (lambda: archive(HANDLER, ("/etc/absolute", "x")), BAD_ZIP),
    (lambda: archive(HANDLER, link("out", "/etc/passwd")), BAD_ZIP),
    (lambda: archive(HANDLER, link("out", "../../../etc")), BAD_ZIP),
    (lambda: archive(HANDLER, link("out", ".."), ("out/evil.py", "x")), BAD_ZIP),
    (lambda: b"no archive", BAD_ZIP),
    (lambda: archive(HANDLER, ("zeros", bytes(300 << 20))), TOO_LARGE),
    (lambda: bomb(10), TOO_LARGE),
    (lambda: bomb(10, told=10), BAD_ZIP),
], ids=["dots", "inner dots", "absolute", "link out", "link up", "through a link", "no zip", "300 MB", "10 GB",
        "10 GB that lie"])
def test_a_package_that_reaches_out_or_swells_is_refused(shared, name, package, message):
    client = shared.client("lambda")
    package, refusal = package(), (400, "InvalidParameterValueException", message)
    shared.client("s3").create_bucket(Bucket=name)
    shared.client("s3").put_object(Bucket=name, Key="package", Body=package)
    before = forget_peak(shared)
    common = {"FunctionName": name, "Runtime": "python3.12", "Handler": "app.handler", "Role": make_role(shared)}
    stored = {"S3Bucket": name, "S3Key": "package"}
    for code in ({"ZipFile": package}, stored):
        assert refused(client.create_function, **common, Code=code) == refusal
        assert refused(client.get_function, FunctionName=name)[:2] == (404, "ResourceNotFoundException")
    make_function(shared, name, "def handler(event, context): return 'old'")
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    for code in ({"ZipFile": package}, stored):
        assert refused(client.update_function_code, FunctionName=name, **code) == refusal
    assert client.invoke(FunctionName=name)["Payload"].read() == b'"old"'
    assert peak_memory(shared) - before < 100, "MiB"


@pytest.mark.parametrize("code, handler, kind, message", [
    ("def other(event, context): pass", "app.handler", "Runtime.HandlerNotFound",
     "Handler 'handler' missing on module 'app'"),
    ("", "gone.handler", "Runtime.ImportModuleError", "Unable to import module 'gone': No module named 'gone'"),
    ("", "handler", "Runtime.MalformedHandlerName",
     "Bad handler 'handler': not enough values to unpack (expected 2, got 1)"),
])
def test_a_handler_that_is_not_there_is_named(shared, name, code, handler, kind, message):
    client = shared.client("lambda")
    make_function(shared, name, code, handler=handler)
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    answer = client.invoke(FunctionName=name)
    document = json.loads(answer["Payload"].read())
    assert (answer["StatusCode"], answer["FunctionError"]) == (200, "Unhandled")
    assert (document["errorType"], document["errorMessage"]) == (kind, message)


@pytest.mark.parametrize("code, kind, message", [
    ("raise ValueError('not today')", "ValueError", "not today"),
    ("import sys; sys.exit(3)", "Runtime.ExitError", "RequestId: {id} Error: Runtime exited with error: exit status 3"),
    ("import os; os._exit(0)", "Runtime.ExitError", "RequestId: {id} Error: Runtime exited without providing a reason"),
    ("import os; os.kill(os.getpid(), 15)", "Runtime.ExitError",
     "RequestId: {id} Error: Runtime exited with error: signal: terminated"),
    ("import os; os.abort()", "Runtime.ExitError", "RequestId: {id} Error: Runtime exited with error: signal: aborted"),
    ("import time; time.sleep(600)", "Sandbox.Timedout", "RequestId: {id} Error: Task timed out after 1.00 seconds"),
])
def test_a_handler_that_fails_is_told_as_aws_tells_it(shared, name, code, kind, message):
    client = shared.client("lambda")
    make_function(shared, name, f"def handler(event, context):\n    if event: return 'fine'\n    {code}\n", Timeout=1)
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    answer = client.invoke(FunctionName=name, Payload=b"0")
    document = json.loads(answer["Payload"].read())
    assert (answer["StatusCode"], answer["FunctionError"], document["errorType"]) == (200, "Unhandled", kind)
    assert document["errorMessage"] == message.format(id=answer["ResponseMetadata"]["RequestId"])
    assert client.invoke(FunctionName=name, Payload=b"1")["Payload"].read() == b'"fine"'


def test_a_child_does_not_outlive_its_function(shared, name):
    client = shared.client("lambda")
    mark = f"3{int(time.time())}{os.getpid()}"
    make_function(shared, name, f"""
import subprocess
def handler(event, context):
    subprocess.Popen(["sleep", "{mark}"], start_new_session=True)
""")
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    assert "FunctionError" not in client.invoke(FunctionName=name)
    running = lambda: subprocess.run(["pgrep", "-f", f"sleep {mark}"], capture_output=True, check=False).stdout
    wait_for("the child", running)
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
    before = forget_peak(shared)
    answer = client.invoke(FunctionName=name, LogType="Tail")
    assert answer["Payload"].read() == b'"done"'
    tail = base64.b64decode(answer["LogResult"])
    assert len(tail) <= 4096 and b"REPORT RequestId: " in tail and b"x" * 1023 in tail
    assert peak_memory(shared) - before < 150, "MiB"


def forget_peak(server):
    """Begins to look for the peak anew (clear_refs in proc(5)); gives what is resident now, in MiB."""
    with open(f"/proc/{server.process.pid}/clear_refs", "w") as file:
        file.write("5")
    return peak_memory(server)


def peak_memory(server):
    """The most memory that the server had resident since the peak was forgotten, in MiB."""
    for line in open(f"/proc/{server.process.pid}/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise AssertionError("the server has no memory")


def test_a_stream_name_of_200_characters(shared):
    kinesis = shared.client("kinesis")
    long = "n" * 200
    for call, more in [(kinesis.create_stream, {"ShardCount": 1}), (kinesis.put_record, {"PartitionKey": "k", "Data": b""}),
                       (kinesis.describe_stream_summary, {})]:
        assert refused(call, StreamName=long, **more) == (
            400, "ValidationException",
            f"1 validation error detected: Value '{long}' at 'streamName' failed to satisfy constraint: "
            "Member must have length less than or equal to 128")
    assert long not in kinesis.list_streams()["StreamNames"]


def contents(kinesis, stream):
    """The data of all records of a stream of one shard."""
    iterator = kinesis.get_shard_iterator(StreamName=stream, ShardId="shardId-000000000000",
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    found = []
    while True:
        answer = kinesis.get_records(ShardIterator=iterator)
        found += [record["Data"] for record in answer["Records"]]
        iterator = answer["NextShardIterator"]
        if not answer["Records"] and answer["MillisBehindLatest"] == 0:
            return found


def test_a_record_of_two_megabytes(shared, name):
    kinesis = shared.client("kinesis")
    make_stream(shared, name)
    big = os.urandom(2 << 20)
    status, code, message = refused(kinesis.put_record, StreamName=name, PartitionKey="k", Data=big)
    assert (status, code) == (400, "ValidationException")
    assert "at 'data' failed to satisfy constraint: Member must have length less than or equal to 1048576" in message
    # One too long refuses the whole call, and the others with it.
    records = [{"PartitionKey": "k", "Data": data} for data in (b"small", big)]
    status, code, message = refused(kinesis.put_records, StreamName=name, Records=records)
    assert (status, code) == (400, "ValidationException")
    assert "at 'records.2.member.data' failed to satisfy constraint: Member must have length less than or equal to 1048576" in message
    assert contents(kinesis, name) == []
    kinesis.create_stream(StreamName=f"{name}-big", ShardCount=1, MaxRecordSizeInKiB=10240)
    kinesis.get_waiter("stream_exists").wait(StreamName=f"{name}-big", WaiterConfig={"Delay": 1})
    kinesis.put_record(StreamName=f"{name}-big", PartitionKey="k", Data=big)
    # 10 MiB are its data and its key; one byte more is too much.
    most = os.urandom((10 << 20) - 1)
    kinesis.put_record(StreamName=f"{name}-big", PartitionKey="k", Data=most)
    status, code, message = refused(kinesis.put_record, StreamName=f"{name}-big", PartitionKey="kk", Data=most)
    assert (status, code) == (400, "ValidationException") and "10485760" in message, message
    assert contents(kinesis, f"{name}-big") == [big, most]
    # A stream that is there already can be told to take more.
    arn = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]
    status, code, message = refused(kinesis.update_max_record_size, StreamARN=arn, MaxRecordSizeInKiB=10241)
    assert (status, code) == (400, "ValidationException") and "less than or equal to 10240" in message, message
    kinesis.update_max_record_size(StreamARN=arn, MaxRecordSizeInKiB=2048)
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=big[:-1])
    assert contents(kinesis, name) == [big[:-1]]


def test_501_records(shared, name):
    kinesis = shared.client("kinesis")
    make_stream(shared, name)
    records = [{"PartitionKey": "k", "Data": b"%d" % n} for n in range(501)]
    status, code, message = refused(kinesis.put_records, StreamName=name, Records=records)
    assert (status, code) == (400, "ValidationException")
    assert message.startswith("1 validation error detected: Value '[")
    assert message.endswith("at 'records' failed to satisfy constraint: Member must have length less than or equal to 500")
    assert contents(kinesis, name) == []
    assert kinesis.put_records(StreamName=name, Records=records[:500])["FailedRecordCount"] == 0
    assert len(contents(kinesis, name)) == 500


@pytest.mark.parametrize("body", [
    b"5;\r\nhello\r\n0;\r\n\r\n", b"zz\r\nhello\r\n0\r\n\r\n", b"ffffffffffffffffff\r\n", b"5\r\nhel",
    b"20\r\nhello\r\n0\r\n\r\n",
])
def test_a_chunked_body_that_lies_is_refused(shared, name, body):
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="k", Body=b"before")
    request = urllib.request.Request(
        f"{shared.url}/{name}/k", data=body, method="PUT",
        headers={"Authorization": "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, "
                                  "SignedHeaders=host, Signature=" + "0" * 64, "x-amz-date": "20260101T000000Z",
                 "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                 "x-amz-decoded-content-length": "6", "content-encoding": "aws-chunked"})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    answer = caught.value.read().decode()
    assert caught.value.code == 400 and "<Code>IncompleteBody</Code>" in answer, answer
    assert s3.get_object(Bucket=name, Key="k")["Body"].read() == b"before"


@pytest.mark.parametrize("minutes", [-20, 20])
def test_a_skewed_clock_is_told(tmp_path, monkeypatch, minutes):
    import botocore.auth
    real = botocore.auth.get_current_datetime
    moved = lambda *args, **kwargs: real(*args, **kwargs) + datetime.timedelta(minutes=minutes)
    options = ["--ephemeral", "--auth", "verify", "--access-key-id", "me", "--secret-access-key", "mine"]
    server = Server(tmp_path, options=options)
    try:
        clients = {service: server.client(service, access_key="me", secret="mine")
                   for service in ("s3", "kinesis", "lambda", "sts")}
        calls = {"s3": clients["s3"].list_buckets, "kinesis": clients["kinesis"].list_streams,
                 "lambda": clients["lambda"].list_functions, "sts": clients["sts"].get_caller_identity}
        for call in calls.values():
            call()
        monkeypatch.setattr(botocore.auth, "get_current_datetime", moved)
        told = r"Signature (expired: \S+ is now earlier|not yet current: \S+ is still later) than \S+ \(\S+ [+-] 15 min\.\)"
        for service, call in calls.items():
            status, code, message = refused(call)
            if service == "s3":
                assert (status, code) == (403, "RequestTimeTooSkewed")
                assert message == "The difference between the request time and the current time is too large."
            else:
                name = "SignatureDoesNotMatch" if service == "sts" else "InvalidSignatureException"
                assert (status, code) == (400 if service == "kinesis" else 403, name)
                assert re.fullmatch(told, message) and ("expired" in message) == (minutes < 0), message
    finally:
        server.stop()
