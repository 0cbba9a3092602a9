//! The functions of one row.

use crate::ast::{Function, Operator, Side};
use crate::decimal::Decimal;
use crate::eval::{Scope, compared};
use crate::pattern;
use crate::refusal::{Refusal, Result};
use crate::timestamp::{Part, Timestamp};
use crate::value::Value;

/// An argument is of a type that the function does not take.
pub(crate) fn wrong_type() -> Refusal {
    Refusal::new(
        "IncorrectSqlFunctionArgumentType",
        "An incorrect argument type was specified in a function call in the SQL expression.",
    )
}

fn illegal() -> Refusal {
    let message = "An illegal argument was used in the SQL function.";
    Refusal::new("IllegalSqlFunctionArgument", message)
}

/// Calls a function. Of what is unknown, all but COALESCE and NULLIF make what is unknown.
pub(crate) fn call(function: Function, arguments: Vec<Value>, scope: &Scope<'_>) -> Result<Value> {
    match function {
        Function::Coalesce => {
            let known = arguments.into_iter().find(|it| !it.is_unknown());
            return Ok(known.unwrap_or(Value::Null));
        }
        Function::NullIf => {
            let mut arguments = arguments.into_iter();
            let (Some(first), Some(second)) = (arguments.next(), arguments.next()) else {
                return Ok(Value::Null);
            };
            let same = compared(Operator::Equal, &first, &second) == Value::Bool(true);
            return Ok(if same { Value::Null } else { first });
        }
        Function::UtcNow => return Ok(Value::Timestamp(scope.now)),
        _ => {}
    }
    if arguments.iter().any(Value::is_unknown) {
        return Ok(Value::Null);
    }
    match function {
        Function::CharLength => Ok(Value::Int(text(&arguments, 0)?.chars().count() as i64)),
        Function::Lower => Ok(Value::Text(text(&arguments, 0)?.to_lowercase())),
        Function::Upper => Ok(Value::Text(text(&arguments, 0)?.to_uppercase())),
        Function::Substring => substring(&arguments),
        Function::Trim(side) => trim(side, &arguments),
        Function::DateAdd(part) => {
            let quantity = match number(&arguments, 0)? {
                Value::Int(quantity) => quantity,
                _ => return Err(wrong_type()),
            };
            let moment = moment(&arguments, 1)?.plus(part, quantity).ok_or_else(illegal)?;
            Ok(Value::Timestamp(moment))
        }
        Function::DateDiff(part) => {
            Ok(Value::Int(moment(&arguments, 0)?.until(&moment(&arguments, 1)?, part)))
        }
        Function::Extract(part) => Ok(extract(part, &moment(&arguments, 0)?)),
        Function::ToText => {
            pattern::write(&moment(&arguments, 0)?, text(&arguments, 1)?).map(Value::Text)
        }
        Function::ToTimestamp => {
            let read = Timestamp::parse(text(&arguments, 0)?.trim()).map(Value::Timestamp);
            read.ok_or_else(|| {
                let message = "A timestamp parse failure occurred in the SQL expression.";
                Refusal::new("ValueParseFailure", message)
            })
        }
        Function::Coalesce | Function::NullIf | Function::UtcNow => Ok(Value::Null),
    }
}

fn text(arguments: &[Value], at: usize) -> Result<&str> {
    match arguments.get(at) {
        Some(Value::Text(text)) => Ok(text),
        _ => Err(wrong_type()),
    }
}

fn number(arguments: &[Value], at: usize) -> Result<Value> {
    arguments.get(at).and_then(Value::as_number).ok_or_else(wrong_type)
}

fn moment(arguments: &[Value], at: usize) -> Result<Timestamp> {
    match arguments.get(at) {
        Some(Value::Timestamp(moment)) => Ok(*moment),
        _ => Err(wrong_type()),
    }
}

/// The letters from a place on, which counts from 1; places before the text have no letters.
fn substring(arguments: &[Value]) -> Result<Value> {
    let whole = |at| match number(arguments, at)? {
        Value::Int(it) => Ok(it),
        _ => Err(wrong_type()),
    };
    let of = text(arguments, 0)?;
    let start = whole(1)?;
    let end = match arguments.len() {
        3.. => {
            let length = whole(2)?;
            if length < 0 {
                return Err(illegal());
            }
            start.saturating_add(length)
        }
        _ => i64::MAX,
    };
    let places = (1_i64..).zip(of.chars());
    let within = places.filter(|(place, _)| (start..end).contains(place));
    Ok(Value::Text(within.map(|(_, letter)| letter).collect()))
}

/// Without the letters of a set, blanks unless others are given, at one side or both.
fn trim(side: Side, arguments: &[Value]) -> Result<Value> {
    let (set, of) = match arguments.len() {
        2 => (text(arguments, 0)?, text(arguments, 1)?),
        _ => (" ", text(arguments, 0)?),
    };
    let is_in_set = |letter: char| set.contains(letter);
    let of = if side == Side::Trailing { of } else { of.trim_start_matches(is_in_set) };
    let of = if side == Side::Leading { of } else { of.trim_end_matches(is_in_set) };
    Ok(Value::Text(of.to_owned()))
}

/// A part of a moment; seconds with their fraction.
fn extract(part: Part, moment: &Timestamp) -> Value {
    let whole = moment.part(part);
    match (part, moment.fraction()) {
        (Part::Second, (nanos, digits @ 1..)) => {
            let of_second = 10_i128.pow(9 - digits.min(9));
            let fraction = i128::from(nanos) / of_second;
            let digits_of_all = i128::from(whole) * 10_i128.pow(digits.min(9)) + fraction;
            let scale = digits.min(9) as i32;
            Decimal::of(digits_of_all, scale).map_or(Value::Int(whole), Value::Decimal)
        }
        _ => Value::Int(whole),
    }
}
