"""Functions find what AWS's runtimes bring: the version that was asked for, and the SDK."""

import io
import json
import platform
import struct
import subprocess
import zipfile

import pytest
from botocore.exceptions import ClientError
from conftest import make_function, make_role, zipped

COMMON = """
{load}
exports.handler = async () => {{
  const client = new S3Client({{ forcePathStyle: true }});
  const answer = await client.send(new ListBucketsCommand({{}}));
  return answer.Buckets.map((bucket) => bucket.Name).includes("sdk-bucket");
}};
"""
MODULE = """
import {{ S3Client, ListBucketsCommand }} from "{package}";
import {{ getSignedUrl }} from "@aws-sdk/s3-request-presigner";
export const handler = async () => {{
  const answer = await new S3Client({{ forcePathStyle: true }}).send(new ListBucketsCommand({{}}));
  return typeof getSignedUrl === "function"
    && answer.Buckets.map((bucket) => bucket.Name).includes("sdk-bucket");
}};
"""


@pytest.fixture
def client(shared):
    return shared.client("lambda")


@pytest.fixture(scope="module", autouse=True)
def bucket(shared):
    shared.client("s3").create_bucket(Bucket="sdk-bucket")


def make(shared, name, runtime="nodejs20.x", **files):
    shared.client("lambda").create_function(
        FunctionName=name, Runtime=runtime, Handler="app.handler", Role=make_role(shared), Timeout=30,
        Code={"ZipFile": zipped(**files)})


def result(client, name):
    answer = client.invoke(FunctionName=name)
    return json.loads(answer["Payload"].read())


def test_node_functions_have_the_sdk_without_bringing_it(shared, client):
    load = 'const { S3Client, ListBucketsCommand } = require("@aws-sdk/client-s3");'
    make(shared, "sdk-common", app__js=COMMON.format(load=load))
    assert result(client, "sdk-common") is True
    make(shared, "sdk-module", app__mjs=MODULE.format(package="@aws-sdk/client-s3"))
    assert result(client, "sdk-module") is True
    make(shared, "sdk-missing", app__mjs=MODULE.format(package="no-such-package"))
    missing = result(client, "sdk-missing")
    assert missing["errorType"] == "Runtime.ImportModuleError" and "no-such-package" in missing["errorMessage"]


def test_the_asked_python_runs_where_it_is_here(shared, client):
    versions = subprocess.run(
        ["bash", "-c", "ls -d ${PYENV_ROOT:-$HOME/.pyenv}/versions/*/bin/python3.* 2>/dev/null; command -v python3.9 "
         "python3.10 python3.11 python3.12 python3.13; true"], capture_output=True, text=True).stdout
    here = [minor for minor in range(9, 14) if f"python3.{minor}\n" in versions]
    assert here, "there is no Python by its own name"
    code = "import sys\ndef handler(e, c): return list(sys.version_info[:2])\n"
    for minor in here:
        make_function(shared, f"asked-{minor}", code, runtime=f"python3.{minor}", Timeout=30)
        assert result(client, f"asked-{minor}") == [3, minor]


def test_another_architecture_is_taken_without_native_code(shared, client):
    own = {"aarch64": "arm64", "arm64": "arm64"}.get(platform.machine(), "x86_64")
    other, machine = ("x86_64", 62) if own == "arm64" else ("arm64", 183)
    made = make_function(shared, "other-machine", "def handler(e, c): return 1\n", Architectures=[other])
    assert made["Architectures"] == [other]
    assert result(client, "other-machine") == 1
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("lib/x.so", b"\x7fELF\x02\x01" + bytes(12) + struct.pack("<H", machine) + bytes(44))
    with pytest.raises(ClientError) as refused:
        client.update_function_code(FunctionName="other-machine", ZipFile=out.getvalue())
    error = refused.value.response["Error"]
    assert error["Code"] == "InvalidParameterValueException"
    assert f"native code for {other} (lib/x.so)" in error["Message"]
