//! The thread that commits.

use super::ahead::Ahead;
use super::cleaning::{self, Cleaning};
use super::journal::{self, Journal, Mark};
use super::progress::Progress;
use super::room::{Demand, Room};
use super::{MEMTABLE_BYTES, NUMBER_KEY, Open, Shared, from_fjall, full_key};
use crate::lock;
use crate::watch::Watch;
use bytes::Bytes;
use fjall::{AbstractTree, Database, PersistMode};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;
use store::{Batch, Condition, Error, Result, Write, first_failed};
use tokio::sync::oneshot;
use tokio::time::Instant;

/// The most batches in one group, and the size of their writes at which it is closed.
const GROUP_BATCHES: usize = 1024;
const GROUP_BYTES: usize = 4 << 20;
/// How many memory tables wait for fjall's thread to write them before this one does.
const MOST_MEMTABLES: usize = 3;
/// The files of the first level with which no cleaning begins: fjall stops all commits at 30.
const MOST_RUNS: usize = 16;
/// How often a group is tried when fjall's own thread has failed, or a compaction took its room.
const ATTEMPTS: u32 = 3;
/// How often at most the database is opened for the sake of its files.
const OPEN_AGAIN: Duration = Duration::from_secs(1);
/// How often it is looked whether a cleaning is over, or a memory table a file, when nothing is to be
/// committed.
const CLEANING_LOOK: Duration = Duration::from_millis(50);
/// How long nothing is committed until what memory holds becomes a table file.
const IDLE: Duration = Duration::from_secs(1);

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
    /// The memory table that took the last group, and whether earlier ones wait to be files.
    pub memtable: u64,
    pub is_flushing: bool,
    /// Before it table files hold all, in the journals as they are since the database was opened.
    pub mark: Option<Mark>,
}

impl Current {
    pub fn new(open: Open, progress: Progress, number: u64) -> Self {
        let memtable = open.keyspace.tree.active_memtable().id();
        Self { open, progress, number, memtable, is_flushing: true, mark: None }
    }

    /// Writes down how far all is in table files, when a memory table has become one: what a start need
    /// not read.
    fn note_tables(&mut self, database: &Path) {
        let tree = &self.open.keyspace.tree;
        let memtable = tree.active_memtable().id();
        if memtable == self.memtable && !self.is_flushing {
            return;
        }
        self.memtable = memtable;
        self.is_flushing = tree.sealed_memtable_count() > 0;
        if let Some(sequence) = tree.get_highest_persisted_seqno() {
            if sequence > self.progress.in_tables() || self.mark.is_none() {
                self.note_mark(database, sequence);
            }
            self.progress.record_in_tables(sequence);
        }
    }

    /// Writes down where in the journals a start may begin.
    fn note_mark(&mut self, database: &Path, in_tables: u64) {
        match journal::advance(database, self.mark, in_tables) {
            Ok(mark) => {
                self.mark = mark;
                mark.into_iter().for_each(|mark| self.progress.record_mark(mark));
            }
            Err(error) => tracing::debug!("the next start reads more than it has to: {error}"),
        }
    }
}

/// Whether what is committed can be found again.
pub(super) struct Watched {
    watch: Arc<Watch>,
    /// The journal that was the newest when it was last looked.
    journal: Option<Journal>,
    looked_ms: AtomicU64,
}

impl Watched {
    pub fn by(watch: Arc<Watch>) -> Self {
        Self { watch, journal: None, looked_ms: AtomicU64::new(0) }
    }

    /// Looks, if it is time, whether the journal of the database in this directory has its name.
    fn confirm(&mut self, dir: &Path) -> Result<()> {
        if self.watch.is_due(&self.looked_ms) {
            match journal::newest(&dir.join("fjall")) {
                Ok(newest) if journal::follows(&self.journal, &newest) => self.journal = newest,
                Ok(_) => return Err(self.watch.lose(dir)),
                // Who cannot look knows nothing: the next commit looks again.
                Err(error) => {
                    tracing::debug!(%error, "the journal is not looked for now");
                    self.looked_ms.store(0, Ordering::Relaxed);
                }
            }
        }
        self.watch.confirm()
    }

    /// What to answer to a commit that fjall refused.
    fn refused(&self, error: fjall::Error) -> Error {
        match from_fjall(error) {
            Error::Io(error) => self.watch.refused(io::Error::new(error.kind(), error)),
            Error::NotFound(what) => {
                self.watch.refused(io::Error::new(io::ErrorKind::NotFound, what))
            }
            other => other,
        }
    }
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
    /// Room that is kept for deletes; `None` before the first group and where none is kept.
    pub room: Option<Room>,
    /// Bytes of removed values that no cleaning has dealt with.
    pub removed: u64,
    pub cleaning: Option<Cleaning>,
    /// Old versions were let go of since the database was opened for the sake of its files, and when
    /// that was.
    pub released: bool,
    pub opened: Option<Instant>,
    pub watched: Watched,
    pub ahead: Ahead,
    /// Whether memory was filed away, or that was tried, since the last group.
    pub filed_away: bool,
}

impl Committer {
    /// The thread's life, until the queue is closed and empty.
    pub fn run(mut self, queue: &Receiver<Request>) {
        if let Err(error) = self.ready() {
            tracing::error!("the tables cannot be made yet: {error}");
        }
        while let Some(first) = self.next(queue) {
            let mut bytes = batch_bytes(&first.batch);
            let mut group = vec![first];
            while group.len() < GROUP_BATCHES
                && bytes < GROUP_BYTES
                && let Ok(request) = queue.try_recv()
            {
                bytes += batch_bytes(&request.batch);
                group.push(request);
            }
            self.commit(group, bytes as u64);
            self.filed_away = false;
            if self.durable && !self.room.as_ref().is_some_and(Room::is_short) {
                self.ahead.wrote(&self.dir.join("fjall"), bytes as u64);
            }
            self.keep_in_bounds();
        }
        self.end_cleaning();
        self.file_away();
        if let Some(current) = self.current.filter(|_| self.durable) {
            current.progress.sync();
        }
    }

    /// Whether much of what was written lately is in no table file, and may become one.
    fn is_much_in_memory(&self) -> bool {
        let is_short = self.room.as_ref().is_some_and(Room::is_short);
        let current = self.current.as_ref().filter(|_| self.durable && !is_short);
        current.is_some_and(|current| {
            current.open.keyspace.tree.active_memtable().size() >= journal::WORTH_BYTES
        })
    }

    /// Puts what was written lately into a table file, where it is much, so that the next start need not
    /// read it in the journal.
    fn file_away(&mut self) {
        if !self.is_much_in_memory() {
            return;
        }
        let Some(current) = &mut self.current else { return };
        let rotated = current.open.keyspace.rotate_memtable().map_err(from_fjall);
        match rotated.and_then(|_| cleaning::flush(&current.open)) {
            Ok(()) => current.note_tables(&self.dir.join("fjall")),
            Err(error) => tracing::warn!("the next start takes longer: {error}"),
        }
    }

    /// The same while nothing is to be committed, in fjall's own thread: whoever kills the server then finds
    /// it started again as soon as after a stop.
    fn file_away_aside(&mut self) {
        self.filed_away = true;
        let Some(current) = &mut self.current else { return };
        match rotate(&current.open) {
            Ok(()) => current.is_flushing = true,
            Err(error) => tracing::warn!("what was written lately stays in memory: {error}"),
        }
    }

    /// The next batch. While it waits for one, it ends a cleaning that is over, and has memory tables become
    /// files.
    fn next(&mut self, queue: &Receiver<Request>) -> Option<Request> {
        loop {
            if self.cleaning.as_ref().is_some_and(Cleaning::is_over) {
                self.settle();
                continue;
            }
            let is_flushing = self.current.as_ref().is_some_and(|current| current.is_flushing);
            let is_flushing = is_flushing && self.durable;
            let is_looking = self.cleaning.is_some() || is_flushing;
            if !is_looking && (self.filed_away || !self.is_much_in_memory()) {
                return queue.recv().ok();
            }
            match queue.recv_timeout(if is_looking { CLEANING_LOOK } else { IDLE }) {
                Ok(request) => return Some(request),
                Err(RecvTimeoutError::Timeout) if is_looking => self.note_tables(),
                Err(RecvTimeoutError::Timeout) => self.file_away_aside(),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    fn note_tables(&mut self) {
        if let Some(current) = self.current.as_mut().filter(|_| self.durable) {
            current.note_tables(&self.dir.join("fjall"));
        }
    }

    fn commit(&mut self, group: Vec<Request>, bytes: u64) {
        let frees = group.iter().any(|request| request.batch.frees());
        let mut writes = Writes::new();
        let mut accepted = Vec::with_capacity(group.len());
        let mut refused = Vec::new();
        let ready = self.ready();
        let admits = ready.as_ref().is_ok_and(|open| self.admits(open, frees, bytes));
        for Request { batch, reply } in group {
            let checked = ready.as_ref().map_err(Clone::clone).and_then(|open| {
                let frees = batch.frees();
                if !admits && !frees {
                    return Err(Error::Full("what is left is kept for deletes".to_owned()));
                }
                check(open, &batch, &writes)?;
                Ok(if frees { removed_by(open, &batch) } else { 0 })
            });
            match checked {
                Ok(removed) => {
                    self.removed += removed;
                    add(&mut writes, batch);
                    accepted.push(reply);
                }
                Err(error) => refused.push((reply, error)),
            }
        }
        // If it must be opened again, nobody may have it any more.
        drop(ready);
        let needed = frees.then_some(bytes);
        let result = if writes.is_empty() { Ok(()) } else { self.write(&writes, needed) };
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
        self.watched.watch.check()?;
        // A full disk ends fjall's own thread, which otherwise only shows when a group is written.
        let is_short = self.room.as_ref().is_some_and(Room::is_short);
        let failed =
            |current: &Current| current.open.database.persist(PersistMode::Buffer).is_err();
        if is_short && self.current.as_ref().is_some_and(failed) {
            self.close();
        }
        if let Some(current) = &self.current {
            return Ok(current.open.clone());
        }
        // Until it is open again nothing can be read; so it stays open where it could not be.
        writable(&self.dir).map_err(|error| self.watched.watch.refused(error))?;
        self.watched.journal = None;
        let current = self.shared.open(&self.dir, |_| Ok(()))?;
        Ok(self.current.insert(current).open.clone())
    }

    /// Whether ordinary writes of this group are taken. Makes room for its deletes.
    fn admits(&mut self, open: &Open, frees: bool, bytes: u64) -> bool {
        if self.room.is_none() && self.durable {
            match Room::open(&self.dir) {
                Ok(room) => self.room = Some(room),
                Err(error) => tracing::debug!("no room is kept for deletes: {error}"),
            }
        }
        let Some(room) = &mut self.room else { return true };
        let tree = &open.keyspace.tree;
        let demand = || Demand {
            unflushed: tree.active_memtable().size()
                + tree.sealed_memtable_count() as u64 * MEMTABLE_BYTES,
            tables: tree.disk_space(),
        };
        let admits = room.admits(bytes, Instant::now(), demand);
        if !admits && frees {
            room.make(bytes);
        }
        admits
    }

    /// What is to be done between two groups, when nobody waits for it.
    fn keep_in_bounds(&mut self) {
        self.note_tables();
        let Some(current) = &self.current else { return };
        let tree = &current.open.keyspace.tree;
        if tree.active_memtable().size() > MEMTABLE_BYTES {
            if let Err(error) = rotate(&current.open) {
                tracing::warn!("what was written lately stays in memory: {error}");
            }
            self.shared.resident.look(tree.disk_space());
        }
        let is_short = self.room.as_mut().is_some_and(|room| {
            room.restore();
            room.is_short()
        });
        if self.cleaning.is_some() || (self.removed == 0 && !is_short) {
            return;
        }
        let tree = &current.open.keyspace.tree;
        let may_add_runs = tree.l0_run_count() < MOST_RUNS;
        let is_due = cleaning::is_due(self.removed, tree.disk_space(), is_short);
        let (dead, journals) = if is_short { self.given_up() } else { (0, 0) };
        let least = self.room.as_ref().map_or(u64::MAX, Room::slack);
        let done = if journals > least.saturating_mul(4) {
            self.seal()
        } else if dead > least && (self.released || !may_add_runs) {
            self.open_again()
        } else if dead > least {
            self.released = true;
            self.release()
        } else if is_due && may_add_runs {
            self.clean()
        } else {
            Ok(())
        };
        done.unwrap_or_else(|error| tracing::warn!("files stay that nothing needs: {error}"));
    }

    /// Begins a cleaning, behind an empty commit: what the last one removed may still be read.
    fn clean(&mut self) -> Result<()> {
        self.write(&Writes::new(), None)?;
        let current = self.current.as_ref();
        self.cleaning = current.and_then(|current| Cleaning::begin(&current.open, self.removed));
        if self.cleaning.is_some() {
            self.removed = 0;
        }
        Ok(())
    }

    /// The bytes of table files that only old versions know, and those of the journals.
    fn given_up(&self) -> (u64, u64) {
        let Some(current) = &self.current else { return (0, 0) };
        let tables = journal::table_bytes(&self.dir.join("fjall")).unwrap_or(0);
        let journals = journal::allocated_bytes(&self.dir.join("fjall")).unwrap_or(0);
        (tables.saturating_sub(current.open.keyspace.tree.disk_space()), journals)
    }

    /// Lets go of the files that a cleaning has emptied.
    fn settle(&mut self) {
        let removed_meanwhile = self.removed;
        self.end_cleaning();
        let is_left_over = self.removed > removed_meanwhile;
        let settled = self.ready().map(drop).and_then(|()| self.release());
        settled.unwrap_or_else(|error| tracing::warn!("removed values stay on disk: {error}"));
        // More may have been removed meanwhile, and no group need follow. What this one has left over is
        // tried with the next group: at once it would find the same readers.
        if removed_meanwhile > 0 || !is_left_over {
            self.keep_in_bounds();
        }
    }

    /// Removes files that no reader needs any more. Those go with a memory table that is rotated
    /// after a commit.
    fn release(&mut self) -> Result<()> {
        self.write(&Writes::new(), None)?;
        self.current.as_ref().map_or(Ok(()), |current| rotate(&current.open))
    }

    /// Opens the database anew, but not all the time. What a compaction wrote that then found no room
    /// is known to no version, and goes only so.
    fn open_again(&mut self) -> Result<()> {
        let now = Instant::now();
        if self.opened.is_some_and(|last| now.duration_since(last) < OPEN_AGAIN) {
            return Ok(());
        }
        (self.released, self.opened) = (false, Some(now));
        self.close();
        self.ready().map(drop)
    }

    /// Begins a new journal, so that what the present one takes on the disk is free. fjall does it
    /// at 64 MB, which a small disk never sees.
    fn seal(&mut self) -> Result<()> {
        if let Some(current) = &self.current {
            // The journal goes only when what it holds is in a table file, for which the disk may have no
            // room but the reserve's.
            if let Some(room) = self.room.as_mut().filter(|room| room.is_short()) {
                room.make(current.open.keyspace.tree.active_memtable().size());
            }
            current.open.keyspace.rotate_memtable().map_err(from_fjall)?;
            cleaning::flush(&current.open)?;
        }
        self.close();
        self.current = Some(self.shared.open(&self.dir, journal::seal)?);
        self.release()
    }

    /// Writes a group, in several attempts where something else than its own writing has failed. What
    /// frees so many bytes gets room from the reserve.
    fn write(&mut self, writes: &Writes, freeing: Option<u64>) -> Result<()> {
        let mut is_unknown = false;
        for _ in 1..ATTEMPTS {
            match self.try_write(writes) {
                Err(Refused::Poisoned { written }) => is_unknown |= written,
                // Room was kept, and a compaction has taken it, and failed too. What that one wrote in
                // vain goes when the database is opened again.
                Err(Refused::For(Error::Full(_))) if freeing.is_some() => {}
                other => return told(other.map_err(Into::into), is_unknown),
            }
            self.close();
            if let Err(error) = self.ready() {
                return told(Err(error), is_unknown);
            }
            if let (Some(room), Some(bytes)) = (&mut self.room, freeing) {
                room.make(bytes);
            }
        }
        let last = self.try_write(writes);
        is_unknown |= matches!(last, Err(Refused::Poisoned { written: true }));
        told(last.map_err(Into::into), is_unknown)
    }

    fn try_write(&mut self, writes: &Writes) -> std::result::Result<(), Refused> {
        let current = self.current.as_mut().ok_or(Error::Closed)?;
        let Current { open: Open { database, keyspace }, progress, number, .. } = current;
        let next = *number + 1;
        let mut batch = database.batch().durability(Some(PersistMode::Buffer));
        for (key, value) in writes {
            match value {
                Some(value) => batch.insert(keyspace, &key[..], &value[..]),
                None => batch.remove(keyspace, &key[..]),
            }
        }
        batch.insert(keyspace, NUMBER_KEY, next.to_be_bytes());
        if let Err(error) = batch.commit() {
            // fjall accepts nothing more now. What it had synced is untouched, and a write that was
            // not yet to be synced may be tried again; so the next group opens it again.
            tracing::error!("a commit to the tables is refused: {error}");
            self.close();
            return Err(match error {
                fjall::Error::Poisoned => Refused::Poisoned { written: false },
                error => Refused::For(self.watched.refused(error)),
            });
        }
        if self.durable
            && let Err(error) = (self.sync)(database)
        {
            // fjall's own thread has failed meanwhile, and nothing was synced yet.
            if matches!(error, fjall::Error::Poisoned) {
                return Err(Refused::Poisoned { written: true });
            }
            // After a failed sync nobody knows what is on the disk, and a second sync would lie.
            let why = format!("tables: {error}");
            tracing::error!("storage is read-only from here on: {why}");
            self.read_only = Some(why.clone());
            self.watched.watch.failed(&why);
            return Err(Error::ReadOnly(why).into());
        }
        self.watched.confirm(&self.dir)?;
        *lock(&self.shared.durable) = Some(Arc::new(database.snapshot()));
        *number = next;
        if self.durable {
            progress.record(next);
        }
        Ok(())
    }

    /// Closes the database, until the next group opens it again.
    fn close(&mut self) {
        self.end_cleaning();
        self.current = None;
    }

    /// What was not cleaned up is left to the next.
    fn end_cleaning(&mut self) {
        if let Some(cleaning) = self.cleaning.take() {
            self.removed += cleaning.end();
        }
    }
}

/// Puts what was written lately aside, to go to a table file. fjall's only thread does so too, but
/// not while it compacts, and memory would grow all the while.
fn rotate(open: &Open) -> Result<()> {
    open.keyspace.rotate_memtable().map_err(from_fjall)?;
    if open.keyspace.tree.sealed_memtable_count() < MOST_MEMTABLES {
        return Ok(());
    }
    cleaning::flush(open)
}

/// What is said of a group. One that was written without a sync may be found when the database is
/// opened again.
fn told(result: Result<()>, is_unknown: bool) -> Result<()> {
    match result {
        Err(error) if is_unknown => Err(Error::Unknown(error.to_string())),
        other => other,
    }
}

/// Why a group was not written.
enum Refused {
    /// fjall's own thread has failed, which it says before it writes or syncs anything.
    Poisoned {
        /// It was written, and not synced.
        written: bool,
    },
    For(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Refused::For(error)
    }
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Poisoned { .. } => from_fjall(fjall::Error::Poisoned),
            Refused::For(error) => error,
        }
    }
}

/// Whether files can be made in a directory.
fn writable(dir: &Path) -> io::Result<()> {
    let path = dir.join("probe");
    File::create(&path)?;
    fs::remove_file(path)
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

/// How many bytes a batch removes: what it says or proves to be there, or else what is there. To
/// look that up takes a whole filter of a table file where memory has none.
fn removed_by(open: &Open, batch: &Batch) -> u64 {
    if let Some(bytes) = batch.removed_bytes {
        return bytes;
    }
    let proven = |condition| match condition {
        &Condition::Equals(table, ref key, ref value) => Some(((table, &key[..]), value.len())),
        Condition::Absent(..) | Condition::Present(..) => None,
    };
    let proven: HashMap<_, _> = batch.conditions.iter().filter_map(proven).collect();
    let bytes = |write: &Write| match write {
        Write::Put(..) => 0,
        Write::Delete(table, key) => {
            let look_up = || {
                let found = open.keyspace.size_of(full_key(*table, key));
                found.ok().flatten().map_or(0, |bytes| bytes as usize)
            };
            let value = proven.get(&(*table, &key[..])).copied().unwrap_or_else(look_up);
            (key.len() + value) as u64
        }
    };
    batch.writes.iter().map(bytes).sum()
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
