"""Terraform with the AWS provider: the pipeline is made, planned again without a difference, changed and destroyed.

With WATERWHEEL_RECORD=1 what the provider asks is written down for test_terraform_calls.py."""

import contextlib
import json
import os
import zipfile
from pathlib import Path

import pytest
from conftest import wait_for
from recorder import recording, write
from tools import FOLDER, environment, installed, run

CODE = '''
import base64, os
import boto3

s3 = boto3.client("s3")

def handler(event, context):
    for record in event["Records"]:
        if "kinesis" in record:
            body = base64.b64decode(record["kinesis"]["data"])
            s3.put_object(Bucket=os.environ["BUCKET"], Key="record", Body=body)
        else:
            print("told of", record["s3"]["object"]["key"])
'''
# Where the provider lies on machines that do not fetch it.
MIRROR = Path(os.environ.get("TF_PLUGIN_MIRROR", "/opt/tf-plugins"))


@pytest.fixture
def terraform(server, tmp_path):
    """Runs Terraform in a folder with the configuration of the pipeline."""
    with configured(server, tmp_path, FOLDER / "terraform") as go:
        yield go


@pytest.fixture
def tables(server, tmp_path):
    """The same with tables of DynamoDB."""
    with configured(server, tmp_path, FOLDER / "terraform" / "dynamodb") as go:
        yield go


@pytest.fixture
def buckets(server, tmp_path):
    """The same with buckets, and what can be set of them."""
    with configured(server, tmp_path, FOLDER / "terraform" / "s3") as go:
        yield go


@contextlib.contextmanager
def configured(server, tmp_path, source):
    program = installed("terraform", "nothing: Terraform is to be there already")
    folder = tmp_path / "configuration"
    folder.mkdir()
    (folder / "main.tf").write_text((source / "main.tf").read_text())
    with zipfile.ZipFile(folder / "code.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("app.py"), CODE)
    settings = {"TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1", "TF_VAR_code": "code.zip"}
    if MIRROR.is_dir():
        (tmp_path / "terraform.rc").write_text(f'provider_installation {{\n filesystem_mirror {{ path = "{MIRROR}" }}\n}}\n')
        settings["TF_CLI_CONFIG_FILE"] = str(tmp_path / "terraform.rc")
    with recording(server) as (port, calls):
        variables = environment(server, tmp_path, **settings, AWS_ENDPOINT_URL=f"http://127.0.0.1:{port}")

        def go(*words, **variable):
            more = {f"TF_VAR_{name}": str(value) for name, value in variable.items()}
            return run([program, words[0], "-no-color", *words[1:]], folder, {**variables, **more}, 600, server.log)

        go("init")
        yield go
        if os.environ.get("WATERWHEEL_RECORD"):
            write(calls, source / "calls.jsonl")


def test_the_pipeline_is_made_is_as_planned_is_changed_and_goes(server, terraform):
    # One after the other, so that what is written down has an order.
    apply = lambda **variable: terraform("apply", "-auto-approve", "-parallelism=1", **variable)
    # With this option a plan that would change something fails.
    nothing_to_do = lambda **variable: terraform("plan", "-detailed-exitcode", "-parallelism=1", **variable)
    assert "11 added, 0 changed, 0 destroyed" in apply()
    nothing_to_do()
    s3, functions, logs = (server.client(service) for service in ("s3", "lambda", "logs"))
    server.client("kinesis").put_record(StreamName="clicks", PartitionKey="1", Data=b"hello")
    wait_for("the object", lambda: s3.list_objects_v2(Bucket="clicks-results", Prefix="record").get("Contents"))
    s3.put_object(Bucket="clicks-results", Key="incoming/a", Body=b"a")
    messages = lambda: "".join(
        event["message"] for event in logs.filter_log_events(logGroupName="/aws/lambda/clicks-consumer")["events"])
    wait_for("the notification", lambda: "told of incoming/a" in messages())
    changes = {"memory": 256, "retention": 48, "days": 14}
    assert "0 added, 3 changed, 0 destroyed" in apply(**changes)
    nothing_to_do(**changes)
    assert functions.get_function_configuration(FunctionName="clicks-consumer")["MemorySize"] == 256
    group, = logs.describe_log_groups(logGroupNamePrefix="/aws/lambda/clicks-consumer")["logGroups"]
    assert group["retentionInDays"] == 14
    assert json.loads(terraform("output", "-json"))["function"]["value"].endswith(":function:clicks-consumer")
    # A bucket is destroyed when it is empty.
    for key in ("record", "incoming/a"):
        s3.delete_object(Bucket="clicks-results", Key=key)
    assert "11 destroyed" in terraform("destroy", "-auto-approve", "-parallelism=1", **changes)
    assert functions.list_functions()["Functions"] == [] and s3.list_buckets()["Buckets"] == []
    assert server.client("kinesis").list_streams()["StreamNames"] == []
    assert functions.list_event_source_mappings()["EventSourceMappings"] == []


def test_tables_are_made_are_as_planned_are_changed_and_go(server, tables):
    apply = lambda **variable: tables("apply", "-auto-approve", "-parallelism=1", **variable)
    nothing_to_do = lambda **variable: tables("plan", "-detailed-exitcode", "-parallelism=1", **variable)
    assert "4 added, 0 changed, 0 destroyed" in apply()
    nothing_to_do()
    dynamodb = server.client("dynamodb")
    item = dynamodb.get_item(TableName="counts", Key={"key": {"S": "a"}, "at": {"N": "1"}})["Item"]
    assert item["size"] == {"N": "5"}
    dynamodb.put_item(TableName="leases", Item={"leaseKey": {"S": "1"}, "leaseOwner": {"S": "w"}})
    changes = {"units": 2, "protected": "false", "indexed": '["leaseOwner"]'}
    assert "0 added, 2 changed, 0 destroyed" in apply(**changes)
    nothing_to_do(**changes)
    found = dynamodb.scan(TableName="leases", IndexName="by-leaseOwner")
    assert found["Count"] == 1
    assert dynamodb.describe_table(TableName="counts")["Table"]["ProvisionedThroughput"]["ReadCapacityUnits"] == 2
    stream = json.loads(tables("output", "-json"))["stream"]["value"]
    assert ":table/leases/stream/" in stream
    assert "4 destroyed" in tables("destroy", "-auto-approve", "-parallelism=1", **changes)
    assert dynamodb.list_tables()["TableNames"] == []


def test_buckets_are_made_are_as_planned_are_changed_and_go(server, buckets):
    apply = lambda **variable: buckets("apply", "-auto-approve", **variable)
    nothing_to_do = lambda **variable: buckets("plan", "-detailed-exitcode", **variable)
    assert "21 added, 0 changed, 0 destroyed" in apply()
    nothing_to_do()
    s3, sqs = server.client("s3"), server.client("sqs")
    outputs = json.loads(buckets("output", "-json"))
    assert outputs["page"]["value"] == "hello"
    kept = s3.head_object(Bucket="three-buckets-kept", Key="contract.txt")
    assert (kept["VersionId"], kept["ObjectLockMode"]) == (outputs["version"]["value"], "GOVERNANCE")
    told = wait_for("word of the page", lambda: sqs.receive_message(QueueUrl="three-buckets-told").get("Messages"))
    assert "index.html" in told[0]["Body"] or "s3:TestEvent" in told[0]["Body"]
    changes = {"days": 2, "age": 120, "text": "changed"}
    assert "0 added, 4 changed, 0 destroyed" in apply(**changes)
    nothing_to_do(**changes)
    assert s3.get_object(Bucket="three-buckets-site", Key="index.html")["Body"].read() == b"changed"
    assert len(s3.list_object_versions(Bucket="three-buckets-kept")["Versions"]) == 2
    rule = s3.get_object_lock_configuration(Bucket="three-buckets-kept")["ObjectLockConfiguration"]["Rule"]
    assert rule["DefaultRetention"] == {"Mode": "GOVERNANCE", "Days": 2}
    ages = [rule.get("MaxAgeSeconds") for rule in s3.get_bucket_cors(Bucket="three-buckets-site")["CORSRules"]]
    assert 120 in ages and 60 not in ages
    assert "21 destroyed" in buckets("destroy", "-auto-approve", **changes)
    assert s3.list_buckets()["Buckets"] == []
