//! The parameters from before there were expressions ("Legacy conditional parameters", DynamoDB
//! developer guide), read as what expressions are read as, with their own refusals.

use crate::expression::{Condition, KeyCondition, Projection, Update};
use crate::value::invalid;
use platform::Result;
use shapes::dynamodb::{AttributeValueUpdate, ExpectedAttributeValue};
use std::collections::BTreeMap;

/// The model's `Condition`: an operator and its values.
pub(crate) use shapes::dynamodb::Condition as Comparison;

/// `Expected` and `ConditionalOperator`. Without `Expected` there is no condition.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn expected(
    expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    operator: Option<&str>,
) -> Result<Option<Condition>> {
    let _ = (expected, operator);
    Err(invalid("Expected: not read yet"))
}

/// `QueryFilter` or `ScanFilter`, and `ConditionalOperator`.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn filter(
    filter: Option<BTreeMap<String, Comparison>>,
    operator: Option<&str>,
) -> Result<Option<Condition>> {
    let _ = (filter, operator);
    Err(invalid("filter: not read yet"))
}

/// `AttributeUpdates`.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn updates(
    updates: Option<BTreeMap<String, AttributeValueUpdate>>,
) -> Result<Option<Update>> {
    let _ = updates;
    Err(invalid("AttributeUpdates: not read yet"))
}

/// `AttributesToGet`.
///
/// # Errors
/// A name stands in it twice.
pub(crate) fn attributes_to_get(names: Option<Vec<String>>) -> Result<Option<Projection>> {
    let _ = names;
    Err(invalid("AttributesToGet: not read yet"))
}

/// `KeyConditions`.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn key_conditions(conditions: BTreeMap<String, Comparison>) -> Result<KeyCondition> {
    let _ = conditions;
    Err(invalid("KeyConditions: not read yet"))
}

/// Refuses a request that is in both forms, and placeholders that no expression could use. Each
/// parameter is named and said to be given or not, in AWS's order.
///
/// # Errors
/// It is in both forms.
pub(crate) fn check_forms(
    expressions: &[(&'static str, bool)],
    others: &[(&'static str, bool)],
    names: bool,
    values: bool,
) -> Result<()> {
    let _ = (expressions, others, names, values);
    Ok(())
}
