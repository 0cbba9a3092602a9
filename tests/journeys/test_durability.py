"""What was acknowledged survives SIGKILL."""

import hashlib
import os
import random
import threading
import time

import botocore.exceptions
import pytest
from conftest import make_function, make_stream, wait_for

CONSUMER = """
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    ids = [record["eventID"] for record in event["Records"]]
    s3.put_object(Bucket="delivered", Key=context.aws_request_id, Body="\\n".join(ids))
"""

ROUNDS = 50
MIB = 1024 * 1024


def digest(body):
    return hashlib.md5(body).hexdigest()


class Writer(threading.Thread):
    """Writes records and objects until the server goes away; remembers what was acknowledged."""

    def __init__(self, server, seed):
        super().__init__()
        self.kinesis, self.s3 = server.client("kinesis"), server.client("s3")
        self.seed = seed
        self.random = random.Random(seed)
        self.records = []
        # What each key holds: the digest of its last acknowledged content, None when deleted.
        self.objects = {}
        # What a request that was not answered may have made of its key.
        self.doubt = {}
        self.surprise = None

    def run(self):
        deeds = [self.put_record, self.put_records, self.put_object, self.put_object,
                 self.delete_object, self.put_in_parts]
        number = 0
        try:
            while True:
                number += 1
                self.random.choices(deeds, weights=[4, 4, 3, 3, 2, 1])[0](number)
        except (botocore.exceptions.HTTPClientError, botocore.exceptions.ConnectionError):
            pass
        except Exception as surprise:
            self.surprise = surprise

    def put_record(self, number):
        text = f"{self.seed}-{number}"
        put = self.kinesis.put_record(StreamName="s", Data=text, PartitionKey=text)
        self.records.append((put["ShardId"], put["SequenceNumber"], text))

    def put_records(self, number):
        texts = [f"{self.seed}-{number}-{n}" for n in range(self.random.randint(1, 20))]
        answer = self.kinesis.put_records(StreamName="s", Records=[
            {"Data": text, "PartitionKey": text} for text in texts])
        self.records += [(r["ShardId"], r["SequenceNumber"], text) for r, text in zip(answer["Records"], texts)]

    def key(self):
        return f"{self.seed}-{self.random.randint(0, 5)}"

    def change(self, key, outcome, call):
        """Makes a change of which either nothing or the whole outcome may be seen."""
        self.doubt[key] = outcome
        call()
        self.objects[key] = outcome
        del self.doubt[key]

    def put_object(self, number):
        key, body = self.key(), self.random.randbytes(self.random.choice([0, 10, 1000, 200_000]))
        self.change(key, digest(body), lambda: self.s3.put_object(Bucket="objects", Key=key, Body=body))

    def delete_object(self, number):
        key = self.key()
        self.change(key, None, lambda: self.s3.delete_object(Bucket="objects", Key=key))

    def put_in_parts(self, number):
        key = self.key()
        here = {"Bucket": "objects", "Key": key}
        parts = [b"p" * (5 * MIB), self.random.randbytes(1000)]
        here["UploadId"] = self.s3.create_multipart_upload(**here)["UploadId"]
        etags = [self.s3.upload_part(**here, PartNumber=n, Body=part)["ETag"] for n, part in enumerate(parts, 1)]
        done = {"Parts": [{"PartNumber": n, "ETag": etag} for n, etag in enumerate(etags, 1)]}
        self.change(key, digest(b"".join(parts)),
                    lambda: self.s3.complete_multipart_upload(**here, MultipartUpload=done))


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
    seed = int(os.environ.get("CRASH_SEED", time.time_ns()))
    print(f"CRASH_SEED={seed}")
    chance = random.Random(seed)
    client = server.client("lambda")
    for bucket in ("objects", "delivered"):
        server.client("s3").create_bucket(Bucket=bucket)
    arn = make_stream(server, "s", 3)
    make_function(server, "f", CONSUMER)
    uuid = client.create_event_source_mapping(
        FunctionName="f", EventSourceArn=arn, StartingPosition="TRIM_HORIZON", BatchSize=100)["UUID"]
    acknowledged = []
    for number in range(ROUNDS):
        writers = [Writer(server, f"{seed}-{number}-{n}") for n in range(4)]
        for writer in writers:
            writer.start()
        enough = chance.randint(1, 120)
        wait_for("some load", lambda: sum(len(w.records) for w in writers) > enough)
        server.kill()
        for writer in writers:
            writer.join()
            assert writer.surprise is None, (seed, number, writer.surprise)
            acknowledged += writer.records
        server.start()
        check_objects(server, seed, number, writers)
    found = all_records(server)
    assert set(acknowledged) <= set(found), seed
    for shard in {shard for shard, _, _ in found}:
        numbers = [int(number) for s, number, _ in found if s == shard]
        assert numbers == sorted(set(numbers)), seed
    assert client.get_event_source_mapping(UUID=uuid)["State"] == "Enabled"
    check_delivered(server, {f"{shard}:{number}" for shard, number, _ in found})


def check_objects(server, seed, number, writers):
    """Every object is what its last acknowledged change said, and the listing agrees."""
    s3 = server.client("s3")
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket="objects", Prefix=f"{seed}-{number}-")
    listed = {o["Key"]: o for page in pages for o in page.get("Contents", [])}
    found = {}
    for key, entry in listed.items():
        body = s3.get_object(Bucket="objects", Key=key)["Body"].read()
        assert len(body) == entry["Size"], (seed, key)
        found[key] = digest(body)
    for writer in writers:
        for key in writer.objects.keys() | writer.doubt.keys():
            allowed = {writer.objects.get(key)} | {writer.doubt[key]} if key in writer.doubt else {
                writer.objects[key]}
            assert found.get(key) in allowed, (seed, key)


def check_delivered(server, wanted):
    """The mapping has handed every record to the function."""
    s3 = server.client("s3")
    seen, read = set(), set()

    def delivered():
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket="delivered")
        for key in {o["Key"] for page in pages for o in page.get("Contents", [])} - read:
            read.add(key)
            seen.update(s3.get_object(Bucket="delivered", Key=key)["Body"].read().decode().split())
        return wanted <= seen

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


def damaged(path, at=None, length=None):
    """Flips a bit of a file, or cuts it to a length; gives what was there."""
    good = path.read_bytes()
    bad = bytearray(good if length is None else good[:length])
    if at is not None:
        bad[at] ^= 1
    path.write_bytes(bad)
    return good


def test_a_damaged_object_is_never_served(server):
    """The error comes before any byte where it can, else the connection ends; the log names the place."""
    s3 = server.client("s3")
    s3.create_bucket(Bucket="bucket")
    body = os.urandom(3 * MIB)
    s3.put_object(Bucket="bucket", Key="k", Body=body)
    [path] = [p for p in (server.data_dir / "data" / "blobs").iterdir() if p.is_file()]

    def refused(**more):
        with pytest.raises(botocore.exceptions.ClientError) as refusal:
            s3.get_object(Bucket="bucket", Key="k", **more)["Body"].read()
        assert refusal.value.response["Error"]["Code"] == "InternalError"
        assert refusal.value.response["ResponseMetadata"]["HTTPStatusCode"] == 500

    for at in [0, 65_535, 400_000]:
        good = damaged(path, at)
        refused()
        refused(Range=f"bytes={at}-{at + 9}")
        assert s3.get_object(Bucket="bucket", Key="k", Range="bytes=2000000-2000009")["Body"].read() == body[2_000_000:2_000_010]
        path.write_bytes(good)
    for at in [600_000, 2_000_000, 3 * MIB - 1]:
        good = damaged(path, at)
        with pytest.raises((botocore.exceptions.ResponseStreamingError, botocore.exceptions.IncompleteReadError)):
            s3.get_object(Bucket="bucket", Key="k")["Body"].read()
        refused(Range=f"bytes={at}-{at}")
        path.write_bytes(good)
    for length in [0, 1, 65_536, 2 * MIB, 3 * MIB, path.stat().st_size - 1]:
        good = damaged(path, length=length)
        refused()
        path.write_bytes(good)
    path.rename(path.with_suffix(".aside"))
    refused()
    path.with_suffix(".aside").rename(path)
    assert s3.get_object(Bucket="bucket", Key="k")["Body"].read() == body
    told = [line for line in server.log().splitlines() if "damaged" in line]
    assert any(str(path) in line and "byte 1966080" in line for line in told), told[-5:]


def test_a_directory_of_another_version_is_refused_in_one_sentence(server):
    import subprocess
    from conftest import binary
    server.stop()
    (server.data_dir / "data" / "format").write_text("waterwheel data, version 1\n")
    second = subprocess.run([binary(), "start", "--port", "0", "--data-dir", str(server.data_dir / "data")],
                            capture_output=True, text=True, timeout=30)
    assert second.returncode != 0
    assert "version 1" in second.stderr and len(second.stderr.strip().splitlines()) == 1, second.stderr


def test_what_is_ephemeral_is_gone_with_the_server_even_a_killed_one(tmp_path, monkeypatch):
    from conftest import Server
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    server = Server(tmp_path, options=["--ephemeral"])
    server.client("s3").create_bucket(Bucket="bucket")
    server.client("s3").put_object(Bucket="bucket", Key="k", Body=b"x" * MIB)
    make_stream(server, "s")
    server.kill()
    assert list(scratch.iterdir()), "a killed process cannot tidy"
    server.start()
    assert server.client("s3").list_buckets()["Buckets"] == []
    assert server.client("kinesis").list_streams()["StreamNames"] == []
    assert server.stop() == 0
    assert list(scratch.iterdir()) == []
