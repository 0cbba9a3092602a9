"""Signatures, checked by the server and made by botocore."""

import pytest
from conftest import Server

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
    with pytest.raises(Exception) as caught:
        getattr(wrong, call)()
    assert caught.value.response["Error"]["Code"] in ("SignatureDoesNotMatch", "InvalidSignatureException")
    unknown = strict.client(service, access_key="nobody", secret="x")
    with pytest.raises(Exception) as caught:
        getattr(unknown, call)()
    assert caught.value.response["Error"]["Code"] in (
        "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId")


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
    assert caught.value.code == 403
