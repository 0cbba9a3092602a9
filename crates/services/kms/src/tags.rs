//! Tags of keys.

use crate::errors;
use platform::Result;
use shapes::kms::Tag;
use std::collections::BTreeMap;

/// The most tags of a key.
const MOST: usize = 50;

/// Adds tags, of which those that are there get the new values.
///
/// # Errors
/// AWS's.
pub fn add(tags: &mut BTreeMap<String, String>, given: &[Tag]) -> Result<()> {
    for tag in given {
        if tag.tag_key.to_ascii_lowercase().starts_with("aws:") {
            return Err(errors::bad_tag(
                "aws: prefixed tag key names are not allowed for external use.",
            ));
        }
        tags.insert(tag.tag_key.clone(), tag.tag_value.clone());
    }
    if tags.len() > MOST { Err(errors::limit("A key can have 50 tags at most.")) } else { Ok(()) }
}
