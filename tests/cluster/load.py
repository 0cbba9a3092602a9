"""A load on all services through random nodes, and the truth about it: what was acknowledged, and what may have happened besides.

A request is sent once. One that fails may have been carried out, or may be yet, by a node that sleeps: what it would have
changed is written down as doubtful, and is not touched again."""

import hashlib
import json
import random
import threading
import time
from collections import Counter, defaultdict

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

ONCE = Config(
    retries={"total_max_attempts": 1}, connect_timeout=2, max_pool_connections=32, parameter_validation=False,
)
# Some wait for what a node answers in the end; others do not let one that sleeps keep them for long.
PATIENT, IMPATIENT = Config(read_timeout=40), Config(read_timeout=5)
SERVICES = ("kinesis", "s3", "sqs", "dynamodb", "lambda")
PACE_S = 0.03
COUNTERS = 3
# How long a message that was received is out of sight.
TIMEOUT_S = 60
# What fails so was refused, and not for what was asked.
BUSY = {500, 502, 503, 504}


class Truth:
    """All that was acknowledged, and what may have happened besides."""

    def __init__(self):
        self.lock = threading.Lock()
        # (shard, sequence number) → text and key; texts that a request without an answer may have left.
        self.records, self.doubtful_texts = {}, set()
        # The bodies that a key may have, each by its digest; None where it may not be there.
        self.objects = {}
        # Messages that are there; those that may be; those that are gone, and by which names they went.
        self.taken = set()
        self.messages, self.doubtful_messages, self.deleted, self.deleted_names = set(), set(), set(), set()
        # Until when none but who received it has a message, by its name; and what became of each, for whoever asks why.
        self.out_of_sight, self.story = {}, defaultdict(list)
        # What the function was asked to note, when it has time.
        self.asked = set()
        # How many steps each group has.
        self.steps = Counter()
        # What each writer counted at least, and at most.
        self.counted, self.tried = Counter(), Counter()
        # (counter, value) → who made it so; and the latest value of each.
        self.claims, self.latest = {}, Counter()
        self.deeds = Counter()

    def sum(self):
        """How many deeds were acknowledged."""
        return sum(count for deed, count in self.deeds.copy().items() if ":" not in deed)


class Wrong(Exception):
    """An answer that cannot be."""


def right(holds, *what):
    if not holds:
        raise Wrong(*what)


class Clients:
    """One client for each service and node; each request goes to a random one."""

    def __init__(self, nodes, config):
        self.nodes, config = nodes, ONCE.merge(config)
        self.made = {(service, node.name): node.client(service, config=config) for service in SERVICES for node in nodes}

    def of(self, service, chance):
        return self.made[service, chance.choice(self.nodes).name]


class Worker(threading.Thread):
    """Does something over and over until it is told to stop, or meets what cannot be."""

    def __init__(self, clients, truth, seed):
        super().__init__(name=str(seed), daemon=True)
        self.clients, self.truth, self.chance = clients, truth, random.Random(seed)
        self.ends, self.surprise = threading.Event(), None
        # What failed, and when.
        self.failures = []

    def client(self, service):
        return self.clients.of(service, self.chance)

    def deed(self):
        raise NotImplementedError

    def run(self):
        while not self.ends.wait(PACE_S):
            deed = self.deed()
            name = deed.__name__
            try:
                deed()
                self.count(name)
            except ClientError as error:
                answer = error.response
                status, code = answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"]
                self.failed(name, f"{status} {code}", answer["Error"].get("Message"))
                if status not in BUSY or not code.isalpha():
                    self.surprise = (name, error)
                    return
            except BotoCoreError as error:
                self.failed(name, type(error).__name__, str(error))
            except Exception as surprise:
                self.surprise = (name, surprise)
                return

    def count(self, what):
        with self.truth.lock:
            self.truth.deeds[what] += 1

    def failed(self, name, how, why):
        self.count(f"{name}: {how}")
        self.failures.append((time.time(), name, how, why))
        self.ends.wait(0.1)

    def stop(self):
        self.ends.set()


class Writer(Worker):
    """Writes, and looks at what it has written."""

    def __init__(self, clients, truth, seed, queue, fifo):
        super().__init__(clients, truth, seed)
        self.queue, self.fifo = queue, fifo
        self.number, self.generations = 0, Counter()
        self.sequence = defaultdict(int)
        self.deeds = {
            self.put_record: 4, self.put_records: 4, self.put_object: 4, self.put_large: 2, self.delete_object: 1,
            self.put_in_parts: 0.2, self.look: 3, self.send: 3, self.take: 3, self.step: 3, self.add: 2, self.claim: 4,
            self.list: 1, self.ask: 0.5,
        }

    def deed(self):
        return self.chance.choices(list(self.deeds), weights=list(self.deeds.values()))[0]

    def text(self):
        self.number += 1
        return f"{self.name}-{self.number}"

    # Records.

    def acknowledged(self, text, key, answer):
        shard, number = answer["ShardId"], answer["SequenceNumber"]
        right(int(number) > self.sequence[key], f"{text} came before what was acknowledged earlier", shard, number)
        self.sequence[key] = int(number)
        with self.truth.lock:
            right((shard, number) not in self.truth.records, f"{text} has another's number", shard, number)
            self.truth.records[shard, number] = (text, key)
            self.truth.doubtful_texts.discard(text)

    def put_record(self):
        text, key = self.text(), f"{self.name}-{self.chance.randint(1, 4)}"
        self.truth.doubtful_texts.add(text)
        answer = self.client("kinesis").put_record(StreamName="s", Data=text, PartitionKey=key)
        self.acknowledged(text, key, answer)

    def put_records(self):
        records = [(self.text(), f"{self.name}-{self.chance.randint(1, 4)}") for _ in range(self.chance.randint(2, 20))]
        self.truth.doubtful_texts.update(text for text, _ in records)
        answer = self.client("kinesis").put_records(
            StreamName="s", Records=[{"Data": text, "PartitionKey": key} for text, key in records]
        )
        failed = 0
        for (text, key), one in zip(records, answer["Records"], strict=True):
            if "SequenceNumber" in one:
                self.acknowledged(text, key, one)
            else:
                failed += 1
                right(one["ErrorCode"] == "InternalFailure", one)
        right(answer["FailedRecordCount"] == failed, answer["FailedRecordCount"], failed)
        if failed:
            self.count("put_records: in part")

    # Objects.

    def key(self):
        """A key of which it is known what it has; those that are in doubt have successors."""
        slot = f"{self.name}/{self.chance.randint(1, 12)}"
        return f"{slot}.{self.generations[slot]}"

    def change(self, key, outcome, call):
        """Makes a change: afterwards it was made; if it fails, nobody knows."""
        self.truth.objects[key] = self.truth.objects.get(key, {None}) | {outcome}
        try:
            call()
        except BaseException:
            self.generations[key.rsplit(".", 1)[0]] += 1
            raise
        self.truth.objects[key] = {outcome}

    def put(self, body):
        key = self.key()
        self.change(key, digest(body), lambda: self.client("s3").put_object(Bucket="bucket", Key=key, Body=body))

    def put_object(self):
        self.put(self.text().encode())

    def put_large(self):
        self.put(self.text().encode() * 20_000)

    def put_in_parts(self):
        large = self.text().encode()
        key, parts = self.key(), [large * ((5 << 20) // len(large) + 1), self.text().encode()]
        upload = self.client("s3").create_multipart_upload(Bucket="bucket", Key=key)["UploadId"]
        done = []
        for number, part in enumerate(parts, 1):
            answer = self.client("s3").upload_part(Bucket="bucket", Key=key, UploadId=upload, PartNumber=number, Body=part)
            done.append({"PartNumber": number, "ETag": answer["ETag"]})
        self.change(key, digest(b"".join(parts)), lambda: self.client("s3").complete_multipart_upload(
            Bucket="bucket", Key=key, UploadId=upload, MultipartUpload={"Parts": done}))

    def delete_object(self):
        key = self.key()
        self.change(key, None, lambda: self.client("s3").delete_object(Bucket="bucket", Key=key))

    def look(self):
        key = self.key()
        look_at(self.client("s3"), key, self.truth.objects.get(key, {None}))

    def list(self):
        """All that is known to be there is listed, and all that is listed may be there."""
        listed = {item["Key"] for item in self.client("s3").list_objects_v2(
            Bucket="bucket", Prefix=f"{self.name}/").get("Contents", [])}
        own = {key: may for key, may in self.truth.objects.copy().items() if key.startswith(f"{self.name}/")}
        right(len(own) >= 1000 or {key for key, may in own.items() if None not in may} <= listed, "a listing lacks keys")
        right(listed <= {key for key, may in own.items() if may != {None}}, "a listing has more keys")

    # Messages.

    def send(self):
        text = self.text()
        self.truth.doubtful_messages.add(text)
        self.client("sqs").send_message(QueueUrl=self.queue, MessageBody=text)
        with self.truth.lock:
            # Somebody may have had it before the answer came, and be deleting it.
            if text in self.truth.doubtful_messages and text not in self.truth.taken:
                self.truth.doubtful_messages.discard(text)
                self.truth.messages.add(text)

    def take(self):
        def told(client, what):
            story.append((time.strftime("%T"), round(time.time() % 1, 3), client.meta.endpoint_url, what))

        sqs, gone, until = self.client("sqs"), self.truth.deleted_names.copy(), time.monotonic() + TIMEOUT_S
        asked = time.strftime("%T")
        got = sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=3, VisibilityTimeout=TIMEOUT_S)
        for message in got.get("Messages", []):
            name, body = message["MessageId"], message["Body"]
            story = self.truth.story[name]
            told(sqs, f"received since {asked}: {message['ReceiptHandle']}")
            # A queue that is not FIFO may take what was sent once for two messages.
            right(name not in gone, f"{body} was deleted, and came again", story)
            with self.truth.lock:
                right(body in self.truth.messages | self.truth.doubtful_messages | self.truth.deleted, f"nobody sent {body}")
                hidden = self.truth.out_of_sight.get(name, 0)
                right(time.monotonic() > hidden, f"{body} is in sight, as another has it", story)
                self.truth.out_of_sight[name] = until
                if body in self.truth.deleted:
                    self.truth.deeds["send: twice"] += 1
                self.truth.taken.add(body)
                self.truth.messages.discard(body)
                self.truth.doubtful_messages.add(body)
            deleter = self.client("sqs")
            told(deleter, "to be deleted")
            deleter.delete_message(QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"])
            told(deleter, "deleted")
            # Who comes later may have deleted nothing.
            if time.monotonic() < until:
                with self.truth.lock:
                    self.truth.doubtful_messages.discard(body)
                    self.truth.deleted.add(body)
                    self.truth.deleted_names.add(name)

    def step(self):
        """A step of a group is sent until it is there, and only then the next."""
        number = self.truth.steps[self.name] + 1
        body = f"{self.name}/{number}"
        self.client("sqs").send_message(
            QueueUrl=self.fifo, MessageBody=body, MessageGroupId=self.name, MessageDeduplicationId=body
        )
        self.truth.steps[self.name] = number

    # The function.

    def ask(self):
        text = self.text()
        answer = self.client("lambda").invoke(
            FunctionName="consumer", InvocationType="Event", Payload=json.dumps({"text": text}))
        right(answer["StatusCode"] == 202, answer)
        with self.truth.lock:
            self.truth.asked.add(text)

    # Items.

    def add(self):
        self.truth.tried[self.name] += 1
        answer = self.client("dynamodb").update_item(
            TableName="table", Key={"k": {"S": self.name}}, UpdateExpression="ADD n :one",
            ExpressionAttributeValues={":one": {"N": "1"}}, ReturnValues="ALL_NEW",
        )
        self.truth.counted[self.name] += 1
        check_count(self.truth, self.name, int(answer["Attributes"]["n"]["N"]))

    def claim(self):
        """Makes a counter that all share one more, if nobody else did in between."""
        counter = f"counter-{self.chance.randint(1, COUNTERS)}"
        known = self.truth.latest[counter]
        item = self.client("dynamodb").get_item(TableName="table", Key={"k": {"S": counter}}, ConsistentRead=True)["Item"]
        value = int(item["n"]["N"])
        right(value >= known, f"{counter} went back from {known} to {value}")
        token = self.text()
        try:
            self.client("dynamodb").update_item(
                TableName="table", Key={"k": {"S": counter}}, UpdateExpression="SET n = :next, who = :who",
                ConditionExpression="n = :now",
                ExpressionAttributeValues={":now": {"N": str(value)}, ":next": {"N": str(value + 1)}, ":who": {"S": token}},
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise
            return
        with self.truth.lock:
            other = self.truth.claims.setdefault((counter, value + 1), token)
            right(other == token, f"{other} and {token} both made {counter} {value + 1}")
            self.truth.latest[counter] = max(self.truth.latest[counter], value + 1)


class Followers:
    """Those who read shards on, one for each, and for those that come of them."""

    def __init__(self, clients, truth, seed, shards):
        self.lock, self.all = threading.Lock(), {}
        self.make = lambda shard: Follower(clients, truth, f"{seed}-{shard}", shard, self)
        self.begin(shards)

    def begin(self, shards):
        with self.lock:
            for shard in shards:
                if shard not in self.all:
                    self.all[shard] = self.make(shard)
                    self.all[shard].start()


class Follower(Worker):
    """Reads a shard on, each page through another node, until it ends."""

    def __init__(self, clients, truth, seed, shard, others):
        super().__init__(clients, truth, seed)
        self.shard, self.others, self.iterator, self.found = shard, others, None, []

    def deed(self):
        return self.follow

    def follow(self):
        if not self.iterator:
            where = {"ShardIteratorType": "TRIM_HORIZON"} if not self.found else {
                "ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "StartingSequenceNumber": self.found[-1][0]}
            answer = self.client("kinesis").get_shard_iterator(StreamName="s", ShardId=self.shard, **where)
            self.iterator = answer["ShardIterator"]
        iterator, self.iterator = self.iterator, None
        answer = self.client("kinesis").get_records(ShardIterator=iterator)
        for record in answer["Records"]:
            number = record["SequenceNumber"]
            right(not self.found or int(self.found[-1][0]) < int(number), self.shard, self.found[-1:], number)
            self.found.append((number, record["Data"].decode()))
        if "NextShardIterator" not in answer:
            self.others.begin(child["ShardId"] for child in answer["ChildShards"])
            self.ends.set()
        # Now and then it finds its place anew.
        elif self.chance.random() < 0.9:
            self.iterator = answer["NextShardIterator"]
        self.ends.wait(0.2)


class Taker(Worker):
    """Takes the steps of all groups: each group's come in their order, and none after it was deleted."""

    def __init__(self, clients, truth, seed, fifo):
        super().__init__(clients, truth, seed)
        self.fifo = fifo
        # The step of each group that was deleted last, and those that may have been.
        self.last, self.doubtful = Counter(), Counter()

    def deed(self):
        return self.take_steps

    def take_steps(self):
        got = self.client("sqs").receive_message(
            QueueUrl=self.fifo, MaxNumberOfMessages=10, VisibilityTimeout=5, WaitTimeSeconds=1).get("Messages", [])
        here = {}
        for message in got:
            group, number = message["Body"].split("/")
            number = int(number)
            least = here[group] + 1 if group in here else self.last[group] + 1
            most = here[group] + 1 if group in here else max(self.doubtful[group], self.last[group]) + 1
            right(least <= number <= most, f"step {number} of {group} came, not {least} to {most}")
            here[group] = number
        failed = set()
        for message in got:
            group, number = message["Body"].split("/")
            if group not in failed and not self.delete(message["ReceiptHandle"], group, int(number)):
                failed.add(group)

    def delete(self, receipt, group, number):
        """Whether it is gone: who comes too late has not deleted it."""
        self.doubtful[group] = number
        try:
            self.client("sqs").delete_message(QueueUrl=self.fifo, ReceiptHandle=receipt)
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] not in {400, *BUSY}:
                raise
            self.count(f"delete: {error.response['Error']['Code']}")
            return False
        except BotoCoreError:
            return False
        self.last[group] = number
        return True


def digest(body):
    return hashlib.md5(body).hexdigest()


def look_at(s3, key, may):
    """An object is one of what it may be."""
    try:
        found = digest(s3.get_object(Bucket="bucket", Key=key)["Body"].read())
    except ClientError as error:
        if error.response["Error"]["Code"] != "NoSuchKey":
            raise
        found = None
    right(found in may, f"{key} is {found}, and may be {may}")


def check_count(truth, name, found):
    least, most = truth.counted[name], truth.tried[name]
    right(least <= found <= most, f"{name} counted {least} to {most}, not {found}")
