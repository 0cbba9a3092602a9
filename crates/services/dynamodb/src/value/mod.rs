//! Values: which of them DynamoDB takes, how large they are, how they compare, and their bytes.

pub(crate) mod codec;
mod key;
pub(crate) mod number;
#[cfg(test)]
pub(crate) mod samples;

pub(crate) use key::{KeyPart, check_key_value, key_bytes, key_prefix};
pub(crate) use number::Number;

pub(crate) use crate::errors::invalid;

use crate::errors::bad_parameter;
use platform::{Error, Result};
use shapes::{AttributeValue, WrongValue};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// An item's attributes, or some of them.
pub(crate) type Item = BTreeMap<String, AttributeValue>;

/// How deep a value may stand; an attribute's own value stands at 1.
pub(crate) const DEEPEST: usize = 32;
/// How long a name may be, in bytes.
const LONGEST_NAME: usize = 65535;
/// How large an item may be: 400 KB.
pub(crate) const LARGEST_ITEM: usize = 400 * 1024;

/// Checks what a client sent and brings it into the one form in which equal values are the same:
/// numbers as DynamoDB writes them, sets in order.
///
/// # Errors
/// What it may not be, in AWS's words.
pub(crate) fn check_value(value: &mut AttributeValue) -> Result<()> {
    check_at(value, 1)
}

/// Checks each attribute of an item as [`check_value`] does.
///
/// # Errors
/// What one of them may not be, in AWS's words.
pub(crate) fn check_item(item: &mut Item) -> Result<()> {
    if item.contains_key("") {
        return Err(invalid("Empty attribute name"));
    }
    item.keys().try_for_each(|name| check_name(name))?;
    item.values_mut().try_for_each(check_value)
}

/// Refuses an item that is too large; `update` says that it is one that was there before.
///
/// # Errors
/// It is too large.
pub(crate) fn check_size(item: &Item, update: bool) -> Result<()> {
    if item_size(item) <= LARGEST_ITEM { Ok(()) } else { Err(too_large(update)) }
}

/// What is said of an item that is too large; `update` says that it is one that was there before.
pub(crate) fn too_large(update: bool) -> Error {
    invalid(match update {
        true => "Item size to update has exceeded the maximum allowed size",
        false => "Item size has exceeded the maximum allowed size",
    })
}

/// Whether an attribute or map entry may have this name.
pub(crate) fn check_name(name: &str) -> Result<()> {
    match name.len() {
        0..=LONGEST_NAME => Ok(()),
        _ => Err(invalid("Attribute name is too large, must be less than 65536 bytes")),
    }
}

fn too_deep() -> Error {
    invalid(
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels \
         beyond supported limit",
    )
}

fn check_at(value: &mut AttributeValue, depth: usize) -> Result<()> {
    if depth > DEEPEST {
        return Err(too_deep());
    }
    match value {
        AttributeValue::S(_) | AttributeValue::B(_) | AttributeValue::Bool(_) => Ok(()),
        AttributeValue::N(text) => {
            *text = Number::parse(text)?.to_string();
            Ok(())
        }
        AttributeValue::Null(true) => Ok(()),
        AttributeValue::Null(false) => {
            Err(bad_parameter("Null attribute value types must have the value of true"))
        }
        AttributeValue::Ss(items) => check_strings(items),
        AttributeValue::Ns(items) => check_numbers(items),
        AttributeValue::Bs(items) => check_binaries(items),
        AttributeValue::M(entries) => {
            entries.keys().try_for_each(|name| check_name(name))?;
            entries.values_mut().try_for_each(|value| check_at(value, depth + 1))
        }
        AttributeValue::L(items) => {
            items.iter_mut().try_for_each(|value| check_at(value, depth + 1))
        }
        AttributeValue::Wrong(WrongValue::TooDeep) => Err(too_deep()),
        AttributeValue::Wrong(WrongValue::Empty) => Err(invalid(
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
        )),
        AttributeValue::Wrong(WrongValue::Several) => Err(invalid(
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of \
             the supported datatypes",
        )),
    }
}

fn check_strings(items: &mut [String]) -> Result<()> {
    if items.is_empty() {
        return Err(bad_parameter("An string set  may not be empty"));
    }
    if items.iter().any(String::is_empty) {
        return Err(bad_parameter("An string set may not have a empty string as a member"));
    }
    let sent = items.to_vec();
    items.sort_unstable();
    match repeats(items) {
        true => {
            let sent = sent.join(", ");
            Err(bad_parameter(format!("Input collection [{sent}] contains duplicates.")))
        }
        false => Ok(()),
    }
}

fn check_numbers(items: &mut [String]) -> Result<()> {
    if items.is_empty() {
        return Err(bad_parameter("An number set  may not be empty"));
    }
    let numbers = items.iter().map(|text| Number::parse(text)).collect::<Result<Vec<_>>>();
    let mut numbers = numbers?;
    numbers.sort_unstable();
    if repeats(&numbers) {
        return Err(invalid("Input collection contains duplicates"));
    }
    for (text, number) in items.iter_mut().zip(numbers) {
        *text = number.to_string();
    }
    Ok(())
}

fn check_binaries(items: &mut [bytes::Bytes]) -> Result<()> {
    if items.is_empty() {
        return Err(bad_parameter("Binary sets should not be empty"));
    }
    if items.iter().any(bytes::Bytes::is_empty) {
        return Err(bad_parameter("Binary sets may not contain null or empty values"));
    }
    let sent = items.to_vec();
    items.sort_unstable();
    match repeats(items) {
        true => {
            let base64 = |bytes| base64_simd::STANDARD.encode_to_string(bytes);
            let sent = sent.iter().map(base64).collect::<Vec<_>>().join(", ");
            let message = format!("Input collection [{sent}]of type BS contains duplicates.");
            Err(bad_parameter(message))
        }
        false => Ok(()),
    }
}

fn repeats<T: PartialEq>(sorted: &[T]) -> bool {
    sorted.windows(2).any(|pair| pair[0] == pair[1])
}

/// How large an item is ("DynamoDB item sizes and formats", developer guide): its names in UTF-8
/// and its values.
pub(crate) fn item_size(item: &Item) -> usize {
    item.iter().map(|(name, value)| name.len() + value_size(value)).sum()
}

/// How large a value is: text in UTF-8, bytes as they are, a byte for every two digits of a number
/// and one more, and for a list or map three and one for each that it has.
pub(crate) fn value_size(value: &AttributeValue) -> usize {
    let number = |text: &String| match Number::parse(text) {
        Ok(number) => number.length().div_ceil(2) + 1,
        Err(_) => text.len(),
    };
    match value {
        AttributeValue::S(text) => text.len(),
        AttributeValue::N(text) => number(text),
        AttributeValue::B(bytes) => bytes.len(),
        AttributeValue::Ss(items) => items.iter().map(String::len).sum(),
        AttributeValue::Ns(items) => items.iter().map(number).sum(),
        AttributeValue::Bs(items) => items.iter().map(bytes::Bytes::len).sum(),
        AttributeValue::M(entries) => {
            let sizes = entries.iter().map(|(name, value)| name.len() + value_size(value) + 1);
            3 + sizes.sum::<usize>()
        }
        AttributeValue::L(items) => {
            3 + items.iter().map(|value| value_size(value) + 1).sum::<usize>()
        }
        AttributeValue::Null(_) | AttributeValue::Bool(_) | AttributeValue::Wrong(_) => 1,
    }
}

/// How two values of the same type that has an order stand to each other: strings by their UTF-8
/// bytes, numbers, and byte strings. All else has no order.
pub(crate) fn compare(a: &AttributeValue, b: &AttributeValue) -> Option<Ordering> {
    match (a, b) {
        (AttributeValue::S(a), AttributeValue::S(b)) => Some(a.cmp(b)),
        (AttributeValue::N(a), AttributeValue::N(b)) if a == b => Some(Ordering::Equal),
        (AttributeValue::N(a), AttributeValue::N(b)) => {
            Some(Number::parse(a).ok()?.cmp(&Number::parse(b).ok()?))
        }
        (AttributeValue::B(a), AttributeValue::B(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

/// Whether two checked values are the same: of one type and equal in all that they hold.
pub(crate) fn equal(a: &AttributeValue, b: &AttributeValue) -> bool {
    // Checked values have one form, so that there is nothing to be brought into another one.
    a == b && !matches!(a, AttributeValue::Wrong(_))
}

#[cfg(test)]
mod tests {
    use super::samples::*;
    use super::*;
    use proptest::prelude::*;

    /// A value within this many maps and lists, in turn.
    fn nested(within: usize) -> AttributeValue {
        (0..within)
            .fold(s("leaf"), |value, at| if at % 2 == 0 { l([value]) } else { m([("n", value)]) })
    }

    #[test]
    fn values_are_brought_into_one_form() {
        let facts = [
            (n("+01.50e1"), n("15")),
            (ns(["3", "-1", "20", "1e0"]), ns(["-1", "1", "3", "20"])),
            (ss(["b", "a", "ä"]), ss(["a", "b", "ä"])),
            (bs(["b", "a"]), bs(["a", "b"])),
            (l([n("1.0"), m([("x", ns(["2", "1"]))])]), l([n("1"), m([("x", ns(["1", "2"]))])])),
            (s(""), s("")),
            (l([]), l([])),
            (m([]), m([])),
            (AttributeValue::Null(true), AttributeValue::Null(true)),
            (nested(31), nested(31)),
        ];
        for (mut sent, kept) in facts {
            check_value(&mut sent).unwrap();
            assert_eq!(sent, kept);
        }
    }

    #[test]
    fn what_is_no_value_is_refused_in_the_words_of_aws() {
        let parameter = "One or more parameter values were invalid: ";
        let deep = "Nesting Levels have exceeded supported limits: Attributes in the item have \
                    nested levels beyond supported limit";
        let number = "The parameter cannot be converted to a numeric value";
        let (empty, several) = (
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of \
             the supported datatypes",
        );
        let facts = [
            (AttributeValue::Wrong(WrongValue::Empty), empty.to_owned()),
            (AttributeValue::Wrong(WrongValue::Several), several.to_owned()),
            (AttributeValue::Wrong(WrongValue::TooDeep), deep.to_owned()),
            (l([m([("a", AttributeValue::default())])]), empty.to_owned()),
            (nested(32), deep.to_owned()),
            (
                AttributeValue::Null(false),
                format!("{parameter}Null attribute value types must have the value of true"),
            ),
            (ss([]), format!("{parameter}An string set  may not be empty")),
            (ns([]), format!("{parameter}An number set  may not be empty")),
            (bs([]), format!("{parameter}Binary sets should not be empty")),
            (
                ss(["a", ""]),
                format!("{parameter}An string set may not have a empty string as a member"),
            ),
            (bs([""]), format!("{parameter}Binary sets may not contain null or empty values")),
            (
                ss(["b", "a", "b"]),
                format!("{parameter}Input collection [b, a, b] contains duplicates."),
            ),
            (
                bs(["b", "b"]),
                format!("{parameter}Input collection [Yg==, Yg==]of type BS contains duplicates."),
            ),
            (ns(["1", "1.0"]), "Input collection contains duplicates".to_owned()),
            (n(""), number.to_owned()),
            (ns(["1", "b"]), format!("{number}: b")),
        ];
        for (mut value, message) in facts {
            assert_eq!(check_value(&mut value).unwrap_err().message, message);
        }
    }

    #[test]
    fn names_have_a_length() {
        let named = |length| Item::from([("n".repeat(length), s("x"))]);
        let check = |mut item| check_item(&mut item).map_err(|error| error.message);
        assert_eq!(check(named(65535)), Ok(()));
        let too_large = "Attribute name is too large, must be less than 65536 bytes".to_owned();
        assert_eq!(check(named(65536)), Err(too_large.clone()));
        assert_eq!(check(named(0)), Err("Empty attribute name".to_owned()));
        let within = Item::from([("a".to_owned(), AttributeValue::M(named(65536)))]);
        assert_eq!(check(within), Err(too_large));
    }

    #[test]
    fn sizes_are_those_of_the_developer_guide() {
        let facts = [
            (s("ä"), 2),
            (b("abc"), 3),
            (n("0"), 1),
            (n("1"), 2),
            (n("12"), 2),
            (n("123"), 3),
            (n("12300"), 3),
            (n("-0.00123"), 3),
            (n("12345678901234567890123456789012345678"), 20),
            (AttributeValue::Bool(false), 1),
            (AttributeValue::Null(true), 1),
            (l([]), 3),
            (m([]), 3),
            (l([n("1"), n("2")]), 9),
            (m([("a", n("1"))]), 7),
            (ss(["a", "bc"]), 3),
            (ns(["1", "2"]), 4),
            (bs(["a"]), 1),
        ];
        for (value, size) in facts {
            assert_eq!(value_size(&value), size, "{value:?}");
        }
        let of = |length: usize| Item::from([("a".to_owned(), s(&"x".repeat(length)))]);
        assert!(check_size(&of(LARGEST_ITEM - 1), false).is_ok());
        let message = |update| check_size(&of(LARGEST_ITEM), update).unwrap_err().message;
        assert_eq!(message(false), "Item size has exceeded the maximum allowed size");
        assert_eq!(message(true), "Item size to update has exceeded the maximum allowed size");
    }

    #[test]
    fn only_values_of_one_type_have_an_order() {
        assert_eq!(compare(&s("a"), &s("ä")), Some(Ordering::Less));
        assert_eq!(compare(&n("-2"), &n("-10")), Some(Ordering::Greater));
        assert_eq!(compare(&b("b"), &b("a")), Some(Ordering::Greater));
        for (a, b) in [(s("1"), n("1")), (l([]), l([])), (AttributeValue::Bool(true), s("a"))] {
            assert_eq!(compare(&a, &b), None);
        }
        assert!(equal(&m([("a", l([n("1")]))]), &m([("a", l([n("1")]))])));
        assert!(!equal(&s("1"), &n("1")));
    }

    proptest! {
        #[test]
        fn what_was_checked_is_as_it_is_when_it_is_checked_again(mut value in any_value()) {
            if check_value(&mut value).is_ok() {
                let once = value.clone();
                check_value(&mut value).unwrap();
                prop_assert_eq!(once, value);
            }
        }
    }
}
