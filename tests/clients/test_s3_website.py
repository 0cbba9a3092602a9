"""Buckets as web sites: what a visitor sees at a website's name."""

import http.client
import json

import pytest
from conftest import Server, refused


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    """A bucket whose objects everybody may read, and in which everybody hears what is not there."""
    s3.create_bucket(Bucket=name)
    s3.delete_public_access_block(Bucket=name)
    everybody = {"Effect": "Allow", "Principal": "*"}
    statements = [
        {**everybody, "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{name}/*"},
        {**everybody, "Action": "s3:ListBucket", "Resource": f"arn:aws:s3:::{name}"},
        {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{name}/hidden*"},
    ]
    s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": statements}))
    return name


def site(s3, bucket, **configuration):
    configuration.setdefault("IndexDocument", {"Suffix": "index.html"})
    s3.put_bucket_website(Bucket=bucket, WebsiteConfiguration=configuration)


def put(s3, bucket, key, text, **options):
    s3.put_object(Bucket=bucket, Key=key, Body=text.encode(), **{"ContentType": "text/html", **options})


def visit(server, bucket, path, method="GET", host="s3-website.localhost", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": f"{bucket}.{host}:{server.port}", **headers})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize("host", [
    "s3-website.localhost", "s3-website.localhost.localstack.cloud", "s3-website-us-east-1.amazonaws.com",
    "s3-website.eu-central-1.amazonaws.com", "s3-website.us-east-1.localhost.localstack.cloud",
])
def test_a_site_is_shown_at_its_names(shared, s3, bucket, host):
    site(s3, bucket)
    put(s3, bucket, "index.html", "home")
    put(s3, bucket, "docs/index.html", "docs")
    put(s3, bucket, "docs/a b+c", "page", Metadata={"who": "me"})
    for path, text in [("/", "home"), ("/index.html", "home"), ("/docs/", "docs"), ("/docs/a%20b+c", "page")]:
        status, headers, shown = visit(shared, bucket, path, host=host)
        assert (status, shown, headers["content-type"]) == (200, text, "text/html"), path
        status, headers, shown = visit(shared, bucket, path, "HEAD", host=host)
        assert (status, shown, headers["content-length"]) == (200, "", str(len(text)))


def test_a_folder_without_its_slash_is_sent_there(shared, s3, bucket):
    site(s3, bucket)
    put(s3, bucket, "docs/my dir/index.html", "docs")
    status, headers, text = visit(shared, bucket, "/docs/my%20dir")
    assert (status, headers["location"]) == (302, "/docs/my%20dir/")
    assert "<li>Code: Found</li>" in text and headers["x-amz-error-code"] == "Found"


def test_conditions_and_ranges_are_about_the_page(shared, s3, bucket):
    site(s3, bucket)
    put(s3, bucket, "index.html", "0123456789")
    _, headers, _ = visit(shared, bucket, "/")
    assert visit(shared, bucket, "/", If_None_Match=headers["etag"])[0] == 304
    status, headers, text = visit(shared, bucket, "/", Range="bytes=2-4")
    assert (status, text, headers["content-range"]) == (206, "234", "bytes 2-4/10")
    status, headers, text = visit(shared, bucket, "/", If_Match='"other"')
    assert status == 412 and "<h1>412 Precondition Failed</h1>" in text


def test_errors_are_pages(shared, s3, bucket):
    site(s3, bucket)
    status, headers, text = visit(shared, bucket, "/absent")
    assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert headers["x-amz-error-code"] == "NoSuchKey" and headers["x-amz-error-detail-key"] == "absent"
    assert text.startswith(
        "<html>\n<head><title>404 Not Found</title></head>\n<body>\n<h1>404 Not Found</h1>\n<ul>\n<li>Code: NoSuchKey"
        "</li>\n<li>Message: The specified key does not exist.</li>\n<li>Key: absent</li>\n<li>RequestId: "), text
    status, _, text = visit(shared, bucket, "/hidden")
    assert status == 403 and "<li>Code: AccessDenied</li>" in text
    status, headers, text = visit(shared, bucket, "/x", "POST")
    assert status == 405 and "<li>Method: POST</li>" in text and "<li>Code: MethodNotAllowed</li>" in text
    assert visit(shared, bucket, "/absent", "HEAD")[::2] == (404, "")
    status, _, text = visit(shared, f"no-{bucket}", "/")
    assert status == 404 and f"<li>BucketName: no-{bucket}</li>" in text and "NoSuchBucket" in text
    s3.delete_bucket_website(Bucket=bucket)
    status, _, text = visit(shared, bucket, "/")
    assert status == 404 and "<li>Code: NoSuchWebsiteConfiguration</li>" in text


def test_an_error_document_tells_of_errors(shared, s3, bucket):
    site(s3, bucket, ErrorDocument={"Key": "error.html"})
    status, _, text = visit(shared, bucket, "/absent")
    assert status == 404 and "<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>" in text
    assert "<li>Key: error.html</li>" in text
    put(s3, bucket, "error.html", "sorry")
    assert visit(shared, bucket, "/absent")[::2] == (404, "sorry")
    assert visit(shared, bucket, "/hidden")[::2] == (403, "sorry")
    put(s3, bucket, "error.html", "", WebsiteRedirectLocation="https://status.example/")
    status, headers, _ = visit(shared, bucket, "/absent")
    assert (status, headers["location"]) == (301, "https://status.example/")


def test_everything_may_be_elsewhere(shared, s3, bucket):
    everything = {"HostName": "www.example.com", "Protocol": "https"}
    s3.put_bucket_website(Bucket=bucket, WebsiteConfiguration={"RedirectAllRequestsTo": everything})
    status, headers, text = visit(shared, bucket, "/a%20b/c?d=e")
    assert (status, headers["location"], text) == (301, "https://www.example.com/a%20b/c?d=e", "")
    assert s3.get_bucket_website(Bucket=bucket)["RedirectAllRequestsTo"] == everything


def test_rules_send_elsewhere(shared, s3, bucket):
    site(s3, bucket, RoutingRules=[
        {"Condition": {"KeyPrefixEquals": "docs/"}, "Redirect": {"ReplaceKeyPrefixWith": "documents/"}},
        {"Condition": {"KeyPrefixEquals": "img/", "HttpErrorCodeReturnedEquals": "404"},
         "Redirect": {"HostName": "img.example", "Protocol": "https", "HttpRedirectCode": "307"}},
        {"Condition": {"HttpErrorCodeReturnedEquals": "404"}, "Redirect": {"ReplaceKeyWith": "lost.html"}},
    ])
    put(s3, bucket, "img/here", "here")
    own = f"http://{bucket}.s3-website.localhost:{shared.port}"
    for path, status, to in [
        ("/docs/a", 301, f"{own}/documents/a"),
        ("/img/gone", 307, "https://img.example/img/gone"),
        ("/gone", 301, f"{own}/lost.html"),
    ]:
        found, headers, _ = visit(shared, bucket, path)
        assert (found, headers["location"]) == (status, to)
    assert visit(shared, bucket, "/img/here")[0] == 200
    assert visit(shared, bucket, "/hidden")[0] == 403


def test_an_object_may_redirect(shared, s3, bucket):
    site(s3, bucket)
    put(s3, bucket, "old", "old", WebsiteRedirectLocation="/new")
    assert s3.head_object(Bucket=bucket, Key="old")["WebsiteRedirectLocation"] == "/new"
    got = s3.get_object(Bucket=bucket, Key="old")
    assert (got["WebsiteRedirectLocation"], got["Body"].read()) == ("/new", b"old")
    status, headers, text = visit(shared, bucket, "/old")
    assert (status, headers["location"], text) == (301, "/new", "")
    s3.copy_object(Bucket=bucket, Key="copy", CopySource=f"{bucket}/old")
    assert "WebsiteRedirectLocation" not in s3.head_object(Bucket=bucket, Key="copy")
    upload = s3.create_multipart_upload(Bucket=bucket, Key="parts", WebsiteRedirectLocation="https://h.example/")
    which = {"Bucket": bucket, "Key": "parts", "UploadId": upload["UploadId"]}
    part = s3.upload_part(**which, PartNumber=1, Body=b"x")
    s3.complete_multipart_upload(**which, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]})
    assert s3.head_object(Bucket=bucket, Key="parts")["WebsiteRedirectLocation"] == "https://h.example/"
    found = refused(s3.put_object, Bucket=bucket, Key="x", WebsiteRedirectLocation="nowhere")
    assert found[:2] == (400, "InvalidRedirectLocation")


def test_a_site_shows_what_everybody_may_read_and_no_more(shared, s3, name):
    s3.create_bucket(Bucket=name)
    site(s3, name)
    put(s3, name, "index.html", "private")
    status, _, text = visit(shared, name, "/")
    assert status == 403 and "<li>Code: AccessDenied</li>" in text


@pytest.mark.parametrize("configuration, code, message", [
    ({}, "InvalidArgument", "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty"),
    ({"IndexDocument": {"Suffix": "a/b"}}, "InvalidArgument", "The IndexDocument Suffix is not well formed"),
    ({"IndexDocument": {"Suffix": "i"}, "RedirectAllRequestsTo": {"HostName": "h"}}, "InvalidArgument",
     "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules."),
    ({"RedirectAllRequestsTo": {"HostName": "h", "Protocol": "ftp"}}, "InvalidRequest",
     "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically."),
    ({"IndexDocument": {"Suffix": "i"}, "RoutingRules": [
        {"Redirect": {"ReplaceKeyWith": "a", "ReplaceKeyPrefixWith": "b"}}]}, "InvalidRequest",
     "You can only define ReplaceKeyPrefix or ReplaceKey but not both."),
], ids=["empty", "suffix", "both", "protocol", "keys"])
def test_a_configuration_is_held_against_awss_rules(s3, bucket, configuration, code, message):
    found = refused(s3.put_bucket_website, Bucket=bucket, WebsiteConfiguration=configuration)
    assert found == (400, code, message)


def test_a_site_answers_pages_as_its_bucket_does(shared, s3, bucket):
    site(s3, bucket)
    put(s3, bucket, "font", "font")
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": [
        {"AllowedOrigins": ["https://app.example"], "AllowedMethods": ["GET"]}]})
    status, headers, _ = visit(shared, bucket, "/font", Origin="https://app.example")
    assert (status, headers["access-control-allow-origin"]) == (200, "https://app.example")
    assert visit(shared, bucket, "/font", Origin="https://other.example")[0] == 403
    status, headers, _ = visit(
        shared, bucket, "/font", "OPTIONS", Origin="https://app.example", Access_Control_Request_Method="GET")
    assert (status, headers["access-control-allow-methods"]) == (200, "GET")


def test_a_bucket_is_shown_at_a_domain_of_its_own(tmp_path):
    server = Server(tmp_path, options=["--ephemeral", "--website-domain", "site.example"])
    try:
        s3 = server.client("s3")
        for bucket in ["site.example", "www.site.example"]:
            s3.create_bucket(Bucket=bucket)
            s3.delete_public_access_block(Bucket=bucket)
            referred = {"StringLike": {"aws:Referer": "http://friend.example/*"}}
            statement = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
                         "Resource": f"arn:aws:s3:::{bucket}/*", "Condition": referred}
            s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": statement}))
            site(s3, bucket)
            put(s3, bucket, "index.html", bucket)
        friend = {"Referer": "http://friend.example/page"}
        assert visit(server, "www", "/", host="site.example", **friend)[::2] == (200, "www.site.example")
        # A policy may ask where a visitor comes from.
        assert visit(server, "www", "/", host="site.example")[0] == 403
        assert visit(server, "www", "/", host="site.example", Referer="http://else.example/")[0] == 403
        assert visit(server, "missing", "/", host="site.example")[0] == 404
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        connection.request("GET", "/", headers={"Host": "site.example", **friend})
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (200, b"site.example")
        connection.request("GET", "/", headers={"Host": "elsewhere.example"})
        assert connection.getresponse().status == 403
        connection.close()
    finally:
        server.stop()
