//! [`Tables`] on fjall: one keyspace, in which a key is the table's name, a zero and the key.
//!
//! One thread commits. It takes what is waiting, checks each batch's conditions against what is
//! stored and what the batches before it in the group write, and makes one fjall batch of all,
//! which fjall writes to its journal and syncs before anything of it can be read.
//!
//! fjall takes a damaged batch in the middle of its journal for the journal's end, and drops all
//! that follows (fjall issue 311). So each group also stores its number, and once the group is
//! durable the number goes into a file beside the database (`progress.rs`). When the database is
//! opened and knows less than that file, commits are missing, and opening fails. The file needs no
//! sync of its own to be sound: it never runs ahead of the journal. It is synced now and then, so
//! that after a power loss it is not far behind either.

mod progress;
#[cfg(test)]
mod tests;

use crate::lock;
use bytes::Bytes;
use fjall::{Database, Keyspace, KeyspaceCreateOptions, PersistMode, Readable};
use progress::Progress;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;
use store::{Batch, BoxFuture, Error, Pair, Result, Scan, Table, Tables, Write, first_failed};
use tokio::sync::oneshot;

/// Memory for blocks of table files, in bytes.
const CACHE_BYTES: u64 = 8 << 20;
/// The size at which what was written lately goes to a table file, in bytes.
const MEMTABLE_BYTES: u64 = 8 << 20;
/// The most that all journals take on disk before the oldest is let go, in bytes.
const JOURNAL_BYTES: u64 = 128 << 20;
/// The most batches in one group, and the size of their writes at which it is closed.
const GROUP_BATCHES: usize = 1024;
const GROUP_BYTES: usize = 4 << 20;
/// Where the number of the last group is. No table's name is empty, so no key collides.
const NUMBER_KEY: &[u8] = b"\0number";

/// The tables in one directory.
pub struct LocalTables {
    /// `None` once closed.
    open: Arc<RwLock<Option<Open>>>,
    queue: RwLock<Option<Sender<Request>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Clone)]
struct Open {
    database: Database,
    keyspace: Keyspace,
}

struct Request {
    batch: Batch,
    reply: oneshot::Sender<Result<()>>,
}

impl LocalTables {
    /// Opens the tables in a directory, which is made if need be.
    ///
    /// # Errors
    /// [`Error::Damaged`] when commits are missing that were acknowledged.
    pub fn open(dir: &Path) -> Result<Self> {
        let (open, progress, number) = open_checked(dir)?;
        let (sender, receiver) = mpsc::channel();
        let committer = Committer { open: open.clone(), progress, number, read_only: None };
        let thread = std::thread::Builder::new().name("tables-committer".to_owned());
        let thread = thread.spawn(move || committer.run(&receiver))?;
        Ok(Self {
            open: Arc::new(RwLock::new(Some(open))),
            queue: RwLock::new(Some(sender)),
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Waits for what was accepted, and refuses all from then on.
    pub fn close(&self) {
        drop(self.queue.write().unwrap_or_else(PoisonError::into_inner).take());
        let thread = lock(&self.thread).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the thread that commits to tables had panicked");
        }
        drop(self.open.write().unwrap_or_else(PoisonError::into_inner).take());
    }

    fn with<T>(&self, read: impl FnOnce(&Open) -> Result<T>) -> Result<T> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
        read(open.as_ref().ok_or(Error::Closed)?)
    }
}

impl Drop for LocalTables {
    fn drop(&mut self) {
        self.close();
    }
}

impl Tables for LocalTables {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Bytes>> {
        table.check()?;
        self.with(|open| {
            let found = open.database.snapshot().get(&open.keyspace, full_key(table, key));
            Ok(found.map_err(from_fjall)?.map(|value| Bytes::copy_from_slice(&value)))
        })
    }

    fn scan(&self, table: Table, scan: Scan) -> Result<Vec<Pair>> {
        table.check()?;
        let start = full_key(table, &scan.range.start);
        let end = match &scan.range.end {
            Some(end) => full_key(table, end),
            None => [table.0.as_bytes(), &[1]].concat(),
        };
        if start >= end {
            return Ok(Vec::new());
        }
        self.with(|open| {
            let found = open.database.snapshot().range(&open.keyspace, start..end);
            let pair = |guard: fjall::Guard| {
                let (key, value) = guard.into_inner().map_err(from_fjall)?;
                let key = &key[table.0.len() + 1..];
                Ok((Bytes::copy_from_slice(key), Bytes::copy_from_slice(&value)))
            };
            if scan.reverse {
                found.rev().take(scan.limit).map(pair).collect()
            } else {
                found.take(scan.limit).map(pair).collect()
            }
        })
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            batch.check()?;
            let (reply, answer) = oneshot::channel();
            {
                let queue = self.queue.read().unwrap_or_else(PoisonError::into_inner);
                let queue = queue.as_ref().ok_or(Error::Closed)?;
                queue.send(Request { batch, reply }).map_err(|_| Error::Closed)?;
            }
            answer.await.unwrap_or(Err(Error::Closed))
        })
    }
}

/// The key in the keyspace. The zero keeps a table's keys apart from those of any other.
fn full_key(table: Table, key: &[u8]) -> Vec<u8> {
    [table.0.as_bytes(), &[0], key].concat()
}

fn from_fjall(error: fjall::Error) -> Error {
    match error {
        fjall::Error::Io(error) => error.into(),
        other => io::Error::other(other).into(),
    }
}

/// Opens the database, and checks that it knows of every commit that was acknowledged.
fn open_checked(dir: &Path) -> Result<(Open, Progress, u64)> {
    let (database_dir, progress_path) = (dir.join("fjall"), dir.join("progress"));
    fs::create_dir_all(dir)?;
    let is_new = !progress_path.try_exists()?;
    if is_new && database_dir.try_exists()? {
        // A crash interrupted the very first open, before anything could be committed.
        fs::remove_dir_all(&database_dir)?;
    }
    let open = open_database(&database_dir)?;
    let progress = if is_new { Progress::create(dir)? } else { Progress::open(&progress_path)? };
    let stored = open.keyspace.get(NUMBER_KEY).map_err(from_fjall)?;
    let stored = stored.and_then(|bytes| Some(u64::from_be_bytes(*bytes.first_chunk()?)));
    let (number, acknowledged) = (stored.unwrap_or(0), progress.number());
    if number < acknowledged {
        return Err(Error::Damaged {
            file: database_dir.display().to_string(),
            offset: 0,
            reason: format!(
                "commits {} to {acknowledged} were acknowledged and are missing",
                number + 1
            ),
        });
    }
    Ok((open, progress, number))
}

fn open_database(dir: &Path) -> Result<Open> {
    let builder = Database::builder(dir)
        .cache_size(CACHE_BYTES)
        .max_journaling_size(JOURNAL_BYTES)
        .max_cached_files(Some(64))
        .manual_journal_persist(true)
        .worker_threads(1);
    let failed = |error| match from_fjall(error) {
        Error::Io(error) => {
            Error::Damaged { file: dir.display().to_string(), offset: 0, reason: error.to_string() }
        }
        other => other,
    };
    let database = builder.open().map_err(failed)?;
    let options = || {
        KeyspaceCreateOptions::default()
            .max_memtable_size(MEMTABLE_BYTES)
            .manual_journal_persist(true)
    };
    let keyspace = database.keyspace("tables", options).map_err(failed)?;
    Ok(Open { database, keyspace })
}

/// What a group writes: the last value of each key, `None` for a key that it removes.
type Writes = HashMap<Vec<u8>, Option<Bytes>>;

struct Committer {
    open: Open,
    progress: Progress,
    /// The number of the last group.
    number: u64,
    read_only: Option<String>,
}

impl Committer {
    fn run(mut self, queue: &Receiver<Request>) {
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
        self.progress.sync();
    }

    fn commit(&mut self, group: Vec<Request>) {
        let mut writes = Writes::new();
        let mut accepted = Vec::with_capacity(group.len());
        for Request { batch, reply } in group {
            match self.check(&batch, &writes) {
                Ok(()) => {
                    add(&mut writes, batch);
                    accepted.push(reply);
                }
                Err(error) => drop(reply.send(Err(error))),
            }
        }
        let result = if writes.is_empty() { Ok(()) } else { self.write(writes) };
        for reply in accepted {
            drop(reply.send(result.clone()));
        }
    }

    fn check(&self, batch: &Batch, writes: &Writes) -> Result<()> {
        if let Some(why) = &self.read_only {
            return Err(Error::ReadOnly(why.clone()));
        }
        let failed = first_failed(&batch.conditions, |table, key| {
            let key = full_key(table, key);
            if let Some(value) = writes.get(&key) {
                return Ok(value.clone());
            }
            let stored = self.open.keyspace.get(&key).map_err(from_fjall)?;
            Ok(stored.map(|value| Bytes::copy_from_slice(&value)))
        })?;
        failed.map_or(Ok(()), |index| Err(Error::Conflict(index)))
    }

    fn write(&mut self, writes: Writes) -> Result<()> {
        let number = self.number + 1;
        let keyspace = &self.open.keyspace;
        let mut batch = self.open.database.batch().durability(Some(PersistMode::SyncData));
        for (key, value) in writes {
            match value {
                Some(value) => batch.insert(keyspace, key, &value[..]),
                None => batch.remove(keyspace, key),
            }
        }
        batch.insert(keyspace, NUMBER_KEY, number.to_be_bytes());
        if let Err(error) = batch.commit() {
            // fjall accepts nothing after a failed write or sync, and rightly so.
            let why = format!("tables: {error}");
            tracing::error!("storage is read-only from here on: {why}");
            self.read_only = Some(why.clone());
            return Err(match from_fjall(error) {
                full @ Error::Full(_) => full,
                _ => Error::ReadOnly(why),
            });
        }
        self.number = number;
        self.progress.record(number);
        Ok(())
    }
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
