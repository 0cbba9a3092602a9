//! Keys: what they may be, and bytes that sort as they do.

use super::Number;
use crate::errors::invalid;
use platform::Result;
use shapes::AttributeValue;

/// How long a partition key may be.
const LONGEST_HASH: usize = 2048;
/// How long a sort key may be.
const LONGEST_RANGE: usize = 1024;

/// Which part of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyPart {
    /// The partition key.
    Hash,
    /// The sort key.
    Range,
}

/// Bytes that sort as values of one type do, and are never the beginning of another value's: what
/// is written behind them decides only between equal ones. Strings and byte strings have 00 FF for
/// each 00 and end in 00 01; numbers have their own form.
pub(crate) fn key_bytes(value: &AttributeValue) -> Vec<u8> {
    let mut bytes = key_prefix(value);
    match value {
        AttributeValue::N(text) => match Number::parse(text) {
            Ok(number) => number.encode(&mut bytes),
            Err(_) => end(text.as_bytes(), &mut bytes),
        },
        AttributeValue::S(_) | AttributeValue::B(_) => bytes.extend([0, 1]),
        // No table has such keys.
        other => end(&super::codec::encode_value(other), &mut bytes),
    }
    bytes
}

/// What the [`key_bytes`] of every string or byte string that begins with this one begin with;
/// nothing for other types.
pub(crate) fn key_prefix(value: &AttributeValue) -> Vec<u8> {
    let mut bytes = Vec::new();
    match value {
        AttributeValue::S(text) => escape(text.as_bytes(), &mut bytes),
        AttributeValue::B(binary) => escape(binary, &mut bytes),
        _ => {}
    }
    bytes
}

fn escape(bytes: &[u8], to: &mut Vec<u8>) {
    to.reserve(bytes.len() + 2);
    for byte in bytes {
        to.push(*byte);
        if *byte == 0 {
            to.push(0xFF);
        }
    }
}

fn end(bytes: &[u8], to: &mut Vec<u8>) {
    escape(bytes, to);
    to.extend([0, 1]);
}

/// Whether a value of the right type may be a key of a table: it is not empty and not too long.
///
/// # Errors
/// AWS's sentence of what is wrong with it.
pub(crate) fn check_key_value(name: &str, value: &AttributeValue, part: KeyPart) -> Result<()> {
    let (empty, length) = match value {
        AttributeValue::S(text) => ("an empty string", text.len()),
        AttributeValue::B(bytes) => ("an empty binary", bytes.len()),
        _ => return Ok(()),
    };
    match part {
        _ if length == 0 => Err(invalid(format!(
            "One or more parameter values are not valid. The AttributeValue for a key attribute \
             cannot contain {empty} value. Key: {name}"
        ))),
        KeyPart::Hash if length > LONGEST_HASH => Err(invalid(format!(
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum \
             size limit of{LONGEST_HASH} bytes"
        ))),
        KeyPart::Range if length > LONGEST_RANGE => Err(invalid(format!(
            "One or more parameter values were invalid: Aggregated size of all range keys has \
             exceeded the size limit of {LONGEST_RANGE} bytes"
        ))),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::compare;
    use crate::value::samples::{any_number, b, n, s};
    use bytes::Bytes;
    use proptest::prelude::*;

    #[test]
    fn keys_are_neither_empty_nor_too_long() {
        let check = |value: AttributeValue, part| {
            check_key_value("k", &value, part).map_err(|error| error.message)
        };
        let empty = |what| {
            Err(format!(
                "One or more parameter values are not valid. The AttributeValue for a key attribute \
                 cannot contain an empty {what} value. Key: k"
            ))
        };
        let parameter = "One or more parameter values were invalid: ";
        let (hash, range) = (KeyPart::Hash, KeyPart::Range);
        assert_eq!(check(s(""), hash), empty("string"));
        assert_eq!(check(b(""), range), empty("binary"));
        assert_eq!(check(s(&"x".repeat(2048)), hash), Ok(()));
        assert_eq!(
            check(s(&"x".repeat(2049)), hash),
            Err(format!(
                "{parameter}Size of hashkey has exceeded the maximum size limit of2048 bytes"
            ))
        );
        assert_eq!(check(b(&"x".repeat(1024)), range), Ok(()));
        assert_eq!(
            check(b(&"x".repeat(1025)), range),
            Err(format!(
                "{parameter}Aggregated size of all range keys has exceeded the size limit of 1024 bytes"
            ))
        );
        assert_eq!(check(n("0"), hash), Ok(()));
    }

    #[test]
    fn a_prefix_is_that_of_what_begins_with_it() {
        for (start, whole) in [("", "a"), ("a", "a"), ("a", "ab"), ("a\0", "a\0b")] {
            assert!(
                key_bytes(&s(whole)).starts_with(&key_prefix(&s(start))),
                "{start:?} {whole:?}"
            );
        }
        assert!(!key_bytes(&s("a")).starts_with(&key_prefix(&s("a\0"))));
        assert_eq!(key_prefix(&n("1")), Vec::<u8>::new());
    }

    fn check_order(x: &AttributeValue, y: &AttributeValue) {
        let (a, b) = (key_bytes(x), key_bytes(y));
        assert_eq!(Some(a.cmp(&b)), compare(x, y), "{x:?} {y:?}");
        assert!(a == b || !a.starts_with(&b), "{x:?} {y:?}");
    }

    proptest! {
        #[test]
        fn bytes_stand_as_keys_do(
            texts in proptest::array::uniform2("[\\x00-\\x02a-bä]{0,5}"),
            binaries in proptest::array::uniform2(proptest::collection::vec(0u8..4, 0..5)),
            numbers in proptest::array::uniform2(any_number()),
        ) {
            let [x, y] = texts.map(AttributeValue::S);
            check_order(&x, &y);
            let [x, y] = binaries.map(|bytes| AttributeValue::B(Bytes::from(bytes)));
            check_order(&x, &y);
            if numbers.iter().all(|text| Number::parse(text).is_ok()) {
                let [x, y] = numbers.map(AttributeValue::N);
                check_order(&x, &y);
            }
        }
    }
}
