"""Faults on purpose, as boto3 meets them: every kind, and what the SDK makes of it."""

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from botocore.config import Config
from botocore.exceptions import ConnectionClosedError, ReadTimeoutError
from conftest import ACCOUNT, REGION, ROOT, Server, binary, make_function, make_stream, refused, wait_for

RETRYING = Config(retries={"total_max_attempts": 6, "mode": "standard"})
ROOT_KEY = ("root-key", "root-secret")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("faulty"), options=["--ephemeral"])
    yield server
    server.stop()


@pytest.fixture
def faults(served):
    """Sets a fault; none is left for the next test."""
    yield lambda **fault: ask(served, "POST", **fault)
    ask(served, "DELETE")


def ask(server, method, below="", **body):
    data = json.dumps(body).encode() if body else None
    request = urllib.request.Request(f"{server.url}/_waterwheel/faults{below}", data, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def records(kinesis, name):
    iterator = kinesis.get_shard_iterator(
        StreamName=name, ShardId="0", ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    return [one["Data"] for one in kinesis.get_records(ShardIterator=iterator)["Records"]]


def put(client, name, data):
    return client.put_record(StreamName=name, PartitionKey="k", Data=data)


def test_a_throttled_producer_tries_again(served, faults, name):
    make_stream(served, name)
    kinesis = served.client("kinesis")
    fault = faults(fault="throttle", service="kinesis", name=name, operations=["PutRecord"], requests=3)
    assert fault["resource"] == f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{name}"
    message = f"Rate exceeded for shard shardId-000000000000 in stream {name} under account {ACCOUNT}."
    throttled = (400, "ProvisionedThroughputExceededException", message)
    assert refused(put, client=kinesis, name=name, data=b"no") == throttled
    answer = put(served.client("kinesis", config=RETRYING), name, b"yes")
    assert answer["ResponseMetadata"]["RetryAttempts"] == 2
    assert records(kinesis, name) == [b"yes"]
    assert ask(served, "GET")["faults"] == []


def test_some_records_of_a_request_are_throttled(served, faults, name):
    make_stream(served, name)
    kinesis = served.client("kinesis")
    faults(fault="throttle", service="kinesis", name=name, operations=["PutRecords"], probability=0.3)
    left, failures = [{"PartitionKey": "k", "Data": str(n).encode()} for n in range(200)], 0
    while left:
        answer = kinesis.put_records(StreamName=name, Records=left)
        failed = ["ErrorCode" in one for one in answer["Records"]]
        assert answer["FailedRecordCount"] == sum(failed)
        failures += sum(failed)
        left = [record for record, is_failed in zip(left, failed) if is_failed]
    assert failures > 0
    assert sorted(records(kinesis, name), key=int) == [str(n).encode() for n in range(200)]


def test_a_dropped_answer_makes_a_duplicate(served, faults, name):
    make_stream(served, name)
    kinesis = served.client("kinesis")
    drop = {"fault": "dropped-answer", "service": "kinesis", "name": name, "requests": 1}
    faults(**drop)
    with pytest.raises(ConnectionClosedError):
        put(kinesis, name, b"lost answer")
    faults(**drop)
    answer = put(served.client("kinesis", config=RETRYING), name, b"twice")
    assert answer["ResponseMetadata"]["RetryAttempts"] == 1
    assert records(kinesis, name) == [b"lost answer", b"twice", b"twice"]


def test_a_late_answer_is_not_waited_for_and_done(served, faults, name):
    make_stream(served, name)
    kinesis = served.client("kinesis")
    faults(fault="latency", latency_ms=1200, service="kinesis", name=name, operations=["PutRecord"],
           requests=1)
    impatient = served.client("kinesis", config=Config(read_timeout=0.3))
    with pytest.raises(ReadTimeoutError):
        put(impatient, name, b"late")
    wait_for("the record", lambda: records(kinesis, name) == [b"late"], 10)


def test_an_iterator_is_too_old(served, faults, name):
    make_stream(served, name)
    kinesis = served.client("kinesis")
    faults(fault="expired-iterator", service="kinesis", name=name, requests=1)
    iterator = kinesis.get_shard_iterator(
        StreamName=name, ShardId="0", ShardIteratorType="LATEST")["ShardIterator"]
    with pytest.raises(kinesis.exceptions.ExpiredIteratorException, match="Iterator expired. "):
        kinesis.get_records(ShardIterator=iterator)
    kinesis.get_records(ShardIterator=iterator)


def test_a_failed_service_is_asked_again(served, faults, name):
    make_stream(served, name)
    faults(fault="internal-error", service="kinesis", name=name, requests=2)
    status, code, _ = refused(put, client=served.client("kinesis"), name=name, data=b"x")
    assert (status, code) == (500, "InternalFailure")
    answer = put(served.client("kinesis", config=RETRYING), name, b"x")
    assert answer["ResponseMetadata"]["RetryAttempts"] == 1


def test_each_service_has_its_own_words(served, faults, name):
    sqs, s3 = served.client("sqs"), served.client("s3")
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    s3.create_bucket(Bucket=name)
    topic = served.client("sns").create_topic(Name=name)["TopicArn"]
    for service in ("sqs", "s3"):
        faults(fault="throttle", service=service, name=name, requests=2)
    for resource in (topic, f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"):
        faults(fault="throttle", resource=resource, requests=2)
    faults(fault="throttle", service="secretsmanager", operations=["ListSecrets"], requests=2)
    calls = [
        (lambda: sqs.send_message(QueueUrl=queue, MessageBody="x"), 400, "RequestThrottled"),
        (lambda: s3.put_object(Bucket=name, Key="k", Body=b"x" * 100_000), 503, "SlowDown"),
        (lambda: served.client("sns").publish(TopicArn=topic, Message="x"), 429, "Throttled"),
        (lambda: served.client("lambda").invoke(FunctionName=name), 429, "TooManyRequestsException"),
        (lambda: served.client("secretsmanager").list_secrets(), 400, "ThrottlingException"),
    ]
    for call, status, code in calls:
        assert refused(call)[:2] == (status, code)
    # One more of each, which the SDK does not let its caller see.
    for service, operation, arguments in [
        ("sqs", "send_message", {"QueueUrl": queue, "MessageBody": "x"}),
        ("s3", "put_object", {"Bucket": name, "Key": "k", "Body": b"x" * 100_000}),
        ("sns", "publish", {"TopicArn": topic, "Message": "x"}),
    ]:
        answer = getattr(served.client(service, config=RETRYING), operation)(**arguments)
        assert answer["ResponseMetadata"]["RetryAttempts"] == 1, service
    faults(fault="internal-error", service="s3", name=name, requests=1)
    assert refused(s3.get_object, Bucket=name, Key="k")[:2] == (500, "InternalError")


def test_an_invocation_by_a_mapping_meets_the_faults_of_its_function(served, faults, name):
    stream = make_stream(served, name)
    make_function(served, name, "def handler(event, context):\n    return 1\n")
    functions = served.client("lambda")
    mapping = functions.create_event_source_mapping(
        EventSourceArn=stream, FunctionName=name, StartingPosition="TRIM_HORIZON")["UUID"]
    fault = faults(fault="throttle", service="lambda", name=name, operations=["Invoke"])
    result = lambda: functions.get_event_source_mapping(UUID=mapping)["LastProcessingResult"]
    put(served.client("kinesis"), name, b"x")
    wait_for("the mapping to meet it twice", lambda: met(served, fault) > 1, 20)
    assert result() != "OK"
    ask(served, "DELETE", f"/{fault['id']}")
    wait_for("the record to be taken", lambda: result() == "OK", 20)


def met(server, fault):
    return {one["id"]: one["met"] for one in ask(server, "GET")["faults"]}[fault["id"]]


def test_a_delivery_meets_the_faults_of_its_queue(served, faults, name):
    sqs, sns = served.client("sqs"), served.client("sns")
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    topic = sns.create_topic(Name=name)["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}")
    fault = faults(fault="internal-error", service="sqs", name=name, operations=["SendMessage"], requests=1)
    sns.publish(TopicArn=topic, Message="x")
    message = wait_for("the message", lambda: sqs.receive_message(
        QueueUrl=queue, WaitTimeSeconds=1).get("Messages"), 30)
    assert json.loads(message[0]["Body"])["Message"] == "x"
    assert fault["id"] not in {one["id"] for one in ask(served, "GET")["faults"]}, "it was met"


def test_what_cannot_be_is_refused_with_what_can(served):
    for body, part in [
        ({"fault": "throtle", "service": "kinesis"}, "did you mean throttle?"),
        ({"fault": "throttle", "service": "kinesis", "operations": ["PutRecrd"]}, "did you mean PutRecord"),
        ({"fault": "throttle", "service": "kinesis", "stream": "s"}, "unknown field `stream`"),
    ]:
        with pytest.raises(urllib.error.HTTPError) as caught:
            ask(served, "POST", **body)
        assert caught.value.code == 400 and part in json.load(caught.value)["error"]


def command(server, *arguments, **variables):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WATERWHEEL_")}
    return subprocess.run([binary(), "faults", *arguments, "--endpoint-url", server.url],
                          env={**environment, **variables}, capture_output=True, text=True, timeout=30)


def test_the_command_sets_lists_and_clears(served, faults, name):
    told = command(served, "set", f"kinesis/{name}", "throttle", "--requests", "2", "--json",
                   "--operation", "PutRecord", "--region", "eu-west-1")
    fault = json.loads(told.stdout)
    assert fault["resource"] == f"arn:aws:kinesis:eu-west-1:{ACCOUNT}:stream/{name}", told
    told = command(served, "set", "s3", "latency", "--latency-ms", "5", "--seconds", "60")
    assert "latency 5 ms: s3, " in told.stdout, told
    listed = command(served, "list").stdout
    assert listed.startswith("ID ") and fault["id"] in listed and "2 calls" in listed
    assert len(json.loads(command(served, "list", "--json").stdout)["faults"]) == 2
    assert command(served, "clear", fault["id"]).stdout == "1 fault is removed\n"
    assert command(served, "clear", fault["id"]).returncode == 1
    assert json.loads(command(served, "clear", "--json").stdout) == {"removed": 1}
    for place in (["list"], ["set", "s3", "throttle"], ["set", "s3/bucket", "throttle"]):
        misplaced = command(served, *place, "--region", "eu-west-1")
        assert misplaced.returncode == 1 and "region" in misplaced.stderr, misplaced
    wrong = command(served, "set", "kinesis/x", "slow")
    assert wrong.returncode == 1 and "fault is one of throttle, latency" in wrong.stderr


def test_faults_are_the_owners_and_end_with_the_process(tmp_path):
    key = {"WATERWHEEL_ACCESS_KEY_ID": ROOT_KEY[0], "WATERWHEEL_SECRET_ACCESS_KEY": ROOT_KEY[1]}
    options = ["--auth", "verify", "--access-key-id", ROOT_KEY[0], "--secret-access-key", ROOT_KEY[1]]
    server = Server(tmp_path, options=options)
    try:
        refusal = command(server, "set", "s3", "throttle")
        assert refusal.returncode == 1 and "403" in refusal.stderr, refusal
        assert command(server, "set", "s3", "throttle", **key).returncode == 0
        s3 = server.client("s3", access_key=ROOT_KEY[0], secret=ROOT_KEY[1])
        assert refused(s3.list_buckets)[1] == "SlowDown"
        server.restart()
        assert s3.list_buckets()["Buckets"] == []
        assert command(server, "list", **key).stdout.splitlines()[-1] == "none"
    finally:
        server.stop()


def test_a_server_that_anybody_reaches_takes_no_faults(tmp_path):
    server = Server(tmp_path, options=["--ephemeral", "--host", "0.0.0.0", "--insecure"])
    try:
        refusal = command(server, "set", "s3", "throttle")
        assert refusal.returncode == 1 and "--auth verify" in refusal.stderr, refusal
    finally:
        server.stop()


def test_the_example_of_the_page_runs(tmp_path):
    page = (ROOT / "docs" / "faults.md").read_text()
    (tmp_path / "test_page.py").write_text(re.findall(r"```python\n(.*?)```", page, re.S)[0])
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "waterwheel.plugin", "-p", "no:cacheprovider"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT / "packaging" / "python")},
        capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and "2 passed" in done.stdout, done.stdout + done.stderr
