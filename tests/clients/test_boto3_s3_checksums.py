"""The checksums that S3 takes since 2026, with boto3 and over plain HTTP."""

import base64
import hashlib
import http.client

import pytest
from conftest import refused

# Of b"123456789", big-endian, as the algorithms' own tools print them.
VALUES = {
    "SHA512": hashlib.sha512(b"123456789").hexdigest(),
    "MD5": hashlib.md5(b"123456789").hexdigest(),
    "XXHASH64": "8cb841db40e6ae83",
    "XXHASH3": "72dcb18b67a17dff",
    "XXHASH128": "33119477ede5dcd5e9716427681d5860",
}
NAMES = sorted(VALUES)


def value(algorithm):
    return base64.b64encode(bytes.fromhex(VALUES[algorithm])).decode()


def wrong(algorithm):
    return base64.b64encode(bytes(len(VALUES[algorithm]) // 2)).decode()


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


@pytest.mark.parametrize("algorithm", NAMES)
def test_an_object_is_held_against_its_checksum_and_shows_it(s3, bucket, algorithm):
    member = f"Checksum{algorithm}"
    put = {"Bucket": bucket, "Key": "k", "Body": b"123456789"}
    assert refused(s3.put_object, **put, **{member: wrong(algorithm)}) == (
        400, "BadDigest", f"The {algorithm} you specified did not match the calculated checksum.")
    assert refused(s3.put_object, **put, **{member: "AAAA"})[:2] == (400, "InvalidRequest")
    answer = s3.put_object(**put, **{member: value(algorithm)})
    assert (answer[member], answer["ChecksumType"]) == (value(algorithm), "FULL_OBJECT")
    head = s3.head_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
    assert (head[member], head["ChecksumType"]) == (value(algorithm), "FULL_OBJECT")
    told = s3.get_object_attributes(Bucket=bucket, Key="k", ObjectAttributes=["Checksum"])["Checksum"]
    assert told == {member: value(algorithm), "ChecksumType": "FULL_OBJECT"}
    listed = s3.list_objects_v2(Bucket=bucket)["Contents"][0]
    assert (listed["ChecksumAlgorithm"], listed["ChecksumType"]) == ([algorithm], "FULL_OBJECT")
    copied = s3.copy_object(Bucket=bucket, Key="copy", CopySource=f"{bucket}/k")["CopyObjectResult"]
    assert copied[member] == value(algorithm)


@pytest.mark.parametrize("algorithm", NAMES)
def test_an_upload_has_a_checksum_of_its_parts_checksums(s3, bucket, algorithm):
    member = f"Checksum{algorithm}"
    begin = {"Bucket": bucket, "Key": "u", "ChecksumAlgorithm": algorithm}
    assert refused(s3.create_multipart_upload, **begin, ChecksumType="FULL_OBJECT") == (
        400, "InvalidRequest",
        f"The FULL_OBJECT checksum type cannot be used with the {algorithm.lower()} checksum algorithm.")
    begun = s3.create_multipart_upload(**begin)
    assert (begun["ChecksumAlgorithm"], begun["ChecksumType"]) == (algorithm, "COMPOSITE")
    upload = {"Bucket": bucket, "Key": "u", "UploadId": begun["UploadId"]}
    part = {**upload, "PartNumber": 1, "Body": b"123456789"}
    assert refused(s3.upload_part, **part, **{member: wrong(algorithm)})[1] == "BadDigest"
    answer = s3.upload_part(**part, **{member: value(algorithm)})
    assert answer[member] == value(algorithm)
    assert s3.list_parts(**upload)["Parts"][0][member] == value(algorithm)
    listed = {"PartNumber": 1, "ETag": answer["ETag"]}
    assert refused(s3.complete_multipart_upload, **upload, MultipartUpload={"Parts": [listed]})[1] == "InvalidRequest"
    done = s3.complete_multipart_upload(
        **upload, MultipartUpload={"Parts": [{**listed, member: value(algorithm)}]})
    assert done["ChecksumType"] == "COMPOSITE" and done[member].endswith("-1")
    if algorithm in ("SHA512", "MD5"):
        composite = hashlib.new(algorithm.lower(), bytes.fromhex(VALUES[algorithm])).digest()
        assert done[member] == base64.b64encode(composite).decode() + "-1"
    head = s3.head_object(Bucket=bucket, Key="u", ChecksumMode="ENABLED")
    assert (head[member], head["ChecksumType"]) == (done[member], "COMPOSITE")


def test_an_algorithm_that_there_is_not_is_told_with_those_there_are(s3, bucket):
    assert refused(s3.create_multipart_upload, Bucket=bucket, Key="k", ChecksumAlgorithm="CRC16") == (
        400, "InvalidRequest", "Checksum algorithm provided is unsupported. Please try again with any of the valid "
        "types: [CRC32, CRC32C, CRC64NVME, MD5, SHA1, SHA256, SHA512, XXHASH128, XXHASH3, XXHASH64]")


@pytest.mark.parametrize("algorithm", NAMES)
@pytest.mark.parametrize("is_right", [True, False])
def test_a_checksum_follows_the_body(shared, s3, bucket, algorithm, is_right):
    header = f"x-amz-checksum-{algorithm.lower()}"
    told = value(algorithm) if is_right else wrong(algorithm)
    body = b"9\r\n123456789\r\n0\r\n" + f"{header}:{told}\r\n\r\n".encode()
    headers = {
        "Host": f"localhost:{shared.port}", "Content-Encoding": "aws-chunked", "x-amz-trailer": header,
        "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length": "9",
        "Authorization": "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, "
                         "SignedHeaders=host, Signature=" + "0" * 64, "x-amz-date": "20260101T000000Z",
    }
    connection = http.client.HTTPConnection("127.0.0.1", shared.port, timeout=60)
    connection.request("PUT", f"/{bucket}/trailed", body=body, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    if is_right:
        assert (answer.status, answer.headers[header]) == (200, told), text
        assert s3.head_object(Bucket=bucket, Key="trailed", ChecksumMode="ENABLED")[f"Checksum{algorithm}"] == told
    else:
        assert answer.status == 400 and "<Code>BadDigest</Code>" in text
