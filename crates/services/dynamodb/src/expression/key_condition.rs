//! Key conditions: which part of a table or index a query reads ("Key condition expressions for the
//! Query operation", DynamoDB developer guide).

use super::condition::{Comparator, Operand, Test};
use super::placeholders::Placeholders;
use super::read;
use crate::errors::invalid;
use crate::records::table::{KeyAttribute, KeySchema};
use crate::value::{KeyPart, check_key_value, compare};
use platform::{Error, Result};
use shapes::AttributeValue;

/// The conditions on key attributes as they were asked, before it is known which attribute is which.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct KeyCondition {
    /// Each attribute's name and what must hold of it; nothing where that is what no key can be
    /// asked.
    conditions: Vec<(String, Option<RangeCondition>)>,
}

/// Where a query reads.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct KeyRange {
    /// The partition key and its value.
    pub hash: (String, AttributeValue),
    /// The sort key and what must hold of it.
    pub range: Option<(String, RangeCondition)>,
}

/// What must hold of a key attribute.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RangeCondition {
    /// It is this.
    Eq(AttributeValue),
    /// It is below this.
    Lt(AttributeValue),
    /// It is not above this.
    Le(AttributeValue),
    /// It is above this.
    Gt(AttributeValue),
    /// It is not below this.
    Ge(AttributeValue),
    /// It is neither below the first nor above the second.
    Between(AttributeValue, AttributeValue),
    /// It begins with this.
    BeginsWith(AttributeValue),
}

impl RangeCondition {
    /// What it compares with.
    pub(crate) fn values(&self) -> Vec<&AttributeValue> {
        match self {
            Self::Eq(value)
            | Self::Lt(value)
            | Self::Le(value)
            | Self::Gt(value)
            | Self::Ge(value)
            | Self::BeginsWith(value) => vec![value],
            Self::Between(low, high) => vec![low, high],
        }
    }

    /// Whether it holds of a key.
    pub(crate) fn holds(&self, key: &AttributeValue) -> bool {
        let order = |value| compare(key, value);
        match self {
            Self::Eq(value) => order(value).is_some_and(|order| order.is_eq()),
            Self::Lt(value) => order(value).is_some_and(|order| order.is_lt()),
            Self::Le(value) => order(value).is_some_and(|order| order.is_le()),
            Self::Gt(value) => order(value).is_some_and(|order| order.is_gt()),
            Self::Ge(value) => order(value).is_some_and(|order| order.is_ge()),
            Self::Between(low, high) => {
                order(low).is_some_and(|order| order.is_ge())
                    && order(high).is_some_and(|order| order.is_le())
            }
            Self::BeginsWith(start) => super::condition::begins_with(key, start),
        }
    }

    fn compared(comparator: Comparator, value: AttributeValue) -> Option<Self> {
        Some(match comparator {
            Comparator::Eq => Self::Eq(value),
            Comparator::Lt => Self::Lt(value),
            Comparator::Le => Self::Le(value),
            Comparator::Gt => Self::Gt(value),
            Comparator::Ge => Self::Ge(value),
            Comparator::Ne => return None,
        })
    }
}

impl KeyCondition {
    /// These conditions, each on another attribute; nothing stands for what no key can be asked.
    ///
    /// # Errors
    /// There are more of them than a key has attributes, or none.
    pub(crate) fn new(conditions: Vec<(String, Option<RangeCondition>)>) -> Result<Self> {
        match conditions.len() {
            1 | 2 => Ok(Self { conditions }),
            _ => Err(invalid("Conditions can be of length 1 or 2 only")),
        }
    }

    /// Reads a `KeyConditionExpression`.
    ///
    /// # Errors
    /// It is not one, in AWS's words.
    pub(crate) fn parse(text: &str, placeholders: &mut Placeholders) -> Result<Self> {
        let test = read::condition("KeyConditionExpression", text, placeholders)?;
        let mut conditions = Vec::new();
        collect(test, &mut conditions)?;
        Self::new(conditions)
    }

    /// Where a query of a table or index with this key reads.
    ///
    /// # Errors
    /// The conditions are not such as its key can be asked, in AWS's words.
    pub(crate) fn against(&self, schema: &KeySchema) -> Result<KeyRange> {
        let KeySchema { hash, range } = schema;
        if range.is_none() && self.conditions.len() > 1 {
            return Err(not_supported());
        }
        let RangeCondition::Eq(value) =
            self.on(hash, KeyPart::Hash)?.ok_or_else(|| missed(hash))?
        else {
            return Err(not_supported());
        };
        let hash = (hash.name.clone(), value.clone());
        let Some(range) = range else { return Ok(KeyRange { hash, range: None }) };
        match self.on(range, KeyPart::Range)? {
            None if self.conditions.len() > 1 => Err(missed(range)),
            condition => {
                let named = |condition: &RangeCondition| (range.name.clone(), condition.clone());
                Ok(KeyRange { hash, range: condition.map(named) })
            }
        }
    }

    /// The condition on a key attribute.
    fn on(&self, key: &KeyAttribute, part: KeyPart) -> Result<Option<&RangeCondition>> {
        let found = self.conditions.iter().find(|(name, _)| *name == key.name);
        let Some((_, condition)) = found else { return Ok(None) };
        let Some(condition) = condition else {
            return Err(invalid("Attempted conditional constraint is not an indexable operation"));
        };
        for value in condition.values() {
            if value.type_name() != key.kind.text() {
                return Err(invalid(
                    "One or more parameter values were invalid: Condition parameter type does not \
                     match schema type",
                ));
            }
            check_key_value(&key.name, value, part)?;
        }
        Ok(Some(condition))
    }

    /// The names of the attributes that are asked about.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.conditions.iter().map(|(name, _)| name.as_str())
    }
}

fn not_supported() -> Error {
    invalid("Query key condition not supported")
}

fn missed(key: &KeyAttribute) -> Error {
    invalid(format!("Query condition missed key schema element: {}", key.name))
}

/// Notes each condition of an expression.
fn collect(test: Test, to: &mut Vec<(String, Option<RangeCondition>)>) -> Result<()> {
    let not_here = |operator: &str| {
        Err(invalid(format!("Invalid operator used in KeyConditionExpression: {operator}")))
    };
    let (name, condition) = match test {
        // Parentheses make another level; there are as many levels as operators at most.
        Test::All(tests) => {
            return tests.into_iter().try_for_each(|test| collect(test, to));
        }
        Test::Any(_) => return not_here("OR"),
        Test::Not(_) => return not_here("NOT"),
        Test::In(..) => return not_here("IN"),
        Test::Compare(_, Comparator::Ne, _) => return not_here("<>"),
        Test::Exists(_) => return not_here("attribute_exists"),
        Test::NotExists(_) => return not_here("attribute_not_exists"),
        Test::HasType(..) => return not_here("attribute_type"),
        Test::Contains(..) => return not_here("contains"),
        Test::Compare(first, comparator, second) => compared(first, comparator, second)?,
        Test::Between(key, low, high) => {
            let name = first_key("BETWEEN", key)?;
            (name, Some(RangeCondition::Between(value(low)?, value(high)?)))
        }
        Test::BeginsWith(key, start) => {
            let name = first_key("begins_with", key)?;
            (name, Some(RangeCondition::BeginsWith(value(start)?)))
        }
    };
    if to.iter().any(|(other, _)| *other == name) {
        return Err(invalid("KeyConditionExpressions must only contain one condition per key"));
    }
    to.push((name, condition));
    Ok(())
}

fn compared(
    first: Operand,
    comparator: Comparator,
    second: Operand,
) -> Result<(String, Option<RangeCondition>)> {
    match (first, second) {
        (key @ Operand::Path(_), second) => {
            let name = key_name(key)?;
            Ok((name, RangeCondition::compared(comparator, value(second)?)))
        }
        (Operand::Value(value), key) => {
            Ok((key_name(key)?, RangeCondition::compared(comparator.turned(), value)))
        }
        (Operand::Size(_), _) => Err(nested()),
    }
}

fn nested() -> Error {
    invalid("KeyConditionExpressions cannot contain nested operations")
}

fn bad_condition(what: &str) -> Error {
    invalid(format!("Invalid condition in KeyConditionExpression: {what}"))
}

/// The attribute that is the first operand of an operator that takes no other.
fn first_key(operator: &str, operand: Operand) -> Result<String> {
    match operand {
        Operand::Path(_) => key_name(operand),
        _ => Err(bad_condition(&format!(
            "{operator} operator must have the key attribute as its first operand"
        ))),
    }
}

fn key_name(operand: Operand) -> Result<String> {
    match operand {
        Operand::Path(path) if path.steps().is_empty() => Ok(path.head().to_owned()),
        Operand::Path(_) => {
            Err(invalid("KeyConditionExpressions cannot have conditions on nested attributes"))
        }
        Operand::Value(_) => Err(bad_condition("No key attribute specified")),
        Operand::Size(_) => Err(nested()),
    }
}

fn value(operand: Operand) -> Result<AttributeValue> {
    match operand {
        Operand::Value(value) => Ok(value),
        Operand::Path(_) => Err(bad_condition("Multiple attribute names used in one condition")),
        Operand::Size(_) => Err(nested()),
    }
}
