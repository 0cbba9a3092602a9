//! Values for tests.

use super::Item;
use bytes::Bytes;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use shapes::AttributeValue;
pub(crate) use shapes::AttributeValue::{Bool, Null};

pub(crate) fn s(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

pub(crate) fn n(text: &str) -> AttributeValue {
    AttributeValue::N(text.to_owned())
}

pub(crate) fn b(text: &str) -> AttributeValue {
    AttributeValue::B(Bytes::copy_from_slice(text.as_bytes()))
}

pub(crate) fn ss<const N: usize>(items: [&str; N]) -> AttributeValue {
    AttributeValue::Ss(items.map(str::to_owned).to_vec())
}

pub(crate) fn ns<const N: usize>(items: [&str; N]) -> AttributeValue {
    AttributeValue::Ns(items.map(str::to_owned).to_vec())
}

pub(crate) fn bs<const N: usize>(items: [&str; N]) -> AttributeValue {
    AttributeValue::Bs(items.map(|item| Bytes::copy_from_slice(item.as_bytes())).to_vec())
}

pub(crate) fn l<const N: usize>(items: [AttributeValue; N]) -> AttributeValue {
    AttributeValue::L(items.to_vec())
}

pub(crate) fn m<const N: usize>(entries: [(&str, AttributeValue); N]) -> AttributeValue {
    AttributeValue::M(item(entries))
}

pub(crate) fn item<const N: usize>(entries: [(&str, AttributeValue); N]) -> Item {
    entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// What is a number, mostly.
pub(crate) fn any_number() -> impl Strategy<Value = String> {
    "[+-]?[0-9]{1,12}(\\.[0-9]{1,10})?([eE][+-]?[0-9]{1,3})?"
}

/// A value of any type; some are refused when they are checked.
pub(crate) fn any_value() -> impl Strategy<Value = AttributeValue> {
    let bytes = || vec(any::<u8>(), 0..6).prop_map(Bytes::from);
    let leaf = prop_oneof![
        "\\PC{0,6}".prop_map(AttributeValue::S),
        any_number().prop_map(AttributeValue::N),
        bytes().prop_map(AttributeValue::B),
        vec("[a-c]{1,2}", 1..4).prop_map(AttributeValue::Ss),
        vec(any_number(), 1..4).prop_map(AttributeValue::Ns),
        vec(bytes(), 1..4).prop_map(AttributeValue::Bs),
        any::<bool>().prop_map(AttributeValue::Bool),
        Just(AttributeValue::Null(true)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(AttributeValue::L),
            btree_map("[a-d]{0,2}", inner, 0..4).prop_map(AttributeValue::M),
        ]
    })
}

/// An item, not checked.
pub(crate) fn any_item() -> impl Strategy<Value = Item> {
    btree_map("[a-d]{1,2}", any_value(), 0..5)
}
