//! What an expression has for a value.

use crate::decimal::Decimal;
use crate::timestamp::Timestamp;
use std::cmp::Ordering;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// There is none.
    Missing,
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Decimal(Decimal),
    Text(String),
    Timestamp(Timestamp),
    List(Vec<Value>),
    Struct(Vec<(String, Value)>),
}

impl Value {
    /// Reads a number without an exponent as a whole or decimal one, with an exponent, or of more digits
    /// than a decimal one has, as a binary one.
    pub(crate) fn number(text: &str) -> Option<Self> {
        if let Ok(whole) = text.parse::<i64>() {
            return Some(Value::Int(whole));
        }
        if !text.contains(['e', 'E'])
            && let Some(decimal) = Decimal::parse(text)
        {
            return Some(Value::Decimal(decimal));
        }
        let plain = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
        let number: f64 = text.bytes().all(plain).then(|| text.parse().ok())??;
        number.is_finite().then_some(Value::Float(number))
    }

    /// Whether it is null or missing.
    pub(crate) fn is_unknown(&self) -> bool {
        matches!(self, Value::Missing | Value::Null)
    }

    /// The name of its type, as S3's sentences have it.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Value::Missing => "MISSING",
            Value::Null => "NULL",
            Value::Bool(_) => "BOOL",
            Value::Int(_) => "INT",
            Value::Float(_) => "FLOAT",
            Value::Decimal(_) => "DECIMAL",
            Value::Text(_) => "STRING",
            Value::Timestamp(_) => "TIMESTAMP",
            Value::List(_) => "LIST",
            Value::Struct(_) => "STRUCT",
        }
    }

    /// What is written of it in a field, where nothing says that it is a text.
    pub(crate) fn to_text(&self) -> String {
        match self {
            Value::Missing | Value::Null => String::new(),
            Value::Bool(it) => it.to_string(),
            Value::Int(it) => it.to_string(),
            Value::Float(it) => float(*it),
            Value::Decimal(it) => it.to_string(),
            Value::Text(it) => it.clone(),
            Value::Timestamp(it) => it.to_string(),
            Value::List(_) | Value::Struct(_) => {
                let mut out = String::new();
                self.write_json(&mut out);
                out
            }
        }
    }

    /// Writes it as JSON. A missing value is null where there must be one.
    pub(crate) fn write_json(&self, out: &mut String) {
        match self {
            Value::Missing | Value::Null => out.push_str("null"),
            Value::Float(it) if !it.is_finite() => out.push_str("null"),
            Value::Text(it) => quote(it, out),
            Value::Timestamp(it) => quote(&it.to_string(), out),
            Value::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    item.write_json(out);
                }
                out.push(']');
            }
            Value::Struct(members) => {
                write_object(members.iter().map(|(name, value)| (name.as_str(), value)), out);
            }
            scalar => out.push_str(&scalar.to_text()),
        }
    }

    /// The number that it is, or that its text says.
    pub(crate) fn as_number(&self) -> Option<Self> {
        match self {
            Value::Int(_) | Value::Float(_) | Value::Decimal(_) => Some(self.clone()),
            Value::Text(text) => Value::number(text.trim()),
            _ => None,
        }
    }

    /// It as a binary number, if it is a number.
    pub(crate) fn to_f64(&self) -> Option<f64> {
        match self {
            Value::Int(it) => Some(*it as f64),
            Value::Float(it) => Some(*it),
            Value::Decimal(it) => Some(it.to_f64()),
            _ => None,
        }
    }

    /// It as a decimal number, if it is a whole or decimal one.
    pub(crate) fn to_decimal(&self) -> Option<Decimal> {
        match self {
            Value::Int(it) => Some(Decimal::whole(*it)),
            Value::Decimal(it) => Some(*it),
            _ => None,
        }
    }

    /// How two values stand to each other; `None` if they are not of one kind. A text that says a number
    /// stands to a number as that number, as records of CSV have only texts.
    pub(crate) fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
            (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
            (Value::Bool(left), Value::Text(right)) => Some(left.cmp(&truth(right)?)),
            (Value::Text(left), Value::Bool(right)) => Some(truth(left)?.cmp(right)),
            (Value::Timestamp(left), Value::Timestamp(right)) => Some(left.compare(right)),
            (Value::Int(left), Value::Int(right)) => Some(left.cmp(right)),
            (Value::Text(_), number) if number.to_f64().is_some() => {
                self.as_number()?.compare(number)
            }
            (number, Value::Text(_)) if number.to_f64().is_some() => {
                number.compare(&other.as_number()?)
            }
            (Value::List(_), Value::List(_)) | (Value::Struct(_), Value::Struct(_)) => {
                (self == other).then_some(Ordering::Equal)
            }
            _ => match (self.to_decimal(), other.to_decimal()) {
                (Some(left), Some(right)) => Some(left.compare(right)),
                _ => self.to_f64()?.partial_cmp(&other.to_f64()?),
            },
        }
    }
}

/// The truth value that a text says.
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// A binary number: always with a point or an exponent.
fn float(number: f64) -> String {
    format!("{number:?}")
}

/// Writes an object of these members, without those that are missing.
pub(crate) fn write_object<'a>(
    members: impl Iterator<Item = (&'a str, &'a Value)>,
    out: &mut String,
) {
    out.push('{');
    let mut is_first = true;
    for (name, value) in members.filter(|(_, value)| **value != Value::Missing) {
        if !is_first {
            out.push(',');
        }
        is_first = false;
        quote(name, out);
        out.push(':');
        value.write_json(out);
    }
    out.push('}');
}

/// Writes a text in JSON's quotes.
pub(crate) fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            control if control < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_of_the_kind_that_they_are_written_as() {
        for (text, kind, written) in [
            ("5", "INT", "5"),
            ("-5", "INT", "-5"),
            ("9223372036854775808", "DECIMAL", "9223372036854775808"),
            ("1.50", "DECIMAL", "1.50"),
            ("1e3", "FLOAT", "1000.0"),
            ("1e40", "FLOAT", "1e40"),
        ] {
            let value = Value::number(text).unwrap();
            assert_eq!((value.type_name(), value.to_text().as_str()), (kind, written), "{text}");
        }
        for text in ["", "a", "NaN", "inf", "1e999", "0x1", "1 "] {
            assert_eq!(Value::number(text), None, "{text}");
        }
    }

    #[test]
    fn values_of_one_kind_are_compared() {
        let text = |it: &str| Value::Text(it.to_owned());
        for (left, right, expected) in [
            (Value::Int(2), Value::Float(1.5), Some(Ordering::Greater)),
            (text("10"), Value::Int(9), Some(Ordering::Greater)),
            (text("10"), text("9"), Some(Ordering::Less)),
            (text("a"), Value::Int(9), None),
            (Value::Bool(true), text("TRUE"), Some(Ordering::Equal)),
            (Value::Bool(true), Value::Int(1), None),
        ] {
            assert_eq!(left.compare(&right), expected);
            assert_eq!(right.compare(&left), expected.map(Ordering::reverse));
        }
    }
}
