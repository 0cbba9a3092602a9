"""`waterwheel logs`: a function's log, request by request."""

import json
import os
import select
import signal
import subprocess

import pytest
from conftest import binary, make_function, wait_for

HANDLER = """
import json
def handler(event, context):
    print("hello " + event["name"])
    print(json.dumps({"level": "INFO", "name": event["name"]}))
    if event.get("fail"):
        raise ValueError("no " + event["name"])
"""


def logs(server, *arguments, **environment):
    return subprocess.run([binary(), "logs", *arguments, "--endpoint-url", server.url], capture_output=True,
                          text=True, timeout=60, env={**os.environ, **environment})


@pytest.fixture
def function(shared, name):
    make_function(shared, name, HANDLER)
    return name


def invoke(server, function, **event):
    server.client("lambda").invoke(FunctionName=function, Payload=json.dumps(event))


def read(server, function, wanted, *arguments):
    """The log, once it has what is wanted: lines come after the answer."""
    return wait_for(wanted, lambda: (done := logs(server, function, *arguments)) and wanted in done.stdout and done, 30)


def test_requests_have_one_head_each_and_failures_are_told(shared, function):
    invoke(shared, function, name="ann")
    invoke(shared, function, name="bob", fail=True)
    done = read(shared, function, "no bob")
    assert done.returncode == 0 and done.stderr == "" and "\x1b" not in done.stdout
    lines = done.stdout.splitlines()
    heads = [line for line in lines if not line.startswith("  ")]
    assert [head[0] for head in heads] == ["✓", "✗"], done.stdout
    assert all(" ms  " in head and " MB" in head for head in heads), done.stdout
    assert "  hello ann" in lines and any("ValueError: no bob" in line for line in lines)
    for folded in ["START RequestId", "END RequestId", "REPORT RequestId"]:
        assert folded not in done.stdout
    only = logs(shared, function, "--errors").stdout
    assert "no bob" in only and "hello bob" in only and "ann" not in only


def test_json_is_left_as_the_function_wrote_it(shared, function):
    invoke(shared, function, name="cat")
    done = read(shared, function, "durationMs", "--json")
    lines = done.stdout.splitlines()
    assert '{"level": "INFO", "name": "cat"}' in lines
    said = [json.loads(line) for line in lines]
    assert said[0]["message"] == "hello cat" and said[-1]["failed"] is False
    assert said[0]["requestId"] == said[-1]["requestId"]


def test_following_shows_what_comes_and_ends_with_its_reader(shared, function):
    command = [binary(), "logs", function, "-f", "--endpoint-url", shared.url]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    seen = b""

    def until(text):
        nonlocal seen
        while text not in seen:
            assert select.select([process.stdout], [], [], 30)[0], seen
            piece = os.read(process.stdout.fileno(), 65536)
            assert piece, (seen, process.stderr.read())
            seen += piece
    try:
        invoke(shared, function, name="dan")
        until(b"hello dan")
        invoke(shared, function, name="eve")
        until(b"hello eve")
        assert seen.count(b"hello dan") == 1
        process.send_signal(signal.SIGINT)
        process.wait(timeout=10)
    finally:
        process.kill()
        process.communicate()


def test_a_function_that_is_not_there_is_told_with_its_neighbours(shared, function):
    wrong = function[:-1] + ("x" if function[-1] != "x" else "y")
    done = logs(shared, wrong)
    assert done.returncode == 1 and f"there is no function {wrong} in account" in done.stderr
    assert f"did you mean {function}" in done.stderr or function in done.stderr, done.stderr


def test_a_function_that_did_not_run_has_no_lines(shared, function):
    done = logs(shared, function)
    assert (done.returncode, done.stdout) == (0, "") and "it has not run yet" in done.stderr


def test_what_a_deleted_function_left_is_shown(shared, function):
    invoke(shared, function, name="fay")
    read(shared, function, "hello fay")
    shared.client("lambda").delete_function(FunctionName=function)
    done = logs(shared, function)
    assert "hello fay" in done.stdout and "there is no function" in done.stderr


def test_a_time_wants_a_unit(shared):
    done = logs(shared, "f", "--since", "10")
    assert done.returncode == 2 and "30s, 10m, 2h or 7d" in done.stderr
