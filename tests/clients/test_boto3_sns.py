"""SNS with boto3, and with both AWS CLIs."""

import json
import os
import subprocess

import pytest
from conftest import ACCOUNT, REGION, make_role, refused, wait_for, zipped

FIFO = {"FifoTopic": "true", "ContentBasedDeduplication": "true"}
RAW = {"RawMessageDelivery": "true"}


@pytest.fixture
def sns(shared):
    return shared.client("sns")


@pytest.fixture
def sqs(shared):
    return shared.client("sqs")


@pytest.fixture
def topic(sns, name):
    return sns.create_topic(Name=name)["TopicArn"]


@pytest.fixture
def fifo(sns, name):
    return sns.create_topic(Name=name[:70] + ".fifo", Attributes=FIFO)["TopicArn"]


def arn(service, name):
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{name}"


def make_queue(sqs, name):
    attributes = {"FifoQueue": "true"} if name.endswith(".fifo") else {}
    return sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]


def subscribe(sns, topic, queue, **attributes):
    return sns.subscribe(
        TopicArn=topic, Protocol="sqs", Endpoint=arn("sqs", queue), Attributes=attributes,
        ReturnSubscriptionArn=True,
    )["SubscriptionArn"]


def receive(sqs, url, count=1, **options):
    """So many messages, in the order in which they come."""
    found = []
    while len(found) < count:
        messages = sqs.receive_message(
            QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=10,
            MessageSystemAttributeNames=["All"], MessageAttributeNames=["All"], **options
        ).get("Messages", [])
        assert messages, f"{len(found)} of {count} messages have come"
        for message in messages:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        found += messages
    return found


def nothing(sqs, url):
    assert "Messages" not in sqs.receive_message(QueueUrl=url)


def test_a_topic_is_made_shown_changed_and_deleted(sns, name):
    topic = sns.create_topic(Name=name, Attributes={"DisplayName": "x"}, Tags=[{"Key": "a", "Value": "1"}])["TopicArn"]
    assert topic == arn("sns", name)
    assert sns.create_topic(Name=name)["TopicArn"] == topic
    status, code, message = refused(sns.create_topic, Name=name, Attributes={"DisplayName": "y"})
    assert (status, code) == (400, "InvalidParameter")
    assert message == "Invalid parameter: Attributes Reason: Topic already exists with different attributes"
    assert {"TopicArn": topic} in [t for page in sns.get_paginator("list_topics").paginate() for t in page["Topics"]]
    sns.set_topic_attributes(TopicArn=topic, AttributeName="SignatureVersion", AttributeValue="2")
    shown = sns.get_topic_attributes(TopicArn=topic)["Attributes"]
    assert (shown["DisplayName"], shown["SignatureVersion"], shown["Owner"]) == ("x", "2", ACCOUNT)
    assert json.loads(shown["Policy"])["Id"] == "__default_policy_ID"
    assert json.loads(shown["EffectiveDeliveryPolicy"])["http"]["defaultHealthyRetryPolicy"]["numRetries"] == 3
    sns.tag_resource(ResourceArn=topic, Tags=[{"Key": "b", "Value": "2"}])
    sns.untag_resource(ResourceArn=topic, TagKeys=["a"])
    assert sns.list_tags_for_resource(ResourceArn=topic)["Tags"] == [{"Key": "b", "Value": "2"}]
    sns.delete_topic(TopicArn=topic)
    sns.delete_topic(TopicArn=topic)
    with pytest.raises(sns.exceptions.NotFoundException):
        sns.publish(TopicArn=topic, Message="x")


def test_errors_are_as_aws_words_them(sns, topic, name):
    wrong = "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1"
    assert refused(sns.publish, TopicArn="x", Message="x") == (400, "InvalidParameter", wrong)
    assert refused(sns.get_topic_attributes, TopicArn=arn("sns", "none")) == (404, "NotFound", "Topic does not exist")
    assert refused(sns.create_topic, Name="a b") == (400, "InvalidParameter", "Invalid parameter: Topic Name")
    assert refused(sns.publish, TopicArn=topic, Message="")[2] == "Invalid parameter: Empty message"
    assert refused(sns.publish, TopicArn=topic, Message="x", Subject="")[2] == "Invalid parameter: Subject"
    long = "a" * (256 * 1024 + 1)
    assert refused(sns.publish, TopicArn=topic, Message=long)[2] == "Invalid parameter: Message too long"
    attributes = {"a": {"DataType": "String", "StringValue": ""}}
    status, code, _ = refused(sns.publish, TopicArn=topic, Message="x", MessageAttributes=attributes)
    assert (status, code) == (400, "ParameterValueInvalid")
    status, code, message = refused(sns.subscribe, TopicArn=topic, Protocol="email", Endpoint="a@example.com")
    assert (status, code) == (400, "InvalidParameter") and "email" in message
    status, _, message = refused(sns.publish, PhoneNumber="+10000000000", Message="x")
    assert status == 400 and "PhoneNumber" in message
    other = arn("sns", f"{name}:00000000-0000-0000-0000-000000000000")
    assert refused(sns.get_subscription_attributes, SubscriptionArn=other)[1] == "NotFound"
    sns.unsubscribe(SubscriptionArn=other)


def test_what_is_not_here_is_refused_by_its_name(sns):
    for call, arguments in [
        (sns.create_platform_application, {"Name": "a", "Platform": "GCM", "Attributes": {}}),
        (sns.list_platform_applications, {}),
        (sns.get_sms_attributes, {}),
        (sns.list_phone_numbers_opted_out, {}),
    ]:
        _, _, message = refused(call, **arguments)
        assert "Waterwheel" in message


def test_a_message_reaches_queues_raw_and_in_its_envelope(sns, sqs, topic, name):
    raw, whole = make_queue(sqs, f"{name}-r"), make_queue(sqs, f"{name}-w")
    subscribe(sns, topic, f"{name}-r", **RAW)
    subscription = subscribe(sns, topic, f"{name}-w")
    attributes = {
        "text": {"DataType": "String", "StringValue": "ü"},
        "number": {"DataType": "Number", "StringValue": "1.5"},
        "bytes": {"DataType": "Binary", "BinaryValue": b"\x02\x03"},
    }
    published = sns.publish(TopicArn=topic, Message="hello ü", Subject="s", MessageAttributes=attributes)
    [message] = receive(sqs, raw)
    assert message["Body"] == "hello ü"
    assert message["MessageAttributes"]["bytes"]["BinaryValue"] == b"\x02\x03"
    assert message["MessageAttributes"]["number"] == {"DataType": "Number", "StringValue": "1.5"}
    [message] = receive(sqs, whole)
    assert "MessageAttributes" not in message
    envelope = json.loads(message["Body"])
    assert list(envelope) == [
        "Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion", "Signature",
        "SigningCertURL", "UnsubscribeURL", "MessageAttributes",
    ]
    assert (envelope["Type"], envelope["MessageId"]) == ("Notification", published["MessageId"])
    assert (envelope["TopicArn"], envelope["Subject"], envelope["Message"]) == (topic, "s", "hello ü")
    assert envelope["MessageAttributes"]["bytes"] == {"Type": "Binary", "Value": "AgM="}
    assert envelope["UnsubscribeURL"].endswith(f"?Action=Unsubscribe&SubscriptionArn={subscription}")


def test_subscriptions_are_shown_listed_changed_and_ended(sns, topic, name):
    subscription = subscribe(sns, topic, name)
    assert subscribe(sns, topic, name) == subscription
    listed = {
        "SubscriptionArn": subscription, "Owner": ACCOUNT, "Protocol": "sqs", "Endpoint": arn("sqs", name),
        "TopicArn": topic,
    }
    assert sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"] == [listed]
    pages = sns.get_paginator("list_subscriptions").paginate()
    assert listed in [it for page in pages for it in page["Subscriptions"]]
    shown = sns.get_subscription_attributes(SubscriptionArn=subscription)["Attributes"]
    assert (shown["PendingConfirmation"], shown["RawMessageDelivery"]) == ("false", "false")
    assert shown["ConfirmationWasAuthenticated"] == "true"
    policy = json.dumps({"store": ["x"], "price": [{"numeric": [">", 0, "<=", 100]}]})
    sns.set_subscription_attributes(SubscriptionArn=subscription, AttributeName="FilterPolicy", AttributeValue=policy)
    shown = sns.get_subscription_attributes(SubscriptionArn=subscription)["Attributes"]
    assert (shown["FilterPolicy"], shown["FilterPolicyScope"]) == (policy, "MessageAttributes")
    message = refused(
        sns.set_subscription_attributes, SubscriptionArn=subscription, AttributeName="FilterPolicy",
        AttributeValue=json.dumps({"key": [{"suffix": 100}]}),
    )[2]
    assert message.startswith("Invalid parameter: FilterPolicy: suffix match pattern must be a string")
    attributes = sns.get_topic_attributes(TopicArn=topic)["Attributes"]
    assert (attributes["SubscriptionsConfirmed"], attributes["SubscriptionsPending"]) == ("1", "0")
    sns.unsubscribe(SubscriptionArn=subscription)
    assert sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"] == []
    assert sns.get_topic_attributes(TopicArn=topic)["Attributes"]["SubscriptionsDeleted"] == "1"


def test_filters_choose_by_attributes_and_by_body(sns, sqs, topic, name):
    by_attribute, by_body = make_queue(sqs, f"{name}-a"), make_queue(sqs, f"{name}-b")
    subscribe(sns, topic, f"{name}-a", **RAW, FilterPolicy=json.dumps({
        "store": ["x", {"prefix": "shop-"}], "price": [{"numeric": [">", 0, "<=", 100]}]}))
    subscribe(sns, topic, f"{name}-b", **RAW, FilterPolicyScope="MessageBody", FilterPolicy=json.dumps({
        "order": {"state": [{"anything-but": "lost"}]}}))

    def publish(message, store, price):
        sns.publish(TopicArn=topic, Message=message, MessageAttributes={
            "store": {"DataType": "String", "StringValue": store},
            "price": {"DataType": "Number", "StringValue": price},
        })

    publish("wrong store", "y", "5")
    publish("too dear", "x", "100.5")
    publish("right", "shop-1", "100")
    publish(json.dumps({"order": {"state": "lost"}}), "y", "5")
    publish(json.dumps({"order": {"state": "found"}}), "y", "5")
    assert [m["Body"] for m in receive(sqs, by_attribute)] == ["right"]
    assert [json.loads(m["Body"])["order"]["state"] for m in receive(sqs, by_body)] == ["found"]
    nothing(sqs, by_attribute)
    nothing(sqs, by_body)


def test_each_protocol_may_have_a_text_of_its_own(sns, sqs, topic, name):
    url = make_queue(sqs, name)
    subscribe(sns, topic, name, **RAW)
    message = json.dumps({"default": "for all", "sqs": "for queues"})
    sns.publish(TopicArn=topic, Message=message, MessageStructure="json")
    sns.publish(TargetArn=topic, Message="by its target")
    assert [m["Body"] for m in receive(sqs, url, 2)] == ["for queues", "by its target"]
    error = refused(sns.publish, TopicArn=topic, Message="{}", MessageStructure="json")[2]
    assert error == "Invalid parameter: Message Structure - No default entry in JSON message body"


def test_a_fifo_topic_keeps_order_and_takes_each_message_once(sns, sqs, fifo, name):
    queue = name[:70] + ".fifo"
    url = make_queue(sqs, queue)
    subscribe(sns, fifo, queue, **RAW)
    first = sns.publish(TopicArn=fifo, Message="0", MessageGroupId="g")
    assert len(first["SequenceNumber"]) == 20
    again = sns.publish(TopicArn=fifo, Message="0", MessageGroupId="g")
    assert again["MessageId"] == first["MessageId"]
    for start in range(1, 30, 10):
        entries = [{"Id": str(n), "Message": str(n), "MessageGroupId": "g"} for n in range(start, start + 10)]
        answer = sns.publish_batch(TopicArn=fifo, PublishBatchRequestEntries=entries)
        assert len(answer["Successful"]) == 10 and not answer["Failed"]
    messages = receive(sqs, url, 31)
    assert [m["Body"] for m in messages] == [str(n) for n in range(31)]
    assert {m["Attributes"]["MessageGroupId"] for m in messages} == {"g"}
    without = refused(sns.publish, TopicArn=fifo, Message="x")[2]
    assert without == "Invalid parameter: The MessageGroupId parameter is required for FIFO topics"


def test_a_batch_is_refused_as_a_whole(sns, topic):
    def batch(entries):
        return refused(sns.publish_batch, TopicArn=topic, PublishBatchRequestEntries=entries)[1]

    entry = {"Id": "a", "Message": "x"}
    assert batch([]) == "EmptyBatchRequest"
    assert batch([entry, entry]) == "BatchEntryIdsNotDistinct"
    assert batch([{**entry, "Id": str(n)} for n in range(11)]) == "TooManyEntriesInBatchRequest"
    assert batch([{**entry, "Id": "a b"}]) == "InvalidBatchEntryId"
    assert batch([{"Id": str(n), "Message": "x" * 140_000} for n in range(2)]) == "BatchRequestTooLong"


def test_large_messages_where_the_topic_allows_them(sns, sqs, topic, name):
    url = make_queue(sqs, name)
    sns.set_topic_attributes(TopicArn=topic, AttributeName="MaximumMessageSize", AttributeValue=str(1 << 20))
    subscribe(sns, topic, name, **RAW)
    sns.publish(TopicArn=topic, Message="x" * (1 << 20))
    [message] = receive(sqs, url)
    assert len(message["Body"]) == 1 << 20


def test_what_cannot_be_delivered_becomes_a_dead_letter(sns, sqs, topic, name):
    dead = make_queue(sqs, f"{name}-dead")
    redrive = json.dumps({"deadLetterTargetArn": arn("sqs", f"{name}-dead")})
    subscribe(sns, topic, f"{name}-never", RedrivePolicy=redrive)
    subscribe(sns, topic, f"{name}-none", RedrivePolicy=redrive, **RAW)
    attributes = {"a": {"DataType": "Number", "StringValue": "111"}}
    sns.publish(TopicArn=topic, Message="lost", MessageAttributes=attributes)
    bodies = {m["Body"][:1]: m for m in receive(sqs, dead, 2)}
    assert json.loads(bodies["{"]["Body"])["Message"] == "lost"
    assert bodies["l"]["MessageAttributes"]["a"] == {"DataType": "Number", "StringValue": "111"}


def test_a_function_is_called_with_what_is_published(shared, sns, sqs, topic, name):
    code = "import boto3, json, os\ndef handler(event, context):\n" \
        "    boto3.client('sqs').send_message(QueueUrl=os.environ['URL'], MessageBody=json.dumps(event))\n"
    url = make_queue(sqs, name)
    client = shared.client("lambda")
    function = client.create_function(
        FunctionName=name[:60], Runtime="python3.12", Role=make_role(shared), Handler="f.handler",
        Code={"ZipFile": zipped(f__py=code)}, Timeout=60, Environment={"Variables": {"URL": url}},
    )["FunctionArn"]
    client.get_waiter("function_active_v2").wait(FunctionName=name[:60], WaiterConfig={"Delay": 1})
    subscription = sns.subscribe(TopicArn=topic, Protocol="lambda", Endpoint=function)["SubscriptionArn"]
    sns.publish(TopicArn=topic, Message="to a function")
    [message] = receive(sqs, url)
    [record] = json.loads(message["Body"])["Records"]
    assert (record["EventSource"], record["EventVersion"]) == ("aws:sns", "1.0")
    assert record["EventSubscriptionArn"] == subscription
    assert record["Sns"]["Message"] == "to a function" and record["Sns"]["Subject"] is None
    assert record["Sns"]["MessageAttributes"] == {} and "SigningCertUrl" in record["Sns"]


def test_another_account_may_what_the_policy_allows(shared, sns, sqs, topic, name):
    other = shared.client("sns", access_key="111122223333")
    status, code, message = refused(other.publish, TopicArn=topic, Message="x")
    assert (status, code) == (403, "AuthorizationError")
    assert "is not authorized to perform: sns:Publish on resource" in message.replace("SNS:", "sns:")
    sns.add_permission(TopicArn=topic, Label="l", AWSAccountId=["111122223333"], ActionName=["Publish"])
    url = make_queue(sqs, name)
    subscribe(sns, topic, name, **RAW)
    other.publish(TopicArn=topic, Message="from elsewhere")
    assert [m["Body"] for m in receive(sqs, url)] == ["from elsewhere"]
    sns.remove_permission(TopicArn=topic, Label="l")
    assert refused(other.publish, TopicArn=topic, Message="x")[1] == "AuthorizationError"


def test_a_queue_of_another_account_says_yes_first(shared, sns, topic, name):
    other = shared.client("sns", access_key="111122223333")
    sns.add_permission(TopicArn=topic, Label="l", AWSAccountId=["111122223333"], ActionName=["Subscribe"])
    foreign = shared.client("sqs", access_key="111122223333")
    foreign.create_queue(QueueName=name, Attributes={"Policy": json.dumps({
        "Statement": {
            "Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage",
            "Resource": "*", "Condition": {"ArnEquals": {"aws:SourceArn": topic}},
        },
    })})
    queue = f"arn:aws:sqs:{REGION}:111122223333:{name}"
    # Its own queue is confirmed; that of somebody else has to say yes.
    own = other.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue)["SubscriptionArn"]
    assert own.startswith(topic)
    sns.publish(TopicArn=topic, Message="to elsewhere")
    url = foreign.get_queue_url(QueueName=name)["QueueUrl"]
    assert json.loads(receive(foreign, url)[0]["Body"])["Message"] == "to elsewhere"
    other.unsubscribe(SubscriptionArn=own)
    assert sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue)["SubscriptionArn"] == "pending confirmation"
    asked = json.loads(receive(foreign, url)[0]["Body"])
    assert asked["Type"] == "SubscriptionConfirmation"
    assert refused(sns.confirm_subscription, TopicArn=topic, Token="0" * 288)[2] == "Invalid parameter: Token"
    confirmed = other.confirm_subscription(TopicArn=topic, Token=asked["Token"])["SubscriptionArn"]
    sns.publish(TopicArn=topic, Message="confirmed")
    assert json.loads(receive(foreign, url)[0]["Body"])["Message"] == "confirmed"
    shown = sns.get_subscription_attributes(SubscriptionArn=confirmed)["Attributes"]
    assert shown["PendingConfirmation"] == "false"


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_command_line_publishes(shared, sqs, name, cli):
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
                   "AWS_DEFAULT_REGION": REGION, "AWS_PAGER": ""}

    def aws(*arguments):
        command = [os.environ[cli], "--endpoint-url", shared.url, "--output", "json", "sns", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout or "null")

    url = make_queue(sqs, name)
    topic = aws("create-topic", "--name", name)["TopicArn"]
    subscription = aws("subscribe", "--topic-arn", topic, "--protocol", "sqs",
                       "--notification-endpoint", arn("sqs", name))["SubscriptionArn"]
    assert topic in [it["TopicArn"] for it in aws("list-topics")["Topics"]]
    published = aws("publish", "--topic-arn", topic, "--message", "from the command line")
    envelope = json.loads(receive(sqs, url)[0]["Body"])
    assert (envelope["Message"], envelope["MessageId"]) == ("from the command line", published["MessageId"])
    aws("unsubscribe", "--subscription-arn", subscription)
    assert wait_for("the list", lambda: aws("list-subscriptions-by-topic", "--topic-arn", topic)["Subscriptions"] == [])
    aws("delete-topic", "--topic-arn", topic)
