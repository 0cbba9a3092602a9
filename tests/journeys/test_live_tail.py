"""Live tails: what is written is pushed to who follows it, for as long as server and client are there."""

import http.client
import json
import socket
import subprocess
import threading
import time

import pytest
from botocore.config import Config
from botocore.exceptions import EventStreamError
from conftest import ACCOUNT, REGION, binary, make_function, refused, wait_for

OPEN = 600


@pytest.fixture(autouse=True)
def no_prefix(monkeypatch):
    """What `waterwheel env` sets: without it SDKs look for `stream-localhost`."""
    monkeypatch.setenv("AWS_DISABLE_HOST_PREFIX_INJECTION", "true")


def arn(group, account=ACCOUNT):
    return f"arn:aws:logs:{REGION}:{account}:log-group:{group}"


class Tail:
    """A live tail that a thread reads to its end."""

    def __init__(self, server, *groups, **options):
        answer = server.client("logs", config=options.pop("config", Config())).start_live_tail(
            logGroupIdentifiers=[arn(group) for group in groups], **options)
        self.stream = answer["responseStream"]
        self.events, self.ended, self.failure = [], threading.Event(), None
        self.start = next(iter(self.stream))["sessionStart"]
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        try:
            for event in self.stream:
                self.events.append((time.time(), event["sessionUpdate"]))
        except Exception as failure:  # A test looks at it.
            self.failure = failure
        self.ended.set()

    def results(self):
        return [result for _, update in self.events for result in update["sessionResults"]]

    def messages(self):
        return [result["message"] for result in self.results()]


def make_log(server, group, stream="s"):
    logs = server.client("logs")
    logs.create_log_group(logGroupName=group)
    logs.create_log_stream(logGroupName=group, logStreamName=stream)
    return logs


def put(logs, group, *messages, stream="s"):
    now = int(time.time() * 1000)
    logs.put_log_events(logGroupName=group, logStreamName=stream,
                        logEvents=[{"timestamp": now, "message": message} for message in messages])
    return now


def test_what_clients_and_functions_log_is_pushed(shared, name):
    logs = make_log(shared, name)
    make_function(shared, name, "def handler(event, context): print('said', event)")
    function = f"/aws/lambda/{name}"
    logs.create_log_group(logGroupName=function)
    put(logs, name, "before")
    tail = Tail(shared, name, function, logEventFilterPattern="said")
    filters = {"logStreamNames": [], "logStreamNamePrefixes": [], "logEventFilterPattern": "said"}
    assert {name: tail.start[name] for name in filters} == filters
    assert tail.start["logGroupIdentifiers"] == [arn(name), arn(function)]
    assert tail.start["sessionId"] and tail.start["requestId"]
    now = put(logs, name, "nothing", "said so")
    shared.client("lambda").invoke(FunctionName=name, Payload=json.dumps("hello"))
    wait_for("both lines", lambda: len(tail.messages()) >= 2)
    results = {result["logGroupIdentifier"]: result for result in tail.results()}
    assert results[arn(name)]["message"] == "said so" and results[arn(name)]["timestamp"] == now
    assert results[arn(name)]["logStreamName"] == "s" and results[arn(name)]["ingestionTime"] >= now
    assert results[arn(function)]["message"].strip() == "said hello"
    # One update each second, also where there is nothing to tell.
    wait_for("more updates", lambda: len(tail.events) >= 5)
    times = [at for at, _ in tail.events]
    assert 3 < times[4] - times[0] < 6, times
    assert all(update["sessionMetadata"] == {"sampled": False} for _, update in tail.events)
    assert len(tail.messages()) == 2
    tail.stream.close()


def test_of_a_flood_a_sample_is_told(shared, name):
    logs = make_log(shared, name)
    tail = Tail(shared, name, logStreamNamePrefixes=["s"])
    put(logs, name, *(f"line {number}" for number in range(5000)))
    wait_for("the sample", tail.messages)
    [(update, messages)] = [(update, [result["message"] for result in update["sessionResults"]])
                            for _, update in tail.events if update["sessionResults"]]
    assert update["sessionMetadata"] == {"sampled": True} and len(set(messages)) == 500
    tail.stream.close()


def test_what_no_tail_can_follow_is_refused(shared, name):
    logs = make_log(shared, name)
    for arguments, code in [
        ({"logGroupIdentifiers": [name]}, "InvalidParameterException"),
        ({"logGroupIdentifiers": [arn(name) + ":*"]}, "InvalidParameterException"),
        ({"logGroupIdentifiers": [arn(name)] * 11}, "InvalidParameterException"),
        ({"logGroupIdentifiers": [arn("no-such-group")]}, "ResourceNotFoundException"),
        ({"logGroupIdentifiers": [arn(name, "111111111111")]}, "ResourceNotFoundException"),
        ({"logGroupIdentifiers": [arn(name)], "logStreamNames": ["a"], "logStreamNamePrefixes": ["a"]},
         "InvalidParameterException"),
    ]:
        status, got, _ = refused(logs.start_live_tail, **arguments)
        assert (status, got) == (400, code), arguments


def test_sessions_are_counted_while_their_clients_are_there(server, name):
    logs = make_log(server, name)
    tails = [Tail(server, name) for _ in range(15)]
    _, code, _ = refused(logs.start_live_tail, logGroupIdentifiers=[arn(name)])
    assert code == "LimitExceededException"
    tails.pop().stream.close()

    def another():
        try:
            return Tail(server, name)
        except logs.exceptions.LimitExceededException:
            return None

    # The server learns of it when it writes to nobody.
    tails.append(wait_for("room for another", another, 30))
    for tail in tails:
        tail.stream.close()


def test_a_stop_ends_open_tails_at_once(server, name):
    make_log(server, name)
    tails = [Tail(server, name) for _ in range(5)]
    wait_for("an update", lambda: all(tail.events for tail in tails))
    begun = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - begun < 10, "answers that do not end by themselves are given 20 s"
    for tail in tails:
        # The body ends as it should, between two events.
        assert tail.ended.wait(10) and tail.failure is None, tail.failure


def test_a_crash_ends_a_tail_and_not_its_client(server, name):
    logs = make_log(server, name)
    tail = Tail(server, name)
    server.restart()
    assert tail.ended.wait(10) and not isinstance(tail.failure, EventStreamError)
    again = Tail(server, name)
    put(logs, name, "after")
    wait_for("the line", lambda: again.messages() == ["after"])
    again.stream.close()


def test_hosts_with_the_prefix_of_sdks_are_let_in(shared, name, monkeypatch):
    logs = make_log(shared, name)
    monkeypatch.delenv("AWS_DISABLE_HOST_PREFIX_INJECTION")
    real, asked = socket.getaddrinfo, []

    def resolved(host, *arguments, **options):
        asked.append(host)
        return real("localhost" if host == "stream-localhost" else host, *arguments, **options)

    # A name server, or a line in /etc/hosts, that knows the name.
    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    tail = Tail(shared, name)
    assert "stream-localhost" in asked
    put(logs, name, "here")
    wait_for("the line", lambda: tail.messages() == ["here"])
    tail.stream.close()
    # Where no name server is to know it, a client's own setting does as well.
    other = Tail(shared, name, config=Config(inject_host_prefix=False))
    other.stream.close()


def test_the_command_line_follows_a_group(shared, name):
    logs = make_log(shared, name)
    script = f"""eval "$({binary()} env --endpoint-url {shared.url})"
exec "$AWS_CLI_1" logs start-live-tail --log-group-identifiers {arn(name)}"""
    process = subprocess.Popen(["sh", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    stop = threading.Event()

    def say():
        while not stop.wait(0.5):
            put(logs, name, "to the terminal")

    speaker = threading.Thread(target=say)
    speaker.start()
    try:
        assert "to the terminal" in process.stdout.readline()
    finally:
        stop.set()
        speaker.join()
        process.terminate()
        process.wait()


def resident_kib(server):
    with open(f"/proc/{server.process.pid}/status") as status:
        [line] = [line for line in status if line.startswith("VmRSS:")]
    return int(line.split()[1])


def test_an_open_tail_costs_little(server, name):
    """Each account has fifteen at most, so many accounts have them."""
    connections = []

    def follow(account):
        client = server.client("logs", access_key=account)
        client.create_log_group(logGroupName=name)
        for _ in range(15):
            connection = http.client.HTTPConnection("localhost", server.port, timeout=30)
            scope = f"{account}/20260101/{REGION}/logs/aws4_request"
            connection.request("POST", "/", json.dumps({"logGroupIdentifiers": [arn(name, account)]}), {
                "X-Amz-Target": "Logs_20140328.StartLiveTail",
                "Content-Type": "application/x-amz-json-1.1",
                "X-Amz-Date": "20260101T000000Z",
                "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0",
            })
            answer = connection.getresponse()
            assert answer.status == 200, answer.read()
            connections.append((connection, answer))

    def wait_for_updates():
        # Longer than what comes before the first update.
        for _, answer in connections:
            answer.read(900)

    follow("100000000000")
    wait_for_updates()
    before = resident_kib(server)
    for number in range(1, OPEN // 15):
        follow(f"1{number:011}")
    wait_for_updates()
    grown = resident_kib(server) - before
    each = grown / (len(connections) - 15)
    print(f"{len(connections)} open tails: {each:.1f} KiB each")
    assert each < 40
    begun = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - begun < 10, "answers that do not end by themselves are given 20 s"
    for connection, _ in connections:
        connection.close()
