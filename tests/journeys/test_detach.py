"""Servers that go on by themselves: started with --detach, found by `stop`, their data reset."""

import os
import re
import subprocess

import boto3
import pytest
from conftest import REGION, Server, binary


def run(*arguments, cwd=None, **environment):
    clean = {k: v for k, v in os.environ.items() if not k.startswith("WATERWHEEL_")}
    return subprocess.run([binary(), *arguments], capture_output=True, text=True, timeout=60, cwd=cwd,
                          env={**clean, **environment}, stdin=subprocess.DEVNULL)


def detach(folder, *options):
    done = run("start", "--detach", "--port", "0", *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    found = re.search(r"ready on http://127\.0\.0\.1:(\d+) .*\nIt is process \d+, its log is (\S+); `waterwheel stop --port \1`",
                      done.stdout)
    assert found, done.stdout
    return int(found.group(1)), found.group(2)


def test_a_detached_server_serves_until_it_is_stopped(tmp_path):
    port, log = detach(tmp_path, "--data-dir", str(tmp_path / "data"))
    try:
        assert log == str(tmp_path / "data" / "server.log")
        client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", region_name=REGION,
                              aws_access_key_id="test", aws_secret_access_key="test")
        client.create_bucket(Bucket="kept")
        refused = run("reset", "--yes", "--data-dir", str(tmp_path / "data"))
        assert refused.returncode == 1 and f"waterwheel stop --port {port}` first" in refused.stderr
        assert [bucket["Name"] for bucket in client.list_buckets()["Buckets"]] == ["kept"]
    finally:
        done = run("stop", "--data-dir", str(tmp_path / "data"))
    assert done.returncode == 0 and f"http://127.0.0.1:{port}" in done.stdout, done.stderr
    again = run("stop", "--port", str(port))
    assert again.returncode == 1 and "no server of yours runs" in again.stderr


def test_a_detached_server_that_fails_says_why(tmp_path):
    server = Server(tmp_path)
    try:
        done = run("start", "--detach", "--port", str(server.port), "--ephemeral")
        assert done.returncode == 1 and done.stdout == "" and "is taken" in done.stderr, done.stderr
        os.remove(re.search(r"its log is (\S+)", done.stderr).group(1))
    finally:
        server.stop()


def test_stop_ends_an_ephemeral_server_and_no_other(tmp_path):
    other = Server(tmp_path)
    port, log = detach(tmp_path, "--ephemeral")
    try:
        assert run("stop", "--port", str(port)).returncode == 0
        assert other.client("s3").list_buckets()["Buckets"] == []
        assert run("stop", "--port", str(other.port)).returncode == 0
        assert other.process.wait(timeout=10) == 0
    finally:
        other.stop()
        os.remove(log)


def test_reset_asks_first_and_leaves_nothing(tmp_path):
    server = Server(tmp_path)
    server.client("s3").create_bucket(Bucket="gone")
    server.stop()
    unasked = run("reset", "--data-dir", str(server.data_dir / "data"))
    assert unasked.returncode == 1 and "say --yes" in unasked.stderr
    (tmp_path / "waterwheel.toml").write_text(f'data-dir = "{server.data_dir}/data"\n')
    done = run("reset", "--yes", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    server.start()
    try:
        assert server.client("s3").list_buckets()["Buckets"] == []
    finally:
        server.stop()


def test_commands_read_the_same_file_as_start(tmp_path):
    server = Server(tmp_path)
    try:
        (tmp_path / "waterwheel.toml").write_text(f'port = {server.port}\nhost = "localhost"\n')
        done = run("status", cwd=tmp_path)
        assert done.returncode == 0 and f"http://127.0.0.1:{server.port}" in done.stdout, done.stderr
        assert f"AWS_ENDPOINT_URL=http://127.0.0.1:{server.port}\n" in run("env", cwd=tmp_path).stdout
        assert run("dlq", "list", cwd=tmp_path).returncode == 0
        assert run("status", "--port", "1", cwd=tmp_path).returncode == 1
    finally:
        server.stop()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_know_every_command(shell):
    text = run("completions", shell).stdout
    for command in ["start", "logs", "status", "redrive", "completions"]:
        assert command in text, command
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=text, text=True, check=True)


@pytest.mark.parametrize("options, sentence", [
    (["--log", "inof"], "did you mean info?"),
    (["--host", "example.com"], "not a name; names that clients use are told by --hostname"),
    (["--host", "0.0.0.0"], "--insecure"),
])
def test_a_wrong_option_gets_a_sentence(options, sentence):
    done = run("start", "--ephemeral", "--port", "0", *options)
    assert done.returncode in (1, 2) and sentence in done.stderr, done.stderr


def test_a_misspelt_variable_is_told(tmp_path):
    server = Server(tmp_path, options=["--ephemeral", "--host", "localhost"], variables={"WATERWHEEL_PROT": "1"})
    assert server.stop() == 0
    assert "the variable WATERWHEEL_PROT sets nothing here: did you mean WATERWHEEL_PORT?" in server.log()


def test_aws_without_a_server_says_so_at_once():
    done = run("aws", "--port", "1", "s3", "ls")
    assert done.returncode == 1 and "start one with `waterwheel start --port 1`" in done.stderr


def test_env_speaks_other_shells_and_names_both_regions():
    text = run("env", "--port", "9", AWS_REGION="", AWS_DEFAULT_REGION="eu-west-1").stdout
    assert "export AWS_REGION=eu-west-1\n" in text and "AWS_DEFAULT_REGION" not in text
    assert "set -gx AWS_ENDPOINT_URL 'http://127.0.0.1:9';\n" in run("env", "--port", "9", "--shell", "fish").stdout
