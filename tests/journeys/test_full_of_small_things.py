"""A disk full of small things, all in the tables, is emptied through the API and used again."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from conftest import TRUST, make_stream, mounted, wait_for

NO_ROOM = (503, "ServiceUnavailable", "Service is unable to store data at the moment.")
WRITERS = 4


@pytest.fixture
def small(tmp_path):
    """A server on a file system of 20 MiB."""
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", "size=20m", "tmpfs") as server:
        yield server


def told(error):
    answer = error.response
    return answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"], answer["Error"]["Message"]


def client(server, service):
    """A client that asks once: a refusal is to be seen."""
    return server.client(service, config=Config(retries={"total_max_attempts": 1}, max_pool_connections=WRITERS))


def fill(s3, name, bytes_each, most):
    """Puts objects side by side until nothing is taken for a while, in which what was deleted may
    still be given back; gives the keys that were taken."""
    def write(writer):
        taken, refused_since = [], None
        while len(taken) < most:
            key = f"{name}/{len(taken):06}/{writer}"
            try:
                s3.put_object(Bucket="bucket", Key=key, Body=content(key, bytes_each))
                taken.append(key)
                refused_since = None
            except ClientError as error:
                assert told(error) == NO_ROOM
                refused_since = refused_since or time.monotonic()
                if time.monotonic() - refused_since > 1:
                    return taken
        raise AssertionError(f"{most} objects fitted")

    with ThreadPoolExecutor(WRITERS) as writers:
        return [key for keys in writers.map(write, range(WRITERS)) for key in keys]


def content(key, bytes_each):
    return (key.encode() * (bytes_each // len(key) + 1))[:bytes_each]


def empty(s3, keys):
    """Deletes them, the first ones one by one; each is to succeed."""
    for key in keys[:20]:
        assert s3.delete_object(Bucket="bucket", Key=key)["ResponseMetadata"]["HTTPStatusCode"] == 204
    for start in range(20, len(keys), 1000):
        some = [{"Key": key} for key in keys[start:start + 1000]]
        answer = s3.delete_objects(Bucket="bucket", Delete={"Objects": some})
        assert len(answer["Deleted"]) == len(some) and "Errors" not in answer


def put_until_taken(s3, key):
    """Puts an object; what was deleted may still be on the disk for a while."""
    def put():
        try:
            return s3.put_object(Bucket="bucket", Key=key, Body=b"x" * 1024)
        except ClientError as error:
            assert told(error) == NO_ROOM

    wait_for("a write to be taken again", put)


def listed(s3):
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket="bucket")
    return {found["Key"] for page in pages for found in page.get("Contents", [])}


def test_a_disk_full_of_small_objects_is_emptied_and_filled_again(small):
    s3 = client(small, "s3")
    s3.create_bucket(Bucket="bucket")
    first = fill(s3, "first", 8000, 1000)
    empty(s3, first)
    put_until_taken(s3, "kept")
    # More is written in all than the disk holds, so that journals and tables must have given way.
    last = fill(s3, "last", 8000, 1000)
    assert len(last) > len(first) / 2, "the space of what was deleted is used again"
    kept = {"kept", *last}
    assert listed(s3) == kept
    small.restart()
    s3 = client(small, "s3")
    assert listed(s3) == kept
    for key in last[::20]:
        assert s3.get_object(Bucket="bucket", Key=key)["Body"].read() == content(key, 8000)
    empty(s3, last)
    put_until_taken(s3, "again")


def test_when_others_have_taken_every_byte_each_kind_of_thing_is_deleted(small):
    """Records fill the disk to its last block, as any other program might."""
    s3, kinesis, logs = client(small, "s3"), client(small, "kinesis"), client(small, "logs")
    s3.create_bucket(Bucket="bucket")
    s3.put_object(Bucket="bucket", Key="k", Body=b"x")
    upload = s3.create_multipart_upload(Bucket="bucket", Key="parts")["UploadId"]
    s3.upload_part(Bucket="bucket", Key="parts", UploadId=upload, PartNumber=1, Body=b"x" * 1000)
    logs.create_log_group(logGroupName="g")
    logs.create_log_stream(logGroupName="g", logStreamName="s")
    make_stream(small, "full")
    iam = client(small, "iam")
    iam.create_role(RoleName="r", AssumeRolePolicyDocument=TRUST)
    with open(small.data_dir / "other", "wb", buffering=0) as other:
        for piece in (1 << 20, 4096):
            while True:
                try:
                    if other.write(b"x" * piece) < piece:
                        break
                except OSError:
                    break
    # The file system is looked at now and then.
    fill(s3, "more", 1000, 10_000)
    with pytest.raises(ClientError) as error:
        logs.create_log_group(logGroupName="more")
    assert told(error.value)[0] == 503
    logs.delete_log_stream(logGroupName="g", logStreamName="s")
    logs.delete_log_group(logGroupName="g")
    s3.abort_multipart_upload(Bucket="bucket", Key="parts", UploadId=upload)
    empty(s3, sorted(listed(s3)))
    s3.delete_bucket(Bucket="bucket")
    iam.delete_role(RoleName="r")
    kinesis.delete_stream(StreamName="full")
    (small.data_dir / "other").unlink()
    s3.create_bucket(Bucket="again")
    small.restart()
    assert [found["Name"] for found in client(small, "s3").list_buckets()["Buckets"]] == ["again"]
    assert client(small, "kinesis").list_streams()["StreamNames"] == []
    assert client(small, "logs").describe_log_groups()["logGroups"] == []
