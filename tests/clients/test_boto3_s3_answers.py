"""S3's answers held against those that AWS gives: buckets, and objects that are written at once."""

import base64
import hashlib
import zlib
from datetime import datetime, timedelta, timezone

import pytest
from botocore.exceptions import ClientError

MALFORMED = "The XML you provided was not well-formed or did not validate against our published schema"
PRECONDITION = "At least one of the pre-conditions you specified did not hold"
NOT_DONE = "A header you provided implies functionality that is not implemented"
TO_ITSELF = ("This copy request is illegal because it is trying to copy an object to itself without changing the "
             "object's metadata, storage class, website redirect location or encryption attributes.")
TIMES = ("LastModified", "CreationDate", "Initiated")


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


def plain(value):
    """An answer's members, its times replaced by a word."""
    if isinstance(value, dict):
        return {key: "time" if key in TIMES else plain(each) for key, each in value.items()
                if key not in ("ResponseMetadata", "Body")}
    return [plain(each) for each in value] if isinstance(value, list) else value


def refusal(call, **arguments):
    """The status and all elements of the error with which a call must fail."""
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    answer = caught.value.response
    return answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]


def error(status, code, message, **elements):
    return status, {"Code": code, "Message": message, **elements}


def headers_of(answer):
    return answer["ResponseMetadata"]["HTTPHeaders"]


def crc32(body):
    return base64.b64encode(zlib.crc32(body).to_bytes(4, "big")).decode()


def put_answer(body):
    """What a PutObject of these bytes by today's SDKs is answered."""
    return {"ETag": f'"{hashlib.md5(body).hexdigest()}"', "ChecksumCRC32": crc32(body),
            "ChecksumType": "FULL_OBJECT", "ServerSideEncryption": "AES256"}


def got(body, **more):
    """What a GetObject of these bytes tells."""
    return {"AcceptRanges": "bytes", "ContentLength": len(body), "ContentType": "binary/octet-stream",
            "LastModified": "time", "Metadata": {}, **put_answer(body), **more}


def headed(body, **more):
    """What a HeadObject tells that does not ask for checksums."""
    return {key: value for key, value in got(body, **more).items() if not key.startswith("Checksum")}


# Buckets


def no_such_bucket(name):
    return error(404, "NoSuchBucket", "The specified bucket does not exist", BucketName=name)


def test_a_bucket_is_told_with_its_arn(s3, shared, name):
    made = s3.create_bucket(Bucket=name)
    assert plain(made) == {"Location": f"/{name}", "BucketArn": f"arn:aws:s3:::{name}"}
    head = s3.head_bucket(Bucket=name)
    assert plain(head) == {"BucketArn": f"arn:aws:s3:::{name}", "BucketRegion": "us-east-1", "AccessPointAlias": False}
    assert headers_of(head)["x-amz-bucket-arn"] == f"arn:aws:s3:::{name}"
    assert headers_of(head)["x-amz-access-point-alias"] == "false"
    assert headers_of(head)["content-type"] == "application/xml"
    for listing in (s3.list_objects, s3.list_objects_v2):
        assert headers_of(listing(Bucket=name))["x-amz-bucket-region"] == "us-east-1"
    far = s3.create_bucket(Bucket=f"{name}-far", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    assert far["Location"] == f"http://{name}-far.s3.amazonaws.com/"
    assert s3.head_bucket(Bucket=f"{name}-far")["BucketRegion"] == "eu-north-1"
    found = s3.list_buckets(Prefix=f"{name}-far")
    assert plain(found)["Buckets"] == [{"Name": f"{name}-far", "CreationDate": "time", "BucketRegion": "eu-north-1",
                                        "BucketArn": f"arn:aws:s3:::{name}-far"}]
    assert (found["Prefix"], list(found["Owner"])) == (f"{name}-far", ["ID"])
    assert refusal(s3.head_bucket, Bucket=f"{name}-none") == error(404, "404", "Not Found")


@pytest.mark.parametrize(("endpoint", "constraint", "code"), [
    ("us-east-1", "us-east-1", "InvalidLocationConstraint"),
    ("us-east-1", "foo", "InvalidLocationConstraint"),
    ("us-east-1", "aws-global", "InvalidLocationConstraint"),
    ("eu-west-1", "bar", "IllegalLocationConstraintException"),
    ("us-west-1", "aws-global", "IllegalLocationConstraintException"),
    ("us-west-1", "us-east-1", "IllegalLocationConstraintException"),
    ("us-west-1", "us-east-2", "IllegalLocationConstraintException"),
    ("us-east-2", None, "IllegalLocationConstraintException"),
    ("us-east-2", "EU", "IllegalLocationConstraintException"),
])
def test_constraints_that_do_not_fit_the_endpoint(shared, name, endpoint, constraint, code):
    s3 = shared.client("s3", region_name=endpoint)
    arguments = {"CreateBucketConfiguration": {"LocationConstraint": constraint}} if constraint else {}
    if code == "InvalidLocationConstraint":
        expected = error(400, code, "The specified location-constraint is not valid", LocationConstraint=constraint)
    else:
        expected = error(400, code, f"The {constraint or 'unspecified'} location constraint is incompatible for the "
                                    "region specific endpoint this request was sent to.")
    assert refusal(s3.create_bucket, Bucket=name, **arguments) == expected


@pytest.mark.parametrize("endpoint", ["us-east-1", "eu-west-1"])
def test_eu_is_another_name_of_ireland(shared, name, endpoint):
    s3 = shared.client("s3", region_name=endpoint)
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "EU"})
    assert s3.get_bucket_location(Bucket=name)["LocationConstraint"] == "EU"
    assert s3.list_buckets(Prefix=name)["Buckets"][0]["BucketRegion"] == "eu-west-1"
    assert s3.head_bucket(Bucket=name)["BucketRegion"] == "eu-west-1"


def test_a_bucket_made_twice(shared, s3, bucket):
    assert s3.create_bucket(Bucket=bucket)["Location"] == f"/{bucket}"
    message = "Your previous request to create the named bucket succeeded and you already own it."
    for region in ("us-west-1", "us-east-2"):
        far = shared.client("s3", region_name=region)
        constraint = {"LocationConstraint": region}
        assert refusal(far.create_bucket, Bucket=bucket, CreateBucketConfiguration=constraint) == error(
            409, "BucketAlreadyOwnedByYou", message, BucketName=bucket)
    assert s3.get_bucket_location(Bucket=bucket)["LocationConstraint"] is None


@pytest.mark.parametrize("word", ["RandomValue", ""])
def test_an_ownership_that_there_is_not(s3, name, word):
    assert refusal(s3.create_bucket, Bucket=name, ObjectOwnership=word) == error(
        400, "InvalidArgument", f"Invalid x-amz-object-ownership header: {word}", ArgumentName="x-amz-object-ownership")


@pytest.mark.parametrize("word", ["NotLower", "a_b", "with..dots", "192.168.0.1", "-dash", "xn--puny", "a-s3alias"])
def test_names_that_no_bucket_has(s3, word):
    expected = error(400, "InvalidBucketName", "The specified bucket is not valid.", BucketName=word)
    assert refusal(s3.create_bucket, Bucket=word) == expected


def test_buckets_that_are_not_there(s3, bucket):
    gone = f"{bucket}-gone"
    for call, more in [
        (s3.list_objects, {}), (s3.list_objects_v2, {}), (s3.list_multipart_uploads, {}), (s3.delete_bucket, {}),
        (s3.get_bucket_location, {}), (s3.get_bucket_tagging, {}), (s3.get_bucket_notification_configuration, {}),
        (s3.get_object, {"Key": "k"}), (s3.put_object, {"Key": "k"}), (s3.delete_object, {"Key": "k"}),
        (s3.get_object_tagging, {"Key": "k"}), (s3.delete_objects, {"Delete": {"Objects": [{"Key": "k"}]}}),
        (s3.create_multipart_upload, {"Key": "k"}), (s3.put_bucket_tagging, {"Tagging": {"TagSet": []}}),
        (s3.copy_object, {"Key": "k", "CopySource": f"{bucket}/k"}),
    ]:
        assert refusal(call, Bucket=gone, **more) == no_such_bucket(gone), call
    assert refusal(s3.copy_object, Bucket=bucket, Key="k", CopySource=f"{gone}/k") == no_such_bucket(gone)
    s3.put_object(Bucket=bucket, Key="k")
    assert refusal(s3.delete_bucket, Bucket=bucket) == error(
        409, "BucketNotEmpty", "The bucket you tried to delete is not empty", BucketName=bucket)


@pytest.mark.parametrize("owner", ["0000", "0000000000020", "abcd", "aa000000000$"])
def test_the_expected_owner_is_an_account(s3, bucket, owner):
    message = f"The value of the expected bucket owner parameter must be an AWS Account ID... [{owner}]"
    assert refusal(s3.list_objects_v2, Bucket=bucket, ExpectedBucketOwner=owner) == error(
        400, "InvalidBucketOwnerAWSAccountID", message)
    assert refusal(s3.list_objects_v2, Bucket=bucket, ExpectedBucketOwner="000000000002") == error(
        403, "AccessDenied", "Access Denied")


def test_listing_buckets_in_pages_and_by_region(shared, s3, bucket):
    for suffix in ("-b", "-c"):
        s3.create_bucket(Bucket=bucket + suffix)
    first = s3.list_buckets(MaxBuckets=1, Prefix=bucket)
    assert [it["Name"] for it in first["Buckets"]] == [bucket]
    again = s3.list_buckets(MaxBuckets=1, Prefix=bucket, ContinuationToken="")
    assert again["Buckets"] == first["Buckets"]
    rest = s3.list_buckets(Prefix=bucket, ContinuationToken=first["ContinuationToken"])
    assert [it["Name"] for it in rest["Buckets"]] == [f"{bucket}-b", f"{bucket}-c"]
    assert "ContinuationToken" not in rest
    assert s3.list_buckets(Prefix=bucket.upper())["Buckets"] == []
    assert s3.list_buckets(Prefix=bucket, BucketRegion="eu-west-1")["Buckets"] == []
    assert len(s3.list_buckets(Prefix=bucket, BucketRegion="us-east-1")["Buckets"]) == 3
    assert refusal(s3.list_buckets, BucketRegion="eu-east-1") == error(
        400, "InvalidArgument", "Argument value eu-east-1 is not a valid AWS Region", ArgumentName="bucket-region")


# Objects that are written at once


def test_an_object_is_told_with_all_its_fields(s3, bucket):
    body = b"abc123"
    given = {"ContentLanguage": "de", "ContentDisposition": 'attachment; filename="foo.jpg"', "CacheControl": "no-cache"}
    put = s3.put_object(Bucket=bucket, Key="k", Body=body, **given)
    assert plain(put) == put_answer(body)
    assert set(headers_of(put)) == {
        "content-length", "date", "etag", "server", "x-amz-checksum-crc32", "x-amz-checksum-type", "x-amz-id-2",
        "x-amz-request-id", "x-amz-server-side-encryption"}
    assert (headers_of(put)["server"], headers_of(put)["content-length"]) == ("AmazonS3", "0")
    answer = s3.get_object(Bucket=bucket, Key="k")
    assert plain(answer) == got(body, **given)
    assert set(headers_of(answer)) == set(headers_of(put)) | {
        "accept-ranges", "cache-control", "content-disposition", "content-language", "content-type", "last-modified"}
    assert plain(s3.head_object(Bucket=bucket, Key="k")) == headed(body, **given)
    assert plain(s3.delete_object(Bucket=bucket, Key="k")) == {}
    assert refusal(s3.get_object, Bucket=bucket, Key="k") == error(
        404, "NoSuchKey", "The specified key does not exist.", Key="k")
    assert refusal(s3.get_object, Bucket=bucket, Key="k", Range="bytes=1-2")[1]["Code"] == "NoSuchKey"
    assert refusal(s3.head_object, Bucket=bucket, Key="k") == error(404, "404", "Not Found")
    assert s3.delete_object(Bucket=bucket, Key="k")["ResponseMetadata"]["HTTPStatusCode"] == 204


@pytest.mark.parametrize("key", [
    "file%2Fname", "test@key/", "test%123", "test%percent", "test key/", "test key//", "test%123/", "a/", "#hash",
    "a/%F0%9F%98%80/", "Ā0Ä", "/foo", "//foo", "test+key", "CamelCase", "é" * 512])
def test_keys_are_only_names(s3, bucket, key):
    assert plain(s3.put_object(Bucket=bucket, Key=key, Body=b"test")) == put_answer(b"test")
    assert [it["Key"] for it in s3.list_objects_v2(Bucket=bucket)["Contents"]] == [key]
    assert plain(s3.get_object(Bucket=bucket, Key=key)) == got(b"test")
    copied = s3.copy_object(Bucket=bucket, Key="copied", CopySource={"Bucket": bucket, "Key": key})
    assert copied["CopyObjectResult"]["ETag"] == put_answer(b"test")["ETag"]
    assert s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key}]})["Deleted"] == [{"Key": key}]


def test_a_key_that_is_too_long(s3, bucket):
    assert refusal(s3.put_object, Bucket=bucket, Key="k" * 1025) == error(
        400, "KeyTooLongError", "Your key is too long", Size="1025", MaxSizeAllowed="1024")


def test_ranges(s3, bucket):
    body = b"abcdefgh"
    s3.put_object(Bucket=bucket, Key="k", Body=body)
    part = plain(s3.get_object(Bucket=bucket, Key="k", Range="bytes=2-4"))
    assert part == {**headed(b"cde"), "ETag": put_answer(body)["ETag"], "ContentRange": "bytes 2-4/8"}
    for range_ in ("bytes=1024-4096", "bytes=8-"):
        assert refusal(s3.get_object, Bucket=bucket, Key="k", Range=range_) == error(
            416, "InvalidRange", "The requested range is not satisfiable", RangeRequested=range_, ActualObjectSize="8")
    assert refusal(s3.head_object, Bucket=bucket, Key="k", Range="bytes=8-") == error(
        416, "416", "Requested Range Not Satisfiable")


def test_metadata(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Metadata={"TEST_META_1": "foo", "__meta_2": "bar"})
    assert s3.head_object(Bucket=bucket, Key="k")["Metadata"] == {"test_meta_1": "foo", "__meta_2": "bar"}
    assert refusal(s3.put_object, Bucket=bucket, Key="k", Metadata={"key": "x" * 2046}) == error(
        400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size",
        Size="2049", MaxSizeAllowed="2048")


@pytest.mark.parametrize(("given", "told"), [
    ("=?UTF-8?Q?actually-ascii?=", "actually-ascii"),
    ("=?UTF-8?B?YWJj?=", "abc"),
    ("=?utf-8?q?test=5F=E2=80=94=5Ffile%E2%80%94=5F=C3=A9=5F2=3F.pdf?=",
     "=?UTF-8?Q?test=5F=E2=80=94=5Ffile%E2%80%94=5F=C3=A9=5F2=3F.pdf?="),
    ("=?utf-8?q?=C3=84M=C3=84Z=C3=95=C3=91_S3?=", "=?UTF-8?Q?=C3=84M=C3=84Z=C3=95=C3=91_S3?="),
    ("=?UTF-8?B?AAECAw==?=", "=?UTF-8?B?AAECAw==?="),
    ("=?UTF-8?B?77+977+977+977+977+977+977+9?=", "=?UTF-8?B?77+977+977+977+977+977+977+9?="),
    ("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
])
def test_metadata_in_the_words_of_rfc_2047(s3, bucket, given, told):
    s3.put_object(Bucket=bucket, Key="k", Metadata={"it": given})
    assert s3.get_object(Bucket=bucket, Key="k")["Metadata"] == {"it": told}


def test_other_headers_come_back_byte_by_byte(s3, bucket):
    given = {"CacheControl": "ÄMÄZÕÑ S3", "ContentDisposition": 'attachment; filename="test_—_file%E2%80%94_é_2.pdf"'}
    s3.put_object(Bucket=bucket, Key="k", **given)
    found = s3.get_object(Bucket=bucket, Key="k")
    for name, value in given.items():
        assert found[name] == value.encode().decode("latin-1")


def test_answers_with_other_headers(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"something")
    found = s3.get_object(
        Bucket=bucket, Key="k", ResponseCacheControl="max-age=74", ResponseContentEncoding="identity",
        ResponseContentDisposition='attachment; filename="foo.jpg"', ResponseContentLanguage="de-DE",
        ResponseContentType="image/jpeg", ResponseExpires=datetime(2015, 10, 21, 7, 28, tzinfo=timezone.utc))
    assert plain({**found, "Expires": None}) == got(
        b"something", CacheControl="max-age=74", ContentEncoding="identity", ContentLanguage="de-DE",
        ContentDisposition='attachment; filename="foo.jpg"', ContentType="image/jpeg", Expires=None,
        ExpiresString="Wed, 21 Oct 2015 07:28:00 GMT")
    assert refusal(s3.get_object, Bucket=bucket, Key="k", ResponseCacheControl="non-ascii-—_é_") == error(
        400, "InvalidArgument", "Header value cannot be represented using ISO-8859-1.",
        ArgumentName="response-cache-control", ArgumentValue="non-ascii-—_é_")


def test_storage_classes_are_shown_but_for_the_usual_one(s3, bucket):
    for name in ("STANDARD", "STANDARD_IA", "ONEZONE_IA", "GLACIER_IR", "INTELLIGENT_TIERING", "REDUCED_REDUNDANCY"):
        s3.put_object(Bucket=bucket, Key="k", StorageClass=name)
        assert s3.get_object(Bucket=bucket, Key="k").get("StorageClass", "STANDARD") == name
        told = s3.get_object_attributes(Bucket=bucket, Key="k", ObjectAttributes=["StorageClass"])
        assert plain(told) == {"LastModified": "time", "StorageClass": name}
    for name in ("OUTPOSTS", "FakeClass"):
        for call in (s3.put_object, s3.create_multipart_upload):
            assert refusal(call, Bucket=bucket, Key="k", StorageClass=name) == error(
                400, "InvalidStorageClass", "The storage class you specified is not valid", StorageClassRequested=name)


# Conditions


@pytest.mark.parametrize("method", ["get_object", "head_object"])
def test_reads_on_conditions(s3, bucket, method):
    call = getattr(s3, method)
    etag = s3.put_object(Bucket=bucket, Key="k", Body=b"data")["ETag"]
    at = s3.head_object(Bucket=bucket, Key="k")["LastModified"]
    hour = timedelta(hours=1)

    def failed(condition):
        if method == "head_object":
            return error(412, "412", "Precondition Failed")
        return error(412, "PreconditionFailed", PRECONDITION, Condition=condition)

    unchanged = error(304, "304", "Not Modified")
    for conditions, expected in [
        ({"IfMatch": '"x"'}, failed("If-Match")),
        ({"IfUnmodifiedSince": at - hour}, failed("If-Unmodified-Since")),
        ({"IfNoneMatch": etag}, unchanged),
        ({"IfNoneMatch": etag.strip('"')}, unchanged),
        ({"IfModifiedSince": at}, unchanged),
        ({"IfNoneMatch": '"x"', "IfModifiedSince": at + timedelta(seconds=1)}, None),
        ({"IfMatch": etag, "IfUnmodifiedSince": at - hour}, None),
        ({"IfMatch": etag, "IfNoneMatch": etag}, unchanged),
        ({"IfModifiedSince": at + 24 * hour}, None),
        ({"IfUnmodifiedSince": at}, None),
        ({"IfModifiedSince": at - hour}, None),
    ]:
        if expected:
            assert refusal(call, Bucket=bucket, Key="k", **conditions) == expected, conditions
        else:
            assert call(Bucket=bucket, Key="k", **conditions)["ETag"] == etag, conditions


def test_writes_on_conditions(s3, bucket):
    etag = s3.put_object(Bucket=bucket, Key="k", Body=b"data")["ETag"]
    no_such_key = error(404, "NoSuchKey", "The specified key does not exist.", Key="none")
    value = "We don't accept the provided value of {} header for this API"
    for key, conditions, expected in [
        ("k", {"IfNoneMatch": "*"}, error(412, "PreconditionFailed", PRECONDITION, Condition="If-None-Match")),
        ("k", {"IfMatch": '"x"'}, error(412, "PreconditionFailed", PRECONDITION, Condition="If-Match")),
        ("none", {"IfMatch": etag}, no_such_key),
        ("none", {"IfMatch": "a-wrong-value"}, no_such_key),
        ("k", {"IfMatch": "*"},
         error(501, "NotImplemented", NOT_DONE, Header="If-Match", additionalMessage=value.format("If-Match"))),
        ("k", {"IfNoneMatch": etag}, error(501, "NotImplemented", NOT_DONE, Header="If-None-Match",
                                           additionalMessage=value.format("If-None-Match"))),
        ("k", {"IfMatch": etag, "IfNoneMatch": "*"}, error(
            501, "NotImplemented", NOT_DONE, Header="If-Match,If-None-Match",
            additionalMessage="Multiple conditional request headers present in the request")),
    ]:
        assert refusal(s3.put_object, Bucket=bucket, Key=key, **conditions) == expected, conditions
    s3.put_object(Bucket=bucket, Key="k", IfMatch=etag.strip('"'))
    s3.put_object(Bucket=bucket, Key="none", IfNoneMatch="*")


# Checksums

ALGORITHMS = {
    "CRC32": "cZWHwQ==", "CRC32C": "Pf4upw==", "CRC64NVME": "qUVrWYOrIAM=", "SHA1": "B++3uSfJMSHWToQMQ1g6lIJY5Eo=",
    "SHA256": "2l26x0trnT0r2AvakoFk2MB7eKVKzYESLMxSAKAzoik="}
WRONG = {"CRC32": "AAAAAA==", "CRC32C": "AAAAAA==", "CRC64NVME": "AAAAAAAAAAA=", "SHA1": "A" * 27 + "=",
         "SHA256": "A" * 43 + "="}


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_checksums_of_an_object(s3, bucket, algorithm):
    body, value = b"test data..", ALGORITHMS[algorithm]
    header = f"x-amz-checksum-{algorithm.lower()}"
    upload = s3.create_multipart_upload(Bucket=bucket, Key="u")["UploadId"]
    for call, more in [(s3.put_object, {"Key": "k"}), (s3.upload_part, {"Key": "u", "UploadId": upload, "PartNumber": 1})]:
        given = {"Bucket": bucket, "Body": body, "ChecksumAlgorithm": algorithm, **more}
        assert refusal(call, **given, **{f"Checksum{algorithm}": "not-base"}) == error(
            400, "InvalidRequest", f"Value for {header} header is invalid.")
        assert refusal(call, **given, **{f"Checksum{algorithm}": WRONG[algorithm]}) == error(
            400, "BadDigest", f"The {algorithm} you specified did not match the calculated checksum.")
    checksum = {f"Checksum{algorithm}": value, "ChecksumType": "FULL_OBJECT"}
    put = s3.put_object(Bucket=bucket, Key="k", Body=body, **{f"Checksum{algorithm}": value})
    assert plain(put) == {"ETag": put["ETag"], "ServerSideEncryption": "AES256", **checksum}
    told = s3.get_object_attributes(Bucket=bucket, Key="k", ObjectAttributes=["ETag", "Checksum"])
    assert plain(told) == {"ETag": put["ETag"].strip('"'), "LastModified": "time", "Checksum": checksum}
    for mode in ("ENABLED", "enabled"):
        for call in (s3.get_object, s3.head_object):
            found = call(Bucket=bucket, Key="k", ChecksumMode=mode)
            assert checksum.items() <= found.items()
    listed = s3.list_objects_v2(Bucket=bucket)["Contents"][0]
    assert (listed["ChecksumAlgorithm"], listed["ChecksumType"]) == ([algorithm], "FULL_OBJECT")


def test_only_one_checksum_at_a_time(s3, bucket):
    assert refusal(s3.put_object, Bucket=bucket, Key="k", ChecksumSHA256=WRONG["SHA256"], ChecksumCRC32="AAAAAA==") == (
        error(400, "InvalidRequest",
              "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed."))
    assert refusal(s3.create_multipart_upload, Bucket=bucket, Key="k", ChecksumAlgorithm="TEST") == error(
        400, "InvalidRequest", "Checksum algorithm provided is unsupported. Please try again with any of the valid "
                               "types: [CRC32, CRC32C, CRC64NVME, MD5, SHA1, SHA256, SHA512, XXHASH128, "
                                   "XXHASH3, XXHASH64]")


def test_md5s_that_are_none_or_of_something_else(s3, bucket):
    body = b"something"
    upload = s3.create_multipart_upload(Bucket=bucket, Key="u")["UploadId"]
    wrong = hashlib.md5(b"bad").digest()
    in_base64 = base64.b64encode(wrong).decode()
    # AWS writes the same in two ways.
    for call, more, told in [(s3.put_object, {"Key": "k"}, wrong.hex()),
                             (s3.upload_part, {"Key": "u", "UploadId": upload, "PartNumber": 1}, in_base64)]:
        for given in ("__invalid__", "000", "not base64 encoded checksum", "MTIz", "dGVzdC1zdHJpbmc="):
            assert refusal(call, Bucket=bucket, Body=body, ContentMD5=given, **more) == error(
                400, "InvalidDigest", "The Content-MD5 you specified was invalid.", **{"Content-MD5": given})
        assert refusal(call, Bucket=bucket, Body=body, ContentMD5=in_base64, **more) == error(
            400, "BadDigest", "The Content-MD5 you specified did not match what we received.", ExpectedDigest=told,
            CalculatedDigest=base64.b64encode(hashlib.md5(body).digest()).decode())
        call(Bucket=bucket, Body=body, ContentMD5=base64.b64encode(hashlib.md5(body).digest()).decode(), **more)


# Copies


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_copy_has_its_sources_checksum_or_the_one_it_is_asked_for(s3, bucket, algorithm):
    body = b"test data.."
    s3.put_object(Bucket=bucket, Key="k", Body=body)
    etag, source = put_answer(body)["ETag"], f"{bucket}/k"
    asked = s3.copy_object(Bucket=bucket, Key="k", CopySource=source, MetadataDirective="REPLACE",
                           ChecksumAlgorithm=algorithm)
    result = {"ETag": etag, "LastModified": "time", "ChecksumType": "FULL_OBJECT",
              f"Checksum{algorithm}": ALGORITHMS[algorithm]}
    assert plain(asked) == {"CopyObjectResult": result, "ServerSideEncryption": "AES256"}
    inherited = s3.copy_object(Bucket=bucket, Key="other", CopySource=source)
    assert plain(inherited) == plain(asked)


def test_what_a_copy_takes_from_its_source(s3, bucket):
    source = {"Bucket": bucket, "Key": "k", "Body": b"{}", "ContentType": "application/json", "Metadata": {"key": "value"},
              "ContentLanguage": "en-US", "StorageClass": "STANDARD_IA", "Tagging": "key1=value1"}
    s3.put_object(**source)
    copy = {"Bucket": bucket, "Key": "copy", "CopySource": f"{bucket}/k"}

    def copied(**more):
        s3.copy_object(**copy, **more)
        found = plain(s3.head_object(Bucket=bucket, Key="copy"))
        return {key: found.get(key) for key in ("ContentType", "Metadata", "ContentLanguage", "StorageClass")}

    kept = {"ContentType": "application/json", "Metadata": {"key": "value"}, "ContentLanguage": "en-US",
            "StorageClass": None}
    other = {"Metadata": {"another-key": "value"}, "ContentType": "image/jpg"}
    assert copied() == kept
    assert copied(MetadataDirective="COPY", **other) == kept
    assert copied(MetadataDirective="REPLACE", **other) == {**other, "ContentLanguage": None, "StorageClass": None}
    assert copied(MetadataDirective="REPLACE")["ContentType"] == "binary/octet-stream"
    assert refusal(s3.copy_object, **copy, MetadataDirective="OTHER") == error(
        400, "InvalidArgument", "Unknown metadata directive.", ArgumentName="x-amz-metadata-directive",
        ArgumentValue="OTHER")

    def tags():
        return {tag["Key"]: tag["Value"] for tag in s3.get_object_tagging(Bucket=bucket, Key="copy")["TagSet"]}

    for directive, given, found in [
        (None, "key2=value2", {"key1": "value1"}), ("COPY", "key2=value2", {"key1": "value1"}), ("COPY", None, {"key1": "value1"}),
        ("REPLACE", "key2=value2", {"key2": "value2"}), ("REPLACE", None, {}), (None, None, {"key1": "value1"}),
    ]:
        more = {"TaggingDirective": directive, "Tagging": given}
        s3.copy_object(**copy, **{name: value for name, value in more.items() if value is not None})
        assert tags() == found, more


def test_a_copy_onto_itself(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"data", Metadata={"key": "value"})
    itself = {"Bucket": bucket, "Key": "k", "CopySource": f"{bucket}/k"}
    illegal = error(400, "InvalidRequest", TO_ITSELF)
    assert refusal(s3.copy_object, **itself) == illegal
    assert refusal(s3.copy_object, **itself, Metadata={"a": "b"}) == illegal
    assert refusal(s3.copy_object, **itself, MetadataDirective="COPY") == illegal
    for change in ({"StorageClass": "STANDARD"}, {"StorageClass": "STANDARD_IA"}, {"MetadataDirective": "REPLACE"},
                   {"ServerSideEncryption": "AES256"}, {"StorageClass": "STANDARD", "ChecksumAlgorithm": "SHA256"}):
        assert s3.copy_object(**itself, **change)["CopyObjectResult"]["ETag"] == put_answer(b"data")["ETag"]


def test_the_source_of_a_copy(s3, bucket):
    copy = {"Bucket": bucket, "Key": "copy"}
    for key in ("a key", "a+key", "a%2Bkey", "ä/b//c"):
        s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
        for source in ({"Bucket": bucket, "Key": key}, f"/{bucket}/{key}"):
            s3.copy_object(**copy, CopySource=source)
            assert s3.get_object(Bucket=bucket, Key="copy")["Body"].read() == key.encode(), source
    assert refusal(s3.copy_object, **copy, CopySource=f"{bucket}/none") == error(
        404, "NoSuchKey", "The specified key does not exist.", Key="none")
    same = {"Bucket": bucket, "Key": "a key", "CopySource": f"{bucket}/a key"}
    assert refusal(s3.copy_object, **same, TaggingDirective="X") == error(
        400, "InvalidArgument", "Unknown tagging directive.", ArgumentName="x-amz-tagging-directive", ArgumentValue="X")
    for source, what in [(bucket, "object key"), ("192.168.1.1/k", "bucket name"), ("/kkk", "object key")]:
        status, told = refusal(s3.copy_object, **copy, CopySource=source)
        assert (status, told["Code"], told["Message"]) == (400, "InvalidArgument", f"Invalid copy source {what}")


def test_copies_on_conditions(s3, bucket):
    etag = s3.put_object(Bucket=bucket, Key="k", Body=b"data")["ETag"]
    at = s3.head_object(Bucket=bucket, Key="k")["LastModified"]
    hour = timedelta(hours=1)
    copy = {"Bucket": bucket, "Key": "copy", "CopySource": f"{bucket}/k"}
    for name, value in [
        ("If-Match", '"x"'), ("If-Unmodified-Since", at - hour), ("If-None-Match", etag),
        ("If-None-Match", etag.strip('"')), ("If-Modified-Since", at),
    ]:
        condition = {f"CopySource{name.replace('-', '')}": value}
        assert refusal(s3.copy_object, **copy, **condition) == error(
            412, "PreconditionFailed", PRECONDITION, Condition=f"x-amz-copy-source-{name}"), condition
    for condition in ({"CopySourceIfModifiedSince": at + 24 * hour}, {"CopySourceIfMatch": etag},
                      {"CopySourceIfMatch": etag, "CopySourceIfUnmodifiedSince": at - hour},
                      {"CopySourceIfModifiedSince": at - hour}):
        assert s3.copy_object(**copy, **condition)["CopyObjectResult"]["ETag"] == etag


# Tags


def test_tags_of_objects(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"test", Tagging="tag1=tag1&tag2=tag2&tag=")
    told = s3.get_object_tagging(Bucket=bucket, Key="k")["TagSet"]
    assert sorted(it["Key"] for it in told) == ["tag", "tag1", "tag2"]
    s3.put_object(Bucket=bucket, Key="k", Body=b"test", Tagging="wrongquery&wrongagain")
    assert [it["Value"] for it in s3.get_object_tagging(Bucket=bucket, Key="k")["TagSet"]] == ["", ""]
    assert s3.get_object(Bucket=bucket, Key="k")["TagCount"] == 2
    for given in ("key1=val1&key1=val2", "key1=val1,key2=val2"):
        message = ("The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without "
                   "tag name duplicates.")
        assert refusal(s3.put_object, Bucket=bucket, Key="k", Tagging=given) == error(
            400, "InvalidArgument", message, ArgumentName="x-amz-tagging", ArgumentValue=given)
    assert refusal(s3.put_object, Bucket=bucket, Key="k", Tagging="key?=val")[1]["Code"] == "InvalidTag"
    no_such_key = "The specified key does not exist."
    assert refusal(s3.get_object_tagging, Bucket=bucket, Key="none") == error(
        404, "NoSuchKey", no_such_key, Key=f"{bucket}/none")
    for call, more in [(s3.delete_object_tagging, {}), (s3.put_object_tagging, {"Tagging": {"TagSet": []}})]:
        assert refusal(call, Bucket=bucket, Key="none", **more) == error(404, "NoSuchKey", no_such_key, Key="none")


def test_tags_that_are_refused(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k")
    one = {"Key": "Key1", "Value": "Val1"}
    for tags, message, elements in [
        ([one, one], "Cannot provide multiple Tags with the same key", {"TagKey": "Key1"}),
        ([{"Key": "Key1,Key2", "Value": ""}], "The TagKey you have provided is invalid", {"TagKey": "Key1,Key2"}),
        ([{"Key": "Key1", "Value": "Val1,Val2"}], "The TagValue you have provided is invalid",
         {"TagKey": "Key1", "TagValue": "Val1,Val2"}),
    ]:
        expected = error(400, "InvalidTag", message, **elements)
        assert refusal(s3.put_bucket_tagging, Bucket=bucket, Tagging={"TagSet": tags}) == expected
        assert refusal(s3.put_object_tagging, Bucket=bucket, Key="k", Tagging={"TagSet": tags}) == expected
    ours = {"TagSet": [{"Key": "aws:prefixed", "Value": ""}]}
    assert refusal(s3.put_bucket_tagging, Bucket=bucket, Tagging=ours) == error(
        400, "InvalidTag", "System tags cannot be added/updated by requester", TagKey="aws:prefixed")
    assert refusal(s3.put_object_tagging, Bucket=bucket, Key="k", Tagging=ours) == error(
        400, "InvalidTag", "Your TagKey cannot be prefixed with aws:", TagKey="aws:prefixed")
    eleven = {"TagSet": [{"Key": str(number), "Value": ""} for number in range(11)]}
    assert refusal(s3.put_object_tagging, Bucket=bucket, Key="k", Tagging=eleven) == error(
        400, "BadRequest", "Object tags cannot be greater than 10")
    assert refusal(s3.get_bucket_tagging, Bucket=bucket) == error(
        404, "NoSuchTagSet", "The TagSet does not exist", BucketName=bucket)
