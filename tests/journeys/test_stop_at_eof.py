"""A server that a program starts for itself ends with the program."""

import os
import select
import signal
import subprocess
import sys

from conftest import binary, wait_for

STARTER = """
import subprocess, sys
server = subprocess.Popen(
    [sys.argv[1], "start", "--ephemeral", "--port", "0", "--stop-at-eof"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(server.pid, server.stdout.readline().decode(), end="", flush=True)
server.wait()
"""


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A dead one that nobody has asked about is not there either.
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rpartition(")")[2].split()[0] != "Z"


def test_it_ends_with_a_program_that_was_killed(tmp_path):
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, binary()], stdout=subprocess.PIPE, cwd=tmp_path, stderr=subprocess.DEVNULL)
    pid, line = starter.stdout.readline().decode().split(" ", 1)
    assert "ready on" in line and is_there(int(pid))
    starter.send_signal(signal.SIGKILL)
    starter.wait()
    wait_for("the server's end", lambda: not is_there(int(pid)))


def test_it_goes_on_while_input_comes_and_ends_well_after_it(tmp_path):
    server = subprocess.Popen(
        [binary(), "start", "--ephemeral", "--port", "0", "--stop-at-eof", "--log-format", "json"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)
    assert b"ready on" in server.stdout.readline()
    server.stdin.write(b"go on\n" * 1000)
    server.stdin.flush()
    assert select.select([server.stdout], [], [], 0.2)[0] == [], "it has ended too soon"
    _, log = server.communicate(timeout=30)
    assert server.returncode == 0 and b"standard input has ended" in log


def test_without_the_option_the_end_of_input_means_nothing(tmp_path):
    server = subprocess.Popen(
        [binary(), "start", "--ephemeral", "--port", "0"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=tmp_path)
    assert b"ready on" in server.stdout.readline()
    assert select.select([server.stdout], [], [], 0.5)[0] == [], "it has ended"
    server.terminate()
    assert server.wait(timeout=30) == 0
