"""SQS with boto3, in JSON; with both AWS CLIs; and in the query protocol of older clients."""

import base64
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import time
import urllib.parse
import urllib.request

import pytest
from conftest import ACCOUNT, REGION, refused, wait_for


@pytest.fixture
def sqs(shared):
    return shared.client("sqs")


@pytest.fixture
def queue(sqs, name):
    return sqs.create_queue(QueueName=name)["QueueUrl"]


@pytest.fixture
def fifo(sqs, name):
    attributes = {"FifoQueue": "true", "ContentBasedDeduplication": "true"}
    return sqs.create_queue(QueueName=name[:70] + ".fifo", Attributes=attributes)["QueueUrl"]


def receive(sqs, url, **options):
    options = {"MaxNumberOfMessages": 10, "MessageSystemAttributeNames": ["All"], **options}
    return sqs.receive_message(QueueUrl=url, **options).get("Messages", [])


def bodies(messages):
    return [message["Body"] for message in messages]


def arn(url):
    return f"arn:aws:sqs:{REGION}:{ACCOUNT}:{url.rsplit('/', 1)[1]}"


def counts(sqs, url):
    names = ["", "NotVisible", "Delayed"]
    attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    return [int(attributes["ApproximateNumberOfMessages" + name]) for name in names]


def test_a_queue_is_made_found_changed_and_deleted(shared, sqs, name):
    url = sqs.create_queue(QueueName=name, Attributes={"DelaySeconds": "3"}, tags={"a": "1"})["QueueUrl"]
    assert url == f"http://localhost:{shared.port}/{ACCOUNT}/{name}"
    assert sqs.get_queue_url(QueueName=name)["QueueUrl"] == url
    assert sqs.create_queue(QueueName=name, Attributes={"DelaySeconds": "3"})["QueueUrl"] == url
    assert refused(sqs.create_queue, QueueName=name, Attributes={"DelaySeconds": "4"})[1] == "QueueAlreadyExists"
    assert sqs.list_queues(QueueNamePrefix=name)["QueueUrls"] == [url]
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "7"})
    shown = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert shown["QueueArn"] == arn(url)
    assert (shown["DelaySeconds"], shown["VisibilityTimeout"]) == ("3", "7")
    assert (shown["MaximumMessageSize"], shown["SqsManagedSseEnabled"]) == ("1048576", "true")
    sqs.tag_queue(QueueUrl=url, Tags={"b": "2"})
    sqs.untag_queue(QueueUrl=url, TagKeys=["a"])
    assert sqs.list_queue_tags(QueueUrl=url)["Tags"] == {"b": "2"}
    sqs.delete_queue(QueueUrl=url)
    status, code, message = refused(sqs.get_queue_url, QueueName=name)
    assert (status, code) == (400, "AWS.SimpleQueueService.NonExistentQueue")
    assert message == "The specified queue does not exist."
    with pytest.raises(sqs.exceptions.QueueDoesNotExist):
        sqs.send_message(QueueUrl=url, MessageBody="x")


def test_a_message_comes_with_its_attributes(sqs, queue):
    attributes = {
        "text": {"DataType": "String", "StringValue": "ü"},
        "number": {"DataType": "Number.int", "StringValue": "-1.5"},
        "bytes": {"DataType": "Binary", "BinaryValue": b"\x00\xff"},
    }
    trace = {"AWSTraceHeader": {"DataType": "String", "StringValue": "Root=1-5759e988-bd862e3fe1be46a994272793"}}
    # botocore checks no sums of attributes; the sum of the body it checks.
    sent = sqs.send_message(QueueUrl=queue, MessageBody="hello", MessageAttributes=attributes,
                            MessageSystemAttributes=trace)
    assert sent["MD5OfMessageBody"] == hashlib.md5(b"hello").hexdigest()
    [message] = receive(sqs, queue, MessageAttributeNames=["All"])
    assert message["MessageId"] == sent["MessageId"]
    assert message["MessageAttributes"] == attributes
    assert message["MD5OfMessageAttributes"] == sent["MD5OfMessageAttributes"]
    assert message["Attributes"]["AWSTraceHeader"] == trace["AWSTraceHeader"]["StringValue"]
    assert message["Attributes"]["ApproximateReceiveCount"] == "1"
    assert message["Attributes"]["SenderId"]
    sqs.change_message_visibility(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=0)
    [message] = receive(sqs, queue, MessageAttributeNames=["num.*"], VisibilityTimeout=30)
    assert set(message["MessageAttributes"]) == {"number"}
    assert counts(sqs, queue) == [0, 1, 0]
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    assert counts(sqs, queue) == [0, 0, 0]
    assert refused(sqs.delete_message, QueueUrl=queue, ReceiptHandle="x")[1] == "ReceiptHandleIsInvalid"


def test_the_sum_of_attributes_is_aws_s(sqs, queue):
    """The sum that the documentation's algorithm gives for one attribute, computed here by hand."""
    parts = b"".join(len(part).to_bytes(4, "big") + part for part in [b"name", b"String"])
    expected = hashlib.md5(parts + b"\x01" + (5).to_bytes(4, "big") + b"value").hexdigest()
    sent = sqs.send_message(QueueUrl=queue, MessageBody="x",
                            MessageAttributes={"name": {"DataType": "String", "StringValue": "value"}})
    assert sent["MD5OfMessageAttributes"] == expected


def test_batches_tell_of_each_entry(sqs, queue):
    entries = [{"Id": str(n), "MessageBody": f"m{n}"} for n in range(9)]
    entries.append({"Id": "late", "MessageBody": "x", "DelaySeconds": 901})
    answer = sqs.send_message_batch(QueueUrl=queue, Entries=entries)
    assert [entry["Id"] for entry in answer["Successful"]] == [str(n) for n in range(9)]
    [failed] = answer["Failed"]
    assert (failed["Id"], failed["Code"], failed["SenderFault"]) == ("late", "InvalidParameterValue", True)
    messages = receive(sqs, queue)
    assert sorted(bodies(messages)) == [f"m{n}" for n in range(9)]
    handles = [{"Id": str(n), "ReceiptHandle": m["ReceiptHandle"]} for n, m in enumerate(messages)]
    back = [{**entry, "VisibilityTimeout": 0} for entry in handles[:2]]
    assert len(sqs.change_message_visibility_batch(QueueUrl=queue, Entries=back)["Successful"]) == 2
    assert counts(sqs, queue) == [2, 7, 0]
    assert len(sqs.delete_message_batch(QueueUrl=queue, Entries=handles)["Successful"]) == 9
    assert counts(sqs, queue) == [0, 0, 0]
    for entries, code in [
        ([], "EmptyBatchRequest"), (entries + entries, "TooManyEntriesInBatchRequest"),
        ([entries[0]] * 2, "BatchEntryIdsNotDistinct"), ([{"Id": "a b", "MessageBody": "x"}], "InvalidBatchEntryId"),
        ([{"Id": str(n), "MessageBody": "x" * 600_000} for n in range(2)], "BatchRequestTooLong"),
    ]:
        assert refused(sqs.send_message_batch, QueueUrl=queue, Entries=entries)[1] == f"AWS.SimpleQueueService.{code}"


def test_what_is_wrong_is_refused_in_aws_s_words(sqs, queue, name):
    def wrong(call, **arguments):
        return refused(call, **arguments)[1:]

    assert wrong(sqs.send_message, QueueUrl=queue, MessageBody="") == (
        "MissingParameter", "The request must contain the parameter MessageBody.")
    assert wrong(sqs.send_message, QueueUrl=queue, MessageBody="\x00")[0] == "InvalidMessageContents"
    assert wrong(sqs.send_message, QueueUrl=queue, MessageBody="x" * (1 << 20) + "x") == (
        "InvalidParameterValue",
        "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.")
    assert wrong(sqs.receive_message, QueueUrl=queue, MaxNumberOfMessages=11) == (
        "InvalidParameterValue",
        "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.")
    assert wrong(sqs.create_queue, QueueName=name + "!")[0] == "InvalidParameterValue"
    assert wrong(sqs.set_queue_attributes, QueueUrl=queue, Attributes={"DelaySeconds": "901"}) == (
        "InvalidAttributeValue", "Invalid value for the parameter DelaySeconds.")
    assert wrong(sqs.set_queue_attributes, QueueUrl=queue, Attributes={"Nonsense": "1"})[0] == "InvalidAttributeName"
    other = queue.replace(ACCOUNT, "111122223333")
    assert wrong(sqs.send_message, QueueUrl=other, MessageBody="x")[0] == "AccessDenied"
    sqs.send_message(QueueUrl=queue, MessageBody="x" * (1 << 20))
    sqs.purge_queue(QueueUrl=queue)
    assert counts(sqs, queue) == [0, 0, 0]
    assert wrong(sqs.purge_queue, QueueUrl=queue)[0] == "AWS.SimpleQueueService.PurgeQueueInProgress"


def test_delays_and_timeouts_pass(sqs, queue):
    begun = time.monotonic()
    sqs.send_message(QueueUrl=queue, MessageBody="late", DelaySeconds=2)
    assert counts(sqs, queue) == [0, 0, 1]
    [message] = receive(sqs, queue, WaitTimeSeconds=20, VisibilityTimeout=1)
    # When it is due, and not at the end of the wait.
    assert 1.9 < time.monotonic() - begun < 15
    [again] = receive(sqs, queue, WaitTimeSeconds=10)
    assert again["Attributes"]["ApproximateReceiveCount"] == "2"
    assert again["ReceiptHandle"] != message["ReceiptHandle"]


def test_receives_wait_and_are_woken(shared, sqs, queue):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(receive, shared.client("sqs"), queue, WaitTimeSeconds=20) for _ in range(2)]
        done, _ = concurrent.futures.wait(waiting, timeout=0.5)
        assert not done
        begun = time.monotonic()
        sqs.send_message(QueueUrl=queue, MessageBody="a")
        sqs.send_message(QueueUrl=queue, MessageBody="b")
        assert sorted(bodies(waiting[0].result() + waiting[1].result())) == ["a", "b"]
        assert time.monotonic() - begun < 15, "they were not woken"
    begun = time.monotonic()
    assert receive(sqs, queue, WaitTimeSeconds=1) == []
    assert time.monotonic() - begun >= 1


def test_groups_go_in_order_and_the_same_goes_once(sqs, fifo):
    for n in range(4):
        sqs.send_message(QueueUrl=fifo, MessageBody=f"a{n}", MessageGroupId="a")
    first = sqs.send_message(QueueUrl=fifo, MessageBody="b", MessageGroupId="b")
    same = sqs.send_message(QueueUrl=fifo, MessageBody="b", MessageGroupId="b")
    assert (same["MessageId"], same["SequenceNumber"]) == (first["MessageId"], first["SequenceNumber"])
    assert len(first["SequenceNumber"]) == 20
    head = receive(sqs, fifo, MaxNumberOfMessages=2, ReceiveRequestAttemptId="1")
    assert bodies(head) == ["a0", "a1"]
    assert head[0]["Attributes"]["MessageGroupId"] == "a"
    assert head[0]["Attributes"]["SequenceNumber"] < head[1]["Attributes"]["SequenceNumber"]
    again = receive(sqs, fifo, MaxNumberOfMessages=2, ReceiveRequestAttemptId="1")
    assert [m["ReceiptHandle"] for m in again] == [m["ReceiptHandle"] for m in head]
    assert bodies(receive(sqs, fifo)) == ["b"], "a group in flight is blocked"
    for message in head:
        sqs.delete_message(QueueUrl=fifo, ReceiptHandle=message["ReceiptHandle"])
    assert bodies(receive(sqs, fifo)) == ["a2", "a3"]
    assert refused(sqs.send_message, QueueUrl=fifo, MessageBody="x")[1] == "MissingParameter"
    assert refused(sqs.send_message, QueueUrl=fifo, MessageBody="x", MessageGroupId="a", DelaySeconds=1)[1] == "InvalidParameterValue"


def test_standard_queues_take_groups(sqs, queue):
    sqs.send_message(QueueUrl=queue, MessageBody="x", MessageGroupId="tenant")
    assert receive(sqs, queue)[0]["Attributes"]["MessageGroupId"] == "tenant"


def test_dead_letters_are_kept_apart_and_moved_back(sqs, name):
    dead = sqs.create_queue(QueueName=name + "-dead")["QueueUrl"]
    policy = json.dumps({"deadLetterTargetArn": arn(dead), "maxReceiveCount": "2"})
    url = sqs.create_queue(QueueName=name, Attributes={"RedrivePolicy": policy, "VisibilityTimeout": "0"})["QueueUrl"]
    assert sqs.list_dead_letter_source_queues(QueueUrl=dead)["queueUrls"] == [url]
    sent = sqs.send_message(QueueUrl=url, MessageBody="x")["MessageId"]
    assert [len(receive(sqs, url)) for _ in range(3)] == [1, 1, 0]
    [died] = receive(sqs, dead, VisibilityTimeout=0)
    assert died["MessageId"] == sent
    assert died["Attributes"]["DeadLetterQueueSourceArn"] == arn(url)
    handle = sqs.start_message_move_task(SourceArn=arn(dead))["TaskHandle"]
    task = wait_for("the end of the task", lambda: [
        it for it in sqs.list_message_move_tasks(SourceArn=arn(dead))["Results"] if it["Status"] == "COMPLETED"])
    assert task[0]["ApproximateNumberOfMessagesMoved"] == 1
    assert refused(sqs.cancel_message_move_task, TaskHandle=handle)[1] == "ResourceNotFoundException"
    assert bodies(receive(sqs, url)) == ["x"]
    for wrong in [arn(url) + "-no", "x"]:
        policy = json.dumps({"deadLetterTargetArn": wrong, "maxReceiveCount": 2})
        assert refused(sqs.set_queue_attributes, QueueUrl=url, Attributes={"RedrivePolicy": policy})[1] == "InvalidParameterValue"
    sqs.set_queue_attributes(QueueUrl=dead, Attributes={"RedriveAllowPolicy": '{"redrivePermission": "denyAll"}'})
    policy = json.dumps({"deadLetterTargetArn": arn(dead), "maxReceiveCount": 2})
    assert "does not permit" in refused(sqs.set_queue_attributes, QueueUrl=url, Attributes={"RedrivePolicy": policy})[2]


def test_a_task_is_cancelled(sqs, name):
    dead = sqs.create_queue(QueueName=name + "-dead")["QueueUrl"]
    policy = json.dumps({"deadLetterTargetArn": arn(dead), "maxReceiveCount": 1})
    url = sqs.create_queue(QueueName=name, Attributes={"RedrivePolicy": policy})["QueueUrl"]
    for _ in range(5):
        sqs.send_message(QueueUrl=dead, MessageBody="x")
    handle = sqs.start_message_move_task(
        SourceArn=arn(dead), DestinationArn=arn(url), MaxNumberOfMessagesPerSecond=1)["TaskHandle"]
    assert refused(sqs.start_message_move_task, SourceArn=arn(dead))[1:] == (
        "InvalidParameterValue", "There is already a task running. Only one active task is allowed for a source "
        "queue arn at a given time.")
    sqs.cancel_message_move_task(TaskHandle=handle)
    [task] = sqs.list_message_move_tasks(SourceArn=arn(dead))["Results"]
    assert task["Status"] == "CANCELLED" and task["ApproximateNumberOfMessagesMoved"] < 5


def test_permissions_edit_the_policy(sqs, queue):
    sqs.add_permission(QueueUrl=queue, Label="l", AWSAccountIds=["111122223333"], Actions=["SendMessage"])
    policy = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["Policy"])["Attributes"]["Policy"]
    assert json.loads(policy)["Statement"] == [{
        "Sid": "l", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
        "Action": "SQS:SendMessage", "Resource": arn(queue)}]
    assert refused(sqs.add_permission, QueueUrl=queue, Label="l", AWSAccountIds=["111122223333"],
                   Actions=["SendMessage"])[1] == "InvalidParameterValue"
    sqs.remove_permission(QueueUrl=queue, Label="l")
    assert "Attributes" not in sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["Policy"])
    assert refused(sqs.remove_permission, QueueUrl=queue, Label="l")[1] == "InvalidParameterValue"


def ask(url, **form):
    """A request of the query protocol, unsigned."""
    data = urllib.parse.urlencode({"Version": "2012-11-05", **form}).encode()
    try:
        return 200, urllib.request.urlopen(urllib.request.Request(url, data)).read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_the_query_protocol_is_spoken(shared, name):
    status, text = ask(shared.url, **{"Action": "CreateQueue", "QueueName": name, "Attribute.1.Name": "DelaySeconds",
                                      "Attribute.1.Value": "0", "Tag.1.Key": "k", "Tag.1.Value": "v"})
    assert status == 200 and 'xmlns="http://queue.amazonaws.com/doc/2012-11-05/"' in text, text
    [url] = re.findall("<CreateQueueResult><QueueUrl>(.*)</QueueUrl></CreateQueueResult>", text)
    status, text = ask(url, **{
        "Action": "SendMessage", "MessageBody": "a&b", "MessageAttribute.1.Name": "n",
        "MessageAttribute.1.Value.DataType": "String", "MessageAttribute.1.Value.StringValue": "v"})
    assert f"<MD5OfMessageBody>{hashlib.md5(b'a&b').hexdigest()}</MD5OfMessageBody>" in text, text
    status, text = ask(url, **{"Action": "ReceiveMessage", "AttributeName.1": "All", "MessageAttributeName.1": "All"})
    assert "<Body>a&amp;b</Body>" in text
    assert "<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>" in text
    assert "<MessageAttribute><Name>n</Name><Value><StringValue>v</StringValue><DataType>String</DataType></Value></MessageAttribute>" in text
    [handle] = re.findall("<ReceiptHandle>(.*)</ReceiptHandle>", text)
    form = {"Action": "DeleteMessageBatch", "DeleteMessageBatchRequestEntry.1.Id": "i",
            "DeleteMessageBatchRequestEntry.1.ReceiptHandle": handle}
    _, text = ask(url, **form)
    assert "<DeleteMessageBatchResultEntry><Id>i</Id></DeleteMessageBatchResultEntry>" in text, text
    _, text = ask(url, Action="ListQueueTags")
    assert "<Tag><Key>k</Key><Value>v</Value></Tag>" in text
    text = urllib.request.urlopen(f"{url}?Action=GetQueueAttributes&AttributeName.1=QueueArn&Version=2012-11-05").read().decode()
    assert f"<Attribute><Name>QueueArn</Name><Value>{arn(url)}</Value></Attribute>" in text
    status, text = ask(url + "-no", Action="PurgeQueue")
    assert status == 400 and "<Code>AWS.SimpleQueueService.NonExistentQueue</Code>" in text, text


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_command_line_sends_and_receives(shared, name, cli):
    environment = {**{k: v for k, v in os.environ.items() if not k.startswith("AWS_")},
                   "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": REGION}

    def aws(*arguments):
        command = [os.environ[cli], "--endpoint-url", shared.url, "--output", "json", "sqs", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout or "{}")

    url = aws("create-queue", "--queue-name", name)["QueueUrl"]
    aws("send-message", "--queue-url", url, "--message-body", "x", "--message-attributes",
        '{"n": {"DataType": "Number", "StringValue": "1"}}')
    [message] = aws("receive-message", "--queue-url", url, "--attribute-names", "All",
                    "--message-attribute-names", "All")["Messages"]
    assert message["Body"] == "x" and message["MessageAttributes"]["n"]["StringValue"] == "1"
    aws("delete-message", "--queue-url", url, "--receipt-handle", message["ReceiptHandle"])
    assert url in aws("list-queues", "--queue-name-prefix", name)["QueueUrls"]
    aws("delete-queue", "--queue-url", url)


def test_sentences_are_those_that_aws_was_heard_to_say(sqs, queue, fifo, name):
    def wrong(call, **arguments):
        return refused(call, **arguments)[1:]

    def attribute(value, kind="String", called="a"):
        return {"QueueUrl": queue, "MessageBody": "x", "MessageAttributes": {called: {"DataType": kind, **value}}}

    assert wrong(sqs.send_message, **attribute({"StringValue": ""})) == (
        "InvalidParameterValue", "Message (user) attribute 'a' must contain a non-empty value of type 'String'.")
    assert wrong(sqs.send_message, **attribute({"StringValue": "\b"}))[0] == "InvalidParameterValue"
    sqs.send_message(**attribute({"StringValue": "x"}, called="attr.1øßä"))
    assert wrong(sqs.send_message, QueueUrl=fifo, MessageBody="x", MessageGroupId="g", DelaySeconds=2) == (
        "InvalidParameterValue", "Value 2 for parameter DelaySeconds is invalid. Reason: The request include parameter "
        "that is not valid for this queue type.")
    assert wrong(sqs.send_message, QueueUrl=fifo, MessageBody="x")[0] == "MissingParameter"
    assert wrong(sqs.send_message_batch, QueueUrl=fifo, Entries=[
        {"Id": "1", "MessageBody": "x", "MessageGroupId": "g"}, {"Id": "2", "MessageBody": "y"}]) == (
        "InvalidParameterValue", "The request must contain the parameter MessageGroupId.")
    assert wrong(sqs.set_queue_attributes, QueueUrl=queue, Attributes={"FifoQueue": "true"}) == (
        "InvalidAttributeName", "Unknown Attribute FifoQueue.")
    sqs.set_queue_attributes(QueueUrl=fifo, Attributes={"FifoQueue": "true"})
    assert wrong(sqs.set_queue_attributes, QueueUrl=fifo, Attributes={"FifoQueue": "false"}) == (
        "InvalidAttributeValue",
        "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.")
    assert wrong(sqs.set_queue_attributes, QueueUrl=queue, Attributes={
        "KmsMasterKeyId": "k", "SqsManagedSseEnabled": "true"}) == (
        "InvalidAttributeName", "You can use one type of server-side encryption (SSE) at one time. You can either "
        "enable KMS SSE or SQS SSE.")
    assert wrong(sqs.create_queue, QueueName=name + "-2", Attributes={
        "RedrivePolicy": '{"deadLetterTargetArn": "dummy", "maxReceiveCount": 42}'}) == (
        "InvalidParameterValue", 'Value {"deadLetterTargetArn": "dummy", "maxReceiveCount": 42} for parameter '
        "RedrivePolicy is invalid. Reason: Invalid value for deadLetterTargetArn.")
    # Of a handle that names a task of a queue that is not there.
    unknown = json.dumps({"taskId": "1", "sourceArn": arn(queue) + "-none"}).encode()
    assert refused(sqs.cancel_message_move_task, TaskHandle=base64.b64encode(unknown).decode())[1:] == (
        "ResourceNotFoundException",
        "The resource that you specified for the SourceArn parameter doesn't exist.")


def test_permissions_are_statements_of_the_policy(shared, sqs, queue):
    sqs.add_permission(QueueUrl=queue, Label="them", AWSAccountIds=["111111111111"],
                       Actions=["SendMessage", "GetQueueAttributes"])
    policy = json.loads(sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["Policy"])["Attributes"]["Policy"])
    assert policy == {"Version": "2008-10-17", "Id": f"{arn(queue)}/SQSDefaultPolicy", "Statement": [{
        "Sid": "them", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:root"},
        "Action": ["SQS:SendMessage", "SQS:GetQueueAttributes"], "Resource": arn(queue)}]}
    assert refused(sqs.add_permission, QueueUrl=queue, Label="them", AWSAccountIds=["111111111111"],
                   Actions=["SendMessage"])[2] == "Value them for parameter Label is invalid. Reason: Already exists."
    them = shared.client("sqs", access_key="111111111111")
    them.send_message(QueueUrl=queue, MessageBody="from them")
    assert refused(them.receive_message, QueueUrl=queue)[:2] == (403, "AccessDenied")
    assert bodies(receive(sqs, queue)) == ["from them"]
    # A policy may also keep the owner out.
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": json.dumps({
        "Version": "2012-10-17", "Statement": [{
            "Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage", "Resource": arn(queue)}]})})
    assert refused(sqs.send_message, QueueUrl=queue, MessageBody="x")[1] == "AccessDenied"
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": ""})
    assert refused(them.send_message, QueueUrl=queue, MessageBody="x")[1] == "AccessDenied"
    assert refused(sqs.remove_permission, QueueUrl=queue, Label="them")[2] == (
        "Value them for parameter Label is invalid. Reason: can't find label.")


def test_groups_are_open_while_their_first_message_is_in_sight(sqs, fifo):
    for body, group in [("g1-m1", "1"), ("g1-m2", "1"), ("g2-m1", "2")]:
        sqs.send_message(QueueUrl=fifo, MessageBody=body, MessageGroupId=group)
    first, second = receive(sqs, fifo, MaxNumberOfMessages=2)
    assert bodies([first, second]) == ["g1-m1", "g1-m2"]
    sqs.change_message_visibility(QueueUrl=fifo, ReceiptHandle=first["ReceiptHandle"], VisibilityTimeout=0)
    assert bodies(receive(sqs, fifo, MaxNumberOfMessages=3, WaitTimeSeconds=2)) == ["g2-m1", "g1-m1"]


def test_an_older_handle_still_changes_how_long_a_message_is_out_of_sight(sqs, queue):
    sqs.send_message(QueueUrl=queue, MessageBody="x")
    [first] = receive(sqs, queue, VisibilityTimeout=0)
    assert receive(sqs, queue, VisibilityTimeout=60)
    sqs.change_message_visibility(QueueUrl=queue, ReceiptHandle=first["ReceiptHandle"], VisibilityTimeout=0)
    [last] = receive(sqs, queue)
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=last["ReceiptHandle"])
    assert refused(sqs.change_message_visibility, QueueUrl=queue, ReceiptHandle=last["ReceiptHandle"],
                   VisibilityTimeout=42)[1:] == (
        "InvalidParameterValue", f"Value {last['ReceiptHandle']} for parameter ReceiptHandle is invalid. Reason: "
        "Message does not exist or is not available for visibility timeout change.")


def test_names_of_attributes_are_asked_for_by_what_they_begin_with(sqs, queue):
    names = ["Help.Me", "Hello", "General"]
    sqs.send_message(QueueUrl=queue, MessageBody="x", MessageAttributes={
        name: {"DataType": "String", "StringValue": "y"} for name in names})
    for asked, given in [
        ([], []), (["All"], names), (["*"], names), ([".*"], names), (["Foo", "Help"], []),
        (["Foo", "Hello"], ["Hello"]), (["Hel.*"], ["Hello", "Help.Me"]), (["AWS."], []), (["..foo"], []),
    ]:
        [message] = receive(sqs, queue, MessageAttributeNames=asked, VisibilityTimeout=0)
        assert sorted(message.get("MessageAttributes", {})) == sorted(given), asked
