"""Enhanced fan-out through misfortune: kills, readers that stop, and functions that read for a consumer."""

import json
import socket
import subprocess
import threading

import pytest
from botocore.config import Config
from conftest import Server, binary, make_function, make_stream, wait_for

SHARD = "shardId-000000000000"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("fanout"), options=["--stream-transition-ms", "0"])
    yield server
    server.stop()


def register(server, stream, consumer="c"):
    kinesis = server.client("kinesis")
    return kinesis.register_stream_consumer(
        StreamARN=stream, ConsumerName=consumer)["Consumer"]["ConsumerARN"]


class Follower:
    """Reads a shard for a consumer, subscription after subscription, whatever becomes of the server."""

    def __init__(self, server, consumer):
        self.server, self.consumer, self.data = server, consumer, []
        self.position = {"Type": "TRIM_HORIZON"}
        self.subscriptions, self.stopped = 0, threading.Event()
        self.reader = threading.Thread(target=self.run, daemon=True)
        self.reader.start()

    def run(self):
        while not self.stopped.is_set():
            try:
                self.subscribe()
            except Exception:  # The server is gone, or not there yet.
                self.stopped.wait(0.05)

    def subscribe(self):
        kinesis = self.server.client("kinesis", config=Config(connect_timeout=5))
        answer = kinesis.subscribe_to_shard(
            ConsumerARN=self.consumer, ShardId=SHARD, StartingPosition=self.position)
        self.subscriptions += 1
        for event in answer["EventStream"]:
            event = event["SubscribeToShardEvent"]
            self.data += [int(record["Data"]) for record in event["Records"]]
            kind = ["AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"][self.subscriptions % 2]
            self.position = {"Type": kind, "SequenceNumber": event["ContinuationSequenceNumber"]}
            if self.stopped.is_set():
                return

    def stop(self):
        self.stopped.set()


def test_a_consumer_that_goes_on_where_it_was_misses_nothing(server, name):
    consumer = register(server, make_stream(server, name))
    follower = Follower(server, consumer)
    acknowledged, number = [], 0
    for turn in range(4):
        kinesis = server.client("kinesis")
        for _ in range(10):
            numbers = range(number, number + 20)
            number += 20
            answer = kinesis.put_records(StreamName=name, Records=[
                {"Data": str(n).encode(), "PartitionKey": "k"} for n in numbers])
            assert answer["FailedRecordCount"] == 0
            acknowledged += numbers
        wait_for("a subscription of this turn", lambda: follower.data and follower.subscriptions > turn)
        server.restart()
    try:
        wait_for("all records", lambda: len(follower.data) >= len(acknowledged))
        assert follower.data == acknowledged
        assert follower.subscriptions >= 3
    finally:
        follower.stop()


def most_memory_mib(server):
    with open(f"/proc/{server.process.pid}/status") as status:
        [line] = [line for line in status if line.startswith("VmHWM:")]
    return int(line.split()[1]) >> 10


def subscribe_and_stop_reading(server, consumer, shard):
    """A subscription whose connection takes little before it is read, over which nothing is read."""
    stream = socket.socket()
    stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    stream.connect(("127.0.0.1", server.port))
    body = json.dumps({"ConsumerARN": consumer, "ShardId": shard,
                       "StartingPosition": {"Type": "TRIM_HORIZON"}})
    stream.sendall((
        f"POST / HTTP/1.1\r\nHost: localhost:{server.port}\r\nContent-Length: {len(body)}\r\n"
        "X-Amz-Target: Kinesis_20131202.SubscribeToShard\r\n"
        "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Date: 20260101T000000Z\r\n"
        "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/kinesis/aws4_request, "
        f"SignedHeaders=host;x-amz-date, Signature={'1' * 64}\r\n\r\n{body}").encode())
    return stream


def test_subscribers_that_stop_reading_cost_little_and_hold_up_nobody(server, name):
    shards = 5
    stream = make_stream(server, name, shards)
    kinesis = server.client("kinesis")
    consumers = [register(server, stream, f"c{n}") for n in range(20)]
    ids = [shard["ShardId"] for shard in kinesis.list_shards(StreamName=name)["Shards"]]
    data = b"x" * 900_000
    for n in range(10):
        for shard in range(shards):
            kinesis.put_record(StreamName=name, PartitionKey="k", Data=data,
                               ExplicitHashKey=str(2**128 // shards * shard + 1))
    before = most_memory_mib(server)
    stalled = [subscribe_and_stop_reading(server, consumer, shard)
               for consumer in consumers[:19] for shard in ids]
    assert len(stalled) >= 95
    try:
        answer = kinesis.subscribe_to_shard(ConsumerARN=consumers[19], ShardId=ids[0],
                                            StartingPosition={"Type": "TRIM_HORIZON"})
        found = 0
        for event in answer["EventStream"]:
            found += len(event["SubscribeToShardEvent"]["Records"])
            if found == 10:
                break
        answer["EventStream"].close()
        grown = most_memory_mib(server) - before
        # Each holds one event, which is one of these records, and not the ten that wait for it.
        assert grown < 450, f"{len(stalled)} stalled subscribers made the server grow by {grown} MiB"
    finally:
        for each in stalled:
            each.close()


COPY = """
import base64, boto3, os

def handler(event, context):
    s3 = boto3.client("s3")
    for record in event["Records"]:
        text = base64.b64decode(record["kinesis"]["data"]).decode()
        s3.put_object(Bucket=os.environ["BUCKET"], Key=text, Body=record["eventSourceARN"])
"""


def test_a_function_reads_for_a_consumer_through_a_kill(server, name):
    stream = make_stream(server, name)
    consumer = register(server, stream)
    server.client("s3").create_bucket(Bucket=name)
    make_function(server, name, COPY, Environment={"Variables": {"BUCKET": name}})
    functions = server.client("lambda")
    functions.get_waiter("function_active_v2").wait(FunctionName=name)
    mapping = functions.create_event_source_mapping(
        FunctionName=name, EventSourceArn=consumer, StartingPosition="LATEST")
    assert mapping["EventSourceArn"] == consumer

    def shown():
        said = subprocess.run([binary(), "status", "--json", "--port", str(server.port)],
                              capture_output=True, check=True).stdout
        [found] = [it for it in json.loads(said)["mappings"] if it["uuid"] == mapping["UUID"]]
        return found["stream"], found.get("gone", [])

    assert shown() == (name, [])

    def put(text):
        server.client("kinesis").put_record(StreamName=name, PartitionKey="k", Data=text)

    def keys():
        listing = server.client("s3").list_objects_v2(Bucket=name)
        return [object["Key"] for object in listing.get("Contents", ())]

    put("first")
    wait_for("the first object", lambda: keys() == ["first"])
    body = server.client("s3").get_object(Bucket=name, Key="first")["Body"].read().decode()
    assert body == consumer
    put("second")
    server.restart()
    put("third")
    wait_for("all objects", lambda: keys() == ["first", "second", "third"])
    server.client("kinesis").deregister_stream_consumer(ConsumerARN=consumer)
    put("for nobody")

    def result():
        found = server.client("lambda").get_event_source_mapping(UUID=mapping["UUID"])
        return found["State"] == "Enabled" and found["LastProcessingResult"].startswith(
            "PROBLEM: Consumer c, account 000000000000 not found.")

    wait_for("the mapping to say that its consumer is gone", result)
    assert "for nobody" not in keys()
    assert shown() == (name, [f"the consumer c of {name}"])
    server.client("lambda").delete_event_source_mapping(UUID=mapping["UUID"])
