//! Which logs there are.
//!
//! A log is a topic whose first record says so: a byte that is 1, and the log's epoch (8 bytes,
//! big-endian). Whoever's record is the first has made the log; a topic without one is no log yet.
//! The epoch is 0, or, of a log in place of one that is gone, the time in which it was made in
//! milliseconds: its offsets begin at 2^20 times that, so above all that an earlier one has given, which
//! cannot have had a million records for each millisecond. It is also in the names of the lanes'
//! topics, so that topics that were left behind are not taken for its own.

use crate::batch;
use crate::cluster::{Cluster, topic_name};
use crate::failure::{Attempt, Trouble};
use crate::lane::MOST_BYTES;
use crate::names::{Name, Names};
use bytes::Bytes;
use futures_util::future::join_all;
use kafka_protocol::messages::create_topics_request::{CreatableTopic, CreatableTopicConfig};
use kafka_protocol::messages::delete_records_request::{
    DeleteRecordsPartition, DeleteRecordsTopic,
};
use kafka_protocol::messages::{CreateTopicsRequest, DeleteRecordsRequest, DeleteTopicsRequest};
use kafka_protocol::protocol::StrBytes;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Error, LogId, Result};

const LAYOUT: u8 = 1;
const EXISTS: i16 = 36;
/// How many offsets each millisecond of an epoch stands for.
const OFFSETS_PER_MS: u64 = 1 << 20;
/// How many logs are looked at, and topics deleted, at once.
const AT_ONCE: usize = 100;

/// What every topic of ours is told. Records stay until they are deleted.
const SETTINGS: &[(&str, &str)] = &[
    ("cleanup.policy", "delete"),
    ("compression.type", "producer"),
    ("message.timestamp.type", "CreateTime"),
    ("message.timestamp.after.max.ms", "9223372036854775807"),
    ("message.timestamp.before.max.ms", "9223372036854775807"),
    ("retention.bytes", "-1"),
    ("retention.ms", "-1"),
    ("segment.bytes", "134217728"),
    ("unclean.leader.election.enable", "false"),
];

/// The logs of one prefix.
pub(crate) struct Logs {
    cluster: Arc<Cluster>,
    pub names: Names,
    /// Where the offsets of those begin that were seen.
    seen: Mutex<BTreeMap<LogId, u64>>,
    /// Topics of lanes that are to be made; whoever holds the lock makes all that there are.
    wanted: Mutex<BTreeSet<String>>,
    making: tokio::sync::Mutex<()>,
}

/// Where the offsets of an epoch begin.
fn floor(epoch: u64) -> u64 {
    epoch.saturating_mul(OFFSETS_PER_MS)
}

fn manifest(epoch: u64) -> Bytes {
    Bytes::from([&[LAYOUT][..], &epoch.to_be_bytes()].concat())
}

fn read_manifest(topic: &str, bytes: &[u8]) -> Attempt<u64> {
    match bytes.split_first() {
        Some((&LAYOUT, epoch)) if epoch.len() == 8 => {
            Ok(epoch.iter().fold(0, |epoch, byte| epoch << 8 | u64::from(*byte)))
        }
        _ => {
            let why = format!("the topic {topic} is no log of a layout that is known");
            Err(Trouble::Refused(Error::invalid(why)))
        }
    }
}

impl Logs {
    pub fn new(cluster: Arc<Cluster>, names: Names) -> Self {
        let (seen, wanted, making) = Default::default();
        Self { cluster, names, seen, wanted, making }
    }

    fn seen(&self) -> MutexGuard<'_, BTreeMap<LogId, u64>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The topic of a lane.
    pub fn topic(&self, log: &LogId, floor: u64, lane: store::Lane) -> String {
        self.names.lane(log, floor / OFFSETS_PER_MS, lane)
    }

    /// Where a log's offsets begin; it may be gone since it was seen.
    pub async fn floor(&self, log: &LogId) -> Result<u64> {
        log.check()?;
        if let Some(floor) = self.seen().get(log) {
            return Ok(*floor);
        }
        self.look(log).await?.ok_or_else(|| Error::no_log(log))
    }

    /// Where a log's offsets begin; `None` if there is none.
    pub async fn look(&self, log: &LogId) -> Attempt<Option<u64>> {
        let mut patience = self.cluster.patience();
        loop {
            match self.look_once(log).await {
                Ok(found) => return Ok(found),
                // It is known to some broker only, yet or still.
                Err(Trouble::Missing) => {
                    patience
                        .after(Trouble::Later("Kafka: a topic is not ready".to_owned()))
                        .await?;
                }
                Err(trouble) => patience.after(trouble).await?,
            }
        }
    }

    async fn look_once(&self, log: &LogId) -> Attempt<Option<u64>> {
        let topic = self.names.log(log);
        let found = match self.cluster.exists(&topic).await? {
            true => self.cluster.fetch(&topic, 0, 1).await?.records.into_iter().next(),
            false => None,
        };
        let Some(first) = found else {
            self.seen().remove(log);
            return Ok(None);
        };
        let floor = floor(read_manifest(&topic, &first.bytes)?);
        self.seen().insert(log.clone(), floor);
        Ok(Some(floor))
    }

    /// Makes a log.
    pub async fn make(&self, log: &LogId, epoch: u64) -> Result<()> {
        log.check()?;
        let exists = || Error::Exists(format!("log {}", log.0));
        let topic = self.names.log(log);
        let mut patience = self.cluster.patience();
        loop {
            match self.make_topic(&topic).await {
                Ok(true) => break,
                Ok(false) if self.look(log).await?.is_some() => return Err(exists()),
                Ok(false) => break,
                Err(trouble) => patience.after(trouble).await?,
            }
        }
        if self.claim(&topic, epoch).await? > 0 {
            return Err(exists());
        }
        self.seen().insert(log.clone(), floor(epoch));
        Ok(())
    }

    /// Writes what makes a topic a log, and gives the place that it has.
    async fn claim(&self, topic: &str, epoch: u64) -> Attempt<i64> {
        let mut patience = self.cluster.patience();
        let mut batch = None;
        loop {
            let attempt = async {
                if batch.is_none() {
                    let by = self.cluster.new_producer().await?;
                    batch = Some(batch::encode(&[(0, manifest(epoch))], by));
                }
                let broker = self.cluster.leader(topic).await?;
                broker.outbox.send(topic, batch.clone().unwrap_or_default()).await
            };
            match attempt.await {
                Ok(place) => return Ok(place),
                Err(Trouble::Missing) => {
                    let why = format!("Kafka: {topic} is not ready");
                    patience.after(Trouble::Later(why)).await?;
                }
                Err(trouble) => patience.after(trouble).await?,
            }
            self.cluster.forget(topic);
        }
    }

    /// Makes a topic of one partition; whether there was none.
    async fn make_topic(&self, topic: &str) -> Attempt<bool> {
        let mut made = self.make_topics(&[topic.to_owned()]).await?;
        made.remove(topic).unwrap_or_else(|| Err(Trouble::strange(topic)))
    }

    /// Makes a lane's topic, together with those that others want at the moment. Where others make it,
    /// whether they could is found by asking for it.
    pub async fn make_lane(&self, topic: &str) -> Attempt<()> {
        self.wanted().insert(topic.to_owned());
        let _making = self.making.lock().await;
        loop {
            let mut topics = Vec::new();
            {
                let mut wanted = self.wanted();
                if !wanted.contains(topic) {
                    return Ok(());
                }
                while topics.len() < AT_ONCE
                    && let Some(next) = wanted.pop_first()
                {
                    topics.push(next);
                }
            }
            if let Some(made) = self.make_topics(&topics).await?.remove(topic) {
                return made.map(drop);
            }
        }
    }

    fn wanted(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes topics of one partition each; for each whether there was none.
    async fn make_topics(&self, topics: &[String]) -> Attempt<BTreeMap<String, Attempt<bool>>> {
        let setting = |name: &str, value: &str| {
            CreatableTopicConfig::default()
                .with_name(StrBytes::from_string(name.to_owned()))
                .with_value(Some(StrBytes::from_string(value.to_owned())))
        };
        let mut configs: Vec<_> =
            SETTINGS.iter().map(|(name, value)| setting(name, value)).collect();
        configs.push(setting("max.message.bytes", &MOST_BYTES.to_string()));
        let wanted = |topic: &String| {
            CreatableTopic::default()
                .with_name(topic_name(topic))
                .with_num_partitions(1)
                .with_replication_factor(self.cluster.options.replication.unwrap_or(-1))
                .with_configs(configs.clone())
        };
        let request = CreateTopicsRequest::default()
            .with_topics(topics.iter().map(wanted).collect())
            .with_timeout_ms(self.cluster.options.patience_ms());
        let answer = self.cluster.ask_any(&request).await?;
        let made = answer.topics.iter().map(|made| {
            let about =
                format!("{}: {}", *made.name, made.error_message.as_deref().unwrap_or_default());
            let outcome = match Trouble::from_code(made.error_code, &about) {
                _ if made.error_code == EXISTS => Ok(false),
                Some(trouble) => Err(trouble),
                None => Ok(true),
            };
            (made.name.to_string(), outcome)
        });
        Ok(made.collect())
    }

    /// Deletes topics, those that are there, and waits until no broker knows them.
    async fn delete_topics(&self, topics: &[String]) -> Attempt<()> {
        for topics in topics.chunks(AT_ONCE) {
            let mut patience = self.cluster.patience();
            loop {
                match self.delete_once(topics).await {
                    Ok(()) => break,
                    Err(trouble) => patience.after(trouble).await?,
                }
            }
            for topic in topics {
                self.cluster.forget(topic);
                while self.cluster.exists(topic).await? {
                    let why = format!("Kafka: {topic} is not deleted yet");
                    patience.after(Trouble::Later(why)).await?;
                }
            }
        }
        Ok(())
    }

    async fn delete_once(&self, topics: &[String]) -> Attempt<()> {
        let request = DeleteTopicsRequest::default()
            .with_topic_names(topics.iter().map(|topic| topic_name(topic)).collect())
            .with_timeout_ms(self.cluster.options.patience_ms());
        let answer = self.cluster.ask_any(&request).await?;
        for deleted in &answer.responses {
            let topic = deleted.name.as_ref().map_or("", |name| name.as_str());
            match Trouble::from_code(deleted.error_code, topic) {
                None | Some(Trouble::Missing) => {}
                Some(trouble) => return Err(trouble),
            }
        }
        Ok(())
    }

    /// The topics that are ours.
    async fn ours(&self) -> Attempt<Vec<(String, Name)>> {
        let mut patience = self.cluster.patience();
        let answer = loop {
            match self.cluster.describe(None).await {
                Ok(answer) => break answer,
                Err(trouble) => patience.after(trouble).await?,
            }
        };
        let names = answer.topics.iter().filter_map(|topic| topic.name.as_ref());
        let ours = |topic: &str| Some((topic.to_owned(), self.names.parse(topic)?));
        Ok(names.filter_map(|name| ours(name.as_str())).collect())
    }

    /// The topics of a log's lanes, of whatever epoch.
    pub async fn lanes(&self, log: &LogId) -> Attempt<Vec<String>> {
        let ours = self.ours().await?.into_iter();
        let is_lane = |name: &Name| matches!(name, Name::Lane(of, ..) if of == log);
        Ok(ours.filter(|(_, name)| is_lane(name)).map(|(topic, _)| topic).collect())
    }

    /// Deletes a log, and what is left of it.
    pub async fn delete(&self, log: &LogId) -> Result<()> {
        if log.check().is_err() {
            return Ok(());
        }
        self.seen().remove(log);
        // First what makes it one: no lane is made from then on.
        self.delete_topics(&[self.names.log(log)]).await?;
        let lanes = self.lanes(log).await?;
        self.delete_topics(&lanes).await?;
        self.seen().remove(log);
        Ok(())
    }

    /// The logs that there are.
    pub async fn list(&self) -> Result<Vec<LogId>> {
        let mut logs = Vec::new();
        let ours = self.ours().await?.into_iter();
        let all: Vec<LogId> = ours
            .filter_map(|(_, name)| match name {
                Name::Log(log) => Some(log),
                Name::Lane(..) => None,
            })
            .collect();
        for some in all.chunks(AT_ONCE) {
            let is_seen = some.iter().map(|log| self.seen().contains_key(log));
            let looks = some.iter().zip(is_seen).map(async |(log, is_seen)| {
                Ok::<_, Trouble>((is_seen || self.look(log).await?.is_some()).then(|| log.clone()))
            });
            for found in join_all(looks).await {
                logs.extend(found?);
            }
        }
        Ok(logs)
    }

    /// Deletes the lanes whose logs are gone: whoever deleted them did not come to it.
    pub async fn sweep(&self) -> Attempt<()> {
        let ours = self.ours().await?;
        let is_log = |name: &Name| matches!(name, Name::Log(_));
        let logs: BTreeSet<&Name> =
            ours.iter().map(|(_, name)| name).filter(|name| is_log(name)).collect();
        let mut left = Vec::new();
        for (topic, name) in &ours {
            let Name::Lane(log, ..) = name else { continue };
            if !logs.contains(&Name::Log(log.clone()))
                && !self.cluster.exists(&self.names.log(log)).await?
            {
                left.push(topic.clone());
            }
        }
        self.delete_topics(&left).await
    }

    /// Forgets a topic's records below an offset.
    pub async fn cut(&self, topic: &str, below: i64) -> Attempt<()> {
        let partition = DeleteRecordsPartition::default().with_offset(below);
        let asked = DeleteRecordsTopic::default()
            .with_name(topic_name(topic))
            .with_partitions(vec![partition]);
        let request = DeleteRecordsRequest::default()
            .with_topics(vec![asked])
            .with_timeout_ms(self.cluster.options.patience_ms());
        let mut patience = self.cluster.patience();
        loop {
            let attempt = async {
                let answer = self.cluster.ask_leader(topic, &request).await?;
                let partition = answer.topics.first().and_then(|it| it.partitions.first());
                let code = partition.ok_or_else(|| Trouble::strange(topic))?.error_code;
                Trouble::from_code(code, topic).map_or(Ok(()), Err)
            };
            match attempt.await {
                Ok(()) => return Ok(()),
                Err(trouble) => {
                    self.cluster.forget(topic);
                    patience.after(trouble).await?;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_a_topic_a_log_is_read_as_it_was_written() {
        for epoch in [0, 1, 1_790_000_000_000, u64::MAX] {
            assert_eq!(read_manifest("t", &manifest(epoch)).unwrap(), epoch);
        }
        for other in [&b""[..], &[1], &[2, 0, 0, 0, 0, 0, 0, 0, 0], &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0]]
        {
            assert!(matches!(read_manifest("t", other), Err(Trouble::Refused(_))));
        }
        assert!(floor(1_790_000_000_000) < 1 << 62, "there is room for what is appended");
    }
}
