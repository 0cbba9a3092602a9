"""chalice deploy: a function alone, one of a stream and one of a queue, deployed, changed and deleted."""

import json

import pytest
from conftest import make_stream, wait_for
from tools import environment, run, virtual

APP = '''
import os
import boto3
from chalice import Chalice

app = Chalice(app_name="clicks")
s3 = boto3.client("s3")

@app.lambda_function()
def version(event, context):
    return VERSION

@app.on_kinesis_record(stream="clicks", batch_size=10, starting_position="TRIM_HORIZON")
def records(event):
    for record in event:
        s3.put_object(Bucket="chalice-results", Key="stream-" + record.partition_key, Body=record.data)

@app.on_sqs_message(queue="jobs", batch_size=1)
def messages(event):
    for record in event:
        s3.put_object(Bucket="chalice-results", Key="queue", Body=record.body.encode())

VERSION = 1
'''


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    (folder / ".chalice").mkdir(parents=True)
    (folder / ".chalice" / "config.json").write_text(json.dumps({
        "version": "2.0", "app_name": "clicks", "autogen_policy": False,
        "stages": {"dev": {"iam_policy_file": "policy.json", "lambda_memory_size": 256}}}))
    (folder / ".chalice" / "policy.json").write_text(json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
    (folder / "requirements.txt").touch()
    (folder / "app.py").write_text(APP)
    return folder


def test_deploy_change_and_delete(server, project, tmp_path):
    make_stream(server, "clicks")
    sqs, s3, functions = server.client("sqs"), server.client("s3"), server.client("lambda")
    queue = sqs.create_queue(QueueName="jobs", Attributes={"VisibilityTimeout": "360"})["QueueUrl"]
    s3.create_bucket(Bucket="chalice-results")
    base = [virtual("TOOLS_PYTHON"), virtual("TOOLS_PYTHON", "chalice")]
    chalice = lambda *words: run([*base, *words], project, environment(server, tmp_path), log=server.log)
    version = lambda: json.loads(functions.invoke(FunctionName="clicks-dev-version")["Payload"].read())
    assert "Resources deployed" in chalice("deploy", "--stage", "dev")
    assert version() == 1
    server.client("kinesis").put_record(StreamName="clicks", PartitionKey="a", Data=b"of the stream")
    sqs.send_message(QueueUrl=queue, MessageBody="of the queue")
    keys = lambda: {it["Key"] for it in s3.list_objects_v2(Bucket="chalice-results").get("Contents", [])}
    wait_for("both objects", lambda: keys() == {"stream-a", "queue"})
    (project / "app.py").write_text(APP.replace("VERSION = 1", "VERSION = 2"))
    chalice("deploy", "--stage", "dev")
    assert version() == 2
    assert len(functions.list_event_source_mappings()["EventSourceMappings"]) == 2
    assert json.loads(chalice("invoke", "-n", "version")) == 2
    assert "REPORT RequestId" in chalice("logs", "-n", "version", "--include-lambda-messages")
    chalice("delete", "--stage", "dev")
    assert functions.list_functions()["Functions"] == []
    mappings = functions.list_event_source_mappings
    wait_for("the mappings to go", lambda: mappings()["EventSourceMappings"] == [])
    assert not [it for it in server.client("iam").list_roles()["Roles"] if "clicks" in it["RoleName"]]
