"""Records that the KPL's way of aggregation packs into one, by aws-kinesis-agg: they pass whole."""

import base64
import json

import pytest
from aws_kinesis_agg.aggregator import RecordAggregator
from aws_kinesis_agg.deaggregator import deaggregate_records, iter_deaggregate_records
from conftest import make_function, make_stream, wait_for

HALF = str(2**127)


def aggregated(texts, **options):
    """Records of Kinesis with all of these user records, in order."""
    aggregator, done = RecordAggregator(**options), []
    for key, text in texts:
        full = aggregator.add_user_record(key, text)
        if full:
            done.append(full)
    rest = aggregator.clear_and_get()
    return done + ([rest] if rest else [])


def put(kinesis, stream, record):
    key, hash_key, data = record.get_contents()
    hashed = {"ExplicitHashKey": hash_key} if hash_key else {}
    kinesis.put_record(StreamName=stream, PartitionKey=key, Data=data, **hashed)
    return data


def user_records(records):
    found = iter_deaggregate_records(records, "Boto3")
    return [(it["kinesis"]["partitionKey"], base64.b64decode(it["kinesis"]["data"]).decode()) for it in found]


def lineage(kinesis, stream):
    """All records, children after their parents."""
    records, waiting, seen = [], [], set()
    shards = kinesis.list_shards(StreamName=stream)["Shards"]
    waiting = [it["ShardId"] for it in shards if "ParentShardId" not in it]
    while waiting:
        shard = waiting.pop(0)
        if shard in seen:
            continue
        seen.add(shard)
        iterator = kinesis.get_shard_iterator(
            StreamName=stream, ShardId=shard, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        while iterator:
            answer = kinesis.get_records(ShardIterator=iterator)
            records += answer["Records"]
            waiting += [it["ShardId"] for it in answer.get("ChildShards", [])]
            iterator = answer.get("NextShardIterator") if answer["Records"] or answer["MillisBehindLatest"] else None
    return records


def test_user_records_pass_a_reshard_whole(shared, name):
    kinesis = shared.client("kinesis")
    make_stream(shared, name, 1)
    texts = [(f"key-{number % 7}", f"text {number} " + "x" * 200) for number in range(3000)]
    made = aggregated(texts, max_size=20_000)
    assert len(made) > 10
    sent = []
    for number, record in enumerate(made):
        if number == len(made) // 2:
            kinesis.split_shard(StreamName=name, ShardToSplit="0", NewStartingHashKey=HALF)
        sent.append(put(kinesis, name, record))
    records = lineage(kinesis, name)
    assert sorted(it["Data"] for it in records) == sorted(sent)
    found = user_records(records)
    assert sorted(found) == sorted(texts)
    assert len({it["SequenceNumber"] for it in records}) == len(made)


@pytest.mark.parametrize("kind", ["plain", "encrypted"])
def test_a_function_gets_an_aggregate_as_it_was_put(shared, name, kind):
    kinesis, s3 = shared.client("kinesis"), shared.client("s3")
    arn = make_stream(shared, name, 1)
    if kind == "encrypted":
        kinesis.start_stream_encryption(StreamARN=arn, EncryptionType="KMS", KeyId="alias/aws/kinesis")
    s3.create_bucket(Bucket=name)
    code = f"""
import boto3, json
def handler(event, context):
    for record in event["Records"]:
        boto3.client("s3").put_object(Bucket={name!r}, Key=record["eventID"], Body=json.dumps(record))
"""
    make_function(shared, name, code)
    shared.client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="TRIM_HORIZON")
    texts = [(f"key-{number}", f"text {number}") for number in range(100)]
    [record] = aggregated(texts)
    data = put(kinesis, name, record)
    keys = lambda: [it["Key"] for it in s3.list_objects_v2(Bucket=name).get("Contents", [])]
    key = wait_for("the event", keys)[0]
    event = json.loads(s3.get_object(Bucket=name, Key=key)["Body"].read())
    assert base64.b64decode(event["kinesis"]["data"]) == data
    found = deaggregate_records([event])
    assert [(it["kinesis"]["partitionKey"], base64.b64decode(it["kinesis"]["data"]).decode()) for it in found] == texts
