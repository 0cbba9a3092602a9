//! The thread that commits.

use super::progress::Progress;
use super::{NUMBER_KEY, Open, Shared, from_fjall, full_key};
use crate::lock;
use bytes::Bytes;
use fjall::{Database, PersistMode};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use store::{Batch, Error, Result, Write, first_failed};
use tokio::sync::oneshot;

/// The most batches in one group, and the size of their writes at which it is closed.
const GROUP_BATCHES: usize = 1024;
const GROUP_BYTES: usize = 4 << 20;

/// A batch that waits.
pub(super) struct Request {
    pub batch: Batch,
    pub reply: oneshot::Sender<Result<()>>,
}

/// How a commit is made durable.
pub(super) type Sync = Box<dyn Fn(&Database) -> fjall::Result<()> + Send>;

/// What a group writes: the last value of each key, `None` for a key that it removes.
type Writes = HashMap<Vec<u8>, Option<Bytes>>;

/// The database and how far it is.
pub(super) struct Current {
    pub open: Open,
    pub progress: Progress,
    /// The number of the last group.
    pub number: u64,
}

pub(super) struct Committer {
    pub dir: PathBuf,
    /// Whether commits are synced.
    pub durable: bool,
    pub sync: Sync,
    pub shared: Arc<Shared>,
    /// `None` until the database is made, and after a write failed, until it is opened again.
    pub current: Option<Current>,
    /// Set by a failed sync.
    pub read_only: Option<String>,
}

impl Committer {
    /// The thread's life, until the queue is closed and empty.
    pub fn run(mut self, queue: &Receiver<Request>) {
        if let Err(error) = self.ready() {
            tracing::error!("the tables cannot be made yet: {error}");
        }
        while let Ok(first) = queue.recv() {
            let mut bytes = batch_bytes(&first.batch);
            let mut group = vec![first];
            while group.len() < GROUP_BATCHES
                && bytes < GROUP_BYTES
                && let Ok(request) = queue.try_recv()
            {
                bytes += batch_bytes(&request.batch);
                group.push(request);
            }
            self.commit(group);
        }
        if let Some(current) = self.current.filter(|_| self.durable) {
            current.progress.sync();
        }
    }

    fn commit(&mut self, group: Vec<Request>) {
        let mut writes = Writes::new();
        let mut accepted = Vec::with_capacity(group.len());
        let mut refused = Vec::new();
        let ready = self.ready();
        for Request { batch, reply } in group {
            let checked =
                ready.as_ref().map_err(Clone::clone).and_then(|open| check(open, &batch, &writes));
            match checked {
                Ok(()) => {
                    add(&mut writes, batch);
                    accepted.push(reply);
                }
                Err(error) => refused.push((reply, error)),
            }
        }
        let result = if writes.is_empty() { Ok(()) } else { self.write(writes) };
        for reply in accepted {
            drop(reply.send(result.clone()));
        }
        // Only now, since what refuses a batch may be a write of this group, which nobody could see
        // before, and which has not happened if the group has failed.
        for (reply, error) in refused {
            drop(reply.send(result.clone().and(Err(error))));
        }
    }

    /// The database, made or opened again if need be.
    fn ready(&mut self) -> Result<Open> {
        if let Some(why) = &self.read_only {
            return Err(Error::ReadOnly(why.clone()));
        }
        if let Some(current) = &self.current {
            return Ok(current.open.clone());
        }
        let current = self.shared.open(&self.dir)?;
        Ok(self.current.insert(current).open.clone())
    }

    fn write(&mut self, writes: Writes) -> Result<()> {
        let current = self.current.as_mut().ok_or(Error::Closed)?;
        let Current { open: Open { database, keyspace }, progress, number } = current;
        let next = *number + 1;
        let mut batch = database.batch().durability(Some(PersistMode::Buffer));
        for (key, value) in writes {
            match value {
                Some(value) => batch.insert(keyspace, key, &value[..]),
                None => batch.remove(keyspace, key),
            }
        }
        batch.insert(keyspace, NUMBER_KEY, next.to_be_bytes());
        if let Err(error) = batch.commit() {
            // fjall accepts nothing more now. What it had synced is untouched, and a write that was
            // not yet to be synced may be tried again; so the next group opens it again.
            tracing::error!("a commit to the tables is refused: {error}");
            self.current = None;
            return Err(from_fjall(error));
        }
        if self.durable
            && let Err(error) = (self.sync)(database)
        {
            // After a failed sync nobody knows what is on the disk, and a second sync would lie.
            let why = format!("tables: {error}");
            tracing::error!("storage is read-only from here on: {why}");
            self.read_only = Some(why.clone());
            return Err(Error::ReadOnly(why));
        }
        *lock(&self.shared.durable) = Some(Arc::new(database.snapshot()));
        *number = next;
        if self.durable {
            progress.record(next);
        }
        Ok(())
    }
}

/// Checks a batch's conditions against what is stored and what the group writes before it.
fn check(open: &Open, batch: &Batch, writes: &Writes) -> Result<()> {
    let failed = first_failed(&batch.conditions, |table, key| {
        let key = full_key(table, key);
        if let Some(value) = writes.get(&key) {
            return Ok(value.clone());
        }
        let stored = open.keyspace.get(&key).map_err(from_fjall)?;
        Ok(stored.map(|value| Bytes::copy_from_slice(&value)))
    })?;
    failed.map_or(Ok(()), |index| Err(Error::Conflict(index)))
}

fn add(writes: &mut Writes, batch: Batch) {
    for write in batch.writes {
        match write {
            Write::Put(table, key, value) => writes.insert(full_key(table, &key), Some(value)),
            Write::Delete(table, key) => writes.insert(full_key(table, &key), None),
        };
    }
}

fn batch_bytes(batch: &Batch) -> usize {
    let bytes = |write: &Write| match write {
        Write::Put(_, key, value) => key.len() + value.len(),
        Write::Delete(_, key) => key.len(),
    };
    batch.writes.iter().map(bytes).sum()
}
