//! The document about records that were given up, as AWS words it.
//!
//! "Retain discarded batch records for a Kinesis Data Streams event source" in the Lambda developer
//! guide shows it; the members stand in its order.

use crate::disposal::Discarded;
use crate::event;
use crate::machine::{GivenUp, Record};
use crate::source::Source;
use platform::{Error, Result};
use serde::Serialize;
use shapes::Timestamp;
use std::sync::Arc;

/// What the function, or Lambda in its place, said of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// The invocation's id.
    pub request_id: Arc<str>,
    /// 200 where the function was run.
    pub status: i32,
    /// The version that was run.
    pub version: Option<String>,
    /// `Handled` or `Unhandled` where it failed.
    pub function_error: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Letter<'a> {
    request_context: RequestContext<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_context: Option<ResponseContext<'a>>,
    version: &'static str,
    timestamp: String,
    #[serde(rename = "KinesisBatchInfo", skip_serializing_if = "Option::is_none")]
    batch: Option<BatchInfo<'a>>,
    #[serde(rename = "DDBStreamBatchInfo", skip_serializing_if = "Option::is_none")]
    changes: Option<BatchInfo<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payload: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestContext<'a> {
    request_id: &'a str,
    function_arn: String,
    condition: &'static str,
    approximate_invoke_count: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResponseContext<'a> {
    status_code: i32,
    executed_version: Option<&'a str>,
    function_error: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BatchInfo<'a> {
    shard_id: &'a str,
    start_sequence_number: &'a str,
    end_sequence_number: &'a str,
    approximate_arrival_of_first_record: String,
    approximate_arrival_of_last_record: String,
    batch_size: usize,
    stream_arn: &'a str,
}

/// The document with the whole event, which only a bucket gets. `request_id` stands in for that of
/// an invocation where there was none.
///
/// # Errors
/// None that a batch can cause.
pub(crate) fn with_payload(
    discarded: &Discarded,
    role: &str,
    now: Timestamp,
    request_id: &str,
) -> Result<String> {
    let Discarded { mapping, shard_id, records, .. } = discarded;
    let (region, stream_arn) = (&*mapping.region, &*mapping.source_arn);
    let is_of_table = mapping.source() == Source::Changes;
    let source = event::Source { shard_id, role_arn: role, region, stream_arn, is_of_table };
    let payload =
        String::from_utf8(event::write(&source, records, None)).map_err(Error::internal)?;
    let letter = Letter { payload: Some(&payload), ..bare(discarded, now, request_id) };
    serde_json::to_string(&letter).map_err(Error::internal)
}

/// The document of the other destinations.
///
/// # Errors
/// None that a batch can cause.
pub(crate) fn without_payload(
    discarded: &Discarded,
    now: Timestamp,
    request_id: &str,
) -> Result<String> {
    serde_json::to_string(&bare(discarded, now, request_id)).map_err(Error::internal)
}

fn bare<'a>(discarded: &'a Discarded, now: Timestamp, request_id: &'a str) -> Letter<'a> {
    let Discarded { mapping, shard_id, records, reason, attempts, said } = discarded;
    let is_of_table = mapping.source() == Source::Changes;
    let arrival = |record: Option<&Arc<Record>>| {
        // A table's stream tells times by the second.
        let text = |at: Timestamp| if is_of_table { at.iso8601() } else { at.iso8601_millis() };
        record.map(|it| text(it.arrival)).unwrap_or_default()
    };
    let sequence = |record: Option<&'a Arc<Record>>| record.map_or("", |it| &*it.sequence);
    let (first, last) = (records.first(), records.last());
    let batch = BatchInfo {
        shard_id,
        start_sequence_number: sequence(first),
        end_sequence_number: sequence(last),
        approximate_arrival_of_first_record: arrival(first),
        approximate_arrival_of_last_record: arrival(last),
        batch_size: records.len(),
        stream_arn: mapping.stream_arn(),
    };
    let (batch, changes) = if is_of_table { (None, Some(batch)) } else { (Some(batch), None) };
    Letter {
        request_context: RequestContext {
            request_id: said.as_ref().map_or(request_id, |it| &*it.request_id),
            function_arn: mapping.function_arn(),
            condition: condition(*reason),
            approximate_invoke_count: *attempts,
        },
        response_context: said.as_ref().map(|it| ResponseContext {
            status_code: it.status,
            executed_version: it.version.as_deref(),
            function_error: it.function_error.as_deref(),
        }),
        version: "1.0",
        timestamp: now.iso8601_millis(),
        batch,
        changes,
        payload: None,
    }
}

fn condition(reason: GivenUp) -> &'static str {
    match reason {
        GivenUp::RetriesExhausted => "RetryAttemptsExhausted",
        GivenUp::TooOld => "RecordAgeExceeded",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::mapping::Mapping;
    use crate::records::mapping::tests::mapping;
    use shapes::Bytes;

    fn record(sequence: &str, arrival: i64) -> Arc<Record> {
        Arc::new(Record {
            sequence: sequence.into(),
            partition_key: "k\"".to_owned(),
            data: Bytes::from_static(b"data"),
            arrival: Timestamp(arrival),
            event_bytes: 1,
            wanted: true,
        })
    }

    fn discarded() -> Discarded {
        let said = Said {
            request_id: "r".into(),
            status: 200,
            version: Some("$LATEST".into()),
            function_error: Some("Unhandled".into()),
        };
        Discarded {
            mapping: Arc::new(mapping()),
            shard_id: "shardId-000000000001".into(),
            records: vec![record("5", 1), record("6", 2)],
            reason: GivenUp::RetriesExhausted,
            attempts: 3,
            said: Some(said),
        }
    }

    #[test]
    fn a_letter_is_what_aws_sends() {
        let letter = without_payload(&discarded(), Timestamp(3), "other").unwrap();
        let expected = concat!(
            r#"{"requestContext":{"requestId":"r","#,
            r#""functionArn":"arn:aws:lambda:us-east-1:000000000000:function:f","#,
            r#""condition":"RetryAttemptsExhausted","approximateInvokeCount":3},"#,
            r#""responseContext":{"statusCode":200,"executedVersion":"$LATEST","#,
            r#""functionError":"Unhandled"},"version":"1.0","#,
            r#""timestamp":"1970-01-01T00:00:00.003Z","KinesisBatchInfo":{"#,
            r#""shardId":"shardId-000000000001","startSequenceNumber":"5","#,
            r#""endSequenceNumber":"6","#,
            r#""approximateArrivalOfFirstRecord":"1970-01-01T00:00:00.001Z","#,
            r#""approximateArrivalOfLastRecord":"1970-01-01T00:00:00.002Z","batchSize":2,"#,
            r#""streamArn":"arn:aws:kinesis:us-east-1:000000000000:stream/s"}}"#,
        );
        assert_eq!(letter, expected);
    }

    #[test]
    fn a_letter_about_changes_of_a_table_says_so() {
        let source_arn =
            "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-01-02T03:04:05.678";
        let mapping = Mapping { source_arn: source_arn.into(), ..mapping() };
        let discarded = Discarded { mapping: Arc::new(mapping), ..discarded() };
        let letter = without_payload(&discarded, Timestamp(3), "other").unwrap();
        let expected = concat!(
            r#""timestamp":"1970-01-01T00:00:00.003Z","DDBStreamBatchInfo":{"#,
            r#""shardId":"shardId-000000000001","startSequenceNumber":"5","#,
            r#""endSequenceNumber":"6","#,
            r#""approximateArrivalOfFirstRecord":"1970-01-01T00:00:00Z","#,
            r#""approximateArrivalOfLastRecord":"1970-01-01T00:00:00Z","batchSize":2,"#,
            r#""streamArn":"arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/"#,
            r#"2026-01-02T03:04:05.678"}}"#,
        );
        assert!(letter.ends_with(expected), "{letter}");
    }

    #[test]
    fn a_bucket_gets_the_event_too_and_what_was_never_offered_has_no_answer() {
        let old = Discarded { reason: GivenUp::TooOld, attempts: 0, said: None, ..discarded() };
        let letter = with_payload(&old, "role", Timestamp(3), "other").unwrap();
        let letter: serde_json::Value = serde_json::from_str(&letter).unwrap();
        assert_eq!(letter["requestContext"]["condition"], "RecordAgeExceeded");
        assert_eq!(letter["requestContext"]["requestId"], "other");
        assert_eq!(letter.get("responseContext"), None);
        let payload = letter["payload"].as_str().unwrap();
        let event: serde_json::Value = serde_json::from_str(payload).unwrap();
        assert_eq!(event["Records"][1]["kinesis"]["sequenceNumber"], "6");
    }
}
