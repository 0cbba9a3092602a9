"""A server that keeps AWS's limits, as boto3 meets them."""

import concurrent.futures

import pytest
from botocore.config import Config
from conftest import ACCOUNT, Server, make_function, make_stream, wait_for

RETRYING = Config(retries={"total_max_attempts": 10, "mode": "standard"})


@pytest.fixture(scope="module")
def limited(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("limited"), options=["--ephemeral", "--limits", "aws"])
    yield server
    server.stop()


def throttled(stream, shard="shardId-000000000000"):
    message = f"Rate exceeded for shard {shard} in stream {stream} under account {ACCOUNT}."
    return "ProvisionedThroughputExceededException", message


def at_once(times, call):
    """Makes a call so many times side by side, so that a slow machine is no slower than a rate."""
    with concurrent.futures.ThreadPoolExecutor(times) as pool:
        return list(pool.map(call, range(times)))


def test_a_shard_takes_a_mebibyte_and_the_sdk_tries_again(limited, name):
    make_stream(limited, name)
    kinesis, retrying = limited.client("kinesis"), limited.client("kinesis", config=RETRYING)
    record = {"StreamName": name, "PartitionKey": "k", "Data": b"x" * 1_000_000}

    def refusal(_):
        try:
            return kinesis.put_record(**record) and None
        except kinesis.exceptions.ProvisionedThroughputExceededException as error:
            return error.response["Error"]["Code"], error.response["Error"]["Message"]

    assert {it for it in at_once(6, refusal) if it} == {throttled(name)}
    puts = at_once(3, lambda _: retrying.put_record(**record))
    assert sum(put["ResponseMetadata"]["RetryAttempts"] for put in puts) > 0


def test_put_records_says_which_records_were_throttled(limited, name):
    make_stream(limited, name)
    kinesis = limited.client("kinesis")

    def put(records):
        """The records that were not taken."""
        answer = kinesis.put_records(StreamName=name, Records=records)
        assert answer["ResponseMetadata"]["HTTPStatusCode"] == 200
        failed = [at for at, one in enumerate(answer["Records"]) if "ErrorCode" in one]
        assert answer["FailedRecordCount"] == len(failed)
        for at in failed:
            one = answer["Records"][at]
            assert (one["ErrorCode"], one["ErrorMessage"]) == throttled(name)
            assert "SequenceNumber" not in one and "ShardId" not in one
        return [records[at] for at in failed]

    batch = lambda n: [{"PartitionKey": "k", "Data": str(500 * n + at).encode()} for at in range(500)]
    left = sum(at_once(6, lambda n: put(batch(n))), [])
    assert 0 < len(left) <= 2000
    while left:
        left = put(left[:500]) + left[500:]
    seen, iterator = set(), first(kinesis, name)
    while len(seen) < 3000:
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
    reads = at_once(12, lambda _: read(kinesis, iterator))
    assert 5 <= len(reads) - reads.count(None) < 12
    again = limited.client("kinesis", config=RETRYING).get_records(ShardIterator=iterator)
    assert again["NextShardIterator"]


def test_the_control_plane_is_slowed_down(limited):
    kinesis = limited.client("kinesis", region_name="eu-west-1")

    def ask(_):
        try:
            return kinesis.describe_limits()["ShardLimit"]
        except kinesis.exceptions.LimitExceededException as error:
            return error.response["Error"]["Message"]

    answers = at_once(8, ask)
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
