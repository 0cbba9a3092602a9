"""Thousands of streams under a limit of 256 open files, and what is refused where there is none left."""

import os
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from conftest import Server, refused, wait_for

STREAMS = 600
LIMIT = ["bash", "-c", 'ulimit -n 256; exec "$@"', "limited"]
QUICK = ["--stream-transition-ms", "0"]


def open_files(server):
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


def read(kinesis, name):
    iterator = kinesis.get_shard_iterator(StreamName=name, ShardId="shardId-000000000000",
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    return [record["Data"] for record in kinesis.get_records(ShardIterator=iterator)["Records"]]


def for_all(act):
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(act, (f"stream-{n}" for n in range(STREAMS))))


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("few"), wrapper=LIMIT, options=QUICK)
    yield server
    server.stop()


def test_more_streams_than_files_are_written_read_and_opened_again(server):
    kinesis = server.client("kinesis", config=Config(max_pool_connections=8))
    fresh = open_files(server)

    def make(name):
        kinesis.create_stream(StreamName=name, ShardCount=1)
        kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"first")

    for_all(make)
    assert open_files(server) < 120
    server.restart()
    assert open_files(server) <= fresh + 4, "a restart needs what a fresh start needs"
    for_all(lambda name: kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"second"))
    assert set(map(tuple, for_all(lambda name: read(kinesis, name)))) == {(b"first", b"second")}
    assert open_files(server) < 120
    assert server.stop() == 0
    server.start()
    assert read(kinesis, "stream-0") == [b"first", b"second"]


def test_without_a_file_left_requests_are_refused_as_503_and_nothing_is_lost(server):
    """Connections take all files that there are. What cannot be done then can be tried again, and is done."""
    name = "stream-exhausted"
    kinesis, s3 = server.client("kinesis"), server.client("s3")
    kinesis.create_stream(StreamName=name, ShardCount=1)
    s3.create_bucket(Bucket="bucket")
    acknowledged, seen = [b"before"], set()
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"before")
    held = []
    try:
        # More than there are files, and the server takes them when it comes to it.
        held += [socket.create_connection(("127.0.0.1", server.port)) for _ in range(300)]
        wait_for("no file to be left", lambda: open_files(server) >= 256)
        for n in range(20):
            for call, arguments in (
                (kinesis.put_record, {"StreamName": name, "PartitionKey": "k", "Data": f"{n}".encode()}),
                (kinesis.put_record, {"StreamName": f"stream-{n}", "PartitionKey": "k", "Data": b"third"}),
                (kinesis.put_record, {"StreamName": name, "PartitionKey": "k", "Data": b"x" * 1000}),
                (s3.put_object, {"Bucket": "bucket", "Key": "large", "Body": bytes(1 << 20)}),
            ):
                try:
                    call(**arguments)
                    if arguments.get("StreamName") == name:
                        acknowledged.append(arguments["Data"])
                except ClientError as error:
                    answer = error.response
                    seen.add((answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"]))
    finally:
        for connection in held:
            connection.close()
    assert seen <= {(503, "ServiceUnavailable")}, seen
    assert seen, "nothing was refused"
    wait_for("files", lambda: open_files(server) < 150)
    # What was refused is done now: nothing has been turned read-only.
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"after")
    s3.put_object(Bucket="bucket", Key="large", Body=bytes(1 << 20))
    for n in range(20):
        kinesis.put_record(StreamName=f"stream-{n}", PartitionKey="k", Data=b"fourth")
    assert read(kinesis, name) == [*acknowledged, b"after"]
    server.restart()
    assert read(kinesis, name) == [*acknowledged, b"after"]
    assert "panicked" not in server.log()


def test_a_segment_that_goes_while_it_is_closed_is_an_error_of_that_stream_alone(server):
    kinesis = server.client("kinesis")
    [path] = [path for path in (server.data_dir / "data/log").glob("*/*.seg")
              if b"only in this stream" in path.read_bytes()] or [None]
    assert path is None
    kinesis.create_stream(StreamName="gone", ShardCount=1)
    kinesis.put_record(StreamName="gone", PartitionKey="k", Data=b"only in this stream")
    server.restart()
    [path] = [path for path in (server.data_dir / "data/log").glob("*/*.seg")
              if b"only in this stream" in path.read_bytes()]
    aside = path.with_suffix(".aside")
    path.rename(aside)
    for _ in range(2):
        status, code, _ = refused(kinesis.put_record, StreamName="gone", PartitionKey="k", Data=b"x")
        assert (status, code) == (500, "InternalFailure")
    assert not path.exists(), "no other file takes its place"
    wait_for("the log line", lambda: f"{path} is damaged at byte 0: the segment is missing" in server.log())
    kinesis.put_record(StreamName="stream-0", PartitionKey="k", Data=b"fine")
    aside.rename(path)
    kinesis.put_record(StreamName="gone", PartitionKey="k", Data=b"after")
    assert read(kinesis, "gone") == [b"only in this stream", b"after"]
