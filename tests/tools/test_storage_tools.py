"""s3cmd and rclone: folders go up and come back the same, and buckets are set and shown."""

import filecmp
import json
import os
import urllib.request

import pytest
from conftest import Server, wait_for
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


@pytest.fixture
def s3cmd(server, tmp_path):
    place = f"127.0.0.1:{server.port}"
    base = [virtual("TOOLS_PYTHON"), virtual("TOOLS_PYTHON", "s3cmd"), "--no-ssl", f"--host={place}", f"--host-bucket={place}",
            "--access_key=test", "--secret_key=test", "--config=/dev/null", "--multipart-chunk-size-mb=5"]
    return lambda *words: run([*base, *words], tmp_path, environment(server, tmp_path), log=server.log)


def test_s3cmd(server, folder, tmp_path, s3cmd):
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


def test_s3cmd_sets_and_shows_what_buckets_have(server, tmp_path, s3cmd):
    s3 = server.client("s3")
    s3cmd("mb", "s3://settings")
    (tmp_path / "cors.xml").write_text(
        "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>")
    s3cmd("setcors", "cors.xml", "s3://settings")
    assert s3.get_bucket_cors(Bucket="settings")["CORSRules"] == [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]
    s3cmd("expire", "--expiry-days=3", "--expiry-prefix=logs/", "s3://settings")
    assert s3.get_bucket_lifecycle_configuration(Bucket="settings")["Rules"][0]["Expiration"] == {"Days": 3}
    assert "<Days>3</Days>" in s3cmd("getlifecycle", "s3://settings")
    s3cmd("setversioning", "s3://settings", "enable")
    assert s3.get_bucket_versioning(Bucket="settings")["Status"] == "Enabled"
    s3cmd("setownership", "s3://settings", "ObjectWriter")
    s3cmd("ws-create", "--ws-index=index.html", "s3://settings")
    assert "Index document:   index.html" in s3cmd("ws-info", "s3://settings")
    s3cmd("settagging", "s3://settings", "a=b")
    assert "a:\tb" in s3cmd("gettagging", "s3://settings")
    said = s3cmd("info", "s3://settings")
    assert "Payer:     BucketOwner" in said and "<AllowedOrigin>*</AllowedOrigin>" in said and "Ownership: ObjectWriter" in said
    (tmp_path / "a.txt").write_text("signed")
    s3cmd("put", "a.txt", "s3://settings/a.txt")
    # It signs addresses by Signature Version 2.
    address = s3cmd("signurl", "s3://settings/a.txt", "+60").strip()
    assert urllib.request.urlopen(address.replace("https://", "http://")).read() == b"signed"
    # A bucket that is new lets nobody make it public.
    s3cmd("setblockpublicaccess", "s3://settings", "")
    s3cmd("setacl", "--acl-public", "s3://settings/a.txt")
    assert "*anon*: READ" in s3cmd("info", "s3://settings/a.txt")


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


@pytest.fixture
def clocked(tmp_path):
    """A server whose clock is turned on."""
    server = Server(tmp_path, options=["--ephemeral", "--clock", "virtual"])
    yield server
    server.stop()


def test_rclone_reads_old_versions(clocked, tmp_path):
    server, s3 = clocked, clocked.client("s3")
    s3.create_bucket(Bucket="old")
    s3.put_bucket_versioning(Bucket="old", VersioningConfiguration={"Status": "Enabled"})
    variables = environment(
        server, tmp_path, RCLONE_CONFIG=str(tmp_path / "none.conf"),
        RCLONE_CONFIG_WW_TYPE="s3", RCLONE_CONFIG_WW_PROVIDER="Other", RCLONE_CONFIG_WW_ENV_AUTH="true",
        RCLONE_CONFIG_WW_ENDPOINT=f"http://127.0.0.1:{server.port}", RCLONE_CONFIG_WW_REGION="us-east-1")
    program = installed("rclone", "Debian's rclone")
    rclone = lambda *words: run([program, *words], tmp_path, variables, log=server.log)
    for text in ("one", "two"):
        (tmp_path / "a.txt").write_text(text)
        rclone("copyto", "a.txt", "ww:old/a.txt", "--ignore-times")
        # Versions are named by their times, which S3 tells in whole seconds.
        body = json.dumps({"advance": "10s"}).encode()
        urllib.request.urlopen(urllib.request.Request(f"{server.url}/_waterwheel/clock", body)).read()
    rclone("deletefile", "ww:old/a.txt")
    assert rclone("lsf", "ww:old") == ""
    names = rclone("lsf", "--s3-versions", "ww:old").split()
    assert len(names) == 2 and all(name.startswith("a-v") for name in names)
    rclone("copy", "--s3-versions", "ww:old", "back")
    assert sorted((tmp_path / "back" / name).read_text() for name in names) == ["one", "two"]
    rclone("backend", "cleanup-hidden", "ww:old")
    assert "Versions" not in s3.list_object_versions(Bucket="old")
