"""Keys of KMS by which other services encrypt, with boto3: they are checked when they are set, and when they are used."""

import json
import uuid

import pytest
from conftest import ACCOUNT, REGION, make_function, refused, wait_for

MISSING = "1234abcd-12ab-34cd-56ef-1234567890ab"


@pytest.fixture
def kms(shared):
    return shared.client("kms")


@pytest.fixture
def key(kms):
    return kms.create_key()["KeyMetadata"]


@pytest.fixture
def name():
    return f"keyed-{uuid.uuid4().hex[:12]}"


def forbid(kms, key, action):
    policy = json.loads(kms.get_key_policy(KeyId=key["KeyId"])["Policy"])
    policy["Statement"].append({"Effect": "Deny", "Principal": "*", "Action": action, "Resource": "*"})
    kms.put_key_policy(KeyId=key["KeyId"], Policy=json.dumps(policy))


def allow_all(kms, key):
    policy = json.loads(kms.get_key_policy(KeyId=key["KeyId"])["Policy"])
    policy["Statement"] = [it for it in policy["Statement"] if it["Effect"] == "Allow"]
    kms.put_key_policy(KeyId=key["KeyId"], Policy=json.dumps(policy))


def table_of(dynamodb, name, **more):
    return dynamodb.create_table(
        TableName=name, BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "a", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "a", "KeyType": "HASH"}], **more)["TableDescription"]


def test_a_table_is_encrypted_by_a_key(shared, kms, key, name):
    dynamodb = shared.client("dynamodb")
    made = table_of(dynamodb, name, SSESpecification={"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key["KeyId"]})
    enabled = {"Status": "ENABLED", "SSEType": "KMS", "KMSMasterKeyArn": key["Arn"]}
    assert made["SSEDescription"] == enabled

    def shown():
        return dynamodb.describe_table(TableName=name)["Table"]

    assert shown()["SSEDescription"] == enabled
    item = {"a": {"S": "x"}}
    dynamodb.put_item(TableName=name, Item=item)
    kms.disable_key(KeyId=key["KeyId"])
    for call, more in [
        (dynamodb.put_item, {"Item": item}), (dynamodb.get_item, {"Key": item}), (dynamodb.scan, {}),
        (dynamodb.query, {"KeyConditionExpression": "a = :a", "ExpressionAttributeValues": {":a": {"S": "x"}}}),
    ]:
        status, code, message = refused(call, TableName=name, **more)
        assert (status, code) == (400, "ValidationException")
        assert message.startswith(
            "KMS key disabled error: com.amazonaws.services.kms.model.DisabledException: "
            f"{key['Arn']} is disabled. (Service: AWSKMS; Status Code: 400; Error Code: DisabledException; Request ID: ")
    locked = shown()
    assert locked["TableStatus"] == "INACCESSIBLE_ENCRYPTION_CREDENTIALS"
    assert locked["SSEDescription"].pop("InaccessibleEncryptionDateTime")
    assert locked["SSEDescription"] == enabled
    other = kms.create_key()["KeyMetadata"]
    change = {"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": other["Arn"]}
    assert refused(dynamodb.update_table, TableName=name, SSESpecification=change)[1] == "ValidationException"
    kms.enable_key(KeyId=key["KeyId"])
    assert (shown()["TableStatus"], shown()["SSEDescription"]) == ("ACTIVE", enabled)
    assert dynamodb.get_item(TableName=name, Key=item)["Item"] == item
    changed = dynamodb.update_table(TableName=name, SSESpecification=change)["TableDescription"]
    assert changed["SSEDescription"] == {**enabled, "Status": "UPDATING"}
    assert shown()["SSEDescription"] == {**enabled, "KMSMasterKeyArn": other["Arn"]}
    again = refused(dynamodb.update_table, TableName=name, SSESpecification=change)
    assert again[2] == (
        "One or more parameter values were invalid: Table is already encrypted with given KMSMasterKeyId. Use "
        "KMSMasterKeyId parameter if you want to change Master Key")
    dynamodb.update_table(TableName=name, SSESpecification={"Enabled": False})
    assert "SSEDescription" not in shown()
    dynamodb.update_table(TableName=name, SSESpecification={"Enabled": True})
    own = kms.describe_key(KeyId="alias/aws/dynamodb")["KeyMetadata"]
    assert shown()["SSEDescription"]["KMSMasterKeyArn"] == own["Arn"]
    dynamodb.delete_table(TableName=name)


def test_a_table_takes_no_key_that_cannot_be_used(shared, kms, key, name):
    dynamodb = shared.client("dynamodb")

    def words(key_id, **more):
        spec = {"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key_id, **more}
        return refused(table_of, dynamodb=dynamodb, name=name, SSESpecification=spec)

    status, code, message = words("alias/none")
    assert (status, code) == (400, "ValidationException")
    assert message.startswith(
        "KMS validation error: com.amazonaws.services.kms.model.NotFoundException: Alias "
        f"arn:aws:kms:{REGION}:{ACCOUNT}:alias/none is not found. (Service: AWSKMS; ")
    assert "is pending deletion" not in words(MISSING)[2]
    forbid(kms, key, "kms:Decrypt")
    status, code, message = words(key["Arn"])
    assert (status, code) == (400, "AccessDeniedException")
    assert message.startswith("KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: User: ")
    kms.schedule_key_deletion(KeyId=key["KeyId"], PendingWindowInDays=7)
    allow_all(kms, key)
    assert "KMSInvalidStateException" in words(key["Arn"])[2]
    assert words(MISSING, Enabled=False)[2].endswith("SSEType can not be specified if Enabled is false")
    assert refused(dynamodb.describe_table, TableName=name)[1] == "ResourceNotFoundException"


def test_a_stream_is_encrypted_by_a_key(shared, kms, key, name):
    kinesis = shared.client("kinesis")
    kinesis.create_stream(StreamName=name, ShardCount=1)

    def settled():
        summary = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]
        return summary["StreamStatus"] == "ACTIVE"

    wait_for("the stream", settled)
    alias = f"alias/{name}"
    kms.create_alias(AliasName=alias, TargetKeyId=key["KeyId"])
    start = {"StreamName": name, "EncryptionType": "KMS"}
    assert refused(kinesis.start_stream_encryption, KeyId=MISSING, **start)[:2] == (400, "KMSNotFoundException")
    kinesis.start_stream_encryption(KeyId=alias, **start)
    wait_for("the stream", settled)
    assert kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["KeyId"] == alias
    put = {"StreamName": name, "Data": b"x", "PartitionKey": "k"}
    assert kinesis.put_record(**put)["EncryptionType"] == "KMS"
    shard = kinesis.list_shards(StreamName=name)["Shards"][0]["ShardId"]
    iterator = kinesis.get_shard_iterator(StreamName=name, ShardId=shard, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    assert len(kinesis.get_records(ShardIterator=iterator)["Records"]) == 1
    forbid(kms, key, "kms:Decrypt")
    assert refused(kinesis.get_records, ShardIterator=iterator)[:2] == (400, "KMSAccessDeniedException")
    kinesis.put_record(**put)
    allow_all(kms, key)
    assert len(kinesis.get_records(ShardIterator=iterator)["Records"]) == 2
    kms.disable_key(KeyId=key["KeyId"])
    disabled = (400, "KMSDisabledException", f"{key['Arn']} is disabled.")
    assert refused(kinesis.put_record, **put) == disabled
    assert refused(kinesis.put_records, StreamName=name, Records=[{"Data": b"x", "PartitionKey": "k"}]) == disabled
    assert refused(kinesis.get_records, ShardIterator=iterator) == disabled
    assert refused(kinesis.start_stream_encryption, KeyId=key["Arn"], **start) == disabled
    kms.schedule_key_deletion(KeyId=key["KeyId"], PendingWindowInDays=7)
    assert refused(kinesis.put_record, **put)[1] == "KMSInvalidStateException"
    wrong = refused(kinesis.stop_stream_encryption, KeyId="alias/aws/kinesis", **start)
    assert wrong[1] == "InvalidArgumentException"
    kinesis.stop_stream_encryption(KeyId=key["Arn"], **start)
    wait_for("the stream", settled)
    assert "EncryptionType" not in kinesis.put_record(**put)
    kinesis.delete_stream(StreamName=name)


def test_a_queue_is_encrypted_by_a_key(shared, kms, key, name):
    sqs = shared.client("sqs")
    queue = sqs.create_queue(QueueName=name, Attributes={"KmsMasterKeyId": key["Arn"]})["QueueUrl"]

    def shown():
        all_of_it = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["All"])["Attributes"]
        return {it: all_of_it[it] for it in all_of_it if "Kms" in it or "Sse" in it}

    assert shown() == {"KmsMasterKeyId": key["Arn"], "KmsDataKeyReusePeriodSeconds": "300", "SqsManagedSseEnabled": "false"}
    sqs.send_message(QueueUrl=queue, MessageBody="x")
    kms.disable_key(KeyId=key["KeyId"])
    entries = [{"Id": "a", "MessageBody": "x"}]
    for call, more in [
        (sqs.send_message, {"MessageBody": "x"}), (sqs.send_message_batch, {"Entries": entries}), (sqs.receive_message, {}),
    ]:
        status, code, message = refused(call, QueueUrl=queue, **more)
        assert (status, code, message) == (400, "KMS.DisabledException", f"{key['Arn']} is disabled.")
    kms.enable_key(KeyId=key["KeyId"])
    assert sqs.receive_message(QueueUrl=queue)["Messages"][0]["Body"] == "x"
    forbid(kms, key, "kms:GenerateDataKey")
    assert refused(sqs.send_message, QueueUrl=queue, MessageBody="x")[1] == "KMS.AccessDeniedException"
    # AWS asks for a key when messages come, not when it is set.
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"KmsMasterKeyId": "alias/none"})
    assert refused(sqs.send_message, QueueUrl=queue, MessageBody="x")[1] == "KMS.NotFoundException"
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"KmsMasterKeyId": "alias/aws/sqs"})
    sqs.send_message(QueueUrl=queue, MessageBody="x")
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"SqsManagedSseEnabled": "true"})
    assert shown() == {"SqsManagedSseEnabled": "true"}
    sqs.delete_queue(QueueUrl=queue)


def test_a_topic_is_encrypted_by_a_key(shared, kms, key, name):
    sns = shared.client("sns")
    topic = sns.create_topic(Name=name, Attributes={"KmsMasterKeyId": key["KeyId"]})["TopicArn"]
    assert sns.get_topic_attributes(TopicArn=topic)["Attributes"]["KmsMasterKeyId"] == key["KeyId"]
    sns.publish(TopicArn=topic, Message="x")
    kms.disable_key(KeyId=key["KeyId"])
    assert refused(sns.publish, TopicArn=topic, Message="x") == (400, "KMSDisabled", f"{key['Arn']} is disabled.")
    sns.set_topic_attributes(TopicArn=topic, AttributeName="KmsMasterKeyId", AttributeValue="alias/none")
    assert refused(sns.publish, TopicArn=topic, Message="x")[1] == "KMSNotFound"
    sns.set_topic_attributes(TopicArn=topic, AttributeName="KmsMasterKeyId", AttributeValue="")
    sns.publish(TopicArn=topic, Message="x")
    sns.delete_topic(TopicArn=topic)


def test_a_secret_is_encrypted_by_a_key(shared, kms, key, name):
    secrets = shared.client("secretsmanager")
    for key_id in [MISSING, "alias/none"]:
        error = refused(secrets.create_secret, Name=name, SecretString="x", KmsKeyId=key_id)
        assert error[:2] == (400, "EncryptionFailure")
    secrets.create_secret(Name=name, SecretString="x", KmsKeyId=key["Arn"])
    assert secrets.describe_secret(SecretId=name)["KmsKeyId"] == key["Arn"]
    assert secrets.list_secret_version_ids(SecretId=name)["Versions"][0]["KmsKeyIds"] == [key["Arn"]]
    assert secrets.get_secret_value(SecretId=name)["SecretString"] == "x"
    forbid(kms, key, "kms:Decrypt")
    denied = (400, "AccessDeniedException", "Access to KMS is not allowed")
    assert refused(secrets.get_secret_value, SecretId=name) == denied
    secrets.put_secret_value(SecretId=name, SecretString="y")
    assert refused(secrets.update_secret, SecretId=name, KmsKeyId="alias/aws/secretsmanager") == denied
    allow_all(kms, key)
    kms.disable_key(KeyId=key["KeyId"])
    assert refused(secrets.get_secret_value, SecretId=name) == (
        400, "DecryptionFailure", "Secrets Manager can't decrypt the protected secret text using the provided KMS key.")
    assert refused(secrets.put_secret_value, SecretId=name, SecretString="z")[1] == "EncryptionFailure"
    kms.enable_key(KeyId=key["KeyId"])
    secrets.update_secret(SecretId=name, KmsKeyId="alias/aws/secretsmanager")
    kms.disable_key(KeyId=key["KeyId"])
    assert secrets.get_secret_value(SecretId=name)["SecretString"] == "y"
    secrets.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)


def test_a_parameter_is_encrypted_by_a_key(shared, kms, key, name):
    ssm = shared.client("ssm")
    put = {"Name": name, "Value": "x", "Type": "SecureString"}
    assert refused(ssm.put_parameter, KeyId="alias/none", **put) == (
        400, "InvalidKeyId", f"Alias arn:aws:kms:{REGION}:{ACCOUNT}:alias/none is not found.")
    ssm.put_parameter(KeyId=key["KeyId"], **put)
    assert ssm.get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"] == "x"
    kms.disable_key(KeyId=key["KeyId"])
    disabled = (400, "InvalidKeyId", f"{key['Arn']} is disabled.")
    assert refused(ssm.get_parameter, Name=name, WithDecryption=True) == disabled
    assert refused(ssm.put_parameter, KeyId=key["KeyId"], Overwrite=True, **put) == disabled
    assert ssm.get_parameter(Name=name)["Parameter"]["Value"] != "x"
    ssm.delete_parameter(Name=name)


def test_a_log_group_is_encrypted_by_a_key(shared, kms, key, name):
    logs = shared.client("logs")
    words = f"The specified KMS key does not exist or is not allowed to be used with Arn 'arn:aws:logs:{REGION}:{ACCOUNT}:log-group:{name}'"
    missing = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{MISSING}"
    assert refused(logs.create_log_group, logGroupName=name, kmsKeyId=missing) == (400, "AccessDeniedException", words)
    logs.create_log_group(logGroupName=name, kmsKeyId=key["Arn"])
    assert logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"][0]["kmsKeyId"] == key["Arn"]
    logs.create_log_stream(logGroupName=name, logStreamName="s")
    stream = {"logGroupName": name, "logStreamName": "s"}
    kms.disable_key(KeyId=key["KeyId"])
    assert refused(logs.get_log_events, **stream)[1:] == ("AccessDeniedException", words)
    assert refused(logs.filter_log_events, logGroupName=name)[1:] == ("AccessDeniedException", words)
    kms.enable_key(KeyId=key["KeyId"])
    assert logs.get_log_events(**stream)["events"] == []
    logs.delete_log_group(logGroupName=name)


def test_a_key_is_given_to_a_log_group_and_taken_from_it(shared, kms, key, name):
    logs = shared.client("logs")
    logs.create_log_group(logGroupName=name)
    arn = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:{name}"

    def shown():
        return logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"][0].get("kmsKeyId")

    missing = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{MISSING}"
    status, code, message = refused(logs.associate_kms_key, logGroupName=name, kmsKeyId=missing)
    assert (status, code) == (400, "AccessDeniedException") and message.endswith(f"with Arn '{arn}'")
    assert shown() is None
    logs.associate_kms_key(logGroupName=name, kmsKeyId=key["Arn"])
    assert shown() == key["Arn"]
    kms.disable_key(KeyId=key["KeyId"])
    assert refused(logs.filter_log_events, logGroupName=name)[1] == "AccessDeniedException"
    logs.disassociate_kms_key(resourceIdentifier=arn)
    assert shown() is None
    assert logs.filter_log_events(logGroupName=name)["events"] == []
    kms.enable_key(KeyId=key["KeyId"])
    logs.associate_kms_key(resourceIdentifier=arn, kmsKeyId=key["Arn"])
    assert shown() == key["Arn"]
    assert refused(logs.associate_kms_key, kmsKeyId=key["Arn"])[1] == "InvalidParameterException"
    assert refused(logs.disassociate_kms_key, logGroupName=name, resourceIdentifier=arn)[1] == "InvalidParameterException"
    assert refused(logs.disassociate_kms_key, logGroupName=f"{name}-none")[1] == "ResourceNotFoundException"
    results = f"arn:aws:logs:{REGION}:{ACCOUNT}:query-result:*"
    status, code, message = refused(logs.associate_kms_key, resourceIdentifier=results, kmsKeyId=key["Arn"])
    assert code == "InvalidParameterException" and "not supported by Waterwheel" in message
    logs.delete_log_group(logGroupName=name)


def test_the_variables_of_a_function_are_encrypted_by_a_key(shared, kms, key, name):
    client = shared.client("lambda")
    code = "import os\ndef handler(event, context):\n    return os.environ['COLOUR']\n"
    variables = {"Variables": {"COLOUR": "blue"}}
    make_function(shared, name, code, KMSKeyArn=key["Arn"], Environment=variables)
    wait_for("the function", lambda: client.get_function_configuration(FunctionName=name)["State"] == "Active")
    assert client.get_function_configuration(FunctionName=name)["KMSKeyArn"] == key["Arn"]
    assert json.loads(client.invoke(FunctionName=name)["Payload"].read()) == "blue"
    kms.disable_key(KeyId=key["KeyId"])
    status, code, message = refused(client.invoke, FunctionName=name)
    assert (status, code) == (502, "KMSDisabledException")
    assert message.startswith("Lambda was unable to decrypt the environment variables because the KMS key used is disabled.")
    error = refused(client.update_function_configuration, FunctionName=name, KMSKeyArn=key["Arn"])
    assert error[:2] == (400, "InvalidParameterValueException")
    client.update_function_configuration(FunctionName=name, KMSKeyArn="")
    assert json.loads(client.invoke(FunctionName=name)["Payload"].read()) == "blue"
    client.delete_function(FunctionName=name)


def test_who_names_a_key_lets_its_service_use_it(shared, kms, key, name):
    """DynamoDB and Lambda use a key by a grant, which is made in the name of who sets the key."""
    forbid(kms, key, "kms:CreateGrant")
    spec = {"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key["Arn"]}
    status, code, message = refused(table_of, dynamodb=shared.client("dynamodb"), name=name, SSESpecification=spec)
    assert (status, code) == (400, "AccessDeniedException") and "kms:CreateGrant" in message
    status, code, message = refused(make_function, server=shared, name=name, code="", KMSKeyArn=key["Arn"])
    assert (status, code) == (400, "InvalidParameterValueException")
    assert "the KMS key is invalid for CreateGrant" in message and "kms:CreateGrant" in message
    policy = json.loads(kms.get_key_policy(KeyId=key["KeyId"])["Policy"])
    policy["Statement"][-1]["Condition"] = {"Bool": {"kms:GrantIsForAWSResource": "false"}}
    kms.put_key_policy(KeyId=key["KeyId"], Policy=json.dumps(policy))
    table_of(shared.client("dynamodb"), name, SSESpecification=spec)
    shared.client("dynamodb").delete_table(TableName=name)


CALLED = """
import base64, boto3
def handler(event, context):
    sqs = boto3.client("sqs")
    queue = sqs.get_queue_url(QueueName=context.function_name)["QueueUrl"]
    for record in event["Records"]:
        sqs.send_message(QueueUrl=queue, MessageBody=base64.b64decode(record["kinesis"]["data"]).decode())
"""


def test_the_filters_of_a_mapping_are_encrypted_by_a_key(shared, kms, key, name):
    client, sqs, kinesis = (shared.client(service) for service in ("lambda", "sqs", "kinesis"))
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    kinesis.create_stream(StreamName=name, ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName=name)
    make_function(shared, name, CALLED)
    criteria = {"Filters": [{"Pattern": json.dumps({"data": {"colour": ["blue"]}})}]}
    source = f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{name}"
    wanted = {"EventSourceArn": source, "FunctionName": name, "FilterCriteria": criteria, "StartingPosition": "TRIM_HORIZON"}
    missing = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{MISSING}"
    status, code, message = refused(client.create_event_source_mapping, KMSKeyArn=missing, **wanted)
    assert (status, code) == (400, "InvalidParameterValueException") and "NotFoundException" in message
    made = client.create_event_source_mapping(KMSKeyArn=key["Arn"], **wanted)
    assert (made["KMSKeyArn"], made["FilterCriteria"]) == (key["Arn"], criteria)
    uuid = made["UUID"]

    def shown():
        return client.get_event_source_mapping(UUID=uuid)

    wait_for("the mapping", lambda: shown()["State"] == "Enabled")
    assert shown()["FilterCriteria"] == criteria and "FilterCriteriaError" not in shown()
    listed, = client.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]
    assert listed["KMSKeyArn"] == key["Arn"] and "FilterCriteria" not in listed

    def send(*colours):
        for colour in colours:
            kinesis.put_record(StreamName=name, PartitionKey="k", Data=json.dumps({"colour": colour}))

    def taken():
        found = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1).get("Messages", [])
        for message in found:
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
        return [json.loads(message["Body"])["colour"] for message in found]

    send("red", "blue")
    wait_for("the filtered one", lambda: taken() == ["blue"])
    kms.disable_key(KeyId=key["KeyId"])
    hidden = shown()
    assert "FilterCriteria" not in hidden
    disabled = f"{key['Arn']} is disabled."
    assert hidden["FilterCriteriaError"] == {"ErrorCode": "DisabledException", "Message": disabled}
    other = kms.create_key()["KeyMetadata"]
    assert refused(client.update_event_source_mapping, UUID=uuid, KMSKeyArn=other["Arn"])[1] == "InvalidParameterValueException"
    # Lambda cannot open the filters either: nothing is filtered, and nothing taken, until it can.
    send("blue")
    wait_for("the problem", lambda: disabled in shown()["LastProcessingResult"])
    assert taken() == []
    kms.enable_key(KeyId=key["KeyId"])
    wait_for("the one that waited", lambda: taken() == ["blue"])
    forbid(kms, key, "kms:Decrypt")
    denied = shown()["FilterCriteriaError"]
    assert denied["ErrorCode"] == "AccessDeniedException" and "kms:Decrypt" in denied["Message"]
    allow_all(kms, key)
    changed = client.update_event_source_mapping(UUID=uuid, KMSKeyArn="")
    assert "KMSKeyArn" not in changed and changed["FilterCriteria"] == criteria
    listed, = client.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]
    assert listed["FilterCriteria"] == criteria
    client.delete_event_source_mapping(UUID=uuid)
    client.delete_function(FunctionName=name)
    kinesis.delete_stream(StreamName=name)
    sqs.delete_queue(QueueUrl=queue)
