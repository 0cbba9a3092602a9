"""The image's entry point, run without a container: hooks, variables, signals."""

import json
import os
import re
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path

import pytest
from conftest import ROOT, binary, wait_for

ENTRYPOINT = ROOT / "packaging/image/entrypoint"
AWSLOCAL = ROOT / "packaging/image/awslocal"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Container:
    """The entry point as a process, with folders of its own."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.init = folder / "init"
        self.log = folder / "log"
        programs = folder / "bin"
        programs.mkdir()
        (programs / "waterwheel").symlink_to(Path(binary()).resolve())
        (programs / "awslocal").symlink_to(AWSLOCAL)
        self.environment = {
            "PATH": f"{programs}:{Path(os.environ['AWS_CLI_1']).expanduser().parent}:{os.environ['PATH']}",
            "HOME": str(folder), "WATERWHEEL_INIT_DIR": str(self.init),
            "GATEWAY_LISTEN": f"127.0.0.1:{self.port}", "OUT": str(folder / "out"),
        }
        self.process = None

    def hook(self, stage, name, text, mode=0o755):
        path = self.init / stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(mode)

    def start(self, **variables):
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [ENTRYPOINT], stdout=log, stderr=subprocess.STDOUT, cwd=self.folder, env={**self.environment, **variables},
                start_new_session=True)

    def said(self, pattern):
        return re.search(pattern, self.log.read_text(), re.M)

    def wait_for_line(self, pattern):
        def said_or_ended():
            assert self.said(pattern) or self.process.poll() is None, self.log.read_text()
            return self.said(pattern)
        return wait_for(pattern, said_or_ended)

    def ask(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as answer:
            return json.load(answer)

    def stop(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=60)


@pytest.fixture
def container(tmp_path):
    container = Container(tmp_path)
    yield container
    if container.process:
        container.stop()


def test_hooks_run_at_their_stages_in_order_and_one_that_fails_stops_none(container):
    write = "echo {} >> $OUT\n"
    container.hook("boot.d", "a.sh", "#!/bin/sh\n" + write.format("boot"))
    container.hook("start.d", "a.sh", write.format("start"), mode=0o644)
    container.hook("ready.d", "20-last.sh", "#!/bin/bash\n" + write.format("last") + "exit 3\n")
    container.hook("ready.d", "10-first.py", "import os\nopen(os.environ['OUT'], 'a').write('python\\n')\n")
    container.hook("ready.d", "00-below/a b.sh", "#!/bin/sh\n" + write.format("below") + "echo all ready\n")
    container.hook("ready.d", "notes.txt", "nothing to run")
    container.hook("shutdown.d", "a.sh", "#!/bin/sh\nawslocal s3 ls && " + write.format("shutdown"))
    container.start()
    container.wait_for_line("^all ready$")
    out = container.folder / "out"
    assert out.read_text().split() == ["boot", "start", "python", "last", "below"]
    assert container.said(r"^Ready\.$")
    wait_for("the hooks to be over", lambda: container.ask("/_localstack/init/ready")["completed"])
    told = container.ask("/_localstack/init")
    assert told["completed"] == {"BOOT": True, "START": True, "READY": True, "SHUTDOWN": False}
    assert [(it["name"], it["state"]) for it in told["scripts"] if it["stage"] == "READY"] == [
        ("10-first.py", "SUCCESSFUL"), ("20-last.sh", "ERROR"), ("a b.sh", "SUCCESSFUL")]
    assert container.said(r"20-last\.sh ended with 3$") and container.said(r"notes\.txt is neither \.sh nor \.py")
    assert container.stop() == 0
    assert out.read_text().split()[-1] == "shutdown"


def test_ctrl_c_counts_once_and_the_hooks_still_reach_the_server(container):
    """A terminal tells everything that runs in its foreground."""
    container.hook("shutdown.d", "a.sh", "#!/bin/sh\nawslocal s3 ls && echo shutdown >> $OUT")
    container.start()
    container.wait_for_line(r"^Ready\.$")
    os.killpg(container.process.pid, signal.SIGINT)
    assert container.process.wait(timeout=60) == 0
    assert (container.folder / "out").read_text().split() == ["shutdown"]


def test_a_hook_makes_what_is_there_from_the_start(container):
    container.hook("ready.d", "a.sh", "#!/bin/sh\nawslocal s3 mb s3://from-a-hook\nawslocal s3 ls\n")
    container.start()
    container.wait_for_line(r"^\S+ \S+ from-a-hook$")
    assert container.stop(signal.SIGINT) == 0


def test_each_variable_of_localstack_is_acted_on_or_answered(container):
    container.start(
        SERVICES="s3,sqs", DEBUG="1", LOCALSTACK_HOST="stack.example:9", LAMBDA_EXECUTOR="docker",
        LOCALSTACK_AUTH_TOKEN="secret-token", GATEWAY_LISTEN=f"127.0.0.1:{container.port},127.0.0.1:443")
    container.wait_for_line(r"^Ready\.$")
    assert container.said(rf"ready on http://127\.0\.0\.1:{container.port}\b")
    for line in ("SERVICES=s3,sqs means nothing", "GATEWAY_LISTEN names several addresses", "LAMBDA_EXECUTOR means nothing",
                 "LOCALSTACK_AUTH_TOKEN means nothing", "the port of LOCALSTACK_HOST", "nothing is kept; PERSISTENCE=1"):
        assert container.said(line), line
    assert not container.said("secret-token")
    answer = subprocess.run(
        ["curl", "-sS", "-o", os.devnull, "-w", "%{http_code}", "-H", "Host: stack.example", f"http://127.0.0.1:{container.port}/_localstack/health"],
        capture_output=True, text=True, check=True)
    assert answer.stdout == "200"


def test_data_is_kept_where_it_is_told_to(container):
    folder = str(container.folder / "data")
    for hook in ("#!/bin/sh\nawslocal s3 mb s3://kept\necho made\n", "#!/bin/sh\nawslocal s3 ls\necho looked\n"):
        container.hook("ready.d", "a.sh", hook)
        container.start(WATERWHEEL_DATA_DIR=folder)
        container.wait_for_line("^(made|looked)$")
        assert container.stop() == 0
    assert container.said("kept$")


def test_a_server_that_cannot_start_ends_the_container_with_its_code(container):
    container.hook("ready.d", "a.sh", "#!/bin/sh\necho never\n")
    container.start(WATERWHEEL_STREAM_TRANSITION_MS="soon")
    assert container.process.wait(timeout=60) not in (0, None)
    assert container.said("soon") and not container.said(r"^Ready\.$") and not container.said("^never$")


def test_its_health_is_asked_where_the_server_listens(container):
    def health():
        return subprocess.run([ENTRYPOINT, "--health"], env=container.environment, capture_output=True, timeout=60).returncode

    container.start()
    container.wait_for_line(r"^Ready\.$")
    assert health() == 0
    assert container.stop() == 0
    assert health() not in (0, None)


def test_a_server_that_dies_ends_the_container(container):
    container.start()
    container.wait_for_line(r"^Ready\.$")
    children = Path(f"/proc/{container.process.pid}/task/{container.process.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)
    assert container.process.wait(timeout=60) == 128 + signal.SIGKILL


def test_the_page_for_users_of_localstack_names_commands_and_files_that_exist():
    page = ROOT / "docs/coming-from-localstack.md"
    text = page.read_text()
    commands = set(re.findall(r"[`(]waterwheel ([a-z]+)", text))
    assert {"start", "status", "aws", "env", "doctor"} <= commands
    for command in commands:
        subprocess.run([binary(), "help", command], check=True, capture_output=True)
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (page.parent / link).exists(), link
    named = set(re.findall(r"`([A-Z][A-Z_]+)(?:=1)?`", text))
    entrypoint = ENTRYPOINT.read_text()
    assert {"GATEWAY_LISTEN", "LOCALSTACK_HOST", "PERSISTENCE", "SERVICES"} <= named
    for name in named - {"LOCALSTACK_HOSTNAME", "AWS_ENDPOINT_URL", "LOCALSTACK_AUTH_TOKEN", "SIGTERM", "SIGINT", "KINESIS_ERROR_PROBABILITY"}:
        assert name in entrypoint, name
