//! What a function's answer says about its batch, where the mapping reports batch item failures.
//!
//! "Configuring partial batch response with Kinesis Data Streams" in the Lambda developer guide:
//! no list, an empty one or none at all is success; the lowest sequence number of the list is
//! where to go on; anything else is a complete failure.

use crate::machine::{Outcome, Record};
use serde::Deserialize;
use serde_json::Value;
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
    if payload.is_empty() {
        return Outcome::Delivered;
    }
    let Ok(answer) = serde_json::from_slice::<Option<Answer>>(payload) else {
        return Outcome::Failed;
    };
    let failures = answer.and_then(|answer| answer.failures).unwrap_or_default();
    let mut first = batch.len();
    for failure in &failures {
        let known = |item: &str| batch.iter().position(|record| &*record.sequence == item);
        match failure.item.as_deref().and_then(known) {
            Some(index) => first = first.min(index),
            None => return Outcome::Failed,
        }
    }
    if first == batch.len() { Outcome::Delivered } else { Outcome::FailedFrom(first) }
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
