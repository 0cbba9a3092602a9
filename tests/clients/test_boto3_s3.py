"""S3 with boto3."""

import hashlib
import io
import os
import urllib.error
import urllib.request

import pytest

MIB = 1024 * 1024


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


def error_of(call, **arguments):
    with pytest.raises(Exception) as caught:
        call(**arguments)
    return caught.value.response["Error"]["Code"], caught.value.response["ResponseMetadata"]["HTTPStatusCode"]


@pytest.mark.parametrize("size", [0, 1, 1000, 100_000, 9 * MIB])
def test_an_object_comes_back_as_it_was_put(s3, bucket, size):
    body = os.urandom(size)
    put = s3.put_object(Bucket=bucket, Key="dir/key é+%", Body=body, ContentType="text/x-water",
                        Metadata={"Colour": "blue"}, CacheControl="no-store")
    assert put["ETag"] == f'"{hashlib.md5(body).hexdigest()}"'
    got = s3.get_object(Bucket=bucket, Key="dir/key é+%")
    assert got["Body"].read() == body
    assert (got["ContentType"], got["Metadata"], got["CacheControl"]) == (
        "text/x-water", {"colour": "blue"}, "no-store")
    assert s3.head_object(Bucket=bucket, Key="dir/key é+%")["ContentLength"] == size


@pytest.mark.parametrize("algorithm", ["CRC32", "SHA1", "SHA256", "CRC32C", "CRC64NVME"])
def test_checksums_are_kept_and_given(s3, bucket, algorithm):
    if algorithm in ("CRC32C", "CRC64NVME"):
        values = {"CRC32C": "yZRlqg==", "CRC64NVME": "jSnVw/bqjr4="}
        s3.put_object(Bucket=bucket, Key="k", Body=b"hello world",
                      **{f"Checksum{algorithm}": values[algorithm]})
    else:
        s3.put_object(Bucket=bucket, Key="k", Body=b"hello world", ChecksumAlgorithm=algorithm)
    head = s3.head_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
    assert head[f"Checksum{algorithm}"]
    assert head["ChecksumType"] == "FULL_OBJECT"


def test_a_wrong_checksum_is_refused_and_nothing_is_stored(s3, bucket):
    code = error_of(s3.put_object, Bucket=bucket, Key="k", Body=b"hello", ContentMD5="1B2M2Y8AsgTpgAmY7PhCfg==")
    assert code == ("BadDigest", 400)
    code = error_of(s3.put_object, Bucket=bucket, Key="k", Body=b"hello", ChecksumSHA1="2jmj7l5rSw0yVb/vlWAYkK/YBwk=")
    assert code == ("BadDigest", 400)
    assert error_of(s3.head_object, Bucket=bucket, Key="k") == ("404", 404)


def test_ranges_and_conditions(s3, bucket):
    etag = s3.put_object(Bucket=bucket, Key="k", Body=b"0123456789")["ETag"]
    part = s3.get_object(Bucket=bucket, Key="k", Range="bytes=2-4")
    assert (part["Body"].read(), part["ContentRange"]) == (b"234", "bytes 2-4/10")
    assert s3.get_object(Bucket=bucket, Key="k", Range="bytes=-3")["Body"].read() == b"789"
    assert error_of(s3.get_object, Bucket=bucket, Key="k", Range="bytes=10-") == ("InvalidRange", 416)
    assert error_of(s3.get_object, Bucket=bucket, Key="k", IfNoneMatch=etag) == ("304", 304)
    assert error_of(s3.get_object, Bucket=bucket, Key="k", IfMatch='"x"') == ("PreconditionFailed", 412)
    assert error_of(s3.put_object, Bucket=bucket, Key="k", Body=b"", IfNoneMatch="*") == ("PreconditionFailed", 412)
    s3.put_object(Bucket=bucket, Key="k", Body=b"new", IfMatch=etag)


def test_listing_with_prefix_delimiter_and_pages(s3, bucket):
    names = ["a/1", "a/2", "b", "c/d/e", "c/f", "ü & <x>"]
    for each in names:
        s3.put_object(Bucket=bucket, Key=each, Body=b"x")
    page = s3.list_objects_v2(Bucket=bucket, Delimiter="/")
    assert [o["Key"] for o in page["Contents"]] == ["b", "ü & <x>"]
    assert [p["Prefix"] for p in page["CommonPrefixes"]] == ["a/", "c/"]
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, PaginationConfig={"PageSize": 2})
    assert [o["Key"] for page in pages for o in page["Contents"]] == names
    pages = s3.get_paginator("list_objects").paginate(Bucket=bucket, Delimiter="/", PaginationConfig={"PageSize": 1})
    seen = [o.get("Key") or o.get("Prefix") for p in pages for o in p.get("Contents", []) + p.get("CommonPrefixes", [])]
    assert seen == ["a/", "b", "c/", "ü & <x>"]
    assert s3.list_objects_v2(Bucket=bucket, StartAfter="b")["KeyCount"] == 3


def test_multipart_with_the_transfer_manager_and_by_hand(s3, bucket, shared):
    body = os.urandom(20 * MIB + 7)
    s3.upload_fileobj(io.BytesIO(body), bucket, "managed")
    out = io.BytesIO()
    s3.download_fileobj(bucket, "managed", out)
    assert out.getvalue() == body
    assert s3.head_object(Bucket=bucket, Key="managed")["ETag"].endswith('-3"')
    upload = s3.create_multipart_upload(Bucket=bucket, Key="byhand", Metadata={"a": "b"})["UploadId"]
    here = {"Bucket": bucket, "Key": "byhand", "UploadId": upload}
    first = s3.upload_part(**here, PartNumber=1, Body=b"x" * 5 * MIB)["ETag"]
    copied = s3.upload_part_copy(**here, PartNumber=2, CopySource={"Bucket": bucket, "Key": "managed"},
                                 CopySourceRange="bytes=0-9")["CopyPartResult"]["ETag"]
    assert [p["PartNumber"] for p in s3.list_parts(**here)["Parts"]] == [1, 2]
    assert [u["UploadId"] for u in s3.list_multipart_uploads(Bucket=bucket)["Uploads"]] == [upload]
    parts = [{"PartNumber": 1, "ETag": first}, {"PartNumber": 2, "ETag": copied}]
    assert error_of(s3.complete_multipart_upload, **here, MultipartUpload={"Parts": parts[::-1]}) == ("InvalidPartOrder", 400)
    s3.complete_multipart_upload(**here, MultipartUpload={"Parts": parts})
    assert s3.get_object(Bucket=bucket, Key="byhand")["Body"].read() == b"x" * 5 * MIB + body[:10]
    aborted = s3.create_multipart_upload(Bucket=bucket, Key="aborted")["UploadId"]
    s3.abort_multipart_upload(Bucket=bucket, Key="aborted", UploadId=aborted)
    assert error_of(s3.list_parts, Bucket=bucket, Key="aborted", UploadId=aborted) == ("NoSuchUpload", 404)


def test_copy_and_delete(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"1", Metadata={"m": "1"})
    s3.copy_object(Bucket=bucket, Key="b", CopySource={"Bucket": bucket, "Key": "a"})
    assert s3.get_object(Bucket=bucket, Key="b")["Metadata"] == {"m": "1"}
    assert error_of(s3.delete_bucket, Bucket=bucket) == ("BucketNotEmpty", 409)
    answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "a"}, {"Key": "b"}, {"Key": "never"}]})
    assert {d["Key"] for d in answer["Deleted"]} == {"a", "b", "never"}
    s3.delete_bucket(Bucket=bucket)
    assert error_of(s3.list_objects_v2, Bucket=bucket) == ("NoSuchBucket", 404)


def test_presigned_urls(s3, bucket):
    put = s3.generate_presigned_url("put_object", {"Bucket": bucket, "Key": "p q"})
    urllib.request.urlopen(urllib.request.Request(put, data=b"signed", method="PUT")).read()
    get = s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "p q"}, ExpiresIn=60)
    assert urllib.request.urlopen(get).read() == b"signed"
    old = s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "p q"}, ExpiresIn=-5)
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(old)
    assert caught.value.code in (400, 403)


def test_virtual_hosted_addresses(shared, bucket):
    key = "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=" + "0" * 64
    headers = {"Host": f"{bucket}.localhost:{shared.port}", "Authorization": key, "X-Amz-Date": "20260101T000000Z"}
    request = urllib.request.Request(f"http://127.0.0.1:{shared.port}/k", data=b"v", method="PUT", headers=headers)
    urllib.request.urlopen(request).read()
    assert shared.client("s3").get_object(Bucket=bucket, Key="k")["Body"].read() == b"v"


@pytest.mark.parametrize("call, expected", [
    (lambda s, b: s.get_object(Bucket=b, Key="no"), "NoSuchKey"),
    (lambda s, b: s.get_object(Bucket="no-such-" + b, Key="no"), "NoSuchBucket"),
    (lambda s, b: s.create_bucket(Bucket="UPPER-" + b), "InvalidBucketName"),
    (lambda s, b: s.get_bucket_website(Bucket=b), "NoSuchWebsiteConfiguration"),
    (lambda s, b: s.put_object(Bucket=b, Key="k", Body=b"", StorageClass="COLD"), "InvalidStorageClass"),
    (lambda s, b: s.put_object(Bucket=b, Key="k" * 1025, Body=b""), "KeyTooLongError"),
])
def test_mistakes_get_the_errors_of_aws(s3, bucket, call, expected):
    with pytest.raises(Exception) as caught:
        call(s3, bucket)
    assert caught.value.response["Error"]["Code"] == expected


def test_locations(s3, bucket, name):
    assert s3.get_bucket_location(Bucket=bucket)["LocationConstraint"] is None
    assert bucket in [b["Name"] for b in s3.list_buckets()["Buckets"]]
