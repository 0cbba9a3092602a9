"""What is set for streams, with boto3: policies, encryption, shard-level metrics, the account's commitment."""

import http.client
import json
import urllib.request

import pytest
from botocore.loaders import Loader
from conftest import ACCOUNT, REGION, Server, make_function, make_stream, refused, wait_for

FRIEND = "111122223333"
OWN_KEY = "alias/aws/kinesis"
METRICS = {
    "IncomingBytes", "IncomingRecords", "OutgoingBytes", "OutgoingRecords", "WriteProvisionedThroughputExceeded",
    "ReadProvisionedThroughputExceeded", "IteratorAgeMilliseconds",
}


@pytest.fixture
def kinesis(shared):
    return shared.client("kinesis")


@pytest.fixture
def arn(shared, name):
    return make_stream(shared, name, 1)


def active(kinesis, name):
    def summary():
        found = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]
        return found if found["StreamStatus"] == "ACTIVE" else None

    return wait_for("ACTIVE", summary)


def read(kinesis, **stream):
    begin = kinesis.get_shard_iterator(ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON", **stream)
    arn = {"StreamARN": stream["StreamARN"]} if "StreamARN" in stream else {}
    return kinesis.get_records(ShardIterator=begin["ShardIterator"], **arn)["Records"]


def policy(effect, principal, *actions):
    statement = {"Effect": effect, "Principal": principal, "Action": [f"kinesis:{it}" for it in actions], "Resource": "*"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def shown(server, name):
    """The stream as the server's status has it."""
    with urllib.request.urlopen(f"{server.url}/_waterwheel/status") as answer:
        return next(it for it in json.load(answer)["streams"] if it["name"] == name)


def test_a_policy_shares_a_stream_with_another_account(shared, kinesis, arn):
    friend = shared.client("kinesis", access_key=FRIEND)
    put = {"StreamARN": arn, "PartitionKey": "k", "Data": b"from a friend"}
    status, code, message = refused(friend.put_record, **put)
    assert (status, code) == (400, "AccessDeniedException")
    assert message == (
        f"User: arn:aws:iam::{FRIEND}:root is not authorized to perform: kinesis:PutRecord on resource: {arn} "
        "because no resource-based policy allows the kinesis:PutRecord action"
    )
    assert kinesis.get_resource_policy(ResourceARN=arn)["Policy"] == "{}"
    actions = ["PutRecord", "GetShardIterator", "GetRecords", "DescribeStreamSummary"]
    text = policy("Allow", {"AWS": f"arn:aws:iam::{FRIEND}:root"}, *actions)
    kinesis.put_resource_policy(ResourceARN=arn, Policy=text)
    assert kinesis.get_resource_policy(ResourceARN=arn)["Policy"] == text
    friend.put_record(**put)
    assert friend.describe_stream_summary(StreamARN=arn)["StreamDescriptionSummary"]["StreamARN"] == arn
    assert [it["Data"] for it in read(friend, StreamARN=arn)] == [b"from a friend"]
    assert "no resource-based policy allows the kinesis:PutRecords action" in refused(
        friend.put_records, StreamARN=arn, Records=[{"PartitionKey": "k", "Data": b""}])[2]
    # What is named, and not by its ARN, is one's own.
    assert refused(friend.put_record, StreamName=arn.split("/")[1], PartitionKey="k", Data=b"")[1] == "ResourceNotFoundException"
    kinesis.delete_resource_policy(ResourceARN=arn)
    assert refused(friend.put_record, **put)[1] == "AccessDeniedException"
    assert refused(kinesis.delete_resource_policy, ResourceARN=arn)[1:] == (
        "ResourceNotFoundException", f"No resource policy found for resource ARN {arn}.")


def test_a_deny_is_for_the_owner_too_and_for_its_mappings(shared, kinesis, name, arn):
    shared.client("s3").create_bucket(Bucket=name)
    code = f"""
import boto3
def handler(event, context):
    for record in event["Records"]:
        boto3.client("s3").put_object(Bucket={name!r}, Key=record["kinesis"]["partitionKey"])
"""
    make_function(shared, name, code)
    mapping = shared.client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="TRIM_HORIZON")["UUID"]
    put = lambda key: kinesis.put_record(StreamName=name, PartitionKey=key, Data=b"")
    keys = lambda: [it["Key"] for it in shared.client("s3").list_objects_v2(Bucket=name).get("Contents", [])]
    put("before")
    wait_for("the first record", lambda: keys() == ["before"])
    kinesis.put_resource_policy(ResourceARN=arn, Policy=policy("Deny", "*", "*"))
    message = refused(kinesis.put_record, StreamName=name, PartitionKey="k", Data=b"")[2]
    assert message.endswith("with an explicit deny in a resource-based policy")
    assert shown(shared, name)["state"] == "DENIED"
    # Its root can take the policy away.
    kinesis.delete_resource_policy(ResourceARN=arn)
    put("after")
    wait_for("the next record", lambda: keys() == ["after", "before"])
    # Nobody was warned that AWS would refuse a mapping, which reads by its function's role.
    warnings = [line for line in shared.log().splitlines() if "AWS would refuse" in line]
    assert not any("kinesis" in line for line in warnings), warnings
    shared.client("lambda").delete_event_source_mapping(UUID=mapping)


def test_what_is_no_policy_is_refused(kinesis, arn):
    for text in ["{", "{}", json.dumps({"Statement": [{"Effect": "Allow", "Action": "*"}]})]:
        assert refused(kinesis.put_resource_policy, ResourceARN=arn, Policy=text)[1] == "InvalidArgumentException"
    missing = f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/missing"
    for call in [kinesis.get_resource_policy, kinesis.delete_resource_policy]:
        assert refused(call, ResourceARN=missing)[1:] == (
            "ResourceNotFoundException", f"Stream missing under account {ACCOUNT} not found.")


def test_an_encrypted_stream_keeps_no_text_on_the_disk(tmp_path):
    server = Server(tmp_path)
    try:
        kinesis = server.client("kinesis")
        make_stream(server, "s", 1)
        put = lambda text: kinesis.put_record(StreamName="s", PartitionKey=f"key of {text}", Data=text.encode())
        assert "EncryptionType" not in put("plain-text-1")
        kinesis.start_stream_encryption(StreamName="s", EncryptionType="KMS", KeyId=OWN_KEY)
        summary = active(kinesis, "s")
        assert (summary["EncryptionType"], summary["KeyId"]) == ("KMS", OWN_KEY)
        described = kinesis.describe_stream(StreamName="s")["StreamDescription"]
        assert (described["EncryptionType"], described["KeyId"]) == ("KMS", OWN_KEY)
        assert put("sealed-text-2")["EncryptionType"] == "KMS"
        entries = [{"PartitionKey": "key of sealed-text-3", "Data": b"sealed-text-3"}]
        assert kinesis.put_records(StreamName="s", Records=entries)["EncryptionType"] == "KMS"
        server.restart()
        files = [it for it in (tmp_path / "data").rglob("*") if it.is_file()]
        kept = b"".join(it.read_bytes() for it in files)
        assert b"plain-text-1" in kept and b"sealed-text" not in kept
        kinesis.stop_stream_encryption(StreamName="s", EncryptionType="KMS", KeyId=OWN_KEY)
        assert active(kinesis, "s")["EncryptionType"] == "NONE"
        put("plain-text-4")
        records = [(it["Data"], it["PartitionKey"], it.get("EncryptionType")) for it in read(kinesis, StreamName="s")]
        texts = [("plain-text-1", None), ("sealed-text-2", "KMS"), ("sealed-text-3", "KMS"), ("plain-text-4", None)]
        assert records == [(text.encode(), f"key of {text}", kind) for text, kind in texts]
    finally:
        server.stop()


def test_other_keys_and_states_are_refused(kinesis, name, arn):
    start = lambda **more: refused(
        kinesis.start_stream_encryption, **{"StreamARN": arn, "EncryptionType": "KMS", "KeyId": OWN_KEY, **more})
    keys = ":".join(arn.replace(":kinesis:", ":kms:").split(":")[:5])
    assert start(KeyId="alias/mine")[1:] == ("KMSNotFoundException", f"Alias {keys}:alias/mine is not found.")
    assert start(EncryptionType="NONE")[1] == "InvalidArgumentException"
    assert start(StreamARN=arn + "x")[1] == "ResourceNotFoundException"
    stop = {"StreamARN": arn, "EncryptionType": "KMS", "KeyId": OWN_KEY}
    assert refused(kinesis.stop_stream_encryption, **stop)[1] == "InvalidArgumentException"


def test_shard_level_metrics_are_counted_and_shown(shared, kinesis, name, arn):
    enable, disable = kinesis.enable_enhanced_monitoring, kinesis.disable_enhanced_monitoring
    answer = enable(StreamName=name, ShardLevelMetrics=["IncomingBytes"])
    assert (answer["StreamName"], answer["StreamARN"]) == (name, arn)
    assert (answer["CurrentShardLevelMetrics"], answer["DesiredShardLevelMetrics"]) == ([], ["IncomingBytes"])
    answer = enable(StreamARN=arn, ShardLevelMetrics=["ALL"])
    assert answer["CurrentShardLevelMetrics"] == ["IncomingBytes"] and set(answer["DesiredShardLevelMetrics"]) == METRICS
    told = kinesis.describe_stream(StreamName=name)["StreamDescription"]["EnhancedMonitoring"]
    assert set(told[0]["ShardLevelMetrics"]) == METRICS
    for _ in range(3):
        kinesis.put_record(StreamName=name, PartitionKey="key", Data=b"1234567")
    assert len(read(kinesis, StreamName=name)) == 3
    shard = shown(shared, name)["shard_metrics"]["shardId-000000000000"]
    assert [shard[it] for it in ["IncomingRecords", "IncomingBytes", "OutgoingRecords", "OutgoingBytes"]] == [3, 30, 3, 30]
    answer = disable(StreamName=name, ShardLevelMetrics=["ALL"])
    assert set(answer["CurrentShardLevelMetrics"]) == METRICS and answer["DesiredShardLevelMetrics"] == []
    assert "shard_metrics" not in shown(shared, name)


def test_a_commitment_is_the_accounts(shared):
    kinesis = shared.client("kinesis", access_key="999988887777", region_name="eu-west-1")
    commitment = lambda answer: answer["MinimumThroughputBillingCommitment"]
    assert commitment(kinesis.describe_account_settings()) == {"Status": "DISABLED"}
    update = lambda status: commitment(
        kinesis.update_account_settings(MinimumThroughputBillingCommitment={"Status": status}))
    enabled = update("ENABLED")
    assert enabled["Status"] == "ENABLED"
    assert (enabled["EarliestAllowedEndAt"] - enabled["StartedAt"]).total_seconds() == 24 * 3600
    assert update("DISABLED")["Status"] == "ENABLED_UNTIL_EARLIEST_ALLOWED_END"
    assert update("ENABLED") == enabled == commitment(kinesis.describe_account_settings())
    elsewhere = shared.client("kinesis", access_key="999988887777")
    assert commitment(elsewhere.describe_account_settings()) == {"Status": "DISABLED"}


def test_an_iterator_in_double_quotes_is_taken(kinesis, name, arn):
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"x")
    begin = kinesis.get_shard_iterator(
        StreamName=name, ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    assert len(kinesis.get_records(ShardIterator=f'"{begin}"')["Records"]) == 1


def test_a_dry_run_tells_whether_it_would_do_and_does_not(kinesis, name, arn):
    entries = [{"PartitionKey": "k", "Data": b"x"}]
    begin = kinesis.get_shard_iterator(
        StreamName=name, ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    shard = {"ShardId": "shardId-000000000000", "ShardIteratorType": "LATEST"}
    for call, arguments in [
        (kinesis.put_record, {"StreamName": name, "PartitionKey": "k", "Data": b"x"}),
        (kinesis.put_records, {"StreamName": name, "Records": entries}),
        (kinesis.get_shard_iterator, {"StreamName": name, **shard}),
        (kinesis.get_records, {"ShardIterator": begin}),
    ]:
        assert refused(call, **arguments, DryRun=True)[1] == "DryRunOperationException"
        call(**arguments, DryRun=False)
    assert len(read(kinesis, StreamName=name)) == 2
    missing = {"StreamName": "missing", "PartitionKey": "k", "Data": b"x", "DryRun": True}
    assert refused(kinesis.put_record, **missing)[1] == "ResourceNotFoundException"


def asked(server, operation, body, host=None):
    """What is answered to a request that no SDK would make: its status and text."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    headers = {"X-Amz-Target": f"Kinesis_20131202.{operation}", "Content-Type": "application/x-amz-json-1.1"}
    connection.request("POST", "/", json.dumps(body), {**headers, "Host": host or f"localhost:{server.port}"})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_a_stream_id_is_refused_by_name_wherever_it_may_stand(shared, kinesis, name, arn):
    """It is reserved by AWS, and no answer gives one. SDKs would make another host of it."""
    model = Loader().load_service_model("kinesis", "service-2")
    given = {
        "StreamName": name, "StreamARN": arn, "ResourceARN": arn, "ShardId": "shardId-000000000000", "ShardToSplit": "0",
        "ShardToMerge": "0", "AdjacentShardToMerge": "1", "NewStartingHashKey": "9", "PartitionKey": "k", "Data": "eA==",
        "Records": [{"PartitionKey": "k", "Data": "eA=="}], "ShardIteratorType": "LATEST", "RetentionPeriodHours": 48,
        "Tags": {"k": "v"}, "TagKeys": ["k"], "Policy": policy("Allow", "*", "PutRecord"), "EncryptionType": "KMS",
        "KeyId": OWN_KEY, "ShardLevelMetrics": ["ALL"], "MaxRecordSizeInKiB": 2048,
        "ShardIterator": kinesis.get_shard_iterator(
            StreamName=name, ShardId="shardId-000000000000", ShardIteratorType="LATEST")["ShardIterator"],
    }
    tried = set()
    for operation, described in model["operations"].items():
        shape = model["shapes"][described["input"]["shape"]]
        members, required = set(shape["members"]), set(shape.get("required", []))
        if "StreamId" not in members or not required <= set(given):
            continue
        naming = {"StreamName", "StreamARN", "ResourceARN"} & members
        body = {it: given[it] for it in required | naming} | {"StreamId": "abcdefghijklmnopqrst-abc"}
        status, text = asked(shared, operation, body)
        if "NotImplemented" in text:
            continue
        tried.add(operation)
        assert status == 400 and "StreamId is not supported by Waterwheel yet." in text, (operation, text)
    assert {"PutRecord", "GetRecords", "PutResourcePolicy", "StartStreamEncryption", "TagResource"} <= tried


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_host_that_is_a_url_of_this_server_names_it(shared, scheme):
    status, text = asked(shared, "ListStreams", {}, f"{scheme}://localhost:{shared.port}")
    assert (status, "StreamNames" in json.loads(text)) == (200, True)
    status, text = asked(shared, "ListStreams", {}, f"{scheme}://evil.example:{shared.port}")
    assert (status, "evil.example" in text) == (403, True)
