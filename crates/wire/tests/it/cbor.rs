use crate::tools::{answer, decode, head, named};
use http::request::Parts;
use shapes::kinesis::ops::{CreateStream, GetRecords, GetShardIterator, PutRecord};
use shapes::kinesis::{GetRecordsOutput, Record};
use shapes::{Bytes, Timestamp};

fn call(operation: &str) -> Parts {
    let target = format!("x-amz-target: Kinesis_20131202.{operation}");
    head("POST", "/", &["content-type: application/x-amz-cbor-1.1", &target])
}

/// Bytes of hexadecimal digits; words in quotes stand for themselves.
fn bytes(notation: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for part in notation.split_whitespace() {
        match part.strip_prefix('\'').and_then(|it| it.strip_suffix('\'')) {
            Some(word) => out.extend_from_slice(word.as_bytes()),
            None => out.extend(
                (0..part.len())
                    .step_by(2)
                    .map(|at| u8::from_str_radix(&part[at..at + 2], 16).unwrap()),
            ),
        }
    }
    out
}

#[test]
fn a_record_as_the_java_sdk_sends_it() {
    let body = bytes(
        "bf 6a 'StreamName' 61 's' 64 'Data' 43 00ff01 6c 'PartitionKey' 61 'p' \
         67 'Unknown' 82 a1 01 f5 9f fb 0000000000000000 ff ff",
    );
    let input = decode::<PutRecord>(&call("PutRecord"), body).unwrap();
    assert_eq!(input.stream_name.as_deref(), Some("s"));
    assert_eq!(input.data, Bytes::from_static(b"\x00\xff\x01"));
    assert_eq!(input.partition_key.as_deref(), Some("p"));
}

#[test]
fn pieces_floats_and_nulls_are_read() {
    let body = bytes(
        "a4 6a 'StreamName' 7f 61 's' 61 't' ff 64 'Data' 5f 41 01 42 0203 ff \
         6c 'PartitionKey' 61 'p' 69 'StreamARN' f6",
    );
    let input = decode::<PutRecord>(&call("PutRecord"), body).unwrap();
    assert_eq!(input.stream_name.as_deref(), Some("st"));
    assert_eq!(input.data, Bytes::from_static(b"\x01\x02\x03"));
    assert_eq!(input.stream_arn, None);
    let body = bytes("a2 6a 'StreamName' 61 's' 6a 'ShardCount' f9 4200");
    assert_eq!(decode::<CreateStream>(&call("CreateStream"), body).unwrap().shard_count, Some(3));
}

#[test]
fn instants_are_tagged_milliseconds() {
    let body = bytes(
        "bf 6a 'StreamName' 61 's' 67 'ShardId' 61 'x' 71 'ShardIteratorType' 6c 'AT_TIMESTAMP' \
         69 'Timestamp' c1 1b 0000018bcfe56800 ff",
    );
    let input = decode::<GetShardIterator>(&call("GetShardIterator"), body).unwrap();
    assert_eq!(input.timestamp, Some(Timestamp(1_700_000_000_000)));
}

#[test]
fn what_is_not_cbor_is_refused() {
    for body in [
        "80",
        "ff",
        "bf",
        "a1",
        "a1 61 'a'",
        "5b ffffffffffffffff",
        "bf 01 01 ff",
        "a0 00",
        "9f",
        "1c",
    ] {
        let error = decode::<PutRecord>(&call("PutRecord"), bytes(body)).unwrap_err();
        assert_eq!(error.code, "SerializationException", "{body}");
    }
    let mut deep = bytes("a1 61 'a'");
    deep.extend(std::iter::repeat_n(0x81, 100_000));
    assert!(decode::<PutRecord>(&call("PutRecord"), deep).is_err());
    let wrong = bytes("a1 64 'Data' 64 'YQ=='");
    assert_eq!(
        decode::<PutRecord>(&call("PutRecord"), wrong).unwrap_err().message,
        "class java.lang.String can not be converted to a Blob"
    );
}

#[test]
fn answers_are_cbor() {
    let record = Record {
        sequence_number: "49".into(),
        approximate_arrival_timestamp: Some(Timestamp(1_700_000_000_000)),
        data: Bytes::from_static(b"\x00"),
        ..Record::default()
    };
    let output = GetRecordsOutput {
        records: vec![record],
        millis_behind_latest: Some(1000),
        ..GetRecordsOutput::default()
    };
    let answer = answer::<GetRecords>(&named(&call("GetRecords")), output);
    assert_eq!(answer.headers()["content-type"], "application/x-amz-cbor-1.1");
    let expected = bytes(
        "bf 67 'Records' 81 bf 6e 'SequenceNumber' 62 '49' \
         78 1b 'ApproximateArrivalTimestamp' c1 1b 0000018bcfe56800 64 'Data' 41 00 ff \
         72 'MillisBehindLatest' 19 03e8 ff",
    );
    assert_eq!(answer.body(), &expected);
}
