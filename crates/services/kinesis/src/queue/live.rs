//! A queue at work: the machine in memory, the rows that it stands for, and who waits.
//!
//! An event changes the machine first and is answered when a commit that has it is durable
//! ([`Live::flush`]). There is one commit of a queue at a time, of all that has changed by then, so
//! that what is stored is always the machine as it was at one instant, and those who come together
//! share a commit. If one fails, the machine is thrown away and read anew from its rows: nothing of
//! what it had beyond them was ever answered.

use super::entry_record::{self, ENTRIES};
use super::feed::Feed;
use super::machine::{Changes, Machine};
use super::position_record::{self, POSITIONS};
use super::record::{QUEUES, QueueRecord};
use crate::streams::Stream;
use bytes::Bytes;
use platform::{Bell, Error, Lease, Platform, Refused, Result, finish};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::Batch;

/// Why nothing was done.
#[derive(Debug)]
pub(crate) enum Broken {
    /// The queue is another one now, or another process's: look it up anew.
    Stale,
    /// It failed.
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Broken {
    fn from(error: E) -> Self {
        Broken::Failed(error.into())
    }
}

/// What was done with a queue, as far as it still was the one that was looked up.
pub(crate) type Done<T> = std::result::Result<T, Broken>;

/// A queue that this process serves.
pub(crate) struct Live {
    /// Its record, and the bytes in the table.
    pub record: QueueRecord,
    stored: Bytes,
    /// Its stream, as it was then.
    pub stream: Arc<Stream>,
    pub platform: Arc<Platform>,
    /// What makes it this process's, where there are others.
    lease: Option<Lease>,
    state: Mutex<State>,
    /// Held by the receive that stands first in the line: it looks for records, for all.
    pub feed: tokio::sync::Mutex<Feed>,
    /// The same line for dead letters.
    pub mourners: tokio::sync::Mutex<()>,
    writing: tokio::sync::Mutex<()>,
    /// Something may have come into sight, or will earlier than was thought; or its life has ended.
    pub bell: Bell,
}

/// Whether a queue is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Life {
    /// It is.
    Open,
    /// Its row was changed, or it belongs to another process.
    Closed,
    /// A commit failed, of which nobody knows what became.
    InDoubt,
}

/// What a queue is in memory.
pub(crate) struct State {
    pub machine: Machine,
    pub life: Life,
    /// How often it was changed, and which of these changes are stored.
    changed: u64,
    stored: u64,
    /// Whether the next receive takes what is new before what comes back: by turns, so that neither
    /// waits for ever.
    pub new_first: bool,
}

impl Live {
    /// A queue as its rows are.
    pub fn new(
        platform: Arc<Platform>,
        (record, stored): (QueueRecord, Bytes),
        lease: Option<Lease>,
        machine: Machine,
        feed: Feed,
    ) -> Arc<Self> {
        let (life, new_first, stream) = (Life::Open, true, feed.stream());
        let state = State { machine, life, changed: 0, stored: 0, new_first };
        let (state, feed) = (Mutex::new(state), tokio::sync::Mutex::new(feed));
        let (mourners, writing, bell) = Default::default();
        Arc::new(Self {
            record,
            stored,
            stream,
            platform,
            lease,
            state,
            feed,
            mourners,
            writing,
            bell,
        })
    }

    /// The time, in milliseconds since the epoch.
    pub fn now(&self) -> i64 {
        self.platform.clock.now().millis()
    }

    /// Its state, whatever it is.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Its state, as long as it is served.
    pub fn open(&self) -> Done<MutexGuard<'_, State>> {
        let state = self.state();
        if state.life == Life::Open { Ok(state) } else { Err(Broken::Stale) }
    }

    /// Whether it is served, as far as this process knows.
    pub fn is_open(&self) -> bool {
        !self.lease.as_ref().is_some_and(Lease::is_lost) && self.state().life == Life::Open
    }

    /// Whether nobody knows what became of a commit that no lease fences.
    pub fn is_in_doubt(&self) -> bool {
        self.lease.is_none() && self.state().life == Life::InDoubt
    }

    /// Ends its life in this process; whoever waits looks it up anew.
    pub fn end(&self, life: Life) {
        let mut state = self.state();
        if state.life == Life::Open {
            state.life = life;
        }
        drop(state);
        self.bell.ring();
    }

    /// Lets another process take it.
    pub async fn give_up(&self) {
        self.end(Life::Closed);
        let _turn = self.writing.lock().await;
        if let Some(lease) = &self.lease {
            lease.give_up().await;
        }
    }

    /// Changes the machine, and rings where something may be received earlier than was thought.
    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> Done<T> {
        let mut state = self.open()?;
        let due = state.machine.next_due();
        let changed = change(&mut state);
        state.changed += 1;
        let is_earlier =
            state.machine.next_due().is_some_and(|new| due.is_none_or(|due| new < due));
        drop(state);
        if is_earlier {
            self.bell.ring();
        }
        Ok(changed)
    }

    /// Returns when all that was changed before is durable.
    pub async fn flush(self: &Arc<Self>) -> Done<()> {
        let live = self.clone();
        finish(async move { live.write().await }).await
    }

    async fn write(&self) -> Done<()> {
        let wanted = self.state().changed;
        let _turn = self.writing.lock().await;
        let (changes, upto) = {
            // What others have stored with theirs is stored, whatever the queue has come to since.
            if self.state().stored >= wanted {
                return Ok(());
            }
            let mut state = self.open()?;
            (state.machine.changes(), state.changed)
        };
        let written = match self.batch(changes) {
            Ok(batch) => self.commit(batch).await,
            Err(error) => Err(error.into()),
        };
        match &written {
            Ok(()) => self.state().stored = upto,
            Err(_) => self.end(Life::InDoubt),
        }
        written
    }

    /// What makes rows say what the machine knows.
    fn batch(&self, changes: Changes) -> Result<Batch> {
        let id = &self.record.id;
        let mut batch = Batch::new().equals(QUEUES.table, self.record.key(), self.stored.clone());
        for (key, entry) in changes.entries {
            let key = entry_record::key(id, key);
            batch = match entry {
                Some(entry) => batch.put(ENTRIES.table, key, ENTRIES.encode(&entry.into())?),
                None => batch.delete(ENTRIES.table, key),
            };
        }
        for (shard, position) in changes.positions {
            let key = position_record::key(id, shard);
            batch = match position {
                Some(next) => batch.put(POSITIONS.table, key, POSITIONS.encode(&next)?),
                None => batch.delete(POSITIONS.table, key),
            };
        }
        Ok(batch)
    }

    async fn commit(&self, batch: Batch) -> Done<()> {
        let made = match &self.lease {
            None => self.platform.store.tables.commit(batch).await.map_err(Refused::Store),
            Some(lease) => lease.commit(batch).await,
        };
        match made {
            Ok(()) => Ok(()),
            Err(Refused::Lost | Refused::Store(store::Error::Conflict(_))) => Err(Broken::Stale),
            Err(Refused::Store(error)) => Err(error.into()),
        }
    }
}
