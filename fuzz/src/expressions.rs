//! DynamoDB's expressions: conditions, updates, projections and key conditions.
//!
//! - No text makes the reading or the acting panic, nor memory out of proportion, and what is
//!   refused is refused as a `ValidationException` with a sentence.
//! - An update changes attributes that it names and no others. What it says was and is at its
//!   paths, was there and is.
//! - A projection leaves nothing that was not there.
//!
//! An input is an expression, a NUL, and the bytes of an item ([`dynamodb::probe::encode`]); without
//! those the item is one that has all types.

use crate::memory;
use bytes::Bytes;
use dynamodb::probe::{self, Expressions};
use platform::Error;
use shapes::AttributeValue as Value;
use std::collections::BTreeMap;

type Item = BTreeMap<String, Value>;

/// Tries one input.
pub fn run(data: &[u8]) {
    let (text, rest) = match data.iter().position(|byte| *byte == 0) {
        Some(at) => (&data[..at], &data[at + 1..]),
        None => (data, &[][..]),
    };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let given = probe::decode(rest).and_then(probe::checked);
    let item = given.unwrap_or_else(|_| sample());
    memory::within("an expression", 64 * data.len() + (4 << 20), || act(text, &item));
}

fn act(text: &str, item: &Item) {
    let names = [("#a", "a"), ("#l", "l"), ("#m", "m"), ("#x", "[1]"), ("#name", "name")];
    let names = names.map(|(key, name)| (key.to_owned(), name.to_owned()));
    let values = sample().into_iter().map(|(name, value)| (format!(":{name}"), value));
    let expressions = Expressions::new(names.into(), values.collect());
    let mut expressions = expressions.expect("placeholders as they must be");
    refused(expressions.holds(text, item).err());
    refused(expressions.keys(text).err());
    match expressions.project(text, item) {
        Ok(part) => part.iter().for_each(|(name, value)| within(value, item.get(name))),
        Err(error) => refused(Some(error)),
    }
    match expressions.update(text, item) {
        Ok((after, old, new, targets)) => {
            for name in item.keys().chain(after.keys()).filter(|name| !targets.contains(name)) {
                assert_eq!(item.get(name), after.get(name), "{name} was not named");
            }
            old.iter().for_each(|(name, value)| within(value, item.get(name)));
            new.iter().for_each(|(name, value)| within(value, after.get(name)));
        }
        Err(error) => refused(Some(error)),
    }
}

fn refused(error: Option<Error>) {
    if let Some(error) = error {
        assert_eq!(error.code(), "ValidationException", "{error}");
        assert!(!error.message.is_empty());
    }
}

/// A part has nothing that the whole has not; of lists it has some elements, closed up.
fn within(part: &Value, whole: Option<&Value>) {
    let whole = whole.expect("a whole to the part");
    match (part, whole) {
        (Value::M(part), Value::M(whole)) => {
            part.iter().for_each(|(name, value)| within(value, whole.get(name)));
        }
        (Value::L(part), Value::L(whole)) => assert!(part.len() <= whole.len()),
        (part, whole) => assert_eq!(part, whole),
    }
}

/// An item with a value of each type.
fn sample() -> Item {
    let text = |text: &str| Value::S(text.to_owned());
    let number = |text: &str| Value::N(text.to_owned());
    let within =
        [("a".to_owned(), number("1")), ("l".to_owned(), Value::L(vec![text("x"), number("2")]))];
    let attributes = [
        ("a", number("5")),
        ("b", Value::B(Bytes::from_static(b"bytes"))),
        ("l", Value::L(vec![number("1"), text("y"), Value::L(vec![number("2")])])),
        ("m", Value::M(within.into())),
        ("n", Value::Null(true)),
        ("s", text("text")),
        ("t", Value::Bool(true)),
        ("type", text("S")),
        ("bs", Value::Bs(vec![Bytes::from_static(b"b")])),
        ("ns", Value::Ns(vec!["1".to_owned(), "2".to_owned()])),
        ("ss", Value::Ss(vec!["a".to_owned(), "b".to_owned()])),
    ];
    attributes.map(|(name, value)| (name.to_owned(), value)).into()
}
