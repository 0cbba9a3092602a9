"""From a queue through a function to a bucket: parts of batches, order, dead letters, kills."""

import importlib.metadata
import importlib.util
import io
import json
import urllib.request
import zipfile
from pathlib import Path

import pytest
from conftest import ACCOUNT, REGION, make_function, make_role, make_stream, wait_for

# Keeps each message by its body and how often it was received, and fails with what is bad.
PARTLY = """
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    failed = []
    for record in event["Records"]:
        count = record["attributes"]["ApproximateReceiveCount"]
        s3.put_object(Bucket={bucket!r}, Key="/".join(["seen", record["body"], count]))
        if record["body"].startswith("bad"):
            failed.append({{"itemIdentifier": record["messageId"]}})
    return {{"batchItemFailures": failed}}
"""
KEEPS = """
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        s3.put_object(Bucket={bucket!r}, Key=record["body"])
"""
# Keeps the numbers of each group in the order in which they came.
ORDERED = """
import boto3, time
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        group = record["attributes"]["MessageGroupId"]
        key = f"{{group}}/{{time.time_ns():020}}-{{record['body']}}"
        s3.put_object(Bucket={bucket!r}, Key=key)
"""
FAILS = "def handler(event, context):\n    raise ValueError('no')\n"


def make_queue(server, name, **attributes):
    attributes = {key: str(value) for key, value in attributes.items()}
    url = server.client("sqs").create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]
    return url, f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"


def keys(server, bucket, prefix=""):
    pages = server.client("s3").get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [one["Key"] for page in pages for one in page.get("Contents", [])]


def left(server, url):
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    found = server.client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
    return sum(int(found[name]) for name in names)


def bodies(server, url):
    """All that a queue gives, by body, deleted as it is read."""
    sqs, found = server.client("sqs"), []
    while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        for message in messages:
            found.append(message["Body"])
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return found


def map_queue(server, name, arn, **options):
    return server.client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, **options)["UUID"]


def test_what_fails_again_and_again_dies_and_the_rest_of_its_batches_does_not(shared, name):
    shared.client("s3").create_bucket(Bucket=name)
    dead, dead_arn = make_queue(shared, f"{name}-dead")
    policy = json.dumps({"deadLetterTargetArn": dead_arn, "maxReceiveCount": 2})
    url, arn = make_queue(shared, name, VisibilityTimeout=10, RedrivePolicy=policy)
    make_function(shared, name, PARTLY.format(bucket=name), Timeout=10)
    sent = [f"{'bad' if n % 5 == 0 else 'good'}-{n}" for n in range(20)]
    for some in (sent[:10], sent[10:]):
        shared.client("sqs").send_message_batch(QueueUrl=url, Entries=[
            {"Id": str(n), "MessageBody": body} for n, body in enumerate(some)])
    map_queue(shared, name, arn, FunctionResponseTypes=["ReportBatchItemFailures"])
    wait_for("the queue to be empty", lambda: left(shared, url) == 0)
    bad = [body for body in sent if body.startswith("bad")]
    assert sorted(bodies(shared, dead)) == sorted(bad)
    expected = {f"seen/{body}/1" for body in sent} | {f"seen/{body}/2" for body in bad}
    assert set(keys(shared, name)) == expected, "what is good is seen once"


def test_groups_keep_their_order(shared, name):
    shared.client("s3").create_bucket(Bucket=name)
    url, arn = make_queue(shared, f"{name}.fifo", FifoQueue="true", ContentBasedDeduplication="true")
    make_function(shared, name, ORDERED.format(bucket=name))
    map_queue(shared, name, arn, BatchSize=3)
    sqs = shared.client("sqs")
    for n in range(30):
        sqs.send_message(QueueUrl=url, MessageBody=f"{n:02}", MessageGroupId=f"g{n % 3}")
    wait_for("all objects", lambda: len(keys(shared, name)) == 30)
    for group in range(3):
        seen = [key.rsplit("-", 1)[1] for key in sorted(keys(shared, name, f"g{group}/"))]
        assert seen == [f"{n:02}" for n in range(group, 30, 3)]
    wait_for("the queue to be empty", lambda: left(shared, url) == 0)


def test_a_large_batch_comes_when_its_window_ends(shared, name):
    shared.client("s3").create_bucket(Bucket=name)
    url, arn = make_queue(shared, name)
    code = "import boto3\ndef handler(event, context):\n    boto3.client('s3').put_object(Bucket=%r, Key=str(len(event['Records'])))\n"
    make_function(shared, name, code % name)
    for _ in range(4):
        shared.client("sqs").send_message_batch(QueueUrl=url, Entries=[
            {"Id": str(n), "MessageBody": "x"} for n in range(10)])
    map_queue(shared, name, arn, BatchSize=1000, MaximumBatchingWindowInSeconds=2)
    wait_for("the batch", lambda: keys(shared, name))
    assert keys(shared, name) == ["40"]


def test_a_kill_in_the_middle_loses_nothing(server, name):
    server.client("s3").create_bucket(Bucket=name)
    url, arn = make_queue(server, name, VisibilityTimeout=3)
    make_function(server, name, KEEPS.format(bucket=name), Timeout=3)
    map_queue(server, name, arn)
    sqs, sent = server.client("sqs"), set()
    for turn in range(3):
        for batch in range(10):
            entries = [{"Id": str(n), "MessageBody": f"{turn}-{batch}-{n}"} for n in range(10)]
            done = sqs.send_message_batch(QueueUrl=url, Entries=entries)
            sent |= {f"{turn}-{batch}-{one['Id']}" for one in done["Successful"]}
        wait_for("the first of them", lambda: keys(server, name, f"{turn}-"))
        server.restart()
    wait_for("all objects", lambda: set(keys(server, name)) == sent)
    wait_for("the queue to be empty", lambda: left(server, url) == 0)


def test_groups_keep_their_order_through_kills(server, name):
    """What was in flight comes again, and nothing of its group before it."""
    server.client("s3").create_bucket(Bucket=name)
    url, arn = make_queue(
        server, f"{name}.fifo", FifoQueue="true", ContentBasedDeduplication="true", VisibilityTimeout=5)
    make_function(server, name, ORDERED.format(bucket=name), Timeout=5)
    map_queue(server, name, arn, BatchSize=2)
    sqs = server.client("sqs")
    for turn in range(3):
        for n in range(10):
            sqs.send_message(QueueUrl=url, MessageBody=f"{turn}{n}", MessageGroupId=f"g{n % 2}")
        wait_for("the first of them", lambda: any(f"-{turn}" in key for key in keys(server, name)))
        server.restart()
    wait_for("the queue to be empty", lambda: left(server, url) == 0)
    for group in range(2):
        seen = [key.rsplit("-", 1)[1] for key in sorted(keys(server, name, f"g{group}/"))]
        assert list(dict.fromkeys(seen)) == [f"{n:02}" for n in range(group, 30, 2)]


def test_a_function_that_is_away_gets_its_messages_later(shared, name):
    shared.client("s3").create_bucket(Bucket=name)
    url, arn = make_queue(shared, name)
    make_function(shared, name, KEEPS.format(bucket=name))
    client = shared.client("lambda")
    client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    map_queue(shared, name, arn)
    shared.client("sqs").send_message(QueueUrl=url, MessageBody="a")
    wait_for("the message to be out of sight", lambda: shared.client("sqs").get_queue_attributes(
        QueueUrl=url, AttributeNames=["All"])["Attributes"]["ApproximateNumberOfMessagesNotVisible"] == "1")
    assert keys(shared, name) == []
    client.delete_function_concurrency(FunctionName=name)
    wait_for("the object", lambda: keys(shared, name) == ["a"])


def test_the_letter_of_a_stream_is_in_the_queue(shared, name):
    url, arn = make_queue(shared, name)
    stream = make_stream(shared, name)
    make_function(shared, name, FAILS)
    shared.client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=stream, StartingPosition="TRIM_HORIZON", MaximumRetryAttempts=0,
        DestinationConfig={"OnFailure": {"Destination": arn}},
        MetricsConfig={"Metrics": ["EventCount"]})
    put = shared.client("kinesis").put_record(StreamName=name, PartitionKey="k", Data=b"x")
    [message] = wait_for("the letter", lambda: shared.client("sqs").receive_message(
        QueueUrl=url).get("Messages"))
    letter = json.loads(message["Body"])
    batch = letter["KinesisBatchInfo"]
    assert batch.pop("approximateArrivalOfFirstRecord") == batch.pop("approximateArrivalOfLastRecord")
    assert batch == {
        "shardId": put["ShardId"],
        "startSequenceNumber": put["SequenceNumber"],
        "endSequenceNumber": put["SequenceNumber"],
        "batchSize": 1,
        "streamArn": stream,
    }
    assert letter["requestContext"].pop("requestId")
    assert letter["requestContext"] == {
        "functionArn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}",
        "condition": "RetryAttemptsExhausted",
        "approximateInvokeCount": 1,
    }
    assert letter["responseContext"] == {
        "statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"}
    assert (letter["version"], "payload" in letter) == ("1.0", False)
    assert set(letter) == {"requestContext", "responseContext", "version", "timestamp", "KinesisBatchInfo"}
    report = json.load(urllib.request.urlopen(f"{shared.url}/_waterwheel/status"))
    [counts] = [one["event_counts"] for one in report["mappings"] if one["stream"] == name]
    assert counts == {
        "PolledEventCount": 1, "FilteredOutEventCount": 0, "InvokedEventCount": 1, "FailedInvokeEventCount": 1,
        "DeletedEventCount": 0, "DroppedEventCount": 1, "OnFailureDestinationDeliveredEventCount": 1}


def test_the_letter_of_a_stream_is_published(shared, name):
    """From a topic it goes to a queue, as the message of a notification."""
    sns = shared.client("sns")
    url, arn = make_queue(shared, name)
    topic = sns.create_topic(Name=name)["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    stream = make_stream(shared, name)
    make_function(shared, name, FAILS)
    shared.client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=stream, StartingPosition="TRIM_HORIZON", MaximumRetryAttempts=0,
        DestinationConfig={"OnFailure": {"Destination": topic}})
    put = shared.client("kinesis").put_record(StreamName=name, PartitionKey="k", Data=b"x")
    [message] = wait_for("the letter", lambda: shared.client("sqs").receive_message(
        QueueUrl=url).get("Messages"))
    notification = json.loads(message["Body"])
    assert (notification["Type"], notification["TopicArn"]) == ("Notification", topic)
    letter = json.loads(notification["Message"])
    assert letter["KinesisBatchInfo"]["startSequenceNumber"] == put["SequenceNumber"]
    assert "payload" not in letter


POWERTOOLS = """
import boto3
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
s3 = boto3.client("s3")
processor = BatchProcessor(event_type=EventType.{kind})

def keep(record):
    text = record.body if hasattr(record, "body") else record.kinesis.data_as_text()
    if text == "bad":
        raise ValueError(text)
    s3.put_object(Bucket={bucket!r}, Key=text)

def handler(event, context):
    return process_partial_response(event=event, record_handler=keep, processor=processor, context=context)
"""


def powertools(code):
    """A package with Powertools for AWS Lambda, and what it needs, in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("app.py", code)
        for package in ("aws_lambda_powertools", "jmespath"):
            root = Path(importlib.util.find_spec(package).origin).parent
            for path in root.rglob("*.py"):
                archive.write(path, Path(package) / path.relative_to(root))
        archive.write(importlib.util.find_spec("typing_extensions").origin, "typing_extensions.py")
        # It tells its version from how it was installed.
        version = importlib.metadata.version("aws-lambda-powertools")
        archive.writestr(
            f"aws_lambda_powertools-{version}.dist-info/METADATA",
            f"Metadata-Version: 2.1\nName: aws-lambda-powertools\nVersion: {version}\n")
    return out.getvalue()


@pytest.mark.parametrize("kind", ["SQS", "KinesisDataStreams"])
def test_the_batch_processor_of_powertools_fails_with_the_bad_alone(shared, name, kind):
    sqs, client = shared.client("sqs"), shared.client("lambda")
    shared.client("s3").create_bucket(Bucket=name)
    client.create_function(
        FunctionName=name, Runtime="python3.12", Handler="app.handler", Role=make_role(shared), Timeout=10,
        Code={"ZipFile": powertools(POWERTOOLS.format(bucket=name, kind=kind))})
    dead, dead_arn = make_queue(shared, f"{name}-dead")
    texts = ["a", "b", "c", "d", "bad"]
    options = {"FunctionName": name, "FunctionResponseTypes": ["ReportBatchItemFailures"]}
    if kind == "SQS":
        policy = json.dumps({"deadLetterTargetArn": dead_arn, "maxReceiveCount": 1})
        url, arn = make_queue(shared, name, RedrivePolicy=policy, VisibilityTimeout=10)
        sqs.send_message_batch(QueueUrl=url, Entries=[
            {"Id": str(n), "MessageBody": text} for n, text in enumerate(texts)])
        client.create_event_source_mapping(EventSourceArn=arn, **options)
    else:
        arn = make_stream(shared, name)
        shared.client("kinesis").put_records(
            StreamName=name, Records=[{"PartitionKey": "k", "Data": text} for text in texts])
        client.create_event_source_mapping(
            EventSourceArn=arn, StartingPosition="TRIM_HORIZON", MaximumRetryAttempts=1, DestinationConfig={"OnFailure": {"Destination": dead_arn}}, **options)
    wait_for("the good", lambda: keys(shared, name) == ["a", "b", "c", "d"])
    body = wait_for("the bad", lambda: bodies(shared, dead))[0]
    if kind == "SQS":
        assert body == "bad"
    else:
        assert json.loads(body)["KinesisBatchInfo"]["batchSize"] == 1
