//! Long and broken lives of a stream, against a model that is too simple to be wrong.

use crate::Config;
use crate::testing::{World, put_input};
use proptest::prelude::*;
use shapes::kinesis::{CreateStreamInput, DeleteStreamInput, GetShardIteratorInput, ops};
use std::time::Duration;
use store::faulty::{Call, Fault, Faults};

const DAY_MS: i64 = 86_400_000;

fn at_once() -> Config {
    Config { transition: Duration::ZERO, ..Config::default() }
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
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => any::<u8>().prop_map(Event::Put),
        2 => prop::collection::vec(any::<u8>(), 1..20).prop_map(Event::PutMany),
        2 => (1u32..40_000_000).prop_map(Event::Wait),
        1 => Just(Event::Restart),
        3 => any::<usize>().prop_map(Event::ReadAfter),
        2 => any::<usize>().prop_map(Event::ReadTimestamp),
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
    known: Vec<Known>,
}

impl Life {
    fn now_ms(&self) -> i64 {
        self.world.context().now().millis()
    }

    async fn put(&mut self, values: &[u8]) {
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
        let answer = self.world.run::<ops::PutRecords>(input).await.unwrap();
        let time_ms = self.now_ms();
        for (value, result) in values.iter().zip(answer.records) {
            let (shard, number) = (result.shard_id.unwrap(), result.sequence_number.unwrap());
            let newest = self.known.iter().rfind(|known| known.shard == shard);
            assert!(newest.is_none_or(|newest| newest.number < number), "numbers rise");
            self.known.push(Known { shard, number, time_ms, value: *value });
        }
    }

    /// Reads a shard to its tip, a few records at a time, and compares.
    async fn read(&self, start: GetShardIteratorInput, expected: impl Fn(&Known) -> bool) {
        let horizon_ms = self.now_ms() - DAY_MS;
        let mut expected = self.known.iter().filter(|known| {
            known.shard == start.shard_id && known.time_ms >= horizon_ms && expected(known)
        });
        let answer = self.world.run::<ops::GetShardIterator>(start.clone()).await.unwrap();
        let mut iterator = answer.shard_iterator.unwrap();
        loop {
            let input = shapes::kinesis::GetRecordsInput {
                shard_iterator: iterator,
                limit: Some(3),
                ..Default::default()
            };
            let page = self.world.run::<ops::GetRecords>(input).await.unwrap();
            for record in &page.records {
                let known = expected.next().unwrap();
                assert_eq!(record.sequence_number, known.number);
                assert_eq!(record.data[..], [known.value]);
            }
            iterator = page.next_shard_iterator.unwrap();
            if page.millis_behind_latest == Some(0) {
                break;
            }
            assert_eq!(page.records.len(), 3, "a page before the tip is full");
        }
        assert_eq!(expected.next().map(|known| &known.number), None);
    }

    async fn live(mut self, event: Event) -> Self {
        let from = |known: &Known, kind: &str| GetShardIteratorInput {
            stream_name: Some("s".to_owned()),
            shard_id: known.shard.clone(),
            shard_iterator_type: kind.to_owned(),
            ..Default::default()
        };
        match event {
            Event::Put(value) => self.put(&[value]).await,
            Event::PutMany(values) => self.put(&values).await,
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
            let mut life = Life { world, known: Vec::new() };
            for event in events {
                life = life.live(event).await;
            }
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
