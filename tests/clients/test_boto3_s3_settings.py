"""What is set for buckets and kept with objects, with boto3 and the AWS CLI."""

import datetime
import json
import os
import socket
import subprocess

import pytest
from botocore.config import Config
from conftest import ACCOUNT, refused, wait_for

MIB = 1024 * 1024
FRIEND = "111122223333"
ALL_BLOCKED = {
    "BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True,
}


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


def code(call, **arguments):
    return refused(call, **arguments)[:2]


@pytest.mark.parametrize("call, expected", [
    ("get_bucket_policy", "NoSuchBucketPolicy"),
    ("get_bucket_policy_status", "NoSuchBucketPolicy"),
    ("get_bucket_cors", "NoSuchCORSConfiguration"),
    ("get_bucket_website", "NoSuchWebsiteConfiguration"),
    ("get_bucket_lifecycle_configuration", "NoSuchLifecycleConfiguration"),
    ("get_bucket_replication", "ReplicationConfigurationNotFoundError"),
    ("get_object_lock_configuration", "ObjectLockConfigurationNotFoundError"),
    ("get_bucket_tagging", "NoSuchTagSet"),
])
def test_what_is_not_set_has_an_error_of_its_own(s3, bucket, call, expected):
    assert code(getattr(s3, call), Bucket=bucket) == (404, expected)
    assert code(getattr(s3, call), Bucket="no-such-" + bucket) == (404, "NoSuchBucket")


def test_a_new_bucket_is_as_aws_makes_it(s3, bucket):
    def get(call):
        answer = getattr(s3, call)(Bucket=bucket)
        del answer["ResponseMetadata"]
        return answer

    assert get("get_public_access_block")["PublicAccessBlockConfiguration"] == ALL_BLOCKED
    assert get("get_bucket_ownership_controls")["OwnershipControls"]["Rules"] == [
        {"ObjectOwnership": "BucketOwnerEnforced"}]
    rule = get("get_bucket_encryption")["ServerSideEncryptionConfiguration"]["Rules"][0]
    assert rule["ApplyServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}
    assert rule["BucketKeyEnabled"] is False
    acl = get("get_bucket_acl")
    assert acl["Grants"] == [{
        "Grantee": {"Type": "CanonicalUser", "ID": acl["Owner"]["ID"]}, "Permission": "FULL_CONTROL"}]
    assert get("get_bucket_request_payment") == {"Payer": "BucketOwner"}
    for nothing in ["get_bucket_versioning", "get_bucket_accelerate_configuration", "get_bucket_logging",
                    "get_bucket_notification_configuration"]:
        assert get(nothing) == {}, nothing


def test_settings_are_set_shown_and_taken_away(s3, bucket):
    tags = [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "ü"}]
    s3.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": tags})
    assert s3.get_bucket_tagging(Bucket=bucket)["TagSet"] == tags
    s3.delete_bucket_tagging(Bucket=bucket)
    assert code(s3.get_bucket_tagging, Bucket=bucket) == (404, "NoSuchTagSet")
    open_block = {**ALL_BLOCKED, "BlockPublicPolicy": False}
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=open_block)
    assert s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"] == open_block
    s3.delete_public_access_block(Bucket=bucket)
    assert code(s3.get_public_access_block, Bucket=bucket)[1] == "NoSuchPublicAccessBlockConfiguration"
    owner = {"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]}
    s3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls=owner)
    assert s3.get_bucket_ownership_controls(Bucket=bucket)["OwnershipControls"] == owner
    s3.delete_bucket_ownership_controls(Bucket=bucket)
    assert code(s3.get_bucket_ownership_controls, Bucket=bucket)[1] == "OwnershipControlsNotFoundError"
    aes = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": True}
    s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": [aes]})
    blocked = {"BlockedEncryptionTypes": {"EncryptionType": ["SSE-C"]}}
    set_rules = s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"]
    assert set_rules == [aes | blocked]
    s3.delete_bucket_encryption(Bucket=bucket)
    for call in ["delete_bucket_cors", "delete_bucket_website", "delete_bucket_lifecycle", "delete_bucket_replication",
                 "delete_bucket_policy"]:
        assert getattr(s3, call)(Bucket=bucket)["ResponseMetadata"]["HTTPStatusCode"] == 204
    s3.put_bucket_acl(Bucket=bucket, ACL="private")
    s3.put_bucket_request_payment(Bucket=bucket, RequestPaymentConfiguration={"Payer": "BucketOwner"})


def test_a_bucket_is_made_with_tags(s3, name):
    tags = [{"Key": "a", "Value": "1"}]
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"Tags": tags})
    assert s3.get_bucket_tagging(Bucket=name)["TagSet"] == tags


@pytest.mark.parametrize("call, arguments, expected", [
    ("put_bucket_encryption", {"ServerSideEncryptionConfiguration": {"Rules": [
        {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:fsx"}}]}}, "MalformedXML"),
    ("put_bucket_request_payment", {"RequestPaymentConfiguration": {"Payer": "Nobody"}}, "MalformedXML"),
    ("put_bucket_accelerate_configuration", {"AccelerateConfiguration": {"Status": "Fast"}}, "MalformedXML"),
    ("put_bucket_acl", {"ACL": "public-read"}, "AccessControlListNotSupported"),
    ("put_bucket_tagging", {"Tagging": {"TagSet": [{"Key": "aws:a", "Value": "1"}]}}, "InvalidTag"),
    ("put_bucket_tagging", {"Tagging": {"TagSet": [{"Key": str(n), "Value": ""} for n in range(51)]}}, "BadRequest"),
    ("put_bucket_policy", {"Policy": "{}"}, "MalformedPolicy"),
])
def test_what_is_not_acted_on_is_refused_by_name(s3, bucket, call, arguments, expected):
    status, found, _ = refused(getattr(s3, call), Bucket=bucket, **arguments)
    assert (status, found) == (400, expected)


@pytest.mark.parametrize("text, message", [
    ("", "Policies must be valid JSON and the first byte must be '{'"),
    ("invalid json", "Policies must be valid JSON and the first byte must be '{'"),
    ('{"Statement": [}', "This policy contains invalid Json"),
    ("{}", "Missing required field Statement"),
    ('{"Statement": []}', "Could not parse the policy: Statement is empty!"),
])
def test_what_is_no_policy_is_told(s3, bucket, text, message):
    assert refused(s3.put_bucket_policy, Bucket=bucket, Policy=text) == (400, "MalformedPolicy", message)


def policy(bucket, *statements):
    both = [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"]
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Resource": both, **it} for it in statements]})


def test_a_policy_lets_others_in_and_keeps_out(shared, s3, bucket):
    friend = shared.client("s3", access_key=FRIEND)
    s3.put_object(Bucket=bucket, Key="shut", Body=b"")
    assert code(friend.put_object, Bucket=bucket, Key="k", Body=b"") == (403, "AccessDenied")
    text = policy(
        bucket,
        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{FRIEND}:root"},
         "Action": ["s3:PutObject", "s3:GetObject", "s3:ListBucket"]},
        {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/shut"},
        {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
    )
    s3.put_bucket_policy(Bucket=bucket, Policy=text)
    assert s3.get_bucket_policy(Bucket=bucket)["Policy"] == text
    assert s3.get_bucket_policy_status(Bucket=bucket)["PolicyStatus"] == {"IsPublic": False}
    friend.put_object(Bucket=bucket, Key="k", Body=b"theirs")
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == b"theirs"
    assert [it["Key"] for it in friend.list_objects_v2(Bucket=bucket)["Contents"]] == ["k", "shut"]
    assert code(friend.delete_object, Bucket=bucket, Key="k") == (403, "AccessDenied")
    assert code(s3.get_object, Bucket=bucket, Key="shut") == (403, "AccessDenied")
    assert code(friend.get_bucket_policy, Bucket=bucket) == (403, "AccessDenied")
    s3.delete_bucket_policy(Bucket=bucket)
    assert code(friend.get_object, Bucket=bucket, Key="k") == (403, "AccessDenied")
    s3.get_object(Bucket=bucket, Key="shut")


def test_public_policies_are_prevented_until_they_are_allowed(shared, s3, bucket):
    friend = shared.client("s3", access_key=FRIEND)
    s3.put_object(Bucket=bucket, Key="k", Body=b"x")
    text = policy(bucket, {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
                           "Resource": f"arn:aws:s3:::{bucket}/*"})
    status, found, message = refused(s3.put_bucket_policy, Bucket=bucket, Policy=text)
    assert (status, found) == (403, "AccessDenied") and "BlockPublicPolicy" in message
    s3.delete_public_access_block(Bucket=bucket)
    s3.put_bucket_policy(Bucket=bucket, Policy=text)
    assert s3.get_bucket_policy_status(Bucket=bucket)["PolicyStatus"] == {"IsPublic": True}
    assert friend.get_object(Bucket=bucket, Key="k")["Body"].read() == b"x"
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=ALL_BLOCKED)
    assert code(friend.get_object, Bucket=bucket, Key="k") == (403, "AccessDenied")


def test_everything_says_that_it_is_encrypted(s3, bucket):
    asked = {"Bucket": bucket, "Key": "k", "ServerSideEncryption": "AES256"}
    upload = s3.create_multipart_upload(**asked)
    of_upload = {"Bucket": bucket, "Key": "k", "UploadId": upload["UploadId"]}
    part = s3.upload_part(Body=b"x", PartNumber=1, **of_upload)
    parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
    answers = [
        upload, part, s3.complete_multipart_upload(MultipartUpload=parts, **of_upload),
        s3.put_object(Body=b"", **asked), s3.get_object(Bucket=bucket, Key="k"), s3.head_object(Bucket=bucket, Key="k"),
        s3.copy_object(CopySource=f"{bucket}/k", **asked), s3.put_object(Bucket=bucket, Key="plain", Body=b""),
    ]
    assert {it["ServerSideEncryption"] for it in answers} == {"AES256"}


def test_tags_and_storage_class_stay_with_an_object(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"x", Tagging="a=1&b%20c=2", StorageClass="STANDARD_IA")

    def tags(key):
        return {it["Key"]: it["Value"] for it in s3.get_object_tagging(Bucket=bucket, Key=key)["TagSet"]}

    assert tags("k") == {"a": "1", "b c": "2"}
    got = s3.get_object(Bucket=bucket, Key="k")
    assert (got["TagCount"], got["StorageClass"]) == (2, "STANDARD_IA")
    assert s3.head_object(Bucket=bucket, Key="k")["StorageClass"] == "STANDARD_IA"
    assert s3.list_objects_v2(Bucket=bucket)["Contents"][0]["StorageClass"] == "STANDARD_IA"
    copy = {"Bucket": bucket, "CopySource": f"{bucket}/k"}
    s3.copy_object(Key="same", **copy)
    s3.copy_object(Key="other", TaggingDirective="REPLACE", Tagging="x=y", **copy)
    assert (tags("same"), tags("other")) == ({"a": "1", "b c": "2"}, {"x": "y"})
    assert "StorageClass" not in s3.head_object(Bucket=bucket, Key="same")
    s3.copy_object(Key="k", StorageClass="STANDARD", **copy)
    assert "StorageClass" not in s3.head_object(Bucket=bucket, Key="k")
    s3.put_object_tagging(Bucket=bucket, Key="k", Tagging={"TagSet": [{"Key": "n", "Value": ""}]})
    assert tags("k") == {"n": ""}
    s3.delete_object_tagging(Bucket=bucket, Key="k")
    assert tags("k") == {} and "TagCount" not in s3.get_object(Bucket=bucket, Key="k")
    upload = s3.create_multipart_upload(Bucket=bucket, Key="m", Tagging="u=1", StorageClass="ONEZONE_IA")
    of_upload = {"Bucket": bucket, "Key": "m", "UploadId": upload["UploadId"]}
    part = s3.upload_part(Body=b"x", PartNumber=1, **of_upload)
    s3.complete_multipart_upload(MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}, **of_upload)
    assert tags("m") == {"u": "1"} and s3.head_object(Bucket=bucket, Key="m")["StorageClass"] == "ONEZONE_IA"


@pytest.mark.parametrize("tagging, expected", [
    ("a=1&a=2", "InvalidArgument"), ("aws:a=1", "InvalidTag"), ("&".join(f"{n}=" for n in range(11)), "BadRequest"),
])
def test_tags_that_cannot_be_are_refused(s3, bucket, tagging, expected):
    assert code(s3.put_object, Bucket=bucket, Key="k", Body=b"", Tagging=tagging) == (400, expected)


def test_attributes_of_an_object(s3, bucket):
    upload = s3.create_multipart_upload(Bucket=bucket, Key="k", ChecksumAlgorithm="SHA256")
    of_upload = {"Bucket": bucket, "Key": "k", "UploadId": upload["UploadId"]}
    parts = []
    for number, body in [(1, b"x" * 5 * MIB), (2, b"y")]:
        part = s3.upload_part(Body=body, PartNumber=number, ChecksumAlgorithm="SHA256", **of_upload)
        parts.append({"PartNumber": number, "ETag": part["ETag"], "ChecksumSHA256": part["ChecksumSHA256"]})
    done = s3.complete_multipart_upload(MultipartUpload={"Parts": parts}, **of_upload)
    names = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"]
    found = s3.get_object_attributes(Bucket=bucket, Key="k", ObjectAttributes=names, MaxParts=1)
    assert found["ETag"] == done["ETag"].strip('"')
    assert (found["ObjectSize"], found["StorageClass"]) == (5 * MIB + 1, "STANDARD")
    assert found["Checksum"]["ChecksumSHA256"] == done["ChecksumSHA256"].split("-")[0]
    page = found["ObjectParts"]
    assert (page["TotalPartsCount"], page["IsTruncated"], page["NextPartNumberMarker"]) == (2, True, 1)
    assert page["Parts"] == [{"PartNumber": 1, "Size": 5 * MIB, "ChecksumSHA256": parts[0]["ChecksumSHA256"]}]
    rest = s3.get_object_attributes(Bucket=bucket, Key="k", ObjectAttributes=["ObjectParts"], PartNumberMarker=1)
    assert [it["Size"] for it in rest["ObjectParts"]["Parts"]] == [1] and "ETag" not in rest
    assert s3.get_object_acl(Bucket=bucket, Key="k")["Grants"][0]["Permission"] == "FULL_CONTROL"
    assert code(s3.put_object_acl, Bucket=bucket, Key="k", ACL="public-read") == (400, "AccessControlListNotSupported")


def test_life_cycles_are_kept_told_and_acted_on(s3, bucket):
    s3.put_object(Bucket=bucket, Key="old/k", Body=b"x")
    s3.put_object(Bucket=bucket, Key="new/k", Body=b"x")
    rules = [
        {"ID": "past", "Status": "Enabled", "Filter": {"Prefix": "old/"},
         "Expiration": {"Date": datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)}},
        {"ID": "days", "Status": "Enabled", "Expiration": {"Days": 30},
         "Filter": {"And": {"Prefix": "new/", "Tags": [{"Key": "a", "Value": "1"}], "ObjectSizeLessThan": 100}}},
        {"ID": "uploads", "Status": "Enabled", "Filter": {"Prefix": ""},
         "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}},
        {"ID": "off", "Status": "Disabled", "Filter": {}, "Expiration": {"Days": 1}},
    ]
    s3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": rules})
    assert s3.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"] == rules
    wait_for("what has expired to go", lambda: s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 1)
    assert "Expiration" not in s3.head_object(Bucket=bucket, Key="new/k")
    put = s3.put_object(Bucket=bucket, Key="new/k", Body=b"x", Tagging="a=1")
    for answer in [put, s3.head_object(Bucket=bucket, Key="new/k"), s3.get_object(Bucket=bucket, Key="new/k")]:
        assert answer["Expiration"].startswith('expiry-date="') and 'rule-id="days"' in answer["Expiration"]
    upload = s3.create_multipart_upload(Bucket=bucket, Key="u")
    assert upload["AbortRuleId"] == "uploads"
    parts = s3.list_parts(Bucket=bucket, Key="u", UploadId=upload["UploadId"])
    assert (parts["AbortDate"], parts["AbortRuleId"]) == (upload["AbortDate"], "uploads")
    s3.delete_bucket_lifecycle(Bucket=bucket)
    assert code(s3.get_bucket_lifecycle_configuration, Bucket=bucket)[1] == "NoSuchLifecycleConfiguration"


def test_settings_outlive_the_process(server, name):
    s3 = server.client("s3")
    s3.create_bucket(Bucket=name)
    s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": [{"Key": "a", "Value": "1"}]})
    s3.put_object(Bucket=name, Key="k", Body=b"", Tagging="b=2")
    server.restart()
    assert s3.get_bucket_tagging(Bucket=name)["TagSet"] == [{"Key": "a", "Value": "1"}]
    assert s3.get_object_tagging(Bucket=name, Key="k")["TagSet"] == [{"Key": "b", "Value": "2"}]


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_cli_sets_and_shows(shared, s3, bucket, cli):
    def aws(*arguments):
        environment = {**os.environ, "AWS_ACCESS_KEY_ID": ACCOUNT, "AWS_SECRET_ACCESS_KEY": "x",
                       "AWS_DEFAULT_REGION": "us-east-1"}
        command = [os.environ[cli], "--endpoint-url", shared.url, "s3api", *arguments, "--bucket", bucket]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else None

    aws("put-bucket-tagging", "--tagging", "TagSet=[{Key=a,Value=1}]")
    assert aws("get-bucket-tagging") == {"TagSet": [{"Key": "a", "Value": "1"}]}
    text = policy(bucket, {"Effect": "Allow", "Principal": {"AWS": FRIEND}, "Action": "s3:*"})
    aws("put-bucket-policy", "--policy", text)
    assert json.loads(aws("get-bucket-policy")["Policy"]) == json.loads(text)
    aws("put-object", "--key", "k", "--tagging", "x=y", "--server-side-encryption", "AES256")
    assert aws("get-object-tagging", "--key", "k") == {"TagSet": [{"Key": "x", "Value": "y"}]}
    assert aws("get-bucket-encryption")["ServerSideEncryptionConfiguration"]["Rules"]


def without_head(answer):
    return {key: value for key, value in answer.items() if key != "ResponseMetadata"}


REPORTS = [
    ("metrics", "MetricsConfiguration", {"Id": "a", "Filter": {"Prefix": "x/"}}),
    ("analytics", "AnalyticsConfiguration", {"Id": "a", "StorageClassAnalysis": {}}),
    ("inventory", "InventoryConfiguration", {
        "Id": "a", "IsEnabled": True, "IncludedObjectVersions": "All", "OptionalFields": ["Size", "ETag"],
        "Schedule": {"Frequency": "Daily"},
        "Destination": {"S3BucketDestination": {"Bucket": "arn:aws:s3:::to", "Format": "CSV", "Prefix": "p"}}}),
    ("intelligent_tiering", "IntelligentTieringConfiguration", {
        "Id": "a", "Status": "Enabled", "Tierings": [{"Days": 90, "AccessTier": "ARCHIVE_ACCESS"}]}),
]


@pytest.mark.parametrize("kind, member, configuration", REPORTS)
def test_reports_are_kept_and_shown(s3, bucket, kind, member, configuration):
    one = {"Bucket": bucket, "Id": "a"}
    get = getattr(s3, f"get_bucket_{kind}_configuration")
    every = getattr(s3, f"list_bucket_{kind}_configurations")
    assert code(get, **one) == (404, "NoSuchConfiguration")
    assert without_head(every(Bucket=bucket)) == {"IsTruncated": False}
    getattr(s3, f"put_bucket_{kind}_configuration")(**one, **{member: configuration})
    assert get(**one)[member] == configuration
    assert every(Bucket=bucket)[f"{member}List"] == [configuration]
    getattr(s3, f"delete_bucket_{kind}_configuration")(**one)
    assert code(getattr(s3, f"delete_bucket_{kind}_configuration"), **one) == (404, "NoSuchConfiguration")


def test_acceleration_is_shown(s3, bucket, name):
    for status in ["Enabled", "Suspended"]:
        s3.put_bucket_accelerate_configuration(Bucket=bucket, AccelerateConfiguration={"Status": status})
        assert s3.get_bucket_accelerate_configuration(Bucket=bucket)["Status"] == status
    dotted = name[:50] + ".dots"
    s3.create_bucket(Bucket=dotted)
    enabled = {"Bucket": dotted, "AccelerateConfiguration": {"Status": "Enabled"}}
    status, found, message = refused(s3.put_bucket_accelerate_configuration, **enabled)
    assert (status, found) == (400, "InvalidRequest") and "periods (.)" in message


@pytest.fixture
def names_below_localhost(monkeypatch):
    """Lets names below localhost lead here (RFC 6761), which not every machine's resolver does."""
    asked = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: asked(
        "localhost" if str(host).endswith(".localhost") else host, *rest, **more))


@pytest.mark.usefixtures("names_below_localhost")
def test_an_account_blocks_public_access_to_all_its_buckets(shared, name):
    account = "222233334444"
    s3 = shared.client("s3", access_key=account)
    control = shared.client("s3control", access_key=account, config=Config(inject_host_prefix=False))
    own = {"AccountId": account}
    s3.create_bucket(Bucket=name)
    s3.delete_public_access_block(Bucket=name)
    assert code(control.get_public_access_block, **own) == (404, "NoSuchPublicAccessBlockConfiguration")
    text = policy(name, {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
                         "Resource": f"arn:aws:s3:::{name}/*"})
    control.put_public_access_block(PublicAccessBlockConfiguration=ALL_BLOCKED, **own)
    assert control.get_public_access_block(**own)["PublicAccessBlockConfiguration"] == ALL_BLOCKED
    assert code(s3.put_bucket_policy, Bucket=name, Policy=text) == (403, "AccessDenied")
    assert code(control.get_public_access_block, AccountId=FRIEND) == (403, "AccessDenied")
    control.delete_public_access_block(**own)
    s3.put_bucket_policy(Bucket=name, Policy=text)


@pytest.mark.usefixtures("names_below_localhost")
def test_buckets_are_tagged_by_arn(shared, s3, bucket):
    control = shared.client("s3control", config=Config(inject_host_prefix=False))
    of = {"AccountId": ACCOUNT, "ResourceArn": f"arn:aws:s3:::{bucket}"}
    tags = [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]
    control.tag_resource(Tags=tags, **of)
    assert control.list_tags_for_resource(**of)["Tags"] == tags == s3.get_bucket_tagging(Bucket=bucket)["TagSet"]
    control.untag_resource(TagKeys=["a"], **of)
    assert s3.get_bucket_tagging(Bucket=bucket)["TagSet"] == tags[1:]
    status, found, message = refused(control.list_jobs, AccountId=ACCOUNT)
    assert (status, found) == (400, "NotImplemented") and "ListJobs" in message
