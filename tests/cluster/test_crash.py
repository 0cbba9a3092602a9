"""What any node has acknowledged stays, in its order, whatever is killed, paused, restarted or cut off, node or engine.

Thirty rounds, each chosen by a seed: CLUSTER_SEED gives another than the usual, CLUSTER_ROUNDS another count."""

import os
import random
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from conftest import make_function, make_stream, wait_for
from doors import Doors
from engines import Engines, free_port
from load import COUNTERS, IMPATIENT, PATIENT, Clients, Followers, Taker, Truth, Writer, check_count, look_at
from nodes import Node

SEED = os.environ.get("CLUSTER_SEED", "1")
ROUNDS = int(os.environ.get("CLUSTER_ROUNDS", "30"))
WRITERS = 12
NODES = ("one", "two", "three")
ENGINES = ("tables", "log", "blobs")
# How often each comes in thirty rounds.
DEEDS = {"kill": 7, "pause": 4, "restart": 3, "engine": 6, "cut": 3, "hold": 3, "cut all": 2, "split": 1, "merge": 1}
# Rounds of which something is still to be made good.
AT_ONCE = 2
# Only what will never come is waited for as long, however busy the machine is.
PATIENCE_S = 300
# What clients do who meet a node that is not to be had.
AGAIN = Config(retries={"mode": "standard", "total_max_attempts": 10}, read_timeout=30)
# Engines end with the thread that has started them, so these stay.
HANDS = ThreadPoolExecutor(AT_ONCE)

# It keeps which records it was given, and when.
CONSUMER = """
import boto3, time
s3 = boto3.client("s3")
def handler(event, context):
    began = time.time_ns()
    ids = [event["text"]] if "text" in event else [record["eventID"] for record in event["Records"]]
    s3.put_object(Bucket="delivered", Key=f"{began}-{context.aws_request_id}", Body="\\n".join(ids))
"""


class Guarded:
    """Three nodes, each with doors of its own between it and the engines, and one before it for the other nodes."""

    def __init__(self, folder):
        self.doors, self.nodes, self.engines = Doors(), [], None
        try:
            ways = {name: free_port() for name in NODES}
            logs = [(ways[name], self.doors.open(f"{name}-log", ways[name])) for name in NODES]
            self.engines = Engines(folder / "engines", logs)
            for name, (_, log) in zip(NODES, logs):
                urls = {"log": self.engines.log.url_at(log)}
                for each in ("tables", "blobs"):
                    engine = getattr(self.engines, each)
                    urls[each] = engine.url_at(self.doors.open(f"{name}-{each}", engine.port))
                port = free_port()
                address = f"127.0.0.1:{self.doors.open(name, port)}"
                self.nodes.append(Node(folder / name, name, urls, port=port, address=address))
        except BaseException:
            self.stop()
            raise

    def node(self, name):
        return next(node for node in self.nodes if node.name == name)

    def wait(self):
        for node in self.nodes:
            wait_for(f"node {node.name}", node.is_ready, PATIENCE_S)

    def stop(self):
        for node in self.nodes:
            node.stop()
        if self.engines:
            self.engines.stop()
        self.doors.stop()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    cluster = Guarded(tmp_path_factory.mktemp("crash"))
    cluster.wait()
    yield cluster
    cluster.stop()


class Round:
    """Something that is done to one node, one engine or one connection, and made good again."""

    def __init__(self, deed, chance):
        self.deed, node, engine = deed, chance.choice(NODES), chance.choice(ENGINES)
        self.of = {"engine": engine, "cut all": engine, "split": "shards", "merge": "shards"}.get(deed, node)
        self.door = f"{node}-{chance.choice((*ENGINES, *NODES))}"
        if self.door.split("-")[1] in NODES:
            # Before a node itself, where the others come in.
            self.door = node
        # What is paused wakes when others have long taken over; what is held, when they have or have not.
        least, most = {"pause": (9, 12), "hold": (2, 12)}.get(deed, (0, 2))
        self.seconds = chance.uniform(least, most)
        self.before = chance.uniform(0.3, 2)
        self.took, self.chance = 0, random.Random(chance.random())

    def __str__(self):
        where = self.door if self.deed in ("cut", "hold") else self.of
        return f"{self.deed} {where} ({self.seconds:.1f} s)"

    def run(self, cluster):
        began = time.monotonic()
        try:
            getattr(self, self.deed.replace(" ", "_"))(cluster)
            for node in cluster.nodes:
                if self.of in (node.name, *ENGINES):
                    self.until_ready(node)
        finally:
            self.took = time.monotonic() - began

    def until_ready(self, node):
        """As long as it is another round's turn to start it, its process is none of ours."""
        wait_for(f"node {node.name} after {self}", node.is_ready, PATIENCE_S, 0.2)

    def start(self, node):
        """Starts a node as whoever keeps it running does: again and again, since it ends where an engine is away for long."""
        end = time.monotonic() + PATIENCE_S / 2
        while True:
            try:
                return node.start()
            except AssertionError:
                node.kill()
                if time.monotonic() > end:
                    raise
            time.sleep(0.5)

    def kill(self, cluster):
        node = cluster.node(self.of)
        node.kill()
        time.sleep(self.seconds)
        self.start(node)

    def pause(self, cluster):
        node = cluster.node(self.of)
        node.pause()
        time.sleep(self.seconds)
        node.wake()

    def restart(self, cluster):
        node = cluster.node(self.of)
        assert node.stop() == 0, f"{node.name} did not end well\n{node.log()[-3000:]}"
        self.start(node)

    def engine(self, cluster):
        engine = getattr(cluster.engines, self.of)
        engine.kill()
        time.sleep(self.seconds)
        engine.start()

    def cut(self, cluster):
        cluster.doors.tell("cut", self.door)

    def cut_all(self, cluster):
        for node in NODES:
            cluster.doors.tell("cut", f"{node}-{self.of}")

    def hold(self, cluster):
        cluster.doors.tell("hold", self.door)
        time.sleep(self.seconds)
        if self.seconds > 6:
            cluster.doors.tell("cut", self.door)
        cluster.doors.tell("free", self.door)


    def split(self, cluster):
        def once(kinesis):
            shard = open_shards(kinesis)[0]
            low, high = (int(shard["HashKeyRange"][end]) for end in ("StartingHashKey", "EndingHashKey"))
            kinesis.split_shard(
                StreamName="s", ShardToSplit=shard["ShardId"], NewStartingHashKey=str((low + high + 1) // 2))

        self.reshard(cluster, once)

    def merge(self, cluster):
        def once(kinesis):
            first, second = (shard["ShardId"] for shard in open_shards(kinesis)[-2:])
            kinesis.merge_shards(StreamName="s", ShardToMerge=first, AdjacentShardToMerge=second)

        self.reshard(cluster, once)

    def reshard(self, cluster, once):
        """By whatever node does it. One that does not answer may have done it, so this may come to two splits."""
        def done():
            try:
                once(self.chance.choice(cluster.nodes).client("kinesis"))
                return True
            except BotoCoreError:
                return False
            except ClientError as error:
                if error.response["ResponseMetadata"]["HTTPStatusCode"] < 500:
                    # The shard is closing since the last time, or something is wrong.
                    assert error.response["Error"]["Code"] == "ResourceInUseException", error
                return False

        wait_for(str(self), done, PATIENCE_S, 0.2)


def open_shards(kinesis):
    """In the order of their hash keys."""
    shards = kinesis.list_shards(StreamName="s")["Shards"]
    shards = [it for it in shards if "EndingSequenceNumber" not in it["SequenceNumberRange"]]
    return sorted(shards, key=lambda it: int(it["HashKeyRange"]["StartingHashKey"]))


def plan(seed, rounds):
    """The rounds of a seed."""
    chance, deeds = random.Random(seed), []
    while len(deeds) < rounds:
        some = [deed for deed, count in DEEDS.items() for _ in range(count)]
        chance.shuffle(some)
        deeds += some
    return [Round(deed, chance) for deed in deeds[:rounds]]


def prepare(node):
    """What the load is about; gives the two queues."""
    arn = make_stream(node, "s", 3)
    for bucket in ("bucket", "delivered"):
        node.client("s3").create_bucket(Bucket=bucket)
    dynamodb = node.client("dynamodb")
    dynamodb.create_table(
        TableName="table", KeySchema=[{"AttributeName": "k", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "k", "AttributeType": "S"}], BillingMode="PAY_PER_REQUEST",
    )
    for number in range(COUNTERS):
        dynamodb.put_item(TableName="table", Item={"k": {"S": f"counter-{number + 1}"}, "n": {"N": "0"}})
    make_function(node, "consumer", CONSUMER, Timeout=30)
    node.client("lambda").create_event_source_mapping(
        EventSourceArn=arn, FunctionName="consumer", StartingPosition="TRIM_HORIZON",
    )
    sqs = node.client("sqs")
    fifo = sqs.create_queue(QueueName="q.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
    return sqs.create_queue(QueueName="q")["QueueUrl"], fifo


def check_workers(workers, where):
    for worker in workers:
        assert worker.surprise is None, (SEED, where, worker.name, worker.surprise)


def disturb(cluster, rounds, workers, followers, truth):
    """One round after the other begins; some are made good while the next go on."""
    under_way = {}

    def left():
        """The rounds that are not made good yet."""
        for each in [it for it, outcome in under_way.items() if outcome.done()]:
            trouble = under_way.pop(each).exception()
            print(f"    {each}: good after {each.took:.1f} s", flush=True)
            assert trouble is None, (SEED, str(each), trouble)
        check_workers([*workers, *followers.all.values()], "during the rounds")
        return under_way.keys()

    for number, one in enumerate(rounds, 1):
        time.sleep(one.before)
        # One node at least, and what it needs, is left alone.
        wait_for("a round to end", lambda: len(left()) < AT_ONCE and one.of not in [it.of for it in under_way], PATIENCE_S)
        print(f"round {number}: {one}, after {truth.sum()} deeds", flush=True)
        under_way[one] = HANDS.submit(one.run, cluster)
    wait_for("the rounds to end", lambda: not left(), PATIENCE_S)


def test_what_was_acknowledged_stays_whatever_ends(cluster):
    print(f"CLUSTER_SEED={SEED}")
    truth, clients = Truth(), [Clients(cluster.nodes, config) for config in (IMPATIENT, PATIENT)]
    queue, fifo = prepare(cluster.nodes[0])
    writers = [Writer(clients[n % 2], truth, f"w{n}-{SEED}", queue, fifo) for n in range(WRITERS)]
    shards = [it["ShardId"] for it in open_shards(cluster.nodes[0].client("kinesis"))]
    followers, taker = Followers(clients[0], truth, f"f-{SEED}", shards), Taker(clients[0], truth, f"t-{SEED}", fifo)
    workers = [*writers, taker]
    for worker in workers:
        worker.start()
    try:
        disturb(cluster, plan(SEED, ROUNDS), workers, followers, truth)
        cluster.wait()
        calm([*workers, *followers.all.values()])
        finish(writers)
        check(cluster, truth, followers, taker, queue)
    finally:
        finish([*workers, *followers.all.values()])
        print(dict(sorted(truth.deeds.items())))
    check_workers(workers, "at the end")


def test_a_node_that_wakes_does_not_acknowledge_what_it_does_not_know(cluster):
    one, two, _ = cluster.nodes
    url = one.client("sqs").create_queue(QueueName="served")["QueueUrl"]
    one.client("sqs").send_message(QueueUrl=url, MessageBody="known")
    one.pause()
    try:
        sqs, got = two.client("sqs", config=AGAIN), []
        for number in range(29):
            sqs.send_message(QueueUrl=url, MessageBody=f"unknown {number}")
        while len(got) < 30:
            got += sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=600)["Messages"]
        sleeper = one.client("sqs", config=Config(max_pool_connections=30))

        def delete(message):
            try:
                sleeper.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
                return 1
            except (ClientError, BotoCoreError):
                return 0

        with ThreadPoolExecutor(30) as pool:
            deleted = [pool.submit(delete, message) for message in got]
            time.sleep(1)
            one.wake()
            count = sum(each.result() for each in deleted)
    finally:
        one.wake()
    cluster.wait()
    there = two.client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessagesNotVisible"])
    assert there["Attributes"]["ApproximateNumberOfMessagesNotVisible"] == str(30 - count)


def finish(workers):
    for worker in workers:
        worker.stop()
    for worker in workers:
        worker.join()


def calm(workers):
    """When all runs again, nothing fails any more. What began before may, and who is impatient still meets a busy machine."""
    time.sleep(6)
    began = time.time()
    time.sleep(4)
    late = [it for worker in workers for it in worker.failures if it[0] > began and it[2] != "ReadTimeoutError"]
    assert not late, (SEED, late)


def check(cluster, truth, followers, taker, queue):
    node = cluster.nodes[-1]
    check_objects_and_items(node, truth)
    check_records(node, truth, followers)
    check_messages(node, truth, taker, queue)
    check_deliveries(node, truth)
    check_workers([*followers.all.values(), taker], "when all was checked")
    for each in cluster.nodes:
        assert "panicked" not in each.log(), each.log()
    assert min(truth.deeds[deed.__name__] for deed in Writer(None, truth, "", "", "").deeds) > 0, truth.deeds


def check_objects_and_items(node, truth):
    s3, dynamodb = node.client("s3"), node.client("dynamodb")
    for key, may in truth.objects.items():
        look_at(s3, key, may)
    items = {it["k"]["S"]: it for it in dynamodb.scan(TableName="table", ConsistentRead=True)["Items"]}
    for name in truth.counted:
        check_count(truth, name, int(items[name]["n"]["N"]))
    for counter, latest in truth.latest.items():
        found = int(items[counter]["n"]["N"])
        assert found >= latest, (counter, found, latest)
        claimed = truth.claims.get((counter, found))
        assert claimed in (None, items[counter]["who"]["S"]), (counter, claimed, items[counter])


def check_records(node, truth, followers):
    """All are there, once, and whoever followed the shards has seen what is there now."""
    kinesis, found = node.client("kinesis"), {}
    for shard in [it["ShardId"] for it in kinesis.list_shards(StreamName="s")["Shards"]]:
        follower = wait_for(f"a reader of {shard}", lambda: followers.all.get(shard), PATIENCE_S)
        there = read_all(kinesis, shard)
        wait_for(f"the reader of {shard}", lambda: follower.surprise or len(follower.found) >= len(there), PATIENCE_S)
        assert follower.found == there, (shard, set(follower.found) ^ set(there))
        found.update({(shard, number): text for number, text in there})
    acknowledged = {at: text for at, (text, _) in truth.records.items()}
    missing = acknowledged.items() - found.items()
    assert not missing, f"{len(missing)} of {len(acknowledged)} records are gone: {sorted(missing)[:5]}"
    besides = {text for at, text in found.items() if at not in acknowledged}
    assert besides <= truth.doubtful_texts, sorted(besides - truth.doubtful_texts)[:5]
    assert len(set(found.values())) == len(found), "a record is there twice"


def read_all(kinesis, shard):
    found = []
    iterator = kinesis.get_shard_iterator(StreamName="s", ShardId=shard, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    while True:
        page = kinesis.get_records(ShardIterator=iterator)
        found += [(record["SequenceNumber"], record["Data"].decode()) for record in page["Records"]]
        iterator = page.get("NextShardIterator")
        if not iterator or not page["Records"] and page["MillisBehindLatest"] == 0:
            return found


def check_messages(node, truth, taker, queue):
    sqs, waiting = node.client("sqs"), set(truth.messages)

    def all_received():
        got = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, VisibilityTimeout=120)
        for message in got.get("Messages", []):
            assert message["MessageId"] not in truth.deleted_names, (message, truth.story[message["MessageId"]])
            waiting.discard(message["Body"])
        return not waiting

    wait_for("the messages", all_received, PATIENCE_S)
    wait_for("the last step of each group", lambda: taker.surprise or all(
        max(taker.last[group], taker.doubtful[group]) >= number for group, number in truth.steps.items()), PATIENCE_S)


def check_deliveries(node, truth):
    """The function was given all records, and for the first time in their order."""
    s3, batches = node.client("s3"), {}

    def all_delivered():
        more = {}
        while True:
            page = s3.list_objects_v2(Bucket="delivered", **more)
            for key in {item["Key"] for item in page.get("Contents", [])} - batches.keys():
                batches[key] = s3.get_object(Bucket="delivered", Key=key)["Body"].read().decode().split("\n")
            if not page["IsTruncated"]:
                return wanted <= {event for events in batches.values() for event in events}
            more = {"ContinuationToken": page["NextContinuationToken"]}

    wanted = truth.asked | {f"{shard}:{number}" for shard, number in truth.records}
    wait_for("the function to have had all that it was to have", all_delivered, PATIENCE_S, 0.5)
    by_key, keys = defaultdict(list), {f"{shard}:{number}": key for (shard, number), (_, key) in truth.records.items()}
    for key in sorted(batches, key=lambda key: int(key.split("-")[0])):
        for event in batches[key]:
            # Records that were not acknowledged have no key that is known.
            if event in keys:
                by_key[keys[event]].append(int(event.split(":")[1]))
    for key, numbers in by_key.items():
        first = list(dict.fromkeys(numbers))
        assert first == sorted(first), f"the records of {key} were not delivered in their order"
    print(f"{len(keys)} records in {len(batches)} batches, {sum(map(len, by_key.values()))} deliveries")
