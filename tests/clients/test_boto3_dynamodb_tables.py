"""Tables of DynamoDB with boto3, and with an AWS CLI: made, described, changed and deleted."""

import json
import os
import subprocess

import pytest
from conftest import ACCOUNT, REGION, Server, refused, wait_for

POLICY = {"Version": "2012-10-17", "Statement": {
    "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "dynamodb:GetItem", "Resource": "*"}}


@pytest.fixture
def dynamodb(shared):
    return shared.client("dynamodb")


def arn(name):
    return f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{name}"


def make(dynamodb, name, *attributes, **options):
    """A table on demand with the partition key `a`; the other attributes, all strings, are for indexes."""
    defined = [{"AttributeName": it, "AttributeType": "S"} for it in ("a", *attributes)]
    keys = [{"AttributeName": "a", "KeyType": "HASH"}]
    defaults = {"BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": defined, "KeySchema": keys}
    return dynamodb.create_table(TableName=name, **{**defaults, **options})["TableDescription"]


def described(dynamodb, name):
    return dynamodb.describe_table(TableName=name)["Table"]


def index(name, key, **options):
    return {"IndexName": name, "KeySchema": [{"AttributeName": key, "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "ALL"}, **options}


def test_a_table_is_made_changed_and_deleted(dynamodb, name):
    made = make(dynamodb, name, "b", GlobalSecondaryIndexes=[index("by-b", "b")],
                StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"})
    assert made["TableStatus"] == "CREATING" and made["TableArn"] == arn(name)
    # Waiters find it at once.
    dynamodb.get_waiter("table_exists").wait(TableName=name)
    table = described(dynamodb, name)
    assert (table["TableStatus"], table["ItemCount"], table["TableSizeBytes"]) == ("ACTIVE", 0, 0)
    assert table["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
    assert table["ProvisionedThroughput"]["ReadCapacityUnits"] == 0
    assert table["WarmThroughput"] == {"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000, "Status": "ACTIVE"}
    assert table["LatestStreamArn"] == f"{arn(name)}/stream/{table['LatestStreamLabel']}"
    by_b, = table["GlobalSecondaryIndexes"]
    assert (by_b["IndexArn"], by_b["IndexStatus"]) == (f"{arn(name)}/index/by-b", "ACTIVE")
    assert "Backfilling" not in by_b
    assert refused(make, dynamodb=dynamodb, name=name) == (400, "ResourceInUseException", f"Table already exists: {name}")

    units = {"ReadCapacityUnits": 5, "WriteCapacityUnits": 6}
    assert refused(dynamodb.update_table, TableName=name, BillingMode="PROVISIONED", ProvisionedThroughput=units)[2] == (
        "One or more parameter values were invalid: ProvisionedThroughput must be specified for index: by-b")
    changed = dynamodb.update_table(
        TableName=name, BillingMode="PROVISIONED", ProvisionedThroughput=units,
        GlobalSecondaryIndexUpdates=[{"Update": {"IndexName": "by-b", "ProvisionedThroughput": units}}])
    assert changed["TableDescription"]["TableStatus"] == "UPDATING"
    table = described(dynamodb, name)
    assert table["BillingModeSummary"]["BillingMode"] == "PROVISIONED"
    assert table["GlobalSecondaryIndexes"][0]["ProvisionedThroughput"]["WriteCapacityUnits"] == 6
    assert "The requested value equals the current value" in refused(
        dynamodb.update_table, TableName=name, ProvisionedThroughput=units)[2]

    dynamodb.update_table(TableName=name, StreamSpecification={"StreamEnabled": False})
    dynamodb.update_table(TableName=name, TableClass="STANDARD_INFREQUENT_ACCESS")
    dynamodb.update_table(TableName=name, DeletionProtectionEnabled=True)
    table = described(dynamodb, name)
    assert "StreamSpecification" not in table and "LatestStreamArn" in table
    assert table["TableClassSummary"]["TableClass"] == "STANDARD_INFREQUENT_ACCESS"
    assert refused(dynamodb.delete_table, TableName=name) == (
        400, "ValidationException",
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.")
    dynamodb.update_table(TableName=name, DeletionProtectionEnabled=False)
    assert dynamodb.delete_table(TableName=name)["TableDescription"]["TableStatus"] == "DELETING"
    dynamodb.get_waiter("table_not_exists").wait(TableName=name)
    assert refused(dynamodb.describe_table, TableName=name) == (
        400, "ResourceNotFoundException", f"Requested resource not found: Table: {name} not found")
    # Its name is free.
    assert make(dynamodb, name)["TableId"] != made["TableId"]


def test_an_index_comes_and_goes_on_a_live_table(dynamodb, name):
    make(dynamodb, name)
    for n in range(100):
        dynamodb.put_item(TableName=name, Item={"a": {"S": str(n)}, "b": {"S": str(n % 4)}, "c": {"N": str(n)}})
    dynamodb.put_item(TableName=name, Item={"a": {"S": "other"}, "b": {"N": "1"}})
    added = dynamodb.update_table(
        TableName=name, AttributeDefinitions=[{"AttributeName": "b", "AttributeType": "S"}],
        GlobalSecondaryIndexUpdates=[{"Create": index("by-b", "b")}])["TableDescription"]
    by_b, = added["GlobalSecondaryIndexes"]
    assert (by_b["IndexStatus"], by_b["Backfilling"], added["TableStatus"]) == ("CREATING", False, "UPDATING")
    state = lambda: [it["IndexStatus"] for it in described(dynamodb, name).get("GlobalSecondaryIndexes", [])]
    wait_for("the index", lambda: state() == ["ACTIVE"])
    found = dynamodb.query(TableName=name, IndexName="by-b", KeyConditionExpression="b = :b",
                           ExpressionAttributeValues={":b": {"S": "3"}})
    assert found["Count"] == 25
    dynamodb.update_table(TableName=name, GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": "by-b"}}])
    wait_for("its end", lambda: state() == [])
    assert [it["AttributeName"] for it in described(dynamodb, name)["AttributeDefinitions"]] == ["a"]
    assert refused(dynamodb.update_table, TableName=name,
                   GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": "by-b"}}]) == (
        400, "ResourceNotFoundException", f"Requested resource not found: Index by-b for table {name}")


def test_items_are_counted_at_last(dynamodb, name):
    make(dynamodb, name, "b", GlobalSecondaryIndexes=[index("by-b", "b")])
    put = lambda n: dynamodb.put_item(TableName=name, Item={"a": {"S": f"{n:03}"}, "b": {"S": "x"}})
    put(0)
    table = described(dynamodb, name)
    assert (table["ItemCount"], table["TableSizeBytes"]) == (1, 6)
    assert (table["GlobalSecondaryIndexes"][0]["ItemCount"], table["GlobalSecondaryIndexes"][0]["IndexSizeBytes"]) == (1, 6)
    for n in range(1, 200):
        put(n)
    wait_for("the count", lambda: described(dynamodb, name)["ItemCount"] == 200)
    assert described(dynamodb, name)["TableSizeBytes"] == 1200


def test_tables_are_listed_page_by_page(server):
    dynamodb = server.client("dynamodb")
    names = [f"table-{n}" for n in range(5)]
    for it in reversed(names):
        make(dynamodb, it)
    first = dynamodb.list_tables(Limit=2)
    assert (first["TableNames"], first["LastEvaluatedTableName"]) == (names[:2], "table-1")
    pages = dynamodb.get_paginator("list_tables").paginate(PaginationConfig={"PageSize": 2})
    assert [it for page in pages for it in page["TableNames"]] == names


def test_tags_time_to_live_and_policies(dynamodb, name):
    make(dynamodb, name, Tags=[{"Key": f"k{n:02}", "Value": str(n)} for n in range(12)])
    first = dynamodb.list_tags_of_resource(ResourceArn=arn(name))
    assert len(first["Tags"]) == 10
    rest = dynamodb.list_tags_of_resource(ResourceArn=arn(name), NextToken=first["NextToken"])
    assert [it["Key"] for it in rest["Tags"]] == ["k10", "k11"] and "NextToken" not in rest
    dynamodb.untag_resource(ResourceArn=arn(name), TagKeys=[f"k{n:02}" for n in range(11)])
    dynamodb.tag_resource(ResourceArn=arn(name), Tags=[{"Key": "new", "Value": "1"}])
    assert dynamodb.list_tags_of_resource(ResourceArn=arn(name))["Tags"] == [
        {"Key": "k11", "Value": "11"}, {"Key": "new", "Value": "1"}]
    assert refused(dynamodb.tag_resource, ResourceArn=arn("none"), Tags=[{"Key": "a", "Value": "b"}]) == (
        400, "ResourceNotFoundException", f"Requested resource not found: ResourceArn: {arn('none')} not found")

    live = lambda: dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    to = lambda enabled: {"TimeToLiveSpecification": {"Enabled": enabled, "AttributeName": "end"}}
    assert live() == {"TimeToLiveStatus": "DISABLED"}
    assert refused(dynamodb.update_time_to_live, TableName=name, **to(False))[2] == "TimeToLive is already disabled"
    assert dynamodb.update_time_to_live(TableName=name, **to(True))["TimeToLiveSpecification"]["Enabled"] is True
    assert live() == {"TimeToLiveStatus": "ENABLED", "AttributeName": "end"}
    assert refused(dynamodb.update_time_to_live, TableName=name, **to(True))[2] == "TimeToLive is already enabled"

    text = json.dumps(POLICY)
    assert refused(dynamodb.get_resource_policy, ResourceArn=arn(name)) == (
        400, "PolicyNotFoundException", f"Resource-based policy not found for the provided ResourceArn: {arn(name)}")
    revision = dynamodb.put_resource_policy(ResourceArn=arn(name), Policy=text)["RevisionId"]
    assert dynamodb.put_resource_policy(ResourceArn=arn(name), Policy=text)["RevisionId"] == revision
    got = dynamodb.get_resource_policy(ResourceArn=arn(name))
    assert (got["Policy"], got["RevisionId"]) == (text, revision)
    assert "has revision id" in refused(
        dynamodb.delete_resource_policy, ResourceArn=arn(name), ExpectedRevisionId="1")[2]
    dynamodb.delete_resource_policy(ResourceArn=arn(name), ExpectedRevisionId=revision)
    assert dynamodb.delete_resource_policy(ResourceArn=arn(name)).get("RevisionId") is None


def test_a_policy_lets_another_account_in_and_a_deny_keeps_its_own_out(shared, name):
    dynamodb = shared.client("dynamodb")
    friend = shared.client("dynamodb", access_key="111122223333")
    make(dynamodb, name)
    dynamodb.put_item(TableName=name, Item={"a": {"S": "1"}})
    get = lambda client, table: client.get_item(TableName=table, Key={"a": {"S": "1"}}).get("Item")
    status, code, message = refused(get, client=friend, table=arn(name))
    assert (status, code) == (400, "AccessDeniedException") and "dynamodb:GetItem" in message
    dynamodb.put_resource_policy(ResourceArn=arn(name), Policy=json.dumps(POLICY))
    assert get(friend, arn(name)) == {"a": {"S": "1"}}
    assert refused(friend.delete_item, TableName=arn(name), Key={"a": {"S": "1"}})[1] == "AccessDeniedException"
    deny = {**POLICY, "Statement": {**POLICY["Statement"], "Effect": "Deny", "Principal": "*"}}
    dynamodb.put_resource_policy(ResourceArn=arn(name), Policy=json.dumps(deny))
    assert refused(get, client=dynamodb, table=name)[1] == "AccessDeniedException"


def test_backups_are_not_there_and_are_told_so(dynamodb, name):
    make(dynamodb, name)
    told = dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    assert told["PointInTimeRecoveryDescription"] == {"PointInTimeRecoveryStatus": "DISABLED"}
    enable = {"PointInTimeRecoveryEnabled": True}
    assert refused(dynamodb.update_continuous_backups, TableName=name, PointInTimeRecoverySpecification=enable) == (
        400, "ValidationException", "PointInTimeRecoveryEnabled true is not supported by Waterwheel yet.")
    assert refused(dynamodb.describe_continuous_backups, TableName="none") == (
        400, "TableNotFoundException", "Table not found: none")
    assert dynamodb.describe_limits()["TableMaxReadCapacityUnits"] == 40000
    assert dynamodb.describe_endpoints()["Endpoints"][0]["CachePeriodInMinutes"] == 1440


def test_tables_outlive_a_power_cut(server):
    dynamodb = server.client("dynamodb")
    make(dynamodb, "kept", DeletionProtectionEnabled=True)
    make(dynamodb, "gone")
    dynamodb.put_item(TableName="kept", Item={"a": {"S": "1"}})
    dynamodb.put_item(TableName="gone", Item={"a": {"S": "1"}})
    dynamodb.delete_table(TableName="gone")
    server.restart()
    assert dynamodb.list_tables()["TableNames"] == ["kept"]
    table = described(dynamodb, "kept")
    assert table["ItemCount"] == 1 and table["DeletionProtectionEnabled"] is True
    make(dynamodb, "gone")
    assert dynamodb.scan(TableName="gone")["Count"] == 0


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_aws_cli_makes_and_describes_a_table(shared, name, cli):
    program = os.environ.get(cli)
    if not program:
        pytest.skip(f"{cli} is not set")
    table = f"{name}-{cli}".replace("_", "-")

    def run(*words):
        command = [os.path.expanduser(program), "--endpoint-url", shared.url, "dynamodb", *words, "--output", "json"]
        environment = {**os.environ, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
                       "AWS_DEFAULT_REGION": REGION}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout) if done.stdout.strip() else None

    run("create-table", "--table-name", table, "--billing-mode", "PAY_PER_REQUEST",
        "--attribute-definitions", "AttributeName=a,AttributeType=S", "--key-schema", "AttributeName=a,KeyType=HASH")
    run("wait", "table-exists", "--table-name", table)
    assert run("describe-table", "--table-name", table)["Table"]["TableStatus"] == "ACTIVE"
    assert table in run("list-tables")["TableNames"]
    run("delete-table", "--table-name", table)


def test_tables_take_as_long_as_is_wished(tmp_path):
    server = Server(tmp_path, options=["--ephemeral", "--table-transition-ms", "3600000"])
    try:
        dynamodb = server.client("dynamodb")
        assert make(dynamodb, "slow")["TableStatus"] == "CREATING"
        assert dynamodb.describe_table(TableName="slow")["Table"]["TableStatus"] == "CREATING"
        assert refused(dynamodb.put_item, TableName="slow", Item={"a": {"S": "x"}})[1] == "ResourceNotFoundException"
        assert refused(dynamodb.delete_table, TableName="slow")[1] == "ResourceInUseException"
    finally:
        server.stop()
