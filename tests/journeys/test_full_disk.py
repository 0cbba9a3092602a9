"""A disk without room: refused, not lost, and over when there is room again."""

import os

import pytest
from botocore.exceptions import ClientError
from conftest import make_function, make_stream, mounted, refused, wait_for

KIB = 1024


@pytest.fixture
def small(tmp_path):
    """A server on a file system of 64 MiB."""
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", "size=64m", "tmpfs") as server:
        yield server


# What is said when there is no room: status, code, message.
NO_ROOM = (503, "ServiceUnavailable", "Service is unable to store data at the moment.")
# It writes an object for each record, which fails while there is no room, and is tried again.
COPY = """
import base64, boto3
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        s3.put_object(Bucket="copies", Key=record["kinesis"]["sequenceNumber"], Body=b"copied")
"""


def fill(call, told, most=2000):
    """Calls with 0, 1, 2, … until it is refused, in these words; gives what was answered."""
    done = []
    for number in range(most):
        try:
            done.append((number, call(number)))
        except ClientError as error:
            answer = error.response
            assert (answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"],
                    answer["Error"]["Message"]) == told
            return done
    raise AssertionError(f"{most} calls fitted")


def test_a_full_disk_refuses_writes_keeps_everything_and_recovers(small):
    s3, kinesis, functions = small.client("s3"), small.client("kinesis"), small.client("lambda")
    for bucket in ("full", "copies"):
        s3.create_bucket(Bucket=bucket)
    arn = make_stream(small, "full")
    make_function(small, "copy", COPY, Timeout=60)
    functions.create_event_source_mapping(
        FunctionName="copy", EventSourceArn=arn, StartingPosition="TRIM_HORIZON", BatchSize=1)
    here = {"Bucket": "full", "Key": "parts"}
    here["UploadId"] = s3.create_multipart_upload(**here)["UploadId"]
    body, data, large = os.urandom(256 * KIB), os.urandom(200 * KIB), os.urandom(1000 * KIB)
    objects = fill(lambda n: s3.put_object(Bucket="full", Key=f"{n:04}", Body=body), NO_ROOM)
    records = fill(lambda n: kinesis.put_record(StreamName="full", PartitionKey="k", Data=data), NO_ROOM)
    # Each other way of writing is refused too, and none has half an effect.
    assert refused(s3.put_object, Bucket="full", Key="0000", Body=large) == NO_ROOM
    assert refused(s3.upload_part, **here, PartNumber=1, Body=large) == NO_ROOM
    large_records = [{"PartitionKey": "k", "Data": large}] * 2
    assert refused(kinesis.put_records, StreamName="full", Records=large_records) == NO_ROOM
    assert s3.list_parts(**here).get("Parts", []) == []
    check(small, objects, body, records, data)
    for number, _ in objects[:len(objects) // 2]:
        wait_for("room to delete", lambda: deleted(s3, f"{number:04}"))
    objects = objects[len(objects) // 2:]
    records.append((None, wait_for("a write to be taken again", lambda: taken(kinesis, data))))
    s3.put_object(Bucket="full", Key="again", Body=body)
    wait_for("each record to be delivered", lambda: {r["SequenceNumber"] for _, r in records} <= copies(s3))
    small.restart()
    check(small, objects, body, records, data)
    assert small.client("s3").get_object(Bucket="full", Key="again")["Body"].read() == body


def copies(s3):
    return {o["Key"] for o in s3.list_objects_v2(Bucket="copies").get("Contents", [])}


def deleted(s3, key):
    try:
        return s3.delete_object(Bucket="full", Key=key)
    except ClientError:
        return None


def taken(kinesis, data):
    try:
        return kinesis.put_record(StreamName="full", PartitionKey="k", Data=data)
    except ClientError:
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
