//! What happens to records that were given up: they are disposed of, however often that has to be
//! tried, before their lane goes on.
//!
//! "If the error handling measures fail, Lambda discards the records and continues processing
//! batches from the stream" ("Retain discarded batch records for a Kinesis Data Streams event
//! source" in the Lambda developer guide). Since the lane waits, at most one disposal for each lane
//! is under way, and a checkpoint that waits for one holds back no deliveries of its lane that would
//! have to be made again.

use crate::machine::lane::{Item, Lane};
use crate::machine::{GivenUp, Record, Rules};
use shapes::Timestamp;
use std::sync::Arc;

/// Records that were given up.
#[derive(Debug)]
pub(super) struct Disposal {
    items: Vec<Item>,
    reason: GivenUp,
    /// How often the function has failed with them.
    attempts: u32,
    /// How often disposing of them has failed.
    failures: u32,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Due,
    UnderWay,
    NotBefore(Timestamp),
}

impl Disposal {
    /// Of these records, in the shard's order, with which the function has failed so often.
    pub fn new(items: Vec<Item>, reason: GivenUp, attempts: u32) -> Self {
        Self { items, reason, attempts, failures: 0, state: State::Due }
    }

    /// The records, in the shard's order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// How often the function has failed with them.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// When it has to be tried again.
    pub fn deadline(&self) -> Option<Timestamp> {
        match self.state {
            State::NotBefore(at) => Some(at),
            State::Due | State::UnderWay => None,
        }
    }
}

impl Lane {
    /// What has to be disposed of now; it is under way from then on. A lane that is stopping begins
    /// what it has not tried yet, since that ends a batch that was in flight, and tries nothing
    /// again.
    pub fn dispose(
        &mut self,
        now: Timestamp,
        stopping: bool,
    ) -> Option<(Vec<Arc<Record>>, GivenUp, u32)> {
        let disposal = self.disposal.as_mut()?;
        let due = match disposal.state {
            State::Due => true,
            State::UnderWay => false,
            State::NotBefore(at) => at <= now && !stopping,
        };
        if !due {
            return None;
        }
        disposal.state = State::UnderWay;
        let records = disposal.items.iter().map(|item| item.record.clone()).collect();
        Some((records, disposal.reason, disposal.attempts))
    }

    /// Takes the answer for the disposal that is under way. Gives the records that are disposed of
    /// now; without success there are none, and it is tried again after a pause.
    pub fn disposed(&mut self, now: Timestamp, done: bool, rules: &Rules) -> Vec<Item> {
        let Some(disposal) = self.disposal.take_if(|it| it.state == State::UnderWay) else {
            return Vec::new();
        };
        if done {
            self.note_settled(&disposal.items);
            self.carry_state(&disposal.items, None);
            return disposal.items;
        }
        let failures = disposal.failures + 1;
        let state = State::NotBefore(rules.backoff.after(now, failures));
        self.disposal = Some(Disposal { failures, state, ..disposal });
        Vec::new()
    }

    /// Whether an answer is still to come: the function's, or that of a disposal.
    pub fn is_at_work(&self) -> bool {
        let disposing = self.disposal.as_ref().is_some_and(|it| it.state == State::UnderWay);
        self.in_flight.is_some() || disposing
    }
}
