"""A disk without room: refused, not lost, and over when there is room again."""

import os
import subprocess

import botocore.exceptions
import pytest
from conftest import Server, make_stream, wait_for

KIB = 1024


@pytest.fixture
def small(tmp_path):
    """A server on a file system of 64 MiB."""
    folder = tmp_path / "small"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)], check=True)
    server = None
    try:
        server = Server(folder)
        yield server
    finally:
        if server:
            server.stop()
        subprocess.run(["umount", str(folder)], check=True)


def fill(call, most=2000):
    """Calls with 0, 1, 2, … until it is refused; gives what was answered and the refusal."""
    done = []
    for number in range(most):
        try:
            done.append((number, call(number)))
        except botocore.exceptions.ClientError as error:
            return done, error.response
    raise AssertionError(f"{most} calls fitted")


def test_a_full_disk_refuses_writes_keeps_everything_and_recovers(small):
    s3, kinesis = small.client("s3"), small.client("kinesis")
    s3.create_bucket(Bucket="full")
    make_stream(small, "full")
    body = os.urandom(256 * KIB)
    objects, refusal = fill(lambda n: s3.put_object(Bucket="full", Key=f"{n:04}", Body=body))
    assert refusal["ResponseMetadata"]["HTTPStatusCode"] >= 500, refusal
    data = os.urandom(200 * KIB)
    records, refusal = fill(lambda n: kinesis.put_record(StreamName="full", PartitionKey="k", Data=data))
    assert refusal["ResponseMetadata"]["HTTPStatusCode"] >= 500, refusal
    check(small, objects, body, records, data)
    for number, _ in objects[:len(objects) // 2]:
        wait_for("room to delete", lambda: deleted(s3, f"{number:04}"))
    objects = objects[len(objects) // 2:]
    wait_for("a write to be taken again", lambda: taken(kinesis, data))
    s3.put_object(Bucket="full", Key="again", Body=body)
    small.restart()
    check(small, objects, body, records, data)
    assert small.client("s3").get_object(Bucket="full", Key="again")["Body"].read() == body


def deleted(s3, key):
    try:
        return s3.delete_object(Bucket="full", Key=key)
    except botocore.exceptions.ClientError:
        return None


def taken(kinesis, data):
    try:
        return kinesis.put_record(StreamName="full", PartitionKey="k", Data=data)
    except botocore.exceptions.ClientError:
        return None


def check(server, objects, body, records, data):
    """Everything that was acknowledged can be read."""
    s3, kinesis = server.client("s3"), server.client("kinesis")
    for number, _ in objects:
        assert s3.get_object(Bucket="full", Key=f"{number:04}")["Body"].read() == body, number
    iterator = kinesis.get_shard_iterator(
        StreamName="full", ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    found = {}
    while True:
        answer = kinesis.get_records(ShardIterator=iterator)
        found.update({record["SequenceNumber"]: record["Data"] for record in answer["Records"]})
        iterator = answer["NextShardIterator"]
        if not answer["Records"] and answer["MillisBehindLatest"] == 0:
            break
    for _, put in records:
        assert found[put["SequenceNumber"]] == data
