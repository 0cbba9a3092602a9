//! Shard-level metrics (Enhanced shard-level metrics): what is counted of each shard of the streams for
//! which it was asked.
//!
//! A process counts what passes through it, from its start on, or from when a metric was enabled.

use crate::Kinesis;
use crate::counts::{age_ms, size};
use crate::shard_map::{ShardId, ShardIndex};
use crate::stream_record::StreamRecord;
use crate::streams::Streams;
use platform::{Context, Result};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use shapes::kinesis::Record;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// A metric, in the order in which AWS lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Metric {
    /// Bytes that were put, of partition keys and data.
    IncomingBytes,
    /// Records that were got.
    OutgoingRecords,
    /// How old the last record was that was got last.
    IteratorAgeMilliseconds,
    /// Records that were put.
    IncomingRecords,
    /// Calls that read more than a shard gives.
    ReadProvisionedThroughputExceeded,
    /// Records that were more than a shard takes.
    WriteProvisionedThroughputExceeded,
    /// Bytes that were got.
    OutgoingBytes,
}

/// All of them.
pub(crate) const ALL: [Metric; 7] = [
    Metric::IncomingBytes,
    Metric::OutgoingRecords,
    Metric::IteratorAgeMilliseconds,
    Metric::IncomingRecords,
    Metric::ReadProvisionedThroughputExceeded,
    Metric::WriteProvisionedThroughputExceeded,
    Metric::OutgoingBytes,
];

impl Metric {
    /// Its name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Metric::IncomingBytes => "IncomingBytes",
            Metric::OutgoingRecords => "OutgoingRecords",
            Metric::IteratorAgeMilliseconds => "IteratorAgeMilliseconds",
            Metric::IncomingRecords => "IncomingRecords",
            Metric::ReadProvisionedThroughputExceeded => "ReadProvisionedThroughputExceeded",
            Metric::WriteProvisionedThroughputExceeded => "WriteProvisionedThroughputExceeded",
            Metric::OutgoingBytes => "OutgoingBytes",
        }
    }

    /// The metrics that names mean, `ALL` among them. The model knows the others.
    pub fn named(names: &[String]) -> impl Iterator<Item = Metric> {
        let is_named =
            |metric: &Metric| names.iter().any(|it| it == "ALL" || it == metric.as_str());
        ALL.into_iter().filter(is_named)
    }

    /// Its place among all.
    pub(crate) fn at(self) -> usize {
        ALL.iter().position(|it| *it == self).unwrap_or_default()
    }
}

/// What was counted of a shard.
#[derive(Debug, Default)]
struct Counts([AtomicU64; ALL.len()]);

/// What was counted of shards, by their streams' ids.
#[derive(Debug, Default)]
pub(crate) struct Metrics(RwLock<BTreeMap<String, BTreeMap<ShardIndex, Arc<Counts>>>>);

/// What was counted of each shard, by its id and the metrics' names.
pub type ShardMetrics = BTreeMap<String, BTreeMap<String, u64>>;

impl Metrics {
    /// Counts so many more.
    pub fn count(&self, stream: &StreamRecord, shard: ShardIndex, metric: Metric, more: u64) {
        if let Some(counts) = self.counts(stream, shard, metric) {
            counts.0[metric.at()].fetch_add(more, Ordering::Relaxed);
        }
    }

    /// Notes how much it is now.
    pub fn note(&self, stream: &StreamRecord, shard: ShardIndex, metric: Metric, value: u64) {
        if let Some(counts) = self.counts(stream, shard, metric) {
            counts.0[metric.at()].store(value, Ordering::Relaxed);
        }
    }

    /// A shard's counts, if the metric is asked for.
    fn counts(
        &self,
        stream: &StreamRecord,
        shard: ShardIndex,
        metric: Metric,
    ) -> Option<Arc<Counts>> {
        if !stream.settings.shard_metrics.contains(&metric) {
            return None;
        }
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(counts) = all.get(&stream.id).and_then(|shards| shards.get(&shard)) {
            return Some(counts.clone());
        }
        drop(all);
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Some(all.entry(stream.id.clone()).or_default().entry(shard).or_default().clone())
    }

    /// What was counted of shards of a stream, as far as it is asked for.
    pub fn of(
        &self,
        stream: &StreamRecord,
        shards: impl Iterator<Item = ShardIndex>,
    ) -> ShardMetrics {
        let wanted = &stream.settings.shard_metrics;
        if wanted.is_empty() {
            return ShardMetrics::new();
        }
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let known = all.get(&stream.id);
        let of_shard = |shard: ShardIndex| {
            let counts = known.and_then(|shards| shards.get(&shard));
            let count = |metric: &Metric| {
                counts.map_or(0, |counts| counts.0[metric.at()].load(Ordering::Relaxed))
            };
            let pair = |metric: &Metric| (metric.as_str().to_owned(), count(metric));
            let counted = wanted.iter().map(pair).collect();
            (ShardId(shard).to_string(), counted)
        };
        shards.map(of_shard).collect()
    }

    /// Forgets what was counted of these metrics of a stream, which are not asked for any more.
    pub fn drop_metrics(&self, stream: &str, metrics: impl Iterator<Item = Metric>) {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let Some(shards) = all.get(stream) else { return };
        for metric in metrics {
            shards.values().for_each(|it| it.0[metric.at()].store(0, Ordering::Relaxed));
        }
    }

    /// Forgets a stream.
    pub fn forget(&self, stream: &str) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(stream);
    }
}

impl Streams {
    /// A record of so many bytes was put.
    pub fn count_incoming(&self, stream: &StreamRecord, shard: ShardIndex, bytes: usize) {
        if stream.settings.shard_metrics.is_empty() {
            return;
        }
        let values = [(Metric::IncomingRecords, 1), (Metric::IncomingBytes, bytes as u64)];
        for (metric, more) in values {
            self.metrics.count(stream, shard, metric, more);
        }
        self.told_of_shard(stream, shard, &values);
    }

    /// A call got these records.
    pub fn count_outgoing(
        &self,
        stream: &StreamRecord,
        shard: ShardIndex,
        records: &[Record],
        now: Timestamp,
    ) {
        if stream.settings.shard_metrics.is_empty() {
            return;
        }
        let bytes = records.iter().map(size).sum::<usize>() as u64;
        let age_ms = age_ms(records, now).map_or(0, i64::unsigned_abs);
        self.metrics.count(stream, shard, Metric::OutgoingRecords, records.len() as u64);
        self.metrics.count(stream, shard, Metric::OutgoingBytes, bytes);
        self.metrics.note(stream, shard, Metric::IteratorAgeMilliseconds, age_ms);
        let values = [
            (Metric::OutgoingRecords, records.len() as u64),
            (Metric::OutgoingBytes, bytes),
            (Metric::IteratorAgeMilliseconds, age_ms),
        ];
        self.told_of_shard(stream, shard, &values);
    }

    /// A shard had no room, or nothing left to give.
    pub fn count_exceeded(&self, stream: &StreamRecord, shard: ShardIndex, metric: Metric) {
        self.metrics.count(stream, shard, metric, 1);
        self.told_of_shard(stream, shard, &[(metric, 1)]);
    }
}

impl Kinesis {
    /// What this process has counted of the shards of a stream of the context's account and region.
    ///
    /// # Errors
    /// The storage's.
    pub async fn shard_metrics(&self, context: &Context, name: &str) -> Result<ShardMetrics> {
        let Some(stream) = self.streams.find(context, name).await? else {
            return Ok(ShardMetrics::new());
        };
        let shards = stream.map.shards().map(|(index, _)| index);
        Ok(self.streams.metrics.of(&stream.record, shards))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, record};

    #[test]
    fn names_mean_metrics() {
        let named = |names: &[&str]| -> Vec<_> {
            Metric::named(&names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()).collect()
        };
        assert_eq!(named(&["IncomingRecords", "IncomingBytes"]), [ALL[0], ALL[3]]);
        assert_eq!(named(&["ALL"]), ALL);
        assert!(named(&["Nonsense"]).is_empty());
        for metric in ALL {
            assert_eq!(serde_json::to_value(metric).unwrap(), metric.as_str());
            assert_eq!(ALL[metric.at()], metric);
        }
    }

    #[tokio::test]
    async fn only_what_is_asked_for_is_counted() {
        let metrics = Metrics::default();
        let mut record = record(&World::new().await.context(), "s");
        let count = |record: &StreamRecord| {
            metrics.count(record, 1, Metric::IncomingBytes, 5);
            metrics.note(record, 1, Metric::IteratorAgeMilliseconds, 9);
        };
        count(&record);
        assert_eq!(metrics.of(&record, [0, 1].into_iter()), ShardMetrics::new());
        record.settings.shard_metrics = [Metric::IncomingBytes].into();
        count(&record);
        count(&record);
        let seen = metrics.of(&record, [0, 1].into_iter());
        let shard = |bytes| BTreeMap::from([("IncomingBytes".to_owned(), bytes)]);
        assert_eq!(seen["shardId-000000000000"], shard(0));
        assert_eq!(seen["shardId-000000000001"], shard(10));
        record.settings.shard_metrics.insert(Metric::IteratorAgeMilliseconds);
        assert_eq!(metrics.of(&record, [1].into_iter())["shardId-000000000001"].len(), 2);
        metrics.drop_metrics(&record.id, [Metric::IncomingBytes].into_iter());
        assert_eq!(
            metrics.of(&record, [1].into_iter())["shardId-000000000001"]["IncomingBytes"],
            0
        );
        metrics.forget(&record.id);
        assert!(metrics.0.read().unwrap().is_empty());
    }
}
