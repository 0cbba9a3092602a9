//! CAST: which values can be which others.

use crate::ast::Type;
use crate::decimal::Decimal;
use crate::refusal::{Refusal, Result};
use crate::timestamp::Timestamp;
use crate::value::{Value, truth};

impl Type {
    /// The name that S3's sentences have.
    fn name(self) -> &'static str {
        match self {
            Type::Missing => "MISSING",
            Type::Null => "NULL",
            Type::Bool => "BOOL",
            Type::Int => "INT",
            Type::Float => "FLOAT",
            Type::Decimal => "DECIMAL",
            Type::Text => "STRING",
            Type::Timestamp => "TIMESTAMP",
            Type::List => "LIST",
            Type::Struct => "STRUCT",
        }
    }

    /// Whether a value is of this type; a missing one is null as well.
    pub(crate) fn has(self, value: &Value) -> bool {
        value.type_name() == self.name() || self == Type::Null && value.is_unknown()
    }
}

/// Converts a value; what is unknown stays so.
///
/// # Errors
/// `CastFailed`.
pub(crate) fn cast(value: Value, to: Type) -> Result<Value> {
    if value.is_unknown() {
        return Ok(value);
    }
    let from = value.type_name();
    converted(value, to).ok_or_else(|| {
        let to = to.name();
        let message = "Attempt to convert from one data type to another failed: cast from";
        Refusal::new("CastFailed", format!("{message} {from} to {to}."))
    })
}

fn converted(value: Value, to: Type) -> Option<Value> {
    Some(match (to, value) {
        (Type::Text, value) => Value::Text(value.to_text()),
        (Type::Bool, Value::Bool(it)) => Value::Bool(it),
        (Type::Bool, Value::Text(text)) => Value::Bool(truth(text.trim())?),
        (Type::Bool, number) => Value::Bool(number.to_f64()? != 0.0),
        (Type::Int, Value::Int(it)) => Value::Int(it),
        (Type::Int, Value::Bool(it)) => Value::Int(it.into()),
        (Type::Int, Value::Decimal(it)) => Value::Int(it.to_i64()?),
        (Type::Int, Value::Float(it)) => Value::Int(whole(it)?),
        (Type::Int, Value::Text(text)) => Value::Int(text.trim().parse().ok()?),
        (Type::Float, Value::Text(text)) => Value::Float(Value::number(text.trim())?.to_f64()?),
        (Type::Float, Value::Bool(it)) => Value::Float(it.into()),
        (Type::Float, number) => Value::Float(number.to_f64()?),
        (Type::Decimal, Value::Text(text)) => Value::Decimal(Decimal::parse(text.trim())?),
        (Type::Decimal, Value::Bool(it)) => Value::Decimal(Decimal::whole(it.into())),
        (Type::Decimal, Value::Float(it)) => Value::Decimal(Decimal::parse(&it.to_string())?),
        (Type::Decimal, number) => Value::Decimal(number.to_decimal()?),
        (Type::Timestamp, Value::Timestamp(it)) => Value::Timestamp(it),
        (Type::Timestamp, Value::Text(text)) => Value::Timestamp(Timestamp::parse(text.trim())?),
        (Type::List, value @ Value::List(_)) | (Type::Struct, value @ Value::Struct(_)) => value,
        _ => return None,
    })
}

/// The whole part of a number, if it has 64 bits.
fn whole(number: f64) -> Option<i64> {
    let fits = number.is_finite() && number.abs() < 9.2e18;
    fits.then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_converted_is() {
        let text = |it: &str| Value::Text(it.to_owned());
        for (value, to, expected) in [
            (text(" 12 "), Type::Int, "12"),
            (text("1.5"), Type::Decimal, "1.5"),
            (text("1.5"), Type::Float, "1.5"),
            (text("TRUE"), Type::Bool, "true"),
            (text("2007-04-05T14:30Z"), Type::Timestamp, "2007-04-05T14:30Z"),
            (Value::Float(2.9), Type::Int, "2"),
            (Value::Float(0.5), Type::Decimal, "0.5"),
            (Value::Int(3), Type::Float, "3.0"),
            (Value::Int(0), Type::Bool, "false"),
            (Value::Bool(true), Type::Text, "true"),
            (Value::Null, Type::Int, ""),
        ] {
            assert_eq!(cast(value, to).unwrap().to_text(), expected);
        }
    }

    #[test]
    fn what_cannot_is_refused_in_s3s_sentence() {
        for (value, to, names) in [
            (Value::Text("Tuesday".into()), Type::Timestamp, "STRING to TIMESTAMP"),
            (Value::Text("a".into()), Type::Int, "STRING to INT"),
            (Value::Float(1e300), Type::Int, "FLOAT to INT"),
            (Value::List(vec![]), Type::Int, "LIST to INT"),
            (Value::Int(1), Type::Timestamp, "INT to TIMESTAMP"),
        ] {
            let refusal = cast(value, to).unwrap_err();
            assert_eq!(refusal.code, "CastFailed");
            let start = "Attempt to convert from one data type to another failed: cast from";
            assert_eq!(refusal.message, format!("{start} {names}."));
        }
    }
}
