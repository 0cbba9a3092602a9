//! A row of the object, as far as an expression sees it.

use crate::ast::{Name, Path, Root, Step};
use crate::refusal::{Refusal, Result};
use crate::value::Value;

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Row {
    /// The fields of a record of CSV, all of them texts.
    Fields(Vec<String>),
    /// A value of JSON, or a record of Parquet.
    Value(Value),
}

impl Row {
    /// What a path leads to. A way that is not there leads to a missing value.
    ///
    /// # Errors
    /// A name in other letters is that of several members.
    pub(crate) fn at(&self, path: &Path) -> Result<Value> {
        let value = match (self, &path.root) {
            (Row::Fields(fields), Root::Column(index)) => {
                let text = fields.get(*index).cloned().map(Value::Text);
                return Ok(match path.steps.is_empty() {
                    true => text.unwrap_or(Value::Missing),
                    false => Value::Missing,
                });
            }
            (Row::Value(value), Root::Row) => value,
            (Row::Value(value), Root::Member(name)) => match member(value, name)? {
                Some(value) => value,
                None => return Ok(Value::Missing),
            },
            _ => return Ok(Value::Missing),
        };
        let mut value = value;
        for step in &path.steps {
            let next = match step {
                Step::Name(name) => member(value, name)?,
                Step::Index(index) => match value {
                    Value::List(items) => items.get(*index),
                    _ => None,
                },
                Step::Items | Step::Members => None,
            };
            match next {
                Some(next) => value = next,
                None => return Ok(Value::Missing),
            }
        }
        Ok(value.clone())
    }
}

/// The member that a name means.
fn member<'a>(value: &'a Value, name: &Name) -> Result<Option<&'a Value>> {
    let Value::Struct(members) = value else { return Ok(None) };
    if let Some((_, exactly)) = members.iter().find(|(other, _)| *other == name.text) {
        return Ok(Some(exactly));
    }
    let mut found = members.iter().filter(|(other, _)| name.means(other));
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => Err(ambiguous()),
        (Some((_, value)), None) => Ok(Some(value)),
        _ => Ok(None),
    }
}

/// A name means several columns.
pub(crate) fn ambiguous() -> Refusal {
    Refusal::new(
        "AmbiguousFieldName",
        "The field name matches to multiple fields in the file. Check the SQL expression and the \
         file, and try again.",
    )
}
