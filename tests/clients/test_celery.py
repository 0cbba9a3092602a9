"""Celery with SQS as its broker: tasks are sent, worked off, tried again, and come back from the dead."""

import os
import signal
import subprocess
import sys

import pytest
from conftest import wait_for

TASKS = """
import os
import pathlib
import time

from celery import Celery

app = Celery("tasks", broker=os.environ["BROKER"])
app.conf.update(
    task_default_queue=os.environ["QUEUE"],
    broker_transport_options={"region": "us-east-1", "visibility_timeout": 5, "wait_time_seconds": 20},
    task_acks_late=True,
    worker_prefetch_multiplier=1,
    worker_enable_remote_control=False,
)
seen = pathlib.Path(os.environ["SEEN"])


def note(name):
    with open(seen / name, "a") as file:
        file.write("x")
    return len((seen / name).read_text())


@app.task
def add(x, y):
    note(f"{x}+{y}={x + y}")


@app.task(bind=True, max_retries=5)
def flaky(self):
    if note("flaky") < 3:
        raise self.retry(countdown=0)


@app.task
def slow():
    # The worker that gets it first is killed with it in its hands.
    if note("slow") == 1:
        time.sleep(600)
"""


class Celery:
    """An application of Celery in a folder of its own, and its workers."""

    def __init__(self, server, folder, queue):
        self.folder, self.seen, self.workers = folder, folder / "seen", []
        self.seen.mkdir()
        (folder / "tasks.py").write_text(TASKS)
        self.environment = {
            **os.environ, "BROKER": f"sqs://test:test@localhost:{server.port}//", "QUEUE": queue,
            "SEEN": str(self.seen), "PYTHONPATH": str(folder), "AWS_DEFAULT_REGION": "us-east-1"}
        self.environment.pop("AWS_ENDPOINT_URL", None)

    def work(self):
        log = open(self.folder / "worker.log", "ab")
        command = [sys.executable, "-m", "celery", "-A", "tasks", "worker", "--pool", "solo", "--loglevel", "INFO",
                   "--without-gossip", "--without-mingle", "--without-heartbeat"]
        worker = subprocess.Popen(command, cwd=self.folder, env=self.environment, stdout=log, stderr=log)
        log.close()
        self.workers.append(worker)
        return worker

    def send(self, code):
        done = subprocess.run([sys.executable, "-c", f"from tasks import *\n{code}"], cwd=self.folder,
                              env=self.environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr

    def log(self):
        return (self.folder / "worker.log").read_text(errors="replace")[-3000:]

    def count(self, name):
        path = self.seen / name
        return len(path.read_text()) if path.exists() else 0


@pytest.fixture
def celery(shared, tmp_path, name):
    pytest.importorskip("celery", reason="tests/requirements.txt is not installed")
    celery = Celery(shared, tmp_path, name)
    yield celery
    for worker in celery.workers:
        worker.kill()
        worker.wait()


def left(sqs, url):
    attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    return [int(attributes[f"ApproximateNumberOfMessages{which}"]) for which in ("", "NotVisible", "Delayed")]


def test_tasks_are_worked_off_and_tried_again(shared, celery, name):
    celery.send("for n in range(20): add.delay(n, 1)\nflaky.delay()")
    celery.work()
    wanted = {f"{n}+1={n + 1}" for n in range(20)}
    sqs = shared.client("sqs")
    url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
    try:
        wait_for("all tasks", lambda: {path.name for path in celery.seen.iterdir()} >= wanted, 120)
        wait_for("the task that fails twice", lambda: celery.count("flaky") == 3)
        wait_for("an empty queue", lambda: left(sqs, url) == [0, 0, 0])
        # The worker waits in a long poll now; a task gets to it at once.
        celery.send("add.delay(100, 1)")
        wait_for("the task that comes while it waits", lambda: celery.count("100+1=101") == 1, 10)
    except AssertionError as missing:
        raise AssertionError(celery.log()) from missing
    assert all(celery.count(name) == 1 for name in wanted)


def test_a_task_comes_back_when_its_worker_is_killed(shared, celery, name):
    celery.send("slow.delay()")
    first = celery.work()
    try:
        wait_for("the first worker to have it", lambda: celery.count("slow") == 1, 120)
        first.send_signal(signal.SIGKILL)
        first.wait()
        celery.work()
        wait_for("the second worker to have it", lambda: celery.count("slow") == 2, 120)
        sqs = shared.client("sqs")
        url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
        wait_for("an empty queue", lambda: left(sqs, url) == [0, 0, 0])
    except AssertionError as missing:
        raise AssertionError(celery.log()) from missing
