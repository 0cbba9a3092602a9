"""What is open to those who sign nothing, or pay, or come from elsewhere, with boto3 and bare HTTP."""

import json
import urllib.error
import urllib.request

import pytest
from botocore import UNSIGNED
from botocore.config import Config
from conftest import refused

FRIEND = "111122223333"


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def anybody(shared):
    return shared.client("s3", config=Config(signature_version=UNSIGNED))


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name, ObjectOwnership="ObjectWriter")
    s3.delete_public_access_block(Bucket=name)
    s3.put_object(Bucket=name, Key="k", Body=b"x", Tagging="level=open")
    s3.put_object(Bucket=name, Key="secret", Body=b"x", Tagging="level=secret")
    return name


def code(call, **arguments):
    return refused(call, **arguments)[:2]


def allow(s3, bucket, actions, **more):
    both = [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"]
    statement = {"Effect": "Allow", "Principal": "*", "Action": actions, "Resource": both, **more}
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": statement}))


DENIED = (403, "AccessDenied", "Access Denied")


def test_nothing_is_open_by_default(s3, anybody, bucket, name):
    assert refused(anybody.get_object, Bucket=bucket, Key="k") == DENIED
    assert refused(anybody.get_object, Bucket=bucket, Key="absent") == DENIED
    assert refused(anybody.put_object, Bucket=bucket, Key="new", Body=b"x") == DENIED
    assert refused(anybody.list_objects_v2, Bucket=bucket) == DENIED
    assert refused(anybody.list_buckets) == DENIED
    assert refused(anybody.create_bucket, Bucket=name[:50] + "-new") == DENIED
    assert refused(anybody.get_bucket_policy, Bucket=bucket) == DENIED
    assert code(anybody.head_object, Bucket=bucket, Key="k")[0] == 403
    assert code(anybody.get_object, Bucket="no-such-" + bucket, Key="k") == (404, "NoSuchBucket")


def test_a_list_opens(s3, anybody, bucket):
    s3.put_object_acl(Bucket=bucket, Key="k", ACL="public-read")
    assert anybody.get_object(Bucket=bucket, Key="k")["Body"].read() == b"x"
    assert anybody.head_object(Bucket=bucket, Key="k")["ContentLength"] == 1
    assert refused(anybody.get_object, Bucket=bucket, Key="absent") == DENIED
    s3.put_bucket_acl(Bucket=bucket, ACL="public-read-write")
    assert code(anybody.get_object, Bucket=bucket, Key="absent") == (404, "NoSuchKey")
    assert anybody.list_objects_v2(Bucket=bucket)["KeyCount"] == 2
    anybody.put_object(Bucket=bucket, Key="new", Body=b"theirs")
    assert code(s3.get_object, Bucket=bucket, Key="new") == (403, "AccessDenied")
    status, found, message = refused(anybody.create_multipart_upload, Bucket=bucket, Key="m")
    assert (status, found) == (403, "AccessDenied") and message.startswith("Anonymous users cannot initiate")
    ignored = {"IgnorePublicAcls": True}
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=ignored)
    assert refused(anybody.get_object, Bucket=bucket, Key="k") == DENIED


def test_a_policy_opens(s3, anybody, bucket):
    allow(s3, bucket, ["s3:GetObject"])
    assert anybody.get_object(Bucket=bucket, Key="k")["Body"].read() == b"x"
    assert refused(anybody.get_object, Bucket=bucket, Key="absent") == DENIED
    allow(s3, bucket, ["s3:GetObject", "s3:ListBucket"])
    assert code(anybody.get_object, Bucket=bucket, Key="absent") == (404, "NoSuchKey")
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration={"RestrictPublicBuckets": True})
    assert refused(anybody.get_object, Bucket=bucket, Key="k") == DENIED


@pytest.mark.parametrize("condition, expected", [
    ({"IpAddress": {"aws:SourceIp": ["127.0.0.0/8", "::1/128"]}}, True),
    ({"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}, False),
    ({"Bool": {"aws:SecureTransport": "true"}}, True),
    ({"StringEquals": {"s3:ExistingObjectTag/level": "open"}}, True),
    ({"StringEquals": {"s3:ExistingObjectTag/level": "secret"}}, False),
    ({"StringLike": {"aws:UserAgent": "*Boto3*"}}, True),
    ({"StringLike": {"aws:Referer": "https://example.com/*"}}, False),
])
def test_conditions_of_a_policy_act(s3, anybody, bucket, condition, expected):
    allow(s3, bucket, ["s3:GetObject"], Condition=condition)
    if expected:
        anybody.get_object(Bucket=bucket, Key="k")
    else:
        assert refused(anybody.get_object, Bucket=bucket, Key="k") == DENIED


def test_a_condition_that_nobody_can_judge_is_refused(s3, bucket):
    statement = {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*",
                 "Condition": {"StringEquals": {"aws:PrincipalTag/team": "a"}}}
    text = json.dumps({"Version": "2012-10-17", "Statement": statement})
    status, found, message = refused(s3.put_bucket_policy, Bucket=bucket, Policy=text)
    assert (status, found) == (400, "NotImplemented") and "aws:PrincipalTag/team" in message


def test_bare_http_is_nobodys(shared, s3, bucket):
    def get(path):
        try:
            with urllib.request.urlopen(f"{shared.url}/{path}") as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    status, body = get(f"{bucket}/k")
    assert status == 403 and b"<Code>AccessDenied</Code><Message>Access Denied</Message>" in body
    s3.put_object_acl(Bucket=bucket, Key="k", ACL="public-read")
    assert get(f"{bucket}/k") == (200, b"x")
    status, body = get("no-such-" + bucket)
    assert status == 404 and b"<Code>NoSuchBucket</Code>" in body


def test_who_asks_pays(shared, s3, anybody, bucket):
    friend = shared.client("s3", access_key=FRIEND)
    allow(s3, bucket, ["s3:GetObject", "s3:ListBucket", "s3:PutObject"])
    s3.put_bucket_request_payment(Bucket=bucket, RequestPaymentConfiguration={"Payer": "Requester"})
    assert s3.get_bucket_request_payment(Bucket=bucket)["Payer"] == "Requester"
    of = {"Bucket": bucket, "Key": "k"}
    assert "RequestCharged" not in s3.get_object(**of)
    assert code(friend.get_object, **of) == (403, "AccessDenied")
    assert friend.get_object(RequestPayer="requester", **of)["RequestCharged"] == "requester"
    assert friend.list_objects_v2(Bucket=bucket, RequestPayer="requester")["RequestCharged"] == "requester"
    assert friend.put_object(RequestPayer="requester", **of)["RequestCharged"] == "requester"
    assert refused(anybody.get_object, RequestPayer="requester", **of) == DENIED
