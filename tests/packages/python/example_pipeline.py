"""What a user of the wheel writes: run by test_packages.py in an environment that has the wheel, pytest and boto3."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from waterwheel import CallError

CONSUMER = Path(__file__).with_name("consumer.py")


def build(waterwheel):
    """The mission's pipeline, under the same names in each test."""
    waterwheel.bucket("results")
    waterwheel.stream("clicks")
    waterwheel.deploy("consumer", CONSUMER, environment={"BUCKET": "results"})
    waterwheel.mapping("clicks", "consumer", BatchSize=1)


@pytest.mark.parametrize("data", ["first", "second"])
def test_a_record_becomes_an_object(waterwheel, data):
    build(waterwheel)
    waterwheel.put("clicks", data)
    found = waterwheel.wait_for_object("results", prefix="record-shardId-")
    assert found.text == data
    # Its log is there a moment after it wrote the object.
    waterwheel.wait_for("the log", lambda: f"record {data}" in waterwheel.logs("consumer").get("consumer", []))
    listed = waterwheel.client("s3").list_objects_v2(Bucket="results")
    assert [entry["Key"] for entry in listed["Contents"]] == [found.key]
    assert waterwheel.resource("s3").Object("results", found.key).content_length == len(data)


def test_what_is_no_text_is_put_as_json(waterwheel):
    build(waterwheel)
    waterwheel.put("clicks", {"page": "/"}, partition_key="a")
    assert waterwheel.wait_for_object("results", prefix="").json() == {"page": "/"}


def test_an_account_begins_empty_and_its_clients_need_no_setting_up(waterwheel):
    assert waterwheel.client("kinesis").list_streams()["StreamNames"] == []
    assert waterwheel.client("sts").get_caller_identity()["Account"] == waterwheel.account_id
    program = "import boto3; print(boto3.client('sts').get_caller_identity()['Account'])"
    done = subprocess.run(
        [sys.executable, "-c", program], env=waterwheel.env(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == waterwheel.account_id


def test_code_comes_in_several_forms(waterwheel, tmp_path):
    source = "def handler(event, context):\n    return event['n'] + 1\n"
    (tmp_path / "app.py").write_text(source)
    for name, code in {"text": source, "folder": tmp_path, "files": {"app.py": source}}.items():
        waterwheel.deploy(name, code)
        answer = waterwheel.client("lambda").invoke(FunctionName=name, Payload=b'{"n": 1}')
        assert answer["Payload"].read() == b"2"


def test_buckets_go_with_their_test_whatever_is_in_them(waterwheel):
    s3 = waterwheel.client("s3")
    waterwheel.bucket("results")
    s3.put_object(Bucket="results", Key="a&b/ü <>", Body=b"1")
    s3.create_multipart_upload(Bucket="results", Key="long")
    waterwheel.clear()
    assert s3.list_buckets()["Buckets"] == []
    assert waterwheel.bucket("results") == "results"


def test_a_day_passes_at_once(waterwheel):
    def records():
        kinesis = waterwheel.client("kinesis")
        iterator = kinesis.get_shard_iterator(
            StreamName="clicks", ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        return [record["Data"] for record in kinesis.get_records(ShardIterator=iterator)["Records"]]

    waterwheel.stream("clicks")
    waterwheel.put("clicks", "old")
    assert records() == [b"old"]
    before = waterwheel.clock.now()
    after = waterwheel.clock.advance("24h")
    assert timedelta(hours=24) <= after - before < timedelta(hours=25)
    waterwheel.put("clicks", "new")
    assert records() == [b"new"]
    assert waterwheel.clock.advance(timedelta(minutes=1)) > after + timedelta(minutes=1)
    assert waterwheel.clock.set(after + timedelta(hours=1)) >= after + timedelta(hours=1)
    with pytest.raises(CallError, match="turned ahead only"):
        waterwheel.clock.set(before)


def test_a_server_is_to_be_had_without_pytest():
    from waterwheel import Server

    with Server(["--log", "debug"]) as server:
        account = server.account("123456789012", region="eu-west-1")
        assert account.stream("clicks") == "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks"
        assert account.bucket("in-europe") == "in-europe"
        with pytest.raises(CallError) as caught:
            account.stream("clicks")
        assert caught.value.code == "ResourceInUseException"
        with pytest.raises(AssertionError, match="waited 0.1 s for s3://in-europe/nothing"):
            account.wait_for_object("in-europe", "nothing", seconds=0.1)
        account.clear()
    assert not server.is_running()
