"""A server that keeps AWS's limits, as boto3 meets them."""

import concurrent.futures

import pytest
from botocore.config import Config
from conftest import ACCOUNT, Server, make_function, make_stream, refused, wait_for

RETRYING = Config(retries={"total_max_attempts": 10, "mode": "standard"})


@pytest.fixture(scope="module")
def limited(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("limited"), options=["--ephemeral", "--limits", "aws"])
    yield server
    server.stop()


def throttled(stream, shard="shardId-000000000000"):
    message = f"Rate exceeded for shard {shard} in stream {stream} under account {ACCOUNT}."
    return "ProvisionedThroughputExceededException", message


def test_a_shard_takes_a_mebibyte_and_the_sdk_tries_again(limited, name):
    make_stream(limited, name)
    kinesis = limited.client("kinesis")
    record = {"StreamName": name, "PartitionKey": "k", "Data": b"x" * 1_000_000}
    kinesis.put_record(**record)
    assert refused(kinesis.put_record, **record) == (400, *throttled(name))
    put = limited.client("kinesis", config=RETRYING).put_record(**record)
    assert put["ResponseMetadata"]["RetryAttempts"] > 0 and put["SequenceNumber"]


def test_put_records_says_which_records_were_throttled(limited, name):
    make_stream(limited, name)
    kinesis = limited.client("kinesis")
    left = [{"PartitionKey": "k", "Data": str(number).encode()} for number in range(1500)]
    failures, batches = 0, 0
    while left:
        answer = kinesis.put_records(StreamName=name, Records=left[:500])
        assert answer["ResponseMetadata"]["HTTPStatusCode"] == 200
        failed = [at for at, one in enumerate(answer["Records"]) if "ErrorCode" in one]
        assert answer["FailedRecordCount"] == len(failed)
        for at in failed:
            one = answer["Records"][at]
            assert (one["ErrorCode"], one["ErrorMessage"]) == throttled(name)
            assert "SequenceNumber" not in one and "ShardId" not in one
        left = [left[at] for at in failed] + left[500:]
        failures, batches = failures + len(failed), batches + 1
    assert failures > 0 and batches > 3
    seen, iterator = set(), first(kinesis, name)
    while len(seen) < 1500:
        answer = wait_for("a read to be let through", lambda: read(kinesis, iterator))
        seen |= {one["Data"] for one in answer["Records"]}
        iterator = answer["NextShardIterator"]


def first(kinesis, name):
    return kinesis.get_shard_iterator(
        StreamName=name, ShardId="0", ShardIteratorType="TRIM_HORIZON")["ShardIterator"]


def read(kinesis, iterator):
    try:
        return kinesis.get_records(ShardIterator=iterator)
    except kinesis.exceptions.ProvisionedThroughputExceededException:
        return None


def test_a_shard_is_read_five_times_in_a_second(limited, name):
    make_stream(limited, name)
    kinesis = limited.client("kinesis")
    iterator = first(kinesis, name)
    reads = [read(kinesis, iterator) for _ in range(40)]
    assert reads[:5].count(None) == 0 and reads.count(None) > 0
    again = limited.client("kinesis", config=RETRYING).get_records(ShardIterator=iterator)
    assert again["NextShardIterator"]


def test_the_control_plane_is_slowed_down(limited):
    kinesis = limited.client("kinesis", region_name="eu-west-1")
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        def ask(_):
            try:
                return kinesis.describe_limits()["ShardLimit"]
            except kinesis.exceptions.LimitExceededException as error:
                return error.response["Error"]["Message"]
        answers = list(pool.map(ask, range(20)))
    assert 20_000 in answers
    assert {it for it in answers if it != 20_000} == {f"Rate exceeded for account {ACCOUNT}."}


def test_a_mapping_leaves_reads_to_others(limited, name):
    stream = make_stream(limited, name)
    make_function(limited, name, "def handler(event, context):\n    return len(event['Records'])\n")
    functions, kinesis = limited.client("lambda"), limited.client("kinesis")
    functions.create_event_source_mapping(
        EventSourceArn=stream, FunctionName=name, StartingPosition="TRIM_HORIZON")
    iterator, own = first(kinesis, name), []
    for number in range(3):
        kinesis.put_record(StreamName=name, PartitionKey="k", Data=str(number).encode())
        # A reader that asks about as often as a shard allows beside one mapping.
        answer = wait_for("a read", lambda: read(kinesis, iterator), 10)
        own, iterator = own + answer["Records"], answer["NextShardIterator"]
    mapping = functions.list_event_source_mappings(FunctionName=name)["EventSourceMappings"][0]
    wait_for("the mapping to have read all", lambda: functions.get_event_source_mapping(
        UUID=mapping["UUID"])["LastProcessingResult"] == "OK", 20)
    assert own
