"""What services count of themselves, read back from CloudWatch with boto3."""

import json
from datetime import datetime, timedelta, timezone

import pytest
from conftest import make_function, make_stream, wait_for

CONSUMER = """
import base64, boto3
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        if base64.b64decode(record["kinesis"]["data"]) == b"poison":
            raise ValueError("poison")
        s3.put_object(Bucket={bucket!r}, Key=record["eventID"], Body=b"12345")
"""


@pytest.fixture
def metric(shared):
    """Gives what one statistic of a metric comes to over the last hour, or None."""
    client = shared.client("cloudwatch")

    def read(namespace, metric, statistic="Sum", **dimensions):
        now = datetime.now(timezone.utc)
        points = client.get_metric_statistics(
            Namespace=namespace, MetricName=metric,
            Dimensions=[{"Name": key, "Value": value} for key, value in dimensions.items()],
            StartTime=now - timedelta(hours=1), EndTime=now + timedelta(minutes=5),
            Period=3600, Statistics=[statistic],
        )["Datapoints"]
        values = [point[statistic] for point in points]
        if not values:
            return None
        return max(values) if statistic == "Maximum" else sum(values)

    return read


def test_a_pipeline_is_seen_in_its_metrics(shared, name, metric):
    kinesis, client = shared.client("kinesis"), shared.client("lambda")
    shared.client("s3").create_bucket(Bucket=name)
    arn = make_stream(shared, name, 1)
    make_function(shared, name, CONSUMER.format(bucket=name))
    uuid = client.create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="TRIM_HORIZON", BatchSize=1,
        MaximumRetryAttempts=0, MetricsConfig={"Metrics": ["EventCount"]},
    )["UUID"]
    for number in range(3):
        kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"data%d" % number)
    kinesis.put_records(StreamName=name, Records=[
        {"PartitionKey": "k", "Data": b"poison"}, {"PartitionKey": "k", "Data": b"more"}])
    wait_for("what is given up", lambda: metric(
        "AWS/Lambda", "DroppedEventCount", EventSourceMappingUUID=uuid) == 1)
    wait_for("the last record", lambda: metric("AWS/Lambda", "Invocations", FunctionName=name) == 5)

    def stream(metric_name, statistic="Sum"):
        return metric("AWS/Kinesis", metric_name, statistic, StreamName=name)

    assert stream("IncomingRecords") == 5
    assert stream("IncomingBytes") == 3 * 6 + 7 + 5
    assert (stream("PutRecord.Success"), stream("PutRecord.Success", "SampleCount")) == (3, 3)
    assert stream("PutRecords.TotalRecords") == 2
    assert stream("PutRecords.ThrottledRecords") == 0
    assert stream("WriteProvisionedThroughputExceeded") == 0
    assert stream("GetRecords.Records") >= 5
    assert stream("GetRecords.IteratorAgeMilliseconds", "Maximum") >= 0
    assert metric("AWS/Lambda", "Errors", FunctionName=name) == 1
    assert metric("AWS/Lambda", "Errors", FunctionName=name, Resource=name) == 1
    assert metric("AWS/Lambda", "Duration", "SampleCount", FunctionName=name) == 5
    assert metric("AWS/Lambda", "IteratorAge", "SampleCount", FunctionName=name) == 5
    assert metric("AWS/Lambda", "InvokedEventCount", EventSourceMappingUUID=uuid) == 5
    assert metric("AWS/Lambda", "FailedInvokeEventCount", EventSourceMappingUUID=uuid) == 1


def test_all_that_is_told_of_a_stream_is_listed(shared, name):
    make_stream(shared, name, 1)
    shared.client("kinesis").put_record(StreamName=name, PartitionKey="k", Data=b"x")

    def listed():
        pages = shared.client("cloudwatch").get_paginator("list_metrics").paginate(
            Namespace="AWS/Kinesis", Dimensions=[{"Name": "StreamName", "Value": name}])
        return {metric["MetricName"] for page in pages for metric in page["Metrics"]}

    expected = {"IncomingBytes", "IncomingRecords", "PutRecord.Bytes", "PutRecord.Latency",
                "PutRecord.Success", "WriteProvisionedThroughputExceeded"}
    wait_for("the stream's metrics", lambda: listed() == expected)


def test_queues_and_topics_are_told_of(shared, name, metric):
    sqs, sns = shared.client("sqs"), shared.client("sns")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    topic = sns.create_topic(Name=name)["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue,
                  Attributes={"FilterPolicy": json.dumps({"kind": ["good"]})})
    good = {"kind": {"DataType": "String", "StringValue": "good"}}
    sns.publish(TopicArn=topic, Message="hello", MessageAttributes=good)
    sns.publish(TopicArn=topic, Message="unwanted")
    message = wait_for("the message", lambda: sqs.receive_message(
        QueueUrl=url, WaitTimeSeconds=1).get("Messages"))[0]
    sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])

    def topic_metric(metric_name):
        return metric("AWS/SNS", metric_name, TopicName=name)

    wait_for("the delivery", lambda: topic_metric("NumberOfNotificationsDelivered") == 1)
    assert topic_metric("NumberOfMessagesPublished") == 2
    assert topic_metric("NumberOfNotificationsFilteredOut") == 1
    assert topic_metric("NumberOfNotificationsFilteredOut-NoMessageAttributes") == 1
    for metric_name in ["NumberOfMessagesSent", "NumberOfMessagesReceived", "NumberOfMessagesDeleted"]:
        assert metric("AWS/SQS", metric_name, QueueName=name) == 1, metric_name


def test_tables_are_told_of(shared, name, metric):
    dynamodb = shared.client("dynamodb")
    dynamodb.create_table(
        TableName=name, BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "a", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "a", "KeyType": "HASH"}])
    dynamodb.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
    for size in [10, 1500]:
        dynamodb.put_item(TableName=name, Item={"a": {"S": str(size)}, "b": {"S": "x" * size}})
    assert dynamodb.scan(TableName=name)["Count"] == 2
    assert metric("AWS/DynamoDB", "ConsumedWriteCapacityUnits", TableName=name) == 3
    latency = metric("AWS/DynamoDB", "SuccessfulRequestLatency", "SampleCount",
                     TableName=name, Operation="PutItem")
    assert latency == 2
    assert metric("AWS/DynamoDB", "ReturnedItemCount", TableName=name, Operation="Scan") == 2
