"""`waterwheel tail`, `put` and `status STREAM`: a stream seen while it flows."""

import base64
import hashlib
import json
import os
import select
import signal
import subprocess
import time

import pytest
from conftest import Server, binary, make_function, make_stream, wait_for

FIRST, SECOND = "shardId-000000000000", "shardId-000000000001"


def run(server, command, *arguments, data=None, code=0):
    done = subprocess.run([binary(), command, *arguments, "--endpoint-url", server.url], input=data, capture_output=True,
                          timeout=60)
    assert done.returncode == code, (done.stdout, done.stderr)
    return done.stdout.decode() if code == 0 else done.stderr.decode()


class Tail:
    """A tail that goes on, whose lines are read as they come."""

    def __init__(self, server, *arguments):
        command = [binary(), "tail", *arguments, "--endpoint-url", server.url]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.rest = b""

    def line(self, stream=None):
        stream = stream or self.process.stdout
        while b"\n" not in self.rest:
            assert select.select([stream], [], [], 30)[0], self.rest
            piece = os.read(stream.fileno(), 65536)
            assert piece, self.process.stderr.read()
            self.rest += piece
        line, _, self.rest = self.rest.partition(b"\n")
        return line.decode()

    def end(self, signal_number=signal.SIGINT):
        self.process.send_signal(signal_number)
        out, errors = self.process.communicate(timeout=30)
        return self.process.returncode, out, errors


CLIENTS = {}


def put(server, stream, data, key="k", **options):
    """Puts a record; the client is made once for a server."""
    if server.url not in CLIENTS:
        CLIENTS[server.url] = server.client("kinesis")
    return CLIENTS[server.url].put_record(StreamName=stream, PartitionKey=key, Data=data, **options)


@pytest.fixture
def stream(shared, name):
    shared.client("kinesis").create_stream(StreamName=name, ShardCount=2)
    wait_for("the stream", lambda: active(shared, name))
    return name


def active(server, stream):
    summary = server.client("kinesis").describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]
    return summary["StreamStatus"] == "ACTIVE"


def everything(server, stream, *arguments):
    out = run(server, "tail", stream, "--from", "trim-horizon", "--no-follow", "--json", *arguments)
    return [json.loads(line) for line in out.splitlines()]


def test_records_of_all_shards_come_in_the_order_of_their_arrival(shared, stream):
    for number in range(60):
        put(shared, stream, str(number).encode(), key=f"key-{number}")
        if number % 20 == 0:
            select.select([], [], [], 0.002)
    records = everything(shared, stream)
    times = [record["approximateArrivalTimestamp"] for record in records]
    assert times == sorted(times) and {record["shardId"] for record in records} == {FIRST, SECOND}
    assert sorted(int(record["data"]) for record in records) == list(range(60))
    assert all(record["partitionKey"] == f"key-{record['data']}" for record in records)


def test_what_is_put_is_there_at_once(shared, stream):
    tail = Tail(shared, stream, "--from", "trim-horizon", "--json")
    for number in range(20):
        put(shared, stream, str(number).encode(), key=str(number))
        record = json.loads(tail.line())
        assert record["data"] == str(number) and record["ageMs"] < 1000
    code, out, errors = tail.end()
    assert (code, out, errors) == (-signal.SIGINT, b"", b"")


def test_the_latest_is_what_comes_from_now_on(shared, stream):
    put(shared, stream, b"before")
    tail = Tail(shared, stream)
    # It is known to have begun when it shows what was put since.
    seen = wait_for("a line", lambda: put(shared, stream, b"after") and select.select([tail.process.stdout], [], [], 0.2)[0])
    assert seen and tail.line().endswith("  k  after")
    assert b"before" not in tail.end()[1]


def test_a_line_tells_key_shard_and_age_and_what_no_text_is(shared, stream):
    for data in [b"text  as it is\n", b'{\n  "a": "b c"\n}', b"\x1f\x8b\x08\x00", b"\x00\xff", b"", "ü\u202e".encode()]:
        put(shared, stream, data, key="user-7")
    lines = run(shared, "tail", stream, "--from", "trim-horizon", "--no-follow").splitlines()
    shown = [line.split("  user-7  ", 1)[1] for line in lines]
    assert shown == ["text  as it is", '{"a":"b c"}', "(gzip, 4 bytes)", "(binary, 2 bytes) 00ff", "(empty)", "ü\\u{202e}"]
    assert all(line.split("  ")[1] in "01" and "\x1b" not in line for line in lines), lines


def test_records_of_the_producer_library_are_unpacked(shared, stream):
    message = b"\x0a\x01a\x0a\x01b\x1a\x06\x08\x01\x1a\x02xy\x1a\x06\x08\x00\x1a\x02zz"
    put(shared, stream, b"\xf3\x89\x9a\xc2" + message + hashlib.md5(message).digest(), key="packed")
    records = everything(shared, stream)
    assert [(it["partitionKey"], it["data"], it["subSequenceNumber"]) for it in records] == [("b", "xy", 0), ("a", "zz", 1)]
    assert len(everything(shared, stream, "--key", "a")) == 1


def test_it_goes_on_through_splits_and_merges(shared, stream):
    kinesis = shared.client("kinesis")
    tail = Tail(shared, stream, "--from", "trim-horizon", "--json")

    put(shared, stream, b"1")
    assert json.loads(tail.line())["data"] == "1"
    kinesis.merge_shards(StreamName=stream, ShardToMerge=FIRST, AdjacentShardToMerge=SECOND)
    wait_for("the merge", lambda: active(shared, stream))
    put(shared, stream, b"2")
    record = json.loads(tail.line())
    assert (record["data"], record["shardId"]) == ("2", "shardId-000000000002")
    kinesis.split_shard(StreamName=stream, ShardToSplit="shardId-000000000002", NewStartingHashKey=str(2**127))
    wait_for("the split", lambda: active(shared, stream))
    for hash_key in ["0", str(2**128 - 1)]:
        put(shared, stream, b"3", ExplicitHashKey=hash_key)
    assert {json.loads(tail.line())["shardId"] for _ in range(2)} == {"shardId-000000000003", "shardId-000000000004"}
    _, _, errors = tail.end()
    assert f"{FIRST} has ended, shardId-000000000002 go on".encode() in errors
    # And all of it again, from the beginning.
    assert [record["data"] for record in everything(shared, stream)] == ["1", "2", "3", "3"]
    assert [record["data"] for record in everything(shared, stream, "--shard", "2")] == ["2"]


def test_a_count_ends_it_and_too_few_are_an_error(shared, stream):
    for number in range(5):
        put(shared, stream, str(number).encode())
    assert len(everything(shared, stream, "-n", "3")) == 3
    assert "there were 5 records only" in run(
        shared, "tail", stream, "--from", "trim-horizon", "--no-follow", "-n", "6", code=1)


def test_from_a_time_on(shared, stream):
    put(shared, stream, b"old")
    moment = time.time()
    wait_for("the next moment", lambda: time.time() > moment + 0.01)
    put(shared, stream, b"new")

    def since(text):
        out = run(shared, "tail", stream, "--from", text, "--no-follow", "--json")
        return [json.loads(line)["data"] for line in out.splitlines()]

    assert since(f"{moment + 0.005:.3f}") == ["new"]
    assert since("1h") == ["old", "new"]


def test_json_has_base64_where_data_is_no_text(shared, stream):
    put(shared, stream, b"\xff\xfe")
    (record,) = everything(shared, stream)
    assert base64.b64decode(record["dataBase64"]) == b"\xff\xfe" and "data" not in record


def test_what_is_not_there_is_told(shared, stream):
    said = run(shared, "tail", stream[:-1], code=1)
    assert "not found" in said and f"did you mean {stream}?" in said
    said = run(shared, "tail", stream, "--shard", "9", code=1)
    assert "there is no shard shardId-000000000009" in said and "did you mean" not in said
    said = run(shared, "put", stream[:-1], data=b"a\n", code=1)
    assert f"did you mean {stream}?" in said and "nothing was put" in said
    assert "did you mean" not in run(shared, "tail", "a b", code=1)


def test_a_stream_that_is_deleted_ends_it(shared, stream):
    tail = Tail(shared, stream, "--from", "trim-horizon")
    put(shared, stream, b"1")
    assert tail.line().endswith("  1")
    shared.client("kinesis").delete_stream(StreamName=stream)
    _, errors = tail.process.communicate(timeout=30)
    assert tail.process.returncode == 1 and stream.encode() in errors


def test_it_goes_on_when_the_server_comes_back(server, name):
    make_stream(server, name)
    tail = Tail(server, name, "--from", "trim-horizon", "--json")
    for number in range(3):
        put(server, name, str(number).encode())
        assert json.loads(tail.line())["data"] == str(number)
    assert server.stop() == 0
    assert "still in flight" not in server.log(), "nobody waits for a tail"
    server.start()
    put(server, name, b"3")
    assert json.loads(tail.line())["data"] == "3"
    assert b"the server is away" in tail.end()[2]


def test_lines_become_records_with_keys_of_their_own(shared, stream, tmp_path):
    lines = [json.dumps({"user": f"u{number % 7}", "n": number}) for number in range(1200)]
    (tmp_path / "events.jsonl").write_text("\n".join(lines) + "\n\n")
    said = run(shared, "put", stream, str(tmp_path / "events.jsonl"), "--key-field", "user")
    assert said.startswith(f"put 1200 records ({sum(map(len, lines))} bytes) into 2 shards of {stream} in "), said
    records = everything(shared, stream)
    assert len(records) == 1200 and all(json.loads(it["data"])["user"] == it["partitionKey"] for it in records)
    for user in range(7):
        mine = [json.loads(it["data"])["n"] for it in records if it["partitionKey"] == f"u{user}"]
        assert mine == sorted(mine), "a key's lines keep their order"


def test_a_pipe_that_pauses_is_not_waited_for(shared, stream):
    command = [binary(), "put", stream, "--key", "a", "--json", "--endpoint-url", shared.url]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    tail = Tail(shared, stream, "--from", "trim-horizon", "--json")
    for line in [b"one", b"two\xff"]:
        process.stdin.write(line + b"\r\n")
        process.stdin.flush()
        record = json.loads(tail.line())
        assert record["partitionKey"] == "a"
        assert record.get("data", "").encode() == line or base64.b64decode(record["dataBase64"]) == line
    out, _ = process.communicate(timeout=30)
    said = json.loads(out)
    assert (said["records"], said["bytes"], said["triedAgain"]) == (2, 7, 0) and process.returncode == 0
    tail.end()


def test_a_line_without_its_key_stops_it_and_says_what_was_put(shared, stream):
    said = run(shared, "put", stream, "--key-field", "user", data=b'{"user": 1}\n{"user": 2}\n{"name": 3}\n', code=1)
    assert said.strip().endswith("line 3 has no user; 2 records were put, all up to line 2")
    assert len(everything(shared, stream)) == 2


def test_a_record_that_is_too_long_is_the_servers_to_refuse(shared, stream):
    said = run(shared, "put", stream, data=b"x" * (2 << 20), code=1)
    assert "ValidationException" in said and "nothing was put" in said


def test_a_rate_is_kept(shared, stream):
    began = time.monotonic()
    run(shared, "put", stream, "--rate", "100", data=b"a\n" * 60)
    assert time.monotonic() - began > 0.4
    assert len(everything(shared, stream)) == 60


def test_status_of_a_stream_shows_rates_and_who_is_behind(shared, stream):
    make_function(shared, stream, "def handler(event, context): raise ValueError('no')")
    functions = shared.client("lambda")
    arn = shared.client("kinesis").describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]["StreamARN"]
    mapping = functions.create_event_source_mapping(
        FunctionName=stream, EventSourceArn=arn, StartingPosition="TRIM_HORIZON", BatchSize=10)["UUID"]
    shared.client("kinesis").put_records(StreamName=stream, Records=[
        {"Data": b"x" * 99, "PartitionKey": "k", "ExplicitHashKey": "0"} for _ in range(50)])

    def flow():
        return json.loads(run(shared, "status", stream, "--json"))

    flowing = flow()
    assert [shard["id"] for shard in flowing["shards"]] == [FIRST, SECOND]
    first, second = flowing["shards"]
    assert (first["records_per_s"], first["bytes_per_s"]) == (5.0, 500.0), "50 records of 100 bytes in 10 s"
    assert (second["records_per_s"], second["open"]) == (0.0, True)
    reader = wait_for("a batch that fails", lambda: next(
        (it for it in flow()["readers"] if it["shard"] == FIRST and it["lag_ms"] > 0), None))
    assert reader["uuid"] == mapping and reader["function"].startswith(stream)
    text = run(shared, "status", stream)
    assert f"{stream} ACTIVE, kept 24 h" in text and "RECORDS/S" in text and "BEHIND" in text
    assert "not found" in run(shared, "status", stream[:-1], code=1)
    functions.delete_event_source_mapping(UUID=mapping)


def test_who_looks_on_takes_nothing_from_others_and_meets_no_limit(tmp_path, name):
    server = Server(tmp_path, options=["--ephemeral", "--limits", "aws"])
    try:
        make_stream(server, name)
        tail = Tail(server, name, "--from", "trim-horizon", "--json")
        # Each is read by itself: far more than the five reads of a second.
        for number in range(20):
            put(server, name, str(number).encode())
            assert json.loads(tail.line())["data"] == str(number)
        kinesis = server.client("kinesis")
        iterator = kinesis.get_shard_iterator(
            StreamName=name, ShardId=FIRST, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        assert len(kinesis.get_records(ShardIterator=iterator)["Records"]) == 20
        tail.end()
    finally:
        server.stop()


def test_with_checked_signatures_they_are_the_root_keys(tmp_path):
    key = {"WATERWHEEL_ACCESS_KEY_ID": "root-key", "WATERWHEEL_SECRET_ACCESS_KEY": "root-secret"}
    server = Server(tmp_path, options=["--auth", "verify", "--access-key-id", "root-key", "--secret-access-key", "root-secret"])
    try:
        kinesis = server.client("kinesis", access_key="root-key", secret="root-secret")
        kinesis.create_stream(StreamName="s", ShardCount=1)
        wait_for("the stream", lambda: kinesis.describe_stream_summary(StreamName="s")["StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE")

        def command(*arguments, **variables):
            return subprocess.run([binary(), *arguments, "--endpoint-url", server.url], input="hello\n", capture_output=True,
                                  text=True, timeout=30, env={**os.environ, **variables})

        for name in ["tail", "status"]:
            refused = command(name, "s")
            assert refused.returncode == 1 and "Missing Authentication Token" in refused.stderr, refused
        assert command("put", "s", **key).returncode == 0
        shown = command("tail", "s", "--from", "trim-horizon", "-n", "1", **key)
        assert shown.stdout.endswith("  hello\n"), shown
        assert command("status", "s", **key).returncode == 0
    finally:
        server.stop()
