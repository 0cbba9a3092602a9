"""Lambda, its logs, and the roles it runs with, with boto3."""

import base64
import io
import json
import os
import re
import urllib.error
import urllib.request
import zipfile

import pytest
from conftest import ACCOUNT, REGION, TRUST, make_function, make_provided, make_role, wait_for, zipped

PYTHON = """
import json, os, sys, time, boto3
def handler(event, context):
    what = event.get("do")
    if what == "raise":
        raise ValueError("no " + event["why"])
    if what == "exit":
        os._exit(3)
    if what == "sleep":
        time.sleep(event["seconds"])
    if what == "print":
        print("hello from the function")
    if what == "who":
        return boto3.client("sts").get_caller_identity()["Arn"]
    if what == "environment":
        return dict(os.environ)
    return {"event": event, "id": context.aws_request_id, "left": context.get_remaining_time_in_millis(),
            "arn": context.invoked_function_arn, "memory": context.memory_limit_in_mb}
"""


@pytest.fixture
def client(shared):
    return shared.client("lambda")


@pytest.fixture(scope="module")
def python(shared):
    make_function(shared, "python-probe", PYTHON, Timeout=3, MemorySize=256,
                  Environment={"Variables": {"COLOUR": "blue"}})
    shared.client("lambda").get_waiter("function_active_v2").wait(FunctionName="python-probe")
    return "python-probe"


def invoke(client, name, event, **options):
    answer = client.invoke(FunctionName=name, Payload=json.dumps(event), **options)
    return answer, json.loads(answer["Payload"].read() or b"null")


def test_an_invocation_has_its_context(client, python):
    answer, result = invoke(client, python, {"a": [1, "ü"]})
    assert (answer["StatusCode"], answer["ExecutedVersion"]) == (200, "$LATEST")
    assert result["event"] == {"a": [1, "ü"]}
    assert result["arn"] == f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{python}"
    assert result["memory"] in (256, "256") and 0 < result["left"] <= 3000


def test_environment_and_role_act(client, python):
    _, environment = invoke(client, python, {"do": "environment"})
    assert environment["COLOUR"] == "blue"
    assert environment["AWS_LAMBDA_FUNCTION_NAME"] == python
    assert not any(name.startswith("WATERWHEEL") for name in environment)
    assert environment["LANG"] == "en_US.UTF-8" and environment["AWS_XRAY_DAEMON_ADDRESS"] == "169.254.79.129:2000"
    assert "TMPDIR" not in environment and "AWS_LAMBDA_LOG_FORMAT" not in environment
    _, arn = invoke(client, python, {"do": "who"})
    assert arn == f"arn:aws:sts::{ACCOUNT}:assumed-role/lambda-role/{python}"


def test_failures_are_told_as_aws_tells_them(client, python):
    answer, result = invoke(client, python, {"do": "raise", "why": "water"})
    assert answer["FunctionError"] == "Unhandled"
    assert (result["errorType"], result["errorMessage"]) == ("ValueError", "no water")
    assert result["stackTrace"]
    answer, result = invoke(client, python, {"do": "exit"})
    assert answer["FunctionError"] == "Unhandled" and result["errorType"] == "Runtime.ExitError"
    answer, result = invoke(client, python, {"do": "sleep", "seconds": 30})
    assert answer["FunctionError"] == "Unhandled"
    assert "Task timed out after 3.00 seconds" in result["errorMessage"]
    answer, result = invoke(client, python, {"again": True})
    assert "FunctionError" not in answer


def test_the_tail_and_the_log_group_hold_the_lines(shared, client, python):
    answer, _ = invoke(client, python, {"do": "print"}, LogType="Tail")
    tail = base64.b64decode(answer["LogResult"]).decode()
    request = answer["ResponseMetadata"]["RequestId"]
    for line in [f"START RequestId: {request} Version: $LATEST", "hello from the function",
                 f"END RequestId: {request}", f"REPORT RequestId: {request}\tDuration: "]:
        assert line in tail
    logs = shared.client("logs")
    group = f"/aws/lambda/{python}"

    def lines():
        try:
            return [e["message"] for e in logs.filter_log_events(logGroupName=group)["events"]]
        except logs.exceptions.ResourceNotFoundException:
            return []

    wait_for("the report", lambda: any(line.startswith(f"REPORT RequestId: {request}") for line in lines()))
    stream = logs.describe_log_streams(logGroupName=group, orderBy="LastEventTime", descending=True)["logStreams"][0]
    events = logs.get_log_events(logGroupName=group, logStreamName=stream["logStreamName"], startFromHead=True)
    assert events["events"]
    again = logs.get_log_events(logGroupName=group, logStreamName=stream["logStreamName"],
                                nextToken=events["nextForwardToken"], startFromHead=True)
    assert again["events"] == [] and again["nextForwardToken"] == events["nextForwardToken"]


def test_the_log_is_the_functions_own(shared, client, name):
    for runtime in ("python3.8", "python3.14"):
        function = f"{name}-{runtime[8:]}"
        make_function(shared, function, 'def handler(e, c): print("10 %\\r20 %\\r")', runtime=runtime)
        log = base64.b64decode(invoke(client, function, {}, LogType="Tail")[0]["LogResult"]).decode()
        # START, END and REPORT are the others.
        assert "\n10 %\r20 %\n" in log and log.count("\n") == 4
    # Another version than that of this machine stands in for one of them at least.
    told = [runtime for runtime in ("python3.8", "python3.14")
            if shared.log().count(f"{runtime} is not on this machine; its functions run on Python") == 1]
    assert told
    with urllib.request.urlopen(f"{shared.url}/_waterwheel/status") as answer:
        runs_on = {function["runtime"]: function["runs_on"] for function in json.load(answer)["functions"]}
    assert all(runs_on[runtime].startswith("Python 3.") for runtime in told)


def test_a_functions_url_is_refused_by_name(shared):
    request = urllib.request.Request(f"{shared.url}/", headers={"Host": f"abc.lambda-url.{REGION}.localhost"})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    assert caught.value.code == 400 and b"Function URLs are not implemented" in caught.value.read()


def test_dry_run_and_event(shared, client, python, name):
    assert client.invoke(FunctionName=python, InvocationType="DryRun")["StatusCode"] == 204
    shared.client("s3").create_bucket(Bucket=name)
    make_function(shared, name, f"""
import boto3, json
def handler(event, context):
    boto3.client("s3").put_object(Bucket={name!r}, Key="done", Body=json.dumps(event))
""")
    answer = client.invoke(FunctionName=name, InvocationType="Event", Payload=b'{"n": 1}')
    assert answer["StatusCode"] == 202
    wait_for("the event", lambda: shared.client("s3").list_objects_v2(Bucket=name)["KeyCount"] == 1)


def test_code_and_configuration_change(shared, client, name):
    made = make_function(shared, name, "def handler(e, c): return 1")
    assert made["State"] in ("Pending", "Active") and made["PackageType"] == "Zip"
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    assert invoke(client, name, {})[1] == 1
    client.update_function_code(FunctionName=name, ZipFile=zipped(app__py="def handler(e, c): return 2"))
    client.get_waiter("function_updated_v2").wait(FunctionName=name)
    assert invoke(client, name, {})[1] == 2
    client.update_function_configuration(FunctionName=name, Timeout=7, Description="d")
    client.get_waiter("function_updated_v2").wait(FunctionName=name)
    got = client.get_function(FunctionName=name)
    assert (got["Configuration"]["Timeout"], got["Configuration"]["Description"]) == (7, "d")
    client.delete_function(FunctionName=name)
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.get_function(FunctionName=name)


def test_a_function_shows_what_aws_shows(shared, client, name):
    made = make_function(shared, name, "def handler(e, c): return c.invoked_function_arn", Environment={})
    version = made["RuntimeVersionConfig"]["RuntimeVersionArn"]
    assert version.startswith(f"arn:aws:lambda:{REGION}::runtime:") and len(version.rpartition(":")[2]) == 64
    assert made["Environment"] == {"Variables": {}}
    client.get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig={"MaxAttempts": 1})
    got = client.get_function_configuration(FunctionName=name)
    assert got["RuntimeVersionConfig"] == made["RuntimeVersionConfig"]
    assert (got["State"], got["LastUpdateStatus"]) == ("Active", "Successful")
    assert got["RevisionId"] != made["RevisionId"]
    now = client.update_function_configuration(FunctionName=name, Timeout=9, RevisionId=got["RevisionId"])
    assert (now["LastUpdateStatus"], now["LastUpdateStatusReasonCode"]) == ("InProgress", "Creating")
    client.get_waiter("function_updated_v2").wait(FunctionName=name, WaiterConfig={"MaxAttempts": 1})
    assert client.get_function_configuration(FunctionName=name)["RevisionId"] not in (
        got["RevisionId"], now["RevisionId"])
    arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
    assert invoke(client, name, {})[1] == arn
    assert invoke(client, name, {}, Qualifier="$LATEST")[1] == f"{arn}:$LATEST"


def test_what_is_not_here_is_refused_as_aws_refuses_it(shared, client, name):
    arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
    for call, told in [(client.invoke, f"{arn}:$LATEST"), (client.get_function, arn), (client.delete_function, arn)]:
        with pytest.raises(client.exceptions.ResourceNotFoundException) as caught:
            call(FunctionName=name)
        assert caught.value.response["Error"]["Message"] == f"Function not found: {told}"
    with pytest.raises(client.exceptions.ClientError) as caught:
        client.invoke(FunctionName=arn.replace(ACCOUNT, "111111111111"))
    error, meta = caught.value.response["Error"], caught.value.response["ResponseMetadata"]
    assert (error["Code"], meta["HTTPStatusCode"]) == ("AccessDeniedException", 403)
    assert error["Message"].endswith("because no resource-based policy allows the lambda:InvokeFunction action")
    make_function(shared, name, "def handler(e, c): return 1")
    assert client.delete_function(FunctionName=name, Qualifier="7")["ResponseMetadata"]["HTTPStatusCode"] == 204
    with pytest.raises(client.exceptions.InvalidParameterValueException):
        client.delete_function(FunctionName=name, Qualifier="$LATEST")
    assert client.get_function(FunctionName=name)["Configuration"]["FunctionArn"] == arn


def test_a_trace_goes_through(shared, client, name):
    make_function(shared, name, """
import json, os, boto3
def handler(event, context):
    trace = os.environ["_X_AMZN_TRACE_ID"]
    if event.get("again"):
        answer = boto3.client("lambda").invoke(FunctionName=context.function_name, Payload=b"{}")
        return [trace, json.loads(answer["Payload"].read())]
    return trace
""")
    form = r"Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=1:[0-9a-f]{8}:0"
    fresh = invoke(client, name, {})[1]
    assert re.fullmatch(form, fresh) and invoke(client, name, {})[1] != fresh
    outer, inner = invoke(client, name, {"again": True})[1]
    assert re.fullmatch(form, outer) and inner.split(";")[0] == outer.split(";")[0]
    given = "Root=1-69963f09-0d53825959fc8b6738f20936;Parent=60d5b6543333d209;Sampled=1"
    client.meta.events.register_first("before-sign.lambda.Invoke", lambda request, **_: request.headers.add_header(
        "X-Amzn-Trace-Id", given), unique_id=name)
    try:
        assert invoke(client, name, {})[1].startswith(f"{given};Lineage=")
    finally:
        client.meta.events.unregister("before-sign.lambda.Invoke", unique_id=name)


def test_asynchronous_invocation_is_configured(shared, client, name):
    make_function(shared, name, "def handler(e, c): raise ValueError('no')")
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.get_function_event_invoke_config(FunctionName=name)
    put = client.put_function_event_invoke_config(FunctionName=name, MaximumRetryAttempts=1)
    assert put["MaximumRetryAttempts"] == 1 and "MaximumEventAgeInSeconds" not in put
    assert put["FunctionArn"] == f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}:$LATEST"
    assert put["DestinationConfig"] == {"OnSuccess": {}, "OnFailure": {}}
    client.update_function_event_invoke_config(FunctionName=name, MaximumEventAgeInSeconds=60)
    got = client.get_function_event_invoke_config(FunctionName=name, Qualifier="$LATEST")
    assert (got["MaximumRetryAttempts"], got["MaximumEventAgeInSeconds"]) == (1, 60)
    listed = client.list_function_event_invoke_configs(FunctionName=name)["FunctionEventInvokeConfigs"]
    assert [config["FunctionArn"] for config in listed] == [put["FunctionArn"]]
    with pytest.raises(client.exceptions.ClientError) as caught:
        client.put_function_event_invoke_config(FunctionName=name, MaximumRetryAttempts=3)
    assert "less than or equal to 2" in caught.value.response["Error"]["Message"]
    client.delete_function_event_invoke_config(FunctionName=name)
    assert client.list_function_event_invoke_configs(FunctionName=name)["FunctionEventInvokeConfigs"] == []


def test_reserved_concurrency_acts(shared, client, name):
    make_function(shared, name, "def handler(e, c): return 1")
    assert "ReservedConcurrentExecutions" not in client.get_function_concurrency(FunctionName=name)
    assert client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)[
        "ReservedConcurrentExecutions"] == 0
    with pytest.raises(client.exceptions.TooManyRequestsException) as caught:
        client.invoke(FunctionName=name)
    assert caught.value.response["Reason"] == "ReservedFunctionConcurrentInvocationLimitExceeded"
    assert client.get_function(FunctionName=name)["Concurrency"] == {"ReservedConcurrentExecutions": 0}
    with pytest.raises(client.exceptions.InvalidParameterValueException):
        client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=901)
    client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=1)
    assert invoke(client, name, {})[1] == 1 and invoke(client, name, {})[1] == 1
    client.delete_function_concurrency(FunctionName=name)
    assert "Concurrency" not in client.get_function(FunctionName=name)


def test_code_from_s3(shared, client, name):
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="code.zip", Body=zipped(app__py="def handler(e, c): return 's3'"))
    client.create_function(FunctionName=name, Runtime="python3.11", Handler="app.handler",
                           Role=make_role(shared), Code={"S3Bucket": name, "S3Key": "code.zip"})
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    assert invoke(client, name, {})[1] == "s3"


def test_node(shared, client, name):
    make_function(shared, name, """
exports.handler = async (event, context) => {
    if (event.fail) throw new TypeError("no " + event.fail);
    console.log("from node");
    return { sum: event.a + event.b, name: context.functionName };
};
""", runtime="nodejs20.x")
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    assert invoke(client, name, {"a": 1, "b": 2})[1] == {"sum": 3, "name": name}
    answer, result = invoke(client, name, {"fail": "luck"})
    assert answer["FunctionError"] == "Unhandled"
    assert (result["errorType"], result["errorMessage"]) == ("TypeError", "no luck")


def test_a_rust_consumer_on_provided_al2023(shared, client, name):
    path = os.environ.get("RUST_CONSUMER")
    assert path and os.path.exists(path), "RUST_CONSUMER does not name the built example: run ./test"
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    with open(path, "rb") as executable:
        make_provided(shared, name, executable.read(), Environment={"Variables": {"BUCKET": name}})
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    kinesis = shared.client("kinesis")
    kinesis.create_stream(StreamName=name, ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    arn = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]
    client.create_event_source_mapping(FunctionName=name, EventSourceArn=arn, StartingPosition="LATEST")
    put = kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"from rust")
    key = f"record-{put['ShardId']}:{put['SequenceNumber']}.txt"
    wait_for("the object", lambda: s3.list_objects_v2(Bucket=name)["KeyCount"] == 1)
    assert s3.get_object(Bucket=name, Key=key)["Body"].read() == b"from rust"


@pytest.mark.parametrize("change, words", [
    ({"Runtime": "python9.9"}, "Value python9.9 at 'runtime' failed to satisfy constraint: Member must satisfy enum value set"),
    ({"Code": {"ZipFile": b"not a zip"}}, "Could not unzip uploaded file. Please check your file, then try to upload again."),
    ({"Role": f"arn:aws:iam::{ACCOUNT}:role/nobody"}, "The role defined for the function cannot be assumed by Lambda."),
    ({"Layers": [f"arn:aws:lambda:{REGION}:{ACCOUNT}:layer:x:1"]}, "Layers"),
    ({"Timeout": 901}, "Member must have value less than or equal to 900"),
    ({"Runtime": "java21"}, "java21"),
    ({"Runtime": "nodejs14.x"}, "The runtime parameter of nodejs14.x is no longer supported for creating or updating"),
    ({"Environment": {"Variables": {"KEY": "x" * 4096}}}, "exceeded the 4KB limit. String measured: {"),
    ({"FunctionName": "f" * 65}, "at functionName failed to satisfy constraint: Member must have length less than or equal to 64"),
    ({"FunctionName": "111111111111:function:f"}, "is not authorized to perform: lambda:CreateFunction on resource: "),
    ({"Code": {"ZipFile": bytes(52428801)}}, "Zipped size must be smaller than 52428800 bytes"),
    ({"Code": {"ZipFile": bytes(53000000)}}, "Request must be smaller than 70167211 bytes for the CreateFunction operation"),
])
def test_mistakes_get_the_errors_of_aws(shared, client, name, change, words):
    arguments = dict(FunctionName=name, Runtime="python3.12", Handler="app.handler", Role=make_role(shared),
                     Code={"ZipFile": zipped(app__py="def handler(e, c): pass")})
    with pytest.raises(client.exceptions.ClientError) as caught:
        client.create_function(**{**arguments, **change})
    assert words.replace("'", "") in caught.value.response["Error"]["Message"].replace("'", "")


def test_an_archive_cannot_leave_its_folder(shared, client, name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../escaped.py", "x")
    with pytest.raises(client.exceptions.InvalidParameterValueException):
        client.create_function(FunctionName=name, Runtime="python3.12", Handler="app.handler",
                               Role=make_role(shared), Code={"ZipFile": out.getvalue()})
    assert not list(shared.data_dir.rglob("escaped.py"))


def test_roles_and_their_policies(shared, name):
    iam, sts = shared.client("iam"), shared.client("sts")
    role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST, Path="/team/", Description="d")["Role"]
    assert role["Arn"] == f"arn:aws:iam::{ACCOUNT}:role/team/{name}"
    assert role["AssumeRolePolicyDocument"] == json.loads(TRUST)
    policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
    iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=json.dumps(policy))
    assert iam.get_role_policy(RoleName=name, PolicyName="p")["PolicyDocument"] == policy
    assert iam.list_role_policies(RoleName=name)["PolicyNames"] == ["p"]
    managed = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
    iam.attach_role_policy(RoleName=name, PolicyArn=managed)
    assert iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"][0]["PolicyArn"] == managed
    with pytest.raises(iam.exceptions.DeleteConflictException):
        iam.delete_role(RoleName=name)
    iam.detach_role_policy(RoleName=name, PolicyArn=managed)
    iam.delete_role_policy(RoleName=name, PolicyName="p")
    iam.delete_role(RoleName=name)
    with pytest.raises(iam.exceptions.NoSuchEntityException):
        iam.get_role(RoleName=name)
    assert sts.get_caller_identity()["Account"] == ACCOUNT


def test_an_assumed_role_is_who_it_says(shared, name):
    trust = json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "sts:AssumeRole"}]})
    arn = shared.client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    got = shared.client("sts").assume_role(RoleArn=arn, RoleSessionName="me")
    keys = got["Credentials"]
    as_role = shared.client("sts", access_key=keys["AccessKeyId"], secret=keys["SecretAccessKey"],
                            aws_session_token=keys["SessionToken"])
    assert as_role.get_caller_identity()["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/me"
