"""A stream is written through one reshard after the other, and what is read is what was written."""

import os
import random
import threading
import time

from botocore.exceptions import ConnectionError, HTTPClientError
from conftest import make_stream, wait_for

WRITERS = 4
RESHARDS = 20
KILLS = 4
# So many that the splits, and the merges of twice as many, take two commits.
SHARDS = 150


class Writer(threading.Thread):
    """Puts numbered records with keys of its own, in their order, until it is told to stop."""

    def __init__(self, server, stream, name):
        super().__init__()
        self.kinesis, self.stream = server.client("kinesis"), stream
        self.keys = [f"{name}-{n}" for n in range(8)]
        self.told, self.chance = threading.Event(), random.Random(name)
        # What was acknowledged of each key, and what may be there besides.
        self.written, self.doubtful = {key: [] for key in self.keys}, set()
        self.puts, self.surprise = 0, None

    def run(self):
        number = 0
        try:
            while not self.told.is_set():
                number += 1
                self.put([(key, f"{key}/{number}") for key in self.keys])
        except Exception as surprise:
            self.surprise = surprise

    def put(self, records):
        try:
            if self.chance.random() < 0.3:
                for key, text in records:
                    self.kinesis.put_record(StreamName=self.stream, PartitionKey=key, Data=text)
                    self.written[key].append(text)
            else:
                answer = self.kinesis.put_records(StreamName=self.stream, Records=[
                    {"PartitionKey": key, "Data": text} for key, text in records])
                assert answer["FailedRecordCount"] == 0
                for key, text in records:
                    self.written[key].append(text)
            self.puts += 1
        except (ConnectionError, HTTPClientError):
            self.doubtful |= {text for key, text in records if text not in self.written[key]}
            time.sleep(0.02)

    def stop(self):
        self.told.set()
        self.join()
        assert self.surprise is None, self.surprise


class Follower:
    """Reads as consumers do: the oldest shards first, and a shard when all of its parents have ended."""

    def __init__(self, kinesis, stream):
        self.kinesis, self.stream = kinesis, stream
        oldest = kinesis.list_shards(StreamName=stream, ShardFilter={"Type": "AT_TRIM_HORIZON"})["Shards"]
        self.iterators = {shard["ShardId"]: self.begin(shard["ShardId"]) for shard in oldest}
        self.ended, self.waiting, self.found = set(), {}, {}

    def begin(self, shard):
        return self.kinesis.get_shard_iterator(
            StreamName=self.stream, ShardId=shard, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]

    def look(self):
        """Reads a page of each shard; whether all are at their tips."""
        at_tips = True
        for shard, iterator in list(self.iterators.items()):
            page = self.kinesis.get_records(ShardIterator=iterator)
            for record in page["Records"]:
                self.found.setdefault(record["PartitionKey"], []).append(record["Data"].decode())
            if "NextShardIterator" in page:
                assert "ChildShards" not in page
                self.iterators[shard] = page["NextShardIterator"]
                at_tips &= page["MillisBehindLatest"] == 0
            else:
                at_tips = False
                self.end(shard, page["ChildShards"])
        return at_tips

    def end(self, shard, children):
        del self.iterators[shard]
        assert children and all(shard in child["ParentShards"] for child in children)
        self.ended.add(shard)
        self.waiting.update({child["ShardId"]: child for child in children})
        for child in list(self.waiting):
            if self.ended >= set(self.waiting[child]["ParentShards"]):
                assert child not in self.ended and child not in self.iterators
                self.iterators[child] = self.begin(child)
                del self.waiting[child]

    def run(self, told):
        """Keeps reading, and comes to the end of what is there after it is told to."""
        while True:
            was_told = told.is_set()
            if self.look() and was_told:
                return


def summary(kinesis, stream):
    return kinesis.describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]


def is_active(kinesis, stream):
    return summary(kinesis, stream)["StreamStatus"] == "ACTIVE"


def reshard(kinesis, stream, number, chance):
    """Splits, merges or evens out, and says what."""
    listed = kinesis.list_shards(StreamName=stream, ShardFilter={"Type": "AT_LATEST"})["Shards"]
    key = lambda shard, end: int(shard["HashKeyRange"][f"{end}HashKey"])
    shards = sorted(listed, key=lambda shard: key(shard, "Starting"))
    if number % 2:
        least, most = -(-len(shards) // 2), min(2 * len(shards), 12)
        count = chance.choice([n for n in range(least, most + 1) if n != len(shards)])
        answer = kinesis.update_shard_count(
            StreamName=stream, TargetShardCount=count, ScalingType="UNIFORM_SCALING")
        assert (answer["CurrentShardCount"], answer["TargetShardCount"]) == (len(shards), count)
        return count
    at = chance.randrange(len(shards))
    if number % 4 and at + 1 < len(shards):
        kinesis.merge_shards(StreamName=stream, ShardToMerge=shards[at]["ShardId"],
                             AdjacentShardToMerge=shards[at + 1]["ShardId"])
        return len(shards) - 1
    low, high = key(shards[at], "Starting"), key(shards[at], "Ending")
    kinesis.split_shard(StreamName=stream, ShardToSplit=shards[at]["ShardId"],
                        NewStartingHashKey=str(low + (high - low) // chance.choice([2, 3, 5])))
    return len(shards) + 1


def test_twenty_reshards_under_load_lose_and_repeat_nothing(shared, name):
    seed = os.urandom(4).hex()
    print("seed", seed)
    chance, kinesis = random.Random(seed), shared.client("kinesis")
    make_stream(shared, name, 2)
    writers = [Writer(shared, name, f"w{n}") for n in range(WRITERS)]
    follower, told = Follower(shared.client("kinesis"), name), threading.Event()
    surprises = []

    def follow():
        try:
            follower.run(told)
        except Exception as surprise:
            surprises.append(surprise)

    following = threading.Thread(target=follow)
    for thread in [*writers, following]:
        thread.start()
    try:
        for number in range(RESHARDS):
            puts = [writer.puts for writer in writers]
            wait_for("records", lambda: all(
                writer.puts > before or writer.surprise for writer, before in zip(writers, puts)))
            count = reshard(kinesis, name, number, chance)
            wait_for("the reshard", lambda: is_active(kinesis, name))
            assert summary(kinesis, name)["OpenShardCount"] == count
    finally:
        for writer in writers:
            writer.told.set()
        for writer in writers:
            writer.join()
        told.set()
        following.join()
    assert not surprises and not [writer.surprise for writer in writers if writer.surprise], surprises
    written = {key: texts for writer in writers for key, texts in writer.written.items()}
    assert all(len(texts) > RESHARDS / 2 for texts in written.values())
    assert follower.found == written
    assert len(follower.ended) >= RESHARDS


def test_a_kill_in_the_middle_of_an_update_of_the_shard_count(server, name):
    seed = os.urandom(4).hex()
    print("seed", seed)
    chance, kinesis = random.Random(seed), server.client("kinesis")
    make_stream(server, name, SHARDS)
    writers = [Writer(server, name, f"w{n}") for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    count = SHARDS
    for _ in range(KILLS):
        count = 3 * SHARDS - count
        kinesis.update_shard_count(StreamName=name, TargetShardCount=count, ScalingType="UNIFORM_SCALING")
        if chance.random() < 0.7:
            # Some of the shards have changed.
            wait_for("a part", lambda: summary(kinesis, name)["OpenShardCount"] != 3 * SHARDS - count)
        else:
            time.sleep(chance.uniform(0.08, 0.2))
        server.kill()
        server.start()
        found = wait_for("the stream", lambda: is_active(kinesis, name) and summary(kinesis, name))
        # What was acknowledged is done, by whoever came after.
        assert found["OpenShardCount"] == count
        puts = [writer.puts for writer in writers]
        wait_for("records", lambda: all(
            writer.puts > before or writer.surprise for writer, before in zip(writers, puts)))
    for writer in writers:
        writer.stop()
    follower = Follower(kinesis, name)
    wait_for("the tips", follower.look)
    doubtful = set().union(*(writer.doubtful for writer in writers))
    for writer in writers:
        for key, texts in writer.written.items():
            found = follower.found.get(key, [])
            assert len(found) == len(set(found))
            assert [text for text in found if text not in doubtful] == texts
            # What was doubtful lies between what was written before and after.
            numbers = [int(text.split("/")[1]) for text in found]
            assert numbers == sorted(numbers)
