"""Contents that are sealed on the disk by the user's key."""

import os
import subprocess

import pytest
from botocore.exceptions import ClientError
from conftest import Server, binary

SECRET = b"what nobody is to find on the disk"


def key_file(tmp_path, name="key", mode=0o600):
    path = tmp_path / name
    path.write_bytes(os.urandom(32))
    path.chmod(mode)
    return path


def refused(server):
    """The sentence with which a start on the server's data ends."""
    server.launch()
    assert server.process.wait(timeout=60) != 0
    server.process.stdout.close()
    return server.log().strip().splitlines()[-1]


def files_with(folder, text):
    return [it for it in folder.rglob("*") if it.is_file() and text in it.read_bytes()]


def test_contents_are_read_with_their_key_only(tmp_path):
    key = key_file(tmp_path)
    server = Server(tmp_path, options=["--data-key-file", str(key)])
    try:
        s3 = server.client("s3")
        s3.create_bucket(Bucket="sealed")
        large = b"".join(b"%d: %s\n" % (n, SECRET) for n in range(30_000))
        s3.put_object(Bucket="sealed", Key="small", Body=SECRET)
        s3.put_object(Bucket="sealed", Key="large", Body=large)
        upload = s3.create_multipart_upload(Bucket="sealed", Key="parts")["UploadId"]
        place = {"Bucket": "sealed", "Key": "parts", "UploadId": upload}
        bodies = [large * 5, SECRET]
        parts = [
            {"PartNumber": n, "ETag": s3.upload_part(**place, PartNumber=n, Body=body)["ETag"]}
            for n, body in enumerate(bodies, 1)
        ]
        s3.complete_multipart_upload(**place, MultipartUpload={"Parts": parts})
        server.restart()
        s3 = server.client("s3")
        whole = {"small": SECRET, "large": large, "parts": b"".join(bodies)}
        for name, content in whole.items():
            found = s3.get_object(Bucket="sealed", Key=name)
            assert found["ContentLength"] == len(content)
            assert found["Body"].read() == content
        for start, end in [(0, 9), (65_530, 65_540), (131_072, 131_072), (len(large) - 5, None)]:
            header = f"bytes={start}-{'' if end is None else end}"
            found = s3.get_object(Bucket="sealed", Key="large", Range=header)["Body"].read()
            assert found == large[start : None if end is None else end + 1]
        server.stop()
        assert files_with(tmp_path / "data", SECRET) == []

        server.options = []
        assert "--data-key-file" in refused(server)
        server.options = ["--data-key-file", str(key_file(tmp_path, "other"))]
        assert "another key" in refused(server)
        server.options = ["--data-key-file", str(key)]
        server.start()
        assert server.client("s3").get_object(Bucket="sealed", Key="small")["Body"].read() == SECRET

        # Whoever changes a sealed file breaks it, and gets no wrong bytes.
        server.stop()
        blob = max((tmp_path / "data" / "blobs").iterdir(), key=lambda it: it.stat().st_size)
        damaged = bytearray(blob.read_bytes())
        damaged[100] ^= 1
        blob.write_bytes(damaged)
        server.start()
        with pytest.raises(ClientError) as error:
            server.client("s3").get_object(Bucket="sealed", Key="parts")
        assert error.value.response["Error"]["Code"] == "InternalError"
    finally:
        server.kill()


def test_what_lay_in_clear_stays_readable(tmp_path):
    server = Server(tmp_path)
    try:
        s3 = server.client("s3")
        s3.create_bucket(Bucket="before")
        old = {"small": SECRET, "large": SECRET * 3000}
        for name, content in old.items():
            s3.put_object(Bucket="before", Key=name, Body=content)
        server.stop()
        server.options = ["--data-key-file", str(key_file(tmp_path))]
        server.start()
        s3 = server.client("s3")
        s3.put_object(Bucket="before", Key="new", Body=b"sealed " * 9000)
        for name, content in {**old, "new": b"sealed " * 9000}.items():
            assert s3.get_object(Bucket="before", Key=name)["Body"].read() == content
        server.stop()
        assert files_with(tmp_path / "data", SECRET)
        assert not files_with(tmp_path / "data", b"sealed sealed")
    finally:
        server.kill()


def test_a_key_that_others_may_read_is_refused(tmp_path):
    key = key_file(tmp_path, mode=0o644)
    data = tmp_path / "data"
    command = [binary(), "start", "--port", "0", "--data-dir", str(data)]

    def sentence(file):
        ended = subprocess.run(
            [*command, "--data-key-file", str(file)], capture_output=True, text=True, timeout=60
        )
        assert ended.returncode != 0
        return ended.stderr

    assert f"chmod 600 {key}" in sentence(key)
    assert "openssl rand" in sentence(tmp_path / "none")
    short = tmp_path / "short"
    short.write_bytes(b"x" * 31)
    short.chmod(0o600)
    assert "32 bytes" in sentence(short)
    inside = data / "key"
    inside.write_bytes(b"x" * 32)
    inside.chmod(0o600)
    assert "elsewhere" in sentence(inside)
