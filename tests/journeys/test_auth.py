"""Signatures, checked by the server and made by botocore."""

import pytest
from conftest import Server, refused, wait_for

INVALID_TOKEN = "The security token included in the request is invalid."
KEY = {"access_key": "root-key", "secret": "root-secret"}


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    options = ["--ephemeral", "--auth", "verify", "--access-key-id", KEY["access_key"],
               "--secret-access-key", KEY["secret"]]
    server = Server(tmp_path_factory.mktemp("strict"), options=options)
    yield server
    server.stop()


def test_a_right_signature_is_let_in(strict):
    assert strict.client("sts", **KEY).get_caller_identity()["Account"] == "000000000000"
    assert strict.client("kinesis", **KEY).list_streams()["StreamNames"] == []
    s3 = strict.client("s3", **KEY)
    s3.create_bucket(Bucket="signed")
    for key in ["plain", "a b/ü+%&=?"]:
        s3.put_object(Bucket="signed", Key=key, Body=b"v" * 100_000)
        assert s3.get_object(Bucket="signed", Key=key)["Body"].read() == b"v" * 100_000
    assert strict.client("lambda", **KEY).list_functions()["Functions"] == []
    assert strict.client("iam", **KEY).list_roles()["Roles"] == []


@pytest.mark.parametrize("service, call", [
    ("sts", "get_caller_identity"), ("kinesis", "list_streams"), ("s3", "list_buckets"),
    ("lambda", "list_functions"), ("iam", "list_roles"), ("logs", "describe_log_groups"),
])
def test_a_wrong_secret_and_an_unknown_key_are_refused(strict, service, call):
    wrong = strict.client(service, access_key=KEY["access_key"], secret="guess")
    status, code, message = refused(getattr(wrong, call))
    json_service = service in ("kinesis", "lambda", "logs")
    # JSON services answer 400 where the model binds no status: Lambda's REST errors are 403.
    assert status == {"kinesis": 400, "logs": 400}.get(service, 403)
    assert code == ("InvalidSignatureException" if json_service else "SignatureDoesNotMatch")
    assert message.startswith("The request signature we calculated does not match the signature you provided.")
    status, code, message = refused(getattr(strict.client(service, access_key="nobody", secret="x"), call))
    assert status == {"kinesis": 400, "logs": 400}.get(service, 403)
    assert (code, message) == {
        "s3": ("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."),
        "sts": ("InvalidClientTokenId", INVALID_TOKEN), "iam": ("InvalidClientTokenId", INVALID_TOKEN),
    }.get(service, ("UnrecognizedClientException", INVALID_TOKEN))


def test_presigned_urls_are_checked(strict):
    import urllib.error
    import urllib.request
    s3 = strict.client("s3", **KEY)
    s3.create_bucket(Bucket="presigned")
    s3.put_object(Bucket="presigned", Key="k", Body=b"v")
    url = s3.generate_presigned_url("get_object", {"Bucket": "presigned", "Key": "k"})
    assert urllib.request.urlopen(url).read() == b"v"
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(url.replace("presigned/k", "presigned/j"))
    assert caught.value.code == 403 and b"<Code>SignatureDoesNotMatch</Code>" in caught.value.read()


def test_an_expired_presigned_url_is_refused(strict):
    import urllib.error
    import urllib.request
    s3 = strict.client("s3", **KEY)
    s3.create_bucket(Bucket="expiring")
    s3.put_object(Bucket="expiring", Key="k", Body=b"v")
    url = s3.generate_presigned_url("get_object", {"Bucket": "expiring", "Key": "k"}, ExpiresIn=1)

    def refusal():
        try:
            assert urllib.request.urlopen(url).read() == b"v"
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    status, answer = wait_for("the end of its second", refusal)
    assert status == 403
    assert b"<Code>AccessDenied</Code><Message>Request has expired</Message>" in answer, answer
