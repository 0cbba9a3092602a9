//! Kafka's record batches, of version 2 and uncompressed.
//!
//! A record's value is the entry's bytes and its timestamp the entry's time. A time before 1970, which
//! no timestamp holds, is in a header `t` (8 bytes, big-endian), beside the timestamp 0.

use bytes::{Buf, BufMut, Bytes, BytesMut};
use crc_fast::{CrcAlgorithm, checksum};

/// Base offset and length.
const PREFIX: usize = 12;
/// What a batch has of its own, counted from behind its length, up to the first record.
const HEADER: usize = 49;
/// What the checksum does not cover of that: the leader's epoch, the version, the checksum.
const UNCHECKED: usize = 9;
const VERSION: i8 = 2;
const CONTROL: i16 = 1 << 5;
const COMPRESSION: i16 = 7;
const TIME: &[u8] = b"t";

/// Who wrote a record, and as the how manieth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbered {
    pub producer: i64,
    pub epoch: i16,
    pub sequence: i32,
}

impl Numbered {
    /// The number of a later record by the same.
    pub fn later(self, by: i64) -> Self {
        // After the highest comes zero.
        let sequence = i64::from(self.sequence).wrapping_add(by) & i64::from(i32::MAX);
        Self { sequence: i32::try_from(sequence).unwrap_or(0), ..self }
    }
}

/// A record as it lies in a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Raw {
    pub offset: i64,
    pub time_ms: i64,
    pub bytes: Bytes,
    pub by: Numbered,
}

/// The timestamp that stands for a time.
pub(crate) fn stamp(time_ms: i64) -> i64 {
    time_ms.max(0)
}

/// The most that records of so many bytes take as a batch.
pub(crate) fn size(records: usize, bytes: usize) -> usize {
    // Lengths, times and numbers have at most 10 bytes each, the header 12.
    PREFIX + HEADER + records * 64 + bytes
}

fn put_varint(buffer: &mut BytesMut, value: i64) {
    let mut rest = (value << 1 ^ value >> 63).cast_unsigned();
    while rest >= 0x80 {
        buffer.put_u8((rest & 0x7f) as u8 | 0x80);
        rest >>= 7;
    }
    buffer.put_u8(rest as u8);
}

fn varint_len(value: i64) -> usize {
    let significant = 64 - (value << 1 ^ value >> 63).leading_zeros() as usize;
    significant.max(1).div_ceil(7)
}

/// The number of records that a batch can have is an `i32`, as its bytes.
fn count(records: usize) -> i32 {
    i32::try_from(records).unwrap_or(i32::MAX)
}

/// One batch of records, of which there is at least one: times and bytes.
pub(crate) fn encode(records: &[(i64, Bytes)], by: Numbered) -> Bytes {
    let bytes = records.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut buffer = BytesMut::with_capacity(size(records.len(), bytes));
    let stamps = || records.iter().map(|(time_ms, _)| stamp(*time_ms));
    let first = stamps().next().unwrap_or(0);
    buffer.put_i64(0);
    buffer.put_i32(0);
    buffer.put_i32(-1);
    buffer.put_i8(VERSION);
    buffer.put_u32(0);
    buffer.put_i16(0);
    buffer.put_i32(count(records.len()) - 1);
    buffer.put_i64(first);
    buffer.put_i64(stamps().max().unwrap_or(0));
    buffer.put_i64(by.producer);
    buffer.put_i16(by.epoch);
    buffer.put_i32(by.sequence);
    buffer.put_i32(count(records.len()));
    for (nth, (time_ms, bytes)) in (0..).zip(records) {
        put_record(&mut buffer, nth, first, *time_ms, bytes);
    }
    let length = count(buffer.len() - PREFIX);
    let covered = buffer.get(PREFIX + UNCHECKED..).unwrap_or_default();
    let sum = checksum(CrcAlgorithm::Crc32Iscsi, covered) as u32;
    put_at(&mut buffer, PREFIX - 4, &length.to_be_bytes());
    put_at(&mut buffer, PREFIX + UNCHECKED - 4, &sum.to_be_bytes());
    buffer.freeze()
}

fn put_at(buffer: &mut BytesMut, at: usize, bytes: &[u8]) {
    if let Some(place) = buffer.get_mut(at..at + bytes.len()) {
        place.copy_from_slice(bytes);
    }
}

fn put_record(buffer: &mut BytesMut, nth: i64, first: i64, time_ms: i64, bytes: &Bytes) {
    let later = stamp(time_ms) - first;
    let length = i64::from(count(bytes.len()));
    // One header: how many there are, its name, its value.
    let header = if time_ms < 0 { 1 + 1 + TIME.len() + 1 + 8 } else { 1 };
    let numbers = varint_len(later) + varint_len(nth) + varint_len(-1) + varint_len(length);
    put_varint(buffer, i64::from(count(1 + numbers + bytes.len() + header)));
    buffer.put_i8(0);
    put_varint(buffer, later);
    put_varint(buffer, nth);
    put_varint(buffer, -1);
    put_varint(buffer, length);
    buffer.put_slice(bytes);
    if time_ms < 0 {
        put_varint(buffer, 1);
        put_varint(buffer, 1);
        buffer.put_slice(TIME);
        put_varint(buffer, 8);
        buffer.put_i64(time_ms);
    } else {
        put_varint(buffer, 0);
    }
}

type Decoded<T> = std::result::Result<T, String>;

fn torn() -> String {
    "it ends in the midst of a record".to_owned()
}

fn take_varint(buffer: &mut Bytes) -> Decoded<i64> {
    let mut value = 0_u64;
    for shift in (0..64).step_by(7) {
        let byte = buffer.try_get_u8().map_err(|_| torn())?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok((value >> 1).cast_signed() ^ -(value & 1).cast_signed());
        }
    }
    Err("a number in it has no end".to_owned())
}

/// Bytes with their length before them; none where that is -1.
fn take_bytes(buffer: &mut Bytes) -> Decoded<Bytes> {
    let length = take_varint(buffer)?;
    if length == -1 {
        return Ok(Bytes::new());
    }
    take(buffer, length)
}

fn take(buffer: &mut Bytes, length: i64) -> Decoded<Bytes> {
    let length = usize::try_from(length).ok().filter(|length| *length <= buffer.len());
    length.map(|length| buffer.split_to(length)).ok_or_else(torn)
}

/// The records of batches, in order. The last batch may be cut off: brokers send what there is room
/// for.
///
/// # Errors
/// What is wrong with them.
pub(crate) fn decode(mut buffer: Bytes) -> Decoded<Vec<Raw>> {
    let mut records = Vec::new();
    while buffer.len() >= PREFIX {
        let base = buffer.get_i64();
        let length = usize::try_from(buffer.get_i32()).map_err(|_| torn())?;
        if length > buffer.len() {
            break;
        }
        let told = |why| format!("the batch at {base}: {why}");
        decode_batch(base, buffer.split_to(length), &mut records).map_err(told)?;
    }
    Ok(records)
}

fn decode_batch(base: i64, mut batch: Bytes, records: &mut Vec<Raw>) -> Decoded<()> {
    if batch.len() < HEADER {
        return Err(torn());
    }
    batch.advance(4);
    let version = batch.get_i8();
    if version != VERSION {
        return Err(format!("it is of version {version}"));
    }
    let sum = batch.get_u32();
    if checksum(CrcAlgorithm::Crc32Iscsi, &batch) as u32 != sum {
        return Err("its checksum is not that of its bytes".to_owned());
    }
    let attributes = batch.get_i16();
    batch.advance(4);
    let first = batch.get_i64();
    batch.advance(8);
    let (producer, epoch, sequence) = (batch.get_i64(), batch.get_i16(), batch.get_i32());
    let by = Numbered { producer, epoch, sequence };
    let count = batch.get_i32();
    if attributes & CONTROL != 0 {
        return Ok(());
    }
    if attributes & COMPRESSION != 0 {
        return Err("it is compressed, which no batch of ours is".to_owned());
    }
    for _ in 0..count {
        let length = take_varint(&mut batch)?;
        let record = take(&mut batch, length)?;
        records.push(decode_record(base, first, by, record)?);
    }
    Ok(())
}

fn decode_record(base: i64, first: i64, by: Numbered, mut record: Bytes) -> Decoded<Raw> {
    record.try_get_i8().map_err(|_| torn())?;
    let stamp = first.saturating_add(take_varint(&mut record)?);
    let nth = take_varint(&mut record)?;
    let offset = base.saturating_add(nth);
    let by = by.later(nth);
    take_bytes(&mut record)?;
    let bytes = take_bytes(&mut record)?;
    let mut time_ms = stamp;
    for _ in 0..take_varint(&mut record)? {
        let (name, value) = (take_bytes(&mut record)?, take_bytes(&mut record)?);
        if let (TIME, Ok(exact)) = (&name[..], <[u8; 8]>::try_from(&value[..])) {
            time_ms = i64::from_be_bytes(exact);
        }
    }
    Ok(Raw { offset, time_ms, bytes, by })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BY: Numbered = Numbered { producer: 7, epoch: 1, sequence: 9 };

    proptest! {
        #[test]
        fn what_is_written_is_read(
            records in prop::collection::vec((any::<i64>(), prop::collection::vec(any::<u8>(), 0..300)), 1..20),
        ) {
            let records: Vec<_> =
                records.into_iter().map(|(time, bytes)| (time, Bytes::from(bytes))).collect();
            let batch = encode(&records, BY);
            let bytes = records.iter().map(|(_, bytes)| bytes.len()).sum();
            prop_assert!(batch.len() <= size(records.len(), bytes));
            let twice = Bytes::from([&batch[..], &batch[..], &batch[..20]].concat());
            let found = decode(twice).unwrap();
            prop_assert_eq!(found.len(), 2 * records.len());
            for (nth, (raw, (time_ms, bytes))) in (0..).zip(found.iter().zip(&records)) {
                let by = Numbered { sequence: 9 + nth as i32, ..BY };
                prop_assert_eq!(raw, &Raw { offset: nth, time_ms: *time_ms, bytes: bytes.clone(), by });
            }
        }

        #[test]
        fn no_byte_changes_unseen(at in 0_usize..90, bit in 0_u32..8) {
            let records = [(5, Bytes::from_static(b"one")), (-6, Bytes::from_static(b"two"))];
            let batch = encode(&records, BY);
            let whole = decode(batch.clone()).unwrap();
            let mut changed = batch.to_vec();
            let at = at % changed.len();
            changed[at] ^= 1 << bit;
            // Neither where the batch lies nor who leads is covered, and a length may cut it off.
            let place = |raw: &Raw| (raw.time_ms, raw.bytes.clone());
            let same = |found: &[Raw]| found.iter().map(place).eq(whole.iter().map(place));
            let found = decode(Bytes::from(changed));
            prop_assert!(found.is_err() || found.as_ref().is_ok_and(|found| found.is_empty())
                || (at < 8 || (12..16).contains(&at)) && found.as_ref().is_ok_and(|found| same(found)));
        }

        #[test]
        fn whatever_the_bytes_it_does_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = decode(Bytes::from(bytes.clone()));
            let mut records = Vec::new();
            let _ = decode_batch(0, Bytes::from(bytes.clone()), &mut records);
            let _ = decode_record(i64::MAX, i64::MAX, BY, Bytes::from(bytes));
        }
    }

    #[test]
    fn numbers_begin_anew_after_the_highest() {
        let highest = Numbered { sequence: i32::MAX, ..BY };
        assert_eq!(highest.later(1).sequence, 0);
        assert_eq!(highest.later(i64::from(i32::MAX)).sequence, i32::MAX - 1);
        assert_eq!(BY.later(3).sequence, 12);
    }

    #[test]
    fn what_no_one_of_us_wrote_is_told() {
        let mut batch = encode(&[(5, Bytes::from_static(b"one"))], BY).to_vec();
        batch[22] |= 4;
        let sum = checksum(CrcAlgorithm::Crc32Iscsi, &batch[21..]) as u32;
        batch[17..21].copy_from_slice(&sum.to_be_bytes());
        assert!(decode(Bytes::from(batch.clone())).unwrap_err().contains("compressed"));
        batch[16] = 1;
        assert!(decode(Bytes::from(batch)).unwrap_err().contains("version 1"));
    }

    #[test]
    fn numbers_take_as_many_bytes_as_was_counted() {
        for value in [0, 1, -1, 63, 64, -64, -65, 1 << 13, i64::MAX, i64::MIN] {
            let mut buffer = BytesMut::new();
            put_varint(&mut buffer, value);
            assert_eq!(buffer.len(), varint_len(value), "{value}");
            assert_eq!(take_varint(&mut buffer.freeze()).unwrap(), value);
        }
    }
}
