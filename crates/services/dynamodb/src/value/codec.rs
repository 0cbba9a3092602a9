//! How an item is kept: a version, how many attributes it has, and each with its name and value. A
//! value is a byte for its type and what the type needs; lengths are varints, seven bits a byte.
//!
//! Numbers are kept as they are written: the canonical form is short for all but the rare ones, and
//! reading an item is copying.

use super::{DEEPEST, Item};
use bytes::Bytes;
use platform::{Error, Result};
use shapes::AttributeValue;
use std::collections::BTreeMap;

/// The first byte of what is written now.
const VERSION: u8 = 1;

const S: u8 = 1;
const N: u8 = 2;
const B: u8 = 3;
const SS: u8 = 4;
const NS: u8 = 5;
const BS: u8 = 6;
const M: u8 = 7;
const L: u8 = 8;
const NULL: u8 = 9;
const FALSE: u8 = 10;
const TRUE: u8 = 11;
/// What no item may have; it is kept so that nothing is lost unseen.
const WRONG: u8 = 12;

/// The item's bytes.
pub(crate) fn encode_item(item: &Item) -> Vec<u8> {
    let mut to = vec![VERSION];
    write_map(item, &mut to);
    to
}

/// A value's bytes, without a version.
pub(super) fn encode_value(value: &AttributeValue) -> Vec<u8> {
    let mut to = Vec::new();
    write_value(value, &mut to);
    to
}

/// The item that was encoded so.
///
/// # Errors
/// Nothing that this module wrote.
pub(crate) fn decode_item(bytes: &[u8]) -> Result<Item> {
    let read = || {
        let (version, rest) = bytes.split_first()?;
        let mut reader = Reader { rest };
        let item = (*version == VERSION).then(|| reader.map(0))??;
        reader.rest.is_empty().then_some(item)
    };
    read().ok_or_else(|| Error::internal("an item's bytes cannot be read"))
}

fn write_length(mut length: usize, to: &mut Vec<u8>) {
    while length >= 0x80 {
        to.push((length & 0x7F) as u8 | 0x80);
        length >>= 7;
    }
    to.push(length as u8);
}

fn write_bytes(bytes: &[u8], to: &mut Vec<u8>) {
    write_length(bytes.len(), to);
    to.extend_from_slice(bytes);
}

fn write_all<T: AsRef<[u8]>>(kind: u8, items: &[T], to: &mut Vec<u8>) {
    to.push(kind);
    write_length(items.len(), to);
    for item in items {
        write_bytes(item.as_ref(), to);
    }
}

fn write_map(entries: &BTreeMap<String, AttributeValue>, to: &mut Vec<u8>) {
    write_length(entries.len(), to);
    for (name, value) in entries {
        write_bytes(name.as_bytes(), to);
        write_value(value, to);
    }
}

fn write_value(value: &AttributeValue, to: &mut Vec<u8>) {
    let scalar = |kind: u8, bytes: &[u8], to: &mut Vec<u8>| {
        to.push(kind);
        write_bytes(bytes, to);
    };
    match value {
        AttributeValue::S(text) => scalar(S, text.as_bytes(), to),
        AttributeValue::N(text) => scalar(N, text.as_bytes(), to),
        AttributeValue::B(bytes) => scalar(B, bytes, to),
        AttributeValue::Ss(items) => write_all(SS, items, to),
        AttributeValue::Ns(items) => write_all(NS, items, to),
        AttributeValue::Bs(items) => write_all(BS, items, to),
        AttributeValue::M(entries) => {
            to.push(M);
            write_map(entries, to);
        }
        AttributeValue::L(items) => {
            to.push(L);
            write_length(items.len(), to);
            for item in items {
                write_value(item, to);
            }
        }
        AttributeValue::Null(_) => to.push(NULL),
        AttributeValue::Bool(false) => to.push(FALSE),
        AttributeValue::Bool(true) => to.push(TRUE),
        AttributeValue::Wrong(_) => to.push(WRONG),
    }
}

/// What is still to be read. `None` is said of what is not as it must be.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    fn length(&mut self) -> Option<usize> {
        let mut length: u64 = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            length |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return usize::try_from(length).ok();
            }
        }
        None
    }

    /// How many there are, each of which takes a byte at least.
    fn count(&mut self) -> Option<usize> {
        self.length().filter(|count| *count <= self.rest.len())
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.length()?;
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    fn text(&mut self) -> Option<String> {
        std::str::from_utf8(self.bytes()?).ok().map(str::to_owned)
    }

    fn blob(&mut self) -> Option<Bytes> {
        self.bytes().map(Bytes::copy_from_slice)
    }

    /// A map within as many containers as `depth` says.
    fn map(&mut self, depth: usize) -> Option<BTreeMap<String, AttributeValue>> {
        let count = self.count()?;
        (0..count).map(|_| Some((self.text()?, self.value(depth + 1)?))).collect()
    }

    fn value(&mut self, depth: usize) -> Option<AttributeValue> {
        if depth > DEEPEST + 1 {
            return None;
        }
        Some(match self.byte()? {
            S => AttributeValue::S(self.text()?),
            N => AttributeValue::N(self.text()?),
            B => AttributeValue::B(self.blob()?),
            SS => AttributeValue::Ss(self.all(Self::text)?),
            NS => AttributeValue::Ns(self.all(Self::text)?),
            BS => AttributeValue::Bs(self.all(Self::blob)?),
            M => AttributeValue::M(self.map(depth)?),
            L => AttributeValue::L(self.all(|reader| reader.value(depth + 1))?),
            NULL => AttributeValue::Null(true),
            FALSE => AttributeValue::Bool(false),
            TRUE => AttributeValue::Bool(true),
            _ => return None,
        })
    }

    fn all<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        (0..count).map(|_| one(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::check_item;
    use crate::value::samples::*;
    use proptest::prelude::*;

    #[test]
    fn the_first_version_is_still_read() {
        let item = item([
            ("a", s("x")),
            ("b", n("-1.5")),
            ("c", b("yz")),
            ("d", l([Null(true), Bool(true), Bool(false)])),
            ("e", m([("f", ss(["p", "q"]))])),
            ("g", ns(["1"])),
            ("h", bs(["r"])),
        ]);
        let first =
            b"\x01\x07\x01a\x01\x01x\x01b\x02\x04-1.5\x01c\x03\x02yz\x01d\x08\x03\x09\x0b\x0a\
            \x01e\x07\x01\x01f\x04\x02\x01p\x01q\x01g\x05\x01\x011\x01h\x06\x01\x01r";
        assert_eq!(encode_item(&item), first);
        assert_eq!(decode_item(first).unwrap(), item);
    }

    #[test]
    fn what_was_not_written_so_is_an_error() {
        let deep = [vec![1, 1, 1, b'a'], [8u8, 1].repeat(100), vec![9]].concat();
        let facts: [&[u8]; 9] = [
            b"",
            b"\x02\x00",
            b"\x01",
            b"\x01\x00\x00",
            b"\x01\x01\x01a",
            b"\x01\x01\x01a\x01\x05x",
            b"\x01\x01\x01a\x01\x01\xff",
            b"\x01\xff\xff\xff\xff\xff\xff",
            &deep,
        ];
        for bytes in facts {
            assert!(decode_item(bytes).is_err(), "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(mut item in any_item()) {
            if check_item(&mut item).is_ok() {
                prop_assert_eq!(decode_item(&encode_item(&item)).unwrap(), item);
            }
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = decode_item(&[&[VERSION], &bytes[..]].concat());
        }
    }
}
