"""Who runs the server sees on its terminal which functions fail, for whom and why, and status counts it."""

import json
import re
import subprocess

from conftest import binary, make_function, make_stream, wait_for

CODE = """
import time
def handler(event, context):
    what = event.get("do") or "raise"
    if what == "sleep":
        time.sleep(30)
    if what == "fine":
        return 1
    raise ValueError("no such order\\nand more")
"""


def lines(server, *words):
    plain = re.sub(r"\x1b\[[0-9;]*m", "", server.log())
    return [line for line in plain.splitlines() if "WARN" in line and all(word in line for word in words)]


def report(server):
    done = subprocess.run([binary(), "status", "--json", "--endpoint-url", server.url],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_failed_call_is_one_line_and_many_are_few(server):
    make_function(server, "broken", CODE, Timeout=1)
    client = server.client("lambda")

    def invoke(what):
        return client.invoke(FunctionName="broken", Payload=json.dumps({"do": what}))

    assert "FunctionError" not in invoke("fine")
    assert not lines(server, "an invocation failed")
    invoke("raise")
    [line] = lines(server, "an invocation failed")
    for word in ['function="broken"', "arn:aws:iam::000000000000:root", 'error="ValueError: no such order"']:
        assert word in line, line
    invoke("sleep")
    [line] = lines(server, "Sandbox.Timedout")
    assert "Task timed out after 1.00 seconds" in line
    for _ in range(20):
        invoke("raise")
    assert len(lines(server, "ValueError")) == 3, "those that are repeated are counted"
    [function] = report(server)["functions"]
    assert (function["invocations"], function["errors"]) == (23, 22)


def test_a_function_that_cannot_begin_is_seen(server):
    make_function(server, "torn", "import nowhere\n")
    server.client("lambda").invoke(FunctionName="torn")
    [line] = lines(server, "an invocation failed", 'function="torn"')
    assert "Runtime.ImportModuleError" in line and "nowhere" in line


def test_an_event_says_when_it_is_tried_again(server):
    make_function(server, "broken", CODE)
    server.client("lambda").invoke(FunctionName="broken", InvocationType="Event", Payload=b"{}")
    wait_for("the line", lambda: lines(server, 'by="an event"'))
    [line] = lines(server, 'by="an event"')
    assert "attempt=1" in line and "again in 60 s" in line, line


def test_a_mapping_says_what_becomes_of_its_records(server):
    make_function(server, "broken", CODE)
    arn = make_stream(server, "orders")
    client = server.client("lambda")
    mapping = client.create_event_source_mapping(
        FunctionName="broken", EventSourceArn=arn, StartingPosition="TRIM_HORIZON", MaximumRetryAttempts=1)
    server.client("kinesis").put_record(StreamName="orders", Data=b"1", PartitionKey="k")
    wait_for("the discard", lambda: lines(server, "records are discarded"))
    by = f'by="mapping {mapping["UUID"]} of orders shardId-000000000000"'
    first, *_ = lines(server, "an invocation failed", by)
    assert "attempt=1" in first and "again in" in first and "ValueError: no such order" in first, first
    [line] = lines(server, "records are discarded", by)
    assert "1 records: all retries are made" in line and "no on-failure destination" in line, line
    wait_for("the count", lambda: report(server)["mappings"][0]["discarded"] == 1)
    [shown] = report(server)["mappings"]
    assert (shown["invocations"], shown["errors"], shown["records"]) == (2, 2, 0)
    assert shown["reason"] == "ValueError: no such order"
