"""Parameter Store with boto3, and with both AWS CLIs."""

import base64
import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from conftest import ACCOUNT, REGION, make_function, refused, wait_for

FUNCTION = """
import boto3
ssm = boto3.client("ssm")
def handler(event, context):
    put = ssm.put_parameter(Name=event["name"], Value="written", Type="SecureString", Overwrite=True)
    shown = ssm.describe_parameters(
        ParameterFilters=[{"Key": "Name", "Values": [event["name"]]}])["Parameters"][0]
    read = ssm.get_parameter(Name=event["name"], WithDecryption=True)["Parameter"]["Value"]
    return {"version": put["Version"], "value": read, "by": shown["LastModifiedUser"]}
"""


@pytest.fixture
def ssm(shared):
    return shared.client("ssm")


@pytest.fixture
def root(name):
    """A hierarchy that no other test uses."""
    return f"/t/{name}"


def arn(name):
    return f"arn:aws:ssm:{REGION}:{ACCOUNT}:parameter{name}"


def put(ssm, name, value, **options):
    return ssm.put_parameter(Name=name, Value=value, **{"Type": "String", **options})["Version"]


def get(ssm, name, **options):
    return ssm.get_parameter(Name=name, **options)["Parameter"]


def test_a_parameter_is_put_got_overwritten_and_deleted(ssm, root):
    made = ssm.put_parameter(Name=root, Value="1", Type="String", Description="d",
                             Tags=[{"Key": "a", "Value": "b"}])
    assert (made["Version"], made["Tier"]) == (1, "Standard")
    shown = get(ssm, root)
    assert (shown["Name"], shown["Type"], shown["Value"], shown["Version"]) == (root, "String", "1", 1)
    assert (shown["ARN"], shown["DataType"]) == (arn(root), "text") and "Selector" not in shown
    assert refused(put, ssm=ssm, name=root, value="2") == (
        400, "ParameterAlreadyExists",
        "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.")
    assert put(ssm, root, "2", Overwrite=True) == 2
    assert get(ssm, arn(root))["Value"] == "2"
    assert [get(ssm, f"{root}:{n}")["Value"] for n in (1, 2)] == ["1", "2"]
    ssm.delete_parameter(Name=root)
    with pytest.raises(ssm.exceptions.ParameterNotFound) as caught:
        get(ssm, root)
    # AWS sends no sentence with it.
    assert caught.value.response["Error"]["Message"] == ""


def test_a_secure_string_is_opened_for_who_asks(ssm, root):
    put(ssm, root, "open sesame", Type="SecureString")
    closed = get(ssm, root)["Value"]
    assert len(base64.b64decode(closed, validate=True)) > 11 and "sesame" not in closed
    assert get(ssm, root, WithDecryption=True)["Value"] == "open sesame"
    many = ssm.get_parameters(Names=[root, "/none"], WithDecryption=True)
    assert (many["Parameters"][0]["Value"], many["InvalidParameters"]) == ("open sesame", ["/none"])
    [history] = ssm.get_parameter_history(Name=root, WithDecryption=True)["Parameters"]
    assert (history["Value"], history["KeyId"]) == ("open sesame", "alias/aws/ssm")
    error = refused(put, ssm=ssm, name=root, value="x", Type="SecureString", KeyId="alias/own", Overwrite=True)
    assert error == (400, "InvalidKeyId", f"Alias arn:aws:kms:{REGION}:{ACCOUNT}:alias/own is not found.")


def test_a_hierarchy_is_read_page_by_page(ssm, root):
    names = sorted([f"{root}/{n:02}" for n in range(13)] + [f"{root}/deep/{n}" for n in range(12)])
    for name in names:
        put(ssm, name, name, Type="SecureString" if name.endswith("/00") else "String")
    put(ssm, f"{root}-beside", "x")

    def below(**options):
        pages = ssm.get_paginator("get_parameters_by_path").paginate(Path=root, **options)
        pages = [[it["Name"] for it in page["Parameters"]] for page in pages]
        assert all(len(page) <= 10 for page in pages)
        return [name for page in pages for name in page]

    assert below(Recursive=True) == names
    assert below() == [name for name in names if "/deep/" not in name]
    assert below(PaginationConfig={"PageSize": 3}) == below()
    by_type = [{"Key": "Type", "Option": "Equals", "Values": ["SecureString"]}]
    assert below(ParameterFilters=by_type) == [f"{root}/00"]
    described = ssm.get_paginator("describe_parameters").paginate(
        ParameterFilters=[{"Key": "Path", "Option": "Recursive", "Values": [root]}])
    assert [it["Name"] for page in described for it in page["Parameters"]] == names
    assert refused(ssm.get_parameters_by_path, Path=root, NextToken="!")[1] == "InvalidNextToken"
    deleted = ssm.delete_parameters(Names=names[:9] + ["/none"])
    assert (deleted["DeletedParameters"], deleted["InvalidParameters"]) == (names[:9], ["/none"])


def test_versions_are_labelled_and_remembered(ssm, root):
    for value in "123":
        put(ssm, root, value, Overwrite=True)
    ssm.label_parameter_version(Name=root, ParameterVersion=1, Labels=["prod", "old"])
    labelled = ssm.label_parameter_version(Name=root, Labels=["prod", "1bad"])
    assert (labelled["ParameterVersion"], labelled["InvalidLabels"]) == (3, ["1bad"])
    shown = get(ssm, f"{root}:prod")
    assert (shown["Value"], shown["Selector"]) == ("3", ":prod")
    history = ssm.get_paginator("get_parameter_history").paginate(Name=root, PaginationConfig={"PageSize": 2})
    history = [it for page in history for it in page["Parameters"]]
    assert [(it["Version"], it["Value"], it["Labels"]) for it in history] == [
        (1, "1", ["old"]), (2, "2", []), (3, "3", ["prod"])]
    unlabelled = ssm.unlabel_parameter_version(Name=root, ParameterVersion=1, Labels=["old", "none"])
    assert (unlabelled["RemovedLabels"], unlabelled["InvalidLabels"]) == (["old"], ["none"])
    assert refused(get, ssm=ssm, name=f"{root}:9") == (
        400, "ParameterVersionNotFound",
        f"Systems Manager could not find version 9 of {root}. Verify the version and try again.")


def test_no_version_is_lost_when_many_put_at_once(shared, ssm, root):
    def one(number):
        return put(shared.client("ssm"), root, str(number), Overwrite=True)

    with ThreadPoolExecutor(8) as pool:
        versions = sorted(pool.map(one, range(40)))
    assert versions == list(range(1, 41))
    history = ssm.get_parameter_history(Name=root)["Parameters"]
    assert sorted(int(it["Value"]) for it in history) == list(range(40))


def test_parameters_are_tagged_and_found_by_their_tags(ssm, root, name):
    put(ssm, root, "x", Tags=[{"Key": "of", "Value": name}])
    put(ssm, f"{root}-other", "x")
    of = {"ResourceType": "Parameter", "ResourceId": root}
    ssm.add_tags_to_resource(**of, Tags=[{"Key": "b", "Value": "2"}])
    found = ssm.describe_parameters(ParameterFilters=[{"Key": "tag:of", "Values": [name]}])["Parameters"]
    assert [it["Name"] for it in found] == [root]
    ssm.remove_tags_from_resource(**of, TagKeys=["of"])
    assert ssm.list_tags_for_resource(**of)["TagList"] == [{"Key": "b", "Value": "2"}]
    assert refused(ssm.list_tags_for_resource, ResourceType="Parameter", ResourceId="/none")[1] == "InvalidResourceId"


def test_errors_are_as_aws_words_them(ssm, root):
    def sentence(name=root, value="x", **options):
        status, code, message = refused(put, ssm=ssm, name=name, value=value, **options)
        assert status == 400
        return f"{code}: {message}"

    assert sentence("/aws/x") == "AccessDeniedException: No access to reserved parameter name: /aws/x."
    assert sentence("ssmx") == (
        "ValidationException: Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).")
    assert sentence("a/b") == "ValidationException: Parameter name must be a fully qualified name."
    assert sentence("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16").startswith("HierarchyLevelLimitExceededException")
    assert "Member must satisfy enum value set: [SecureString, StringList, String]" in sentence(Type="Text")
    assert "Standard tier parameters support a maximum parameter value of 4096" in sentence(value="x" * 4097)
    assert sentence(value="10,000", AllowedPattern=r"\d{1,4}") == (
        "ParameterPatternMismatchException: Parameter value, cannot be validated against allowedPattern: \\d{1,4}")
    assert "DataType aws:ec2:image is not supported" in sentence(DataType="aws:ec2:image")
    policy = [{"Type": "NoChangeNotification", "Version": "1.0", "Attributes": {"After": "2", "Unit": "Days"}}]
    told = sentence(Tier="Advanced", Policies=json.dumps(policy))
    assert told.startswith("InvalidPolicyTypeException") and "NoChangeNotification" in told


def test_what_else_systems_manager_has_is_refused_by_its_name(ssm):
    for call, arguments in [
        (ssm.list_documents, {}),
        (ssm.describe_instance_information, {}),
        (ssm.send_command, {"DocumentName": "AWS-RunShellScript"}),
    ]:
        status, _, message = refused(call, **arguments)
        assert status == 400 and "it has Parameter Store alone" in message


def test_what_was_put_is_there_after_a_power_cut(server, root):
    ssm = server.client("ssm")
    for value in ("1", "2"):
        put(ssm, root, value, Type="SecureString", Overwrite=True)
    ssm.label_parameter_version(Name=root, ParameterVersion=1, Labels=["first"])
    server.restart()
    assert get(ssm, root, WithDecryption=True)["Value"] == "2"
    assert get(ssm, f"{root}:first", WithDecryption=True)["Value"] == "1"
    data = b"".join(path.read_bytes() for path in (server.data_dir / "data").rglob("*") if path.is_file())
    assert root.encode() in data and b'"value":"1"' not in data
    assert put(ssm, root, "3", Overwrite=True) == 3


def test_a_secret_is_got_under_a_name_of_a_parameter(shared, ssm, name):
    made = shared.client("secretsmanager").create_secret(Name=f"{name}/s.", SecretString="open sesame")
    reference = f"/aws/reference/secretsmanager/{name}/s."
    shown = get(ssm, reference, WithDecryption=True)
    assert (shown["Value"], shown["Type"], shown["Version"]) == ("open sesame", "SecureString", 0)
    assert json.loads(shown["SourceResult"])["versionId"] == made["VersionId"]
    assert get(ssm, f"{reference}:{made['VersionId']}", WithDecryption=True)["Value"] == "open sesame"
    both = ssm.get_parameters(Names=[reference, f"{reference}:AWSPREVIOUS"], WithDecryption=True)
    assert (len(both["Parameters"]), both["InvalidParameters"]) == (1, [f"{reference}:AWSPREVIOUS"])
    assert refused(get, ssm=ssm, name=reference) == (
        400, "ValidationException", "WithDecryption flag must be True for retrieving a Secret Manager secret.")


def test_a_function_reads_and_writes_parameters_as_its_role(shared, ssm, root, name):
    make_function(shared, name, FUNCTION, Timeout=30)
    functions = shared.client("lambda")
    functions.get_waiter("function_active_v2").wait(FunctionName=name)
    put(ssm, root, "before")
    answer = functions.invoke(FunctionName=name, Payload=json.dumps({"name": root}))
    told = json.loads(answer["Payload"].read())
    assert told == {
        "version": 2, "value": "written", "by": f"arn:aws:sts::{ACCOUNT}:assumed-role/lambda-role/{name}"}


def test_a_parameter_expires(ssm, root):
    soon = datetime.now(timezone.utc) + timedelta(seconds=3)
    soon = soon.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    policy = [{"Type": "Expiration", "Version": "1.0", "Attributes": {"Timestamp": soon}}]
    put(ssm, root, "x", Tier="Advanced", Policies=json.dumps(policy))
    [shown] = ssm.describe_parameters(ParameterFilters=[{"Key": "Name", "Values": [root]}])["Parameters"]
    assert shown["Policies"][0]["PolicyType"] == "Expiration"
    wait_for("its end", lambda: not ssm.get_parameters(Names=[root])["Parameters"])


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_command_line_puts_and_gets(shared, root, cli):
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
                   "AWS_DEFAULT_REGION": REGION, "AWS_PAGER": ""}

    def aws(*arguments):
        command = [os.environ[cli], "--endpoint-url", shared.url, "--output", "json", "ssm", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout or "null")

    made = aws("put-parameter", "--name", f"{root}/a", "--value", "x", "--type", "SecureString")
    assert made == {"Version": 1, "Tier": "Standard"}
    got = aws("get-parameter", "--name", f"{root}/a", "--with-decryption")["Parameter"]
    assert (got["Value"], got["ARN"]) == ("x", arn(f"{root}/a"))
    below = aws("get-parameters-by-path", "--path", root)["Parameters"]
    assert [it["Name"] for it in below] == [f"{root}/a"]
    assert aws("describe-parameters", "--parameter-filters", f"Key=Name,Values={root}/a")["Parameters"]
    aws("delete-parameter", "--name", f"{root}/a")
