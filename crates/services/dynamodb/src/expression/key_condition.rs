//! Key conditions: which part of a table or index a query reads.

use super::condition::Test;
use super::placeholders::Placeholders;
use crate::value::invalid;
use platform::Result;
use shapes::AttributeValue;

/// The conditions on key attributes as they were asked, before it is known which attribute is which.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct KeyCondition {
    conditions: Vec<(String, RangeCondition)>,
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

impl KeyCondition {
    /// These conditions.
    pub(crate) fn new(conditions: Vec<(String, RangeCondition)>) -> Self {
        Self { conditions }
    }

    /// Reads a `KeyConditionExpression`.
    ///
    /// # Errors
    /// It is not one, in AWS's words.
    pub(crate) fn parse(text: &str, placeholders: &mut Placeholders) -> Result<Self> {
        let _: Test = super::read::key_condition(text, placeholders)?;
        Err(invalid("Query key condition not supported"))
    }
}
