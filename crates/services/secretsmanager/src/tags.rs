//! Tags of secrets.

use crate::errors;
use platform::Result;
use shapes::secretsmanager::Tag;
use std::collections::BTreeMap;

/// The most tags of a secret.
const MOST: usize = 50;

/// Adds tags, of which those that are there get the new values.
///
/// # Errors
/// AWS's.
pub fn add(tags: &mut BTreeMap<String, String>, given: &[Tag]) -> Result<()> {
    for tag in given {
        let Some(key) = &tag.key else {
            return Err(errors::invalid("You must provide a Key for each tag."));
        };
        if key.to_ascii_lowercase().starts_with("aws:") {
            return Err(errors::invalid("Tag keys that begin with aws: are reserved for AWS."));
        }
        tags.insert(key.clone(), tag.value.clone().unwrap_or_default());
    }
    if tags.len() > MOST { Err(errors::limit("50 tags of a secret")) } else { Ok(()) }
}

/// The tags as they are shown.
pub fn shown(tags: Option<BTreeMap<String, String>>) -> Option<Vec<Tag>> {
    let show = |(key, value)| Tag { key: Some(key), value: Some(value) };
    tags.map(|tags| tags.into_iter().map(show).collect())
}
