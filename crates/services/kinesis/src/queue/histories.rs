//! Long and broken lives of a queue: puts, receives, acknowledgements, shards that are split, faults of
//! the store and restarts, in any order.

use super::testing::data;
use crate::Config;
use crate::testing::World;
use proptest::prelude::*;
use shapes::kinesis::ops::ReceiveQueueRecords;
use shapes::kinesis::{
    DeadLetterConfiguration, QueueAttributes, QueueRecord, ReceiveQueueRecordsInput,
};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use store::faulty::{Call, Fault, Faults};

const LIMIT: i32 = 2;
const VISIBILITY_MS: i64 = 30_000;

/// What may happen to a queue.
#[derive(Clone, Debug)]
enum Event {
    Put(u8),
    Receive(i32),
    Peek(i32),
    ReceiveDead,
    Acknowledge(usize),
    Release(usize),
    Restore(usize),
    Split(usize),
    Wait(u32),
    Restart,
    Fail(bool),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => any::<u8>().prop_map(Event::Put),
        6 => (1..11).prop_map(Event::Receive),
        2 => (1..11).prop_map(Event::Peek),
        2 => Just(Event::ReceiveDead),
        4 => any::<usize>().prop_map(Event::Acknowledge),
        1 => any::<usize>().prop_map(Event::Release),
        1 => any::<usize>().prop_map(Event::Restore),
        1 => any::<usize>().prop_map(Event::Split),
        3 => (1u32..40_000).prop_map(Event::Wait),
        2 => Just(Event::Restart),
        2 => any::<bool>().prop_map(Event::Fail),
    ]
}

struct Life {
    world: World,
    faults: Faults,
    arn: String,
    put: BTreeSet<String>,
    /// What was acknowledged, or may be.
    done: BTreeSet<String>,
    maybe_done: BTreeSet<String>,
    /// What was received last of each record, whether as a dead letter, and until when it is out of
    /// sight for others.
    held: BTreeMap<String, (QueueRecord, bool, i64)>,
}

impl Life {
    fn now_ms(&self) -> i64 {
        self.world.context().now().millis()
    }

    fn received(&mut self, records: Vec<QueueRecord>, dead: bool, visibility_ms: i64) {
        let until = self.now_ms() + visibility_ms;
        for record in records {
            let text = data(std::slice::from_ref(&record)).remove(0);
            assert!(self.put.contains(&text), "{text} was put");
            assert!(!self.done.contains(&text), "{text} was acknowledged");
            assert!(dead || record.receive_count <= LIMIT, "{text} is a dead letter by now");
            let hidden = self.held.get(&text).map_or(0, |held| held.2);
            assert!(hidden <= self.now_ms(), "{text} is out of sight");
            self.held.insert(text, (record, dead, until));
        }
    }

    /// Receives what there is, and does not wait.
    async fn receive(&mut self, most: i32, dead: bool) {
        let (world, arn) = (&self.world, &self.arn);
        let records = self.at_once(async {
            match dead {
                true => world.try_receive_dead(arn, most).await.ok(),
                false => world.try_receive(arn, most).await.ok(),
            }
        });
        let records = records.await;
        self.received(records, dead, VISIBILITY_MS);
    }

    /// Receives what is at once in sight again.
    async fn peek(&mut self, most: i32) {
        let input = ReceiveQueueRecordsInput {
            queue_arn: self.arn.clone(),
            limit: Some(most),
            wait_time_seconds: Some(1),
            visibility_timeout_seconds: Some(0),
        };
        let receive = self.world.run::<ReceiveQueueRecords>(input);
        let records = self.at_once(async { receive.await.ok().map(|it| it.queue_records) }).await;
        self.received(records, false, 0);
    }

    /// What a receive gives that need not wait.
    async fn at_once(
        &self,
        receive: impl Future<Output = Option<Vec<QueueRecord>>>,
    ) -> Vec<QueueRecord> {
        // The clock stands still, so that a receive that finds nothing waits for ever.
        let nothing = async {
            for _ in 0..100 {
                tokio::task::yield_now().await;
            }
            None
        };
        let records = tokio::select! { biased; it = receive => it, it = nothing => it };
        records.unwrap_or_default()
    }

    fn pick(&self, pick: usize) -> Option<(String, QueueRecord, bool)> {
        let at = pick.checked_rem(self.held.len())?;
        let (text, (record, dead, _)) = self.held.iter().nth(at)?;
        Some((text.clone(), record.clone(), *dead))
    }

    async fn acknowledge(&mut self, pick: usize) {
        let Some((text, record, dead)) = self.pick(pick) else { return };
        let records = [record];
        let codes = match dead {
            true => self.world.acknowledge_dead(&self.arn, &records).await,
            false => self.world.acknowledge(&self.arn, &records).await,
        };
        match codes {
            Ok(codes) if codes == ["ok"] => {
                self.done.insert(text.clone());
                self.held.remove(&text);
            }
            Ok(_) => {}
            Err(_) => drop(self.maybe_done.insert(text)),
        }
    }

    async fn live(mut self, event: Event) -> Self {
        match event {
            Event::Put(key) => {
                let text = self.put.len().to_string();
                self.world.put("s", &key.to_string(), &text).await;
                self.put.insert(text);
            }
            Event::Receive(most) => self.receive(most, false).await,
            Event::Peek(most) => self.peek(most).await,
            Event::ReceiveDead => self.receive(10, true).await,
            Event::Acknowledge(pick) => self.acknowledge(pick).await,
            Event::Release(pick) => {
                if let Some((text, record, false)) = self.pick(pick)
                    && self.world.hide(&self.arn, &[record], 0).await == ["ok"]
                {
                    self.held.get_mut(&text).unwrap().2 = 0;
                }
            }
            Event::Restore(pick) => {
                if let Some((text, record, true)) = self.pick(pick)
                    && self.world.restore(&self.arn, &[record]).await == ["ok"]
                {
                    self.held.get_mut(&text).unwrap().2 = 0;
                }
            }
            Event::Split(pick) => {
                let shards = self.world.shards("s").await;
                let open = |it: &&shapes::kinesis::Shard| {
                    it.sequence_number_range.ending_sequence_number.is_none()
                };
                let open: Vec<_> = shards.iter().filter(open).collect();
                if open.len() < 8 {
                    let id = open[pick % open.len()].shard_id.trim_start_matches("shardId-");
                    self.world.split("s", id.parse().unwrap()).await;
                }
            }
            Event::Wait(ms) => self.world.clock.advance(Duration::from_millis(ms.into())),
            Event::Restart => self.world = self.world.restart().await,
            Event::Fail(kept) => {
                // Of what failed nobody is told, and it may be so or not.
                self.faults.fail_next(Call::Commit, Fault::Sync { kept });
                let before: BTreeSet<_> = self.held.keys().cloned().collect();
                match before.len() % 2 {
                    0 => self.receive(10, false).await,
                    _ => self.acknowledge(0).await,
                }
                self.faults.heal();
            }
        }
        self
    }

    /// Everything that was put and not acknowledged is still there.
    async fn settle(mut self) {
        let mut found = BTreeSet::new();
        for _ in 0..200 {
            self.world.clock.advance(Duration::from_millis(VISIBILITY_MS as u64));
            self.held.clear();
            self.receive(10, false).await;
            self.receive(10, true).await;
            found.extend(self.held.keys().cloned());
            let gone =
                |text: &&String| self.done.contains(*text) || self.maybe_done.contains(*text);
            if self.put.iter().all(|text| gone(&text) || found.contains(text)) {
                return;
            }
        }
        panic!("of {:?} there is {found:?}, and done is {:?}", self.put, self.done);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_life_keeps_what_was_not_acknowledged(
        events in prop::collection::vec(event(), 1..80),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let faults = Faults::default();
            let config = Config { transition: Duration::ZERO, ..Config::default() };
            let world = World::with_faults(&faults, config).await;
            world.create_on_demand("s").await;
            let dead_letters = DeadLetterConfiguration {
                target_type: "BUILT_IN".to_owned(),
                max_receive_count: Some(LIMIT),
            };
            let attributes = QueueAttributes {
                visibility_timeout_seconds: None,
                dead_letter_configuration: Some(dead_letters),
            };
            let arn = world.queue_with("q", attributes).await;
            let (put, done, maybe_done, held) = Default::default();
            let mut life = Life { world, faults, arn, put, done, maybe_done, held };
            for event in events {
                life = life.live(event).await;
            }
            life.settle().await;
        });
    }
}
