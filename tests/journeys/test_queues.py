"""Queues through a kill and a stop."""

import concurrent.futures
import http.client
import json
import time



def receive(sqs, url, **options):
    options = {"MaxNumberOfMessages": 10, "MessageSystemAttributeNames": ["All"], **options}
    return sqs.receive_message(QueueUrl=url, **options).get("Messages", [])


def test_messages_in_all_states_survive_a_kill(server):
    """What was deleted stays deleted, what is out of sight stays so, and what was sent once is one."""
    sqs = server.client("sqs")
    url = sqs.create_queue(QueueName="q")["QueueUrl"]
    fifo = sqs.create_queue(QueueName="q.fifo", Attributes={
        "FifoQueue": "true", "ContentBasedDeduplication": "true"})["QueueUrl"]
    for body in ["deleted", "in flight", "back", "visible"]:
        sqs.send_message(QueueUrl=url, MessageBody=body)
    sqs.send_message(QueueUrl=url, MessageBody="delayed", DelaySeconds=900)
    handles = {}
    for body in ["deleted", "in flight", "back"]:
        [message] = receive(sqs, url, MaxNumberOfMessages=1)
        assert message["Body"] == body
        handles[body] = message["ReceiptHandle"]
    sqs.delete_message(QueueUrl=url, ReceiptHandle=handles["deleted"])
    sqs.change_message_visibility(QueueUrl=url, ReceiptHandle=handles["in flight"], VisibilityTimeout=600)
    sqs.change_message_visibility(QueueUrl=url, ReceiptHandle=handles["back"], VisibilityTimeout=0)
    first = sqs.send_message(QueueUrl=fifo, MessageBody="once", MessageGroupId="g")
    server.restart()
    found = {m["Body"]: m["Attributes"]["ApproximateReceiveCount"] for m in receive(sqs, url)}
    assert found == {"back": "2", "visible": "1"}
    counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert counts["ApproximateNumberOfMessagesDelayed"] == "1"
    assert counts["ApproximateNumberOfMessagesNotVisible"] == "3"
    sqs.delete_message(QueueUrl=url, ReceiptHandle=handles["in flight"])
    counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert counts["ApproximateNumberOfMessagesNotVisible"] == "2"
    again = sqs.send_message(QueueUrl=fifo, MessageBody="once", MessageGroupId="g")
    assert again["MessageId"] == first["MessageId"]
    later = sqs.send_message(QueueUrl=fifo, MessageBody="twice", MessageGroupId="g")
    assert later["SequenceNumber"] > first["SequenceNumber"]
    assert [m["Body"] for m in receive(sqs, fifo)] == ["once", "twice"]


def test_what_was_acknowledged_survives_a_kill_in_the_middle(server):
    sqs = server.client("sqs")
    url = sqs.create_queue(QueueName="q")["QueueUrl"]
    acknowledged = set()

    def send(worker):
        own = server.client("sqs")
        for n in range(1000):
            try:
                own.send_message(QueueUrl=url, MessageBody=f"{worker}-{n}")
            except Exception:
                return
            acknowledged.add(f"{worker}-{n}")

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        workers = [pool.submit(send, worker) for worker in range(4)]
        concurrent.futures.wait(workers, timeout=1)
        server.kill()
    server.start()
    found = set()
    while messages := receive(sqs, url, VisibilityTimeout=600):
        found |= {message["Body"] for message in messages}
    assert acknowledged and acknowledged <= found
    assert len(found - acknowledged) <= 4, "one of each worker may have been under way"


def test_receives_that_wait_end_when_the_server_stops(server):
    sqs = server.client("sqs")
    url = sqs.create_queue(QueueName="q")["QueueUrl"]
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(receive, server.client("sqs"), url, WaitTimeSeconds=20) for _ in range(3)]
        done, _ = concurrent.futures.wait(waiting, timeout=1)
        assert not done
        begun = time.monotonic()
        assert server.stop() == 0
        assert [future.result() for future in waiting] == [[], [], []]
        assert time.monotonic() - begun < 10


def test_a_client_that_goes_away_takes_nothing(shared, name):
    """Its long poll would else be given the next message, which nobody sees until it comes back."""
    sqs = shared.client("sqs")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    credential = "Credential=test/20260101/us-east-1/sqs/aws4_request"
    headers = {
        "X-Amz-Target": "AmazonSQS.ReceiveMessage", "Content-Type": "application/x-amz-json-1.0",
        "X-Amz-Date": "20260101T000000Z",
        "Authorization": f"AWS4-HMAC-SHA256 {credential}, SignedHeaders=host;x-amz-date, Signature=0"}
    gone = [http.client.HTTPConnection("127.0.0.1", shared.port) for _ in range(5)]
    for one in gone:
        one.request("POST", "/", json.dumps({"QueueUrl": url, "WaitTimeSeconds": 20}), headers)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        waiting = pool.submit(receive, sqs, url, WaitTimeSeconds=20)
        for one in gone:
            one.close()
        sqs.send_message(QueueUrl=url, MessageBody="a")
        assert [message["Body"] for message in waiting.result()] == ["a"]
