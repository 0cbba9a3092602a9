"""What a log group took on the disk is free once the group is deleted, while the server runs."""

import re
import time
from pathlib import Path

import pytest
from conftest import Server, wait_for

MIB = 1 << 20
BATCHES, LINES, LINE_BYTES = 70, 1000, 1000


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("space"))
    yield server
    server.stop()


def anonymous_bytes(server):
    """The memory of the process that is no file's."""
    text = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"RssAnon:\s+(\d+) kB", text).group(1)) * 1024


def table_bytes(server):
    """What the table files take, without the journals, which are of a fixed size."""
    files = (server.data_dir / "data/tables/fjall/keyspaces").rglob("*")
    return sum(file.stat().st_blocks * 512 for file in files if file.is_file())


def put_lines(logs, group, batches):
    logs.create_log_group(logGroupName=group)
    logs.create_log_stream(logGroupName=group, logStreamName="s")
    for batch in range(batches):
        now = int(time.time() * 1000)
        events = [{"timestamp": now, "message": f"{batch:06} {line:06} ".ljust(LINE_BYTES, "x")} for line in range(LINES)]
        answer = logs.put_log_events(logGroupName=group, logStreamName="s", logEvents=events)
        assert "rejectedLogEventsInfo" not in answer
        yield


def test_a_deleted_group_leaves_the_disk_and_memory_stays_bounded(server):
    logs = server.client("logs")
    for _ in put_lines(logs, "kept", 2):
        pass
    idle = anonymous_bytes(server)
    most = 0
    for _ in put_lines(logs, "deleted", BATCHES):
        most = max(most, anonymous_bytes(server))
    assert most - idle < 64 * MIB
    assert table_bytes(server) > 40 * MIB
    logs.delete_log_group(logGroupName="deleted")
    # What is under 16 MiB is not worth a cleaning.
    wait_for("the space to be free", lambda: table_bytes(server) < 24 * MIB)
    pages = logs.get_paginator("filter_log_events").paginate(logGroupName="kept")
    assert sum(len(page["events"]) for page in pages) == 2 * LINES
    server.restart()
    logs = server.client("logs")
    assert [group["logGroupName"] for group in logs.describe_log_groups()["logGroups"]] == ["kept"]
    pages = logs.get_paginator("filter_log_events").paginate(logGroupName="kept")
    assert sum(len(page["events"]) for page in pages) == 2 * LINES
