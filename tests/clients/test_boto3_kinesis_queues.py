"""Queues over Kinesis streams with boto3, and once with the AWS CLI."""

import concurrent.futures
import datetime
import json
import os
import subprocess
from pathlib import Path

import botocore
import pytest
from botocore.config import Config
from conftest import ACCOUNT, REGION, make_on_demand, make_queue, make_stream, refused, wait_for


@pytest.fixture
def kinesis(shared):
    return shared.client("kinesis")


@pytest.fixture
def stream(shared, name):
    return make_on_demand(shared, name)


def put(kinesis, stream, *texts):
    records = [{"Data": text.encode(), "PartitionKey": text} for text in texts]
    assert kinesis.put_records(StreamARN=stream, Records=records)["FailedRecordCount"] == 0


def receive(kinesis, queue, **options):
    options = {"WaitTimeSeconds": 1, **options}
    return kinesis.receive_queue_records(QueueARN=queue, **options)["QueueRecords"]


def dead(kinesis, queue, **options):
    options = {"WaitTimeSeconds": 1, **options}
    return kinesis.receive_dead_letter_queue_records(QueueARN=queue, **options)["QueueRecords"]


def handles(records):
    return [{"ReceiptHandle": record["ReceiptHandle"]} for record in records]


def test_a_queue_from_its_making_to_its_end(kinesis, stream, name):
    made = kinesis.create_queue(
        QueueName=name,
        StreamConfigurationList=[{"StreamARN": stream}],
        QueueAttributes={"VisibilityTimeoutSeconds": 5},
        Tags={"team": "water"},
    )["QueueDescription"]
    assert made["QueueARN"].startswith(f"arn:aws:kinesis:{REGION}:{ACCOUNT}:queue/")
    assert (made["QueueName"], made["QueueStatus"] in ("CREATING", "ACTIVE")) == (name, True)

    def shown():
        return kinesis.describe_queue(QueueARN=made["QueueARN"])["QueueDescription"]

    queue = wait_for("the queue", lambda: shown()["QueueStatus"] == "ACTIVE" and shown())
    assert queue["QueueAttributes"] == {
        "VisibilityTimeoutSeconds": 5,
        "DeadLetterConfiguration": {"TargetType": "BUILT_IN", "MaxReceiveCount": 6},
    }
    [configuration] = queue["StreamConfigurationList"]
    assert configuration["StreamARN"] == stream
    assert configuration["StartingPosition"]["Type"] == "LATEST"
    assert configuration["StartingPosition"]["Timestamp"] == queue["QueueCreationTimestamp"]
    summary = kinesis.describe_stream_summary(StreamARN=stream)["StreamDescriptionSummary"]
    assert (summary["QueueCount"], summary["ConsumerCount"]) == (1, 0)

    status = kinesis.update_queue(QueueARN=made["QueueARN"], QueueAttributes={
        "DeadLetterConfiguration": {"TargetType": "NONE"}})["QueueDescription"]["QueueStatus"]
    assert status in ("UPDATING", "ACTIVE")
    wait_for("the update", lambda: shown()["QueueStatus"] == "ACTIVE")
    assert shown()["QueueAttributes"] == {
        "VisibilityTimeoutSeconds": 5, "DeadLetterConfiguration": {"TargetType": "NONE"}}

    kinesis.tag_resource(ResourceARN=made["QueueARN"], Tags={"river": "rhine"})
    kinesis.untag_resource(ResourceARN=made["QueueARN"], TagKeys=["team"])
    assert kinesis.list_tags_for_resource(ResourceARN=made["QueueARN"])["Tags"] == [
        {"Key": "river", "Value": "rhine"}]

    status, code, _ = refused(kinesis.delete_stream, StreamARN=stream)
    assert (status, code) == (400, "ResourceInUseException")
    kinesis.delete_queue(QueueARN=made["QueueARN"])

    def is_gone():
        try:
            return shown()["QueueStatus"] != "DELETING"
        except kinesis.exceptions.ResourceNotFoundException:
            return True

    wait_for("the end", is_gone)
    assert refused(kinesis.describe_queue, QueueARN=made["QueueARN"])[1] == "ResourceNotFoundException"
    kinesis.delete_stream(StreamARN=stream)


def test_records_are_received_put_off_and_acknowledged(kinesis, stream, shared, name):
    queue = make_queue(shared, name, stream)
    before = datetime.datetime.now(datetime.timezone.utc)
    put(kinesis, stream, *(f"text {n}" for n in range(25)))
    got = {}
    while len(got) < 25:
        records = receive(kinesis, queue)
        assert 1 <= len(records) <= 10
        for record in records:
            assert record["Data"] == record["PartitionKey"].encode()
            assert record["ReceiveCount"] == 1
            assert record["RecordId"] not in got
            arrived, received = record["ApproximateArrivalTimestamp"], record["FirstReceiveTimestamp"]
            assert before - datetime.timedelta(seconds=2) <= arrived <= received
            got[record["RecordId"]] = record
    assert receive(kinesis, queue) == []
    [one, *others] = got.values()
    answer = kinesis.update_queue_records_visibility(QueueARN=queue, Entries=[
        {"ReceiptHandle": one["ReceiptHandle"], "VisibilityTimeoutSeconds": 0},
        {"ReceiptHandle": "none", "VisibilityTimeoutSeconds": 0},
    ])
    assert answer["Successful"] == handles([one])
    [failed] = answer["Failed"]
    assert (failed["ReceiptHandle"], failed["ErrorCode"]) == ("none", "InvalidArgumentException")
    [again] = receive(kinesis, queue)
    assert (again["RecordId"], again["ReceiveCount"]) == (one["RecordId"], 2)
    assert again["ReceiptHandle"] != one["ReceiptHandle"]
    stale = kinesis.acknowledge_queue_records(QueueARN=queue, Entries=handles([one, again]))
    assert (len(stale["Successful"]), len(stale["Failed"])) == (1, 1)
    for at in range(0, 24, 10):
        answer = kinesis.acknowledge_queue_records(QueueARN=queue, Entries=handles(others[at:at + 10]))
        assert answer["Failed"] == []
    gone = kinesis.acknowledge_queue_records(QueueARN=queue, Entries=handles(others[:1]))["Failed"]
    assert gone[0]["ErrorCode"] == "ResourceNotFoundException"
    # Another queue has them all, under the same ids.
    other = make_queue(shared, f"{name}-2", stream, "TRIM_HORIZON")
    ids = set()
    while len(ids) < 25:
        ids |= {record["RecordId"] for record in receive(kinesis, other)}
    assert ids == set(got)


def test_dead_letters_are_looked_at_restored_and_acknowledged(kinesis, stream, shared, name):
    queue = make_queue(shared, name, stream, QueueAttributes={
        "VisibilityTimeoutSeconds": 0,
        "DeadLetterConfiguration": {"TargetType": "BUILT_IN", "MaxReceiveCount": 3},
    })
    put(kinesis, stream, "poison")
    for count in (1, 2, 3):
        [record] = receive(kinesis, queue)
        assert record["ReceiveCount"] == count
    assert receive(kinesis, queue) == []
    [letter] = dead(kinesis, queue, VisibilityTimeoutSeconds=600)
    assert (letter["Data"], letter["ReceiveCount"]) == (b"poison", 4)
    assert dead(kinesis, queue) == []
    assert kinesis.update_dead_letter_queue_records_visibility(QueueARN=queue, Entries=[
        {"ReceiptHandle": letter["ReceiptHandle"], "VisibilityTimeoutSeconds": 0}])["Failed"] == []
    [letter] = dead(kinesis, queue, VisibilityTimeoutSeconds=600)
    restored = kinesis.restore_dead_letter_queue_records(QueueARN=queue, Entries=handles([letter]))
    assert (restored["Successful"], restored["Failed"]) == (handles([letter]), [])
    for count in (1, 2, 3):
        [record] = receive(kinesis, queue)
        assert (record["RecordId"], record["ReceiveCount"]) == (letter["RecordId"], count)
    [letter] = dead(kinesis, queue, VisibilityTimeoutSeconds=600)
    done = kinesis.acknowledge_dead_letter_queue_records(QueueARN=queue, Entries=handles([letter]))
    assert (len(done["Successful"]), done["Failed"]) == (1, [])
    assert dead(kinesis, queue) == [] and receive(kinesis, queue) == []


def test_a_receive_that_waits_gets_a_record_when_it_comes(kinesis, stream, shared, name):
    queue = make_queue(shared, name, stream)
    patient = shared.client("kinesis", config=Config(read_timeout=60))
    with concurrent.futures.ThreadPoolExecutor() as pool:
        waiting = [pool.submit(receive, patient, queue, WaitTimeSeconds=20, Limit=1) for _ in range(3)]
        done = concurrent.futures.wait(waiting, timeout=0.3).done
        assert not done
        started = datetime.datetime.now()
        put(kinesis, stream, "a", "b", "c")
        got = sorted(record["Data"] for receive in waiting for record in receive.result(timeout=10))
    assert got == [b"a", b"b", b"c"]
    assert (datetime.datetime.now() - started).total_seconds() < 10


def test_queues_are_listed_by_page_and_by_stream(kinesis, stream, shared, name):
    other = make_on_demand(shared, f"{name}-t")
    for number in range(5):
        make_queue(shared, f"{name}-{number}", stream if number < 3 else other)
    pages = kinesis.get_paginator("list_queues").paginate(
        StreamFilter=[{"StreamARN": stream}], PaginationConfig={"PageSize": 2})
    pages = [page["QueueSummaries"] for page in pages]
    assert [len(page) for page in pages] == [2, 1]
    created = kinesis.describe_stream_summary(StreamARN=stream)["StreamDescriptionSummary"]
    for queue in pages[0]:
        assert queue["Streams"] == [{
            "StreamARN": stream,
            "StreamCreationTimestamp": created["StreamCreationTimestamp"],
        }]
    every = kinesis.get_paginator("list_queues").paginate(PaginationConfig={"PageSize": 2})
    names = [queue["QueueName"] for page in every for queue in page["QueueSummaries"]]
    assert {f"{name}-{number}" for number in range(5)} <= set(names)
    assert names == sorted(names)


def test_what_cannot_be_is_refused_in_awss_codes(kinesis, stream, shared, name):
    def create(**changes):
        return refused(kinesis.create_queue, **{
            "QueueName": name, "StreamConfigurationList": [{"StreamARN": stream}], **changes})[:2]

    provisioned = make_stream(shared, f"{name}-p")
    assert create(StreamConfigurationList=[{"StreamARN": provisioned}]) == (400, "ValidationException")
    assert create(StreamConfigurationList=[{"StreamARN": stream}] * 2) == (400, "ValidationException")
    assert create(StreamConfigurationList=[{"StreamARN": stream + "x"}]) == (400, "ResourceNotFoundException")
    assert create(QueueAttributes={"VisibilityTimeoutSeconds": 43_201}) == (400, "ValidationException")
    assert create(QueueAttributes={
        "DeadLetterConfiguration": {"TargetType": "BUILT_IN"}}) == (400, "ValidationException")
    assert create(StreamConfigurationList=[{
        "StreamARN": stream, "StartingPosition": {"Type": "AT_TIMESTAMP"}}]) == (400, "ValidationException")
    queue = make_queue(shared, name, stream)
    assert create() == (400, "ResourceInUseException")
    strange = queue[:-1] + ("0" if queue[-1] != "0" else "1")
    for call in (kinesis.describe_queue, kinesis.delete_queue, kinesis.receive_queue_records):
        assert refused(call, QueueARN=strange)[:2] == (400, "ResourceNotFoundException")
    assert refused(kinesis.update_queue, QueueARN=queue, QueueAttributes={})[1] == "ValidationException"
    assert refused(kinesis.list_queues, NextToken="AAAA")[1] == "InvalidArgumentException"
    elsewhere = shared.client("kinesis", access_key="111111111111")
    assert refused(elsewhere.describe_queue, QueueARN=queue)[0] == 400


def test_the_aws_cli_works_a_queue(shared, stream, name):
    # The CLI brings models of its own, which may be older than queues are.
    models = Path(botocore.__file__).parent / "data"

    def aws(*arguments):
        command = [os.environ["AWS_CLI_1"], "--endpoint-url", shared.url, "--output", "json", "kinesis"]
        environment = {**os.environ, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
                       "AWS_DEFAULT_REGION": REGION, "AWS_DATA_PATH": str(models)}
        done = subprocess.run([*command, *arguments], env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout or "null")

    queue = aws("create-queue", "--queue-name", name, "--stream-configuration-list",
                f"StreamARN={stream},StartingPosition={{Type=TRIM_HORIZON}}")["QueueDescription"]["QueueARN"]
    aws("put-record", "--stream-arn", stream, "--partition-key", "k", "--data", "hello")
    wait_for("the queue", lambda: aws("describe-queue", "--queue-arn", queue)
             ["QueueDescription"]["QueueStatus"] == "ACTIVE")
    [record] = aws("receive-queue-records", "--queue-arn", queue, "--limit", "10")["QueueRecords"]
    answer = aws("acknowledge-queue-records", "--queue-arn", queue,
                 "--entries", f"ReceiptHandle={record['ReceiptHandle']}")
    assert answer == {"Successful": [{"ReceiptHandle": record["ReceiptHandle"]}], "Failed": []}
    aws("delete-queue", "--queue-arn", queue)
