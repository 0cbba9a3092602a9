"""`waterwheel dlq` with events and with dead letters of other queues."""

import json
import os
import subprocess

from conftest import ACCOUNT, REGION, Server, binary, make_function, make_stream, wait_for, zipped

FAILS = "def handler(event, context):\n    raise ValueError('no \\x1b[31m')\n"
KEEPS = "def handler(event, context):\n    print('took', event['n'])\n"


def dlq(server, *arguments, **environment):
    done = subprocess.run([binary(), "dlq", *arguments, "--endpoint-url", server.url], capture_output=True,
                          text=True, timeout=120, env={**os.environ, **environment})
    return done.returncode, done.stdout, done.stderr


def arn(name):
    return f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"


def count(server, name):
    url = server.client("sqs").get_queue_url(QueueName=name)["QueueUrl"]
    attributes = server.client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    return int(attributes["ApproximateNumberOfMessages"])


def took(server, function):
    try:
        events = server.client("logs").filter_log_events(logGroupName=f"/aws/lambda/{function}")["events"]
    except server.client("logs").exceptions.ResourceNotFoundException:
        return []
    return sorted(event["message"].strip() for event in events if event["message"].startswith("took"))


def mended(server, function):
    server.client("lambda").update_function_code(FunctionName=function, ZipFile=zipped(app__py=KEEPS))


def test_events_are_shown_and_handed_to_their_function_again(server, name):
    client, sqs = server.client("lambda"), server.client("sqs")
    for queue in (f"{name}-d", f"{name}-l"):
        sqs.create_queue(QueueName=queue)
    make_function(server, name, FAILS, DeadLetterConfig={"TargetArn": arn(f"{name}-l")})
    client.put_function_event_invoke_config(FunctionName=name, MaximumRetryAttempts=0, DestinationConfig={
        "OnFailure": {"Destination": arn(f"{name}-d")}})
    for n in range(12):
        client.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps({"n": n}))
    wait_for("the letters", lambda: count(server, f"{name}-d") == 12 and count(server, f"{name}-l") == 12)
    status, said, _ = dlq(server, "list", "--json")
    listed = {queue["queue"]: queue for queue in json.loads(said)["queues"]}
    assert (status, listed[f"{name}-d"]["letters"], listed[f"{name}-l"]["of"]) == (0, 12, [f"events of {name}"])
    status, said, _ = dlq(server, "show", f"{name}-d")
    assert said.startswith(f"12 letters in {name}-d\n") and f"an event of {name}\n" in said
    assert "RetriesExhausted after 1 attempt: no \\u{1b}[31m" in said and "\x1b" not in said
    letters = json.loads(dlq(server, "show", f"{name}-l", "--json", "--most", "3")[1])["letters"]
    assert len(letters) == 3 and all(letter["payload"]["n"] in range(12) for letter in letters)
    assert count(server, f"{name}-d") == 12 and count(server, f"{name}-l") == 12, "showing takes nothing"
    mended(server, name)
    status, said, _ = dlq(server, "redrive", arn(f"{name}-d"))
    assert status == 0 and said.endswith(f"12 redriven, 0 left in {name}-d\n"), said
    wait_for("the events", lambda: len(took(server, name)) == 12)
    assert dlq(server, "redrive", f"{name}-l")[0] == 0
    wait_for("the events again", lambda: len(took(server, name)) == 24)


def test_dead_letters_go_back_to_their_queue(server, name):
    sqs = server.client("sqs")
    dead = sqs.create_queue(QueueName=f"{name}-d")["QueueUrl"]
    policy = json.dumps({"deadLetterTargetArn": arn(f"{name}-d"), "maxReceiveCount": 1})
    url = sqs.create_queue(QueueName=name, Attributes={"RedrivePolicy": policy, "VisibilityTimeout": "0"})["QueueUrl"]
    for n in range(3):
        sqs.send_message(QueueUrl=url, MessageBody=f"message {n}")

    def all_are_dead():
        sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)
        return count(server, f"{name}-d") == 3

    wait_for("dead letters", all_are_dead)
    status, said, _ = dlq(server, "show", dead)
    assert status == 0 and said.count(f"a message of the queue {name}\n") == 3 and "message 2" in said
    status, said, problem = dlq(server, "redrive", f"{name}-d")
    assert status == 0 and "3 of 3 messages" in said, said + problem
    assert said.endswith(f"3 redriven, 0 left in {name}-d\n") and count(server, name) == 3


def test_what_cannot_be_redriven_stays(server, name):
    server.client("sqs").create_queue(QueueName=name)
    url = server.client("sqs").get_queue_url(QueueName=name)["QueueUrl"]
    letter = {"requestContext": {"functionArn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:missing:$LATEST",
                                 "condition": "RetriesExhausted", "approximateInvokeCount": 3},
              "requestPayload": {}, "responsePayload": None}
    server.client("sqs").send_message(QueueUrl=url, MessageBody=json.dumps(letter))
    status, said, _ = dlq(server, "redrive", name)
    assert status == 1 and "Function not found" in said and said.endswith(f"0 redriven, 1 left in {name}\n"), said
    status, said, _ = dlq(server, "redrive", name, "--to", f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/s")
    assert status == 1 and "is no place for it" in said
    make_function(server, name, KEEPS)
    assert dlq(server, "redrive", name, "--to", f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}")[0] == 0
    status, _, problem = dlq(server, "show", "missing")
    assert status == 1 and "QueueDoesNotExist" in problem, problem


def test_records_are_read_back_and_put_back_and_a_letter_whose_records_are_gone_stays(server, name):
    client, kinesis = server.client("lambda"), server.client("kinesis")
    server.client("sqs").create_queue(QueueName=name)
    stream = make_stream(server, name)
    make_function(server, name, FAILS)
    uuid = client.create_event_source_mapping(
        FunctionName=name, EventSourceArn=stream, StartingPosition="TRIM_HORIZON", MaximumRetryAttempts=0,
        DestinationConfig={"OnFailure": {"Destination": arn(name)}})["UUID"]
    kinesis.put_record(StreamName=name, PartitionKey="a\x1bb", Data=b"\xff\x00")
    wait_for("the letter", lambda: count(server, name) == 1)
    letter, = json.loads(dlq(server, "show", name, "--json")[1])["letters"]
    record, = letter["records"]
    assert (letter["mappings"], letter["count"], letter["attempts"]) == ([uuid], 1, 1)
    assert (record["partition_key"], record["data"], record["text"]) == ("a\x1bb", "/wA=", None)
    said = dlq(server, "show", name)[1]
    assert "key a\\u{1b}b\n" in said and "base64 /wA=" in said, said
    status, said, _ = dlq(server, "redrive", name)
    assert status == 0 and f"1 record put into the stream {name}" in said, said
    wait_for("its second letter", lambda: count(server, name) == 1)
    again, = json.loads(dlq(server, "show", name, "--json")[1])["letters"]
    assert again["first"] > letter["first"] and again["records"][0]["data"] == "/wA="
    kinesis.delete_stream(StreamName=name)
    wait_for("the end of the stream", lambda: "cannot be read back" in dlq(server, "show", name)[1])
    status, said, _ = dlq(server, "redrive", name)
    assert status == 1 and said.endswith(f"0 redriven, 1 left in {name}\n") and "kept " in said, said


def test_a_server_that_checks_signatures_is_asked_with_the_root_key(tmp_path, name):
    key = {"WATERWHEEL_ACCESS_KEY_ID": "root-key", "WATERWHEEL_SECRET_ACCESS_KEY": "root-secret"}
    server = Server(tmp_path, options=["--auth", "verify"], variables=key)
    try:
        sqs = server.client("sqs", access_key="root-key", secret="root-secret")
        dead = sqs.create_queue(QueueName=f"{name}.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
        for n in range(3):
            sqs.send_message(QueueUrl=dead, MessageBody=f"message {n}", MessageGroupId=str(n),
                             MessageDeduplicationId=str(n))
        status, said, problem = dlq(server, "show", f"{name}.fifo", **key)
        assert status == 0 and said.count("a message that was sent here") == 3, said + problem
        assert dlq(server, "list", **key)[0] == 0
        status, _, problem = dlq(server, "list", WATERWHEEL_ACCESS_KEY_ID="root-key",
                                 WATERWHEEL_SECRET_ACCESS_KEY="guess")
        assert status == 1 and "signature" in problem, problem
    finally:
        server.stop()
