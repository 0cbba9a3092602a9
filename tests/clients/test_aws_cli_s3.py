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

    def run(*arguments, given=None):
        done = subprocess.run(
            [os.environ[request.param], "--endpoint-url", shared.url, "s3", *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, input=given,
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


def test_objects_have_what_the_options_say(aws, bucket, shared, name, tmp_path):
    s3 = shared.client("s3")
    (tmp_path / "large").write_bytes(os.urandom(9 * MIB))
    options = ["--sse", "AES256", "--metadata", "colour=red", "--content-type", "x/water", "--cache-control", "no-store"]
    aws("cp", "large", f"{bucket}/large", *options, "--storage-class", "STANDARD_IA")
    aws("cp", "-", f"{bucket}/piped", *options, given="of a pipe")
    aws("cp", f"{bucket}/large", f"{bucket}/copied", "--sse", "AES256")
    aws("cp", f"{bucket}/piped", f"{bucket}/changed", "--metadata-directive", "REPLACE", "--content-type", "x/y")
    assert aws("cp", f"{bucket}/piped", "-") == "of a pipe"
    heads = {key: s3.head_object(Bucket=name, Key=key) for key in ("large", "piped", "copied", "changed")}
    told = lambda key: [heads[key].get(it) for it in ("ServerSideEncryption", "ContentType", "CacheControl", "Metadata", "StorageClass")]
    assert told("large") == ["AES256", "x/water", "no-store", {"colour": "red"}, "STANDARD_IA"]
    assert told("piped") == ["AES256", "x/water", "no-store", {"colour": "red"}, None]
    # Version 1 does not take the headers along when it copies in parts.
    assert told("copied") in (["AES256", "x/water", "no-store", {"colour": "red"}, None], ["AES256", "binary/octet-stream", None, {}, None])
    assert told("changed") == ["AES256", "x/y", None, {}, None]
    # Above 8 MiB in parts, also when it is copied.
    assert [heads[key]["ETag"][-3:] for key in ("large", "copied")] == ['-2"', '-2"']


def test_folders_go_to_another_bucket_and_a_full_bucket_is_removed_by_force(aws, bucket, tmp_path):
    for name in ("a.txt", "b.log", "sub/c.txt"):
        (tmp_path / "here" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "here" / name).write_text(name)
    aws("cp", "--recursive", "--exclude", "*", "--include", "*.txt", "here", f"{bucket}/kept")
    other = f"{bucket}-2"
    aws("mb", other)
    assert aws("sync", bucket, other).count("copy:") == 2
    assert aws("mv", "--recursive", f"{other}/kept", f"{other}/moved").count("move:") == 2
    listed = aws("ls", "--recursive", "--summarize", "--human-readable", other)
    assert "moved/a.txt" in listed and "Total Objects: 2" in listed and "Total Size: 14 Bytes" in listed
    assert f" {other.removeprefix('s3://')}" in aws("ls")
    assert aws("rb", "--force", other).endswith(f"remove_bucket: {other.removeprefix('s3://')}\n")
    assert other.removeprefix("s3://") + "\n" not in aws("ls")
