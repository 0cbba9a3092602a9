"""CloudWatch with boto3 in each protocol that it speaks, with raw forms, and with both AWS CLIs."""

import json
import os
import subprocess
import urllib.parse
import urllib.request
from datetime import datetime, timedelta, timezone

import botocore.session
import pytest
from conftest import ACCOUNT, REGION, Server, make_function, refused, wait_for


@pytest.fixture
def metrics(shared):
    return shared.client("cloudwatch")


@pytest.fixture
def clocked(tmp_path):
    """A server whose clock can be turned."""
    server = Server(tmp_path, options=["--clock", "virtual"])
    yield server
    server.stop()


def advance(server, span):
    body = json.dumps({"advance": span}).encode()
    request = urllib.request.Request(f"{server.url}/_waterwheel/clock", body, method="POST")
    urllib.request.urlopen(request).read()


@pytest.fixture
def namespace(name):
    return f"t/{name}"


def ago(**options):
    return datetime.now(timezone.utc) - timedelta(**options)


def put(metrics, namespace, *values, **options):
    data = [{"MetricName": "m", "Value": value, **options} for value in values]
    metrics.put_metric_data(Namespace=namespace, MetricData=data)


def query(identifier, namespace, stat="Sum", period=60, name="m", **options):
    metric = {"Namespace": namespace, "MetricName": name, "Dimensions": options.pop("Dimensions", [])}
    return {"Id": identifier, "MetricStat": {"Metric": metric, "Period": period, "Stat": stat}, **options}


def ask(metrics, *queries, **options):
    times = {"StartTime": ago(hours=2), "EndTime": ago(hours=-1)}
    return metrics.get_metric_data(MetricDataQueries=list(queries), **{**times, **options})["MetricDataResults"]


def statistics(metrics, namespace, **options):
    defaults = {"MetricName": "m", "StartTime": ago(hours=1), "EndTime": ago(hours=-1), "Period": 3600,
                "Statistics": ["Sum", "SampleCount", "Minimum", "Maximum", "Average"]}
    return metrics.get_metric_statistics(Namespace=namespace, **{**defaults, **options})["Datapoints"]


@pytest.mark.parametrize("protocol", ["smithy-rpc-v2-cbor", "json", "query"])
def test_every_protocol_puts_and_gets(shared, namespace, protocol):
    metrics = shared.client("cloudwatch")
    spoken = metrics.meta.service_model.metadata
    if protocol not in spoken.get("protocols", []):
        pytest.skip(f"this botocore does not speak {protocol}")
    session = botocore.session.get_session()
    loader = session.get_component("data_loader")
    usual = loader.load_service_model

    def model(service_name, type_name, api_version=None):
        found = usual(service_name, type_name, api_version)
        if (service_name, type_name) == ("cloudwatch", "service-2"):
            found = {**found, "metadata": {**found["metadata"], "protocol": protocol, "protocols": [protocol]}}
        return found

    loader.load_service_model = model
    metrics = session.create_client("cloudwatch", endpoint_url=shared.url, region_name=REGION,
                                    aws_access_key_id="test", aws_secret_access_key="test")
    dimensions = [{"Name": "a", "Value": "b<c>"}]
    put(metrics, namespace, 1.5, 2.5, Dimensions=dimensions, Unit="Count", Timestamp=ago(minutes=1))
    points = statistics(metrics, namespace, Dimensions=dimensions, Period=7200, StartTime=ago(hours=1))
    assert [(p["Sum"], p["SampleCount"], p["Unit"]) for p in points] == [(4.0, 2.0, "Count")]
    assert points[0]["Timestamp"].tzinfo is not None
    result = ask(metrics, query("q", namespace, Dimensions=dimensions))[0]
    assert (result["Values"], result["Label"], result["StatusCode"]) == ([4.0], "m", "Complete")
    found = metrics.list_metrics(Namespace=namespace)["Metrics"]
    assert found == [{"Namespace": namespace, "MetricName": "m", "Dimensions": dimensions}]
    status, code, message = refused(metrics.put_metric_data, Namespace=namespace, MetricData=[
        {"MetricName": "m", "Value": float("nan")}])
    assert (status, code) == (400, "InvalidParameterValue")
    assert message == "The value NaN for parameter MetricData.member.1.Value is invalid."
    assert refused(metrics.get_dashboard, DashboardName="none")[:2] == (404, "ResourceNotFound")
    assert refused(metrics.delete_alarms, AlarmNames=["none"])[:2] == (404, "ResourceNotFound")


def test_forms_by_hand(shared, namespace):
    def post(**form):
        body = urllib.parse.urlencode({"Version": "2010-08-01", **form}).encode()
        request = urllib.request.Request(shared.url, body, {
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8"})
        return urllib.request.urlopen(request).read().decode()

    answer = post(**{"Action": "PutMetricData", "Namespace": namespace, "MetricData.member.1.MetricName": "m",
                     "MetricData.member.1.Values.member.1": "2", "MetricData.member.1.Values.member.2": "4",
                     "MetricData.member.1.Counts.member.1": "1", "MetricData.member.1.Counts.member.2": "3"})
    assert "<PutMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">" in answer
    answer = post(**{"Action": "GetMetricStatistics", "Namespace": namespace, "MetricName": "m", "Period": "7200",
                     "StartTime": ago(hours=1).strftime("%Y-%m-%dT%H:%M:%SZ"), "Statistics.member.1": "Sum",
                     "EndTime": ago(hours=-1).strftime("%Y-%m-%dT%H:%M:%SZ")})
    assert "<Sum>14.0</Sum>" in answer and "<Label>m</Label>" in answer


def test_statistics_of_values(metrics, namespace):
    metrics.put_metric_data(Namespace=namespace, MetricData=[
        {"MetricName": "m", "Values": [float(n) for n in range(1, 101)], "Unit": "Milliseconds"}])
    metrics.put_metric_data(Namespace=namespace, MetricData=[
        {"MetricName": "set", "StatisticValues": {"SampleCount": 2, "Sum": 6, "Minimum": 2, "Maximum": 4}}])
    stats = ["p50", "p99", "tm90", "TC(:10%)", "PR(:50)", "IQM", "WM(10%:90%)"]
    point, = statistics(metrics, namespace, ExtendedStatistics=stats, Period=7200)
    values = point["ExtendedStatistics"]
    assert values["p50"] == pytest.approx(50, rel=0.1) and values["p99"] == pytest.approx(99, rel=0.1)
    assert values["PR(:50)"] == pytest.approx(50, abs=6) and values["TC(:10%)"] == pytest.approx(10)
    assert (point["Average"], point["Maximum"]) == (50.5, 100.0)
    point, = statistics(metrics, namespace, MetricName="set", Period=7200)
    assert (point["Average"], point["SampleCount"]) == (3.0, 2.0)
    assert refused(metrics.get_metric_statistics, Namespace=namespace, MetricName="m", Period=60,
                   StartTime=ago(days=2), EndTime=ago(), Statistics=["Sum"]) == (
        400, "InvalidParameterCombination",
        "You have requested up to 2,881 datapoints, which exceeds the limit of 1,440. You may reduce the "
        "datapoints requested by increasing Period, or decreasing the time range.")


def test_a_long_request_comes_compressed(metrics, namespace):
    sent = []
    metrics.meta.events.register("before-send.cloudwatch", lambda request, **_: sent.append(request.headers))
    metrics.put_metric_data(Namespace=namespace, MetricData=[
        {"MetricName": f"m{number}", "Value": number, "Dimensions": [{"Name": "padding", "Value": "x" * 100}]}
        for number in range(500)])
    assert sent[0].get("Content-Encoding") in (b"gzip", "gzip")
    listed = metrics.get_paginator("list_metrics").paginate(Namespace=namespace)
    assert sum(len(page["Metrics"]) for page in listed) == 500


def test_math_labels_and_pages(metrics, namespace):
    for shard, value in (("1", 1), ("2", 5)):
        put(metrics, namespace, value, Dimensions=[{"Name": "Shard", "Value": shard}], Timestamp=ago(minutes=1))
    found = ask(metrics, {"Id": "s", "Expression": f"SEARCH('{{{namespace},Shard}} m', 'Sum', 60)"},
                {"Id": "total", "Expression": "SUM(s) * 10", "Label": "sum ${MAX}"})
    assert [(r["Id"], r["Label"], r["Values"]) for r in found] == [
        ("s", "1 m", [1.0]), ("s", "2 m", [5.0]), ("total", "sum 60", [60.0])]
    times = {"StartTime": ago(hours=1), "EndTime": ago(hours=-1)}
    pages = metrics.get_paginator("get_metric_data").paginate(MaxDatapoints=1, MetricDataQueries=[
        {"Id": "s", "Expression": f"SEARCH('{{{namespace},Shard}} m', 'Sum', 60)"}], **times)
    values = [r["Values"] for page in pages for r in page["MetricDataResults"]]
    assert values == [[1.0], [5.0]]
    status, code, message = refused(metrics.get_metric_data, MetricDataQueries=[
        {"Id": "e", "Expression": "ANOMALY_DETECTION_BAND(m1)"}], **times)
    assert (status, code) == (400, "ValidationError") and "not supported by Waterwheel" in message


def test_a_metric_of_several_units_tells_of_them_and_labels_tell_what_differs(metrics, namespace):
    when = ago(minutes=1)
    for unit, value in (("Milliseconds", 60000.0), ("Seconds", 60.0)):
        put(metrics, namespace, value, Unit=unit, Timestamp=when)

    def message(units):
        return [{"Code": "MultipleUnits", "Value": f"Multiple units returned: '[{units}]'"}]

    result, = ask(metrics, query("q", namespace))
    assert (result["Values"], result["Messages"]) == ([60000.0], message("Milliseconds, Seconds"))
    put(metrics, namespace, 5.0, Unit="Count", Timestamp=when)
    result, = ask(metrics, query("q", namespace))
    assert (result["Values"], result["Messages"]) == ([5.0], message("Count, Milliseconds, Seconds"))
    one = query("q", namespace)
    one["MetricStat"]["Unit"] = "Seconds"
    result, = ask(metrics, one)
    assert result["Values"] == [60.0] and not result.get("Messages")

    def labels(*asked):
        queries = [query(f"q{at}", namespace, stat, period) for at, (stat, period) in enumerate(asked)]
        return [result["Label"] for result in ask(metrics, *queries)]

    assert labels(("Sum", 60), ("Minimum", 300)) == ["m Sum 60", "m Minimum 300"]
    assert labels(("Sum", 60), ("Minimum", 60)) == ["m Sum", "m Minimum"]
    assert labels(("Sum", 60), ("Sum", 300)) == ["m 60", "m 300"]
    assert labels(("Sum", 60), ("Sum", 60)) == ["m", "m"]


def test_a_search_finds_tokens_of_names(metrics, namespace):
    for metric in ("CustomCount1", "SDBFailure", "Network-Errors-2"):
        metrics.put_metric_data(Namespace=namespace, MetricData=[{"MetricName": metric, "Value": 1}])

    def found(terms):
        results = ask(metrics, {"Id": "s", "Expression": f"SEARCH('{{{namespace}}} {terms}', 'Sum', 60)"})
        return sorted(result["Label"] for result in results if result["Values"])

    for terms in ("count", "COUNT", "CustomCount", "Count1", '"CustomCount1"', 'MetricName="CustomCount1"', "MetricName=custom"):
        assert found(terms) == ["CustomCount1"], terms
    for terms in ("couNT", "customcount", "count1", "Cust", '"Custom"', '"customcount1"'):
        assert found(terms) == [], terms
    for terms in ("network/errors", "Network_Errors", "network AND errors"):
        assert found(terms) == ["Network-Errors-2"], terms
    assert found("failure OR errors") == ["Network-Errors-2", "SDBFailure"]
    assert found("NOT count NOT network") == ["SDBFailure"]


def test_an_alarm_tells_a_queue_by_a_topic_and_a_function(clocked, namespace, name):
    shared, metrics = clocked, clocked.client("cloudwatch")
    topics, queues = shared.client("sns"), shared.client("sqs")
    topic = topics.create_topic(Name=name)["TopicArn"]
    queue = queues.create_queue(QueueName=name)["QueueUrl"]
    target = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"
    allowed = {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": target}]}
    queues.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": json.dumps(allowed)})
    topics.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=target)
    code = """
import boto3, json
def handler(event, context):
    boto3.client("sqs").send_message(QueueUrl=boto3.client("sqs").get_queue_url(QueueName=%r)["QueueUrl"],
                                     MessageBody=json.dumps(event))
""" % name
    make_function(shared, name, code)
    functions = shared.client("lambda")
    function = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
    functions.add_permission(FunctionName=name, StatementId="alarms", Action="lambda:InvokeFunction",
                             Principal="lambda.alarms.cloudwatch.amazonaws.com")
    metrics.put_metric_alarm(
        AlarmName=name, Namespace=namespace, MetricName="m", Statistic="Sum", Period=60, EvaluationPeriods=1,
        Threshold=5, ComparisonOperator="GreaterThanThreshold", AlarmActions=[topic, function],
        AlarmDescription="a test", Tags=[{"Key": "k", "Value": "v"}])
    put(metrics, namespace, 10)
    advance(clocked, "61s")
    messages = []

    def both():
        got = queues.receive_message(QueueUrl=queue, WaitTimeSeconds=2, MaxNumberOfMessages=10)
        for message in got.get("Messages", []):
            messages.append(json.loads(message["Body"]))
            queues.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
        return len(messages) == 2

    wait_for("the alarm", both)
    note = next(it for it in messages if "Message" in it)
    event = next(it for it in messages if "alarmData" in it)
    assert note["Subject"] == f'ALARM: "{name}" in US East (N. Virginia)'[:100]
    told = json.loads(note["Message"])
    assert (told["AlarmName"], told["NewStateValue"], told["OldStateValue"]) == (name, "ALARM", "INSUFFICIENT_DATA")
    assert told["Trigger"]["MetricName"] == "m" and told["Trigger"]["Statistic"] == "SUM"
    assert told["NewStateReason"].startswith("Threshold Crossed: 1 datapoint [10.0 (")
    assert told["NewStateReason"].endswith(")] was greater than the threshold (5.0).")
    assert "DatapointsToAlarm" not in told["Trigger"]
    assert event["alarmData"]["state"]["value"] == "ALARM" and event["source"] == "aws.cloudwatch"
    alarm, = metrics.describe_alarms(AlarmNames=[name])["MetricAlarms"]
    assert (alarm["StateValue"], alarm["AlarmDescription"], alarm["Threshold"]) == ("ALARM", "a test", 5.0)
    data = json.loads(alarm["StateReasonData"])
    seen, = data["evaluatedDatapoints"]
    assert (seen["sampleCount"], seen["value"], data["recentDatapoints"]) == (1.0, 10.0, [10.0])
    assert data["startDate"] == seen["timestamp"]
    assert metrics.list_tags_for_resource(ResourceARN=alarm["AlarmArn"])["Tags"] == [{"Key": "k", "Value": "v"}]

    def done():
        items = metrics.describe_alarm_history(AlarmName=name, HistoryItemType="Action")["AlarmHistoryItems"]
        return sorted(it["HistorySummary"] for it in items) == sorted(
            f"Successfully executed action {it}" for it in (topic, function))

    wait_for("history", done)
    assert metrics.describe_alarms_for_metric(Namespace=namespace, MetricName="m")["MetricAlarms"]
    for span in ("60s", "60s", "60s"):
        advance(clocked, span)
    wait_for("no data", lambda: metrics.describe_alarms(
        AlarmNames=[name])["MetricAlarms"][0]["StateValue"] == "INSUFFICIENT_DATA")
    metrics.delete_alarms(AlarmNames=[name])


def test_a_composite_alarm_and_its_suppressor(metrics, name):
    for part in ("a", "s"):
        metrics.put_metric_alarm(
            AlarmName=f"{name}-{part}", Namespace="none", MetricName="m", Statistic="Sum", Period=60,
            EvaluationPeriods=1, Threshold=5, ComparisonOperator="GreaterThanThreshold", TreatMissingData="ignore")
    metrics.put_composite_alarm(
        AlarmName=name, AlarmRule=f'ALARM("{name}-a") AND NOT FALSE', ActionsSuppressor=f"{name}-s",
        ActionsSuppressorWaitPeriod=60, ActionsSuppressorExtensionPeriod=60)
    composite = lambda: metrics.describe_alarms(AlarmNames=[name], AlarmTypes=["CompositeAlarm"])["CompositeAlarms"][0]
    wait_for("OK", lambda: composite()["StateValue"] == "OK")
    for part in ("s", "a"):
        metrics.set_alarm_state(AlarmName=f"{name}-{part}", StateValue="ALARM", StateReason="a test")
    wait_for("ALARM", lambda: composite()["StateValue"] == "ALARM")
    assert composite()["ActionsSuppressedBy"] in ("Alarm", "WaitPeriod")
    assert refused(metrics.put_composite_alarm, AlarmName=f"{name}-x", AlarmRule="ALARM(nobody)") == (
        400, "ValidationError",
        "Could not save the composite alarm as alarms [nobody] in the alarm rule do not exist")
    metrics.disable_alarm_actions(AlarmNames=[f"{name}-a"])
    alarm, = metrics.describe_alarms(AlarmNames=[f"{name}-a"])["MetricAlarms"]
    assert alarm["ActionsEnabled"] is False


def test_dashboards(metrics, name):
    body = {"widgets": [{"type": "text", "x": 0, "y": 0, "width": 6, "height": 6, "properties": {"markdown": "x"}}]}
    assert metrics.put_dashboard(DashboardName=name, DashboardBody=json.dumps(body))["DashboardValidationMessages"] == []
    shown = metrics.get_dashboard(DashboardName=name)
    assert json.loads(shown["DashboardBody"]) == body
    assert shown["DashboardArn"] == f"arn:aws:cloudwatch::{ACCOUNT}:dashboard/{name}"
    assert metrics.list_dashboards(DashboardNamePrefix=name)["DashboardEntries"][0]["DashboardName"] == name
    assert refused(metrics.put_dashboard, DashboardName=name, DashboardBody="{}")[:2] == (400, "InvalidParameterInput")
    metrics.delete_dashboards(DashboardNames=[name])
    assert refused(metrics.get_dashboard, DashboardName=name)[:2] == (404, "ResourceNotFound")


def test_what_services_count_is_seen(shared, metrics, name):
    streams = shared.client("kinesis")
    streams.create_stream(StreamName=name, ShardCount=1)
    streams.get_waiter("stream_exists").wait(StreamName=name)
    for _ in range(3):
        streams.put_record(StreamName=name, PartitionKey="k", Data=b"x")
    dimensions = [{"Name": "StreamName", "Value": name}]

    def counted():
        points = statistics(metrics, "AWS/Kinesis", MetricName="IncomingRecords", Dimensions=dimensions, Period=7200)
        return points and points[0]["Sum"] == 3.0

    wait_for("the count", counted, seconds=10)


def test_what_was_put_is_there_after_a_crash(server, namespace):
    metrics = server.client("cloudwatch")
    put(metrics, namespace, 1, 2, Timestamp=ago(minutes=1))
    metrics.put_metric_alarm(AlarmName="a", Namespace=namespace, MetricName="m", Statistic="Sum", Period=60,
                             EvaluationPeriods=1, Threshold=5, ComparisonOperator="GreaterThanThreshold")
    server.kill()
    server.start()
    metrics = server.client("cloudwatch")
    assert statistics(metrics, namespace, Period=7200)[0]["Sum"] == 3.0
    assert metrics.describe_alarms()["MetricAlarms"][0]["AlarmName"] == "a"


@pytest.mark.parametrize("cli", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_aws_cli_puts_and_reads(shared, namespace, name, cli):
    program = os.environ.get(cli)
    if not program:
        pytest.skip(f"{cli} is not set")

    def run(*words):
        command = [os.path.expanduser(program), "--endpoint-url", shared.url, "cloudwatch", *words, "--output", "json"]
        environment = {**os.environ, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
                       "AWS_DEFAULT_REGION": REGION}
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else None

    run("put-metric-data", "--namespace", namespace, "--metric-name", "m", "--value", "2", "--unit", "Bytes",
        "--dimensions", "a=b")
    found = run("get-metric-statistics", "--namespace", namespace, "--metric-name", "m", "--period", "7200",
                "--statistics", "Sum", "--dimensions", "Name=a,Value=b",
                "--start-time", ago(hours=1).isoformat(), "--end-time", ago(hours=-1).isoformat())
    assert [(p["Sum"], p["Unit"]) for p in found["Datapoints"]] == [(2.0, "Bytes")]
    run("put-metric-alarm", "--alarm-name", name, "--namespace", namespace, "--metric-name", "m", "--period", "60",
        "--statistic", "Sum", "--evaluation-periods", "1", "--threshold", "1",
        "--comparison-operator", "GreaterThanThreshold")
    assert run("describe-alarms", "--alarm-names", name)["MetricAlarms"][0]["AlarmName"] == name
    assert len(run("list-metrics", "--namespace", namespace)["Metrics"]) == 1
    run("delete-alarms", "--alarm-names", name)
