"""`waterwheel deploy`: a function from a folder, with what feeds it, and again when a file changes."""

import contextlib
import json
import os
import subprocess
import threading
import time

from conftest import Server, binary, make_function, wait_for

PYTHON = '''
import base64, os
import boto3

s3 = boto3.client("s3")

def handler(event, context):
    if "Records" not in event:
        return VERSION
    for record in event["Records"]:
        if "kinesis" in record:
            key, body = "stream-" + record["kinesis"]["partitionKey"], base64.b64decode(record["kinesis"]["data"])
        else:
            key, body = "queue", record["body"].encode()
        s3.put_object(Bucket=os.environ["BUCKET"], Key=key, Body=body)

VERSION = 1
'''


def deploy(server, *arguments, check=True, **variables):
    command = [binary(), "deploy", *map(str, arguments), "--endpoint-url", server.url]
    environment = {**os.environ, **{key: str(value) for key, value in variables.items()}}
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done if not check else done.stdout


def folder(path, **files):
    """A folder of files; a dot in a name is written as two underscores."""
    path.mkdir(parents=True)
    for name, text in files.items():
        (path / name.replace("__", ".")).write_text(text)
    return path


def invoke(server, name, event=None):
    answer = server.client("lambda").invoke(FunctionName=name, Payload=json.dumps(event or {}))
    body = json.loads(answer["Payload"].read())
    assert "FunctionError" not in answer, body
    return body


@contextlib.contextmanager
def watching(server, *arguments):
    """A `deploy --watch` and the lines that it has said so far."""
    command = [binary(), "deploy", *map(str, arguments), "--watch", "--endpoint-url", server.url]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = []
    def read():
        for line in process.stdout:
            lines.append(line)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield lines
    finally:
        process.terminate()
        process.wait(timeout=30)
        reader.join()
        process.stdout.close()


def said(lines, text, times=1):
    wait_for(f"{text!r} in {lines}", lambda: sum(text in line for line in lines) >= times)


def test_a_folder_becomes_a_fed_function_and_doing_it_again_changes_nothing(server, tmp_path):
    code = folder(tmp_path / "consumer", app__py=PYTHON)
    arguments = [code, "--stream", "clicks", "--queue", "jobs", "--bucket", "results",
                 "--env", "COLOUR=red", "--timeout", "7", "--memory", "256"]
    first = deploy(server, *arguments)
    for word in ("bucket results: made", "role waterwheel-deploy: made", "function consumer: made",
                 "stream clicks: made", "queue jobs: made", "mapping of jobs to consumer: made"):
        assert word in first, first
    server.client("kinesis").put_record(StreamName="clicks", PartitionKey="a", Data=b"of the stream")
    sqs = server.client("sqs")
    sqs.send_message(QueueUrl=sqs.get_queue_url(QueueName="jobs")["QueueUrl"], MessageBody="of the queue")
    s3 = server.client("s3")
    keys = lambda: {it["Key"] for it in s3.list_objects_v2(Bucket="results").get("Contents", [])}
    wait_for("both objects", lambda: keys() == {"stream-a", "queue"})
    assert s3.get_object(Bucket="results", Key="stream-a")["Body"].read() == b"of the stream"
    made = server.client("lambda").get_function_configuration(FunctionName="consumer")
    assert (made["Handler"], made["Timeout"], made["MemorySize"]) == ("app.handler", 7, 256)
    assert made["Environment"]["Variables"] == {"BUCKET": "results", "COLOUR": "red"}
    server.restart()
    again = deploy(server, *arguments)
    assert "function consumer: unchanged" in again and "made" not in again, again
    assert len(server.client("lambda").list_event_source_mappings()["EventSourceMappings"]) == 2
    now = server.client("lambda").get_function_configuration(FunctionName="consumer")
    assert now["RevisionId"] == made["RevisionId"]
    # What is not said stays, and what is said is added.
    changed = deploy(server, code, "--env", "SIZE=3", "--json")
    assert [json.loads(line)["outcome"] for line in changed.splitlines()] == ["new settings"]
    now = server.client("lambda").get_function_configuration(FunctionName="consumer")
    assert now["Environment"]["Variables"] == {"BUCKET": "results", "COLOUR": "red", "SIZE": "3"}
    assert now["Timeout"] == 7


def test_the_same_files_elsewhere_make_the_same_package(shared, tmp_path):
    hashes = []
    for place in ("one", "two"):
        code = folder(tmp_path / place / "same", app__py=PYTHON, b__txt="b")
        (code / "tests").mkdir()
        (code / "tests" / place).touch()
        (code / ".env").write_text(place)
        said = json.loads(deploy(shared, code, "--json").splitlines()[-1])
        hashes.append(said["codeSha256"])
    assert hashes[0] == hashes[1] and said["outcome"] == "unchanged"
    kept = shared.client("lambda").get_function_configuration(FunctionName="same")
    assert kept["CodeSha256"] == hashes[0]


def test_one_file_is_enough(shared, tmp_path, name):
    (tmp_path / "handler.py").write_text("def handler(event, context): return 'python'")
    (tmp_path / "index.mjs").write_text("export const handler = async () => 'node';")
    (tmp_path / "handler.py").chmod(0o600)
    deploy(shared, tmp_path / "handler.py", "--name", f"{name}-p")
    deploy(shared, tmp_path / "index.mjs", "--name", f"{name}-n")
    assert (invoke(shared, f"{name}-p"), invoke(shared, f"{name}-n")) == ("python", "node")
    rust = os.environ.get("RUST_CONSUMER")
    assert rust, "RUST_CONSUMER is not set: run ./test"
    deploy(shared, rust, "--name", f"{name}-r", "--bucket", name)
    assert invoke(shared, f"{name}-r", {"Records": []}) is None


def test_python_dependencies_are_installed_once(shared, tmp_path, name):
    code = folder(tmp_path / name, lambda_function__py=(
        "import idna\ndef lambda_handler(event, context): return idna.__version__"))
    (code / "requirements.txt").write_text("idna==3.10\n")
    cache = {"XDG_CACHE_HOME": tmp_path / "cache"}
    first = deploy(shared, code, "--timeout", 60, **cache)
    assert "Installing what requirements.txt asks for" in first
    assert invoke(shared, name) == "3.10"
    again = deploy(shared, code, **cache)
    assert "Installing" not in again and "unchanged" in again
    (code / "requirements.txt").write_text("idna==3.9\n")
    assert "new code" in deploy(shared, code, **cache)
    assert invoke(shared, name) == "3.9"
    (code / "requirements.txt").write_text("no-such-package-of-waterwheel==0\n")
    failed = deploy(shared, code, check=False, **cache)
    assert failed.returncode == 1 and "no-such-package-of-waterwheel" in failed.stderr
    assert invoke(shared, name) == "3.9"


def test_node_dependencies_are_installed_once_and_those_for_tests_are_not(shared, tmp_path, name):
    code = folder(tmp_path / name, index__js="exports.handler = async () => require('is-odd')(3)")
    (code / "package.json").write_text(json.dumps({
        "dependencies": {"is-odd": "3.0.1"}, "devDependencies": {"is-even": "1.0.0"},
        "scripts": {"prepare": "exit 1"}}))
    cache = {"XDG_CACHE_HOME": tmp_path / "cache"}
    assert "Installing what package.json asks for" in deploy(shared, code, "--timeout", 60, **cache)
    assert invoke(shared, name) is True
    (code / "package.json").write_text(json.dumps({"dependencies": {"is-odd": "3.0.1"}, "devDependencies": {"is-even": "1.0.0"}}))
    again = deploy(shared, code, **cache)
    assert "Installing" not in again
    answer = server_code(shared, name)
    assert any("node_modules/is-odd/" in it for it in answer)
    assert not any("node_modules/is-even/" in it for it in answer)


def server_code(server, name):
    """The names of the files in a function's package."""
    import io
    import urllib.request
    import zipfile
    url = server.client("lambda").get_function(FunctionName=name)["Code"]["Location"]
    with urllib.request.urlopen(url) as answer:
        return zipfile.ZipFile(io.BytesIO(answer.read())).namelist()


def test_what_cannot_be_deployed_is_told(shared, tmp_path, name):
    told = lambda *arguments: deploy(shared, *arguments, check=False).stderr
    empty = folder(tmp_path / "empty", readme__md="")
    assert "no handler is found" in told(empty)
    rust = folder(tmp_path / "rust", Cargo__toml="")
    assert "cargo build --release" in told(rust)
    two = folder(tmp_path / "two", a__py="def handler(a, b): 0", b__py="def handler(a, b): 0")
    assert "--handler a.handler or b.handler" in told(two)
    assert "Java" in told(two, "--runtime", "java21")
    assert "AWS Lambda has no such runtime" in told(two, "--runtime", "python9")
    assert "there is no c.py" in told(two, "--handler", "c.handler")
    assert "no such file" in told(tmp_path / "none").lower()
    assert "--name" in told(two, "--name", "a b", "--handler", "a.handler")
    # The service's own words, where it is the service that minds.
    assert "Value '1000' at 'timeout' failed" in told(two, "--handler", "a.handler", "--timeout", "1000")
    done = subprocess.run([binary(), "deploy", two, "--handler", "a.handler", "--endpoint-url", "http://localhost:1"],
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and "waterwheel start" in done.stderr


def test_a_package_too_large_for_a_request_goes_by_way_of_a_bucket(server, tmp_path):
    code = folder(tmp_path / "large", app__py="import os\ndef handler(event, context): return os.path.getsize('data')")
    (code / "data").write_bytes(os.urandom(52 * 1024 * 1024))
    deploy(server, code, "--memory", "512")
    assert invoke(server, "large") == 52 * 1024 * 1024
    assert "unchanged" in deploy(server, code)
    bucket = "waterwheel-deploy-000000000000-us-east-1"
    assert "Contents" not in server.client("s3").list_objects_v2(Bucket=bucket)


def test_a_function_of_others_keeps_its_role(shared, tmp_path, name):
    make_function(shared, name, "def handler(event, context): return 1")
    role = shared.client("lambda").get_function_configuration(FunctionName=name)["Role"]
    code = folder(tmp_path / name, app__py="def handler(event, context): return 2")
    deploy(shared, code)
    assert invoke(shared, name) == 2
    shown = lambda: shared.client("lambda").get_function_configuration(FunctionName=name)
    assert shown()["Role"] == role and not role.endswith("waterwheel-deploy")
    assert "role mine: made" in deploy(shared, code, "--role", "mine")
    assert shown()["Role"].endswith(":role/mine")


def test_a_server_that_checks_signatures_wants_the_root_key(tmp_path):
    server = Server(tmp_path, options=["--auth", "verify", "--access-key-id", "root", "--secret-access-key", "s3cret"])
    try:
        code = folder(tmp_path / "checked", app__py=PYTHON)
        feeds = ["--stream", "clicks", "--queue", "jobs.fifo", "--bucket", "results"]
        refused = deploy(server, code, *feeds, check=False)
        assert refused.returncode == 1, refused.stdout
        deploy(server, code, *feeds, "--access-key-id", "root", "--secret-access-key", "s3cret")
        client = lambda service: server.client(service, "root", secret="s3cret")
        client("kinesis").put_record(StreamName="clicks", PartitionKey="a", Data=b"x")
        s3 = client("s3")
        wait_for("the object", lambda: s3.list_objects_v2(Bucket="results").get("Contents"))
    finally:
        server.stop()


def test_another_region_and_account_get_their_own(shared, tmp_path, name):
    code = folder(tmp_path / name, app__py=PYTHON)
    there = ["--account", "123456789012", "--region", "eu-west-1"]
    said = deploy(shared, code, *there, "--stream", name, "--bucket", name, "--json")
    arn = json.loads(said.splitlines()[-1])["functionArn"]
    assert arn == f"arn:aws:lambda:eu-west-1:123456789012:function:{name}"
    kinesis = shared.client("kinesis", "123456789012", region_name="eu-west-1")
    kinesis.put_record(StreamName=name, PartitionKey="a", Data=b"x")
    s3 = shared.client("s3", "123456789012", region_name="eu-west-1")
    wait_for("the object", lambda: s3.list_objects_v2(Bucket=name).get("Contents"))
    assert s3.get_bucket_location(Bucket=name)["LocationConstraint"] == "eu-west-1"


def test_watching_deploys_what_changes_and_goes_on_after_mistakes(server, tmp_path):
    code = folder(tmp_path / "watched", app__py=PYTHON)
    with watching(server, code) as lines:
        said(lines, "function watched: made")
        assert invoke(server, "watched") == 1
        (code / "app.py").write_text(PYTHON.replace("VERSION = 1", "VERSION = 2"))
        said(lines, "function watched: new code")
        assert invoke(server, "watched") == 2
        # An editor writes another file and moves it over.
        (code / ".app.py.swp").write_text(PYTHON.replace("VERSION = 1", "VERSION = 3"))
        (code / ".app.py.swp").rename(code / "app.py")
        wait_for("the third version", lambda: invoke(server, "watched") == 3)
        (code / "app.py").rename(code / "gone.txt")
        said(lines, "✗ no handler is found")
        assert invoke(server, "watched") == 3
        (code / "lib").mkdir()
        (code / "lib" / "number.py").write_text("VERSION = 4")
        (code / "app.py").write_text(PYTHON.replace("VERSION = 1", "from lib.number import VERSION"))
        wait_for("the fourth version", lambda: invoke(server, "watched") == 4)
        (code / "lib" / "number.py").write_text("VERSION = 5")
        wait_for("the fifth version", lambda: invoke(server, "watched") == 5)
        server.kill()
        (code / "lib" / "number.py").write_text("VERSION = 6")
        said(lines, "✗ no server answers")
        server.start()
        (code / "lib" / "number.py").write_text("VERSION = 7")
        wait_for("the seventh version", lambda: invoke(server, "watched") == 7)
        # A server that has lost everything gets everything again.
        server.client("lambda").delete_function(FunctionName="watched")
        server.client("iam").delete_role_policy(RoleName="waterwheel-deploy", PolicyName="pipelines")
        server.client("iam").delete_role(RoleName="waterwheel-deploy")
        (code / "lib" / "number.py").write_text("VERSION = 8")
        said(lines, "function watched: made", 2)
        assert invoke(server, "watched") == 8
        # A checkout takes the whole folder away and makes another.
        code.rename(tmp_path / "away")
        said(lines, "✗ ", 3)
        folder(code, app__py=PYTHON.replace("VERSION = 1", "VERSION = 9"))
        wait_for("the ninth version", lambda: invoke(server, "watched") == 9)


def test_the_log_is_followed(server, tmp_path):
    code = folder(tmp_path / "talking", app__py="def handler(event, context): print('heard', event['word'])")
    with watching(server, code, "--logs") as lines:
        said(lines, "function talking: made")
        invoke(server, "talking", {"word": "one"})
        said(lines, "heard one")
        invoke(server, "talking", {"word": "two"})
        said(lines, "heard two")
        assert sum("heard one" in line for line in lines) == 1


def test_a_change_answers_soon(server, tmp_path):
    """Prints how long it takes from a written file to its code's answer; bounds it loosely."""
    code = folder(tmp_path / "quick", app__py=PYTHON)
    with watching(server, code) as lines:
        said(lines, "function quick: made")
        invoke(server, "quick")
        times, client = [], server.client("lambda")
        for version in range(2, 22):
            begun = time.monotonic()
            (code / "app.py").write_text(PYTHON.replace("VERSION = 1", f"VERSION = {version}"))
            while json.loads(client.invoke(FunctionName="quick")["Payload"].read()) != version:
                assert time.monotonic() - begun < 30
            times.append((time.monotonic() - begun) * 1000)
        times.sort()
        print(f"change to new code answering: median {times[10]:.0f} ms, worst {times[-1]:.0f} ms")
        print("".join(lines[-3:]))
        assert times[10] < 2000
