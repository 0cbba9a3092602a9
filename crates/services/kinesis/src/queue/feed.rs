//! Where a queue's new records come from: the shards of its stream, read ahead a little.
//!
//! A shard is read when it may have more than was seen of it, which its wake-up tells. When it has come
//! to its end its children follow, so that no record is handed out before those of its key that were
//! put before the shards changed.

use super::machine::{Key, MOST_BYTES, Machine, Receipt, Wish};
use crate::shard_map::ShardIndex;
use crate::streams::{Stream, Streams};
use bytes::Bytes;
use platform::{Result, Wakeup};
use std::collections::{BTreeMap, VecDeque};
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use store::{ReadLimit, Stored};

/// How much of a shard is read at once.
const AHEAD: ReadLimit = ReadLimit { records: 100, bytes: 256 << 10 };

/// The shards of a queue's stream.
pub(crate) struct Feed {
    streams: Arc<Streams>,
    /// The stream as it was last seen here.
    stream: Arc<Stream>,
    lanes: BTreeMap<ShardIndex, Lane>,
    /// The shard that was taken from last: the next one goes first.
    last: ShardIndex,
    /// A shard has come to its end, and its children were not looked for yet.
    has_grown: bool,
}

/// A shard.
struct Lane {
    wakeup: Wakeup,
    /// Where reading goes on.
    from: u64,
    ahead: VecDeque<Stored>,
    /// Nothing was left when it was last read.
    is_dry: bool,
    /// Nothing is left, and nothing will come.
    has_ended: bool,
}

impl Feed {
    /// The shards of a stream, from where the queue has come.
    pub fn new(streams: Arc<Streams>, stream: Arc<Stream>, machine: &mut Machine) -> Self {
        let lanes = BTreeMap::new();
        let mut feed = Self { streams, stream, lanes, last: ShardIndex::MAX, has_grown: false };
        let known = machine.positions().clone();
        for (shard, from) in known {
            match feed.stream.map.get(shard) {
                Some(_) => feed.open(shard, from),
                // All of it has expired.
                None => machine.forget_shard(shard),
            }
        }
        feed.open_children();
        feed
    }

    /// The stream, as this process last saw it.
    pub fn stream(&self) -> Arc<Stream> {
        self.streams.newest(&self.stream)
    }

    fn open(&mut self, shard: ShardIndex, from: u64) {
        let wakeup = self.streams.platform.wakeups.subscribe(self.stream.shard_topic(shard));
        let (ahead, is_dry, has_ended) = Default::default();
        self.lanes.insert(shard, Lane { wakeup, from, ahead, is_dry, has_ended });
    }

    /// Begins with shards whose parents have come to their ends, or are gone.
    fn open_children(&mut self) {
        let stream = self.stream.clone();
        for (index, shard) in stream.map.shards() {
            let is_over = |parent: &ShardIndex| match self.lanes.get(parent) {
                Some(lane) => lane.has_ended,
                None => stream.map.get(*parent).is_none(),
            };
            let mut parents = shard.parent.iter().chain(&shard.adjacent_parent);
            if !self.lanes.contains_key(&index) && parents.all(is_over) {
                self.open(index, 0);
            }
        }
    }

    /// Notes which shards may have more, without waiting.
    pub async fn look(&mut self) {
        let mut woken = pin!(self.woken());
        poll_fn(|cx| {
            let _ = woken.as_mut().poll(cx);
            Poll::Ready(())
        })
        .await;
    }

    /// Resolves when a shard may have more.
    pub async fn woken(&mut self) {
        let lanes = self.lanes.values_mut().filter(|lane| !lane.has_ended);
        let mut waits: Vec<_> = lanes
            .map(|Lane { wakeup, is_dry, .. }| {
                Box::pin(async move {
                    wakeup.woken().await;
                    *is_dry = false;
                })
            })
            .collect();
        poll_fn(|cx| {
            let mut any = Poll::Pending;
            for wait in &mut waits {
                if wait.as_mut().poll(cx).is_ready() {
                    any = Poll::Ready(());
                }
            }
            any
        })
        .await;
    }

    /// Reads ahead until there are `wanted` records, or no shard has more. Whoever is cut short here
    /// has lost nothing.
    ///
    /// # Errors
    /// The storage's.
    pub async fn fill(&mut self, wanted: usize) -> Result<()> {
        let horizon_ms = self.horizon_ms();
        loop {
            let mut has_more = false;
            for shard in self.in_turn() {
                if self.has_enough(wanted, horizon_ms) {
                    return Ok(());
                }
                has_more |= self.read(shard, horizon_ms).await?;
            }
            if self.has_grown {
                self.stream = self.streams.reshaped(&self.stream).await?;
                self.open_children();
                self.has_grown = false;
            } else if !has_more {
                return Ok(());
            }
        }
    }

    /// What has expired meanwhile is passed over, and does not count.
    fn has_enough(&self, wanted: usize, horizon_ms: i64) -> bool {
        let all = || self.lanes.values().flat_map(|lane| &lane.ahead);
        let ahead = || all().filter(|record| record.time_ms >= horizon_ms);
        let bytes = || ahead().map(|record| record.bytes.len()).sum::<usize>();
        ahead().nth(wanted.saturating_sub(1)).is_some() || bytes() >= MOST_BYTES
    }

    fn horizon_ms(&self) -> i64 {
        self.stream().record.horizon_ms(self.streams.platform.clock.now().millis())
    }

    /// The shards, those first that come after the one that was taken from last.
    fn in_turn(&self) -> Vec<ShardIndex> {
        let (before, after): (Vec<_>, Vec<_>) = self.lanes.keys().partition(|it| **it <= self.last);
        after.into_iter().chain(before).copied().collect()
    }

    /// Reads more of a shard; whether there was more.
    async fn read(&mut self, shard: ShardIndex, horizon_ms: i64) -> Result<bool> {
        let log = &self.streams.platform.store.log;
        let Some(lane) = self.lanes.get_mut(&shard) else { return Ok(false) };
        if lane.has_ended || lane.is_dry {
            return Ok(false);
        }
        let id = &self.stream.log;
        let mut records = log.read(id, shard, lane.from, AHEAD).await?;
        if records.first().is_some_and(|first| first.time_ms < horizon_ms) {
            lane.from = log.seek(id, shard, horizon_ms).await?.max(lane.from);
            records = log.read(id, shard, lane.from, AHEAD).await?;
        }
        if records.is_empty() {
            if !lane.ahead.is_empty() {
                // Looked at again when that was handed out.
                return Ok(false);
            }
            // Asked after the records: what a sealed shard has is there now.
            if !log.bounds(id, shard).await?.sealed {
                lane.is_dry = true;
                return Ok(false);
            }
            records = log.read(id, shard, lane.from, AHEAD).await?;
        }
        let Some(last) = records.last() else {
            (lane.has_ended, self.has_grown) = (true, true);
            return Ok(false);
        };
        let next = last.offset.saturating_add(1);
        self.stream.open(&mut records).await?;
        // Behind the last wait: whoever is cut short before reads them again.
        lane.from = next;
        lane.ahead.extend(records);
        Ok(true)
    }

    /// Hands out what was read ahead, as far as there is room beside what was taken.
    pub fn take(
        &mut self,
        machine: &mut Machine,
        now: i64,
        wish: &Wish,
        taken: &mut Vec<Receipt>,
    ) -> Vec<(Key, Bytes)> {
        let (horizon_ms, mut bodies) = (self.horizon_ms(), Vec::new());
        for shard in self.in_turn() {
            let Some(lane) = self.lanes.get_mut(&shard) else { continue };
            while let Some(next) = lane.ahead.front() {
                if next.time_ms < horizon_ms {
                    machine.pass(shard, next.offset.saturating_add(1));
                    lane.ahead.pop_front();
                    continue;
                }
                if taken.len() >= wish.records
                    || !wish.has_room(taken, next.bytes.len())
                    || machine.is_full()
                {
                    return bodies;
                }
                let Some(Stored { offset, time_ms, bytes }) = lane.ahead.pop_front() else { break };
                let key = Key { shard, offset };
                let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
                taken.push(machine.admit(now, wish, key, (time_ms, length)));
                bodies.push((key, bytes));
                self.last = shard;
            }
        }
        bodies
    }
}
