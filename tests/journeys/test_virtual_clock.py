"""A clock that is turned: hours and days pass at once, for everything that goes by time."""

import datetime
import json
import os
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from botocore.config import Config
from conftest import Server, binary, make_function, make_role, make_stream, refused, wait_for

ROOT_KEY = ("root-key", "root-secret")


@pytest.fixture(scope="module")
def clocked(tmp_path_factory):
    """Tests share its time, as they would share a day."""
    server = Server(tmp_path_factory.mktemp("clocked"), options=["--clock", "virtual"])
    yield server
    server.stop()


def clock(server, *arguments, **variables):
    """What the command says, as JSON."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WATERWHEEL_")}
    done = subprocess.run([binary(), "clock", *arguments, "--json", "--endpoint-url", server.url], timeout=60,
                          capture_output=True, text=True, env={**environment, **variables})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def advance(server, span):
    """Turns the clock over HTTP, as a test in any language does."""
    request = urllib.request.Request(f"{server.url}/_waterwheel/clock", json.dumps({"advance": span}).encode())
    with urllib.request.urlopen(request, timeout=30) as answer:
        told = json.load(answer)
    assert told["settled"] is True, told
    return told


def test_a_record_is_gone_after_a_day_and_its_iterator_after_five_minutes(clocked, name):
    make_stream(clocked, name)
    kinesis = clocked.client("kinesis")
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"old")

    def iterator():
        return kinesis.get_shard_iterator(
            StreamName=name, ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON")["ShardIterator"]

    began = time.monotonic()
    early = iterator()
    assert [record["Data"] for record in kinesis.get_records(ShardIterator=early)["Records"]] == [b"old"]
    advance(clocked, "5m1s")
    assert refused(kinesis.get_records, ShardIterator=early)[1] == "ExpiredIteratorException"
    assert [record["Data"] for record in kinesis.get_records(ShardIterator=iterator())["Records"]] == [b"old"]
    advance(clocked, "24h")
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"new")
    assert [record["Data"] for record in kinesis.get_records(ShardIterator=iterator())["Records"]] == [b"new"]
    assert time.monotonic() - began < 20, "it took as long as it takes"


def test_messages_come_into_sight_again_and_are_kept_no_longer_than_asked(clocked, name):
    sqs = clocked.client("sqs")
    url = sqs.create_queue(QueueName=name, Attributes={"VisibilityTimeout": "43200"})["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody="now")
    sqs.send_message(QueueUrl=url, MessageBody="later", DelaySeconds=900)

    def bodies():
        messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
        return sorted(message["Body"] for message in messages)

    assert bodies() == ["now"] and bodies() == []
    advance(clocked, "15m")
    assert bodies() == ["later"]
    advance(clocked, "12h")
    assert bodies() == ["later", "now"]
    advance(clocked, "5d")
    assert bodies() == []


def test_objects_expire_by_their_buckets_rule(clocked, name):
    s3 = clocked.client("s3")
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="tmp/a", Body=b"1")
    s3.put_object(Bucket=name, Key="kept", Body=b"2")
    s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": [
        {"ID": "r", "Status": "Enabled", "Filter": {"Prefix": "tmp/"}, "Expiration": {"Days": 1}}]})
    advance(clocked, "49h")
    assert [found["Key"] for found in s3.list_objects_v2(Bucket=name)["Contents"]] == ["kept"]


def test_a_presigned_url_ends_and_one_of_afterwards_is_good(clocked, name):
    s3 = clocked.client("s3", config=Config(signature_version="s3v4"))
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="k", Body=b"1")

    def status(url):
        try:
            with urllib.request.urlopen(url) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def presigned():
        return s3.generate_presigned_url("get_object", Params={"Bucket": name, "Key": "k"}, ExpiresIn=3600)

    url = presigned()
    assert status(url) == 200
    advance(clocked, "59m")
    assert status(url) == 200
    advance(clocked, "2m")
    assert status(url) == 403
    assert status(presigned()) == 200


def test_a_record_that_fails_ages_out_to_where_failures_go(clocked, name):
    stream = make_stream(clocked, name)
    make_function(clocked, name, "def handler(event, context): raise ValueError('no')")
    sqs, functions = clocked.client("sqs"), clocked.client("lambda")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    clocked.client("iam").put_role_policy(RoleName="lambda-role", PolicyName="p", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
    mapping = functions.create_event_source_mapping(
        FunctionName=name, EventSourceArn=stream, StartingPosition="TRIM_HORIZON", MaximumRecordAgeInSeconds=3600,
        DestinationConfig={"OnFailure": {"Destination": queue}})["UUID"]
    clocked.client("kinesis").put_record(StreamName=name, PartitionKey="k", Data=b"1")
    wait_for("a failure", lambda: functions.get_event_source_mapping(UUID=mapping)["LastProcessingResult"].startswith("PROBLEM"))
    assert "Messages" not in sqs.receive_message(QueueUrl=url)
    advance(clocked, "1h")
    letter = wait_for("a letter", lambda: sqs.receive_message(QueueUrl=url, WaitTimeSeconds=2).get("Messages"))
    assert json.loads(letter[0]["Body"])["requestContext"]["condition"] == "RecordAgeExceeded"
    functions.delete_event_source_mapping(UUID=mapping)


def test_an_event_that_fails_is_told_when_it_is_too_old(clocked, name):
    make_function(clocked, name, "def handler(event, context): raise ValueError('no')")
    sqs, functions = clocked.client("sqs"), clocked.client("lambda")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    clocked.client("iam").put_role_policy(RoleName="lambda-role", PolicyName="p", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
    functions.put_function_event_invoke_config(
        FunctionName=name, MaximumEventAgeInSeconds=3600, DestinationConfig={"OnFailure": {"Destination": queue}})
    functions.invoke(FunctionName=name, InvocationType="Event", Payload=b"{}")
    logs = clocked.client("logs")
    wait_for("the first try", lambda: [group for group in logs.describe_log_groups(
        logGroupNamePrefix=f"/aws/lambda/{name}")["logGroups"]] and logs.filter_log_events(
        logGroupName=f"/aws/lambda/{name}", filterPattern="REPORT")["events"])
    assert "Messages" not in sqs.receive_message(QueueUrl=url)
    advance(clocked, "2h")
    letter = wait_for("a letter", lambda: sqs.receive_message(QueueUrl=url, WaitTimeSeconds=2).get("Messages"))
    assert json.loads(letter[0]["Body"])["requestContext"]["condition"] == "EventAgeExceeded"


def test_log_lines_and_secrets_go_when_their_days_are_over(clocked, name):
    logs, secrets = clocked.client("logs"), clocked.client("secretsmanager")
    logs.create_log_group(logGroupName=name)
    logs.create_log_stream(logGroupName=name, logStreamName="s")
    logs.put_retention_policy(logGroupName=name, retentionInDays=1)
    logs.put_log_events(logGroupName=name, logStreamName="s", logEvents=[
        {"timestamp": clock(clocked)["now_ms"], "message": "hello"}])
    secrets.create_secret(Name=name, SecretString="s")
    secrets.delete_secret(SecretId=name, RecoveryWindowInDays=7)
    assert logs.filter_log_events(logGroupName=name)["events"][0]["message"] == "hello"
    assert "DeletedDate" in secrets.describe_secret(SecretId=name)
    advance(clocked, "8d")
    assert logs.filter_log_events(logGroupName=name)["events"] == []
    assert refused(secrets.describe_secret, SecretId=name)[1] == "ResourceNotFoundException"


def test_a_function_has_its_whole_time_and_credentials_that_are_good(clocked, name):
    code = """
import boto3, os
def handler(event, context):
    boto3.client("s3").put_object(Bucket=os.environ["BUCKET"], Key=event["key"], Body=b"1")
    return context.get_remaining_time_in_millis()
"""
    clocked.client("s3").create_bucket(Bucket=name)
    clocked.client("iam").put_role_policy(RoleName=make_role(clocked).split("/")[-1], PolicyName="p", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
    make_function(clocked, name, code, Timeout=60, Environment={"Variables": {"BUCKET": name}})
    functions, logs = clocked.client("lambda"), clocked.client("logs")
    for key in ["before", "after"]:
        answer = functions.invoke(FunctionName=name, Payload=json.dumps({"key": key}))
        left = json.loads(answer["Payload"].read())
        assert isinstance(left, int) and 30_000 < left <= 60_000, left
        now = advance(clocked, "36h")["now_ms"]
    # Its lines are of the time that was, not of the machine's.
    event = wait_for("its lines", lambda: logs.filter_log_events(
        logGroupName=f"/aws/lambda/{name}", startTime=now - 37 * 3600_000)["events"])[0]
    assert now - 37 * 3600_000 < event["timestamp"] < now - 35 * 3600_000


def test_credentials_end_and_clients_that_sign_by_the_machines_clock_are_believed(tmp_path):
    options = ["--clock", "virtual", "--auth", "verify", "--access-key-id", ROOT_KEY[0], "--secret-access-key", ROOT_KEY[1]]
    server = Server(tmp_path, options=options)
    root = {"WATERWHEEL_ACCESS_KEY_ID": ROOT_KEY[0], "WATERWHEEL_SECRET_ACCESS_KEY": ROOT_KEY[1]}
    try:
        def client(service, key=ROOT_KEY, **options):
            return server.client(service, access_key=key[0], secret=key[1], **options)

        role = client("iam").create_role(RoleName="guest", AssumeRolePolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"AWS": "000000000000"}, "Action": "sts:AssumeRole"}]}))["Role"]["Arn"]
        given = client("sts").assume_role(RoleArn=role, RoleSessionName="guest", DurationSeconds=3600)["Credentials"]
        guest = client("sts", (given["AccessKeyId"], given["SecretAccessKey"]), aws_session_token=given["SessionToken"])
        guest.get_caller_identity()
        with pytest.raises(urllib.error.HTTPError) as caught:
            advance(server, "1h")
        assert caught.value.code == 403, "only the root key turns the clock"
        before = datetime.datetime.now(datetime.timezone.utc)
        told = clock(server, "advance", "61m", **root)
        assert told["settled"] is True and told["ahead_ms"] == 61 * 60_000
        assert refused(guest.get_caller_identity)[1] == "ExpiredToken"
        # The root key's requests bear the machine's time, an hour before the server's.
        again = client("sts").assume_role(RoleArn=role, RoleSessionName="guest", DurationSeconds=900)["Credentials"]
        assert again["Expiration"] - before > datetime.timedelta(minutes=75)
    finally:
        server.stop()


def test_a_server_that_anybody_reaches_has_its_clock_turned_by_nobody(tmp_path):
    server = Server(tmp_path, options=["--ephemeral", "--clock", "virtual", "--host", "0.0.0.0", "--insecure"])
    try:
        done = subprocess.run([binary(), "clock", "advance", "1h", "--endpoint-url", server.url],
                              capture_output=True, text=True, timeout=30)
        assert done.returncode == 1 and "--auth verify" in done.stderr, done
        assert clock(server)["ahead_ms"] == 0, "it is shown"
    finally:
        server.stop()


def test_time_does_not_go_back_whatever_becomes_of_the_server(tmp_path):
    server = Server(tmp_path, options=["--clock", "virtual"])
    try:
        first = clock(server)
        assert (first["clock"], first["ahead_ms"]) == ("virtual", 0)
        advance(server, "3d")
        server.restart()
        told = clock(server)
        assert told["ahead_ms"] == 3 * 86_400_000
        assert abs(told["now_ms"] - told["ahead_ms"] - time.time() * 1000) < 60_000
        later = clock(server, "set", str(told["now_ms"] // 1000 + 7200))
        assert later["now_ms"] >= told["now_ms"] + 7_100_000
        done = subprocess.run([binary(), "clock", "set", "2020-01-01", "--endpoint-url", server.url],
                              capture_output=True, text=True, timeout=30)
        assert done.returncode == 1 and "turned ahead only" in done.stderr
        text = subprocess.run([binary(), "status", "--endpoint-url", server.url], capture_output=True, text=True, timeout=30)
        assert "its clock 3d" in text.stdout
        server.stop()
        server.options = []
        with pytest.raises(AssertionError, match="--clock virtual"):
            server.start()
    finally:
        server.stop()


def test_a_server_by_the_machines_clock_is_not_turned(shared):
    told = clock(shared)
    assert told["clock"] == "system" and told["ahead_ms"] == 0
    with pytest.raises(urllib.error.HTTPError) as caught:
        advance(shared, "1h")
    assert caught.value.code == 409 and b"--clock virtual" in caught.value.read()


@pytest.mark.parametrize("body", [b"", b"{}", b'{"advance": "-1h"}', b'{"advance": "1h", "set": 1}', b'{"back": "1h"}'])
def test_what_is_no_turn_is_refused(clocked, body):
    before = clock(clocked)["ahead_ms"]
    request = urllib.request.Request(f"{clocked.url}/_waterwheel/clock", body, method="POST")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    assert caught.value.code == 400 and clock(clocked)["ahead_ms"] == before


def test_a_web_page_does_not_turn_it(clocked):
    request = urllib.request.Request(f"{clocked.url}/_waterwheel/clock", b'{"advance": "1h"}',
                                     {"Origin": "https://evil.example", "Content-Type": "text/plain"})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    assert caught.value.code == 403
