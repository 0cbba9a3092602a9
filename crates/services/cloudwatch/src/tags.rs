//! Tags of alarms and dashboards, which `platform::tags` keeps.

use crate::errors;
use platform::{Result, tags::Tags};
use shapes::cloudwatch::Tag;

/// The most tags of a resource.
pub const MOST: usize = 50;

/// Tags that are as they must be.
///
/// # Errors
/// What is wrong with one.
pub fn checked(given: &[Tag]) -> Result<Tags> {
    if given.iter().any(|tag| tag.key.to_ascii_lowercase().starts_with("aws:")) {
        let words = "Tag keys that begin with aws: are reserved for AWS.";
        return Err(errors::value(words));
    }
    let tags: Tags = given.iter().map(|tag| (tag.key.clone(), tag.value.clone())).collect();
    if tags.len() < given.len() {
        return Err(errors::value("The tag keys are not unique."));
    }
    few(&tags)?;
    Ok(tags)
}

/// Refuses more tags than there may be.
///
/// # Errors
/// There are.
pub fn few(tags: &Tags) -> Result<()> {
    if tags.len() <= MOST {
        return Ok(());
    }
    Err(errors::value(format!("A resource can have at most {MOST} tags.")))
}
