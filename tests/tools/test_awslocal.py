"""awslocal: the pipeline with the command that people have from LocalStack."""

import base64
import zipfile

from conftest import ROOT, TRUST, wait_for
from tools import environment, run, virtual

EXAMPLE = ROOT / "examples/kinesis-lambda-s3/lambda_kinesis_consumer.py"


def test_the_pipeline(server, tmp_path):
    with zipfile.ZipFile(tmp_path / "function.zip", "w") as archive:
        archive.write(EXAMPLE, EXAMPLE.name)
    variables = environment(server, tmp_path, PATH="/usr/bin:/bin")
    base = [virtual("TOOLS_PYTHON"), virtual("TOOLS_PYTHON", "awslocal")]
    awslocal = lambda *words: run([*base, *words], tmp_path, variables, log=server.log).strip()
    text = lambda query, *words: awslocal(*words, "--query", query, "--output", "text")
    awslocal("kinesis", "create-stream", "--stream-name", "demo-stream", "--shard-count", "1")
    awslocal("s3", "mb", "s3://demo-pipeline-bucket")
    role = text("Role.Arn", "iam", "create-role", "--role-name", "r", "--assume-role-policy-document", TRUST)
    awslocal("lambda", "create-function", "--function-name", "consumer", "--runtime", "python3.12", "--role", role,
             "--handler", f"{EXAMPLE.stem}.handler", "--zip-file", "fileb://function.zip")
    stream = text("StreamDescriptionSummary.StreamARN", "kinesis", "describe-stream-summary", "--stream-name", "demo-stream")
    awslocal("lambda", "create-event-source-mapping", "--function-name", "consumer", "--event-source-arn", stream,
             "--starting-position", "LATEST")
    awslocal("kinesis", "put-record", "--stream-name", "demo-stream", "--partition-key", "1", "--data", "hello")
    s3 = server.client("s3")
    wait_for("the object", lambda: s3.list_objects_v2(Bucket="demo-pipeline-bucket").get("Contents"))
    key = awslocal("s3", "ls", "s3://demo-pipeline-bucket").split()[-1]
    assert awslocal("s3", "cp", f"s3://demo-pipeline-bucket/{key}", "-") == "hello"
    awslocal("lambda", "invoke", "--function-name", "consumer", "--payload", '{"Records": []}', "answer.json")
    assert "Processed" in (tmp_path / "answer.json").read_text()
    log = text("events[].message", "logs", "filter-log-events", "--log-group-name", "/aws/lambda/consumer")
    assert log.count("REPORT RequestId") == 2
    said = text("LogResult", "lambda", "invoke", "--function-name", "consumer", "--payload", '{"Records": []}',
                "--log-type", "Tail", "answer.json")
    assert b"END RequestId" in base64.b64decode(said)
