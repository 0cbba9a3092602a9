//! A record as the log keeps it.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | `1`, the version |
//! | 2 | length of the partition key in bytes, big-endian |
//! | … | the partition key, UTF-8; empty where the producer gave none |
//! | … | the data |
//!
//! and of a stream that is encrypted:
//!
//! | bytes | what |
//! |---|---|
//! | 1 | `2`, the version |
//! | 16 | the salt of the key |
//! | … | the above, sealed ([`platform::Secret::sealing`]) |
//!
//! The shard, the offset and the arrival time are the log's own. Reading shares the log's bytes.

use bytes::{BufMut, Bytes, BytesMut};

const VERSION: u8 = 1;
const SEALED: u8 = 2;
/// In memory only: what was sealed, and is open now.
const OPENED: u8 = 3;
pub(crate) const HEADER: usize = 3;
/// The length of a salt.
pub(crate) const SALT: usize = 16;

/// A record's own parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Payload {
    pub partition_key: String,
    pub data: Bytes,
    /// Whether it was kept encrypted.
    pub encrypted: bool,
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

/// The bytes that stand for a record that was sealed.
pub(crate) fn seal(salt: &[u8; SALT], sealed: &[u8]) -> Bytes {
    [&[SEALED][..], salt, sealed].concat().into()
}

/// The salt and what is sealed, of a record that is.
pub(crate) fn sealed(bytes: &Bytes) -> Option<([u8; SALT], &[u8])> {
    let (salt, sealed) = bytes.strip_prefix(&[SEALED])?.split_first_chunk()?;
    Some((*salt, sealed))
}

/// The bytes of a record that was sealed, for [`decode`].
pub(crate) fn opened(mut bytes: Vec<u8>) -> Bytes {
    if let Some(version @ &mut VERSION) = bytes.first_mut() {
        *version = OPENED;
    }
    bytes.into()
}

/// The record that bytes of a log stand for; `None` where they are none of ours, or sealed.
pub(crate) fn decode(bytes: &Bytes) -> Option<Payload> {
    let [version @ (VERSION | OPENED), high, low, ..] = bytes[..] else {
        return None;
    };
    let data_at = HEADER + usize::from(u16::from_be_bytes([high, low]));
    let key = bytes.get(HEADER..data_at)?;
    let partition_key = std::str::from_utf8(key).ok()?.to_owned();
    Some(Payload { partition_key, data: bytes.slice(data_at..), encrypted: version == OPENED })
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
    fn what_is_sealed_is_told_from_what_was() {
        let (salt, plain) = ([7; SALT], encode("k", b"data"));
        let bytes = seal(&salt, b"sealed");
        assert_eq!(
            &bytes[..],
            b"\x02\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07sealed"
        );
        assert_eq!(sealed(&bytes), Some((salt, &b"sealed"[..])));
        assert_eq!((decode(&bytes), sealed(&plain)), (None, None));
        assert_eq!(sealed(&bytes.slice(..SALT)), None);
        let read = decode(&opened(plain.to_vec())).unwrap();
        assert_eq!(
            (&*read.partition_key, &read.data[..], read.encrypted),
            ("k", &b"data"[..], true)
        );
        assert!(!decode(&plain).unwrap().encrypted);
        assert_eq!(decode(&opened(bytes.to_vec())), None);
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
