//! Giving back the disk space of what was deleted.
//!
//! fjall compacts when a level has grown too large, and not since much of what it holds is dead: a
//! removed key's mark and its value may lie in different files for ever. So the sizes of removed
//! values are added up, and once they are worth it, the marks are driven down to the last level,
//! where they and the values meet: step by step, beside the commits, in a thread of its own that
//! lives for one cleaning.
//!
//! Files go when no version of the tree knows them, and versions go when the memory table is
//! rotated after a later commit. So the committer ends a cleaning with an empty commit.

use super::{Open, TABLE_BYTES};
use fjall::AbstractTree;
use fjall::compaction::Leveled;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// How much must have been removed for a cleaning, and which part of all.
const LEAST_BYTES: u64 = 16 << 20;
const PART: u64 = 8;
/// The same when the disk is nearly full.
const LEAST_BYTES_WHEN_SHORT: u64 = 64 << 10;
/// How often it is looked whether the memory table is on the disk, or another compaction done, and
/// how often without a change before the rest is left to the next cleaning.
const PAUSE: Duration = Duration::from_millis(10);
const PATIENCE: u32 = 300;

/// Whether so many removed bytes are worth a cleaning of tables of this size.
pub(super) fn is_due(removed: u64, tables: u64, is_short: bool) -> bool {
    if is_short {
        return removed >= LEAST_BYTES_WHEN_SHORT;
    }
    removed >= LEAST_BYTES && removed >= tables / PART
}

/// The bytes whose removal an earlier process may not have cleaned up.
pub(super) fn left_over(open: &Open) -> u64 {
    let tree = &open.keyspace.tree;
    let rows = tree.approximate_len().max(1) as u64;
    tree.tombstone_count().saturating_mul(tree.disk_space() / rows)
}

/// A cleaning under way.
pub(super) struct Cleaning {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Cleaning {
    /// Begins; `None` when no thread can be had.
    pub fn begin(open: &Open) -> Option<Self> {
        let (open, stop) = (open.clone(), Arc::<AtomicBool>::default());
        let stopped = stop.clone();
        let thread = std::thread::Builder::new().name("tables-cleaner".to_owned());
        let thread = thread.spawn(move || {
            if let Err(error) = clean(&open, &stopped) {
                tracing::warn!("the space of what was deleted is not free yet: {error}");
            }
        });
        Some(Self { stop, thread: thread.ok()? })
    }

    pub fn is_over(&self) -> bool {
        self.thread.is_finished()
    }

    /// Waits for the step that is under way and leaves the rest.
    pub fn end(self) {
        self.stop.store(true, Ordering::Relaxed);
        if self.thread.join().is_err() {
            tracing::error!("the thread that frees space in the tables had panicked");
        }
    }
}

fn clean(open: &Open, stop: &AtomicBool) -> fjall::Result<()> {
    let tree = &open.keyspace.tree;
    let stopped = || stop.load(Ordering::Relaxed);
    open.keyspace.rotate_memtable()?;
    let mut patience = PATIENCE;
    while tree.sealed_memtable_count() > 0 && patience > 0 && !stopped() {
        std::thread::park_timeout(PAUSE);
        patience -= 1;
    }
    // Without a threshold everything above the last level is too much there.
    let strategy = Leveled::default().with_l0_threshold(0).with_table_target_size(TABLE_BYTES);
    let strategy = Arc::new(strategy);
    let above = (0..u8::try_from(tree.tree_config().level_count).unwrap_or(7) - 1).map(usize::from);
    let mut patience = PATIENCE;
    while patience > 0 && !stopped() {
        let before = tree.current_version().id();
        let oldest_seen = open.database.supervisor.snapshot_tracker.get_seqno_safe_to_gc();
        tree.compact(strategy.clone(), oldest_seen)?;
        if above.clone().all(|level| tree.level_table_count(level).unwrap_or(0) == 0) {
            return Ok(());
        }
        if tree.current_version().id() == before {
            // fjall's own thread has the files.
            std::thread::park_timeout(PAUSE);
            patience -= 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cleaning_is_due_for_much_and_for_a_part_of_all() {
        assert!(is_due(16 << 20, 100 << 20, false));
        assert!(!is_due(15 << 20, 15 << 20, false), "too little");
        assert!(!is_due(16 << 20, 200 << 20, false), "too small a part");
        assert!(is_due(1 << 20, 200 << 20, true), "anything when room is short");
    }
}
