"""Fleets of workers of the Kinesis Client Library over a stream that is being written and reshaped.

The workers are of tests/clients/kcl. Each process is a worker of two applications over one stream: one polls, the other
subscribes. All of them write one journal, in which the order of lines is the order of what happened."""

import collections
import math
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import amazon_kclpy
import pytest
from conftest import REGION, ROOT, wait_for

# Each key lies at a place of its own in the space of hashes, so that equal parts of it get equally many records.
KEYS = {f"key-{number}": str((2 * number + 1) * 2**128 // 48) for number in range(24)}
PATIENCE = 180
JAVA = ["java", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
Line = collections.namedtuple("Line", "application worker shard event key text")


def class_path(major):
    """What Maven built in ./test."""
    folder = os.environ.get(f"KCL_{major}")
    if not folder:
        pytest.fail(f"KCL_{major} does not name the folder of the built workers: run ./test")
    with open(f"{folder}/class-path.txt") as file:
        return f"{folder}/classes:{file.read()}"


def variables(server):
    """The environment in which the AWS SDK for Java finds the server: by an address, so that buckets stay in the path."""
    return {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.port}",
        "AWS_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
    }


class Fleet:
    """Worker processes of some applications over one stream, and what they wrote."""

    ends_with = (0,)

    def __init__(self, server, folder, stream, class_path, applications):
        self.server, self.folder, self.stream = server, folder, stream
        self.class_path = class_path
        self.applications = applications
        self.journal = folder / "journal"
        self.journal.touch()
        self.told, self.read = [], 0
        self.dynamodb = server.client("dynamodb")
        self.workers = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.workers.values():
            process.kill()
            process.wait()

    def command(self, worker):
        return [
            *JAVA, "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", self.class_path,
            "waterwheel.Worker", self.stream, worker, str(self.journal),
            *(f"{how}={name}" for how, name in self.applications.items()),
        ]

    def start(self, worker):
        command = self.command(worker)
        with open(self.folder / f"{worker}.log", "wb") as log:
            self.workers[worker] = subprocess.Popen(
                command, stdout=log, stderr=log, env={**os.environ, **variables(self.server)})

    def start_all(self, first, *others):
        """The first makes the table alone: KCL 3 does not get over meeting another at that (AssignmentMode is not initialized)."""
        self.start(first)
        self.wait("the first lease", lambda name: self.events("begun", name))
        for worker in others:
            self.start(worker)

    def kill(self, worker):
        process = self.workers.pop(worker)
        process.kill()
        process.wait()

    def stop(self, worker):
        """SIGTERM, upon which the worker hands its leases over."""
        process = self.workers.pop(worker)
        process.send_signal(signal.SIGTERM)
        try:
            code = process.wait(timeout=90)
        finally:
            process.kill()
        assert code in self.ends_with, f"{worker} ended with {code}\n{self.logs()}"

    def lines(self):
        """All whole lines so far; those that were read are kept."""
        with open(self.journal, "rb") as file:
            file.seek(self.read)
            more = file.read()
        more = more[: more.rfind(b"\n") + 1]
        self.read += len(more)
        self.told += [Line(*line.split("\t")) for line in more.decode().splitlines()]
        return self.told

    def events(self, event, application):
        return [line for line in self.lines() if line.event == event and line.application == application]

    def leases(self, application):
        """Leases by shard, once a worker has made their table."""
        try:
            items = self.dynamodb.scan(TableName=application, ConsistentRead=True)["Items"]
        except self.dynamodb.exceptions.ResourceNotFoundException:
            return {}
        return {it["leaseKey"]["S"]: it for it in items if it["leaseKey"]["S"].startswith("shardId-")}

    def owners(self, application):
        """How many shards that have not ended each worker has, once each of them has an owner."""
        counts = collections.Counter()
        for lease in self.leases(application).values():
            if lease["checkpoint"]["S"] != "SHARD_END":
                counts[lease.get("leaseOwner", {}).get("S")] += 1
        return counts

    def wait(self, what, condition):
        """Waits for a condition about each application; a failure tells what the workers said."""
        for name in self.applications.values():
            try:
                wait_for(f"{what} in {name}", lambda: condition(name), PATIENCE, 0.2)
            except AssertionError as error:
                pytest.fail(f"{error}\nowners: {self.owners(name)}\n{self.logs()}")

    def logs(self):
        """The ends of what the workers said, without where in their code they said it."""
        texts = []
        for log in sorted(self.folder.glob("*.log")):
            lines = [line for line in log.read_text(errors="replace").splitlines() if not line.startswith("\tat ")]
            texts.append("\n".join([log.name, *lines[-20:]]))
        return "\n".join(texts)

    def at_work(self, name):
        """Whether each lease's owner is alive and has begun with the shard."""
        busy = {}
        for line in self.lines():
            if line.application == name and line.event == "begun":
                busy[line.shard] = line.worker
            elif line.application == name and line.event == "lost" and busy.get(line.shard) == line.worker:
                del busy[line.shard]
        leases = {shard: it for shard, it in self.leases(name).items() if it["checkpoint"]["S"] != "SHARD_END"}
        owners = {shard: it.get("leaseOwner", {}).get("S") for shard, it in leases.items()}
        return all(owner in self.workers and busy.get(shard) == owner for shard, owner in owners.items())

    def balanced(self):
        """Whether the shards are shared out: each worker has some, and none over one more than its part.

        KCL 3 moves no lease whose taker would then be above the average by the least of a record."""
        def condition(name):
            counts = self.owners(name)
            part = math.ceil(counts.total() / len(self.workers))
            return set(counts) == set(self.workers) and max(counts.values()) <= part + 1
        return condition


class Producer:
    """Puts a record for each key in each round, so that a key's records are in order of their rounds."""

    def __init__(self, server, stream):
        self.kinesis, self.stream, self.round = server.client("kinesis"), stream, 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def put(self):
        text = f"{self.round:06}".encode()
        records = [{"PartitionKey": key, "ExplicitHashKey": place, "Data": text} for key, place in KEYS.items()]
        assert self.kinesis.put_records(StreamName=self.stream, Records=records)["FailedRecordCount"] == 0
        self.round += 1

    def run(self):
        while not self.ended.wait(0.1):
            self.put()

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()


def check_rounds(fleet, application, rounds):
    """Each key's rounds are all there and in order; only what followed the last checkpoint of one killed comes again."""
    by_key = collections.defaultdict(list)
    for line in fleet.events("record", application):
        by_key[line.key].append(int(line.text))
    assert set(by_key) == set(KEYS)
    for key, found in by_key.items():
        firsts = list(dict.fromkeys(found))
        assert firsts == list(range(rounds)), (application, key)


def all_seen(fleet, rounds):
    return lambda name: len({(it.key, it.text) for it in fleet.events("record", name)}) == rounds * len(KEYS)


def open_shards(kinesis, stream):
    """The shards that take records, in the order of their hash keys."""
    shards = kinesis.list_shards(StreamName=stream)["Shards"]
    shards = [it for it in shards if "EndingSequenceNumber" not in it["SequenceNumberRange"]]
    return sorted(shards, key=lambda it: int(it["HashKeyRange"]["StartingHashKey"]))


def split(kinesis, stream, shard):
    low, high = (int(shard["HashKeyRange"][key]) for key in ("StartingHashKey", "EndingHashKey"))
    middle = str((low + high + 1) // 2)
    kinesis.split_shard(StreamName=stream, ShardToSplit=shard["ShardId"], NewStartingHashKey=middle)


class Daemons(Fleet):
    """The same with the MultiLangDaemon, which runs a Python process for each shard."""

    ends_with = (0, 143)

    def __init__(self, server, folder, stream, application):
        jars = Path(amazon_kclpy.__file__).parent / "jars"
        super().__init__(server, folder, stream, f"{jars}/*", {"fan-out": application})

    def command(self, worker):
        processor = ROOT / "tests/clients/kcl/processor.py"
        settings = {
            "executableName": f"{sys.executable} {processor} {self.journal} {self.applications['fan-out']} {worker}",
            "streamName": self.stream,
            "applicationName": self.applications["fan-out"],
            "workerId": worker,
            "AwsCredentialsProvider": "DefaultCredentialsProvider",
            "regionName": REGION,
            "initialPositionInStream": "TRIM_HORIZON",
            "retrievalMode": "FANOUT",
            "failoverTimeMillis": 4000,
            "leaseAssignmentIntervalMillis": 2000,
            "workerMetricsReporterFreqInMillis": 1500,
            "varianceBalancingFrequency": 1,
            "shardSyncIntervalMillis": 1000,
            "parentShardPollIntervalMillis": 500,
            "shutdownGraceMillis": 30000,
            "metricsLevel": "NONE",
        }
        properties = self.folder / f"{worker}.properties"
        properties.write_text("".join(f"{key} = {value}\n" for key, value in settings.items()))
        return [
            *JAVA, "-cp", self.class_path, "software.amazon.kinesis.multilang.MultiLangDaemon",
            "--properties-file", str(properties), "--log-configuration", str(ROOT / "examples/kclpy/logback.xml"),
        ]


def children_read(fleet, kinesis, stream):
    """Whether each shard that is open has been read from, and each that is closed has ended for its workers."""
    now_open = {it["ShardId"] for it in open_shards(kinesis, stream)}
    every = {it["ShardId"] for it in kinesis.list_shards(StreamName=stream)["Shards"]}

    def condition(name):
        read = {it.shard for it in fleet.events("record", name)}
        ended = {it.shard for it in fleet.events("ended", name)}
        return now_open <= read and every - now_open <= ended
    return condition
