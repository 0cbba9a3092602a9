"""What no well-behaved client sends, and what it gets."""

import json
import re
import resource
import socket
import urllib.request
from pathlib import Path

import pytest
from conftest import Server, make_function, make_stream, wait_for


def raw(server, data, half_close=False):
    """Sends bytes as they are and gives everything that comes back."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(data)
        if half_close:
            connection.shutdown(socket.SHUT_WR)
        answer = b""
        while True:
            piece = connection.recv(65536)
            if not piece:
                return answer
            answer += piece


def post(server, body, **headers):
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = "\r\n".join(["POST / HTTP/1.1", "Host: localhost", "Connection: close",
                        f"Content-Length: {len(body)}", *lines])
    answer = raw(server, head.encode() + b"\r\n\r\n" + body).decode()
    status = int(answer.split()[1])
    return status, answer.split("\r\n\r\n", 1)[1]


JSON = "application/x-amz-json-1.1"


@pytest.mark.parametrize("body, target, status, code", [
    (b"{", "Kinesis_20131202.ListStreams", 400, "SerializationException"),
    (b'{"Limit": "x"}', "Kinesis_20131202.ListStreams", 400, "SerializationException"),
    (b'{"StreamName": 7, "PartitionKey": "a", "Data": ""}', "Kinesis_20131202.PutRecord", 400, "SerializationException"),
    (b"\xff\xfe", "Kinesis_20131202.ListStreams", 400, "SerializationException"),
    (b"[" * 100_000, "Kinesis_20131202.ListStreams", 400, "SerializationException"),
    (b"{}", "Kinesis_20131202.Nonsense", 400, "UnknownOperationException"),
    (b"{}", "AWSGlue.GetTables", None, "glue"),
    (b"{}", "AmazonSQS.GetQueueUrl", 400, "MissingRequiredParameterException"),
    (b"{}", "Kinesis_20131202.CreateStream", 400, "ValidationException"),
])
def test_bad_json_requests(shared, body, target, status, code):
    got, text = post(shared, body, Content_Type=JSON, X_Amz_Target=target)
    assert status in (None, got), text
    assert got >= 400 and code.lower() in text.lower(), text


def xml_error(answer):
    """Status and code of an answer of S3."""
    text = answer.decode()
    code = re.search("<Code>(.*)</Code>", text)
    return int(text.split()[1]), code and code[1]


def test_an_oversized_body_gets_an_answer(shared):
    head = (f"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {JSON}\r\n"
            f"X-Amz-Target: Kinesis_20131202.PutRecords\r\nContent-Length: {10**10}\r\n\r\n")
    assert raw(shared, head.encode(), half_close=True).split()[1] in (b"400", b"413")


def test_a_header_of_a_megabyte_gets_an_answer(shared):
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: " + b"a" * 2**20 + b"\r\n\r\n"
    with socket.create_connection(("127.0.0.1", shared.port), timeout=30) as connection:
        try:
            connection.sendall(head)
        except (BrokenPipeError, ConnectionResetError):
            pass  # The server need not take all of it to know.
        assert connection.recv(65536).startswith(b"HTTP/1.1 431 Request Header Fields Too Large\r\n")
    assert urllib.request.urlopen(shared.url + "/_waterwheel/health").status == 200


def test_a_truncated_object_stores_nothing(shared, name):
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="k", Body=b"before")
    signed = ("X-Amz-Date: 20260101T000000Z\r\nX-Amz-Content-Sha256: UNSIGNED-PAYLOAD\r\n"
              "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, "
              f"SignedHeaders=host;x-amz-date, Signature={'1' * 64}\r\n")
    head = f"PUT /{name}/k HTTP/1.1\r\nHost: localhost\r\n{signed}Content-Length: 100\r\n\r\n".encode()
    assert xml_error(raw(shared, head + b"only this", half_close=True)) == (400, "IncompleteBody")
    assert s3.get_object(Bucket=name, Key="k")["Body"].read() == b"before"


@pytest.mark.parametrize("framing, body, code", [
    ("Content-Length: 1000", b'{"StreamName": "s", "PartitionKey": "k", "Da', "IncompleteBody"),
    ("Transfer-Encoding: chunked", b"20\r\nhello\r\n0\r\n\r\n", "IncompleteBody"),
    ("Transfer-Encoding: chunked", b"zz\r\nhello\r\n0\r\n\r\n", "IncompleteBody"),
    ("Transfer-Encoding: chunked", b"ffffffffffffffffffff\r\nhello", "IncompleteBody"),
    # Two lengths, of which the chunks count (RFC 9112, 6.3); what they hold is no JSON.
    ("Content-Length: 5\r\nTransfer-Encoding: chunked", b"5\r\nhello\r\n0\r\n\r\n", "SerializationException"),
])
def test_a_body_that_is_not_as_long_as_it_says(shared, name, framing, body, code):
    make_stream(shared, name)
    head = (f"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {JSON}\r\n"
            f"X-Amz-Target: Kinesis_20131202.PutRecord\r\n{framing}\r\n\r\n")
    answer = raw(shared, head.encode() + body, half_close=True)
    status, document = int(answer.split()[1]), json.loads(answer.split(b"\r\n\r\n")[1])
    assert (status, document["__type"]) == (400, code), answer
    kinesis = shared.client("kinesis")
    iterator = kinesis.get_shard_iterator(StreamName=name, ShardId="shardId-000000000000",
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    assert kinesis.get_records(ShardIterator=iterator)["Records"] == []


def test_dripping_bodies_disturb_nobody_and_leave_nothing(shared, name):
    """That they end in RequestTimeout is shown in the gateway's own tests, with a shorter limit."""
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    head = f"PUT /{name}/drip HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n".encode()
    dripping = [socket.create_connection(("127.0.0.1", shared.port)) for _ in range(200)]
    for connection in dripping:
        connection.sendall(head)
    for number in range(20):
        for connection in dripping:
            connection.sendall(b"x")
        s3.put_object(Bucket=name, Key=f"{number}", Body=b"x" * 100_000)
    for connection in dripping:
        connection.close()
    assert s3.list_objects_v2(Bucket=name)["KeyCount"] == 20


def test_ten_thousand_idle_connections_are_in_nobodys_way(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert hard == resource.RLIM_INFINITY or hard > 10_500, f"this machine lets nobody open more than {hard} files"
    # The server raises its own limit: it is started with the little that a shell usually gives.
    resource.setrlimit(resource.RLIMIT_NOFILE, (1024, hard))
    server, idle = None, []
    try:
        server = Server(tmp_path, options=["--ephemeral"])
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        server.client("kinesis").create_stream(StreamName="s", ShardCount=1)
        before = memory(server)
        for number in range(10_000):
            connection = socket.create_connection(("127.0.0.1", server.port))
            if number % 2:
                connection.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\n")
            idle.append(connection)
        wait_for("all to be counted", lambda: connections(server) >= 10_000)
        kinesis = server.client("kinesis")
        kinesis.get_waiter("stream_exists").wait(StreamName="s", WaiterConfig={"Delay": 1})
        for _ in range(100):
            kinesis.put_record(StreamName="s", PartitionKey="k", Data=b"x" * 1000)
        make_function(server, "f", "def handler(event, context): return 1", Timeout=30)
        server.client("lambda").get_waiter("function_active_v2").wait(FunctionName="f")
        assert server.client("lambda").invoke(FunctionName="f")["Payload"].read() == b"1"
        assert memory(server) - before < 250, "MiB"
    finally:
        for connection in idle:
            connection.close()
        if server:
            server.stop()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def connections(server):
    text = urllib.request.urlopen(server.url + "/_waterwheel/metrics").read().decode()
    return int(float(re.search(r"(?m)^waterwheel_connections(?:{.*})? (\S+)", text)[1]))


def memory(server):
    """The server's resident memory in MiB."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


@pytest.mark.parametrize("header, value", [
    ("Host", "attacker.example"), ("Host", "localhost.attacker.example:4566"), ("Origin", "http://attacker.example"),
    ("Origin", "null"),
])
@pytest.mark.parametrize("path", ["/_waterwheel/status", "/?Action=ListRoles&Version=2010-05-08", "/bucket/key"])
def test_another_sites_pages_are_refused(shared, header, value, path):
    headers = {"Host": "localhost", header: value}
    lines = "\r\n".join(f"{name}: {text}" for name, text in headers.items())
    answer = raw(shared, f"GET {path} HTTP/1.1\r\n{lines}\r\nConnection: close\r\n\r\n".encode())
    assert answer.split()[1] == b"403" and b"AccessDenied" in answer, answer
    assert b"access-control-allow-origin" not in answer.lower()


@pytest.mark.parametrize("header, value", [("Host", "attacker.example"), ("Origin", "http://attacker.example")])
def test_another_sites_pages_write_nothing(shared, name, header, value):
    make_stream(shared, name)
    s3, kinesis = shared.client("s3"), shared.client("kinesis")
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="k", Body=b"before")
    headers = "".join(f"{n}: {v}\r\n" for n, v in {"Host": "localhost", header: value, "Connection": "close"}.items())
    record = json.dumps({"StreamName": name, "PartitionKey": "k", "Data": "eA=="})
    # What a page may send without asking first: no header that is not on the list of simple ones.
    for line, more, body in [
        (f"PUT /{name}/k", "", "after"), (f"PUT /{name}/new", "", "after"), (f"DELETE /{name}/k", "", ""),
        ("POST /", f"Content-Type: {JSON}\r\nX-Amz-Target: Kinesis_20131202.PutRecord\r\n", record),
        ("POST /", "Content-Type: application/x-www-form-urlencoded\r\n", "Action=DeleteRole&RoleName=r&Version=2010-05-08"),
    ]:
        answer = raw(shared, f"{line} HTTP/1.1\r\n{headers}{more}Content-Length: {len(body)}\r\n\r\n{body}".encode())
        assert answer.split()[1] == b"403" and b"AccessDenied" in answer, answer
    assert s3.get_object(Bucket=name, Key="k")["Body"].read() == b"before"
    assert s3.list_objects_v2(Bucket=name)["KeyCount"] == 1
    iterator = kinesis.get_shard_iterator(StreamName=name, ShardId="shardId-000000000000",
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    assert kinesis.get_records(ShardIterator=iterator)["Records"] == []


def test_services_outside_the_product_say_so(shared):
    for service in ("glue", "ec2"):
        client = shared.client(service)
        call = {"glue": "get_databases", "ec2": "describe_instances"}[service]
        with pytest.raises(Exception) as caught:
            getattr(client, call)()
        assert service in str(caught.value).lower(), caught.value


def test_health_and_status(shared):
    health = json.load(urllib.request.urlopen(shared.url + "/_localstack/health"))
    assert health["services"]["kinesis"] in ("running", "available")
    status = json.load(urllib.request.urlopen(shared.url + "/_waterwheel/status"))
    assert status["account"] == "000000000000"


def test_prior_knowledge_http2(shared):
    preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes.fromhex("000000040000000000")
    with socket.create_connection(("127.0.0.1", shared.port), timeout=30) as connection:
        connection.sendall(preface)
        frame = connection.recv(9)
    assert frame[3] == 4, "the server's first frame is its SETTINGS"
