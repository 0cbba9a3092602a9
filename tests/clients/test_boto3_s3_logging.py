"""Access logs, with boto3."""

import json
import re
import urllib.error
import urllib.request

import pytest
from conftest import ACCOUNT, REGION, Server, refused, wait_for

LINE = re.compile(r'[0-9a-f]{64} (\S+) \[(\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d \+0000)\] (\S+) (\S+) (\S+) (\S+) (\S+) '
                  r'(?:"([^"]*)"|-) (\d+) (\S+) (\S+) (\S+) (\d+|-) (\d+|-) (?:"([^"]*)"|-) (?:"([^"]*)"|-) (\S+) (\S+) (\S+) (\S+) (\S+) '
                  r'(\S+) (\S+) (\S+) (\S+)$')


@pytest.fixture
def clocked(tmp_path):
    """A server whose clock can be turned."""
    server = Server(tmp_path, options=["--clock", "virtual"])
    yield server
    server.stop()


def advance(server, span):
    body = json.dumps({"advance": span}).encode()
    request = urllib.request.Request(f"{server.url}/_waterwheel/clock", body, method="POST")
    urllib.request.urlopen(request).read()


def let_in(s3, target, **condition):
    statement = {"Effect": "Allow", "Principal": {"Service": "logging.s3.amazonaws.com"}, "Action": "s3:PutObject",
                 "Resource": f"arn:aws:s3:::{target}/*", **condition}
    s3.put_bucket_policy(Bucket=target, Policy=json.dumps({"Version": "2012-10-17", "Statement": statement}))


def log(s3, bucket, target, **more):
    enabled = {"TargetBucket": target, "TargetPrefix": "logs/", **more}
    s3.put_bucket_logging(Bucket=bucket, BucketLoggingStatus={"LoggingEnabled": enabled})
    return enabled


def lines(s3, target):
    """The lines that have been delivered, in the order of their objects."""
    found = s3.list_objects_v2(Bucket=target, Prefix="logs/").get("Contents", [])
    text = "".join(s3.get_object(Bucket=target, Key=it["Key"])["Body"].read().decode() for it in found)
    return [LINE.match(line).groups() for line in text.splitlines()]


def operations(s3, target):
    return [it[5] for it in lines(s3, target)]


def test_requests_are_logged_and_a_stop_loses_none(clocked):
    s3 = clocked.client("s3")
    for bucket in ["source", "target"]:
        s3.create_bucket(Bucket=bucket)
    let_in(s3, "target", Condition={"StringEquals": {"aws:SourceAccount": ACCOUNT},
                                    "ArnLike": {"aws:SourceArn": "arn:aws:s3:::source"}})
    enabled = log(s3, "source", "target")
    assert s3.get_bucket_logging(Bucket="source")["LoggingEnabled"] == enabled
    s3.put_object(Bucket="source", Key="a b", Body=b"hello")
    s3.get_object(Bucket="source", Key="a b", Range="bytes=0-1")
    refused(s3.get_object, Bucket="source", Key="absent")
    s3.get_bucket_acl(Bucket="source")
    advance(clocked, "3m")
    found = wait_for("the lines", lambda: (it := lines(s3, "target")) and len(it) >= 5 and it)
    told = [(it[5], it[6], it[8], it[9], it[10], it[11]) for it in found]
    assert told[-4:] == [
        ("REST.PUT.OBJECT", "a%20b", "200", "-", "-", "5"),
        ("REST.GET.OBJECT", "a%20b", "206", "-", "2", "5"),
        ("REST.GET.OBJECT", "absent", "404", "NoSuchKey", found[-2][10], "-"),
        ("REST.GET.ACL", "-", "200", "-", found[-1][10], "-"),
    ]
    bucket, _, address, requester, _, _, _, line, *_ = found[-3]
    assert (bucket, line) == ("source", "GET /source/a%20b HTTP/1.1")
    assert address in ["127.0.0.1", "::1"] and re.fullmatch("[0-9a-f]{64}", requester)
    assert found[-3][15].startswith("Boto3/") and found[-3][18:22] == ("SigV4", "-", "AuthHeader", f"localhost:{clocked.port}")
    s3.delete_object(Bucket="source", Key="a b")
    clocked.stop()
    clocked.start()
    assert "REST.DELETE.OBJECT" in operations(clocked.client("s3"), "target")


def test_logs_go_only_where_they_are_let_in(clocked):
    s3 = clocked.client("s3")
    s3.create_bucket(Bucket="source")
    for target, ownership in [("shut", "BucketOwnerEnforced"), ("lists", "ObjectWriter")]:
        s3.create_bucket(Bucket=target, ObjectOwnership=ownership)
    log(s3, "source", "shut")
    s3.head_bucket(Bucket="source")
    advance(clocked, "3m")
    wait_for("a word of it", lambda: "access logs cannot be delivered" in clocked.log())
    s3.put_bucket_acl(Bucket="lists", ACL="log-delivery-write")
    reader = {"Grantee": {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"},
              "Permission": "READ"}
    s3.delete_public_access_block(Bucket="lists")
    partitioned = {"PartitionedPrefix": {"PartitionDateSource": "EventTime"}}
    log(s3, "source", "lists", TargetGrants=[reader], TargetObjectKeyFormat=partitioned)
    s3.head_bucket(Bucket="source")
    advance(clocked, "3m")
    found = wait_for("the lines", lambda: s3.list_objects_v2(Bucket="lists").get("Contents"))
    key = found[0]["Key"]
    day = r"\d{4}/\d\d/\d\d/\d{4}-\d\d-\d\d-00-00-00-[0-9A-F]{16}"
    assert re.fullmatch(f"logs/{ACCOUNT}/{REGION}/source/{day}", key), key
    grants = s3.get_object_acl(Bucket="lists", Key=key)["Grants"]
    assert [it["Permission"] for it in grants] == ["FULL_CONTROL", "READ"]
    assert not s3.list_objects_v2(Bucket="shut").get("Contents")


def test_places_where_logs_cannot_go_are_refused(shared, name):
    s3 = shared.client("s3")
    theirs, far = name[:50] + "-theirs", name[:50] + "-far"
    s3.create_bucket(Bucket=name)
    s3.create_bucket(Bucket=far, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    shared.client("s3", access_key="111122223333").create_bucket(Bucket=theirs)

    def put(target, **more):
        enabled = {"TargetBucket": target, "TargetPrefix": "", **more}
        return refused(s3.put_bucket_logging, Bucket=name, BucketLoggingStatus={"LoggingEnabled": enabled})

    assert put("no-such-" + name) == (
        400, "InvalidTargetBucketForLogging", "The target bucket for logging does not exist")
    assert put(theirs)[1] == "InvalidTargetBucketForLogging"
    assert put(far)[:2] == (403, "CrossLocationLoggingProhibitted")
    grant = {"Grantee": {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}, "Permission": "READ"}
    assert put(name, TargetGrants=[grant])[:2] == (400, "AccessControlListNotSupported")
    assert "LoggingEnabled" not in s3.get_bucket_logging(Bucket=name)


def form(fields, content):
    lines = []
    for name, value in fields.items():
        lines += ["--b", f'Content-Disposition: form-data; name="{name}"', "", value]
    lines += ["--b", 'Content-Disposition: form-data; name="file"; filename="f"', "", content, "--b--", ""]
    return "\r\n".join(lines).encode()


def test_what_a_request_does_besides_has_its_own_line(clocked):
    s3 = clocked.client("s3")
    for bucket in ["source", "copies", "target"]:
        s3.create_bucket(Bucket=bucket)
    let_in(s3, "target")
    log(s3, "source", "target")
    log(s3, "copies", "target")
    for key in ["a", "b", "index.html"]:
        s3.put_object(Bucket="source", Key=key, Body=b"hello")
    s3.copy_object(Bucket="copies", Key="copy", CopySource="source/a")
    refused(s3.copy_object, Bucket="copies", Key="copy", CopySource="source/absent")
    upload = {"Bucket": "copies", "Key": "u"}
    upload["UploadId"] = s3.create_multipart_upload(**upload)["UploadId"]
    s3.upload_part_copy(**upload, PartNumber=1, CopySource="source/a")
    objects = [{"Key": "a"}, {"Key": "b", "ETag": '"other"'}, {"Key": "absent"}]
    s3.delete_objects(Bucket="source", Delete={"Objects": objects})
    signed = s3.generate_presigned_post("source", "posted")
    request = urllib.request.Request(
        f"{clocked.url}/source", form(signed["fields"], "text"), {"Content-Type": "multipart/form-data; boundary=b"})
    assert urllib.request.urlopen(request).status == 204
    s3.put_bucket_website(Bucket="source", WebsiteConfiguration={"IndexDocument": {"Suffix": "index.html"}})
    visit = urllib.request.Request(f"{clocked.url}/", headers={"Host": f"source.s3-website.localhost:{clocked.port}"})
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(visit)
    advance(clocked, "3m")
    found = wait_for("the lines", lambda: "WEBSITE.GET.OBJECT" in operations(s3, "target") and lines(s3, "target"))
    told = {(it[0], it[5], it[6], it[8], it[9], it[11]) for it in found}
    expected = {
        ("source", "REST.COPY.OBJECT_GET", "a", "200", "-", "5"),
        ("source", "REST.COPY.OBJECT_GET", "absent", "404", "NoSuchKey", "-"),
        ("source", "REST.COPY.PART_GET", "a", "200", "-", "5"),
        ("copies", "REST.COPY.OBJECT", "copy", "200", "-", "-"),
        ("copies", "REST.COPY.PART", "u", "200", "-", "-"),
        ("source", "BATCH.DELETE.OBJECT", "a", "204", "-", "5"),
        ("source", "BATCH.DELETE.OBJECT", "b", "412", "PreconditionFailed", "-"),
        ("source", "BATCH.DELETE.OBJECT", "absent", "204", "-", "-"),
        ("source", "REST.POST.MULTI_OBJECT_DELETE", "-", "200", "-", "-"),
        ("source", "REST.POST.OBJECT", "posted", "204", "-", "-"),
    }
    assert expected <= told, expected - told
    visited = {it[:5] for it in told}
    assert ("source", "WEBSITE.GET.OBJECT", "index.html", "403", "AccessDenied") in visited, visited
    # What it does besides belongs to the same request.
    ids = {it[5]: it[4] for it in found}
    assert ids["BATCH.DELETE.OBJECT"] == ids["REST.POST.MULTI_OBJECT_DELETE"]
