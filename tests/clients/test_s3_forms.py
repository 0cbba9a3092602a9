"""Forms that browsers upload files with, presigned by boto3 or anybody's, and requests of signature version 2."""

import base64
import datetime
import hashlib
import hmac
import http.client
import json
import urllib.parse
from email.utils import formatdate

import pytest
from botocore.config import Config
from conftest import Server, refused

KEY = {"access_key": "root-key", "secret": "root-secret"}
VERSION_4 = Config(signature_version="s3v4")
FORM = "multipart/form-data; boundary=b-o-u-n-d"


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    options = ["--ephemeral", "--auth", "verify", "--access-key-id", KEY["access_key"],
               "--secret-access-key", KEY["secret"]]
    server = Server(tmp_path_factory.mktemp("strict"), options=options)
    yield server
    server.stop()


@pytest.fixture
def s3(strict):
    # Left to itself, boto3 presigns for this region by version 2.
    return strict.client("s3", **KEY, config=VERSION_4)


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


def form(fields, content=b"content", filename="f.txt", after=()):
    def part(head, body):
        return b"--b-o-u-n-d\r\nContent-Disposition: form-data; " + head.encode() + b"\r\n\r\n" + body + b"\r\n"

    parts = [part(f'name="{name}"', str(value).encode()) for name, value in fields.items()]
    if content is not None:
        parts.append(part(f'name="file"; filename="{filename}"\r\nContent-Type: text/x-own', content))
    parts += [part(f'name="{name}"', str(value).encode()) for name, value in after]
    return b"".join(parts) + b"--b-o-u-n-d--\r\n"


def ask(server, method, path, headers=(), body=None):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request(method, path, body=body, headers={"Host": f"localhost:{server.port}", **dict(headers)})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
    finally:
        connection.close()


def post(server, bucket, fields, *arguments, **options):
    headers = {"Content-Type": FORM, **options.pop("headers", {})}
    return ask(server, "POST", f"/{bucket}", headers, form(fields, *arguments, **options))


def presigned(s3, bucket, key, fields=None, conditions=(), expires=300):
    fields = fields or {}
    conditions = [{name: value} for name, value in fields.items()] + list(conditions)
    return s3.generate_presigned_post(bucket, key, fields, conditions, expires)["fields"]


def test_a_presigned_form_puts_its_file(strict, s3, bucket):
    own = {"Content-Type": "text/plain", "x-amz-meta-who": "me", "Cache-Control": "no-cache", "x-amz-storage-class":
           "STANDARD_IA", "tagging": "<Tagging><TagSet><Tag><Key>a</Key><Value>1 2</Value></Tag></TagSet></Tagging>"}
    status, headers, text = post(strict, bucket, presigned(s3, bucket, "dir/${filename}", own),
                                 filename=r"C:\tmp\ü.txt", after=[("submit", "Upload")])
    assert (status, text) == (204, ""), text
    digest = hashlib.md5(b"content").hexdigest()
    assert headers["etag"] == f'"{digest}"'
    assert headers["location"] == f"http://localhost:{strict.port}/{bucket}/dir/%C3%BC.txt"
    got = s3.get_object(Bucket=bucket, Key="dir/ü.txt")
    assert got["Body"].read() == b"content"
    assert (got["ContentType"], got["CacheControl"], got["StorageClass"]) == ("text/plain", "no-cache", "STANDARD_IA")
    assert got["Metadata"] == {"who": "me"}
    assert s3.get_object_tagging(Bucket=bucket, Key="dir/ü.txt")["TagSet"] == [{"Key": "a", "Value": "1 2"}]


def test_version_2_signs_forms_too(strict, bucket):
    s3 = strict.client("s3", config=Config(signature_version="s3"), **KEY)
    fields = presigned(s3, bucket, "k")
    assert "AWSAccessKeyId" in fields
    assert post(strict, bucket, fields)[0] == 204
    fields["signature"] = "AAAA"
    status, _, text = post(strict, bucket, fields)
    assert status == 403 and "<Code>SignatureDoesNotMatch</Code>" in text


@pytest.mark.parametrize("status", ["200", "201", "204", "404"])
def test_the_form_says_how_it_is_answered(strict, s3, bucket, status):
    fields = presigned(s3, bucket, "a b", {"success_action_status": status})
    found, headers, text = post(strict, bucket, fields)
    assert found == (int(status) if status != "404" else 204)
    if status == "201":
        place = f"http://localhost:{strict.port}/{bucket}/a%20b"
        assert f"<PostResponse><Location>{place}</Location><Bucket>{bucket}</Bucket><Key>a b</Key><ETag>" in text
        assert headers["content-type"] == "application/xml"


def test_the_form_says_where_its_browser_goes_next(strict, s3, bucket):
    fields = presigned(s3, bucket, "a b", {"success_action_redirect": "http://localhost:1/done?x=1"})
    status, headers, _ = post(strict, bucket, fields)
    to = urllib.parse.urlsplit(headers["location"])
    assert status == 303 and to.path == "/done"
    assert urllib.parse.parse_qs(to.query) == {
        "x": ["1"], "bucket": [bucket], "key": ["a b"], "etag": [headers["etag"]]}


@pytest.mark.parametrize("fields, conditions, change, message", [
    ({"acl": "private"}, [], {"acl": "public-read"}, 'Policy Condition failed: ["eq", "$acl", "private"]'),
    ({}, [["eq", "acl", "x"]], {}, 'Policy Condition failed: ["eq", "acl", "x"]'),
    ({}, [["starts-with", "$key", "up/"]], {}, 'Policy Condition failed: ["starts-with", "$key", "up/"]'),
    ({}, [], {"Content-Type": "text/plain"}, "Extra input fields: content-type"),
    ({}, [], {"x-amz-checksum-sha1": "s"}, "Extra input fields: x-amz-checksum-sha1"),
], ids=["eq", "no-dollar", "starts-with", "extra", "checksum"])
def test_a_form_is_held_against_its_policy(strict, s3, bucket, fields, conditions, change, message):
    status, _, text = post(strict, bucket, {**presigned(s3, bucket, "k", fields, conditions), **change})
    said = text.replace("&quot;", '"')
    assert status == 403 and f"<Code>AccessDenied</Code><Message>Invalid according to Policy: {message}</Message>" in said
    assert refused(s3.head_object, Bucket=bucket, Key="k")[0] == 404


def test_a_policy_ends_and_must_be_the_one_that_was_signed(strict, s3, bucket):
    fields = presigned(s3, bucket, "k", expires=-10)
    status, _, text = post(strict, bucket, fields)
    assert status == 403 and "Invalid according to Policy: Policy expired." in text
    fields = presigned(s3, bucket, "k")
    other = base64.b64encode(json.dumps({"expiration": "2099-01-01T00:00:00Z", "conditions": []}).encode()).decode()
    status, _, text = post(strict, bucket, {**fields, "policy": other})
    assert status == 403 and "<Code>SignatureDoesNotMatch</Code>" in text
    for name in ["x-amz-credential", "x-amz-date", "x-amz-algorithm"]:
        less = {own: value for own, value in fields.items() if own != name}
        status, _, text = post(strict, bucket, less)
        argument = {"x-amz-credential": "X-Amz-Credential", "x-amz-date": "X-Amz-Date",
                    "x-amz-algorithm": "X-Amz-Algorithm"}[name]
        assert status == 400 and f"<ArgumentName>{argument}</ArgumentName>" in text, text
    assert post(strict, bucket, {"key": "k"})[0] == 403
    unsigned = {"key": "k", "policy": other}
    assert post(strict, bucket, unsigned)[0] == 403


def test_a_file_has_the_length_that_the_policy_wants(strict, s3, bucket):
    fields = presigned(s3, bucket, "k", conditions=[["content-length-range", 5, 100_000]])
    status, _, text = post(strict, bucket, fields, b"1234")
    assert status == 400 and "<Code>EntityTooSmall</Code>" in text
    assert "<ProposedSize>4</ProposedSize><MinSizeAllowed>5</MinSizeAllowed>" in text
    for size in (100_001, 1_000_000):
        status, _, text = post(strict, bucket, fields, b"x" * size)
        assert status == 400 and "<Code>EntityTooLarge</Code>" in text
        assert f"<ProposedSize>{size}</ProposedSize><MaxSizeAllowed>100000</MaxSizeAllowed>" in text
    assert post(strict, bucket, fields, b"\r\n--b-o-u-n" * 9_000)[0] == 204
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == b"\r\n--b-o-u-n" * 9_000


def test_a_checksum_in_the_form_is_compared(strict, s3, bucket):
    right = base64.b64encode(hashlib.sha256(b"content").digest()).decode()
    fields = presigned(s3, bucket, "k", {"x-amz-checksum-sha256": right})
    assert post(strict, bucket, fields, b"other")[0] == 400
    status, headers, _ = post(strict, bucket, fields)
    assert (status, headers["x-amz-checksum-sha256"]) == (204, right)


@pytest.mark.parametrize("body, code", [
    (form({"key": "k"}, None), "InvalidArgument"),
    (form({}), "InvalidArgument"),
    (b"--b-o-u-n-d\r\n", "MalformedPOSTRequest"),
    (b"", "MalformedPOSTRequest"),
    (form({"key": "k", "x-ignore-a": "x" * 30_000}), "MaxPostPreDataLengthExceeded"),
    (form({"key": "k", "policy": "%%%"}), "InvalidPolicyDocument"),
], ids=["no-file", "no-key", "open", "empty", "long", "policy"])
def test_what_is_no_form_is_refused(shared, name, body, code):
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    status, _, text = ask(shared, "POST", f"/{name}", {"Content-Type": FORM}, body)
    assert status == 400 and f"<Code>{code}</Code>" in text, text
    assert "Contents" not in s3.list_objects_v2(Bucket=name)


def test_a_file_that_is_cut_and_a_key_that_is_too_long_are_refused(strict, s3, bucket):
    body = form(presigned(s3, bucket, "k"))[:-20]
    status, _, text = ask(strict, "POST", f"/{bucket}", {"Content-Type": FORM}, body)
    assert status == 400 and "<Code>MalformedPOSTRequest</Code>" in text
    status, _, text = post(strict, bucket, presigned(s3, bucket, "k" * 1025))
    assert status == 400 and "<Code>KeyTooLongError</Code>" in text
    assert "Contents" not in s3.list_objects_v2(Bucket=bucket)


def test_a_post_that_is_no_form_is_told_so(shared, name):
    shared.client("s3").create_bucket(Bucket=name)
    status, _, text = ask(shared, "POST", f"/{name}", {"Content-Type": "text/plain"}, b"x")
    assert status == 412 and "Bucket POST must be of the enclosure-type multipart/form-data" in text


def test_pages_send_forms_where_the_bucket_lets_them(shared, name):
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    page = {"Origin": "https://app.example", "Sec-Fetch-Site": "cross-site"}
    fields = presigned(s3, name, "k")
    assert post(shared, name, fields, headers=page)[0] == 403
    s3.put_bucket_cors(Bucket=name, CORSConfiguration={"CORSRules": [
        {"AllowedOrigins": ["https://app.example"], "AllowedMethods": ["POST"]}]})
    status, headers, _ = post(shared, name, fields, headers=page)
    assert (status, headers["access-control-allow-origin"]) == (204, "https://app.example")
    # Without a signature it is nobody's.
    assert post(shared, name, {"key": "open"}, headers=page)[0] == 403
    s3.delete_public_access_block(Bucket=name)
    s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::{name}/open"}]}))
    assert post(shared, name, {"key": "open"}, headers=page)[0] == 204
    assert post(shared, name, {"key": "shut"}, headers=page)[0] == 403


def test_policies_ask_where_a_form_comes_from_and_how_it_is_signed(strict, s3, bucket):
    s3.delete_public_access_block(Bucket=bucket)
    objects = f"arn:aws:s3:::{bucket}/*"
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": objects, "Condition": {
            "StringLike": {"aws:Referer": "http://friend.example/*"}, "IpAddress": {"aws:SourceIp": "127.0.0.0/8"},
            "Bool": {"aws:SecureTransport": "true"}}},
        {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::{bucket}/api/*",
         "Condition": {"StringEquals": {"s3:authType": "POST"}}}]}))
    page = {"Origin": "http://friend.example"}
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": [
        {"AllowedOrigins": [page["Origin"]], "AllowedMethods": ["POST"]}]})
    assert post(strict, bucket, {"key": "k"}, headers={**page, "Referer": "http://friend.example/page"})[0] == 204
    assert post(strict, bucket, {"key": "k"}, headers=page)[0] == 403
    assert post(strict, bucket, {"key": "k"}, headers={**page, "Referer": "http://else.example/"})[0] == 403
    assert post(strict, bucket, presigned(s3, bucket, "api/k"))[0] == 403
    assert post(strict, bucket, presigned(s3, bucket, "k"))[0] == 204
    s3.put_object(Bucket=bucket, Key="api/k", Body=b"x")


@pytest.mark.parametrize("origin", ["https://app.example", "null"])
def test_a_form_that_is_proven_comes_from_any_page(strict, s3, bucket, origin):
    page = {"Origin": origin, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document",
            "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0"}
    status, headers, _ = post(strict, bucket, presigned(s3, bucket, "k"), headers=page)
    assert status == 204 and "access-control-allow-origin" not in headers
    forged = presigned(strict.client("s3", KEY["access_key"], secret="guessed", config=VERSION_4), bucket, "forged")
    for fields, code in [
        (forged, "SignatureDoesNotMatch"), ({**presigned(s3, bucket, "k"), "key": "other"}, "AccessDenied"),
        ({"key": "unsigned"}, "AccessDenied"), ({"key": "unsigned", "policy": forged["policy"]}, "AccessDenied"),
    ]:
        status, _, text = post(strict, bucket, fields, headers=page)
        assert status == 403 and code in text, text
    # What is no such form stays refused, whoever signed it.
    address = s3.generate_presigned_url("put_object", {"Bucket": bucket, "Key": "put"}).removeprefix(strict.url)
    for method, path in [("PUT", address), ("POST", f"/{bucket}?delete"), ("OPTIONS", f"/{bucket}")]:
        status, _, text = ask(strict, method, path, {**page, "Access-Control-Request-Method": "POST"}, b"x")
        assert status == 403, text
    assert [it["Key"] for it in s3.list_objects_v2(Bucket=bucket)["Contents"]] == ["k"]
    s3.delete_public_access_block(Bucket=bucket)
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::{bucket}/open"}]}))
    assert post(strict, bucket, {"key": "open"}, headers=page)[0] == 204
    assert post(strict, bucket, {"key": "shut"}, headers=page)[0] == 403


def test_a_long_file_is_never_held_in_memory(shared, name):
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    content = bytes(range(256)) * (64 * 1024 * 1024 // 256)
    assert post(shared, name, presigned(s3, name, "long"), content)[0] == 204
    assert s3.head_object(Bucket=name, Key="long")["ContentLength"] == len(content)
    got = s3.get_object(Bucket=name, Key="long")["Body"].read()
    assert hashlib.sha256(got).digest() == hashlib.sha256(content).digest()


def version_2(strict, method, bucket, key, date, secret=KEY["secret"], kind=""):
    text = f"{method}\n\n{kind}\n{date}\n/{bucket}/{key}"
    signature = base64.b64encode(hmac.new(secret.encode(), text.encode(), hashlib.sha1).digest()).decode()
    return {"Authorization": f"AWS {KEY['access_key']}:{signature}", "Date": date}


def test_version_2_is_proven_in_the_header(strict, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"content")
    client = strict.client("s3", config=Config(signature_version="s3"), **KEY)
    assert client.get_object(Bucket=bucket, Key="k")["Body"].read() == b"content"
    client.put_object(Bucket=bucket, Key="v2", Body=b"two", Metadata={"a": "1"})
    assert client.head_object(Bucket=bucket, Key="v2")["Metadata"] == {"a": "1"}
    now = formatdate(usegmt=True)
    assert ask(strict, "GET", f"/{bucket}/k", version_2(strict, "GET", bucket, "k", now))[::2] == (200, "content")
    status, _, text = ask(strict, "GET", f"/{bucket}/k", version_2(strict, "GET", bucket, "k", now, "guess"))
    assert status == 403 and "<Code>SignatureDoesNotMatch</Code>" in text
    old = formatdate(0, usegmt=True)
    status, _, text = ask(strict, "GET", f"/{bucket}/k", version_2(strict, "GET", bucket, "k", old))
    assert status == 403 and "<Code>RequestTimeTooSkewed</Code>" in text
    status, _, text = ask(strict, "GET", f"/{bucket}/k", {"Authorization": "AWS nothing", "Date": now})
    assert status == 400 and "Expected AwsAccessKeyId:signature" in text


def test_version_2_in_the_query_ends_and_needs_its_parameters(strict, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"content")
    client = strict.client("s3", config=Config(signature_version="s3"), **KEY)
    link = client.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "k"})
    path = link.removeprefix(strict.url)
    assert "Signature=" in path and ask(strict, "GET", path)[::2] == (200, "content")
    parts = urllib.parse.urlsplit(path)
    query = dict(urllib.parse.parse_qsl(parts.query))
    status, _, text = ask(strict, "GET", f"{parts.path}?{urllib.parse.urlencode({**query, 'Expires': '1700000000'})}")
    assert status == 403 and "<Message>Request has expired</Message>" in text
    assert "<Expires>2023-11-14T22:13:20Z</Expires><ServerTime>" in text
    for name in query:
        less = {own: value for own, value in query.items() if own != name}
        if len(less) == 2 and name == "Expires" or name in ("Signature", "AWSAccessKeyId"):
            status, _, text = ask(strict, "GET", f"{parts.path}?{urllib.parse.urlencode(less)}")
            assert status == 403 and "requires the Signature, Expires and AWSAccessKeyId parameters" in text


def signed_by_hand(strict, bucket, key, method, extra):
    """A presigned URL with parameters that botocore would not write there, as other SDKs do."""
    now = datetime.datetime.now(datetime.timezone.utc)
    date, stamp = now.strftime("%Y%m%d"), now.strftime("%Y%m%dT%H%M%SZ")
    scope = f"{date}/us-east-1/s3/aws4_request"
    query = {"X-Amz-Algorithm": "AWS4-HMAC-SHA256", "X-Amz-Credential": f"{KEY['access_key']}/{scope}",
             "X-Amz-Date": stamp, "X-Amz-Expires": "60", "X-Amz-SignedHeaders": "host", **extra}
    text = "&".join(f"{urllib.parse.quote(name, safe='')}={urllib.parse.quote(value, safe='')}"
                    for name, value in sorted(query.items()))
    host = f"localhost:{strict.port}"
    canonical = f"{method}\n/{bucket}/{key}\n{text}\nhost:{host}\n\nhost\nUNSIGNED-PAYLOAD"
    to_sign = f"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    secret = ("AWS4" + KEY["secret"]).encode()
    for part in [date, "us-east-1", "s3", "aws4_request"]:
        secret = hmac.new(secret, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(secret, to_sign.encode(), hashlib.sha256).hexdigest()
    return f"/{bucket}/{key}?{text}&X-Amz-Signature={signature}"


def test_parameters_of_a_presigned_url_are_headers(strict, s3, bucket):
    link = signed_by_hand(strict, bucket, "k", "PUT", {
        "x-amz-meta-who": "me & you", "x-amz-tagging": "a=1", "x-amz-checksum-crc32": "AAAAAA==",
        "x-amz-sdk-checksum-algorithm": "CRC32"})
    status, headers, text = ask(strict, "PUT", link, body=b"content")
    assert status == 200, text
    assert "x-amz-checksum-crc32" not in headers
    assert s3.head_object(Bucket=bucket, Key="k")["Metadata"] == {"who": "me & you"}
    assert s3.get_object_tagging(Bucket=bucket, Key="k")["TagSet"] == [{"Key": "a", "Value": "1"}]
    changed = link.replace("me%20%26%20you", "somebody")
    assert ask(strict, "PUT", changed, body=b"content")[0] == 403


def test_presigned_conditions_act(strict, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"content")
    link = s3.generate_presigned_url("put_object", {"Bucket": bucket, "Key": "k", "IfNoneMatch": "*"})
    path = link.removeprefix(strict.url)
    assert ask(strict, "PUT", path, {"If-None-Match": "*"}, b"other")[0] == 412
    assert ask(strict, "PUT", path, body=b"other")[0] == 403


def test_headers_of_an_answer_are_replaced_for_who_has_signed(strict, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"content")

    def link(**more):
        url = s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "k", **more})
        return url.removeprefix(strict.url)

    _, headers, _ = ask(strict, "GET", link(ResponseContentType="a/b", ResponseContentDisposition="attachment"))
    assert (headers["content-type"], headers["content-disposition"]) == ("a/b", "attachment")
    status, _, text = ask(strict, "GET", link(ResponseContentDisposition='attachment; filename="€"'))
    assert status == 400 and "Header value cannot be represented using ISO-8859-1." in text
    assert "<ArgumentName>response-content-disposition</ArgumentName>" in text
    status, _, text = ask(strict, "GET", f"/{bucket}/k?response-content-type=a")
    assert status == 400 and "cannot be used for anonymous GET requests" in text


@pytest.mark.parametrize("change, message", [
    ({"X-Amz-Expires": "604801"}, "X-Amz-Expires must be less than a week (in seconds); that is, the given"),
    ({"X-Amz-Expires": "-1"}, "X-Amz-Expires must be non-negative"),
    ({"X-Amz-Expires": "x"}, "X-Amz-Expires should be a number"),
    ({"X-Amz-Date": "yesterday"}, "X-Amz-Date must be in the ISO8601 Long Format"),
    ({"X-Amz-Credential": "a/b"}, "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed;"),
    ({"X-Amz-Expires": None}, "Query-string authentication version 4 requires the X-Amz-Algorithm,"),
], ids=["week", "negative", "number", "date", "credential", "missing"])
def test_what_is_wrong_with_a_presigned_url_is_told(strict, s3, bucket, change, message):
    url = s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "k"})
    parts = urllib.parse.urlsplit(url.removeprefix(strict.url))
    query = {**dict(urllib.parse.parse_qsl(parts.query)), **change}
    query = {name: value for name, value in query.items() if value is not None}
    status, _, text = ask(strict, "GET", f"{parts.path}?{urllib.parse.urlencode(query)}")
    assert status == 400 and "<Code>AuthorizationQueryParametersError</Code>" in text and message in text


@pytest.mark.parametrize("key", ["a//b", "//", "../x", "a/../b", "dir/", "a\x00b", "é" * 512, " ", "a+b %25?#&="])
def test_keys_are_only_names(shared, name, key):
    s3 = shared.client("s3", config=Config(s3={"addressing_style": "path"}))
    dotted = f"a.b.{name}"[:63].rstrip("-.")
    s3.create_bucket(Bucket=dotted)
    s3.put_object(Bucket=dotted, Key=key, Body=key.encode())
    assert s3.get_object(Bucket=dotted, Key=key)["Body"].read() == key.encode()
    quoted = urllib.parse.quote(key, safe="/")
    query = urllib.parse.urlsplit(s3.generate_presigned_url("get_object", {"Bucket": dotted, "Key": "k"})).query
    for host in [f"{dotted}.s3.localhost.localstack.cloud", f"{dotted}.s3.us-east-1.amazonaws.com",
                 f"{dotted}.localhost"]:
        status, _, text = ask(shared, "GET", f"/{quoted}?{query}", {"Host": f"{host}:{shared.port}"})
        assert (status, text) == (200, key), host
    listed = s3.list_objects_v2(Bucket=dotted)["Contents"]
    assert [it["Key"] for it in listed] == [key]
