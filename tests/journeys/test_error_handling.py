"""The walk-through of examples/error-handling, each command copied from its page."""

import json
import os
import re
import shutil
import subprocess

import pytest
from conftest import ROOT, Server, binary

EXAMPLE = ROOT / "examples/error-handling"
BLOCKS = re.findall(r"```bash\n(.*?)```", (EXAMPLE / "README.md").read_text(), re.S)
PAGE_PORT = "http://localhost:4566"


@pytest.fixture(params=["AWS_CLI_1", "AWS_CLI_2"])
def place(request, tmp_path):
    """A server, and a folder with the example in which `aws` is that version of the CLI."""
    cli = os.environ.get(request.param)
    assert cli, f"{request.param} is not set: run ./test"
    server = Server(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/aws").symlink_to(cli)
    (tmp_path / "bin/waterwheel").symlink_to(binary())
    shutil.copytree(EXAMPLE, tmp_path / "example")
    environment = {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_PAGER": "",
        "WATERWHEEL_ENDPOINT_URL": server.url,
    }

    def run(script):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script.replace(PAGE_PORT, server.url)],
            cwd=tmp_path / "example", env=environment, capture_output=True, text=True, timeout=90)
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}\n{server.log()[-2000:]}"
        return done.stdout

    yield server, run
    server.stop()


def objects(server):
    found = server.client("s3").list_objects_v2(Bucket="orders-kept").get("Contents", [])
    body = lambda key: server.client("s3").get_object(Bucket="orders-kept", Key=key)["Body"].read()
    return {entry["Key"]: json.loads(body(entry["Key"])) for entry in found}


def test_each_command_of_the_page_works_and_every_order_is_kept_once_the_function_is_mended(place):
    server, run = place
    *before, show, mend, redrive = BLOCKS
    for block in before:
        run(block)
    cents = {1: 1000, 2: 725, 4: 399, 5: 100, 6: 9995, 8: 800}
    kept = lambda cents: {f"orders/{order}.json": {"order": order, "cents": c} for order, c in cents.items()}
    assert objects(server) == kept(cents)
    shown = run(show)
    assert "2 letters in failed-orders" in shown
    for number, amount in ((3, "12,50"), (7, "4,20")):
        assert f"key customer-{number}\n" in shown
        assert f'{{"order": {number}, "amount": "{amount}"}}' in shown
    assert shown.count("1 record, read back from the stream:") == 2
    letters = json.loads(run("waterwheel dlq show failed-orders --json"))["letters"]
    assert [letter["count"] for letter in letters] == [1, 1]
    assert {letter["reason"] for letter in letters} == {"RetryAttemptsExhausted"}
    mapping, = server.client("lambda").list_event_source_mappings()["EventSourceMappings"]
    assert all(letter["mappings"] == [mapping["UUID"]] for letter in letters)
    run(mend)
    said = run(redrive)
    assert "2 redriven, 0 left in failed-orders" in said
    assert objects(server) == kept({**cents, 3: 1250, 7: 420})
    assert re.search(r"failed-orders +0 +0 +records of orders for orders", said), said
