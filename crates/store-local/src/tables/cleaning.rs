//! Giving back the disk space of what was deleted.
//!
//! fjall compacts when a level has grown too large, and not since much of what it holds is dead: a
//! removed key's mark and its value may lie in different files for ever. So the sizes of removed
//! values are added up, and once they are worth it, all is merged into the last level, where the
//! marks and the values meet, beside the commits, in a thread of its own that lives for one cleaning.
//! Where there is no room for that, or too much to do it at once, it is done step by step; what fits
//! no step stays until more is removed.
//!
//! Whoever has read since before a value was written keeps it from going: a merge writes the value anew,
//! and the mark of its removal. So a cleaning lets readers end, for a moment, and what they keep all the
//! same is left to the next one.
//!
//! Files go when no version of the tree knows them, and versions go when the memory table is
//! rotated after a later commit. So the committer ends a cleaning with an empty commit.

use super::{Open, TABLE_BYTES, from_fjall};
use fjall::AbstractTree;
use fjall::compaction::Leveled;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use store::Result;

/// How much must have been removed for a cleaning, and which part of all: to write anew what stays
/// must not cost many times what is won.
const LEAST_BYTES: u64 = 16 << 20;
const PART: u64 = 8;
const PART_OF_MUCH: u64 = 2;
/// From what size on tables are much, and from what on they are not merged at once: nothing stops a
/// merge, and fjall's own wait for it.
const MUCH_BYTES: u64 = 256 << 20;
const MERGE_BYTES: u64 = 1 << 30;
/// The same when the disk is nearly full.
const LEAST_BYTES_WHEN_SHORT: u64 = 64 << 10;
/// How often it is looked whether another compaction is done, and how often without a change before
/// the rest is left to the next cleaning.
const PAUSE: Duration = Duration::from_millis(10);
const PATIENCE: u32 = 300;

/// How many such pauses readers get to end.
const READERS: u32 = 10;

/// Whether so many removed bytes are worth a cleaning of tables of this size.
pub(super) fn is_due(removed: u64, tables: u64, is_short: bool) -> bool {
    if is_short {
        return removed >= LEAST_BYTES_WHEN_SHORT;
    }
    let part = if tables > MUCH_BYTES { PART_OF_MUCH } else { PART };
    removed >= LEAST_BYTES && removed >= tables / part
}

/// The bytes whose removal an earlier process may not have cleaned up.
pub(super) fn left_over(open: &Open) -> u64 {
    let tree = &open.keyspace.tree;
    let rows = tree.approximate_len().max(1) as u64;
    tree.tombstone_count().saturating_mul(tree.disk_space() / rows)
}

/// A cleaning under way.
pub(super) struct Cleaning {
    removed: u64,
    stop: Arc<AtomicBool>,
    /// Gives whether all was done.
    thread: JoinHandle<bool>,
}

impl Cleaning {
    /// Begins to clean up so many removed bytes; `None` when no thread can be had. The last commit has
    /// removed none of them.
    pub fn begin(open: &Open, removed: u64) -> Option<Self> {
        let (open, stop) = (open.clone(), Arc::<AtomicBool>::default());
        let stopped = stop.clone();
        // What comes before the last commit, in a database whose newest reader sees that one.
        let all = open.database.supervisor.snapshot_tracker.get().saturating_sub(1);
        let thread = std::thread::Builder::new().name("tables-cleaner".to_owned());
        let thread = thread.spawn(move || {
            clean(&open, &stopped, all).unwrap_or_else(|error| {
                tracing::warn!("the space of what was deleted is not free yet: {error}");
                false
            })
        });
        Some(Self { removed, stop, thread: thread.ok()? })
    }

    pub fn is_over(&self) -> bool {
        self.thread.is_finished()
    }

    /// Waits for the step that is under way, and gives the removed bytes that are left over.
    pub fn end(self) -> u64 {
        self.stop.store(true, Ordering::Relaxed);
        match self.thread.join() {
            Ok(true) => 0,
            Ok(false) => self.removed,
            Err(_) => {
                tracing::error!("the thread that frees space in the tables had panicked");
                self.removed
            }
        }
    }
}

/// Writes the memory tables that were put aside to a table file.
pub(super) fn flush(open: &Open) -> Result<()> {
    let tree = &open.keyspace.tree;
    let lock = tree.get_flush_lock();
    tree.flush(&lock, oldest_seen(open)).map_err(|error| from_fjall(error.into()))?;
    Ok(())
}

/// Before this, no version of a row is read any more.
fn oldest_seen(open: &Open) -> u64 {
    open.database.supervisor.snapshot_tracker.get_seqno_safe_to_gc()
}

/// Drives all down to the last level; `false` when it was stopped, others had the files, or somebody
/// has read since before `all`.
fn clean(open: &Open, stop: &AtomicBool, all: u64) -> Result<bool> {
    let tree = &open.keyspace.tree;
    let stopped = || stop.load(Ordering::Relaxed);
    // One is what everybody reads from here on.
    let readers = || open.database.supervisor.snapshot_tracker.open_snapshots() > 1;
    for _ in 0..READERS {
        if stopped() || !readers() {
            break;
        }
        std::thread::park_timeout(PAUSE);
    }
    // fjall looks who reads when it rotates.
    open.keyspace.rotate_memtable().map_err(from_fjall)?;
    let is_all = oldest_seen(open) >= all;
    flush(open)?;
    if tree.disk_space() <= MERGE_BYTES && !stopped() {
        match tree.major_compact(TABLE_BYTES, oldest_seen(open)) {
            Ok(()) => return Ok(is_all),
            Err(error) => tracing::warn!("not all tables are merged at once: {error:?}"),
        }
    }
    // Without a threshold everything above the last level is too much there.
    let strategy = Leveled::default().with_l0_threshold(0).with_table_target_size(TABLE_BYTES);
    let strategy = Arc::new(strategy);
    let above = (0..tree.tree_config().level_count - 1).map(usize::from);
    let mut patience = PATIENCE;
    while patience > 0 && !stopped() {
        let before = tree.current_version().id();
        let step = tree.compact(strategy.clone(), oldest_seen(open));
        step.map_err(|error| from_fjall(error.into()))?;
        if above.clone().all(|level| tree.level_table_count(level).unwrap_or(0) == 0) {
            return Ok(is_all);
        }
        if tree.current_version().id() == before {
            // fjall's own thread has the files.
            std::thread::park_timeout(PAUSE);
            patience -= 1;
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cleaning_is_due_for_much_and_for_a_part_of_all() {
        assert!(is_due(16 << 20, 100 << 20, false));
        assert!(!is_due(15 << 20, 15 << 20, false), "too little");
        assert!(!is_due(16 << 20, 200 << 20, false), "too small a part");
        assert!(!is_due(400 << 20, 1 << 30, false), "too small a part of much");
        assert!(is_due(600 << 20, 1 << 30, false));
        assert!(is_due(1 << 20, 200 << 20, true), "anything when room is short");
    }
}
