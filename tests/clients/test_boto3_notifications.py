"""Notifications of buckets with boto3 and the AWS CLI."""

import json
import os
import subprocess

import pytest
from botocore.exceptions import ClientError
from conftest import ACCOUNT, REGION, make_function, refused, wait_for


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


def arn(service, name):
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{name}"


def of_queue(name, *events, **filters):
    rule = {"Id": name[-20:], "QueueArn": arn("sqs", name), "Events": list(events)}
    if filters:
        rules = [{"Name": key, "Value": value} for key, value in filters.items()]
        rule["Filter"] = {"Key": {"FilterRules": rules}}
    return rule


def configure(s3, bucket, **configuration):
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration=configuration)


def records(client, url, count):
    """So many messages of a queue, read."""
    found = []
    while len(found) < count:
        answer = client.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=10)
        messages = answer.get("Messages", [])
        assert messages, f"{len(found)} of {count} messages have come"
        for message in messages:
            client.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            found.append(json.loads(message["Body"]))
    return found


def by_event(messages):
    return sorted((it["Records"][0]["eventName"], it["Records"][0]["s3"]["object"]["key"]) for it in messages)


def test_a_queue_is_told_what_happens_to_objects(shared, s3, bucket, name):
    sqs = shared.client("sqs")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    events = ["s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:ObjectTagging:*"]
    rule = of_queue(name, *events, Prefix="in/", Suffix=".txt")
    configure(s3, bucket, QueueConfigurations=[rule])
    shown = s3.get_bucket_notification_configuration(Bucket=bucket)
    assert shown["QueueConfigurations"] == [rule]
    [test] = records(sqs, url, 1)
    assert (test["Service"], test["Event"], test["Bucket"]) == ("Amazon S3", "s3:TestEvent", bucket)
    put = s3.put_object(Bucket=bucket, Key="in/a b+ü.txt", Body=b"12345")
    [message] = records(sqs, url, 1)
    [record] = message["Records"]
    assert (record["eventVersion"], record["eventSource"], record["awsRegion"]) == ("2.1", "aws:s3", REGION)
    assert record["eventName"] == "ObjectCreated:Put" and record["eventTime"].endswith("Z")
    assert record["userIdentity"]["principalId"].startswith("AWS:")
    assert record["responseElements"]["x-amz-request-id"] == put["ResponseMetadata"]["RequestId"]
    assert record["s3"]["configurationId"] == rule["Id"]
    assert record["s3"]["bucket"]["arn"] == f"arn:aws:s3:::{bucket}"
    told = record["s3"]["object"]
    assert (told["key"], told["size"], told["eTag"]) == ("in/a+b%2B%C3%BC.txt", 5, put["ETag"].strip('"'))
    first = told["sequencer"]
    s3.put_object(Bucket=bucket, Key="out/a.txt", Body=b"")
    s3.put_object(Bucket=bucket, Key="in/a.csv", Body=b"")
    s3.copy_object(Bucket=bucket, Key="in/c.txt", CopySource=f"{bucket}/in/a.csv")
    s3.put_object_tagging(Bucket=bucket, Key="in/c.txt", Tagging={"TagSet": [{"Key": "a", "Value": "1"}]})
    s3.delete_object(Bucket=bucket, Key="in/c.txt")
    s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "in/a b+ü.txt"}, {"Key": "in/a.csv"}]})
    messages = records(sqs, url, 4)
    assert by_event(messages) == [
        ("ObjectCreated:Copy", "in/c.txt"), ("ObjectRemoved:Delete", "in/a+b%2B%C3%BC.txt"),
        ("ObjectRemoved:Delete", "in/c.txt"), ("ObjectTagging:Put", "in/c.txt"),
    ]
    numbers = {it["Records"][0]["eventName"] + it["Records"][0]["s3"]["object"]["key"]:
               it["Records"][0]["s3"]["object"] for it in messages}
    removed = numbers["ObjectRemoved:Deletein/a+b%2B%C3%BC.txt"]
    assert removed["sequencer"] > first and set(removed) == {"key", "sequencer"}
    assert set(numbers["ObjectTagging:Putin/c.txt"]) == {"key", "eTag"}
    versions = {it["Records"][0]["eventName"]: it["Records"][0]["eventVersion"] for it in messages}
    assert versions == {"ObjectCreated:Copy": "2.1", "ObjectRemoved:Delete": "2.1", "ObjectTagging:Put": "2.3"}
    configure(s3, bucket)
    assert "QueueConfigurations" not in s3.get_bucket_notification_configuration(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="in/later.txt", Body=b"")
    assert "Messages" not in sqs.receive_message(QueueUrl=url)


def test_an_upload_in_parts_is_one_event_and_a_topic_tells_it_on(shared, s3, bucket, name):
    sqs, sns = shared.client("sqs"), shared.client("sns")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    topic = sns.create_topic(Name=name)["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn("sqs", name))
    configure(s3, bucket, TopicConfigurations=[
        {"TopicArn": topic, "Events": ["s3:ObjectCreated:CompleteMultipartUpload"]}])
    upload = s3.create_multipart_upload(Bucket=bucket, Key="k")
    of_upload = {"Bucket": bucket, "Key": "k", "UploadId": upload["UploadId"]}
    part = s3.upload_part(Body=b"x", PartNumber=1, **of_upload)
    s3.complete_multipart_upload(MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}, **of_upload)
    messages = records(sqs, url, 2)
    assert {it["Subject"] for it in messages} == {"Amazon S3 Notification"}
    told = [json.loads(it["Message"]) for it in messages]
    [record] = [it["Records"][0] for it in told if "Records" in it]
    assert (record["eventName"], record["s3"]["object"]["size"]) == ("ObjectCreated:CompleteMultipartUpload", 1)


HANDLER = """
import boto3

def handler(event, context):
    for record in event["Records"]:
        about = record["s3"]
        source = {"Bucket": about["bucket"]["name"], "Key": about["object"]["key"]}
        copy = dict(source, Key="out/" + source["Key"].split("/")[-1])
        boto3.client("s3").copy_object(CopySource=source, **copy)
"""


def test_a_function_works_on_what_is_put(shared, s3, bucket, name):
    function = shared.client("lambda")
    name = name[:60]
    made = make_function(shared, name, HANDLER, Timeout=30)
    function.add_permission(
        FunctionName=name, StatementId="s3", Action="lambda:InvokeFunction", Principal="s3.amazonaws.com",
        SourceArn=f"arn:aws:s3:::{bucket}",
    )
    rules = [{"Name": "prefix", "Value": "in/"}]
    configure(s3, bucket, LambdaFunctionConfigurations=[{
        "LambdaFunctionArn": made["FunctionArn"], "Events": ["s3:ObjectCreated:*"],
        "Filter": {"Key": {"FilterRules": rules}}}])
    s3.put_object(Bucket=bucket, Key="in/k", Body=b"water")
    wait_for("the copy", lambda: "Contents" in s3.list_objects_v2(Bucket=bucket, Prefix="out/"))
    assert s3.get_object(Bucket=bucket, Key="out/k")["Body"].read() == b"water"


@pytest.mark.parametrize("configuration, message", [
    ({"QueueConfigurations": [{"QueueArn": arn("sqs", "no-such-queue"), "Events": ["s3:ObjectCreated:*"]}]},
     "Unable to validate the following destination configurations"),
    ({"TopicConfigurations": [{"TopicArn": arn("sns", "no-such-topic"), "Events": ["s3:ObjectCreated:*"]}]},
     "Unable to validate the following destination configurations"),
    ({"LambdaFunctionConfigurations": [
        {"LambdaFunctionArn": arn("lambda", "function:no-such"), "Events": ["s3:ObjectCreated:*"]}]},
     "Unable to validate the following destination configurations"),
    ({"QueueConfigurations": [{"QueueArn": arn("sqs", "q"), "Events": ["s3:Nothing"]}]},
     "The event is not supported for notifications"),
    ({"QueueConfigurations": [{"Id": str(n), "QueueArn": arn("sqs", "q"), "Events": ["s3:ObjectCreated:*"]}
                              for n in range(2)]},
     "Configurations overlap. Configurations on the same bucket cannot share a common event type."),
    ({"EventBridgeConfiguration": {}}, "EventBridgeConfiguration (leave it out) is not supported by Waterwheel yet."),
])
def test_what_cannot_be_told_is_refused(s3, bucket, configuration, message):
    status, _, found = refused(
        s3.put_bucket_notification_configuration, Bucket=bucket, NotificationConfiguration=configuration)
    assert (status, found) == (400, message)
    assert "QueueConfigurations" not in s3.get_bucket_notification_configuration(Bucket=bucket)


def test_places_that_are_not_there_are_told_with_their_arns(s3, bucket):
    queue, topic = arn("sqs", f"{bucket}-none"), arn("sns", f"{bucket}-none")
    events = ["s3:ObjectCreated:*"]
    for place, configuration, what in [
        (queue, {"QueueConfigurations": [{"QueueArn": queue, "Events": events}]}, "queue"),
        (topic, {"TopicConfigurations": [{"TopicArn": topic, "Events": events}]}, "topic"),
    ]:
        with pytest.raises(ClientError) as caught:
            s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration=configuration)
        told = caught.value.response["Error"]
        assert (told["ArgumentName1"], told["ArgumentValue1"]) == (place, f"The destination {what} does not exist")


def test_what_was_acknowledged_is_told_though_the_process_is_killed(server, name):
    s3, sqs = server.client("s3"), server.client("sqs")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    s3.create_bucket(Bucket=name)
    configure(s3, name, QueueConfigurations=[of_queue(name, "s3:ObjectCreated:*")])
    keys = set()
    for life in range(3):
        for n in range(20):
            keys.add(f"{life}-{n}")
            s3.put_object(Bucket=name, Key=f"{life}-{n}", Body=b"x")
        server.restart()
    told = set()
    while told != keys:
        for message in records(sqs, url, 1):
            told |= {it["s3"]["object"]["key"] for it in message.get("Records", [])}


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_cli_sets_and_shows(shared, s3, bucket, name, cli):
    sqs = shared.client("sqs")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": ACCOUNT, "AWS_SECRET_ACCESS_KEY": "x",
                   "AWS_DEFAULT_REGION": REGION}

    def aws(*arguments):
        command = [os.environ[cli], "--endpoint-url", shared.url, "s3api", *arguments, "--bucket", bucket]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else None

    configuration = {"QueueConfigurations": [of_queue(name, "s3:ObjectCreated:*")]}
    aws("put-bucket-notification-configuration", "--notification-configuration", json.dumps(configuration))
    assert aws("get-bucket-notification-configuration") == configuration
    aws("put-object", "--key", "k")
    messages = [it for it in records(sqs, url, 2) if "Records" in it]
    assert by_event(messages) == [("ObjectCreated:Put", "k")]
