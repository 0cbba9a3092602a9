"""`waterwheel status`: what a server holds, for a person and for scripts."""

import json
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import fcntl

import pytest
from conftest import ACCOUNT, REGION, Server, binary, make_function, make_stream, wait_for


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("status"), options=["--ephemeral"])
    yield server
    server.stop()


def status(server, *arguments):
    done = subprocess.run([binary(), "status", "--port", str(server.port), *arguments],
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def on_terminal(arguments, columns):
    """A process on a terminal so wide, and what it writes."""
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(arguments, stdout=side, stderr=side, stdin=side, env={**os.environ, "TERM": "xterm"})
    os.close(side)
    return process, main


def read(main, until=None):
    """What a terminal shows, to the end or until a text comes."""
    seen = b""
    while until is None or until not in seen:
        assert select.select([main], [], [], 30)[0], seen
        try:
            piece = os.read(main, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    return seen


def test_everything_is_there_and_sorted(server):
    for name in ["zebra", "ape"]:
        make_stream(server, f"{name}-stream")
        server.client("sqs").create_queue(QueueName=f"{name}-queue")
        server.client("sns").create_topic(Name=f"{name}-topic")
        server.client("s3").create_bucket(Bucket=f"{name}-bucket")
    url = server.client("sqs").get_queue_url(QueueName="ape-queue")["QueueUrl"]
    server.client("sqs").send_message(QueueUrl=url, MessageBody="x")
    text = status(server)
    for kind in ["stream", "queue", "topic", "bucket"]:
        assert text.index(f"ape-{kind}") < text.index(f"zebra-{kind}"), text
    queue = next(line for line in text.splitlines() if line.startswith("ape-queue"))
    assert queue.split() == ["ape-queue", "1", "0", "0"]
    report = json.loads(status(server, "--json"))
    assert [it["name"] for it in report["queues"]].count("ape-queue") == 1 and "ape-topic" in report["topics"]


def test_what_a_mapping_needs_and_is_gone_is_told(server):
    make_stream(server, "short-lived")
    make_function(server, "consumer", "def handler(e, c): pass")
    client = server.client("lambda")
    mapping = client.create_event_source_mapping(
        FunctionName="consumer", StartingPosition="LATEST",
        EventSourceArn=f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/short-lived")
    wait_for("the mapping", lambda: client.get_event_source_mapping(UUID=mapping["UUID"])["State"] == "Enabled")
    text = status(server)
    row = next(line for line in text.splitlines() if mapping["UUID"] in line)
    assert row.split()[:3] == ["short-lived", "consumer", "Enabled"] and "gone" not in text
    server.client("kinesis").delete_stream(StreamName="short-lived")
    wait_for("the stream's end", lambda: "gone: the stream short-lived" in status(server))
    client.delete_function(FunctionName="consumer")
    assert "  gone: the function consumer\n" in status(server)


def test_it_fits_the_terminal(server):
    name = "a-stream-with-a-name-" + "that-is-long-" * 5
    make_stream(server, name)
    assert name in status(server)
    process, main = on_terminal([binary(), "status", "--port", str(server.port)], 60)
    lines = read(main).decode().split("\r\n")
    process.wait(timeout=10)
    os.close(main)
    table = [line for line in lines if line.startswith("a-stream")]
    assert table and "…" in table[0] and all(len(line) <= 60 for line in table), table


def test_watching_draws_again(server):
    process, main = on_terminal([binary(), "status", "--watch", "--port", str(server.port)], 100)
    try:
        read(main, b"\x1b[J")
        make_stream(server, "watched")
        read(main, b"watched")
        process.send_signal(signal.SIGINT)
        process.wait(timeout=10)
    finally:
        process.kill()
        process.wait()
        os.close(main)
    refused = subprocess.run([binary(), "status", "--watch"], capture_output=True, text=True)
    assert refused.returncode == 1 and "--json" in refused.stderr
