"""What a request takes of memory and of other clients' time stays in proportion to what it is."""

import base64
import hashlib
import http.client
import io
import json
import os
import shutil
import socket
import struct
import threading
import time
import urllib.parse
import zipfile

import pytest

from conftest import Server, make_role, make_stream, refused, wait_for

MIB = 1 << 20
# What the server takes for a connection, a first compiled pattern, a thread.
SLACK = 24 * MIB
UNZIP = "Could not unzip uploaded file. Please check your file, then try to upload again."


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("memory"))
    make_role(server)
    make_stream(server, "s")
    # Whatever is made once is made now.
    for attack in ATTACKS.values():
        send(server, *attack(64 * 1024))
    yield server
    server.stop()
    shutil.rmtree(server.data_dir / "data", ignore_errors=True)


def memory(server, which):
    """A figure of the server's memory, in bytes."""
    for line in open(f"/proc/{server.process.pid}/status"):
        if line.startswith(f"{which}:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("the server has no memory")


def growth(server, work):
    """What the work gives, and how much more memory the server had at most while it went on."""
    before = memory(server, "VmRSS")
    with open(f"/proc/{server.process.pid}/clear_refs", "w") as file:
        file.write("5")
    done = work()
    return done, max(0, memory(server, "VmHWM") - before)


def send(server, method, path, headers, body):
    """Status and body of the answer to a request without a signature."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    try:
        connection.request(method, path, body, {"Host": "localhost", **headers})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def repeated(unit, size):
    return unit * (size // len(unit))


def records_in_cbor(size):
    headers = {"X-Amz-Target": "Kinesis_20131202.PutRecords", "Content-Type": "application/x-amz-cbor-1.1"}
    return "POST", "/", headers, b"\xa2\x6aStreamName\x61s\x67Records\x9f" + repeated(b"\xa0", size) + b"\xff"


def records_in_json(size):
    headers = {"X-Amz-Target": "Kinesis_20131202.PutRecords", "Content-Type": "application/x-amz-json-1.1"}
    return "POST", "/", headers, b'{"StreamName":"s","Records":[' + repeated(b"{},", size)[:-1] + b"]}"


def parts(size):
    body = b"<CompleteMultipartUpload>" + repeated(b"<Part/>", size) + b"</CompleteMultipartUpload>"
    return "POST", "/b/k?uploadId=1", {}, body


def keys(size):
    body = b"<Delete>" + repeated(b"<Object/>", size) + b"</Delete>"
    return "POST", "/b?delete", {"Content-MD5": base64.b64encode(hashlib.md5(body).digest()).decode()}, body


def create(name, more):
    """A CreateFunction with more members, as JSON."""
    start = {"FunctionName": name, "Runtime": "python3.12", "Handler": "app.handler",
             "Role": "arn:aws:iam::000000000000:role/lambda-role"}
    body = json.dumps(start).encode()[:-1] + b"," + more + b"}"
    return "POST", "/2015-03-31/functions", {"Content-Type": "application/json"}, body


def layers(size):
    return create("f", b'"Code":{"ZipFile":"UEsDBA=="},"Layers":[' + repeated(b'"",', size)[:-1] + b"]")


ATTACKS = {"records in CBOR": records_in_cbor, "records in JSON": records_in_json, "parts": parts, "keys": keys,
           "layers": layers}


@pytest.mark.parametrize("attack, size, status, words", [
    ("records in CBOR", 4 * MIB, 400, b"10 validation errors detected: Value null at 'records.1.member."),
    ("records in JSON", 8 * MIB, 400, b"10 validation errors detected: Value null at 'records.1.member."),
    ("parts", 7 * MIB, 400, b"<Code>MalformedXML</Code><Message>The XML you provided was not well-formed"),
    ("keys", 7 * MIB, 400, b"<Code>MalformedXML</Code><Message>The XML you provided was not well-formed"),
    ("layers", 60 * MIB, 400, b"'Layers' has more than 10000 members"),
], ids=list(ATTACKS))
def test_a_body_of_small_things_takes_little_more_than_itself(server, attack, size, status, words):
    request = ATTACKS[attack](size)
    answer, grown = growth(server, lambda: send(server, *request))
    assert answer[0] == status and words in answer[1], (answer[0], answer[1][:500])
    assert grown < 2 * size + SLACK, f"{grown // MIB} MiB for {size // MIB} MiB"


def test_too_many_good_records_are_refused_in_awss_words(server):
    kinesis = server.client("kinesis")
    records = [{"PartitionKey": "k", "Data": b"1"}] * 100_000
    (status, code, message), grown = growth(
        server, lambda: refused(kinesis.put_records, StreamName="s", Records=records))
    assert (status, code) == (400, "ValidationException")
    shown = ", ".join(["PutRecordsRequestEntry"] * 501)
    assert message == (f"1 validation error detected: Value '[{shown}]' at 'records' failed to satisfy constraint: "
                       "Member must have length less than or equal to 500")
    assert grown < 2 * 4 * MIB + SLACK, f"{grown // MIB} MiB"


def package(size):
    """A zip file of about this size, which cannot be made smaller."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("app.py", "def handler(event, context):\n    return event\n")
        archive.writestr("data", os.urandom(size))
    return out.getvalue()


def create_from(zip_file, name):
    return create(name, b'"Code":{"ZipFile":"' + base64.b64encode(zip_file) + b'"}')


def test_a_package_takes_little_more_than_itself(server):
    zip_file = package(45 * MIB)
    request = create_from(zip_file, "large")
    (status, body), grown = growth(server, lambda: send(server, *request))
    assert status == 201, body
    made = json.loads(body)
    assert made["CodeSize"] == len(zip_file)
    assert made["CodeSha256"] == base64.b64encode(hashlib.sha256(zip_file).digest()).decode()
    # In base64 and decoded.
    assert grown < 2.5 * len(zip_file) + SLACK, f"{grown // MIB} MiB for {len(zip_file) // MIB} MiB"


def test_a_package_in_a_bucket_is_never_in_memory(server):
    s3, functions = server.client("s3"), server.client("lambda")
    zip_file = package(40 * MIB)
    s3.create_bucket(Bucket="packages")
    s3.put_object(Bucket="packages", Key="k.zip", Body=zip_file)
    source = {"S3Bucket": "packages", "S3Key": "k.zip"}
    made, grown = growth(server, lambda: functions.create_function(
        FunctionName="stored", Runtime="python3.12", Handler="app.handler", Role=make_role(server), Code=source))
    assert made["CodeSize"] == len(zip_file)
    assert made["CodeSha256"] == base64.b64encode(hashlib.sha256(zip_file).digest()).decode()
    assert grown < len(zip_file) // 2 + SLACK, f"{grown // MIB} MiB for {len(zip_file) // MIB} MiB"
    changed, grown = growth(server, lambda: functions.update_function_code(FunctionName="stored", **source))
    assert changed["CodeSha256"] == made["CodeSha256"]
    assert grown < len(zip_file) // 2 + SLACK, f"{grown // MIB} MiB for {len(zip_file) // MIB} MiB"
    # The package is whole in the server's own keeping, and nothing is left of its way in.
    location = functions.get_function(FunctionName="stored")["Code"]["Location"]
    status, found = send(server, "GET", urllib.parse.urlsplit(location).path, {}, None)
    assert status == 200 and found == zip_file
    assert not list(server.data_dir.glob("data/**/*.zip"))


def headers_of_entries(count):
    """A zip file of nothing but so many headers of entries (APPNOTE 4.3.12 to 4.3.16)."""
    header = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0)
    directory = b"".join(header + b"%06x" % n for n in range(count))
    end64 = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(directory), 0)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, len(directory), 1)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xffff, 0xffff, 0xffffffff, 0xffffffff, 0)
    return directory + end64 + locator + end


def test_a_package_of_a_million_entries_is_not_looked_into(server):
    zip_file = headers_of_entries(700_000)
    request = create_from(zip_file, "entries")
    (status, body), grown = growth(server, lambda: send(server, *request))
    assert (status, json.loads(body)) == (400, {"Type": "User", "message": UNZIP})
    assert grown < 2.5 * len(zip_file) + SLACK, f"{grown // MIB} MiB for {len(zip_file) // MIB} MiB"


@pytest.mark.parametrize("what", ["package", "layers"])
def test_others_are_answered_while_long_bodies_are_read(server, what):
    if what == "package":
        zip_file = package(45 * MIB)
        requests = [create_from(zip_file, f"during-{n}") for n in range(2)]
    else:
        requests = [layers(60 * MIB)] * 2
    expected = 201 if what == "package" else 400
    # One for each of the threads that this machine gives the server, all but their last bytes.
    connections = []
    for method, path, headers, body in requests:
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=120)
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}", "Connection: close",
                 *(f"{name}: {value}" for name, value in headers.items())]
        connection.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body[:-1])
        connections.append((connection, body[-1:]))
    answers = []

    def finish(connection, last):
        connection.sendall(last)
        answers.append(connection.makefile("rb").read())
        connection.close()

    threads = [threading.Thread(target=finish, args=pair) for pair in connections]
    began, answered, slowest = time.monotonic(), 0, 0
    for thread in threads:
        thread.start()
    asked = time.monotonic()
    while any(thread.is_alive() for thread in threads):
        send(server, "GET", "/_waterwheel/health", {}, None)
        now = time.monotonic()
        slowest, asked, answered = max(slowest, now - asked), now, answered + 1
    took = time.monotonic() - began
    for thread in threads:
        thread.join()
    assert all(f" {expected} " in answer.split(b"\r\n")[0].decode() for answer in answers), [a[:300] for a in answers]
    # However long the long ones take, no other waits for any large part of it.
    assert answered >= 10 or took < 0.5, f"{answered} answers in {took:.1f} s"
    assert slowest < took / 3 or took < 0.5, f"one answer took {slowest:.1f} of {took:.1f} s"


def test_bodies_together_have_a_bound(server):
    """Eight packages on their way at once are not all in memory, and their places come back."""
    size, sent = 60 * MIB, []
    head = (f"POST /2015-03-31/functions HTTP/1.1\r\nHost: localhost\r\nContent-Length: {size}\r\n\r\n").encode()
    stop = threading.Event()

    def fill():
        with socket.create_connection(("127.0.0.1", server.port), timeout=0.2) as connection:
            connection.sendall(head)
            left = memoryview(bytes(size - 1))
            while left and not stop.is_set():
                try:
                    left = left[connection.send(left[:MIB]):]
                except TimeoutError:
                    pass
            sent.append(len(left))
            stop.wait(60)

    def flood():
        threads = [threading.Thread(target=fill) for _ in range(8)]
        for thread in threads:
            thread.start()
        # Three have been read to their last byte; the others wait, as far as sockets hold them.
        wait_for("three bodies", lambda: len(sent) >= 3)
        before = None
        while before != (now := memory(server, "VmRSS")):
            before = now
            stop.wait(0.3)
        small = send(server, *records_in_json(900 * 1024))
        stop.set()
        for thread in threads:
            thread.join()
        return small

    small, grown = growth(server, flood)
    assert small[0] == 400 and b"validation errors" in small[1]
    assert len([left for left in sent if left == 0]) == 3, sent
    assert grown < 3 * size + 4 * SLACK, f"{grown // MIB} MiB"
    status, body = send(server, *layers(60 * MIB))
    assert status == 400 and b"'Layers' has more than" in body
