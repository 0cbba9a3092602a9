"""A mapping whose function fails in every way: no record is lost or skipped, the other shard goes on."""

import base64
import json

import pytest
from conftest import make_function, make_stream, refused, wait_for

# Writes each record down in the order it comes, until it meets one that is poisonous: that does its
# harm for as long as the bucket holds no object `cured`.
FUNCTION = """
import base64, boto3, os, subprocess, sys, time
s3 = boto3.client("s3")

def harm(kind):
    if kind == "raises": raise ValueError("poison")
    if kind == "exits": sys.exit(3)
    if kind == "exits hard": os._exit(0)
    if kind == "is killed": os.kill(os.getpid(), 15)
    if kind == "never returns": time.sleep(600)
    if kind == "takes memory": len(b"x" * (600 << 20)) and time.sleep(600)
    if kind == "floods":
        for _ in range(20 << 10): os.write(1, b"x" * 1023 + b"\\n")
        raise ValueError("flood")
    if kind == "leaves a child":
        subprocess.Popen(["sleep", "600"], start_new_session=True)
        raise ValueError("child")

def handler(event, context):
    for record in event["Records"]:
        text = base64.b64decode(record["kinesis"]["data"]).decode()
        if text == "poison" and "Contents" not in s3.list_objects_v2(Bucket={bucket!r}, Prefix="cured"):
            harm({kind!r})
        sequence = record["kinesis"]["sequenceNumber"]
        s3.put_object(Bucket={bucket!r}, Key="/".join(["seen", record["kinesis"]["partitionKey"], sequence]), Body=text)
"""
KINDS = ["raises", "exits", "exits hard", "is killed", "never returns", "takes memory", "floods", "leaves a child"]


def seen(server, bucket, key):
    """What was written down of a partition key, in the order of the stream."""
    s3 = server.client("s3")
    found = s3.list_objects_v2(Bucket=bucket, Prefix=f"seen/{key}/").get("Contents", [])
    found.sort(key=lambda one: int(one["Key"].rsplit("/", 1)[1]))
    return [s3.get_object(Bucket=bucket, Key=one["Key"])["Body"].read().decode() for one in found]


@pytest.mark.parametrize("kind", KINDS)
def test_a_failing_function_loses_and_skips_nothing(shared, name, kind):
    s3, kinesis, client = (shared.client(service) for service in ("s3", "kinesis", "lambda"))
    s3.create_bucket(Bucket=name)
    arn = make_stream(shared, name, 2)
    make_function(shared, name, FUNCTION.format(bucket=name, kind=kind), Timeout=2, MemorySize=256)
    uuid = client.create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="LATEST", BatchSize=1)["UUID"]
    put = lambda key, text, hash: kinesis.put_record(
        StreamName=name, PartitionKey=key, ExplicitHashKey=hash, Data=text)
    for text in ["a", "poison", "b", "c"]:
        put("low", text, "0")
    for number in range(5):
        put("high", str(number), str(2**127))
    wait_for("the other shard", lambda: seen(shared, name, "high") == list("01234"))
    wait_for("the failure to be told", lambda: "PROBLEM" in client.get_event_source_mapping(
        UUID=uuid)["LastProcessingResult"])
    put("high", "later", str(2**127))
    wait_for("the other shard, later", lambda: seen(shared, name, "high")[-1] == "later")
    assert seen(shared, name, "low") == ["a"], "nothing comes before what failed"
    s3.put_object(Bucket=name, Key="cured")
    wait_for("the rest", lambda: seen(shared, name, "low") == ["a", "poison", "b", "c"])
    client.delete_event_source_mapping(UUID=uuid)


def test_a_bucket_that_is_not_there_holds_up_its_records_until_it_is(shared, name):
    kinesis, client = shared.client("kinesis"), shared.client("lambda")
    arn = make_stream(shared, name)
    make_function(shared, name, f"""
import boto3
def handler(event, context):
    for record in event["Records"]:
        boto3.client("s3").put_object(Bucket={name!r}, Key=record["eventID"], Body=record["kinesis"]["data"])
""", Timeout=20)
    uuid = client.create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="LATEST")["UUID"]
    kinesis.put_records(StreamName=name, Records=[{"PartitionKey": "k", "Data": str(n)} for n in range(10)])
    wait_for("the failure to be told", lambda: "PROBLEM" in client.get_event_source_mapping(
        UUID=uuid)["LastProcessingResult"])
    answer = client.invoke(FunctionName=name, Payload=json.dumps(
        {"Records": [{"eventID": "x", "kinesis": {"data": "eA=="}}]}))
    document = json.loads(answer["Payload"].read())
    assert (answer["FunctionError"], document["errorType"]) == ("Unhandled", "NoSuchBucket")
    assert document["errorMessage"] == ("An error occurred (NoSuchBucket) when calling the PutObject "
                                        "operation: The specified bucket does not exist")
    s3 = shared.client("s3")
    assert refused(s3.put_object, Bucket=name, Key="k") == (
        404, "NoSuchBucket", "The specified bucket does not exist")
    assert refused(s3.get_object, Bucket=name, Key="k")[:2] == (404, "NoSuchBucket")
    s3.create_bucket(Bucket=name)
    wait_for("all ten", lambda: s3.list_objects_v2(Bucket=name)["KeyCount"] == 10)
    bodies = [s3.get_object(Bucket=name, Key=one["Key"])["Body"].read()
              for one in s3.list_objects_v2(Bucket=name)["Contents"]]
    assert sorted(base64.b64decode(body) for body in bodies) == [b"%d" % n for n in range(10)]


def test_a_mapping_of_what_is_not_there(shared, name):
    client = shared.client("lambda")
    arn = make_stream(shared, name)
    assert refused(client.create_event_source_mapping, FunctionName="nobody", EventSourceArn=arn,
                   StartingPosition="LATEST") == (400, "InvalidParameterValueException", "Function does not exist")
    make_function(shared, name, "def handler(event, context): pass")
    status, code, message = refused(client.create_event_source_mapping, FunctionName=name,
                                    EventSourceArn=arn + "x", StartingPosition="LATEST")
    assert (status, code) == (400, "InvalidParameterValueException") and arn + "x" in message
