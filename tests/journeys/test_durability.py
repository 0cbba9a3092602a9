"""What was acknowledged survives SIGKILL."""

import hashlib
import random
import threading

import boto3
import botocore.exceptions
import pytest
from conftest import make_function, make_stream, wait_for

CONSUMER = """
import base64, boto3
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        s3.put_object(Bucket="delivered", Key=record["eventID"], Body=base64.b64decode(record["kinesis"]["data"]))
"""


class Writer(threading.Thread):
    """Writes records and objects until the server goes away; remembers what was acknowledged."""

    def __init__(self, server, seed):
        super().__init__()
        self.kinesis, self.s3 = server.client("kinesis"), server.client("s3")
        self.seed = seed
        self.random = random.Random(seed)
        self.records, self.objects = [], {}
        self.in_doubt = None
        self.surprise = None

    def run(self):
        number = 0
        try:
            while True:
                number += 1
                if self.random.random() < 0.5:
                    self.put_records(number)
                else:
                    self.put_object(number)
        except (botocore.exceptions.HTTPClientError, botocore.exceptions.ConnectionError):
            pass
        except Exception as surprise:
            self.surprise = surprise

    def put_records(self, number):
        texts = [f"{self.seed}-{number}-{n}" for n in range(self.random.randint(1, 20))]
        answer = self.kinesis.put_records(StreamName="s", Records=[
            {"Data": text, "PartitionKey": text} for text in texts])
        self.records += [(r["ShardId"], r["SequenceNumber"], text) for r, text in zip(answer["Records"], texts)]

    def put_object(self, number):
        key = f"{self.seed}-{self.random.randint(0, 5)}"
        body = self.random.randbytes(self.random.choice([10, 1000, 200_000]))
        self.in_doubt = key
        self.s3.put_object(Bucket="objects", Key=key, Body=body)
        self.objects[key] = hashlib.md5(body).hexdigest()
        self.in_doubt = None


def all_records(server):
    kinesis = server.client("kinesis")
    found = []
    for shard in kinesis.list_shards(StreamName="s")["Shards"]:
        iterator = kinesis.get_shard_iterator(
            StreamName="s", ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        while True:
            answer = kinesis.get_records(ShardIterator=iterator)
            found += [(shard["ShardId"], r["SequenceNumber"], r["Data"].decode()) for r in answer["Records"]]
            iterator = answer["NextShardIterator"]
            if not answer["Records"] and answer["MillisBehindLatest"] == 0:
                break
    return found


def test_nothing_acknowledged_is_lost_by_sigkill(server):
    s3, client = server.client("s3"), server.client("lambda")
    for bucket in ("objects", "delivered"):
        s3.create_bucket(Bucket=bucket)
    arn = make_stream(server, "s", 3)
    make_function(server, "f", CONSUMER)
    uuid = client.create_event_source_mapping(
        FunctionName="f", EventSourceArn=arn, StartingPosition="TRIM_HORIZON", BatchSize=50)["UUID"]
    acknowledged, objects, doubtful = [], {}, set()
    chance = random.Random(20261123)
    for round_number in range(5):
        writers = [Writer(server, f"{round_number}{n}") for n in range(4)]
        for writer in writers:
            writer.start()
        enough = chance.randint(20, 200)
        wait_for("some load", lambda: sum(len(w.records) for w in writers) > enough)
        server.kill()
        for writer in writers:
            writer.join()
            assert writer.surprise is None, writer.surprise
            acknowledged += writer.records
            objects.update(writer.objects)
            doubtful.add(writer.in_doubt)
        server.start()
    found = all_records(server)
    assert set(acknowledged) <= set(found)
    for shard in {shard for shard, _, _ in found}:
        numbers = [int(number) for s, number, _ in found if s == shard]
        assert numbers == sorted(set(numbers))
    listed = {o["Key"]: o["ETag"].strip('"') for o in s3.list_objects_v2(Bucket="objects")["Contents"]}
    for key, digest in objects.items():
        body = s3.get_object(Bucket="objects", Key=key)["Body"].read()
        assert hashlib.md5(body).hexdigest() == listed[key]
        assert key in doubtful or listed[key] == digest
    assert client.get_event_source_mapping(UUID=uuid)["State"] == "Enabled"
    wanted = {f"{shard}:{number}" for shard, number, _ in found}

    def delivered():
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket="delivered")
        return wanted <= {o["Key"] for page in pages for o in page.get("Contents", [])}

    wait_for("every record to be delivered", delivered, 120)


def test_a_second_process_on_the_same_data_is_refused(server, tmp_path):
    import subprocess
    from conftest import binary
    second = subprocess.run([binary(), "start", "--port", "0", "--data-dir", str(server.data_dir / "data")],
                            capture_output=True, text=True, timeout=30)
    assert second.returncode != 0
    assert "data" in second.stderr and "use" in second.stderr, second.stderr


def test_a_graceful_stop_leaves_everything_in_place(server):
    server.client("s3").create_bucket(Bucket="kept")
    server.client("s3").put_object(Bucket="kept", Key="k", Body=b"v")
    assert server.stop() == 0
    server.start()
    assert server.client("s3").get_object(Bucket="kept", Key="k")["Body"].read() == b"v"


def test_a_taken_port_is_told_in_one_sentence(server):
    import subprocess
    from conftest import binary
    second = subprocess.run([binary(), "start", "--port", str(server.port), "--ephemeral"],
                            capture_output=True, text=True, timeout=30)
    assert second.returncode != 0
    assert str(server.port) in second.stderr and len(second.stderr.strip().splitlines()) <= 2, second.stderr
