//! Engines that keep everything in memory: for tests, and for a process that need not remember.
//!
//! "Durable" means here that the process still runs. In all else they keep the contract.

mod blobs;
mod log;
mod notices;
mod tables;

pub use blobs::MemoryBlobs;
pub use log::MemoryLog;
pub use notices::MemoryNotices;
pub use tables::MemoryTables;

use crate::Store;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Three empty in-memory engines, which nobody shares.
pub fn store() -> Store {
    Store {
        tables: Arc::new(MemoryTables::default()),
        log: Arc::new(MemoryLog::default()),
        blobs: Arc::new(MemoryBlobs::default()),
        notices: None,
    }
}

/// Locks, whether or not a holder panicked: every change below is complete before it can panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
