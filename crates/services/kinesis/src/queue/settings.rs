//! What a queue's owner may choose, and how it is shown.

use super::record::{QueueRecord, QueueStatus, Start, StartKind};
use crate::errors::validation;
use crate::stream_record::StreamRecord;
use platform::Result;
use shapes::Timestamp;
use shapes::kinesis as api;

const VISIBILITY_S: i32 = 30;
const MAX_RECEIVE_COUNT: u32 = 6;

/// A queue's attributes, as far as they are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    visibility_s: Option<i32>,
    /// `Some(None)`: no record becomes a dead letter.
    max_receive_count: Option<Option<u32>>,
}

impl Settings {
    /// What a request asks for.
    ///
    /// # Errors
    /// `ValidationException` where members contradict each other.
    pub fn read(input: Option<&api::QueueAttributes>) -> Result<Self> {
        let Some(input) = input else { return Ok(Self::default()) };
        let dead_letters = input.dead_letter_configuration.as_ref().map(dead_letters);
        Ok(Self {
            visibility_s: input.visibility_timeout_seconds,
            max_receive_count: dead_letters.transpose()?,
        })
    }

    /// Gives them to a queue; what is not given stays.
    pub fn apply(self, queue: &mut QueueRecord) {
        queue.visibility_s = self.visibility_s.unwrap_or(queue.visibility_s);
        queue.max_receive_count = self.max_receive_count.unwrap_or(queue.max_receive_count);
    }

    /// How long a record is out of sight where nothing is said, in seconds, and how often it is
    /// received before it becomes a dead letter.
    pub fn defaults() -> (i32, Option<u32>) {
        (VISIBILITY_S, Some(MAX_RECEIVE_COUNT))
    }
}

fn dead_letters(input: &api::DeadLetterConfiguration) -> Result<Option<u32>> {
    let count = input.max_receive_count.and_then(|count| u32::try_from(count).ok());
    match (input.target_type.as_str(), count) {
        ("BUILT_IN", Some(count)) => Ok(Some(count)),
        ("BUILT_IN", None) => {
            Err(validation("MaxReceiveCount is required when TargetType is BUILT_IN."))
        }
        ("NONE", None) => Ok(None),
        ("NONE", Some(_)) => {
            Err(validation("MaxReceiveCount can only be specified when TargetType is BUILT_IN."))
        }
        (other, _) => Err(validation(format!("TargetType {other} is not known."))),
    }
}

/// Where a queue begins, its members checked against each other.
///
/// # Errors
/// `ValidationException`.
pub(crate) fn start(
    input: Option<&api::QueueStartingPosition>,
    stream: &StreamRecord,
    now: Timestamp,
) -> Result<Start> {
    let earliest_ms = stream.horizon_ms(now.millis()).max(stream.created_ms);
    let given = input.and_then(|input| input.timestamp);
    let kind = input.map_or("LATEST", |input| &input.r#type);
    let (kind, time_ms) = match (kind, given) {
        ("LATEST", None) => (StartKind::Latest, now.millis()),
        ("TRIM_HORIZON", None) => (StartKind::TrimHorizon, earliest_ms),
        // A caller that rounds now to milliseconds may be one ahead of us, who round down.
        ("AT_TIMESTAMP", Some(time)) if time.millis().saturating_sub(1) > now.millis() => {
            return Err(validation(format!(
                "Timestamp of StartingPosition cannot be in the future. Timestamp: {}, now: {}.",
                time.millis(),
                now.millis()
            )));
        }
        ("AT_TIMESTAMP", Some(time)) => (StartKind::AtTimestamp, time.millis().max(earliest_ms)),
        ("AT_TIMESTAMP", None) => {
            return Err(validation(
                "Timestamp is required when the Type of StartingPosition is AT_TIMESTAMP.",
            ));
        }
        (kind, _) => {
            return Err(validation(format!(
                "Timestamp can only be specified when the Type of StartingPosition is AT_TIMESTAMP, \
                 not with {kind}."
            )));
        }
    };
    Ok(Start { kind, time_ms })
}

/// A queue as the API shows it.
pub(crate) fn described(queue: &QueueRecord) -> api::QueueDescription {
    // What LATEST and TRIM_HORIZON mean is told once the queue is there.
    let is_told =
        queue.start.kind == StartKind::AtTimestamp || queue.status != QueueStatus::Creating;
    let dead_letters = match queue.max_receive_count {
        Some(count) => api::DeadLetterConfiguration {
            target_type: "BUILT_IN".to_owned(),
            max_receive_count: Some(i32::try_from(count).unwrap_or(i32::MAX)),
        },
        None => {
            api::DeadLetterConfiguration { target_type: "NONE".to_owned(), max_receive_count: None }
        }
    };
    api::QueueDescription {
        queue_name: queue.name.clone(),
        queue_arn: queue.arn(),
        queue_status: queue.status.as_str().to_owned(),
        queue_creation_timestamp: Timestamp(queue.created_ms),
        stream_configuration_list: vec![api::QueueStreamConfiguration {
            stream_arn: queue.stream_arn(),
            starting_position: Some(api::QueueStartingPosition {
                r#type: queue.start.kind.as_str().to_owned(),
                timestamp: is_told.then_some(Timestamp(queue.start.time_ms)),
            }),
        }],
        queue_attributes: Some(api::QueueAttributes {
            visibility_timeout_seconds: Some(queue.visibility_s),
            dead_letter_configuration: Some(dead_letters),
        }),
    }
}
