//! A blob's file.
//!
//! ```text
//! content
//! sums     for each 64 KiB of the content, the last of which may be shorter: u64
//! length   of the content: u64
//! sum      of the length: u64
//! magic    "WWBLOB\0\x02"
//! ```
//!
//! Numbers are little-endian. A sum is the CRC-64/NVME of the blob's id, a number and the bytes: that
//! of a block with the block's number, that of the length with `u64::MAX`. So a part of another
//! blob, or of another place, is as wrong as a flipped bit. A file whose length is not what its end
//! says is damaged, since a blob gets its name when all of it is on the disk.

use crate::damaged;
use crate::disk::DiskFile;
use bytes::{Bytes, BytesMut};
use crc_fast::{CrcAlgorithm, Digest};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use store::{BlobId, Error, Result};

/// How many bytes have a sum of their own.
pub(super) const BLOCK_BYTES: u64 = 64 * 1024;
/// How many bytes a reader gives at a time; a multiple of the block's.
const PIECE_BYTES: u64 = 8 * BLOCK_BYTES;
const SUM_BYTES: usize = 8;
const END_BYTES: usize = 24;
const MAGIC: &[u8; 8] = b"WWBLOB\0\x02";

/// Begins a sum.
fn digest(id: &BlobId, number: u64) -> Digest {
    let mut digest = Digest::new(CrcAlgorithm::Crc64Nvme);
    digest.update(id.0.as_bytes());
    digest.update(&number.to_le_bytes());
    digest
}

fn sum(id: &BlobId, number: u64, bytes: &[u8]) -> [u8; SUM_BYTES] {
    let mut digest = digest(id, number);
    digest.update(bytes);
    digest.finalize().to_le_bytes()
}

/// How many bytes the sums of a content take.
fn sums_bytes(length: u64) -> Option<u64> {
    length.div_ceil(BLOCK_BYTES).checked_mul(SUM_BYTES as u64)
}

/// The sums of a content while it is written.
pub(super) struct Sums {
    id: BlobId,
    length: u64,
    /// That of the block that is not complete.
    open: Digest,
    done: Vec<u8>,
}

impl Sums {
    pub fn new(id: &BlobId) -> Self {
        Self { id: id.clone(), length: 0, open: digest(id, 0), done: Vec::new() }
    }

    /// Takes further content.
    pub fn add(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let room = BLOCK_BYTES - self.length % BLOCK_BYTES;
            // At most the length of the bytes, which fits.
            let (now, later) = bytes.split_at(room.min(bytes.len() as u64) as usize);
            self.open.update(now);
            self.length += now.len() as u64;
            if self.length.is_multiple_of(BLOCK_BYTES) {
                self.close_block();
            }
            bytes = later;
        }
    }

    fn close_block(&mut self) {
        let next = digest(&self.id, self.length.div_ceil(BLOCK_BYTES));
        let closed = std::mem::replace(&mut self.open, next);
        self.done.extend_from_slice(&closed.finalize().to_le_bytes());
    }

    /// How much content there was, in bytes.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// What comes after the content.
    pub fn end(mut self) -> Vec<u8> {
        if !self.length.is_multiple_of(BLOCK_BYTES) {
            self.close_block();
        }
        let length = self.length.to_le_bytes();
        let mut end = self.done;
        end.extend_from_slice(&length);
        end.extend_from_slice(&sum(&self.id, u64::MAX, &length));
        end.extend_from_slice(MAGIC);
        end
    }
}

/// What was read at once.
pub(super) struct Piece {
    /// Whole blocks.
    blocks: Bytes,
    /// Which of their bytes were asked for.
    asked: Range<usize>,
}

impl Piece {
    /// The bytes that were asked for.
    pub fn bytes(&self) -> Bytes {
        self.blocks.slice(self.asked.clone())
    }

    /// How many those are.
    pub fn len(&self) -> usize {
        self.asked.len()
    }

    /// Its memory for another, or fresh memory where somebody still has the bytes.
    pub fn space(self) -> BytesMut {
        self.blocks.try_into_mut().unwrap_or_default()
    }
}

/// A blob's file, open to be read.
pub(super) struct Content {
    file: Arc<dyn DiskFile>,
    path: PathBuf,
    id: BlobId,
    length: u64,
}

impl Content {
    /// Reads the file's end.
    ///
    /// # Errors
    /// `Damaged` when it is not that of this blob.
    pub fn open(file: Arc<dyn DiskFile>, path: PathBuf, id: BlobId) -> Result<Self> {
        let mut content = Self { file, path, id, length: 0 };
        let whole = content.file.len()?;
        let Some(at) = whole.checked_sub(END_BYTES as u64) else {
            return Err(content.damaged(whole, "the file is shorter than any blob's"));
        };
        let mut end = [0; END_BYTES];
        let read = content.file.read_at(&mut end, at)?;
        let (length, rest) = end.split_at(SUM_BYTES);
        let right = rest.split_at(SUM_BYTES) == (&sum(&content.id, u64::MAX, length)[..], MAGIC);
        if read < END_BYTES || !right {
            return Err(content.damaged(at, "the file's end does not match its checksum"));
        }
        content.length = length.iter().rev().fold(0, |n, byte| n << 8 | u64::from(*byte));
        if sums_bytes(content.length).and_then(|sums| sums.checked_add(content.length)) != Some(at)
        {
            return Err(content.damaged(at, "the file is not as long as its end says"));
        }
        Ok(content)
    }

    /// How much content there is, in bytes.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Reads from the start of a range that lies within the content: a piece, no longer than the
    /// range. It lies in `space`, whose own content is lost.
    ///
    /// # Errors
    /// `Damaged` when a block of which it is made does not match its sum.
    pub fn read(&self, range: &Range<u64>, space: BytesMut) -> Result<Piece> {
        let end = range.end.min((range.start / PIECE_BYTES + 1) * PIECE_BYTES);
        let blocks = range.start / BLOCK_BYTES..end.div_ceil(BLOCK_BYTES);
        let at = blocks.start * BLOCK_BYTES;
        // A piece is small enough for each of these.
        let place = |offset: u64| (offset - at) as usize;
        let mut bytes = space;
        bytes.resize(place((blocks.end * BLOCK_BYTES).min(self.length)), 0);
        let mut sums = vec![0; (blocks.end - blocks.start) as usize * SUM_BYTES];
        self.fill(&mut bytes, at)?;
        self.fill(&mut sums, self.length + blocks.start * SUM_BYTES as u64)?;
        let stated = sums.chunks_exact(SUM_BYTES);
        for ((block, stated), number) in bytes.chunks(BLOCK_BYTES as usize).zip(stated).zip(blocks)
        {
            if sum(&self.id, number, block) != stated {
                let offset = number * BLOCK_BYTES;
                return Err(self.damaged(offset, "an object's content does not match its checksum"));
            }
        }
        Ok(Piece { blocks: bytes.freeze(), asked: place(range.start)..place(end) })
    }

    fn fill(&self, buffer: &mut [u8], at: u64) -> Result<()> {
        let read = self.file.read_at(buffer, at)?;
        if read < buffer.len() {
            return Err(self.damaged(at + read as u64, "the file ends too early"));
        }
        Ok(())
    }

    fn damaged(&self, offset: u64, reason: &str) -> Error {
        damaged(&self.path, offset, reason)
    }
}
