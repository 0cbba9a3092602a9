"""A pipeline with boto3: put, deliver, store, and what happens when a function fails."""

import json

import pytest
from conftest import make_function, make_stream, wait_for, zipped

CONSUMER = """
import base64, boto3, json
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        s3.put_object(Bucket={bucket!r}, Key=record["eventID"], Body=json.dumps(record))
"""

FAILS_ON_POISON = """
import base64, boto3
s3 = boto3.client("s3")
def handler(event, context):
    for record in event["Records"]:
        text = base64.b64decode(record["kinesis"]["data"]).decode()
        if text == "poison" and not s3.list_objects_v2(Bucket={bucket!r}, Prefix="cured").get("KeyCount"):
            raise ValueError("poison")
        s3.put_object(Bucket={bucket!r}, Key="seen-" + record["kinesis"]["partitionKey"] + "-" + text)
"""


def keys(server, bucket):
    return [o["Key"] for o in server.client("s3").list_objects_v2(Bucket=bucket).get("Contents", [])]


@pytest.fixture
def pipeline(shared, name):
    """Makes bucket, stream, function and mapping; gives the mapping's UUID."""
    shared.client("s3").create_bucket(Bucket=name)

    def make(code, shards=1, **mapping):
        arn = make_stream(shared, name, shards)
        make_function(shared, name, code.format(bucket=name), Timeout=60)
        options = {"StartingPosition": "LATEST", "BatchSize": 10, **mapping}
        return shared.client("lambda").create_event_source_mapping(
            FunctionName=name, EventSourceArn=arn, **options
        )["UUID"]

    return make


def test_a_record_put_right_after_the_mapping_is_delivered_as_aws_words_it(shared, name, pipeline):
    pipeline(CONSUMER)
    put = shared.client("kinesis").put_record(StreamName=name, PartitionKey="k", Data=b"\x00\xffdata")
    key = wait_for("the object", lambda: keys(shared, name))[0]
    assert key == f"{put['ShardId']}:{put['SequenceNumber']}"
    record = json.loads(shared.client("s3").get_object(Bucket=name, Key=key)["Body"].read())
    assert record["kinesis"]["data"] == "AP9kYXRh"
    assert record["kinesis"]["partitionKey"] == "k"
    assert record["kinesis"]["sequenceNumber"] == put["SequenceNumber"]
    assert record["kinesis"]["kinesisSchemaVersion"] == "1.0"
    assert record["eventSource"] == "aws:kinesis"
    assert record["eventName"] == "aws:kinesis:record"
    assert record["eventVersion"] == "1.0"
    assert record["invokeIdentityArn"].endswith(":role/lambda-role")
    assert record["eventSourceARN"].endswith(f":stream/{name}")
    assert isinstance(record["kinesis"]["approximateArrivalTimestamp"], float)


def test_a_failing_batch_is_retried_in_order_and_holds_up_no_other_shard(shared, name, pipeline):
    uuid = pipeline(FAILS_ON_POISON, shards=2, BatchSize=1)
    kinesis, client = shared.client("kinesis"), shared.client("lambda")
    low, high = "0", str(2**127)
    for text in ["a", "poison", "b"]:
        kinesis.put_record(StreamName=name, PartitionKey="low", ExplicitHashKey=low, Data=text)
    for number in range(5):
        kinesis.put_record(StreamName=name, PartitionKey="high", ExplicitHashKey=high, Data=str(number))
    others = {f"seen-high-{n}" for n in range(5)}
    wait_for("the other shard", lambda: others <= set(keys(shared, name)))
    wait_for("the failure to be reported", lambda: "PROBLEM" in client.get_event_source_mapping(
        UUID=uuid)["LastProcessingResult"])
    assert "seen-low-b" not in keys(shared, name)
    shared.client("s3").put_object(Bucket=name, Key="cured")
    wait_for("the rest", lambda: "seen-low-b" in keys(shared, name))


def test_a_disabled_mapping_stops_and_an_enabled_one_goes_on_where_it_was(shared, name, pipeline):
    uuid = pipeline(CONSUMER)
    kinesis, client = shared.client("kinesis"), shared.client("lambda")
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"1")
    wait_for("the first", lambda: len(keys(shared, name)) == 1)
    client.update_event_source_mapping(UUID=uuid, Enabled=False)
    wait_for("Disabled", lambda: client.get_event_source_mapping(UUID=uuid)["State"] == "Disabled")
    kinesis.put_record(StreamName=name, PartitionKey="k", Data=b"2")
    client.update_event_source_mapping(UUID=uuid, Enabled=True)
    wait_for("the second", lambda: len(keys(shared, name)) == 2)
    client.delete_event_source_mapping(UUID=uuid)

    def gone():
        try:
            return client.get_event_source_mapping(UUID=uuid)["State"] == "Deleted"
        except client.exceptions.ResourceNotFoundException:
            return True

    wait_for("the mapping to go", gone)


def test_new_code_gets_the_batch_with_which_the_old_failed(shared, name, pipeline):
    uuid = pipeline("def handler(event, context):\n    raise Exception('old')\n")
    client = shared.client("lambda")
    shared.client("kinesis").put_record(StreamName=name, PartitionKey="k", Data=b"1")
    wait_for("the failure to be reported", lambda: "PROBLEM" in client.get_event_source_mapping(
        UUID=uuid)["LastProcessingResult"])
    code = CONSUMER.format(bucket=name)
    client.update_function_code(FunctionName=name, ZipFile=zipped(app__py=code))
    wait_for("the object", lambda: keys(shared, name))
    wait_for("OK", lambda: client.get_event_source_mapping(UUID=uuid)["LastProcessingResult"] == "OK")


def test_a_poisonous_record_is_cut_out_of_its_batch(shared, name, pipeline):
    uuid = pipeline(FAILS_ON_POISON, StartingPosition="TRIM_HORIZON", Enabled=False,
                    BisectBatchOnFunctionError=True, MaximumRetryAttempts=0)
    records = [{"PartitionKey": "k", "Data": text} for text in ("a", "b", "poison", "c", "d")]
    shared.client("kinesis").put_records(StreamName=name, Records=records)
    shared.client("lambda").update_event_source_mapping(UUID=uuid, Enabled=True)
    healthy = {f"seen-k-{text}" for text in "abcd"}
    wait_for("the healthy records", lambda: set(keys(shared, name)) == healthy)


def test_functions_that_start_together_keep_their_first_log_lines(shared, name, pipeline):
    pipeline("def handler(event, context):\n    print('began')\n", shards=4)
    kinesis, logs = shared.client("kinesis"), shared.client("logs")
    records = [{"PartitionKey": str(n), "Data": b"1"} for n in range(40)]
    kinesis.put_records(StreamName=name, Records=records)

    def complete():
        group = {"logGroupName": f"/aws/lambda/{name}"}
        if not logs.describe_log_groups(logGroupNamePrefix=group["logGroupName"])["logGroups"]:
            return False
        streams = logs.describe_log_streams(**group)["logStreams"]
        texts = [[e["message"] for e in logs.get_log_events(
            **group, logStreamName=s["logStreamName"], startFromHead=True)["events"]] for s in streams]
        ends = sum(text.startswith("REPORT") for lines in texts for text in lines)
        begins = sum(text.startswith("START") for lines in texts for text in lines)
        return ends >= 4 and begins >= ends

    wait_for("a START for each REPORT", complete)


def test_trim_horizon_reads_what_was_there_before(shared, name):
    shared.client("s3").create_bucket(Bucket=name)
    arn = make_stream(shared, name, 3)
    records = [{"Data": str(n), "PartitionKey": str(n)} for n in range(300)]
    shared.client("kinesis").put_records(StreamName=name, Records=records)
    # A hundred objects are written by one call, however slowly.
    make_function(shared, name, CONSUMER.format(bucket=name), Timeout=60)
    shared.client("lambda").create_event_source_mapping(
        FunctionName=name, EventSourceArn=arn, StartingPosition="TRIM_HORIZON", BatchSize=100
    )
    wait_for("all records", lambda: len(keys(shared, name)) == 300)


def test_a_function_gets_only_what_its_filters_want(shared, name, pipeline):
    pattern = json.dumps({"data": {"kind": ["click"], "n": [{"numeric": [">", 1]}]}})
    uuid = pipeline(CONSUMER, FilterCriteria={"Filters": [{"Pattern": pattern}]})
    client = shared.client("lambda")
    shown = client.get_event_source_mapping(UUID=uuid)["FilterCriteria"]
    assert shown == {"Filters": [{"Pattern": pattern}]}
    put = lambda data: shared.client("kinesis").put_record(StreamName=name, PartitionKey="k", Data=data)
    for data in ('{"kind": "view", "n": 5}', "no json", '{"kind": "click", "n": 1}'):
        put(data)
    wanted = put('{"kind": "click", "n": 2}')["SequenceNumber"]
    wait_for("the record", lambda: keys(shared, name))
    assert [key.split(":")[1] for key in keys(shared, name)] == [wanted]
    with pytest.raises(client.exceptions.InvalidParameterValueException, match="Invalid filter pattern"):
        client.update_event_source_mapping(UUID=uuid, FilterCriteria={"Filters": [{"Pattern": "x"}]})
    client.update_event_source_mapping(UUID=uuid, FilterCriteria={})
    put("no json")
    wait_for("the other record", lambda: len(keys(shared, name)) == 2)


def test_what_is_given_up_is_written_of_in_the_bucket(shared, name, pipeline):
    failing = "def handler(event, context):\n    raise Exception('no')\n"
    target = {"OnFailure": {"Destination": f"arn:aws:s3:::{name}"}}
    uuid = pipeline(failing, MaximumRetryAttempts=1, DestinationConfig=target)
    put = shared.client("kinesis").put_record(StreamName=name, PartitionKey="k", Data=b"1")
    key = wait_for("the letter", lambda: keys(shared, name))[0]
    assert key.startswith(f"aws/lambda/{uuid}/{put['ShardId']}/20"), key
    letter = json.loads(shared.client("s3").get_object(Bucket=name, Key=key)["Body"].read())
    assert letter["requestContext"]["condition"] == "RetryAttemptsExhausted"
    assert letter["requestContext"]["approximateInvokeCount"] == 2
    assert letter["requestContext"]["functionArn"].endswith(f":function:{name}")
    assert letter["responseContext"] == {
        "statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"}
    assert letter["KinesisBatchInfo"]["startSequenceNumber"] == put["SequenceNumber"]
    record, = json.loads(letter["payload"])["Records"]
    assert record["kinesis"]["data"] == "MQ=="
    shown = shared.client("lambda").get_event_source_mapping(UUID=uuid)["DestinationConfig"]
    assert shown == target


COUNTS = """
import boto3, json
s3 = boto3.client("s3")
def handler(event, context):
    state = {{"count": event["state"].get("count", 0) + len(event["Records"])}}
    if event["isFinalInvokeForWindow"]:
        key = event["window"]["start"] + "/" + event["window"]["end"]
        s3.put_object(Bucket={bucket!r}, Key=key, Body=str(state["count"]))
    return {{"state": state}}
"""


def test_a_tumbling_window_carries_a_state_to_its_end(shared, name, pipeline):
    uuid = pipeline(COUNTS, TumblingWindowInSeconds=2, BatchSize=3)
    client, s3 = shared.client("lambda"), shared.client("s3")
    assert client.get_event_source_mapping(UUID=uuid)["TumblingWindowInSeconds"] == 2
    for _ in range(4):
        records = [{"PartitionKey": "k", "Data": b"1"}] * 5
        shared.client("kinesis").put_records(StreamName=name, Records=records)

    def counted():
        counts = [s3.get_object(Bucket=name, Key=key)["Body"].read() for key in keys(shared, name)]
        return sum(map(int, counts)) == 20

    wait_for("the ends of the windows", counted)
    for key in keys(shared, name):
        start, end = key.split("/")
        assert int(end[-3:-1]) - int(start[-3:-1]) in (2, -58), key
    with pytest.raises(client.exceptions.InvalidParameterValueException, match="TumblingWindow"):
        client.update_event_source_mapping(UUID=uuid, ParallelizationFactor=2)


def test_what_is_not_acted_on_is_refused_by_name(shared, name, pipeline):
    uuid = pipeline(CONSUMER)
    client = shared.client("lambda")
    for option in [{"MetricsConfig": {"Metrics": ["KafkaMetrics"]}}, {"ScalingConfig": {"MaximumConcurrency": 2}}]:
        [member] = option
        with pytest.raises(client.exceptions.InvalidParameterValueException, match=member):
            client.update_event_source_mapping(UUID=uuid, **option)
