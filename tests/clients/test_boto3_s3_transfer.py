"""Boto3's transfer manager: files and streams in parts, by threads, copied and fetched, and what it leaves when it fails."""

import io
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import boto3
import pytest
from boto3.s3.transfer import TransferConfig
from botocore.exceptions import ClientError

MIB = 1024 * 1024
PARTS = TransferConfig(multipart_threshold=5 * MIB, multipart_chunksize=5 * MIB, max_concurrency=4)


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


@pytest.fixture(scope="module")
def large():
    return os.urandom(17 * MIB)


@pytest.mark.parametrize("algorithm", [None, "SHA1", "SHA256"])
def test_a_file_goes_up_in_parts_and_comes_down(s3, bucket, large, tmp_path, algorithm):
    (tmp_path / "up").write_bytes(large)
    more = {"ContentType": "x/y", "Metadata": {"colour": "red"}, "Tagging": "a=b", **({"ChecksumAlgorithm": algorithm} if algorithm else {})}
    counted = []
    s3.upload_file(str(tmp_path / "up"), bucket, "ü/large", ExtraArgs=more, Config=PARTS, Callback=counted.append)
    assert sum(counted) == len(large)
    head = s3.head_object(Bucket=bucket, Key="ü/large", ChecksumMode="ENABLED")
    assert head["ETag"].endswith('-4"') and (head["ContentType"], head["Metadata"]) == ("x/y", {"colour": "red"})
    assert head[f"Checksum{algorithm or 'CRC32'}"].endswith("-4") == (head["ChecksumType"] == "COMPOSITE")
    counted.clear()
    s3.download_file(bucket, "ü/large", str(tmp_path / "down"), Config=PARTS, Callback=counted.append)
    assert (tmp_path / "down").read_bytes() == large and sum(counted) == len(large)
    assert s3.get_object_tagging(Bucket=bucket, Key="ü/large")["TagSet"] == [{"Key": "a", "Value": "b"}]


def test_a_copy_goes_in_parts_and_keeps_what_is_told(s3, bucket, large):
    s3.upload_fileobj(io.BytesIO(large), bucket, "from", ExtraArgs={"Metadata": {"colour": "red"}}, Config=PARTS)
    s3.copy({"Bucket": bucket, "Key": "from"}, bucket, "to", ExtraArgs={"Metadata": {"a": "b"}, "MetadataDirective": "REPLACE"}, Config=PARTS)
    s3.copy({"Bucket": bucket, "Key": "from"}, bucket, "whole")
    heads = [s3.head_object(Bucket=bucket, Key=key) for key in ("to", "whole")]
    assert [head["Metadata"] for head in heads] == [{"a": "b"}, {"colour": "red"}]
    assert s3.get_object(Bucket=bucket, Key="to")["Body"].read() == large
    out = io.BytesIO()
    s3.download_fileobj(bucket, "whole", out, Config=PARTS)
    assert out.getvalue() == large


def test_threads_share_a_client(s3, bucket):
    bodies = {f"thread/{number:02}": os.urandom(number * 1000 + (6 * MIB if number % 8 == 0 else 0)) for number in range(24)}
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda key: s3.upload_fileobj(io.BytesIO(bodies[key]), bucket, key, Config=PARTS), bodies))

        def down(key):
            out = io.BytesIO()
            s3.download_fileobj(bucket, key, out, Config=PARTS)
            return out.getvalue()

        assert list(pool.map(down, bodies)) == list(bodies.values())


def test_a_failed_upload_leaves_no_parts_and_a_failed_download_no_file(s3, bucket, tmp_path):
    class Broken:
        left = 12 * MIB

        def read(self, size=-1):
            if self.left <= 0:
                raise OSError("the source broke")
            size = min(size, self.left)
            self.left -= size
            return bytes(size)

    with pytest.raises(OSError, match="the source broke"):
        s3.upload_fileobj(Broken(), bucket, "broken", Config=PARTS)
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=bucket)
    with pytest.raises(ClientError) as caught:
        s3.download_file(bucket, "nothing", str(tmp_path / "nothing"))
    assert caught.value.response["Error"]["Code"] == "404"
    assert list(tmp_path.iterdir()) == []


def test_resources_do_the_same(shared, bucket, large):
    """Boto3's older face, with a session of its own in each thread."""
    ended = []

    def work():
        session = boto3.session.Session(aws_access_key_id="test", aws_secret_access_key="test", region_name="us-east-1")
        theirs = session.resource("s3", endpoint_url=shared.url).Bucket(bucket)
        name = f"of-{threading.get_ident()}"
        theirs.upload_fileobj(io.BytesIO(large), name, Config=PARTS)
        part = theirs.Object(name).get(PartNumber=2)["Body"].read()
        ended.append(part == large[5 * MIB : 10 * MIB])

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ended == [True] * 3
    ours = boto3.resource("s3", endpoint_url=shared.url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test").Bucket(bucket)
    assert sorted(it.key for it in ours.objects.filter(Prefix="of-"))
    ours.objects.all().delete()
    assert list(ours.objects.all()) == []
