"""The walk-through of examples/kinesis-lambda-s3, each command copied from its page."""

import os
import re
import socket
import subprocess

import pytest
from conftest import ROOT, Server, wait_for

PAGE = ROOT / "examples/kinesis-lambda-s3/README.md"
BLOCKS = re.findall(r"```bash\n(.*?)```", PAGE.read_text(), re.S)


@pytest.fixture(autouse=True)
def port_of_the_page():
    """The commands name the port, so no other will do."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", 4566))
            return
        except OSError as error:
            why = error.strerror
    pytest.fail(
        f"port 4566, which the page's commands name, is not free ({why}): stop what listens there",
        pytrace=False,
    )


@pytest.fixture(params=["AWS_CLI_1", "AWS_CLI_2"])
def shell(request, tmp_path):
    """Runs a block of the page in a shell in which `aws` is that version of the CLI."""
    cli = os.environ.get(request.param)
    assert cli, f"{request.param} is not set: run ./test"
    bin_dir = tmp_path / "bin"
    bin_dir.mkdir()
    (bin_dir / "aws").symlink_to(cli)
    handler = ROOT / "examples/kinesis-lambda-s3/lambda_kinesis_consumer.py"
    (tmp_path / handler.name).write_text(handler.read_text())
    environment = {
        "PATH": f"{bin_dir}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_PAGER": "",
    }

    def run(script):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    run.version = 1 if request.param == "AWS_CLI_1" else 2
    return run


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
