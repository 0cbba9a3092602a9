//! The records that were read and are neither delivered nor disposed of, in the shard's order.

use crate::machine::Record;
use crate::machine::lane::Item;
use shapes::Timestamp;
use std::collections::VecDeque;
use std::sync::Arc;

/// Knows how far a checkpoint may go.
#[derive(Default)]
pub(crate) struct Outstanding {
    slots: VecDeque<Slot>,
    /// The number of the first slot; items carry the number of theirs.
    first: u64,
    bytes: usize,
    reached: Option<Arc<str>>,
}

struct Slot {
    sequence: Arc<str>,
    arrival: Timestamp,
    done: bool,
}

impl Outstanding {
    /// Takes a record that was just read.
    pub fn add(&mut self, record: Record, now: Timestamp) -> Item {
        let number = self.first + self.slots.len() as u64;
        let (sequence, arrival) = (record.sequence.clone(), record.arrival);
        self.slots.push_back(Slot { sequence, arrival, done: false });
        self.bytes += record.data.len();
        Item { number, read_at: now, record: Arc::new(record) }
    }

    /// These are delivered or disposed of.
    pub fn done(&mut self, items: &[Item]) {
        for item in items {
            let slot = item.number.checked_sub(self.first).and_then(|at| usize::try_from(at).ok());
            if let Some(slot) = slot.and_then(|at| self.slots.get_mut(at))
                && !slot.done
            {
                slot.done = true;
                self.bytes -= item.record.data.len();
            }
        }
        while self.slots.front().is_some_and(|slot| slot.done) {
            self.reached = self.slots.pop_front().map(|slot| slot.sequence);
            self.first += 1;
        }
    }

    /// How far a checkpoint may go, if further than when last asked.
    pub fn checkpoint(&mut self) -> Option<Arc<str>> {
        self.reached.take()
    }

    /// How many records a checkpoint cannot pass yet.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether a checkpoint has passed all that was read.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The bytes of the records that are neither delivered nor disposed of.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The arrival of the first of them.
    pub fn oldest_arrival(&self) -> Option<Timestamp> {
        self.slots.front().map(|slot| slot.arrival)
    }
}
