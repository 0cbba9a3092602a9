"""Versions of objects, with boto3: made, read, listed, hidden and removed as AWS does."""

import concurrent.futures
import json
import re
import urllib.request

import pytest
from botocore.exceptions import BotoCoreError, ClientError
from conftest import Server, refused, wait_for

MIB = 1024 * 1024
NOT_EMPTY = "The bucket you tried to delete is not empty. You must delete all versions in the bucket."


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    set_versioning(s3, name, "Enabled")
    return name


def set_versioning(s3, bucket, status):
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": status})


def put(s3, bucket, key, body, **options):
    return s3.put_object(Bucket=bucket, Key=key, Body=body, **options).get("VersionId")


def read(s3, bucket, key, **options):
    return s3.get_object(Bucket=bucket, Key=key, **options)["Body"].read()


def listed(s3, bucket, size=1000, **options):
    """Keys and ids of all versions, and whether each is a marker and the latest, in pages of a size."""
    rows = []
    for page in s3.get_paginator("list_object_versions").paginate(
        Bucket=bucket, PaginationConfig={"PageSize": size}, **options
    ):
        assert len(page.get("Versions", [])) + len(page.get("DeleteMarkers", [])) <= size
        rows += [(it["Key"], it["VersionId"], False, it["IsLatest"]) for it in page.get("Versions", [])]
        rows += [(it["Key"], it["VersionId"], True, it["IsLatest"]) for it in page.get("DeleteMarkers", [])]
    return rows


def error(call, **arguments):
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    return caught.value.response


def test_what_is_put_over_an_object_leaves_it_readable(s3, bucket):
    first, second = put(s3, bucket, "k", b"1"), put(s3, bucket, "k", b"22")
    assert all(re.fullmatch(r"[A-Za-z0-9._]{32}", it) for it in (first, second)) and first != second
    answer = s3.get_object(Bucket=bucket, Key="k")
    assert (answer["Body"].read(), answer["VersionId"]) == (b"22", second)
    assert read(s3, bucket, "k", VersionId=first) == b"1"
    head = s3.head_object(Bucket=bucket, Key="k", VersionId=first)
    assert (head["ContentLength"], head["VersionId"]) == (1, first)
    attributes = s3.get_object_attributes(
        Bucket=bucket, Key="k", VersionId=first, ObjectAttributes=["ObjectSize"])
    assert (attributes["ObjectSize"], attributes["VersionId"]) == (1, first)
    assert listed(s3, bucket) == [("k", second, False, True), ("k", first, False, False)]
    page = s3.list_object_versions(Bucket=bucket)
    newest = page["Versions"][0]
    assert (newest["ETag"], newest["Size"], newest["StorageClass"]) == (answer["ETag"], 2, "STANDARD")
    assert newest["ChecksumAlgorithm"] and newest["ChecksumType"] == "FULL_OBJECT" and newest["Owner"]["ID"]
    assert (page["KeyMarker"], page["VersionIdMarker"], page["Prefix"], page["MaxKeys"]) == ("", "", "", 1000)


def test_a_delete_marker_hides_an_object_until_it_is_removed(s3, bucket):
    version = put(s3, bucket, "k", b"x" * 100_000)
    deleted = s3.delete_object(Bucket=bucket, Key="k")
    assert deleted["DeleteMarker"] is True
    marker = deleted["VersionId"]
    gone = error(s3.get_object, Bucket=bucket, Key="k")
    assert gone["Error"]["Code"] == "NoSuchKey"
    headers = gone["ResponseMetadata"]["HTTPHeaders"]
    assert (headers["x-amz-delete-marker"], headers["x-amz-version-id"]) == ("true", marker)
    head = error(s3.head_object, Bucket=bucket, Key="k")["ResponseMetadata"]
    assert (head["HTTPStatusCode"], head["HTTPHeaders"]["x-amz-delete-marker"]) == (404, "true")
    for call in (s3.get_object, s3.head_object):
        found = error(call, Bucket=bucket, Key="k", VersionId=marker)["ResponseMetadata"]
        assert (found["HTTPStatusCode"], found["HTTPHeaders"]["allow"]) == (405, "DELETE")
        assert found["HTTPHeaders"]["x-amz-delete-marker"] == "true" and found["HTTPHeaders"]["last-modified"]
    told = error(s3.get_object, Bucket=bucket, Key="k", VersionId=marker)["Error"]
    assert (told["Code"], told["Method"], told["ResourceType"]) == ("MethodNotAllowed", "GET", "DeleteMarker")
    assert "Contents" not in s3.list_objects_v2(Bucket=bucket)
    assert listed(s3, bucket) == [("k", version, False, False), ("k", marker, True, True)]
    removed = s3.delete_object(Bucket=bucket, Key="k", VersionId=marker)
    assert (removed["DeleteMarker"], removed["VersionId"]) == (True, marker)
    assert len(read(s3, bucket, "k")) == 100_000
    assert [it["Key"] for it in s3.list_objects_v2(Bucket=bucket)["Contents"]] == ["k"]


def test_versions_that_are_not_there_and_ids_that_are_none(s3, bucket):
    version = put(s3, bucket, "k", b"x")
    s3.delete_object(Bucket=bucket, Key="k", VersionId=version)
    told = error(s3.get_object, Bucket=bucket, Key="k", VersionId=version)["Error"]
    assert (told["Code"], told["Key"], told["VersionId"]) == ("NoSuchVersion", "k", version)
    assert "DeleteMarker" not in s3.delete_object(Bucket=bucket, Key="k", VersionId=version)
    for call in (s3.get_object, s3.delete_object, s3.get_object_tagging):
        told = error(call, Bucket=bucket, Key="k", VersionId="HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD")["Error"]
        assert (told["Code"], told["ArgumentName"]) == ("InvalidArgument", "versionId")
        assert told["Message"] == "Invalid version id specified"


def test_a_suspended_bucket_has_one_null_version(s3, name):
    s3.create_bucket(Bucket=name)
    assert put(s3, name, "k", b"before") is None
    assert "VersionId" not in s3.get_object(Bucket=name, Key="k", VersionId="null")
    set_versioning(s3, name, "Enabled")
    kept = put(s3, name, "k", b"kept")
    assert read(s3, name, "k", VersionId="null") == b"before"
    set_versioning(s3, name, "Suspended")
    assert s3.get_bucket_versioning(Bucket=name)["Status"] == "Suspended"
    assert put(s3, name, "k", b"null") is None
    assert s3.get_object(Bucket=name, Key="k")["VersionId"] == "null"
    assert listed(s3, name) == [("k", "null", False, True), ("k", kept, False, False)]
    deleted = s3.delete_object(Bucket=name, Key="k")
    assert (deleted["DeleteMarker"], deleted["VersionId"]) == (True, "null")
    assert listed(s3, name) == [("k", kept, False, False), ("k", "null", True, True)]
    s3.delete_object(Bucket=name, Key="k", VersionId="null")
    assert read(s3, name, "k") == b"kept"


def test_tags_are_of_a_version_and_never_of_a_marker(s3, bucket):
    first, second = put(s3, bucket, "k", b"1", Tagging="a=1"), put(s3, bucket, "k", b"2")
    tags = lambda **options: s3.get_object_tagging(Bucket=bucket, Key="k", **options)
    assert (tags()["TagSet"], tags()["VersionId"]) == ([], second)
    other = {"TagSet": [{"Key": "b", "Value": "2"}]}
    answer = s3.put_object_tagging(Bucket=bucket, Key="k", VersionId=first, Tagging=other)
    assert answer["VersionId"] == first and tags(VersionId=first)["TagSet"] == other["TagSet"]
    assert s3.delete_object_tagging(Bucket=bucket, Key="k", VersionId=first)["VersionId"] == first
    marker = s3.delete_object(Bucket=bucket, Key="k")["VersionId"]
    for options in ({}, {"VersionId": marker}):
        for call, method in ((s3.get_object_tagging, "GET"), (s3.delete_object_tagging, "DELETE")):
            told = error(call, Bucket=bucket, Key="k", **options)["Error"]
            assert (told["Code"], told["Method"]) == ("MethodNotAllowed", method)
    assert s3.get_object_acl(Bucket=bucket, Key="k", VersionId=second)["Owner"]["ID"]


def test_copies_are_made_of_versions(s3, bucket):
    first, second = put(s3, bucket, "k", b"1" * (5 * MIB)), put(s3, bucket, "k", b"2")
    source = {"Bucket": bucket, "Key": "k", "VersionId": first}
    copied = s3.copy_object(Bucket=bucket, Key="k", CopySource=source)
    assert copied["CopySourceVersionId"] == first and copied["VersionId"] not in (first, second)
    assert len(read(s3, bucket, "k")) == 5 * MIB
    upload = s3.create_multipart_upload(Bucket=bucket, Key="parts")["UploadId"]
    part = s3.upload_part_copy(Bucket=bucket, Key="parts", UploadId=upload, PartNumber=1, CopySource=source)
    assert part["CopySourceVersionId"] == first
    done = s3.complete_multipart_upload(Bucket=bucket, Key="parts", UploadId=upload, MultipartUpload={
        "Parts": [{"PartNumber": 1, "ETag": part["CopyPartResult"]["ETag"]}]})
    assert len(read(s3, bucket, "parts", VersionId=done["VersionId"])) == 5 * MIB
    marker = s3.delete_object(Bucket=bucket, Key="k")["VersionId"]
    told = error(s3.copy_object, Bucket=bucket, Key="x", CopySource={"Bucket": bucket, "Key": "k"})
    assert told["Error"]["Code"] == "NoSuchKey"
    source["VersionId"] = marker
    assert error(s3.copy_object, Bucket=bucket, Key="x", CopySource=source)["Error"]["Code"] == "InvalidRequest"


def test_listings_page_through_keys_and_versions(s3, bucket):
    keys = ["a", "a/1", "a/2", "b\x01", "b", "c/d/e", "ü é"]
    made = [(key, put(s3, bucket, key, str(n).encode())) for n in range(3) for key in keys]
    made += [(key, s3.delete_object(Bucket=bucket, Key=key)["VersionId"]) for key in ("a/1", "gone")]
    everything = listed(s3, bucket)
    assert sorted((row[0], row[1]) for row in everything) == sorted(made)
    for size in (1, 2, 5):
        assert sorted(listed(s3, bucket, size)) == sorted(everything)
    objects = [row for row in everything if not row[2]]
    assert [row[0] for row in objects] == sorted((row[0] for row in objects), key=str.encode)
    newest = [id for key, id in reversed(made) if key == "a"]
    assert [row[1] for row in objects if row[0] == "a"] == newest
    page = s3.list_object_versions(Bucket=bucket, Prefix="a", Delimiter="/")
    assert [it["Prefix"] for it in page["CommonPrefixes"]] == ["a/"]
    assert [it["VersionId"] for it in page["Versions"]] == newest and "DeleteMarkers" not in page
    page = s3.list_object_versions(Bucket=bucket, KeyMarker="a", VersionIdMarker=newest[0], MaxKeys=2)
    assert [it["VersionId"] for it in page["Versions"]] == newest[1:]
    assert (page["NextKeyMarker"], page["NextVersionIdMarker"]) == ("a", newest[2])
    page = s3.list_object_versions(Bucket=bucket, KeyMarker="c/d/e")
    assert {it["Key"] for it in page["Versions"]} == {"ü é"}
    told = error(s3.list_object_versions, Bucket=bucket, VersionIdMarker=newest[0])["Error"]
    assert told["Message"] == "A version-id marker cannot be specified without a key marker."
    told = error(s3.list_object_versions, Bucket=bucket, KeyMarker="a", VersionIdMarker="bad-vid")["Error"]
    assert (told["Code"], told["ArgumentName"]) == ("InvalidArgument", "version-id-marker")


def test_a_bucket_that_never_had_versions_lists_null_ones(s3, name):
    s3.create_bucket(Bucket=name)
    put(s3, name, "k", b"x")
    assert listed(s3, name) == [("k", "null", False, True)]


def test_deletions_of_many_tell_of_markers_and_versions(s3, bucket):
    first, second = put(s3, bucket, "k", b"1"), put(s3, bucket, "k", b"2")
    delete = lambda *named: s3.delete_objects(Bucket=bucket, Delete={"Objects": [
        {"Key": key, **({"VersionId": version} if version else {})} for key, version in named]})
    deleted = {it["Key"]: it for it in delete(("k", None), ("never", None))["Deleted"]}
    assert all(it["DeleteMarker"] and "VersionId" not in it for it in deleted.values())
    marker = deleted["k"]["DeleteMarkerVersionId"]
    answer = delete(("k", marker), ("k", first), ("k", "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD"))
    assert answer["Deleted"] == [
        {"Key": "k", "VersionId": marker, "DeleteMarker": True, "DeleteMarkerVersionId": marker},
        {"Key": "k", "VersionId": first},
    ]
    assert [it["Code"] for it in answer["Errors"]] == ["NoSuchVersion"]
    assert read(s3, bucket, "k", VersionId=second) == b"2"
    assert refused(s3.delete_bucket, Bucket=bucket) == (409, "BucketNotEmpty", NOT_EMPTY)
    delete(("k", second), ("never", deleted["never"]["DeleteMarkerVersionId"]))
    s3.delete_bucket(Bucket=bucket)


def test_a_bucket_goes_when_its_last_marker_is_gone(s3, bucket):
    version = put(s3, bucket, "k", b"1")
    s3.delete_object(Bucket=bucket, Key="k")
    s3.delete_object(Bucket=bucket, Key="k", VersionId=version)
    assert refused(s3.delete_bucket, Bucket=bucket) == (409, "BucketNotEmpty", NOT_EMPTY)
    for key, version, *_ in listed(s3, bucket, 1):
        s3.delete_object(Bucket=bucket, Key=key, VersionId=version)
    s3.delete_bucket(Bucket=bucket)


def test_conditions_take_a_marker_for_nothing(s3, bucket):
    etag = s3.put_object(Bucket=bucket, Key="k", Body=b"1")["ETag"]
    assert refused(s3.put_object, Bucket=bucket, Key="k", Body=b"2", IfNoneMatch="*")[:2] == (
        412, "PreconditionFailed")
    assert refused(s3.delete_object, Bucket=bucket, Key="k", IfMatch='"other"')[:2] == (412, "PreconditionFailed")
    assert s3.delete_object(Bucket=bucket, Key="k", IfMatch=etag)["DeleteMarker"]
    assert refused(s3.put_object, Bucket=bucket, Key="k", Body=b"2", IfMatch=etag)[:2] == (404, "NoSuchKey")
    assert refused(s3.delete_object, Bucket=bucket, Key="k", IfMatch=etag)[:2] == (404, "NoSuchKey")
    put(s3, bucket, "k", b"2", IfNoneMatch="*")
    assert len(listed(s3, bucket)) == 3
    answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "k", "ETag": '"other"'}]})
    assert answer["Errors"][0]["Code"] == "PreconditionFailed"
    assert refused(s3.delete_object, Bucket=bucket, Key="k", IfMatchSize=1)[:2] == (501, "NotImplemented")


def test_an_upload_conflicts_with_what_came_since_it_began(s3, bucket):
    def upload():
        id = s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]
        part = s3.upload_part(Bucket=bucket, Key="k", UploadId=id, PartNumber=1, Body=b"x")
        return {"Bucket": bucket, "Key": "k", "UploadId": id, "MultipartUpload": {
            "Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}}

    first = s3.put_object(Bucket=bucket, Key="k", Body=b"1")["ETag"]
    began, complete = upload(), s3.complete_multipart_upload
    assert refused(complete, **began, IfNoneMatch="*")[:2] == (412, "PreconditionFailed")
    second = s3.put_object(Bucket=bucket, Key="k", Body=b"2")["ETag"]
    assert refused(complete, **began, IfMatch=first)[:2] == (412, "PreconditionFailed")
    told = error(complete, **began, IfMatch=second)
    assert told["ResponseMetadata"]["HTTPStatusCode"] == 409
    assert (told["Error"]["Code"], told["Error"]["Condition"]) == ("ConditionalRequestConflict", "If-Match")
    s3.delete_object(Bucket=bucket, Key="k")
    assert refused(complete, **began, IfNoneMatch="*")[:2] == (409, "ConditionalRequestConflict")
    assert refused(complete, **began, IfMatch=second)[:2] == (404, "NoSuchKey")
    done = complete(**upload(), IfNoneMatch="*")
    assert complete(**upload(), IfMatch=done["ETag"])["VersionId"]


def test_versioning_is_set_as_aws_takes_it(s3, name):
    s3.create_bucket(Bucket=name)
    assert "Status" not in s3.get_bucket_versioning(Bucket=name)
    put_versioning = lambda **asked: refused(
        s3.put_bucket_versioning, Bucket=name, VersioningConfiguration=asked)[:2]
    assert put_versioning() == (400, "IllegalVersioningConfigurationException")
    assert put_versioning(Status="enabled") == (400, "MalformedXML")
    assert put_versioning(Status="Enabled", MFADelete="Enabled") == (400, "NotImplemented")
    set_versioning(s3, name, "Enabled")
    assert s3.get_bucket_versioning(Bucket=name)["Status"] == "Enabled"


def test_notifications_tell_versions_and_markers(shared, s3, bucket, name):
    sqs = shared.client("sqs")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"QueueConfigurations": [
        {"QueueArn": arn, "Events": ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"]}]})
    version = put(s3, bucket, "k", b"1")
    marker = s3.delete_object(Bucket=bucket, Key="k")["VersionId"]
    s3.delete_object(Bucket=bucket, Key="k", VersionId=version)
    told = {}

    def receive():
        for message in sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", []):
            for record in json.loads(message["Body"]).get("Records", []):
                told[record["eventName"]] = record["s3"]["object"]
        return len(told) == 3

    wait_for("three events", receive)
    assert told["ObjectCreated:Put"]["versionId"] == version and told["ObjectCreated:Put"]["eTag"]
    assert told["ObjectRemoved:DeleteMarkerCreated"]["versionId"] == marker
    assert told["ObjectRemoved:Delete"]["versionId"] == version


def test_each_of_many_writers_has_its_version(s3, bucket):
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda n: put(s3, bucket, "k", str(n).encode()), range(40)))
    rows = listed(s3, bucket, 7)
    assert sorted(row[1] for row in rows) == sorted(made)
    assert [row[3] for row in rows] == [True] + [False] * 39
    assert read(s3, bucket, "k", VersionId=made[17]) == b"17"


def test_versions_are_there_after_the_server_is_killed(server):
    s3 = server.client("s3")
    s3.create_bucket(Bucket="kept")
    set_versioning(s3, "kept", "Enabled")
    made = [put(s3, "kept", "k", str(n).encode() * 30_000) for n in range(3)]
    marker = s3.delete_object(Bucket="kept", Key="k")["VersionId"]
    before = listed(s3, "kept")
    server.restart()
    s3 = server.client("s3")
    assert listed(s3, "kept") == before and marker in {row[1] for row in before}
    assert [read(s3, "kept", "k", VersionId=it)[:1] for it in made] == [b"0", b"1", b"2"]


def test_what_was_acknowledged_amid_writers_is_there_after_a_kill(server):
    s3 = server.client("s3")
    s3.create_bucket(Bucket="raced")
    set_versioning(s3, "raced", "Enabled")
    made, removed, unknown = {}, set(), set()

    def write(writer):
        """Puts and removes versions until the server is gone."""
        s3, number = server.client("s3"), 0
        try:
            while True:
                number += 1
                body = f"{writer}-{number} ".encode() * (5_000 if number % 3 == 0 else 5)
                version = put(s3, "raced", f"k{number % 2}", body)
                made[version] = (f"k{number % 2}", body)
                if number % 4 == 0:
                    unknown.add(version)
                    s3.delete_object(Bucket="raced", Key=f"k{number % 2}", VersionId=version)
                    removed.add(version)
        except (BotoCoreError, ClientError):
            return

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        writers = [pool.submit(write, writer) for writer in range(4)]
        wait_for("writes", lambda: len(made) >= 80 and removed)
        server.kill()
        for writer in writers:
            writer.result()
    server.restart()
    s3 = server.client("s3")
    rows = listed(s3, "raced", 9)
    ids = [row[1] for row in rows]
    assert len(ids) == len(set(ids)) and not removed & set(ids)
    assert set(made) - unknown <= set(ids)
    assert sum(row[3] for row in rows) == 2
    for key, version, *_ in rows:
        body = read(s3, "raced", key, VersionId=version)
        assert version not in made or made[version] == (key, body)


@pytest.fixture
def clocked(tmp_path):
    """A server whose clock can be turned."""
    server = Server(tmp_path, options=["--ephemeral", "--clock", "virtual"])
    yield server
    server.stop()


def test_an_expired_object_of_a_versioned_bucket_is_hidden_by_a_marker(clocked):
    s3 = clocked.client("s3")
    s3.create_bucket(Bucket="expiring")
    set_versioning(s3, "expiring", "Enabled")
    version = put(s3, "expiring", "k", b"x")
    s3.put_bucket_lifecycle_configuration(Bucket="expiring", LifecycleConfiguration={"Rules": [
        {"ID": "r", "Status": "Enabled", "Filter": {}, "Expiration": {"Days": 1}}]})
    body = json.dumps({"advance": "3d"}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{clocked.url}/_waterwheel/clock", body, method="POST")).read()
    wait_for("the marker", lambda: len(listed(s3, "expiring")) == 2)
    assert [(row[1] == version, row[2], row[3]) for row in listed(s3, "expiring")] == [
        (True, False, False), (False, True, True)]
    assert read(s3, "expiring", "k", VersionId=version) == b"x"
