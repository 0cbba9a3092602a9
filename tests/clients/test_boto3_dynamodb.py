"""Items of DynamoDB with boto3, its client and its resource layer: written, read, searched, together and not."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import boto3
import pytest
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError
from conftest import REGION, Server, refused

INVALID = "One or more parameter values were invalid: "
NOT_IN_SCHEMA = "The provided key element does not match the schema"


@pytest.fixture
def dynamodb(shared):
    return shared.client("dynamodb")


@pytest.fixture
def table(shared, dynamodb, name):
    """A table of the resource layer with the key `a`, `b` and indexes: `by-c`, `by-c-d` (keys only), `local` (with `e`)."""
    def keys(*names):
        return [{"AttributeName": it, "KeyType": kind} for it, kind in zip(names, ("HASH", "RANGE"))]

    kinds = {"a": "S", "b": "N", "c": "S", "d": "N"}
    dynamodb.create_table(
        TableName=name, BillingMode="PAY_PER_REQUEST", KeySchema=keys("a", "b"),
        AttributeDefinitions=[{"AttributeName": it, "AttributeType": kind} for it, kind in kinds.items()],
        GlobalSecondaryIndexes=[
            {"IndexName": "by-c", "KeySchema": keys("c"), "Projection": {"ProjectionType": "ALL"}},
            {"IndexName": "by-c-d", "KeySchema": keys("c", "d"), "Projection": {"ProjectionType": "KEYS_ONLY"}}],
        LocalSecondaryIndexes=[
            {"IndexName": "local", "KeySchema": keys("a", "d"),
             "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["e"]}}])
    dynamodb.get_waiter("table_exists").wait(TableName=name)
    resource = boto3.resource("dynamodb", endpoint_url=shared.url, region_name=REGION,
                              aws_access_key_id="test", aws_secret_access_key="test")
    return resource.Table(name)


@pytest.fixture
def plain(dynamodb, name):
    """The name of a table with the key `a` and no indexes."""
    name = f"{name}-plain"
    dynamodb.create_table(TableName=name, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "a", "KeyType": "HASH"}],
                          AttributeDefinitions=[{"AttributeName": "a", "AttributeType": "S"}])
    dynamodb.get_waiter("table_exists").wait(TableName=name)
    return name


def test_an_item_of_every_type_comes_back_as_it_was(table):
    item = {
        "a": "x", "b": Decimal("1.50"), "s": "ü\0\n", "n": Decimal("-1.2345678901234567890123456789012345678e-5"),
        "bytes": b"\x00\xff", "yes": True, "nothing": None, "list": [1, "two", [b"3"]], "map": {"k": {"l": Decimal(0)}},
        "ss": {"b", "a"}, "ns": {Decimal(2), Decimal("1e3")}, "bs": {b"1", b"2"}, "empty": "", "none": [],
    }
    table.put_item(Item=item)
    found = table.get_item(Key={"a": "x", "b": Decimal("1.5")}, ConsistentRead=True)["Item"]
    assert found == {**item, "bytes": found["bytes"]} and found["bytes"].value == b"\x00\xff"
    part = table.get_item(Key={"a": "x", "b": Decimal("1.5")}, ProjectionExpression="#m.k, #l[2], s",
                          ExpressionAttributeNames={"#m": "map", "#l": "list"})["Item"]
    assert part == {"map": {"k": {"l": 0}}, "list": [[b"3"]], "s": "ü\0\n"}
    assert table.get_item(Key={"a": "x", "b": Decimal("1.5")}, AttributesToGet=["s", "x"])["Item"] == {"s": "ü\0\n"}
    assert "Item" not in table.get_item(Key={"a": "y", "b": 1})


def test_writes_return_what_they_are_asked_for(table):
    key = {"a": "x", "b": 1}
    assert "Attributes" not in table.put_item(Item={**key, "n": 1}, ReturnValues="ALL_OLD")
    assert table.put_item(Item={**key, "n": 2}, ReturnValues="ALL_OLD")["Attributes"] == {**key, "n": 1}

    def update(expression, returned, **values):
        values = {f":{name}": value for name, value in values.items()}
        more = {"ExpressionAttributeValues": values} if values else {}
        return table.update_item(Key=key, UpdateExpression=expression, ReturnValues=returned, **more).get("Attributes")

    assert update("SET n = n + :one, m = :m", "ALL_NEW", one=1, m={"k": 1}) == {**key, "n": 3, "m": {"k": 1}}
    assert update("SET m.k = :two ADD n :two", "UPDATED_OLD", two=2) == {"n": 3, "m": {"k": 1}}
    assert update("SET m.k = :two ADD n :two", "UPDATED_NEW", two=2) == {"n": 7, "m": {"k": 2}}
    assert update("REMOVE m", "ALL_OLD") == {**key, "n": 7, "m": {"k": 2}}
    assert update("REMOVE m", "NONE") is None
    assert table.delete_item(Key=key, ReturnValues="ALL_OLD")["Attributes"] == {**key, "n": 7}
    assert "Attributes" not in table.delete_item(Key=key, ReturnValues="ALL_OLD")
    # The older form.
    made = table.update_item(Key=key, AttributeUpdates={"n": {"Value": 5, "Action": "ADD"}, "s": {"Value": {"x"}}},
                             ReturnValues="ALL_NEW")["Attributes"]
    assert made == {**key, "n": 5, "s": {"x"}}
    for call, arguments in ((table.put_item, {"Item": key}), (table.delete_item, {"Key": key})):
        assert refused(call, **arguments, ReturnValues="UPDATED_NEW") == (
            400, "ValidationException", "Return values set to invalid value")


def test_a_condition_decides(table, dynamodb):
    key = {"a": "x", "b": 1}
    table.put_item(Item={**key, "n": 1}, ConditionExpression=Attr("a").not_exists())
    failed = (400, "ConditionalCheckFailedException", "The conditional request failed")
    assert refused(table.put_item, Item=key, ConditionExpression=Attr("a").not_exists()) == failed
    assert refused(table.put_item, Item=key, Expected={"a": {"Exists": False}}) == failed
    assert refused(table.update_item, Key={"a": "y", "b": 1}, UpdateExpression="SET n = :n",
                   ConditionExpression="n > :n", ExpressionAttributeValues={":n": 0}) == failed
    assert refused(table.delete_item, Key=key, ConditionExpression=Attr("n").gt(1)) == failed
    with pytest.raises(ClientError) as caught:
        dynamodb.delete_item(TableName=table.name, Key={"a": {"S": "x"}, "b": {"N": "1"}}, ConditionExpression="attribute_not_exists(a)",
                             ReturnValuesOnConditionCheckFailure="ALL_OLD")
    assert caught.value.response["Item"] == {"a": {"S": "x"}, "b": {"N": "1"}, "n": {"N": "1"}}
    table.delete_item(Key=key, ConditionExpression=Attr("n").eq(1))


def test_a_counter_loses_nothing_under_many_writers(plain, dynamodb):
    def add(_):
        dynamodb.update_item(TableName=plain, Key={"a": {"S": "x"}}, UpdateExpression="ADD n :one",
                             ExpressionAttributeValues={":one": {"N": "1"}})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(80)))
    assert dynamodb.get_item(TableName=plain, Key={"a": {"S": "x"}}, ConsistentRead=True)["Item"]["n"] == {"N": "80"}


def test_what_does_not_meet_the_schema_is_refused(table, dynamodb, plain):
    put, get = dynamodb.put_item, dynamodb.get_item
    x, one = {"S": "x"}, {"N": "1"}
    cases = [
        (put, {"Item": {"a": x}}, f"{INVALID}Missing the key b in the item"),
        (put, {"Item": {"a": one, "b": one}}, f"{INVALID}Type mismatch for key a expected: S actual: N"),
        (put, {"Item": {"a": x, "b": one, "c": one}}, f"{INVALID}Type mismatch for Index Key c Expected: S Actual: N IndexName: by-c"),
        (put, {"Item": {"a": {"S": ""}, "b": one}},
         "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: a"),
        (put, {"Item": {"a": x, "b": one, "e": {"S": "x" * 409_600}}}, "Item size has exceeded the maximum allowed size"),
        (get, {"Key": {"a": x}}, NOT_IN_SCHEMA),
        (get, {"Key": {"a": x, "b": x}}, NOT_IN_SCHEMA),
        (get, {"Key": {"a": {"S": "x" * 2049}, "b": one}}, f"{INVALID}Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        (get, {"Key": {"a": x, "b": one}, "ProjectionExpression": "a.b"},
         "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: a"),
        (dynamodb.update_item, {"Key": {"a": x, "b": one}, "UpdateExpression": "SET b = :b", "ExpressionAttributeValues": {":b": one}},
         f"{INVALID}Cannot update attribute b. This attribute is part of the key"),
    ]
    for call, arguments, expected in cases:
        assert refused(call, TableName=table.name, **arguments) == (400, "ValidationException", expected)
    assert refused(get, TableName=f"{plain}-not", Key={"a": x})[:2] == (400, "ResourceNotFoundException")
    big = {"a": x, "s": {"S": "x" * 300_000}}
    put(TableName=plain, Item=big)
    assert refused(dynamodb.update_item, TableName=plain, Key={"a": x}, UpdateExpression="SET t = s")[2] == (
        "Item size to update has exceeded the maximum allowed size")


def test_queries_read_in_order_and_in_pages(table):
    with table.batch_writer() as batch:
        for n in range(-5, 15):
            batch.put_item(Item={"a": "x", "b": n, "c": "even" if n % 2 == 0 else "odd", "d": -n, "e": "e", "f": "f"})
        batch.put_item(Item={"a": "y", "b": 1})

    def numbers(condition, **options):
        return [int(item["b"]) for item in table.query(KeyConditionExpression=condition, **options)["Items"]]

    here = Key("a").eq("x")
    assert numbers(here) == list(range(-5, 15))
    assert numbers(here, ScanIndexForward=False) == list(range(14, -6, -1))
    assert numbers(here & Key("b").between(2, 4)) == [2, 3, 4]
    assert numbers(here & Key("b").lt(-3)) == [-5, -4] and numbers(here & Key("b").lte(-4)) == [-5, -4]
    assert numbers(here & Key("b").gt(12)) == [13, 14] and numbers(here & Key("b").gte(13)) == [13, 14]
    assert numbers(here & Key("b").eq(0)) == [0]
    # Pages, in both directions; what a filter takes out counts for the limit.
    for forward in (True, False):
        found, start = [], {}
        while True:
            page = table.query(KeyConditionExpression=here, Limit=3, ScanIndexForward=forward, FilterExpression=Attr("c").eq("even"), **start)
            found += [int(item["b"]) for item in page["Items"]]
            if "LastEvaluatedKey" not in page:
                break
            assert page["ScannedCount"] == 3 and page["Count"] in (1, 2)
            start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
        assert found == sorted(found, reverse=not forward) and sorted(found) == list(range(-4, 15, 2))
    counted = table.query(KeyConditionExpression=here, Select="COUNT")
    assert counted["Count"] == counted["ScannedCount"] == 20 and "Items" not in counted
    old = table.query(KeyConditions={"a": {"AttributeValueList": ["x"], "ComparisonOperator": "EQ"},
                                     "b": {"AttributeValueList": [13], "ComparisonOperator": "GE"}})
    assert [int(item["b"]) for item in old["Items"]] == [13, 14]


def test_an_index_with_keys_of_several_attributes(shared, name):
    dynamodb = shared.client("dynamodb")
    kinds = {"id": "S", "team": "S", "year": "N", "month": "N", "day": "N"}
    schema = [("team", "HASH"), ("year", "HASH"), ("month", "RANGE"), ("day", "RANGE")]
    keys = [{"AttributeName": it, "KeyType": kind} for it, kind in schema]
    dynamodb.create_table(
        TableName=name, BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": it, "AttributeType": kind} for it, kind in kinds.items()],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}], GlobalSecondaryIndexes=[
            {"IndexName": "days", "KeySchema": keys, "Projection": {"ProjectionType": "ALL"}}])
    shown, = dynamodb.describe_table(TableName=name)["Table"]["GlobalSecondaryIndexes"]
    assert shown["KeySchema"] == keys
    n = lambda value: {"N": str(value)}
    for year in (2025, 2026):
        for month in (1, 2, 10):
            for day in (1, 2, 3):
                dynamodb.put_item(TableName=name, Item={
                    "id": {"S": f"{year}-{month}-{day}"}, "team": {"S": "t"},
                    "year": n(year), "month": n(month), "day": n(day)})
    # What lacks a part of the key is not in the index.
    dynamodb.put_item(TableName=name, Item={"id": {"S": "no day"}, "team": {"S": "t"}, "year": n(2026), "month": n(1)})
    values = {":t": {"S": "t"}, ":y": n(2026), ":m": n(2), ":d": n(2)}

    def ask(condition, **options):
        used = {key: value for key, value in values.items() if key in condition}
        names = {"#y": "year", "#m": "month", "#d": "day"}
        names = {key: value for key, value in names.items() if key in condition}
        options |= {"ExpressionAttributeNames": names} if names else {}
        return {"TableName": name, "IndexName": "days", "KeyConditionExpression": condition,
                "ExpressionAttributeValues": used, **options}

    def days(condition, **options):
        pages = dynamodb.get_paginator("query").paginate(**ask(condition, **options))
        return [item["id"]["S"][5:] for page in pages for item in page["Items"]]

    both = "team = :t AND #y = :y"
    all_days = [f"{month}-{day}" for month in (1, 2, 10) for day in (1, 2, 3)]
    assert days(both) == all_days
    assert days(both, Limit=2) == all_days
    assert days(both, ScanIndexForward=False, Limit=2) == all_days[::-1]
    assert days(f"{both} AND #m >= :m") == all_days[3:]
    assert days(f"{both} AND #m = :m") == ["2-1", "2-2", "2-3"]
    assert days(f"{both} AND #m = :m AND #d < :d") == ["2-1"]
    for condition, message in {
        "team = :t": "Query condition missed key schema element: year",
        f"{both} AND #d = :d": "Query condition missed key schema element: month",
        f"{both} AND #m > :m AND #d = :d": "Query key condition not supported",
    }.items():
        assert refused(dynamodb.query, **ask(condition))[2] == message
    found = dynamodb.execute_statement(
        Statement=f'SELECT id FROM "{name}"."days" WHERE team = \'t\' AND "year" = 2026 AND "day" = 3')["Items"]
    assert sorted(item["id"]["S"] for item in found) == ["2026-1-3", "2026-10-3", "2026-2-3"]


def test_indexes_have_what_is_projected_and_are_sparse(table):
    table.put_item(Item={"a": "x", "b": 1, "c": "k", "d": 2, "e": "e", "f": "f"})
    table.put_item(Item={"a": "x", "b": 2, "c": "k", "f": "f"})
    table.put_item(Item={"a": "y", "b": 3, "c": "k", "d": 1})
    table.put_item(Item={"a": "y", "b": 4})

    def query(index, condition, **options):
        return table.query(IndexName=index, KeyConditionExpression=condition, **options)["Items"]

    assert sorted(int(it["b"]) for it in query("by-c", Key("c").eq("k"))) == [1, 2, 3]
    assert query("by-c-d", Key("c").eq("k")) == [{"a": "y", "b": 3, "c": "k", "d": 1}, {"a": "x", "b": 1, "c": "k", "d": 2}]
    assert query("local", Key("a").eq("x")) == [{"a": "x", "b": 1, "d": 2, "e": "e"}]
    # A local index fetches what it lacks; a global one cannot.
    assert query("local", Key("a").eq("x"), ProjectionExpression="f") == [{"f": "f"}]
    assert query("local", Key("a").eq("x"), Select="ALL_ATTRIBUTES", ConsistentRead=True)[0]["f"] == "f"
    assert refused(query, index="by-c-d", condition=Key("c").eq("k"), Select="ALL_ATTRIBUTES")[2] == (
        f"{INVALID}Select type ALL_ATTRIBUTES is not supported for global secondary index by-c-d because its projection type is not ALL")
    assert refused(query, index="by-c", condition=Key("c").eq("k"), ConsistentRead=True)[2] == (
        "Consistent reads are not supported on global secondary indexes")
    assert refused(query, index="none", condition=Key("c").eq("k"))[2] == "The table does not have the specified index: none"
    # Entries move, and go.
    table.update_item(Key={"a": "x", "b": 1}, UpdateExpression="SET d = :d REMOVE c", ExpressionAttributeValues={":d": 9})
    assert query("by-c-d", Key("c").eq("k")) == [{"a": "y", "b": 3, "c": "k", "d": 1}]
    assert query("local", Key("a").eq("x"))[0]["d"] == 9
    table.delete_item(Key={"a": "y", "b": 3})
    assert query("by-c-d", Key("c").eq("k")) == []
    assert [it["b"] for it in query("by-c", Key("c").eq("k"))] == [2]
    assert table.scan(IndexName="local")["Count"] == 1


def test_a_page_has_a_mebibyte(plain, dynamodb):
    for n in range(5):
        dynamodb.put_item(TableName=plain, Item={"a": {"S": f"{n}"}, "s": {"S": "x" * 300_000}})
    page = dynamodb.scan(TableName=plain, ReturnConsumedCapacity="TOTAL")
    assert page["Count"] == 3 and page["ConsumedCapacity"]["CapacityUnits"] == 110.0
    rest = dynamodb.scan(TableName=plain, ExclusiveStartKey=page["LastEvaluatedKey"])
    assert rest["Count"] == 2 and "LastEvaluatedKey" not in rest
    assert len({it["a"]["S"] for it in page["Items"] + rest["Items"]}) == 5


def test_scans_go_in_segments(plain, dynamodb):
    for n in range(40):
        dynamodb.put_item(TableName=plain, Item={"a": {"S": f"{n}"}})
    segments = [dynamodb.scan(TableName=plain, Segment=n, TotalSegments=4)["Items"] for n in range(4)]
    assert sorted(int(it["a"]["S"]) for items in segments for it in items) == list(range(40)) and all(segments)
    cases = [
        ({"Segment": 1}, "The TotalSegments parameter is required but was not present in the request when Segment parameter is present"),
        ({"TotalSegments": 1}, "The Segment parameter is required but was not present in the request when parameter TotalSegments is present"),
        ({"Segment": 4, "TotalSegments": 4},
         "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 4 is not less than TotalSegments: 4"),
        ({"Segment": 0, "TotalSegments": 4, "ExclusiveStartKey": segments[1][0]},
         "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. "
         "TotalSegments: 4 Segment: 0"),
        ({"ExclusiveStartKey": {"b": {"S": "x"}}}, f"The provided starting key is invalid: {NOT_IN_SCHEMA}"),
        ({"Select": "SPECIFIC_ATTRIBUTES"},
         "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"),
        ({"Select": "COUNT", "ProjectionExpression": "a"}, "Cannot specify the ProjectionExpression when choosing to get only the Count"),
    ]
    for arguments, expected in cases:
        assert refused(dynamodb.scan, TableName=plain, **arguments) == (400, "ValidationException", expected)


def test_queries_that_cannot_be_are_refused(table, dynamodb):
    x, one = {"S": "x"}, {"N": "1"}
    here = {"KeyConditionExpression": "a = :a", "ExpressionAttributeValues": {":a": x}}
    above = {"KeyConditionExpression": "a = :a AND b > :b", "ExpressionAttributeValues": {":a": x, ":b": one}}
    cases = [
        ({}, "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."),
        ({**here, "KeyConditionExpression": "b = :a"}, "Query condition missed key schema element: a"),
        ({**here, "ExclusiveStartKey": {"a": x}}, "The provided starting key is invalid"),
        ({**here, "ExclusiveStartKey": {"a": x, "b": x}}, "The provided starting key is invalid"),
        ({**here, "ExclusiveStartKey": {"a": {"S": "y"}, "b": one}},
         "The provided starting key is outside query boundaries based on provided conditions"),
        ({**above, "ExclusiveStartKey": {"a": x, "b": one}}, "The provided starting key does not match the range key predicate"),
        ({**here, "FilterExpression": "b = :a"},
         "Filter Expression can only contain non-primary key attributes: Primary key attribute: b"),
        ({**here, "Select": "ALL_PROJECTED_ATTRIBUTES"},
         "1 validation error detected: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"),
    ]
    for arguments, expected in cases:
        assert refused(dynamodb.query, TableName=table.name, **arguments) == (400, "ValidationException", expected)


def test_capacity_is_told_in_units(table, dynamodb, plain):
    x, one = {"S": "x"}, {"N": "1"}
    put = dynamodb.put_item(TableName=table.name, Item={"a": x, "b": one, "c": x, "d": one, "s": {"S": "x" * 1500}},
                            ReturnConsumedCapacity="INDEXES", ReturnItemCollectionMetrics="SIZE")
    assert put["ConsumedCapacity"] == {
        "TableName": table.name, "CapacityUnits": 6.0, "Table": {"CapacityUnits": 2.0},
        "GlobalSecondaryIndexes": {"by-c": {"CapacityUnits": 2.0}, "by-c-d": {"CapacityUnits": 1.0}},
        "LocalSecondaryIndexes": {"local": {"CapacityUnits": 1.0}}}
    assert put["ItemCollectionMetrics"] == {"ItemCollectionKey": {"a": x}, "SizeEstimateRangeGB": [0.0, 1.0]}
    key = {"TableName": table.name, "Key": {"a": x, "b": one}, "ReturnConsumedCapacity": "TOTAL"}
    assert dynamodb.get_item(**key)["ConsumedCapacity"] == {"TableName": table.name, "CapacityUnits": 0.5}
    assert dynamodb.get_item(**key, ConsistentRead=True)["ConsumedCapacity"]["CapacityUnits"] == 1.0
    found = dynamodb.query(TableName=table.name, IndexName="by-c", KeyConditionExpression="c = :c",
                           ExpressionAttributeValues={":c": x}, ReturnConsumedCapacity="INDEXES")["ConsumedCapacity"]
    assert found == {"TableName": table.name, "CapacityUnits": 0.5, "Table": {"CapacityUnits": 0.0},
                     "GlobalSecondaryIndexes": {"by-c": {"CapacityUnits": 0.5}}}
    written = dynamodb.transact_write_items(ReturnConsumedCapacity="TOTAL", TransactItems=[
        {"Put": {"TableName": plain, "Item": {"a": {"S": f"{n}"}}}} for n in range(2)])["ConsumedCapacity"]
    assert written == [{"TableName": plain, "CapacityUnits": 4.0, "WriteCapacityUnits": 4.0}]
    read = dynamodb.transact_get_items(ReturnConsumedCapacity="TOTAL", TransactItems=[
        {"Get": {"TableName": plain, "Key": {"a": {"S": "0"}}}}])["ConsumedCapacity"]
    assert read == [{"TableName": plain, "CapacityUnits": 2.0, "ReadCapacityUnits": 2.0}]


def test_batches_write_and_read(plain, dynamodb):
    puts = [{"PutRequest": {"Item": {"a": {"S": f"{n}"}, "s": {"S": "x" * 390_000}}}} for n in range(44)]
    for at in range(0, 44, 22):
        answer = dynamodb.batch_write_item(RequestItems={plain: puts[at:at + 22]}, ReturnConsumedCapacity="TOTAL")
        assert answer["UnprocessedItems"] == {} and answer["ConsumedCapacity"][0]["CapacityUnits"] == 22 * 381
    keys = [{"a": {"S": f"{n}"}} for n in range(45)]
    first = dynamodb.batch_get_item(RequestItems={plain: {"Keys": keys, "ConsistentRead": True}})
    assert len(first["Responses"][plain]) == 43
    left = first["UnprocessedKeys"][plain]
    assert left["ConsistentRead"] is True and len(left["Keys"]) == 2
    rest = dynamodb.batch_get_item(RequestItems=first["UnprocessedKeys"])
    assert len(rest["Responses"][plain]) == 1 and rest["UnprocessedKeys"] == {}
    part = dynamodb.batch_get_item(RequestItems={plain: {"Keys": keys[:2], "ProjectionExpression": "a"}})
    assert sorted(it["a"]["S"] for it in part["Responses"][plain]) == ["0", "1"]
    dynamodb.batch_write_item(RequestItems={plain: [{"DeleteRequest": {"Key": key}} for key in keys[:25]]})
    assert dynamodb.scan(TableName=plain, Select="COUNT")["Count"] <= 19

    twice = "Provided list of item keys contains duplicates"
    cases = [
        (dynamodb.batch_write_item, {plain: [puts[0], {"DeleteRequest": {"Key": keys[0]}}]}, twice),
        (dynamodb.batch_write_item, {plain: [{"PutRequest": {"Item": {"b": {"S": "x"}}}}]}, NOT_IN_SCHEMA),
        (dynamodb.batch_get_item, {plain: {"Keys": [keys[0], keys[0]]}}, twice),
    ]
    for call, items, expected in cases:
        assert refused(call, RequestItems=items) == (400, "ValidationException", expected)


def test_transactions_are_whole_or_not(plain, dynamodb):
    def put(key, **more):
        return {"Put": {"TableName": plain, "Item": {"a": {"S": key}, **more.pop("item", {})}, **more}}

    def check(key, condition):
        return {"ConditionCheck": {"TableName": plain, "Key": {"a": {"S": key}}, "ConditionExpression": condition}}

    def items():
        return sorted(it["a"]["S"] for it in dynamodb.scan(TableName=plain, ConsistentRead=True)["Items"])

    dynamodb.transact_write_items(TransactItems=[put("1"), put("2", item={"n": {"N": "1"}})])
    dynamodb.transact_write_items(TransactItems=[
        {"Delete": {"TableName": plain, "Key": {"a": {"S": "1"}}, "ConditionExpression": "attribute_exists(a)"}},
        {"Update": {"TableName": plain, "Key": {"a": {"S": "2"}}, "UpdateExpression": "SET n = n + n"}},
        check("4", "attribute_not_exists(a)"), put("3")])
    assert items() == ["2", "3"]
    got = dynamodb.transact_get_items(TransactItems=[
        {"Get": {"TableName": plain, "Key": {"a": {"S": key}}, "ProjectionExpression": "n"}} for key in ("2", "1")])["Responses"]
    assert got == [{"Item": {"n": {"N": "2"}}}, {}]

    with pytest.raises(ClientError) as caught:
        dynamodb.transact_write_items(TransactItems=[
            put("2", ConditionExpression="attribute_not_exists(a)", ReturnValuesOnConditionCheckFailure="ALL_OLD"),
            put("4"), check("5", "attribute_exists(a)")])
    answer = caught.value.response
    assert answer["Error"]["Code"] == "TransactionCanceledException"
    assert answer["Error"]["Message"] == (
        "Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None, ConditionalCheckFailed]")
    failed = {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed"}
    assert answer["CancellationReasons"] == [{**failed, "Item": {"a": {"S": "2"}, "n": {"N": "2"}}}, {"Code": "None"}, failed]
    assert items() == ["2", "3"]

    with pytest.raises(ClientError) as caught:
        dynamodb.transact_write_items(TransactItems=[put("4"), {"Put": {"TableName": plain, "Item": {"a": {"N": "1"}}}}])
    assert caught.value.response["CancellationReasons"][1] == {
        "Code": "ValidationError", "Message": f"{INVALID}Type mismatch for key a expected: S actual: N"}
    invalid = [
        ([put("4"), put("4")], "Transaction request cannot include multiple operations on one item"),
        ([{**put("4"), **check("5", "attribute_exists(a)")}], "TransactItems can only contain one of Check, Put, Update or Delete"),
    ]
    for parts, expected in invalid:
        assert refused(dynamodb.transact_write_items, TransactItems=parts) == (400, "ValidationException", expected)
    assert items() == ["2", "3"]


def test_a_token_makes_a_transaction_once(plain, dynamodb):
    def add(token, number):
        dynamodb.transact_write_items(ClientRequestToken=token, TransactItems=[{"Update": {
            "TableName": plain, "Key": {"a": {"S": "x"}}, "UpdateExpression": "ADD n :n",
            "ExpressionAttributeValues": {":n": {"N": str(number)}}}}])

    def count():
        return dynamodb.get_item(TableName=plain, Key={"a": {"S": "x"}}, ConsistentRead=True)["Item"]["n"]["N"]

    add("one", 1)
    add("one", 1)
    assert count() == "1"
    add("two", 1)
    assert count() == "2"
    assert refused(add, token="one", number=2)[:2] == (400, "IdempotentParameterMismatchException")
    assert count() == "2"


def test_acknowledged_items_outlive_a_kill(server):
    dynamodb = server.client("dynamodb")
    dynamodb.create_table(TableName="kept", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "a", "KeyType": "HASH"}],
                          AttributeDefinitions=[{"AttributeName": "a", "AttributeType": "S"}])
    dynamodb.get_waiter("table_exists").wait(TableName="kept")
    for n in range(50):
        dynamodb.put_item(TableName="kept", Item={"a": {"S": f"{n}"}})
    server.restart()
    assert dynamodb.scan(TableName="kept", ConsistentRead=True)["Count"] == 50


def test_what_is_provisioned_is_what_there_is(tmp_path):
    """With AWS's limits, a unit a second, of which five minutes' worth is kept."""
    server = Server(tmp_path, options=["--ephemeral", "--limits", "aws"])
    try:
        dynamodb = server.client("dynamodb")
        dynamodb.create_table(TableName="small", ProvisionedThroughput={"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
                              KeySchema=[{"AttributeName": "a", "KeyType": "HASH"}],
                              AttributeDefinitions=[{"AttributeName": "a", "AttributeType": "S"}])
        dynamodb.get_waiter("table_exists").wait(TableName="small")
        puts = [{"PutRequest": {"Item": {"a": {"S": f"{n}"}, "s": {"S": "x" * 20_000}}}} for n in range(25)]
        left = dynamodb.batch_write_item(RequestItems={"small": puts})["UnprocessedItems"]["small"]
        assert 5 < len(left) < 15 and all(request in puts for request in left)
        assert refused(dynamodb.put_item, TableName="small", Item={"a": {"S": "x"}, "s": {"S": "x" * 40_000}})[:2] == (
            400, "ProvisionedThroughputExceededException")
        assert dynamodb.scan(TableName="small", Select="COUNT", ConsistentRead=True)["Count"] == 25 - len(left)
        gets = [{"Get": {"TableName": "small", "Key": {"a": request["PutRequest"]["Item"]["a"]}}}
                for request in puts if request not in left]
        assert len(dynamodb.transact_get_items(TransactItems=gets)["Responses"]) == len(gets)
        status, code, message = refused(dynamodb.transact_get_items, TransactItems=gets)
        assert (status, code) == (400, "TransactionCanceledException") and "ProvisionedThroughputExceeded" in message
    finally:
        server.stop()
