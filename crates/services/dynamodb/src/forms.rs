//! The two forms in which requests say what they want, expressions and the parameters from before
//! there were any, read as one.

use crate::errors::invalid;
use crate::expression::{Condition, KeyCondition, KeyRange, Placeholders, Projection, Update};
use crate::legacy;
use crate::records::table::KeySchema;
use crate::value::Item;
use platform::Result;
use shapes::dynamodb::{AttributeValueUpdate, ExpectedAttributeValue};
use std::collections::BTreeMap;

/// What says when an item is to be written.
#[derive(Debug, Default)]
pub(crate) struct Conditional<'a> {
    /// `ConditionExpression`.
    pub expression: Option<&'a str>,
    /// `ExpressionAttributeNames`.
    pub names: Option<BTreeMap<String, String>>,
    /// `ExpressionAttributeValues`.
    pub values: Option<Item>,
    /// `Expected`.
    pub expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    /// `ConditionalOperator`.
    pub operator: Option<&'a str>,
}

/// What says which of the items that are read are given, and what of them.
#[derive(Debug, Default)]
pub(crate) struct Finding<'a> {
    /// `FilterExpression`.
    pub filter: Option<&'a str>,
    /// `ProjectionExpression`.
    pub projection: Option<&'a str>,
    /// `ExpressionAttributeNames`.
    pub names: Option<BTreeMap<String, String>>,
    /// `ExpressionAttributeValues`.
    pub values: Option<Item>,
    /// `QueryFilter` or `ScanFilter`.
    pub legacy_filter: Option<BTreeMap<String, legacy::Comparison>>,
    /// `ConditionalOperator`.
    pub operator: Option<&'a str>,
    /// `AttributesToGet`.
    pub attributes: Option<Vec<String>>,
}

/// What is read of a [`Finding`].
#[derive(Debug)]
pub(crate) struct Found {
    /// Which items are given.
    pub filter: Option<Condition>,
    /// How AWS calls what said so.
    pub filter_by: &'static str,
    /// What is given of them.
    pub projection: Option<Projection>,
}

/// What is read of a query.
#[derive(Debug)]
pub(crate) struct Sought {
    /// Where it reads.
    pub key: KeyCondition,
    /// Which items are given.
    pub filter: Option<Condition>,
    /// How AWS calls what said so.
    pub filter_by: &'static str,
    /// What is given of them.
    pub projection: Option<Projection>,
}

/// The member that names the attributes that are given, if one does.
pub(crate) fn names_by(
    projection: &Option<String>,
    attributes: &Option<Vec<String>>,
) -> Option<&'static str> {
    match (projection, attributes) {
        (Some(_), _) => Some("ProjectionExpression"),
        (None, Some(_)) => Some("AttributesToGet"),
        (None, None) => None,
    }
}

/// The condition under which an item is written.
///
/// # Errors
/// It is not as it must be.
pub(crate) fn condition(asked: Conditional<'_>) -> Result<Option<Condition>> {
    legacy::check_forms(
        &[("ConditionExpression", asked.expression.is_some())],
        &[
            ("Expected", asked.expected.is_some()),
            ("ConditionalOperator", asked.operator.is_some()),
        ],
        asked.names.is_some(),
        asked.values.is_some(),
    )?;
    let Some(text) = asked.expression else {
        return old_condition(asked.expected, asked.operator);
    };
    let mut placeholders = Placeholders::new(asked.names, asked.values)?;
    let condition = Condition::parse("ConditionExpression", text, &mut placeholders)?;
    placeholders.finish()?;
    Ok(Some(condition))
}

/// What an update does, and the condition under which it does.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn update(
    expression: Option<&str>,
    updates: Option<BTreeMap<String, AttributeValueUpdate>>,
    asked: Conditional<'_>,
) -> Result<(Option<Update>, Option<Condition>)> {
    legacy::check_forms(
        &[
            ("UpdateExpression", expression.is_some()),
            ("ConditionExpression", asked.expression.is_some()),
        ],
        &[
            ("AttributeUpdates", updates.is_some()),
            ("Expected", asked.expected.is_some()),
            ("ConditionalOperator", asked.operator.is_some()),
        ],
        asked.names.is_some(),
        asked.values.is_some(),
    )?;
    if expression.is_none() && asked.expression.is_none() {
        let update = match updates {
            Some(updates) => legacy::updates(Some(updates))?,
            None => None,
        };
        return Ok((update, old_condition(asked.expected, asked.operator)?));
    }
    let mut placeholders = Placeholders::new(asked.names, asked.values)?;
    let parse = |text| Update::parse(text, &mut placeholders);
    let update = expression.map(parse).transpose()?;
    let parse = |text| Condition::parse("ConditionExpression", text, &mut placeholders);
    let condition = asked.expression.map(parse).transpose()?;
    placeholders.finish()?;
    Ok((update, condition))
}

fn old_condition(
    expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    operator: Option<&str>,
) -> Result<Option<Condition>> {
    match (expected, operator) {
        (None, None) => Ok(None),
        (expected, operator) => legacy::expected(expected, operator),
    }
}

/// Which part of a table or an index a key condition means.
///
/// # Errors
/// It does not go with the schema.
pub(crate) fn range_of(key: &KeyCondition, schema: &KeySchema) -> Result<KeyRange> {
    key.against(schema)
}

/// What is given of an item that is read by its key.
///
/// # Errors
/// It is not as it must be.
pub(crate) fn projection(
    expression: Option<&str>,
    attributes: Option<Vec<String>>,
    names: Option<BTreeMap<String, String>>,
) -> Result<Option<Projection>> {
    if expression.is_none() && attributes.is_none() && names.is_none() {
        return Ok(None);
    }
    legacy::check_forms(
        &[("ProjectionExpression", expression.is_some())],
        &[("AttributesToGet", attributes.is_some())],
        names.is_some(),
        false,
    )?;
    match expression {
        Some(text) => {
            let mut placeholders = Placeholders::new(names, None)?;
            let projection = Projection::parse(text, &mut placeholders)?;
            placeholders.finish()?;
            Ok(Some(projection))
        }
        None => legacy::attributes_to_get(attributes),
    }
}

/// What a query asks for.
///
/// # Errors
/// It is not as it must be.
pub(crate) fn query(
    expression: Option<&str>,
    conditions: Option<BTreeMap<String, legacy::Comparison>>,
    asked: Finding<'_>,
) -> Result<Sought> {
    legacy::check_forms(
        &[
            ("ProjectionExpression", asked.projection.is_some()),
            ("FilterExpression", asked.filter.is_some()),
            ("KeyConditionExpression", expression.is_some()),
        ],
        &[
            ("AttributesToGet", asked.attributes.is_some()),
            ("QueryFilter", asked.legacy_filter.is_some()),
            ("ConditionalOperator", asked.operator.is_some()),
            ("KeyConditions", conditions.is_some()),
        ],
        asked.names.is_some(),
        asked.values.is_some(),
    )?;
    match (expression, conditions) {
        (None, None) => Err(invalid(
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the \
             request.",
        )),
        (None, Some(conditions)) => {
            let found = old_finding(asked, "QueryFilter")?;
            let key = legacy::key_conditions(conditions)?;
            Ok(found.at(key))
        }
        (Some(text), _) => {
            let mut placeholders = Placeholders::new(asked.names, asked.values)?;
            let (filter, projection) = (asked.filter, asked.projection);
            let found = finding(filter, projection, &mut placeholders)?;
            let key = KeyCondition::parse(text, &mut placeholders)?;
            placeholders.finish()?;
            Ok(found.at(key))
        }
    }
}

/// What a scan asks for.
///
/// # Errors
/// It is not as it must be.
pub(crate) fn scan(asked: Finding<'_>) -> Result<Found> {
    legacy::check_forms(
        &[
            ("ProjectionExpression", asked.projection.is_some()),
            ("FilterExpression", asked.filter.is_some()),
        ],
        &[
            ("AttributesToGet", asked.attributes.is_some()),
            ("ScanFilter", asked.legacy_filter.is_some()),
            ("ConditionalOperator", asked.operator.is_some()),
        ],
        asked.names.is_some(),
        asked.values.is_some(),
    )?;
    if asked.filter.is_none() && asked.projection.is_none() {
        return old_finding(asked, "ScanFilter");
    }
    let mut placeholders = Placeholders::new(asked.names, asked.values)?;
    let found = finding(asked.filter, asked.projection, &mut placeholders)?;
    placeholders.finish()?;
    Ok(found)
}

fn finding(
    filter: Option<&str>,
    projection: Option<&str>,
    placeholders: &mut Placeholders,
) -> Result<Found> {
    let parse = |text| Projection::parse(text, placeholders);
    let projection = projection.map(parse).transpose()?;
    let parse = |text| Condition::parse("FilterExpression", text, placeholders);
    let filter = filter.map(parse).transpose()?;
    Ok(Found { filter, filter_by: "Filter Expression", projection })
}

fn old_finding(asked: Finding<'_>, filter_by: &'static str) -> Result<Found> {
    let projection = match asked.attributes {
        Some(names) => legacy::attributes_to_get(Some(names))?,
        None => None,
    };
    let filter = match (asked.legacy_filter, asked.operator) {
        (None, None) => None,
        (filter, operator) => legacy::filter(filter, operator)?,
    };
    Ok(Found { filter, filter_by, projection })
}

impl Found {
    fn at(self, key: KeyCondition) -> Sought {
        let Self { filter, filter_by, projection } = self;
        Sought { key, filter, filter_by, projection }
    }
}
