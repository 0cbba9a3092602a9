"""Replication of buckets, with boto3 and the AWS CLI: what is put here appears there, with its id and all that is told of it."""

import concurrent.futures
import json
import os
import subprocess
import urllib.request

import pytest
from conftest import ACCOUNT, REGION, refused, wait_for

MIB = 1024 * 1024
TRUST = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sts:AssumeRole"}],
})


@pytest.fixture
def s3(shared):
    return shared.client("s3")


def make_role(server, name):
    iam = server.client("iam")
    return iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]


def make_bucket(s3, name, **options):
    s3.create_bucket(Bucket=name, **options)
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    return name


def rule(to, **options):
    destination = {"Bucket": f"arn:aws:s3:::{to}", **options.pop("Destination", {})}
    return {
        "ID": to, "Status": "Enabled", "Priority": 1, "Filter": {}, "DeleteMarkerReplication": {"Status": "Disabled"},
        "Destination": destination, **options,
    }


def replicate(s3, bucket, role, *rules):
    s3.put_bucket_replication(Bucket=bucket, ReplicationConfiguration={"Role": role, "Rules": list(rules)})


@pytest.fixture
def pair(shared, s3, name):
    """A bucket, and another one to which everything in it is replicated."""
    here, there = make_bucket(s3, name), make_bucket(s3, f"{name}-r")
    role = make_role(shared, name)
    replicate(s3, here, role, rule(there, DeleteMarkerReplication={"Status": "Enabled"}))
    return here, there, role


def put(s3, bucket, key, body=b"x", **options):
    return s3.put_object(Bucket=bucket, Key=key, Body=body, **options)["VersionId"]


def status(s3, bucket, key, version):
    return s3.head_object(Bucket=bucket, Key=key, VersionId=version).get("ReplicationStatus")


def ends(s3, bucket, key, version):
    """The status at which a version's replication ends."""
    states = ["COMPLETED", "FAILED"]
    found = wait_for("the end of the replication", lambda: (s := status(s3, bucket, key, version)) in states and s)
    return found


def listed(s3, bucket):
    """Keys and ids of all versions, whether each is a marker, and whether it is the latest."""
    rows = []
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
        rows += [(it["Key"], it["VersionId"], False, it["IsLatest"]) for it in page.get("Versions", [])]
        rows += [(it["Key"], it["VersionId"], True, it["IsLatest"]) for it in page.get("DeleteMarkers", [])]
    return sorted(rows)


def about(answer):
    """What is told of an object, all but of its replication."""
    left_out = {"ResponseMetadata", "ReplicationStatus", "Body"}
    return {name: value for name, value in answer.items() if name not in left_out}


def test_a_replica_is_as_its_source(s3, pair):
    here, there, _ = pair
    bodies = {"small": b"hello", "empty": b"", "a/large \u00fc": os.urandom(3 * MIB)}
    for key, body in bodies.items():
        options = {"Metadata": {"m": "1"}, "ContentType": "text/x", "CacheControl": "no-cache", "ChecksumAlgorithm": "SHA256"}
        version = put(s3, here, key, body, Tagging="t=1&u=2", StorageClass="STANDARD_IA", **options)
        assert status(s3, here, key, version) in ["PENDING", "COMPLETED"]
        assert ends(s3, here, key, version) == "COMPLETED"
        mine, theirs = (s3.get_object(Bucket=it, Key=key, ChecksumMode="ENABLED") for it in pair[:2])
        assert theirs["ReplicationStatus"] == "REPLICA"
        assert about(mine) == about(theirs) and theirs["VersionId"] == version
        assert theirs["Body"].read() == body
        assert len(s3.get_object_tagging(Bucket=there, Key=key)["TagSet"]) == 2
    assert listed(s3, here) == listed(s3, there)


def test_every_way_of_writing_is_replicated(s3, pair):
    here, there, _ = pair
    source = put(s3, here, "a", b"12345")
    s3.copy_object(Bucket=here, Key="copy", CopySource=f"{here}/a")
    upload = {"Bucket": here, "Key": "parts"}
    upload["UploadId"] = s3.create_multipart_upload(**upload, ChecksumAlgorithm="CRC32")["UploadId"]
    bodies = [os.urandom(5 * MIB), b"end"]
    parts = []
    for number, body in enumerate(bodies, 1):
        answer = s3.upload_part(**upload, PartNumber=number, Body=body, ChecksumAlgorithm="CRC32")
        parts.append({"PartNumber": number, "ETag": answer["ETag"], "ChecksumCRC32": answer["ChecksumCRC32"]})
    s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": parts})
    signed = s3.generate_presigned_post(here, "form")
    lines = []
    for field, value in signed["fields"].items():
        lines += ["--b", f'Content-Disposition: form-data; name="{field}"', "", value]
    lines += ["--b", 'Content-Disposition: form-data; name="file"; filename="f"', "", "text", "--b--", ""]
    request = urllib.request.Request(
        signed["url"], "\r\n".join(lines).encode(), {"Content-Type": "multipart/form-data; boundary=b"})
    assert urllib.request.urlopen(request).status == 204
    for key in ["a", "copy", "parts", "form"]:
        version = s3.head_object(Bucket=here, Key=key)["VersionId"]
        assert ends(s3, here, key, version) == "COMPLETED", key
    assert listed(s3, here) == listed(s3, there)
    assert s3.get_object(Bucket=there, Key="parts")["Body"].read() == b"".join(bodies)
    second = s3.get_object(Bucket=there, Key="parts", PartNumber=2)
    assert (second["PartsCount"], second["Body"].read()) == (2, b"end")
    told = [s3.get_object_attributes(Bucket=it, Key="parts", ObjectAttributes=["Checksum", "ObjectParts", "ETag"]) for it in pair[:2]]
    assert told[0]["Checksum"] == told[1]["Checksum"] and told[0]["ObjectParts"] == told[1]["ObjectParts"]
    # A copy of a version that is complete begins anew.
    s3.copy_object(Bucket=here, Key="again", CopySource={"Bucket": here, "Key": "a", "VersionId": source})
    assert ends(s3, here, "again", s3.head_object(Bucket=here, Key="again")["VersionId"]) == "COMPLETED"


def test_markers_hide_there_too_and_what_goes_for_good_stays_there(s3, pair):
    here, there, _ = pair
    first, second = put(s3, here, "k", b"1"), put(s3, here, "k", b"2")
    marker = s3.delete_object(Bucket=here, Key="k")["VersionId"]
    wait_for("the marker", lambda: listed(s3, there) == listed(s3, here))
    assert refused(s3.get_object, Bucket=there, Key="k")[:2] == (404, "NoSuchKey")
    both = s3.delete_objects(Bucket=here, Delete={"Objects": [{"Key": "k"}, {"Key": "l"}]})["Deleted"]
    assert all(it["DeleteMarker"] for it in both)
    wait_for("more markers", lambda: listed(s3, there) == listed(s3, here))
    for version in [first, second, marker]:
        s3.delete_object(Bucket=here, Key="k", VersionId=version)
    last = put(s3, here, "k", b"3")
    assert ends(s3, here, "k", last) == "COMPLETED"
    ids = {it[1] for it in listed(s3, there)}
    assert {first, second, marker, last} <= ids


def test_rules_choose_by_prefix_and_tags(shared, s3, name):
    here, one, two = make_bucket(s3, name), make_bucket(s3, f"{name}-1"), make_bucket(s3, f"{name}-2")
    before = put(s3, here, "a/before")
    tags = [{"Key": "t", "Value": "1"}, {"Key": "u", "Value": "2"}]
    rules = [
        rule(one, Filter={"Prefix": "a/"}, Destination={"StorageClass": "ONEZONE_IA"}),
        rule(two, Filter={"And": {"Prefix": "a/", "Tags": tags}}, Priority=2),
        rule(two, ID="off", Status="Disabled", Priority=3),
    ]
    replicate(s3, here, make_role(shared, name), *rules)
    assert s3.get_bucket_replication(Bucket=here)["ReplicationConfiguration"]["Rules"] == rules
    plain, tagged = put(s3, here, "a/plain"), put(s3, here, "a/tagged", Tagging="t=1&u=2&v=3")
    other = put(s3, here, "b/tagged", Tagging="t=1&u=2")
    assert ends(s3, here, "a/plain", plain) == ends(s3, here, "a/tagged", tagged) == "COMPLETED"
    assert status(s3, here, "b/tagged", other) is None and status(s3, here, "a/before", before) is None
    assert {it[0] for it in listed(s3, one)} == {"a/plain", "a/tagged"}
    assert {it[0] for it in listed(s3, two)} == {"a/tagged"}
    assert s3.head_object(Bucket=one, Key="a/plain")["StorageClass"] == "ONEZONE_IA"
    # Markers come by no rule that does not say so, and never by one with tags.
    s3.delete_object(Bucket=here, Key="a/plain")
    last = put(s3, here, "a/last")
    assert ends(s3, here, "a/last", last) == "COMPLETED"
    assert not any(it[2] for it in listed(s3, one))


def test_what_is_told_of_a_version_follows(s3, pair, shared):
    here, there, role = pair
    version = put(s3, here, "k")
    assert ends(s3, here, "k", version) == "COMPLETED"

    def tag(bucket, value):
        tagging = {"TagSet": [{"Key": "t", "Value": value}]}
        s3.put_object_tagging(Bucket=bucket, Key="k", VersionId=version, Tagging=tagging)

    def tags(bucket):
        return [it["Value"] for it in s3.get_object_tagging(Bucket=bucket, Key="k", VersionId=version)["TagSet"]]

    tag(here, "1")
    wait_for("the tags", lambda: tags(there) == ["1"])
    wait_for("the status", lambda: status(s3, here, "k", version) == "COMPLETED")
    # A replica's own come back where its bucket has a rule that says so.
    criteria = {"ReplicaModifications": {"Status": "Enabled"}}
    replicate(s3, there, role, rule(here, SourceSelectionCriteria=criteria))
    tag(there, "2")
    wait_for("the tags", lambda: tags(here) == ["2"])
    assert status(s3, there, "k", version) == "REPLICA"
    s3.delete_object_tagging(Bucket=here, Key="k", VersionId=version)
    wait_for("no tags", lambda: tags(there) == [])


def test_locks_come_along(shared, s3, name):
    here, there = (make_bucket(s3, it, ObjectLockEnabledForBucket=True) for it in [name, f"{name}-r"])
    replicate(s3, here, make_role(shared, name), rule(there))
    version = put(s3, here, "k", ObjectLockLegalHoldStatus="ON")
    assert ends(s3, here, "k", version) == "COMPLETED"
    told = {"Key": "k", "VersionId": version}
    assert s3.get_object_legal_hold(Bucket=there, **told)["LegalHold"]["Status"] == "ON"
    assert refused(s3.delete_object, Bucket=there, **told)[1] == "AccessDenied"
    s3.put_object_legal_hold(Bucket=here, LegalHold={"Status": "OFF"}, **told)
    wait_for("the hold's end", lambda: s3.get_object_legal_hold(Bucket=there, **told)["LegalHold"]["Status"] == "OFF")


def test_another_account_must_let_the_role_in(shared, s3, name):
    other = shared.client("s3", access_key="222222222222")
    here, there = make_bucket(s3, name), make_bucket(other, f"{name}-r")
    role = make_role(shared, name)
    translated = {"Account": "222222222222", "AccessControlTranslation": {"Owner": "Destination"}}
    replicate(s3, here, role, rule(there, Destination=translated))
    failed = put(s3, here, "k")
    assert ends(s3, here, "k", failed) == "FAILED"
    actions = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ObjectOwnerOverrideToBucketOwner"]
    statement = {"Effect": "Allow", "Principal": {"AWS": role}, "Action": actions, "Resource": f"arn:aws:s3:::{there}/*"}
    other.put_bucket_policy(Bucket=there, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    version = put(s3, here, "k")
    assert ends(s3, here, "k", version) == "COMPLETED"
    assert other.head_object(Bucket=there, Key="k", VersionId=version)["ReplicationStatus"] == "REPLICA"
    wrong = {"Account": "333333333333", "AccessControlTranslation": {"Owner": "Destination"}}
    replicate(s3, here, role, rule(there, Destination=wrong))
    assert ends(s3, here, "k", put(s3, here, "k")) == "FAILED"


def test_a_failure_is_told(shared, s3, name):
    sqs = shared.client("sqs")
    here, there = make_bucket(s3, name), make_bucket(s3, f"{name}-r")
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    arn = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"
    policy = {"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": arn}]}
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": json.dumps(policy)})
    events = [{"QueueArn": arn, "Events": ["s3:Replication:OperationFailedReplication"]}]
    s3.put_bucket_notification_configuration(
        Bucket=here, NotificationConfiguration={"QueueConfigurations": events}, SkipDestinationValidation=True)
    # There is no such role.
    replicate(s3, here, f"arn:aws:iam::{ACCOUNT}:role/absent-{name}", rule(there))
    version = put(s3, here, "k")
    assert ends(s3, here, "k", version) == "FAILED"

    def records():
        found = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=5).get("Messages", [])
        bodies = [json.loads(it["Body"]) for it in found]
        return [it["Records"][0] for it in bodies if "Records" in it]

    told = wait_for("the event", records)[0]
    assert told["eventName"] == "Replication:OperationFailedReplication" and told["eventVersion"] == "2.2"
    data = told["replicationEventData"]
    assert data["replicationRuleId"] == there and data["destinationBucket"] == f"arn:aws:s3:::{there}"
    assert (data["s3Operation"], data["failureReason"]) == ("OBJECT_PUT", "AssumeRoleNotPermitted")
    assert told["s3"]["object"]["versionId"] == version


def test_keys_of_kms_are_taken_where_a_rule_says_so(shared, s3, name):
    kms = shared.client("kms")
    here, there = make_bucket(s3, name), make_bucket(s3, f"{name}-r")
    keys = [kms.create_key()["KeyMetadata"]["Arn"] for _ in range(2)]
    role = make_role(shared, name)
    replicate(s3, here, role, rule(there))
    options = {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": keys[0]}
    assert status(s3, here, "k", put(s3, here, "k", **options)) is None
    criteria = {"SseKmsEncryptedObjects": {"Status": "Enabled"}}
    encryption = {"EncryptionConfiguration": {"ReplicaKmsKeyID": keys[1]}}
    replicate(s3, here, role, rule(there, SourceSelectionCriteria=criteria, Destination=encryption))
    version = put(s3, here, "k", b"secret", **options)
    assert ends(s3, here, "k", version) == "COMPLETED"
    found = s3.get_object(Bucket=there, Key="k", VersionId=version)
    assert (found["SSEKMSKeyId"], found["Body"].read()) == (keys[1], b"secret")
    kms.disable_key(KeyId=keys[1])
    assert ends(s3, here, "k", put(s3, here, "k", **options)) == "FAILED"


def test_versioning_stays_as_long_as_there_is_replication(s3, pair):
    here, there, role = pair
    suspended = {"VersioningConfiguration": {"Status": "Suspended"}}
    told = refused(s3.put_bucket_versioning, Bucket=here, **suspended)
    assert told[:2] == (409, "InvalidBucketState") and told[2].startswith("A replication configuration is present on this bucket")
    s3.put_bucket_versioning(Bucket=there, **suspended)
    assert ends(s3, here, "k", put(s3, here, "k")) == "FAILED"
    configuration = {"Role": role, "Rules": [rule(there)]}
    told = refused(s3.put_bucket_replication, Bucket=here, ReplicationConfiguration=configuration)
    assert told == (400, "InvalidRequest", "Destination bucket must have versioning enabled.")
    s3.delete_bucket_replication(Bucket=here)
    told = refused(s3.get_bucket_replication, Bucket=here)
    assert told[:2] == (404, "ReplicationConfigurationNotFoundError")
    s3.put_bucket_versioning(Bucket=here, **suspended)
    told = refused(s3.put_bucket_replication, Bucket=here, ReplicationConfiguration=configuration)
    assert told[2] == "Versioning must be 'Enabled' on the bucket to apply a replication configuration"


def test_the_cli_sets_rules_of_old(shared, s3, name):
    here, there = make_bucket(s3, name), make_bucket(s3, f"{name}-r")
    configuration = {"Role": make_role(shared, name), "Rules": [
        {"Status": "Enabled", "Prefix": "a", "Destination": {"Bucket": f"arn:aws:s3:::{there}"}}]}
    variables = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": REGION}
    for command in filter(None, [os.environ.get("AWS_CLI_1"), os.environ.get("AWS_CLI_2")]):
        def aws(*arguments):
            command_line = [command, "--endpoint-url", shared.url, "s3api", *arguments]
            return subprocess.run(command_line, env={**os.environ, **variables}, check=True, capture_output=True).stdout

        aws("put-bucket-replication", "--bucket", here, "--replication-configuration", json.dumps(configuration))
        found = json.loads(aws("get-bucket-replication", "--bucket", here))["ReplicationConfiguration"]
        assert found["Role"] == configuration["Role"] and found["Rules"][0]["Prefix"] == "a" and found["Rules"][0]["ID"]
        version = put(s3, here, "a")
        assert ends(s3, here, "a", version) == "COMPLETED"
        marker = s3.delete_object(Bucket=here, Key="a")["VersionId"]
        wait_for("the marker", lambda: marker in {it[1] for it in listed(s3, there) if it[2]})
        aws("delete-bucket-replication", "--bucket", here)


def test_what_was_acknowledged_is_replicated_though_the_server_is_killed(server):
    s3 = server.client("s3")
    here, there = make_bucket(s3, "here"), make_bucket(s3, "there")
    replicate(s3, here, make_role(server, "replicator"), rule(there, DeleteMarkerReplication={"Status": "Enabled"}))
    made, is_over = [], []

    def write(worker):
        number = 0
        while not is_over:
            number += 1
            key = f"{worker}/{number % 5}"
            try:
                if number % 4 == 0:
                    made.append((key, s3.delete_object(Bucket=here, Key=key)["VersionId"]))
                else:
                    body = os.urandom(50_000 if number % 3 == 0 else 50)
                    made.append((key, put(s3, here, key, body)))
            except Exception:  # noqa: BLE001 - the server is gone, and what it did not acknowledge is not expected
                if is_over:
                    return

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        workers = [pool.submit(write, worker) for worker in range(4)]
        for _ in range(3):
            count = len(made)
            wait_for("writes", lambda count=count: len(made) > count + 40)
            server.restart()
        is_over.append(True)
        for worker in workers:
            worker.result()
    wait_for("all of them there", lambda: {it[:2] for it in listed(s3, there)} >= set(made), seconds=120, pause=0.5)
    # Whatever was not acknowledged and is there was replicated as well.
    wait_for("the same", lambda: listed(s3, there) == listed(s3, here), seconds=120, pause=0.5)
    for key, version, is_marker, _ in listed(s3, here):
        if not is_marker:
            assert status(s3, here, key, version) == "COMPLETED"
            mine, theirs = (s3.get_object(Bucket=it, Key=key, VersionId=version)["Body"].read() for it in [here, there])
            assert mine == theirs
