//! A segment: one file of frames, and how it begins.
//!
//! ```text
//! 0   8 bytes  "WWLOG\0\0\x01"
//! 8   u64      the segment's number; a log's segments are numbered without gaps
//! 16  u32      lanes
//! 20  u32      checksum of all of the header but these four bytes
//! 24           for each lane: lane (u32), offset of its next record (u64), newest time (i64, ms)
//! ```
//!
//! The lanes are all that ever had a record before this segment, so that offsets and times go on
//! when older segments are gone. A segment gets its name when its header is durable; a header that
//! does not check out is therefore damage, never a torn write.

use super::frame::checksum;
use crate::damaged;
use crate::disk::{Disk, DiskFile};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Lane, Result};

const MAGIC: &[u8; 8] = b"WWLOG\0\0\x01";
const FIXED_BYTES: usize = 24;
pub(super) const LANE_BYTES: usize = 20;

/// Where a lane stood when a segment began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LaneEnd {
    pub lane: Lane,
    pub end: u64,
    pub newest_ms: i64,
}

/// The path of a segment's frames.
pub(super) fn path(log: &Path, number: u64) -> PathBuf {
    log.join(format!("{number:020}.seg"))
}

/// The path of a segment's index.
pub(super) fn index_path(log: &Path, number: u64) -> PathBuf {
    log.join(format!("{number:020}.idx"))
}

/// The segment number in a file's name, and its ending.
pub(super) fn parse_name(name: &str) -> Option<(u64, &str)> {
    let (number, ending) = name.split_once('.')?;
    Some((number.parse().ok()?, ending))
}

/// Makes a segment, durably, and gives the file and the position of its first frame.
pub(super) fn create(
    disk: &dyn Disk,
    log: &Path,
    number: u64,
    lanes: &[LaneEnd],
) -> io::Result<(Arc<dyn DiskFile>, u64)> {
    let header = encode(number, lanes);
    let path = path(log, number);
    let unnamed = path.with_extension("new");
    let file = disk.create(&unnamed)?;
    let made = file
        .write_at(&header, 0)
        .and_then(|()| file.sync())
        .and_then(|()| disk.rename(&unnamed, &path));
    if let Err(error) = made {
        // What is left over is removed at the next open, if not now.
        let _ = disk.remove(&unnamed);
        return Err(error);
    }
    disk.sync_dir(log)?;
    Ok((file, header.len() as u64))
}

fn encode(number: u64, lanes: &[LaneEnd]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(FIXED_BYTES + lanes.len() * LANE_BYTES);
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&number.to_le_bytes());
    bytes.extend_from_slice(&(lanes.len() as u32).to_le_bytes());
    for lane in lanes {
        encode_lane(&mut bytes, lane);
    }
    let crc = checksum(&bytes);
    bytes.splice(20..20, crc.to_le_bytes());
    bytes
}

/// Whether the file ends before its header does, so that nothing of it can be used.
pub(super) fn is_beheaded(file: &dyn DiskFile) -> io::Result<bool> {
    let mut fixed = [0; FIXED_BYTES];
    if file.read_at(&mut fixed, 0)? < FIXED_BYTES {
        return Ok(true);
    }
    let lanes = u32::from_le_bytes([fixed[16], fixed[17], fixed[18], fixed[19]]);
    Ok(file.len()? < header_bytes(lanes as usize))
}

/// The length of a header with so many lanes.
pub(super) fn header_bytes(lanes: usize) -> u64 {
    (FIXED_BYTES + lanes * LANE_BYTES) as u64
}

/// Adds a lane's end to a header or a manifest.
pub(super) fn encode_lane(bytes: &mut Vec<u8>, lane: &LaneEnd) {
    bytes.extend_from_slice(&lane.lane.to_le_bytes());
    bytes.extend_from_slice(&lane.end.to_le_bytes());
    bytes.extend_from_slice(&lane.newest_ms.to_le_bytes());
}

/// The lanes' ends in these bytes.
pub(super) fn decode_lanes(bytes: &[u8]) -> Vec<LaneEnd> {
    bytes.chunks_exact(LANE_BYTES).filter_map(decode_lane).collect()
}

/// Reads a segment's header: its lanes and the position of its first frame.
pub(super) fn read_header(
    file: &dyn DiskFile,
    path: &Path,
    number: u64,
) -> Result<(Vec<LaneEnd>, u64)> {
    let bad = || damaged(path, 0, "the segment's header does not match its checksum");
    let mut fixed = [0; FIXED_BYTES];
    if file.read_at(&mut fixed, 0)? < FIXED_BYTES {
        return Err(bad());
    }
    let lanes = u32::from_le_bytes([fixed[16], fixed[17], fixed[18], fixed[19]]) as usize;
    if (file.len()? as usize) < FIXED_BYTES + lanes * LANE_BYTES {
        return Err(bad());
    }
    let mut bytes = vec![0; FIXED_BYTES + lanes * LANE_BYTES];
    file.read_at(&mut bytes, 0)?;
    let stated: Vec<u8> = bytes.drain(20..24).collect();
    let right = checksum(&bytes).to_le_bytes()[..] == stated[..];
    if !right || &bytes[..8] != MAGIC || bytes[8..16] != number.to_le_bytes() {
        return Err(bad());
    }
    Ok((decode_lanes(&bytes[20..]), bytes.len() as u64 + 4))
}

fn decode_lane(bytes: &[u8]) -> Option<LaneEnd> {
    let (lane, rest) = bytes.split_first_chunk::<4>()?;
    let (end, rest) = rest.split_first_chunk::<8>()?;
    Some(LaneEnd {
        lane: u32::from_le_bytes(*lane),
        end: u64::from_le_bytes(*end),
        newest_ms: i64::from_le_bytes(*rest.first_chunk::<8>()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::OsDisk;

    #[test]
    fn a_header_comes_back_and_every_flipped_bit_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let lanes = [
            LaneEnd { lane: 7, end: 9, newest_ms: -4 },
            LaneEnd { lane: u32::MAX, end: u64::MAX, newest_ms: i64::MAX },
        ];
        let (file, first) = create(&OsDisk, dir.path(), 3, &lanes).unwrap();
        let path = path(dir.path(), 3);
        assert_eq!(read_header(&*file, &path, 3).unwrap(), (lanes.to_vec(), first));
        assert!(read_header(&*file, &path, 4).is_err());
        let good = std::fs::read(&path).unwrap();
        for bit in 0..good.len() * 8 {
            let mut bytes = good.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            file.write_at(&bytes, 0).unwrap();
            assert!(read_header(&*file, &path, 3).is_err(), "bit {bit}");
        }
        file.set_len(10).unwrap();
        assert!(read_header(&*file, &path, 3).is_err());
    }
}
