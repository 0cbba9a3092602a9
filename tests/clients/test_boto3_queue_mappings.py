"""Mappings of queues with boto3 and the command line: what they show, and what AWS refuses."""

import json
import os
import subprocess

import pytest
from conftest import ACCOUNT, REGION, make_function, make_stream, refused, wait_for

ECHO = """
import boto3, json
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        s3.put_object(Bucket={bucket!r}, Key=record["messageId"], Body=json.dumps(record))
"""
NOTHING = "def handler(event, context):\n    pass\n"


def make_queue(server, name, **attributes):
    """Creates a queue; gives its URL and its ARN."""
    attributes = {key: str(value) for key, value in attributes.items()}
    url = server.client("sqs").create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]
    return url, f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"


def gone(server, uuid):
    client = server.client("lambda")
    try:
        return client.get_event_source_mapping(UUID=uuid) and False
    except client.exceptions.ResourceNotFoundException:
        return True


def test_a_mapping_shows_what_aws_shows(shared, name):
    url, arn = make_queue(shared, name)
    make_function(shared, name, NOTHING)
    client = shared.client("lambda")
    made = client.create_event_source_mapping(FunctionName=name, EventSourceArn=arn)
    assert made.pop("ResponseMetadata")["HTTPStatusCode"] == 202
    uuid, _ = made.pop("UUID"), made.pop("LastModified")
    assert made == {
        "BatchSize": 10,
        "EventSourceArn": arn,
        "EventSourceMappingArn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:event-source-mapping:{uuid}",
        "FunctionArn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}",
        "FunctionResponseTypes": [],
        "MaximumBatchingWindowInSeconds": 0,
        "State": "Creating",
        "StateTransitionReason": "USER_INITIATED",
    }
    state = lambda: client.get_event_source_mapping(UUID=uuid)["State"]
    wait_for("Enabled", lambda: state() == "Enabled")
    pattern = json.dumps({"body": {"kind": ["order"]}})
    changed = client.update_event_source_mapping(
        UUID=uuid, BatchSize=100, MaximumBatchingWindowInSeconds=1,
        ScalingConfig={"MaximumConcurrency": 2}, MetricsConfig={"Metrics": ["EventCount"]},
        FunctionResponseTypes=["ReportBatchItemFailures"],
        FilterCriteria={"Filters": [{"Pattern": pattern}]})
    assert changed["ScalingConfig"] == {"MaximumConcurrency": 2}
    assert changed["MetricsConfig"] == {"Metrics": ["EventCount"]}
    assert changed["FilterCriteria"] == {"Filters": [{"Pattern": pattern}]}
    [listed] = client.list_event_source_mappings(EventSourceArn=arn)["EventSourceMappings"]
    assert (listed["UUID"], listed["BatchSize"]) == (uuid, 100)
    assert client.delete_event_source_mapping(UUID=uuid)["State"] == "Deleting"
    wait_for("the mapping to go", lambda: gone(shared, uuid))


def test_a_message_arrives_as_aws_words_it(shared, name):
    url, arn = make_queue(shared, name)
    shared.client("s3").create_bucket(Bucket=name)
    make_function(shared, name, ECHO.format(bucket=name))
    shared.client("lambda").create_event_source_mapping(FunctionName=name, EventSourceArn=arn)
    sent = shared.client("sqs").send_message(QueueUrl=url, MessageBody='{"a": "ü"}', MessageAttributes={
        "number": {"DataType": "Number", "StringValue": "5"},
        "bytes": {"DataType": "Binary.gif", "BinaryValue": b"\x00\xff"}})
    s3 = shared.client("s3")
    wait_for("the object", lambda: s3.list_objects_v2(Bucket=name).get("KeyCount"))
    record = json.loads(s3.get_object(Bucket=name, Key=sent["MessageId"])["Body"].read())
    attributes = record.pop("attributes")
    assert attributes.pop("ApproximateReceiveCount") == "1"
    assert set(attributes) == {"SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp"}
    assert record.pop("receiptHandle")
    assert record == {
        "messageId": sent["MessageId"],
        "body": '{"a": "ü"}',
        "messageAttributes": {
            "number": {"stringValue": "5", "stringListValues": [], "binaryListValues": [], "dataType": "Number"},
            "bytes": {"binaryValue": "AP8=", "stringListValues": [], "binaryListValues": [],
                      "dataType": "Binary.gif"},
        },
        "md5OfMessageAttributes": sent["MD5OfMessageAttributes"],
        "md5OfBody": sent["MD5OfMessageBody"],
        "eventSource": "aws:sqs",
        "eventSourceARN": arn,
        "awsRegion": REGION,
    }


def test_what_does_not_go_with_a_queue_is_refused(shared, name):
    _, arn = make_queue(shared, name)
    _, short = make_queue(shared, f"{name}-short", VisibilityTimeout=2)
    _, fifo = make_queue(shared, f"{name}.fifo", FifoQueue="true")
    make_function(shared, name, NOTHING)
    client = shared.client("lambda")

    def words(**options):
        status, code, message = refused(client.create_event_source_mapping, FunctionName=name, **options)
        assert (status, code) == (400, "InvalidParameterValueException")
        return message

    small = "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10"
    assert words(EventSourceArn=arn, BatchSize=11) == small
    assert words(EventSourceArn=fifo, MaximumBatchingWindowInSeconds=1) == \
        "Batching window is not supported for FIFO queues"
    assert words(EventSourceArn=short) == \
        "Queue visibility timeout: 2 seconds is less than Function timeout: 3 seconds"
    assert words(EventSourceArn=arn + "-none") == (
        "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. "
        "SQS Error Message: The specified queue does not exist or you do not have access to it.")
    assert words(EventSourceArn=arn, StartingPosition="LATEST") == \
        "StartingPosition is not valid for SQS event sources."
    for option in [{"ParallelizationFactor": 2}, {"MaximumRetryAttempts": 1},
                   {"BisectBatchOnFunctionError": True}, {"TumblingWindowInSeconds": 1},
                   {"DestinationConfig": {"OnFailure": {"Destination": arn}}}]:
        [member] = option
        assert words(EventSourceArn=arn, **option) == \
            f"Unsupported {member} parameter for given event source mapping type."
    made = client.create_event_source_mapping(FunctionName=name, EventSourceArn=arn)
    status, code, message = refused(client.update_event_source_mapping, UUID=made["UUID"], BatchSize=11)
    assert (status, code, message) == (400, "InvalidParameterValueException", small)
    status, code, message = refused(client.create_event_source_mapping, FunctionName=name, EventSourceArn=arn)
    assert (status, code) == (409, "ResourceConflictException")
    assert message == (
        f'An event source mapping with SQS arn (" {arn} ") and function (" {name} ") already exists. '
        f"Please update or delete the existing mapping with UUID {made['UUID']}")


def test_a_mapping_has_the_tags_that_it_was_made_with(shared, name):
    _, arn = make_queue(shared, name)
    make_function(shared, name, NOTHING)
    client = shared.client("lambda")
    made = client.create_event_source_mapping(FunctionName=name, EventSourceArn=arn, Tags={"team": "a"})
    mapping = made["EventSourceMappingArn"]
    client.tag_resource(Resource=mapping, Tags={"stage": "b"})
    assert client.list_tags(Resource=mapping)["Tags"] == {"team": "a", "stage": "b"}


def test_a_queue_of_another_account_lets_in_whom_its_policy_says(shared, name):
    owner = shared.client("sqs", access_key="111111111111")
    url = owner.create_queue(QueueName=name)["QueueUrl"]
    arn = f"arn:aws:sqs:{REGION}:111111111111:{name}"
    shared.client("s3").create_bucket(Bucket=name)
    role = make_function(shared, name, ECHO.format(bucket=name))["Role"]
    client = shared.client("lambda")
    status, code, message = refused(client.create_event_source_mapping, FunctionName=name, EventSourceArn=arn)
    assert (status, code) == (400, "InvalidParameterValueException")
    assert message == "The provided execution role does not have permissions to call ReceiveMessage on SQS"
    policy = {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": role}, "Action": "sqs:*", "Resource": arn}]}
    owner.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(policy)})
    client.create_event_source_mapping(FunctionName=name, EventSourceArn=arn)
    owner.send_message(QueueUrl=url, MessageBody="x")
    wait_for("the object", lambda: shared.client("s3").list_objects_v2(Bucket=name).get("KeyCount"))


def test_a_stream_may_send_its_letters_to_a_queue_or_a_topic_without_order(shared, name):
    stream = make_stream(shared, name)
    make_function(shared, name, NOTHING)
    client = shared.client("lambda")
    of = lambda destination: {"OnFailure": {"Destination": destination}}
    queue = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"
    made = client.create_event_source_mapping(
        FunctionName=name, EventSourceArn=stream, StartingPosition="LATEST", DestinationConfig=of(queue))
    assert made["DestinationConfig"] == of(queue)
    topic = f"arn:aws:sns:{REGION}:{ACCOUNT}:{name}"
    changed = client.update_event_source_mapping(UUID=made["UUID"], DestinationConfig=of(topic))
    assert changed["DestinationConfig"] == of(topic)
    for arn in [f"{queue}.fifo", f"{topic}.fifo"]:
        status, code, message = refused(
            client.update_event_source_mapping, UUID=made["UUID"], DestinationConfig=of(arn))
        assert (status, code) == (400, "InvalidParameterValueException")
        assert message == f"The destination ARN {arn} is invalid."


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_both_command_lines_map_a_queue(shared, name, cli):
    name = f"{name}-{cli[-1]}"
    shared.client("s3").create_bucket(Bucket=name)
    make_function(shared, name, ECHO.format(bucket=name))
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
                   "AWS_DEFAULT_REGION": REGION, "AWS_PAGER": ""}

    def aws(*words):
        command = [os.environ[cli], "--endpoint-url", f"http://127.0.0.1:{shared.port}", "--output", "json", *words]
        done = subprocess.run(command, capture_output=True, env=environment, check=True)
        return json.loads(done.stdout or "{}")

    url = aws("sqs", "create-queue", "--queue-name", name)["QueueUrl"]
    arn = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"
    made = aws("lambda", "create-event-source-mapping", "--function-name", name, "--event-source-arn", arn,
               "--batch-size", "5", "--scaling-config", "MaximumConcurrency=2")
    assert (made["BatchSize"], made["ScalingConfig"]) == (5, {"MaximumConcurrency": 2})
    aws("sqs", "send-message", "--queue-url", url, "--message-body", "hello")
    s3 = shared.client("s3")
    wait_for("the object", lambda: s3.list_objects_v2(Bucket=name).get("KeyCount"))
    assert aws("lambda", "delete-event-source-mapping", "--uuid", made["UUID"])["State"] == "Deleting"
