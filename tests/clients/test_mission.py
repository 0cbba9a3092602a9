"""The walk-through of examples/kinesis-lambda-s3, each command copied from its page."""

import re

import pytest
from conftest import ROOT, Server, wait_for
from pages import Shell, blocks, port_4566

PAGE = ROOT / "examples/kinesis-lambda-s3/README.md"
BLOCKS = blocks(PAGE)


@pytest.fixture(params=["AWS_CLI_1", "AWS_CLI_2"])
def shell(request, tmp_path):
    with port_4566():
        yield Shell(request.param, PAGE, tmp_path)


def stored(shell):
    """The key and content of the object in the bucket, once it is there."""
    listing = wait_for("the object", lambda: shell(BLOCKS[-1]), 120)
    key = listing.split()[-1]
    return key, shell(f"aws --endpoint-url=http://localhost:4566 s3 cp s3://demo-pipeline-bucket/{key} -")


def expected(shell):
    # Version 1 sends the text as it stands, version 2 takes it for base64.
    return {
        1: "U2FtcGxlIERhdGEgLS0gTG9jYWxTdGFjayBUZXN0",
        2: "Sample Data -- LocalStack Test",
    }[shell.version]


def test_each_command_of_the_page_works_verbatim(shell, tmp_path):
    server = Server(tmp_path, port=4566)
    try:
        for block in BLOCKS:
            shell(block)
        key, content = stored(shell)
        assert re.fullmatch(r"record-shardId-000000000000:\d{56}\.txt", key)
        assert content == expected(shell)
        if shell.version == 2:  # Version 1 has no such command.
            tail = "aws --endpoint-url=http://localhost:4566 logs tail /aws/lambda/streamConsumer"
            wait_for("the log", lambda: "REPORT RequestId" in shell(tail))
    finally:
        server.stop()


def test_a_kill_and_a_restart_between_any_two_commands_changes_nothing(shell, tmp_path):
    server = Server(tmp_path, port=4566)
    try:
        for block in BLOCKS[:-1]:
            shell(block)
            server.restart()
        _, content = stored(shell)
        assert content == expected(shell)
    finally:
        server.stop()
