//! One lane of a shard: the records of some partition keys, one batch at a time. What becomes of a
//! batch when the function has answered is in `retry`, of one that was given up in `disposal`.

use crate::machine::disposal::Disposal;
use crate::machine::memory::Resume;
use crate::machine::window::{self, Window};
use crate::machine::{GivenUp, Record, Rules};
use fnv::FnvHasher;
use shapes::Timestamp;
use std::collections::VecDeque;
use std::hash::Hasher as _;
use std::sync::Arc;

/// A record on its way through a lane.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Its number among all that were read.
    pub number: u64,
    /// When it was read; a batching window begins with it.
    pub read_at: Timestamp,
    /// The record.
    pub record: Arc<Record>,
}

/// Records that are offered to the function together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub items: Vec<Item>,
    /// How often the function has failed with it.
    pub failures: u32,
    /// Whether it was cut as it is for a reason: it is found again after a restart.
    pub split: bool,
    /// Whether it is the end of a tumbling window; it has no records then.
    pub ends_window: bool,
}

/// One lane.
#[derive(Debug, Default)]
pub(crate) struct Lane {
    /// Records that no batch holds yet.
    pub queue: VecDeque<Item>,
    /// Batches to be offered again before anything of the queue.
    pub(super) again: VecDeque<Batch>,
    /// The batch that the function has not answered for.
    pub(super) in_flight: Option<Batch>,
    /// Records that were given up and are not disposed of; nothing is offered before they are.
    pub(super) disposal: Option<Disposal>,
    /// Failures since something last went well; they make the pauses longer.
    pub(super) failures_in_a_row: u32,
    /// The first of `again` has to wait until then.
    pub(super) not_before: Option<Timestamp>,
    /// The function has changed since it was given what is in flight, so its failure says nothing
    /// of the function as it is now.
    pub(super) changed_in_flight: bool,
    /// The last record that was delivered or disposed of, with all before it.
    pub(super) settled: Option<Arc<str>>,
    /// While records are read that an earlier machine has read before.
    pub(super) resume: Option<Resume>,
    /// The tumbling window that is open.
    pub(super) window: Option<Window>,
    /// When the last read began that found nothing.
    pub(super) caught_up: Timestamp,
}

/// The lane of a partition key, the same in every process.
pub(crate) fn of(partition_key: &str, lanes: usize) -> usize {
    let mut hash = FnvHasher::default();
    hash.write(partition_key.as_bytes());
    usize::try_from(hash.finish() % lanes.max(1) as u64).unwrap_or(0)
}

impl Lane {
    /// The next batch, if it is time for one; it is in flight from now on. There is none while
    /// records wait to be disposed of, also such as are found to be too old now.
    pub fn next(
        &mut self,
        now: Timestamp,
        rules: &Rules,
        nothing_more_comes: bool,
    ) -> Option<Vec<Arc<Record>>> {
        if self.in_flight.is_some() || self.disposal.is_some() {
            return None;
        }
        if nothing_more_comes {
            self.go_without_the_rest(rules);
        }
        let failures = self.again.front().map_or(0, |batch| batch.failures);
        let too_old = self.sort_out_old(now, rules);
        if !too_old.is_empty() {
            self.disposal = Some(Disposal::new(too_old, GivenUp::TooOld, failures));
            return None;
        }
        let batch = match self.end_window(now, rules, nothing_more_comes) {
            Some(end) => end,
            None if self.waits_to_end_window() => return None,
            None => self.take(now, rules, nothing_more_comes)?,
        };
        self.open_window(&batch, rules);
        let records = batch.items.iter().map(|item| item.record.clone()).collect();
        self.in_flight = Some(batch);
        Some(records)
    }

    /// When something changes without an event.
    pub fn deadline(&self, rules: &Rules) -> Option<Timestamp> {
        if self.in_flight.is_some() {
            return None;
        }
        if let Some(disposal) = &self.disposal {
            return disposal.deadline();
        }
        if self.waits_to_end_window() {
            return self.not_before;
        }
        let Some(batch) = self.again.front() else {
            let first = self.queue.front()?;
            return Some(Timestamp(first.read_at.millis() + rules.window_ms));
        };
        let expiries = batch.items.iter().filter_map(|item| rules.expiry(item.record.arrival));
        expiries.chain(self.not_before).min()
    }

    /// Takes out what is too old of the records that would be offered next.
    fn sort_out_old(&mut self, now: Timestamp, rules: &Rules) -> Vec<Item> {
        let is_old = |item: &Item| rules.is_too_old(item.record.arrival, now);
        let Some(first) = self.again.front_mut() else {
            let young = self.queue.iter().position(|item| !is_old(item));
            return self.queue.drain(..young.unwrap_or(self.queue.len())).collect();
        };
        let (old, kept) = std::mem::take(&mut first.items).into_iter().partition(is_old);
        first.items = kept;
        if first.items.is_empty() {
            self.again.pop_front();
            self.not_before = None;
        }
        old
    }

    /// A batch whose time has come.
    fn take(&mut self, now: Timestamp, rules: &Rules, nothing_more_comes: bool) -> Option<Batch> {
        if self.again.is_empty() {
            let count = self.gathered(now, rules, nothing_more_comes)?;
            let items = self.queue.drain(..count).collect();
            return Some(Batch { items, ..Batch::default() });
        }
        if self.not_before.is_some_and(|at| now < at) {
            return None;
        }
        self.not_before = None;
        self.again.pop_front()
    }

    /// How many records of the queue make the next batch; `None` while it is worth waiting.
    fn gathered(&self, now: Timestamp, rules: &Rules, nothing_more_comes: bool) -> Option<usize> {
        let first = self.queue.front()?;
        let (mut count, mut bytes) = (0, 0);
        let window = |item: &Item| rules.tumbling_ms.map(|length| window::start(item, length));
        for item in self.queue.iter().take(rules.batch_size.max(1)) {
            bytes += item.record.event_bytes;
            if count > 0 && (bytes > rules.payload_bytes || window(item) != window(first)) {
                break;
            }
            count += 1;
        }
        let full = count >= rules.batch_size || count < self.queue.len();
        let window_is_over = first.read_at.millis() + rules.window_ms <= now.millis();
        (full || window_is_over || nothing_more_comes).then_some(count)
    }
}
