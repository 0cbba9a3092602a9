//! From JSON into shapes. The words of the errors are those that Kinesis answers with.

use super::token::{Tokens, Value, malformed};
use crate::trace::{Seen, Step, Trace, head_of};
use bytes::Bytes;
use shapes::{
    DecodeError, Deserializer, Kind, Location, Member, Shape, Structure, Timestamp, TimestampFormat,
};

/// Fills the members of `into` that stand in the body. A body of nothing is an empty object.
pub(crate) fn read(
    body: &[u8],
    into: &mut dyn Shape,
    seen: &mut Seen,
    trace: &mut Trace,
) -> Result<(), DecodeError> {
    let mut reader = Reader { tokens: Tokens::new(body)?, trace: std::mem::take(trace) };
    if body.trim_ascii().is_empty() {
        *trace = reader.trace;
        return Ok(());
    }
    if reader.tokens.peek()? != Value::Object {
        return Err(malformed());
    }
    reader.members(into, seen)?;
    reader.tokens.finish()?;
    *trace = reader.trace;
    Ok(())
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    trace: Trace,
}

/// What Java calls the value that was found.
fn class_of(value: Value) -> &'static str {
    match value {
        Value::Boolean => "class java.lang.Boolean",
        Value::Number => "class java.math.BigDecimal",
        _ => "class java.lang.String",
    }
}

/// A value of the wrong kind where a `wanted` (such as `an Integer`) must be.
fn unfit(found: Value, wanted: &str) -> DecodeError {
    DecodeError::new(match found {
        Value::Array => "Start of list found where not expected".to_owned(),
        Value::Object => "Start of structure or map found where not expected.".to_owned(),
        Value::Null => format!("null can not be converted to {wanted}"),
        scalar => format!("{} can not be converted to {wanted}", class_of(scalar)),
    })
}

/// A scalar or the wrong bracket where a list, map or structure must be.
fn not_a(wanted: &str, found: Value) -> DecodeError {
    match found {
        Value::Array | Value::Object => unfit(found, wanted),
        _ => DecodeError::new(format!("Expected {wanted}")),
    }
}

/// A whole number; a fraction is cut off as Java's `BigDecimal.longValue` does.
fn whole(text: &str) -> Result<i64, DecodeError> {
    if let Ok(value) = text.parse::<i64>() {
        return Ok(value);
    }
    let float: f64 = text.parse().map_err(|_| malformed())?;
    // 2^63 itself is out of range; both bounds are exact as f64.
    if text.contains(['.', 'e', 'E']) && float.abs() < 9_223_372_036_854_775_808.0 {
        return Ok(float as i64);
    }
    let shown = head_of(text, 200);
    Err(DecodeError::new(format!("{shown} is out of range for a Long")))
}

/// Why base64 cannot be read, in the words of Java's decoder.
fn bad_base64(text: &[u8]) -> DecodeError {
    let shown = String::from_utf8_lossy(text.get(..200.min(text.len())).unwrap_or_default());
    let strange = text.iter().find(|b| !b.is_ascii_alphanumeric() && !b"+/=".contains(b));
    let why = match strange {
        _ if !text.len().is_multiple_of(4) => format!(
            "Base64 encoded length is expected a multiple of 4 bytes but found: {}",
            text.len()
        ),
        Some(byte) => format!("Invalid Base64 character: '{}'", char::from(*byte)),
        None => "Invalid last non-pad Base64 character dectected".to_owned(),
    };
    DecodeError::new(format!("'{shown}' can not be converted to a Blob: {why}"))
}

fn base64(text: &[u8]) -> Result<Bytes, DecodeError> {
    let decoded = base64_simd::STANDARD.decode_to_vec(text).map_err(|_| bad_base64(text))?;
    Ok(Bytes::from(decoded))
}

/// The member of the body with this wire name.
fn body_member(structure: &'static Structure, wire: &str) -> Option<(usize, &'static Member)> {
    let index = structure.index_of(wire)?;
    let member = structure.members.get(index)?;
    (member.location == Location::Body).then_some((index, member))
}

impl Reader<'_> {
    /// Reads an object's members; stands at its brace.
    fn members(&mut self, into: &mut dyn Shape, seen: &mut Seen) -> Result<(), DecodeError> {
        self.tokens.expect(b'{')?;
        if self.tokens.take(b'}') {
            return Ok(());
        }
        loop {
            let key = self.tokens.key()?;
            let found = body_member(into.schema(), &key);
            match (self.tokens.peek()?, found) {
                (Value::Null, _) => self.tokens.null()?,
                (_, None) => self.tokens.skip()?,
                (_, Some((index, member))) => {
                    seen.note(index);
                    self.trace.enter(Step::Member(member.name))?;
                    into.read_member(index, member, self)?;
                    self.trace.leave();
                }
            }
            if self.tokens.take(b'}') {
                return Ok(());
            }
            self.tokens.expect(b',')?;
        }
    }

    fn need(&mut self, wanted: Value, words: &str) -> Result<(), DecodeError> {
        match self.tokens.peek()? {
            found if found == wanted => Ok(()),
            found => Err(unfit(found, words)),
        }
    }
}

impl Deserializer for Reader<'_> {
    fn boolean(&mut self, _: &'static Member) -> Result<bool, DecodeError> {
        self.need(Value::Boolean, "an Boolean")?;
        self.tokens.boolean()
    }

    fn integer(&mut self, _: &'static Member) -> Result<i64, DecodeError> {
        self.need(Value::Number, "an Integer")?;
        whole(self.tokens.number()?)
    }

    fn float(&mut self, _: &'static Member) -> Result<f64, DecodeError> {
        if self.tokens.peek()? == Value::String {
            return match &*self.tokens.string()? {
                "NaN" => Ok(f64::NAN),
                "Infinity" => Ok(f64::INFINITY),
                "-Infinity" => Ok(f64::NEG_INFINITY),
                _ => Err(unfit(Value::String, "an Double")),
            };
        }
        self.need(Value::Number, "an Double")?;
        self.tokens.number()?.parse().map_err(|_| malformed())
    }

    fn string(&mut self, _: &'static Member) -> Result<String, DecodeError> {
        self.need(Value::String, "an String")?;
        Ok(self.tokens.string()?.into_owned())
    }

    fn blob(&mut self, _: &'static Member) -> Result<Bytes, DecodeError> {
        self.need(Value::String, "a Blob")?;
        match self.tokens.raw_string() {
            Some(raw) => base64(raw),
            None => base64(self.tokens.string()?.as_bytes()),
        }
    }

    fn timestamp(&mut self, at: &'static Member) -> Result<Timestamp, DecodeError> {
        let found = self.tokens.peek()?;
        let format = match &at.kind {
            Kind::Timestamp(Some(format)) => *format,
            _ => TimestampFormat::UnixTimestamp,
        };
        match found {
            Value::Number => {
                let seconds: f64 = self.tokens.number()?.parse().map_err(|_| malformed())?;
                if seconds.is_finite() {
                    Ok(Timestamp::from_seconds(seconds))
                } else {
                    Err(DecodeError::new("The timestamp is out of range"))
                }
            }
            Value::String => {
                let text = self.tokens.string()?;
                Timestamp::parse(&text, format)
                    .or_else(|| Timestamp::parse(&text, TimestampFormat::Iso8601))
                    .ok_or_else(|| unfit(found, "a Timestamp"))
            }
            _ => Err(unfit(found, "a Timestamp")),
        }
    }

    fn structure(&mut self, _: &'static Member, into: &mut dyn Shape) -> Result<(), DecodeError> {
        match self.tokens.peek()? {
            Value::Object => {
                let mut seen = Seen::default();
                self.members(into, &mut seen)?;
                self.trace.close(into.schema(), seen);
                Ok(())
            }
            Value::Array => Err(unfit(Value::Array, "null")),
            _ => Err(DecodeError::new("Expected null")),
        }
    }

    fn list(
        &mut self,
        _: &'static Member,
        each: &mut dyn FnMut(&mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        match self.tokens.peek()? {
            Value::Array => self.tokens.expect(b'[')?,
            found => return Err(not_a("list or null", found)),
        }
        if self.tokens.take(b']') {
            return Ok(());
        }
        for number in 1.. {
            self.trace.enter(Step::Item(number))?;
            if self.tokens.peek()? == Value::Null {
                self.tokens.null()?;
                self.trace.null_here();
            } else {
                each(self)?;
            }
            self.trace.leave();
            if self.tokens.take(b']') {
                break;
            }
            self.tokens.expect(b',')?;
        }
        Ok(())
    }

    fn map(
        &mut self,
        _: &'static Member,
        each: &mut dyn FnMut(String, &mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        match self.tokens.peek()? {
            Value::Object => self.tokens.expect(b'{')?,
            found => return Err(not_a("map or null", found)),
        }
        if self.tokens.take(b'}') {
            return Ok(());
        }
        loop {
            let key = self.tokens.key()?.into_owned();
            self.trace.enter(Step::key(&key))?;
            if self.tokens.peek()? == Value::Null {
                self.tokens.null()?;
                self.trace.null_here();
            } else {
                each(key, self)?;
            }
            self.trace.leave();
            if self.tokens.take(b'}') {
                return Ok(());
            }
            self.tokens.expect(b',')?;
        }
    }

    fn pass_over(&mut self, _: &'static Member) -> Result<(), DecodeError> {
        self.tokens.skip()
    }
}
