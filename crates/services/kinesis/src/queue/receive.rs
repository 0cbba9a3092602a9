//! Receiving records: those that came back and those that are new, or dead letters; waiting for them
//! where there are none.
//!
//! Receives stand in a line in the order in which they came. The first looks for all: at the shards, at
//! what comes back, and at the clock for that. When it has taken something the next one looks, while
//! the first stores what it took.

use super::feed::Feed;
use super::handle::Handle;
use super::live::{Broken, Done, Live};
use super::machine::{Key, MOST_BYTES, MOST_IN_FLIGHT, Path, Receipt, Wish};
use super::queues::Queues;
use crate::errors::queue_is_full;
use crate::payload;
use bytes::Bytes;
use platform::{Context, Error, Result};
use shapes::Timestamp;
use shapes::kinesis::QueueRecord;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use store::ReadLimit;
use tokio::sync::{Mutex, MutexGuard};

const MOST_RECORDS: usize = 10;
const WAIT_S: i32 = 9;

/// What a client asks for.
pub(crate) struct Request<'a> {
    pub arn: &'a str,
    pub path: Path,
    pub limit: Option<i32>,
    pub wait_s: Option<i32>,
    pub visibility_s: Option<i32>,
}

/// What a receive took.
#[derive(Default)]
struct Taken {
    receipts: Vec<Receipt>,
    /// The records of those that were read ahead.
    bodies: BTreeMap<Key, Bytes>,
}

impl Queues {
    /// Receives records, and answers when it is stored that they are out of sight.
    ///
    /// # Errors
    /// There is no such queue; the storage's.
    pub async fn receive(
        &self,
        context: &Context,
        request: Request<'_>,
    ) -> Result<Vec<QueueRecord>> {
        let wait_ms = i64::from(request.wait_s.unwrap_or(WAIT_S)).saturating_mul(1000);
        let end = context.now().millis().saturating_add(wait_ms);
        loop {
            let live = self.live(context, request.arn).await?;
            let visibility_s = request.visibility_s.unwrap_or(live.record.visibility_s);
            let records = request.limit.and_then(|limit| usize::try_from(limit).ok());
            let wish = Wish {
                path: request.path,
                records: records.unwrap_or(MOST_RECORDS).clamp(1, MOST_RECORDS),
                bytes: MOST_BYTES,
                visibility_ms: i64::from(visibility_s).saturating_mul(1000),
            };
            match self.receive_from(context, &live, &wish, end).await {
                Ok(records) => return Ok(records),
                Err(Broken::Stale) => {}
                Err(Broken::Failed(error)) => return Err(error),
            }
        }
    }

    async fn receive_from(
        &self,
        context: &Context,
        live: &Arc<Live>,
        wish: &Wish,
        end: i64,
    ) -> Done<Vec<QueueRecord>> {
        loop {
            let taking = Taking { queues: self, context, live, wish, end };
            let taken = match wish.path {
                Path::Normal => match taking.stand(&live.feed).await {
                    Some(mut feed) => taking.take(&mut feed).await?,
                    None => Taken::default(),
                },
                Path::DeadLetters => match taking.stand(&live.mourners).await {
                    Some(_first) => taking.take_dead().await?,
                    None => Taken::default(),
                },
            };
            if taken.receipts.is_empty() {
                return Ok(Vec::new());
            }
            let records = live.give(taken).await?;
            live.flush().await?;
            if !records.is_empty() {
                return Ok(records);
            }
        }
    }
}

/// A receive while it stands in the line.
struct Taking<'a> {
    queues: &'a Queues,
    context: &'a Context,
    live: &'a Arc<Live>,
    wish: &'a Wish,
    end: i64,
}

impl Taking<'_> {
    /// Waits until it stands first, unless that takes too long or nobody wants it any more.
    async fn stand<'m, T>(&self, line: &'m Mutex<T>) -> Option<MutexGuard<'m, T>> {
        tokio::select! {
            biased;
            () = self.context.until_unwanted() => None,
            first = line.lock() => Some(first),
            () = self.pause(self.end) => None,
        }
    }

    async fn pause(&self, until: i64) {
        let ms = u64::try_from(until.saturating_sub(self.live.now())).unwrap_or(0);
        self.live.platform.clock.sleep(Duration::from_millis(ms)).await;
    }

    /// Takes records, waiting for them.
    async fn take(&self, feed: &mut Feed) -> Done<Taken> {
        loop {
            // Listened to before anything is looked at, so that nothing is missed.
            let mut bell = self.live.bell.listen();
            feed.look().await;
            feed.fill(self.wish.records).await?;
            let now = self.live.now();
            let horizon_ms = feed.stream().record.horizon_ms(now);
            let (taken, due, is_full) = self.live.change(|state| {
                let machine = &mut state.machine;
                machine.expire(horizon_ms);
                machine.advance(now);
                let mut taken = Taken::default();
                let mut bodies = Vec::new();
                state.new_first = !state.new_first;
                if state.new_first {
                    bodies = feed.take(machine, now, self.wish, &mut taken.receipts);
                }
                machine.take(now, self.wish, &mut taken.receipts);
                if !state.new_first {
                    bodies = feed.take(machine, now, self.wish, &mut taken.receipts);
                }
                taken.bodies = bodies.into_iter().collect();
                (taken, machine.next_due(), machine.is_full())
            })?;
            if !taken.receipts.is_empty() {
                return Ok(taken);
            }
            if is_full {
                return Err(queue_is_full(&self.live.record.arn(), MOST_IN_FLIGHT).into());
            }
            if now >= self.end || self.queues.is_resting() {
                return Ok(taken);
            }
            let until = due.map_or(self.end, |due| due.min(self.end));
            tokio::select! {
                biased;
                () = self.context.until_unwanted() => return Ok(taken),
                () = feed.woken() => {}
                () = bell.woken() => {}
                () = self.pause(until) => {}
            }
        }
    }

    /// The same for dead letters.
    async fn take_dead(&self) -> Done<Taken> {
        loop {
            let mut bell = self.live.bell.listen();
            let now = self.live.now();
            let stream = self.queues.streams.newest(&self.live.stream);
            let horizon_ms = stream.record.horizon_ms(now);
            let (taken, due) = self.live.change(|state| {
                let machine = &mut state.machine;
                machine.expire(horizon_ms);
                machine.advance(now);
                let mut taken = Taken::default();
                machine.take(now, self.wish, &mut taken.receipts);
                (taken, machine.next_due())
            })?;
            if !taken.receipts.is_empty() || now >= self.end || self.queues.is_resting() {
                return Ok(taken);
            }
            let until = due.map_or(self.end, |due| due.min(self.end));
            tokio::select! {
                biased;
                () = self.context.until_unwanted() => return Ok(taken),
                () = bell.woken() => {}
                () = self.pause(until) => {}
            }
        }
    }
}

impl Live {
    /// What was taken, as the client gets it. What the log has not any more leaves the queue.
    async fn give(&self, taken: Taken) -> Done<Vec<QueueRecord>> {
        let mut bodies = taken.bodies;
        let keys = taken.receipts.iter().map(|it| it.key);
        let missing: Vec<_> = keys.filter(|key| !bodies.contains_key(key)).collect();
        self.read(missing, &mut bodies).await?;
        let mut records = Vec::with_capacity(taken.receipts.len());
        for receipt in taken.receipts {
            match bodies.get(&receipt.key) {
                Some(bytes) => records.push(self.delivered(receipt, bytes)?),
                None => self.change(|state| state.machine.remove(receipt.key))?,
            }
        }
        Ok(records)
    }

    /// Reads records from the log: those that stand behind each other at once.
    async fn read(&self, mut keys: Vec<Key>, bodies: &mut BTreeMap<Key, Bytes>) -> Result<()> {
        keys.sort_unstable();
        let follows =
            |a: &Key, b: &Key| a.shard == b.shard && a.offset.checked_add(1) == Some(b.offset);
        for run in keys.chunk_by(follows) {
            let (mut rest, log) = (run, &self.platform.store.log);
            while let Some(first) = rest.first() {
                let limit = ReadLimit { records: rest.len(), bytes: MOST_BYTES };
                let read = log.read(&self.stream.log, first.shard, first.offset, limit);
                let mut found = read.await?;
                self.stream.open(&mut found).await?;
                let Some(last) = found.last().map(|last| last.offset) else { break };
                let shard = first.shard;
                bodies.extend(
                    found.into_iter().map(|it| (Key { shard, offset: it.offset }, it.bytes)),
                );
                rest =
                    rest.get(rest.partition_point(|key| key.offset <= last)..).unwrap_or_default();
            }
        }
        Ok(())
    }

    fn delivered(&self, receipt: Receipt, bytes: &Bytes) -> Result<QueueRecord> {
        let Receipt { key: Key { shard, offset }, entry } = receipt;
        let Some(payload) = payload::decode(bytes) else {
            return Err(Error::internal(format_args!(
                "record {offset} of shard {shard} of {} cannot be read",
                self.stream.arn
            )));
        };
        let path = if entry.is_dead { Path::DeadLetters } else { Path::Normal };
        let handle = Handle { path, key: receipt.key, serial: entry.serial };
        Ok(QueueRecord {
            receipt_handle: handle.write(&self.record.id),
            record_id: format!("{}{shard:08x}{offset:016x}", self.stream.record.id),
            // An empty one stands for none.
            partition_key: Some(payload.partition_key).filter(|key| !key.is_empty()),
            data: payload.data,
            approximate_arrival_timestamp: Timestamp(entry.time_ms),
            first_receive_timestamp: Timestamp(entry.first_ms),
            receive_count: i32::try_from(entry.count).unwrap_or(i32::MAX),
        })
    }
}
