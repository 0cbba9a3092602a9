//! Whether a read of the tables finds in memory what it looks for.
//!
//! fjall's reads wait for the disk where the system has not kept a file's pages, and it cannot be
//! asked beforehand whether they will. So the whole is judged: while the table files take no more
//! than a quarter of the machine's memory the system keeps them, and those of an earlier process
//! are read ahead when they are opened. Until they are, and beyond that size, reads go to threads
//! that may wait.

use fjall::{AbstractTree, AnyTree};
use rustix::fs::{Advice, fadvise};
use rustix::system::sysinfo;
use std::fs::{self, File};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// What part of the machine's memory table files may take to be held for resident.
const SHARE: u64 = 4;

/// Whether the table files are in memory.
#[derive(Debug)]
pub(super) struct Resident {
    read_ahead: AtomicBool,
    small: AtomicBool,
}

impl Resident {
    /// Of table files that are there already, unless there are none.
    pub fn of(tree: Option<&AnyTree>) -> Self {
        let bytes = tree.map_or(0, AbstractTree::disk_space);
        let small = AtomicBool::new(bytes <= most());
        Self { read_ahead: AtomicBool::new(bytes == 0), small }
    }

    /// Whether a read waits for no disk.
    pub fn is_so(&self) -> bool {
        self.small.load(Ordering::Relaxed) && self.read_ahead.load(Ordering::Relaxed)
    }

    /// Judges anew, by the size of the table files in bytes.
    pub fn look(&self, bytes: u64) {
        self.small.store(bytes <= most(), Ordering::Relaxed);
    }

    /// Has the files of a directory read, if they are few enough to stay in memory.
    pub fn read_ahead(&self, dir: &Path) {
        if self.small.load(Ordering::Relaxed)
            && let Ok(files) = fs::read_dir(dir)
        {
            files.flatten().for_each(|file| read_file_ahead(&file.path()));
        }
        self.read_ahead.store(true, Ordering::Relaxed);
    }
}

/// A file that has gone by now is in nobody's way.
fn read_file_ahead(path: &Path) {
    if let Ok(file) = File::open(path) {
        let _ = fadvise(&file, 0, None, Advice::WillNeed);
    }
}

/// The most bytes that table files may take.
fn most() -> u64 {
    let system = sysinfo();
    system.totalram.saturating_mul(system.mem_unit.into()) / SHARE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_ahead_and_is_small_is_in_memory() {
        let none = Resident::of(None);
        assert!(none.is_so());
        none.look(u64::MAX);
        assert!(!none.is_so());
        none.look(1 << 20);
        assert!(none.is_so());
        let old = Resident { read_ahead: false.into(), small: true.into() };
        assert!(!old.is_so());
        old.read_ahead(Path::new("/there/is/none"));
        assert!(old.is_so());
    }
}
