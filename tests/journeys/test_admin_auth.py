"""The server's own paths, where signatures are proven: the owner's, and without bodies."""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from conftest import Server, binary, wait_for

ROOT_KEY = ("root-key", "root-secret")
OWN = ["/_waterwheel/status", "/_waterwheel/metrics", "/_waterwheel/nothing", "/_localstack/nothing"]


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    options = ["--auth", "verify", "--access-key-id", ROOT_KEY[0], "--secret-access-key", ROOT_KEY[1]]
    server = Server(tmp_path_factory.mktemp("strict"), options=options)
    yield server
    server.stop()


def get(server, path, key=None, service="waterwheel"):
    request = AWSRequest("GET", server.url + path)
    if key:
        SigV4Auth(Credentials(*key), service, "us-east-1").add_auth(request)
    try:
        answer = urllib.request.urlopen(urllib.request.Request(request.url, headers=dict(request.headers)))
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers.get("x-amzn-errortype"), answer.read().decode()


@pytest.mark.parametrize("path", OWN)
def test_own_paths_ask_for_the_root_key(strict, path):
    status, code, text = get(strict, path)
    assert (status, code) == (403, "MissingAuthenticationTokenException"), text
    assert "Missing Authentication Token" in text and str(strict.data_dir) not in text
    assert get(strict, path, (ROOT_KEY[0], "guess"))[:2] == (403, "InvalidSignatureException")
    assert get(strict, path, ("nobody", "guess"))[:2] == (403, "UnrecognizedClientException")
    assert get(strict, path, ROOT_KEY, "kinesis")[:2] == (403, "InvalidSignatureException")
    assert get(strict, path, ROOT_KEY)[0] == (404 if "nothing" in path else 200)


def test_health_tells_nobody_what_is_wrong(tmp_path):
    options = ["--auth", "verify", "--access-key-id", ROOT_KEY[0], "--secret-access-key", ROOT_KEY[1]]
    server = Server(tmp_path, options=options)
    try:
        # Its tables may be in the making: what comes while it is removed is removed next.
        wait_for("the folder to go", lambda: shutil.rmtree(tmp_path / "data", ignore_errors=True)
                 or not (tmp_path / "data").exists())
        status, _, text = wait_for("the loss to be told", lambda: (seen := get(server, "/_waterwheel/health"))[0] == 503 and seen)
        assert (status, json.loads(text)) == (503, {"status": "degraded", "edition": "waterwheel"})
    finally:
        server.stop()


def test_an_issued_key_is_not_the_root_key(strict):
    iam = strict.client("iam", access_key=ROOT_KEY[0], secret=ROOT_KEY[1])
    trust = json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "000000000000"}, "Action": "sts:AssumeRole"}]})
    role = iam.create_role(RoleName="guest", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    sts = strict.client("sts", access_key=ROOT_KEY[0], secret=ROOT_KEY[1])
    key = sts.assume_role(RoleArn=role, RoleSessionName="guest")["Credentials"]
    issued = (key["AccessKeyId"], key["SecretAccessKey"], key["SessionToken"])
    status, code, text = get(strict, "/_waterwheel/status", issued)
    assert (status, code) == (403, "AccessDeniedException") and "Only the root key may ask for this." in text, text


@pytest.mark.parametrize("path", ["/_waterwheel/health", "/_localstack/health"])
def test_health_answers_everyone_and_tells_nothing(strict, path):
    status, _, text = get(strict, path)
    health = json.loads(text)
    assert status == 200 and health["status"] == "running"
    assert "version" not in health and set(health["services"].values()) == {"running"}


def test_the_status_command_signs(strict, tmp_path):
    def status(**variables):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("WATERWHEEL_")}
        return subprocess.run([binary(), "status", "--json", "--endpoint-url", strict.url], cwd=tmp_path,
                              env={**environment, **variables}, capture_output=True, text=True, timeout=30)

    refused = status()
    assert refused.returncode == 1 and "status 403" in refused.stderr, refused
    named = status(WATERWHEEL_ACCESS_KEY_ID=ROOT_KEY[0], WATERWHEEL_SECRET_ACCESS_KEY=ROOT_KEY[1])
    assert json.loads(named.stdout)["account"] == "000000000000", named
    (tmp_path / "waterwheel.toml").write_text(
        f'access-key-id = "{ROOT_KEY[0]}"\nsecret-access-key = "{ROOT_KEY[1]}"\n')
    assert json.loads(status().stdout)["data_dir"] == str(strict.data_dir / "data")


def memory(server):
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def first_line(server, head, body):
    """Sends a head and as much of a body as is taken, and gives the answer's first line."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(head)
        with contextlib.suppress(OSError):
            connection.settimeout(2)
            connection.sendall(body)
        connection.settimeout(20)
        return connection.recv(4096).split(b"\r\n")[0]


@pytest.mark.parametrize("path, answer", [
    ("/_waterwheel/status", b"HTTP/1.1 403 Forbidden"), ("/_waterwheel/health", b"HTTP/1.1 413 Payload Too Large"),
])
def test_bodies_to_own_paths_are_not_held(strict, path, answer):
    before = memory(strict)
    heads = [
        (f"POST {path} HTTP/1.1\r\nHost: localhost\r\n{how}\r\n\r\n".encode(), start)
        for how, start in [("Content-Length: 33554432", b""), ("Transfer-Encoding: chunked", b"200000\r\n")]
    ]
    with contextlib.ExitStack() as stack:
        for at in range(16):
            head, start = heads[at % 2]
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", strict.port), timeout=20))
            connection.sendall(head)
            connection.settimeout(1)
            with contextlib.suppress(OSError):
                connection.sendall(start + b"x" * 2**21)
            connection.settimeout(20)
            with contextlib.suppress(ConnectionResetError):
                assert connection.recv(4096).split(b"\r\n")[0] == answer
        wait_for("the memory to be little", lambda: memory(strict) - before < 12, 10)


def test_bodies_to_own_paths_are_short_without_signatures_too(shared):
    head = "POST /_waterwheel/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n"
    assert first_line(shared, head.format(2048).encode(), b"x" * 2048) == b"HTTP/1.1 413 Payload Too Large"
    assert first_line(shared, head.format(16).encode(), b"x" * 16) == b"HTTP/1.1 200 OK"
    assert get(shared, "/_waterwheel/status")[0] == 200
