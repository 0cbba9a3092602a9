"""Which pages of other origins a bucket lets in: what browsers are told, and what is refused."""

import http.client
import json

import pytest
from conftest import refused

APP = "https://app.example"
NOT_ALLOWED = (
    "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method"
    " / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec."
)
VARY = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="k", Body=b"content")
    return name


def set_rules(s3, bucket, *rules):
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": list(rules)})


def rule(origins, methods, **more):
    return {"AllowedOrigins": origins, "AllowedMethods": methods, **more}


def ask(server, method, path, headers=(), body=None, host=None):
    """The status, the headers in their order, and the text of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        host = host or f"localhost:{server.port}"
        connection.request(method, path, body=body, headers={"Host": host, **dict(headers)})
        answer = connection.getresponse()
        return answer.status, answer.getheaders(), answer.read().decode()
    finally:
        connection.close()


def cors(headers):
    return [(name.lower(), value) for name, value in headers
            if name.lower().startswith("access-control-") or name.lower() == "vary"]


def preflight(server, path, origin, method, names=None, host=None):
    headers = {"Origin": origin, "Access-Control-Request-Method": method}
    if names:
        headers["Access-Control-Request-Headers"] = names
    return ask(server, "OPTIONS", path, headers, host=host)


def test_rules_are_set_shown_and_taken_away(s3, bucket):
    given = rule([APP], ["GET", "PUT"], ID="r", AllowedHeaders=["*"], ExposeHeaders=["ETag"], MaxAgeSeconds=3000)
    set_rules(s3, bucket, given, rule([""], ["HEAD"]))
    shown = s3.get_bucket_cors(Bucket=bucket)["CORSRules"]
    assert shown == [given, rule([""], ["HEAD"])]
    s3.delete_bucket_cors(Bucket=bucket)
    s3.delete_bucket_cors(Bucket=bucket)
    assert refused(s3.get_bucket_cors, Bucket=bucket) == (
        404, "NoSuchCORSConfiguration", "The CORS configuration does not exist")


@pytest.mark.parametrize("rules, code, message", [
    ([rule(["*"], ["MYMETHOD"])], "InvalidRequest",
     "Found unsupported HTTP method in CORS config. Unsupported method is MYMETHOD"),
    ([rule(["*"], [])], "MalformedXML", "The XML you provided was not well-formed"),
    ([], "MalformedXML", "The XML you provided was not well-formed"),
    ([rule(["*"], ["GET"])] * 101, "MalformedXML", "The XML you provided was not well-formed"),
    ([rule(["https://*.*"], ["GET"])], "InvalidRequest",
     'AllowedOrigin "https://*.*" can not have more than one wildcard.'),
    ([rule(["*"], ["GET"], ExposeHeaders=["*"])], "InvalidRequest", 'ExposeHeader "*" contains wildcard.'),
], ids=["method", "no-method", "none", "101", "wildcards", "exposed"])
def test_rules_are_held_against_awss(s3, bucket, rules, code, message):
    configuration = {"CORSRules": rules}
    status, found, said = refused(s3.put_bucket_cors, Bucket=bucket, CORSConfiguration=configuration)
    assert (status, found) == (400, code) and said.startswith(message)


def test_a_preflight_is_answered_by_the_bucket(shared, s3, bucket):
    set_rules(s3, bucket, rule([APP], ["GET", "PUT"], AllowedHeaders=["x-amz-*", "Content-Type"],
                               ExposeHeaders=["ETag", "x-amz-id-2"], MaxAgeSeconds=3000), rule(["*"], ["HEAD"]))
    for path, host in [(f"/{bucket}/k", None), ("/k", f"{bucket}.s3.localhost.localstack.cloud:4566")]:
        status, headers, text = preflight(shared, path, APP, "PUT", "X-Amz-Date, content-type", host)
        assert (status, text) == (200, "")
        assert cors(headers) == [
            ("access-control-allow-origin", APP), ("access-control-allow-methods", "GET, PUT"),
            ("access-control-allow-headers", "x-amz-date, content-type"),
            ("access-control-expose-headers", "ETag, x-amz-id-2"), ("access-control-max-age", "3000"),
            ("access-control-allow-credentials", "true"), ("vary", VARY)]
        assert any(name.lower() == "x-amz-request-id" for name, _ in headers)
    status, headers, _ = preflight(shared, f"/{bucket}/k", "http://random:1234", "HEAD")
    assert status == 200 and cors(headers) == [
        ("access-control-allow-origin", "*"), ("access-control-allow-methods", "HEAD"), ("vary", VARY)]


@pytest.mark.parametrize("origin, method, names, path, kind", [
    ("https://other.example", "PUT", None, "/k", "OBJECT"),
    (APP, "DELETE", None, "/k", "OBJECT"),
    (APP, "PUT", "x-other", "/k", "OBJECT"),
    (APP, "DELETE", None, "", "BUCKET"),
    # Pages of this machine are told what they would hear from AWS.
    ("http://localhost:3000", "PUT", None, "/k", "OBJECT"),
], ids=["origin", "method", "header", "bucket", "local"])
def test_a_preflight_that_no_rule_fits_is_refused(shared, s3, bucket, origin, method, names, path, kind):
    set_rules(s3, bucket, rule([APP], ["GET", "PUT"], AllowedHeaders=["x-amz-*"]))
    status, headers, text = preflight(shared, f"/{bucket}{path}", origin, method, names)
    assert status == 403 and not cors(headers)
    for element in ["<Code>AccessForbidden</Code>", f"<Message>{NOT_ALLOWED}</Message>",
                    f"<Method>{method}</Method>", f"<ResourceType>{kind}</ResourceType>"]:
        assert element in text.replace("&apos;", "'"), text


def test_without_rules_a_page_from_elsewhere_is_told_so(shared, bucket):
    status, _, text = preflight(shared, f"/{bucket}/k", APP, "PUT")
    assert status == 403 and "CORSResponse: CORS is not enabled for this bucket." in text
    assert "<Method>PUT</Method><ResourceType>BUCKET</ResourceType>" in text
    status, _, text = preflight(shared, f"/no-{bucket}/k", APP, "PUT")
    assert status == 403 and "CORSResponse: Bucket not found" in text
    status, _, text = ask(shared, "OPTIONS", f"/{bucket}/k")
    assert status == 400 and "Insufficient information. Origin request header needed." in text
    # Pages of this machine are let in as before.
    status, headers, _ = preflight(shared, f"/{bucket}/k", "http://localhost:3000", "PUT", "x-any")
    assert status == 200 and ("access-control-allow-origin", "http://localhost:3000") in cors(headers)


def test_a_page_that_the_bucket_lets_in_is_served_and_others_are_not(shared, s3, bucket):
    set_rules(s3, bucket, rule([APP], ["GET", "PUT", "DELETE"], MaxAgeSeconds=60))
    told = [("access-control-allow-origin", APP), ("access-control-allow-methods", "GET, PUT, DELETE"),
            ("access-control-max-age", "60"), ("access-control-allow-credentials", "true"), ("vary", VARY)]

    def link(operation, key):
        url = s3.generate_presigned_url(operation, {"Bucket": bucket, "Key": key})
        return url.removeprefix(shared.url)

    page = {"Origin": APP, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
    status, headers, text = ask(shared, "PUT", link("put_object", "new"), page, "put")
    assert (status, cors(headers)) == (200, told), text
    status, headers, text = ask(shared, "GET", link("get_object", "new"), page)
    assert (status, text, cors(headers)) == (200, "put", told)
    # Errors may be read too.
    status, headers, text = ask(shared, "GET", link("get_object", "absent"), page)
    assert (status, cors(headers)) == (404, told), text
    for origin in ["https://other.example", "null", "http://app.example"]:
        status, headers, text = ask(shared, "GET", link("get_object", "k"), {**page, "Origin": origin})
        assert status == 403 and "--allow-origin" in text and not cors(headers)
    # A page of this machine is served, and its browser is told what AWS would tell it: nothing.
    status, headers, _ = ask(shared, "GET", link("get_object", "k"), {"Origin": "http://localhost:3000"})
    assert status == 200 and not cors(headers)


def test_who_signs_nothing_is_nobody_for_a_page_from_elsewhere(shared, s3, bucket):
    set_rules(s3, bucket, rule([APP], ["GET", "PUT"]))
    status, headers, text = ask(shared, "GET", f"/{bucket}/k", {"Origin": APP})
    assert status == 403 and "AccessDenied" in text
    assert ("access-control-allow-origin", APP) in cors(headers)
    s3.delete_public_access_block(Bucket=bucket)
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*"}]}))
    assert ask(shared, "GET", f"/{bucket}/k", {"Origin": APP})[::2] == (200, "content")
    assert ask(shared, "PUT", f"/{bucket}/k", {"Origin": APP}, "other")[0] == 403
    assert ask(shared, "GET", f"/{bucket}/k", {"Origin": "https://other.example"})[0] == 403


def test_a_page_stays_within_the_bucket_that_lets_it_in(shared, s3, bucket):
    """A bucket that is open to all pages opens no other bucket, no other service and no setting."""
    set_rules(s3, bucket, rule(["*"], ["GET", "PUT", "POST", "DELETE"], AllowedHeaders=["*"]))
    other = f"other-{bucket}"
    s3.create_bucket(Bucket=other)
    s3.put_object(Bucket=other, Key="secret", Body=b"secret")
    page = {"Origin": "https://evil.example", "Authorization":
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=0",
            "X-Amz-Date": "20260101T000000Z"}
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for method, path, headers, body in [
        ("GET", f"/{other}/secret", {}, None),
        ("PUT", f"/{bucket}/copy", {"x-amz-copy-source": f"/{other}/secret"}, ""),
        ("PUT", f"/{bucket}?policy", {}, "{}"),
        ("DELETE", f"/{bucket}", {}, None),
        ("POST", f"/{bucket}", form, "Action=ListRoles&Version=2010-05-08"),
        ("POST", f"/{bucket}", {"X-Amz-Target": "Kinesis_20131202.ListStreams",
                                "Content-Type": "application/x-amz-json-1.1"}, "{}"),
        ("GET", "/", {}, None),
        ("GET", "/_waterwheel/metrics", {}, None),
    ]:
        status, _, text = ask(shared, method, path, {**page, **headers}, body)
        assert status == 403 and "--allow-origin" in text, (method, path, status, text)
    assert ask(shared, "PUT", f"/{bucket}/own", page, "own")[0] == 200
