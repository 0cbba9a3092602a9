"""Storage classes, restored copies and life cycles of versions with boto3, by a clock that is turned."""

import datetime
import json
import urllib.request

import pytest
from conftest import ACCOUNT, REGION, Server, refused, wait_for

LARGE = b"x" * (128 * 1024)


@pytest.fixture(scope="module")
def clocked(tmp_path_factory):
    """A server whose clock the tests of this file turn; none goes by what time it is."""
    server = Server(tmp_path_factory.mktemp("clocked"), options=["--clock", "virtual"])
    yield server
    server.stop()


@pytest.fixture
def s3(clocked):
    return clocked.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


@pytest.fixture
def versioned(s3, bucket):
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    return bucket


def advance(server, span):
    body = json.dumps({"advance": span}).encode()
    request = urllib.request.Request(f"{server.url}/_waterwheel/clock", body, method="POST")
    urllib.request.urlopen(request).read()


def code(call, **arguments):
    return refused(call, **arguments)[:2]


def restore(days, tier=None):
    return {"Days": days, **({"GlacierJobParameters": {"Tier": tier}} if tier else {})}


def live(s3, bucket, *rules, **options):
    rules = [{"ID": f"r{index}", "Status": "Enabled", "Filter": {}, **rule} for index, rule in enumerate(rules)]
    s3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": rules}, **options)


def classes(s3, bucket):
    return {it["Key"]: it["StorageClass"] for it in s3.list_objects_v2(Bucket=bucket).get("Contents", [])}


def told(clocked, s3, bucket, name, *events):
    """A queue that is told of these events, and what gives the next of them."""
    sqs = clocked.client("sqs")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    rule = {"QueueArn": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}", "Events": list(events)}
    s3.put_bucket_notification_configuration(
        Bucket=bucket, NotificationConfiguration={"QueueConfigurations": [rule]})

    def next_record():
        for message in sqs.receive_message(QueueUrl=url, WaitTimeSeconds=5).get("Messages", []):
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            # The first message is AWS's test.
            return json.loads(message["Body"]).get("Records", [None])[0]

    return lambda: wait_for("a notification", next_record)


def test_an_archived_object_is_restored_read_and_closed_again(clocked, s3, bucket, name):
    following = told(clocked, s3, bucket, name, "s3:ObjectRestore:*")
    k = {"Bucket": bucket, "Key": "k"}
    s3.put_object(Body=b"cold", StorageClass="GLACIER", **k)
    assert s3.head_object(**k)["StorageClass"] == "GLACIER"
    closed = refused(s3.get_object, **k)
    assert closed == (403, "InvalidObjectState", "The operation is not valid for the object's storage class")
    copy = refused(s3.copy_object, Bucket=bucket, Key="c", CopySource=f"{bucket}/k")
    assert copy == (403, "InvalidObjectState", "Operation is not valid for the source object's storage class")
    answer = s3.restore_object(RestoreRequest=restore(2, "Bulk"), **k)
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 202
    assert s3.head_object(**k)["Restore"] == 'ongoing-request="true"'
    assert following()["eventName"] == "ObjectRestore:Post"
    again = refused(s3.restore_object, RestoreRequest=restore(2, "Bulk"), **k)
    assert again == (409, "RestoreAlreadyInProgress", "Object restore is already in progress")
    hurried = s3.restore_object(RestoreRequest=restore(2, "Expedited"), **k)
    assert hurried["ResponseMetadata"]["HTTPStatusCode"] == 202
    assert following()["eventName"] == "ObjectRestore:Post"
    advance(clocked, "61s")
    assert s3.get_object(**k)["Body"].read() == b"cold"
    shown = s3.head_object(**k)["Restore"]
    assert shown.startswith('ongoing-request="false", expiry-date="') and shown.endswith(' 00:00:00 GMT"')
    completed = following()
    assert completed["eventName"] == "ObjectRestore:Completed"
    data = completed["glacierEventData"]["restoreEventData"]
    assert data["lifecycleRestoreStorageClass"] == "GLACIER"
    assert data["lifecycleRestorationExpiryTime"].endswith("T00:00:00.000Z")
    listed = s3.list_objects_v2(Bucket=bucket, OptionalObjectAttributes=["RestoreStatus"])["Contents"][0]
    assert listed["RestoreStatus"]["IsRestoreInProgress"] is False
    assert "RestoreStatus" not in s3.list_objects_v2(Bucket=bucket)["Contents"][0]
    s3.copy_object(Bucket=bucket, Key="warm", CopySource=f"{bucket}/k")
    assert classes(s3, bucket) == {"k": "GLACIER", "warm": "STANDARD"}
    longer = s3.restore_object(RestoreRequest=restore(4), **k)
    assert longer["ResponseMetadata"]["HTTPStatusCode"] == 200
    assert s3.head_object(**k)["Restore"] != shown
    advance(clocked, "72h")
    assert s3.get_object(**k)["Body"].read() == b"cold"
    advance(clocked, "72h")
    assert following()["eventName"] == "ObjectRestore:Delete"
    assert "Restore" not in s3.head_object(**k)
    assert code(s3.get_object, **k) == (403, "InvalidObjectState")


def test_what_cannot_be_restored_is_told(s3, bucket):
    s3.put_object(Bucket=bucket, Key="warm", Body=b"", StorageClass="INTELLIGENT_TIERING")
    s3.put_object(Bucket=bucket, Key="deep", Body=b"", StorageClass="DEEP_ARCHIVE")
    assert s3.get_object(Bucket=bucket, Key="warm")["StorageClass"] == "INTELLIGENT_TIERING"
    sentence = "Restore is not allowed for the object's current storage class"
    ask = s3.restore_object
    assert refused(ask, Bucket=bucket, Key="warm", RestoreRequest=restore(1)) == (403, "InvalidObjectState", sentence)
    assert code(ask, Bucket=bucket, Key="deep", RestoreRequest=restore(1, "Expedited")) == (400, "InvalidArgument")
    assert code(ask, Bucket=bucket, Key="deep", RestoreRequest=restore(0)) == (400, "InvalidArgument")
    assert code(ask, Bucket=bucket, Key="deep", RestoreRequest={}) == (400, "MalformedXML")
    assert code(ask, Bucket=bucket, Key="none", RestoreRequest=restore(1)) == (404, "NoSuchKey")
    select = refused(ask, Bucket=bucket, Key="deep", RestoreRequest={"Type": "SELECT"})
    assert select[:2] == (400, "NotImplemented") and "SELECT" in select[2]
    assert code(s3.put_object, Bucket=bucket, Key="k", StorageClass="COLD") == (400, "InvalidStorageClass")


def test_a_copy_onto_itself_changes_the_class(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"x", Metadata={"a": "b"})
    s3.copy_object(Bucket=bucket, Key="k", CopySource=f"{bucket}/k", StorageClass="STANDARD_IA")
    found = s3.head_object(Bucket=bucket, Key="k")
    assert (found["StorageClass"], found["Metadata"]) == ("STANDARD_IA", {"a": "b"})


def test_objects_are_moved_through_the_classes_and_gone(clocked, s3, bucket, name):
    following = told(clocked, s3, bucket, name, "s3:LifecycleTransition", "s3:LifecycleExpiration:*")
    s3.put_object(Bucket=bucket, Key="large", Body=LARGE)
    s3.put_object(Bucket=bucket, Key="small", Body=b"x")
    moves = [{"Days": 30, "StorageClass": "STANDARD_IA"}, {"Days": 60, "StorageClass": "GLACIER"}]
    live(s3, bucket, {"Transitions": moves, "Expiration": {"Days": 90}},
         TransitionDefaultMinimumObjectSize="varies_by_storage_class")
    shown = s3.get_bucket_lifecycle_configuration(Bucket=bucket)
    assert shown["Rules"][0]["Transitions"] == moves
    assert shown["TransitionDefaultMinimumObjectSize"] == "varies_by_storage_class"
    assert 'rule-id="r0"' in s3.head_object(Bucket=bucket, Key="large")["Expiration"]
    advance(clocked, "744h")
    wait_for("the large one to move", lambda: classes(s3, bucket) == {"large": "STANDARD_IA", "small": "STANDARD"})
    moved = following()
    assert (moved["eventName"], moved["eventVersion"]) == ("LifecycleTransition", "2.3")
    data = moved["lifecycleEventData"]["transitionEventData"]
    assert data == {"destinationStorageClass": "STANDARD_IA"}
    advance(clocked, "720h")
    wait_for("both to move", lambda: set(classes(s3, bucket).values()) == {"GLACIER"})
    assert [following()["eventName"] for _ in range(2)] == ["LifecycleTransition"] * 2
    advance(clocked, "720h")
    wait_for("both to go", lambda: classes(s3, bucket) == {})
    assert [following()["eventName"] for _ in range(2)] == ["LifecycleExpiration:Delete"] * 2


def test_versions_are_moved_and_gone_but_for_the_newest(clocked, s3, versioned):
    ids = [s3.put_object(Bucket=versioned, Key="k", Body=LARGE)["VersionId"] for _ in range(5)]
    live(s3, versioned, {
        "NoncurrentVersionTransitions": [{"NoncurrentDays": 1, "StorageClass": "GLACIER"}],
        "NoncurrentVersionExpiration": {"NoncurrentDays": 5, "NewerNoncurrentVersions": 2},
    })
    advance(clocked, "48h")

    def versions():
        found = s3.list_object_versions(Bucket=versioned).get("Versions", [])
        return {it["VersionId"]: it["StorageClass"] for it in found}

    archived = {version: "GLACIER" for version in ids[:4]}
    wait_for("versions to move", lambda: versions() == {**archived, ids[4]: "STANDARD"})
    advance(clocked, "120h")
    wait_for("two to be left beside the current one", lambda: list(versions()) == [ids[4], ids[3], ids[2]])


def test_an_expired_object_is_hidden_and_a_marker_that_hides_nothing_goes(clocked, s3, versioned, name):
    following = told(clocked, s3, versioned, name, "s3:LifecycleExpiration:*")
    put = s3.put_object(Bucket=versioned, Key="k", Body=b"x")
    live(s3, versioned, {"Filter": {"Prefix": "k"}, "Expiration": {"Days": 1},
                         "NoncurrentVersionExpiration": {"NoncurrentDays": 1}})
    advance(clocked, "48h")
    wait_for("the object to be hidden", lambda: classes(s3, versioned) == {})
    found = s3.list_object_versions(Bucket=versioned)
    assert [it["VersionId"] for it in found.get("Versions", [])] == [put["VersionId"]]
    hidden = following()
    assert (hidden["eventName"], hidden["s3"]["object"]["key"]) == ("LifecycleExpiration:DeleteMarkerCreated", "k")
    advance(clocked, "48h")
    assert following()["s3"]["object"]["versionId"] == put["VersionId"]
    advance(clocked, "24h")
    wait_for("all to be gone", lambda: "DeleteMarkers" not in s3.list_object_versions(Bucket=versioned))


def test_a_rule_for_markers_alone(clocked, s3, versioned):
    put = s3.put_object(Bucket=versioned, Key="k", Body=b"x")
    s3.delete_object(Bucket=versioned, Key="k")
    s3.delete_object(Bucket=versioned, Key="bare")
    live(s3, versioned, {"Expiration": {"ExpiredObjectDeleteMarker": True}})

    def markers():
        return [it["Key"] for it in s3.list_object_versions(Bucket=versioned).get("DeleteMarkers", [])]

    wait_for("the marker that hides nothing to go", lambda: markers() == ["k"])
    s3.delete_object(Bucket=versioned, Key="k", VersionId=put["VersionId"])
    advance(clocked, "24h")
    wait_for("the other to go", lambda: markers() == [])


IA = {"Days": 29, "StorageClass": "STANDARD_IA"}


@pytest.mark.parametrize("rule, expected", [
    ({"Transitions": [IA]}, (400, "InvalidArgument", "'Days' in Transition action must be greater than or equal to 30 "
                             "for storageClass 'STANDARD_IA'")),
    ({"Transitions": [{"Days": 1, "StorageClass": "GLACIER"}], "Expiration": {"Days": 1}},
     (400, "InvalidArgument", "'Days' in the Expiration action for filter '(prefix=)' must be greater than 'Days' in "
      "the Transition action")),
    ({"Expiration": {"Date": datetime.datetime(2030, 1, 1, 1)}},
     (400, "InvalidArgument", "'Date' must be at midnight GMT")),
    ({"NoncurrentVersionExpiration": {"NoncurrentDays": 0}},
     (400, "InvalidArgument", "'NoncurrentDays' for NoncurrentVersionExpiration action must be a positive integer")),
    ({"Expiration": {"ExpiredObjectDeleteMarker": True}, "Filter": {"Tag": {"Key": "a", "Value": "b"}}},
     (400, "InvalidRequest", "ExpiredObjectDeleteMarker cannot be specified with Tags.")),
    ({}, (400, "InvalidRequest", "At least one action needs to be specified in a rule")),
])
def test_rules_are_refused_in_awss_words(s3, bucket, rule, expected):
    rule = {"ID": "r", "Status": "Enabled", "Filter": {"Prefix": ""}, **rule}
    found = refused(s3.put_bucket_lifecycle_configuration, Bucket=bucket, LifecycleConfiguration={"Rules": [rule]})
    assert found == expected


def test_rules_get_ids_and_headers_name_them(s3, bucket):
    rule = {"Status": "Enabled", "Filter": {}, "Expiration": {"Days": 7}}
    s3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": [rule]})
    made = s3.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"][0]["ID"]
    assert len(made) == 48
    assert f'rule-id="{made}"' in s3.put_object(Bucket=bucket, Key="k", Body=b"")["Expiration"]
    refusal = refused(s3.put_bucket_lifecycle_configuration, Bucket=bucket,
                      LifecycleConfiguration={"Rules": [rule]}, TransitionDefaultMinimumObjectSize="value")
    assert refusal == (400, "InvalidRequest", "Invalid TransitionDefaultMinimumObjectSize found: value")
