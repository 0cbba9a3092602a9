"""Object lock with boto3: retention, legal holds, and what a bucket sets by default."""

import base64
import datetime
import hashlib
import json
import urllib.request

import pytest
from botocore.config import Config
from conftest import Server, refused, wait_for

PROTECTED = (403, "AccessDenied", "Access Denied because object protected by object lock.")


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def locked(s3, name):
    """A bucket whose objects can be locked."""
    s3.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True)
    return name


def code(call, **arguments):
    return refused(call, **arguments)[:2]


def in_days(days):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)).replace(microsecond=0)


def enabled(**retention):
    configuration = {"ObjectLockEnabled": "Enabled"}
    if retention:
        configuration["Rule"] = {"DefaultRetention": retention}
    return configuration


def test_a_bucket_with_object_lock_makes_versions_for_good(s3, locked, name):
    assert s3.get_bucket_versioning(Bucket=locked)["Status"] == "Enabled"
    assert s3.get_object_lock_configuration(Bucket=locked)["ObjectLockConfiguration"] == enabled()
    suspended = refused(s3.put_bucket_versioning, Bucket=locked, VersioningConfiguration={"Status": "Suspended"})
    assert suspended == (409, "InvalidBucketState", "An Object Lock configuration is present on this bucket, so "
                         "the versioning state cannot be changed.")
    plain = f"{name[:50]}-plain"
    s3.create_bucket(Bucket=plain)
    assert refused(s3.get_object_lock_configuration, Bucket=plain) == (
        404, "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket")
    assert refused(s3.put_object_lock_configuration, Bucket=plain, ObjectLockConfiguration=enabled()) == (
        409, "InvalidBucketState", "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration")
    s3.put_bucket_versioning(Bucket=plain, VersioningConfiguration={"Status": "Enabled"})
    s3.put_object_lock_configuration(Bucket=plain, ObjectLockConfiguration=enabled(Mode="COMPLIANCE", Years=1))
    shown = s3.get_object_lock_configuration(Bucket=plain)["ObjectLockConfiguration"]
    assert shown == enabled(Mode="COMPLIANCE", Years=1)


@pytest.mark.parametrize("configuration, expected", [
    ({}, "MalformedXML"),
    ({"ObjectLockEnabled": "Disabled"}, "MalformedXML"),
    ({"ObjectLockEnabled": "Enabled", "Rule": {}}, "MalformedXML"),
    (enabled(Mode="governance", Days=1), "MalformedXML"),
    (enabled(Mode="GOVERNANCE"), "MalformedXML"),
    (enabled(Mode="GOVERNANCE", Days=1, Years=1), "MalformedXML"),
    (enabled(Mode="GOVERNANCE", Days=0), "InvalidArgument"),
    (enabled(Mode="GOVERNANCE", Years=-1), "InvalidArgument"),
    (enabled(Mode="GOVERNANCE", Days=999999999), "InvalidArgument"),
])
def test_configurations_that_cannot_be_are_refused(s3, locked, configuration, expected):
    call = s3.put_object_lock_configuration
    assert code(call, Bucket=locked, ObjectLockConfiguration=configuration) == (400, expected)


def test_a_retention_is_kept_shown_and_only_lengthened(s3, locked):
    until = in_days(2)
    put = s3.put_object(Bucket=locked, Key="k", Body=b"x", ObjectLockMode="COMPLIANCE", ObjectLockRetainUntilDate=until)
    version = {"Bucket": locked, "Key": "k", "VersionId": put["VersionId"]}
    for answer in [s3.head_object(**version), s3.get_object(Bucket=locked, Key="k")]:
        assert (answer["ObjectLockMode"], answer["ObjectLockRetainUntilDate"]) == ("COMPLIANCE", until)
        assert "ObjectLockLegalHoldStatus" not in answer
    later = {"Mode": "COMPLIANCE", "RetainUntilDate": in_days(3)}
    s3.put_object_retention(Retention=later, **version)
    assert s3.get_object_retention(**version)["Retention"] == later
    for other in [{"Mode": "COMPLIANCE", "RetainUntilDate": until}, {"Mode": "GOVERNANCE", "RetainUntilDate": in_days(9)}, {}]:
        assert refused(s3.put_object_retention, Retention=other, BypassGovernanceRetention=True, **version) == PROTECTED
    assert refused(s3.delete_object, **version) == PROTECTED
    assert refused(s3.delete_object, BypassGovernanceRetention=True, **version) == PROTECTED
    answer = s3.delete_objects(Bucket=locked, Delete={"Objects": [{"Key": "k", "VersionId": put["VersionId"]}]})
    assert [(it["Code"], it["Message"]) for it in answer["Errors"]] == [PROTECTED[1:]]
    hidden = s3.delete_object(Bucket=locked, Key="k")
    assert hidden["DeleteMarker"] is True
    assert s3.get_object(**version)["Body"].read() == b"x"
    marker = {"Bucket": locked, "Key": "k", "VersionId": hidden["VersionId"]}
    assert code(s3.get_object_retention, **marker) == (405, "MethodNotAllowed")
    s3.delete_object(**marker)


def test_governance_gives_way_to_who_says_so(s3, locked):
    put = s3.put_object(Bucket=locked, Key="k", Body=b"x", ObjectLockMode="GOVERNANCE",
                        ObjectLockRetainUntilDate=in_days(2))
    version = {"Bucket": locked, "Key": "k", "VersionId": put["VersionId"]}
    shorter = {"Mode": "GOVERNANCE", "RetainUntilDate": in_days(1)}
    assert refused(s3.put_object_retention, Retention=shorter, **version) == PROTECTED
    assert refused(s3.put_object_retention, Retention={}, **version) == PROTECTED
    s3.put_object_retention(Retention=shorter, BypassGovernanceRetention=True, **version)
    assert refused(s3.delete_object, **version) == PROTECTED
    s3.put_object_retention(Retention={}, BypassGovernanceRetention=True, **version)
    assert code(s3.get_object_retention, **version) == (404, "NoSuchObjectLockConfiguration")
    s3.delete_object(**version)


def test_a_legal_hold_holds_until_it_is_off(s3, locked):
    version = {"Bucket": locked, "Key": "k"}
    version["VersionId"] = s3.put_object(Body=b"x", **version)["VersionId"]
    assert code(s3.get_object_legal_hold, **version) == (404, "NoSuchObjectLockConfiguration")
    s3.put_object_legal_hold(LegalHold={"Status": "ON"}, **version)
    assert s3.get_object_legal_hold(**version)["LegalHold"] == {"Status": "ON"}
    assert s3.head_object(**version)["ObjectLockLegalHoldStatus"] == "ON"
    assert refused(s3.delete_object, BypassGovernanceRetention=True, **version) == PROTECTED
    assert code(s3.put_object_legal_hold, LegalHold={"Status": "on"}, **version) == (400, "MalformedXML")
    s3.put_object_legal_hold(LegalHold={"Status": "OFF"}, **version)
    s3.delete_object(**version)


def test_a_bucket_without_object_lock_has_none_to_set_or_bypass(s3, name):
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="k", Body=b"x")
    missing = (400, "InvalidRequest", "Bucket is missing Object Lock Configuration")
    of_object = {"Bucket": name, "Key": "k"}
    retention = {"Mode": "GOVERNANCE", "RetainUntilDate": in_days(1)}
    assert refused(s3.get_object_retention, **of_object) == missing
    assert refused(s3.get_object_legal_hold, **of_object) == missing
    assert refused(s3.put_object_retention, Retention=retention, **of_object) == missing
    assert refused(s3.put_object_legal_hold, LegalHold={"Status": "ON"}, **of_object) == missing
    assert refused(s3.put_object, Body=b"", ObjectLockLegalHoldStatus="ON", **of_object) == missing
    only = "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets."
    for bypass in [True, False]:
        assert refused(s3.delete_object, BypassGovernanceRetention=bypass, **of_object) == (400, "InvalidArgument", only)


@pytest.mark.parametrize("headers, sentence", [
    ({"ObjectLockMode": "GOVERNANCE"},
     "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied"),
    ({"ObjectLockRetainUntilDate": in_days(1)},
     "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied"),
    ({"ObjectLockMode": "x", "ObjectLockRetainUntilDate": in_days(1)}, "Unknown wormMode directive."),
    ({"ObjectLockMode": "GOVERNANCE", "ObjectLockRetainUntilDate": in_days(-1)},
     "The retain until date must be in the future!"),
    ({"ObjectLockLegalHoldStatus": "on"}, "Legal Hold must be either of 'ON' or 'OFF'"),
])
def test_headers_are_checked_where_a_version_is_made(s3, locked, headers, sentence):
    expected = (400, "InvalidArgument", sentence)
    assert refused(s3.put_object, Bucket=locked, Key="k", Body=b"", **headers) == expected
    assert refused(s3.create_multipart_upload, Bucket=locked, Key="k", **headers) == expected


def test_a_version_gets_the_buckets_default_and_uploads_and_copies_their_own(s3, locked):
    s3.put_object_lock_configuration(Bucket=locked, ObjectLockConfiguration=enabled(Mode="GOVERNANCE", Days=1))
    s3.put_object(Bucket=locked, Key="k", Body=b"x")
    found = s3.head_object(Bucket=locked, Key="k")
    assert found["ObjectLockMode"] == "GOVERNANCE"
    assert abs(found["ObjectLockRetainUntilDate"] - found["LastModified"] - datetime.timedelta(days=1)).seconds <= 2
    until = in_days(5)
    s3.copy_object(Bucket=locked, Key="copy", CopySource=f"{locked}/k", ObjectLockMode="COMPLIANCE",
                   ObjectLockRetainUntilDate=until, ObjectLockLegalHoldStatus="ON")
    copied = s3.head_object(Bucket=locked, Key="copy")
    assert (copied["ObjectLockMode"], copied["ObjectLockRetainUntilDate"]) == ("COMPLIANCE", until)
    assert copied["ObjectLockLegalHoldStatus"] == "ON"
    upload = {"Bucket": locked, "Key": "u"}
    upload["UploadId"] = s3.create_multipart_upload(ObjectLockLegalHoldStatus="ON", **upload)["UploadId"]
    part = s3.upload_part(PartNumber=1, Body=b"x", **upload)
    parts = [{"PartNumber": 1, "ETag": part["ETag"]}]
    s3.complete_multipart_upload(MultipartUpload={"Parts": parts}, **upload)
    found = s3.head_object(Bucket=locked, Key="u")
    assert (found["ObjectLockMode"], found["ObjectLockLegalHoldStatus"]) == ("GOVERNANCE", "ON")


def test_what_is_locked_must_come_with_a_digest(shared, locked):
    bare = shared.client("s3", config=Config(request_checksum_calculation="when_required"))
    put = {"Bucket": locked, "Key": "k", "Body": b"x"}
    assert refused(bare.put_object, ObjectLockLegalHoldStatus="ON", **put) == (
        400, "InvalidRequest", "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with "
        "Object Lock parameters")
    bare.put_object(**put)
    digest = base64.b64encode(hashlib.md5(b"x").digest()).decode()
    bare.put_object(ObjectLockLegalHoldStatus="ON", ContentMD5=digest, **put)


@pytest.mark.parametrize("until", ["tomorrow", "Wed, 21 Oct 2065 07:28:00 GMT", "4102444800"])
def test_a_retention_is_told_in_one_format(shared, locked, until):
    s3 = shared.client("s3")
    s3.meta.events.register("before-call.s3.PutObject", lambda params, **_: params["headers"].update(
        {"x-amz-object-lock-mode": "GOVERNANCE", "x-amz-object-lock-retain-until-date": until}))
    assert refused(s3.put_object, Bucket=locked, Key="k", Body=b"x") == (
        400, "InvalidArgument", "The retain until date must be provided in ISO 8601 format")


def test_a_lock_is_shown_to_who_may_see_it(shared, s3, locked):
    s3.put_object(Bucket=locked, Key="k", Body=b"x", ObjectLockLegalHoldStatus="ON",
                  ObjectLockMode="GOVERNANCE", ObjectLockRetainUntilDate=in_days(1))
    other = shared.client("s3", access_key="111122223333")

    def seen(*actions):
        statement = {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": list(actions),
                     "Resource": f"arn:aws:s3:::{locked}/*"}
        s3.put_bucket_policy(Bucket=locked, Policy=json.dumps({"Version": "2012-10-17", "Statement": statement}))
        answers = [other.head_object(Bucket=locked, Key="k"), other.get_object(Bucket=locked, Key="k")]
        return [[name in it for name in ("ObjectLockMode", "ObjectLockLegalHoldStatus")] for it in answers]

    assert seen("s3:GetObject") == [[False, False]] * 2
    assert seen("s3:GetObject", "s3:GetObjectRetention") == [[True, False]] * 2
    assert seen("s3:GetObject", "s3:GetObjectLegalHold") == [[False, True]] * 2
    head = s3.head_object(Bucket=locked, Key="k")
    assert (head["ObjectLockMode"], head["ObjectLockLegalHoldStatus"]) == ("GOVERNANCE", "ON")


def test_event_holds_are_refused_by_name(s3, locked):
    refusal = refused(s3.put_object, Bucket=locked, Key="k", Body=b"", ObjectLockEventHold="ON")
    assert refusal[:2] == (400, "NotImplemented") and "event-hold" in refusal[2]


def test_a_retention_ends_by_the_clock_and_no_life_cycle_is_faster(tmp_path, name):
    server = Server(tmp_path, options=["--clock", "virtual"])
    try:
        s3 = server.client("s3")
        s3.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True)
        put = s3.put_object(Bucket=name, Key="k", Body=b"x", ObjectLockMode="COMPLIANCE",
                            ObjectLockRetainUntilDate=in_days(5))
        version = {"Bucket": name, "Key": "k", "VersionId": put["VersionId"]}
        s3.put_object(Bucket=name, Key="k", Body=b"y")
        rules = [{"ID": "r", "Status": "Enabled", "Filter": {}, "NoncurrentVersionExpiration": {"NoncurrentDays": 1}}]
        s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": rules})
        advance(server, "72h")
        assert s3.head_object(**version)["ObjectLockMode"] == "COMPLIANCE"
        assert refused(s3.delete_object, **version) == PROTECTED
        advance(server, "72h")

        def left():
            return [it["VersionId"] for it in s3.list_object_versions(Bucket=name)["Versions"]]

        wait_for("the version to go", lambda: put["VersionId"] not in left())
    finally:
        server.stop()


def advance(server, span):
    body = json.dumps({"advance": span}).encode()
    request = urllib.request.Request(f"{server.url}/_waterwheel/clock", body, method="POST")
    urllib.request.urlopen(request).read()
