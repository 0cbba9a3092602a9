"""Queues over Kinesis streams through kills."""

import random
import threading

from botocore.exceptions import ClientError, ConnectionError, HTTPClientError
from conftest import make_on_demand, make_queue



def entries(records):
    return [{"ReceiptHandle": record["ReceiptHandle"]} for record in records]


def receive(kinesis, queue, **options):
    options = {"WaitTimeSeconds": 1, **options}
    return kinesis.receive_queue_records(QueueARN=queue, **options)["QueueRecords"]


def test_records_in_all_states_survive_a_kill(server):
    kinesis = server.client("kinesis")
    stream = make_on_demand(server, "s")
    queue = make_queue(server, "q", stream, QueueAttributes={
        "VisibilityTimeoutSeconds": 600,
        "DeadLetterConfiguration": {"TargetType": "BUILT_IN", "MaxReceiveCount": 1},
    })
    for text in ("acknowledged", "in flight", "dead", "hidden", "restored", "unseen"):
        kinesis.put_record(StreamARN=stream, PartitionKey="k", Data=text.encode())
    held = {}
    for _ in range(5):
        [record] = receive(kinesis, queue, Limit=1)
        held[record["Data"].decode()] = record
    assert set(held) == {"acknowledged", "in flight", "dead", "hidden", "restored"}
    kinesis.acknowledge_queue_records(QueueARN=queue, Entries=entries([held["acknowledged"]]))
    kinesis.update_queue_records_visibility(QueueARN=queue, Entries=[
        {"ReceiptHandle": held[text]["ReceiptHandle"], "VisibilityTimeoutSeconds": 0}
        for text in ("dead", "hidden", "restored")])
    letters = kinesis.receive_dead_letter_queue_records(
        QueueARN=queue, WaitTimeSeconds=1, VisibilityTimeoutSeconds=0)["QueueRecords"]
    assert {letter["Data"] for letter in letters} == {b"dead", b"hidden", b"restored"}
    letters = kinesis.receive_dead_letter_queue_records(QueueARN=queue, WaitTimeSeconds=1)["QueueRecords"]
    letters = {letter["Data"].decode(): letter for letter in letters}
    kinesis.restore_dead_letter_queue_records(QueueARN=queue, Entries=entries([letters["restored"]]))
    kinesis.update_dead_letter_queue_records_visibility(QueueARN=queue, Entries=[
        {"ReceiptHandle": letters["dead"]["ReceiptHandle"], "VisibilityTimeoutSeconds": 0}])
    server.kill()
    server.start()
    kinesis = server.client("kinesis")
    got = receive(kinesis, queue)
    assert sorted(record["Data"] for record in got) == [b"restored", b"unseen"]
    assert {record["ReceiveCount"] for record in got} == {1}
    again = kinesis.receive_dead_letter_queue_records(QueueARN=queue, WaitTimeSeconds=1)["QueueRecords"]
    assert [record["Data"] for record in again] == [b"dead"]
    # Handles from before are good still.
    done = kinesis.acknowledge_queue_records(QueueARN=queue, Entries=entries([held["in flight"]]))
    assert done["Failed"] == []
    done = kinesis.acknowledge_dead_letter_queue_records(
        QueueARN=queue, Entries=entries([letters["hidden"]]))
    assert done["Failed"] == []


def test_what_was_acknowledged_stays_so_and_the_rest_comes_through_kills_in_the_middle(server):
    stream = make_on_demand(server, "s")
    queue = make_queue(server, "q", stream, QueueAttributes={
        "VisibilityTimeoutSeconds": 0,
        "DeadLetterConfiguration": {"TargetType": "NONE"},
    })
    put, done, maybe_done = set(), set(), set()

    def produce(worker, turn):
        kinesis = server.client("kinesis")
        for number in range(1000):
            text = f"{turn}-{worker}-{number}"
            try:
                kinesis.put_record(StreamARN=stream, PartitionKey=text, Data=text.encode())
            except (ClientError, ConnectionError, HTTPClientError):
                return
            put.add(text)

    def acknowledge(kinesis, records):
        texts = {record["ReceiptHandle"]: record["Data"].decode() for record in records}
        try:
            answer = kinesis.acknowledge_queue_records(QueueARN=queue, Entries=entries(records))
        except (ClientError, ConnectionError, HTTPClientError):
            maybe_done.update(texts.values())
            raise
        done.update(texts[entry["ReceiptHandle"]] for entry in answer["Successful"])

    def consume():
        kinesis = server.client("kinesis")
        while True:
            known = set(done)
            try:
                records = receive(kinesis, queue)
                assert not known & {record["Data"].decode() for record in records}
                if records:
                    acknowledge(kinesis, records)
            except (ClientError, ConnectionError, HTTPClientError):
                return

    failures = []

    def guarded(work, *arguments):
        try:
            work(*arguments)
        except AssertionError as failure:
            failures.append(failure)

    for turn in range(4):
        threads = [threading.Thread(target=guarded, args=(produce, worker, turn)) for worker in range(2)]
        threads += [threading.Thread(target=guarded, args=(consume,)) for _ in range(2)]
        for thread in threads:
            thread.start()
        threads[0].join(random.uniform(0.3, 0.8))
        server.kill()
        for thread in threads:
            thread.join()
        server.start()
    assert failures == []
    kinesis = server.client("kinesis")
    found = set()
    while True:
        records = receive(kinesis, queue)
        if not records:
            break
        texts = {record["Data"].decode() for record in records}
        assert not texts & done
        found |= texts
        kinesis.acknowledge_queue_records(QueueARN=queue, Entries=entries(records))
    assert len(done) > 20
    assert put - done - found - maybe_done == set()
