"""Clients that ask and do not read the answer: what they cost, and when they are cut off."""

import json
import os
import select
import socket
import time

import pytest
from conftest import Server, wait_for

SIZE = 20 << 20
READERS = 600


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("stalled"))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def content(server):
    """What stands under large/object."""
    content = os.urandom(1 << 20) * (SIZE >> 20)
    s3 = server.client("s3")
    s3.create_bucket(Bucket="large")
    s3.put_object(Bucket="large", Key="object", Body=content)
    # Anybody may read it, also who signs nothing.
    s3.delete_public_access_block(Bucket="large")
    s3.put_bucket_policy(Bucket="large", Policy=json.dumps({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::large/*"}}))
    return content


def most_memory_mib(server):
    with open(f"/proc/{server.process.pid}/status") as status:
        [line] = [line for line in status if line.startswith("VmHWM:")]
    return int(line.split()[1]) >> 10


def connection(server):
    """A connection whose end takes little before it is read."""
    stream = socket.socket()
    stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    stream.connect(("127.0.0.1", server.port))
    return stream


def ask(stream, server):
    stream.sendall(f"GET /large/object HTTP/1.1\r\nhost: localhost:{server.port}\r\n\r\n".encode())


def cut_off(server):
    """How many the server has cut off; a client that does not read does not see it."""
    return server.log().count("its client had stopped reading")


def test_readers_that_stop_cost_little_and_hold_up_nobody(server, content):
    before = most_memory_mib(server)
    stalled = [connection(server) for _ in range(READERS)]
    try:
        for stream in stalled:
            ask(stream, server)
        # One who reads is not held up by those who do not.
        got = server.client("s3").get_object(Bucket="large", Key="object")["Body"].read()
        assert got == content
        grown = most_memory_mib(server) - before
        assert grown < 400, f"{READERS} readers of {SIZE >> 20} MiB made the server grow by {grown} MiB"
        wait_for("those who take nothing to be cut off", lambda: cut_off(server) >= 100)
    finally:
        for stream in stalled:
            stream.close()


def test_a_slow_reader_is_served_to_the_end(server, content):
    others = [connection(server) for _ in range(200)]
    stream = connection(server)
    ask(stream, server)
    got = bytearray()
    try:
        # So many that memory counts as short: whoever takes nothing is soon cut off.
        for other in others:
            ask(other, server)
        # Slow until others have been cut off: some 40 KiB a second.
        before, end = cut_off(server), time.monotonic() + 90
        while cut_off(server) < before + 100:
            got += stream.recv(4096)
            select.select([], [], [], 0.1)
            assert time.monotonic() < end, "nobody was cut off"
        while piece := stream.recv(1 << 20):
            got += piece
            if len(got) > SIZE:
                head, _, body = bytes(got).partition(b"\r\n\r\n")
                if len(body) == SIZE:
                    break
    finally:
        for each in [stream, *others]:
            each.close()
    assert head.startswith(b"HTTP/1.1 200 ")
    assert body == content
