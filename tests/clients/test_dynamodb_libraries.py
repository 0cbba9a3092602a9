"""Libraries through which Python programs use DynamoDB: boto3's resources, PynamoDB, Powertools' idempotency in a function."""

import io
import json
import sys
import threading
import zipfile
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path

import boto3
import pytest
from boto3.dynamodb.conditions import Attr, Key
from conftest import REGION, make_role, wait_for
from pynamodb.attributes import (
    BooleanAttribute, JSONAttribute, ListAttribute, MapAttribute, NumberAttribute, UnicodeAttribute, UnicodeSetAttribute,
    UTCDateTimeAttribute, VersionAttribute,
)
from pynamodb.connection import Connection
from pynamodb.exceptions import DoesNotExist, PutError, TransactWriteError
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite


@pytest.fixture
def dynamodb(shared):
    return boto3.resource(
        "dynamodb", endpoint_url=shared.url, region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test")


@pytest.fixture
def table(dynamodb, name):
    """A table with two keys and an index, made through the resource."""
    table = dynamodb.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": it, "AttributeType": kind} for it, kind in (("who", "S"), ("when", "N"), ("kind", "S"))],
        KeySchema=[{"AttributeName": "who", "KeyType": "HASH"}, {"AttributeName": "when", "KeyType": "RANGE"}],
        GlobalSecondaryIndexes=[{
            "IndexName": "by-kind",
            "KeySchema": [{"AttributeName": "kind", "KeyType": "HASH"}, {"AttributeName": "when", "KeyType": "RANGE"}],
            "Projection": {"ProjectionType": "ALL"},
        }],
    )
    wait_for("the table", lambda: table.load() or table.table_status == "ACTIVE")
    return table


def test_the_resource_layer_takes_python_values(table):
    item = {
        "who": "a", "when": Decimal("1.5"), "text": "ü", "yes": True, "nothing": None, "bytes": b"\x00\xff",
        "list": [Decimal(1), "two", [Decimal(3)]], "map": {"deep": {"er": "x"}}, "set": {"x", "y"}, "numbers": {Decimal(1), Decimal("2.25")},
        "large": Decimal("12345678901234567890123456789012345678"), "small": Decimal("-1E-130"),
    }
    table.put_item(Item=item)
    assert table.get_item(Key={"who": "a", "when": Decimal("1.50")}, ConsistentRead=True)["Item"] == item
    assert table.item_count >= 0 and table.key_schema[0]["AttributeName"] == "who"


def test_the_resource_layer_writes_conditions_and_pages(table):
    with table.batch_writer(overwrite_by_pkeys=["who", "when"]) as batch:
        for number in [*range(60), 7]:
            batch.put_item({"who": f"w{number % 2}", "when": number, "kind": "odd" if number % 2 else "even", "number": number})
    found = table.query(KeyConditionExpression=Key("who").eq("w0") & Key("when").between(10, 20), ScanIndexForward=False)
    assert [int(it["when"]) for it in found["Items"]] == [20, 18, 16, 14, 12, 10]
    found = table.query(
        IndexName="by-kind", KeyConditionExpression=Key("kind").eq("odd") & Key("when").gt(50),
        FilterExpression=Attr("number").is_in([51, 57]) & ~Attr("gone").exists())
    assert [int(it["when"]) for it in found["Items"]] == [51, 57] and found["ScannedCount"] == 5
    pages = table.meta.client.get_paginator("scan").paginate(
        TableName=table.name, FilterExpression=Attr("kind").eq("odd"), PaginationConfig={"PageSize": 7})
    assert sum(len(page["Items"]) for page in pages) == 30
    update = table.update_item(
        Key={"who": "w0", "when": 0}, UpdateExpression="SET tries = if_not_exists(tries, :none) + :one",
        ConditionExpression=Attr("kind").begins_with("ev"), ExpressionAttributeValues={":none": 0, ":one": 1},
        ReturnValues="ALL_NEW")
    assert update["Attributes"]["tries"] == 1
    with pytest.raises(table.meta.client.exceptions.ConditionalCheckFailedException):
        table.put_item(Item={"who": "w0", "when": 0}, ConditionExpression=Attr("who").not_exists())


class Address(MapAttribute):
    street = UnicodeAttribute()
    number = NumberAttribute()


class ByEmail(GlobalSecondaryIndex):
    class Meta:
        index_name = "by-email"
        projection = AllProjection()
        read_capacity_units = write_capacity_units = 1

    email = UnicodeAttribute(hash_key=True)


class User(Model):
    class Meta:
        table_name = "users"
        region = REGION
        aws_access_key_id = aws_secret_access_key = "test"
        read_capacity_units = write_capacity_units = 1

    name = UnicodeAttribute(hash_key=True)
    joined = NumberAttribute(range_key=True)
    email = UnicodeAttribute(null=True)
    seen = UTCDateTimeAttribute(default=lambda: datetime(2026, 1, 2, 3, 4, 5, 678901, timezone.utc))
    active = BooleanAttribute(default=True)
    roles = UnicodeSetAttribute(null=True)
    addresses = ListAttribute(of=Address, default=list)
    extra = JSONAttribute(null=True)
    version = VersionAttribute()
    by_email = ByEmail()


@pytest.fixture
def users(shared, name):
    User.Meta.host, User.Meta.table_name = shared.url, name
    User._connection = None
    ByEmail.Meta.host = shared.url
    User.create_table(wait=True)
    yield User
    User.delete_table()


def test_pynamodb_keeps_models_and_their_versions(users):
    user = users("ann", 1, email="ann@example.org", roles={"a", "b"}, addresses=[Address(street="s", number=3)], extra={"k": [1]})
    user.save()
    stale = users.get("ann", 1, consistent_read=True)
    assert (stale.addresses[0].street, stale.roles, stale.extra, stale.version) == ("s", {"a", "b"}, {"k": [1]}, 1)
    assert stale.seen == user.seen and stale.active is True
    user.update(actions=[users.email.set("new@example.org"), users.addresses.set(users.addresses.append([Address(street="t", number=4)]))])
    assert user.version == 2 and [it.street for it in user.addresses] == ["s", "t"]
    stale.active = False
    with pytest.raises(PutError) as error:
        stale.save()
    assert error.value.cause_response_code == "ConditionalCheckFailedException"
    assert [it.name for it in users.by_email.query("new@example.org")] == ["ann"]
    assert not list(users.by_email.query("ann@example.org"))
    user.delete()
    with pytest.raises(DoesNotExist):
        user.refresh()


def test_pynamodb_writes_batches_pages_and_transactions(users, shared):
    with users.batch_write() as batch:
        for number in range(40):
            batch.save(users("many", number, active=number % 3 == 0))
    found = list(users.query("many", users.joined < 30, filter_condition=users.active == True, page_size=4, scan_index_forward=False))  # noqa: E712
    assert [int(it.joined) for it in found] == list(range(27, -1, -3))
    assert users.count("many") == 40
    assert {int(it.joined) for it in users.batch_get([("many", 1), ("many", 39), ("none", 1)])} == {1, 39}
    connection = Connection(region=REGION, host=shared.url)
    connection.session.set_credentials("test", "test")
    with pytest.raises(TransactWriteError) as error:
        with TransactWrite(connection=connection) as transaction:
            transaction.save(users("other", 1))
            transaction.condition_check(users, "many", 2, condition=users.active == True)  # noqa: E712
    # PynamoDB sends the checks first.
    assert [it and it.code for it in error.value.cancellation_reasons] == ["ConditionalCheckFailed", None]
    assert users.count("other") == 0


IDEMPOTENT = """
import boto3, os
from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer, IdempotencyConfig, idempotent

layer = DynamoDBPersistenceLayer(table_name=os.environ["TABLE"])
config = IdempotencyConfig(event_key_jmespath="order", payload_validation_jmespath="amount", expires_after_seconds=3600)

@idempotent(persistence_store=layer, config=config)
def handler(event, context):
    table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
    if event.get("fail"):
        raise ValueError("not this time")
    counted = table.update_item(Key={"id": "count"}, UpdateExpression="ADD times :one", ExpressionAttributeValues={":one": 1}, ReturnValues="ALL_NEW")
    return {"order": event["order"], "times": int(counted["Attributes"]["times"])}
"""


def package_with_powertools(code):
    """A package with what the function imports, from the tests' own Python."""
    site = Path(next(path for path in sys.path if (Path(path) / "aws_lambda_powertools").is_dir()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("app.py", code)
        for top in ("aws_lambda_powertools", "jmespath", "typing_extensions.py"):
            files = (site / top).rglob("*.py") if (site / top).is_dir() else [site / top]
            for file in files:
                archive.write(file, file.relative_to(site))
    return out.getvalue()


def test_a_function_with_powertools_acts_once_for_one_order(shared, name, dynamodb):
    function = shared.client("lambda")
    table = dynamodb.create_table(
        TableName=name, BillingMode="PAY_PER_REQUEST", AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}])
    table.wait_until_exists()
    shared.client("dynamodb").update_time_to_live(
        TableName=name, TimeToLiveSpecification={"Enabled": True, "AttributeName": "expiration"})
    function.create_function(
        FunctionName=name, Runtime="python3.12", Handler="app.handler", Role=make_role(shared), Timeout=60,
        Code={"ZipFile": package_with_powertools(IDEMPOTENT)}, Environment={"Variables": {"TABLE": name}})

    def call(**event):
        answer = function.invoke(FunctionName=name, Payload=json.dumps(event))
        return answer.get("FunctionError"), json.loads(answer["Payload"].read())

    assert call(order="one", amount=5) == (None, {"order": "one", "times": 1})
    assert call(order="one", amount=5) == (None, {"order": "one", "times": 1})
    assert call(order="one", amount=6)[1]["errorType"] == "IdempotencyValidationError"
    assert call(order="two", amount=5, fail=True)[1]["errorType"] == "ValueError"
    assert call(order="two", amount=5) == (None, {"order": "two", "times": 2})
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(call(order="three", amount=1))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done = {json.dumps(answer) for error, answer in answers if not error}
    assert done == {json.dumps({"order": "three", "times": 3})}
    assert {answer["errorType"] for error, answer in answers if error} <= {"IdempotencyAlreadyInProgressError"}
    assert {it["status"] for it in table.scan()["Items"] if "status" in it} == {"COMPLETED"}
