//! Tags of channels.

use super::find;
use crate::errors::invalid_argument;
use crate::tags;
use platform::{Context, Result};
use shapes::Unit;
use shapes::kinesis::Tag;
use std::collections::BTreeMap;

/// The tags with these, if a channel can have them.
///
/// # Errors
/// `InvalidArgumentException`.
pub(crate) fn with(
    before: &BTreeMap<String, String>,
    added: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>> {
    tags::check_texts(added)?;
    let mut all = before.clone();
    all.extend(added.iter().map(|(key, value)| (key.clone(), value.clone())));
    if all.len() > tags::MAX_TAGS {
        let most = tags::MAX_TAGS;
        return Err(invalid_argument(format!("A channel cannot have more than {most} tags.")));
    }
    Ok(all)
}

/// Adds tags to a channel, durably.
///
/// # Errors
/// `ResourceNotFoundException`, and those of tags that cannot be.
pub(crate) async fn add(cx: &Context, arn: &str, added: BTreeMap<String, String>) -> Result<Unit> {
    find::by_arn(cx, arn).await?;
    let change = |tags: &mut BTreeMap<String, String>| {
        *tags = with(tags, &added)?;
        Ok(())
    };
    platform::tags::change(cx, arn, change).await.map(|()| Unit)
}

/// Removes tags from a channel, durably.
///
/// # Errors
/// `ResourceNotFoundException`.
pub(crate) async fn remove(cx: &Context, arn: &str, keys: Vec<String>) -> Result<Unit> {
    find::by_arn(cx, arn).await?;
    let change = |tags: &mut BTreeMap<String, String>| {
        tags.retain(|key, _| !keys.contains(key));
        Ok(())
    };
    platform::tags::change(cx, arn, change).await.map(|()| Unit)
}

/// A channel's tags.
///
/// # Errors
/// `ResourceNotFoundException`.
pub(crate) async fn list(cx: &Context, arn: &str) -> Result<Vec<Tag>> {
    find::by_arn(cx, arn).await?;
    Ok(platform::tags::of(cx, arn).await?.iter().map(tags::view).collect())
}
