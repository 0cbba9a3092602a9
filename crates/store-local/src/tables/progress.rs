//! How far commits were acknowledged: a small file beside the database.
//!
//! Two slots of 12 bytes, written in turn, so that a torn write leaves the other: the number
//! (u64) and the checksum (u32, CRC-32C) of its bytes, little-endian. Behind them may be a third of
//! fjall's sequence number up to which all is in table files, and then a mark in the journals before
//! which they hold all: three numbers and their checksum. Without these, or where they do not match, all is
//! looked for in the journals.

use super::journal::Mark;
use crate::damaged;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;
use store::Result;

const SLOT_BYTES: usize = 12;
const MARK_BYTES: usize = 28;
/// Where the third slot and the mark stand.
const IN_TABLES_AT: u64 = 2 * SLOT_BYTES as u64;
const MARK_AT: u64 = 3 * SLOT_BYTES as u64;
/// How many numbers are recorded between two syncs.
const SYNC_EVERY: u64 = 256;

#[derive(Debug)]
pub(super) struct Progress {
    file: File,
    number: u64,
    in_tables: u64,
    mark: Option<Mark>,
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
        Ok(Self { file, number: 0, in_tables: 0, mark: None })
    }

    /// Reads the file.
    pub fn open(path: &Path) -> Result<Self> {
        let file = File::options().read(true).write(true).open(path)?;
        let mut bytes = [0; 2 * SLOT_BYTES];
        let whole = file.read_exact_at(&mut bytes, 0).is_ok();
        let number = bytes.chunks_exact(SLOT_BYTES).filter_map(read_slot).max();
        let mut third = [0; SLOT_BYTES];
        let has_third = file.read_exact_at(&mut third, IN_TABLES_AT).is_ok();
        let in_tables = Some(&third[..]).filter(|_| has_third).and_then(read_slot).unwrap_or(0);
        let mut mark = [0; MARK_BYTES];
        let has_mark = file.read_exact_at(&mut mark, MARK_AT).is_ok();
        let mark = Some(&mark).filter(|_| has_mark).and_then(read_mark);
        match number.filter(|_| whole) {
            Some(number) => Ok(Self { file, number, in_tables, mark }),
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

    /// The mark that was last recorded.
    pub fn mark(&self) -> Option<Mark> {
        self.mark
    }

    /// Records a mark, where it is news.
    pub fn record_mark(&mut self, mark: Mark) {
        if self.mark.replace(mark) == Some(mark) {
            return;
        }
        if let Err(error) = self.file.write_all_at(&marked(mark), MARK_AT) {
            tracing::debug!("the next start reads more than it has to: {error}");
        }
    }

    /// Records that all up to this sequence number is in table files, where that is news.
    pub fn record_in_tables(&mut self, sequence: u64) {
        if sequence <= self.in_tables {
            return;
        }
        self.in_tables = sequence;
        if let Err(error) = self.file.write_all_at(&slot(sequence), IN_TABLES_AT) {
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

fn marked(mark: Mark) -> [u8; MARK_BYTES] {
    let mut bytes = [0; MARK_BYTES];
    for (place, number) in bytes.chunks_exact_mut(8).zip([mark.journal, mark.offset, mark.sequence])
    {
        place.copy_from_slice(&number.to_le_bytes());
    }
    let sum = checksum(&bytes[..24]);
    bytes[24..].copy_from_slice(&sum.to_le_bytes());
    bytes
}

fn read_mark(bytes: &[u8; MARK_BYTES]) -> Option<Mark> {
    let number = |at: usize| Some(u64::from_le_bytes(*bytes[at..].first_chunk()?));
    let mark = Mark { journal: number(0)?, offset: number(8)?, sequence: number(16)? };
    (marked(mark) == *bytes).then_some(mark)
}

fn checksum(bytes: &[u8]) -> u32 {
    // A 32-bit checksum fits.
    crc_fast::checksum(crc_fast::CrcAlgorithm::Crc32Iscsi, bytes) as u32
}
