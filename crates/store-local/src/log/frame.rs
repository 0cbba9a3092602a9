//! A frame: a run of one lane's records within one append, as it lies in a segment.
//!
//! ```text
//! 0   u32  checksum of bytes 4..36, the segment's number and the frame's position
//! 4   u32  checksum of the body
//! 8   u32  length of the body
//! 12  u32  lane
//! 16  u32  records
//! 20  u64  offset of the first record
//! 28  u32  frames of the same append that follow this one
//! 32  u32  position below which the segment was durable when this frame was written
//! 36       the body: for each record its time (i64, ms), its length (u32) and its bytes
//! ```
//!
//! All numbers are little-endian, checksums are CRC-32C. The position is part of the checksum, so
//! that no record's bytes can pass for a frame. "Frames that follow" makes an append whole or
//! nothing. The durable position tells, after a crash, a frame that was torn (nothing after it
//! claims that it was durable) from one that was damaged later (something does).

use crc_fast::CrcAlgorithm;
use store::{Entry, Lane};

/// Length of a frame's header, in bytes.
pub(super) const HEADER_BYTES: usize = 36;

/// Length of what precedes each record's bytes.
const RECORD_BYTES: usize = 12;

/// A frame's body is cut after the record with which it reaches this length: a reader of one
/// record has to read the whole frame to check it.
const BODY_BYTES: usize = 16 * 1024;

/// CRC-32C.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    // A 32-bit checksum fits.
    crc_fast::checksum(CrcAlgorithm::Crc32Iscsi, bytes) as u32
}

/// A frame's header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub body_crc: u32,
    pub body_bytes: u32,
    pub lane: Lane,
    pub records: u32,
    pub first: u64,
    pub more: u32,
    pub durable: u32,
}

impl Header {
    /// The header as it lies at this place.
    pub fn encode(&self, segment: u64, position: u64) -> [u8; HEADER_BYTES] {
        let mut bytes = [0; HEADER_BYTES];
        bytes[4..8].copy_from_slice(&self.body_crc.to_le_bytes());
        bytes[8..12].copy_from_slice(&self.body_bytes.to_le_bytes());
        bytes[12..16].copy_from_slice(&self.lane.to_le_bytes());
        bytes[16..20].copy_from_slice(&self.records.to_le_bytes());
        bytes[20..28].copy_from_slice(&self.first.to_le_bytes());
        bytes[28..32].copy_from_slice(&self.more.to_le_bytes());
        bytes[32..36].copy_from_slice(&self.durable.to_le_bytes());
        let crc = header_checksum(&bytes, segment, position);
        bytes[..4].copy_from_slice(&crc.to_le_bytes());
        bytes
    }

    /// The header that lies at this place; `None` when its checksum does not match, or when it is
    /// one that no engine writes: without records, or with records past the last offset.
    pub fn decode(bytes: &[u8], segment: u64, position: u64) -> Option<Self> {
        let bytes: &[u8; HEADER_BYTES] = bytes.first_chunk()?;
        let header = Self::decode_unchecked(bytes);
        let crc = header_checksum(bytes, segment, position);
        header.first.checked_add(u64::from(header.records))?;
        (u32_at(bytes, 0) == crc && header.records > 0).then_some(header)
    }

    /// The fields of what may or may not be a header.
    fn decode_unchecked(bytes: &[u8; HEADER_BYTES]) -> Self {
        Self {
            body_crc: u32_at(bytes, 4),
            body_bytes: u32_at(bytes, 8),
            lane: u32_at(bytes, 12),
            records: u32_at(bytes, 16),
            first: u64::from(u32_at(bytes, 20)) | u64::from(u32_at(bytes, 24)) << 32,
            more: u32_at(bytes, 28),
            durable: u32_at(bytes, 32),
        }
    }

    /// Length of the whole frame.
    pub fn frame_bytes(&self) -> u64 {
        HEADER_BYTES as u64 + u64::from(self.body_bytes)
    }
}

/// Whether a header lies here that claims that `damaged` was durable. Cheap where none does.
pub(super) fn claims_durable(bytes: &[u8], segment: u64, position: u64, damaged: u64) -> bool {
    let Some(bytes) = bytes.first_chunk::<HEADER_BYTES>() else { return false };
    let durable = u64::from(u32_at(bytes, 32));
    damaged < durable && durable <= position && Header::decode(bytes, segment, position).is_some()
}

fn header_checksum(bytes: &[u8; HEADER_BYTES], segment: u64, position: u64) -> u32 {
    let mut input = [0; HEADER_BYTES + 12];
    input[..32].copy_from_slice(&bytes[4..]);
    input[32..40].copy_from_slice(&segment.to_le_bytes());
    input[40..].copy_from_slice(&position.to_le_bytes());
    checksum(&input)
}

fn u32_at(bytes: &[u8; HEADER_BYTES], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// A record within a frame's body.
pub(super) struct Record<'a> {
    pub time_ms: i64,
    pub bytes: &'a [u8],
}

/// The records of a body, in order. Ends early if the body is not well-formed, which its checksum
/// rules out.
pub(super) fn records(mut body: &[u8]) -> impl Iterator<Item = Record<'_>> {
    std::iter::from_fn(move || {
        let (time, rest) = body.split_first_chunk::<8>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (bytes, rest) = rest.split_at_checked(length)?;
        body = rest;
        Some(Record { time_ms: i64::from_le_bytes(*time), bytes })
    })
}

/// A record that goes into a frame: its index in the append, and its time as kept.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    pub index: usize,
    pub time_ms: i64,
}

/// Appends a frame without its header's contents; [`Header::encode`] goes into the gap later.
/// Gives the body's length and checksum.
pub(super) fn write_body(out: &mut Vec<u8>, entries: &[Entry], run: &[Placed]) -> (u32, u32) {
    out.extend_from_slice(&[0; HEADER_BYTES]);
    let body = out.len();
    for placed in run {
        let bytes = &entries[placed.index].bytes;
        out.extend_from_slice(&placed.time_ms.to_le_bytes());
        // An append is refused when it does not fit into 32 bits.
        out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        out.extend_from_slice(bytes);
    }
    let body = &out[body..];
    (body.len() as u32, checksum(body))
}

/// The indexes of an append's entries, in runs: each of one lane, in the given order, and short
/// enough for a frame.
pub(super) fn runs(entries: &[Entry]) -> Vec<Vec<usize>> {
    let mut indexes: Vec<usize> = (0..entries.len()).collect();
    indexes.sort_by_key(|index| entries[*index].lane);
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut bytes = 0;
    for index in indexes {
        let entry = &entries[index];
        match runs.last_mut() {
            Some(run) if entries[run[0]].lane == entry.lane && bytes < BODY_BYTES => {
                run.push(index);
            }
            _ => {
                runs.push(vec![index]);
                bytes = 0;
            }
        }
        bytes += RECORD_BYTES + entry.bytes.len();
    }
    runs
}

/// The length of an append's frames, or a little more.
pub(super) fn append_bytes(entries: &[Entry]) -> u64 {
    let frame = HEADER_BYTES + RECORD_BYTES;
    entries.iter().map(|entry| (frame + entry.bytes.len()) as u64).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;

    fn entry(lane: Lane, bytes: &'static [u8]) -> Entry {
        Entry { lane, time_ms: 0, bytes: Bytes::from_static(bytes) }
    }

    #[test]
    fn a_header_holds_only_at_its_place() {
        let header = Header {
            body_crc: 1,
            body_bytes: 2,
            lane: u32::MAX,
            records: 4,
            first: u64::MAX - 5,
            more: 6,
            durable: 7,
        };
        let bytes = header.encode(8, 9);
        assert_eq!(Header::decode(&bytes, 8, 9), Some(header));
        let past = Header { records: 6, ..header };
        assert_eq!(Header::decode(&past.encode(8, 9), 8, 9), None);
        assert_eq!(Header::decode(&bytes, 8, 10), None);
        assert_eq!(Header::decode(&bytes, 7, 9), None);
        assert_eq!(Header::decode(&bytes[..35], 8, 9), None);
        for bit in 0..HEADER_BYTES * 8 {
            let mut flipped = bytes;
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Header::decode(&flipped, 8, 9), None, "bit {bit}");
        }
    }

    #[test]
    fn a_body_gives_its_records_back() {
        let entries = [entry(0, b"one"), entry(0, b""), entry(0, b"three")];
        let run = [(2, -3), (1, 5), (0, 6)].map(|(index, time_ms)| Placed { index, time_ms });
        let mut out = vec![1, 2, 3];
        let (length, crc) = write_body(&mut out, &entries, &run);
        let body = &out[3 + HEADER_BYTES..];
        assert_eq!((body.len() as u32, checksum(body)), (length, crc));
        let found: Vec<_> = records(body).map(|record| (record.time_ms, record.bytes)).collect();
        assert_eq!(found, [(-3, &b"three"[..]), (5, b""), (6, b"one")]);
        assert_eq!(records(&body[..body.len() - 1]).count(), 2);
    }

    #[test]
    fn an_append_is_cut_into_runs_of_one_lane() {
        let entries = [entry(2, b"a"), entry(1, b"b"), entry(2, b"c"), entry(1, b"d")];
        assert_eq!(runs(&entries), [[1, 3], [0, 2]]);
        let large = Bytes::from(vec![0; 10_000]);
        let entries: Vec<Entry> =
            (0..5).map(|_| Entry { lane: 1, time_ms: 0, bytes: large.clone() }).collect();
        assert_eq!(runs(&entries), [vec![0, 1], vec![2, 3], vec![4]]);
        assert!(runs(&[]).is_empty());
    }
}
