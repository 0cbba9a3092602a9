"""Pages of commands, run as they stand: their blocks, and a shell in which `aws` is the CLI of a test's choice."""

import contextlib
import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def blocks(page):
    """The commands of a page, one text for each block."""
    return re.findall(r"```bash\n(.*?)```", page.read_text(), re.S)


@contextlib.contextmanager
def port_4566():
    """The commands name the port, so no other will do: whoever tries a page has it alone, of all threads and processes that
    run tests of this folder."""
    with open(__file__) as claim:
        fcntl.flock(claim, fcntl.LOCK_EX)
        look_at_port()
        yield


def look_at_port():
    """Fails where somebody else has the port."""
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


class Shell:
    """Runs blocks in a folder that has what lies beside the page."""

    def __init__(self, cli, page, folder, variables=None):
        """The variables are what the page says is to be exported, beside what all pages do."""
        path = os.environ.get(cli)
        assert path, f"{cli} is not set: run ./test"
        self.version = 1 if cli == "AWS_CLI_1" else 2
        self.folder = folder
        programs = folder / "bin"
        programs.mkdir()
        (programs / "aws").symlink_to(path)
        shutil.copytree(page.parent, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("target", "__pycache__"))
        self.environment = {
            # The tests' own Python is the one that has what the page says is to be installed.
            "PATH": f"{programs}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(folder),
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_PAGER": "",
            **(variables or {}),
        }

    def __call__(self, script):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=120,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout
