"""Backup of all three engines to one point, and restore into empty ones, as docs/cluster.md tells it."""

import contextlib
import os
import signal
import subprocess
import threading

import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from conftest import make_function, wait_for
from engines import KEY, Bucket, Engines, Kafka, Postgres
from nodes import Cluster

PATIENT = Config(retries={"mode": "standard", "total_max_attempts": 10}, read_timeout=30)
SHARDS = 2
# More than is kept in a row: its content lies in the bucket.
LARGE = 1 << 20

WRITES = """
import base64, boto3
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        data = base64.b64decode(record["kinesis"]["data"])
        s3.put_object(Bucket="delivered", Key=data.decode(), Body=data)
"""


def run(*command, **options):
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, **options)
    assert done.returncode == 0, (command, done.stdout[-2000:], done.stderr[-2000:])


class Backup:
    """A folder with what the three engines held."""

    def __init__(self, folder):
        self.tables, self.log, self.blobs = folder / "tables.dump", folder / "log.tar", folder / "blobs"
        self.blobs.mkdir(parents=True)

    def dump(self, engines):
        run(Postgres.programs / "pg_dump", "--format=custom", f"--file={self.tables}", engines.tables.url)

    def load(self, engines):
        run(Postgres.programs / "pg_restore", f"--dbname={engines.tables.url}", "--clean", "--if-exists",
            self.tables)

    def pack(self, engines):
        run("tar", "-C", engines.log.folder, "-cf", self.log, "data")

    def sync(self, bucket, back=False):
        source, target = "s3://contents/w/", f"{self.blobs}/"
        if back:
            source, target = target, source
        environment = {
            **os.environ, "AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": KEY, "AWS_DEFAULT_REGION": "us-east-1",
        }
        run(os.environ["AWS_CLI_2"], "--endpoint-url", f"http://127.0.0.1:{bucket.port}", "s3", "sync",
            "--only-show-errors", source, target, env=environment)

    def while_nodes_run(self, engines):
        """The point is where the dump begins. A broker that stands still gives what a snapshot of its volume gives."""
        self.sync(engines.blobs)
        self.dump(engines)
        engines.log.send(signal.SIGSTOP)
        try:
            self.pack(engines)
        finally:
            engines.log.send(signal.SIGCONT)
        self.sync(engines.blobs)

    def at_rest(self, engines):
        self.dump(engines)
        engines.log.send(signal.SIGTERM)
        engines.log.process.wait(timeout=60)
        self.pack(engines)
        engines.log.start()
        self.sync(engines.blobs)


class Unpacked(Kafka):
    """A broker on the data of another: the same ids, wherever it listens."""

    def __init__(self, folder, log):
        self.packed = log
        super().__init__(folder)

    def prepare(self):
        self.configure()
        run("tar", "-C", self.folder, "-xf", self.packed)


class Restored(Engines):
    """New engines that begin with a backup: the bucket first, then the log, and tables last."""

    def __init__(self, folder, backup):
        self.folder, self.all = folder, []
        try:
            self.blobs = self.kept(Bucket(folder / "blobs"))
            backup.sync(self.blobs, back=True)
            self.log = self.kept(Unpacked(folder / "log", backup.log))
            self.tables = self.kept(Postgres(folder / "tables"))
            backup.load(self)
        except BaseException:
            self.stop()
            raise


class Load:
    """What writers put without a pause, and what of it was acknowledged: each of one kind, in order."""

    def __init__(self, cluster, queue):
        self.cluster, self.queue = cluster, queue
        self.acknowledged = {"record": [], "small": [], "large": [], "message": []}
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self.write, args=(kind,)) for kind in self.acknowledged]

    def write(self, kind):
        kinesis, s3, sqs = (self.cluster.client(it, config=PATIENT) for it in ["kinesis", "s3", "sqs"])
        number = 0
        while not self.over.wait(0.005):
            number += 1
            data = f"{kind}-{number:06}"
            # Unanswered is not acknowledged.
            with contextlib.suppress(ClientError, BotoCoreError):
                if kind == "record":
                    kinesis.put_record(StreamName="stream", Data=data, PartitionKey=data)
                elif kind == "message":
                    sqs.send_message(QueueUrl=self.queue, MessageBody=data)
                else:
                    s3.put_object(Bucket="put", Key=data, Body=body(data))
                self.acknowledged[kind].append(data)

    def so_far(self):
        return {kind: list(known) for kind, known in self.acknowledged.items()}

    def has_put(self, count, since=None):
        """Waits for so many more of each kind."""
        before = {kind: len((since or {}).get(kind, [])) for kind in self.acknowledged}
        wait_for(
            f"{count} of each", lambda: all(len(it) >= before[kind] + count for kind, it in self.acknowledged.items()), 180
        )

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()


def body(data):
    return data.encode() * (LARGE // len(data) if data.startswith("large") else 1)


def built(cluster):
    """A stream whose records a function puts into a bucket, a bucket to write to, and a queue."""
    s3, kinesis = cluster.client("s3"), cluster.client("kinesis")
    for bucket in ["put", "delivered"]:
        s3.create_bucket(Bucket=bucket)
    kinesis.create_stream(StreamName="stream", ShardCount=SHARDS)
    wait_for("the stream", lambda: kinesis.describe_stream_summary(StreamName="stream")[
        "StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE")
    make_function(cluster, "function", WRITES, Timeout=20)
    cluster.client("lambda").create_event_source_mapping(
        EventSourceArn="arn:aws:kinesis:us-east-1:000000000000:stream/stream",
        FunctionName="function", StartingPosition="TRIM_HORIZON",
    )
    return cluster.client("sqs").create_queue(QueueName="queue")["QueueUrl"]


def records(cluster):
    """Each shard's records, as sequence number and data."""
    kinesis = cluster.client("kinesis", config=PATIENT)
    found = []
    for shard in kinesis.list_shards(StreamName="stream")["Shards"]:
        known = []
        iterator = kinesis.get_shard_iterator(
            StreamName="stream", ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
        )["ShardIterator"]
        while True:
            page = kinesis.get_records(ShardIterator=iterator, Limit=1000)
            known += [(int(each["SequenceNumber"]), each["Data"].decode()) for each in page["Records"]]
            if not page["Records"] and page["MillisBehindLatest"] == 0:
                break
            iterator = page["NextShardIterator"]
        found.append(known)
    return found


def keys(cluster, bucket):
    pages = cluster.client("s3", config=PATIENT).clients[0].get_paginator("list_objects_v2")
    return {it["Key"] for page in pages.paginate(Bucket=bucket) for it in page.get("Contents", [])}


def received(cluster, queue, wanted):
    """Takes messages until all that are wanted were seen."""
    sqs, seen = cluster.client("sqs", config=PATIENT), set()

    def all_seen():
        page = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, WaitTimeSeconds=1)
        seen.update(each["Body"] for each in page.get("Messages", []))
        return wanted <= seen

    wait_for("the messages", all_seen, 120, pause=0)


def holds(cluster, queue, point):
    """Asserts that all that was acknowledged before the point is there, and each shard in its order."""
    found = records(cluster)
    for shard in found:
        # One writer; what a retry put twice stands together.
        assert [data for _, data in shard] == sorted(data for _, data in shard)
        assert [number for number, _ in shard] == sorted(number for number, _ in shard)
    assert set(point["record"]) <= {data for shard in found for _, data in shard}
    objects = keys(cluster, "put")
    assert set(point["small"]) | set(point["large"]) <= objects
    s3 = cluster.client("s3", config=PATIENT)
    # Whatever tables name has its content, also what was put after the point.
    for key in objects:
        assert s3.get_object(Bucket="put", Key=key)["Body"].read() == body(key), key
    received(cluster, queue, set(point["message"]))
    return found


def works_on(cluster, before):
    """Asserts that records go on behind those that are there, and that each is delivered."""
    kinesis = cluster.client("kinesis", config=PATIENT)
    ends = [shard[-1][0] for shard in before]
    for number in range(20):
        data = f"record-later-{number:02}"
        kinesis.put_record(StreamName="stream", Data=data, PartitionKey=data)
    after = records(cluster)
    assert [shard[: len(known)] for shard, known in zip(after, before)] == before
    assert all(number > end for shard, known, end in zip(after, before, ends) for number, _ in shard[len(known):])
    wanted = {data for shard in after for _, data in shard}
    assert f"record-later-{19:02}" in wanted
    wait_for("all records to be delivered", lambda: wanted <= keys(cluster, "delivered"), 120)


@pytest.fixture
def kept(request):
    """What ends with the test, last first."""
    with contextlib.ExitStack() as stack:
        yield stack


@pytest.mark.parametrize("nodes_run", [True, False], ids=["while_nodes_run", "at_rest"])
def test_all_that_was_acknowledged_before_the_point_is_there_again(tmp_path, kept, nodes_run):
    engines = Engines(tmp_path / "engines")
    kept.callback(engines.stop)
    (tmp_path / "nodes").mkdir()
    cluster = Cluster(tmp_path / "nodes", engines, names=("one", "two"))
    kept.callback(cluster.stop)
    queue, backup = built(cluster), Backup(tmp_path / "backup")
    with Load(cluster, queue) as load:
        load.has_put(60)
        if nodes_run:
            point = load.so_far()
            backup.while_nodes_run(engines)
            load.has_put(20, since=point)
    if not nodes_run:
        point = load.so_far()
        assert [node.stop() for node in cluster.nodes] == [0, 0]
        backup.at_rest(engines)
    for node in cluster.nodes:
        node.kill()
    engines.stop()

    engines = Restored(tmp_path / "restored", backup)
    kept.callback(engines.stop)
    (tmp_path / "anew").mkdir()
    cluster = Cluster(tmp_path / "anew", engines, names=("one", "two"))
    kept.callback(cluster.stop)
    for node in cluster.nodes:
        wait_for(f"node {node.name}", node.is_ready)
    queue = cluster.nodes[0].client("sqs").get_queue_url(QueueName="queue")["QueueUrl"]
    works_on(cluster, holds(cluster, queue, point))
