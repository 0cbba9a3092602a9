//! How fast shards take and give records, where a server keeps AWS's limits: the data plane of the page
//! "Quotas and limits" of the developer guide. A pure machine for each shard, and the place of a
//! stream's.
//!
//! Streams of both capacity modes are held to it shard by shard: what an on-demand stream can take is
//! what the shards can that it has been scaled to, four of them when it is new.

use crate::Kinesis;
use crate::append::Routed;
use crate::counts::size;
use crate::errors::throughput_exceeded;
use crate::metrics::Metric;
use crate::shard_map::ShardIndex;
use crate::streams::Stream;
use platform::{Context, Limits, Principal, Rate, Result, TokenBucket};
use shapes::Timestamp;
use shapes::kinesis::Record;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

const MIB: u32 = 1 << 20;
/// Data and partition keys in, in bytes.
const BYTES_IN: Rate = Rate::per_second(MIB);
/// What records above 1 MiB come out of: "Handle large records" likens it to a tank of 10 MiB that
/// fills at the shard's rate, and that small records are taken from, too.
const LARGE_IN: Rate = Rate::per_second(MIB).at_once(10 * MIB);
const RECORDS_IN: Rate = Rate::per_second(1000);
/// Data and partition keys out, in bytes.
const BYTES_OUT: Rate = Rate::per_second(2 * MIB);
const READS: Rate = Rate::per_second(5);
const ITERATORS: Rate = Rate::per_second(5);

/// What one shard has left.
#[derive(Debug)]
struct ShardPace {
    bytes_in: TokenBucket,
    large_in: TokenBucket,
    records_in: TokenBucket,
    bytes_out: TokenBucket,
    reads: TokenBucket,
    iterators: TokenBucket,
}

impl ShardPace {
    fn new(now: Timestamp) -> Self {
        let full = |rate| TokenBucket::full(rate, now);
        Self {
            bytes_in: full(BYTES_IN),
            large_in: full(LARGE_IN),
            records_in: full(RECORDS_IN),
            bytes_out: full(BYTES_OUT),
            reads: full(READS),
            iterators: full(ITERATORS),
        }
    }

    /// Takes a record in, if there is room for it.
    fn put(&mut self, now: Timestamp, bytes: u64) -> bool {
        let room = if bytes > u64::from(MIB) { &self.large_in } else { &self.bytes_in };
        if !room.has(now, bytes) || !self.records_in.try_take(now, 1) {
            return false;
        }
        self.large_in.take(now, bytes);
        if bytes > u64::from(MIB) {
            self.bytes_in.empty(now);
        } else {
            self.bytes_in.take(now, bytes);
        }
        true
    }

    /// Begins a read, if what was read before is paid for.
    fn read(&mut self, now: Timestamp) -> bool {
        self.bytes_out.has(now, 1) && self.reads.try_take(now, 1)
    }

    /// So much was read. More than a second's is paid back whole: after 10 MiB nothing is read for five
    /// seconds.
    fn gave(&mut self, now: Timestamp, bytes: u64) {
        if bytes > u64::from(2 * MIB) {
            self.bytes_out.empty(now);
        }
        self.bytes_out.take(now, bytes);
    }

    fn is_as_new(&self, now: Timestamp) -> bool {
        let Self { bytes_in, large_in, records_in, bytes_out, reads, iterators } = self;
        [bytes_in, large_in, records_in, bytes_out, reads, iterators]
            .iter()
            .all(|it| it.is_full(now))
    }
}

/// What the shards of a stream have left, as far as this process has given it away.
#[derive(Debug, Default)]
pub(crate) struct Pace(Mutex<Shards>);

#[derive(Debug, Default)]
struct Shards {
    paces: BTreeMap<ShardIndex, ShardPace>,
    /// At so many it is looked for those that are as good as new.
    look_at: usize,
}

/// How many shards are kept before any is looked at.
const FEW: usize = 64;

impl Pace {
    fn with<T>(
        &self,
        shard: ShardIndex,
        now: Timestamp,
        use_it: impl FnOnce(&mut ShardPace) -> T,
    ) -> T {
        let mut shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pace) = shards.paces.get_mut(&shard) {
            return use_it(pace);
        }
        if shards.paces.len() >= shards.look_at.max(FEW) {
            shards.paces.retain(|_, pace| !pace.is_as_new(now));
            shards.look_at = shards.paces.len() * 2;
        }
        use_it(shards.paces.entry(shard).or_insert_with(|| ShardPace::new(now)))
    }
}

impl Kinesis {
    /// Has a shard do something, if limits are kept.
    fn held<T>(
        &self,
        stream: &Stream,
        shard: ShardIndex,
        otherwise: T,
        act: impl FnOnce(&mut ShardPace, Timestamp) -> T,
    ) -> T {
        if self.config.limits == Limits::None {
            return otherwise;
        }
        let now = self.platform.clock.now();
        stream.pace().with(shard, now, |pace| act(pace, now))
    }

    fn refuse_unless(
        &self,
        stream: &Stream,
        shard: ShardIndex,
        may: bool,
        counted: Metric,
    ) -> Result<()> {
        if may {
            return Ok(());
        }
        let record = &stream.record;
        self.streams.count_exceeded(record, shard, counted);
        Err(throughput_exceeded(shard, &record.name, &record.account))
    }

    /// Refuses a record that its shard has no room for.
    ///
    /// # Errors
    /// `ProvisionedThroughputExceededException`.
    pub(crate) fn pace_put(&self, cx: &Context, stream: &Stream, record: &Routed) -> Result<()> {
        let is_faulted = is_faulted(cx);
        if !is_faulted && self.config.limits == Limits::None {
            return Ok(());
        }
        let size = record.size as u64;
        let takes = |shard: ShardIndex| {
            let may =
                !is_faulted && self.held(stream, shard, true, |pace, now| pace.put(now, size));
            (shard, may)
        };
        let of_key = record.hash_key.map(|hash_key| stream.map.route(hash_key).map(takes));
        // Any shard will do where records have no place of their own.
        let any = || {
            let mut last = None;
            for (shard, _) in stream.map.shards().filter(|(_, shard)| shard.is_open()) {
                last = Some(takes(shard));
                if last.is_some_and(|(_, may)| may) {
                    break;
                }
            }
            last
        };
        // Without an open shard the append says so.
        let Some((shard, may)) = of_key.unwrap_or_else(any) else { return Ok(()) };
        self.refuse_unless(stream, shard, may, Metric::WriteProvisionedThroughputExceeded)
    }

    /// Refuses a read of a shard that has none left.
    ///
    /// # Errors
    /// `ProvisionedThroughputExceededException`.
    pub(crate) fn pace_read(&self, cx: &Context, stream: &Stream, shard: ShardIndex) -> Result<()> {
        if cx.is_looking() {
            return Ok(());
        }
        let may = !is_faulted(cx) && self.held(stream, shard, true, ShardPace::read);
        self.refuse_unless(stream, shard, may, Metric::ReadProvisionedThroughputExceeded)
    }

    /// Notes what a read gave.
    pub(crate) fn note_read(&self, stream: &Stream, shard: ShardIndex, records: &[Record]) {
        if self.config.limits == Limits::None {
            return;
        }
        let bytes: usize = records.iter().map(size).sum();
        self.held(stream, shard, (), |pace, now| pace.gave(now, bytes as u64));
    }

    /// Refuses an iterator of a shard that has none left.
    ///
    /// # Errors
    /// `ProvisionedThroughputExceededException`.
    pub(crate) fn pace_iterator(
        &self,
        cx: &Context,
        stream: &Stream,
        shard: ShardIndex,
    ) -> Result<()> {
        let take = |pace: &mut ShardPace, now| pace.iterators.try_take(now, 1);
        // A mapping asks when it begins, and whoever makes one could not make it ask less often.
        let is_service = matches!(&*cx.principal, Principal::Service { .. });
        let is_counted = !is_service && !cx.is_looking();
        let may = !is_faulted(cx) && (!is_counted || self.held(stream, shard, true, take));
        self.refuse_unless(stream, shard, may, Metric::ReadProvisionedThroughputExceeded)
    }
}

/// Whether this shard, for this record, is throttled because somebody wants to see it.
fn is_faulted(cx: &Context) -> bool {
    cx.faulted().is_some_and(|faulted| faulted.throttles(&*cx.platform().ids))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::{World, put_input};
    use bytes::Bytes;
    use platform::Error;
    use shapes::kinesis::ops::{CreateStream, PutRecord, PutRecords};
    use shapes::kinesis::{
        CreateStreamInput, PutRecordsInput, PutRecordsOutput, PutRecordsRequestEntry,
    };
    use std::time::Duration;

    const SECOND: Duration = Duration::from_secs(1);

    async fn limited() -> World {
        let transition = Duration::ZERO;
        World::with(Config { transition, limits: Limits::Aws, ..Config::default() }).await
    }

    /// A record of so many bytes with its key.
    async fn put(world: &World, key: &str, bytes: usize) -> Result<()> {
        let mut input = put_input("s", key, "");
        input.data = Bytes::from(vec![0; bytes - key.len()]);
        world.run::<PutRecord>(input).await.map(drop)
    }

    async fn put_all(world: &World, keys: &[&str], bytes: usize) -> PutRecordsOutput {
        let entry = |key: &&str| PutRecordsRequestEntry {
            data: Bytes::from(vec![0; bytes - key.len()]),
            partition_key: Some((*key).to_owned()),
            ..Default::default()
        };
        let records = keys.iter().map(entry).collect();
        let input =
            PutRecordsInput { records, stream_name: Some("s".into()), ..Default::default() };
        world.run::<PutRecords>(input).await.unwrap()
    }

    fn assert_refused(error: &Error, shard: u32) {
        assert_eq!(
            error.to_string(),
            format!(
                "ProvisionedThroughputExceededException: Rate exceeded for shard \
                 shardId-00000000000{shard} in stream s under account 000000000000."
            )
        );
    }

    #[tokio::test]
    async fn a_shard_takes_a_mebibyte_in_a_second() {
        let world = limited().await;
        world.create("s", 2).await;
        put(&world, "a", 1 << 19).await.unwrap();
        put(&world, "a", 1 << 19).await.unwrap();
        assert_refused(&put(&world, "a", 1).await.unwrap_err(), 0);
        put(&world, "b", 1 << 20).await.unwrap();
        world.clock.advance(SECOND / 2);
        assert_refused(&put(&world, "a", (1 << 19) + 1).await.unwrap_err(), 0);
        put(&world, "a", 1 << 19).await.unwrap();
    }

    #[tokio::test]
    async fn of_one_request_what_there_is_room_for_is_taken() {
        let world = limited().await;
        world.create("s", 2).await;
        let keys: Vec<&str> = std::iter::repeat_n(["a", "b"], 250).flatten().collect();
        for _ in 0..4 {
            assert_eq!(put_all(&world, &keys, 2).await.failed_record_count, Some(0));
        }
        world.clock.advance(Duration::from_millis(100));
        let answer = put_all(&world, &keys, 2).await;
        assert_eq!((answer.failed_record_count, answer.records.len()), (Some(300), 500));
        for (at, result) in answer.records.iter().enumerate() {
            let shard = format!("shardId-00000000000{}", at % 2);
            if at < 200 {
                assert_eq!(result.shard_id.as_ref(), Some(&shard));
                assert!(result.sequence_number.is_some() && result.error_code.is_none());
                continue;
            }
            assert_eq!((&result.shard_id, &result.sequence_number), (&None, &None));
            let code = Some("ProvisionedThroughputExceededException");
            assert_eq!(result.error_code.as_deref(), code);
            let message =
                format!("Rate exceeded for shard {shard} in stream s under account 000000000000.");
            assert_eq!(result.error_message, Some(message));
        }
        world.clock.advance(SECOND);
        let records = [world.get_all("s", 0).await.len(), world.get_all("s", 1).await.len()];
        assert_eq!(records, [1100, 1100]);
    }

    #[tokio::test]
    async fn large_records_come_out_of_a_tank() {
        let world = limited().await;
        let create = CreateStreamInput {
            stream_name: "s".to_owned(),
            shard_count: Some(1),
            max_record_size_in_ki_b: Some(10_240),
            ..Default::default()
        };
        world.run::<CreateStream>(create).await.unwrap();
        put(&world, "a", 10 << 20).await.unwrap();
        assert_refused(&put(&world, "a", 10).await.unwrap_err(), 0);
        world.clock.advance(SECOND);
        put(&world, "a", 1 << 20).await.unwrap();
        world.clock.advance(2 * SECOND);
        assert_refused(&put(&world, "a", 3 << 20).await.unwrap_err(), 0);
        put(&world, "a", 2 << 20).await.unwrap();
        // However full the tank is, small records come at the shard's rate.
        world.clock.advance(60 * SECOND);
        put(&world, "a", 1 << 20).await.unwrap();
        put(&world, "a", 1 << 20).await.unwrap_err();
        put(&world, "a", 9 << 20).await.unwrap();
    }

    #[tokio::test]
    async fn a_shard_is_read_five_times_in_a_second() {
        let world = limited().await;
        world.create("s", 1).await;
        let iterator = world.iterator("s", 0, "TRIM_HORIZON").await;
        for _ in 0..5 {
            world.get(&iterator).await.unwrap();
        }
        assert_refused(&world.get(&iterator).await.unwrap_err(), 0);
        world.clock.advance(SECOND / 5);
        world.get(&iterator).await.unwrap();
        world.get(&iterator).await.unwrap_err();
    }

    #[tokio::test]
    async fn ten_mebibytes_are_paid_back_for_five_seconds() {
        let world = limited().await;
        world.create("s", 1).await;
        for _ in 0..10 {
            put(&world, "a", (1 << 20) - 100).await.unwrap();
            world.clock.advance(SECOND);
        }
        let iterator = world.iterator("s", 0, "TRIM_HORIZON").await;
        assert_eq!(world.get(&iterator).await.unwrap().records.len(), 10);
        world.clock.advance(Duration::from_millis(4999));
        assert_refused(&world.get(&iterator).await.unwrap_err(), 0);
        world.clock.advance(Duration::from_millis(1));
        world.get(&iterator).await.unwrap();
    }

    #[tokio::test]
    async fn a_shard_gives_five_iterators_in_a_second() {
        let world = limited().await;
        world.create("s", 2).await;
        for shard in [0, 0, 0, 0, 0, 1] {
            world.iterator("s", shard, "LATEST").await;
        }
        let cx = world.context();
        let stream = world.kinesis.streams.find(&cx, "s").await.unwrap().unwrap();
        assert_refused(&world.kinesis.pace_iterator(&cx, &stream, 0).unwrap_err(), 0);
        let service = cx.acting_as(Principal::service("lambda.amazonaws.com"));
        world.kinesis.pace_iterator(&service, &stream, 0).unwrap();
    }

    #[tokio::test]
    async fn a_stream_that_changes_owes_what_it_owed_and_a_new_one_nothing() {
        let world = limited().await;
        world.create("s", 1).await;
        put(&world, "a", 1 << 20).await.unwrap();
        world.tag("s", &[("k", "v")]).await.unwrap();
        put(&world, "a", 1).await.unwrap_err();
        world.split("s", 0).await;
        put(&world, "a", 1 << 20).await.unwrap();
        world.delete("s").await;
        world.create("s", 1).await;
        put(&world, "a", 1 << 20).await.unwrap();
    }

    #[test]
    fn shards_that_owe_nothing_are_forgotten() {
        let pace = Pace::default();
        for shard in 0..10 * FEW as u32 {
            let now = Timestamp(i64::from(shard / 50) * 1000);
            assert!(pace.with(shard, now, |pace| pace.read(now)));
        }
        assert!(pace.0.lock().unwrap().paces.len() <= FEW + 50);
    }
}
