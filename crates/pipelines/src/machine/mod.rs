//! The rules by which one shard's records become batches: a pure machine.
//!
//! No async, no clock, no disk: events and the time go in ([`Machine::step`]), actions come out,
//! and [`Machine::deadline`] says when to come back without an event. The rules are those of
//! "Using Lambda to process records from Amazon Kinesis Data Streams" in the Lambda developer
//! guide: batches by number, window and payload size; a failed batch blocks its lane until it
//! succeeds, is given up or is too old; a partial answer moves on to the first failure.
//!
//! Kept always: records of one partition key are offered in their order; a record that was read is
//! offered again and again until it is delivered or given up; a checkpoint never passes a record
//! that is neither delivered nor, after it was given up, disposed of.

mod disposal;
mod lane;
mod memory;
mod outstanding;
mod retry;
mod rules;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
mod window;
#[cfg(test)]
mod window_tests;

use crate::machine::lane::Lane;
use crate::machine::outstanding::Outstanding;
use bytes::Bytes;
use shapes::Timestamp;
use std::sync::Arc;

pub(crate) use memory::Memory;
pub(crate) use rules::{Backoff, Rules};
pub(crate) use window::Slice;

/// A record, as far as batching has to know it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// Its place in the shard.
    pub sequence: Arc<str>,
    /// Decides its lane; empty where it was put without one, and may go into any.
    pub partition_key: String,
    /// Its contents.
    pub data: Bytes,
    /// When the stream took it.
    pub arrival: Timestamp,
    /// The most bytes that it adds to an event.
    pub event_bytes: usize,
    /// Whether the function is to have it; one that is not wanted counts as delivered.
    pub wanted: bool,
}

impl Record {
    /// What has to stay in one lane with it.
    fn order(&self) -> &str {
        if self.partition_key.is_empty() { &self.sequence } else { &self.partition_key }
    }
}

/// What happened.
#[derive(Debug)]
pub(crate) enum Event {
    /// There may be something to read.
    Available,
    /// A read ended well.
    Read(Page),
    /// A read failed; the same position has to be read again.
    ReadFailed,
    /// The function answered for a lane's batch.
    Invoked {
        /// The lane that [`Action::Invoke`] named.
        lane: usize,
        /// What became of the batch.
        outcome: Outcome,
        /// The state of the tumbling window that the function gave back, as JSON.
        state: Option<Arc<str>>,
    },
    /// A lane's records that were given up were disposed of, or not.
    Disposed {
        /// The lane that [`Action::Dispose`] named.
        lane: usize,
        /// Whether all that must happen to them has happened and is durable.
        done: bool,
    },
    /// The function is another one now: new code, new settings, or there at last.
    FunctionChanged,
    /// The deadline was reached.
    Timer,
    /// Start nothing more; what is in flight may finish.
    Stop,
}

/// What one read gave.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The records, in the shard's order.
    pub records: Vec<Record>,
    /// The shard is closed and nothing comes after these records.
    pub ended: bool,
    /// There are records further on, even if these are none.
    pub behind: bool,
}

/// What became of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The function took all of it.
    Delivered,
    /// The function failed.
    Failed,
    /// The function took what comes before this index of the batch.
    FailedFrom(usize),
    /// The batch did not reach the function: it was throttled or is not there. Counts as no
    /// attempt.
    NotReached,
    /// The batch makes a larger event than a function takes. Counts as no attempt either, unless it
    /// is a single record.
    TooLarge,
}

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Read on, at most this many records.
    Read {
        /// 1 to 10,000.
        limit: usize,
    },
    /// Invoke the function with a batch and say what became of it.
    Invoke {
        /// To be named in [`Event::Invoked`].
        lane: usize,
        /// In the shard's order; empty only at the end of a tumbling window.
        batch: Vec<Arc<Record>>,
        /// The tumbling window that it belongs to.
        window: Option<Slice>,
    },
    /// All records up to this one are delivered or disposed of.
    Checkpoint(Arc<str>),
    /// What the machine after this one has to know beyond the checkpoint is another now. It is good
    /// only with the checkpoint of the same step, or a later one.
    Remember(Memory),
    /// Do with records that were given up what must happen to them, and say whether it is done.
    Dispose {
        /// To be named in [`Event::Disposed`].
        lane: usize,
        /// In the shard's order; never empty.
        records: Vec<Arc<Record>>,
        /// Why.
        reason: GivenUp,
        /// How often the function has failed with them.
        attempts: u32,
    },
    /// The shard was closed, and all its records are delivered or disposed of.
    Finished,
    /// After [`Event::Stop`]: nothing is in flight or being disposed of any more.
    Stopped,
}

/// Why records were given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GivenUp {
    /// `MaximumRetryAttempts` were made.
    RetriesExhausted,
    /// `MaximumRecordAgeInSeconds` has passed.
    TooOld,
}

/// One shard of one mapping.
pub(crate) struct Machine {
    rules: Rules,
    lanes: Vec<Lane>,
    /// As it was last said.
    memory: Memory,
    outstanding: Outstanding,
    /// When the read began that is under way.
    reading: Option<Timestamp>,
    /// Of the last event.
    now: Timestamp,
    available: bool,
    ended: bool,
    stopping: bool,
    over: bool,
    read_failures: u32,
    read_not_before: Option<Timestamp>,
}

/// GetRecords gives at most this many records.
const MOST_RECORDS_PER_READ: usize = 10_000;
/// How long to wait after an empty answer that says there is more.
const EMPTY_READ_PAUSE_MS: i64 = 200;

impl Machine {
    /// A machine that has read nothing yet, and goes on where another was.
    pub fn new(rules: Rules, memory: Memory) -> Self {
        let lanes = memory.lanes(&rules);
        Self {
            rules,
            lanes,
            memory,
            outstanding: Outstanding::default(),
            reading: None,
            now: Timestamp::default(),
            available: true,
            ended: false,
            stopping: false,
            over: false,
            read_failures: 0,
            read_not_before: None,
        }
    }

    /// How often the function has failed with what a lane offers again, and until when that waits;
    /// nothing where it offers nothing again.
    pub fn next_try(&self, lane: usize) -> Option<(u32, Option<Timestamp>)> {
        let lane = self.lanes.get(lane)?;
        match lane.again.front() {
            Some(batch) => Some((batch.failures, lane.not_before)),
            None => {
                lane.in_flight.as_ref().filter(|it| it.failures > 0).map(|it| (it.failures, None))
            }
        }
    }

    /// Takes an event and gives what to do next, in order.
    pub fn step(&mut self, now: Timestamp, event: Event) -> Vec<Action> {
        let mut actions = Vec::new();
        self.now = now;
        match event {
            Event::Available => self.available = true,
            Event::Read(page) => self.read(now, page),
            Event::ReadFailed => self.read_failed(now),
            Event::Invoked { lane, outcome, state } => self.invoked(now, lane, outcome, state),
            Event::Disposed { lane, done } => self.disposed(now, lane, done),
            Event::FunctionChanged => self.lanes.iter_mut().for_each(Lane::function_changed),
            Event::Timer => {}
            Event::Stop => self.stopping = true,
        }
        self.advance(now, &mut actions);
        actions
    }

    /// When to step with [`Event::Timer`], if nothing happens before.
    pub fn deadline(&self) -> Option<Timestamp> {
        if self.stopping || self.over {
            return None;
        }
        let lanes = self.lanes.iter().filter_map(|lane| lane.deadline(&self.rules));
        let may_read = self.reading.is_none() && self.available && !self.ended && self.has_room();
        let read = self.read_not_before.filter(|_| may_read);
        let ends = self.lanes.iter().filter_map(Lane::window_end);
        lanes.chain(read).chain(ends.filter(|end| *end > self.now)).min()
    }

    /// How many batches the function has not answered for.
    pub fn in_flight(&self) -> usize {
        self.lanes.iter().filter(|lane| lane.in_flight.is_some()).count()
    }

    /// Whether the function's answer for a batch, or that of a disposal, is still to come.
    pub fn is_at_work(&self) -> bool {
        self.lanes.iter().any(Lane::is_at_work)
    }

    /// The arrival of the oldest record that is neither delivered nor disposed of.
    pub fn oldest_arrival(&self) -> Option<Timestamp> {
        self.outstanding.oldest_arrival()
    }

    fn read(&mut self, now: Timestamp, page: Page) {
        let began = self.reading.take();
        let nothing_left = page.ended || (page.records.is_empty() && !page.behind);
        self.read_failures = 0;
        self.read_not_before = began
            .filter(|_| self.rules.read_every_ms > 0)
            .map(|began| Timestamp(began.millis() + self.rules.read_every_ms));
        self.ended |= page.ended;
        self.available |= !page.records.is_empty();
        if page.records.is_empty() && page.behind {
            self.available = true;
            let pause = Timestamp(now.millis() + EMPTY_READ_PAUSE_MS);
            self.read_not_before = self.read_not_before.max(Some(pause));
        } else if let Some(began) = began.filter(|_| page.records.is_empty()) {
            self.lanes.iter_mut().for_each(|lane| lane.caught_up = began);
        }
        for record in page.records {
            let lane = lane::of(record.order(), self.lanes.len());
            let item = self.outstanding.add(record, now);
            if let Some(done) = self.lanes[lane].take_in(item, &self.rules) {
                self.outstanding.done(&[done]);
            }
        }
        if nothing_left {
            self.lanes.iter_mut().for_each(|lane| lane.found_all(&self.rules));
        }
    }

    fn read_failed(&mut self, now: Timestamp) {
        self.reading = None;
        self.available = true;
        self.read_failures += 1;
        self.read_not_before = Some(self.rules.backoff.after(now, self.read_failures));
    }

    fn invoked(&mut self, now: Timestamp, index: usize, outcome: Outcome, state: Option<Arc<str>>) {
        if let Some(lane) = self.lanes.get_mut(index) {
            let delivered = lane.answered(now, outcome, state, &self.rules);
            self.outstanding.done(&delivered);
        }
    }

    fn disposed(&mut self, now: Timestamp, index: usize, done: bool) {
        if let Some(lane) = self.lanes.get_mut(index) {
            let disposed = lane.disposed(now, done, &self.rules);
            self.outstanding.done(&disposed);
        }
    }

    fn advance(&mut self, now: Timestamp, actions: &mut Vec<Action>) {
        if self.over {
            return;
        }
        self.start_lanes(now, actions);
        self.read_on(now, actions);
        if let Some(sequence) = self.outstanding.checkpoint() {
            actions.push(Action::Checkpoint(sequence));
        }
        let memory = Memory::of(&self.lanes);
        if memory != self.memory {
            self.memory.clone_from(&memory);
            actions.push(Action::Remember(memory));
        }
        let windows_over = self.lanes.iter().all(|lane| lane.window.is_none());
        if self.ended && self.outstanding.is_empty() && windows_over {
            self.over = true;
            actions.push(Action::Finished);
        } else if self.stopping && !self.is_at_work() {
            self.over = true;
            actions.push(Action::Stopped);
        }
    }

    fn start_lanes(&mut self, now: Timestamp, actions: &mut Vec<Action>) {
        let nothing_more_comes = self.ended || !self.has_room();
        for (index, lane) in self.lanes.iter_mut().enumerate() {
            if !self.stopping
                && let Some(batch) = lane.next(now, &self.rules, nothing_more_comes)
            {
                let window = lane.slice();
                actions.push(Action::Invoke { lane: index, batch, window });
            }
            if let Some((records, reason, attempts)) = lane.dispose(now, self.stopping) {
                actions.push(Action::Dispose { lane: index, records, reason, attempts });
            }
        }
    }

    fn read_on(&mut self, now: Timestamp, actions: &mut Vec<Action>) {
        // Whether a window is over is known when a read after its end has found nothing.
        self.available |= self.lanes.iter().filter_map(Lane::window_end).any(|end| end <= now);
        let too_early = self.read_not_before.is_some_and(|at| now < at);
        let waits =
            self.reading.is_some() || self.ended || self.stopping || !self.available || too_early;
        if waits || !self.has_room() {
            return;
        }
        self.reading = Some(now);
        self.available = false;
        self.read_not_before = None;
        let limit = self.rules.most_outstanding() - self.outstanding.len();
        actions.push(Action::Read { limit: limit.min(MOST_RECORDS_PER_READ) });
    }

    fn has_room(&self) -> bool {
        self.outstanding.len() < self.rules.most_outstanding()
            && self.outstanding.bytes() < self.rules.most_bytes
    }
}
