"""Log groups that keep events for a while, their tags, and what tools ask about them, with boto3."""

import time

import pytest
from botocore.exceptions import ClientError
from conftest import ACCOUNT, REGION

DAY_MS = 86_400_000


@pytest.fixture
def client(shared):
    return shared.client("logs")


@pytest.fixture
def group(client, request):
    name = "/retention/" + request.node.name
    client.create_log_group(logGroupName=name, tags={"made": "here"})
    client.create_log_stream(logGroupName=name, logStreamName="s")
    yield name
    client.delete_log_group(logGroupName=name)


def refusal(call, **arguments):
    with pytest.raises(ClientError) as refused:
        call(**arguments)
    return refused.value.response["Error"]["Code"]


def described(client, name):
    [found] = client.describe_log_groups(logGroupNamePrefix=name)["logGroups"]
    return found


def test_events_that_are_older_are_gone(client, group):
    assert "retentionInDays" not in described(client, group)
    now = int(time.time() * 1000)
    old, new = now - 3 * DAY_MS, now - 60_000

    def put(at, message):
        return client.put_log_events(logGroupName=group, logStreamName="s",
                                     logEvents=[{"timestamp": at, "message": message}])

    def read():
        return [it["message"] for it in client.get_log_events(logGroupName=group, logStreamName="s")["events"]]

    put(old, "old")
    put(new, "new")
    assert read() == ["old", "new"]
    client.put_retention_policy(logGroupName=group, retentionInDays=1)
    assert described(client, group)["retentionInDays"] == 1
    assert read() == ["new"]
    assert [it["message"] for it in client.filter_log_events(logGroupName=group)["events"]] == ["new"]
    [stream] = client.describe_log_streams(logGroupName=group)["logStreams"]
    assert stream["firstEventTimestamp"] == new
    assert put(old, "late")["rejectedLogEventsInfo"] == {"expiredLogEventEndIndex": 1}
    client.delete_retention_policy(logGroupName=group)
    assert "retentionInDays" not in described(client, group)
    assert refusal(client.put_retention_policy, logGroupName=group, retentionInDays=2) == "InvalidParameterException"
    assert refusal(client.put_retention_policy, logGroupName="none", retentionInDays=1) == "ResourceNotFoundException"


def test_tags_by_either_name(client, group):
    arn = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:{group}"
    assert client.list_tags_for_resource(resourceArn=arn)["tags"] == {"made": "here"}
    client.tag_resource(resourceArn=arn, tags={"a": "1"})
    client.tag_log_group(logGroupName=group, tags={"b": "2"})
    assert client.list_tags_log_group(logGroupName=group)["tags"] == {"made": "here", "a": "1", "b": "2"}
    client.untag_resource(resourceArn=arn, tagKeys=["a", "made"])
    client.untag_log_group(logGroupName=group, tags=["b"])
    assert client.list_tags_for_resource(resourceArn=arn)["tags"] == {}
    assert refusal(client.list_tags_for_resource, resourceArn=arn + "-none") == "ResourceNotFoundException"


def test_there_are_no_filters(client, group):
    assert client.describe_metric_filters(logGroupName=group)["metricFilters"] == []
    assert client.describe_subscription_filters(logGroupName=group)["subscriptionFilters"] == []
    assert refusal(client.describe_subscription_filters, logGroupName="none") == "ResourceNotFoundException"
