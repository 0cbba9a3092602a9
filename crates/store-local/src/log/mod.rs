//! [`Log`] on segment files.
//!
//! A log is a directory of segments (`segment.rs`) of frames (`frame.rs`). Committer threads
//! (`commit.rs`) write them; a log belongs to one thread, so that writing needs no lock. Readers
//! (`read.rs`) find their way by sparse indexes (`index.rs`): that of the segment being written is
//! in memory, the others are in files, of which the last ones read are kept (`cache.rs`). Opening
//! (`recover.rs`) reads only what was written since the last orderly close.

mod cache;
mod commit;
#[cfg(test)]
pub(crate) mod faulty_disk;
mod frame;
mod index;
mod read;
mod recover;
mod scan;
mod segment;
mod state;
#[cfg(test)]
mod tests;

use crate::disk::{Disk, OsDisk};
use crate::{Cut, lock};
use cache::Cache;
use commit::{Append, Reply, Request};
use state::{LogState, Shared};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;
use store::{
    Appended, Bounds, BoxFuture, Entry, Error, Lane, Log, LogId, ReadLimit, Result, Stored,
};
use tokio::sync::oneshot;

/// How many threads write. More than one, so that a log with a slow sync does not hold up all.
const COMMITTERS: u64 = 2;

/// How the log keeps its records.
#[derive(Clone, Copy, Debug)]
pub struct LogOptions {
    /// The size at which a segment is full, in bytes; at most 1 GiB is honoured.
    pub segment_bytes: u64,
    /// The most zeros that are written ahead of small appends, in bytes: to sync into blocks that
    /// a file has already costs half of what it costs to let the file grow.
    pub ahead_bytes: u64,
}

impl Default for LogOptions {
    fn default() -> Self {
        Self { segment_bytes: 64 << 20, ahead_bytes: 1 << 20 }
    }
}

/// The logs under one directory.
pub struct LocalLog {
    inner: Arc<Inner>,
    /// `None` once closed.
    queues: RwLock<Option<Vec<Sender<Request>>>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

/// What readers and committers share.
#[derive(Debug)]
struct Inner {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    options: LogOptions,
    logs: RwLock<BTreeMap<LogId, Arc<LogState>>>,
    cache: Cache,
}

impl LocalLog {
    /// Opens the logs under a directory that is there. Gives also what was cut from their ends,
    /// since a crash had torn it before it was acknowledged.
    ///
    /// # Errors
    /// [`Error::Damaged`] when something is unreadable that was acknowledged.
    pub fn open(dir: &Path, options: LogOptions) -> Result<(Self, Vec<Cut>)> {
        Self::open_on(Arc::new(OsDisk), dir, options)
    }

    /// The same, on any disk.
    pub(crate) fn open_on(
        disk: Arc<dyn Disk>,
        dir: &Path,
        options: LogOptions,
    ) -> Result<(Self, Vec<Cut>)> {
        let segment_bytes = options.segment_bytes.min(1 << 30);
        let options = LogOptions { segment_bytes, ..options };
        let (logs, cuts) = open_logs(&*disk, dir)?;
        let (dir, logs) = (dir.to_owned(), RwLock::new(logs));
        let inner = Arc::new(Inner { disk, dir, options, logs, cache: Cache::default() });
        let mut queues = Vec::new();
        let mut threads = Vec::new();
        for n in 0..COMMITTERS {
            let (sender, receiver) = mpsc::channel();
            let inner = inner.clone();
            let thread = std::thread::Builder::new().name(format!("log-committer-{n}"));
            threads.push(thread.spawn(move || commit::run(&inner, &receiver))?);
            queues.push(sender);
        }
        let queues = RwLock::new(Some(queues));
        Ok((Self { inner, queues, threads: Mutex::new(threads) }, cuts))
    }

    /// Waits for what was accepted, notes where the segments end, and refuses all from then on.
    pub fn close(&self) {
        drop(self.queues.write().unwrap_or_else(PoisonError::into_inner).take());
        for thread in lock(&self.threads).drain(..) {
            if thread.join().is_err() {
                tracing::error!("a thread that writes logs had panicked");
            }
        }
        let logs =
            std::mem::take(&mut *self.inner.logs.write().unwrap_or_else(PoisonError::into_inner));
        logs.values().for_each(|log| self.inner.save_index(log));
        self.inner.cache.clear();
    }

    /// Asks the log's committer thread, and waits for its answer.
    async fn ask<T>(&self, id: &LogId, request: impl FnOnce(Reply<T>) -> Request) -> Result<T> {
        let (reply, answer) = oneshot::channel();
        {
            let queues = self.queues.read().unwrap_or_else(PoisonError::into_inner);
            let mut hasher = DefaultHasher::new();
            id.hash(&mut hasher);
            // The remainder is below the number of queues.
            let queue = (hasher.finish() % COMMITTERS) as usize;
            let queue =
                queues.as_ref().and_then(|queues| queues.get(queue)).ok_or(Error::Closed)?;
            queue.send(request(reply)).map_err(|_| Error::Closed)?;
        }
        answer.await.unwrap_or(Err(Error::Closed))
    }

    fn check_open(&self) -> Result<()> {
        let queues = self.queues.read().unwrap_or_else(PoisonError::into_inner);
        if queues.is_none() { Err(Error::Closed) } else { Ok(()) }
    }

    fn log(&self, id: &LogId) -> Result<Arc<LogState>> {
        self.check_open()?;
        self.inner.log(id).ok_or_else(|| Error::no_log(id))
    }
}

impl Drop for LocalLog {
    fn drop(&mut self) {
        self.close();
    }
}

type Logs = BTreeMap<LogId, Arc<LogState>>;

fn open_logs(disk: &dyn Disk, dir: &Path) -> Result<(Logs, Vec<Cut>)> {
    let (mut logs, mut cuts) = (BTreeMap::new(), Vec::new());
    for name in disk.names(dir)? {
        let (path, id) = (dir.join(&name), LogId(name));
        if id.check().is_ok() {
            let (log, cut) = recover::open(disk, path, id.clone())?;
            logs.insert(id, Arc::new(log));
            cuts.extend(cut);
        } else if id.0.ends_with(".deleted") {
            disk.remove_dir(&path)?;
        }
    }
    Ok((logs, cuts))
}

impl Inner {
    fn log(&self, id: &LogId) -> Option<Arc<LogState>> {
        self.logs.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    fn create_log(&self, id: &LogId) -> Result<()> {
        id.check()?;
        if self.log(id).is_some() {
            return Err(Error::Exists(format!("log {}", id.0)));
        }
        let dir = self.dir.join(&id.0);
        self.disk.create_dir(&dir)?;
        self.disk.sync_dir(&self.dir)?;
        let log = LogState::new(id.clone(), dir, Shared::default());
        let mut logs = self.logs.write().unwrap_or_else(PoisonError::into_inner);
        logs.insert(id.clone(), Arc::new(log));
        Ok(())
    }

    fn delete_log(&self, id: &LogId) -> Result<()> {
        let Some(log) = self.log(id) else { return Ok(()) };
        let gone = log.dir.with_extension("deleted");
        self.disk.rename(&log.dir, &gone)?;
        self.logs.write().unwrap_or_else(PoisonError::into_inner).remove(id);
        log.read()?.deleted = true;
        self.disk.sync_dir(&self.dir)?;
        if let Err(error) = self.disk.remove_dir(&gone) {
            tracing::warn!(log = id.0, "its files stay until the next start: {error}");
        }
        Ok(())
    }

    /// Saves the index of the segment being written, so that the next open need not read it all.
    fn save_index(&self, log: &LogState) {
        let Ok(mut shared) = log.write() else { return };
        let Some(active) = &mut shared.active else { return };
        active.give_back();
        if active.saved >= active.length {
            return;
        }
        let path = segment::index_path(&log.dir, active.number);
        match active.index.save(&*self.disk, &path, active.number, active.length) {
            Ok(()) => active.saved = active.length,
            Err(error) => tracing::warn!(index = %path.display(), "it is not saved: {error}"),
        }
    }

    /// Runs what blocks on the disk where blocking is allowed.
    async fn blocking<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        match tokio::task::spawn_blocking(move || work(&self)).await {
            Ok(result) => result,
            Err(error) => Err(std::io::Error::other(error).into()),
        }
    }
}

impl Log for LocalLog {
    fn create<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.ask(log, |reply| Request::Create(log.clone(), reply)))
    }

    fn delete<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.ask(log, |reply| Request::Delete(log.clone(), reply)))
    }

    fn list(&self) -> Result<Vec<LogId>> {
        self.check_open()?;
        let logs = self.inner.logs.read().unwrap_or_else(PoisonError::into_inner);
        Ok(logs.keys().cloned().collect())
    }

    fn append<'a>(
        &'a self,
        log: &'a LogId,
        entries: Vec<Entry>,
    ) -> BoxFuture<'a, Result<Vec<Appended>>> {
        Box::pin(async move {
            let state = self.log(log)?;
            self.ask(log, |reply| Request::Append(state, Append { entries, reply })).await
        })
    }

    fn read<'a>(
        &'a self,
        log: &'a LogId,
        lane: Lane,
        from: u64,
        limit: ReadLimit,
    ) -> BoxFuture<'a, Result<Vec<Stored>>> {
        Box::pin(async move {
            let log = self.log(log)?;
            if self.inner.is_quick(&log, lane, from)? {
                return self.inner.read(&log, lane, from, limit);
            }
            self.inner.clone().blocking(move |inner| inner.read(&log, lane, from, limit)).await
        })
    }

    fn seek<'a>(&'a self, log: &'a LogId, lane: Lane, time_ms: i64) -> BoxFuture<'a, Result<u64>> {
        Box::pin(async move {
            let log = self.log(log)?;
            self.inner.clone().blocking(move |inner| inner.seek(&log, lane, time_ms)).await
        })
    }

    fn bounds(&self, log: &LogId, lane: Lane) -> Result<Bounds> {
        let log = self.log(log)?;
        let shared = log.read()?;
        Ok(shared.lanes.get(&lane).map_or(Bounds::EMPTY, |state| Bounds {
            start: state.start,
            end: state.end,
            newest_ms: Some(state.newest_ms),
        }))
    }

    fn trim<'a>(&'a self, log: &'a LogId, before_ms: i64) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let state = self.log(log)?;
            self.ask(log, |reply| Request::Trim(state, before_ms, reply)).await
        })
    }
}
