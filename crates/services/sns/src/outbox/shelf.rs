//! A part of the outbox that one process delivers.
//!
//! What a process accepts for standard topics lies on a shelf of its own, what is for a FIFO topic
//! on that topic's: so of no message there are two who deliver it, and a FIFO topic keeps its
//! order. A shelf is held under a lease, which its commits carry; a process that is alone holds all
//! without.

use super::lanes::{After, LaneKey, Lanes, Pace};
use crate::records::message::{self, OUTBOX, Outgoing};
use crate::records::settled;
use bytes::Bytes;
use platform::{Lease, Refused, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Batch, Tables};

/// How much of what is to be delivered is kept in memory, in bytes. The rest is read when its turn
/// comes.
const KEPT_BYTES: usize = 32 << 20;

/// A shelf that this process holds.
pub struct Shelf {
    /// Its name.
    pub name: String,
    lease: Option<Lease>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The number of the next message.
    next: u64,
    lanes: Lanes,
    kept: BTreeMap<u64, Arc<Outgoing>>,
    kept_bytes: usize,
    settled: Vec<Settled>,
    /// Messages whose rows were never stored: nothing is written down of them.
    missing: BTreeSet<u64>,
    is_settling: bool,
}

/// A delivery that is done with.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The message's number.
    pub number: u64,
    /// The subscription's id.
    pub subscription: Arc<str>,
    /// It is tried again at an instant, in milliseconds since the epoch, as this.
    pub later: Option<(i64, Outgoing)>,
}

impl Shelf {
    /// A shelf whose numbers begin here.
    pub fn new(name: String, lease: Option<Lease>, next: u64) -> Arc<Self> {
        let state = Mutex::new(State { next, ..State::default() });
        Arc::new(Self { name, lease, state })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it is known to be another's.
    pub fn is_lost(&self) -> bool {
        self.lease.as_ref().is_some_and(Lease::is_lost)
    }

    /// Leaves it to others.
    pub async fn give_up(&self) {
        if let Some(lease) = &self.lease {
            lease.give_up().await;
        }
    }

    /// Commits a batch if it is still held.
    ///
    /// # Errors
    /// As [`Lease::commit`].
    pub async fn commit(
        &self,
        tables: &dyn Tables,
        batch: Batch,
    ) -> std::result::Result<(), Refused> {
        match &self.lease {
            Some(lease) => lease.commit(batch).await,
            None => tables.commit(batch).await.map_err(Refused::Store),
        }
    }

    /// The batch, on the condition that it is held.
    pub fn demand(&self, batch: Batch) -> Batch {
        match &self.lease {
            Some(lease) => lease.demand(batch),
            None => batch,
        }
    }

    /// A number for a message.
    pub fn number(&self) -> u64 {
        let mut state = self.state();
        state.next += 1;
        state.next - 1
    }

    /// The batch, which also keeps a message.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put(&self, batch: Batch, number: u64, outgoing: &Outgoing) -> Result<Batch> {
        let key = message::key(&self.name, number);
        Ok(batch.put(OUTBOX.table, key, OUTBOX.encode(outgoing)?))
    }

    /// A message is stored. Gives the lanes in which one worker more is to begin.
    pub fn add(
        &self,
        number: u64,
        outgoing: Option<Arc<Outgoing>>,
        marks: Vec<Arc<str>>,
        lanes: impl IntoIterator<Item = (LaneKey, Pace)>,
    ) -> Vec<LaneKey> {
        let mut state = self.state();
        if let Some(outgoing) = outgoing {
            let bytes = bytes_of(&outgoing);
            if state.kept_bytes + bytes <= KEPT_BYTES {
                state.kept_bytes += bytes;
                state.kept.insert(number, outgoing);
            }
        }
        state.lanes.add(number, marks, lanes)
    }

    /// What a worker is to do next.
    pub fn take(&self, lane: &LaneKey) -> Vec<u64> {
        self.state().lanes.take(lane)
    }

    /// A worker has left.
    pub fn leave(&self, lane: &LaneKey) {
        self.state().lanes.leave(lane);
    }

    /// A message, of which a delivery is not settled.
    ///
    /// # Errors
    /// The storage's.
    pub async fn read(&self, tables: &dyn Tables, number: u64) -> Result<Option<Arc<Outgoing>>> {
        if let Some(kept) = self.state().kept.get(&number) {
            return Ok(Some(kept.clone()));
        }
        let found = OUTBOX.get(tables, &message::key(&self.name, number)).await?;
        Ok(found.map(Arc::new))
    }

    /// A message turns out to be none, for its row was not stored. Its number is another's after the
    /// next start, who must find no marks.
    pub fn miss(&self, number: u64) {
        self.state().missing.insert(number);
    }

    /// Deliveries are settled. Whether somebody is to begin to write that down.
    pub fn settle(&self, settled: Vec<Settled>) -> bool {
        let mut state = self.state();
        state.settled.extend(settled);
        !std::mem::replace(&mut state.is_settling, true)
    }

    /// What is to be written down of the next `most` deliveries that were settled, and what is tried
    /// again. Where there is nothing, nobody writes any more.
    pub fn settling(&self, most: usize) -> Option<(Batch, Vec<Settled>)> {
        let mut state = self.state();
        let count = most.min(state.settled.len());
        if count == 0 {
            state.is_settling = false;
            return None;
        }
        let settled: Vec<_> = state.settled.drain(..count).collect();
        let pairs: Vec<_> = settled.iter().map(|it| (it.number, it.subscription.clone())).collect();
        let mut batch = Batch::new();
        for (number, after) in state.lanes.settle(&pairs) {
            match after {
                After::Done(marks) => {
                    state.missing.remove(&number);
                    batch = batch.delete(OUTBOX.table, message::key(&self.name, number));
                    for mark in marks {
                        let key = settled::key(&self.name, number, &mark);
                        batch = batch.delete(settled::SETTLED, key);
                    }
                    if let Some(gone) = state.kept.remove(&number) {
                        state.kept_bytes = state.kept_bytes.saturating_sub(bytes_of(&gone));
                    }
                }
                After::Marked(_) if state.missing.contains(&number) => {}
                After::Marked(marks) => {
                    for mark in marks {
                        let key = settled::key(&self.name, number, &mark);
                        batch = batch.put(settled::SETTLED, key, Bytes::new());
                    }
                }
            }
        }
        Some((batch, settled))
    }
}

/// About how much memory a message takes.
fn bytes_of(outgoing: &Outgoing) -> usize {
    let message = &outgoing.message;
    let attributes = message.attributes.iter().map(|(name, it)| name.len() + it.value.len());
    let texts = message.texts.values().map(String::len);
    let to = outgoing.to.len() * 64;
    message.text.len() + attributes.chain(texts).sum::<usize>() + to + 512
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number comes again after a restart if its row was never stored: a mark that is left would
    /// keep the next message from somebody.
    #[test]
    fn nothing_is_written_down_of_a_message_that_was_not_stored() {
        let shelf = Shelf::new("s".to_owned(), None, 0);
        let pace = Pace { workers: 1, at_once: 10 };
        let lane = |id: &str| (LaneKey { subscription: id.into(), group: None }, pace);
        let settled = |number, id: &str| {
            let subscription = id.into();
            shelf.settle(vec![Settled { number, subscription, later: None }]);
            shelf.settling(10).map(|(batch, _)| batch.writes.len())
        };
        for number in 0..2 {
            shelf.add(number, None, Vec::new(), [lane("a"), lane("b")]);
        }
        shelf.miss(0);
        assert_eq!(settled(0, "a"), Some(0));
        assert_eq!(settled(1, "a"), Some(1));
        assert!(settled(0, "b").is_some());
        assert!(shelf.state().missing.is_empty());
    }
}
