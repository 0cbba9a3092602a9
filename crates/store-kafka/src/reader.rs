//! What the leader of a topic is asked about its records.

use crate::batch::{self, Raw};
use crate::cluster::{Cluster, topic_name};
use crate::failure::{Attempt, Trouble};
use kafka_protocol::messages::fetch_request::{FetchPartition, FetchTopic};
use kafka_protocol::messages::list_offsets_request::{ListOffsetsPartition, ListOffsetsTopic};
use kafka_protocol::messages::{BrokerId, FetchRequest, ListOffsetsRequest};
use store::Error;

/// What stands for places in a request that otherwise asks for a time.
const LATEST: i64 = -1;
const EARLIEST: i64 = -2;
const NEWEST: i64 = -3;
/// No broker sends more in one answer, unless the first batch has more.
const MOST_BYTES: usize = 8 << 20;
const OFFSET_OUT_OF_RANGE: i16 = 1;

/// Records from an offset on.
pub(crate) struct Fetched {
    pub records: Vec<Raw>,
    /// Where the topic begins: what lies below was trimmed. Not known where nothing was fetched.
    pub start: Option<i64>,
    /// Behind the last record that is durable.
    pub end: i64,
}

/// Where a record of a time was found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub offset: i64,
    pub stamp: i64,
}

impl Cluster {
    async fn list_once(&self, topic: &str, stamp: i64) -> Attempt<Option<Found>> {
        let partition = ListOffsetsPartition::default().with_timestamp(stamp);
        let asked = ListOffsetsTopic::default()
            .with_name(topic_name(topic))
            .with_partitions(vec![partition.with_current_leader_epoch(-1)]);
        let request =
            ListOffsetsRequest::default().with_replica_id(BrokerId(-1)).with_topics(vec![asked]);
        let answer = self.ask_leader(topic, &request).await?;
        let partition = answer.topics.first().and_then(|topic| topic.partitions.first());
        let found = partition.ok_or_else(|| Trouble::strange(topic))?;
        if let Some(trouble) = Trouble::from_code(found.error_code, topic) {
            self.forget(topic);
            return Err(trouble);
        }
        Ok((found.offset >= 0).then_some(Found { offset: found.offset, stamp: found.timestamp }))
    }

    async fn list(&self, topic: &str, stamp: i64) -> Attempt<Option<Found>> {
        let mut patience = self.patience();
        loop {
            match self.list_once(topic, stamp).await {
                Ok(found) => return Ok(found),
                Err(trouble) => patience.after(trouble).await?,
            }
        }
    }

    /// The first record whose stamp is this or a later one.
    pub async fn first_at(&self, topic: &str, stamp: i64) -> Attempt<Option<Found>> {
        self.list(topic, stamp.max(0)).await
    }

    /// Where the topic begins: what lies below was trimmed.
    pub async fn start(&self, topic: &str) -> Attempt<i64> {
        Ok(self.list(topic, EARLIEST).await?.map_or(0, |found| found.offset))
    }

    /// Behind the topic's last record.
    pub async fn end(&self, topic: &str) -> Attempt<i64> {
        Ok(self.list(topic, LATEST).await?.map_or(0, |found| found.offset))
    }

    /// The highest stamp in the topic; `None` when there is no record.
    pub async fn newest(&self, topic: &str) -> Attempt<Option<i64>> {
        Ok(self.list(topic, NEWEST).await?.map(|found| found.stamp))
    }

    /// Records from an offset on, of about so many bytes, at least one if there is one. Nothing where
    /// the offset is past the end; from the start where that lies above it.
    pub async fn fetch(&self, topic: &str, from: i64, bytes: usize) -> Attempt<Fetched> {
        let mut patience = self.patience();
        let mut from = from;
        loop {
            match self.fetch_once(topic, from, bytes).await {
                Ok(Some(fetched)) => return Ok(fetched),
                Ok(None) => {
                    let start = self.start(topic).await?;
                    if from >= start {
                        return Ok(Fetched { records: Vec::new(), start: Some(start), end: from });
                    }
                    from = start;
                }
                Err(trouble) => patience.after(trouble).await?,
            }
        }
    }

    /// `None` where the topic has no such offset.
    async fn fetch_once(&self, topic: &str, from: i64, bytes: usize) -> Attempt<Option<Fetched>> {
        let bytes = i32::try_from(bytes.clamp(1, MOST_BYTES)).unwrap_or(i32::MAX);
        let partition = FetchPartition::default()
            .with_current_leader_epoch(-1)
            .with_fetch_offset(from)
            .with_partition_max_bytes(bytes);
        let asked =
            FetchTopic::default().with_topic(topic_name(topic)).with_partitions(vec![partition]);
        let request = FetchRequest::default()
            .with_replica_id(BrokerId(-1))
            .with_max_bytes(bytes)
            .with_session_epoch(-1)
            .with_topics(vec![asked]);
        let mut answer = self.ask_leader(topic, &request).await?;
        if let Some(trouble) = Trouble::from_code(answer.error_code, topic) {
            return Err(trouble);
        }
        let found = answer.responses.first_mut().and_then(|topic| topic.partitions.first_mut());
        let found = found.ok_or_else(|| Trouble::strange(topic))?;
        if found.error_code == OFFSET_OUT_OF_RANGE {
            return Ok(None);
        }
        if let Some(trouble) = Trouble::from_code(found.error_code, topic) {
            self.forget(topic);
            return Err(trouble);
        }
        let batches = found.records.take().unwrap_or_default();
        let mut records = batch::decode(batches).map_err(|reason| {
            let (what, place) = (format!("topic {topic}"), format!("records from {from} on"));
            Trouble::Refused(Error::Damaged { what, place, reason })
        })?;
        // A batch is sent whole.
        records.retain(|record| record.offset >= from);
        let start = (found.log_start_offset >= 0).then_some(found.log_start_offset);
        Ok(Some(Fetched { records, start, end: found.high_watermark }))
    }

    /// Where a topic begins that still ends at this offset; `None` where it does not, or cannot tell.
    pub async fn start_if_it_ends_at(&self, topic: &str, end: i64) -> Attempt<Option<i64>> {
        let fetched = match self.fetch_once(topic, end, 1).await {
            // What is asked after it waits until it passes.
            Err(Trouble::Later(_)) => None,
            fetched => fetched?,
        };
        let same = fetched.filter(|it| it.records.is_empty() && it.end == end);
        Ok(same.and_then(|it| it.start))
    }
}
