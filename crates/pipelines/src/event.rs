//! The event that a function gets, written straight to bytes.
//!
//! "Using Lambda to process records from Amazon Kinesis Data Streams" in the Lambda developer
//! guide shows it; the members stand in the order in which AWS sends them.

use crate::machine::{Record, Slice};
use std::io::Write;
use std::sync::Arc;

/// What all records of a shard's events have in common.
#[derive(Clone, Debug)]
pub(crate) struct Source<'a> {
    /// The shard.
    pub shard_id: &'a str,
    /// The role that the function runs as.
    pub role_arn: &'a str,
    /// The region of the stream.
    pub region: &'a str,
    /// The stream.
    pub stream_arn: &'a str,
    /// Whether it is a table's.
    pub is_of_table: bool,
}

/// The largest event that a function takes ("Lambda quotas": 6 MB for a synchronous invocation).
pub(crate) const MOST_BYTES: usize = 6_291_456;

/// What the members' names, the instant, the shard, the region and a role of usual length take.
const FIXED_BYTES: usize = 360 + 96;

/// About as many bytes as one record adds to an event, and rather more. Only a role with a long
/// path makes it more than this; [`MOST_BYTES`] is checked once the event is written.
pub(crate) fn size(data: usize, partition_key: &str, sequence: &str, stream_arn: &str) -> usize {
    let escaped = |c: char| match c {
        '"' | '\\' => 2,
        c if c.is_control() => 6,
        c => c.len_utf8(),
    };
    let key: usize = partition_key.chars().map(escaped).sum();
    FIXED_BYTES + data.div_ceil(3) * 4 + key + 2 * sequence.len() + stream_arn.len()
}

/// The event of one batch, as JSON.
pub(crate) fn write(source: &Source<'_>, batch: &[Arc<Record>], window: Option<&Slice>) -> Vec<u8> {
    let bytes = batch.iter().map(|record| record.event_bytes).sum::<usize>();
    let mut out = Vec::with_capacity(bytes + 16);
    out.extend_from_slice(b"{\"Records\":[");
    for (index, record) in batch.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        match source.is_of_table {
            // It was written down when it was read.
            true => out.extend_from_slice(&record.data),
            false => write_record(&mut out, source, record),
        }
    }
    out.push(b']');
    if let Some(window) = window {
        write_window(&mut out, source, window);
    }
    out.push(b'}');
    out
}

/// The members that stand beside the records of a tumbling window.
fn write_window(out: &mut Vec<u8>, source: &Source<'_>, window: &Slice) {
    let Slice { start, end, state, last, early } = window;
    let (start, end) = (start.iso8601(), end.iso8601());
    number(out, format_args!(",\"window\":{{\"start\":\"{start}\",\"end\":\"{end}\"}},\"state\":"));
    out.extend_from_slice(state.as_deref().unwrap_or("{}").as_bytes());
    out.extend_from_slice(b",\"shardId\":");
    string(out, source.shard_id);
    out.extend_from_slice(b",\"eventSourceARN\":");
    string(out, source.stream_arn);
    number(out, format_args!(",\"isFinalInvokeForWindow\":{last}"));
    number(out, format_args!(",\"isWindowTerminatedEarly\":{early}"));
}

fn write_record(out: &mut Vec<u8>, source: &Source<'_>, record: &Record) {
    out.extend_from_slice(b"{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\"");
    if !record.partition_key.is_empty() {
        out.extend_from_slice(b",\"partitionKey\":");
        string(out, &record.partition_key);
    }
    out.extend_from_slice(b",\"sequenceNumber\":");
    string(out, &record.sequence);
    out.extend_from_slice(b",\"data\":\"");
    base64_simd::STANDARD.encode_append(&*record.data, out);
    out.extend_from_slice(b"\",\"approximateArrivalTimestamp\":");
    seconds(out, record.arrival.millis());
    out.extend_from_slice(
        b"},\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\",\"eventID\":\"",
    );
    escaped(out, source.shard_id);
    out.push(b':');
    escaped(out, &record.sequence);
    out.extend_from_slice(b"\",\"eventName\":\"aws:kinesis:record\",\"invokeIdentityArn\":");
    string(out, source.role_arn);
    out.extend_from_slice(b",\"awsRegion\":");
    string(out, source.region);
    out.extend_from_slice(b",\"eventSourceARN\":");
    string(out, source.stream_arn);
    out.push(b'}');
}

fn string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    escaped(out, text);
    out.push(b'"');
}

/// The inside of a JSON string (RFC 8259, section 7).
fn escaped(out: &mut Vec<u8>, text: &str) {
    for c in text.chars() {
        match c {
            '"' => out.extend_from_slice(b"\\\""),
            '\\' => out.extend_from_slice(b"\\\\"),
            c if c.is_control() => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    number(out, format_args!("\\u{unit:04x}"));
                }
            }
            c => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

/// Seconds with a fraction of at most three digits, and of at least one, so that every reader
/// takes the number for the floating-point number that it is.
fn seconds(out: &mut Vec<u8>, millis: i64) {
    let (whole, rest) = (millis.div_euclid(1000), millis.rem_euclid(1000));
    match rest {
        0 => number(out, format_args!("{whole}.0")),
        rest if rest % 100 == 0 => number(out, format_args!("{whole}.{}", rest / 100)),
        rest if rest % 10 == 0 => number(out, format_args!("{whole}.{:02}", rest / 10)),
        rest => number(out, format_args!("{whole}.{rest:03}")),
    }
}

fn number(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // Writing to a Vec cannot fail.
    let _ = out.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};
    use shapes::Timestamp;

    const SOURCE: Source<'static> = Source {
        shard_id: "shardId-000000000000",
        role_arn: "arn:aws:iam::000000000000:role/r",
        region: "us-east-1",
        stream_arn: "arn:aws:kinesis:us-east-1:000000000000:stream/s",
        is_of_table: false,
    };

    fn record(sequence: &str, key: &str, data: &'static [u8], arrival: i64) -> Arc<Record> {
        Arc::new(Record {
            sequence: sequence.into(),
            partition_key: key.to_owned(),
            data: data.into(),
            arrival: Timestamp(arrival),
            event_bytes: size(data.len(), key, sequence, SOURCE.stream_arn),
            wanted: true,
        })
    }

    #[test]
    fn an_event_is_what_aws_sends() {
        let bytes = write(
            &SOURCE,
            &[record("4954", "1", b"Hello, this is a test.", 1_545_084_650_987)],
            None,
        );
        let expected = concat!(
            r#"{"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"1","#,
            r#""sequenceNumber":"4954","data":"SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==","#,
            r#""approximateArrivalTimestamp":1545084650.987},"eventSource":"aws:kinesis","#,
            r#""eventVersion":"1.0","eventID":"shardId-000000000000:4954","#,
            r#""eventName":"aws:kinesis:record","#,
            r#""invokeIdentityArn":"arn:aws:iam::000000000000:role/r","awsRegion":"us-east-1","#,
            r#""eventSourceARN":"arn:aws:kinesis:us-east-1:000000000000:stream/s"}]}"#,
        );
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }

    #[test]
    fn a_record_that_was_put_without_a_key_has_none() {
        let event = write(&SOURCE, &[record("4954", "", b"x", 1000)], None);
        let event: Value = serde_json::from_slice(&event).unwrap();
        assert_eq!(event["Records"][0]["kinesis"].get("partitionKey"), None);
        assert_eq!(event["Records"][0]["kinesis"]["sequenceNumber"], "4954");
    }

    #[test]
    fn any_key_and_any_data_survive_and_fit_the_promised_size() {
        let all: &'static [u8] = &[0, 255, 128, 10, 34, 92, 7];
        let keys = ["\"\\\n\u{0}\u{7f}\u{85}", "ключ 🔑", "a", "/"];
        let batch: Vec<_> =
            keys.iter().enumerate().map(|(n, key)| record("9", key, &all[n..], 1000)).collect();
        let bytes = write(&SOURCE, &batch, None);
        let promised: usize = batch.iter().map(|record| record.event_bytes).sum();
        assert!(bytes.len() <= promised + 16);
        let event: Value = serde_json::from_slice(&bytes).unwrap();
        for (index, key) in keys.iter().enumerate() {
            let kinesis = &event["Records"][index]["kinesis"];
            assert_eq!(kinesis["partitionKey"], json!(key));
            let data = kinesis["data"].as_str().unwrap();
            assert_eq!(base64_simd::STANDARD.decode_to_vec(data).unwrap(), &all[index..]);
        }
    }

    #[test]
    fn records_of_tables_stand_as_they_were_read() {
        let source = Source { is_of_table: true, ..SOURCE };
        let (one, two) = (record("1", "", b"{\"a\":1}", 0), record("2", "", b"{\"b\":2}", 0));
        let event = write(&source, &[one, two], None);
        assert_eq!(event, br#"{"Records":[{"a":1},{"b":2}]}"#);
    }

    #[test]
    fn the_event_of_a_window_tells_of_it() {
        let window = Slice {
            start: Timestamp(1_607_497_440_000),
            end: Timestamp(1_607_497_560_000),
            state: Some(r#"{"1":282}"#.into()),
            last: true,
            early: false,
        };
        let event = String::from_utf8(write(&SOURCE, &[], Some(&window))).unwrap();
        let expected = concat!(
            r#"{"Records":[],"window":{"start":"2020-12-09T07:04:00Z","#,
            r#""end":"2020-12-09T07:06:00Z"},"state":{"1":282},"#,
            r#""shardId":"shardId-000000000000","#,
            r#""eventSourceARN":"arn:aws:kinesis:us-east-1:000000000000:stream/s","#,
            r#""isFinalInvokeForWindow":true,"isWindowTerminatedEarly":false}"#,
        );
        assert_eq!(event, expected);
    }

    #[test]
    fn arrival_is_in_seconds_with_a_fraction() {
        for (millis, expected) in
            [(1_000, "1.0"), (1_500, "1.5"), (1_230, "1.23"), (1_005, "1.005"), (0, "0.0")]
        {
            let mut out = Vec::new();
            seconds(&mut out, millis);
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
