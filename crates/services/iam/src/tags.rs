//! Tags of roles, users, policies and instance profiles.

use crate::entity::Tagged;
use crate::paging::{Page, page};
use crate::{Iam, errors};
use platform::{Context, Result};
use shapes::Unit;
use shapes::iam::Tag;
use std::collections::BTreeSet;

/// "IAM and AWS STS quotas": the tags of anything.
const MOST: usize = 50;

/// Tags as they are kept: keys and values.
pub(crate) type Tags = Vec<(String, String)>;

/// What tells two keys apart.
fn told_by<E: Tagged>(key: &str) -> String {
    if E::FOLDS_CASE { key.to_lowercase() } else { key.to_owned() }
}

/// Tags to begin with, none of which may stand there twice.
///
/// # Errors
/// `InvalidInput`.
pub(crate) fn read<E: Tagged>(tags: Option<Vec<Tag>>) -> Result<Tags> {
    let tags = tags.unwrap_or_default();
    let mut seen = BTreeSet::new();
    for tag in &tags {
        if !seen.insert(told_by::<E>(&tag.key)) {
            return Err(errors::invalid(if E::FOLDS_CASE {
                "Duplicate tag keys found. Please note that Tag keys are case insensitive."
            } else {
                "Duplicate tag keys found."
            }));
        }
        if tag.key.to_lowercase().starts_with("aws:") {
            return Err(errors::invalid(
                "Tag keys that begin with aws: are reserved for internal AWS use.",
            ));
        }
    }
    Ok(tags.into_iter().map(|tag| (tag.key, tag.value)).collect())
}

/// Adds tags to those that are there, in place of those with the same keys.
///
/// # Errors
/// `LimitExceeded`.
pub(crate) fn merge<E: Tagged>(tags: &mut Tags, added: &Tags) -> Result<()> {
    for (key, value) in added {
        let same = |(had, _): &&mut (String, String)| told_by::<E>(had) == told_by::<E>(key);
        match tags.iter_mut().find(same) {
            Some(tag) => *tag = (key.clone(), value.clone()),
            None => tags.push((key.clone(), value.clone())),
        }
    }
    if tags.len() > MOST {
        return Err(errors::limit("The number of tags has reached the maximum limit."));
    }
    Ok(())
}

/// Removes the tags with these keys, if they are there.
pub(crate) fn remove<E: Tagged>(tags: &mut Tags, keys: &[String]) {
    let keys: BTreeSet<_> = keys.iter().map(|key| told_by::<E>(key)).collect();
    tags.retain(|(key, _)| !keys.contains(&told_by::<E>(key)));
}

/// Tags as IAM shows them.
pub(crate) fn shown(tags: &Tags) -> Vec<Tag> {
    tags.iter().map(|(key, value)| Tag { key: key.clone(), value: value.clone() }).collect()
}

/// The same of what shows no empty list.
pub(crate) fn shown_if_any(tags: &Tags) -> Option<Vec<Tag>> {
    if tags.is_empty() { None } else { Some(shown(tags)) }
}

/// A page of tags, by their keys.
pub(crate) fn paged(tags: &Tags, (marker, max_items): (Option<String>, Option<i32>)) -> Page<Tag> {
    let mut tags = shown(tags);
    tags.sort_by(|one, other| one.key.cmp(&other.key));
    page(tags.into_iter(), |tag| tag.key.clone(), marker.as_deref(), max_items)
}

impl Iam {
    /// Tags what has this name.
    pub(crate) async fn tag<E: Tagged>(
        &self,
        cx: &Context,
        name: &str,
        tags: Vec<Tag>,
    ) -> Result<Unit> {
        let added = read::<E>(Some(tags))?;
        let change = |it: &mut E| merge::<E>(it.tags(), &added);
        self.change(cx, name, change).await.map(|_| Unit)
    }

    /// Takes tags from what has this name.
    pub(crate) async fn untag<E: Tagged>(
        &self,
        cx: &Context,
        name: &str,
        keys: &[String],
    ) -> Result<Unit> {
        let change = |it: &mut E| {
            remove::<E>(it.tags(), keys);
            Ok(())
        };
        self.change(cx, name, change).await.map(|_| Unit)
    }

    /// A page of the tags of what has this name.
    pub(crate) async fn tags_of<E: Tagged>(
        &self,
        cx: &Context,
        name: &str,
        pages: (Option<String>, Option<i32>),
    ) -> Result<Page<Tag>> {
        let mut it: E = self.find(cx, name).await?;
        Ok(paged(it.tags(), pages))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Policy, Role};

    fn tags(pairs: &[(&str, &str)]) -> Tags {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn only_some_keys_are_told_apart_by_their_case() {
        let both = || Some(shown(&tags(&[("a", "1"), ("A", "2")])));
        let error = read::<Role>(both()).unwrap_err();
        assert!(error.message.ends_with("Tag keys are case insensitive."), "{error}");
        assert_eq!(read::<Policy>(both()).unwrap().len(), 2);
        let (mut of_role, mut of_policy) = (tags(&[("a", "1")]), tags(&[("a", "1")]));
        let other = tags(&[("A", "2")]);
        merge::<Role>(&mut of_role, &other).unwrap();
        merge::<Policy>(&mut of_policy, &other).unwrap();
        assert_eq!((of_role, of_policy.len()), (other, 2));
        remove::<Policy>(&mut of_policy, &["A".to_owned()]);
        assert_eq!(of_policy, tags(&[("a", "1")]));
        let error = read::<Role>(Some(shown(&tags(&[("aws:x", "1")])))).unwrap_err();
        assert_eq!(error.code(), "InvalidInput");
    }

    #[test]
    fn there_are_fifty_tags_at_most() {
        let some =
            |from: usize| (from..from + 50).map(|n| (n.to_string(), String::new())).collect();
        let mut all = Tags::new();
        merge::<Role>(&mut all, &some(0)).unwrap();
        merge::<Role>(&mut all, &some(0)).unwrap();
        assert_eq!(merge::<Role>(&mut all, &some(1)).unwrap_err().code(), "LimitExceeded");
    }

    #[test]
    fn pages_of_tags_come_by_key() {
        let first = paged(&tags(&[("b", "1"), ("A", "2")]), (None, Some(1)));
        assert_eq!((first.items[0].key.as_str(), first.marker.as_deref()), ("A", Some("A")));
    }
}
