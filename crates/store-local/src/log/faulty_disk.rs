//! A disk that fails when a test says so.

use crate::disk::{Disk, DiskFile, OsDisk};
use crate::lock;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// What the disk does next. Clones share their state.
#[derive(Clone, Debug, Default)]
pub(crate) struct FaultyDisk {
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Bytes that can still be written; `None` is no limit.
    room: Mutex<Option<usize>>,
    fail_syncs: Mutex<bool>,
    fail_set_len: Mutex<bool>,
    /// How many files may be open; `None` is no limit.
    descriptors: Mutex<Option<usize>>,
    open: AtomicUsize,
    most_open: AtomicUsize,
    syncs: AtomicU64,
    begun_bytes: AtomicU64,
    read_bytes: AtomicU64,
}

impl FaultyDisk {
    pub fn set_room(&self, bytes: Option<usize>) {
        *lock(&self.state.room) = bytes;
    }

    pub fn fail_syncs(&self, fail: bool) {
        *lock(&self.state.fail_syncs) = fail;
    }

    pub fn fail_set_len(&self, fail: bool) {
        *lock(&self.state.fail_set_len) = fail;
    }

    /// Opens no file and no directory while so many files are open.
    pub fn limit_descriptors(&self, most: Option<usize>) {
        *lock(&self.state.descriptors) = most;
    }

    /// The most files that were open at once.
    pub fn most_open(&self) -> usize {
        self.state.most_open.load(Ordering::SeqCst)
    }

    fn take_descriptor(&self) -> io::Result<()> {
        let most = lock(&self.state.descriptors).unwrap_or(usize::MAX);
        let is_open = self.state.open.load(Ordering::SeqCst);
        // EMFILE.
        if is_open >= most { Err(io::Error::from_raw_os_error(24)) } else { Ok(()) }
    }

    /// How many syncs of files there were.
    pub fn syncs(&self) -> u64 {
        self.state.syncs.load(Ordering::SeqCst)
    }

    /// How many bytes the disk was asked to begin with.
    pub fn begun_bytes(&self) -> u64 {
        self.state.begun_bytes.load(Ordering::SeqCst)
    }

    /// How many bytes were read.
    pub fn read_bytes(&self) -> u64 {
        self.state.read_bytes.load(Ordering::SeqCst)
    }

    /// What is written in place, behind the appends' answers, takes no room.
    fn file(&self, path: &Path, inner: Arc<dyn DiskFile>) -> Arc<dyn DiskFile> {
        if path.extension().is_some_and(|ending| ending == "ends") {
            return inner;
        }
        let open = self.state.open.fetch_add(1, Ordering::SeqCst) + 1;
        self.state.most_open.fetch_max(open, Ordering::SeqCst);
        Arc::new(FaultyFile { inner, state: self.state.clone() })
    }
}

fn full() -> io::Error {
    io::Error::from(io::ErrorKind::StorageFull)
}

impl Disk for FaultyDisk {
    fn create(&self, path: &Path) -> io::Result<Arc<dyn DiskFile>> {
        self.take_descriptor()?;
        OsDisk.create(path).map(|file| self.file(path, file))
    }

    fn open(&self, path: &Path) -> io::Result<Arc<dyn DiskFile>> {
        self.take_descriptor()?;
        OsDisk.open(path).map(|file| self.file(path, file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        OsDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        OsDisk.remove(path)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.take_descriptor()?;
        OsDisk.sync_dir(path)
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        OsDisk.create_dir(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.take_descriptor()?;
        OsDisk.remove_dir(path)
    }

    fn names(&self, path: &Path) -> io::Result<Vec<String>> {
        OsDisk.names(path)
    }
}

#[derive(Debug)]
struct FaultyFile {
    inner: Arc<dyn DiskFile>,
    state: Arc<State>,
}

impl Drop for FaultyFile {
    fn drop(&mut self) {
        self.state.open.fetch_sub(1, Ordering::SeqCst);
    }
}

impl DiskFile for FaultyFile {
    fn read_at(&self, buffer: &mut [u8], at: u64) -> io::Result<usize> {
        self.state.read_bytes.fetch_add(buffer.len() as u64, Ordering::SeqCst);
        self.inner.read_at(buffer, at)
    }

    fn write_at(&self, bytes: &[u8], at: u64) -> io::Result<()> {
        let mut room = lock(&self.state.room);
        let fits = room.map_or(bytes.len(), |room| room.min(bytes.len()));
        self.inner.write_at(&bytes[..fits], at)?;
        if let Some(room) = &mut *room {
            *room -= fits;
        }
        if fits < bytes.len() { Err(full()) } else { Ok(()) }
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        if *lock(&self.state.fail_set_len) {
            return Err(io::Error::other("set_len was made to fail"));
        }
        self.inner.set_len(length)
    }

    fn begin_sync(&self, range: Range<u64>) {
        self.state.begun_bytes.fetch_add(range.end - range.start, Ordering::SeqCst);
        self.inner.begin_sync(range);
    }

    fn sync(&self) -> io::Result<()> {
        // Decided before it is counted, so that a test may wait for the count.
        let fails = *lock(&self.state.fail_syncs);
        self.state.syncs.fetch_add(1, Ordering::SeqCst);
        if fails {
            return Err(io::Error::other("sync was made to fail"));
        }
        self.inner.sync()
    }

    fn len(&self) -> io::Result<u64> {
        self.inner.len()
    }
}
