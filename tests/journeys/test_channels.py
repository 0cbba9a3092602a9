"""Channels: streams that are delivered to buckets, as a client sees them."""

import json
import shutil
import uuid

import polars
import pytest
from botocore.exceptions import ClientError

from conftest import ACCOUNT, Server, make_role, wait_for

KINESIS_TRUST = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Allow",
        "Principal": {"Service": "kinesis.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": {
            "StringEquals": {"aws:SourceAccount": ACCOUNT},
            "ArnLike": {"aws:SourceArn": f"arn:aws:kinesis:*:{ACCOUNT}:channel/*"},
        },
    }],
})
# What waits is delivered after a second, since nobody waits five minutes for a test.
OPTIONS = ["--channel-freshness-seconds", "1"]


class Place:
    """A stream, a bucket and a role, and a channel between them."""

    def __init__(self, server, name=None):
        self.server = server
        self.name = name or f"c-{uuid.uuid4().hex[:12]}"
        self.kinesis, self.s3 = server.client("kinesis"), server.client("s3")
        self.kinesis.create_stream(StreamName=self.name, StreamModeDetails={"StreamMode": "ON_DEMAND"})
        wait_for("the stream", lambda: self.summary()["StreamStatus"] == "ACTIVE")
        self.stream_arn = self.summary()["StreamARN"]
        iam = server.client("iam")
        made = iam.create_role(RoleName=self.name, AssumeRolePolicyDocument=KINESIS_TRUST)
        self.role = made["Role"]["Arn"]
        self.arn = None

    def summary(self):
        return self.kinesis.describe_stream_summary(StreamName=self.name)["StreamDescriptionSummary"]

    def request(self, record_format="JSON", compression="NONE", letters=None, owner=ACCOUNT, **more):
        destination = {
            "StorageConfiguration": {
                "BucketARN": f"arn:aws:s3:::{self.name}",
                "ExpectedBucketOwner": owner,
                "CompressionType": compression,
            },
        }
        if letters:
            destination["DeadLetterQueueS3Configuration"] = letters
        return {
            "ChannelName": self.name,
            "ServiceExecutionRoleARN": self.role,
            "StreamConfigurationList": [{
                "StreamARN": self.stream_arn,
                "RecordConfiguration": {"RecordFormatType": record_format},
            }],
            "S3DestinationConfiguration": destination,
            **more,
        }

    def create(self, bucket=True, **more):
        if bucket:
            self.s3.create_bucket(Bucket=self.name)
        made = self.kinesis.create_channel(**self.request(**more))["ChannelDescription"]
        assert made["ChannelStatus"] == "CREATING"
        self.arn = made["ChannelARN"]
        return made

    def active(self, **more):
        self.create(**more)
        wait_for("the channel", lambda: self.describe()["ChannelStatus"] == "ACTIVE")
        return self

    def describe(self):
        return self.kinesis.describe_channel(ChannelARN=self.arn)["ChannelDescription"]

    def put(self, *records):
        entries = [{"Data": data, "PartitionKey": str(index)} for index, data in enumerate(records)]
        for at in range(0, len(entries), 500):
            answer = self.kinesis.put_records(StreamName=self.name, Records=entries[at:at + 500])
            assert answer["FailedRecordCount"] == 0

    def keys(self, bucket=None, prefix="kinesis-channel/"):
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=bucket or self.name, Prefix=prefix)
        return [entry["Key"] for page in pages for entry in page.get("Contents", [])]

    def delivered(self):
        """The names of objects with records."""
        return [key for key in self.keys() if "/errors/" not in key]

    def read(self, key, bucket=None):
        return self.s3.get_object(Bucket=bucket or self.name, Key=key)["Body"].read()

    def lines(self):
        return [line for key in self.delivered() for line in self.read(key).splitlines()]


@pytest.fixture(scope="module")
def channels(tmp_path_factory):
    folder = tmp_path_factory.mktemp("channels")
    server = Server(folder, options=["--ephemeral", *OPTIONS])
    yield server
    server.stop()


def test_records_become_lines_of_objects(channels):
    place = Place(channels)
    place.put(b'{"n": "before"}')
    made = place.create(Tags={"team": "water"})
    wanted = [json.dumps({"n": n}).encode() for n in range(1000)]
    place.put(*wanted)
    wait_for("the records", lambda: len(place.lines()) >= 1000)
    assert sorted(place.lines()) == sorted(wanted)
    name, channel = place.name, made["ChannelId"]
    assert all(key.startswith(f"kinesis-channel/{name}/{channel}/20") for key in place.delivered())
    found = place.describe()
    assert found["ChannelStatus"] == "ACTIVE"
    assert found["S3DestinationConfiguration"]["DataFreshnessInSeconds"] == 300
    assert place.summary()["ChannelCount"] == 1
    listed = place.kinesis.list_channels(StreamFilter=[{"StreamARN": place.stream_arn}])
    assert [it["ChannelName"] for it in listed["ChannelSummaries"]] == [place.name]
    tags = place.kinesis.list_tags_for_resource(ResourceARN=place.arn)["Tags"]
    assert tags == [{"Key": "team", "Value": "water"}]


def test_objects_are_compressed_with_gzip_and_zstandard(channels):
    wanted = [{"n": n, "text": "water" * 20} for n in range(2000)]
    size = sum(len(json.dumps(it)) for it in wanted)
    for compression, ending in [("GZIP", ".gz"), ("ZSTD", ".zst")]:
        place = Place(channels).active(compression=compression)
        place.put(*[json.dumps(it).encode() for it in wanted])

        def rows():
            frames = [polars.read_ndjson(place.read(key)) for key in place.delivered()]
            return [row for frame in frames for row in frame.iter_rows(named=True)]

        wait_for("all records", lambda: len(rows()) >= len(wanted))
        assert sorted(rows(), key=lambda row: row["n"]) == wanted
        assert all(key.endswith(ending) for key in place.delivered())
        assert sum(len(place.read(key)) for key in place.delivered()) < size / 3


def test_bytes_are_delivered_as_they_are(channels):
    place = Place(channels).active(record_format="BYTE_ARRAY")
    place.put(b"\xff\x00", b"\n", b"a")
    wait_for("the records", lambda: sum(len(place.read(key)) for key in place.delivered()) >= 4)
    assert sorted(b"".join(place.read(key) for key in place.delivered())) == sorted(b"\xff\x00\na")


def test_what_is_no_json_gets_a_letter_and_a_line_in_the_log(channels):
    place = Place(channels)
    letters = f"{place.name}-letters"
    place.s3.create_bucket(Bucket=letters)
    place.active(
        letters={
            "BucketARN": f"arn:aws:s3:::{letters}",
            "ExpectedBucketOwner": ACCOUNT,
            "ErrorOutputPrefix": "bad/",
        },
        LoggingConfiguration={"CloudWatchLogs": {"Enabled": True}},
    )
    put = place.kinesis.put_record(StreamName=place.name, PartitionKey="k", Data=b"{no json")
    place.put(b'{"n": 1}')
    wait_for("the letter", lambda: place.keys(letters, "bad/") and place.lines())
    assert place.lines() == [b'{"n": 1}']
    [key] = place.keys(letters, "bad/")
    letter = json.loads(place.read(key, letters))
    assert letter["sequenceNumber"] == put["SequenceNumber"]
    assert letter["shardId"] == put["ShardId"]
    assert (letter["streamArn"], letter["errorCode"]) == (place.stream_arn, "DESERIALIZATION_ERROR")
    logs = channels.client("logs")
    group = place.describe()["LoggingConfiguration"]["CloudWatchLogs"]["LogGroupName"]

    def failed():
        events = logs.filter_log_events(logGroupName=group)["events"]
        return [e for e in (json.loads(it["message"]) for it in events) if e.get("failedRecordCount")]

    assert wait_for("the line", failed)[0]["deadLetterKey"] == key


def test_a_bucket_that_is_not_there_fails_a_new_channel_and_holds_up_an_old_one(channels):
    missing = Place(channels)
    missing.create(bucket=False)
    wait_for("the failure", lambda: missing.describe()["ChannelStatus"] == "FAILED")
    assert "does not exist" in missing.describe()["ChannelStatusReason"]
    missing.kinesis.delete_channel(ChannelARN=missing.arn)
    place = Place(channels).active()
    place.s3.delete_bucket(Bucket=place.name)
    place.put(b'{"n": 1}')
    wait_for("the failure", lambda: "a delivery is tried again" in channels.log())
    assert place.describe()["ChannelStatus"] == "ACTIVE"
    place.s3.create_bucket(Bucket=place.name)
    wait_for("the records", lambda: place.lines() == [b'{"n": 1}'])


def test_a_bucket_of_another_account_takes_what_its_policy_lets_in(channels):
    place, stranger = Place(channels), "111111111111"
    place.s3 = channels.client("s3", access_key=stranger)
    place.s3.create_bucket(Bucket=place.name)

    def failure(owner):
        place.create(bucket=False, owner=owner)
        wait_for("the failure", lambda: place.describe()["ChannelStatus"] == "FAILED")
        reason = place.describe()["ChannelStatusReason"]
        place.kinesis.delete_channel(ChannelARN=place.arn)
        return reason

    assert "may not put objects into" in failure(stranger)
    policy = {
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": {"AWS": place.role},
            "Action": ["s3:PutObject", "s3:ListBucket"],
            "Resource": [f"arn:aws:s3:::{place.name}", f"arn:aws:s3:::{place.name}/*"],
        }],
    }
    place.s3.put_bucket_policy(Bucket=place.name, Policy=json.dumps(policy))
    assert f"does not belong to the account {ACCOUNT}" in failure(ACCOUNT)
    policy["Statement"][0]["Action"] = "s3:PutObject"
    place.s3.put_bucket_policy(Bucket=place.name, Policy=json.dumps(policy))
    place.active(bucket=False, owner=stranger)
    place.put(b"1")
    wait_for("the records", lambda: place.lines() == [b"1"])


def test_an_update_and_a_deletion_take_effect(channels):
    place = Place(channels).active()
    with pytest.raises(ClientError, match="ResourceInUseException.*active channels"):
        place.kinesis.delete_stream(StreamName=place.name)
    updated = place.kinesis.update_channel(
        ChannelARN=place.arn, S3DestinationConfiguration={"DataFreshnessInSeconds": 600}
    )["ChannelDescription"]
    assert updated["ChannelStatus"] == "UPDATING"
    wait_for("the update", lambda: place.describe()["ChannelStatus"] == "ACTIVE")
    assert place.describe()["S3DestinationConfiguration"]["DataFreshnessInSeconds"] == 600
    place.put(b"1")
    wait_for("the records", lambda: place.lines() == [b"1"])
    place.kinesis.delete_channel(ChannelARN=place.arn)
    with pytest.raises(ClientError, match="ResourceNotFoundException"):
        place.describe()
    place.put(b"2")
    place.kinesis.delete_stream(StreamName=place.name)
    assert place.lines() == [b"1"]


def test_what_is_not_here_is_refused_by_name(channels):
    place = Place(channels)
    letters = {"BucketARN": f"arn:aws:s3:::{place.name}", "ExpectedBucketOwner": ACCOUNT}
    tables = {
        "DeadLetterQueueS3Configuration": letters,
        "S3TablesConfigurationList": [{
            "TableBucketARN": f"arn:aws:s3tables:us-east-1:{ACCOUNT}:bucket/tables",
            "Namespace": "n",
            "TableName": "t",
            "CompressionType": "ZSTD",
        }],
    }
    request = place.request()
    del request["S3DestinationConfiguration"]
    with pytest.raises(ClientError, match="S3TablesDestinationConfiguration is not supported"):
        place.kinesis.create_channel(**request, S3TablesDestinationConfiguration=tables)
    key = {"EncryptionType": "KMS", "KeyId": "alias/mine"}
    with pytest.raises(ClientError, match="EncryptionConfiguration is not supported"):
        place.kinesis.create_channel(**place.request(), EncryptionConfiguration=key)
    stranger = place.request() | {"ServiceExecutionRoleARN": make_role(channels, "of-lambda")}
    with pytest.raises(ClientError, match="InvalidArgumentException.*cannot be assumed"):
        place.kinesis.create_channel(**stranger)


def test_nothing_is_lost_or_doubled_when_the_server_is_killed(tmp_path):
    server = Server(tmp_path, options=OPTIONS)
    place = Place(server, "killed")
    place.active()
    wanted = set()
    for life in range(4):
        new = [json.dumps({"life": life, "n": n}).encode() for n in range(500)]
        place.put(*new)
        wanted.update(new)
        # At another moment of its delivery each time: before it, within it, and after it.
        if life % 2:
            wait_for("the records", lambda: len(place.delivered()) > 0)
        server.restart()
    wait_for("the records", lambda: len(place.lines()) >= len(wanted))
    place.put(b'"last"')
    wait_for("the records", lambda: b'"last"' in place.lines())
    lines = place.lines()
    assert len(lines) == len(wanted) + 1 and set(lines) == wanted | {b'"last"'}
    server.stop()
    shutil.rmtree(tmp_path / "data", ignore_errors=True)
