"""The walk-throughs of examples/kcl and examples/kclpy: the mission's stream read by workers with checkpoints."""

import os
import re
import signal

import pytest
from conftest import ROOT, Server, wait_for
from pages import Shell, blocks, claim_port

WORKER = {"AWS_ENDPOINT_URL": "http://127.0.0.1:4566", "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"}
# What AWS CLI 1 sends of the page's --data as it stands, version 2 decodes.
STORED = {
    1: ["U2FtcGxlIERhdGEgLS0gTG9jYWxTdGFjayBUZXN0", "bWVhbndoaWxl"],
    2: ["Sample Data -- LocalStack Test", "meanwhile"],
}


def end(shell):
    """Ends the worker that the page started last, and what it runs."""
    found = shell.folder / "consumer.pid"
    if found.exists():
        try:
            os.kill(int(found.read_text()), signal.SIGKILL)
        except ProcessLookupError:
            pass


def check(shell, server, page):
    """Runs the page, and looks for both objects and the checkpoint of the last."""
    s3 = server.client("s3")
    keys = lambda: [it["Key"] for it in s3.list_objects_v2(Bucket="demo-pipeline-bucket").get("Contents", [])]
    texts = lambda: [s3.get_object(Bucket="demo-pipeline-bucket", Key=key)["Body"].read().decode() for key in keys()]
    steps = blocks(page)
    for step in steps[:3]:
        shell(step)
    wait_for("the object", keys, 180)
    assert shell(steps[3]).split()[-1] == keys()[0]
    assert re.fullmatch(r"record-shardId-000000000000:\d{56}\.txt", keys()[0])
    checkpoint = lambda: shell(steps[4]).strip()
    wait_for("the checkpoint", lambda: checkpoint() in keys()[0])
    shell(steps[5])
    wait_for("the second object", lambda: len(keys()) == 2, 180)
    wait_for("its checkpoint", lambda: checkpoint() in keys()[1])
    assert texts() == STORED[shell.version]
    return steps[6:]


@pytest.mark.parametrize(("example", "cli"), [("kcl", "AWS_CLI_2"), ("kclpy", "AWS_CLI_1")])
def test_each_command_of_the_page_works_verbatim(example, cli, tmp_path):
    claim_port()
    page = ROOT / "examples" / example / "README.md"
    shell = Shell(cli, page, tmp_path, WORKER)
    server = Server(tmp_path, port=4566)
    try:
        for step in check(shell, server, page):
            wait_for("the worker's metrics", lambda: "RecordsProcessed" in shell(step))
    except AssertionError:
        print((tmp_path / "consumer.log").read_text()[-5000:])
        raise
    finally:
        end(shell)
        server.stop()
