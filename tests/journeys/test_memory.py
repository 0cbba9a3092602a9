"""Memory that a load took comes back when it is over."""

import os
from concurrent.futures import ThreadPoolExecutor

from conftest import make_stream, wait_for

KIB = 1024


def resident_mib(server):
    with open(f"/proc/{server.process.pid}/status") as status:
        [line] = [line for line in status if line.startswith("VmRSS:")]
    return int(line.split()[1]) / KIB


def test_memory_comes_back_after_large_answers(server):
    kinesis = server.client("kinesis")
    make_stream(server, "s")
    records = [{"Data": os.urandom(1000), "PartitionKey": "k"}] * 500
    for _ in range(22):
        kinesis.put_records(StreamName="s", Records=records)
    iterator = kinesis.get_shard_iterator(
        StreamName="s", ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON")["ShardIterator"]

    def read(times):
        client = server.client("kinesis")
        return [len(client.get_records(ShardIterator=iterator)["Records"]) for _ in range(times)]

    with ThreadPoolExecutor(16) as readers:
        assert all(count > 9_000 for counts in readers.map(read, [3] * 16) for count in counts)
    wait_for("less than 100 MiB", lambda: resident_mib(server) < 100, 30)
    # A few more take the server so little time that it never looks like work.
    before = resident_mib(server)
    read(2)
    print(before, resident_mib(server))
    wait_for("as little as before", lambda: resident_mib(server) < before + 10, 30)
