"""Topics through a kill and a stop."""

import concurrent.futures
import json

from conftest import ACCOUNT, REGION, refused, wait_for


def arn(name):
    return f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"


def receive(sqs, url):
    found = []
    while messages := sqs.receive_message(
        QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=600, WaitTimeSeconds=1,
    ).get("Messages", []):
        found += [message["Body"] for message in messages]
    return found


def subscribed(server, count, topic="t", suffix="", **attributes):
    """A topic to which so many queues are subscribed; their URLs."""
    sns, sqs = server.client("sns"), server.client("sqs")
    fifo = {"FifoTopic": "true", "ContentBasedDeduplication": "true"} if suffix else {}
    topic = sns.create_topic(Name=topic + suffix, Attributes=fifo)["TopicArn"]
    urls = []
    for number in range(count):
        name = f"q{number}{suffix}"
        own = {"FifoQueue": "true"} if suffix else {}
        urls.append(sqs.create_queue(QueueName=name, Attributes=own)["QueueUrl"])
        attributes = {"RawMessageDelivery": "true", **attributes}
        sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn(name), Attributes=attributes)
    return topic, urls


def publish_until_killed(server, topic, workers, seconds, **options):
    """What was acknowledged by then."""
    acknowledged = set()

    def publish(worker):
        own = server.client("sns")
        for n in range(100_000):
            text = f"{worker}-{n:06}"
            try:
                own.publish(TopicArn=topic, Message=text, **{k: v.format(worker) for k, v in options.items()})
            except Exception:
                return
            acknowledged.add(text)

    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        working = [pool.submit(publish, worker) for worker in range(workers)]
        concurrent.futures.wait(working, timeout=seconds)
        server.kill()
    return acknowledged


def test_what_was_published_reaches_every_queue_through_kills(server):
    topic, urls = subscribed(server, 3)
    for _ in range(3):
        acknowledged = publish_until_killed(server, topic, 4, 0.7)
        server.start()
        sqs = server.client("sqs")
        for url in urls:
            missing = acknowledged - set(receive(sqs, url))
            assert acknowledged and not missing, f"{len(missing)} of {len(acknowledged)} did not reach {url}"


def test_a_fifo_topic_keeps_its_order_through_a_kill(server):
    topic, [url] = subscribed(server, 1, suffix=".fifo")
    acknowledged = publish_until_killed(server, topic, 3, 1, MessageGroupId="g{}")
    server.start()
    sqs, found = server.client("sqs"), []
    while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=2).get("Messages", []):
        for message in messages:
            found.append(message["Body"])
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    assert acknowledged and acknowledged <= set(found)
    assert len(found) == len(set(found)), "each was taken once"
    for worker in range(3):
        own = [it for it in found if it.startswith(f"{worker}-")]
        assert own == sorted(own)


def test_what_cannot_be_delivered_is_a_dead_letter_through_a_kill(server):
    sns, sqs = server.client("sns"), server.client("sqs")
    dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
    redrive = json.dumps({"deadLetterTargetArn": arn("dead")})
    topic, [url] = subscribed(server, 1, RedrivePolicy=redrive)
    sqs.delete_queue(QueueUrl=url)
    for n in range(20):
        sns.publish(TopicArn=topic, Message=str(n))
    server.restart()
    found = set()

    def all_letters():
        found.update(receive(server.client("sqs"), dead))
        return found == {str(n) for n in range(20)}

    wait_for("the letters", all_letters)


def test_subscriptions_and_their_attributes_survive(server):
    topic, _ = subscribed(server, 2, FilterPolicy=json.dumps({"a": ["x"]}))
    sns = server.client("sns")
    before = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    sns.unsubscribe(SubscriptionArn=before[0]["SubscriptionArn"])
    server.restart()
    sns = server.client("sns")
    [left] = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    assert left == before[1]
    shown = sns.get_subscription_attributes(SubscriptionArn=left["SubscriptionArn"])["Attributes"]
    assert json.loads(shown["FilterPolicy"]) == {"a": ["x"]}
    sns.delete_topic(TopicArn=topic)
    server.restart()
    assert refused(server.client("sns").get_topic_attributes, TopicArn=topic)[1] == "NotFound"


def test_a_stop_settles_what_is_under_way(server):
    topic, [url] = subscribed(server, 1)
    sns = server.client("sns")
    for n in range(50):
        sns.publish(TopicArn=topic, Message=str(n))
    assert server.stop() == 0
    server.start()
    found = receive(server.client("sqs"), url)
    assert sorted(found, key=int) == [str(n) for n in range(50)]
