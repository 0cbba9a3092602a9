//! [`Blobs`] on files, each named by its id; `format.rs` says what is in them.
//!
//! A blob is written under a temporary name, synced, and given its own, and the directory is synced
//! before the blob counts. After a failed sync nobody knows what is on the disk, and a second sync
//! would lie; so nothing more is written.

mod format;
#[cfg(test)]
mod tests;

use crate::disk::{Disk, DiskFile};
use crate::lock;
use crate::watch::Watch;
use bytes::{Bytes, BytesMut};
use format::{Content, Piece, Sums};
use std::collections::VecDeque;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use store::{BlobId, BlobReader, BlobWriter, Blobs, BoxFuture, Error, Result};

/// How many bytes a writer collects before it writes them.
const WRITE_BYTES: usize = 512 * 1024;
/// After how many bytes a writer has the disk begin with them, so that little is left to sync at the end.
const EARLY_BYTES: u64 = 1 << 20;
/// Where blobs are while they are written.
const UNFINISHED: &str = "unfinished";

/// The blobs in one directory.
pub struct LocalBlobs {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    /// Tells temporary files apart.
    writers: AtomicU64,
    /// Held while a blob gets its name, so that none is replaced.
    naming: Mutex<()>,
    /// Why nothing may be written any more.
    read_only: Mutex<Option<String>>,
    watch: Arc<Watch>,
    closed: AtomicBool,
}

impl LocalBlobs {
    /// Opens the blobs in a directory that is there, and removes what a crash left unfinished.
    #[cfg(test)]
    pub(crate) fn open_on(disk: Arc<dyn Disk>, dir: &Path) -> Result<Self> {
        Self::open_watched(disk, dir, Watch::none(dir))
    }

    /// The same, in a directory that is watched.
    pub(crate) fn open_watched(disk: Arc<dyn Disk>, dir: &Path, watch: Arc<Watch>) -> Result<Self> {
        let unfinished = dir.join(UNFINISHED);
        match disk.create_dir(&unfinished) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => made?,
        }
        for name in disk.names(&unfinished)? {
            disk.remove(&unfinished.join(name))?;
        }
        let inner = Inner {
            disk,
            dir: dir.to_owned(),
            writers: AtomicU64::new(0),
            naming: Mutex::new(()),
            read_only: Mutex::new(None),
            watch,
            closed: AtomicBool::new(false),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Refuses all from then on. Blobs that are being read are read to their end.
    pub fn close(&self) {
        self.inner.closed.store(true, Ordering::Release);
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let inner = self.inner.clone();
        if inner.closed.load(Ordering::Acquire) {
            return Err(Error::Closed);
        }
        blocking(move || work(&inner)).await
    }
}

/// Runs what blocks on the disk where blocking is allowed.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(io::Error::other(error).into()),
    }
}

impl Inner {
    /// The path of a blob; refuses an id that could name something else.
    fn path(&self, id: &BlobId) -> Result<PathBuf> {
        id.check()?;
        Ok(self.dir.join(&id.0))
    }

    /// Opens a blob's file.
    fn file(&self, id: &BlobId) -> Result<Option<Arc<dyn DiskFile>>> {
        match self.disk.open(&self.path(id)?) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn create(self: &Arc<Self>, id: BlobId) -> Result<Writer> {
        self.check_writable()?;
        if self.file(&id)?.is_some() {
            return Err(exists(&id));
        }
        let number = self.writers.fetch_add(1, Ordering::Relaxed);
        let path = self.dir.join(UNFINISHED).join(format!("{}-{number}", id.0));
        let file = self.disk.create(&path).map_err(|error| self.watch.refused(error))?;
        let sums = Sums::new(&id);
        let blobs = self.clone();
        let unfinished = Unfinished { blobs, id, file, path, sums, begun: 0, has_name: false };
        Ok(Writer { unfinished: Some(unfinished), waiting: Vec::new() })
    }

    /// Gives a finished blob its name, durably.
    fn name(&self, id: &BlobId, unfinished: &Path) -> Result<()> {
        let path = self.path(id)?;
        {
            let _held = lock(&self.naming);
            if self.file(id)?.is_some() {
                return Err(exists(id));
            }
            self.disk.rename(unfinished, &path).map_err(|error| self.watch.refused(error))?;
        }
        self.disk.sync_dir(&self.dir).map_err(|error| {
            // It may or may not stay; it must not be seen while that is open.
            let _ = self.disk.remove(&path);
            // The directory could not even be opened: nothing failed that has to be trusted later.
            if Error::is_out_of_descriptors(&error) {
                return error.into();
            }
            self.turn_read_only(&error)
        })?;
        self.watch.confirm()
    }

    fn check_writable(&self) -> Result<()> {
        self.watch.check()?;
        lock(&self.read_only).clone().map_or(Ok(()), |why| Err(Error::ReadOnly(why)))
    }

    /// Refuses all further writes, and gives the error that says so.
    fn turn_read_only(&self, why: &io::Error) -> Error {
        let why = format!("blobs: {why}");
        tracing::error!("storage is read-only from here on: {why}");
        lock(&self.read_only).get_or_insert(why.clone());
        self.watch.failed(&why);
        Error::ReadOnly(why)
    }

    fn reader(&self, id: BlobId, range: &Range<u64>) -> Result<Reader> {
        let Some(file) = self.file(&id)? else { return Err(Error::no_blob(&id)) };
        let content = Content::open(file, self.path(&id)?, id)?;
        let end = range.end.min(content.length());
        let mut rest = range.start.min(end)..end;
        // What is wrong with the first piece is known before any of it is answered.
        let first = match rest.is_empty() {
            true => None,
            false => Some(content.read(&rest, BytesMut::new())?),
        };
        rest.start += first.as_ref().map_or(0, Piece::len) as u64;
        Ok(Reader { content: Arc::new(content), rest, first, given: VecDeque::new() })
    }
}

fn exists(id: &BlobId) -> Error {
    Error::Exists(format!("blob {}", id.0))
}

/// A temporary file, which is removed when it is let go.
struct Unfinished {
    blobs: Arc<Inner>,
    id: BlobId,
    file: Arc<dyn DiskFile>,
    path: PathBuf,
    sums: Sums,
    /// As far as the disk has begun.
    begun: u64,
    has_name: bool,
}

impl Unfinished {
    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        let written = self.file.write_at(bytes, self.sums.length());
        written.map_err(|error| self.blobs.watch.refused(error))?;
        self.sums.add(bytes);
        let length = self.sums.length();
        if length - self.begun >= EARLY_BYTES {
            self.file.begin_sync(self.begun..length);
            self.begun = length;
        }
        Ok(())
    }

    /// Makes it a blob, and gives the length of its content.
    fn finish(mut self) -> Result<u64> {
        let length = self.sums.length();
        let sums = std::mem::replace(&mut self.sums, Sums::new(&self.id));
        let written = self.file.write_at(&sums.end(), length);
        written.map_err(|error| self.blobs.watch.refused(error))?;
        self.blobs.check_writable()?;
        self.file.sync().map_err(|error| self.blobs.turn_read_only(&error))?;
        self.blobs.name(&self.id, &self.path)?;
        self.has_name = true;
        Ok(length)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if self.has_name {
            return;
        }
        match self.blobs.disk.remove(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(file = %self.path.display(), "it stays until the next start: {error}");
            }
            _ => {}
        }
    }
}

struct Writer {
    /// `None` while a write is under way, and for good if it was dropped or failed.
    unfinished: Option<Unfinished>,
    waiting: Vec<u8>,
}

impl Writer {
    fn take(&mut self) -> Result<(Unfinished, Vec<u8>)> {
        let lost = || io::Error::other("an earlier write to this blob did not succeed");
        let unfinished = self.unfinished.take().ok_or_else(lost)?;
        Ok((unfinished, std::mem::take(&mut self.waiting)))
    }
}

impl BlobWriter for Writer {
    fn write(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            if self.waiting.len() + bytes.len() < WRITE_BYTES {
                self.waiting.extend_from_slice(&bytes);
                return Ok(());
            }
            let (mut unfinished, mut waiting) = self.take()?;
            let work = move || {
                unfinished.write(&waiting)?;
                unfinished.write(&bytes)?;
                waiting.clear();
                Ok((unfinished, waiting))
            };
            let (unfinished, waiting) = blocking(work).await?;
            self.unfinished = Some(unfinished);
            self.waiting = waiting;
            Ok(())
        })
    }

    fn finish(mut self: Box<Self>) -> BoxFuture<'static, Result<u64>> {
        Box::pin(async move {
            let (mut unfinished, waiting) = self.take()?;
            blocking(move || {
                unfinished.write(&waiting)?;
                unfinished.finish()
            })
            .await
        })
    }
}

struct Reader {
    content: Arc<Content>,
    rest: Range<u64>,
    /// What lies before the rest and was read already.
    first: Option<Piece>,
    /// The pieces given last, at most two. When another is asked for, a part of the newer still
    /// waits to be sent, but the older one's memory can be used again.
    given: VecDeque<Piece>,
}

impl Reader {
    fn give(&mut self, piece: Piece) -> Bytes {
        let bytes = piece.bytes();
        if !self.rest.is_empty() {
            self.given.push_back(piece);
        }
        bytes
    }
}

impl BlobReader for Reader {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>>> {
        Box::pin(async move {
            if let Some(first) = self.first.take() {
                return Ok(Some(self.give(first)));
            }
            if self.rest.is_empty() {
                return Ok(None);
            }
            let (content, rest) = (self.content.clone(), self.rest.clone());
            let older = if self.given.len() == 2 { self.given.pop_front() } else { None };
            let space = older.map(Piece::space).unwrap_or_default();
            let piece = blocking(move || content.read(&rest, space)).await?;
            self.rest.start += piece.len() as u64;
            Ok(Some(self.give(piece)))
        })
    }
}

impl Blobs for LocalBlobs {
    fn create<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<Box<dyn BlobWriter>>> {
        let (inner, id) = (self.inner.clone(), id.clone());
        Box::pin(async move {
            let writer = self.blocking(move |_| inner.create(id)).await?;
            Ok(Box::new(writer) as Box<dyn BlobWriter>)
        })
    }

    fn read<'a>(
        &'a self,
        id: &'a BlobId,
        range: Range<u64>,
    ) -> BoxFuture<'a, Result<Box<dyn BlobReader>>> {
        let id = id.clone();
        Box::pin(async move {
            let reader = self.blocking(move |inner| inner.reader(id, &range)).await?;
            Ok(Box::new(reader) as Box<dyn BlobReader>)
        })
    }

    fn delete<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<()>> {
        let id = id.clone();
        Box::pin(self.blocking(move |inner| {
            let Ok(path) = inner.path(&id) else { return Ok(()) };
            match inner.disk.remove(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    Err(inner.watch.refused(error))
                }
                _ => Ok(()),
            }
        }))
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<BlobId>>> {
        Box::pin(self.blocking(|inner| {
            let ids = inner.disk.names(&inner.dir)?.into_iter().map(BlobId);
            Ok(ids.filter(|id| id.check().is_ok()).collect())
        }))
    }
}
