"""Versions and aliases of functions, and what tools ask about functions besides, with boto3."""

import json

import pytest
from botocore.exceptions import ClientError
from conftest import ACCOUNT, REGION, make_function, zipped

CODE = """
def handler(event, context):
    return ["{}", context.function_version, context.invoked_function_arn, context.log_stream_name]
"""


def arn(name, qualifier):
    return f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}:{qualifier}"


@pytest.fixture
def client(shared):
    return shared.client("lambda")


@pytest.fixture
def function(shared, client, request):
    name = "v-" + request.node.name.replace("_", "-")[-50:]
    make_function(shared, name, CODE.format("one"))
    yield name
    client.delete_function(FunctionName=name)


def invoke(client, name, qualifier):
    answer = client.invoke(FunctionName=name, Qualifier=qualifier)
    return answer["ExecutedVersion"], json.loads(answer["Payload"].read())


def refusal(call, **arguments):
    with pytest.raises(ClientError) as refused:
        call(**arguments)
    error = refused.value.response["Error"]
    return error["Code"], error["Message"]


def test_a_version_stays_as_it_was_published(client, function):
    one = client.publish_version(FunctionName=function, Description="the first")
    assert (one["Version"], one["FunctionArn"]) == ("1", arn(function, 1))
    assert one["ResponseMetadata"]["HTTPStatusCode"] == 201
    assert client.publish_version(FunctionName=function)["Version"] == "1", "nothing has changed"
    module = client.get_function_configuration(FunctionName=function)["Handler"].split(".")[0]
    two = client.update_function_code(
        FunctionName=function, ZipFile=zipped(**{f"{module}.py": CODE.format("two")}), Publish=True)
    assert (two["Version"], two["FunctionArn"]) == ("2", arn(function, 2))
    assert one["CodeSha256"] != two["CodeSha256"]
    for qualifier, expected, executed in [("1", "one", "1"), ("2", "two", "2"), ("$LATEST", "two", "$LATEST")]:
        version, (said, own, invoked, stream) = invoke(client, function, qualifier)
        assert (version, said, own, invoked) == (executed, expected, executed, arn(function, qualifier))
        assert f"[{executed}]" in stream
    listed = client.get_paginator("list_versions_by_function").paginate(FunctionName=function, PaginationConfig={"PageSize": 2})
    versions = [version for page in listed for version in page["Versions"]]
    assert [version["Version"] for version in versions] == ["$LATEST", "1", "2"]
    assert [version["FunctionArn"] for version in versions] == [arn(function, it) for it in ["$LATEST", 1, 2]]
    everything = client.get_paginator("list_functions").paginate(FunctionVersion="ALL")
    arns = [it["FunctionArn"] for page in everything for it in page["Functions"]]
    assert {arn(function, it) for it in ["$LATEST", 1, 2]} <= set(arns)
    assert client.get_function(FunctionName=function, Qualifier="1")["Configuration"]["Description"] == "the first"
    assert refusal(client.update_function_configuration, FunctionName=arn(function, 1), Timeout=5)[0] == \
        "InvalidParameterValueException"


def test_an_alias_moves_and_shares_out(client, function):
    client.publish_version(FunctionName=function)
    client.update_function_configuration(FunctionName=function, Description="changed")
    client.publish_version(FunctionName=function)
    made = client.create_alias(FunctionName=function, Name="PROD", FunctionVersion="1")
    assert made["AliasArn"] == arn(function, "PROD") and "RoutingConfig" not in made
    executed, (_, version, invoked, _) = invoke(client, function, "PROD")
    assert (executed, version, invoked) == ("1", "1", arn(function, "PROD"))
    assert refusal(client.delete_function, FunctionName=function, Qualifier="1") == (
        "ResourceConflictException",
        "Unable to delete version because the following aliases reference it: [PROD]")
    shared = client.update_alias(FunctionName=function, Name="PROD",
                                 RoutingConfig={"AdditionalVersionWeights": {"2": 0.5}})
    assert shared["RoutingConfig"] == {"AdditionalVersionWeights": {"2": 0.5}}
    assert {invoke(client, function, "PROD")[0] for _ in range(40)} == {"1", "2"}
    moved = client.update_alias(FunctionName=function, Name="PROD", FunctionVersion="2", RoutingConfig={})
    assert moved["FunctionVersion"] == "2" and "RoutingConfig" not in moved
    assert {invoke(client, function, "PROD")[0] for _ in range(5)} == {"2"}
    client.delete_function(FunctionName=function, Qualifier="1")
    assert [it["Name"] for it in client.list_aliases(FunctionName=function)["Aliases"]] == ["PROD"]
    assert refusal(client.update_alias, FunctionName=function, Name="PROD", RevisionId=made["RevisionId"])[0] == \
        "PreconditionFailedException"
    client.delete_alias(FunctionName=function, Name="PROD")
    assert refusal(client.get_alias, FunctionName=function, Name="PROD") == (
        "ResourceNotFoundException", f"Cannot find alias arn: {arn(function, 'PROD')}")
    assert refusal(client.invoke, FunctionName=function, Qualifier="PROD") == (
        "ResourceNotFoundException", f"Function not found: {arn(function, 'PROD')}")


def test_an_event_and_its_permission_go_to_the_alias(client, function):
    client.publish_version(FunctionName=function)
    client.create_alias(FunctionName=function, Name="live", FunctionVersion="1")
    client.add_permission(FunctionName=function, Qualifier="live", StatementId="s",
                          Action="lambda:InvokeFunction", Principal="sns.amazonaws.com")
    policy = json.loads(client.get_policy(FunctionName=function, Qualifier="live")["Policy"])
    assert policy["Statement"][0]["Resource"] == arn(function, "live")
    assert refusal(client.get_policy, FunctionName=function)[0] == "ResourceNotFoundException"
    put = client.put_function_event_invoke_config(FunctionName=function, Qualifier="live", MaximumRetryAttempts=0)
    assert put["FunctionArn"] == arn(function, "live")
    assert client.invoke(FunctionName=function, Qualifier="live", InvocationType="Event")["StatusCode"] == 202


def test_what_tools_ask_besides(client, function):
    signing = client.get_function_code_signing_config(FunctionName=function)
    assert set(signing) == {"ResponseMetadata"}
    settings = client.get_account_settings()
    assert settings["AccountLimit"]["ConcurrentExecutions"] == 1000
    assert settings["AccountUsage"]["FunctionCount"] >= 1
    assert client.get_runtime_management_config(FunctionName=function)["UpdateRuntimeOn"] == "Auto"
    client.put_runtime_management_config(FunctionName=function, UpdateRuntimeOn="Auto")
    assert "Waterwheel" in refusal(client.put_runtime_management_config, FunctionName=function,
                                   UpdateRuntimeOn="FunctionUpdate")[1]
    assert client.get_function_recursion_config(FunctionName=function)["RecursiveLoop"] == "Allow"
    client.put_function_recursion_config(FunctionName=function, RecursiveLoop="Allow")
    changed = client.update_function_configuration(
        FunctionName=function, TracingConfig={"Mode": "Active"},
        VpcConfig={"SubnetIds": [], "SecurityGroupIds": []}, Layers=[])
    assert changed["TracingConfig"] == {"Mode": "Active"}
    code, message = refusal(client.update_function_configuration, FunctionName=function,
                            VpcConfig={"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]})
    assert code == "InvalidParameterValueException"
    assert message == "VpcConfig is not supported by Waterwheel yet. Leave it out, or empty."
