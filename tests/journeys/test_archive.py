"""Topics that keep what is published, and its replay, through a kill."""

import json
from datetime import datetime, timedelta, timezone

from conftest import ACCOUNT, REGION, refused, wait_for

KEPT = {"MessageRetentionPeriod": "7"}


def fifo_queue(sqs, name):
    attributes = {"FifoQueue": "true", "VisibilityTimeout": "600"}
    return sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]


def receive(sqs, url, count):
    """So many messages, in their order."""
    found = []
    while len(found) < count:
        messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=20,
                                       MessageAttributeNames=["All"]).get("Messages", [])
        assert messages, found
        for message in messages:
            found.append(message)
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return found


def test_what_was_kept_is_replayed_before_what_is_new_through_a_kill(server):
    sns, sqs = server.client("sns"), server.client("sqs")
    fifo = {"FifoTopic": "true", "ContentBasedDeduplication": "true", "ArchivePolicy": json.dumps(KEPT)}
    topic = sns.create_topic(Name="t.fifo", Attributes=fifo)["TopicArn"]
    began = datetime.now(timezone.utc) - timedelta(hours=1)
    for first in range(0, 300, 10):
        entries = [{"Id": str(n), "Message": f"{n:03}", "MessageGroupId": "g"} for n in range(first, first + 10)]
        answer = sns.publish_batch(TopicArn=topic, PublishBatchRequestEntries=entries)
        assert len(answer["Successful"]) == 10
    shown = sns.get_topic_attributes(TopicArn=topic)["Attributes"]
    assert json.loads(shown["ArchivePolicy"]) == KEPT
    assert datetime.fromisoformat(shown["BeginningArchiveTime"].replace("Z", "+00:00")) > began

    url = fifo_queue(sqs, "late.fifo")
    policy = {"PointType": "Timestamp", "StartingPoint": began.strftime("%Y-%m-%dT%H:%M:%S.000Z")}
    arn = sns.subscribe(
        TopicArn=topic, Protocol="sqs", Endpoint=f"arn:aws:sqs:{REGION}:{ACCOUNT}:late.fifo",
        Attributes={"RawMessageDelivery": "true", "ReplayPolicy": json.dumps(policy)},
    )["SubscriptionArn"]
    server.restart()
    sns, sqs = server.client("sns"), server.client("sqs")
    sns.publish(TopicArn=topic, Message="new", MessageGroupId="g")
    got = receive(sqs, url, 301)
    assert [message["Body"] for message in got] == [f"{n:03}" for n in range(300)] + ["new"]
    assert got[0]["MessageAttributes"]["Replayed"]["StringValue"] == "true"

    def status():
        return sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]["ReplayStatus"]

    wait_for("the end of the replay", lambda: status() == "Completed")
    status_code, code, words = refused(sns.delete_topic, TopicArn=topic)
    assert (status_code, code) == (400, "InvalidState")
    assert words == "Invalid state: Cannot delete a topic with an ArchivePolicy"
    sns.set_topic_attributes(TopicArn=topic, AttributeName="ArchivePolicy", AttributeValue="{}")
    assert "BeginningArchiveTime" not in sns.get_topic_attributes(TopicArn=topic)["Attributes"]
    sns.delete_topic(TopicArn=topic)
