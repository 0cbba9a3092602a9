//! A queue as the tables keep it.
//!
//! Table `kinesis-queues`: account, region, the queue's id ([`platform::scoped`]) → JSON of
//! [`QueueRecord`]. What changes a queue's records has this row as a condition, so that who serves it
//! never goes by old settings, and nothing is stored of a queue that is gone.

use crate::stream_record::StreamRecord;
use platform::{Arn, Deadline, Records};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use std::collections::BTreeMap;
use store::Table;

pub(crate) static QUEUES: Records<QueueRecord> = Records::new(Table("kinesis-queues"));

/// The kind of the deadlines of queues that change their state; the id is the queue's key.
pub(crate) const KIND: &str = "kinesis-queue-transition";

/// What is known of a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct QueueRecord {
    /// A random id: what its ARN ends with, and its rows begin with.
    pub id: String,
    /// Whose it is: twelve digits.
    pub account: String,
    /// Where it is.
    pub region: String,
    /// Its name.
    pub name: String,
    /// The name of its stream, of the same account and region.
    pub stream_name: String,
    /// That stream's id.
    pub stream_id: String,
    /// When that stream was created.
    pub stream_created_ms: i64,
    /// Its state.
    pub status: QueueStatus,
    /// When it was created.
    pub created_ms: i64,
    /// Where it began.
    pub start: Start,
    /// How long a record is out of sight that was received.
    pub visibility_s: i32,
    /// How often a record is received before it becomes a dead letter; without, none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_receive_count: Option<u32>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<String, String>,
    /// When the transition is taken up again that it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settles_by_ms: Option<i64>,
}

/// A queue's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum QueueStatus {
    #[serde(rename = "CREATING")]
    Creating,
    #[serde(rename = "ACTIVE")]
    Active,
    #[serde(rename = "UPDATING")]
    Updating,
    #[serde(rename = "DELETING")]
    Deleting,
}

impl QueueStatus {
    /// The state's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            QueueStatus::Creating => "CREATING",
            QueueStatus::Active => "ACTIVE",
            QueueStatus::Updating => "UPDATING",
            QueueStatus::Deleting => "DELETING",
        }
    }
}

/// Where a queue began in its stream (CreateQueue, `StartingPosition`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Start {
    /// How its owner said it.
    pub kind: StartKind,
    /// What that meant then: a time in milliseconds since the epoch.
    pub time_ms: i64,
}

/// The types of starting positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum StartKind {
    #[serde(rename = "LATEST")]
    Latest,
    #[serde(rename = "TRIM_HORIZON")]
    TrimHorizon,
    #[serde(rename = "AT_TIMESTAMP")]
    AtTimestamp,
}

impl StartKind {
    /// The type's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            StartKind::Latest => "LATEST",
            StartKind::TrimHorizon => "TRIM_HORIZON",
            StartKind::AtTimestamp => "AT_TIMESTAMP",
        }
    }
}

impl QueueRecord {
    /// The queue's key in its table.
    pub fn key(&self) -> Vec<u8> {
        platform::scoped(&self.account, &self.region, &[&self.id])
    }

    /// How a refusal names it.
    pub fn called(&self) -> String {
        format!("queue {} under account {}", self.name, self.account)
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        let resource = format_args!("queue/{}", self.id);
        Arn::new("kinesis", &self.region, &self.account, resource).to_string()
    }

    /// Its stream's ARN.
    pub fn stream_arn(&self) -> String {
        let resource = format_args!("stream/{}", self.stream_name);
        Arn::new("kinesis", &self.region, &self.account, resource).to_string()
    }

    /// Its stream's key in the table of streams.
    pub fn stream_key(&self) -> Vec<u8> {
        platform::scoped(&self.account, &self.region, &[&self.stream_name])
    }

    /// Whether a stream is its own, and not one that has its name now.
    pub fn is_of(&self, stream: &StreamRecord) -> bool {
        self.stream_id == stream.id
    }

    /// Whether it delivers records.
    pub fn delivers(&self) -> bool {
        matches!(self.status, QueueStatus::Active | QueueStatus::Updating)
    }

    /// When its transition is taken up again.
    pub fn deadline(&self) -> Option<Deadline> {
        self.settles_by_ms.map(|due_ms| Deadline::new(KIND, self.key(), Timestamp(due_ms)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERSION_1: &str = concat!(
        r#"{"id":"00aa","account":"000000000000","region":"us-east-1","name":"q","stream_name":"s","#,
        r#""stream_id":"0a","stream_created_ms":1000,"status":"UPDATING","created_ms":2000,"#,
        r#""start":{"kind":"AT_TIMESTAMP","time_ms":1500},"visibility_s":30,"#,
        r#""max_receive_count":6,"tags":{"k":"v"},"settles_by_ms":7100}"#,
    );

    #[test]
    fn version_1_reads_and_writes_back() {
        let record = QUEUES.decode(b"key", VERSION_1.as_bytes()).unwrap();
        assert_eq!(record.arn(), "arn:aws:kinesis:us-east-1:000000000000:queue/00aa");
        assert_eq!(record.stream_arn(), "arn:aws:kinesis:us-east-1:000000000000:stream/s");
        assert_eq!(record.deadline().unwrap().due, Timestamp(7100));
        assert!(record.delivers());
        assert_eq!(QUEUES.encode(&record).unwrap(), VERSION_1);
    }
}
