"""The folders of a server: closed to other users, missed when they go, read when they cannot be written."""

import json
import os
import re
import shutil
import signal
import stat
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from botocore.exceptions import ClientError
from conftest import Server, binary, make_function, make_stream, mounted, refused, wait_for

LARGE = os.urandom(300 * 1024)
# What is said when nothing can be written: status, code, message.
NO_WRITES = (503, "ServiceUnavailable", "Service is unable to store data at the moment.")
STRANGER = 65534


def mode(path):
    return stat.S_IMODE(os.lstat(path).st_mode)


def health(server, path="/_waterwheel/health"):
    """Status and body."""
    try:
        with urllib.request.urlopen(server.url + path) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def furnish(server):
    """A record, a small and a large object."""
    make_stream(server, "kept")
    server.client("kinesis").put_record(StreamName="kept", PartitionKey="k", Data=b"kept")
    s3 = server.client("s3")
    s3.create_bucket(Bucket="kept")
    s3.put_object(Bucket="kept", Key="small", Body=b"small")
    s3.put_object(Bucket="kept", Key="large", Body=LARGE)


def records(server):
    kinesis = server.client("kinesis")
    iterator = kinesis.get_shard_iterator(StreamName="kept", ShardId="shardId-000000000000",
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    return [record["Data"] for record in kinesis.get_records(ShardIterator=iterator)["Records"]]


def content(server, key):
    return server.client("s3").get_object(Bucket="kept", Key=key)["Body"].read()


def writes(server):
    """One call of each way to write."""
    kinesis, s3 = server.client("kinesis"), server.client("s3")
    return [
        (kinesis.put_record, {"StreamName": "kept", "PartitionKey": "k", "Data": b"more"}),
        (kinesis.create_stream, {"StreamName": "another", "ShardCount": 1}),
        (s3.put_object, {"Bucket": "kept", "Key": "more", "Body": b"more"}),
        (s3.put_object, {"Bucket": "kept", "Key": "more-large", "Body": LARGE}),
        (s3.create_bucket, {"Bucket": "another"}),
        (s3.delete_object, {"Bucket": "kept", "Key": "small"}),
    ]


def fails(call, arguments):
    try:
        call(**arguments)
        return False
    except ClientError:
        return True


# --- other users ---

LOOK = """
import os, stat
def handler(event, context):
    open("/tmp/made", "w").close()
    os.mkdir("/tmp/folder")
    return [oct(stat.S_IMODE(os.stat(path).st_mode))
            for path in ("/var/task", "/var/task/app.py", "/tmp/made", "/tmp/folder")]
"""
LOOK_NODE = """
const fs = require("fs")
exports.handler = async () => {
    fs.writeFileSync("/tmp/made", ""); fs.mkdirSync("/tmp/folder")
    return ["/var/task", "/var/task/app.js", "/tmp/made", "/tmp/folder"].map(
        (path) => "0o" + (fs.statSync(path).mode & 0o7777).toString(8))
}
"""


@pytest.fixture
def public():
    """A folder that everybody may enter, with one for each of the server's folders."""
    folder = Path(tempfile.mkdtemp(dir="/var/tmp"))
    folder.chmod(0o755)
    (folder / "tmp").mkdir()
    (folder / "tmp").chmod(0o1777)
    yield folder
    shutil.rmtree(folder)


def test_other_users_see_nothing_and_functions_see_what_aws_shows(public):
    variables = {"TMPDIR": str(public / "tmp"), "XDG_CACHE_HOME": str(public / "cache")}
    server = Server(public, options=["--offline"], variables=variables)
    try:
        furnish(server)
        secret = {"Environment": {"Variables": {"PASSWORD": "hunter2"}}}
        shown = ["0o755", "0o644", "0o644", "0o755"]
        for name, code, options in [("python", LOOK, {}), ("node", LOOK_NODE, {"runtime": "nodejs20.x"})]:
            make_function(server, name, code, Timeout=60, **secret, **options)
            answer = server.client("lambda").invoke(FunctionName=name)
            assert json.loads(answer["Payload"].read()) == shown, name
        [scratch] = (public / "tmp").iterdir()
        roots = [public / "data", scratch, public / "cache/waterwheel"]
        assert [mode(root) for root in roots] == [0o700] * 3
        for folder, folders, files in os.walk(public / "data"):
            assert {mode(Path(folder, one)) for one in folders} <= {0o700}, folder
            assert {mode(Path(folder, one)) for one in files} <= {0o600}, folder
        if os.geteuid() == 0:
            looks = subprocess.run(
                ["setpriv", "--reuid", str(STRANGER), "--regid", str(STRANGER), "--clear-groups", "--",
                 "grep", "-rls", "hunter2", *map(str, roots)], capture_output=True, text=True)
            assert (looks.stdout, looks.returncode) == ("", 2)
    finally:
        server.stop()


def test_an_open_folder_is_closed_at_the_start_and_that_is_told_once(tmp_path):
    server = Server(tmp_path)
    told = f"the data directory {tmp_path}/data was open to other users of this machine; it is closed to them now"
    try:
        furnish(server)
        assert told not in server.log()
        server.kill()
        for path in ("data", "data/blobs", "data/tables"):
            (tmp_path / path).chmod(0o755)
        (tmp_path / "data/format").chmod(0o644)
        server.start()
        paths = ("data", "data/blobs", "data/tables", "data/format")
        assert [mode(tmp_path / path) for path in paths] == [0o700, 0o700, 0o700, 0o600]
        assert server.log().count(told) == 1
        assert (records(server), content(server, "large")) == ([b"kept"], LARGE)
        server.restart()
        assert server.log().count(told) == 1
    finally:
        server.stop()


def test_what_lies_in_the_temporary_folder_is_no_trap(public):
    """A pipe in place of a lock, a link to a folder with a lock, another user's folder."""
    tmp, elsewhere = public / "tmp", public / "elsewhere"
    for folder in (tmp / "waterwheel-pipe", tmp / "waterwheel-theirs", elsewhere):
        folder.mkdir()
    os.mkfifo(tmp / "waterwheel-pipe/lock")
    (elsewhere / "lock").touch()
    (elsewhere / "precious").touch()
    (tmp / "waterwheel-link").symlink_to(elsewhere)
    (tmp / "waterwheel-theirs/lock").touch()
    if os.geteuid() == 0:
        os.chown(tmp / "waterwheel-theirs", STRANGER, STRANGER)
    server = Server(public, options=["--ephemeral"], variables={"TMPDIR": str(tmp)})
    try:
        assert health(server)[0] == 200
        assert (elsewhere / "precious").exists() and (tmp / "waterwheel-link").is_symlink()
        assert os.geteuid() != 0 or (tmp / "waterwheel-theirs").exists()
    finally:
        server.stop()


def test_secrets_that_others_may_read_are_warned_of(tmp_path):
    settings = tmp_path / "waterwheel.toml"
    settings.write_text('access-key-id = "AKIDEXAMPLE0123456"\nsecret-access-key = "secret"\n')
    told = "other users of this machine may read the secrets in waterwheel.toml: chmod 600 waterwheel.toml"
    for permitted, times in ((0o600, 0), (0o644, 1)):
        settings.chmod(permitted)
        server = Server(tmp_path, options=["--ephemeral"])
        server.stop()
        assert server.log().count(told) == times
        assert "secret\"" not in server.log()


# --- a folder that goes ---


def remove(data):
    shutil.rmtree(data)


def move(data):
    data.rename(data.with_name("away"))


def replace(data):
    """By a copy, so that every path leads to something."""
    data.rename(data.with_name("away"))
    shutil.copytree(data.with_name("away"), data)


def unlock(data):
    """Takes away what keeps other servers out."""
    (data / "lock").unlink()


@pytest.mark.parametrize("harm", [remove, move, replace, unlock])
def test_a_folder_that_goes_is_missed_and_nothing_more_is_acknowledged(harm, tmp_path):
    server = Server(tmp_path)
    try:
        furnish(server)
        assert health(server)[0] == 200
        harm(tmp_path / "data")
        put = writes(server)[0]
        wait_for("a write to be refused", lambda: fails(*put), seconds=1)
        for call, arguments in writes(server) * 3:
            assert refused(call, **arguments) == NO_WRITES, arguments
        assert (records(server)[0], content(server, "small")) == (b"kept", b"small")
        status, body = health(server)
        assert (status, body["status"], body["needs_restart"]) == (503, "degraded", True)
        assert f"the data directory {tmp_path}/data was" in body["reason"]
        status, body = health(server, "/_localstack/health")
        assert (status, body["services"]["s3"]) == (200, "running")
        named = [line for line in server.log().splitlines() if f"{tmp_path}/data was" in line]
        assert len(named) == 1 and "ERROR" in named[0], server.log()
    finally:
        server.stop()


def test_while_it_is_written_to_a_folder_is_missed_within_a_second(tmp_path):
    server = Server(tmp_path)
    try:
        furnish(server)
        answers, over = [], threading.Event()

        def put(client):
            number = 0
            while not over.is_set():
                number += 1
                try:
                    client.put_record(StreamName="kept", PartitionKey="k", Data=str(number).encode())
                    answers.append((time.monotonic(), True))
                except ClientError:
                    answers.append((time.monotonic(), False))

        writers = [threading.Thread(target=put, args=(server.client("kinesis"),)) for _ in range(2)]
        for writer in writers:
            writer.start()
        wait_for("writes", lambda: len(answers) > 20)
        remove(tmp_path / "data")
        gone = time.monotonic()
        wait_for("refusals", lambda: sum(not good for _, good in answers) > 20)
        over.set()
        for writer in writers:
            writer.join()
        first = min(at for at, good in answers if not good)
        last = max(at for at, good in answers if good)
        assert first < gone + 1 and last < gone + 1, (first - gone, last - gone)
    finally:
        server.stop()


def test_a_stream_whose_folder_goes_is_missed_too(tmp_path):
    server = Server(tmp_path)
    try:
        furnish(server)
        [log] = [entry for entry in (tmp_path / "data/log").iterdir() if entry.is_dir()]
        shutil.rmtree(log)
        put, arguments = writes(server)[0]
        wait_for("a write to be refused", lambda: fails(put, arguments), seconds=1)
        assert refused(put, **arguments) == NO_WRITES
        status, body = health(server)
        assert status == 503 and str(log) in body["reason"] and "was removed" in body["reason"]
    finally:
        server.stop()


# --- a disk that takes no writes ---


def test_a_folder_that_turns_read_only_is_read_and_recovers(tmp_path):
    server = Server(tmp_path)
    data = str(tmp_path / "data")
    try:
        furnish(server)
        subprocess.run(["mount", "--bind", data, data], check=True)
        try:
            subprocess.run(["mount", "-o", "remount,bind,ro", data], check=True)
            s3 = server.client("s3")
            assert refused(s3.put_object, Bucket="kept", Key="more", Body=LARGE) == NO_WRITES
            assert refused(server.client("kinesis").create_stream, StreamName="new", ShardCount=1) == NO_WRITES
            assert (records(server)[0], content(server, "small"), content(server, "large")) == (b"kept", b"small", LARGE)
            status, body = health(server)
            assert (status, body["status"], body["needs_restart"]) == (503, "degraded", False)
            assert data in body["reason"] and "Read-only file system" in body["reason"]
        finally:
            subprocess.run(["umount", data], check=True)
        s3.put_object(Bucket="kept", Key="more", Body=LARGE)
        wait_for("the server to be well", lambda: health(server)[0] == 200)
        make_stream(server, "new")
        server.restart()
        assert content(server, "more") == LARGE
    finally:
        server.stop()


@pytest.fixture
def failing(tmp_path):
    """A server on a file system that can be made to refuse everything, as after a fault of the device."""
    image = tmp_path / "image"
    with open(image, "wb") as file:
        file.truncate(128 << 20)
    subprocess.run(["mkfs.ext4", "-q", image], check=True)
    with mounted(tmp_path / "disk", "-o", "loop", str(image)) as server:
        yield server


def test_a_disk_that_fails_is_read_and_keeps_what_was_acknowledged(failing):
    folder, image = failing.data_dir, failing.data_dir.parent / "image"
    furnish(failing)
    # Its log lies on the same disk, so what it says from here on is nowhere.
    subprocess.run(["mount", "-o", "remount,abort", folder], capture_output=True)
    for call, arguments in writes(failing) * 2:
        assert refused(call, **arguments) == NO_WRITES, arguments
    assert (records(failing), content(failing, "small"), content(failing, "large")) == ([b"kept"], b"small", LARGE)
    status, body = health(failing)
    assert (status, body["status"]) == (503, "degraded"), body
    failing.kill()
    subprocess.run(["umount", folder], check=True)
    subprocess.run(["fsck.ext4", "-p", image], capture_output=True)
    subprocess.run(["mount", "-o", "loop", image, folder], check=True)
    failing.start()
    assert (records(failing), content(failing, "small"), content(failing, "large")) == ([b"kept"], b"small", LARGE)
    failing.client("s3").put_object(Bucket="kept", Key="more", Body=LARGE)


# --- a damaged version, and log lines ---


@pytest.mark.parametrize("bytes", [b"waterwheel data, version \xb2\x1b[31m\n", b"\x00" * 26, b""])
def test_a_damaged_version_is_told_by_its_file_alone(bytes, tmp_path):
    server = Server(tmp_path)
    assert server.stop() == 0
    version = tmp_path / "data/format"
    version.write_bytes(bytes)
    done = subprocess.run([binary(), "start", "--port", "0", "--data-dir", tmp_path / "data"], capture_output=True,
                          timeout=30)
    assert done.stderr.decode("ascii") == (
        f"waterwheel: the file {version} does not state the version of a data directory: "
        "it is damaged, or another program's\n")
    assert (done.returncode, version.read_bytes()) == (1, bytes)


PRINT = """
def handler(event, context):
    print("SAID", event["number"])
    print("and a last line without its end", event["number"], end="")
    return event["number"]
"""


def test_the_lines_of_an_answered_invocation_outlive_a_kill(tmp_path):
    server = Server(tmp_path)
    try:
        make_function(server, "print", PRINT, Timeout=60)
        answered = 0
        for _ in range(6):
            functions = server.client("lambda")
            for _ in range(3):
                payload = json.dumps({"number": answered})
                assert json.loads(functions.invoke(FunctionName="print", Payload=payload)["Payload"].read()) == answered
                answered += 1
            server.restart()
            pages = server.client("logs").get_paginator("filter_log_events").paginate(logGroupName="/aws/lambda/print")
            lines = [event["message"] for page in pages for event in page["events"]]
            said = [int(line.split()[1]) for line in lines if line.startswith("SAID ")]
            last = [int(line.split()[-1]) for line in lines if line.startswith("and a last line")]
            assert sorted(said) == sorted(last) == list(range(answered)), lines
            for word in ("START", "END", "REPORT"):
                assert len(re.findall(rf"(?m)^{word} RequestId: ", "\n".join(lines))) == answered, lines
    finally:
        server.stop()
