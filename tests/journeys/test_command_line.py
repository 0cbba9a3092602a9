"""The subcommands, as a user runs them."""

import json
import os
import socket
import subprocess

import pytest
from conftest import binary, make_function, make_stream


def run(*arguments, **environment):
    return subprocess.run([binary(), *arguments], capture_output=True, text=True, timeout=120,
                          env={**os.environ, **environment})


def test_help_has_examples():
    for command in ([], ["start"]):
        text = run(*command, "--help").stdout
        assert "Examples:" in text and "waterwheel start" in text


def test_status_shows_what_is_there(shared, name):
    make_stream(shared, name)
    make_function(shared, name, "def handler(e, c): pass")
    shared.client("s3").create_bucket(Bucket=name)
    done = run("status", "--endpoint-url", shared.url)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(name) >= 3
    report = json.loads(run("status", "--json", "--endpoint-url", shared.url).stdout)
    assert name in [stream["name"] for stream in report["streams"]]


def test_status_without_a_server_says_what_to_do():
    done = run("status", "--endpoint-url", "http://localhost:1")
    assert done.returncode != 0 and "waterwheel start" in done.stderr


def test_env_and_aws_point_at_the_server(shared, name):
    shared.client("s3").create_bucket(Bucket=name)
    text = run("env", "--endpoint-url", shared.url).stdout
    assert f"export AWS_ENDPOINT_URL={shared.url}\n" in text
    path = os.path.dirname(os.environ["AWS_CLI_1"]) + ":" + os.environ["PATH"]
    done = run("aws", "s3", "ls", WATERWHEEL_ENDPOINT_URL=shared.url, PATH=path)
    assert done.returncode == 0 and name in done.stdout, done.stderr


def test_doctor_tells_runtimes_sandbox_and_clients():
    text = run("doctor").stdout
    for word in ["python3.12", "nodejs20.x", "provided.al2023", "landlock", "aws", "data directory"]:
        assert word in text, text


def test_json_logs_are_json(tmp_path):
    process = subprocess.Popen([binary(), "start", "--port", "0", "--ephemeral", "--log-format", "json"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    assert "ready" in process.stdout.readline()
    process.terminate()
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    for line in errors.splitlines():
        json.loads(line)


@pytest.mark.parametrize("options", [["--port", "{taken}"], ["--config", "/does/not/exist"], ["--log", "off", "--port", "{taken}"]])
def test_a_start_that_fails_says_why_in_json(options, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        options = [option.format(taken=taken.getsockname()[1]) for option in options]
        done = run("start", "--ephemeral", "--log-format", "json", *options)
    assert done.returncode == 1 and done.stdout == ""
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert lines[-1]["level"] == "ERROR" and ("taken" in lines[-1]["message"] or "/does/not" in lines[-1]["message"])


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_demo_shows_the_object(cli, tmp_path):
    (tmp_path / "aws").symlink_to(os.environ[cli])
    done = run("demo", "--port", "0", PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "    Hello from a Kinesis stream\n\nThe record went through." in done.stdout
    assert done.stderr == ""


def test_a_reader_that_leaves_is_no_failure(shared):
    done = subprocess.run(f"{binary()} status --endpoint-url {shared.url} | true; echo ${{PIPESTATUS[0]}}",
                          shell=True, executable="/bin/bash", capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("0\n", "")
