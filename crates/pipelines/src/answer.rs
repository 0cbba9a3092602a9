//! What a function's answer says about its batch, where the mapping reports batch item failures.
//!
//! "Configuring partial batch response with Kinesis Data Streams" and "Handling errors for an SQS
//! event source" in the Lambda developer guide: no list, an empty one or none at all is success;
//! of a stream, the lowest sequence number of the list is where to go on; of a queue, what the list
//! does not name is done; anything else is a complete failure.

use crate::machine::{Outcome, Record};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Deserialize)]
struct Answer {
    #[serde(rename = "batchItemFailures", default)]
    failures: Option<Vec<Failure>>,
}

#[derive(Deserialize)]
struct Failure {
    #[serde(rename = "itemIdentifier", default)]
    item: Option<String>,
}

/// The state that an answer gives a tumbling window, as JSON; anything but an object is none.
pub(crate) fn state(payload: &[u8]) -> Option<Arc<str>> {
    let answer: Value = serde_json::from_slice(payload).ok()?;
    answer.get("state").filter(|state| state.is_object()).map(|state| state.to_string().into())
}

/// The outcome that the answer's payload stands for.
pub(crate) fn read(payload: &[u8], batch: &[Arc<Record>]) -> Outcome {
    let ids: Vec<_> = batch.iter().map(|record| &*record.sequence).collect();
    match failures(payload, &ids) {
        Some(failures) => match failures.into_iter().min() {
            Some(first) => Outcome::FailedFrom(first),
            None => Outcome::Delivered,
        },
        None => Outcome::Failed,
    }
}

/// The places in a batch, whose items have these ids, of those that the answer says the function
/// failed with; nothing when all of it has failed.
pub(crate) fn failures(payload: &[u8], ids: &[&str]) -> Option<Vec<usize>> {
    if payload.is_empty() {
        return Some(Vec::new());
    }
    let answer = serde_json::from_slice::<Option<Answer>>(payload).ok()?;
    let failures = answer.and_then(|answer| answer.failures).unwrap_or_default();
    // Of ten thousand each is looked for but once.
    let places: BTreeMap<_, _> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let place = |failure: Failure| places.get(failure.item?.as_str()).copied();
    failures.into_iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapes::Timestamp;

    fn batch() -> Vec<Arc<Record>> {
        ["5", "6", "7"]
            .map(|sequence| {
                Arc::new(Record {
                    sequence: sequence.into(),
                    partition_key: "k".into(),
                    data: bytes::Bytes::new(),
                    arrival: Timestamp(0),
                    event_bytes: 1,
                    wanted: true,
                })
            })
            .into()
    }

    #[test]
    fn an_answer_gives_a_window_its_state() {
        assert_eq!(state(br#"{"state":{"1":2}}"#).as_deref(), Some(r#"{"1":2}"#));
        for payload in ["", "null", "{}", r#"{"state":null}"#, r#"{"state":5}"#, "[", "5"] {
            assert_eq!(state(payload.as_bytes()), None, "{payload}");
        }
    }

    #[test]
    fn answers_and_what_they_mean() {
        for (payload, expected) in [
            ("", Outcome::Delivered),
            ("null", Outcome::Delivered),
            ("{}", Outcome::Delivered),
            (r#"{"statusCode":200,"body":"ok"}"#, Outcome::Delivered),
            (r#"{"batchItemFailures":null}"#, Outcome::Delivered),
            (r#"{"batchItemFailures":[]}"#, Outcome::Delivered),
            (r#"{"batchItemFailures":[{"itemIdentifier":"6"}]}"#, Outcome::FailedFrom(1)),
            (
                r#"{"batchItemFailures":[{"itemIdentifier":"7"},{"itemIdentifier":"6"}]}"#,
                Outcome::FailedFrom(1),
            ),
            (r#"{"batchItemFailures":[{"itemIdentifier":"5"}]}"#, Outcome::FailedFrom(0)),
            (r#"{"batchItemFailures":[{"itemIdentifier":""}]}"#, Outcome::Failed),
            (r#"{"batchItemFailures":[{"itemIdentifier":null}]}"#, Outcome::Failed),
            (r#"{"batchItemFailures":[{"item":"6"}]}"#, Outcome::Failed),
            (r#"{"batchItemFailures":[{"itemIdentifier":"8"}]}"#, Outcome::Failed),
            (r#"{"batchItemFailures":"6"}"#, Outcome::Failed),
            ("\"text\"", Outcome::Failed),
            ("not json", Outcome::Failed),
        ] {
            assert_eq!(read(payload.as_bytes(), &batch()), expected, "{payload}");
        }
    }
}
