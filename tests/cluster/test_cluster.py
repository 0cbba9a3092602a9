"""Three nodes over PostgreSQL, Kafka and an S3 server: any of them answers anything."""

import json
import signal
import time

import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from conftest import make_function, wait_for
from nodes import cluster, engines  # noqa: F401 (fixtures)

# What clients do who meet a node, or an engine, that is away for some seconds.
PATIENT = Config(retries={"mode": "standard", "total_max_attempts": 10}, read_timeout=30)

WRITES = """
import base64, boto3, json, os
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        data = base64.b64decode(record["kinesis"]["data"])
        key = data.decode() + "/" + context.aws_request_id
        s3.put_object(Bucket=os.environ["BUCKET"], Key=key, Body=data)
"""


@pytest.fixture(autouse=True)
def all_nodes_run(cluster):  # noqa: F811
    """What a test has stopped runs again before the next one."""
    yield
    for node in cluster.nodes:
        if node.process.poll() is None:
            node.wake()
        else:
            node.start()
    for node in cluster.nodes:
        wait_for(f"node {node.name}", node.is_ready)


class Pipeline:
    """A stream whose records a function writes to a bucket, each under its data and the request."""

    def __init__(self, cluster, name, shards=2):  # noqa: F811
        self.cluster, self.name = cluster, name
        client = cluster.client
        client("s3").create_bucket(Bucket=name)
        client("kinesis").create_stream(StreamName=name, ShardCount=shards)
        wait_for("the stream", lambda: self.summary()["StreamStatus"] == "ACTIVE")
        make_function(cluster, name, WRITES, Environment={"Variables": {"BUCKET": name}}, Timeout=20)
        self.uuid = client("lambda").create_event_source_mapping(
            EventSourceArn=self.summary()["StreamARN"], FunctionName=name, StartingPosition="TRIM_HORIZON"
        )["UUID"]
        self.put_records = 0

    def summary(self):
        kinesis = self.cluster.client("kinesis")
        return kinesis.describe_stream_summary(StreamName=self.name)["StreamDescriptionSummary"]

    def put(self, count, through=None):
        """Puts records, each through some node; gives their data."""
        put = []
        for _ in range(count):
            self.put_records += 1
            data = f"record-{self.put_records}"
            kinesis = (through or self.cluster).client("kinesis", config=PATIENT)
            kinesis.put_record(StreamName=self.name, Data=data, PartitionKey=data)
            put.append(data)
        return put

    def deliveries(self, ask=None):
        """How often each record was delivered."""
        s3 = (ask or self.cluster).client("s3", config=PATIENT)
        found, more = {}, {}
        while True:
            page = s3.list_objects_v2(Bucket=self.name, **more)
            for item in page.get("Contents", []):
                data = item["Key"].split("/")[0]
                found[data] = found.get(data, 0) + 1
            if not page["IsTruncated"]:
                return found
            more = {"ContinuationToken": page["NextContinuationToken"]}

    def arrived(self, put, seconds=60, ask=None):
        """Waits until all these records were delivered; gives how often all were."""
        return wait_for(
            f"{len(put)} records in {self.name}",
            lambda: (found := self.deliveries(ask)) and set(put) <= found.keys() and found,
            seconds,
        )

    def mover(self, ask=None):
        return self.cluster.node(wait_for("a mover", lambda: self.cluster.mover(self.uuid, ask)))


def test_status_names_the_nodes_and_the_engines(cluster):  # noqa: F811
    for node in cluster.nodes:
        status = node.status()
        assert status["node"] == node.name
        assert [it["name"] for it in status["nodes"]] == sorted(it.name for it in cluster.nodes)
        assert {it["state"] for it in status["nodes"]} == {"ALIVE"}
        assert [it["name"] for it in status["engines"]] == ["tables", "log", "blobs"]
        assert not any(it.get("trouble") for it in status["engines"]), status["engines"]


def test_the_mission_through_any_node(cluster, name):  # noqa: F811
    pipeline = Pipeline(cluster, name)
    put = pipeline.put(30)
    assert pipeline.arrived(put).keys() == set(put)
    key = cluster.client("s3").list_objects_v2(Bucket=name)["Contents"][0]["Key"]
    for node in cluster.nodes:
        body = node.client("s3").get_object(Bucket=name, Key=key)["Body"].read()
        assert body.decode() == key.split("/")[0]


def test_objects_that_are_no_rows_are_read_through_any_node(cluster, name):  # noqa: F811
    cluster.client("s3").create_bucket(Bucket=name)
    body = bytes(range(256)) * 8192
    for number in range(3):
        cluster.client("s3").put_object(Bucket=name, Key=str(number), Body=body)
    for node in cluster.nodes:
        for number in range(3):
            assert node.client("s3").get_object(Bucket=name, Key=str(number))["Body"].read() == body


def test_a_queue_has_no_home(cluster, name):  # noqa: F811
    url = cluster.client("sqs").create_queue(QueueName=name)["QueueUrl"]
    for number in range(20):
        cluster.client("sqs").send_message(QueueUrl=url, MessageBody=str(number))
    bodies = []
    while len(bodies) < 20:
        got = cluster.client("sqs").receive_message(
            QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=5
        ).get("Messages", [])
        assert got, bodies
        bodies += [message["Body"] for message in got]
        cluster.client("sqs").delete_message_batch(
            QueueUrl=url,
            Entries=[{"Id": str(i), "ReceiptHandle": it["ReceiptHandle"]} for i, it in enumerate(got)],
        )
    assert sorted(bodies, key=int) == [str(number) for number in range(20)]
    for node in cluster.nodes:
        left = node.client("sqs").get_queue_attributes(
            QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"]
        )
        assert left["Attributes"]["ApproximateNumberOfMessages"] == "0"


def test_a_receive_that_waits_hears_of_what_another_node_sends(cluster, name):  # noqa: F811
    from concurrent.futures import ThreadPoolExecutor

    one, two, three = cluster.nodes
    url = one.client("sqs").create_queue(QueueName=name)["QueueUrl"]
    one.client("sqs").send_message(QueueUrl=url, MessageBody="first")
    with ThreadPoolExecutor() as pool:
        for sender, receiver in [(two, three), (three, two), (one, two)]:
            waiting = pool.submit(
                receiver.client("sqs").receive_message, QueueUrl=url, WaitTimeSeconds=20, MaxNumberOfMessages=10
            )
            sender.client("sqs").send_message(QueueUrl=url, MessageBody="more")
            assert waiting.result(timeout=15)["Messages"]


def test_the_dead_of_a_queue_go_to_one_that_another_node_serves(cluster, name):  # noqa: F811
    one, two, three = (node.client("sqs") for node in cluster.nodes)
    dead = two.create_queue(QueueName=f"{name}-dead")["QueueUrl"]
    two.send_message(QueueUrl=dead, MessageBody="there before")
    arn = two.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    policy = json.dumps({"deadLetterTargetArn": arn, "maxReceiveCount": "1"})
    url = one.create_queue(QueueName=name, Attributes={"RedrivePolicy": policy, "VisibilityTimeout": "0"})["QueueUrl"]
    one.send_message(QueueUrl=url, MessageBody="dies")
    assert one.receive_message(QueueUrl=url)["Messages"]

    def found():
        one.receive_message(QueueUrl=url)
        got = three.receive_message(QueueUrl=dead, MaxNumberOfMessages=10, VisibilityTimeout=0)
        return "dies" in [message["Body"] for message in got.get("Messages", [])]

    wait_for("the dead message", found, 20)


def test_a_fifo_topic_keeps_its_order_through_any_node(cluster, name):  # noqa: F811
    sns, sqs = cluster.client("sns"), cluster.client("sqs")
    topic = sns.create_topic(Name=f"{name}.fifo", Attributes={"FifoTopic": "true"})["TopicArn"]
    url = sqs.create_queue(QueueName=f"{name}.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    policy = {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": arn}]}
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(policy)})
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"})
    for number in range(12):
        cluster.client("sns").publish(
            TopicArn=topic, Message=str(number), MessageGroupId="g", MessageDeduplicationId=str(number)
        )
    bodies = []
    while len(bodies) < 12:
        got = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=10).get("Messages", [])
        assert got, bodies
        for message in got:
            bodies.append(message["Body"])
            cluster.client("sqs").delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    assert bodies == [str(number) for number in range(12)]


def test_items_and_their_stream_through_any_node(cluster, name):  # noqa: F811
    cluster.client("dynamodb").create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "k", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "k", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
    )
    for _ in range(30):
        cluster.client("dynamodb").update_item(
            TableName=name, Key={"k": {"S": "count"}}, UpdateExpression="ADD n :one",
            ExpressionAttributeValues={":one": {"N": "1"}},
        )
    for node in cluster.nodes:
        item = node.client("dynamodb").get_item(TableName=name, Key={"k": {"S": "count"}}, ConsistentRead=True)
        assert item["Item"]["n"] == {"N": "30"}


def test_pages_of_a_list_go_on_at_another_node(cluster, name):  # noqa: F811
    for number in range(5):
        cluster.client("kinesis").create_stream(StreamName=f"{name}-{number}", ShardCount=1)
    cluster.client("s3").create_bucket(Bucket=name)
    for number in range(5):
        cluster.client("s3").put_object(Bucket=name, Key=str(number), Body=b"x")
    found, token = [], {}
    while True:
        page = cluster.client("s3").list_objects_v2(Bucket=name, MaxKeys=2, **token)
        found += [it["Key"] for it in page["Contents"]]
        if not page["IsTruncated"]:
            break
        token = {"ContinuationToken": page["NextContinuationToken"]}
    assert found == [str(number) for number in range(5)]
    put = cluster.client("kinesis").put_record(StreamName=f"{name}-0", Data="here", PartitionKey="p")
    iterator = cluster.client("kinesis").get_shard_iterator(
        StreamName=f"{name}-0", ShardId=put["ShardId"], ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    for _ in range(3):
        page = cluster.client("kinesis").get_records(ShardIterator=iterator)
        found = page["Records"] or found
        iterator = page["NextShardIterator"]
    assert [record["Data"] for record in found] == [b"here"]


def test_another_node_goes_on_after_a_kill(cluster, name):  # noqa: F811
    pipeline = Pipeline(cluster, name)
    pipeline.arrived(pipeline.put(10))
    mover = pipeline.mover()
    other = cluster.others(mover)[0]
    mover.kill()
    killed = time.monotonic()
    put = pipeline.put(5, through=other)
    wait_for("another mover", lambda: cluster.mover(pipeline.uuid, other) not in (None, mover.name), 30)
    took = time.monotonic() - killed
    pipeline.arrived(put, ask=other)
    print(f"taken over {took:.1f} s after the kill")
    assert took <= 10


def test_another_node_goes_on_at_once_after_a_stop(cluster, name):  # noqa: F811
    pipeline = Pipeline(cluster, name)
    pipeline.arrived(pipeline.put(10))
    mover = pipeline.mover()
    other = cluster.others(mover)[0]
    mover.process.send_signal(signal.SIGTERM)
    stopped = time.monotonic()
    wait_for("another mover", lambda: cluster.mover(pipeline.uuid, other) not in (None, mover.name), 30)
    took = time.monotonic() - stopped
    print(f"taken over {took:.1f} s after the stop")
    assert took <= 5
    assert mover.process.wait(timeout=30) == 0
    pipeline.arrived(pipeline.put(5, through=other), ask=other)
    assert mover.name not in [it["name"] for it in other.status()["nodes"]]


def test_mappings_spread_over_the_nodes_and_over_one_that_comes(cluster, name):  # noqa: F811
    for number in range(4):
        Pipeline(cluster, f"{name}-{number}", shards=1)

    def is_spread():
        movers = [it.get("node") for it in cluster.nodes[0].status()["mappings"]]
        most = -(-len(movers) // len(cluster.nodes))
        return None not in movers and max(movers.count(node.name) for node in cluster.nodes) <= most

    wait_for("the mappings to be spread", is_spread, 20)
    node = cluster.nodes[1]
    assert node.stop() == 0
    node.start()
    joined = time.monotonic()
    wait_for("the mappings to be spread again", is_spread, 30)
    took = time.monotonic() - joined
    print(f"spread {took:.1f} s after the node had joined")
    assert took <= 10


def test_a_node_that_stops_is_not_ready_before_it_ends(cluster):  # noqa: F811
    node = cluster.nodes[0]
    assert node.ready() == (200, {"ready": True})
    node.process.send_signal(signal.SIGTERM)
    seen = wait_for("not to be ready", lambda: (answer := node.ready())[0] != 200 and answer)
    assert seen == (503, {"ready": False, "reason": "draining"})
    # It still answers what comes in.
    node.client("s3").list_buckets()
    assert node.process.wait(timeout=30) == 0


def test_a_node_that_was_paused_writes_nothing_that_others_must_not_see(cluster, name):  # noqa: F811
    pipeline = Pipeline(cluster, name)
    pipeline.arrived(pipeline.put(10))
    mover = pipeline.mover()
    other = cluster.others(mover)[0]
    # It serves a queue, too, and knows its messages.
    url = mover.client("sqs").create_queue(QueueName=name)["QueueUrl"]
    for number in range(3):
        mover.client("sqs").send_message(QueueUrl=url, MessageBody=str(number))
    mover.pause()
    wait_for("another mover", lambda: cluster.mover(pipeline.uuid, other) not in (None, mover.name), 30)
    pipeline.arrived(pipeline.put(10, through=other), ask=other)
    sqs = other.client("sqs", config=PATIENT)
    got = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
    assert sorted(it["Body"] for it in got) == ["0", "1", "2"]
    for message in got:
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    before = pipeline.deliveries(other)
    mover.wake()
    # What it held in memory is not the truth any more.
    again = mover.client("sqs", config=PATIENT).receive_message(QueueUrl=url, WaitTimeSeconds=2)
    assert "Messages" not in again
    mover.client("sqs", config=PATIENT).send_message(QueueUrl=url, MessageBody="new")
    got = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=10)["Messages"]
    assert [it["Body"] for it in got] == ["new"]
    put = pipeline.put(10)
    after = pipeline.arrived(put)
    assert {data: after[data] for data in before} == before, "nothing is delivered again"


def refused(call, **arguments):
    """The HTTP status of a call that fails, or `None` where it succeeds or nothing answers."""
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["ResponseMetadata"]["HTTPStatusCode"]
    except BotoCoreError:
        pass
    return None


@pytest.mark.parametrize("engine", ["tables", "log", "blobs"])
def test_an_engine_that_is_gone_is_told_and_comes_back(cluster, name, engine):  # noqa: F811
    pipeline = Pipeline(cluster, name)
    put = pipeline.put(5)
    pipeline.arrived(put)
    one = cluster.nodes[0]
    calls = {
        "tables": (one.client("s3").create_bucket, {"Bucket": f"{name}-2"}),
        "log": (one.client("kinesis").put_record, {"StreamName": name, "Data": "lost", "PartitionKey": "p"}),
        "blobs": (one.client("s3").put_object, {"Bucket": name, "Key": "lost", "Body": bytes(4 << 20)}),
    }
    call, arguments = calls[engine]
    gone = getattr(cluster.engines, engine)
    gone.kill()
    wait_for("not to be ready", lambda: one.ready()[0] == 503)
    assert engine in one.ready()[1]["reason"]
    assert refused(call, **arguments) in (500, 503)
    gone.start()
    for node in cluster.nodes:
        wait_for(f"node {node.name} again", node.is_ready)
    more = pipeline.put(5)
    found = pipeline.arrived(put + more)
    # Of what the broker was sent, nobody may know whether it came.
    assert engine == "log" or "lost" not in found
