"""PartiQL as boto3 sends it, and the form of DynamoDB's answers: their checksums and their errors."""

import json
import urllib.error
import urllib.request
import zlib

import pytest
from botocore.exceptions import ClientError

NOT_WELL_FORMED = "Statement wasn't well formed, can't be processed: "


@pytest.fixture(scope="module")
def dynamodb(shared):
    client = shared.client("dynamodb")
    client.create_table(
        TableName="Music", BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in ("Artist", "Song", "Label")],
        KeySchema=[{"AttributeName": "Artist", "KeyType": "HASH"}, {"AttributeName": "Song", "KeyType": "RANGE"}],
        GlobalSecondaryIndexes=[{
            "IndexName": "by-label", "KeySchema": [{"AttributeName": "Label", "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "KEYS_ONLY"},
        }])
    client.get_waiter("table_exists").wait(TableName="Music", WaiterConfig={"Delay": 1})
    yield client
    client.delete_table(TableName="Music")


def execute(client, statement, *parameters, **more):
    if parameters:
        more["Parameters"] = list(parameters)
    return client.execute_statement(Statement=statement, **more)["Items"]


def refusal(call, *arguments, **more):
    with pytest.raises(ClientError) as caught:
        call(*arguments, **more)
    return caught.value.response


def test_statements_write_and_read_items(dynamodb):
    execute(dynamodb, """INSERT INTO "Music" VALUE {'Artist': ?, 'Song': 'One', 'Label': 'L', 'Awards': 1,
                         'Tags': <<'a', 'b'>>, 'Detail': {'Grammys': [2020, 2016]}}""", {"S": "Acme"})
    item = {"Artist": {"S": "Acme"}, "Song": {"S": "One"}, "Label": {"S": "L"}, "Awards": {"N": "1"},
            "Tags": {"SS": ["a", "b"]}, "Detail": {"M": {"Grammys": {"L": [{"N": "2020"}, {"N": "2016"}]}}}}
    key = {"Artist": {"S": "Acme"}, "Song": {"S": "One"}}
    assert dynamodb.get_item(TableName="Music", Key=key, ConsistentRead=True)["Item"] == item
    where = """WHERE "Artist" = ? AND Song = ?"""
    values = {"S": "Acme"}, {"S": "One"}
    assert execute(dynamodb, f'SELECT * FROM "Music" {where}', *values, ConsistentRead=True) == [item]
    assert execute(dynamodb, f'SELECT Awards, Detail.Grammys FROM Music {where}', *values) == [
        {"Awards": {"N": "1"}, "Grammys": {"L": [{"N": "2020"}, {"N": "2016"}]}}]
    assert execute(dynamodb, f"UPDATE Music SET Awards = Awards + 1 REMOVE Detail {where} RETURNING MODIFIED NEW *", *values) == [
        {"Awards": {"N": "2"}}]
    failed = refusal(execute, dynamodb, f"UPDATE Music SET Awards = 9 {where} AND Awards = 7", *values,
                     ReturnValuesOnConditionCheckFailure="ALL_OLD")
    assert failed["Error"]["Code"] == "ConditionalCheckFailedException"
    assert failed["Item"]["Awards"] == {"N": "2"}
    double = refusal(execute, dynamodb, "INSERT INTO Music VALUE {'Artist': 'Acme', 'Song': 'One'}")
    assert (double["Error"]["Code"], double["Error"]["Message"]) == (
        "DuplicateItemException", "Duplicate primary key exists in table")
    assert execute(dynamodb, """SELECT Song FROM "Music"."by-label" WHERE Label = 'L'""") == [{"Song": {"S": "One"}}]
    assert execute(dynamodb, f"DELETE FROM Music {where} RETURNING ALL OLD *", *values)[0]["Awards"] == {"N": "2"}
    assert execute(dynamodb, f"DELETE FROM Music {where}", *values) == []


def test_pages_go_on(dynamodb):
    for number in range(7):
        execute(dynamodb, "INSERT INTO Music VALUE {'Artist': 'Pages', 'Song': ?}", {"S": str(number)})
    found, more = [], {}
    while True:
        page = dynamodb.execute_statement(
            Statement="SELECT Song FROM Music WHERE Artist = 'Pages' ORDER BY Song DESC", Limit=3,
            ReturnConsumedCapacity="TOTAL", **more)
        found += [item["Song"]["S"] for item in page["Items"]]
        assert page["ConsumedCapacity"]["TableName"] == "Music" and page["ConsumedCapacity"]["CapacityUnits"] > 0
        if "NextToken" not in page:
            break
        more = {"NextToken": page["NextToken"]}
    assert found == ["6", "5", "4", "3", "2", "1", "0"]


def test_batches_and_transactions(dynamodb):
    insert = "INSERT INTO Music VALUE {'Artist': 'Batch', 'Song': ?}"
    batch = dynamodb.batch_execute_statement(
        Statements=[{"Statement": insert, "Parameters": [{"S": name}]} for name in ("a", "b", "a")])["Responses"]
    assert [answer.get("Error", {}).get("Code") for answer in batch] == [None, None, "DuplicateItem"]
    read = "SELECT Song FROM Music WHERE Artist = 'Batch' AND Song = ?"
    made = dynamodb.execute_transaction(TransactStatements=[
        {"Statement": read, "Parameters": [{"S": name}]} for name in ("a", "none")])
    assert [answer.get("Item") for answer in made["Responses"]] == [{"Song": {"S": "a"}}, None]
    update = "UPDATE Music SET Awards = 1 WHERE Artist = 'Batch' AND Song = 'a'"
    exists = "EXISTS(SELECT * FROM Music WHERE Artist = 'Batch' AND Song = 'b' AND attribute_type(Awards, 'N'))"
    cancelled = refusal(dynamodb.execute_transaction, TransactStatements=[{"Statement": update}, {"Statement": exists}])
    assert cancelled["Error"]["Code"] == "TransactionCanceledException"
    assert [reason["Code"] for reason in cancelled["CancellationReasons"]] == ["None", "ConditionalCheckFailed"]
    token = {"ClientRequestToken": "once"}
    for _ in range(2):
        counts = "UPDATE Music SET Plays = if_not_exists(Plays, 0) + 1 WHERE Artist = 'Batch' AND Song = 'a'"
        dynamodb.execute_transaction(TransactStatements=[{"Statement": counts}], **token)
    assert execute(dynamodb, "SELECT Plays FROM Music WHERE Artist = 'Batch' AND Song = 'a'") == [{"Plays": {"N": "1"}}]


def test_what_is_wrong_is_told_in_awss_words(dynamodb):
    for statement, message in [
        ("SELECT * FROM Music WHERE Artist = 'x' foo", NOT_WELL_FORMED + "Unexpected token after expression"),
        ("DELETE FROM Music WHERE Artist = 'x'", "Where clause does not contain a mandatory equality on all key attributes"),
        ("SELECT * FROM Music m", "Aliasing is not supported"),
        ("""SELECT Awards FROM "Music"."by-label" WHERE Label = 'x'""",
         "One or more parameter values were invalid: Global secondary index by-label does not project [Awards]"),
    ]:
        error = refusal(execute, dynamodb, statement)["Error"]
        assert (error["Code"], error["Message"]) == ("ValidationException", message)


def post(shared, operation, body):
    request = urllib.request.Request(f"http://127.0.0.1:{shared.port}/", body.encode(), {
        "X-Amz-Target": f"DynamoDB_20120810.{operation}", "Content-Type": "application/x-amz-json-1.0",
        "Authorization": "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, "
                         "SignedHeaders=host;x-amz-date, Signature=0",
        "X-Amz-Date": "20260101T000000Z"})
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        answer = error
    text = answer.read()
    assert int(answer.headers["x-amz-crc32"]) == zlib.crc32(text)
    assert answer.headers["content-type"] == "application/x-amz-json-1.0"
    return json.loads(text)


def test_every_answer_has_its_checksum_and_every_error_its_namespace(shared, dynamodb):
    assert "Music" in post(shared, "ListTables", "{}")["TableNames"]
    for operation, body, kind, member in [
        ("CreateTable", "{}", "com.amazon.coral.validate#ValidationException", "message"),
        ("ListTables", '{"Limit": "x"}', "com.amazon.coral.service#SerializationException", "Message"),
        ("DescribeTable", '{"TableName": "nowhere"}', "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "message"),
    ]:
        error = post(shared, operation, body)
        assert error["__type"] == kind and error[member], error
