//! A comparison by name, such as `BEGINS_WITH`, with its list of values.

use crate::errors::{bad_parameter, invalid};
use crate::expression::{Comparator, Operand, Path, RangeCondition, Test};
use crate::value::{check_value, compare};
use platform::{Error, Result};
use shapes::AttributeValue;
use std::cmp::Ordering;

/// What it asks of an attribute.
pub(super) fn test(name: String, operator: &str, values: Vec<AttributeValue>) -> Result<Test> {
    let values = checked(operator, values)?;
    let path = Path::attribute(name);
    let of = || Operand::Path(path.clone());
    let mut values = values.into_iter().map(Operand::Value);
    let mut value = || values.next().ok_or_else(|| wrong_count(operator));
    let comparator = match operator {
        "EQ" => Comparator::Eq,
        "NE" => Comparator::Ne,
        "LE" => Comparator::Le,
        "LT" => Comparator::Lt,
        "GE" => Comparator::Ge,
        "GT" => Comparator::Gt,
        "NULL" => return Ok(Test::NotExists(path)),
        "NOT_NULL" => return Ok(Test::Exists(path)),
        "CONTAINS" => return Ok(Test::Contains(of(), value()?)),
        // What is absent does not contain it and does not "not contain" it either.
        "NOT_CONTAINS" => {
            let contains = Test::Contains(of(), value()?);
            return Ok(Test::All(vec![Test::Exists(path), Test::Not(Box::new(contains))]));
        }
        "BEGINS_WITH" => return Ok(Test::BeginsWith(of(), value()?)),
        "BETWEEN" => return Ok(Test::Between(of(), value()?, value()?)),
        "IN" => return Ok(Test::In(of(), values.collect())),
        other => return Err(unknown(other)),
    };
    Ok(Test::Compare(of(), comparator, value()?))
}

/// What it asks of a key attribute; nothing if no key can be asked that.
pub(super) fn of_key(
    operator: &str,
    values: Vec<AttributeValue>,
) -> Result<Option<RangeCondition>> {
    let mut values = checked(operator, values)?.into_iter();
    let mut value = || values.next().ok_or_else(|| wrong_count(operator));
    Ok(Some(match operator {
        "EQ" => RangeCondition::Eq(value()?),
        "LE" => RangeCondition::Le(value()?),
        "LT" => RangeCondition::Lt(value()?),
        "GE" => RangeCondition::Ge(value()?),
        "GT" => RangeCondition::Gt(value()?),
        "BEGINS_WITH" => RangeCondition::BeginsWith(value()?),
        "BETWEEN" => RangeCondition::Between(value()?, value()?),
        _ => return Ok(None),
    }))
}

/// The values, if they are as many and of such types as the operator takes.
fn checked(operator: &str, mut values: Vec<AttributeValue>) -> Result<Vec<AttributeValue>> {
    values.iter_mut().try_for_each(check_value)?;
    let (fewest, most) = match operator {
        "NULL" | "NOT_NULL" => (0, 0),
        "BETWEEN" => (2, 2),
        "IN" => (1, usize::MAX),
        "EQ" | "NE" | "LE" | "LT" | "GE" | "GT" | "CONTAINS" | "NOT_CONTAINS" | "BEGINS_WITH" => {
            (1, 1)
        }
        other => return Err(unknown(other)),
    };
    if values.len() < fewest || values.len() > most {
        return Err(wrong_count(operator));
    }
    let Some(kind) = values.first().map(AttributeValue::type_name) else { return Ok(values) };
    if values.iter().any(|value| value.type_name() != kind) {
        return Err(bad_parameter(
            "AttributeValues inside AttributeValueList must be of same type",
        ));
    }
    let takes = match operator {
        "EQ" | "NE" => true,
        "CONTAINS" | "NOT_CONTAINS" => !matches!(kind, "SS" | "NS" | "BS" | "M" | "L"),
        "BEGINS_WITH" => matches!(kind, "S" | "B"),
        _ => matches!(kind, "S" | "N" | "B"),
    };
    if !takes {
        return Err(bad_parameter(format_args!(
            "ComparisonOperator {operator} is not valid for {kind} AttributeValue type"
        )));
    }
    match (operator, &values[..]) {
        ("BETWEEN", [low, high]) if compare(low, high) == Some(Ordering::Greater) => Err(invalid(
            "The BETWEEN condition was provided a range where the lower bound is greater than the \
             upper bound",
        )),
        _ => Ok(values),
    }
}

fn wrong_count(operator: &str) -> Error {
    bad_parameter(format_args!(
        "Invalid number of argument(s) for the {operator} ComparisonOperator"
    ))
}

/// The model names the operators, so that no other one comes here.
fn unknown(operator: &str) -> Error {
    bad_parameter(format_args!("Unknown ComparisonOperator {operator}"))
}
