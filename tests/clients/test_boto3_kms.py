"""KMS with boto3: keys and their states, what they encrypt and authenticate, aliases, grants, policies."""

import json
import urllib.request

import pytest
from conftest import ACCOUNT, REGION, Server, refused, wait_for

MISSING = "1234abcd-12ab-34cd-56ef-1234567890ab"


@pytest.fixture
def kms(shared):
    return shared.client("kms")


@pytest.fixture
def key(kms):
    return kms.create_key(Description="a key")["KeyMetadata"]


def test_a_key_is_made_shown_and_listed(kms, key):
    arn = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{key['KeyId']}"
    assert key["Arn"] == arn
    shown = kms.describe_key(KeyId=arn)["KeyMetadata"]
    assert shown == key
    assert (key["KeyState"], key["Enabled"], key["KeyManager"]) == ("Enabled", True, "CUSTOMER")
    assert (key["KeySpec"], key["KeyUsage"]) == ("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT")
    kms.update_key_description(KeyId=key["KeyId"], Description="another")
    assert kms.describe_key(KeyId=arn)["KeyMetadata"]["Description"] == "another"
    listed = [it for page in kms.get_paginator("list_keys").paginate(PaginationConfig={"PageSize": 2}) for it in page["Keys"]]
    assert {"KeyId": key["KeyId"], "KeyArn": arn} in listed
    error = refused(kms.describe_key, KeyId=MISSING)
    assert error == (400, "NotFoundException", f"Key 'arn:aws:kms:{REGION}:{ACCOUNT}:key/{MISSING}' does not exist")
    assert refused(kms.describe_key, KeyId="fake")[2] == "Invalid keyId 'fake'"
    assert refused(kms.create_key, KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")[1] == "UnsupportedOperationException"
    assert refused(kms.create_key, MultiRegion=True)[1] == "UnsupportedOperationException"


def test_what_is_encrypted_is_read_with_its_context(kms, key):
    context = {"purpose": "test", "with": "ü"}
    made = kms.encrypt(KeyId=key["KeyId"], Plaintext=b"secret", EncryptionContext=context)
    assert made["KeyId"] == key["Arn"]
    opened = kms.decrypt(CiphertextBlob=made["CiphertextBlob"], EncryptionContext=context)
    assert (opened["Plaintext"], opened["KeyId"]) == (b"secret", key["Arn"])
    blob = made["CiphertextBlob"]
    assert refused(kms.decrypt, CiphertextBlob=blob)[:2] == (400, "InvalidCiphertextException")
    assert refused(kms.decrypt, CiphertextBlob=b"x" * 80)[1] == "InvalidCiphertextException"
    other = kms.create_key()["KeyMetadata"]["KeyId"]
    error = refused(kms.decrypt, CiphertextBlob=blob, EncryptionContext=context, KeyId=other)
    assert error[1] == "IncorrectKeyException"
    again = kms.re_encrypt(
        CiphertextBlob=blob, SourceEncryptionContext=context, DestinationKeyId=other
    )
    assert kms.decrypt(CiphertextBlob=again["CiphertextBlob"], KeyId=other)["Plaintext"] == b"secret"
    error = refused(kms.encrypt, KeyId=key["KeyId"], Plaintext=b"x", DryRun=True)
    assert error == (400, "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.")


def test_data_keys_and_random_bytes(kms, key):
    made = kms.generate_data_key(KeyId=key["KeyId"], KeySpec="AES_256", EncryptionContext={"a": "b"})
    assert len(made["Plaintext"]) == 32
    opened = kms.decrypt(CiphertextBlob=made["CiphertextBlob"], EncryptionContext={"a": "b"})
    assert opened["Plaintext"] == made["Plaintext"]
    sealed = kms.generate_data_key_without_plaintext(KeyId=key["KeyId"], NumberOfBytes=5)
    assert "Plaintext" not in sealed
    assert len(kms.decrypt(CiphertextBlob=sealed["CiphertextBlob"])["Plaintext"]) == 5
    assert len(kms.generate_random(NumberOfBytes=91)["Plaintext"]) == 91
    assert refused(kms.generate_random)[2] == "NumberOfBytes is required."


def test_macs(kms, key):
    own = kms.create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")["KeyMetadata"]
    assert own["MacAlgorithms"] == ["HMAC_SHA_256"]
    of = {"KeyId": own["KeyId"], "MacAlgorithm": "HMAC_SHA_256"}
    mac = kms.generate_mac(Message=b"message", **of)["Mac"]
    assert kms.verify_mac(Message=b"message", Mac=mac, **of)["MacValid"]
    assert refused(kms.verify_mac, Message=b"other", Mac=mac, **of)[1] == "KMSInvalidMacException"
    error = refused(kms.generate_mac, KeyId=key["KeyId"], Message=b"m", MacAlgorithm="HMAC_SHA_256")
    assert error[1:] == ("InvalidKeyUsageException", f"{key['Arn']} key usage is ENCRYPT_DECRYPT which is not valid for GenerateMac.")


def test_states(kms, key):
    id, arn = key["KeyId"], key["Arn"]
    kms.disable_key(KeyId=id)
    assert refused(kms.encrypt, KeyId=id, Plaintext=b"x")[1:] == ("DisabledException", f"{arn} is disabled.")
    kms.enable_key(KeyId=id)
    assert kms.schedule_key_deletion(KeyId=id, PendingWindowInDays=7)["KeyState"] == "PendingDeletion"
    pending = ("KMSInvalidStateException", f"{arn} is pending deletion.")
    assert refused(kms.encrypt, KeyId=id, Plaintext=b"x")[1:] == pending
    assert refused(kms.enable_key, KeyId=id)[1:] == pending
    assert kms.describe_key(KeyId=id)["KeyMetadata"]["DeletionDate"]
    kms.cancel_key_deletion(KeyId=id)
    assert kms.describe_key(KeyId=id)["KeyMetadata"]["KeyState"] == "Disabled"
    assert refused(kms.schedule_key_deletion, KeyId=id, PendingWindowInDays=6)[1] == "ValidationException"


def test_aliases(kms, key, name):
    alias = f"alias/{name}"
    kms.create_alias(AliasName=alias, TargetKeyId=key["KeyId"])
    assert kms.describe_key(KeyId=alias)["KeyMetadata"]["Arn"] == key["Arn"]
    arn = f"arn:aws:kms:{REGION}:{ACCOUNT}:{alias}"
    error = refused(kms.create_alias, AliasName=alias, TargetKeyId=key["KeyId"])
    assert error[1:] == ("AlreadyExistsException", f"An alias with the name {arn} already exists")
    listed = kms.list_aliases(KeyId=key["KeyId"])["Aliases"]
    assert [(it["AliasArn"], it["TargetKeyId"]) for it in listed] == [(arn, key["KeyId"])]
    other = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.update_alias(AliasName=alias, TargetKeyId=other)
    assert kms.describe_key(KeyId=arn)["KeyMetadata"]["KeyId"] == other
    kms.delete_alias(AliasName=alias)
    assert refused(kms.describe_key, KeyId=alias)[1:] == ("NotFoundException", f"Alias {arn} is not found.")
    own = kms.describe_key(KeyId="alias/aws/kinesis")["KeyMetadata"]
    assert own["KeyManager"] == "AWS"
    assert refused(kms.encrypt, KeyId="alias/aws/kinesis", Plaintext=b"x")[1] == "AccessDeniedException"
    assert refused(kms.disable_key, KeyId=own["KeyId"])[1] == "AccessDeniedException"


def test_policies_and_grants_let_another_account_in(shared, kms, key):
    other = shared.client("kms", access_key="111122223333")
    assert refused(other.encrypt, KeyId=key["Arn"], Plaintext=b"x")[1] == "AccessDeniedException"
    friend = "arn:aws:iam::111122223333:root"
    grant = kms.create_grant(
        KeyId=key["KeyId"], GranteePrincipal=friend, Operations=["Encrypt"],
        Constraints={"EncryptionContextSubset": {"a": "b"}},
    )
    allowed = {"KeyId": key["Arn"], "Plaintext": b"x", "EncryptionContext": {"a": "b", "c": "d"}}
    other.encrypt(GrantTokens=[grant["GrantToken"]], **allowed)
    assert refused(other.encrypt, KeyId=key["Arn"], Plaintext=b"x")[1] == "AccessDeniedException"
    assert [it["GrantId"] for it in kms.list_grants(KeyId=key["KeyId"])["Grants"]] == [grant["GrantId"]]
    kms.revoke_grant(KeyId=key["KeyId"], GrantId=grant["GrantId"])
    assert refused(other.encrypt, **allowed)[1] == "AccessDeniedException"
    policy = json.loads(kms.get_key_policy(KeyId=key["KeyId"])["Policy"])
    assert policy["Statement"][0]["Sid"] == "Enable IAM User Permissions"
    policy["Statement"].append(
        {"Effect": "Allow", "Principal": {"AWS": friend}, "Action": "kms:Encrypt", "Resource": "*"}
    )
    kms.put_key_policy(KeyId=key["KeyId"], PolicyName="default", Policy=json.dumps(policy))
    assert json.loads(kms.get_key_policy(KeyId=key["KeyId"])["Policy"]) == policy
    assert kms.list_key_policies(KeyId=key["KeyId"])["PolicyNames"] == ["default"]
    assert other.encrypt(**allowed)["KeyId"] == key["Arn"]
    policy["Statement"] = policy["Statement"][1:]
    error = refused(kms.put_key_policy, KeyId=key["KeyId"], Policy=json.dumps(policy))
    assert error[1] == "MalformedPolicyDocumentException"


def test_grants_are_retired(kms, key):
    friend = "arn:aws:iam::111122223333:root"
    grant = kms.create_grant(
        KeyId=key["KeyId"], GranteePrincipal=friend, RetiringPrincipal=friend, Operations=["Decrypt"]
    )
    mine = kms.list_retirable_grants(RetiringPrincipal=friend)["Grants"]
    assert grant["GrantId"] in [it["GrantId"] for it in mine]
    kms.retire_grant(GrantToken=grant["GrantToken"])
    assert kms.list_grants(KeyId=key["KeyId"])["Grants"] == []
    assert refused(kms.retire_grant, KeyId=key["Arn"], GrantId=grant["GrantId"])[1] == "NotFoundException"


def test_tags(kms):
    tags = [{"TagKey": "a", "TagValue": "1"}]
    id = kms.create_key(Tags=tags)["KeyMetadata"]["KeyId"]
    kms.tag_resource(KeyId=id, Tags=[{"TagKey": "b", "TagValue": "2"}])
    kms.untag_resource(KeyId=id, TagKeys=["a"])
    assert kms.list_resource_tags(KeyId=id)["Tags"] == [{"TagKey": "b", "TagValue": "2"}]


def test_rotation(kms, key):
    id = key["KeyId"]
    assert kms.get_key_rotation_status(KeyId=id)["KeyRotationEnabled"] is False
    kms.enable_key_rotation(KeyId=id, RotationPeriodInDays=180)
    assert kms.get_key_rotation_status(KeyId=id)["RotationPeriodInDays"] == 180
    blob = kms.encrypt(KeyId=id, Plaintext=b"old")["CiphertextBlob"]
    kms.rotate_key_on_demand(KeyId=id)
    rotations = kms.list_key_rotations(KeyId=id)["Rotations"]
    assert [it["RotationType"] for it in rotations] == ["ON_DEMAND"]
    assert kms.decrypt(CiphertextBlob=blob)["Plaintext"] == b"old"
    kms.disable_key_rotation(KeyId=id)
    assert kms.get_key_rotation_status(KeyId=id)["KeyRotationEnabled"] is False


def test_keys_outlive_a_kill_and_go_when_their_days_are_over(tmp_path):
    server = Server(tmp_path, options=["--clock", "virtual"])
    try:
        kms = server.client("kms")
        id = kms.create_key()["KeyMetadata"]["KeyId"]
        blob = kms.encrypt(KeyId=id, Plaintext=b"text")["CiphertextBlob"]
        server.restart()
        assert kms.decrypt(CiphertextBlob=blob)["Plaintext"] == b"text"
        kms.schedule_key_deletion(KeyId=id, PendingWindowInDays=7)
        server.restart()
        body = json.dumps({"advance": "169h"}).encode()
        urllib.request.urlopen(urllib.request.Request(f"{server.url}/_waterwheel/clock", data=body)).read()
        wait_for("the key to go", lambda: id not in [it["KeyId"] for it in kms.list_keys()["Keys"]])
        assert refused(kms.decrypt, CiphertextBlob=blob)[1] == "AccessDeniedException"
    finally:
        server.stop()
