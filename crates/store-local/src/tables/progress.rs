//! How far commits were acknowledged: a small file beside the database.
//!
//! Two slots of 12 bytes, written in turn, so that a torn write leaves the other: the number
//! (u64) and the checksum (u32, CRC-32C) of its bytes, little-endian. Behind them may be a third of
//! fjall's sequence number up to which all is in table files; without it, or where it does not match, all
//! is looked for in the journals.

use crate::damaged;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;
use store::Result;

const SLOT_BYTES: usize = 12;
/// How many numbers are recorded between two syncs.
const SYNC_EVERY: u64 = 256;

#[derive(Debug)]
pub(super) struct Progress {
    file: File,
    number: u64,
    in_tables: u64,
}

impl Progress {
    /// Makes the file durably, at number 0.
    pub fn create(dir: &Path) -> Result<Self> {
        let (unnamed, path) = (dir.join("progress.new"), dir.join("progress"));
        let mut options = File::options();
        let file = options.read(true).write(true).create(true).truncate(true).open(&unnamed)?;
        file.write_all_at(&[slot(0), slot(0)].concat(), 0)?;
        file.sync_data()?;
        fs::rename(&unnamed, path)?;
        File::open(dir)?.sync_all()?;
        Ok(Self { file, number: 0, in_tables: 0 })
    }

    /// Reads the file.
    pub fn open(path: &Path) -> Result<Self> {
        let file = File::options().read(true).write(true).open(path)?;
        let mut bytes = [0; 2 * SLOT_BYTES];
        let whole = file.read_exact_at(&mut bytes, 0).is_ok();
        let number = bytes.chunks_exact(SLOT_BYTES).filter_map(read_slot).max();
        let mut third = [0; SLOT_BYTES];
        let has_third = file.read_exact_at(&mut third, bytes.len() as u64).is_ok();
        let in_tables = Some(&third[..]).filter(|_| has_third).and_then(read_slot).unwrap_or(0);
        match number.filter(|_| whole) {
            Some(number) => Ok(Self { file, number, in_tables }),
            None => Err(damaged(path, 0, "neither number matches its checksum")),
        }
    }

    /// The last number that was recorded.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The sequence number up to which all was in table files when it was last recorded.
    pub fn in_tables(&self) -> u64 {
        self.in_tables
    }

    /// Records that all up to this sequence number is in table files, where that is news.
    pub fn record_in_tables(&mut self, sequence: u64) {
        if sequence <= self.in_tables {
            return;
        }
        self.in_tables = sequence;
        if let Err(error) = self.file.write_all_at(&slot(sequence), 2 * SLOT_BYTES as u64) {
            tracing::debug!("the next start reads more than it has to: {error}");
        }
    }

    /// Records that this number is durable. A failure here loses no data, only a check.
    pub fn record(&mut self, number: u64) {
        self.number = number;
        let at = (number % 2) * SLOT_BYTES as u64;
        if let Err(error) = self.file.write_all_at(&slot(number), at) {
            tracing::warn!("the number of the last commit is not recorded: {error}");
        }
        if number.is_multiple_of(SYNC_EVERY) {
            self.sync();
        }
    }

    /// Makes the record durable.
    pub fn sync(&self) {
        if let Err(error) = self.file.sync_data() {
            tracing::warn!("the number of the last commit is not synced: {error}");
        }
    }
}

fn slot(number: u64) -> [u8; SLOT_BYTES] {
    let mut slot = [0; SLOT_BYTES];
    slot[..8].copy_from_slice(&number.to_le_bytes());
    slot[8..].copy_from_slice(&checksum(&number.to_le_bytes()).to_le_bytes());
    slot
}

fn read_slot(slot: &[u8]) -> Option<u64> {
    let (number, crc) = slot.split_first_chunk::<8>()?;
    (checksum(number).to_le_bytes() == crc).then(|| u64::from_le_bytes(*number))
}

fn checksum(bytes: &[u8]) -> u32 {
    // A 32-bit checksum fits.
    crc_fast::checksum(crc_fast::CrcAlgorithm::Crc32Iscsi, bytes) as u32
}
