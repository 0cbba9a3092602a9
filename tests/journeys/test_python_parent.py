"""`--python-parent own`: Python functions share no warm interpreter."""

import json
import os
import subprocess

from conftest import Server, binary, make_function, wait_for

# What one Python function would learn of another that was forked from the same parent.
LOOK = """
import boto3
def handler(event, context):
    return [hash("one string"), id(boto3)]
"""


def look(server, name):
    answer = server.client("lambda").invoke(FunctionName=name)
    document = json.loads(answer["Payload"].read())
    assert "FunctionError" not in answer, document
    return document


def parents(server):
    """The interpreters that fork environments, below the server."""
    command = ["pgrep", "-a", "-P", str(server.process.pid)]
    lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    return [line for line in lines if "waterwheel_zygote" in line]


def test_functions_with_parents_of_their_own_share_neither_secrets_nor_addresses(tmp_path):
    server = Server(tmp_path, options=["--ephemeral", "--python-parent", "own"])
    try:
        client = server.client("lambda")
        for name in ("a", "b"):
            make_function(server, name, LOOK, Timeout=60, MemorySize=512)
            client.get_waiter("function_active_v2").wait(FunctionName=name)
        a, b = look(server, "a"), look(server, "b")
        assert a[0] != b[0] and a[1] != b[1]
        assert look(server, "a") == a and look(server, "b") == b
        assert len(parents(server)) == 2
        # A parent goes with its last environment; the next has another secret.
        client.update_function_configuration(FunctionName="a", Environment={"Variables": {"NEW": "one"}})
        client.get_waiter("function_updated_v2").wait(FunctionName="a")
        wait_for("the end of its parent", lambda: len(parents(server)) == 1)
        assert look(server, "a")[0] != a[0]
        assert look(server, "b") == b
    finally:
        server.stop()
    assert parents(server) == []


def test_the_parent_is_shared_where_nothing_else_is_said(tmp_path):
    server = Server(tmp_path, options=["--ephemeral"])
    try:
        for name in ("a", "b"):
            make_function(server, name, LOOK, Timeout=60, MemorySize=512)
            server.client("lambda").get_waiter("function_active_v2").wait(FunctionName=name)
        assert look(server, "a")[0] == look(server, "b")[0]
        assert len(parents(server)) == 1
    finally:
        server.stop()


def test_another_word_is_refused(tmp_path):
    (tmp_path / "waterwheel.toml").write_text('python-parent = "mine"\n')
    for options, variables in [(["--python-parent", "mine"], {}), ([], {"WATERWHEEL_PYTHON_PARENT": "mine"}),
                               (["--config", str(tmp_path / "waterwheel.toml")], {})]:
        told = subprocess.run([binary(), "start", "--port", "0", "--ephemeral", *options], capture_output=True,
                              text=True, timeout=60, env=dict(os.environ, **variables))
        assert told.returncode != 0 and "mine" in told.stderr and "own" in told.stderr, told.stderr
