"""Server-side encryption of S3 with boto3: S3's own keys, keys of KMS, customers' own keys."""

import base64
import hashlib
import io
import json

import pytest
from boto3.s3.transfer import TransferConfig
from conftest import ACCOUNT, REGION, Server, refused

KEY = bytes(range(32))
OTHER = bytes(range(1, 33))
MIB = 1 << 20
CUSTOMER = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": KEY}
SOURCE = {"CopySourceSSECustomerAlgorithm": "AES256", "CopySourceSSECustomerKey": KEY}
STORED = (
    "The object was stored using a form of Server Side Encryption. The correct parameters must be "
    "provided to retrieve the object."
)


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def kms(shared):
    return shared.client("kms")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


def encrypt(s3, bucket, algorithm="AES256", key=None, bucket_key=None, blocked=None):
    default = {"SSEAlgorithm": algorithm} | ({"KMSMasterKeyID": key} if key else {})
    rule = {"ApplyServerSideEncryptionByDefault": default}
    if bucket_key is not None:
        rule["BucketKeyEnabled"] = bucket_key
    if blocked:
        rule["BlockedEncryptionTypes"] = {"EncryptionType": [blocked]}
    s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": [rule]})


@pytest.fixture
def open_bucket(s3, bucket):
    """A bucket that takes customers' keys."""
    encrypt(s3, bucket, blocked="NONE")
    return bucket


def read(s3, bucket, key="k", **options):
    return s3.get_object(Bucket=bucket, Key=key, **options)["Body"].read()


def test_every_answer_says_how_an_object_is_encrypted(s3, bucket):
    put = s3.put_object(Bucket=bucket, Key="k", Body=b"text")
    assert (put["ServerSideEncryption"], put["ETag"]) == ("AES256", f'"{hashlib.md5(b"text").hexdigest()}"')
    assert s3.head_object(Bucket=bucket, Key="k")["ServerSideEncryption"] == "AES256"
    asked = s3.put_object(Bucket=bucket, Key="k", Body=b"text", ServerSideEncryption="AES256")
    assert asked["ServerSideEncryption"] == "AES256"
    rule = s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"][0]
    assert rule["BlockedEncryptionTypes"]["EncryptionType"] == ["SSE-C"]
    error = refused(s3.put_object, Bucket=bucket, Key="k", ServerSideEncryption="aes")
    assert error[:2] == (400, "InvalidArgument")


def test_a_key_of_kms_encrypts_and_must_be_there_to_read(s3, kms, bucket):
    key = kms.create_key()["KeyMetadata"]
    context = base64.b64encode(json.dumps({"a": "b"}).encode()).decode()
    put = s3.put_object(
        Bucket=bucket, Key="k", Body=b"text", ServerSideEncryption="aws:kms", SSEKMSKeyId=key["KeyId"],
        SSEKMSEncryptionContext=context,
    )
    assert (put["ServerSideEncryption"], put["SSEKMSKeyId"]) == ("aws:kms", key["Arn"])
    assert put["ETag"] != f'"{hashlib.md5(b"text").hexdigest()}"'
    found = s3.get_object(Bucket=bucket, Key="k")
    assert (found["Body"].read(), found["SSEKMSKeyId"], found["ETag"]) == (b"text", key["Arn"], put["ETag"])
    kms.disable_key(KeyId=key["KeyId"])
    assert refused(s3.get_object, Bucket=bucket, Key="k") == (400, "KMS.DisabledException", f"{key['Arn']} is disabled.")
    assert s3.head_object(Bucket=bucket, Key="k")["SSEKMSKeyId"] == key["Arn"]
    kms.schedule_key_deletion(KeyId=key["KeyId"], PendingWindowInDays=7)
    pending = (400, "KMS.KMSInvalidStateException", f"{key['Arn']} is pending deletion.")
    assert refused(s3.get_object, Bucket=bucket, Key="k") == pending
    again = {"Bucket": bucket, "Key": "l", "ServerSideEncryption": "aws:kms"}
    assert refused(s3.put_object, SSEKMSKeyId=key["Arn"], **again) == pending
    assert refused(s3.put_object, SSEKMSKeyId="fake", **again) == (400, "KMS.NotFoundException", "Invalid keyId 'fake'")
    missing = "1234abcd-12ab-34cd-56ef-1234567890ab"
    arn = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{missing}"
    for call, more in [
        (s3.put_object, {}), (s3.create_multipart_upload, {}), (s3.copy_object, {"CopySource": f"{bucket}/plain"}),
    ]:
        s3.put_object(Bucket=bucket, Key="plain", Body=b"x")
        error = refused(call, SSEKMSKeyId=missing, **again, **more)
        assert error == (400, "KMS.NotFoundException", f"Key '{arn}' does not exist")
    s3.delete_object(Bucket=bucket, Key="k")


def test_s3_has_a_key_of_its_own_in_kms(s3, kms, bucket):
    put = s3.put_object(Bucket=bucket, Key="k", Body=b"text", ServerSideEncryption="aws:kms")
    own = kms.describe_key(KeyId="alias/aws/s3")["KeyMetadata"]
    assert put["SSEKMSKeyId"] == own["Arn"]
    assert own["Description"] == "Default key that protects my S3 objects when no other key is defined"
    assert read(s3, bucket) == b"text"
    dual = s3.put_object(Bucket=bucket, Key="k", Body=b"text", ServerSideEncryption="aws:kms:dsse")
    assert dual["ServerSideEncryption"] == "aws:kms:dsse"
    assert read(s3, bucket) == b"text"
    error = refused(s3.put_object, Bucket=bucket, Key="k", SSEKMSKeyId=own["Arn"])
    assert error[:2] == (400, "InvalidArgument") and "requires HTTP header" in error[2]


def test_who_may_not_use_the_key_reads_nothing(s3, kms, bucket):
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    s3.put_object(Bucket=bucket, Key="k", Body=b"text", ServerSideEncryption="aws:kms", SSEKMSKeyId=key)
    policy = json.loads(kms.get_key_policy(KeyId=key)["Policy"])
    policy["Statement"].append({
        "Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*",
        "Condition": {"StringEquals": {"kms:ViaService": f"s3.{REGION}.amazonaws.com"}},
    })
    kms.put_key_policy(KeyId=key, Policy=json.dumps(policy))
    assert refused(s3.get_object, Bucket=bucket, Key="k")[:2] == (403, "AccessDenied")


def test_a_bucket_encrypts_by_the_key_that_it_is_set_to(s3, kms, bucket):
    key = kms.create_key()["KeyMetadata"]
    encrypt(s3, bucket, "aws:kms", key["KeyId"], bucket_key=True)
    rule = s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"][0]
    assert rule == {
        "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key["KeyId"]},
        "BucketKeyEnabled": True,
        "BlockedEncryptionTypes": {"EncryptionType": ["SSE-C"]},
    }
    put = s3.put_object(Bucket=bucket, Key="k", Body=b"text")
    assert (put["SSEKMSKeyId"], put["BucketKeyEnabled"]) == (key["Arn"], True)
    assert "BucketKeyEnabled" not in s3.put_object(Bucket=bucket, Key="l", Body=b"x", BucketKeyEnabled=False)
    body = io.BytesIO(b"x" * (6 * MIB))
    s3.upload_fileobj(body, bucket, "m", Config=TransferConfig(multipart_threshold=5 * MIB, multipart_chunksize=5 * MIB))
    head = s3.head_object(Bucket=bucket, Key="m")
    assert (head["SSEKMSKeyId"], head["BucketKeyEnabled"]) == (key["Arn"], True)
    assert len(read(s3, bucket, "m")) == 6 * MIB
    s3.delete_bucket_encryption(Bucket=bucket)
    assert s3.put_object(Bucket=bucket, Key="k", Body=b"text")["ServerSideEncryption"] == "AES256"
    assert read(s3, bucket, "l") == b"x"


def test_a_bucket_refuses_customers_keys_until_it_is_told_to_take_them(s3, bucket):
    caller = f"arn:aws:iam::{ACCOUNT}:root"
    error = refused(s3.put_object, Bucket=bucket, Key="k", Body=b"text", **CUSTOMER)
    assert error == (
        403,
        "AccessDenied",
        f'User: {caller} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::{bucket}/k" '
        "because this bucket has blocked upload requests that specify Server Side Encryption with Customer "
        "provided keys (SSE-C). Please specify a different server-side encryption type",
    )
    assert refused(s3.create_multipart_upload, Bucket=bucket, Key="k", **CUSTOMER)[0] == 403
    encrypt(s3, bucket, blocked="NONE")
    s3.put_object(Bucket=bucket, Key="k", Body=b"text", **CUSTOMER)
    encrypt(s3, bucket, blocked="SSE-C")
    assert refused(s3.put_object, Bucket=bucket, Key="k", Body=b"text", **CUSTOMER)[0] == 403
    assert read(s3, bucket, **CUSTOMER) == b"text"


def test_an_object_is_read_with_its_customers_key_alone(s3, open_bucket):
    put = s3.put_object(Bucket=open_bucket, Key="k", Body=b"text", **CUSTOMER)
    assert "ServerSideEncryption" not in put
    assert put["SSECustomerKeyMD5"] == base64.b64encode(hashlib.md5(KEY).digest()).decode()
    assert put["ETag"] != f'"{hashlib.md5(b"text").hexdigest()}"'
    found = s3.get_object(Bucket=open_bucket, Key="k", **CUSTOMER)
    assert (found["Body"].read(), found["SSECustomerAlgorithm"]) == (b"text", "AES256")
    assert s3.head_object(Bucket=open_bucket, Key="k", **CUSTOMER)["ETag"] == put["ETag"]
    of = {"Bucket": open_bucket, "Key": "k"}
    assert refused(s3.get_object, **of) == (400, "InvalidRequest", STORED)
    assert refused(s3.head_object, **of)[0] == 400
    assert refused(s3.get_object_attributes, ObjectAttributes=["ETag"], **of) == (400, "InvalidRequest", STORED)
    wrong = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": OTHER}
    error = refused(s3.get_object, **of, **wrong)
    assert error == (
        403,
        "AccessDenied",
        "Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.",
    )
    # botocore does not encode this one.
    told = {
        "SSECustomerAlgorithm": "AES256",
        "SSECustomerKey": base64.b64encode(KEY).decode(),
        "SSECustomerKeyMD5": put["SSECustomerKeyMD5"],
    }
    assert s3.get_object_attributes(ObjectAttributes=["ObjectSize"], **of, **told)["ObjectSize"] == 4
    s3.put_object(Bucket=open_bucket, Key="plain", Body=b"x")
    error = refused(s3.get_object, Bucket=open_bucket, Key="plain", **CUSTOMER)
    assert error == (400, "InvalidRequest", "The encryption parameters are not applicable to this object.")
    error = refused(s3.put_object, **of, ServerSideEncryption="AES256", **CUSTOMER)
    assert error[:2] == (400, "InvalidArgument")
    error = refused(s3.put_object, **of, **{**told, "SSECustomerKeyMD5": "AAAAAAAAAAAAAAAAAAAAAA=="})
    assert error[2] == "The calculated MD5 hash of the key did not match the hash that was provided."
    error = refused(s3.put_object, **of, SSECustomerAlgorithm="AES256", SSECustomerKey=b"short")
    assert error[2] == "The secret key was invalid for the specified algorithm."
    error = refused(s3.put_object, **of, SSECustomerAlgorithm="AES", SSECustomerKey=KEY)
    assert error[1] == "InvalidEncryptionAlgorithmError"


def test_copies_go_from_one_customers_key_to_another(s3, open_bucket):
    s3.put_object(Bucket=open_bucket, Key="k", Body=b"text", **CUSTOMER)
    of = {"Bucket": open_bucket, "Key": "copy", "CopySource": f"{open_bucket}/k"}
    assert refused(s3.copy_object, **of) == (400, "InvalidRequest", STORED)
    copied = s3.copy_object(**of, **SOURCE)
    assert copied["ServerSideEncryption"] == "AES256"
    assert copied["CopyObjectResult"]["ETag"] == f'"{hashlib.md5(b"text").hexdigest()}"'
    assert read(s3, open_bucket, "copy") == b"text"
    other = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": OTHER}
    s3.copy_object(**of, **SOURCE, **other)
    assert read(s3, open_bucket, "copy", **other) == b"text"


def test_uploads_with_customers_keys(s3, open_bucket):
    config = TransferConfig(multipart_threshold=5 * MIB, multipart_chunksize=5 * MIB)
    body = bytes(7) * MIB
    s3.upload_fileobj(io.BytesIO(body), open_bucket, "k", ExtraArgs=dict(CUSTOMER), Config=config)
    assert refused(s3.get_object, Bucket=open_bucket, Key="k") == (400, "InvalidRequest", STORED)
    assert read(s3, open_bucket, **CUSTOMER) == body
    begun = s3.create_multipart_upload(Bucket=open_bucket, Key="m", **CUSTOMER)
    part = {"Bucket": open_bucket, "Key": "m", "UploadId": begun["UploadId"], "PartNumber": 1}
    assert refused(s3.upload_part, Body=b"x", **part)[:2] == (400, "InvalidRequest")
    wrong = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": OTHER}
    error = refused(s3.upload_part, Body=b"x", **part, **wrong)
    assert error[2] == "The provided encryption parameters did not match the ones used originally."
    made = s3.upload_part_copy(CopySource=f"{open_bucket}/k", **part, **CUSTOMER, **SOURCE)
    done = {"Parts": [{"PartNumber": 1, "ETag": made["CopyPartResult"]["ETag"]}]}
    s3.complete_multipart_upload(
        Bucket=open_bucket, Key="m", UploadId=begun["UploadId"], MultipartUpload=done, **CUSTOMER
    )
    assert read(s3, open_bucket, "m", **CUSTOMER) == body


def test_an_object_gets_another_key_where_it_lies(s3, kms, open_bucket):
    put = s3.put_object(Bucket=open_bucket, Key="k", Body=b"text")
    key = kms.create_key()["KeyMetadata"]
    of_key = {"SSEKMS": {"KMSKeyArn": key["Arn"]}}
    s3.update_object_encryption(Bucket=open_bucket, Key="k", ObjectEncryption=of_key)
    head = s3.head_object(Bucket=open_bucket, Key="k")
    assert (head["SSEKMSKeyId"], head["ETag"]) == (key["Arn"], put["ETag"])
    assert read(s3, open_bucket) == b"text"
    kms.disable_key(KeyId=key["KeyId"])
    assert refused(s3.get_object, Bucket=open_bucket, Key="k")[1] == "KMS.DisabledException"
    s3.put_object(Bucket=open_bucket, Key="own", Body=b"text", **CUSTOMER)
    error = refused(s3.update_object_encryption, Bucket=open_bucket, Key="own", ObjectEncryption=of_key)
    assert error[:2] == (400, "InvalidRequest")


def test_versions_have_keys_of_their_own(s3, open_bucket):
    s3.put_bucket_versioning(Bucket=open_bucket, VersioningConfiguration={"Status": "Enabled"})
    first = s3.put_object(Bucket=open_bucket, Key="k", Body=b"one", **CUSTOMER)["VersionId"]
    other = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": OTHER}
    s3.put_object(Bucket=open_bucket, Key="k", Body=b"two", **other)
    assert read(s3, open_bucket, VersionId=first, **CUSTOMER) == b"one"
    assert read(s3, open_bucket, **other) == b"two"
    assert refused(s3.get_object, Bucket=open_bucket, Key="k", VersionId=first, **other)[0] == 403


def test_select_reads_what_its_caller_may_decrypt(s3, open_bucket):
    s3.put_object(Bucket=open_bucket, Key="k", Body=b"a,b\n", **CUSTOMER)
    of = {
        "Bucket": open_bucket, "Key": "k", "ExpressionType": "SQL", "Expression": "SELECT s._1 FROM s3object s",
        "InputSerialization": {"CSV": {}}, "OutputSerialization": {"CSV": {}},
    }
    assert refused(s3.select_object_content, **of) == (400, "InvalidRequest", STORED)
    events = s3.select_object_content(**of, **CUSTOMER)["Payload"]
    assert b"".join(it["Records"]["Payload"] for it in events if "Records" in it) == b"a\n"


def test_a_server_may_take_customers_keys_as_aws_once_did(tmp_path):
    server = Server(tmp_path, options=["--ephemeral", "--allow-sse-c"])
    try:
        s3 = server.client("s3")
        s3.create_bucket(Bucket="older")
        s3.put_object(Bucket="older", Key="k", Body=b"text", **CUSTOMER)
        assert read(s3, "older", **CUSTOMER) == b"text"
        encrypt(s3, "older", blocked="SSE-C")
        assert refused(s3.put_object, Bucket="older", Key="k", Body=b"text", **CUSTOMER)[0] == 403
    finally:
        server.stop()
