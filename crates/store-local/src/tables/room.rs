//! Room on the disk that is kept for deletes.
//!
//! To delete is to write: a journal's entry, a table file, a compaction. So the tables stop taking
//! anything but deletes while there is still room for these. How much is free is asked of the file
//! system, after every MiB or every second of writing, and before each group while room is short.
//!
//! Logs, blobs and other programs write to the same file system and may leave nothing of it. For
//! that a file, `reserve`, holds allocated blocks, which are given up piece by piece when a delete
//! finds no room, and taken again when there is some.

use rustix::fs::{FallocateFlags, fallocate, fstatvfs};
use std::fs::File;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;
use tokio::time::Instant;

const MIB: u64 = 1 << 20;
/// How long and for how many bytes a look at the file system is good.
const LOOK_EVERY: Duration = Duration::from_secs(1);
const LOOK_BYTES: u64 = MIB;
/// What the reserve holds on a large file system; a small one gives a thirty-second of itself.
const RESERVE_BYTES: u64 = 16 * MIB;
/// The most that is left for compactions, which write their result before they free their input.
const COMPACTION_BYTES: u64 = 64 * MIB;

/// What a database takes on the disk beyond what it says by itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Demand {
    /// What is in memory and must go to a table file.
    pub unflushed: u64,
    /// The table files, as much of which a compaction may write anew.
    pub tables: u64,
}

/// The room for one directory of tables.
pub(super) struct Room {
    file: File,
    /// How many bytes the file should hold, and how many it does.
    wanted: u64,
    held: u64,
    /// What is left free beyond all demands.
    slack: u64,
    looked: Option<Instant>,
    /// How much may be written before the next look.
    budget: u64,
    short: bool,
}

impl Room {
    /// The room of this directory, which is there.
    pub fn open(dir: &Path) -> io::Result<Self> {
        let mut options = File::options();
        let options = options.read(true).write(true).create(true).truncate(false);
        let file = options.open(dir.join("reserve"))?;
        let system = fstatvfs(&file)?;
        let wanted = (system.f_blocks * system.f_frsize / 32).min(RESERVE_BYTES) & !0xfff;
        let metadata = file.metadata()?;
        let held = (metadata.blocks() * 512).min(metadata.len());
        Ok(Self { file, wanted, held, slack: wanted, looked: None, budget: 0, short: false })
    }

    /// Whether an ordinary write of so many bytes is taken. `demand` is asked for when the file
    /// system is looked at.
    pub fn admits(&mut self, bytes: u64, now: Instant, demand: impl FnOnce() -> Demand) -> bool {
        let stale = self.looked.is_none_or(|looked| now.duration_since(looked) > LOOK_EVERY);
        if self.short || stale || self.budget < bytes {
            let Demand { unflushed, tables } = demand();
            // Bytes are written to the journal and then to a table file.
            let needed = 2 * bytes + unflushed + tables.min(COMPACTION_BYTES) + self.slack;
            let Ok(free) = self.free() else { return true };
            self.short = free + self.held < needed + self.wanted;
            self.looked = Some(now);
            self.budget = LOOK_BYTES.min(self.slack / 2).max(bytes);
        }
        if !self.short {
            self.budget -= bytes;
        }
        !self.short
    }

    /// Whether the last ordinary write was refused.
    pub fn is_short(&self) -> bool {
        self.short
    }

    /// What is left free beyond all demands, in bytes.
    pub fn slack(&self) -> u64 {
        self.slack
    }

    /// Gives up as much of the reserve as a delete of so many bytes needs.
    pub fn make(&mut self, bytes: u64) {
        let needed = 2 * bytes + MIB / 4;
        let Ok(free) = self.free() else { return };
        let missing = needed.saturating_sub(free).next_multiple_of(MIB / 2).min(self.held);
        if missing > 0 && self.file.set_len(self.held - missing).is_ok() {
            tracing::warn!("the disk is full: {missing} bytes of the reserve go to deletes");
            self.held -= missing;
        }
    }

    /// Takes what the reserve lacks, as far as there is room for it.
    pub fn restore(&mut self) {
        if self.held >= self.wanted || self.short {
            return;
        }
        let Ok(free) = self.free() else { return };
        let more = (self.wanted - self.held).min(free.saturating_sub(self.slack) / 2);
        // A block here or there is not worth a call for each group.
        if more < self.wanted / 16 {
            return;
        }
        match fallocate(&self.file, FallocateFlags::empty(), self.held, more) {
            Ok(()) => self.held += more,
            Err(error) => {
                tracing::debug!("no room is kept for deletes: {error}");
                self.wanted = self.held;
            }
        }
    }

    fn free(&self) -> io::Result<u64> {
        let system = fstatvfs(&self.file)?;
        Ok(system.f_bavail * system.f_frsize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reserve_is_taken_and_looked_at_now_and_then() {
        let dir = tempfile::tempdir().unwrap();
        let mut room = Room::open(dir.path()).unwrap();
        room.restore();
        assert_eq!(room.held, room.wanted);
        assert!(dir.path().join("reserve").metadata().unwrap().blocks() * 512 >= room.wanted);
        let now = Instant::now();
        let mut looks = 0;
        for n in 0..20 {
            let at = now + n * Duration::from_millis(100);
            assert!(room.admits(1000, at, || {
                looks += 1;
                Demand::default()
            }));
        }
        assert_eq!(looks, 2);
        assert!(room.admits(2 * MIB, now, Demand::default));
        drop(room);
        let again = Room::open(dir.path()).unwrap();
        assert_eq!(again.held, again.wanted);
    }

    #[test]
    fn what_would_leave_too_little_is_refused_and_looked_at_again_at_once() {
        let dir = tempfile::tempdir().unwrap();
        let mut room = Room::open(dir.path()).unwrap();
        let now = Instant::now();
        let all = || Demand { unflushed: 1 << 60, tables: 0 };
        assert!(!room.admits(1, now, all));
        assert!(room.is_short());
        assert!(room.admits(1, now, Demand::default));
        assert!(!room.is_short());
    }
}
