"""The walk-through of examples/analytics: SQL over the bucket while records arrive."""

import re

import pytest
from conftest import ROOT, Server
from pages import Shell, blocks, port_4566

PAGE = ROOT / "examples/analytics/README.md"


@pytest.fixture(params=["AWS_CLI_1", "AWS_CLI_2"])
def shell(request, tmp_path):
    with port_4566():
        yield Shell(request.param, PAGE, tmp_path)


def test_each_command_of_the_page_works_verbatim(shell, tmp_path):
    server = Server(tmp_path, port=4566)
    try:
        said = [shell(block) for block in blocks(PAGE)][-1]
        counts = [int(count) for count in re.findall(r"^(\d+) clicks in the bucket", said, re.M)]
        assert counts == sorted(counts) and counts[-1] == 5000, said
        table = said.rsplit("clicks in the bucket", 1)[1]
        rows = re.findall(r"│ (\S+) +┆ (\d+) +┆ (\d+) +┆ ([\d.]+) +│", table)
        assert sorted(row[0] for row in rows) == ["/", "/blog", "/docs", "/prices"], table
        assert sum(int(row[1]) for row in rows) == 5000, table
    finally:
        server.stop()
