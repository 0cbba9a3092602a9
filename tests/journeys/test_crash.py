"""What was acknowledged survives SIGKILL, at whatever moment it comes."""

import hashlib
import os
import random
import threading
import time
from collections import Counter

from botocore.exceptions import ConnectionError, HTTPClientError, ReadTimeoutError
from conftest import make_function, make_stream, refused, wait_for

# It says where it is, and keeps what it was given.
CONSUMER = """
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    ids = [record["eventID"] for record in event["Records"]]
    s3.put_object(Bucket="delivered", Key=context.aws_request_id, Body="\\n".join(ids))
    s3.put_object(Bucket="latest", Key="request", Body=context.aws_request_id)
"""

ROUNDS = 50
WRITERS = 4
LONGEST_ROUND_S = 0.5
MIB = 1024 * 1024


def digest(body):
    return hashlib.md5(body).hexdigest()


class Truth:
    """All that the server has acknowledged, and what it may have done besides."""

    def __init__(self):
        # (shard, sequence number) → text.
        self.records = {}
        # Texts that a request without an answer may have left.
        self.doubtful_texts = set()
        # Each key's content by its digest; None for a key that must not be there.
        self.objects = {}
        # Key → what a request without an answer may have made of it.
        self.doubtful_objects = {}
        # (key, upload) → {part number: its bytes}: uploads that are under way.
        self.uploads = {}
        # Messages: those that were acknowledged and that nobody has begun to delete; those that may be
        # there; those that were deleted.
        self.messages, self.doubtful_messages, self.deleted = set(), set(), set()
        # Those that somebody is about to delete: one may come before its sender has its answer.
        self.taken, self.lock = set(), threading.Lock()
        # The messages of each group in their order, and the one of which no answer came.
        self.steps, self.doubtful_steps = {}, {}
        self.deeds = Counter()


class Writer(threading.Thread):
    """Changes its own keys and writes records until the server goes away."""

    def __init__(self, server, truth, name, chance):
        super().__init__()
        self.kinesis, self.s3, self.sqs = (server.client(name) for name in ("kinesis", "s3", "sqs"))
        self.queue, self.fifo = (self.sqs.get_queue_url(QueueName=name)["QueueUrl"] for name in ("q", "q.fifo"))
        self.truth, self.owner, self.chance = truth, name, chance
        self.number = 0
        self.surprise = None

    def run(self):
        deeds = [self.put_record, self.put_records, self.put_object, self.overwrite,
                 self.delete_object, self.put_in_parts, self.send_messages, self.send_step, self.take_messages]
        try:
            while True:
                deed = self.chance.choices(deeds, weights=[4, 4, 3, 3, 2, 2, 4, 3, 3])[0]
                deed()
                self.truth.deeds[deed.__name__] += 1
        except ReadTimeoutError as surprise:
            self.surprise = surprise
        except (ConnectionError, HTTPClientError):
            pass
        except Exception as surprise:
            self.surprise = surprise

    def texts(self, count):
        self.number += 1
        texts = [f"{self.name}-{self.number}-{n}" for n in range(count)]
        self.truth.doubtful_texts.update(texts)
        return texts

    def acknowledged(self, text, answer):
        self.truth.records[answer["ShardId"], answer["SequenceNumber"]] = text
        self.truth.doubtful_texts.discard(text)

    def put_record(self):
        [text] = self.texts(1)
        self.acknowledged(text, self.kinesis.put_record(StreamName="s", Data=text, PartitionKey=text))

    def put_records(self):
        texts = self.texts(self.chance.randint(1, 20))
        answer = self.kinesis.put_records(StreamName="s", Records=[
            {"Data": text, "PartitionKey": text} for text in texts])
        assert answer["FailedRecordCount"] == 0, answer
        for text, one in zip(texts, answer["Records"]):
            self.acknowledged(text, one)

    def send_messages(self):
        self.number += 1
        bodies = [f"{self.name}-{self.number}-{n}" for n in range(self.chance.randint(1, 5))]
        self.truth.doubtful_messages.update(bodies)
        if len(bodies) == 1:
            self.sqs.send_message(QueueUrl=self.queue, MessageBody=bodies[0])
        else:
            entries = [{"Id": str(n), "MessageBody": body, "DelaySeconds": n % 2} for n, body in enumerate(bodies)]
            assert not self.sqs.send_message_batch(QueueUrl=self.queue, Entries=entries).get("Failed")
        with self.truth.lock:
            sent = set(bodies) - self.truth.taken
            self.truth.messages |= sent
            self.truth.doubtful_messages -= sent

    def send_step(self):
        self.number += 1
        body = self.truth.doubtful_steps[self.owner] = f"{self.name}-{self.number}"
        send_step(self.sqs, self.fifo, self.truth, self.owner, body)

    def take_messages(self):
        found = self.sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=5, VisibilityTimeout=30)
        messages = found.get("Messages", [])
        bodies = {message["Body"] for message in messages}
        assert not bodies & self.truth.deleted, bodies & self.truth.deleted
        if not messages or self.chance.random() < 0.3:
            return
        with self.truth.lock:
            self.truth.taken |= bodies
            self.truth.messages -= bodies
            self.truth.doubtful_messages |= bodies
        entries = [{"Id": str(n), "ReceiptHandle": message["ReceiptHandle"]} for n, message in enumerate(messages)]
        assert not self.sqs.delete_message_batch(QueueUrl=self.queue, Entries=entries).get("Failed")
        with self.truth.lock:
            self.truth.doubtful_messages -= bodies
            self.truth.deleted |= bodies

    def key(self):
        return f"{self.owner}-{self.chance.randint(0, 5)}"

    def change(self, key, outcome, call):
        """Makes a change of which either nothing or the whole outcome may be seen."""
        self.truth.doubtful_objects[key] = outcome
        call()
        self.truth.objects[key] = outcome
        del self.truth.doubtful_objects[key]

    def put(self, key):
        body = self.chance.randbytes(self.chance.choice([0, 10, 1000, 200_000]))
        self.change(key, digest(body), lambda: self.s3.put_object(Bucket="objects", Key=key, Body=body))

    def put_object(self):
        self.put(self.key())

    def overwrite(self):
        there = [key for key, held in self.truth.objects.copy().items() if held and key.startswith(self.owner)]
        self.put(self.chance.choice(there) if there else self.key())

    def delete_object(self):
        key = self.key()
        self.change(key, None, lambda: self.s3.delete_object(Bucket="objects", Key=key))

    def put_in_parts(self):
        key = self.key()
        upload = self.s3.create_multipart_upload(Bucket="objects", Key=key)["UploadId"]
        parts = self.truth.uploads[key, upload] = {}
        for number, body in enumerate([self.chance.randbytes(10) * (MIB // 2), self.chance.randbytes(1000)], 1):
            self.s3.upload_part(Bucket="objects", Key=key, UploadId=upload, PartNumber=number, Body=body)
            parts[number] = body
        self.change(key, digest(b"".join(parts.values())), lambda: complete(self.s3, key, upload, parts))
        del self.truth.uploads[key, upload]


def send_step(sqs, fifo, truth, group, body):
    sqs.send_message(QueueUrl=fifo, MessageBody=body, MessageGroupId=group, MessageDeduplicationId=body)
    truth.steps.setdefault(group, []).append(body)
    del truth.doubtful_steps[group]


def complete(s3, key, upload, parts):
    done = [{"PartNumber": number, "ETag": f'"{digest(body)}"'} for number, body in parts.items()]
    s3.complete_multipart_upload(Bucket="objects", Key=key, UploadId=upload, MultipartUpload={"Parts": done})


class Reader:
    """Reads each shard on from where it was, over all restarts."""

    def __init__(self, server):
        self.server = server
        self.found = {}
        shards = server.client("kinesis").list_shards(StreamName="s")["Shards"]
        self.last = {shard["ShardId"]: None for shard in shards}

    def read_on(self):
        kinesis = self.server.client("kinesis")
        for shard, last in self.last.items():
            where = {"ShardIteratorType": "TRIM_HORIZON"} if last is None else {
                "ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "StartingSequenceNumber": last}
            iterator = kinesis.get_shard_iterator(StreamName="s", ShardId=shard, **where)["ShardIterator"]
            while True:
                answer = kinesis.get_records(ShardIterator=iterator)
                for record in answer["Records"]:
                    number = record["SequenceNumber"]
                    assert self.last[shard] is None or int(self.last[shard]) < int(number), (shard, number)
                    self.found[shard, number] = record["Data"].decode()
                    assert record["PartitionKey"] == record["Data"].decode()
                    self.last[shard] = number
                if not answer["Records"] and answer["MillisBehindLatest"] == 0:
                    break
                iterator = answer["NextShardIterator"]


def a_round(server, truth, number, seed, chance):
    """Load until the kill. In each third round it comes while the function is at work."""
    writers = [Writer(server, truth, str(n), random.Random(f"{seed}-{number}-{n}")) for n in range(WRITERS)]
    for n, writer in enumerate(writers):
        writer.name = f"{number}-{n}"
    s3 = server.client("s3")
    latest = lambda: s3.get_object(Bucket="latest", Key="request")["Body"].read()
    before = latest()
    for writer in writers:
        writer.start()
    if number % 3 == 0:
        wait_for("the function to be at work", lambda: latest() != before)
    # The moment is what is random here; nothing is waited for.
    time.sleep(chance.uniform(0, LONGEST_ROUND_S))
    for writer in writers:
        assert writer.is_alive(), (seed, number, writer.surprise)
    server.kill()
    for writer in writers:
        writer.join()
        assert writer.surprise is None, (seed, number, writer.surprise)


def check_records(truth, reader, where):
    reader.read_on()
    missing = truth.records.items() - reader.found.items()
    assert not missing, (where, sorted(missing)[:5])
    besides = [text for at, text in reader.found.items() if at not in truth.records]
    assert set(besides) <= truth.doubtful_texts, where
    assert len(set(reader.found.values())) == len(reader.found), (where, "a record is there twice")


def check_objects(server, truth, where):
    """Every object is what its last acknowledged change said, and the listing agrees."""
    s3 = server.client("s3")
    listed = {o["Key"]: o for o in s3.list_objects_v2(Bucket="objects").get("Contents", [])}
    for key in truth.objects.keys() | truth.doubtful_objects.keys() | listed.keys():
        held = None
        if key in listed:
            body = s3.get_object(Bucket="objects", Key=key)["Body"].read()
            held = digest(body)
            etag = listed[key]["ETag"].strip('"')
            assert (len(body), etag) == (listed[key]["Size"], etag if "-" in etag else held), (where, key)
        else:
            assert refused(s3.get_object, Bucket="objects", Key=key)[:2] == (404, "NoSuchKey"), (where, key)
        allowed = {truth.objects.get(key), truth.doubtful_objects.get(key, truth.objects.get(key))}
        assert held in allowed, (where, key)
        truth.objects[key] = held
    truth.doubtful_objects.clear()


def check_uploads(server, truth, where):
    """Each part that was acknowledged is there, and one upload of each round is completed with them."""
    s3 = server.client("s3")
    for (key, upload), parts in truth.uploads.items():
        here = {"Bucket": "objects", "Key": key, "UploadId": upload}
        try:
            listed = s3.list_parts(**here).get("Parts", [])
        except s3.exceptions.NoSuchUpload:
            # Only its completion, which was not answered, can have ended it.
            assert len(parts) == 2 and truth.objects.get(key) == digest(b"".join(parts.values())), (where, key)
            continue
        held = {part["PartNumber"]: part["ETag"].strip('"') for part in listed}
        wanted = {number: digest(body) for number, body in parts.items()}
        assert wanted.items() <= held.items(), (where, key)
        if len(parts) == 2:
            complete(s3, key, upload, parts)
            truth.objects[key] = digest(b"".join(parts.values()))
            assert digest(s3.get_object(Bucket="objects", Key=key)["Body"].read()) == truth.objects[key]
            truth.deeds["completed after a kill"] += 1
        else:
            s3.abort_multipart_upload(**here)
    truth.uploads.clear()


def check_counts(server, truth, where):
    """As many messages are there as may be. What may have been sent to a group is sent again, once."""
    sqs = server.client("sqs")
    urls = [sqs.get_queue_url(QueueName=name)["QueueUrl"] for name in ("q", "q.fifo")]
    for group, body in list(truth.doubtful_steps.items()):
        send_step(sqs, urls[1], truth, group, body)
        truth.deeds["sent again after a kill"] += 1
    kept, doubtful = len(truth.messages), len(truth.doubtful_messages)
    steps = sum(map(len, truth.steps.values()))
    for url, least, most in [(urls[0], kept, kept + doubtful), (urls[1], steps, steps)]:
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        count = sum(int(attributes[f"ApproximateNumberOfMessages{which}"]) for which in ("", "NotVisible", "Delayed"))
        assert least <= count <= most, (where, url, least, count, most)


def drained(sqs, url):
    """All messages of a queue, in the order in which they come."""
    found = []

    def take():
        messages = sqs.receive_message(
            QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=600).get("Messages", [])
        found.extend(message["Body"] for message in messages)
        if messages:
            sqs.delete_message_batch(QueueUrl=url, Entries=[
                {"Id": str(n), "ReceiptHandle": message["ReceiptHandle"]} for n, message in enumerate(messages)])
        names = ["ApproximateNumberOfMessages" + which for which in ("", "NotVisible", "Delayed")]
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        return not messages and all(attributes[name] == "0" for name in names)

    wait_for("an empty queue", take, 180)
    return found


def check_messages(server, truth, where):
    """Every message that was acknowledged and not deleted is there once, and groups are in order."""
    sqs = server.client("sqs")
    found = drained(sqs, sqs.get_queue_url(QueueName="q")["QueueUrl"])
    assert len(found) == len(set(found)), (where, "a message is there twice")
    assert truth.messages <= set(found) <= truth.messages | truth.doubtful_messages, where
    steps = drained(sqs, sqs.get_queue_url(QueueName="q.fifo")["QueueUrl"])
    by_group = {group: [body for body in steps if body in set(bodies)] for group, bodies in truth.steps.items()}
    assert by_group == truth.steps and sum(map(len, by_group.values())) == len(steps), where


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


def test_nothing_acknowledged_is_lost_by_sigkill(server, capsys):
    seed = int(os.environ.get("CRASH_SEED", time.time_ns()))
    with capsys.disabled():
        print(f" CRASH_SEED={seed} ", end="", flush=True)
    chance = random.Random(seed)
    client, s3 = server.client("lambda"), server.client("s3")
    for bucket in ("objects", "delivered", "latest"):
        s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket="latest", Key="request", Body=b"none")
    sqs = server.client("sqs")
    sqs.create_queue(QueueName="q")
    sqs.create_queue(QueueName="q.fifo", Attributes={"FifoQueue": "true"})
    arn = make_stream(server, "s", 3)
    make_function(server, "f", CONSUMER)
    uuid = client.create_event_source_mapping(
        FunctionName="f", EventSourceArn=arn, StartingPosition="TRIM_HORIZON", BatchSize=100)["UUID"]
    truth, reader = Truth(), Reader(server)
    for number in range(ROUNDS):
        a_round(server, truth, number, seed, chance)
        while chance.random() < 0.3:
            server.start_and_kill(chance.uniform(0, 0.02))
            truth.deeds["killed while it started"] += 1
        server.start()
        where = f"CRASH_SEED={seed}, round {number}"
        check_records(truth, reader, where)
        check_objects(server, truth, where)
        check_uploads(server, truth, where)
        check_counts(server, truth, where)
        assert client.get_event_source_mapping(UUID=uuid)["State"] == "Enabled", where
    again = Reader(server)
    again.read_on()
    assert again.found == reader.found and list(again.found) == list(
        sorted(reader.found, key=lambda at: (list(again.last).index(at[0]), int(at[1])))), seed
    check_delivered(server, {f"{shard}:{number}" for shard, number in reader.found})
    check_messages(server, truth, f"CRASH_SEED={seed}")
    # The load was what it is said to be.
    kinds = {"put_record", "put_records", "put_object", "overwrite", "delete_object", "put_in_parts",
             "send_messages", "send_step", "take_messages", "completed after a kill", "killed while it started",
             "sent again after a kill"}
    assert kinds <= truth.deeds.keys(), (seed, truth.deeds)
