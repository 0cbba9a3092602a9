"""Streams of DynamoDB's tables with boto3: records, shards, time to live, functions and Kinesis streams."""

import json
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import ACCOUNT, REGION, Server, make_function, make_role, refused, wait_for

KEYS = {
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
    "BillingMode": "PAY_PER_REQUEST",
}
ECHO = """
import boto3, json
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        key = record["dynamodb"]["SequenceNumber"]
        s3.put_object(Bucket={bucket!r}, Key=key, Body=json.dumps(record))
"""
FAIL = """
def handler(event, context):
    raise ValueError("no")
"""


@pytest.fixture
def turned(tmp_path):
    """A server whose clock can be turned ahead, and what turns it."""
    server = Server(tmp_path, options=["--ephemeral", "--clock", "virtual"])
    yield server
    server.stop()


def turn(server, span):
    import urllib.request

    body = json.dumps({"advance": span}).encode()
    request = urllib.request.Request(f"{server.url}/_waterwheel/clock", data=body,
                                     headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def make_table(server, name, view="NEW_AND_OLD_IMAGES", **options):
    """A table with a stream; gives the stream's ARN."""
    dynamodb = server.client("dynamodb")
    made = dynamodb.create_table(
        TableName=name, StreamSpecification={"StreamEnabled": True, "StreamViewType": view},
        **{**KEYS, **options})
    dynamodb.get_waiter("table_exists").wait(TableName=name)
    return made["TableDescription"]["LatestStreamArn"]


def shards(server, arn):
    return server.client("dynamodbstreams").describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]


def records(server, arn, kind="TRIM_HORIZON"):
    """All records of a stream, shard by shard, parents before children."""
    streams, found = server.client("dynamodbstreams"), []
    for shard in shards(server, arn):
        iterator = streams.get_shard_iterator(
            StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType=kind)["ShardIterator"]
        while iterator:
            page = streams.get_records(ShardIterator=iterator)
            found += page["Records"]
            iterator = page["Records"] and page.get("NextShardIterator")
    return found


def test_records_are_as_aws_words_them(shared, name):
    arn = make_table(shared, name)
    dynamodb = shared.client("dynamodb")
    item = {"id": {"S": "a"}, "n": {"N": "1"}}
    dynamodb.put_item(TableName=name, Item=item)
    dynamodb.put_item(TableName=name, Item=item)  # Nothing changes.
    dynamodb.update_item(TableName=name, Key={"id": {"S": "a"}}, UpdateExpression="ADD n :one",
                         ExpressionAttributeValues={":one": {"N": "1"}})
    dynamodb.delete_item(TableName=name, Key={"id": {"S": "a"}})
    dynamodb.delete_item(TableName=name, Key={"id": {"S": "a"}})
    found = records(shared, arn)
    assert [it["eventName"] for it in found] == ["INSERT", "MODIFY", "REMOVE"]
    insert, modify, remove = found
    assert insert.keys() == {"eventID", "eventName", "eventVersion", "eventSource", "awsRegion", "dynamodb"}
    assert (insert["eventVersion"], insert["eventSource"], insert["awsRegion"]) == ("1.1", "aws:dynamodb", REGION)
    change = insert["dynamodb"]
    assert change["ApproximateCreationDateTime"].microsecond == 0
    assert change["Keys"] == {"id": {"S": "a"}} and change["NewImage"] == item
    assert "OldImage" not in change and change["StreamViewType"] == "NEW_AND_OLD_IMAGES"
    # Names and values of the key, and of the item: "id" + "a", and "n" + two bytes of a number.
    assert change["SizeBytes"] == 3 + 3 + 3
    assert modify["dynamodb"]["OldImage"] == item
    assert modify["dynamodb"]["NewImage"] == {"id": {"S": "a"}, "n": {"N": "2"}}
    assert "NewImage" not in remove["dynamodb"] and "userIdentity" not in remove
    numbers = [it["dynamodb"]["SequenceNumber"] for it in found]
    assert numbers == sorted(numbers) and all(len(it) >= 21 for it in numbers)
    assert len({it["eventID"] for it in found}) == 3


@pytest.mark.parametrize("view, images", [
    ("KEYS_ONLY", set()), ("NEW_IMAGE", {"NewImage"}), ("OLD_IMAGE", {"OldImage"}),
    ("NEW_AND_OLD_IMAGES", {"NewImage", "OldImage"})])
def test_views_tell_what_they_say(shared, name, view, images):
    arn = make_table(shared, name, view)
    dynamodb = shared.client("dynamodb")
    for value in "12":
        dynamodb.put_item(TableName=name, Item={"id": {"S": "a"}, "v": {"S": value}})
    modify = records(shared, arn)[1]["dynamodb"]
    assert modify.keys() & {"NewImage", "OldImage"} == images


def test_streams_are_described_and_listed(shared, name):
    arn = make_table(shared, name)
    streams = shared.client("dynamodbstreams")
    description = streams.describe_stream(StreamArn=arn)["StreamDescription"]
    label = arn.rsplit("/", 1)[1]
    assert (description["StreamStatus"], description["StreamLabel"]) == ("ENABLED", label)
    assert description["KeySchema"] == KEYS["KeySchema"] and description["TableName"] == name
    assert len(description["Shards"]) == 4 and "LastEvaluatedShardId" not in description
    first = streams.describe_stream(StreamArn=arn, Limit=3)["StreamDescription"]
    rest = streams.describe_stream(
        StreamArn=arn, ExclusiveStartShardId=first["LastEvaluatedShardId"])["StreamDescription"]
    ids = [it["ShardId"] for it in first["Shards"] + rest["Shards"]]
    assert ids == [it["ShardId"] for it in description["Shards"]] and len(set(ids)) == 4
    listed = streams.list_streams(TableName=name)["Streams"]
    assert listed == [{"StreamArn": arn, "TableName": name, "StreamLabel": label}]
    assert refused(streams.describe_stream, StreamArn=arn + "x") == (
        400, "ResourceNotFoundException", f"Requested resource not found: Stream: {arn}x not found")
    shard = ids[0]
    assert refused(streams.get_shard_iterator, StreamArn=arn, ShardId="shardId-" + "0" * 20 + "-00000000",
                   ShardIteratorType="LATEST")[1] == "ResourceNotFoundException"
    assert refused(streams.get_shard_iterator, StreamArn=arn, ShardId=shard,
                   ShardIteratorType="AT_SEQUENCE_NUMBER")[1] == "ValidationException"


def test_many_writers_each_change_once_and_in_order(server, name):
    """Through kill -9, too: what was acknowledged is there, once."""
    arn = make_table(server, name)

    def count(writer):
        dynamodb, done = server.client("dynamodb"), 0
        for _ in range(25):
            dynamodb.update_item(TableName=name, Key={"id": {"S": str(writer % 4)}},
                                 UpdateExpression="ADD n :one", ExpressionAttributeValues={":one": {"N": "1"}})
            done += 1
        return done

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(count, range(8))) == 200
    server.restart()
    seen = {}
    for record in records(server, arn):
        change = record["dynamodb"]
        seen.setdefault(change["Keys"]["id"]["S"], []).append(int(change["NewImage"]["n"]["N"]))
    assert seen == {str(key): list(range(1, 51)) for key in range(4)}


def test_transactions_are_told_whole(shared, name):
    arn = make_table(shared, name)
    put = lambda key: {"Put": {"TableName": name, "Item": {"id": {"S": key}}}}
    shared.client("dynamodb").transact_write_items(TransactItems=[put(str(n)) for n in range(20)])
    keys = Counter(it["dynamodb"]["Keys"]["id"]["S"] for it in records(shared, arn))
    assert keys == Counter(str(n) for n in range(20))


def test_the_clock_cuts_shards_and_takes_records_away(turned):
    arn = make_table(turned, "table")
    dynamodb, streams = turned.client("dynamodb"), turned.client("dynamodbstreams")
    dynamodb.put_item(TableName="table", Item={"id": {"S": "a"}})
    before = shards(turned, arn)
    iterator = streams.get_shard_iterator(
        StreamArn=arn, ShardId=before[0]["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    turn(turned, "4h")
    assert refused(streams.get_records, ShardIterator=iterator)[1] == "ExpiredIteratorException"
    dynamodb.put_item(TableName="table", Item={"id": {"S": "a"}, "v": {"N": "1"}})
    after = shards(turned, arn)
    closed = [it for it in after if "EndingSequenceNumber" in it["SequenceNumberRange"]]
    assert [it["ShardId"] for it in closed] == [it["ShardId"] for it in before]
    parents = {it.get("ParentShardId") for it in after}
    assert parents == {None} | {it["ShardId"] for it in before}
    child, = streams.describe_stream(StreamArn=arn, ShardFilter={
        "Type": "CHILD_SHARDS", "ShardId": before[0]["ShardId"]})["StreamDescription"]["Shards"]
    assert child["ParentShardId"] == before[0]["ShardId"]
    assert [it["eventName"] for it in records(turned, arn)] == ["INSERT", "MODIFY"]
    turn(turned, "21h")
    assert [it["eventName"] for it in records(turned, arn)] == ["MODIFY"]


def test_a_disabled_stream_is_read_for_a_day(turned):
    arn = make_table(turned, "table")
    dynamodb, streams = turned.client("dynamodb"), turned.client("dynamodbstreams")
    dynamodb.put_item(TableName="table", Item={"id": {"S": "a"}})
    dynamodb.update_table(TableName="table", StreamSpecification={"StreamEnabled": False})
    dynamodb.put_item(TableName="table", Item={"id": {"S": "b"}})
    assert streams.describe_stream(StreamArn=arn)["StreamDescription"]["StreamStatus"] == "DISABLED"
    assert len(records(turned, arn)) == 1
    turn(turned, "1s")
    view = {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"}
    made = dynamodb.update_table(TableName="table", StreamSpecification=view)
    other = made["TableDescription"]["LatestStreamArn"]
    assert other != arn and len(streams.list_streams(TableName="table")["Streams"]) == 2
    turn(turned, "25h")
    assert refused(streams.describe_stream, StreamArn=arn)[1] == "ResourceNotFoundException"
    assert [it["StreamArn"] for it in streams.list_streams(TableName="table")["Streams"]] == [other]


def test_items_go_when_their_time_has_come(turned):
    arn = make_table(turned, "table")
    dynamodb = turned.client("dynamodb")
    now = int(time.time())
    put = lambda key, at: dynamodb.put_item(TableName="table", Item={"id": {"S": key}, "at": at})
    put("before", {"N": str(now + 3000)})
    dynamodb.update_time_to_live(
        TableName="table", TimeToLiveSpecification={"Enabled": True, "AttributeName": "at"})
    put("soon", {"N": str(now + 3000)})
    put("late", {"N": str(now + 900_000)})
    put("text", {"S": str(now)})
    put("ancient", {"N": "1"})
    put("moved", {"N": str(now + 3000)})
    put("moved", {"N": str(now + 900_000)})
    turn(turned, "2h")
    left = lambda: {it["id"]["S"] for it in dynamodb.scan(TableName="table")["Items"]}
    wait_for("the items to go", lambda: left() == {"late", "text", "ancient", "moved"})
    gone = [it for it in records(turned, arn) if it["eventName"] == "REMOVE"]
    assert {it["dynamodb"]["Keys"]["id"]["S"] for it in gone} == {"before", "soon"}
    identity = {"PrincipalId": "dynamodb.amazonaws.com", "Type": "Service"}
    assert all(it["userIdentity"] == identity for it in gone)
    turn(turned, "11d")
    wait_for("the others to go", lambda: left() == {"text", "ancient"})


def test_a_function_gets_changes(shared, name):
    arn = make_table(shared, name)
    shared.client("s3").create_bucket(Bucket=name)
    make_function(shared, name, ECHO.format(bucket=name))
    client = shared.client("lambda")
    pattern = json.dumps({"eventName": ["INSERT"], "dynamodb": {"NewImage": {"kind": {"S": ["hot"]}}}})
    made = client.create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="TRIM_HORIZON",
        FilterCriteria={"Filters": [{"Pattern": pattern}]})
    assert (made["BatchSize"], made["StartingPosition"], made["ParallelizationFactor"]) == (100, "TRIM_HORIZON", 1)
    dynamodb = shared.client("dynamodb")
    item = {"id": {"S": "a"}, "kind": {"S": "hot"}, "data": {"B": b"x"}, "set": {"NS": ["2", "1"]}}
    dynamodb.put_item(TableName=name, Item={"id": {"S": "b"}, "kind": {"S": "cold"}})
    dynamodb.put_item(TableName=name, Item=item)
    s3 = shared.client("s3")
    wait_for("the object", lambda: s3.list_objects_v2(Bucket=name).get("KeyCount"))
    key, = [it["Key"] for it in s3.list_objects_v2(Bucket=name)["Contents"]]
    record = json.loads(s3.get_object(Bucket=name, Key=key)["Body"].read())
    assert list(record) == [
        "eventID", "eventName", "eventVersion", "eventSource", "awsRegion", "dynamodb", "eventSourceARN"]
    assert record["eventSourceARN"] == arn and record["eventVersion"] == "1.1"
    image = record["dynamodb"]["NewImage"]
    assert image["data"] == {"B": "eA=="} and set(image["set"]["NS"]) == {"1", "2"}
    assert isinstance(record["dynamodb"]["ApproximateCreationDateTime"], float)


def test_latest_misses_nothing_and_nothing_comes_twice(server, name):
    arn = make_table(server, name)
    server.client("s3").create_bucket(Bucket=name)
    make_function(server, name, ECHO.format(bucket=name))
    dynamodb = server.client("dynamodb")
    dynamodb.put_item(TableName=name, Item={"id": {"S": "early"}})
    server.client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="LATEST", BatchSize=10_000,
        ParallelizationFactor=2)
    for number in range(20):
        dynamodb.put_item(TableName=name, Item={"id": {"S": str(number)}})
    s3 = server.client("s3")
    kept = lambda: s3.list_objects_v2(Bucket=name).get("KeyCount", 0)
    wait_for("all objects", lambda: kept() == 20)
    server.restart()
    dynamodb.put_item(TableName=name, Item={"id": {"S": "late"}})
    wait_for("one more", lambda: kept() == 21)


def test_what_is_given_up_is_written_of(shared, name):
    arn = make_table(shared, name)
    url = shared.client("sqs").create_queue(QueueName=name)["QueueUrl"]
    make_function(shared, name, FAIL)
    shared.client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="TRIM_HORIZON", MaximumRetryAttempts=0,
        DestinationConfig={"OnFailure": {"Destination": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"}})
    shared.client("dynamodb").put_item(TableName=name, Item={"id": {"S": "a"}})
    sqs = shared.client("sqs")
    receive = lambda: sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20).get("Messages")
    letter = json.loads(wait_for("a letter", receive)[0]["Body"])
    assert letter["requestContext"]["condition"] == "RetryAttemptsExhausted"
    batch = letter["DDBStreamBatchInfo"]
    assert batch["streamArn"] == arn and batch["batchSize"] == 1
    assert batch["shardId"] in {it["ShardId"] for it in shards(shared, arn)}
    assert len(batch["approximateArrivalOfFirstRecord"]) == len("2025-06-05T18:21:49Z")


PARTLY = """
import boto3
def handler(event, context):
    failures = []
    for record in event["Records"]:
        change = record["dynamodb"]
        if change["NewImage"]["kind"]["S"] == "poison":
            if {raises}: raise ValueError("poison")
            return {{"batchItemFailures": [{{"itemIdentifier": change["SequenceNumber"]}}]}}
        boto3.client("s3").put_object(Bucket={bucket!r}, Key=change["Keys"]["id"]["S"] + "/" + change["SequenceNumber"])
"""


@pytest.mark.parametrize("knob", ["bisects", "reports"])
def test_one_bad_change_among_many_is_set_aside(shared, name, knob):
    arn = make_table(shared, name)
    s3, sqs, dynamodb = (shared.client(it) for it in ("s3", "sqs", "dynamodb"))
    s3.create_bucket(Bucket=name)
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    for number in range(30):
        dynamodb.put_item(TableName=name, Item={"id": {"S": str(number % 5)}, "kind": {"S": f"good {number}"}})
        if number == 17:
            dynamodb.put_item(TableName=name, Item={"id": {"S": "2"}, "kind": {"S": "poison"}})
    make_function(shared, name, PARTLY.format(bucket=name, raises=knob == "bisects"))
    options = {"bisects": {"BisectBatchOnFunctionError": True, "MaximumRetryAttempts": 0},
               "reports": {"FunctionResponseTypes": ["ReportBatchItemFailures"], "MaximumRetryAttempts": 1}}[knob]
    shared.client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="TRIM_HORIZON", ParallelizationFactor=2, **options,
        DestinationConfig={"OnFailure": {"Destination": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"}})
    receive = lambda: sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20, MaxNumberOfMessages=10).get("Messages")
    letter, = wait_for("the letter", receive)
    batch = json.loads(letter["Body"])["DDBStreamBatchInfo"]
    assert batch["batchSize"] == 1 or knob == "reports"
    bad, = [it["dynamodb"]["SequenceNumber"] for it in records(shared, arn)
            if it["dynamodb"]["NewImage"]["kind"]["S"] == "poison"]
    assert batch["startSequenceNumber"] == bad
    behind = 30 if knob == "bisects" else 30 - (batch["batchSize"] - 1)
    wait_for("the good ones", lambda: s3.list_objects_v2(Bucket=name).get("KeyCount", 0) == behind)


def test_a_mapping_refuses_what_aws_refuses(shared, name):
    arn = make_table(shared, name)
    make_function(shared, name, FAIL)
    create = shared.client("lambda").create_event_source_mapping
    at = {"StartingPosition": "AT_TIMESTAMP", "StartingPositionTimestamp": 1}
    assert refused(create, FunctionName=name, EventSourceArn=arn, **at) == (
        400, "InvalidParameterValueException", f"Unsupported starting position for arn type: {arn}")
    assert refused(create, FunctionName=name, EventSourceArn=arn)[1] == "InvalidParameterValueException"
    other = arn[:-1] + "0" if arn[-1] != "0" else arn[:-1] + "1"
    assert refused(create, FunctionName=name, EventSourceArn=other, StartingPosition="LATEST")[2] == (
        f"Stream not found: {other}")


def test_a_kinesis_stream_gets_changes(server, name):
    dynamodb, kinesis = server.client("dynamodb"), server.client("kinesis")
    dynamodb.create_table(TableName=name, **KEYS)
    kinesis.create_stream(StreamName=name, ShardCount=2)
    kinesis.get_waiter("stream_exists").wait(StreamName=name)
    stream = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]
    wanted = {"TableName": name, "StreamArn": stream}
    micros = {"ApproximateCreationDateTimePrecision": "MICROSECOND"}
    made = dynamodb.enable_kinesis_streaming_destination(
        **wanted, EnableKinesisStreamingConfiguration=micros)
    assert made["DestinationStatus"] == "ENABLING"
    shown = lambda: dynamodb.describe_kinesis_streaming_destination(
        TableName=name)["KinesisDataStreamDestinations"][0]
    wait_for("ACTIVE", lambda: shown()["DestinationStatus"] == "ACTIVE")
    assert shown()["ApproximateCreationDateTimePrecision"] == "MICROSECOND"
    assert "must be DISABLED or ENABLE_FAILED" in refused(
        dynamodb.enable_kinesis_streaming_destination, **wanted)[2]
    for number in range(10):
        dynamodb.put_item(TableName=name, Item={"id": {"S": str(number)}})
    server.kill()
    server.start()
    dynamodb.delete_item(TableName=name, Key={"id": {"S": "0"}})

    def taken():
        found = []
        for shard in kinesis.list_shards(StreamName=name)["Shards"]:
            iterator = kinesis.get_shard_iterator(
                StreamName=name, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
            found += kinesis.get_records(ShardIterator=iterator)["Records"]
        return [json.loads(it["Data"]) for it in found]

    # At least once.
    told = lambda: {(it["eventName"], it["dynamodb"]["Keys"]["id"]["S"]) for it in taken()}
    expected = {("INSERT", str(n)) for n in range(10)} | {("REMOVE", "0")}
    wait_for("all changes", lambda: told() == expected)
    # What is larger than the stream's records may be stays away, and holds nothing up.
    for letter in "ab":
        dynamodb.put_item(TableName=name, Item={"id": {"S": "large"}, "data": {"B": letter.encode() * 400_000}})
    dynamodb.put_item(TableName=name, Item={"id": {"S": "behind"}})
    expected |= {("INSERT", "large"), ("INSERT", "behind")}
    wait_for("what lies behind", lambda: told() == expected)
    record = taken()[0]
    assert record["recordFormat"] == "application/json" and record["tableName"] == name
    assert record["userIdentity"] is None and record["eventSource"] == "aws:dynamodb"
    created = record["dynamodb"]["ApproximateCreationDateTime"]
    assert abs(created / 1e6 - time.time()) < 600
    assert record["dynamodb"]["ApproximateCreationDateTimePrecision"] == "MICROSECOND"
    millis = {"ApproximateCreationDateTimePrecision": "MILLISECOND"}
    assert dynamodb.update_kinesis_streaming_destination(
        **wanted, UpdateKinesisStreamingConfiguration=millis)["DestinationStatus"] == "UPDATING"
    assert dynamodb.disable_kinesis_streaming_destination(**wanted)["DestinationStatus"] == "DISABLING"
    dynamodb.put_item(TableName=name, Item={"id": {"S": "unseen"}})
    assert shown()["DestinationStatus"] == "DISABLED" and told() == expected
    assert "must be ACTIVE" in refused(dynamodb.disable_kinesis_streaming_destination, **wanted)[2]
