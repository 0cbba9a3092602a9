"""A server for a test: nobody waits for what is ready at once; and what tools of LocalStack ask it."""

import json
import urllib.error
import urllib.request

import pytest
from botocore.exceptions import ClientError
from conftest import Server, make_function


@pytest.fixture(scope="module")
def ephemeral(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("ephemeral"), options=["--ephemeral", "--log-format", "json"])
    yield server
    server.stop()


def ask(server, path, method="GET", **headers):
    request = urllib.request.Request(server.url + path, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_what_is_made_is_ready_by_the_first_look(ephemeral, name):
    kinesis = ephemeral.client("kinesis")
    kinesis.create_stream(StreamName=name, ShardCount=2)
    assert kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE"
    make_function(ephemeral, name, "def handler(e, c): pass")
    found = ephemeral.client("lambda").get_function_configuration(FunctionName=name)
    assert (found["State"], found["LastUpdateStatus"]) == ("Active", "Successful")
    kinesis.delete_stream(StreamName=name)
    with pytest.raises(kinesis.exceptions.ResourceNotFoundException):
        kinesis.describe_stream_summary(StreamName=name)


def test_tools_of_localstack_see_that_it_is_ready(ephemeral):
    status, health = ask(ephemeral, "/_localstack/health")
    assert status == 200 and health["services"]["kinesis"] == "running"
    assert ask(ephemeral, "/_localstack/init/ready") == (200, {"completed": True, "scripts": []})
    assert ask(ephemeral, "/_localstack/init")[1]["completed"]["READY"] is True
    status, info = ask(ephemeral, "/_localstack/info")
    assert status == 200 and {"version", "edition", "session_id", "uptime", "is_docker"} <= set(info)
    status, text = ask(ephemeral, "/_localstack/state/reset", "POST")
    assert status == 400 and "waterwheel reset" in text


# A key that is taken at its word: who shows none is nobody to S3.
SIGNED = {"X-Amz-Date": "20260101T000000Z", "Authorization": (
    "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=" + "0" * 64)}


@pytest.mark.parametrize("host", ["waterwheel", "localstack", "host.docker.internal", "localhost.localstack.cloud"])
def test_names_of_containers_are_known(ephemeral, host, name):
    ephemeral.client("s3").create_bucket(Bucket=name)
    assert ask(ephemeral, "/_waterwheel/health", Host=f"{host}:4566")[0] == 200
    # Below such a name stands a bucket.
    request = urllib.request.Request(f"{ephemeral.url}/", headers={"Host": f"{name}.{host}:4566", **SIGNED})
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert f"<Name>{name}</Name>" in answer.read().decode()


def test_a_foreign_name_is_refused_with_the_option_that_lets_it_in(ephemeral):
    status, text = ask(ephemeral, "/", Host="box.example:4566")
    assert status == 403 and "start Waterwheel with --hostname box.example." in text


def test_log_lines_have_fields_and_what_is_not_built_is_told_once(ephemeral):
    lambda_ = ephemeral.client("lambda")
    for _ in range(3):
        with pytest.raises(ClientError):
            lambda_.list_layers()
    with pytest.raises(ClientError):
        lambda_.get_function(FunctionName="not-there")
    lines = [json.loads(line) for line in ephemeral.log().splitlines()]
    unbuilt = [line for line in lines if line["message"].startswith("not built here: ") and "ListLayers" in line["message"]]
    assert len(unbuilt) == 1 and unbuilt[0]["level"] == "WARN"
    missing = next(line for line in lines if line.get("operation") == "lambda.GetFunction")
    assert (missing["status"], missing["error_code"], missing["level"]) == (404, "ResourceNotFoundException", "INFO")
    assert missing["duration_ms"] >= 0 and missing["request_id"] in missing["message"]
