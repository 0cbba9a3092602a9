//! Where a segment's records are, lane by lane.
//!
//! Sparse: a frame gets a point only when the lane's last point is more than [`GAP_BYTES`] before
//! it. A reader starts at a point, looks at the frames that begin within the gap, and jumps to the
//! next point; so a lane among thousands is read without reading the others, and a lane that is
//! alone needs a point per 4 KiB.
//!
//! The index of a segment is also a file, which is only ever a help: it is made again from the
//! segment when it is missing or does not check out.
//!
//! ```text
//! 0   8 bytes  "WWIDX\0\0\x01"
//! 8   u64      the segment's number
//! 16  u64      length of the segment that is covered; all of it was durable
//! 24  u32      lanes
//! 28  u32      checksum of the points
//! 32  u32      checksum of bytes 0..32 and of the lanes
//! 36           for each lane: lane (u32), points (u32), first offset (u64), end (u64),
//!              newest time (i64, ms)
//!              for each lane its points: position (u32), offset above the first (u32),
//!              time (i64, ms)
//! ```

use super::frame::checksum;
use crate::disk::{Disk, DiskFile};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use store::Lane;

/// The farthest that a frame without a point lies behind its lane's last point.
pub(super) const GAP_BYTES: u64 = 4096;

const MAGIC: &[u8; 8] = b"WWIDX\0\0\x01";
const FIXED_BYTES: usize = 36;
const SPAN_BYTES: usize = 32;
const POINT_BYTES: usize = 16;

/// A frame's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub position: u32,
    /// The offset of the frame's first record, counted from the lane's first in this segment.
    pub above_first: u32,
    /// The time of the frame's first record.
    pub time_ms: i64,
}

/// A lane's part of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub lane: Lane,
    pub first: u64,
    pub end: u64,
    pub newest_ms: i64,
}

/// A lane's part of a segment, and where its frames are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LaneIndex {
    pub span: Span,
    pub points: Vec<Point>,
}

impl LaneIndex {
    /// The points from the one that covers `offset` on.
    pub fn starting_at(&self, offset: u64) -> &[Point] {
        let first = self.span.first;
        let after = self.points.partition_point(|p| first + u64::from(p.above_first) <= offset);
        &self.points[after.saturating_sub(1)..]
    }

    /// The offset to look from for the first record at or after a time.
    pub fn before_time(&self, time_ms: i64) -> u64 {
        let after = self.points.partition_point(|point| point.time_ms < time_ms);
        let point = self.points.get(after.saturating_sub(1));
        self.span.first + point.map_or(0, |point| u64::from(point.above_first))
    }
}

/// What an index needs to know of a frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noted {
    pub lane: Lane,
    pub position: u64,
    pub first: u64,
    pub records: u32,
    pub first_ms: i64,
    pub newest_ms: i64,
}

/// The index of a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    pub lanes: BTreeMap<Lane, LaneIndex>,
}

impl Index {
    /// Adds the next frame.
    pub fn note(&mut self, frame: &Noted) {
        let index = self.lanes.entry(frame.lane).or_insert_with(|| LaneIndex {
            span: Span {
                lane: frame.lane,
                first: frame.first,
                end: frame.first,
                newest_ms: frame.newest_ms,
            },
            points: Vec::new(),
        });
        index.span.end = frame.first + u64::from(frame.records);
        index.span.newest_ms = frame.newest_ms;
        let far = |last: &Point| frame.position > u64::from(last.position) + GAP_BYTES;
        if index.points.last().is_none_or(far) {
            index.points.push(Point {
                // Segments are refused beyond 32 bits, which also bounds the records in one.
                position: frame.position as u32,
                above_first: frame.first.saturating_sub(index.span.first) as u32,
                time_ms: frame.first_ms,
            });
        }
    }

    /// The lanes' parts, in order of the lanes.
    pub fn spans(&self) -> Vec<Span> {
        self.lanes.values().map(|index| index.span).collect()
    }

    /// What this takes of memory, in bytes, about.
    pub fn memory_bytes(&self) -> usize {
        let points: usize = self.lanes.values().map(|index| index.points.len()).sum();
        points * POINT_BYTES + self.lanes.len() * 100
    }

    /// Writes the index file. It need not be durable, only whole, which its checksums see to.
    pub fn save(&self, disk: &dyn Disk, path: &Path, number: u64, covered: u64) -> io::Result<()> {
        let unnamed = path.with_extension("idx.new");
        disk.create(&unnamed)?.write_at(&self.encode(number, covered), 0)?;
        disk.rename(&unnamed, path)
    }

    fn encode(&self, number: u64, covered: u64) -> Vec<u8> {
        let mut points = Vec::new();
        for point in self.lanes.values().flat_map(|index| &index.points) {
            points.extend_from_slice(&point.position.to_le_bytes());
            points.extend_from_slice(&point.above_first.to_le_bytes());
            points.extend_from_slice(&point.time_ms.to_le_bytes());
        }
        let mut bytes = Vec::with_capacity(FIXED_BYTES + self.lanes.len() * 40 + points.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&number.to_le_bytes());
        bytes.extend_from_slice(&covered.to_le_bytes());
        bytes.extend_from_slice(&(self.lanes.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&checksum(&points).to_le_bytes());
        for (lane, index) in &self.lanes {
            bytes.extend_from_slice(&lane.to_le_bytes());
            bytes.extend_from_slice(&(index.points.len() as u32).to_le_bytes());
            bytes.extend_from_slice(&index.span.first.to_le_bytes());
            bytes.extend_from_slice(&index.span.end.to_le_bytes());
            bytes.extend_from_slice(&index.span.newest_ms.to_le_bytes());
        }
        let crc = checksum(&bytes);
        bytes.splice(32..32, crc.to_le_bytes());
        bytes.extend_from_slice(&points);
        bytes
    }
}

/// The first part of an index file: enough to know which records the segment has.
pub(super) struct Summary {
    pub covered: u64,
    pub spans: Vec<Span>,
    points_each: Vec<u32>,
    points_crc: u32,
}

/// Reads a file's first part; `None` when it does not check out.
pub(super) fn read_summary(file: &dyn DiskFile, number: u64) -> io::Result<Option<Summary>> {
    let mut fixed = [0; FIXED_BYTES];
    if file.read_at(&mut fixed, 0)? < FIXED_BYTES {
        return Ok(None);
    }
    let u32_at =
        |at: usize| u32::from_le_bytes([fixed[at], fixed[at + 1], fixed[at + 2], fixed[at + 3]]);
    let u64_at = |at: usize| u64::from(u32_at(at)) | u64::from(u32_at(at + 4)) << 32;
    let length = u32_at(24) as usize * SPAN_BYTES;
    if &fixed[..8] != MAGIC || u64_at(8) != number || file.len()? < (FIXED_BYTES + length) as u64 {
        return Ok(None);
    }
    let mut checked = vec![0; 32 + length];
    checked[..32].copy_from_slice(&fixed[..32]);
    file.read_at(&mut checked[32..], FIXED_BYTES as u64)?;
    if checksum(&checked) != u32_at(32) {
        return Ok(None);
    }
    let (spans, points_each) =
        checked[32..].chunks_exact(SPAN_BYTES).filter_map(decode_span).unzip();
    Ok(Some(Summary { covered: u64_at(16), spans, points_each, points_crc: u32_at(28) }))
}

fn decode_span(bytes: &[u8]) -> Option<(Span, u32)> {
    let (lane, rest) = bytes.split_first_chunk::<4>()?;
    let (points, rest) = rest.split_first_chunk::<4>()?;
    let (first, rest) = rest.split_first_chunk::<8>()?;
    let (end, rest) = rest.split_first_chunk::<8>()?;
    let span = Span {
        lane: u32::from_le_bytes(*lane),
        first: u64::from_le_bytes(*first),
        end: u64::from_le_bytes(*end),
        newest_ms: i64::from_le_bytes(*rest.first_chunk::<8>()?),
    };
    Some((span, u32::from_le_bytes(*points)))
}

/// Reads the whole index that the summary announces; `None` when it does not check out.
pub(super) fn read_index(file: &dyn DiskFile, summary: &Summary) -> io::Result<Option<Index>> {
    let count: usize = summary.points_each.iter().map(|points| *points as usize).sum();
    let start = (FIXED_BYTES + summary.spans.len() * SPAN_BYTES) as u64;
    if file.len()? < start + (count * POINT_BYTES) as u64 {
        return Ok(None);
    }
    let mut bytes = vec![0; count * POINT_BYTES];
    file.read_at(&mut bytes, start)?;
    if checksum(&bytes) != summary.points_crc {
        return Ok(None);
    }
    let mut points = bytes.chunks_exact(POINT_BYTES).filter_map(decode_point);
    let mut index = Index::default();
    for (span, count) in summary.spans.iter().zip(&summary.points_each) {
        let points = points.by_ref().take(*count as usize).collect();
        index.lanes.insert(span.lane, LaneIndex { span: *span, points });
    }
    Ok(Some(index))
}

fn decode_point(bytes: &[u8]) -> Option<Point> {
    let (position, rest) = bytes.split_first_chunk::<4>()?;
    let (above_first, rest) = rest.split_first_chunk::<4>()?;
    Some(Point {
        position: u32::from_le_bytes(*position),
        above_first: u32::from_le_bytes(*above_first),
        time_ms: i64::from_le_bytes(*rest.first_chunk::<8>()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::OsDisk;

    fn index() -> Index {
        let mut index = Index::default();
        let mut first = 100;
        for n in 0..40 {
            let (lane, position, time_ms) = (n % 3, 24 + u64::from(n) * 1000, i64::from(n) * 10);
            let newest_ms = time_ms + 5;
            let noted = Noted { lane, position, first, records: 3, first_ms: time_ms, newest_ms };
            index.note(&noted);
            first += u64::from(n % 3 == 2) * 3;
        }
        index
    }

    #[test]
    fn points_keep_their_distance() {
        let index = index();
        let lane = &index.lanes[&0];
        assert_eq!(lane.span, Span { lane: 0, first: 100, end: 142, newest_ms: 395 });
        let positions: Vec<u32> = lane.points.iter().map(|point| point.position).collect();
        assert_eq!(positions, [24, 6024, 12024, 18024, 24024, 30024, 36024]);
        assert_eq!(lane.starting_at(105)[0].position, 24);
        assert_eq!(lane.starting_at(106)[0].position, 6024);
        assert_eq!(lane.starting_at(0).len(), 7);
        assert_eq!(lane.before_time(60), 100);
        assert_eq!(lane.before_time(61), 106);
        assert_eq!(lane.before_time(i64::MIN), 100);
    }

    #[test]
    fn a_file_comes_back_and_every_flipped_bit_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.idx");
        index().save(&OsDisk, &path, 5, 40_024).unwrap();
        let file = OsDisk.open(&path).unwrap();
        let load = |number| {
            let summary = read_summary(&*file, number).unwrap()?;
            Some((summary.covered, read_index(&*file, &summary).unwrap()?))
        };
        assert_eq!(load(5), Some((40_024, index())));
        assert_eq!(load(6), None);
        let good = std::fs::read(&path).unwrap();
        for bit in 0..good.len() * 8 {
            let mut bytes = good.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            file.write_at(&bytes, 0).unwrap();
            assert_eq!(load(5), None, "bit {bit}");
        }
        file.write_at(&good, 0).unwrap();
        for length in 0..good.len() {
            file.set_len(length as u64).unwrap();
            assert_eq!(load(5), None, "length {length}");
            file.write_at(&good, 0).unwrap();
        }
    }
}
