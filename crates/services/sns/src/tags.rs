//! Tags of topics.

use crate::errors;
use platform::Result;
use shapes::sns::Tag;
use std::collections::BTreeMap;

/// The most tags of a topic.
const MOST: usize = 50;

/// The tags of a request, none of which may stand there twice.
///
/// # Errors
/// AWS's.
pub fn read(tags: Vec<Tag>) -> Result<BTreeMap<String, String>> {
    let count = tags.len();
    let read: BTreeMap<_, _> = tags.into_iter().map(|tag| (tag.key, tag.value)).collect();
    if read.len() < count {
        return Err(errors::invalid("Duplicated keys are not allowed."));
    }
    check(&read)?;
    Ok(read)
}

/// Refuses more than a topic may have.
///
/// # Errors
/// AWS's.
pub fn check(tags: &BTreeMap<String, String>) -> Result<()> {
    if tags.len() > MOST { Err(errors::too_many_tags()) } else { Ok(()) }
}
