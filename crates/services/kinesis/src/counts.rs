//! What CloudWatch is told of streams ("Monitoring the Amazon Kinesis Data Streams service with Amazon
//! CloudWatch"), counted where records have passed. All that one call comes to is counted at once.
//!
//! Calls that could never have been carried out, such as those that break a rule, are not counted.

use crate::errors::is_throughput_exceeded;
use crate::metrics;
use crate::shard_map::{ShardId, ShardIndex};
use crate::stream_record::StreamRecord;
use crate::streams::Streams;
use platform::metrics::{Metric, Owner};
use platform::{Error, Result};
use shapes::Timestamp;
use shapes::kinesis::{Record, SubscribeToShardEvent};

const fn count(name: &'static str) -> Metric {
    Metric::new("AWS/Kinesis", name, "Count")
}

const fn bytes(name: &'static str) -> Metric {
    Metric::new("AWS/Kinesis", name, "Bytes")
}

const fn time(name: &'static str) -> Metric {
    Metric::new("AWS/Kinesis", name, "Milliseconds")
}

static INCOMING_BYTES: Metric = bytes("IncomingBytes");
static INCOMING_RECORDS: Metric = count("IncomingRecords");
static PUT_BYTES: Metric = bytes("PutRecord.Bytes");
static PUT_LATENCY: Metric = time("PutRecord.Latency");
static PUT_SUCCESS: Metric = count("PutRecord.Success");
static PUTS_BYTES: Metric = bytes("PutRecords.Bytes");
static PUTS_LATENCY: Metric = time("PutRecords.Latency");
static PUTS_RECORDS: Metric = count("PutRecords.Records");
static PUTS_SUCCESS: Metric = count("PutRecords.Success");
static PUTS_TOTAL: Metric = count("PutRecords.TotalRecords");
static PUTS_SUCCESSFUL: Metric = count("PutRecords.SuccessfulRecords");
static PUTS_FAILED: Metric = count("PutRecords.FailedRecords");
static PUTS_THROTTLED: Metric = count("PutRecords.ThrottledRecords");
static WRITE_EXCEEDED: Metric = count("WriteProvisionedThroughputExceeded");
static READ_EXCEEDED: Metric = count("ReadProvisionedThroughputExceeded");
static GET_BYTES: Metric = bytes("GetRecords.Bytes");
static GET_AGE: Metric = time("GetRecords.IteratorAgeMilliseconds");
static GET_LATENCY: Metric = time("GetRecords.Latency");
static GET_RECORDS: Metric = count("GetRecords.Records");
static GET_SUCCESS: Metric = count("GetRecords.Success");
static SUBSCRIBE_EXCEEDED: Metric = count("SubscribeToShard.RateExceeded");
static SUBSCRIBE_SUCCESS: Metric = count("SubscribeToShard.Success");
static EVENT_BYTES: Metric = bytes("SubscribeToShardEvent.Bytes");
static EVENT_BEHIND: Metric = time("SubscribeToShardEvent.MillisBehindLatest");
static EVENT_RECORDS: Metric = count("SubscribeToShardEvent.Records");
static EVENT_SUCCESS: Metric = count("SubscribeToShardEvent.Success");
/// The metrics of shards have names of their own, with the streams' for those that both have.
static SHARD: [Metric; metrics::ALL.len()] = [
    bytes("IncomingBytes"),
    count("OutgoingRecords"),
    time("IteratorAgeMilliseconds"),
    count("IncomingRecords"),
    count("ReadProvisionedThroughputExceeded"),
    count("WriteProvisionedThroughputExceeded"),
    bytes("OutgoingBytes"),
];

/// What became of the records of a PutRecords.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Batch {
    /// How many there were.
    pub records: usize,
    /// How many of them shards had no room for.
    pub throttled: usize,
    /// The bytes of the others.
    pub bytes: usize,
}

/// What a GetRecords gave.
pub(crate) struct Given<'a> {
    pub records: &'a [Record],
    /// How long the next record has been waiting.
    pub behind_ms: i64,
}

/// The bytes of a record's data and key.
pub(crate) fn size(record: &Record) -> usize {
    record.data.len() + record.partition_key.as_ref().map_or(0, String::len)
}

/// How old the last of these records is.
pub(crate) fn age_ms(records: &[Record], now: Timestamp) -> Option<i64> {
    let arrived = records.last()?.approximate_arrival_timestamp?;
    Some(now.millis().saturating_sub(arrived.millis()).max(0))
}

impl Streams {
    fn told(&self, of: &StreamRecord, now: Timestamp, values: &[(&'static Metric, f64)]) {
        let owner = Owner { account: &of.account, region: &of.region };
        self.platform.metrics.count(now, owner, &[("StreamName", &of.name)], values);
    }

    fn told_of_consumer(
        &self,
        of: &StreamRecord,
        consumer: &str,
        values: &[(&'static Metric, f64)],
    ) {
        let owner = Owner { account: &of.account, region: &of.region };
        let dimensions = [("StreamName", &*of.name), ("ConsumerName", consumer)];
        self.platform.metrics.count(self.platform.clock.now(), owner, &dimensions, values);
    }

    /// Tells a shard's metrics, where they are asked for.
    pub fn told_of_shard(
        &self,
        of: &StreamRecord,
        shard: ShardIndex,
        values: &[(metrics::Metric, u64)],
    ) {
        let wanted = &of.settings.shard_metrics;
        let is_wanted = |(metric, _): &&(metrics::Metric, u64)| wanted.contains(metric);
        let asked = values.iter().filter(is_wanted);
        let asked =
            asked.filter_map(|(metric, value)| Some((SHARD.get(metric.at())?, *value as f64)));
        let values: Vec<_> = asked.collect();
        if values.is_empty() {
            return;
        }
        let owner = Owner { account: &of.account, region: &of.region };
        let dimensions = [("StreamName", &*of.name), ("ShardId", &ShardId(shard).to_string())];
        self.platform.metrics.count(self.platform.clock.now(), owner, &dimensions, &values);
    }

    /// A PutRecord of so many bytes, begun then, has ended.
    pub fn count_put<T>(&self, of: &StreamRecord, begun: Timestamp, bytes: usize, put: &Result<T>) {
        let now = self.platform.clock.now();
        let (latency, bytes) = (since(begun, now), bytes as f64);
        match put {
            Ok(_) => self.told(
                of,
                now,
                &[
                    (&INCOMING_BYTES, bytes),
                    (&INCOMING_RECORDS, 1.0),
                    (&PUT_BYTES, bytes),
                    (&PUT_LATENCY, latency),
                    (&PUT_SUCCESS, 1.0),
                    (&WRITE_EXCEEDED, 0.0),
                ],
            ),
            Err(error) => self.told_unless_callers_fault(of, now, error, |exceeded| {
                [(&PUT_LATENCY, latency), (&PUT_SUCCESS, 0.0), (&WRITE_EXCEEDED, exceeded)]
            }),
        }
    }

    /// A PutRecords has ended, with an error or, for those that were not throttled, without.
    pub fn count_puts<T>(
        &self,
        of: &StreamRecord,
        begun: Timestamp,
        of_it: Batch,
        put: &Result<T>,
    ) {
        let Batch { records, throttled, bytes } = of_it;
        let now = self.platform.clock.now();
        let [done, failed, bytes] = match put {
            Ok(_) => [records - throttled, 0, bytes],
            Err(error) if is_ours(error) => [0, records - throttled, 0],
            Err(_) => return,
        };
        let [records, throttled, done, failed, bytes] =
            [records, throttled, done, failed, bytes].map(|it| it as f64);
        let values = [
            (&INCOMING_BYTES, bytes),
            (&INCOMING_RECORDS, done),
            (&PUTS_BYTES, bytes),
            (&PUTS_LATENCY, since(begun, now)),
            (&PUTS_RECORDS, done),
            (&PUTS_SUCCESS, f64::from(done > 0.0)),
            (&PUTS_TOTAL, records),
            (&PUTS_SUCCESSFUL, done),
            (&PUTS_FAILED, failed),
            (&PUTS_THROTTLED, throttled),
            (&WRITE_EXCEEDED, throttled),
        ];
        self.told(of, now, &values);
    }

    /// A GetRecords has ended.
    pub fn count_get(
        &self,
        of: &StreamRecord,
        begun: Timestamp,
        got: std::result::Result<Given<'_>, &Error>,
    ) {
        let now = self.platform.clock.now();
        let latency = since(begun, now);
        match got {
            Ok(Given { records, behind_ms }) => self.told(
                of,
                now,
                &[
                    (&GET_BYTES, records.iter().map(size).sum::<usize>() as f64),
                    (&GET_AGE, age_ms(records, now).unwrap_or(behind_ms) as f64),
                    (&GET_LATENCY, latency),
                    (&GET_RECORDS, records.len() as f64),
                    (&GET_SUCCESS, 1.0),
                    (&READ_EXCEEDED, 0.0),
                ],
            ),
            Err(error) => self.told_unless_callers_fault(of, now, error, |exceeded| {
                [(&GET_LATENCY, latency), (&GET_SUCCESS, 0.0), (&READ_EXCEEDED, exceeded)]
            }),
        }
    }

    /// Tells of a failure that was throttled, or is the service's own.
    fn told_unless_callers_fault(
        &self,
        of: &StreamRecord,
        now: Timestamp,
        error: &Error,
        values: impl FnOnce(f64) -> [(&'static Metric, f64); 3],
    ) {
        if is_ours(error) {
            self.told(of, now, &values(f64::from(is_throughput_exceeded(error))));
        }
    }

    /// A consumer has a subscription, or is too early for it.
    pub fn count_subscribe(&self, of: &StreamRecord, consumer: &str, is_early: bool) {
        let values = [
            (&SUBSCRIBE_EXCEEDED, f64::from(is_early)),
            (&SUBSCRIBE_SUCCESS, f64::from(!is_early)),
        ];
        self.told_of_consumer(of, consumer, &values);
    }

    /// A consumer is given an event.
    pub fn count_event(&self, of: &StreamRecord, consumer: &str, event: &SubscribeToShardEvent) {
        let values = [
            (&EVENT_BYTES, event.records.iter().map(size).sum::<usize>() as f64),
            (&EVENT_BEHIND, event.millis_behind_latest as f64),
            (&EVENT_RECORDS, event.records.len() as f64),
            (&EVENT_SUCCESS, 1.0),
        ];
        self.told_of_consumer(of, consumer, &values);
    }
}

fn since(begun: Timestamp, now: Timestamp) -> f64 {
    now.millis().saturating_sub(begun.millis()).max(0) as f64
}

/// Whether a failure is not the caller's fault, or only that of its haste.
fn is_ours(error: &Error) -> bool {
    is_throughput_exceeded(error) || error.is_server_fault()
}

#[cfg(test)]
mod tests {
    use crate::Config;
    use crate::testing::{World, put_input};
    use bytes::Bytes;
    use platform::Limits;
    use platform::testing::{counted, soon};
    use shapes::kinesis::ops::{EnableEnhancedMonitoring, PutRecord, PutRecords, SubscribeToShard};
    use shapes::kinesis::{
        EnableEnhancedMonitoringInput, PutRecordsInput, PutRecordsRequestEntry, StartingPosition,
        SubscribeToShardInput,
    };
    use std::collections::BTreeMap;
    use std::time::Duration;

    fn records(keys: &[&str]) -> PutRecordsInput {
        let entry = |key: &&str| PutRecordsRequestEntry {
            data: Bytes::from_static(b"1234"),
            explicit_hash_key: None,
            partition_key: Some((*key).to_owned()),
        };
        PutRecordsInput {
            records: keys.iter().map(entry).collect(),
            stream_name: Some("s".to_owned()),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn what_goes_in_and_out_is_told_of_the_stream() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.put("s", "k", "1234").await;
        world.run::<PutRecords>(records(&["a", "bc"])).await.unwrap();
        world.clock.advance(Duration::from_millis(250));
        world.get_all("s", 0).await;
        let told = counted(&world.platform);
        for (name, count, sum) in [
            ("IncomingBytes", 2, 16.0),
            ("IncomingRecords", 2, 3.0),
            ("PutRecord.Bytes", 1, 5.0),
            ("PutRecord.Latency", 1, 0.0),
            ("PutRecord.Success", 1, 1.0),
            ("PutRecords.Bytes", 1, 11.0),
            ("PutRecords.Records", 1, 2.0),
            ("PutRecords.Success", 1, 1.0),
            ("PutRecords.TotalRecords", 1, 2.0),
            ("PutRecords.SuccessfulRecords", 1, 2.0),
            ("PutRecords.FailedRecords", 1, 0.0),
            ("PutRecords.ThrottledRecords", 1, 0.0),
            ("WriteProvisionedThroughputExceeded", 2, 0.0),
            ("GetRecords.Bytes", 1, 16.0),
            ("GetRecords.IteratorAgeMilliseconds", 1, 250.0),
            ("GetRecords.Records", 1, 3.0),
            ("GetRecords.Success", 1, 1.0),
            ("ReadProvisionedThroughputExceeded", 1, 0.0),
        ] {
            assert_eq!(told.get(&format!("{name} StreamName=s")), Some(&(count, sum)), "{name}");
        }
        assert!(!told.keys().any(|name| name.contains("ShardId")));
        let mut wrong = put_input("s", "k", "1");
        wrong.explicit_hash_key = Some("no number".to_owned());
        world.run::<PutRecord>(wrong).await.unwrap_err();
        assert_eq!(counted(&world.platform), BTreeMap::new(), "a rule was broken");
    }

    #[tokio::test]
    async fn what_is_throttled_is_told() {
        let transition = Duration::ZERO;
        let config = Config { transition, limits: Limits::Aws, ..Config::default() };
        let world = World::with(config).await;
        world.create("s", 1).await;
        let mut large = put_input("s", "k", "");
        large.data = Bytes::from(vec![0; (1 << 20) - 10]);
        world.run::<PutRecord>(large.clone()).await.unwrap();
        world.run::<PutRecord>(large).await.unwrap_err();
        world.run::<PutRecords>(records(&["aaaa", "bbbb", "cc"])).await.unwrap();
        let told = counted(&world.platform);
        let of = |name: &str| told[&format!("{name} StreamName=s")];
        assert_eq!(of("PutRecord.Success"), (2, 1.0));
        assert_eq!(of("PutRecords.TotalRecords"), (1, 3.0));
        assert_eq!(of("PutRecords.ThrottledRecords"), (1, 2.0));
        assert_eq!(of("PutRecords.SuccessfulRecords"), (1, 1.0));
        assert_eq!(of("WriteProvisionedThroughputExceeded"), (3, 3.0));
    }

    #[tokio::test]
    async fn shards_are_told_of_where_it_is_asked_for() {
        let world = World::new().await;
        world.create("s", 2).await;
        let input = EnableEnhancedMonitoringInput {
            stream_name: Some("s".to_owned()),
            shard_level_metrics: vec!["IncomingBytes".to_owned(), "OutgoingRecords".to_owned()],
            ..Default::default()
        };
        world.run::<EnableEnhancedMonitoring>(input).await.unwrap();
        world.put("s", "a", "1234").await;
        world.get_all("s", 0).await;
        let told = counted(&world.platform);
        let of_shards = told.iter().filter(|(name, _)| name.contains("ShardId"));
        let shard = "StreamName=s ShardId=shardId-000000000000";
        let expected = [
            (format!("IncomingBytes {shard}"), (1, 5.0)),
            (format!("OutgoingRecords {shard}"), (1, 1.0)),
        ];
        assert_eq!(of_shards.map(|(name, it)| (name.clone(), *it)).collect::<Vec<_>>(), expected);
    }

    #[tokio::test]
    async fn consumers_are_told_of() {
        let world = World::new().await;
        world.create("s", 1).await;
        let consumer_arn = world.register("s", "c").await.unwrap().consumer_arn;
        world.put("s", "a", "1234").await;
        let input = SubscribeToShardInput {
            consumer_arn,
            shard_id: "shardId-000000000000".to_owned(),
            starting_position: StartingPosition {
                r#type: "TRIM_HORIZON".to_owned(),
                ..Default::default()
            },
            ..Default::default()
        };
        let answer = world.run::<SubscribeToShard>(input.clone()).await.unwrap();
        let mut events = answer.event_stream;
        soon(events.next()).await.unwrap();
        world.run::<SubscribeToShard>(input).await.unwrap_err();
        let told = counted(&world.platform);
        for (name, count, sum) in [
            ("SubscribeToShard.Success", 2, 1.0),
            ("SubscribeToShard.RateExceeded", 2, 1.0),
            ("SubscribeToShardEvent.Bytes", 1, 5.0),
            ("SubscribeToShardEvent.MillisBehindLatest", 1, 0.0),
            ("SubscribeToShardEvent.Records", 1, 1.0),
            ("SubscribeToShardEvent.Success", 1, 1.0),
        ] {
            let of = told.get(&format!("{name} StreamName=s ConsumerName=c"));
            assert_eq!(of, Some(&(count, sum)), "{name}");
        }
    }
}
