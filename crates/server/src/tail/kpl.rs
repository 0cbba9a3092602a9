//! Records that the Kinesis Producer Library has packed into one, as its repository's "Aggregated
//! Record Format" has them: a magic number, a message of Protocol Buffers, its MD5.

use base64_simd::STANDARD;
use shapes::checksum::{Algorithm, Checksum};

const MAGIC: &[u8] = &[0xf3, 0x89, 0x9a, 0xc2];
const MD5_BYTES: usize = 16;

/// A record that was packed with others.
#[derive(Debug, PartialEq)]
pub struct Packed {
    /// Its partition key.
    pub key: String,
    /// Its data.
    pub data: Vec<u8>,
}

/// The records that are packed into this one; `None` where it is none of these.
pub fn unpack(record: &[u8]) -> Option<Vec<Packed>> {
    let rest = record.strip_prefix(MAGIC)?;
    let (message, md5) = rest.split_at_checked(rest.len().checked_sub(MD5_BYTES)?)?;
    if Checksum::of(Algorithm::Md5, message) != STANDARD.encode_to_string(md5) {
        return None;
    }
    let (mut keys, mut records) = (Vec::new(), Vec::new());
    for field in Fields(message) {
        match field? {
            (1, Value::Bytes(key)) => keys.push(String::from_utf8(key.to_vec()).ok()?),
            (3, Value::Bytes(record)) => records.push(one(record)?),
            _ => {}
        }
    }
    let named = |(key, data): (usize, Vec<u8>)| Some(Packed { key: keys.get(key)?.clone(), data });
    records.into_iter().map(named).collect()
}

/// The number of a record's key, and its data.
fn one(message: &[u8]) -> Option<(usize, Vec<u8>)> {
    let (mut key, mut data) = (None, None);
    for field in Fields(message) {
        match field? {
            (1, Value::Number(number)) => key = usize::try_from(number).ok(),
            (3, Value::Bytes(bytes)) => data = Some(bytes.to_vec()),
            _ => {}
        }
    }
    Some((key?, data?))
}

/// The fields of a message; `None` where it is broken off.
struct Fields<'a>(&'a [u8]);

enum Value<'a> {
    Number(u64),
    Bytes(&'a [u8]),
    /// Of a kind that none of ours has.
    Other,
}

impl<'a> Fields<'a> {
    fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }

    fn field(&mut self) -> Option<(u64, Value<'a>)> {
        let tag = self.number()?;
        let value = match tag & 7 {
            0 => Value::Number(self.number()?),
            1 => self.bytes(8).map(|_| Value::Other)?,
            2 => {
                let length = usize::try_from(self.number()?).ok()?;
                Value::Bytes(self.bytes(length)?)
            }
            5 => self.bytes(4).map(|_| Value::Other)?,
            _ => return None,
        };
        Some((tag >> 3, value))
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Option<(u64, Value<'a>)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_none() {
            self.0 = &[];
        }
        Some(field)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn packed(message: &[u8]) -> Vec<u8> {
        let md5 = STANDARD.decode_to_vec(Checksum::of(Algorithm::Md5, message)).unwrap();
        [MAGIC, message, &md5].concat()
    }

    #[test]
    fn packed_records_are_taken_apart() {
        // Keys "a" and "b"; "b" with "xy", then "a" with nothing and a tag.
        let message =
            b"\x0a\x01a\x0a\x01b\x1a\x06\x08\x01\x1a\x02xy\x1a\x08\x08\x00\x1a\x00\x22\x02\x0a\x00";
        let record = |key: &str, data: &[u8]| Packed { key: key.to_owned(), data: data.to_vec() };
        assert_eq!(unpack(&packed(message)), Some(vec![record("b", b"xy"), record("a", b"")]));
    }

    #[test]
    fn what_only_looks_like_it_is_left_whole() {
        let good = packed(b"\x0a\x01a\x1a\x05\x08\x00\x1a\x01x");
        assert!(unpack(&good).is_some());
        for cut in 0..good.len() {
            assert_eq!(unpack(&good[..cut]), None);
        }
        for wrong in [
            &b"\x1a\x05\x08\x07\x1a\x01x"[..],
            b"\x0a\x09a",
            b"\x0b",
            b"\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
            b"\x1a\x02\x08\x00",
        ] {
            assert_eq!(unpack(&packed(wrong)), None, "{wrong:?}");
        }
        assert_eq!(unpack(&packed(b"")), Some(Vec::new()));
        assert_eq!(unpack(b"hello"), None);
    }
}
