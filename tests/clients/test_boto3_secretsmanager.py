"""Secrets Manager with boto3, and with both AWS CLIs."""

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import ACCOUNT, REGION, make_function, refused, wait_for

# As AWS's template of rotation functions has it.
ROTATE = """
import boto3
client = boto3.client("secretsmanager")

def handler(event, context):
    arn, token, step = event["SecretId"], event["ClientRequestToken"], event["Step"]
    shown = client.describe_secret(SecretId=arn)
    assert shown["RotationEnabled"], "rotation is not enabled"
    stages = shown["VersionIdsToStages"]
    if "AWSCURRENT" in stages[token]:
        return
    assert "AWSPENDING" in stages[token]
    print(step)
    if step == "createSecret":
        client.get_secret_value(SecretId=arn, VersionStage="AWSCURRENT")
        try:
            client.get_secret_value(SecretId=arn, VersionId=token, VersionStage="AWSPENDING")
        except client.exceptions.ResourceNotFoundException:
            password = client.get_random_password(ExcludePunctuation=True)["RandomPassword"]
            client.put_secret_value(SecretId=arn, ClientRequestToken=token, SecretString=password,
                                    VersionStages=["AWSPENDING"])
    elif step == "finishSecret":
        current = next(version for version, labels in stages.items() if "AWSCURRENT" in labels)
        client.update_secret_version_stage(SecretId=arn, VersionStage="AWSCURRENT", MoveToVersionId=token,
                                           RemoveFromVersionId=current)
    else:
        client.get_secret_value(SecretId=arn, VersionId=token, VersionStage="AWSPENDING")
"""

READ = """
import boto3
def handler(event, context):
    secret = boto3.client("secretsmanager").get_secret_value(SecretId=event["id"])
    return {"value": secret["SecretString"], "who": boto3.client("sts").get_caller_identity()["Arn"]}
"""


@pytest.fixture
def secrets(shared):
    return shared.client("secretsmanager")


def value(secrets, id, **options):
    return secrets.get_secret_value(SecretId=id, **options)["SecretString"]


def test_a_secret_is_made_got_changed_and_shown(secrets, name):
    # AWS takes a name that ends in a hyphen and six characters for the end of an ARN.
    name += ".s"
    made = secrets.create_secret(Name=name, SecretString="1", Description="d", Tags=[{"Key": "a", "Value": "b"}])
    arn = made["ARN"]
    assert arn.startswith(f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:{name}-") and len(made["VersionId"]) == 36
    got = secrets.get_secret_value(SecretId=name)
    assert (got["ARN"], got["SecretString"], got["VersionStages"]) == (arn, "1", ["AWSCURRENT"])
    assert value(secrets, arn) == value(secrets, arn[:-7]) == "1"
    second = secrets.put_secret_value(SecretId=name, SecretBinary=b"\x00\xff")
    assert second["VersionStages"] == ["AWSCURRENT"]
    assert secrets.get_secret_value(SecretId=name)["SecretBinary"] == b"\x00\xff"
    assert value(secrets, name, VersionStage="AWSPREVIOUS") == "1"
    updated = secrets.update_secret(SecretId=name, Description="e")
    assert "VersionId" not in updated
    shown = secrets.describe_secret(SecretId=name)
    assert (shown["Description"], shown["Tags"]) == ("e", [{"Key": "a", "Value": "b"}])
    assert shown["VersionIdsToStages"] == {made["VersionId"]: ["AWSPREVIOUS"], second["VersionId"]: ["AWSCURRENT"]}
    assert "RotationEnabled" not in shown and "DeletedDate" not in shown
    secrets.untag_resource(SecretId=name, TagKeys=["a"])
    assert secrets.describe_secret(SecretId=name)["Tags"] == []
    third = secrets.update_secret(SecretId=name, SecretString="3")
    versions = secrets.list_secret_version_ids(SecretId=name)["Versions"]
    assert [(it["VersionId"], it["VersionStages"], it["KmsKeyIds"]) for it in versions] == [
        (second["VersionId"], ["AWSPREVIOUS"], ["DefaultEncryptionKey"]),
        (third["VersionId"], ["AWSCURRENT"], ["DefaultEncryptionKey"])]
    every = secrets.list_secret_version_ids(SecretId=name, IncludeDeprecated=True)["Versions"]
    assert [it["VersionId"] for it in every][0] == made["VersionId"] and "VersionStages" not in every[0]


def test_labels_move_from_version_to_version(secrets, name):
    first = secrets.create_secret(Name=name, SecretString="1")["VersionId"]
    second = secrets.put_secret_value(SecretId=name, SecretString="2", VersionStages=["b", "a"])
    assert second["VersionStages"] == ["a", "b"] and value(secrets, name) == "1"
    second = second["VersionId"]
    status, code, message = refused(secrets.update_secret_version_stage, SecretId=name, VersionStage="AWSCURRENT",
                                    MoveToVersionId=second)
    assert (status, code) == (400, "InvalidParameterException")
    assert message == (
        "The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached to version "
        f"{first}, so you must explicitly reference that version in RemoveFromVersionId.")
    secrets.update_secret_version_stage(SecretId=name, VersionStage="AWSCURRENT", RemoveFromVersionId=first,
                                        MoveToVersionId=second)
    assert value(secrets, name) == "2"
    stages = secrets.describe_secret(SecretId=name)["VersionIdsToStages"]
    assert stages == {first: ["AWSPREVIOUS"], second: ["AWSCURRENT", "a", "b"]}


def test_one_version_is_current_when_many_put_at_once(shared, secrets, name):
    secrets.create_secret(Name=name, SecretString="first")

    def one(number):
        return shared.client("secretsmanager").put_secret_value(SecretId=name, SecretString=str(number))["VersionId"]

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(one, range(24)))
    stages = secrets.describe_secret(SecretId=name)["VersionIdsToStages"]
    assert sorted(stages.values()) == [["AWSCURRENT"], ["AWSPREVIOUS"]] and set(stages) <= made
    every = secrets.list_secret_version_ids(SecretId=name, IncludeDeprecated=True)["Versions"]
    assert made < {it["VersionId"] for it in every} and len(every) == 25


def test_errors_are_as_aws_words_them(secrets, name):
    secrets.create_secret(Name=name, SecretString="1")
    missing = (400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.")
    assert refused(secrets.get_secret_value, SecretId=f"{name}-none") == missing
    assert refused(secrets.create_secret, Name=name, SecretString="1") == (
        400, "ResourceExistsException", f"The operation failed because the secret {name} already exists.")
    assert refused(secrets.create_secret, Name="a b", SecretString="1") == (
        400, "ValidationException",
        "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!")
    assert refused(secrets.get_secret_value, SecretId=name, VersionStage="AWSPREVIOUS")[2] == (
        "Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS")
    token = "00000000-0000-4000-8000-000000000001"
    once = secrets.put_secret_value(SecretId=name, SecretString="2", ClientRequestToken=token)
    again = secrets.put_secret_value(SecretId=name, SecretString="2", ClientRequestToken=token)
    assert once["VersionId"] == again["VersionId"] == token
    status, code, message = refused(secrets.put_secret_value, SecretId=name, SecretString="3", ClientRequestToken=token)
    assert (status, code) == (400, "ResourceExistsException") and message.startswith("You can't use ClientRequestToken")
    told = refused(secrets.create_secret, Name=f"{name}-r", AddReplicaRegions=[{"Region": "eu-west-1"}])[2]
    assert told.startswith("AddReplicaRegions is not supported")
    told = refused(secrets.replicate_secret_to_regions, SecretId=name, AddReplicaRegions=[{"Region": "eu-west-1"}])
    assert told[0] == 400 and "copies no secrets to other regions" in told[2]
    assert refused(secrets.put_secret_value, SecretId=name, SecretString="x" * 65537)[1] == "ValidationException"
    secrets.put_secret_value(SecretId=name, SecretString="ü" * 32768)


def test_a_secret_is_deleted_restored_and_deleted_for_good(secrets, name):
    arn = secrets.create_secret(Name=name, SecretString="1")["ARN"]
    secrets.delete_secret(SecretId=name, RecoveryWindowInDays=7)
    assert refused(secrets.get_secret_value, SecretId=name) == (
        400, "InvalidRequestException",
        "You can't perform this operation on the secret because it was marked for deletion.")
    assert refused(secrets.create_secret, Name=name)[2] == (
        "You can't create this secret because a secret with this name is already scheduled for deletion.")
    assert "DeletedDate" in secrets.describe_secret(SecretId=name)
    by_name = [{"Key": "name", "Values": [name]}]
    assert secrets.list_secrets(Filters=by_name)["SecretList"] == []
    assert len(secrets.list_secrets(Filters=by_name, IncludePlannedDeletion=True)["SecretList"]) == 1
    secrets.restore_secret(SecretId=name)
    assert value(secrets, name) == "1"
    secrets.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)
    secrets.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)
    assert secrets.create_secret(Name=name)["ARN"] != arn


def test_secrets_are_listed_and_got_together(secrets, name):
    names = [f"{name}/{n:02}" for n in range(25)]
    for each in names:
        secrets.create_secret(Name=each, SecretString=each, Tags=[{"Key": name, "Value": each}])
    filters = [{"Key": "name", "Values": [f"{name}/"]}]
    pages = secrets.get_paginator("list_secrets").paginate(Filters=filters, SortBy="name", PaginationConfig={"PageSize": 10})
    assert [it["Name"] for page in pages for it in page["SecretList"]] == names
    by_tag = secrets.list_secrets(Filters=[{"Key": "tag-value", "Values": [names[3]]}])["SecretList"]
    assert [it["Name"] for it in by_tag] == [names[3]]
    first = secrets.batch_get_secret_value(Filters=filters)
    second = secrets.batch_get_secret_value(Filters=filters, NextToken=first["NextToken"])
    assert [it["SecretString"] for page in (first, second) for it in page["SecretValues"]] == names
    assert (len(first["SecretValues"]), "NextToken" in second) == (20, False)
    some = secrets.batch_get_secret_value(SecretIdList=[names[1], f"{name}/none"])
    assert [it["Name"] for it in some["SecretValues"]] == [names[1]]
    assert some["Errors"][0]["ErrorCode"] == "ResourceNotFoundException"


def test_a_policy_lets_another_account_in_and_keeps_others_out(shared, secrets, name):
    arn = secrets.create_secret(Name=name, SecretString="1")["ARN"]
    friend = shared.client("secretsmanager", access_key="111122223333")
    status, code, message = refused(friend.get_secret_value, SecretId=arn)
    assert (status, code) == (400, "AccessDeniedException") and "secretsmanager:GetSecretValue" in message
    policy = {"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
        "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}
    secrets.put_resource_policy(SecretId=name, ResourcePolicy=json.dumps(policy), BlockPublicPolicy=True)
    assert json.loads(secrets.get_resource_policy(SecretId=name)["ResourcePolicy"]) == policy
    assert value(friend, arn) == "1"
    assert refused(friend.put_secret_value, SecretId=arn, SecretString="2")[1] == "AccessDeniedException"
    policy["Statement"][0].update(Effect="Deny", Principal="*")
    secrets.put_resource_policy(SecretId=name, ResourcePolicy=json.dumps(policy))
    assert refused(secrets.get_secret_value, SecretId=name)[1] == "AccessDeniedException"
    secrets.delete_resource_policy(SecretId=name)
    assert value(secrets, name) == "1"
    assert refused(secrets.put_resource_policy, SecretId=name, ResourcePolicy="{")[1] == "MalformedPolicyDocumentException"
    assert not secrets.validate_resource_policy(ResourcePolicy="{}")["PolicyValidationPassed"]


def test_a_function_rotates_a_secret(shared, secrets, name):
    make_function(shared, name, ROTATE, Timeout=30)
    shared.client("lambda").get_waiter("function_active_v2").wait(FunctionName=name)
    function = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
    first = secrets.create_secret(Name=name, SecretString="1")["VersionId"]
    assert refused(secrets.rotate_secret, SecretId=name, RotationLambdaARN=f"{function}-none") == (
        400, "AccessDeniedException",
        "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access "
        "to the principal secretsmanager.amazonaws.com.")
    begun = secrets.rotate_secret(SecretId=name, RotationLambdaARN=function, RotationRules={"AutomaticallyAfterDays": 1})
    shown = wait_for("the rotation", lambda: (
        it := secrets.describe_secret(SecretId=name), it if "LastRotatedDate" in it else None)[1])
    assert shown["VersionIdsToStages"] == {begun["VersionId"]: ["AWSCURRENT", "AWSPENDING"], first: ["AWSPREVIOUS"]}
    assert (shown["RotationEnabled"], shown["RotationLambdaARN"]) == (True, function)
    assert shown["RotationRules"] == {"AutomaticallyAfterDays": 1}
    assert (shown["NextRotationDate"] - shown["LastRotatedDate"]).total_seconds() == 86400
    rotated = value(secrets, name)
    assert len(rotated) == 32 and rotated.isalnum()
    secrets.rotate_secret(SecretId=name)
    wait_for("another rotation", lambda: value(secrets, name) != rotated)
    wait_for("its end", lambda: secrets.describe_secret(SecretId=name)["LastRotatedDate"] > shown["LastRotatedDate"])
    secrets.cancel_rotate_secret(SecretId=name)
    assert secrets.describe_secret(SecretId=name)["RotationEnabled"] is False


def test_a_rotation_goes_on_after_a_power_cut(server, name):
    secrets = server.client("secretsmanager")
    make_function(server, name, ROTATE.replace('print(step)', 'import time; time.sleep(1)'), Timeout=30)
    server.client("lambda").get_waiter("function_active_v2").wait(FunctionName=name)
    secrets.create_secret(Name=name, SecretString="open sesame")
    function = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
    begun = secrets.rotate_secret(SecretId=name, RotationLambdaARN=function,
                                  RotationRules={"ScheduleExpression": "rate(10 days)"})
    server.restart()
    data = b"".join(path.read_bytes() for path in (server.data_dir / "data").rglob("*") if path.is_file())
    assert name.encode() in data and b"open sesame" not in data
    wait_for("the rotation", lambda: "LastRotatedDate" in secrets.describe_secret(SecretId=name))
    assert secrets.get_secret_value(SecretId=name)["VersionId"] == begun["VersionId"]
    assert value(secrets, name, VersionStage="AWSPREVIOUS") == "open sesame"
    shown = secrets.describe_secret(SecretId=name)
    assert shown["RotationRules"] == {"AutomaticallyAfterDays": 10, "ScheduleExpression": "rate(10 days)"}


def test_a_function_reads_a_secret_as_its_role(shared, secrets, name):
    make_function(shared, name, READ, Timeout=30)
    functions = shared.client("lambda")
    functions.get_waiter("function_active_v2").wait(FunctionName=name)
    arn = secrets.create_secret(Name=name, SecretString="s")["ARN"]

    def told():
        return json.loads(functions.invoke(FunctionName=name, Payload=json.dumps({"id": name}))["Payload"].read())

    role = f"arn:aws:sts::{ACCOUNT}:assumed-role/lambda-role/{name}"
    assert told() == {"value": "s", "who": role}
    policy = {"Version": "2012-10-17", "Statement": [{
        "Effect": "Deny", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:role/lambda-role"},
        "Action": "secretsmanager:GetSecretValue", "Resource": arn}]}
    secrets.put_resource_policy(SecretId=name, ResourcePolicy=json.dumps(policy))
    assert "AccessDeniedException" in told()["errorMessage"] and value(secrets, name) == "s"


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_command_line_keeps_secrets(shared, name, cli):
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
                   "AWS_DEFAULT_REGION": REGION, "AWS_PAGER": ""}

    def aws(*arguments):
        command = [os.environ[cli], "--endpoint-url", shared.url, "--output", "json", "secretsmanager", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout or "null")

    made = aws("create-secret", "--name", name, "--secret-string", '{"user":"a","password":"b"}')
    got = aws("get-secret-value", "--secret-id", name)
    assert (got["ARN"], json.loads(got["SecretString"])["password"]) == (made["ARN"], "b")
    aws("put-secret-value", "--secret-id", name, "--secret-string", "c")
    assert aws("get-secret-value", "--secret-id", made["ARN"], "--version-stage", "AWSPREVIOUS")["VersionId"] == made["VersionId"]
    assert len(aws("get-random-password", "--password-length", "20")["RandomPassword"]) == 20
    assert aws("list-secrets", "--filters", f"Key=name,Values={name}")["SecretList"][0]["Name"] == name
    aws("delete-secret", "--secret-id", name, "--force-delete-without-recovery")
