"""Which hosts a request may name, and what of a request reaches the log."""

import json
import re
import socket

import pytest
from conftest import Server, wait_for


def raw(server, head):
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(head)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
        return answer


@pytest.mark.parametrize("target, hosts", [
    ("/", ["localhost", "localhost"]), ("/", ["localhost", "attacker.example"]), ("/", []), ("/", [""]),
    ("/", ["user@localhost"]), ("/", ["localhost/x"]), ("/", ["local host"]), ("/", ["localhost:port"]),
    ("/", ["[::1"]), ("http://127.0.0.1/", ["localhost"]), ("http://localhost:1/", ["localhost:2"]),
    ("http://user@localhost/", ["localhost"]),
])
def test_a_request_names_one_host(shared, target, hosts):
    lines = "".join(f"Host: {host}\r\n" for host in hosts)
    answer = raw(shared, f"GET {target} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 400 Bad Request\r\n"), answer
    assert b"<Code>InvalidRequest</Code>" in answer or answer.endswith(b"\r\n\r\n"), answer


@pytest.mark.parametrize("target, host", [
    ("/_waterwheel/health", "LOCALHOST:4566"), ("http://localhost/_waterwheel/health", "localhost:80")])
def test_one_host_in_another_spelling_is_that_host(shared, target, host):
    answer = raw(shared, f"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n"), answer


def literal(name, text):
    """A header of HPACK, neither indexed nor compressed."""
    return b"\x00" + bytes([len(name)]) + name + bytes([len(text)]) + text


@pytest.mark.parametrize("hosts, status", [
    ([b"127.0.0.1"], 400), ([b"localhost", b"localhost"], 400), ([b"localhost"], 200), ([], 200),
])
def test_http2_names_one_host(shared, hosts, status):
    block = literal(b":method", b"GET") + literal(b":scheme", b"http") + literal(b":path", b"/_waterwheel/health")
    block += literal(b":authority", b"localhost") + b"".join(literal(b"host", host) for host in hosts)
    frame = len(block).to_bytes(3, "big") + b"\x01\x05" + (1).to_bytes(4, "big") + block
    with socket.create_connection(("127.0.0.1", shared.port), timeout=20) as connection:
        connection.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes.fromhex("000000040000000000") + frame)
        stream = connection.makefile("rb")
        while True:
            head = stream.read(9)
            payload = stream.read(int.from_bytes(head[:3], "big"))
            if head[3] == 1:
                break
            assert head[3] not in (3, 7), payload
    # The first field of the answer: 8 and 12 of HPACK's static table are 200 and 400.
    assert payload[0] == {200: 0x88, 400: 0x8C}[status], payload


HOSTILE = "\rforged\x1b[31m\x7f\x85\u2028\u2029\u202e\u2066\u200b\nforged"
# What ends a line, moves a cursor, turns the reading direction or is not seen.
MISLEADS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("log_format", ["human", "json"])
def test_nothing_from_outside_forges_a_line(tmp_path, log_format):
    server = Server(tmp_path, options=["--ephemeral", "--log-format", log_format])
    try:
        quoted = "".join(f"%{byte:02X}" for byte in HOSTILE.encode())
        in_target = HOSTILE.encode().translate(None, bytes(range(0x21)) + b"\x7f")
        heads = [
            f"GET /?Action=marker-a{quoted} HTTP/1.1".encode(),
            b"GET /no-bucket/marker-b" + in_target + b" HTTP/1.1",
            f"GET /2015-03-31/functions/marker-c{quoted} HTTP/1.1".encode(),
        ]
        for head in heads:
            answer = raw(server, head + b"\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            assert answer.split()[1].startswith(b"4"), answer
        path = tmp_path / "server.log"
        wait_for("the lines", lambda: all(f"marker-{it}".encode() in path.read_bytes() for it in "abc"), 10)
        text = path.read_bytes().decode()
        assert MISLEADS.search(text) is None, text
        lines = [line for line in text.split("\n") if line]
        assert sum("marker-" in line for line in lines) == 3 and not any(line.startswith("forged") for line in lines)
        if log_format == "json":
            assert "\u2028" in "".join(json.loads(line)["message"] for line in lines)
        else:
            assert "\\u{2028}" in text
    finally:
        server.stop()
