//! From CBOR into shapes.

use super::token::{Item, Tokens, malformed};
use crate::trace::{Seen, Step, Trace};
use bytes::Bytes;
use shapes::{DecodeError, Deserializer, Location, Member, Shape, Timestamp};

/// What the numbers of instants count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// As the Java SDK does to Kinesis.
    Milliseconds,
    /// As Smithy RPC v2 does.
    Seconds,
}

/// Fills the members of `into`. A body of nothing is an empty map.
pub(crate) fn read(
    body: &Bytes,
    unit: Unit,
    into: &mut dyn Shape,
    seen: &mut Seen,
    trace: &mut Trace,
) -> Result<(), DecodeError> {
    if body.is_empty() {
        return Ok(());
    }
    let tokens = Tokens::new(body.clone());
    let mut reader = Reader { tokens, unit, trace: std::mem::take(trace) };
    let Item::Map(count) = reader.tokens.head()? else { return Err(malformed()) };
    reader.members(count, into, seen)?;
    if !reader.tokens.is_at_end() {
        return Err(malformed());
    }
    *trace = reader.trace;
    Ok(())
}

struct Reader {
    tokens: Tokens,
    unit: Unit,
    trace: Trace,
}

/// An item that does not fit where `wanted` must be.
fn unfit(found: Item, wanted: &str) -> DecodeError {
    DecodeError::new(match found {
        Item::Array(_) => "Start of list found where not expected".to_owned(),
        Item::Map(_) => "Start of structure or map found where not expected.".to_owned(),
        Item::Boolean(_) => format!("class java.lang.Boolean can not be converted to {wanted}"),
        Item::Integer(_) => format!("class java.lang.Long can not be converted to {wanted}"),
        Item::Float(_) => format!("class java.lang.Double can not be converted to {wanted}"),
        Item::Text(_) => format!("class java.lang.String can not be converted to {wanted}"),
        Item::Bytes(_) => format!("class java.nio.HeapByteBuffer can not be converted to {wanted}"),
        Item::Null => format!("null can not be converted to {wanted}"),
    })
}

/// Counts the elements of a list or map down, or waits for the break.
fn more(tokens: &mut Tokens, left: &mut Option<usize>) -> bool {
    match left {
        Some(0) => false,
        Some(count) => {
            *count -= 1;
            true
        }
        None => !tokens.take_break(),
    }
}

impl Reader {
    fn members(
        &mut self,
        mut count: Option<usize>,
        into: &mut dyn Shape,
        seen: &mut Seen,
    ) -> Result<(), DecodeError> {
        let schema = into.schema();
        while more(&mut self.tokens, &mut count) {
            let index = self.tokens.with_text(|key| schema.index_of(key))?;
            let found = index
                .and_then(|index| Some((index, schema.members.get(index)?)))
                .filter(|(_, member)| member.location == Location::Body);
            match (self.tokens.peek()?, found) {
                (Item::Null, _) | (_, None) => self.tokens.skip()?,
                (_, Some((index, member))) => {
                    seen.note(index);
                    self.trace.enter(Step::Member(member.name))?;
                    into.read_member(index, member, self)?;
                    self.trace.leave();
                }
            }
        }
        Ok(())
    }

    /// True, and noted, when the value here is null.
    fn null_here(&mut self) -> Result<bool, DecodeError> {
        let is_null = self.tokens.peek()? == Item::Null;
        if is_null {
            self.tokens.head()?;
            self.trace.null_here();
        }
        Ok(is_null)
    }
}

impl Deserializer for Reader {
    fn boolean(&mut self, _: &'static Member) -> Result<bool, DecodeError> {
        match self.tokens.head()? {
            Item::Boolean(value) => Ok(value),
            other => Err(unfit(other, "an Boolean")),
        }
    }

    fn integer(&mut self, _: &'static Member) -> Result<i64, DecodeError> {
        match self.tokens.head()? {
            Item::Integer(value) => i64::try_from(value)
                .map_err(|_| DecodeError::new(format!("{value} is out of range for a Long"))),
            // Both bounds are exact as f64.
            Item::Float(value) if value.abs() < 9_223_372_036_854_775_808.0 => Ok(value as i64),
            other => Err(unfit(other, "an Integer")),
        }
    }

    fn float(&mut self, _: &'static Member) -> Result<f64, DecodeError> {
        match self.tokens.head()? {
            Item::Float(value) => Ok(value),
            Item::Integer(value) => Ok(value as f64),
            other => Err(unfit(other, "an Double")),
        }
    }

    fn string(&mut self, _: &'static Member) -> Result<String, DecodeError> {
        match self.tokens.peek()? {
            Item::Text(_) => self.tokens.text(),
            other => Err(unfit(other, "an String")),
        }
    }

    fn blob(&mut self, _: &'static Member) -> Result<Bytes, DecodeError> {
        match self.tokens.head()? {
            Item::Bytes(length) => self.tokens.content(length, false),
            other => Err(unfit(other, "a Blob")),
        }
    }

    fn timestamp(&mut self, _: &'static Member) -> Result<Timestamp, DecodeError> {
        let scale = if self.unit == Unit::Seconds { 1000 } else { 1 };
        match self.tokens.head()? {
            Item::Integer(number) => number
                .checked_mul(scale)
                .and_then(|millis| i64::try_from(millis).ok())
                .map(Timestamp)
                .ok_or_else(|| DecodeError::new("The timestamp is out of range")),
            Item::Float(number) if number.is_finite() => {
                Ok(Timestamp((number * scale as f64).round() as i64))
            }
            other => Err(unfit(other, "a Timestamp")),
        }
    }

    fn structure(&mut self, _: &'static Member, into: &mut dyn Shape) -> Result<(), DecodeError> {
        match self.tokens.head()? {
            Item::Map(count) => {
                let mut seen = Seen::default();
                self.members(count, into, &mut seen)?;
                self.trace.close(into.schema(), seen);
                Ok(())
            }
            Item::Array(count) => Err(unfit(Item::Array(count), "null")),
            _ => Err(DecodeError::new("Expected null")),
        }
    }

    fn list(
        &mut self,
        _: &'static Member,
        each: &mut dyn FnMut(&mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let mut count = match self.tokens.head()? {
            Item::Array(count) => count,
            Item::Map(count) => return Err(unfit(Item::Map(count), "list")),
            _ => return Err(DecodeError::new("Expected list or null")),
        };
        let mut number = 0;
        while more(&mut self.tokens, &mut count) {
            number += 1;
            self.trace.enter(Step::Item(number))?;
            if !self.null_here()? {
                each(self)?;
            }
            self.trace.leave();
        }
        Ok(())
    }

    fn map(
        &mut self,
        _: &'static Member,
        each: &mut dyn FnMut(String, &mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let mut count = match self.tokens.head()? {
            Item::Map(count) => count,
            Item::Array(count) => return Err(unfit(Item::Array(count), "map")),
            _ => return Err(DecodeError::new("Expected map or null")),
        };
        while more(&mut self.tokens, &mut count) {
            let key = self.tokens.text()?;
            self.trace.enter(Step::key(&key))?;
            if !self.null_here()? {
                each(key, self)?;
            }
            self.trace.leave();
        }
        Ok(())
    }

    fn pass_over(&mut self, _: &'static Member) -> Result<(), DecodeError> {
        self.tokens.skip()
    }
}
