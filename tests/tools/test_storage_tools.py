"""s3cmd and rclone: folders go up and come back the same."""

import filecmp
import os

import pytest
from conftest import wait_for
from tools import environment, installed, run, virtual

LARGE = 20 * 1024 * 1024


@pytest.fixture
def folder(tmp_path):
    """Files as people have them: small, empty, of odd names, and too large for one part."""
    root = tmp_path / "mine"
    (root / "sub dir").mkdir(parents=True)
    (root / "a.txt").write_text("a\n")
    (root / "empty").touch()
    (root / "sub dir" / "ü + %.txt").write_text("odd\n")
    (root / "large.bin").write_bytes(os.urandom(LARGE))
    return root


def same(one, other):
    """Whether two folders hold the same files."""
    names = lambda root: sorted(str(it.relative_to(root)) for it in root.rglob("*") if it.is_file())
    assert names(one) == names(other)
    _, differing, wrong = filecmp.cmpfiles(one, other, names(one), shallow=False)
    assert not differing and not wrong


def test_s3cmd(server, folder, tmp_path):
    place = f"127.0.0.1:{server.port}"
    base = [virtual("TOOLS_PYTHON"), virtual("TOOLS_PYTHON", "s3cmd"), "--no-ssl", f"--host={place}", f"--host-bucket={place}",
            "--access_key=test", "--secret_key=test", "--config=/dev/null", "--multipart-chunk-size-mb=5"]
    s3cmd = lambda *words: run([*base, *words], tmp_path, environment(server, tmp_path), log=server.log)
    s3cmd("mb", "s3://cmd")
    assert "s3://cmd" in s3cmd("ls")
    s3cmd("sync", f"{folder}/", "s3://cmd/kept/")
    assert "ü + %.txt" in s3cmd("ls", "--recursive", "s3://cmd")
    back = tmp_path / "back"
    back.mkdir()
    s3cmd("sync", "s3://cmd/kept/", f"{back}/")
    same(folder, back)
    (folder / "a.txt").unlink()
    s3cmd("sync", "--delete-removed", f"{folder}/", "s3://cmd/kept/")
    assert "a.txt" not in s3cmd("ls", "--recursive", "s3://cmd")
    s3cmd("cp", "s3://cmd/kept/large.bin", "s3://cmd/copy.bin")
    s3cmd("mv", "s3://cmd/copy.bin", "s3://cmd/moved.bin")
    assert f"File size: {LARGE}" in s3cmd("info", "s3://cmd/moved.bin")
    s3cmd("put", "--recursive", "--mime-type=text/plain", "--add-header=x-amz-meta-colour:red", folder / "empty", "s3://cmd/meta")
    assert server.client("s3").head_object(Bucket="cmd", Key="meta")["Metadata"]["colour"] == "red"
    s3cmd("rb", "--recursive", "--force", "s3://cmd")
    assert "s3://cmd" not in s3cmd("ls")


def test_rclone(server, folder, tmp_path):
    variables = environment(
        server, tmp_path, RCLONE_CONFIG=str(tmp_path / "none.conf"),
        RCLONE_CONFIG_WW_TYPE="s3", RCLONE_CONFIG_WW_PROVIDER="Other", RCLONE_CONFIG_WW_ENV_AUTH="true",
        RCLONE_CONFIG_WW_ENDPOINT=f"http://127.0.0.1:{server.port}", RCLONE_CONFIG_WW_REGION="us-east-1",
        RCLONE_S3_CHUNK_SIZE="5Mi", RCLONE_S3_UPLOAD_CUTOFF="5Mi")
    program = installed("rclone", "Debian's rclone")
    rclone = lambda *words: run([program, *words], tmp_path, variables, log=server.log)
    rclone("mkdir", "ww:rclone")
    rclone("sync", folder, "ww:rclone/kept")
    # Sizes, digests and times are compared; the time is in the object's metadata.
    rclone("check", folder, "ww:rclone/kept")
    assert rclone("sync", "-v", "--dry-run", folder, "ww:rclone/kept") == ""
    rclone("copy", "ww:rclone/kept", tmp_path / "back")
    same(folder, tmp_path / "back")
    rclone("moveto", "ww:rclone/kept/large.bin", "ww:rclone/kept/moved.bin")
    assert "moved.bin" in rclone("lsf", "ww:rclone/kept") and "sub dir/" in rclone("lsf", "ww:rclone/kept")
    assert rclone("cat", "ww:rclone/kept/sub dir/ü + %.txt") == "odd\n"
    uploads = run(["sh", "-c", f"printf streamed | {program} rcat ww:rclone/streamed && {program} cat ww:rclone/streamed"],
                  tmp_path, variables, log=server.log)
    assert uploads == "streamed"
    rclone("purge", "ww:rclone")
    wait_for("the bucket to go", lambda: "rclone" not in rclone("lsd", "ww:"))
