"""Kinesis with boto3."""

import concurrent.futures
import datetime
import hashlib
import threading

import pytest
from botocore.config import Config
from conftest import ACCOUNT, REGION, make_stream, wait_for


@pytest.fixture
def kinesis(shared):
    return shared.client("kinesis")


@pytest.fixture
def stream(shared, name):
    make_stream(shared, name, 4)
    return name


def read_all(kinesis, stream, shard, **start):
    iterator = kinesis.get_shard_iterator(
        StreamName=stream, ShardId=shard, **(start or {"ShardIteratorType": "TRIM_HORIZON"})
    )["ShardIterator"]
    records = []
    while iterator:
        answer = kinesis.get_records(ShardIterator=iterator)
        records += answer["Records"]
        iterator = answer.get("NextShardIterator")
        if not answer["Records"]:
            assert answer["MillisBehindLatest"] == 0
            break
    return records


def test_a_stream_goes_through_its_states(kinesis, name):
    kinesis.create_stream(StreamName=name, ShardCount=2, Tags={"team": "water"})
    first = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]
    assert first["StreamStatus"] in ("CREATING", "ACTIVE")
    assert first["StreamARN"] == f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{name}"
    kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    whole = kinesis.describe_stream(StreamName=name)["StreamDescription"]
    assert (whole["StreamStatus"], whole["RetentionPeriodHours"]) == ("ACTIVE", 24)
    assert len(whole["Shards"]) == 2 and whole["HasMoreShards"] is False
    assert kinesis.list_tags_for_stream(StreamName=name)["Tags"] == [{"Key": "team", "Value": "water"}]
    kinesis.delete_stream(StreamARN=whole["StreamARN"])
    kinesis.get_waiter("stream_not_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})


def test_a_partition_key_finds_its_shard(kinesis, stream):
    shards = kinesis.list_shards(StreamName=stream)["Shards"]
    for key in ["a", "b", "käse", "1" * 256]:
        hashed = int(hashlib.md5(key.encode()).hexdigest(), 16)
        put = kinesis.put_record(StreamName=stream, PartitionKey=key, Data=b"x")
        ranges = {s["ShardId"]: s["HashKeyRange"] for s in shards}
        found = ranges[put["ShardId"]]
        assert int(found["StartingHashKey"]) <= hashed <= int(found["EndingHashKey"])
    explicit = kinesis.put_record(
        StreamName=stream, PartitionKey="a", ExplicitHashKey=str(2**128 - 1), Data=b"x")
    assert explicit["ShardId"] == shards[-1]["ShardId"]


def test_sequence_numbers_rise_and_records_come_back_in_order(kinesis, stream):
    numbers = []
    for batch in range(3):
        answer = kinesis.put_records(StreamName=stream, Records=[
            {"Data": f"{batch}-{n}".encode(), "PartitionKey": "same"} for n in range(50)])
        assert answer["FailedRecordCount"] == 0
        numbers += [int(r["SequenceNumber"]) for r in answer["Records"]]
    assert numbers == sorted(set(numbers))
    assert all(len(str(number)) == 56 for number in numbers)
    shard = answer["Records"][0]["ShardId"]
    records = read_all(kinesis, stream, shard)
    assert [r["Data"].decode() for r in records] == [f"{b}-{n}" for b in range(3) for n in range(50)]
    assert [int(r["SequenceNumber"]) for r in records] == numbers


def test_every_kind_of_iterator_begins_where_it_says(kinesis, stream):
    put = lambda text: kinesis.put_record(StreamName=stream, PartitionKey="k", Data=text)
    first, second = put("1"), put("2")
    shard = first["ShardId"]
    texts = lambda **start: [r["Data"].decode() for r in read_all(kinesis, stream, shard, **start)]
    at = {"StartingSequenceNumber": second["SequenceNumber"]}
    assert texts(ShardIteratorType="TRIM_HORIZON") == ["1", "2"]
    assert texts(ShardIteratorType="AT_SEQUENCE_NUMBER", **at) == ["2"]
    assert texts(ShardIteratorType="AFTER_SEQUENCE_NUMBER", **at) == []
    assert texts(ShardIteratorType="LATEST") == []
    arrival = read_all(kinesis, stream, shard)[0]["ApproximateArrivalTimestamp"]
    assert texts(ShardIteratorType="AT_TIMESTAMP", Timestamp=arrival)[0] == "1"
    later = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=-30)
    assert texts(ShardIteratorType="AT_TIMESTAMP", Timestamp=later) == ["1", "2"]
    latest = kinesis.get_shard_iterator(StreamName=stream, ShardId=shard, ShardIteratorType="LATEST")
    put("3")
    assert [r["Data"] for r in kinesis.get_records(ShardIterator=latest["ShardIterator"])["Records"]] == [b"3"]


@pytest.mark.parametrize("call, code, words", [
    (lambda k, s: k.put_record(StreamName="nope", PartitionKey="a", Data=b""),
     "ResourceNotFoundException", f"Stream nope under account {ACCOUNT} not found."),
    (lambda k, s: k.create_stream(StreamName=s, ShardCount=1), "ResourceInUseException", "already exists"),
    (lambda k, s: k.create_stream(StreamName="a b", ShardCount=1),
     "ValidationException", "1 validation error detected: Value 'a b' at 'streamName' failed to satisfy "
     "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"),
    (lambda k, s: k.put_records(StreamName=s, Records=[{"Data": b"", "PartitionKey": "a"}] * 501),
     "ValidationException", "Member must have length less than or equal to 500"),
    (lambda k, s: k.get_records(ShardIterator="forged"), "InvalidArgumentException", None),
    (lambda k, s: k.get_shard_iterator(StreamName=s, ShardId="shardId-000000000009", ShardIteratorType="LATEST"),
     "ResourceNotFoundException", "shardId-000000000009"),
    (lambda k, s: k.increase_stream_retention_period(StreamName=s, RetentionPeriodHours=23),
     "InvalidArgumentException", None),
    (lambda k, s: k.split_shard(StreamName=s, ShardToSplit="shardId-000000000000", NewStartingHashKey="1"),
     "InvalidArgumentException", "NewStartingHashKey 1 used in SplitShard() on shard shardId-000000000000"),
    (lambda k, s: k.merge_shards(StreamName=s, ShardToMerge="shardId-000000000000",
                                 AdjacentShardToMerge="shardId-000000000000"),
     "InvalidArgumentException", "are not an adjacent pair of shards eligible for merging"),
    (lambda k, s: k.update_shard_count(StreamName=s, TargetShardCount=9, ScalingType="UNIFORM_SCALING"),
     "LimitExceededException", "UpdateShardCount cannot scale up over double your current open shard count."),
    (lambda k, s: k.update_stream_record_distribution_strategy(
        StreamARN=f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{s}", RecordDistributionStrategy="AUTO"),
     "InvalidArgumentException", None),
])
def test_mistakes_get_the_errors_of_aws(kinesis, stream, call, code, words):
    with pytest.raises(kinesis.exceptions.ClientError) as caught:
        call(kinesis, stream)
    error = caught.value.response["Error"]
    assert code in (None, error["Code"]), error
    assert words is None or words in error["Message"], error


def test_shards_split_and_merge_under_load_and_no_record_is_lost(kinesis, name):
    kinesis.create_stream(StreamName=name, ShardCount=1)
    active = lambda: kinesis.describe_stream_summary(
        StreamName=name)["StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE"
    wait_for("the stream", active)
    stop, put = threading.Event(), []

    def write():
        while not stop.is_set():
            answer = kinesis.put_records(StreamName=name, Records=[
                {"Data": f"{len(put)}-{n}".encode(), "PartitionKey": str(n)} for n in range(20)])
            assert answer["FailedRecordCount"] == 0
            put.append([(r["ShardId"], r["SequenceNumber"]) for r in answer["Records"]])

    with concurrent.futures.ThreadPoolExecutor(1) as writer:
        writing = writer.submit(write)
        for change in [lambda: kinesis.split_shard(StreamName=name, ShardToSplit=f"shardId-{0:012}",
                                                   NewStartingHashKey=str(1 << 127)),
                       lambda: kinesis.split_shard(StreamName=name, ShardToSplit=f"shardId-{2:012}",
                                                   NewStartingHashKey=str(3 << 126)),
                       lambda: kinesis.merge_shards(StreamName=name, ShardToMerge=f"shardId-{1:012}",
                                                    AdjacentShardToMerge=f"shardId-{3:012}")]:
            before = len(put)
            wait_for("records", lambda: len(put) > before + 3)
            change()
            wait_for("the change", active)
        before = len(put)
        wait_for("records", lambda: len(put) > before + 3)
        stop.set()
        writing.result()
    shards = {shard["ShardId"]: shard for shard in kinesis.list_shards(StreamName=name)["Shards"]}
    parents = {id: [shard.get("ParentShardId"), shard.get("AdjacentParentShardId")] for id, shard in shards.items()}
    assert parents == {f"shardId-{n:012}": [p and f"shardId-{p - 1:012}", q and f"shardId-{q - 1:012}"]
                       for n, (p, q) in enumerate([(None, None), (1, None), (1, None), (3, None), (3, None), (2, 4)])}
    found = {(id, r["SequenceNumber"]): r["Data"].decode() for id in shards for r in read_all(kinesis, name, id)}
    assert found == {place: f"{batch}-{n}" for batch, places in enumerate(put) for n, place in enumerate(places)}
    # A closed shard ends, with its children.
    end = kinesis.get_shard_iterator(StreamName=name, ShardId=f"shardId-{0:012}", ShardIteratorType="LATEST")
    page = kinesis.get_records(ShardIterator=end["ShardIterator"])
    assert "NextShardIterator" not in page
    assert [child["ShardId"] for child in page["ChildShards"]] == [f"shardId-{n:012}" for n in (1, 2)]


def test_retention_goes_up_and_down(kinesis, stream):
    hours = lambda: kinesis.describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]["RetentionPeriodHours"]
    kinesis.increase_stream_retention_period(StreamName=stream, RetentionPeriodHours=48)
    assert wait_for("48 hours", lambda: hours() == 48)
    kinesis.decrease_stream_retention_period(StreamName=stream, RetentionPeriodHours=24)
    assert wait_for("24 hours", lambda: hours() == 24)


def test_streams_are_listed_in_pages(kinesis, name):
    names = [f"{name}-{n}" for n in range(5)]
    for each in names:
        kinesis.create_stream(StreamName=each, ShardCount=1)
    pages = kinesis.get_paginator("list_streams").paginate(PaginationConfig={"PageSize": 2})
    listed = [each for page in pages for each in page["StreamNames"]]
    assert [each for each in listed if each.startswith(name)] == names


def test_accounts_and_regions_do_not_see_each_other(shared, stream):
    other = shared.client("kinesis", access_key="111122223333")
    assert other.list_streams()["StreamNames"] == []
    elsewhere = shared.client("kinesis", region_name="eu-west-1")
    assert stream not in elsewhere.list_streams()["StreamNames"]


def test_a_stream_of_more_than_a_thousand_shards_is_listed_whole(kinesis, name):
    kinesis.create_stream(StreamName=name, ShardCount=1200)
    wait_for("the stream", lambda: kinesis.describe_stream_summary(
        StreamName=name)["StreamDescriptionSummary"]["OpenShardCount"] == 1200)
    described = kinesis.get_paginator("describe_stream").paginate(StreamName=name)
    described = [s["ShardId"] for page in described for s in page["StreamDescription"]["Shards"]]
    first = kinesis.list_shards(StreamName=name)
    assert len(first["Shards"]) == 1000
    rest = kinesis.list_shards(NextToken=first["NextToken"])
    assert "NextToken" not in rest
    listed = first["Shards"] + rest["Shards"]
    assert [s["ShardId"] for s in listed] == described == [f"shardId-{n:012}" for n in range(1200)]
    ranges = [(int(s["HashKeyRange"]["StartingHashKey"]), int(s["HashKeyRange"]["EndingHashKey"])) for s in listed]
    assert ranges[0][0] == 0 and ranges[-1][1] == 2**128 - 1
    assert all(before[1] + 1 == after[0] for before, after in zip(ranges, ranges[1:]))
    # AWS does not take both either, which breaks botocore's own paginator there as here.
    with pytest.raises(kinesis.exceptions.InvalidArgumentException) as caught:
        kinesis.list_shards(StreamName=name, NextToken=first["NextToken"])
    assert "NextToken and StreamName cannot be provided together." in str(caught.value)


def test_an_arn_stands_for_the_name_everywhere(kinesis, stream):
    arn = f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{stream}"
    at = {"StreamARN": arn}
    put = kinesis.put_record(**at, PartitionKey="k", Data=b"1")
    kinesis.put_records(**at, Records=[{"PartitionKey": "k", "Data": b"2"}])
    iterator = kinesis.get_shard_iterator(**at, ShardId=put["ShardId"], ShardIteratorType="TRIM_HORIZON")
    got = kinesis.get_records(**at, ShardIterator=iterator["ShardIterator"])
    assert [r["Data"] for r in got["Records"]] == [b"1", b"2"]
    assert len(kinesis.list_shards(**at)["Shards"]) == 4
    assert kinesis.describe_stream(**at)["StreamDescription"]["StreamName"] == stream
    assert kinesis.describe_stream_summary(**at)["StreamDescriptionSummary"]["StreamName"] == stream
    kinesis.increase_stream_retention_period(**at, RetentionPeriodHours=30)
    kinesis.decrease_stream_retention_period(**at, RetentionPeriodHours=24)
    kinesis.add_tags_to_stream(**at, Tags={"a": "1", "b": "2"})
    kinesis.remove_tags_from_stream(**at, TagKeys=["a"])
    kinesis.tag_resource(ResourceARN=arn, Tags={"c": "3"})
    kinesis.untag_resource(ResourceARN=arn, TagKeys=["b"])
    left = [{"Key": "c", "Value": "3"}]
    assert kinesis.list_tags_for_stream(**at)["Tags"] == left
    assert kinesis.list_tags_for_resource(ResourceARN=arn)["Tags"] == left
    with pytest.raises(kinesis.exceptions.InvalidArgumentException):
        kinesis.put_record(StreamARN=arn, StreamName="another", PartitionKey="k", Data=b"")
    kinesis.delete_stream(**at)


def test_two_hundred_connections_put_at_once(shared, kinesis, stream):
    crowd = shared.client("kinesis", config=Config(max_pool_connections=200))
    put = lambda number: crowd.put_record(StreamName=stream, PartitionKey="k", Data=str(number).encode())
    with concurrent.futures.ThreadPoolExecutor(200) as pool:
        puts = list(pool.map(put, range(200)))
    records = read_all(kinesis, stream, puts[0]["ShardId"])
    numbers = [r["SequenceNumber"] for r in records]
    assert numbers == sorted(set(numbers))
    assert {r["SequenceNumber"] for r in puts} == set(numbers)
    assert sorted(int(r["Data"]) for r in records) == list(range(200))


def summary(kinesis, name):
    return kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]


def wait_until_active(kinesis, name):
    wait_for("the stream", lambda: summary(kinesis, name)["StreamStatus"] == "ACTIVE")
    return summary(kinesis, name)


def test_an_on_demand_stream_is_not_its_owners_to_split(kinesis, name):
    kinesis.create_stream(StreamName=name)
    found = wait_until_active(kinesis, name)
    assert found["StreamModeDetails"] == {"StreamMode": "ON_DEMAND"} and found["OpenShardCount"] == 4
    for call, arguments in [
        (kinesis.update_shard_count, {"TargetShardCount": 8, "ScalingType": "UNIFORM_SCALING"}),
        (kinesis.split_shard, {"ShardToSplit": "shardId-000000000000", "NewStartingHashKey": "99"}),
        (kinesis.merge_shards, {"ShardToMerge": "shardId-000000000000", "AdjacentShardToMerge": "shardId-000000000001"}),
    ]:
        with pytest.raises(kinesis.exceptions.ValidationException, match="is in On-Demand mode"):
            call(StreamName=name, **arguments)
    kinesis.update_stream_mode(StreamARN=found["StreamARN"], StreamModeDetails={"StreamMode": "PROVISIONED"})
    assert wait_until_active(kinesis, name)["StreamModeDetails"] == {"StreamMode": "PROVISIONED"}
    answer = kinesis.update_shard_count(StreamARN=found["StreamARN"], TargetShardCount=3, ScalingType="UNIFORM_SCALING")
    assert (answer["CurrentShardCount"], answer["TargetShardCount"], answer["StreamName"]) == (4, 3, name)
    assert wait_until_active(kinesis, name)["OpenShardCount"] == 3
    kinesis.update_stream_mode(StreamARN=found["StreamARN"], StreamModeDetails={"StreamMode": "ON_DEMAND"})
    wait_until_active(kinesis, name)
    with pytest.raises(kinesis.exceptions.LimitExceededException, match="more than twice within 24 hours"):
        kinesis.update_stream_mode(StreamARN=found["StreamARN"], StreamModeDetails={"StreamMode": "PROVISIONED"})


def test_auto_spreads_records_that_have_no_key(kinesis, name):
    kinesis.create_stream(
        StreamName=name, StreamModeDetails={"StreamMode": "ON_DEMAND"}, RecordDistributionStrategy="AUTO")
    found = wait_until_active(kinesis, name)
    assert found["RecordDistributionStrategy"] == "AUTO"
    answer = kinesis.put_records(StreamName=name, Records=[{"Data": b"none"}] * 40)
    shards = [record["ShardId"] for record in answer["Records"]]
    assert sorted(shards.count(shard) for shard in set(shards)) == [10] * 4
    kinesis.put_record(StreamName=name, Data=b"some", PartitionKey="k")
    records = [record for shard in set(shards) for record in read_all(kinesis, name, shard)]
    assert sorted({(r["Data"], r.get("PartitionKey")) for r in records}, key=str) == [(b"none", None), (b"some", "k")]
    kinesis.update_stream_record_distribution_strategy(
        StreamARN=found["StreamARN"], RecordDistributionStrategy="USER_PARTITION_KEY")
    with pytest.raises(kinesis.exceptions.ValidationException, match="'partitionKey'"):
        kinesis.put_record(StreamName=name, Data=b"none")


def test_warming_a_stream_wants_a_commitment(kinesis, name):
    kinesis.create_stream(StreamName=name)
    wait_until_active(kinesis, name)
    with pytest.raises(kinesis.exceptions.ClientError, match="MinimumThroughputBillingCommitment"):
        kinesis.update_stream_warm_throughput(StreamName=name, WarmThroughputMiBps=8)
