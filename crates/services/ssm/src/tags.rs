//! Tags of parameters.

use crate::errors;
use platform::Result;
use shapes::ssm::Tag;
use std::collections::BTreeMap;

/// The most tags of a parameter.
const MOST: usize = 50;

/// Adds tags, of which those that are there get the new values.
///
/// # Errors
/// AWS's.
pub fn add(tags: &mut BTreeMap<String, String>, given: &[Tag]) -> Result<()> {
    if given.iter().any(|tag| tag.key.to_ascii_lowercase().starts_with("aws:")) {
        let message = "Tag keys that begin with aws: are reserved for AWS.";
        return Err(errors::invalid(message));
    }
    tags.extend(given.iter().map(|tag| (tag.key.clone(), tag.value.clone())));
    if tags.len() > MOST { Err(errors::too_many_tags()) } else { Ok(()) }
}

/// Refuses what is no parameter.
///
/// # Errors
/// AWS has such resources, and they are not here.
pub fn check_kind(kind: &str) -> Result<()> {
    if kind == "Parameter" { Ok(()) } else { Err(errors::unsupported_resource(kind)) }
}

/// The error of an operation about tags where the one of others is that there is no parameter.
pub fn of_resource(error: platform::Error) -> platform::Error {
    if error.is(errors::not_found().shape) { errors::no_resource() } else { error }
}
