//! What a bucket's owner says of life cycles, and what is said of them.

mod shown;
mod transitions;

pub(crate) use shown::shown;

use super::{DAY_MS, Expiration, Filter, Minimum, Noncurrent, Rule};
use crate::checksum::encode;
use crate::errors::{invalid_request, malformed_xml, plain_invalid_argument};
use crate::tags::{self, On};
use platform::Result;
use shapes::s3::{
    LifecycleExpiration, LifecycleRule, LifecycleRuleFilter, NoncurrentVersionExpiration, Tag,
};
use std::collections::BTreeSet;

const MAX_RULES: usize = 1000;
const MAX_ID: usize = 255;
const MAX_SIZE: i64 = 1_099_511_627_776_000;

/// Reads rules. `name` gives names to those that have none.
///
/// # Errors
/// `MalformedXML`, `InvalidRequest`, `InvalidArgument`.
pub(crate) fn read(given: Vec<LifecycleRule>, name: impl Fn() -> String) -> Result<Vec<Rule>> {
    if given.is_empty() || given.len() > MAX_RULES {
        return Err(malformed_xml());
    }
    let rules: Vec<_> =
        given.into_iter().map(|rule| read_rule(rule, &name)).collect::<Result<_>>()?;
    let ids: BTreeSet<_> = rules.iter().map(|rule| &rule.id).collect();
    if ids.len() < rules.len() {
        return Err(plain_invalid_argument(
            "Rule ID must be unique. Found same ID for more than one rule",
        ));
    }
    check_forms(&rules)?;
    Ok(rules)
}

/// The name of a rule that has none, as AWS makes it of a UUID.
pub(crate) fn name(uuid: &str) -> String {
    encode(uuid.as_bytes())
}

/// Which objects are too small to be moved.
///
/// # Errors
/// `InvalidRequest`.
pub(crate) fn read_minimum(given: Option<&str>) -> Result<Minimum> {
    match given {
        None => Ok(Minimum::default()),
        Some(given) => [Minimum::All, Minimum::Varies]
            .into_iter()
            .find(|it| it.name() == given)
            .ok_or_else(|| {
                invalid_request(format!(
                    "Invalid TransitionDefaultMinimumObjectSize found: {given}"
                ))
            }),
    }
}

impl Minimum {
    /// Its name on the wire.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::All => "all_storage_classes_128K",
            Self::Varies => "varies_by_storage_class",
        }
    }
}

fn read_rule(given: LifecycleRule, name: impl Fn() -> String) -> Result<Rule> {
    let enabled = match &*given.status {
        "Enabled" => true,
        "Disabled" => false,
        _ => return Err(malformed_xml()),
    };
    let id = given.id.filter(|id| !id.is_empty()).unwrap_or_else(name);
    if id.chars().count() > MAX_ID {
        return Err(plain_invalid_argument("ID length should not exceed allowed limit of 255"));
    }
    if given.filter.is_some() == given.prefix.is_some() {
        return Err(malformed_xml());
    }
    let expiration = given.expiration.map(read_expiration).transpose()?;
    let abort_days = given.abort_incomplete_multipart_upload.map(|it| it.days_after_initiation);
    let abort_days = abort_days.map(|days| {
        let action = "'DaysAfterInitiation' for AbortIncompleteMultipartUpload";
        positive(days.ok_or_else(malformed_xml)?, action)
    });
    let rule = Rule {
        id,
        enabled,
        prefix: given.prefix,
        filter: given.filter.map(read_filter).transpose()?,
        expiration,
        abort_days: abort_days.transpose()?,
        transitions: transitions::read(given.transitions.unwrap_or_default())?,
        noncurrent_transitions: transitions::read_noncurrent(
            given.noncurrent_version_transitions.unwrap_or_default(),
        )?,
        noncurrent_expiration: given
            .noncurrent_version_expiration
            .map(|it| read_noncurrent(&it))
            .transpose()?,
    };
    check_rule(&rule)?;
    Ok(rule)
}

/// Refuses what does not go together.
fn check_rule(rule: &Rule) -> Result<()> {
    let acts = rule.expiration.is_some()
        || rule.abort_days.is_some()
        || !rule.transitions.is_empty()
        || !rule.noncurrent_transitions.is_empty()
        || rule.noncurrent_expiration.is_some();
    if !acts {
        return Err(invalid_request("At least one action needs to be specified in a rule"));
    }
    let marker = matches!(rule.expiration, Some(Expiration::Marker(_)));
    let actions = [
        (rule.abort_days.is_some(), "AbortIncompleteMultipartUpload"),
        (marker, "ExpiredObjectDeleteMarker"),
    ];
    if let Some(filter) = &rule.filter
        && let Some((_, action)) = actions.into_iter().find(|(is_there, _)| *is_there)
    {
        let what = match (filter.tags.is_empty(), filter.larger_than.or(filter.smaller_than)) {
            (false, _) => Some("Tags"),
            (true, Some(_)) => Some("Object Size"),
            (true, None) => None,
        };
        if let Some(what) = what {
            return Err(invalid_request(format!("{action} cannot be specified with {what}.")));
        }
    }
    let when = rule.noncurrent_transitions.iter().map(|it| &it.when);
    let mut when = when.chain(&rule.noncurrent_expiration);
    if rule.filter.is_none() && when.any(|it| it.newer.is_some()) {
        return Err(invalid_request(
            "NewerNoncurrentVersions element can only be used in Lifecycle V2.",
        ));
    }
    transitions::check(rule)
}

/// Rules have their prefix in a filter or in themselves, all of them; those of the second kind must not
/// overlap.
fn check_forms(rules: &[Rule]) -> Result<()> {
    let is_second = |rule: &&Rule| rule.filter.is_some();
    let Some(first) = rules.first() else { return Ok(()) };
    if let Some(other) = rules.iter().find(|rule| is_second(rule) != is_second(&first)) {
        return Err(invalid_request(if is_second(&other) {
            "Filter element can only be used in Lifecycle V2."
        } else {
            "Base level prefix cannot be used in Lifecycle V2, prefixes are only supported in the \
             Filter."
        }));
    }
    if is_second(&first) {
        return Ok(());
    }
    for (index, rule) in rules.iter().enumerate() {
        for earlier in rules.iter().take(index) {
            check_overlap(earlier, rule)?;
        }
    }
    Ok(())
}

fn check_overlap(one: &Rule, other: &Rule) -> Result<()> {
    let prefix = |rule: &Rule| rule.prefix.clone().unwrap_or_default();
    let (one_prefix, other_prefix) = (prefix(one), prefix(other));
    if !one_prefix.starts_with(&*other_prefix) && !other_prefix.starts_with(&*one_prefix) {
        return Ok(());
    }
    let both = |has: fn(&Rule) -> bool| has(one) && has(other);
    let action = if both(|it| it.expiration.is_some()) {
        "Expiration"
    } else if both(|it| !it.transitions.is_empty()) {
        "Transition"
    } else if both(|it| it.abort_days.is_some()) {
        "AbortIncompleteMultipartUpload"
    } else if both(|it| it.noncurrent_expiration.is_some()) {
        "NoncurrentVersionExpiration"
    } else if both(|it| !it.noncurrent_transitions.is_empty()) {
        "NoncurrentVersionTransition"
    } else {
        return Ok(());
    };
    Err(invalid_request(format!(
        "Found overlapping prefixes '{one_prefix}' and '{other_prefix}' for same action type \
         '{action}'"
    )))
}

fn positive(days: i32, action: &str) -> Result<i32> {
    if days > 0 {
        return Ok(days);
    }
    Err(plain_invalid_argument(&format!("{action} action must be a positive integer")))
}

fn midnight(ms: i64) -> Result<i64> {
    if ms % DAY_MS == 0 {
        return Ok(ms);
    }
    Err(plain_invalid_argument("'Date' must be at midnight GMT"))
}

fn read_expiration(given: LifecycleExpiration) -> Result<Expiration> {
    match (given.days, given.date, given.expired_object_delete_marker) {
        (Some(days), None, None) => positive(days, "'Days' for Expiration").map(Expiration::Days),
        (None, Some(date), None) => midnight(date.millis()).map(Expiration::Date),
        (None, None, Some(goes)) => Ok(Expiration::Marker(goes)),
        _ => Err(malformed_xml()),
    }
}

fn read_noncurrent(given: &NoncurrentVersionExpiration) -> Result<Noncurrent> {
    let days = given.noncurrent_days.ok_or_else(malformed_xml)?;
    let days = positive(days, "'NoncurrentDays' for NoncurrentVersionExpiration")?;
    Ok(Noncurrent { days, newer: read_newer(given.newer_noncurrent_versions)? })
}

fn read_newer(given: Option<i32>) -> Result<Option<i32>> {
    if given.is_some_and(|newer| newer < 1) {
        return Err(plain_invalid_argument("NewerNoncurrentVersions must be a positive integer"));
    }
    Ok(given)
}

/// A filter has at most one part, or more in `And`.
fn read_filter(given: LifecycleRuleFilter) -> Result<Filter> {
    let tag: Vec<_> = given.tag.into_iter().collect();
    let plain = Filter {
        and: false,
        prefix: given.prefix,
        tags: tags::read(tag, On::Object)?,
        larger_than: given.object_size_greater_than,
        smaller_than: given.object_size_less_than,
    };
    let filter = match given.and {
        None if parts(&plain) <= 1 => plain,
        Some(and) if parts(&plain) == 0 => {
            let tags = and.tags.unwrap_or_default();
            check_keys(&tags)?;
            let filter = Filter {
                and: true,
                prefix: and.prefix,
                tags: tags::read(tags, On::Object)?,
                larger_than: and.object_size_greater_than,
                smaller_than: and.object_size_less_than,
            };
            if parts(&filter) < 2 {
                return Err(malformed_xml());
            }
            filter
        }
        _ => return Err(malformed_xml()),
    };
    check_sizes(&filter)?;
    Ok(filter)
}

fn check_keys(tags: &[Tag]) -> Result<()> {
    let keys: BTreeSet<_> = tags.iter().map(|tag| &tag.key).collect();
    if keys.len() == tags.len() {
        return Ok(());
    }
    Err(invalid_request("Duplicate Tag Keys are not allowed."))
}

fn check_sizes(filter: &Filter) -> Result<()> {
    for (size, least, name) in [
        (filter.larger_than, 0, "ObjectSizeGreaterThan"),
        (filter.smaller_than, 1, "ObjectSizeLessThan"),
    ] {
        if size.is_some_and(|size| !(least..=MAX_SIZE).contains(&size)) {
            return Err(invalid_request(format!(
                "'{name}' should be between {least} and {MAX_SIZE}."
            )));
        }
    }
    match (filter.larger_than, filter.smaller_than) {
        (Some(larger), Some(smaller)) if smaller <= larger => Err(invalid_request(
            "'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.",
        )),
        _ => Ok(()),
    }
}

fn parts(filter: &Filter) -> usize {
    let others =
        [filter.prefix.is_some(), filter.larger_than.is_some(), filter.smaller_than.is_some()];
    filter.tags.len() + others.into_iter().filter(|is_there| *is_there).count()
}

#[cfg(test)]
mod tests;
