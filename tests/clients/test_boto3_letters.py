"""What became of events, told to queues, functions and buckets, and who may use a function."""

import json

import pytest
from conftest import ACCOUNT, REGION, make_function, make_stream, refused, wait_for

CODE = """
def handler(event, context):
    if event.get("fail"):
        raise ValueError("no " + event["fail"])
    print("told", event.get("requestContext", {}).get("condition"))
    return {"of": context.function_name}
"""


@pytest.fixture
def client(shared):
    return shared.client("lambda")


@pytest.fixture
def queue(shared, name):
    """A queue's URL and ARN."""
    url = shared.client("sqs").create_queue(QueueName=name)["QueueUrl"]
    return url, f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"


def received(shared, url, **options):
    sqs = shared.client("sqs")

    def one():
        return sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20, **options).get("Messages")

    message, = wait_for("a message", one)
    sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return message


def send(client, name, event):
    answer = client.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps(event))
    assert answer["StatusCode"] == 202
    return answer["ResponseMetadata"]["RequestId"]


def test_a_queue_is_told_what_became_of_events(shared, client, name, queue):
    url, arn = queue
    made = make_function(shared, name, CODE)
    both = {"OnSuccess": {"Destination": arn}, "OnFailure": {"Destination": arn}}
    put = client.put_function_event_invoke_config(
        FunctionName=name, MaximumRetryAttempts=0, DestinationConfig=both)
    assert put["DestinationConfig"] == both
    request = send(client, name, {"a": 1})
    letter = json.loads(received(shared, url)["Body"])
    assert list(letter) == ["version", "timestamp", "requestContext", "requestPayload", "responseContext",
                            "responsePayload"]
    assert letter["requestContext"] == {
        "requestId": request, "functionArn": made["FunctionArn"] + ":$LATEST", "condition": "Success",
        "approximateInvokeCount": 1}
    assert letter["requestPayload"] == {"a": 1} and letter["responsePayload"] == {"of": name}
    assert letter["responseContext"] == {"statusCode": 200, "executedVersion": "$LATEST"}
    send(client, name, {"fail": "thanks"})
    letter = json.loads(received(shared, url)["Body"])
    assert letter["requestContext"]["condition"] == "RetriesExhausted"
    assert letter["responseContext"]["functionError"] == "Unhandled"
    assert letter["responsePayload"]["errorMessage"] == "no thanks"


def test_a_function_and_a_bucket_are_told(shared, client, name):
    make_function(shared, name, CODE)
    teller = make_function(shared, f"{name}-t", CODE)["FunctionName"]
    shared.client("s3").create_bucket(Bucket=name)
    client.put_function_event_invoke_config(FunctionName=teller, MaximumRetryAttempts=0, DestinationConfig={
        "OnSuccess": {"Destination": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"},
        "OnFailure": {"Destination": f"arn:aws:s3:::{name}"}})
    send(client, teller, {})
    logs = shared.client("logs")

    def told():
        try:
            events = logs.filter_log_events(logGroupName=f"/aws/lambda/{name}")["events"]
        except logs.exceptions.ResourceNotFoundException:
            return False
        return "told Success\n" in [event["message"] for event in events]

    wait_for("the function that is told", told)
    send(client, teller, {"fail": "x"})
    s3 = shared.client("s3")
    found = wait_for("the letter", lambda: s3.list_objects_v2(Bucket=name).get("Contents"))
    assert found[0]["Key"].startswith(f"aws/lambda/async/{teller}/20"), found
    letter = json.loads(s3.get_object(Bucket=name, Key=found[0]["Key"])["Body"].read())
    assert letter["requestPayload"] == {"fail": "x"}


def test_a_dead_letter_is_the_event(shared, client, name, queue):
    url, arn = queue
    made = make_function(shared, name, CODE, DeadLetterConfig={"TargetArn": arn})
    assert made["DeadLetterConfig"] == {"TargetArn": arn}
    client.put_function_event_invoke_config(FunctionName=name, MaximumRetryAttempts=0)
    request = send(client, name, {"fail": "thanks"})
    message = received(shared, url, MessageAttributeNames=["All"])
    assert json.loads(message["Body"]) == {"fail": "thanks"}
    assert message["MessageAttributes"] == {
        "RequestID": {"StringValue": request, "DataType": "String"},
        "ErrorCode": {"StringValue": "200", "DataType": "Number"},
        "ErrorMessage": {"StringValue": "no thanks", "DataType": "String"}}
    now = client.update_function_configuration(FunctionName=name, DeadLetterConfig={"TargetArn": ""})
    assert "DeadLetterConfig" not in now
    assert refused(client.update_function_configuration, FunctionName=name,
                   DeadLetterConfig={"TargetArn": arn + ".fifo"})[:2] == (400, "InvalidParameterValueException")


def test_a_role_must_be_let_in_where_letters_go(shared, client, name, queue):
    url, arn = queue
    make_function(shared, name, CODE)
    deny = {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage", "Resource": arn}]}
    shared.client("sqs").set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(deny)})
    assert refused(client.put_function_event_invoke_config, FunctionName=name,
                   DestinationConfig={"OnSuccess": {"Destination": arn}})[2] == (
        f"The function's execution role does not have permissions to call SendMessage on {arn}")
    assert refused(client.update_function_configuration, FunctionName=name, DeadLetterConfig={"TargetArn": arn})[2] == (
        "The provided execution role does not have permissions to call SendMessage on SQS")


def test_a_topic_is_told(shared, client, name, queue):
    url, arn = queue
    make_function(shared, name, CODE)
    sns = shared.client("sns")
    topic = sns.create_topic(Name=name)["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"})
    client.put_function_event_invoke_config(FunctionName=name, MaximumRetryAttempts=0, DestinationConfig={
        "OnSuccess": {"Destination": topic}})
    client.update_function_configuration(FunctionName=name, DeadLetterConfig={"TargetArn": topic})
    send(client, name, {"a": 1})
    assert json.loads(received(shared, url)["Body"])["requestContext"]["condition"] == "Success"
    send(client, name, {"fail": "x"})
    message = received(shared, url, MessageAttributeNames=["All"])
    assert json.loads(message["Body"]) == {"fail": "x"}
    assert message["MessageAttributes"]["ErrorMessage"]["StringValue"] == "no x"


def test_a_letter_outlives_its_missing_queue_and_a_kill(server, name):
    client, sqs = server.client("lambda"), server.client("sqs")
    make_function(server, name, CODE)
    to = {"OnFailure": {"Destination": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"}}
    config = {"FunctionName": name, "MaximumRetryAttempts": 0, "DestinationConfig": to}
    assert refused(client.put_function_event_invoke_config, **config)[2].endswith(f":{name} is invalid.")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    client.put_function_event_invoke_config(**config)
    sqs.delete_queue(QueueUrl=url)
    send(client, name, {"fail": "x"})
    wait_for("a letter that cannot be left", lambda: "a letter cannot be left" in server.log())
    server.restart()
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    letter = json.loads(received(server, url)["Body"])
    assert letter["requestContext"]["approximateInvokeCount"] == 1


def test_permissions_let_other_accounts_in(shared, client, name):
    arn = make_function(shared, name, CODE)["FunctionArn"]
    friend = shared.client("lambda", access_key="111122223333")
    status, code, message = refused(friend.invoke, FunctionName=arn)
    assert (status, code) == (403, "AccessDeniedException")
    assert message.endswith("because no resource-based policy allows the lambda:InvokeFunction action")
    asked = {"FunctionName": name, "StatementId": "friend", "Action": "lambda:InvokeFunction",
             "Principal": "111122223333"}
    statement = json.loads(client.add_permission(**asked)["Statement"])
    assert statement == {"Sid": "friend", "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": arn,
                         "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}
    assert refused(client.add_permission, **asked)[:2] == (409, "ResourceConflictException")
    assert json.loads(friend.invoke(FunctionName=arn)["Payload"].read()) == {"of": name}
    assert refused(friend.get_function, FunctionName=arn)[:2] == (403, "AccessDeniedException")
    got = client.get_policy(FunctionName=name)
    assert json.loads(got["Policy"]) == {"Version": "2012-10-17", "Id": "default", "Statement": [statement]}
    assert got["RevisionId"] == client.get_function_configuration(FunctionName=name)["RevisionId"]
    client.remove_permission(FunctionName=name, StatementId="friend", RevisionId=got["RevisionId"])
    assert refused(friend.invoke, FunctionName=arn)[0] == 403
    assert refused(client.get_policy, FunctionName=name) == (
        404, "ResourceNotFoundException", "The resource you requested does not exist.")
    assert refused(client.remove_permission, FunctionName=name, StatementId="friend")[2] == (
        "No policy is associated with the given resource.")


def test_functions_are_tagged(shared, client, name):
    arn = make_function(shared, name, CODE, Tags={"a": "1"})["FunctionArn"]
    client.tag_resource(Resource=arn, Tags={"b": "2"})
    assert client.list_tags(Resource=arn)["Tags"] == {"a": "1", "b": "2"}
    client.untag_resource(Resource=arn, TagKeys=["a", "c"])
    assert client.get_function(FunctionName=name)["Tags"] == {"b": "2"}


def test_event_source_mappings_are_tagged(shared, client, name):
    make_function(shared, name, CODE)
    made = client.create_event_source_mapping(FunctionName=name, EventSourceArn=make_stream(shared, name),
                                              StartingPosition="LATEST", Tags={"a": "1"})
    arn = made["EventSourceMappingArn"]
    client.tag_resource(Resource=arn, Tags={"b": "2"})
    assert client.list_tags(Resource=arn)["Tags"] == {"a": "1", "b": "2"}
    client.untag_resource(Resource=arn, TagKeys=["a"])
    assert client.list_tags(Resource=arn)["Tags"] == {"b": "2"}
    client.delete_event_source_mapping(UUID=made["UUID"])
    gone = client.exceptions.ResourceNotFoundException

    def is_gone():
        try:
            return client.list_tags(Resource=arn) is None
        except gone:
            return True

    wait_for("the end of the mapping", is_gone)
