//! DynamoDB's attribute value, which holds values of its own kind and so is written by hand.

use crate::schema::{Kind, Member, Structure};
use crate::shape::{DecodeError, Deserializer, Serializer, Shape};
use crate::values::Write;
use bytes::Bytes;
use std::collections::BTreeMap;

/// How many values may stand in one another, as lists and maps do: DynamoDB takes 32 of them. What
/// is deeper is not built.
pub const DEEPEST: usize = 33;
/// The most entries of a set, list or map that are read. An item has 400 KiB, each entry at least a
/// byte of it.
const MOST_ENTRIES: usize = 400 * 1024;

/// A value of an item's attribute ("AttributeValue" in the DynamoDB API reference).
///
/// What a client sent may be no value at all ([`AttributeValue::Wrong`]): the service words its
/// refusal.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeValue {
    /// Text.
    S(String),
    /// A number, as it was written.
    N(String),
    /// Bytes.
    B(Bytes),
    /// A set of texts.
    Ss(Vec<String>),
    /// A set of numbers, as they were written.
    Ns(Vec<String>),
    /// A set of byte strings.
    Bs(Vec<Bytes>),
    /// A map.
    M(BTreeMap<String, AttributeValue>),
    /// A list.
    L(Vec<AttributeValue>),
    /// Null, which says `true`.
    Null(bool),
    /// A truth value.
    Bool(bool),
    /// What a client sent in place of a value.
    Wrong(WrongValue),
}

/// What may stand where an attribute value must.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongValue {
    /// No type is named.
    Empty,
    /// More than one type is named.
    Several,
    /// It stands deeper than [`DEEPEST`].
    TooDeep,
}

impl Default for AttributeValue {
    fn default() -> Self {
        Self::Wrong(WrongValue::Empty)
    }
}

impl AttributeValue {
    /// The name of its type on the wire: `S`, `N`, `BOOL` and so on, empty for what is no value.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::S(_) => "S",
            Self::N(_) => "N",
            Self::B(_) => "B",
            Self::Ss(_) => "SS",
            Self::Ns(_) => "NS",
            Self::Bs(_) => "BS",
            Self::M(_) => "M",
            Self::L(_) => "L",
            Self::Null(_) => "NULL",
            Self::Bool(_) => "BOOL",
            Self::Wrong(_) => "",
        }
    }
}

fn schema() -> &'static Structure {
    crate::dynamodb::attribute_value()
}

impl Shape for AttributeValue {
    fn schema(&self) -> &'static Structure {
        schema()
    }

    fn write_member(&self, _: usize, at: &'static Member, to: &mut dyn Serializer) {
        if at.name != self.type_name() {
            return;
        }
        match self {
            Self::S(text) | Self::N(text) => text.write(at, to),
            Self::B(bytes) => bytes.write(at, to),
            Self::Ss(items) | Self::Ns(items) => items.write(at, to),
            Self::Bs(items) => items.write(at, to),
            Self::M(entries) => entries.write(at, to),
            Self::L(items) => items.write(at, to),
            Self::Null(value) | Self::Bool(value) => value.write(at, to),
            Self::Wrong(_) => {}
        }
    }

    fn read_member(
        &mut self,
        _: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        let mut reading = Reading { value: std::mem::take(self), depth: 1 };
        let read = reading.member(at, from);
        *self = reading.value;
        read
    }
}

fn read_at(
    depth: usize,
    at: &'static Member,
    from: &mut dyn Deserializer,
) -> Result<AttributeValue, DecodeError> {
    if depth > DEEPEST {
        from.pass_over(at)?;
        return Ok(AttributeValue::Wrong(WrongValue::TooDeep));
    }
    let mut reading = Reading { value: AttributeValue::default(), depth };
    from.structure(at, &mut reading)?;
    Ok(reading.value)
}

/// A value as it is read, at its depth.
#[derive(Debug)]
struct Reading {
    value: AttributeValue,
    depth: usize,
}

impl Reading {
    fn member(
        &mut self,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        if self.value != AttributeValue::default() {
            self.value = AttributeValue::Wrong(WrongValue::Several);
            return from.pass_over(at);
        }
        self.value = match at.name {
            "S" => AttributeValue::S(from.string(at)?),
            "N" => AttributeValue::N(from.string(at)?),
            "B" => AttributeValue::B(from.blob(at)?),
            "SS" => AttributeValue::Ss(all(at, from, &mut |at, from| from.string(at))?),
            "NS" => AttributeValue::Ns(all(at, from, &mut |at, from| from.string(at))?),
            "BS" => AttributeValue::Bs(all(at, from, &mut |at, from| from.blob(at))?),
            "L" => {
                let depth = self.depth + 1;
                let items = all(at, from, &mut |at, from| read_at(depth, at, from))?;
                AttributeValue::L(items)
            }
            "M" => AttributeValue::M(entries(self.depth + 1, at, from)?),
            "NULL" => AttributeValue::Null(from.boolean(at)?),
            _ => AttributeValue::Bool(from.boolean(at)?),
        };
        Ok(())
    }
}

impl Shape for Reading {
    fn schema(&self) -> &'static Structure {
        schema()
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        self.value.write_member(index, at, to);
    }

    fn read_member(
        &mut self,
        _: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        self.member(at, from)
    }
}

type Each<'a, T> =
    &'a mut dyn FnMut(&'static Member, &mut dyn Deserializer) -> Result<T, DecodeError>;

fn all<T>(
    at: &'static Member,
    from: &mut dyn Deserializer,
    one: Each<'_, T>,
) -> Result<Vec<T>, DecodeError> {
    let Kind::List(list) = &at.kind else {
        return Err(DecodeError::new(format!("{} is not a list", at.name)));
    };
    let mut items = Vec::new();
    from.list(at, &mut |from| {
        if items.len() >= MOST_ENTRIES {
            return Err(too_many(at));
        }
        items.push(one(&list.item, from)?);
        Ok(())
    })?;
    Ok(items)
}

fn entries(
    depth: usize,
    at: &'static Member,
    from: &mut dyn Deserializer,
) -> Result<BTreeMap<String, AttributeValue>, DecodeError> {
    let Kind::Map(map) = &at.kind else {
        return Err(DecodeError::new(format!("{} is not a map", at.name)));
    };
    let mut pairs = BTreeMap::new();
    from.map(at, &mut |key, from| {
        if pairs.len() >= MOST_ENTRIES {
            return Err(too_many(at));
        }
        pairs.insert(key, read_at(depth, &map.value, from)?);
        Ok(())
    })?;
    Ok(pairs)
}

#[cold]
fn too_many(at: &'static Member) -> DecodeError {
    DecodeError::new(format!("'{}' has more than {MOST_ENTRIES} members", at.name))
}
