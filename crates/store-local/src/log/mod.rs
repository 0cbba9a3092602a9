//! [`Log`] on segment files.
//!
//! A log is a directory of segments (`segment.rs`) of frames (`frame.rs`). Committer threads
//! (`commit.rs`) write them; a log belongs to one thread, so that writing needs no lock. Readers
//! (`read.rs`) find their way by sparse indexes (`index.rs`): that of the segment being written is
//! in memory, the others are in files, of which the last ones read are kept (`cache.rs`). Opening
//! (`recover.rs`) reads only what was written since the last orderly close.
//!
//! So that what is gone is missed, a manifest beside each folder says which segments there have to
//! be (`manifest.rs`, `inventory.rs`), and a file for all logs how far they were acknowledged
//! (`progress.rs`). However many logs there are, few of their files are open (`files.rs`).

mod cache;
mod commit;
#[cfg(test)]
pub(crate) mod faulty_disk;
mod files;
#[cfg(test)]
mod files_tests;
mod frame;
mod index;
mod inventory;
#[cfg(test)]
mod loss_tests;
mod manifest;
mod progress;
mod read;
mod recover;
mod scan;
mod segment;
mod state;
#[cfg(test)]
mod tests;

use crate::disk::{Disk, OsDisk};
use crate::watch::Watch;
use crate::{Cut, lock};
use cache::Cache;
use commit::{Append, Reply, Request};
use files::OpenFiles;
use progress::Progress;
use state::{LogState, Shared};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;
use store::{
    Appended, Bounds, BoxFuture, Entry, Error, Lane, Log, LogId, Lost, ReadLimit, Reading, Result,
    Stored,
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

/// What to make of what is found at opening, and how much of it may be open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening {
    /// Whether logs without a manifest are of a version that wrote none.
    pub adopt: bool,
    /// Whether to go on where acknowledged records are missing.
    pub skip_missing: bool,
    /// The most files that are open to write to, and four times the most that are open to read.
    pub open_files: usize,
}

impl Default for Opening {
    fn default() -> Self {
        Self { adopt: true, skip_missing: false, open_files: 512 }
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
    watch: Arc<Watch>,
    logs: RwLock<BTreeMap<LogId, Arc<LogState>>>,
    cache: Cache,
    files: OpenFiles,
    progress: Progress,
    /// What was found lost at opening.
    lost: Vec<Lost>,
}

impl LocalLog {
    /// Opens the logs under a directory that is there. Gives also what was cut from their ends,
    /// since a crash had torn it before it was acknowledged.
    ///
    /// # Errors
    /// [`Error::Damaged`] when something is unreadable that was acknowledged.
    pub fn open(dir: &Path, options: LogOptions) -> Result<(Self, Vec<Cut>)> {
        Self::open_with(Arc::new(OsDisk), dir, options, Opening::default())
    }

    /// The same, on any disk.
    #[cfg(test)]
    pub(crate) fn open_on(
        disk: Arc<dyn Disk>,
        dir: &Path,
        options: LogOptions,
    ) -> Result<(Self, Vec<Cut>)> {
        Self::open_with(disk, dir, options, Opening::default())
    }

    /// The same, in the way that is wanted.
    pub(crate) fn open_with(
        disk: Arc<dyn Disk>,
        dir: &Path,
        options: LogOptions,
        opening: Opening,
    ) -> Result<(Self, Vec<Cut>)> {
        Self::open_watched(disk, dir, options, opening, Watch::none(dir))
    }

    /// The same, in a directory that is watched.
    pub(crate) fn open_watched(
        disk: Arc<dyn Disk>,
        dir: &Path,
        options: LogOptions,
        opening: Opening,
        watch: Arc<Watch>,
    ) -> Result<(Self, Vec<Cut>)> {
        let segment_bytes = options.segment_bytes.min(1 << 30);
        let options = LogOptions { segment_bytes, ..options };
        let All { logs, progress, cuts, lost } = open_logs(&*disk, dir, opening)?;
        let inner = Arc::new(Inner {
            disk,
            dir: dir.to_owned(),
            options,
            watch,
            logs: RwLock::new(logs),
            cache: Cache::new(opening.open_files / 4),
            files: OpenFiles::new(opening.open_files),
            progress,
            lost,
        });
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

/// All logs of a directory.
struct All {
    logs: Logs,
    progress: Progress,
    cuts: Vec<Cut>,
    lost: Vec<Lost>,
}

fn open_logs(disk: &dyn Disk, dir: &Path, opening: Opening) -> Result<All> {
    let ids = find_logs(disk, dir)?;
    let (progress, mut places) = Progress::open(disk, dir, ids.iter())?;
    let (mut logs, mut cuts, mut lost) = (BTreeMap::new(), Vec::new(), Vec::new());
    for id in ids {
        // Each has been given one.
        let Some(place) = places.remove(&id) else { continue };
        let opened = recover::open(disk, opening, dir.join(&id.0), id.clone(), place)?;
        let Some(opened) = opened else { continue };
        logs.insert(id, Arc::new(opened.log));
        cuts.extend(opened.cut);
        lost.extend(opened.lost);
    }
    Ok(All { logs, progress, cuts, lost })
}

/// The logs that have a folder or a manifest, when what a crash left unfinished is removed.
fn find_logs(disk: &dyn Disk, dir: &Path) -> Result<BTreeSet<LogId>> {
    let (mut ids, mut folders, mut deleted) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for name in disk.names(dir)? {
        let (id, ending) = match name.split_once('.') {
            Some((id, ending)) => (LogId(id.to_owned()), ending),
            None => (LogId(name.clone()), ""),
        };
        match ending {
            _ if id.check().is_err() => {}
            "" => {
                folders.insert(id.clone());
                ids.insert(id);
            }
            manifest::ENDING => {
                ids.insert(id);
            }
            "manifest.new" => disk.remove(&dir.join(name))?,
            "deleted" => deleted.push(id),
            _ => {}
        }
    }
    for id in deleted {
        let folder = dir.join(&id.0);
        if !folders.contains(&id) && ids.remove(&id) {
            // The folder, by which this is known, goes only when the manifest is gone for good.
            disk.remove(&manifest::path(&folder))?;
            disk.sync_dir(dir)?;
        }
        disk.remove_dir(&folder.with_extension("deleted"))?;
    }
    Ok(ids)
}

impl Inner {
    fn log(&self, id: &LogId) -> Option<Arc<LogState>> {
        self.logs.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// Makes a log whose lanes begin at this offset. Its folder alone is not a log yet.
    fn create_log(&self, id: &LogId, floor: u64) -> Result<()> {
        id.check()?;
        if self.log(id).is_some() {
            return Err(Error::Exists(format!("log {}", id.0)));
        }
        let dir = self.dir.join(&id.0);
        let shared = Shared { floor, lossy: floor > 0, ..Shared::default() };
        self.watch.check()?;
        let made = self.with_descriptor(|| match self.disk.create_dir(&dir) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        });
        made.map_err(|error| self.watch.refused(error))?;
        if let Err(error) = self.with_descriptor(|| shared.manifest(None).save(&*self.disk, &dir)) {
            // What is left over is removed at the next open, if not now.
            let _ = self.disk.remove(&manifest::path(&dir));
            let _ = self.disk.remove_dir(&dir);
            return Err(self.watch.refused(error));
        }
        self.watch.confirm()?;
        let log = LogState::new(id.clone(), dir, self.progress.take(id), shared);
        let mut logs = self.logs.write().unwrap_or_else(PoisonError::into_inner);
        logs.insert(id.clone(), Arc::new(log));
        Ok(())
    }

    /// Makes a log in place of one that is gone with all that told how far it went.
    fn recreate_log(&self, id: &LogId) -> Result<()> {
        self.create_log(id, inventory::UNKNOWN_RECORDS)
    }

    /// The folder is renamed first, durably: under its new name it tells, after a crash, that the
    /// manifest is to go too.
    fn delete_log(&self, id: &LogId) -> Result<()> {
        let Some(log) = self.log(id) else { return Ok(()) };
        let gone = log.dir.with_extension("deleted");
        self.watch.confirm()?;
        match self.disk.rename(&log.dir, &gone) {
            // Somebody else has removed it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            renamed => renamed.map_err(|error| self.watch.refused(error))?,
        }
        self.logs.write().unwrap_or_else(PoisonError::into_inner).remove(id);
        log.read()?.deleted = true;
        log.close_file();
        let sync = || self.with_descriptor(|| self.disk.sync_dir(&self.dir));
        sync()?;
        match self.disk.remove(&manifest::path(&log.dir)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            removed => removed?,
        }
        sync()?;
        self.progress.give(log.slot);
        match self.with_descriptor(|| self.disk.remove_dir(&gone)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(log = id.0, "its files stay until the next start: {error}");
            }
            _ => {}
        }
        Ok(())
    }

    /// Ends the file that is written where what is durable ends.
    fn give_back(&self, log: &Arc<LogState>) {
        let to_open = {
            let Ok(shared) = log.write() else { return };
            let closed = |active: &&state::Active| active.file.is_none();
            let longer = shared.active.as_ref().filter(|active| active.ahead > active.length);
            longer.filter(closed).map(|active| active.number)
        };
        if let Some(number) = to_open
            && let Err(error) = self.active_file(log, number)
        {
            // The zeros at its end are found at the next open.
            tracing::warn!(log = log.id.0, "what was written ahead stays: {error}");
        }
        if let Ok(mut shared) = log.write()
            && let Some(active) = &mut shared.active
        {
            active.give_back();
        }
    }

    /// Saves the index of the segment being written, so that the next open need not read it all.
    fn save_index(&self, log: &Arc<LogState>) {
        self.give_back(log);
        let Ok(mut shared) = log.write() else { return };
        let Some(active) = &mut shared.active else { return };
        active.file = None;
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

    fn recreate<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.ask(log, |reply| Request::Recreate(log.clone(), reply)))
    }

    fn lost(&self) -> Vec<Lost> {
        self.inner.lost.clone()
    }

    fn delete<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.ask(log, |reply| Request::Delete(log.clone(), reply)))
    }

    fn list(&self) -> Reading<'_, Vec<LogId>> {
        let logs = || self.inner.logs.read().unwrap_or_else(PoisonError::into_inner);
        Reading::now(self.check_open().map(|()| logs().keys().cloned().collect()))
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

    fn seal<'a>(&'a self, log: &'a LogId, lane: Lane) -> BoxFuture<'a, Result<u64>> {
        Box::pin(async move {
            let state = self.log(log)?;
            self.ask(log, |reply| Request::Seal(state, lane, reply)).await
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

    fn bounds<'a>(&'a self, log: &'a LogId, lane: Lane) -> Reading<'a, Bounds> {
        let bounds = || {
            let log = self.log(log)?;
            Ok(log.read()?.bounds(lane))
        };
        Reading::now(bounds())
    }

    fn trim<'a>(&'a self, log: &'a LogId, before_ms: i64) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let state = self.log(log)?;
            self.ask(log, |reply| Request::Trim(state, before_ms, reply)).await
        })
    }
}
