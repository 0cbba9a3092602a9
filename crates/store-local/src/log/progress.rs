//! How far each log was acknowledged: one small file for all logs, `acknowledged.ends`.
//!
//! A log whose last segment was cut short looks like one that ends there; this file tells them
//! apart. After each sync of a log its end is written here, but not synced: that outlives the
//! process, and the system has it on the disk within half a minute. It is never ahead of what is
//! durable in the log, so that no crash makes it accuse wrongly.
//!
//! A log has a slot of 32 bytes, which never crosses a sector: a number made of the log's name
//! (u64), segment (u64), position (u64), four zeros, and the checksum of bytes 0..28 (u32). A slot
//! that does not check out, or is of no log, is free.

use super::frame::checksum;
use crate::disk::{Disk, DiskFile};
use crate::lock;
use fnv::FnvHasher;
use std::collections::HashMap;
use std::hash::Hasher as _;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use store::{LogId, Result};

const SLOT_BYTES: usize = 32;
/// The file's name; the point keeps it from being a log's.
const NAME: &str = "acknowledged.ends";

/// A place in a log up to which all was acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reached {
    pub segment: u64,
    pub position: u64,
}

/// Where a log's end is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    index: u32,
    name: u64,
}

/// Each log's slot, and what was noted there.
pub(super) type Places = HashMap<LogId, (Slot, Option<Reached>)>;

/// The file.
#[derive(Debug)]
pub(super) struct Progress {
    file: Arc<dyn DiskFile>,
    free: Mutex<Free>,
    /// Whether a failure was told, so that it is told once.
    failed: AtomicBool,
}

#[derive(Debug, Default)]
struct Free {
    slots: Vec<u32>,
    /// All from here on are free too.
    end: u32,
}

impl Progress {
    /// Opens the file and gives each log's slot, and what is noted there; makes the file if need be.
    pub fn open<'a>(
        disk: &dyn Disk,
        dir: &Path,
        logs: impl Iterator<Item = &'a LogId>,
    ) -> Result<(Self, Places)> {
        let path = dir.join(NAME);
        let file = match disk.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => disk.create(&path)?,
            opened => opened?,
        };
        let mut bytes = vec![0; usize::try_from(file.len()?).unwrap_or(0)];
        let read = file.read_at(&mut bytes, 0)?;
        bytes.truncate(read);
        let slots = bytes.chunks_exact(SLOT_BYTES).zip(0..);
        let mut noted: HashMap<u64, (u32, Reached)> = HashMap::new();
        for (slot, index) in slots {
            if let Some((name, reached)) = decode(slot) {
                noted.insert(name, (index, reached));
            }
        }
        let mut free = Free { slots: Vec::new(), end: (read / SLOT_BYTES) as u32 };
        let mut taken = vec![false; free.end as usize];
        let mut places = Places::new();
        let mut fresh = Vec::new();
        for log in logs {
            match noted.remove(&name_number(log)) {
                Some((index, reached)) => {
                    taken[index as usize] = true;
                    let slot = Slot { index, name: name_number(log) };
                    places.insert(log.clone(), (slot, Some(reached)));
                }
                None => fresh.push(log),
            }
        }
        free.slots = (0..free.end).filter(|index| !taken[*index as usize]).collect();
        let progress = Self { file, free: Mutex::new(free), failed: AtomicBool::new(false) };
        // A crash came while their logs were removed.
        for (name, (index, _)) in noted {
            progress.wipe(Slot { index, name });
        }
        for log in fresh {
            places.insert(log.clone(), (progress.take(log), None));
        }
        Ok((progress, places))
    }

    /// A slot for a log that has none.
    pub fn take(&self, log: &LogId) -> Slot {
        let mut free = lock(&self.free);
        let index = free.slots.pop().unwrap_or_else(|| {
            free.end += 1;
            free.end - 1
        });
        Slot { index, name: name_number(log) }
    }

    /// Lets another log have the slot of one that is deleted.
    pub fn give(&self, slot: Slot) {
        self.wipe(slot);
        lock(&self.free).slots.push(slot.index);
    }

    /// Makes a slot one of no log: segments are numbered from 1.
    fn wipe(&self, slot: Slot) {
        self.note(slot, Reached { segment: 0, position: 0 });
    }

    /// Notes that all up to here is durable. A failure loses no data, only a check.
    pub fn note(&self, slot: Slot, reached: Reached) {
        let at = u64::from(slot.index) * SLOT_BYTES as u64;
        if let Err(error) = self.file.write_at(&encode(slot.name, reached), at)
            && !self.failed.swap(true, Ordering::Relaxed)
        {
            tracing::warn!("how far logs were acknowledged is not noted: {error}");
        }
    }
}

/// A number for a name (FNV-1a): two logs of one number are not to be expected.
fn name_number(log: &LogId) -> u64 {
    let mut number = FnvHasher::default();
    number.write(log.0.as_bytes());
    number.finish()
}

fn encode(name: u64, reached: Reached) -> [u8; SLOT_BYTES] {
    let mut slot = [0; SLOT_BYTES];
    slot[..8].copy_from_slice(&name.to_le_bytes());
    slot[8..16].copy_from_slice(&reached.segment.to_le_bytes());
    slot[16..24].copy_from_slice(&reached.position.to_le_bytes());
    let crc = checksum(&slot[..28]);
    slot[28..].copy_from_slice(&crc.to_le_bytes());
    slot
}

fn decode(slot: &[u8]) -> Option<(u64, Reached)> {
    let (content, crc) = slot.split_last_chunk::<4>()?;
    let (name, rest) = content.split_first_chunk::<8>()?;
    let (segment, rest) = rest.split_first_chunk::<8>()?;
    let (position, _) = rest.split_first_chunk::<8>()?;
    let reached =
        Reached { segment: u64::from_le_bytes(*segment), position: u64::from_le_bytes(*position) };
    (checksum(content).to_le_bytes() == *crc && reached.segment > 0)
        .then(|| (u64::from_le_bytes(*name), reached))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::OsDisk;

    fn id(name: &str) -> LogId {
        LogId(name.to_owned())
    }

    #[test]
    fn a_names_number_is_that_of_every_release() {
        assert_eq!(name_number(&id("a")), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn each_log_finds_its_own_and_slots_of_others_are_used_again() {
        let dir = tempfile::tempdir().unwrap();
        let (a, b, c) = (id("a"), id("b"), id("c"));
        let all = [a.clone(), b.clone()];
        let (progress, places) = Progress::open(&OsDisk, dir.path(), all.iter()).unwrap();
        assert_eq!((places[&a].1, places[&b].1), (None, None));
        let reached = |segment| Reached { segment, position: segment * 100 };
        progress.note(places[&a].0, reached(1));
        progress.note(places[&b].0, reached(2));
        progress.note(places[&a].0, reached(3));
        let all = [b.clone(), c.clone()];
        let (progress, places) = Progress::open(&OsDisk, dir.path(), all.iter()).unwrap();
        assert_eq!((places[&b].1, places[&c].1), (Some(reached(2)), None));
        progress.note(places[&c].0, reached(4));
        let length = std::fs::metadata(dir.path().join(NAME)).unwrap().len();
        assert_eq!(length, 2 * SLOT_BYTES as u64);
        let mut bytes = std::fs::read(dir.path().join(NAME)).unwrap();
        bytes.iter_mut().step_by(SLOT_BYTES).for_each(|byte| *byte ^= 1);
        std::fs::write(dir.path().join(NAME), bytes).unwrap();
        let (_, places) = Progress::open(&OsDisk, dir.path(), all.iter()).unwrap();
        assert_eq!((places[&b].1, places[&c].1), (None, None));
    }
}
