use crate::tools::{answer, decode, json_call, named, text};
use shapes::kinesis::ops::{
    AddTagsToStream, CreateStream, DescribeLimits, GetRecords, GetShardIterator, ListStreams,
    PutRecord, PutRecords,
};
use shapes::kinesis::{GetRecordsOutput, PutRecordsInput, Record};
use shapes::{Bytes, Timestamp, dynamodb};
use wire::WireError;

fn put_records(body: &str) -> Result<PutRecordsInput, WireError> {
    decode::<PutRecords>(&json_call("Kinesis_20131202.PutRecords"), body.to_owned())
}

#[test]
fn records_are_read() {
    let input = put_records(
        r#" {"StreamName":"demo", "Unknown":{"a":[1,{"b":null}],"c":"\u0041"}, "StreamARN":null,
            "Records":[{"Data":"aGVsbG8=","PartitionKey":"k\n\u00e9\ud83d\ude00/"},
                       {"Data":"","PartitionKey":"p","ExplicitHashKey":"0"}]} "#,
    )
    .unwrap();
    assert_eq!(input.stream_name.as_deref(), Some("demo"));
    assert_eq!(input.stream_arn, None);
    assert_eq!(input.records[0].data, Bytes::from_static(b"hello"));
    assert_eq!(input.records[0].partition_key.as_deref(), Some("k\né😀/"));
    assert_eq!(input.records[1].data, Bytes::new());
    assert_eq!(input.records[1].explicit_hash_key.as_deref(), Some("0"));
}

#[test]
fn base64_with_escaped_slashes_is_read() {
    let input = put_records(r#"{"Records":[{"Data":"\/\/8=","PartitionKey":"p"}]}"#).unwrap();
    assert_eq!(input.records[0].data, Bytes::from_static(b"\xff\xff"));
}

fn refused(body: &str) -> String {
    let error = put_records(body).unwrap_err();
    assert_eq!((&*error.code, error.status), ("SerializationException", 400), "{body}");
    error.message
}

#[test]
fn what_is_not_json_is_refused_without_words() {
    for body in [
        "hello",
        "[]",
        "\"x\"",
        "{",
        "{}x",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":[1,2}",
        "{\"a\":-}",
        "{a:1}",
        "{\"StreamName\":\"x",
    ] {
        assert_eq!(refused(body), "", "{body}");
    }
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(5000), "]".repeat(5000));
    assert_eq!(refused(&deep), "");
}

#[test]
fn values_of_the_wrong_kind_are_refused_in_kinesis_words() {
    assert_eq!(
        refused(r#"{"StreamName":12}"#),
        "class java.math.BigDecimal can not be converted to an String"
    );
    assert_eq!(
        refused(r#"{"StreamName":true}"#),
        "class java.lang.Boolean can not be converted to an String"
    );
    assert_eq!(refused(r#"{"StreamName":[]}"#), "Start of list found where not expected");
    assert_eq!(
        refused(r#"{"StreamName":{}}"#),
        "Start of structure or map found where not expected."
    );
    assert_eq!(refused(r#"{"Records":"x"}"#), "Expected list or null");
    assert_eq!(refused(r#"{"Records":["x"]}"#), "Expected null");
    assert_eq!(
        refused(r#"{"Records":[{"Data":"abc"}]}"#),
        "'abc' can not be converted to a Blob: Base64 encoded length is expected a multiple of 4 \
         bytes but found: 3"
    );
    assert_eq!(
        refused(r#"{"Records":[{"Data":"ab!c"}]}"#),
        "'ab!c' can not be converted to a Blob: Invalid Base64 character: '!'"
    );
}

#[test]
fn numbers_are_cut_and_bounded() {
    let call = json_call("Kinesis_20131202.CreateStream");
    let create = |count: &str| {
        let body = format!(r#"{{"StreamName":"s","ShardCount":{count}}}"#);
        decode::<CreateStream>(&call, body).map(|input| input.shard_count)
    };
    assert_eq!(create("3").unwrap(), Some(3));
    assert_eq!(create("3.7").unwrap(), Some(3));
    assert_eq!(create("1e2").unwrap(), Some(100));
    for count in ["2147483648", "99999999999999999999", "1e400"] {
        assert_eq!(create(count).unwrap_err().code, "SerializationException", "{count}");
    }
}

#[test]
fn no_body_is_an_empty_object() {
    let call = json_call("Kinesis_20131202.ListStreams");
    assert_eq!(decode::<ListStreams>(&call, "").unwrap().limit, None);
}

#[test]
fn instants_are_seconds() {
    let call = json_call("Kinesis_20131202.GetShardIterator");
    let body = r#"{"StreamName":"s","ShardId":"shardId-000000000000",
        "ShardIteratorType":"AT_TIMESTAMP","Timestamp":1.7000000001234E9}"#;
    let input = decode::<GetShardIterator>(&call, body).unwrap();
    assert_eq!(input.timestamp, Some(Timestamp(1_700_000_000_123)));
}

#[test]
fn answers_are_compact() {
    let call = named(&json_call("Kinesis_20131202.GetRecords"));
    let record = Record {
        sequence_number: "49".into(),
        approximate_arrival_timestamp: Some(Timestamp(1_700_000_000_120)),
        data: Bytes::from_static(b"hi\xff"),
        partition_key: Some("a\"\u{1}\n\\é".into()),
        encryption_type: None,
    };
    let output = GetRecordsOutput {
        records: vec![record.clone(), record],
        millis_behind_latest: Some(0),
        ..GetRecordsOutput::default()
    };
    let answer = answer::<GetRecords>(&call, output);
    let one = r#"{"SequenceNumber":"49","ApproximateArrivalTimestamp":1700000000.12,"Data":"aGn/","PartitionKey":"a\"\u0001\n\\é"}"#;
    assert_eq!(text(&answer), format!(r#"{{"Records":[{one},{one}],"MillisBehindLatest":0}}"#));
    assert_eq!(answer.headers()["content-type"], "application/x-amz-json-1.1");
    assert_eq!(answer.headers()["x-amzn-requestid"], "req-1");
    let call = named(&json_call("Kinesis_20131202.CreateStream"));
    assert_eq!(text(&crate::tools::answer::<CreateStream>(&call, shapes::Unit)), "");
}

#[test]
fn all_violations_are_told() {
    let call = json_call("Kinesis_20131202.PutRecord");
    let error = decode::<PutRecord>(&call, "{}").unwrap_err();
    assert_eq!((&*error.code, error.status), ("ValidationException", 400));
    assert_eq!(
        error.message,
        "1 validation error detected: Value null at 'data' failed to satisfy constraint: Member \
         must not be null"
    );
    let error = put_records(r#"{"StreamName":"","Records":[{"PartitionKey":""}]}"#).unwrap_err();
    assert_eq!(
        error.message,
        "4 validation errors detected: Value null at 'records.1.member.data' failed to satisfy \
         constraint: Member must not be null; Value '' at 'records.1.member.partitionKey' failed \
         to satisfy constraint: Member must have length greater than or equal to 1; Value '' at \
         'streamName' failed to satisfy constraint: Member must satisfy regular expression \
         pattern: [a-zA-Z0-9_.-]+; Value '' at 'streamName' failed to satisfy constraint: Member \
         must have length greater than or equal to 1"
    );
}

#[test]
fn maps_and_nulls_are_checked() {
    let call = json_call("Kinesis_20131202.AddTagsToStream");
    let tags = |tags: &str| {
        decode::<AddTagsToStream>(&call, format!(r#"{{"StreamName":"s","Tags":{tags}}}"#))
            .map(|input| input.tags)
            .map_err(|error| error.message)
    };
    assert_eq!(tags(r#"{"a":"b"}"#).unwrap()["a"], "b");
    assert_eq!(
        tags("{}").unwrap_err(),
        "1 validation error detected: Value '{}' at 'tags' failed to satisfy constraint: Member \
         must have length greater than or equal to 1"
    );
    assert_eq!(
        tags(r#"{"":"b"}"#).unwrap_err(),
        "1 validation error detected: Value '{=b}' at 'tags' failed to satisfy constraint: Map \
         keys must satisfy constraint: [Member must have length less than or equal to 128, Member \
         must have length greater than or equal to 1]"
    );
    assert_eq!(
        tags(r#"{"a":null,"b":"c"}"#).unwrap_err(),
        "1 validation error detected: Value null at 'tags.a.member' failed to satisfy \
         constraint: Member must not be null"
    );
    let null = put_records(r#"{"Records":[null]}"#).unwrap_err();
    assert!(null.message.contains("Value null at 'records.1.member'"), "{}", null.message);
}

#[test]
fn enum_values_are_listed() {
    let call = json_call("Kinesis_20131202.GetShardIterator");
    let body = r#"{"StreamName":"s","ShardId":"x","ShardIteratorType":"NOW"}"#;
    let error = decode::<GetShardIterator>(&call, body).unwrap_err();
    assert_eq!(
        error.message,
        "1 validation error detected: Value 'NOW' at 'shardIteratorType' failed to satisfy \
         constraint: Member must satisfy enum value set: [AT_SEQUENCE_NUMBER, \
         AFTER_SEQUENCE_NUMBER, TRIM_HORIZON, LATEST, AT_TIMESTAMP]"
    );
    assert!(decode::<DescribeLimits>(&json_call("Kinesis_20131202.DescribeLimits"), "{}").is_ok());
}

#[test]
fn dynamodb_looks_at_the_name_of_a_table_first() {
    let refused = |operation: &str, body: &str| {
        let call = json_call(&format!("DynamoDB_20120810.{operation}"));
        let message = match operation {
            "CreateTable" => decode::<dynamodb::ops::CreateTable>(&call, body.to_owned()).err(),
            _ => decode::<dynamodb::ops::PutItem>(&call, body.to_owned()).err(),
        };
        message.unwrap().message
    };
    let absent = "The parameter 'TableName' is required but was not present in the request";
    let length = "TableName must be at least 3 characters long and at most 255 characters long";
    assert_eq!(refused("CreateTable", "{}"), absent);
    assert_eq!(refused("CreateTable", r#"{"TableName": ""}"#), length);
    assert_eq!(refused("CreateTable", r#"{"TableName": "a;"}"#), length);
    assert_eq!(
        refused("PutItem", r#"{"ReturnValues": "hi"}"#),
        "3 validation errors detected: Value null at 'tableName' failed to satisfy constraint: \
         Member must not be null; Value null at 'item' failed to satisfy constraint: Member must \
         not be null; Value 'hi' at 'returnValues' failed to satisfy constraint: Member must \
         satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"
    );
}
