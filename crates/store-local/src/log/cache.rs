//! The indexes and files of the sealed segments that were read last.

use super::index::Index;
use super::state::Sealed;
use crate::disk::DiskFile;
use crate::lock;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

/// The most that the kept indexes take of memory, in bytes.
const MOST_BYTES: usize = 16 << 20;
/// The most files that are kept open, whatever may be.
const MOST_FILES: usize = 64;

/// A sealed segment, ready to be read.
#[derive(Debug)]
pub(super) struct Loaded {
    pub file: Arc<dyn DiskFile>,
    pub index: Index,
}

/// The segments that are ready, the one that was read last at the back.
#[derive(Debug)]
pub(super) struct Cache {
    most_files: usize,
    loaded: Mutex<VecDeque<(Arc<Sealed>, Arc<Loaded>)>>,
}

impl Cache {
    /// Keeps at most so many files open.
    pub fn new(most_files: usize) -> Self {
        Self { most_files: most_files.min(MOST_FILES), loaded: Mutex::default() }
    }

    /// The segment, if it is ready.
    pub fn get(&self, sealed: &Arc<Sealed>) -> Option<Arc<Loaded>> {
        let mut all = lock(&self.loaded);
        let place = all.iter().position(|(kept, _)| Arc::ptr_eq(kept, sealed))?;
        let found = all.remove(place)?;
        let loaded = found.1.clone();
        all.push_back(found);
        Some(loaded)
    }

    /// Keeps the segment, and lets go of those that were not read for the longest time.
    pub fn put(&self, sealed: &Arc<Sealed>, loaded: &Arc<Loaded>) {
        let mut all = lock(&self.loaded);
        all.push_back((sealed.clone(), loaded.clone()));
        let bytes = |all: &VecDeque<(_, Arc<Loaded>)>| -> usize {
            all.iter().map(|(_, loaded)| loaded.index.memory_bytes()).sum()
        };
        while all.len() > 1 && (all.len() > self.most_files || bytes(&all) > MOST_BYTES) {
            all.pop_front();
        }
    }

    /// Lets go of a segment that is removed.
    pub fn forget(&self, sealed: &Arc<Sealed>) {
        lock(&self.loaded).retain(|(kept, _)| !Arc::ptr_eq(kept, sealed));
    }

    /// Lets go of all.
    pub fn clear(&self) {
        lock(&self.loaded).clear();
    }
}
