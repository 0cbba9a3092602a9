//! Reads expressions.

use super::{Action, Path, Placeholders, Test};
use crate::value::invalid;
use platform::Result;

pub(super) fn condition(what: &'static str, _: &str, _: &mut Placeholders) -> Result<Test> {
    Err(invalid(format!("Invalid {what}: not read yet")))
}

pub(super) fn projection(_: &str, _: &mut Placeholders) -> Result<Vec<Path>> {
    Err(invalid("Invalid ProjectionExpression: not read yet"))
}

pub(super) fn update(_: &str, _: &mut Placeholders) -> Result<Vec<(Path, Action)>> {
    Err(invalid("Invalid UpdateExpression: not read yet"))
}

pub(super) fn key_condition(_: &str, _: &mut Placeholders) -> Result<Test> {
    Err(invalid("Invalid KeyConditionExpression: not read yet"))
}
