//! The parameters from before there were expressions ("Legacy conditional parameters", DynamoDB
//! developer guide), read as what expressions are read as, with their own refusals.

mod comparison;
mod forms;

pub(crate) use forms::check_forms;

use crate::errors::{bad_parameter, invalid};
use crate::expression::{
    Action, Comparator, Condition, KeyCondition, Operand, Path, Projection, Term, Test, Update,
};
use crate::value::check_value;
use platform::{Error, Result};
use shapes::AttributeValue;
use shapes::dynamodb::{AttributeValueUpdate, ExpectedAttributeValue};
use std::collections::{BTreeMap, BTreeSet};

/// The model's `Condition`: an operator and its values.
pub(crate) use shapes::dynamodb::Condition as Comparison;

/// `Expected` and `ConditionalOperator`. Without `Expected`, or with an empty one, there is no
/// condition.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn expected(
    expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    operator: Option<&str>,
) -> Result<Option<Condition>> {
    let tests = expected.unwrap_or_default().into_iter();
    let tests = tests.map(|(name, expected)| expectation(name, expected));
    joined(tests.collect::<Result<_>>()?, operator)
}

/// `QueryFilter` or `ScanFilter`, and `ConditionalOperator`.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn filter(
    filter: Option<BTreeMap<String, Comparison>>,
    operator: Option<&str>,
) -> Result<Option<Condition>> {
    let tests = filter.unwrap_or_default().into_iter().map(|(name, condition)| {
        let values = condition.attribute_value_list.unwrap_or_default();
        comparison::test(name, &condition.comparison_operator, values)
    });
    joined(tests.collect::<Result<_>>()?, operator)
}

/// `AttributeUpdates`.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn updates(
    updates: Option<BTreeMap<String, AttributeValueUpdate>>,
) -> Result<Option<Update>> {
    let Some(updates) = updates else { return Ok(None) };
    let actions = updates.into_iter().map(|(name, update)| {
        let AttributeValueUpdate { mut value, action } = update;
        if let Some(value) = &mut value {
            check_value(value)?;
        }
        Ok((Path::attribute(name), update_action(action.as_deref().unwrap_or("PUT"), value)?))
    });
    Ok(Some(Update::legacy(actions.collect::<Result<_>>()?)))
}

/// `AttributesToGet`.
///
/// # Errors
/// A name stands in it twice.
pub(crate) fn attributes_to_get(names: Option<Vec<String>>) -> Result<Option<Projection>> {
    let Some(names) = names else { return Ok(None) };
    let mut seen = BTreeSet::new();
    if let Some(name) = names.iter().find(|name| !seen.insert(name.as_str())) {
        return Err(bad_parameter(format_args!("Duplicate value in attribute name: {name}")));
    }
    Ok(Some(Projection::new(names.into_iter().map(Path::attribute).collect())))
}

/// `KeyConditions`.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn key_conditions(conditions: BTreeMap<String, Comparison>) -> Result<KeyCondition> {
    let conditions = conditions.into_iter().map(|(name, condition)| {
        let values = condition.attribute_value_list.unwrap_or_default();
        let condition = comparison::of_key(&condition.comparison_operator, values)?;
        Ok((name, condition))
    });
    KeyCondition::new(conditions.collect::<Result<_>>()?)
}

/// All of these tests, or one of them.
fn joined(tests: Vec<Test>, operator: Option<&str>) -> Result<Option<Condition>> {
    if operator.is_some() && tests.len() < 2 {
        return Err(invalid(match tests.len() {
            0 => "ConditionalOperator cannot be used without Filter or Expected",
            _ => {
                "ConditionalOperator can only be used when Filter or Expected has two or more \
                 elements"
            }
        }));
    }
    Ok(match operator {
        _ if tests.is_empty() => None,
        Some("OR") => Some(Condition::new(Test::Any(tests))),
        _ => Some(Condition::new(Test::All(tests))),
    })
}

fn expectation(name: String, expected: ExpectedAttributeValue) -> Result<Test> {
    let wrong =
        |what: &str| -> Error { bad_parameter(format_args!("{what} for Attribute: {name}")) };
    let ExpectedAttributeValue { value, exists, comparison_operator, attribute_value_list } =
        expected;
    if value.is_some() && attribute_value_list.is_some() {
        return Err(wrong("Value and AttributeValueList cannot be used together"));
    }
    if let Some(operator) = comparison_operator {
        if exists.is_some() {
            return Err(wrong("Exists and ComparisonOperator cannot be used together"));
        }
        let needs = !matches!(operator.as_str(), "NULL" | "NOT_NULL");
        if needs && value.is_none() && attribute_value_list.is_none() {
            return Err(wrong(&format!(
                "Value or AttributeValueList must be used with ComparisonOperator: {operator}"
            )));
        }
        let values = attribute_value_list.unwrap_or_else(|| value.into_iter().collect());
        return comparison::test(name, &operator, values);
    }
    if attribute_value_list.is_some() {
        return Err(wrong("AttributeValueList can only be used with a ComparisonOperator"));
    }
    match (exists, value) {
        (Some(false), None) => Ok(Test::NotExists(Path::attribute(name))),
        (Some(false), Some(_)) => Err(wrong("Value cannot be used when Exists is false")),
        (_, Some(mut value)) => {
            check_value(&mut value)?;
            let path = Operand::Path(Path::attribute(name));
            Ok(Test::Compare(path, Comparator::Eq, Operand::Value(value)))
        }
        (Some(true), None) => Err(wrong("Value must be provided when Exists is true")),
        (None, None) => Err(wrong("Value must be provided when Exists is null")),
    }
}

fn update_action(action: &str, value: Option<AttributeValue>) -> Result<Action> {
    let kind = value.as_ref().map_or("", AttributeValue::type_name);
    match (action, value) {
        ("DELETE", None) => Ok(Action::Remove),
        (_, None) => {
            Err(bad_parameter("Only DELETE action is allowed when no attribute value is specified"))
        }
        ("DELETE", Some(value)) => match kind {
            "SS" | "NS" | "BS" => Ok(Action::Delete(value)),
            _ => Err(bad_parameter(format_args!(
                "DELETE action with value is not supported for the type {kind}"
            ))),
        },
        ("ADD", Some(value)) => match kind {
            "N" | "SS" | "NS" | "BS" | "L" => Ok(Action::Add(value)),
            _ => {
                Err(bad_parameter(format_args!("ADD action is not supported for the type {kind}")))
            }
        },
        ("PUT", Some(value)) => Ok(Action::Set(Term::Value(value))),
        _ => Err(bad_parameter("Member must satisfy enum value set: [ADD, DELETE, PUT]")),
    }
}
