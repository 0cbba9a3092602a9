//! Tags of log groups ("Tag log groups in Amazon CloudWatch Logs").

use crate::records::group::{self, Group};
use crate::{Logs, errors};
use platform::{Context, Result};
use std::collections::BTreeMap;

const MOST_TAGS: usize = 50;

/// The name of the group that an ARN means.
///
/// # Errors
/// `ResourceNotFoundException` for what has no tags here.
pub fn group_of<'a>(cx: &Context, arn: &'a str) -> Result<&'a str> {
    let name = arn.strip_prefix(group::arn(cx, "").as_str()).ok_or_else(errors::no_resource)?;
    Ok(name.strip_suffix(":*").unwrap_or(name))
}

impl Logs {
    /// The tags of a group.
    pub(crate) async fn tags(&self, cx: &Context, name: &str) -> Result<BTreeMap<String, String>> {
        Ok(self.group(cx, name).await?.0.tags)
    }

    /// Adds tags to a group.
    pub(crate) async fn tag(
        &self,
        cx: &Context,
        name: &str,
        tags: &BTreeMap<String, String>,
    ) -> Result<()> {
        self.change_group(cx, name, |_, group: &mut Group, batch| {
            group.tags.extend(tags.clone());
            match group.tags.len() > MOST_TAGS {
                true => Err(errors::too_many_tags(&group::arn(cx, name))),
                false => Ok(batch),
            }
        })
        .await
    }

    /// Takes tags away from a group.
    pub(crate) async fn untag(&self, cx: &Context, name: &str, keys: &[String]) -> Result<()> {
        self.change_group(cx, name, |_, group: &mut Group, batch| {
            group.tags.retain(|key, _| !keys.contains(key));
            Ok(batch)
        })
        .await
    }
}
