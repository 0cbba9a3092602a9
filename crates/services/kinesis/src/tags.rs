//! Tags of streams (Tag your Amazon Kinesis Data Streams resources).

use crate::Kinesis;
use crate::errors::invalid_argument;
use crate::resolve::demand_active;
use crate::stream_record::StreamRecord;
use crate::streams::Stream;
use platform::Result;
use shapes::Unit;
use shapes::kinesis::Tag;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most tags of a stream.
pub(crate) const MAX_TAGS: usize = 50;
const MAX_KEY_CHARS: usize = 128;
const MAX_VALUE_CHARS: usize = 256;

impl Kinesis {
    /// Adds tags to an active stream, durably.
    pub(crate) async fn tag(
        &self,
        stream: &Arc<Stream>,
        tags: BTreeMap<String, String>,
    ) -> Result<Unit> {
        let change = self.streams.update(stream, move |record| {
            demand_active(record)?;
            add(record, tags.clone())
        });
        change.await.map(|_| Unit)
    }

    /// Removes tags from an active stream, durably.
    pub(crate) async fn untag(&self, stream: &Arc<Stream>, keys: Vec<String>) -> Result<Unit> {
        let change = self.streams.update(stream, move |record| {
            demand_active(record)?;
            remove(record, &keys)
        });
        change.await.map(|_| Unit)
    }
}

fn is_allowed(char: char) -> bool {
    let is_space = char.is_whitespace() && !char.is_control();
    char.is_alphanumeric() || is_space || "_./=+-%@:".contains(char)
}

/// Refuses keys and values that no tag may have. AWS does so in two steps, the second of which
/// knows the percent sign.
fn check<'a>(whose: &str, doing: &str, texts: impl Iterator<Item = &'a str> + Clone) -> Result<()> {
    if !texts.clone().all(|text| text.chars().all(is_allowed)) {
        return Err(invalid_argument(
            "Some tags contain invalid characters. Valid characters: Unicode letters, digits, \
             white space, _ . / = + - % @ :.",
        ));
    }
    if texts.clone().any(|text| text.contains('%')) {
        return Err(invalid_argument(format!(
            "Failed to {doing} {whose} because some tags contained illegal characters. The \
             allowed characters are Unicode letters, white-spaces, '_',',','/','=','+','-','@',':'."
        )));
    }
    Ok(())
}

/// Refuses keys that are AWS's own.
fn check_reserved<'a>(mut keys: impl Iterator<Item = &'a str>) -> Result<()> {
    let reserved = |key: &str| key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:"));
    match keys.find(|key| reserved(key)) {
        Some(key) => Err(invalid_argument(format!(
            "Tag key {key} is not allowed: keys that begin with aws: are reserved."
        ))),
        None => Ok(()),
    }
}

/// Refuses tags that nothing of this service may have.
pub(crate) fn check_texts(tags: &BTreeMap<String, String>) -> Result<()> {
    let is_fine = |text: &String| text.chars().all(|char| is_allowed(char) && char != '%');
    if !tags.iter().all(|(key, value)| is_fine(key) && is_fine(value)) {
        return Err(invalid_argument(
            "Some tags contain invalid characters. Valid characters: Unicode letters, digits, \
             white space, _ . / = + - @ :.",
        ));
    }
    check_reserved(tags.keys().map(String::as_str))
}

/// Adds tags to a stream, or changes their values.
pub(crate) fn add(record: &mut StreamRecord, tags: BTreeMap<String, String>) -> Result<()> {
    record.tags = added(&record.tags, &whose(record), tags)?;
    Ok(())
}

/// Removes tags from a stream; those that it does not have are passed over.
pub(crate) fn remove(record: &mut StreamRecord, keys: &[String]) -> Result<()> {
    record.tags = left(&record.tags, &whose(record), keys)?;
    Ok(())
}

/// A stream, where a refusal names it.
fn whose(record: &StreamRecord) -> String {
    format!("stream {} under account {}", record.name, record.account)
}

/// The tags of something, with more or with other values; `whose` is how a refusal names it.
pub(crate) fn added(
    old: &BTreeMap<String, String>,
    whose: &str,
    tags: BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>> {
    check(whose, "add tags to", tags.keys().chain(tags.values()).map(String::as_str))?;
    check_reserved(tags.keys().map(String::as_str))?;
    let long = |text: &str, limit| text.chars().count() > limit;
    if tags.iter().any(|(key, value)| long(key, MAX_KEY_CHARS) || long(value, MAX_VALUE_CHARS)) {
        return Err(invalid_argument("Some tags are longer than 128 (key) or 256 (value)."));
    }
    let mut all = old.clone();
    all.extend(tags);
    if all.len() > MAX_TAGS {
        let kind = whose.split(' ').next().unwrap_or(whose);
        return Err(invalid_argument(format!(
            "Failed to add tags to {whose} because a given {kind} cannot have more than {MAX_TAGS} \
             tags associated with it."
        )));
    }
    Ok(all)
}

/// The tags of something without some.
pub(crate) fn left(
    old: &BTreeMap<String, String>,
    whose: &str,
    keys: &[String],
) -> Result<BTreeMap<String, String>> {
    check(whose, "remove tags from", keys.iter().map(String::as_str))?;
    check_reserved(keys.iter().map(String::as_str))?;
    let mut tags = old.clone();
    tags.retain(|key, _| !keys.contains(key));
    Ok(tags)
}

/// A tag of a listing.
pub(crate) fn view((key, value): (&String, &String)) -> Tag {
    Tag { key: key.clone(), value: Some(value.clone()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, record};

    fn tags(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[tokio::test]
    async fn tags_are_added_changed_and_removed() {
        let mut record = record(&World::new().await.context(), "s");
        add(&mut record, tags(&[("a", "1"), ("Straße", "ä b")])).unwrap();
        add(&mut record, tags(&[("a", "2")])).unwrap();
        assert_eq!(record.tags, tags(&[("a", "2"), ("Straße", "ä b")]));
        remove(&mut record, &["a".to_owned(), "none".to_owned()]).unwrap();
        assert_eq!(record.tags, tags(&[("Straße", "ä b")]));
    }

    #[tokio::test]
    async fn a_refusal_changes_nothing() {
        let mut record = record(&World::new().await.context(), "s");
        let many: BTreeMap<_, _> = (0..51).map(|n| (n.to_string(), String::new())).collect();
        let long = "x".repeat(129);
        let bad = [
            tags(&[("a;", "")]),
            tags(&[("a", "5%")]),
            tags(&[("a", "b\n")]),
            tags(&[("AWS:x", "")]),
            tags(&[(&long, "")]),
            many,
        ];
        for tags in bad {
            let error = add(&mut record, tags).unwrap_err();
            assert_eq!(error.code(), "InvalidArgumentException");
        }
        assert!(record.tags.is_empty());
        let fifty = (0..50).map(|n| (n.to_string(), String::new())).collect();
        add(&mut record, fifty).unwrap();
        add(&mut record, tags(&[("7", "new")])).unwrap();
        assert!(add(&mut record, tags(&[("new", "")])).is_err());
    }
}
