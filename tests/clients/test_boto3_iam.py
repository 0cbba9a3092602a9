"""IAM with boto3, and with the AWS CLI: policies, roles, instance profiles, users and their access keys."""

import json
import os
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError
from conftest import ACCOUNT, REGION, Server, refused, zipped

ALLOW = json.dumps({"Version": "2012-10-17",
                    "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})
DENY = ALLOW.replace("Allow", "Deny")
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
ROOT = {"access_key": "root-key", "secret": "root-secret"}


@pytest.fixture
def iam(shared):
    return shared.client("iam")


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    options = ["--ephemeral", "--auth", "verify", "--access-key-id", ROOT["access_key"],
               "--secret-access-key", ROOT["secret"]]
    server = Server(tmp_path_factory.mktemp("strict"), options=options)
    yield server
    server.stop()


@pytest.fixture
def role(iam, name):
    return iam.create_role(RoleName=name[:64], AssumeRolePolicyDocument=TRUST)["Role"]["RoleName"]


@pytest.fixture
def user(iam, name):
    return iam.create_user(UserName=name[:64])["User"]["UserName"]


def arn(kind, name):
    return f"arn:aws:iam::{ACCOUNT}:{kind}/{name}"


def every(client, operation, key, **arguments):
    """The items of all pages, each of one."""
    pages = client.get_paginator(operation).paginate(PaginationConfig={"PageSize": 1}, **arguments)
    return [item for page in pages for item in page[key]]


def test_the_life_of_a_policy(iam, name, role):
    made = iam.create_policy(PolicyName=name, Path="/p/", PolicyDocument=ALLOW, Description="d",
                             Tags=[{"Key": "b", "Value": "1"}, {"Key": "A", "Value": "2"}])["Policy"]
    policy = made["Arn"]
    assert policy == arn("policy/p", name) and made["PolicyId"].startswith("ANPA")
    assert "Description" not in made
    assert refused(iam.create_policy, PolicyName=name, PolicyDocument=ALLOW) == (
        409, "EntityAlreadyExists", f"A policy called {name} already exists. Duplicate names are not allowed.")
    found = iam.get_policy(PolicyArn=policy)["Policy"]
    assert (found["Description"], found["AttachmentCount"], found["DefaultVersionId"]) == ("d", 0, "v1")
    assert [tag["Key"] for tag in iam.list_policy_tags(PolicyArn=policy)["Tags"]] == ["A", "b"]
    iam.untag_policy(PolicyArn=policy, TagKeys=["A"])
    iam.tag_policy(PolicyArn=policy, Tags=[{"Key": "b", "Value": "3"}])
    assert iam.get_policy(PolicyArn=policy)["Policy"]["Tags"] == [{"Key": "b", "Value": "3"}]

    version = iam.create_policy_version(PolicyArn=policy, PolicyDocument=DENY, SetAsDefault=True)["PolicyVersion"]
    assert (version["VersionId"], version["IsDefaultVersion"]) == ("v2", True)
    document = iam.get_policy_version(PolicyArn=policy, VersionId="v2")["PolicyVersion"]["Document"]
    assert document == json.loads(DENY)
    iam.set_default_policy_version(PolicyArn=policy, VersionId="v1")
    listed = every(iam, "list_policy_versions", "Versions", PolicyArn=policy)
    assert [(it["VersionId"], it["IsDefaultVersion"]) for it in listed] == [("v2", False), ("v1", True)]
    assert refused(iam.delete_policy_version, PolicyArn=policy, VersionId="v1") == (
        409, "DeleteConflict", "Cannot delete the default version of a policy.")
    missing = f"Policy {policy} version v9 does not exist or is not attachable."
    for call in [iam.get_policy_version, iam.delete_policy_version, iam.set_default_policy_version]:
        assert refused(call, PolicyArn=policy, VersionId="v9") == (404, "NoSuchEntity", missing)

    iam.attach_role_policy(RoleName=role, PolicyArn=policy)
    assert iam.get_policy(PolicyArn=policy)["Policy"]["AttachmentCount"] == 1
    holders = iam.list_entities_for_policy(PolicyArn=policy)
    assert [it["RoleName"] for it in holders["PolicyRoles"]] == [role]
    attached = iam.list_policies(Scope="Local", OnlyAttached=True, PathPrefix="/p/")["Policies"]
    assert policy in [it["Arn"] for it in attached]
    assert refused(iam.delete_policy, PolicyArn=policy) == (
        409, "DeleteConflict", "Cannot delete a policy attached to entities.")
    iam.detach_role_policy(RoleName=role, PolicyArn=policy)
    assert refused(iam.delete_policy, PolicyArn=policy)[2].startswith("This policy has more than one version.")
    iam.delete_policy_version(PolicyArn=policy, VersionId="v2")
    iam.delete_policy(PolicyArn=policy)
    assert refused(iam.get_policy, PolicyArn=policy) == (404, "NoSuchEntity", f"Policy {policy} was not found.")


def test_awss_own_policies_are_known(iam, role):
    iam.attach_role_policy(RoleName=role, PolicyArn=BASIC)
    listed = iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"]
    assert listed == [{"PolicyName": "AWSLambdaBasicExecutionRole", "PolicyArn": BASIC}]
    policy = iam.get_policy(PolicyArn=BASIC)["Policy"]
    assert (policy["Path"], policy["DefaultVersionId"]) == ("/service-role/", "v1")
    version = iam.get_policy_version(PolicyArn=BASIC, VersionId=policy["DefaultVersionId"])["PolicyVersion"]
    actions = version["Document"]["Statement"][0]["Action"]
    assert actions == ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
    known = {it["PolicyName"] for it in every(iam, "list_policies", "Policies", Scope="AWS")}
    assert {"AmazonS3FullAccess", "AmazonKinesisFullAccess", "ReadOnlyAccess"} <= known
    typo = BASIC.replace("Execution", "Exceution")
    assert refused(iam.attach_role_policy, RoleName=role, PolicyArn=typo) == (
        404, "NoSuchEntity", f"Policy {typo} does not exist or is not attachable.")
    assert refused(iam.attach_role_policy, RoleName=role, PolicyArn="AWSLambdaBasicExecutionRole") == (
        400, "ValidationError", "ARN AWSLambdaBasicExecutionRole is not valid.")
    assert refused(iam.delete_policy, PolicyArn=BASIC)[1] == "AccessDenied"


def test_a_role_changes(iam, name):
    iam.create_policy(PolicyName=name, PolicyDocument=ALLOW)
    boundary = arn("policy", name)
    made = iam.create_role(RoleName=name[:64], Path="/r/", AssumeRolePolicyDocument=TRUST, Description="d",
                           MaxSessionDuration=7200, PermissionsBoundary=boundary,
                           Tags=[{"Key": "k", "Value": "v"}])["Role"]
    role = made["RoleName"]
    assert made["PermissionsBoundary"] == {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": boundary}
    assert iam.get_policy(PolicyArn=boundary)["Policy"]["PermissionsBoundaryUsageCount"] == 1
    iam.update_role(RoleName=role, Description="e", MaxSessionDuration=3600)
    found = iam.get_role(RoleName=role)["Role"]
    assert (found["Description"], found["MaxSessionDuration"], found["Path"]) == ("e", 3600, "/r/")
    assert iam.update_role_description(RoleName=role, Description="f")["Role"]["Description"] == "f"
    trust = json.loads(TRUST.replace("lambda", "ec2"))
    iam.update_assume_role_policy(RoleName=role, PolicyDocument=json.dumps(trust))
    assert iam.get_role(RoleName=role)["Role"]["AssumeRolePolicyDocument"] == trust
    assert refused(iam.update_assume_role_policy, RoleName=role, PolicyDocument="{") == (
        400, "MalformedPolicyDocument", "This policy contains invalid Json")
    iam.tag_role(RoleName=role, Tags=[{"Key": "K", "Value": "w"}, {"Key": "l", "Value": ""}])
    tags = iam.list_role_tags(RoleName=role)["Tags"]
    assert tags == [{"Key": "K", "Value": "w"}, {"Key": "l", "Value": ""}]
    iam.untag_role(RoleName=role, TagKeys=["k", "l"])
    assert "Tags" not in iam.get_role(RoleName=role)["Role"]
    iam.delete_role_permissions_boundary(RoleName=role)
    assert "PermissionsBoundary" not in iam.get_role(RoleName=role)["Role"]
    iam.delete_policy(PolicyArn=boundary)
    assert refused(iam.put_role_permissions_boundary, RoleName=role, PermissionsBoundary=boundary) == (
        404, "NoSuchEntity", f"Scope ARN: {boundary} does not exist or is not attachable.")
    iam.delete_role(RoleName=role)


def test_an_instance_profile_hands_on_a_role(iam, name, role):
    made = iam.create_instance_profile(InstanceProfileName=name, Path="/i/",
                                       Tags=[{"Key": "k", "Value": "v"}])["InstanceProfile"]
    assert (made["Arn"], made["Roles"]) == (arn("instance-profile/i", name), [])
    assert made["InstanceProfileId"].startswith("AIPA")
    assert refused(iam.create_instance_profile, InstanceProfileName=name) == (
        409, "EntityAlreadyExists", f"Instance Profile {name} already exists.")
    iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName=role)
    found = iam.get_instance_profile(InstanceProfileName=name)["InstanceProfile"]
    assert ([it["RoleName"] for it in found["Roles"]], found["Tags"]) == ([role], [{"Key": "k", "Value": "v"}])
    of_role = iam.list_instance_profiles_for_role(RoleName=role)["InstanceProfiles"]
    below = iam.list_instance_profiles(PathPrefix="/i/")["InstanceProfiles"]
    assert name in [it["InstanceProfileName"] for it in below] and len(of_role) == 1
    conflict = (409, "DeleteConflict", "Cannot delete entity, must remove roles from instance profile first.")
    assert refused(iam.delete_role, RoleName=role) == conflict
    assert refused(iam.delete_instance_profile, InstanceProfileName=name) == conflict
    iam.remove_role_from_instance_profile(InstanceProfileName=name, RoleName=role)
    iam.untag_instance_profile(InstanceProfileName=name, TagKeys=["k"])
    assert iam.list_instance_profile_tags(InstanceProfileName=name)["Tags"] == []
    iam.get_waiter("instance_profile_exists").wait(InstanceProfileName=name)
    iam.delete_instance_profile(InstanceProfileName=name)
    assert refused(iam.get_instance_profile, InstanceProfileName=name) == (
        404, "NoSuchEntity", f"Instance Profile {name} cannot be found.")


def test_users_and_groups_hold_policies(iam, name, user):
    group = name[:100]
    iam.create_group(GroupName=group, Path="/g/")
    iam.add_user_to_group(GroupName=group, UserName=user)
    assert [it["UserName"] for it in iam.get_group(GroupName=group)["Users"]] == [user]
    assert [it["Arn"] for it in iam.list_groups_for_user(UserName=user)["Groups"]] == [arn("group/g", group)]
    assert group in [it["GroupName"] for it in iam.list_groups(PathPrefix="/g/")["Groups"]]
    for kind, holder in [("user", {"UserName": user}), ("group", {"GroupName": group})]:
        call = lambda verb, **arguments: getattr(iam, verb.replace("KIND", kind))(**holder, **arguments)
        call("put_KIND_policy", PolicyName="inline", PolicyDocument=ALLOW)
        assert call("get_KIND_policy", PolicyName="inline")["PolicyDocument"] == json.loads(ALLOW)
        assert call("list_KIND_policies")["PolicyNames"] == ["inline"]
        call("attach_KIND_policy", PolicyArn=BASIC)
        assert len(call("list_attached_KIND_policies")["AttachedPolicies"]) == 1
        missing = (404, "NoSuchEntity", f"The {kind} policy with name other cannot be found.")
        assert refused(getattr(iam, f"get_{kind}_policy"), **holder, PolicyName="other") == missing
        delete = getattr(iam, f"delete_{kind}")
        if kind == "group":
            assert refused(delete, **holder)[2] == "Cannot delete entity, must remove users from group first."
            iam.remove_user_from_group(GroupName=group, UserName=user)
        assert refused(delete, **holder)[2] == "Cannot delete entity, must detach all policies first."
        call("detach_KIND_policy", PolicyArn=BASIC)
        assert refused(delete, **holder)[2] == "Cannot delete entity, must delete policies first."
        call("delete_KIND_policy", PolicyName="inline")
    iam.delete_group(GroupName=group)
    iam.delete_user(UserName=user)
    assert refused(iam.get_user, UserName=user) == (
        404, "NoSuchEntity", f"The user with name {user} cannot be found.")


def test_a_user_has_tags_a_path_and_a_boundary(iam, user):
    iam.tag_user(UserName=user, Tags=[{"Key": "k", "Value": "v"}])
    iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=BASIC)
    iam.update_user(UserName=user, NewPath="/u/")
    found = iam.get_user(UserName=user)["User"]
    assert (found["Arn"], found["Tags"]) == (arn("user/u", user), [{"Key": "k", "Value": "v"}])
    assert found["PermissionsBoundary"]["PermissionsBoundaryArn"] == BASIC and found["UserId"].startswith("AIDA")
    # What Terraform looks for, and takes away, before it deletes a user by force.
    for operation, key in [("list_mfa_devices", "MFADevices"), ("list_ssh_public_keys", "SSHPublicKeys"),
                           ("list_signing_certificates", "Certificates"),
                           ("list_service_specific_credentials", "ServiceSpecificCredentials")]:
        assert getattr(iam, operation)(UserName=user)[key] == []
    assert iam.list_virtual_mfa_devices()["VirtualMFADevices"] == []
    assert refused(iam.delete_login_profile, UserName=user) == (
        404, "NoSuchEntity", f"Login Profile for User {user} cannot be found.")
    iam.untag_user(UserName=user, TagKeys=["k"])
    iam.delete_user_permissions_boundary(UserName=user)
    assert not {"Tags", "PermissionsBoundary"} & set(iam.get_user(UserName=user)["User"])
    assert user in [it["UserName"] for it in every(iam, "list_users", "Users", PathPrefix="/u/")]


def test_a_users_key_signs_for_the_user(strict):
    iam = strict.client("iam", **ROOT)
    iam.create_user(UserName="ann", Path="/p/")
    key = iam.create_access_key(UserName="ann")["AccessKey"]
    own = {"access_key": key["AccessKeyId"], "secret": key["SecretAccessKey"]}
    unused = iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])
    assert unused["AccessKeyLastUsed"] == {"ServiceName": "N/A", "Region": "N/A"}
    sts = strict.client("sts", **own)
    me = sts.get_caller_identity()
    assert me["Arn"] == arn("user/p", "ann") and me["UserId"].startswith("AIDA") and me["Account"] == ACCOUNT
    s3 = strict.client("s3", **own)
    s3.create_bucket(Bucket="of-ann")
    s3.put_object(Bucket="of-ann", Key="k", Body=b"v" * 100_000)
    assert s3.get_object(Bucket="of-ann", Key="k")["Body"].read() == b"v" * 100_000
    assert strict.client("iam", **own).get_user()["User"]["UserName"] == "ann"
    last = iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])
    assert (last["UserName"], last["AccessKeyLastUsed"]["ServiceName"]) == ("ann", "iam")
    wrong = strict.client("sts", access_key=own["access_key"], secret="guess")
    assert refused(wrong.get_caller_identity)[1] == "SignatureDoesNotMatch"

    iam.update_user(UserName="ann", NewUserName="anna")
    assert sts.get_caller_identity()["Arn"] == arn("user/p", "anna")
    iam.update_access_key(UserName="anna", AccessKeyId=key["AccessKeyId"], Status="Inactive")
    assert refused(sts.get_caller_identity) == (
        403, "InvalidClientTokenId", "The security token included in the request is invalid.")
    assert refused(s3.list_buckets)[1] == "InvalidAccessKeyId"
    iam.update_access_key(UserName="anna", AccessKeyId=key["AccessKeyId"], Status="Active")
    second = strict.client("iam", **own).create_access_key()["AccessKey"]
    assert refused(iam.create_access_key, UserName="anna") == (
        409, "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2")
    iam.delete_access_key(UserName="anna", AccessKeyId=key["AccessKeyId"])
    assert refused(sts.get_caller_identity)[1] == "InvalidClientTokenId"
    assert [it["AccessKeyId"] for it in iam.list_access_keys(UserName="anna")["AccessKeyMetadata"]] == [
        second["AccessKeyId"]]


def test_a_role_trusts_a_user_by_name(strict):
    iam = strict.client("iam", **ROOT)
    for name in ["trusted", "stranger"]:
        iam.create_user(UserName=name)
    trust = {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": arn("user", "trusted")}, "Action": "sts:AssumeRole"}]}
    iam.create_role(RoleName="for-one", AssumeRolePolicyDocument=json.dumps(trust))
    request = {"RoleArn": arn("role", "for-one"), "RoleSessionName": "session"}

    def sts(name):
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return strict.client("sts", access_key=key["AccessKeyId"], secret=key["SecretAccessKey"])

    assert sts("trusted").assume_role(**request)["AssumedRoleUser"]["Arn"].endswith(":assumed-role/for-one/session")
    status, code, message = refused(sts("stranger").assume_role, **request)
    assert (status, code) == (403, "AccessDenied")
    assert message == (f"User: {arn('user', 'stranger')} is not authorized to perform: sts:AssumeRole on resource: "
                       + request["RoleArn"])
    missing = strict.client("sts", **ROOT).assume_role
    request["RoleArn"] = arn("role", "nobody")
    assert "There is no role nobody here; aws iam create-role --role-name nobody" in refused(missing, **request)[2]


def test_bounds_hold_when_many_ask_at_once(shared, iam, name, user, role):
    def told(call):
        try:
            call()
            return "done"
        except ClientError as error:
            return error.response["Error"]["Message"]

    with ThreadPoolExecutor(8) as callers:
        keys = callers.map(lambda _: told(lambda: shared.client("iam").create_access_key(UserName=user)), range(8))
        assert sorted(keys) == ["Cannot exceed quota for AccessKeysPerUser: 2"] * 6 + ["done"] * 2
        policies = [f"arn:aws:iam::aws:policy/{it}" for it in [
            "AdministratorAccess", "PowerUserAccess", "ReadOnlyAccess", "AmazonS3FullAccess", "AmazonSQSFullAccess",
            "AmazonSNSFullAccess", "AmazonS3ReadOnlyAccess", "AmazonKinesisFullAccess", "AmazonKinesisReadOnlyAccess",
            "AWSLambda_FullAccess", "CloudWatchLogsFullAccess", "IAMReadOnlyAccess"]]
        attached = callers.map(lambda it: told(lambda: shared.client("iam").attach_role_policy(
            RoleName=role, PolicyArn=it)), policies)
        assert sorted(attached) == ["Cannot exceed quota for PoliciesPerRole: 10"] * 2 + ["done"] * 10
    assert len(iam.list_access_keys(UserName=user)["AccessKeyMetadata"]) == 2
    assert len(iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"]) == 10


def test_a_function_without_a_role_is_told_how_to_make_it(shared, iam, name):
    function = dict(FunctionName=name[:64], Runtime="python3.12", Handler="app.handler", Role=arn("role", name[:64]),
                    Code={"ZipFile": zipped(app__py="def handler(event, context): pass")})
    client = shared.client("lambda")
    status, code, message = refused(client.create_function, **function)
    assert (status, code) == (400, "InvalidParameterValueException")
    words, command = message.split(" this makes it: ")
    assert words == ("The role defined for the function cannot be assumed by Lambda. "
                     f"There is no role {name[:64]} here;")
    command = shlex.split(command)
    assert command[:3] == ["aws", "iam", "create-role"]
    told = dict(zip(command[3::2], command[4::2]))
    iam.create_role(RoleName=told["--role-name"], AssumeRolePolicyDocument=told["--assume-role-policy-document"])
    client.create_function(**function)
    client.delete_function(FunctionName=name[:64])


def test_users_and_policies_outlive_the_process(server):
    iam = server.client("iam")
    iam.create_user(UserName="ann")
    key = iam.create_access_key(UserName="ann")["AccessKey"]
    policy = iam.create_policy(PolicyName="p", PolicyDocument=ALLOW)["Policy"]["Arn"]
    iam.attach_user_policy(UserName="ann", PolicyArn=policy)
    server.restart()
    assert len(iam.list_attached_user_policies(UserName="ann")["AttachedPolicies"]) == 1
    sts = server.client("sts", access_key=key["AccessKeyId"], secret=key["SecretAccessKey"])
    assert sts.get_caller_identity()["Arn"] == arn("user", "ann")


def test_the_account_as_a_whole(iam, user, role):
    summary = iam.get_account_summary()["SummaryMap"]
    assert summary["Users"] >= 1 and summary["Roles"] >= 1 and summary["VersionsPerPolicyQuota"] == 5
    details = iam.get_account_authorization_details(Filter=["User", "Role"])
    assert user in [it["UserName"] for it in details["UserDetailList"]]
    assert role in [it["RoleName"] for it in details["RoleDetailList"]] and details["Policies"] == []
    alias = "an-alias-of-this-account"
    iam.create_account_alias(AccountAlias=alias)
    assert iam.list_account_aliases()["AccountAliases"] == [alias]
    iam.delete_account_alias(AccountAlias=alias)
    assert iam.list_account_aliases()["AccountAliases"] == []


def test_a_role_that_is_linked_to_a_service(iam):
    role = iam.create_service_linked_role(AWSServiceName="ecs.amazonaws.com")["Role"]
    assert role["Path"] == "/aws-service-role/ecs.amazonaws.com/"
    status, code, message = refused(iam.delete_role, RoleName=role["RoleName"])
    assert (status, code) == (400, "UnmodifiableEntity")
    assert message.startswith("Cannot perform the operation on the protected role 'AWSServiceRoleForECS'")
    task = iam.delete_service_linked_role(RoleName=role["RoleName"])["DeletionTaskId"]
    assert iam.get_service_linked_role_deletion_status(DeletionTaskId=task)["Status"] == "SUCCEEDED"


@pytest.mark.parametrize("operation, arguments, why", [
    ("simulate_principal_policy", {"PolicySourceArn": arn("user", "ann"), "ActionNames": ["s3:GetObject"]},
     "nothing is held against them"),
    ("create_login_profile", {"UserName": "ann", "Password": "Secret-1"}, "no console to sign in to"),
    ("create_saml_provider", {"Name": "n", "SAMLMetadataDocument": "x" * 1000}, "signs nobody in"),
    ("list_server_certificates", {}, "keeps no certificates"),
])
def test_what_is_not_here_is_refused_by_name(iam, operation, arguments, why):
    status, code, message = refused(getattr(iam, operation), **arguments)
    assert (status, code) == (400, "NotImplemented")
    assert message.startswith("IAM.") and why in message


@pytest.mark.parametrize("version", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_cli_makes_a_user_with_a_policy(shared, name, version):
    command = os.environ.get(version)
    if not command:
        pytest.skip(f"{version} names no AWS CLI")
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
                   "AWS_DEFAULT_REGION": REGION}

    def cli(*arguments):
        whole = [command, "--endpoint-url", shared.url, "--output", "json", "iam", *arguments]
        done = subprocess.run(whole, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout or "{}")

    user = f"{version}-{name}"[:64]
    cli("create-user", "--user-name", user, "--tags", "Key=k,Value=v")
    policy = cli("create-policy", "--policy-name", user, "--policy-document", ALLOW)["Policy"]["Arn"]
    cli("attach-user-policy", "--user-name", user, "--policy-arn", policy)
    assert cli("list-attached-user-policies", "--user-name", user)["AttachedPolicies"][0]["PolicyArn"] == policy
    key = cli("create-access-key", "--user-name", user)["AccessKey"]
    assert key["Status"] == "Active" and key["AccessKeyId"].startswith("AKIA")
    cli("update-access-key", "--user-name", user, "--access-key-id", key["AccessKeyId"], "--status", "Inactive")
    assert cli("list-access-keys", "--user-name", user)["AccessKeyMetadata"][0]["Status"] == "Inactive"
    version = cli("get-policy-version", "--policy-arn", policy, "--version-id", "v1")["PolicyVersion"]
    assert version["Document"] == json.loads(ALLOW)
