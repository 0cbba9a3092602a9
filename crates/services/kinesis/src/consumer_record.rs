//! A registered consumer as the tables keep it.
//!
//! Table `kinesis-consumers`: stream id, zero, consumer name → JSON of [`ConsumerRecord`]. Times are
//! milliseconds since the epoch. A row is made, and goes, in a commit that changes the stream's own
//! row, which counts them ([`crate::attached::Attached`]).

use crate::stream_record::{Status, StreamRecord};
use platform::{Deadline, Records, Result};
use serde::{Deserialize, Serialize};
use shapes::{Timestamp, kinesis as api};
use std::collections::BTreeMap;
use store::{Scan, Table, Tables};

pub(crate) static CONSUMERS: Records<ConsumerRecord> = Records::new(Table("kinesis-consumers"));

/// The kind of the deadlines at which deregistered consumers go. The id is the stream's key, zero,
/// the consumer's key.
pub(crate) const DEADLINES: &str = "kinesis-consumer";

/// What is known of a consumer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ConsumerRecord {
    /// Its name.
    pub name: String,
    /// When it was registered. Its ARN says the second.
    pub created_ms: i64,
    /// From when on it is active, so that nobody has to come and say so.
    pub active_ms: i64,
    /// When it goes, once it was deregistered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone_ms: Option<i64>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<String, String>,
}

/// The key of a stream's consumer.
pub(crate) fn key(stream_id: &str, name: &str) -> Vec<u8> {
    [stream_id.as_bytes(), &[0], name.as_bytes()].concat()
}

/// At most `limit` consumers of a stream by name, those after `after`.
pub(crate) async fn list(
    tables: &dyn Tables,
    stream_id: &str,
    after: Option<&str>,
    limit: usize,
) -> Result<Vec<ConsumerRecord>> {
    let mut range = store::KeyRange::prefix(&key(stream_id, ""));
    if let Some(after) = after {
        range = range.after(&key(stream_id, after));
    }
    let found = CONSUMERS.scan(tables, Scan { range, limit, reverse: false }).await?;
    Ok(found.into_iter().map(|(_, consumer)| consumer).collect())
}

impl ConsumerRecord {
    /// The second in which it was registered.
    pub fn created_s(&self) -> i64 {
        Timestamp(self.created_ms).seconds()
    }

    /// Its ARN.
    pub fn arn(&self, stream_arn: &str) -> String {
        format!("{stream_arn}/{}", self.part())
    }

    /// What of its ARN comes after its stream's.
    pub fn part(&self) -> String {
        format!("consumer/{}:{}", self.name, self.created_s())
    }

    /// `ConsumerStatus`. A consumer goes with its stream.
    pub fn status(&self, stream: &StreamRecord, now_ms: i64) -> &'static str {
        match self.gone_ms {
            Some(_) => "DELETING",
            None if stream.status == Status::Deleting => "DELETING",
            None if now_ms < self.active_ms => "CREATING",
            None => "ACTIVE",
        }
    }

    /// Whether it can read.
    pub fn is_active(&self, stream: &StreamRecord, now_ms: i64) -> bool {
        self.status(stream, now_ms) == "ACTIVE"
    }

    /// When it is taken away.
    pub fn deadline(&self, stream: &StreamRecord) -> Option<Deadline> {
        let id = [stream.key(), vec![0], key(&stream.id, &self.name)].concat();
        self.gone_ms.map(|gone_ms| Deadline::new(DEADLINES, id, Timestamp(gone_ms)))
    }

    /// As listings show it.
    pub fn view(&self, stream: &StreamRecord, now_ms: i64) -> api::Consumer {
        api::Consumer {
            consumer_name: self.name.clone(),
            consumer_arn: self.arn(&stream.arn()),
            consumer_status: self.status(stream, now_ms).to_owned(),
            consumer_creation_timestamp: Timestamp(self.created_s() * 1000),
        }
    }

    /// As it is described.
    pub fn describe(&self, stream: &StreamRecord, now_ms: i64) -> api::ConsumerDescription {
        let seen = self.view(stream, now_ms);
        api::ConsumerDescription {
            consumer_name: seen.consumer_name,
            consumer_arn: seen.consumer_arn,
            consumer_status: seen.consumer_status,
            consumer_creation_timestamp: seen.consumer_creation_timestamp,
            stream_arn: stream.arn(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, record};

    #[test]
    fn the_first_layout_reads_and_writes_back() {
        let row = concat!(
            r#"{"name":"c","created_ms":1500,"active_ms":1600,"gone_ms":1700,"#,
            r#""tags":{"a":"b"}}"#,
        );
        let consumer = CONSUMERS.decode(b"key", row.as_bytes()).unwrap();
        assert_eq!((consumer.active_ms, consumer.gone_ms), (1600, Some(1700)));
        assert_eq!(CONSUMERS.encode(&consumer).unwrap(), row);
        let short = r#"{"name":"c","created_ms":1500,"active_ms":1600}"#;
        let consumer = CONSUMERS.decode(b"key", short.as_bytes()).unwrap();
        assert_eq!(CONSUMERS.encode(&consumer).unwrap(), short);
        assert_eq!(key("ab", "c"), b"ab\0c");
    }

    #[tokio::test]
    async fn time_leads_it_into_its_states() {
        let mut stream = record(&World::new().await.context(), "s");
        let mut consumer = ConsumerRecord {
            name: "c".to_owned(),
            created_ms: 1500,
            active_ms: 1600,
            gone_ms: None,
            tags: BTreeMap::new(),
        };
        assert_eq!(consumer.status(&stream, 1599), "CREATING");
        assert_eq!(consumer.status(&stream, 1600), "ACTIVE");
        let view = consumer.view(&stream, 1600);
        let arn = "arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:1";
        assert_eq!((&*view.consumer_arn, view.consumer_creation_timestamp.millis()), (arn, 1000));
        assert_eq!(consumer.deadline(&stream), None);
        consumer.gone_ms = Some(1700);
        assert_eq!(consumer.status(&stream, 1600), "DELETING");
        assert_eq!(consumer.deadline(&stream).unwrap().due, Timestamp(1700));
        consumer.gone_ms = None;
        stream.status = Status::Deleting;
        assert!(!consumer.is_active(&stream, 1600));
    }
}
