"""Access control lists of buckets and objects, and whose objects are, with boto3."""

import pytest
from conftest import refused

FRIEND = "111122223333"
ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers"
LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery"


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def friend(shared):
    return shared.client("s3", access_key=FRIEND)


def opened(s3, name, ownership="ObjectWriter"):
    """A bucket in which lists act, and nothing is blocked."""
    s3.create_bucket(Bucket=name, ObjectOwnership=ownership)
    s3.delete_public_access_block(Bucket=name)
    return name


@pytest.fixture
def bucket(s3, name):
    return opened(s3, name)


def code(call, **arguments):
    return refused(call, **arguments)[:2]


def told(answer):
    """Whom a list names, and what they may."""
    grants = answer["Grants"]
    owner = answer["Owner"]["ID"]
    names = {owner: "owner"}

    def who(grantee):
        return grantee.get("URI", "").rsplit("/", 1)[-1] or names.get(grantee["ID"], "other")

    return [(who(it["Grantee"]), it["Permission"]) for it in grants]


def user_id(client, name):
    """The canonical user id of a client's account."""
    client.create_bucket(Bucket=name)
    return client.get_bucket_acl(Bucket=name)["Owner"]["ID"]


@pytest.mark.parametrize("acl, expected", [
    ("private", []),
    ("public-read", [("AllUsers", "READ")]),
    ("public-read-write", [("AllUsers", "READ"), ("AllUsers", "WRITE")]),
    ("authenticated-read", [("AuthenticatedUsers", "READ")]),
    ("log-delivery-write", [("LogDelivery", "WRITE"), ("LogDelivery", "READ_ACP")]),
])
def test_canned_lists_of_buckets(s3, bucket, acl, expected):
    s3.put_bucket_acl(Bucket=bucket, ACL=acl)
    assert told(s3.get_bucket_acl(Bucket=bucket)) == [("owner", "FULL_CONTROL"), *expected]


def test_lists_of_objects_are_set_when_they_are_made_and_later(s3, bucket):
    make = {"Bucket": bucket, "ACL": "public-read"}
    s3.put_object(Key="put", Body=b"x", **make)
    s3.copy_object(Key="copied", CopySource=f"{bucket}/put", **make)
    upload = s3.create_multipart_upload(Key="parts", **make)
    of_upload = {"Bucket": bucket, "Key": "parts", "UploadId": upload["UploadId"]}
    part = s3.upload_part(Body=b"x", PartNumber=1, **of_upload)
    s3.complete_multipart_upload(MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}, **of_upload)
    for key in ["put", "copied", "parts"]:
        of = {"Bucket": bucket, "Key": key}
        assert told(s3.get_object_acl(**of)) == [("owner", "FULL_CONTROL"), ("AllUsers", "READ")]
        s3.put_object_acl(ACL="private", **of)
        assert told(s3.get_object_acl(**of)) == [("owner", "FULL_CONTROL")]
        s3.put_object_acl(GrantRead=f'uri="{ALL_USERS}"', GrantWriteACP=f"uri={LOG_DELIVERY}", **of)
        assert told(s3.get_object_acl(**of)) == [("AllUsers", "READ"), ("LogDelivery", "WRITE_ACP")]
    s3.copy_object(Bucket=bucket, Key="again", CopySource=f"{bucket}/put")
    assert told(s3.get_object_acl(Bucket=bucket, Key="again")) == [("owner", "FULL_CONTROL")]
    # An object that is written anew has no list of the old one.
    s3.put_object(Bucket=bucket, Key="put", Body=b"y")
    assert told(s3.get_object_acl(Bucket=bucket, Key="put")) == [("owner", "FULL_CONTROL")]


def test_a_list_is_written_as_a_document(s3, friend, bucket, name):
    s3.put_object(Bucket=bucket, Key="k", Body=b"x")
    of = {"Bucket": bucket, "Key": "k"}
    owner = s3.get_object_acl(**of)["Owner"]
    other = user_id(friend, name[:50] + "-friend")
    grants = [{"Grantee": {"Type": "CanonicalUser", "ID": other}, "Permission": "READ"}]
    s3.put_object_acl(AccessControlPolicy={"Owner": owner, "Grants": grants}, **of)
    assert s3.get_object_acl(**of)["Grants"] == grants
    assert friend.get_object(**of)["Body"].read() == b"x"
    assert code(friend.get_object_acl, **of) == (403, "AccessDenied")

    def put(grantee, permission="READ", of_owner=owner):
        grant = {"Grantee": grantee, "Permission": permission}
        return code(s3.put_object_acl, AccessControlPolicy={"Owner": of_owner, "Grants": [grant]}, **of)

    known = grants[0]["Grantee"]
    assert put({"Type": "CanonicalUser", "ID": "x"}) == (400, "InvalidArgument")
    assert put({"Type": "Group", "URI": "x"}) == (400, "InvalidArgument")
    assert put({"Type": "AmazonCustomerByEmail", "EmailAddress": "a@b.c"}) == (405, "MethodNotAllowed")
    assert put(known, permission="LOOK") == (400, "MalformedACLError")
    assert put(known, of_owner={"ID": other}) == (403, "AccessDenied")
    assert code(s3.put_object_acl, ACL="private", GrantRead=f"id={other}", **of) == (400, "InvalidRequest")
    assert code(s3.put_object_acl, ACL="all", **of) == (400, "InvalidArgument")
    assert code(s3.put_object_acl, GrantRead="emailAddress=a@b.c", **of) == (405, "MethodNotAllowed")
    assert code(s3.put_object_acl, **of) == (400, "MissingSecurityHeader")


def test_who_writes_owns(s3, friend, name):
    bucket = opened(s3, name, "BucketOwnerPreferred")
    s3.put_bucket_acl(Bucket=bucket, ACL="public-read-write")
    friend.put_object(Bucket=bucket, Key="theirs", Body=b"x")
    friend.put_object(Bucket=bucket, Key="given", Body=b"x", ACL="bucket-owner-full-control")
    assert code(s3.get_object, Bucket=bucket, Key="theirs") == (403, "AccessDenied")
    assert s3.get_object(Bucket=bucket, Key="given")["Body"].read() == b"x"
    owners = {it["Key"]: it["Owner"]["ID"] for it in s3.list_objects_v2(Bucket=bucket, FetchOwner=True)["Contents"]}
    assert owners["given"] == s3.get_bucket_acl(Bucket=bucket)["Owner"]["ID"] != owners["theirs"]
    s3.put_bucket_acl(Bucket=bucket, ACL="private")
    enforced = {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    s3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls=enforced)
    assert s3.get_object(Bucket=bucket, Key="theirs")["Body"].read() == b"x"
    assert code(s3.put_object, Bucket=bucket, Key="k", ACL="public-read") == (400, "AccessControlListNotSupported")


def test_lists_must_fit_the_ownership_and_the_block(s3, name):
    refusal = {"Bucket": name, "ACL": "public-read"}
    assert code(s3.create_bucket, **refusal) == (400, "InvalidBucketAclWithObjectOwnership")
    writers = {**refusal, "ObjectOwnership": "ObjectWriter"}
    assert code(s3.create_bucket, **writers) == (400, "InvalidBucketAclWithBlockPublicAccessError")
    s3.create_bucket(Bucket=name, ObjectOwnership="ObjectWriter", ACL="log-delivery-write")
    status, found, message = refused(s3.put_bucket_acl, Bucket=name, ACL="public-read")
    assert (status, found) == (403, "AccessDenied")
    assert message.endswith(f'perform: s3:PutBucketAcl on resource: "arn:aws:s3:::{name}" because public ACLs are '
                            "prevented by the BlockPublicAcls setting in S3 Block Public Access.")
    status, found, message = refused(s3.put_object, Bucket=name, Key="k", ACL="public-read")
    assert (status, found) == (403, "AccessDenied") and "BlockPublicAcls" in message
    enforced = {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    assert code(s3.put_bucket_ownership_controls, Bucket=name, OwnershipControls=enforced) == (
        400, "InvalidBucketAclWithObjectOwnership")
