"""S3's answers held against those that AWS gives: multipart uploads."""

import base64
import functools
import hashlib

import pytest
from test_boto3_s3_answers import crc32, error, headers_of, no_such_bucket, plain, refusal

BIG = b"a" * (5 * 1024 * 1024 + 1)
PARTS = [BIG, BIG, b"a" * 10]
ETAG = '"4d45984fc3feb2ac9b22683c49674b56-3"'
NO_UPLOAD = ("The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted "
             "or completed.")
NO_PART = ("One or more of the specified parts could not be found.  The part may not have been uploaded, or the "
           "specified entity tag may not match the part's entity tag.")
MALFORMED = "The XML you provided was not well-formed or did not validate against our published schema"
CONFLICT = "The conditional request cannot succeed due to a conflicting operation against this resource."
COPY_RANGE = ("The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the "
              "zero-based offsets of the first and last bytes to copy")
WHOLE = {
    ("CRC32", "COMPOSITE"): "5FRUiw==-3",
    ("CRC32", "FULL_OBJECT"): "qSEQSA==",
    ("CRC32C", "COMPOSITE"): "XF5+4A==-3",
    ("CRC32C", "FULL_OBJECT"): "eTdAQA==",
    ("SHA1", "COMPOSITE"): "AyE60nyQoBgJcwsyPHWu7aJuxBs=-3",
    ("SHA256", "COMPOSITE"): "9o++y6AejqboiJ7MZCx0fahK2Vu5YC/qnNhhYsCLciI=-3",
    ("CRC64NVME", "FULL_OBJECT"): "ZMNX55lZurA=",
    (None, None): "ZMNX55lZurA=",
}


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


def begin(s3, bucket, key="k", **more):
    return s3.create_multipart_upload(Bucket=bucket, Key=key, **more)["UploadId"]


@functools.cache
def crc(algorithm, body):
    """A reflected CRC that boto3 knows only with the help of another library."""
    polynomial, size = {"CRC32C": (0x82F63B78, 4), "CRC64NVME": (0x9A6C9329AC4BC9B5, 8)}[algorithm]
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (polynomial if byte & 1 else 0)
        table.append(byte)
    ones = (1 << 8 * size) - 1
    value = ones
    for byte in body:
        value = value >> 8 ^ table[(value ^ byte) & 255]
    return base64.b64encode((value ^ ones).to_bytes(size, "big")).decode()


def checksum(algorithm, body):
    """What a request has its checksum by."""
    if algorithm in ("CRC32C", "CRC64NVME"):
        return {f"Checksum{algorithm}": crc(algorithm, body)}
    return {"ChecksumAlgorithm": algorithm} if algorithm else {}


def upload(s3, bucket, key, upload_id, bodies, algorithm=None):
    """Uploads parts, and tells what a completion says of them."""
    listed = []
    for number, body in enumerate(bodies, 1):
        answer = s3.upload_part(Bucket=bucket, Key=key, UploadId=upload_id, PartNumber=number, Body=body,
                                **checksum(algorithm, body))
        sums = {name: value for name, value in answer.items() if name.startswith("Checksum")}
        listed.append({"ETag": answer["ETag"], "PartNumber": number, **sums})
    return listed


def without_checksums(listed):
    return [{name: part[name] for name in ("ETag", "PartNumber")} for part in listed]


def complete(s3, bucket, key, upload_id, listed, **more):
    return s3.complete_multipart_upload(Bucket=bucket, Key=key, UploadId=upload_id,
                                        MultipartUpload={"Parts": listed}, **more)


# What multipart objects are told with


@pytest.mark.parametrize(("algorithm", "kind"), WHOLE)
def test_an_object_of_parts_with_its_checksum(s3, bucket, algorithm, kind):
    value, algorithm_of_all = WHOLE[algorithm, kind], algorithm or "CRC64NVME"
    asked = {"ChecksumAlgorithm": algorithm, "ChecksumType": kind} if algorithm else {}
    begun = s3.create_multipart_upload(Bucket=bucket, Key="k", **asked)
    upload_id = begun["UploadId"]
    assert plain(begun) == {"Bucket": bucket, "Key": "k", "UploadId": upload_id, "ServerSideEncryption": "AES256", **asked}
    listed = upload(s3, bucket, "k", upload_id, PARTS, algorithm)
    told = s3.list_parts(Bucket=bucket, Key="k", UploadId=upload_id)
    assert [told.get("ChecksumAlgorithm"), told.get("ChecksumType")] == [algorithm, kind]
    done = complete(s3, bucket, "k", upload_id, listed if algorithm else without_checksums(listed))
    whole = {f"Checksum{algorithm_of_all}": value, "ChecksumType": kind or "FULL_OBJECT"}
    assert plain(done) == {"Bucket": bucket, "Key": "k", "ETag": ETAG, "Location": f"http://{bucket}.s3.amazonaws.com/k",
                           "ServerSideEncryption": "AES256", **whole}
    head = s3.head_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
    assert whole.items() <= head.items()
    told = s3.get_object_attributes(Bucket=bucket, Key="k", ObjectAttributes=[
        "ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"])
    of_all = {**whole, f"Checksum{algorithm_of_all}": value.split("-")[0]}
    assert told["Checksum"] == of_all
    if kind == "COMPOSITE":
        sizes = [(part["PartNumber"], part["Size"]) for part in told["ObjectParts"]["Parts"]]
        assert sizes == [(1, len(BIG)), (2, len(BIG)), (3, 10)]
        assert told["ObjectParts"]["Parts"][2][f"Checksum{algorithm}"] == listed[2][f"Checksum{algorithm}"]
        assert told["ObjectParts"]["MaxParts"] == 1000
    else:
        assert told["ObjectParts"] == {"TotalPartsCount": 3}
    part = s3.get_object(Bucket=bucket, Key="k", PartNumber=3, ChecksumMode="ENABLED")
    assert part["ResponseMetadata"]["HTTPStatusCode"] == 206
    assert (part["PartsCount"], part["ContentRange"]) == (3, f"bytes {2 * len(BIG)}-{2 * len(BIG) + 9}/{2 * len(BIG) + 10}")
    shown = {name: at for name, at in part.items() if name.startswith("Checksum")}
    of_part = {f"Checksum{algorithm}": listed[2].get(f"Checksum{algorithm}"), "ChecksumType": "COMPOSITE"}
    assert shown == (of_part if kind == "COMPOSITE" else {})
    copied = s3.copy_object(Bucket=bucket, Key="copy", CopySource=f"{bucket}/k")["CopyObjectResult"]
    assert (copied["ETag"], copied["ChecksumType"]) == ('"a0397ee2df08832642af5d7e57c5760c"', "FULL_OBJECT")


def test_reads_of_parts(s3, bucket):
    s3.put_object(Bucket=bucket, Key="plain", Body=b"test data")
    for key in ("plain", "one"):
        if key == "one":
            upload_id = begin(s3, bucket, "one")
            complete(s3, bucket, "one", upload_id, without_checksums(upload(s3, bucket, "one", upload_id, [b"test data"])))
        for call in (s3.get_object, s3.head_object):
            answer = call(Bucket=bucket, Key=key, PartNumber=1)
            assert answer["ResponseMetadata"]["HTTPStatusCode"] == 206
            assert (answer["ContentRange"], answer["ContentLength"]) == ("bytes 0-8/9", 9)
            assert answer.get("PartsCount") == (1 if key == "one" else None)
        assert refusal(s3.get_object, Bucket=bucket, Key=key, PartNumber=2) == error(
            416, "InvalidPartNumber", "The requested partnumber is not satisfiable",
            PartNumberRequested="2", ActualPartCount="1")
        assert refusal(s3.head_object, Bucket=bucket, Key=key, PartNumber=2)[0] == 416
        assert refusal(s3.get_object, Bucket=bucket, Key=key, PartNumber=1, Range="bytes=0-1") == error(
            400, "InvalidRequest", "Cannot specify both Range header and partNumber query parameter")


# Completions that are refused


def test_parts_that_are_not_there(s3, bucket):
    upload_id = begin(s3, bucket)
    first, second = without_checksums(upload(s3, bucket, "k", upload_id, [b"abcdef", b"ghi"]))
    small = {"ETag": first["ETag"].strip('"'), "MinSizeAllowed": "5242880", "PartNumber": "1", "ProposedSize": "6"}
    order = "The list of parts was not in ascending order. Parts must be ordered by part number."
    for listed, expected in [
        ([first, second], error(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", **small)),
        ([second, first], error(400, "InvalidPartOrder", order, UploadId=upload_id)),
        ([first, first], error(400, "InvalidPartOrder", order, UploadId=upload_id)),
        ([{"ETag": "bad", "PartNumber": 1}],
         error(400, "InvalidPart", NO_PART, ETag="bad", PartNumber="1", UploadId=upload_id)),
        ([{**first, "PartNumber": 3}],
         error(400, "InvalidPart", NO_PART, ETag=first["ETag"].strip('"'), PartNumber="3", UploadId=upload_id)),
        ([{"PartNumber": 1}], error(400, "MalformedXML", MALFORMED)),
        ([], error(400, "MalformedXML", MALFORMED)),
    ]:
        assert refusal(complete, s3=s3, bucket=bucket, key="k", upload_id=upload_id, listed=listed) == expected, listed
    assert refusal(s3.complete_multipart_upload, Bucket=bucket, Key="k", UploadId=upload_id) == error(
        400, "InvalidRequest", "You must specify at least one part")
    assert refusal(complete, s3=s3, bucket=bucket, key="k", upload_id=upload_id, listed=[first], MpuObjectSize=7) == error(
        400, "InvalidRequest",
        "The provided 'x-amz-mp-object-size' header value 7 does not match what was computed: 6")
    done = complete(s3, bucket, "k", upload_id, [first], MpuObjectSize=6)
    # Asked again, since the first answer may be lost.
    assert plain(complete(s3, bucket, "k", upload_id, [first])) == plain(done)


def test_uploads_that_are_not_there(s3, bucket):
    upload_id = begin(s3, bucket)
    gone = error(404, "NoSuchUpload", NO_UPLOAD, UploadId="none")
    named = {"Bucket": bucket, "Key": "k", "UploadId": "none"}
    for call, more in [(s3.upload_part, {"PartNumber": 1, "Body": b"x"}), (s3.list_parts, {}),
                       (s3.abort_multipart_upload, {}), (s3.upload_part_copy, {"PartNumber": 1, "CopySource": f"{bucket}/k"}),
                       (s3.complete_multipart_upload, {"MultipartUpload": {"Parts": [{"ETag": "x", "PartNumber": 1}]}})]:
        assert refusal(call, **named, **more) == gone, call
    assert refusal(s3.list_parts, Bucket=bucket, Key="other", UploadId=upload_id)[1]["Code"] == "NoSuchUpload"
    message = "Part number must be an integer between 1 and 10000, inclusive"
    for number in (-1, 0, 10_001):
        assert refusal(s3.upload_part, **{**named, "UploadId": upload_id}, PartNumber=number, Body=b"x") == error(
            400, "InvalidArgument", message, ArgumentName="partNumber", ArgumentValue=str(number))
    assert refusal(s3.create_multipart_upload, Bucket=f"{bucket}-none", Key="k") == no_such_bucket(f"{bucket}-none")
    assert s3.abort_multipart_upload(**{**named, "UploadId": upload_id})["ResponseMetadata"]["HTTPStatusCode"] == 204


def test_checksums_of_parts_that_do_not_fit(s3, bucket):
    upload_id = begin(s3, bucket, ChecksumAlgorithm="SHA256")
    named = {"Bucket": bucket, "Key": "k", "UploadId": upload_id}
    for algorithm in ("CRC32", "SHA1"):
        message = (f"Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: "
                   f"{algorithm.lower()}")
        assert refusal(s3.upload_part, **named, PartNumber=1, Body=b"x", ChecksumAlgorithm=algorithm) == error(
            400, "InvalidRequest", message)
    listed = upload(s3, bucket, "k", upload_id, [b"test data"], "SHA256")
    missing = ("The upload was created using a sha256 checksum. The complete request must include the checksum for "
               "each part. It was missing for part 1 in the request.")
    mode = ("The upload was created using the COMPOSITE checksum mode. The complete request must use the same "
            "checksum mode.")
    one = listed[0]
    for parts, more, expected in [
        (without_checksums(listed), {}, error(400, "InvalidRequest", missing)),
        (listed, {"ChecksumType": "FULL_OBJECT"}, error(400, "InvalidRequest", mode)),
        ([{**one, "ChecksumSHA256": "A" * 43 + "="}], {},
         error(400, "InvalidPart", NO_PART, ETag=one["ETag"].strip('"'), PartNumber="1", UploadId=upload_id)),
        ([{**without_checksums(listed)[0], "ChecksumCRC32": crc32(b"test data")}], {},
         error(400, "BadDigest", "The crc32 you specified for part 1 did not match what we received.")),
        (listed, {"ChecksumSHA256": "A" * 43 + "="},
         error(400, "BadDigest", "The sha256 you specified did not match the calculated checksum.")),
    ]:
        assert refusal(complete, s3=s3, bucket=bucket, key="k", upload_id=upload_id, listed=parts, **more) == expected
    assert complete(s3, bucket, "k", upload_id, listed)["ChecksumType"] == "COMPOSITE"


def test_completions_of_a_full_object_checksum(s3, bucket):
    upload_id = begin(s3, bucket, ChecksumAlgorithm="CRC32", ChecksumType="FULL_OBJECT")
    listed = upload(s3, bucket, "k", upload_id, [b"test data"], "CRC32")
    whole = crc32(b"test data")
    for value, more in [(f"{whole}-1", {"ChecksumType": "FULL_OBJECT"}), ("AAAAAA==", {"ChecksumType": "FULL_OBJECT"}),
                        (whole, {})]:
        assert refusal(complete, s3=s3, bucket=bucket, key="k", upload_id=upload_id, listed=listed, ChecksumCRC32=value,
                       **more)[1]["Code"] in ("BadDigest", "InvalidRequest"), value
    done = complete(s3, bucket, "k", upload_id, listed, ChecksumCRC32=whole, ChecksumType="FULL_OBJECT")
    assert (done["ChecksumCRC32"], done["ChecksumType"]) == (whole, "FULL_OBJECT")


def test_an_upload_without_an_algorithm_knows_no_checksums_of_parts(s3, bucket):
    upload_id = begin(s3, bucket)
    listed = upload(s3, bucket, "k", upload_id, [b"test data"])
    assert "ChecksumCRC32" in listed[0]
    assert refusal(complete, s3=s3, bucket=bucket, key="k", upload_id=upload_id, listed=listed) == error(
        400, "InvalidPart", NO_PART, ETag=listed[0]["ETag"].strip('"'), PartNumber="1", UploadId=upload_id)
    mode = "The upload was created using the null checksum mode. The complete request must use the same checksum mode."
    assert refusal(complete, s3=s3, bucket=bucket, key="k", upload_id=upload_id, listed=without_checksums(listed),
                   ChecksumType="COMPOSITE") == error(400, "InvalidRequest", mode)
    done = complete(s3, bucket, "k", upload_id, without_checksums(listed))
    assert "ChecksumCRC64NVME" in done


@pytest.mark.parametrize(("asked", "message"), [
    ({"ChecksumType": "COMPOSITE"},
     "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header."),
    ({"ChecksumAlgorithm": "CRC32", "ChecksumType": "OTHER"}, "Value for x-amz-checksum-type header is invalid."),
    ({"ChecksumAlgorithm": "SHA1", "ChecksumType": "FULL_OBJECT"},
     "The FULL_OBJECT checksum type cannot be used with the sha1 checksum algorithm."),
    ({"ChecksumAlgorithm": "CRC64NVME", "ChecksumType": "COMPOSITE"},
     "The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm."),
])
def test_checksums_that_no_upload_has(s3, bucket, asked, message):
    assert refusal(s3.create_multipart_upload, Bucket=bucket, Key="k", **asked) == error(400, "InvalidRequest", message)


def test_completions_on_conditions(s3, bucket):
    def uploaded(key):
        upload_id = begin(s3, bucket, key)
        listed = without_checksums(upload(s3, bucket, key, upload_id, [b"new"]))
        return {"s3": s3, "bucket": bucket, "key": key, "upload_id": upload_id, "listed": listed}

    failed = "At least one of the pre-conditions you specified did not hold"
    before = uploaded("k")
    etag = s3.put_object(Bucket=bucket, Key="k", Body=b"data")["ETag"]
    assert refusal(complete, **before, IfNoneMatch="*") == error(
        412, "PreconditionFailed", failed, Condition="If-None-Match")
    assert refusal(complete, **before, IfMatch='"x"') == error(412, "PreconditionFailed", failed, Condition="If-Match")
    # What matches was not there when the upload began.
    assert refusal(complete, **before, IfMatch=etag) == error(
        409, "ConditionalRequestConflict", CONFLICT, Condition="If-Match", Key="k")
    after = uploaded("k")
    s3.delete_object(Bucket=bucket, Key="k")
    assert refusal(complete, **after, IfNoneMatch="*") == error(
        409, "ConditionalRequestConflict", CONFLICT, Condition="If-None-Match", Key="k")
    assert refusal(complete, **after, IfMatch=etag) == error(
        404, "NoSuchKey", "The specified key does not exist.", Key="k")
    complete(**before, IfNoneMatch="*")
    again = uploaded("k")
    current = s3.head_object(Bucket=bucket, Key="k")["ETag"]
    s3.put_object_tagging(Bucket=bucket, Key="k", Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
    complete(**again, IfMatch=current)


# Parts that are copied


def test_parts_of_other_objects(s3, bucket):
    s3.put_object(Bucket=bucket, Key="source", Body=b"0123456789")
    upload_id = begin(s3, bucket)
    copy = {"Bucket": bucket, "Key": "k", "UploadId": upload_id, "CopySource": f"{bucket}/source"}
    one = s3.upload_part_copy(**copy, PartNumber=1, CopySourceRange="bytes=2-4")
    result = {"ETag": f'"{hashlib.md5(b"234").hexdigest()}"', "LastModified": "time"}
    assert plain(one) == {"CopyPartResult": result, "ServerSideEncryption": "AES256"}
    for range_, expected in [
        ("bytes=0-8", None),
        ("bytes=10-12", error(400, "InvalidRequest", "The specified copy range is invalid for the source object size")),
        *[(bad, error(400, "InvalidArgument", COPY_RANGE, ArgumentName="x-amz-copy-source-range", ArgumentValue=bad))
          for bad in ("bytes=-1", "bytes=0-", "0-1", "bytes=0-1,3-4", "bytes=5-2", "octets=0-1")],
        ("bytes=0-10", error(400, "InvalidArgument", "Range specified is not valid for source object of size: 10",
                             ArgumentName="x-amz-copy-source-range", ArgumentValue="bytes=0-10")),
    ]:
        if expected:
            assert refusal(s3.upload_part_copy, **copy, PartNumber=2, CopySourceRange=range_) == expected, range_
        else:
            s3.upload_part_copy(**copy, PartNumber=2, CopySourceRange=range_)
    assert refusal(s3.upload_part_copy, **{**copy, "CopySource": f"{bucket}/none"}, PartNumber=1) == error(
        404, "NoSuchKey", "The specified key does not exist.", Key="none")
    assert refusal(s3.upload_part_copy, **copy, PartNumber=1, CopySourceIfMatch='"x"') == error(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold",
        Condition="x-amz-copy-source-If-Match")
    complete(s3, bucket, "k", upload_id, [{"ETag": one["CopyPartResult"]["ETag"], "PartNumber": 1}])
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == b"234"


# Listings


def test_listing_the_parts_of_an_upload(s3, bucket):
    upload_id = begin(s3, bucket)
    named = {"Bucket": bucket, "Key": "k", "UploadId": upload_id}
    empty = plain(s3.list_parts(**named))
    owner = empty["Owner"]
    assert list(owner) == ["ID"]
    common = {**named, "Owner": owner, "Initiator": empty["Initiator"], "StorageClass": "STANDARD"}
    assert set(empty["Initiator"]) == {"ID", "DisplayName"}
    assert empty == {**common, "IsTruncated": False, "MaxParts": 1000, "NextPartNumberMarker": 0, "PartNumberMarker": 0}
    upload(s3, bucket, "k", upload_id, [b"a", b"bb", b"ccc"])
    parts = [{"PartNumber": number, "Size": number, "LastModified": "time",
              "ETag": f'"{hashlib.md5(letter * number).hexdigest()}"'} for number, letter in [(1, b"a"), (2, b"b"), (3, b"c")]]
    for asked, numbers, following, truncated in [
        ({}, (1, 2, 3), 3, False), ({"MaxParts": 1}, (1,), 1, True), ({"MaxParts": 1, "PartNumberMarker": 1}, (2,), 2, True),
        ({"PartNumberMarker": 2}, (3,), 3, False), ({"PartNumberMarker": 10}, (), 0, False), ({"MaxParts": 3}, (1, 2, 3), 3, False),
    ]:
        expected = {**common, "IsTruncated": truncated, "MaxParts": 1000, "NextPartNumberMarker": following,
                    "PartNumberMarker": 0, **asked}
        if numbers:
            expected["Parts"] = [parts[number - 1] for number in numbers]
        assert plain(s3.list_parts(**named, **asked)) == expected, asked


def test_listing_uploads(s3, bucket):
    empty = {"Bucket": bucket, "IsTruncated": False, "KeyMarker": "", "MaxUploads": 1000, "NextKeyMarker": "",
             "NextUploadIdMarker": "", "UploadIdMarker": ""}
    assert plain(s3.list_multipart_uploads(Bucket=bucket)) == empty
    keys = ["a", "dir/b", "dir/c", "e f"]
    ids = {key: begin(s3, bucket, key) for key in keys}
    for asked, found, prefixes, following, truncated in [
        ({}, keys, [], "e f", False),
        ({"MaxUploads": 1}, ["a"], [], "a", True),
        ({"KeyMarker": "a"}, keys[1:], [], "e f", False),
        ({"Prefix": "dir/"}, ["dir/b", "dir/c"], [], "dir/c", False),
        ({"Delimiter": "/"}, ["a", "e f"], ["dir/"], "e f", False),
        ({"Delimiter": "/", "Prefix": "dir"}, [], ["dir/"], "", False),
        ({"UploadIdMarker": "any"}, keys, [], "e f", False),
        ({"KeyMarker": "a", "UploadIdMarker": ids["a"]}, keys[1:], [], "e f", False),
    ]:
        page = s3.list_multipart_uploads(Bucket=bucket, **asked)
        assert [it["Key"] for it in page.get("Uploads", [])] == found, asked
        assert [it["Prefix"] for it in page.get("CommonPrefixes", [])] == prefixes, asked
        assert (page["NextKeyMarker"], page["NextUploadIdMarker"]) == (following, ids.get(following, "")), asked
        assert page["IsTruncated"] is truncated
        assert page["UploadIdMarker"] == (asked["UploadIdMarker"] if "KeyMarker" in asked and "UploadIdMarker" in asked else "")
    in_urls = s3.list_multipart_uploads(Bucket=bucket, EncodingType="url", KeyMarker="dir/c", Prefix="e ")
    assert [it["Key"] for it in in_urls["Uploads"]] == ["e+f"]
    assert [in_urls[name] for name in ("KeyMarker", "NextKeyMarker", "Prefix")] == ["dir/c", "e+f", "e+"]
    shown = plain(s3.list_multipart_uploads(Bucket=bucket, MaxUploads=1))["Uploads"][0]
    assert set(shown) == {"Key", "UploadId", "Initiated", "Initiator", "Owner", "StorageClass"}
    assert refusal(s3.list_multipart_uploads, Bucket=bucket, KeyMarker="a", UploadIdMarker=ids["dir/b"]) == error(
        400, "InvalidArgument", "Invalid uploadId marker", ArgumentName="upload-id-marker", ArgumentValue=ids["dir/b"])


def test_the_place_of_a_completed_object_is_encoded(s3, bucket):
    key = "test_file ö/a"
    upload_id = begin(s3, bucket, key)
    done = complete(s3, bucket, key, upload_id, without_checksums(upload(s3, bucket, key, upload_id, [b"x"])))
    assert done["Location"] == f"http://{bucket}.s3.amazonaws.com/test_file%20%C3%B6%2Fa"
    assert headers_of(done)["content-type"] == "application/xml"
