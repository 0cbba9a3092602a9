"""A server that has a control group to itself: each environment gets one below it, and all memory counts.

Needs a machine whose tree of control groups (version 2) counts memory, and root, who gives the server a part. ./test says
where that is not so, and leaves these out by name."""

import contextlib
import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from conftest import Server, binary, make_function, make_provided, wait_for
from test_sandbox import PROBE
from test_sandbox_limits import COUNTED, FORKED, LAUNCH, LAUNCHED, X86


def tree():
    """Where the tree is, if it counts memory for groups at its top."""
    for line in open("/proc/self/mountinfo"):
        at, kind = line.split()[4], line.split(" - ")[1].split()[0]
        control = Path(at, "cgroup.subtree_control")
        if kind == "cgroup2" and control.exists() and "memory" in control.read_text().split():
            return Path(at)
    return None


TREE = tree()
pytestmark = X86


@contextlib.contextmanager
def group_of_its_own(name):
    """A group that is given to a command, and what brings the command into it."""
    given = TREE / f"waterwheel-test-{name}-{os.getpid()}"
    given.mkdir()
    try:
        yield given, ["sh", "-c", 'echo $$ > "$0/cgroup.procs" && exec "$@"', str(given)]
        wait_for("the command's end", lambda: "populated 0" in (given / "cgroup.events").read_text())
    finally:
        for below in [path for path in given.iterdir() if path.is_dir()]:
            below.rmdir()
        given.rmdir()


@pytest.fixture(scope="module")
def given():
    with group_of_its_own("server") as given:
        yield given


@pytest.fixture(scope="module")
def server(given, tmp_path_factory):
    given, wrapper = given
    # What an earlier server may have left.
    (given / "environment-old").mkdir()
    server = Server(tmp_path_factory.mktemp("group"), options=["--ephemeral"], wrapper=wrapper)
    make_function(server, FORKED, PROBE, Timeout=55, MemorySize=256)
    make_provided(server, LAUNCH, LAUNCHED, Timeout=55, MemorySize=256)
    for name in (FORKED, LAUNCH):
        server.client("lambda").get_waiter("function_active_v2").wait(FunctionName=name)
    yield server
    server.stop()


def invoke(server, kind, code):
    answer = server.client("lambda").invoke(FunctionName=kind, Payload=json.dumps({"code": code}))
    return json.loads(answer["Payload"].read()), answer.get("FunctionError")


def environments(given):
    return [group for group in given.iterdir() if group.name.startswith("environment-")]


MORE = {
    "memfd": """
file = os.memfd_create("x")
for _ in range(1024): os.write(file, bytes(1 << 20))
time.sleep(60)
""",
    "all at once": """
import mmap
mmap.mmap(-1, 2 << 30, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS | 0x8000)
time.sleep(60)
""",
}


@pytest.mark.parametrize("kind", [FORKED, LAUNCH])
def test_each_environment_has_a_group_and_ends_with_it(server, given, kind):
    given, _ = given
    assert (given / "server" / "cgroup.procs").read_text().split()[0] == str(server.process.pid)
    assert not (given / "environment-old").exists()
    before = set(environments(given))
    inside, error = invoke(server, kind, "result = open('/proc/self/cgroup').read()")
    assert error is None and "/environment-" in inside, inside
    group, = set(environments(given)) - before
    assert len((group / "cgroup.procs").read_text().split()) == 1
    # MemorySize, /tmp, and some room.
    assert int((group / "memory.max").read_text()) == 256 + 512 + 16 << 20
    _, error = invoke(server, kind, "os._exit(1)")
    assert error == "Unhandled"
    wait_for("the group's end", lambda: not group.exists())


@pytest.mark.parametrize("kind", [FORKED, LAUNCH])
@pytest.mark.parametrize("what", [*COUNTED, *MORE])
def test_whatever_is_memory_counts(server, given, kind, what):
    document, error = invoke(server, kind, {**COUNTED, **MORE}[what])
    assert (error, document["errorType"]) == ("Unhandled", "Runtime.ExitError"), document
    assert re.fullmatch(r"RequestId: \S+ Error: Runtime exited with error: signal: killed", document["errorMessage"])
    assert invoke(server, kind, "result = 7") == (7, None)


@pytest.mark.parametrize("kind", [FORKED, LAUNCH])
def test_files_in_tmp_do_not_count(server, kind):
    code = """
with open("/tmp/x", "wb") as file:
    for _ in range(400): file.write(bytes(1 << 20))
time.sleep(1)
result = os.path.getsize("/tmp/x") >> 20
os.unlink("/tmp/x")
"""
    assert invoke(server, kind, code) == (400, None)


def test_it_is_said_what_counts():
    with group_of_its_own("doctor") as (_, wrapper):
        doctor = subprocess.run([*wrapper, binary(), "doctor", "--offline"], capture_output=True, text=True, timeout=120)
        assert "a control group counts what a function uses" in doctor.stdout, doctor.stdout
