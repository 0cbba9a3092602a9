"""S3's answers held against those that AWS gives: what no SDK lets through, told over plain HTTP."""

import base64
import hashlib
import http.client
import re
import urllib.parse

import pytest
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from test_boto3_s3_answers import MALFORMED, crc32

REQUIRED = "Missing required header for this request: Content-MD5 OR x-amz-checksum-*"


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


@pytest.fixture
def send(shared):
    """Sends a signed request, and tells the answer and the elements of its document."""
    def send(method, target, body=b"", headers=()):
        path, _, query = target.partition("?")
        url = f"http://127.0.0.1:{shared.port}{urllib.parse.quote(path)}{'?' if query else ''}{query}"
        request = AWSRequest(method, url, data=body, headers=dict(headers))
        if "x-amz-trailer" in request.headers:
            request.context["checksum"] = {"request_algorithm": {"in": "trailer"}}
        S3SigV4Auth(Credentials("test", "test"), "s3", "us-east-1").add_auth(request)
        connection = http.client.HTTPConnection("127.0.0.1", shared.port, timeout=60)
        connection.request(method, url.split(str(shared.port), 1)[1], body=body, headers=dict(request.headers))
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        answer.elements = re.findall(r"<(\w+)>([^<]+)</\1>", answer.text)
        connection.close()
        return answer
    return send


def shown(answer):
    """The status and the elements of an error, less what differs each time."""
    names = [name for name, _ in answer.elements]
    assert names[-2:] == ["RequestId", "HostId"], answer.text
    assert answer.text.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert answer.headers["content-type"] == "application/xml"
    assert answer.headers["server"] == "AmazonS3"
    assert answer.elements[-2][1] == answer.headers["x-amz-request-id"]
    assert answer.elements[-1][1] == answer.headers["x-amz-id-2"]
    return answer.status, answer.elements[:-2]


def error(status, code, message, *elements):
    return status, [("Code", code), ("Message", message), *elements]


def md5(body):
    return base64.b64encode(hashlib.md5(body).digest()).decode()


def test_the_order_of_an_errors_elements(send, bucket):
    assert shown(send("GET", f"/{bucket}/none")) == error(
        404, "NoSuchKey", "The specified key does not exist.", ("Key", "none"))
    assert shown(send("GET", f"/{bucket}-none")) == error(
        404, "NoSuchBucket", "The specified bucket does not exist", ("BucketName", f"{bucket}-none"))
    head = send("HEAD", f"/{bucket}/none")
    assert (head.status, head.text, head.headers["content-type"]) == (404, "", "application/xml")


def test_the_order_of_the_list_of_buckets(send, bucket):
    answer = send("GET", f"/?prefix={bucket}")
    assert answer.headers["content-type"] == "application/xml"
    assert re.findall(r"<(Owner|Buckets|Prefix)>", answer.text) == ["Owner", "Buckets", "Prefix"]
    assert 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"' in answer.text


@pytest.mark.parametrize(("method", "query"), [
    ("PUT", "?tagging"), ("PUT", "?notification"), ("PUT", "/k?tagging"), ("POST", "?delete")])
def test_documents_that_are_not_there(send, s3, bucket, method, query):
    s3.put_object(Bucket=bucket, Key="k")
    answer = send(method, f"/{bucket}{query}", headers={"Content-MD5": md5(b"")})
    assert shown(answer) == error(400, "MissingRequestBodyError", "Request Body is empty")


@pytest.mark.parametrize("document", [
    b"<", b"not xml", b"<Other/>", b"<Tagging><TagSet><Tag><Key>a</Key></Tag></TagSet>", b"<Tagging/>"])
def test_documents_that_are_none(send, bucket, document):
    answer = send("PUT", f"/{bucket}?tagging", document, {"Content-MD5": md5(document)})
    assert shown(answer) == error(400, "MalformedXML", MALFORMED)


def test_completions_without_parts(send, s3, bucket):
    upload = s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]
    target = f"/{bucket}/k?uploadId={upload}"
    assert shown(send("POST", target)) == error(400, "InvalidRequest", "You must specify at least one part")
    for document in (b"<CompleteMultipartUpload/>", b"<CompleteMultipartUpload></CompleteMultipartUpload>", b"<x"):
        assert shown(send("POST", target, document)) == error(400, "MalformedXML", MALFORMED), document


def test_deletions_say_what_their_documents_come_to(send, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k")
    document = b"<Delete><Object><Key>k</Key></Object></Delete>"
    assert shown(send("POST", f"/{bucket}?delete", document)) == error(400, "InvalidRequest", REQUIRED)
    wrong = md5(b"other")
    status, elements = shown(send("POST", f"/{bucket}?delete", document, {"Content-MD5": wrong}))
    assert (status, elements[0]) == (400, ("Code", "BadDigest"))
    for headers in ({"Content-MD5": md5(document)}, {"x-amz-checksum-crc32": crc32(document)}):
        answer = send("POST", f"/{bucket}?delete", document, headers)
        assert (answer.status, answer.elements) == (200, [("Key", "k")]), answer.text


def test_numbers_in_queries(send, s3, bucket):
    for query in ("max-keys=x", "list-type=2&max-keys=2147483648"):
        value = query.rpartition("=")[2]
        assert shown(send("GET", f"/{bucket}?{query}")) == error(
            400, "InvalidArgument", "Provided max-keys not an integer or within integer range",
            ("ArgumentName", "max-keys"), ("ArgumentValue", value))
    upload = s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]
    for query in ("max-parts=", "part-number-marker=", "max-parts=&part-number-marker="):
        answer = send("GET", f"/{bucket}/k?uploadId={upload}&{query}")
        assert answer.status == 200, answer.text
        assert ("MaxParts", "1000") in answer.elements


def test_sources_of_copies_are_queries(send, s3, bucket):
    s3.put_object(Bucket=bucket, Key="a key", Body=b"space")
    s3.put_object(Bucket=bucket, Key="a+key", Body=b"plus")
    for source, body in [("a+key", b"space"), ("a%20key", b"space"), ("a%2Bkey", b"plus")]:
        answer = send("PUT", f"/{bucket}/copy", headers={"x-amz-copy-source": f"{bucket}/{source}"})
        assert answer.status == 200, answer.text
        assert s3.get_object(Bucket=bucket, Key="copy")["Body"].read() == body
    for source in ("", bucket, f"/{bucket}", f"{bucket}/"):
        answer = send("PUT", f"/{bucket}/copy", headers={"x-amz-copy-source": source})
        assert (answer.status, answer.elements[0]) == (400, ("Code", "InvalidArgument")), (source, answer.text)


def test_bytes_without_a_named_checksum_have_the_one_that_s3_computes(send, s3, bucket):
    for headers in ({}, {"x-amz-checksum-algorithm": "SHA256"}):
        answer = send("PUT", f"/{bucket}/k", b"test data..", headers)
        assert answer.headers["x-amz-checksum-crc64nvme"] == "qUVrWYOrIAM="
        assert answer.headers["x-amz-checksum-type"] == "FULL_OBJECT"
    found = send("GET", f"/{bucket}/k", headers={"x-amz-checksum-mode": "enabled"})
    assert found.headers["x-amz-checksum-crc64nvme"] == "qUVrWYOrIAM="


def test_attributes_in_one_header(send, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"abc")
    for names in ("ETag,ObjectSize", "ETag, ObjectSize"):
        answer = send("GET", f"/{bucket}/k?attributes", headers={"x-amz-object-attributes": names})
        assert answer.elements == [("ETag", hashlib.md5(b"abc").hexdigest()), ("ObjectSize", "3")], answer.text


def test_bodies_in_chunks_with_a_trailer(send, s3, bucket):
    body = b"test data.."

    def chunked(trailer):
        return b"%x\r\n%s\r\n0\r\n%s\r\n\r\n" % (len(body), body, trailer)

    headers = {"Content-Encoding": "aws-chunked", "x-amz-decoded-content-length": str(len(body)),
               "x-amz-trailer": "x-amz-checksum-crc32"}
    good = chunked(f"x-amz-checksum-crc32:{crc32(body)}".encode())
    answer = send("PUT", f"/{bucket}/k", good, headers)
    assert (answer.status, answer.headers["x-amz-checksum-crc32"]) == (200, crc32(body)), answer.text
    found = s3.get_object(Bucket=bucket, Key="k")
    assert found["Body"].read() == body
    assert "ContentEncoding" not in found
    s3.put_object(Bucket=bucket, Key="k", Body=b"kept")
    for trailer in (b"x-amz-checksum-crc32:AAAAAA==", b"x-amz-checksum-sha1:AAAA", b"x-amz-checksum-crc32:not-base", b""):
        answer = send("PUT", f"/{bucket}/k", chunked(trailer), headers)
        assert answer.status == 400, answer.text
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == b"kept"


@pytest.mark.parametrize(("target", "document", "wanted"), [
    ("?cors", b"<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin>"
              b"</CORSRule></CORSConfiguration>", REQUIRED),
    ("?tagging", b"<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>", REQUIRED),
    ("?object-lock", b"<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>"
                     b"</ObjectLockConfiguration>", REQUIRED),
    ("/k?legal-hold", b"<LegalHold><Status>OFF</Status></LegalHold>", REQUIRED),
    ("/k?retention", b"<Retention/>", REQUIRED),
    ("?lifecycle", b"<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>30</Days>"
                   b"</Expiration></Rule></LifecycleConfiguration>", REQUIRED.removesuffix(" OR x-amz-checksum-*")),
    ("?versioning", b"<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>", None),
    ("/k?tagging", b"<Tagging><TagSet/></Tagging>", None),
])
def test_documents_that_must_come_with_a_digest(send, s3, name, target, document, wanted):
    s3.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True)
    s3.put_object(Bucket=name, Key="k", Body=b"x")
    bare = send("PUT", f"/{name}{target}", document)
    if wanted:
        assert shown(bare) == error(400, "InvalidRequest", wanted)
    else:
        assert bare.status == 200, bare.text
    for headers in ({"Content-MD5": md5(document)}, {"x-amz-checksum-crc32": crc32(document)}):
        answer = send("PUT", f"/{name}{target}", document, headers)
        assert answer.status == 200, answer.text


def test_what_has_not_changed_tells_its_version(send, s3, bucket):
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    put = s3.put_object(Bucket=bucket, Key="k", Body=b"x")
    for method in ("GET", "HEAD"):
        answer = send(method, f"/{bucket}/k", headers={"If-None-Match": put["ETag"]})
        assert (answer.status, answer.headers["x-amz-version-id"]) == (304, put["VersionId"])
