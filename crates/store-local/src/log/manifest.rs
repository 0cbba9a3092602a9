//! Which segments a log has, kept beside its folder, so that one that is gone is missed.
//!
//! `<log>.manifest` is written when a log is made, when a segment begins, and when segments are
//! trimmed: each time whole, under another name, synced and renamed. A segment is on the disk
//! before it is listed, and is listed before anything in it is acknowledged; it is no longer listed
//! before its file is removed. So whatever is listed has to be there, and what is not listed has
//! nothing that was acknowledged.
//!
//! ```text
//! 0   8 bytes  "WWMAN\0\0\x01"
//! 8   u64      the oldest segment that was not trimmed
//! 16  u64      the offset at which a lane begins that is not among the lanes
//! 24  u32      1 when records were lost and that was accepted, or 0
//! 28  u32      segments
//! 32  u32      lanes
//! 36  u32      sealed lanes
//! 40           for each segment: number (u64), length (u64; 0 while it is written)
//!              for each lane: lane (u32), offset of its next record (u64), newest time (i64, ms)
//!              for each sealed lane: lane (u32)
//! end u32      checksum of all before it
//! ```
//!
//! The lanes are as they were when the manifest was written: not before the last segment began.
//! It is also written when a lane is sealed, before that is acknowledged.

use super::frame::checksum;
use super::segment::{self, LaneEnd};
use crate::damaged;
use crate::disk::Disk;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use store::{Lane, Result};

const MAGIC: &[u8; 8] = b"WWMAN\0\0\x01";
const FIXED_BYTES: usize = 40;
const SEGMENT_BYTES: usize = 16;
/// How a manifest's name ends, behind the log's.
pub(super) const ENDING: &str = "manifest";

/// A segment that has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub number: u64,
    /// `None` while it is written.
    pub length: Option<u64>,
}

/// What has to be there of a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// What has a lower number was trimmed.
    pub oldest: u64,
    /// Where lanes begin that are not in `lanes`.
    pub floor: u64,
    /// Whether records were lost, so that lanes may have gaps.
    pub lossy: bool,
    /// In order of their numbers.
    pub segments: Vec<Listed>,
    /// In order of the lanes.
    pub lanes: Vec<LaneEnd>,
    /// Lanes that take nothing more.
    pub sealed: BTreeSet<Lane>,
}

/// Where the manifest of the log in this folder is.
pub(super) fn path(log: &Path) -> PathBuf {
    log.with_extension(ENDING)
}

impl Manifest {
    /// The segment that is written, or was when the manifest was.
    pub fn last(&self) -> Option<u64> {
        self.segments.last().map(|listed| listed.number)
    }

    /// Writes the manifest of the log in this folder, durably.
    pub fn save(&self, disk: &dyn Disk, log: &Path) -> io::Result<()> {
        let path = path(log);
        let unnamed = log.with_extension("manifest.new");
        let file = disk.create(&unnamed)?;
        let made = file
            .write_at(&self.encode(), 0)
            .and_then(|()| file.sync())
            .and_then(|()| disk.rename(&unnamed, &path));
        if let Err(error) = made {
            // What is left over is removed at the next open, if not now.
            let _ = disk.remove(&unnamed);
            return Err(error);
        }
        disk.sync_dir(log.parent().unwrap_or(Path::new(".")))
    }

    /// Reads the manifest of the log in this folder; `None` when there is none.
    ///
    /// # Errors
    /// `Damaged` when it does not check out.
    pub fn read(disk: &dyn Disk, log: &Path) -> Result<Option<Self>> {
        let path = path(log);
        let file = match disk.open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut bytes = vec![0; usize::try_from(file.len()?).unwrap_or(0)];
        let read = file.read_at(&mut bytes, 0)?;
        let found = Self::decode(&bytes[..read]);
        found.map(Some).ok_or_else(|| damaged(&path, 0, "the manifest does not match its checksum"))
    }

    fn encode(&self) -> Vec<u8> {
        let (segments, lanes) = (self.segments.len(), self.lanes.len());
        let length = FIXED_BYTES + segments * SEGMENT_BYTES + lanes * segment::LANE_BYTES;
        let length = length + self.sealed.len() * size_of::<Lane>() + 4;
        let mut bytes = Vec::with_capacity(length);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&self.oldest.to_le_bytes());
        bytes.extend_from_slice(&self.floor.to_le_bytes());
        bytes.extend_from_slice(&u32::from(self.lossy).to_le_bytes());
        bytes.extend_from_slice(&(segments as u32).to_le_bytes());
        bytes.extend_from_slice(&(lanes as u32).to_le_bytes());
        bytes.extend_from_slice(&(self.sealed.len() as u32).to_le_bytes());
        for listed in &self.segments {
            bytes.extend_from_slice(&listed.number.to_le_bytes());
            bytes.extend_from_slice(&listed.length.unwrap_or(0).to_le_bytes());
        }
        self.lanes.iter().for_each(|lane| segment::encode_lane(&mut bytes, lane));
        self.sealed.iter().for_each(|lane| bytes.extend_from_slice(&lane.to_le_bytes()));
        let crc = checksum(&bytes);
        bytes.extend_from_slice(&crc.to_le_bytes());
        bytes
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let (content, crc) = bytes.split_last_chunk::<4>()?;
        if checksum(content).to_le_bytes() != *crc {
            return None;
        }
        let rest = content.strip_prefix(MAGIC)?;
        let (oldest, rest) = take_u64(rest)?;
        let (floor, rest) = take_u64(rest)?;
        let (lossy, rest) = rest.split_first_chunk::<4>()?;
        let (segments, rest) = rest.split_first_chunk::<4>()?;
        let (lanes, rest) = rest.split_first_chunk::<4>()?;
        let (sealed, rest) = rest.split_first_chunk::<4>()?;
        let segments = (u32::from_le_bytes(*segments) as usize).checked_mul(SEGMENT_BYTES)?;
        let (segments, rest) = rest.split_at_checked(segments)?;
        let lanes = (u32::from_le_bytes(*lanes) as usize).checked_mul(segment::LANE_BYTES)?;
        let (lanes, rest) = rest.split_at_checked(lanes)?;
        let sealed = (u32::from_le_bytes(*sealed) as usize).checked_mul(size_of::<Lane>())?;
        let sealed = (rest.len() == sealed).then_some(rest)?;
        let lane = |bytes: &[u8]| Some(Lane::from_le_bytes(*bytes.first_chunk()?));
        let listed = |bytes: &[u8]| {
            let (number, rest) = take_u64(bytes)?;
            let (length, _) = take_u64(rest)?;
            Some(Listed { number, length: (length > 0).then_some(length) })
        };
        Some(Self {
            oldest,
            floor,
            lossy: *lossy != [0; 4],
            segments: segments.chunks_exact(SEGMENT_BYTES).filter_map(listed).collect(),
            lanes: segment::decode_lanes(lanes),
            sealed: sealed.chunks_exact(size_of::<Lane>()).filter_map(lane).collect(),
        })
    }
}

fn take_u64(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<8>()?;
    Some((u64::from_le_bytes(*number), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::OsDisk;

    #[test]
    fn a_manifest_comes_back_and_every_flipped_bit_and_cut_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let log = dir.path().join("log");
        assert_eq!(Manifest::read(&OsDisk, &log).unwrap(), None);
        let manifest = Manifest {
            oldest: 3,
            floor: 70,
            lossy: true,
            segments: vec![
                Listed { number: 3, length: Some(99) },
                Listed { number: 5, length: None },
            ],
            lanes: vec![LaneEnd { lane: 7, end: u64::MAX, newest_ms: -4 }],
            sealed: [2, 7, u32::MAX].into(),
        };
        Manifest::default().save(&OsDisk, &log).unwrap();
        assert_eq!(Manifest::read(&OsDisk, &log).unwrap(), Some(Manifest::default()));
        manifest.save(&OsDisk, &log).unwrap();
        assert_eq!(Manifest::read(&OsDisk, &log).unwrap().as_ref(), Some(&manifest));
        let good = std::fs::read(path(&log)).unwrap();
        for bit in 0..good.len() * 8 {
            let mut bytes = good.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            std::fs::write(path(&log), &bytes).unwrap();
            assert!(Manifest::read(&OsDisk, &log).is_err(), "bit {bit}");
        }
        for length in 0..good.len() {
            std::fs::write(path(&log), &good[..length]).unwrap();
            assert!(Manifest::read(&OsDisk, &log).is_err(), "length {length}");
        }
    }
}
