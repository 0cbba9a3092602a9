//! Items as DynamoDB keeps them.
//!
//! - Bytes that are read as an item are those of an item, which is written and read again the same;
//!   memory stays in proportion.
//! - An item that was checked is the same when it is checked again, and comes back from its bytes.
//! - Keys stand to each other as the bytes that they are sorted by, none the beginning of another's.
//!
//! An input is an item's bytes, or after a NUL a list of values.

use crate::memory;
use arbitrary::{Arbitrary, Unstructured};
use bytes::Bytes;
use dynamodb::probe;
use shapes::AttributeValue;
use std::collections::BTreeMap;

/// Tries one input.
pub fn run(data: &[u8]) {
    match data.split_first() {
        Some((0, rest)) => {
            if let Ok(values) = Vec::<Value>::arbitrary_take_rest(Unstructured::new(rest)) {
                made(&values);
            }
        }
        _ => memory::within("an item's bytes", 256 * data.len() + (64 << 10), || read(data)),
    }
}

fn read(data: &[u8]) {
    let Ok(item) = probe::decode(data) else { return };
    let again = probe::decode(&probe::encode(&item)).expect("what was written");
    assert_eq!(item, again);
    probe::size(&item);
    checked(item);
}

fn checked(item: BTreeMap<String, AttributeValue>) {
    let Ok(item) = probe::checked(item) else { return };
    assert_eq!(probe::checked(item.clone()).expect("what was checked"), item);
    assert_eq!(probe::decode(&probe::encode(&item)).expect("what was written"), item);
}

/// A value that may be a key, or stand in a set or list.
#[derive(Arbitrary, Debug)]
enum Value {
    Text(String),
    Bytes(Vec<u8>),
    Number { negative: bool, digits: u64, exponent: i16 },
    Written(String),
    Numbers(Vec<i32>),
    Texts(Vec<String>),
    List(Vec<Value>),
}

impl Value {
    fn of(&self, depth: usize) -> AttributeValue {
        match self {
            Self::Text(text) => AttributeValue::S(text.clone()),
            Self::Bytes(bytes) => AttributeValue::B(Bytes::copy_from_slice(bytes)),
            Self::Number { negative, digits, exponent } => {
                let sign = if *negative { "-" } else { "" };
                AttributeValue::N(format!("{sign}{digits}e{}", exponent % 140))
            }
            Self::Written(text) => AttributeValue::N(text.clone()),
            Self::Numbers(numbers) => {
                AttributeValue::Ns(numbers.iter().map(i32::to_string).collect())
            }
            Self::Texts(texts) => AttributeValue::Ss(texts.clone()),
            Self::List(_) if depth > 40 => AttributeValue::Null(true),
            Self::List(values) => {
                AttributeValue::L(values.iter().map(|value| value.of(depth + 1)).collect())
            }
        }
    }
}

fn made(values: &[Value]) {
    let all = values.iter().enumerate();
    let items = all.map(|(at, value)| BTreeMap::from([(format!("a{at}"), value.of(1))]));
    let mut keys = Vec::new();
    for item in items {
        let Ok(item) = probe::checked(item) else { continue };
        checked(item.clone());
        keys.extend(item.into_values());
    }
    for pair in keys.windows(2) {
        let Some(order) = probe::compare(&pair[0], &pair[1]) else { continue };
        let (a, b) = (probe::key(&pair[0]), probe::key(&pair[1]));
        assert_eq!(a.cmp(&b), order, "{pair:?}");
        assert!(a == b || !(a.starts_with(&b) || b.starts_with(&a)), "{pair:?}");
    }
}
