//! The storage engines for one machine: a directory that one process holds.
//!
//! Knows: files, syncs, how records, metadata and objects lie on the disk, what a crash leaves and
//! how to open it again. Must not know: what the bytes mean, AWS, HTTP, clocks.
//!
//! ```text
//! <dir>/format    the version of this layout
//! <dir>/lock      held by the process that has the directory open
//! <dir>/log/      records        (log/mod.rs)
//! <dir>/tables/   metadata       (tables/mod.rs)
//! <dir>/blobs/    objects        (blobs/mod.rs)
//! ```
//!
//! What else is in the directory is others'. While it is open it is watched (watch.rs): what would
//! be written where nobody finds it again is refused.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod blobs;
mod directory;
mod disk;
mod log;
mod tables;
mod watch;

pub use blobs::LocalBlobs;
pub use directory::{OpenError, is_data_directory};
use log::Opening;
pub use log::{LocalLog, LogOptions};
pub use tables::LocalTables;
pub use watch::{Health, Trouble};

use directory::DirectoryLock;
use disk::{Disk, OsDisk, UnsyncedDisk};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::Store;
use watch::Watch;

/// How the engines keep their data.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// For the log.
    pub log: LogOptions,
    /// Whether what is acknowledged is on stable storage. If not, nothing is synced: it outlives
    /// the process, but not the machine.
    pub durable: bool,
    /// Whether to open logs of which acknowledged records are missing. What is lost is told by
    /// [`store::Log::lost`].
    pub skip_missing_segments: bool,
    /// The most segments that are open to be written, however many logs there are; a quarter of
    /// them to be read.
    pub open_segments: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            log: LogOptions::default(),
            durable: true,
            skip_missing_segments: false,
            open_segments: 512,
        }
    }
}

/// An open data directory.
pub struct Opened {
    /// The engines.
    pub store: Store,
    /// What a crash had left to do.
    pub recovery: Recovery,
    /// Tells whether the directory takes writes.
    pub health: Health,
    /// Holds the directory. Dropping it closes the engines.
    pub guard: Guard,
}

/// What a crash had left to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovery {
    /// Ends of logs and journals that were cut.
    pub cuts: Vec<Cut>,
}

/// Bytes at the end of a file that were being written, and not acknowledged, when a crash came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The file that was cut.
    pub file: PathBuf,
    /// Its length now, in bytes.
    pub offset: u64,
    /// How many bytes were cut off.
    pub bytes: u64,
}

/// Keeps other processes out of a data directory.
pub struct Guard {
    log: Arc<LocalLog>,
    tables: Arc<LocalTables>,
    blobs: Arc<LocalBlobs>,
    _held: DirectoryLock,
}

impl Guard {
    /// Waits until everything that was accepted is durable, ends the engines' threads and lets go
    /// of the directory. Calls to the engines fail from then on. Blocks.
    pub fn close(self) {
        // Dropping does it; this only gives the act a name.
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.log.close();
        self.tables.close();
        self.blobs.close();
    }
}

/// Opens a data directory, which is made if it is not there. Blocks.
///
/// # Errors
/// When another process has it, when it is of a newer version, or when an engine finds data
/// damaged that was acknowledged.
pub fn open(dir: &Path, options: Options) -> Result<Opened, OpenError> {
    let disk: Arc<dyn Disk> =
        if options.durable { Arc::new(OsDisk) } else { Arc::new(UnsyncedDisk) };
    let mut held = DirectoryLock::open(&*disk, dir)?;
    let watch =
        Watch::of(dir, options.durable).map_err(|error| OpenError::Io(dir.to_owned(), error))?;
    let opening = Opening {
        adopt: held.is_without_manifests(),
        skip_missing: options.skip_missing_segments,
        open_files: options.open_segments,
    };
    let open_log = || {
        LocalLog::open_watched(disk.clone(), &dir.join("log"), options.log, opening, watch.clone())
    };
    // What was written before the last stop is read again: in each engine, and so at once.
    let (log, tables) = std::thread::scope(|scope| {
        let log = scope.spawn(open_log);
        let tables = LocalTables::open_watched(&dir.join("tables"), options.durable, watch.clone());
        (log.join(), tables)
    });
    let panicked = |_| store::Error::from(std::io::Error::other("opening the logs panicked"));
    let (log, mut cuts) = log.map_err(panicked)??;
    let (tables, cut) = tables?;
    cuts.extend(cut);
    let blobs = LocalBlobs::open_watched(disk.clone(), &dir.join("blobs"), watch.clone())?;
    held.bring_up_to_date(&*disk, dir)?;
    let (log, tables, blobs) = (Arc::new(log), Arc::new(tables), Arc::new(blobs));
    for cut in &cuts {
        let Cut { file, offset, bytes } = cut;
        let file = file.display();
        tracing::info!(%file, offset, bytes, "what was being written when the process ended is cut off");
    }
    Ok(Opened {
        store: Store {
            tables: tables.clone(),
            log: log.clone(),
            blobs: blobs.clone(),
            notices: None,
        },
        recovery: Recovery { cuts },
        health: Health(watch),
        guard: Guard { log, tables, blobs, _held: held },
    })
}

/// An error that names this file and place.
fn damaged(path: &Path, offset: u64, reason: &str) -> store::Error {
    let (what, place) = (path.display().to_string(), format!("byte {offset}"));
    store::Error::Damaged { what, place, reason: reason.to_owned() }
}

/// The byte that [`damaged`] names.
#[cfg(test)]
fn byte_of(place: &str) -> u64 {
    place.strip_prefix("byte ").unwrap().parse().unwrap()
}

/// Locks, whether or not a holder panicked: what the locks guard is never left half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::{Batch, Entry, LogId, ReadLimit, Table};

    #[tokio::test]
    async fn what_is_acknowledged_is_there_after_opening_again() {
        let dir = tempfile::tempdir().unwrap();
        let id = LogId("stream".to_owned());
        let opened = open(dir.path(), Options::default()).unwrap();
        assert_eq!(opened.recovery, Recovery::default());
        let store = opened.store;
        store.tables.commit(Batch::new().put(Table("t"), "k", "v")).await.unwrap();
        store.log.create(&id).await.unwrap();
        let entry = Entry { lane: 1, time_ms: 2, bytes: "record".into() };
        store.log.append(&id, vec![entry]).await.unwrap();
        opened.guard.close();
        assert!(matches!(store.tables.get(Table("t"), b"k").await, Err(store::Error::Closed)));
        assert!(matches!(store.log.bounds(&id, 1).await, Err(store::Error::Closed)));
        let opened = open(dir.path(), Options::default()).unwrap();
        assert_eq!(opened.store.tables.get(Table("t"), b"k").await.unwrap().unwrap(), "v");
        let limit = ReadLimit { records: 9, bytes: 99 };
        let records = opened.store.log.read(&id, 1, 0, limit).await.unwrap();
        assert_eq!(records[0].bytes, "record");
    }

    #[test]
    fn a_directory_is_open_once() {
        let dir = tempfile::tempdir().unwrap();
        let first = open(dir.path(), Options::default()).unwrap();
        let second = open(dir.path(), Options::default()).err().unwrap();
        assert!(matches!(second, OpenError::InUse(_)));
        assert!(second.to_string().contains(&dir.path().display().to_string()), "{second}");
        drop(first);
        open(dir.path(), Options::default()).unwrap();
    }
}
