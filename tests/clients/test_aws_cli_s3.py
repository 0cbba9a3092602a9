"""S3 with `aws s3`, versions 1 and 2 of the AWS CLI."""

import os
import subprocess
import urllib.request

import pytest

MIB = 1024 * 1024


@pytest.fixture(params=["AWS_CLI_1", "AWS_CLI_2"])
def aws(request, shared, tmp_path):
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_PAGER": "",
    }

    def run(*arguments):
        done = subprocess.run(
            [os.environ[request.param], "--endpoint-url", shared.url, "s3", *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def bucket(aws, name):
    aws("mb", f"s3://{name}")
    return f"s3://{name}"


def test_a_large_object_goes_in_round_and_out(aws, bucket, tmp_path):
    body = os.urandom(20 * MIB)
    (tmp_path / "in").write_bytes(body)
    aws("cp", "in", f"{bucket}/large")
    aws("cp", f"{bucket}/large", f"{bucket}/copied")
    aws("mv", f"{bucket}/copied", f"{bucket}/moved")
    aws("cp", f"{bucket}/moved", "out")
    assert (tmp_path / "out").read_bytes() == body
    assert [line.split()[-1] for line in aws("ls", bucket).splitlines()] == ["large", "moved"]
    assert urllib.request.urlopen(aws("presign", f"{bucket}/large").strip()).read() == body


def test_a_folder_is_kept_in_step(aws, bucket, tmp_path):
    names = ["a/1", "a/b/2", "ü x/3 &+%"]
    for name in names:
        (tmp_path / "here" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "here" / name).write_text(name)
        os.utime(tmp_path / "here" / name, (0, 0))  # Times of objects are whole seconds.
    assert aws("sync", "here", bucket).count("upload:") == 3
    assert aws("sync", "here", bucket) == ""
    (tmp_path / "here/a/1").unlink()
    assert "delete:" in aws("sync", "--delete", "here", bucket)
    aws("sync", bucket, "there")
    there = {str(path.relative_to(tmp_path / "there")) for path in (tmp_path / "there").rglob("*") if path.is_file()}
    assert there == set(names[1:])
    assert aws("rm", "--recursive", bucket).count("delete:") == 2
    aws("rb", bucket)
