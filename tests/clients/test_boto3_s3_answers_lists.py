"""S3's answers held against those that AWS gives: listings of objects, and deletions of many."""

import pytest
from test_boto3_s3_answers import MALFORMED, error, headers_of, plain, refusal

METHOD = error(400, "InvalidArgument", "Invalid Encoding Method specified in Request", ArgumentName="encoding-type",
               ArgumentValue="other")
TOKEN = error(400, "InvalidArgument", "The continuation token provided is incorrect", ArgumentName="continuation-token")


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


def fill(s3, bucket, keys):
    for key in keys:
        s3.put_object(Bucket=bucket, Key=key, Body=b"content")


def names(page):
    """The keys and the common prefixes of a page."""
    return ([it["Key"] for it in page.get("Contents", [])], [it["Prefix"] for it in page.get("CommonPrefixes", [])])


def content(key, **more):
    return {"Key": key, "Size": 7, "ETag": '"9a0364b9e99bb480dd25e1f0284c8555"', "LastModified": "time",
            "StorageClass": "STANDARD", "ChecksumAlgorithm": ["CRC32"], "ChecksumType": "FULL_OBJECT", **more}


def test_all_fields_of_both_listings(s3, bucket):
    common = {"EncodingType": "url", "IsTruncated": False, "MaxKeys": 1000, "Name": bucket, "Prefix": ""}
    assert plain(s3.list_objects(Bucket=bucket)) == {**common, "Marker": ""}
    assert plain(s3.list_objects_v2(Bucket=bucket)) == {**common, "KeyCount": 0}
    fill(s3, bucket, ["a key"])
    first = plain(s3.list_objects(Bucket=bucket))
    owner = first["Contents"][0]["Owner"]
    assert list(owner) == ["ID"]
    assert first == {**common, "Marker": "", "Contents": [content("a key", Owner=owner)]}
    assert plain(s3.list_objects_v2(Bucket=bucket)) == {**common, "KeyCount": 1, "Contents": [content("a key")]}
    assert s3.list_objects_v2(Bucket=bucket, FetchOwner=True)["Contents"][0]["Owner"] == owner
    for call in (s3.list_objects, s3.list_objects_v2):
        headers = headers_of(call(Bucket=bucket))
        assert (headers["content-type"], headers["x-amz-bucket-region"]) == ("application/xml", "us-east-1")


KEYS = ["a", "dir/b", "dir/c", "dir/sub/d", "e", "é f"]


def test_pages_of_the_first_listing(s3, bucket):
    fill(s3, bucket, KEYS)
    for asked, found, prefixes, following in [
        ({}, KEYS, [], None),
        ({"MaxKeys": 2}, KEYS[:2], [], None),
        ({"MaxKeys": 0}, [], [], None),
        ({"Delimiter": "/"}, ["a", "e", "é f"], ["dir/"], None),
        ({"Delimiter": "/", "MaxKeys": 1}, ["a"], [], "a"),
        ({"Delimiter": "/", "MaxKeys": 2}, ["a"], ["dir/"], "dir/"),
        ({"Delimiter": "/", "MaxKeys": 2, "Marker": "dir/"}, ["e", "é f"], [], None),
        ({"Delimiter": "/", "Prefix": "dir/"}, ["dir/b", "dir/c"], ["dir/sub/"], None),
        ({"Delimiter": "/", "Prefix": "dir"}, [], ["dir/"], None),
        ({"Prefix": "dir/", "Marker": "dir/b"}, ["dir/c", "dir/sub/d"], [], None),
        ({"Delimiter": "ub/"}, ["a", "dir/b", "dir/c", "e", "é f"], ["dir/sub/"], None),
        ({"Marker": "zzz"}, ["é f"], [], None),
        ({"Delimiter": ""}, KEYS, [], None),
    ]:
        page = s3.list_objects(Bucket=bucket, **asked)
        assert names(page) == (found, prefixes), asked
        assert page.get("NextMarker") == following, asked
        assert page["IsTruncated"] is (asked.get("MaxKeys") in (1, 2) and "Marker" not in asked), asked
        assert (page["Marker"], page["MaxKeys"]) == (asked.get("Marker", ""), asked.get("MaxKeys", 1000))
        assert page.get("Delimiter") == (asked.get("Delimiter") or None)


def test_pages_of_the_second_listing(s3, bucket):
    fill(s3, bucket, KEYS)
    for asked, found, prefixes, truncated in [
        ({"MaxKeys": 2}, KEYS[:2], [], True), ({"MaxKeys": 0}, [], [], False), ({"MaxKeys": 5000}, KEYS, [], False),
        ({"Delimiter": "/", "MaxKeys": 2}, ["a"], ["dir/"], True), ({"StartAfter": "dir/b"}, KEYS[2:], [], False),
        ({"Prefix": "dir/", "StartAfter": "a"}, KEYS[1:4], [], False), ({"Prefix": "none"}, [], [], False),
    ]:
        page = s3.list_objects_v2(Bucket=bucket, **asked)
        assert names(page) == (found, prefixes), asked
        assert (page["IsTruncated"], page["KeyCount"]) == (truncated, len(found) + len(prefixes)), asked
        assert ("NextContinuationToken" in page) is truncated
        assert page["MaxKeys"] == min(1000, asked.get("MaxKeys", 1000))
        assert page.get("StartAfter") == asked.get("StartAfter")
    first = s3.list_objects_v2(Bucket=bucket, Delimiter="/", MaxKeys=2, StartAfter="A")
    token = first["NextContinuationToken"]
    rest = s3.list_objects_v2(Bucket=bucket, Delimiter="/", ContinuationToken=token, StartAfter="A")
    assert names(rest) == (["e", "é f"], [])
    assert rest["ContinuationToken"] == token
    # Whoever goes on is no more told where he began.
    assert "StartAfter" not in rest


def test_keys_in_the_code_of_urls(s3, bucket):
    fill(s3, bucket, KEYS)
    raw = s3.list_objects_v2(Bucket=bucket, EncodingType="url", StartAfter="dir/é", Prefix="", Delimiter="/ ")
    # SDKs that are told to ask decode nothing.
    assert names(raw) == (["e", "%C3%A9+f"], [])
    assert (raw["StartAfter"], raw["Delimiter"]) == ("dir/%C3%A9", "/+")
    for call in (s3.list_objects, s3.list_objects_v2):
        assert refusal(call, Bucket=bucket, EncodingType="other") == METHOD
        assert names(call(Bucket=bucket))[0] == KEYS


@pytest.mark.parametrize("number", [-1, 2147483648])
def test_numbers_of_keys_that_nobody_can_ask_for(s3, bucket, number):
    message = {-1: "Argument maxKeys must be an integer between 0 and 2147483647",
               2147483648: "Provided max-keys not an integer or within integer range"}[number]
    for call in (s3.list_objects, s3.list_objects_v2):
        assert refusal(call, Bucket=bucket, MaxKeys=number) == error(
            400, "InvalidArgument", message, ArgumentName={-1: "maxKeys"}.get(number, "max-keys"), ArgumentValue=str(number))


def test_tokens_that_nobody_gave(s3, bucket):
    for token in ("", "wrong", "a b"):
        assert refusal(s3.list_objects_v2, Bucket=bucket, ContinuationToken=token) == TOKEN, token


def test_deleting_many(s3, bucket):
    fill(s3, bucket, ["a", "b", "c"])
    answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "a"}, {"Key": "none"}]})
    assert plain(answer) == {"Deleted": [{"Key": "a"}, {"Key": "none"}]}
    assert plain(s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "b"}], "Quiet": True})) == {}
    assert names(s3.list_objects_v2(Bucket=bucket))[0] == ["c"]
    for objects in ([], [{"Key": str(number)} for number in range(1001)]):
        assert refusal(s3.delete_objects, Bucket=bucket, Delete={"Objects": objects}) == error(
            400, "MalformedXML", MALFORMED)
    many = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": str(number)} for number in range(1000)]})
    assert len(many["Deleted"]) == 1000
