//! A log's directory in memory, and the engine on it.

use super::layout::{LANES, Segment};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use store::{Appended, Bounds, Entry, Error, Lane, Log, LogId, ReadLimit, Stored};
use store_local::{Cut, LocalLog, LogOptions};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

const ALL: ReadLimit = ReadLimit { records: 10_000, bytes: 64 << 20 };

thread_local! {
    static RUNTIME: RefCell<Runtime> =
        RefCell::new(Builder::new_current_thread().build().expect("a runtime"));
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.with_borrow_mut(|runtime| runtime.block_on(future))
}

/// A directory that holds one log.
pub struct Scratch(TempDir);

impl Scratch {
    /// A log of these files.
    pub fn new(segments: &[Segment]) -> Self {
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let scratch = Self(dir.expect("a directory"));
        fs::create_dir(scratch.0.path().join("log")).expect("a directory");
        scratch.rewrite(segments);
        scratch
    }

    fn path(&self, number: u64, ending: &str) -> PathBuf {
        self.0.path().join(format!("log/{number:020}.{ending}"))
    }

    /// Writes the files again, and takes away what would tell that others were there.
    pub fn rewrite(&self, segments: &[Segment]) {
        for name in ["log.manifest", "acknowledged.ends"] {
            // They come with the first opening.
            let _ = fs::remove_file(self.0.path().join(name));
        }
        for segment in segments {
            fs::write(self.path(segment.number, "seg"), &segment.bytes).expect("a file");
        }
    }

    /// Whether a segment has an index.
    pub fn has_index(&self, number: usize) -> bool {
        self.path(number as u64, "idx").is_file()
    }

    /// Changes a segment's index, if it has one.
    pub fn change_index(&self, number: usize, change: impl FnOnce(&mut Vec<u8>)) {
        let path = self.path(number as u64, "idx");
        if let Ok(mut bytes) = fs::read(&path) {
            change(&mut bytes);
            fs::write(&path, bytes).expect("a file");
        }
    }

    /// Removes a segment's index.
    pub fn remove_index(&self, number: usize) {
        // It may have none.
        let _ = fs::remove_file(self.path(number as u64, "idx"));
    }

    /// Opens the log. Closing it, which dropping does, writes the indexes.
    pub fn open(&self) -> Result<Opening, Error> {
        let options = LogOptions { segment_bytes: 4096, ahead_bytes: 1024 };
        let (log, cuts) = LocalLog::open(self.0.path(), options)?;
        Ok(Opening { log, cuts })
    }
}

/// An open log.
pub struct Opening {
    log: LocalLog,
    cuts: Vec<Cut>,
}

fn id() -> LogId {
    LogId("log".to_owned())
}

impl Opening {
    /// How much was cut off.
    pub fn cut_bytes(&self) -> u64 {
        self.cuts.iter().map(|cut| cut.bytes).sum()
    }

    /// All records of a lane.
    pub fn read(&self, lane: usize) -> Result<Vec<Stored>, Error> {
        self.read_from(lane, 0)
    }

    /// The records of a lane from an offset on.
    pub fn read_from(&self, lane: usize, from: u64) -> Result<Vec<Stored>, Error> {
        wait(self.log.read(&id(), lane as Lane, from, ALL))
    }

    /// Reads and seeks in every lane, whatever comes of it.
    pub fn read_all(&self) {
        for lane in 0..LANES {
            let bounds = self.bounds(lane);
            for from in [0, bounds.start, bounds.end.saturating_sub(1)] {
                let _ = self.read_from(lane, from);
            }
            let _ = wait(self.log.seek(&id(), lane as Lane, 1001));
        }
    }

    /// Where a lane begins and ends.
    pub fn bounds(&self, lane: usize) -> Bounds {
        wait(self.log.bounds(&id(), lane as Lane)).expect("the log is there")
    }

    /// Appends one record.
    pub fn append(&self, lane: usize, bytes: &'static [u8]) -> Result<Appended, Error> {
        let entry = Entry { lane: lane as Lane, time_ms: 5, bytes: bytes.into() };
        let places = wait(self.log.append(&id(), vec![entry]))?;
        Ok(places[0])
    }
}
