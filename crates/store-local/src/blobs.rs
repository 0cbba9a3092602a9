//! [`Blobs`] on files: `ab/<id>`, where `ab` are the id's first two digits.
//!
//! A blob is written under a temporary name, synced, and linked to its own name, which fails if
//! the name is taken. Every directory that a name went into is synced before the blob counts.

use bytes::Bytes;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use store::{BlobId, BlobReader, BlobWriter, Blobs, BoxFuture, Error, Result};

/// How many bytes a reader gives at a time.
const PIECE_BYTES: u64 = 512 * 1024;
/// How many bytes a writer collects before it writes them.
const WRITE_BYTES: usize = 512 * 1024;
/// Where blobs are while they are written.
const UNFINISHED: &str = "unfinished";

/// The blobs in one directory.
pub struct LocalBlobs {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    dir: PathBuf,
    /// Tells temporary files apart.
    writers: AtomicU64,
    closed: AtomicBool,
}

impl LocalBlobs {
    /// Opens the blobs in a directory, which is made if need be, and removes what a crash left
    /// unfinished.
    ///
    /// # Errors
    /// The operating system's.
    pub fn open(dir: &Path) -> Result<Self> {
        let unfinished = dir.join(UNFINISHED);
        if !unfinished.try_exists()? {
            fs::create_dir_all(&unfinished)?;
            sync_dir(dir)?;
        }
        for entry in fs::read_dir(&unfinished)? {
            fs::remove_file(entry?.path())?;
        }
        let (dir, writers, closed) = (dir.to_owned(), AtomicU64::new(0), AtomicBool::new(false));
        Ok(Self { inner: Arc::new(Inner { dir, writers, closed }) })
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

fn sync_dir(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()
}

impl Inner {
    /// The directory and the path of a blob; refuses an id that could name something else.
    fn place(&self, id: &BlobId) -> Result<(PathBuf, PathBuf)> {
        id.check()?;
        let dir = self.dir.join(&id.0[..2]);
        let path = dir.join(&id.0);
        Ok((dir, path))
    }

    fn create(self: &Arc<Self>, id: BlobId) -> Result<Writer> {
        let (_, path) = self.place(&id)?;
        if path.try_exists()? {
            return Err(exists(&id));
        }
        let number = self.writers.fetch_add(1, Ordering::Relaxed);
        let path = self.dir.join(UNFINISHED).join(format!("{}-{number}", id.0));
        let file = File::options().write(true).create_new(true).open(&path)?;
        let unfinished = Unfinished { file, path };
        Ok(Writer { blobs: self.clone(), id, unfinished: Some(unfinished), waiting: Vec::new() })
    }

    /// Gives a finished blob its name, durably.
    fn name(&self, id: &BlobId, unfinished: &Path) -> Result<()> {
        let (dir, path) = self.place(id)?;
        match fs::create_dir(&dir) {
            Ok(()) => sync_dir(&self.dir)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
        match fs::hard_link(unfinished, &path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(exists(id)),
            Err(error) => return Err(error.into()),
        }
        sync_dir(&dir).map_err(|error| {
            // It may or may not stay; it must not be seen while that is open.
            let _ = fs::remove_file(&path);
            error.into()
        })
    }

    fn list(&self) -> Result<Vec<BlobId>> {
        let mut ids = Vec::new();
        for dir in fs::read_dir(&self.dir)? {
            let dir = dir?;
            if dir.file_name() == UNFINISHED || !dir.file_type()?.is_dir() {
                continue;
            }
            for blob in fs::read_dir(dir.path())? {
                let id = blob?.file_name().into_string().ok().map(BlobId);
                ids.extend(id.filter(|id| id.check().is_ok()));
            }
        }
        Ok(ids)
    }
}

fn exists(id: &BlobId) -> Error {
    Error::Exists(format!("blob {}", id.0))
}

/// A temporary file, which is removed when it is let go.
struct Unfinished {
    file: File,
    path: PathBuf,
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.path) {
            tracing::warn!(file = %self.path.display(), "it stays until the next start: {error}");
        }
    }
}

struct Writer {
    blobs: Arc<Inner>,
    id: BlobId,
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
                unfinished.file.write_all(&waiting)?;
                unfinished.file.write_all(&bytes)?;
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
                unfinished.file.write_all(&waiting)?;
                unfinished.file.sync_data()?;
                self.blobs.name(&self.id, &unfinished.path)?;
                Ok(unfinished.file.metadata()?.len())
            })
            .await
        })
    }
}

struct Reader {
    file: Arc<File>,
    rest: Range<u64>,
}

impl BlobReader for Reader {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>>> {
        Box::pin(async move {
            let (start, length) = (self.rest.start, self.rest.end.saturating_sub(self.rest.start));
            if length == 0 {
                return Ok(None);
            }
            let file = self.file.clone();
            // At most PIECE_BYTES, which fits.
            let mut bytes = vec![0; length.min(PIECE_BYTES) as usize];
            let work = move || {
                file.read_exact_at(&mut bytes, start)?;
                Ok(Bytes::from(bytes))
            };
            let bytes = blocking(work).await?;
            self.rest.start += bytes.len() as u64;
            Ok(Some(bytes))
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
            let open = move |inner: &Inner| {
                let (_, path) = inner.place(&id)?;
                let file = match File::open(path) {
                    Ok(file) => file,
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {
                        return Err(Error::no_blob(&id));
                    }
                    Err(error) => return Err(error.into()),
                };
                let rest = range.start..range.end.min(file.metadata()?.len());
                Ok(Reader { file: Arc::new(file), rest })
            };
            Ok(Box::new(self.blocking(open).await?) as Box<dyn BlobReader>)
        })
    }

    fn delete<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<()>> {
        let id = id.clone();
        Box::pin(self.blocking(move |inner| {
            if id.check().is_err() {
                return Ok(());
            }
            match inner.place(&id).map(|(_, path)| fs::remove_file(path))? {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
                _ => Ok(()),
            }
        }))
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<BlobId>>> {
        Box::pin(self.blocking(Inner::list))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(digit: char) -> BlobId {
        BlobId(digit.to_string().repeat(32))
    }

    #[tokio::test]
    async fn keeps_the_contract() {
        let dir = tempfile::tempdir().unwrap();
        store::contract::blobs::run(&LocalBlobs::open(dir.path()).unwrap()).await;
        assert_eq!(fs::read_dir(dir.path().join(UNFINISHED)).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn a_finished_blob_outlives_the_process_and_an_unfinished_one_does_not() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = LocalBlobs::open(dir.path()).unwrap();
        let mut writer = blobs.create(&id('a')).await.unwrap();
        writer.write(Bytes::from_static(b"kept")).await.unwrap();
        assert_eq!(writer.finish().await.unwrap(), 4);
        let mut writer = blobs.create(&id('b')).await.unwrap();
        writer.write(Bytes::from(vec![1; 2 * WRITE_BYTES])).await.unwrap();
        std::mem::forget(writer);
        let blobs = LocalBlobs::open(dir.path()).unwrap();
        assert_eq!(blobs.list().await.unwrap(), [id('a')]);
        let mut reader = blobs.read(&id('a'), 0..9).await.unwrap();
        assert_eq!(reader.next().await.unwrap().unwrap(), "kept");
        assert_eq!(fs::read_dir(dir.path().join(UNFINISHED)).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn after_close_nothing_is_begun() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = LocalBlobs::open(dir.path()).unwrap();
        blobs.close();
        assert!(matches!(blobs.create(&id('a')).await, Err(Error::Closed)));
        assert!(matches!(blobs.list().await, Err(Error::Closed)));
    }
}
