//! Long and broken lives of a stream, against a model that is too simple to be wrong.

use crate::Config;
use crate::plan::Step;
use crate::testing::{World, put_input};
use proptest::prelude::*;
use shapes::kinesis::{
    ChildShard, CreateStreamInput, DeleteStreamInput, GetShardIteratorInput, ListShardsInput,
    Record, ShardFilter, ops,
};
use std::collections::BTreeSet;
use std::time::Duration;
use store::faulty::{Call, Fault, Faults};

const DAY_MS: i64 = 86_400_000;

fn at_once() -> Config {
    Config { transition: Duration::ZERO, ..Config::default() }
}

/// A change of a stream's shards; the numbers choose among what is possible.
#[derive(Clone, Debug)]
enum Change {
    Split(usize),
    Merge(usize),
    Rescale(usize),
}

/// What may happen to a stream.
#[derive(Clone, Debug)]
enum Event {
    Put(u8),
    PutMany(Vec<u8>),
    Wait(u32),
    Restart,
    ReadAfter(usize),
    ReadTimestamp(usize),
    Reshape(Change),
    /// Two processes put, each records of its own keys, while one of them changes the shards.
    Together(Vec<u8>, Vec<u8>, Change),
    /// Somebody reads all there is, generation after generation.
    Follow,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        any::<usize>().prop_map(Change::Split),
        any::<usize>().prop_map(Change::Merge),
        any::<usize>().prop_map(Change::Rescale),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    let values = || prop::collection::vec(any::<u8>(), 1..20);
    prop_oneof![
        4 => any::<u8>().prop_map(Event::Put),
        2 => values().prop_map(Event::PutMany),
        2 => (1u32..40_000_000).prop_map(Event::Wait),
        1 => Just(Event::Restart),
        3 => any::<usize>().prop_map(Event::ReadAfter),
        2 => any::<usize>().prop_map(Event::ReadTimestamp),
        2 => change().prop_map(Event::Reshape),
        2 => (values(), values(), change())
            .prop_map(|(even, odd, change)| Event::Together(even, odd, change)),
        1 => Just(Event::Follow),
    ]
}

/// A record as the model remembers it.
#[derive(Clone, Debug)]
struct Known {
    shard: String,
    number: String,
    time_ms: i64,
    value: u8,
}

struct Life {
    world: World,
    /// Another process, which hears nothing of what this one changes.
    other: World,
    known: Vec<Known>,
}

/// Puts records whose keys are their values.
async fn put(world: &World, values: &[u8]) -> Vec<Known> {
    let entry = |value: &u8| shapes::kinesis::PutRecordsRequestEntry {
        data: vec![*value].into(),
        explicit_hash_key: None,
        partition_key: Some(value.to_string()),
    };
    let input = shapes::kinesis::PutRecordsInput {
        records: values.iter().map(entry).collect(),
        stream_name: Some("s".to_owned()),
        ..Default::default()
    };
    let answer = world.run::<ops::PutRecords>(input).await.unwrap();
    let time_ms = world.context().now().millis();
    let known = |(value, result): (&u8, shapes::kinesis::PutRecordsResultEntry)| Known {
        shard: result.shard_id.unwrap(),
        number: result.sequence_number.unwrap(),
        time_ms,
        value: *value,
    };
    values.iter().zip(answer.records).map(known).collect()
}

/// Changes the shards, where there is something to change.
async fn reshape(world: &World, change: &Change) {
    let stream = world.kinesis.streams.find(&world.context(), "s").await.unwrap().unwrap();
    let mut open: Vec<_> = stream.map.shards().filter(|(_, shard)| shard.is_open()).collect();
    open.sort_by_key(|(_, shard)| shard.start);
    let at = |pick: usize| open[pick % open.len()];
    let step = match *change {
        Change::Split(pick) => {
            let (shard, range) = at(pick);
            let at = range.start + (range.end - range.start) / 3;
            (at > range.start + 1).then_some(Step::Split { shard, at })
        }
        Change::Merge(pick) => {
            let pair = open.windows(2).nth(pick % open.len().max(2));
            pair.map(|pair| Step::Merge { shard: pair[0].0, adjacent: pair[1].0 })
        }
        Change::Rescale(pick) => {
            let (least, most) = (open.len().div_ceil(2), (open.len() * 2).min(12).max(open.len()));
            let target = least + pick % (most - least + 1);
            match world.rescale("s", target as i32).await {
                Ok(_) => {
                    let left = world.summary("s").await.unwrap().open_shard_count;
                    assert_eq!(left, target as i32);
                }
                Err(error) => assert!(error.message.contains("ten times"), "{error}"),
            }
            None
        }
    };
    if let Some(step) = step.filter(|_| open.len() < 12 || !matches!(change, Change::Split(_))) {
        world.kinesis.reshape(&stream, step).await.unwrap();
    }
}

impl Life {
    fn horizon_ms(&self) -> i64 {
        self.world.context().now().millis() - DAY_MS
    }

    fn know(&mut self, known: Vec<Known>) {
        for known in known {
            let newest = self.known.iter().rfind(|it| it.shard == known.shard);
            assert!(newest.is_none_or(|newest| newest.number < known.number), "numbers rise");
            let of_key = self.known.iter().rfind(|it| it.value == known.value);
            assert!(of_key.is_none_or(|it| it.number < known.number), "from parent to child too");
            self.known.push(known);
        }
    }

    /// The records of a shard from here on, read a few at a time, and the children where it ends.
    async fn page_through(&self, mut iterator: String) -> (Vec<Record>, Option<Vec<ChildShard>>) {
        let mut records = Vec::new();
        loop {
            let input = shapes::kinesis::GetRecordsInput {
                shard_iterator: iterator,
                limit: Some(3),
                ..Default::default()
            };
            let page = self.world.run::<ops::GetRecords>(input).await.unwrap();
            let is_full = page.records.len() == 3;
            records.extend(page.records);
            let Some(next) = page.next_shard_iterator else {
                assert_eq!(page.millis_behind_latest, Some(0));
                return (records, Some(page.child_shards.unwrap()));
            };
            assert_eq!(page.child_shards, None, "a shard that goes on has no children");
            if page.millis_behind_latest == Some(0) {
                return (records, None);
            }
            assert!(is_full, "a page before the tip is full");
            iterator = next;
        }
    }

    /// Reads a shard to its tip, and compares.
    async fn read(&self, start: GetShardIteratorInput, expected: impl Fn(&Known) -> bool) {
        let horizon_ms = self.horizon_ms();
        let in_time = |known: &&Known| known.shard == start.shard_id && known.time_ms >= horizon_ms;
        let expected: Vec<_> =
            self.known.iter().filter(in_time).filter(|known| expected(known)).collect();
        let iterator = match self.world.run::<ops::GetShardIterator>(start.clone()).await {
            Ok(answer) => answer.shard_iterator.unwrap(),
            Err(error) => {
                assert_eq!(error.code(), "ResourceNotFoundException");
                assert!(expected.is_empty(), "a shard goes when all of it has expired");
                return;
            }
        };
        let (found, _) = self.page_through(iterator).await;
        let found: Vec<_> = found.iter().map(|it| (&*it.sequence_number, &it.data[..])).collect();
        let value = |known: &'_ Known| std::slice::from_ref(&known.value).to_vec();
        let expected: Vec<_> = expected.iter().map(|it| (&*it.number, value(it))).collect();
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!((found.0, found.1), (expected.0, &expected.1[..]));
        }
    }

    /// Reads as consumers do: from the shards at the trim horizon on, and children when all of
    /// their parents have ended. All records that have not expired are there once, those of a key in
    /// the order in which they were put.
    async fn follow(&self) {
        let input = ListShardsInput {
            stream_name: Some("s".to_owned()),
            shard_filter: Some(ShardFilter {
                r#type: "AT_TRIM_HORIZON".to_owned(),
                ..Default::default()
            }),
            ..Default::default()
        };
        let first = self.world.run::<ops::ListShards>(input).await.unwrap().shards.unwrap();
        let mut ready: Vec<String> = first.into_iter().map(|shard| shard.shard_id).collect();
        let (mut ended, mut waiting) = (BTreeSet::new(), Vec::<ChildShard>::new());
        let mut found = Vec::new();
        while let Some(shard) = ready.pop() {
            let index: u32 = shard.trim_start_matches("shardId-").parse().unwrap();
            let iterator = self.world.iterator("s", index, "TRIM_HORIZON").await;
            let (records, children) = self.page_through(iterator).await;
            found.extend(records.into_iter().map(|it| (it.data[0], it.sequence_number)));
            let Some(children) = children else { continue };
            assert!(ended.insert(shard), "a shard is come to once");
            // A merged shard is told of by both of its parents.
            let is_new =
                |child: &ChildShard| waiting.iter().all(|it| it.shard_id != child.shard_id);
            waiting =
                [&waiting[..], &children.into_iter().filter(is_new).collect::<Vec<_>>()].concat();
            let (now, later) = waiting
                .into_iter()
                .partition(|child| child.parent_shards.iter().all(|it| ended.contains(it)));
            waiting = later;
            ready.extend(Vec::<ChildShard>::into_iter(now).map(|child| child.shard_id));
        }
        let horizon_ms = self.horizon_ms();
        let in_time = self.known.iter().filter(|known| known.time_ms >= horizon_ms);
        let mut expected: Vec<_> = in_time.map(|it| (it.value, it.number.clone())).collect();
        // Stable, so that those of a key stay as they came.
        found.sort_by_key(|(value, _)| *value);
        expected.sort_by_key(|(value, _)| *value);
        assert_eq!(found, expected);
    }

    async fn live(mut self, event: Event) -> Self {
        let from = |known: &Known, kind: &str| GetShardIteratorInput {
            stream_name: Some("s".to_owned()),
            shard_id: known.shard.clone(),
            shard_iterator_type: kind.to_owned(),
            ..Default::default()
        };
        match event {
            Event::Put(value) => self.know(put(&self.world, &[value]).await),
            Event::PutMany(values) => self.know(put(&self.world, &values).await),
            Event::Wait(ms) => self.world.clock.advance(Duration::from_millis(ms.into())),
            Event::Restart => self.world = self.world.restart().await,
            Event::ReadAfter(pick) if !self.known.is_empty() => {
                let known = self.known[pick % self.known.len()].clone();
                let mut start = from(&known, "AFTER_SEQUENCE_NUMBER");
                start.starting_sequence_number = Some(known.number.clone());
                self.read(start, |other| other.number > known.number).await;
                self.read(from(&known, "TRIM_HORIZON"), |_| true).await;
            }
            Event::ReadTimestamp(pick) if !self.known.is_empty() => {
                let known = self.known[pick % self.known.len()].clone();
                let mut start = from(&known, "AT_TIMESTAMP");
                start.timestamp = Some(shapes::Timestamp(known.time_ms));
                self.read(start, |other| other.time_ms >= known.time_ms).await;
            }
            Event::Reshape(change) => reshape(&self.world, &change).await,
            Event::Together(even, odd, change) => {
                let even: Vec<_> = even.iter().map(|value| value & !1).collect();
                let odd: Vec<_> = odd.iter().map(|value| value | 1).collect();
                let (even, odd, ()) = tokio::join!(
                    put(&self.world, &even),
                    put(&self.other, &odd),
                    reshape(&self.world, &change)
                );
                let mut both = [even, odd].concat();
                both.sort_by(|one, other| one.number.cmp(&other.number));
                self.know(both);
            }
            Event::Follow => self.follow().await,
            Event::ReadAfter(_) | Event::ReadTimestamp(_) => {}
        }
        self
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_life_reads_back_what_was_put(events in prop::collection::vec(event(), 1..60)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let world = World::with(at_once()).await;
            world.create("s", 3).await;
            let other = world.beside().await;
            let mut life = Life { world, other, known: Vec::new() };
            for event in events {
                life = life.live(event).await;
            }
            life.follow().await;
        });
    }
}

fn create() -> CreateStreamInput {
    CreateStreamInput {
        stream_name: "s".to_owned(),
        shard_count: Some(1),
        ..CreateStreamInput::default()
    }
}

#[tokio::test]
async fn a_creation_that_failed_is_whole_or_absent_after_a_restart() {
    let faults = Faults::default();
    let calls = [(Call::CreateLog, 0), (Call::Commit, 0), (Call::Commit, 1), (Call::Commit, 2)];
    for (call, passes) in calls {
        for kept in [false, true] {
            faults.heal();
            let world = World::with_faults(&faults, at_once()).await;
            faults.fail_after(passes, call, Fault::Sync { kept });
            let error = world.run::<ops::CreateStream>(create()).await.unwrap_err();
            assert!(error.is_server_fault());
            faults.heal();
            let world = world.restart().await;
            match world.summary("s").await {
                Ok(summary) => assert_eq!(summary.stream_status, "ACTIVE"),
                Err(_) => world.create("s", 1).await,
            }
            world.put("s", "k", "data").await;
            assert_eq!(world.get_all("s", 0).await.len(), 1);
            assert_eq!(world.platform.store.log.list().await.unwrap().len(), 1);
        }
    }
}

#[tokio::test]
async fn a_deletion_that_failed_is_finished_by_a_restart() {
    let faults = Faults::default();
    for (call, passes) in [(Call::Commit, 0), (Call::Commit, 1), (Call::DeleteLog, 0)] {
        faults.heal();
        let world = World::with_faults(&faults, at_once()).await;
        world.create("s", 1).await;
        faults.fail_after(passes, call, Fault::Sync { kept: true });
        let input = DeleteStreamInput { stream_name: Some("s".to_owned()), ..Default::default() };
        assert!(world.run::<ops::DeleteStream>(input).await.is_err());
        faults.heal();
        let world = world.restart().await;
        assert!(world.summary("s").await.is_err());
        assert!(world.platform.store.log.list().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_put_that_was_not_kept_is_not_acknowledged() {
    let faults = Faults::default();
    let world = World::with_faults(&faults, at_once()).await;
    world.create("s", 1).await;
    faults.fail_next(Call::Append, Fault::Full);
    let error = world.run::<ops::PutRecord>(put_input("s", "k", "lost")).await.unwrap_err();
    assert!(error.is_server_fault(), "{error}");
    let put = world.put("s", "k", "kept").await;
    let records = world.get_all("s", 0).await;
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].sequence_number, put.sequence_number);
}

#[tokio::test]
async fn after_a_failed_sync_puts_are_refused_and_reading_goes_on() {
    let faults = Faults::default();
    for kept in [false, true] {
        faults.heal();
        let world = World::with_faults(&faults, at_once()).await;
        world.create("s", 1).await;
        let before = world.put("s", "k", "before").await;
        faults.fail_next(Call::Append, Fault::Sync { kept });
        for data in ["in doubt", "refused"] {
            let error = world.run::<ops::PutRecord>(put_input("s", "k", data)).await.unwrap_err();
            assert!(error.is_server_fault(), "{error}");
        }
        let seen = world.get_all("s", 0).await;
        assert_eq!(seen[0].sequence_number, before.sequence_number);
        faults.heal();
        let world = world.restart().await;
        let after = world.put("s", "k", "after").await;
        let records = world.get_all("s", 0).await;
        assert_eq!(records.len(), 2 + usize::from(kept));
        assert_eq!(records[0].sequence_number, before.sequence_number);
        assert_eq!(records.last().unwrap().sequence_number, after.sequence_number);
    }
}

#[tokio::test]
async fn iterators_and_numbers_outlive_a_restart() {
    let world = World::new().await;
    world.create("s", 1).await;
    let first = world.put("s", "k", "1").await;
    let iterator = world.iterator("s", 0, "LATEST").await;
    let world = world.restart().await;
    let second = world.put("s", "k", "2").await;
    assert!(first.sequence_number < second.sequence_number);
    let page = world.get(&iterator).await.unwrap();
    assert_eq!(page.records[0].sequence_number, second.sequence_number);
}
