//! What an expression is of a row. What is null or missing makes what is done with it null or missing,
//! and is neither true nor false.

use crate::ast::{Expr, Operator};
use crate::cast::cast;
use crate::decimal::Decimal;
use crate::functions;
use crate::like::like;
use crate::refusal::{Refusal, Result};
use crate::row::Row;
use crate::timestamp::Timestamp;
use crate::value::Value;
use std::cmp::Ordering;

/// What expressions are evaluated with besides the row.
pub(crate) struct Scope<'a> {
    /// The moment of the query.
    pub now: Timestamp,
    /// What the aggregates have come to.
    pub aggregates: &'a [Value],
}

/// What an expression is.
///
/// # Errors
/// It is nothing: a conversion failed, a number is too large, an argument is of another type.
pub(crate) fn eval(expr: &Expr, row: &Row, scope: &Scope<'_>) -> Result<Value> {
    let value = |expr: &Expr| eval(expr, row, scope);
    Ok(match expr {
        Expr::Literal(literal) => literal.clone(),
        Expr::Path(path) => row.at(path)?,
        Expr::All(parts) => all(parts, row, scope, false)?,
        Expr::Any(parts) => all(parts, row, scope, true)?,
        Expr::Not(it) => match value(it)? {
            Value::Bool(it) => Value::Bool(!it),
            unknown if unknown.is_unknown() => unknown,
            _ => Value::Missing,
        },
        Expr::Negative(it) => binary(Operator::Subtract, Value::Int(0), value(it)?)?,
        Expr::Binary(operator, left, right) => binary(*operator, value(left)?, value(right)?)?,
        Expr::Between(parts) => {
            let [it, from, to] = &**parts;
            let it = value(it)?;
            let above = compared(Operator::GreaterOrEqual, &it, &value(from)?);
            both(above, compared(Operator::LessOrEqual, &it, &value(to)?))
        }
        Expr::In(it, list) => contained(it, list, row, scope)?,
        Expr::Like(text, pattern, escape) => {
            let escape = escape.as_ref().map(|it| value(it)).transpose()?;
            matches(value(text)?, value(pattern)?, escape)?
        }
        Expr::Is(it, kind) => Value::Bool(kind.has(&value(it)?)),
        Expr::Case(operand, cases, other) => {
            let operand = operand.as_ref().map(|it| value(it)).transpose()?;
            for (when, then) in cases {
                let when = value(when)?;
                let holds = match &operand {
                    Some(operand) => compared(Operator::Equal, operand, &when),
                    None => when,
                };
                if holds == Value::Bool(true) {
                    return value(then);
                }
            }
            match other {
                Some(other) => value(other)?,
                None => Value::Null,
            }
        }
        Expr::Cast(it, kind) => cast(value(it)?, *kind)?,
        Expr::Call(function, arguments) => {
            let arguments = arguments.iter().map(value).collect::<Result<Vec<_>>>()?;
            functions::call(*function, arguments, scope)?
        }
        Expr::Aggregate(number) => scope.aggregates.get(*number).cloned().unwrap_or(Value::Null),
        Expr::List(items) => Value::List(items.iter().map(value).collect::<Result<_>>()?),
    })
}

/// Whether all of these hold; or, if `any`, whether one does.
fn all(parts: &[Expr], row: &Row, scope: &Scope<'_>, any: bool) -> Result<Value> {
    let mut found = Value::Bool(!any);
    for part in parts {
        match eval(part, row, scope)? {
            Value::Bool(it) if it == any => return Ok(Value::Bool(any)),
            Value::Bool(_) => {}
            _ => found = Value::Null,
        }
    }
    Ok(found)
}

fn both(left: Value, right: Value) -> Value {
    match (left, right) {
        (Value::Bool(false), _) | (_, Value::Bool(false)) => Value::Bool(false),
        (Value::Bool(true), Value::Bool(true)) => Value::Bool(true),
        _ => Value::Null,
    }
}

/// Whether a value is one of a list's.
fn contained(it: &Expr, list: &Expr, row: &Row, scope: &Scope<'_>) -> Result<Value> {
    let it = eval(it, row, scope)?;
    if it.is_unknown() {
        return Ok(it);
    }
    let mut found = Value::Bool(false);
    let mut look = |item: Value| match compared(Operator::Equal, &it, &item) {
        Value::Bool(true) => true,
        Value::Bool(false) => false,
        _ => {
            found = Value::Null;
            false
        }
    };
    match list {
        Expr::List(items) => {
            for item in items {
                if look(eval(item, row, scope)?) {
                    return Ok(Value::Bool(true));
                }
            }
        }
        other => match eval(other, row, scope)? {
            Value::List(items) => {
                for item in items {
                    if look(item) {
                        return Ok(Value::Bool(true));
                    }
                }
            }
            only => return Ok(compared(Operator::Equal, &it, &only)),
        },
    }
    Ok(found)
}

fn matches(text: Value, pattern: Value, escape: Option<Value>) -> Result<Value> {
    let unknown = [Some(&text), Some(&pattern), escape.as_ref()];
    if unknown.into_iter().flatten().any(Value::is_unknown) {
        return Ok(Value::Null);
    }
    let escape = match &escape {
        None => None,
        Some(Value::Text(escape)) => Some(escape.as_str()),
        Some(_) => return Err(not_like()),
    };
    match (&text, &pattern) {
        (Value::Text(text), Value::Text(pattern)) => Ok(Value::Bool(like(text, pattern, escape)?)),
        _ => Err(not_like()),
    }
}

fn not_like() -> Refusal {
    let message = "The argument given to the LIKE clause in the SQL expression is not valid.";
    Refusal::new("LikeInvalidInputs", message)
}

/// How two values compare: true, false, or null where one of them is unknown. Values that are of
/// different kinds are not equal, and neither less nor greater.
pub(crate) fn compared(operator: Operator, left: &Value, right: &Value) -> Value {
    if left.is_unknown() || right.is_unknown() {
        return Value::Null;
    }
    let order = left.compare(right);
    Value::Bool(match operator {
        Operator::Equal => order == Some(Ordering::Equal),
        Operator::NotEqual => order != Some(Ordering::Equal),
        Operator::Less => order == Some(Ordering::Less),
        Operator::LessOrEqual => order.is_some_and(Ordering::is_le),
        Operator::Greater => order == Some(Ordering::Greater),
        _ => order.is_some_and(Ordering::is_ge),
    })
}

/// What an operator makes of two values.
pub(crate) fn binary(operator: Operator, left: Value, right: Value) -> Result<Value> {
    match operator {
        Operator::Add
        | Operator::Subtract
        | Operator::Multiply
        | Operator::Divide
        | Operator::Remainder => arithmetic(operator, &left, &right),
        Operator::Join => match (left, right) {
            (left, right) if left.is_unknown() || right.is_unknown() => Ok(Value::Null),
            (Value::Text(left), Value::Text(right)) => {
                let joined = left + &right;
                if joined.len() > crate::MAX_RECORD {
                    return Err(crate::refusal::too_long());
                }
                Ok(Value::Text(joined))
            }
            _ => Err(functions::wrong_type()),
        },
        comparison => Ok(compared(comparison, &left, &right)),
    }
}

fn arithmetic(operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    if left.is_unknown() || right.is_unknown() {
        return Ok(Value::Null);
    }
    let (Some(left), Some(right)) = (left.as_number(), right.as_number()) else {
        return Err(functions::wrong_type());
    };
    let by_zero =
        matches!(operator, Operator::Divide | Operator::Remainder) && right.to_f64() == Some(0.0);
    if by_zero {
        let message = "The query cannot be evaluated. Check the file and try again.";
        return Err(Refusal::new("ExternalEvalException", message));
    }
    if let (Value::Int(left), Value::Int(right)) = (&left, &right) {
        let result = match operator {
            Operator::Add => left.checked_add(*right),
            Operator::Subtract => left.checked_sub(*right),
            Operator::Multiply => left.checked_mul(*right),
            Operator::Divide => left.checked_div(*right),
            _ => left.checked_rem(*right),
        };
        return result.map(Value::Int).ok_or_else(overflow);
    }
    if let (Some(left), Some(right)) = (left.to_decimal(), right.to_decimal()) {
        let result = match operator {
            Operator::Add => left.add(right),
            Operator::Subtract => left.add(right.negate()),
            Operator::Multiply => left.multiply(right),
            Operator::Divide => left.divide(right),
            _ => left.remainder(right),
        };
        if let Some(result) = result {
            return Ok(Value::Decimal(result));
        }
    }
    let (left, right) = (left.to_f64().unwrap_or(0.0), right.to_f64().unwrap_or(0.0));
    let result = match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left / right,
        _ => left % right,
    };
    if result.is_finite() { Ok(Value::Float(result)) } else { Err(overflow()) }
}

fn overflow() -> Refusal {
    let message = "An integer overflow or underflow occurred in the SQL expression.";
    Refusal::new("IntegerOverflow", message)
}

/// The mean of so many numbers of this sum: a decimal number, or a binary one for binary ones.
pub(crate) fn mean(sum: &Value, count: i64) -> Value {
    if let Some(sum) = sum.to_decimal()
        && let Some(mean) = sum.divide(Decimal::whole(count))
    {
        return Value::Decimal(mean);
    }
    sum.to_f64().map_or(Value::Null, |sum| Value::Float(sum / count as f64))
}
