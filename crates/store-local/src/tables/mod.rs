//! [`Tables`] on fjall: one keyspace, in which a key is the table's name, a zero and the key.
//!
//! A directory in which nothing was committed yet has no database: the committer makes it while
//! the process starts, and until then there is nothing to be read. fjall takes some forty syncs
//! for it, which is most of the time that a first start would take.
//!
//! One thread commits (`commit.rs`). It takes what is waiting, checks each batch's conditions
//! against what is stored and what the batches before it in the group write, makes one fjall batch
//! of all, syncs, and only then lets readers see it: they read a snapshot of what is durable.
//!
//! fjall takes a damaged batch in the middle of its journal for the journal's end, and drops all
//! that follows (fjall issue 311). Two checks make such a loss an error. Before fjall opens them,
//! we read the journals ourselves (`journal.rs`). And each group stores its number, which goes
//! into a file beside the database (`progress.rs`) once the group is durable; a database that
//! knows less than that file has lost commits. The file needs no sync of its own to be sound: it
//! never runs ahead of the journal. It is synced now and then, so that after a power loss it is
//! not far behind either.
//!
//! The space of what was deleted is given back (`cleaning.rs`), and room is kept to delete
//! (`room.rs`).

mod ahead;
#[cfg(test)]
mod bounds;
mod cleaning;
mod commit;
mod journal;
mod progress;
mod resident;
mod room;
#[cfg(test)]
mod tests;

use crate::watch::Watch;
use crate::{Cut, damaged, lock};
use ahead::Ahead;
use bytes::Bytes;
use commit::{Committer, Current, Request, Sync, Watched};
use fjall::compaction::Leveled;
use fjall::{
    AbstractTree, CompressionType, Database, Keyspace, KeyspaceCreateOptions, PersistMode,
    Readable, Snapshot,
};
use progress::Progress;
use resident::Resident;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::thread::JoinHandle;
use store::{Batch, BoxFuture, Error, KeyRange, Pair, Reading, Result, Scan, Table, Tables};
use tokio::sync::oneshot;

/// Memory for blocks of table files, in bytes.
const CACHE_BYTES: u64 = 8 << 20;
/// The size at which what was written lately goes to a table file, in bytes.
const MEMTABLE_BYTES: u64 = 4 << 20;
/// The size of a table file, in bytes. The first level takes four of them, and the more that takes,
/// the more is written anew for each file that joins it. An older database keeps its 64 MiB.
const TABLE_BYTES: u64 = 8 << 20;
/// The most that all journals take on disk before the oldest is let go, in bytes.
const JOURNAL_BYTES: u64 = 64 << 20;
/// Where the number of the last group is. No table's name is empty, so no key collides.
const NUMBER_KEY: &[u8] = b"\0number";

/// The tables in one directory.
pub struct LocalTables {
    shared: Arc<Shared>,
    queue: RwLock<Option<Sender<Request>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// What readers and the committer share.
struct Shared {
    /// Readers hold the lock while they read.
    stage: RwLock<Stage>,
    /// What readers see.
    durable: Mutex<Option<Arc<Snapshot>>>,
    /// Whether a read finds all in memory.
    resident: Resident,
}

enum Stage {
    /// Nothing was ever committed; the database is still to be made.
    New,
    Open(Open),
    Closed,
}

#[derive(Clone)]
struct Open {
    database: Database,
    keyspace: Keyspace,
}

impl Shared {
    fn of(open: Option<&Open>) -> Arc<Self> {
        let durable = Mutex::new(open.map(|open| Arc::new(open.database.snapshot())));
        let stage = open.map_or(Stage::New, |open| Stage::Open(open.clone()));
        let resident = Resident::of(open.map(|open| &open.keyspace.tree));
        Arc::new(Self { stage: RwLock::new(stage), durable, resident })
    }

    /// Opens the database, or makes it, and lets it be read. It can be open once only, and so
    /// readers of an earlier one wait. While it is closed, `between` gets its directory.
    fn open(&self, dir: &Path, between: impl FnOnce(&Path) -> Result<()>) -> Result<Current> {
        let is_new = matches!(*self.stage(), Stage::New);
        let early = if is_new { Some(open_checked(dir)?) } else { None };
        let mut stage = self.stage.write().unwrap_or_else(PoisonError::into_inner);
        if !is_new {
            *stage = Stage::Closed;
            *lock(&self.durable) = None;
            if let Err(error) = between(&dir.join("fjall")) {
                tracing::warn!("a database that was closed for a change is as it was: {error}");
            }
        }
        let (current, _) = early.map_or_else(|| open_checked(dir), Ok)?;
        *lock(&self.durable) = Some(Arc::new(current.open.database.snapshot()));
        *stage = Stage::Open(current.open.clone());
        Ok(current)
    }

    /// Takes away the table files that hold nothing outside a range; gives their size. Every memory
    /// table holds the number of a group, and so the file of the newest commits stays, by which
    /// fjall knows what in its journals is in files already.
    fn forget(&self, start: Vec<u8>, end: Vec<u8>) -> Result<u64> {
        match &*self.stage() {
            Stage::Open(open) if start < end => {
                let tree = &open.keyspace.tree;
                let before = tree.disk_space();
                tree.drop_range(start..end).map_err(|error| from_fjall(error.into()))?;
                Ok(before.saturating_sub(tree.disk_space()))
            }
            Stage::New | Stage::Open(_) => Ok(0),
            Stage::Closed => Err(Error::Closed),
        }
    }

    fn stage(&self) -> RwLockReadGuard<'_, Stage> {
        self.stage.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a read on what is durable; where nothing was ever committed, `nothing` is the answer.
    fn read<T>(
        &self,
        stage: &Stage,
        nothing: impl FnOnce() -> T,
        read: impl FnOnce(&Keyspace, &Snapshot) -> Result<T>,
    ) -> Result<T> {
        match stage {
            Stage::New => Ok(nothing()),
            Stage::Open(open) => {
                let durable = lock(&self.durable).clone().ok_or(Error::Closed)?;
                read(&open.keyspace, &durable)
            }
            Stage::Closed => Err(Error::Closed),
        }
    }

    /// Runs a read at once if it has to wait for nothing, else on a thread that may wait.
    fn reading<T: Send + 'static>(
        self: &Arc<Self>,
        nothing: impl FnOnce() -> T + Send + 'static,
        read: impl FnOnce(&Keyspace, &Snapshot) -> Result<T> + Send + 'static,
    ) -> Reading<'_, T> {
        if self.resident.is_so()
            && let Ok(stage) = self.stage.try_read()
        {
            return Reading::now(self.read(&stage, nothing, read));
        }
        let shared = self.clone();
        Reading::later(async move {
            let waiting =
                tokio::task::spawn_blocking(move || shared.read(&shared.stage(), nothing, read));
            waiting.await.map_err(|error| Error::from(io::Error::other(error)))?
        })
    }
}

impl LocalTables {
    /// Opens the tables in a directory, which is made if need be. Gives also what was cut from
    /// the journal's end, since a crash had torn it before it was acknowledged. Unless `durable`,
    /// commits are not synced.
    ///
    /// # Errors
    /// [`Error::Damaged`] when commits are missing that were acknowledged.
    pub fn open(dir: &Path, durable: bool) -> Result<(Self, Option<Cut>)> {
        Self::open_watched(dir, durable, Watch::none(dir))
    }

    /// The same, in a directory that is watched.
    pub(crate) fn open_watched(
        dir: &Path,
        durable: bool,
        watch: Arc<Watch>,
    ) -> Result<(Self, Option<Cut>)> {
        let sync = |database: &Database| database.persist(PersistMode::SyncData);
        Self::open_fully(dir, durable, Box::new(sync), watch)
    }

    #[cfg(test)]
    fn open_with(dir: &Path, durable: bool, sync: Sync) -> Result<(Self, Option<Cut>)> {
        Self::open_fully(dir, durable, sync, Watch::none(dir))
    }

    fn open_fully(
        dir: &Path,
        durable: bool,
        sync: Sync,
        watch: Arc<Watch>,
    ) -> Result<(Self, Option<Cut>)> {
        let opened = if is_new(dir)? { None } else { Some(open_checked(dir)?) };
        let (current, cut) = opened.map_or((None, None), |(current, cut)| (Some(current), cut));
        let shared = Shared::of(current.as_ref().map(|current| &current.open));
        let (sender, receiver) = mpsc::channel();
        let removed = current.as_ref().map_or(0, |current| cleaning::left_over(&current.open));
        let committer = Committer {
            dir: dir.to_owned(),
            durable,
            sync,
            shared: shared.clone(),
            current,
            read_only: None,
            room: None,
            removed,
            cleaning: None,
            released: false,
            opened: None,
            watched: Watched::by(watch),
            ahead: Ahead::default(),
            filed_away: false,
        };
        if !shared.resident.is_so() {
            let (shared, files) = (shared.clone(), journal::tables(&dir.join("fjall")));
            let thread = std::thread::Builder::new().name("tables-ahead".to_owned());
            thread.spawn(move || shared.resident.read_ahead(&files))?;
        }
        let thread = std::thread::Builder::new().name("tables-committer".to_owned());
        let thread = thread.spawn(move || committer.run(&receiver))?;
        let (queue, thread) = (RwLock::new(Some(sender)), Mutex::new(Some(thread)));
        Ok((Self { shared, queue, thread }, cut))
    }

    /// Waits for what was accepted, and refuses all from then on.
    pub fn close(&self) {
        drop(self.queue.write().unwrap_or_else(PoisonError::into_inner).take());
        let thread = lock(&self.thread).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the thread that commits to tables had panicked");
        }
        let mut stage = self.shared.stage.write().unwrap_or_else(PoisonError::into_inner);
        drop(lock(&self.shared.durable).take());
        *stage = Stage::Closed;
    }
}

impl Drop for LocalTables {
    fn drop(&mut self) {
        self.close();
    }
}

impl Tables for LocalTables {
    fn get<'a>(&'a self, table: Table, key: &'a [u8]) -> Reading<'a, Option<Bytes>> {
        if let Err(error) = table.check() {
            return Reading::now(Err(error));
        }
        let key = full_key(table, key);
        self.shared.reading(|| None, move |keyspace, durable| look_up(keyspace, durable, &key))
    }

    fn get_all<'a>(&'a self, keys: &'a [(Table, &'a [u8])]) -> Reading<'a, Vec<Option<Bytes>>> {
        if let Err(error) = keys.iter().try_for_each(|(table, _)| table.check()) {
            return Reading::now(Err(error));
        }
        let full: Vec<_> = keys.iter().map(|(table, key)| full_key(*table, key)).collect();
        let none = keys.len();
        self.shared.reading(
            move || vec![None; none],
            move |keyspace, durable| {
                full.iter().map(|key| look_up(keyspace, durable, key)).collect()
            },
        )
    }

    fn scan(&self, table: Table, scan: Scan) -> Reading<'_, Vec<Pair>> {
        if let Err(error) = table.check() {
            return Reading::now(Err(error));
        }
        let (start, end) = full_range(table, &scan.range);
        if start >= end {
            return Reading::now(Ok(Vec::new()));
        }
        self.shared.reading(Vec::new, move |keyspace, durable| {
            let found = durable.range(keyspace, start..end);
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

    fn forget(&self, table: Table, range: KeyRange) -> BoxFuture<'_, Result<u64>> {
        Box::pin(async move {
            table.check()?;
            let shared = self.shared.clone();
            let (start, end) = full_range(table, &range);
            let forget = move || shared.forget(start, end);
            let bytes = tokio::task::spawn_blocking(forget).await;
            let bytes = bytes.map_err(|error| Error::from(io::Error::other(error)))??;
            if bytes > 0 {
                // Readers see it with the next commit.
                self.commit(Batch::new().delete(table, range.start).removing(0)).await?;
            }
            Ok(bytes)
        })
    }
}

/// The value of a key of the keyspace.
fn look_up(keyspace: &Keyspace, durable: &Snapshot, key: &[u8]) -> Result<Option<Bytes>> {
    let found = durable.get(keyspace, key).map_err(from_fjall)?;
    Ok(found.map(|value| Bytes::copy_from_slice(&value)))
}

/// The key in the keyspace. The zero keeps a table's keys apart from those of any other. What
/// follows the first byte that no stored key has decides nothing, and fjall panics at long keys.
fn full_key(table: Table, key: &[u8]) -> Vec<u8> {
    let key = &key[..key.len().min(store::KEY_BYTES + 1)];
    [table.0.as_bytes(), &[0], key].concat()
}

/// A range of a table as one of the keyspace.
fn full_range(table: Table, range: &KeyRange) -> (Vec<u8>, Vec<u8>) {
    let end = match &range.end {
        Some(end) => full_key(table, end),
        None => [table.0.as_bytes(), &[1]].concat(),
    };
    (full_key(table, &range.start), end)
}

fn from_fjall(error: fjall::Error) -> Error {
    match error {
        fjall::Error::Io(error) => error.into(),
        other => io::Error::other(other).into(),
    }
}

/// Whether nothing was ever committed here: the file of progress is there before the first commit.
///
/// # Errors
/// `Damaged` when that file is missing beside a database in which something was committed.
fn is_new(dir: &Path) -> Result<bool> {
    let (database, progress) = (dir.join("fjall"), dir.join("progress"));
    if progress.try_exists()? {
        return Ok(false);
    }
    if database.try_exists()? && journal::any_commit(&database)? {
        return Err(damaged(&progress, 0, "the file is missing"));
    }
    Ok(true)
}

/// Opens the database, which is made if need be, and checks that it knows of every commit that
/// was acknowledged. Gives also what was cut from the journal.
fn open_checked(dir: &Path) -> Result<(Current, Option<Cut>)> {
    let database_dir = dir.join("fjall");
    if is_new(dir)? {
        fs::create_dir_all(dir)?;
        if database_dir.try_exists()? {
            // A crash interrupted its making, before anything could be committed.
            fs::remove_dir_all(&database_dir)?;
        }
        let open = open_database(&database_dir)?;
        return Ok((Current::new(open, Progress::create(dir)?, 0), None));
    }
    let progress = Progress::open(&dir.join("progress"))?;
    let cut = cut_torn(&database_dir, &progress)?;
    let open = open_database(&database_dir)?;
    let stored = open.keyspace.get(NUMBER_KEY).map_err(from_fjall)?;
    let stored = stored.and_then(|bytes| Some(u64::from_be_bytes(*bytes.first_chunk()?)));
    let number = stored.unwrap_or(0);
    if number < progress.number() {
        return Err(commits_missing(&database_dir, 0, number, progress.number()));
    }
    Ok((Current::new(open, progress, number), cut))
}

fn commits_missing(file: &Path, offset: u64, number: u64, acknowledged: u64) -> Error {
    let reason =
        format!("commits {} to {acknowledged} were acknowledged and are missing", number + 1);
    damaged(file, offset, &reason)
}

/// Checks the journals, cuts off what a crash tore, and takes out what table files hold.
fn cut_torn(database: &Path, progress: &Progress) -> Result<Option<Cut>> {
    let acknowledged = progress.number();
    if !database.join("version").try_exists()? {
        return Err(commits_missing(database, 0, 0, acknowledged));
    }
    let mut checked = journal::check(database, progress.in_tables(), progress.mark())?;
    let Some((file, offset)) = checked.torn.take() else {
        trim_or_check(database, &checked)?;
        return Ok(None);
    };
    if let Some(last) = checked.last.filter(|last| *last < acknowledged) {
        return Err(commits_missing(&file, offset, last, acknowledged));
    }
    let journal = File::options().write(true).open(&file)?;
    let bytes = journal.metadata()?.len() - offset;
    journal.set_len(offset)?;
    journal.sync_all()?;
    trim_or_check(database, &checked)?;
    Ok(Some(Cut { file, offset, bytes }))
}

/// All that it does may be left undone, or be done in part.
/// Trims journals. Where that fails, all of them is checked, since fjall reads all of them then.
fn trim_or_check(database: &Path, checked: &journal::Checked) -> Result<()> {
    let Err(error) = journal::trim(database, checked) else { return Ok(()) };
    tracing::debug!("the start takes longer, since journals stay as they are: {error}");
    journal::check(database, 0, None).map(drop)
}

fn open_database(dir: &Path) -> Result<Open> {
    let builder = Database::builder(dir)
        .cache_size(CACHE_BYTES)
        .max_journaling_size(JOURNAL_BYTES)
        .max_cached_files(Some(64))
        .journal_compression(CompressionType::None)
        .manual_journal_persist(true)
        .worker_threads(1);
    let failed = |error| match from_fjall(error) {
        Error::Io(error) => damaged(dir, 0, &error.to_string()),
        other => other,
    };
    let database = builder.open().map_err(failed)?;
    let options = || {
        KeyspaceCreateOptions::default()
            .max_memtable_size(MEMTABLE_BYTES)
            .compaction_strategy(Arc::new(Leveled::default().with_table_target_size(TABLE_BYTES)))
            .manual_journal_persist(true)
    };
    let keyspace = database.keyspace("tables", options).map_err(failed)?;
    Ok(Open { database, keyspace })
}
