"""Enhanced fan-out with boto3, which reads subscriptions over HTTP/1.1."""

import threading

import pytest
from botocore.exceptions import EventStreamError
from conftest import ACCOUNT, REGION, make_stream, refused, wait_for

SHARD = "shardId-000000000000"


@pytest.fixture
def kinesis(shared):
    return shared.client("kinesis")


@pytest.fixture
def stream(shared, name):
    """The ARN of a stream of one shard."""
    return make_stream(shared, name)


def register(kinesis, stream, consumer="c", **options):
    """Registers a consumer and waits until it is active; gives its ARN."""
    arn = kinesis.register_stream_consumer(
        StreamARN=stream, ConsumerName=consumer, **options)["Consumer"]["ConsumerARN"]
    wait_for("the consumer", lambda: describe(kinesis, arn)["ConsumerStatus"] == "ACTIVE")
    return arn


def describe(kinesis, arn):
    return kinesis.describe_stream_consumer(ConsumerARN=arn)["ConsumerDescription"]


class Subscription:
    """A subscription that a thread reads to its end."""

    def __init__(self, kinesis, consumer, kind="LATEST", shard=SHARD, **position):
        answer = kinesis.subscribe_to_shard(
            ConsumerARN=consumer, ShardId=shard, StartingPosition={"Type": kind, **position})
        self.stream = answer["EventStream"]
        self.events, self.ended, self.failure = [], threading.Event(), None
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        try:
            for event in self.stream:
                self.events.append(event["SubscribeToShardEvent"])
        except Exception as failure:  # A test looks at it.
            self.failure = failure
        self.ended.set()

    def records(self):
        return [record for event in list(self.events) for record in event["Records"]]

    def data(self):
        return [record["Data"] for record in self.records()]


def test_a_consumer_goes_through_its_states(kinesis, stream, name):
    made = kinesis.register_stream_consumer(
        StreamARN=stream, ConsumerName="c", Tags={"team": "water"})["Consumer"]
    assert made["ConsumerStatus"] in ("CREATING", "ACTIVE")
    seconds = int(made["ConsumerCreationTimestamp"].timestamp())
    arn = f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{name}/consumer/c:{seconds}"
    assert made["ConsumerARN"] == arn
    wait_for("the consumer", lambda: describe(kinesis, arn)["ConsumerStatus"] == "ACTIVE")
    by_name = kinesis.describe_stream_consumer(StreamARN=stream, ConsumerName="c")
    assert by_name["ConsumerDescription"] == {
        **made, "ConsumerStatus": "ACTIVE", "StreamARN": stream}
    status, code, _ = refused(kinesis.register_stream_consumer, StreamARN=stream, ConsumerName="c")
    assert (status, code) == (400, "ResourceInUseException")
    kinesis.deregister_stream_consumer(ConsumerARN=arn)
    wait_for("the consumer to go", lambda: not kinesis.list_stream_consumers(
        StreamARN=stream)["Consumers"])
    assert refused(kinesis.describe_stream_consumer, ConsumerARN=arn)[1] == "ResourceNotFoundException"


def test_consumers_are_listed_in_pages_and_have_tags(kinesis, stream, name):
    arns = [register(kinesis, stream, f"c{n}", Tags={"n": str(n)}) for n in range(3)]
    pages = kinesis.get_paginator("list_stream_consumers").paginate(
        StreamARN=stream, PaginationConfig={"PageSize": 2})
    pages = [[consumer["ConsumerARN"] for consumer in page["Consumers"]] for page in pages]
    assert pages == [arns[:2], arns[2:]]
    summary = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]
    assert summary["ConsumerCount"] == 3
    tags = lambda: kinesis.list_tags_for_resource(ResourceARN=arns[1])["Tags"]
    assert tags() == [{"Key": "n", "Value": "1"}]
    kinesis.tag_resource(ResourceARN=arns[1], Tags={"team": "water"})
    kinesis.untag_resource(ResourceARN=arns[1], TagKeys=["n"])
    assert tags() == [{"Key": "team", "Value": "water"}]
    assert kinesis.list_tags_for_resource(ResourceARN=stream)["Tags"] == []


def test_a_stream_with_consumers_is_deleted_only_with_them(kinesis, stream, name):
    register(kinesis, stream)
    status, code, message = refused(kinesis.delete_stream, StreamName=name)
    assert (status, code) == (400, "ResourceInUseException")
    assert message.startswith(f"DeleteStream can't delete {ACCOUNT}:{name} because there are consumers")
    kinesis.delete_stream(StreamName=name, EnforceConsumerDeletion=True)
    kinesis.get_waiter("stream_not_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})


def test_records_are_pushed_from_where_the_caller_says(kinesis, stream, name):
    consumers = [register(kinesis, stream, f"c{n}") for n in range(5)]
    put = lambda n: kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"%d" % n)
    before = [put(n) for n in range(3)]
    arrival = kinesis.get_records(ShardIterator=kinesis.get_shard_iterator(
        StreamName=name, ShardId=SHARD, ShardIteratorType="TRIM_HORIZON")["ShardIterator"])
    second = before[1]["SequenceNumber"]
    subscriptions = [
        Subscription(kinesis, consumers[0]),
        Subscription(kinesis, consumers[1], "TRIM_HORIZON"),
        Subscription(kinesis, consumers[2], "AT_SEQUENCE_NUMBER", SequenceNumber=second),
        Subscription(kinesis, consumers[3], "AFTER_SEQUENCE_NUMBER", SequenceNumber=second),
        Subscription(kinesis, consumers[4], "AT_TIMESTAMP",
                     Timestamp=arrival["Records"][0]["ApproximateArrivalTimestamp"]),
    ]
    last = put(3)
    expected = [[3], [0, 1, 2, 3], [1, 2, 3], [2, 3], [0, 1, 2, 3]]
    for subscription, numbers in zip(subscriptions, expected):
        wanted = [b"%d" % n for n in numbers]
        wait_for("the records", lambda: subscription.data() == wanted)
        event = subscription.events[-1]
        assert event["MillisBehindLatest"] == 0 and "ChildShards" not in event
        assert int(event["ContinuationSequenceNumber"]) > int(last["SequenceNumber"])
    [record] = subscriptions[0].records()
    assert (record["SequenceNumber"], record["PartitionKey"]) == (last["SequenceNumber"], "k")


def test_a_caller_hears_something_though_nothing_comes(kinesis, stream):
    subscription = Subscription(kinesis, register(kinesis, stream))
    wait_for("an event", lambda: subscription.events)
    assert subscription.events[0]["Records"] == []
    assert subscription.events[0]["MillisBehindLatest"] == 0


def test_one_subscription_reads_a_shard_for_a_consumer(kinesis, stream, name):
    arn = register(kinesis, stream)
    first = Subscription(kinesis, arn)
    ask = dict(ConsumerARN=arn, ShardId=SHARD, StartingPosition={"Type": "LATEST"})
    status, code, message = refused(kinesis.subscribe_to_shard, **ask)
    in_use = f"Another active subscription exists for this consumer: {ACCOUNT}:{name}:{SHARD}:c"
    assert (status, code, message) == (400, "ResourceInUseException", in_use)
    assert refused(kinesis.subscribe_to_shard, **ask, DryRun=True)[1] == "ResourceInUseException"

    def take_over():
        try:
            return Subscription(kinesis, arn)
        except kinesis.exceptions.ResourceInUseException:
            return None

    second = wait_for("the first five seconds to be over", take_over)
    wait_for("the first to end", first.ended.is_set)
    assert isinstance(first.failure, EventStreamError)
    assert first.failure.response["Error"] == {"Code": "ResourceInUseException", "Message": in_use}
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"x")
    wait_for("the record", lambda: second.data() == [b"x"])
    kinesis.deregister_stream_consumer(ConsumerARN=arn)
    wait_for("the second to end", second.ended.is_set)
    assert second.failure.response["Error"]["Code"] == "ResourceNotFoundException"


def test_what_would_be_done_is_told_and_what_cannot_be_is_refused(kinesis, stream):
    arn = register(kinesis, stream)
    ask = dict(ConsumerARN=arn, ShardId=SHARD, StartingPosition={"Type": "LATEST"})
    assert refused(kinesis.subscribe_to_shard, **ask, DryRun=True)[1] == "DryRunOperationException"
    assert refused(kinesis.subscribe_to_shard, **{**ask, "ShardId": "shardId-000000000007"})[1] == \
        "ResourceNotFoundException"
    assert refused(kinesis.subscribe_to_shard, **{**ask, "ConsumerARN": f"{arn}1"})[1] == \
        "ResourceNotFoundException"
    assert refused(kinesis.subscribe_to_shard, **{
        **ask, "StartingPosition": {"Type": "AT_TIMESTAMP"}})[1] == "InvalidArgumentException"


def test_a_split_ends_a_subscription_with_the_children(kinesis, stream, name):
    arn = register(kinesis, stream)
    parent = Subscription(kinesis, arn)
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"parent")
    kinesis.split_shard(StreamName=name, ShardToSplit=SHARD, NewStartingHashKey=str(2**127))
    wait_for("the end", parent.ended.is_set)
    assert parent.failure is None and parent.data() == [b"parent"]
    last = parent.events[-1]
    assert "ContinuationSequenceNumber" not in last
    assert [child["ParentShards"] for child in last["ChildShards"]] == [[SHARD], [SHARD]]
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"child")
    children = [Subscription(kinesis, arn, "TRIM_HORIZON", shard=child["ShardId"])
                for child in last["ChildShards"]]
    wait_for("the child's record", lambda: [b"child"] in [child.data() for child in children])
