"""What a data directory holds after a stop, and after damage."""

import os
import re
import subprocess

import botocore.exceptions
import pytest
from conftest import Server, binary, make_stream

MIB = 1024 * 1024


def test_a_graceful_stop_leaves_everything_in_place(server):
    server.client("s3").create_bucket(Bucket="kept")
    server.client("s3").put_object(Bucket="kept", Key="k", Body=b"v")
    assert server.stop() == 0
    server.start()
    assert server.client("s3").get_object(Bucket="kept", Key="k")["Body"].read() == b"v"


def damaged(path, at=None, length=None):
    """Flips a bit of a file, or cuts it to a length; gives what was there."""
    good = path.read_bytes()
    bad = bytearray(good if length is None else good[:length])
    if at is not None:
        bad[at] ^= 1
    path.write_bytes(bad)
    return good


def test_a_damaged_object_is_never_served(server):
    """The error comes before any byte where it can, else the connection ends; the log names the place."""
    s3 = server.client("s3")
    s3.create_bucket(Bucket="bucket")
    body = os.urandom(3 * MIB)
    s3.put_object(Bucket="bucket", Key="k", Body=body)
    [path] = [p for p in (server.data_dir / "data" / "blobs").iterdir() if p.is_file()]

    def refused(**more):
        with pytest.raises(botocore.exceptions.ClientError) as refusal:
            s3.get_object(Bucket="bucket", Key="k", **more)["Body"].read()
        assert refusal.value.response["Error"]["Code"] == "InternalError"
        assert refusal.value.response["ResponseMetadata"]["HTTPStatusCode"] == 500

    for at in [0, 65_535, 400_000]:
        good = damaged(path, at)
        refused()
        refused(Range=f"bytes={at}-{at + 9}")
        assert s3.get_object(Bucket="bucket", Key="k", Range="bytes=2000000-2000009")["Body"].read() == body[2_000_000:2_000_010]
        path.write_bytes(good)
    for at in [600_000, 2_000_000, 3 * MIB - 1]:
        good = damaged(path, at)
        with pytest.raises((botocore.exceptions.ResponseStreamingError, botocore.exceptions.IncompleteReadError)):
            s3.get_object(Bucket="bucket", Key="k")["Body"].read()
        refused(Range=f"bytes={at}-{at}")
        path.write_bytes(good)
    for length in [0, 1, 65_536, 2 * MIB, 3 * MIB, path.stat().st_size - 1]:
        good = damaged(path, length=length)
        refused()
        path.write_bytes(good)
    path.rename(path.with_suffix(".aside"))
    refused()
    path.with_suffix(".aside").rename(path)
    assert s3.get_object(Bucket="bucket", Key="k")["Body"].read() == body
    told = [line for line in server.log().splitlines() if "damaged" in line]
    assert any(str(path) in line and "byte 1966080" in line for line in told), told[-5:]


def test_a_directory_of_another_version_is_refused_in_one_sentence(server):
    server.stop()
    (server.data_dir / "data" / "format").write_text("waterwheel data, version 1\n")
    second = subprocess.run([binary(), "start", "--port", "0", "--data-dir", str(server.data_dir / "data")],
                            capture_output=True, text=True, timeout=30)
    assert second.returncode != 0
    assert "version 1" in second.stderr and len(second.stderr.strip().splitlines()) == 1, second.stderr


def test_what_is_ephemeral_is_gone_with_the_server_even_a_killed_one(tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    server = Server(tmp_path, options=["--ephemeral"])
    server.client("s3").create_bucket(Bucket="bucket")
    server.client("s3").put_object(Bucket="bucket", Key="k", Body=b"x" * MIB)
    make_stream(server, "s")
    server.kill()
    assert list(scratch.iterdir()), "a killed process cannot tidy"
    server.start()
    assert server.client("s3").list_buckets()["Buckets"] == []
    assert server.client("kinesis").list_streams()["StreamNames"] == []
    assert server.stop() == 0
    assert [str(p) for p in scratch.rglob("*")] == []


def segment(server):
    """The file that holds the only stream's records."""
    [path] = (server.data_dir / "data" / "log").glob("*/*.seg")
    return path


def put_20(server):
    make_stream(server, "s")
    for n in range(20):
        server.client("kinesis").put_record(StreamName="s", PartitionKey="k", Data=f"record {n:02}".encode())


def texts(server):
    kinesis = server.client("kinesis")
    iterator = kinesis.get_shard_iterator(StreamName="s", ShardId="shardId-000000000000",
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    return [record["Data"].decode() for record in kinesis.get_records(ShardIterator=iterator)["Records"]]


def refused_start(server):
    """The one sentence with which a server does not start on this data."""
    told = subprocess.run([binary(), "start", "--port", "0", "--data-dir", str(server.data_dir / "data")],
                          capture_output=True, text=True, timeout=30)
    assert told.returncode == 1 and told.stdout == "", told
    [line] = [line for line in told.stderr.splitlines() if " INFO " not in line]
    return line


def test_a_damaged_record_in_the_middle_is_an_error_that_names_the_place(server):
    put_20(server)
    server.kill()
    path = segment(server)
    at = path.read_bytes().index(b"record 10")
    good = damaged(path, at)
    said = refused_start(server)
    place = re.search(r"byte (\d+)", said)
    assert str(path) in said and place and 0 <= at - int(place[1]) < 100, (said, at)
    path.write_bytes(good)
    server.start()
    assert texts(server) == [f"record {n:02}" for n in range(20)]


def test_a_damaged_end_is_cut_off_and_told(server):
    put_20(server)
    server.kill()
    path = segment(server)
    at = path.read_bytes().index(b"record 19")
    damaged(path, at)
    server.start()
    assert texts(server) == [f"record {n:02}" for n in range(19)]
    [told] = [line for line in server.log().splitlines() if "is cut off" in line]
    place = re.search(r"offset=(\d+)", told)
    assert str(path) in told and place and 0 <= at - int(place[1]) < 100, told
    server.client("kinesis").put_record(StreamName="s", PartitionKey="k", Data=b"after")
    server.restart()
    assert texts(server) == [f"record {n:02}" for n in range(19)] + ["after"]


def test_damage_to_the_tables_is_an_error_that_names_the_place(server):
    for n in range(5):
        server.client("s3").create_bucket(Bucket=f"bucket-{n}")
    server.kill()
    [path] = (server.data_dir / "data" / "tables").glob("fjall/*.jnl")
    at = path.read_bytes().index(b"bucket-2")
    good = damaged(path, at)
    said = refused_start(server)
    place = re.search(r"byte (\d+)", said)
    assert str(path) in said and place and abs(at - int(place[1])) < 2000, (said, at)
    path.write_bytes(good)
    server.start()
    assert len(server.client("s3").list_buckets()["Buckets"]) == 5
