//! A record as the log keeps it.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | `1`, the version |
//! | 2 | length of the partition key in bytes, big-endian |
//! | … | the partition key, UTF-8 |
//! | … | the data |
//!
//! The shard, the offset and the arrival time are the log's own. Reading shares the log's bytes.

use bytes::{BufMut, Bytes, BytesMut};

const VERSION: u8 = 1;
const HEADER: usize = 3;

/// A record's own parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Payload {
    pub partition_key: String,
    pub data: Bytes,
}

/// The bytes that stand for a record. Partition keys have at most 256 characters and so fewer
/// bytes than the length field can tell; a longer one is cut at a character.
pub(crate) fn encode(partition_key: &str, data: &[u8]) -> Bytes {
    let key = &partition_key[..partition_key.floor_char_boundary(usize::from(u16::MAX))];
    let mut bytes = BytesMut::with_capacity(HEADER + key.len() + data.len());
    bytes.put_u8(VERSION);
    bytes.put_u16(key.len() as u16);
    bytes.put_slice(key.as_bytes());
    bytes.put_slice(data);
    bytes.freeze()
}

/// The record that bytes of a log stand for; `None` where they are none of ours.
pub(crate) fn decode(bytes: &Bytes) -> Option<Payload> {
    let [VERSION, high, low, ..] = bytes[..] else {
        return None;
    };
    let data_at = HEADER + usize::from(u16::from_be_bytes([high, low]));
    let key = bytes.get(HEADER..data_at)?;
    let partition_key = std::str::from_utf8(key).ok()?.to_owned();
    Some(Payload { partition_key, data: bytes.slice(data_at..) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_layout_stays() {
        assert_eq!(&encode("kä", b"data")[..], b"\x01\x00\x03k\xc3\xa4data");
        let read = decode(&Bytes::from_static(b"\x01\x00\x01kdata")).unwrap();
        assert_eq!((&read.partition_key[..], &read.data[..]), ("k", &b"data"[..]));
    }

    #[test]
    fn the_data_is_not_copied() {
        let bytes = encode("key", b"data");
        let data = decode(&bytes).unwrap().data;
        assert_eq!(data.as_ptr(), bytes[6..].as_ptr());
    }

    #[test]
    fn foreign_bytes_are_refused() {
        for bytes in [&b""[..], b"\x01\x00", b"\x02\x00\x00", b"\x01\x00\x02k", b"\x01\x00\x01\xff"]
        {
            assert_eq!(decode(&Bytes::from_static(bytes)), None);
        }
    }

    proptest! {
        #[test]
        fn reads_back(key in "\\PC{0,256}", data: Vec<u8>) {
            let read = decode(&encode(&key, &data)).unwrap();
            prop_assert_eq!(&read.partition_key, &key);
            prop_assert_eq!(&read.data[..], &data[..]);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            let _ = decode(&Bytes::from(bytes));
        }
    }
}
