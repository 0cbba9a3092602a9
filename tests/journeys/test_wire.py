"""What no well-behaved client sends, and what it gets."""

import json
import socket
import urllib.request

import pytest


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
    (b"{}", "AmazonSQS.ListQueues", None, "sqs"),
    (b"{}", "Kinesis_20131202.CreateStream", 400, "ValidationException"),
])
def test_bad_json_requests(shared, body, target, status, code):
    got, text = post(shared, body, Content_Type=JSON, X_Amz_Target=target)
    assert status in (None, got), text
    assert got >= 400 and code.lower() in text.lower(), text


def test_an_oversized_body_gets_an_answer(shared):
    head = (f"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {JSON}\r\n"
            f"X-Amz-Target: Kinesis_20131202.PutRecords\r\nContent-Length: {10**10}\r\n\r\n")
    assert raw(shared, head.encode(), half_close=True).split()[1] in (b"400", b"413")


def test_a_header_of_a_megabyte_gets_an_answer(shared):
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: " + b"a" * 2**20 + b"\r\n\r\n"
    try:
        assert raw(shared, head).split()[1] in (b"400", b"431")
    except ConnectionResetError:
        pass  # The answer may be lost when the server closes while the header is still being sent.
    assert urllib.request.urlopen(shared.url + "/_waterwheel/health").status == 200


def test_a_truncated_body_stores_nothing(shared, name):
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    head = f"PUT /{name}/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n".encode()
    raw(shared, head + b"only this", half_close=True)
    assert s3.list_objects_v2(Bucket=name)["KeyCount"] == 0


@pytest.mark.parametrize("header, value", [("Host", "attacker.example"), ("Origin", "http://attacker.example")])
def test_another_sites_pages_are_refused(shared, header, value):
    headers = {"Host": "localhost", header: value}
    lines = "\r\n".join(f"{name}: {text}" for name, text in headers.items())
    answer = raw(shared, f"GET /_waterwheel/status HTTP/1.1\r\n{lines}\r\nConnection: close\r\n\r\n".encode())
    assert answer.split()[1] == b"403"


def test_services_outside_the_product_say_so(shared):
    for service in ("sqs", "dynamodb", "ec2"):
        client = shared.client(service)
        call = {"sqs": "list_queues", "dynamodb": "list_tables", "ec2": "describe_instances"}[service]
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
