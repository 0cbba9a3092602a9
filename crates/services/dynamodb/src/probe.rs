//! The pure machines of this room, for who feeds them what no client would send: the fuzzer. Nothing
//! of the service goes this way.

use crate::expression::{Condition, KeyCondition, Placeholders, Projection, Update};
use crate::value::{Item, check_item, codec, item_size, key_bytes};
use platform::Result;
use shapes::AttributeValue;
use std::collections::BTreeMap;

/// Expressions with what their placeholders stand for.
#[derive(Debug, Default)]
pub struct Expressions {
    placeholders: Placeholders,
}

impl Expressions {
    /// These placeholders.
    ///
    /// # Errors
    /// One of them is not as it must be.
    pub fn new(names: BTreeMap<String, String>, values: Item) -> Result<Self> {
        Ok(Self { placeholders: Placeholders::new(Some(names), Some(values))? })
    }

    /// Whether a condition holds of an item.
    ///
    /// # Errors
    /// It is no condition.
    pub fn holds(&mut self, text: &str, item: &Item) -> Result<bool> {
        Condition::parse("ConditionExpression", text, &mut self.placeholders)?.holds(item)
    }

    /// What an update makes of an item, and what was and is where it changed it; and the attributes
    /// that it may change.
    ///
    /// # Errors
    /// It is no update, or none of this item.
    #[allow(clippy::type_complexity)]
    pub fn update(&mut self, text: &str, item: &Item) -> Result<(Item, Item, Item, Vec<String>)> {
        let update = Update::parse(text, &mut self.placeholders)?;
        let made = update.apply(item)?;
        let targets = update.targets().into_iter().map(str::to_owned).collect();
        Ok((made.item, made.old, made.new, targets))
    }

    /// What a projection leaves of an item.
    ///
    /// # Errors
    /// It is no projection.
    pub fn project(&mut self, text: &str, item: &Item) -> Result<Item> {
        Ok(Projection::parse(text, &mut self.placeholders)?.of(item))
    }

    /// The attributes that a key condition is about.
    ///
    /// # Errors
    /// It is no key condition.
    pub fn keys(&mut self, text: &str) -> Result<Vec<String>> {
        let condition = KeyCondition::parse(text, &mut self.placeholders)?;
        Ok(condition.names().map(str::to_owned).collect())
    }
}

/// An item as it is kept once it was checked.
///
/// # Errors
/// DynamoDB does not take it.
pub fn checked(mut item: Item) -> Result<Item> {
    check_item(&mut item)?;
    Ok(item)
}

/// An item's bytes.
pub fn encode(item: &Item) -> Vec<u8> {
    codec::encode_item(item)
}

/// The item of these bytes.
///
/// # Errors
/// They are none's.
pub fn decode(bytes: &[u8]) -> Result<Item> {
    codec::decode_item(bytes)
}

/// How large an item is.
pub fn size(item: &Item) -> usize {
    item_size(item)
}

/// The bytes that a key is sorted by, and how two keys stand to each other.
pub fn key(value: &AttributeValue) -> Vec<u8> {
    key_bytes(value)
}

/// How two values stand to each other, if they have an order.
pub fn compare(a: &AttributeValue, b: &AttributeValue) -> Option<std::cmp::Ordering> {
    crate::value::compare(a, b)
}

/// Reads a statement of PartiQL, and, if it is one, says where it reads or writes.
///
/// # Errors
/// It is none: which bytes of it are not as they must be, and AWS's sentence.
pub fn statement(text: &str) -> std::result::Result<String, (std::ops::Range<usize>, String)> {
    match crate::partiql::parse(text) {
        Ok((statement, _)) => Ok(format!("{:?}", statement.source())),
        Err(refusal) => Err((refusal.at, refusal.message)),
    }
}
