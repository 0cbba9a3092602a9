//! What a bucket's owner says of life cycles, and what is said of them.

use super::{DAY_MS, Expiration, Filter, Rule};
use crate::errors::{self, invalid_request, malformed_xml, plain_invalid_argument};
use crate::tags::{self, On};
use platform::Result;
use shapes::Timestamp;
use shapes::s3::{
    AbortIncompleteMultipartUpload, LifecycleExpiration, LifecycleRule, LifecycleRuleAndOperator,
    LifecycleRuleFilter,
};
use std::collections::BTreeSet;

const MAX_RULES: usize = 1000;
const MAX_ID: usize = 255;

/// Reads rules. `name` gives names to those that have none.
///
/// # Errors
/// `MalformedXML`, `InvalidRequest`, `InvalidArgument`; `NotImplemented` for what is about other storage
/// classes and older versions.
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
    Ok(rules)
}

fn read_rule(given: LifecycleRule, name: impl Fn() -> String) -> Result<Rule> {
    refuse(&given)?;
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
    let filter = given.filter.map(read_filter).transpose()?;
    let expiration = given.expiration.map(read_expiration).transpose()?;
    let abort_days = given.abort_incomplete_multipart_upload.map(|it| it.days_after_initiation);
    let abort_days = abort_days.map(|days| {
        let action = "'DaysAfterInitiation' for AbortIncompleteMultipartUpload";
        positive(days.ok_or_else(malformed_xml)?, action)
    });
    let abort_days = abort_days.transpose()?;
    if expiration.is_none() && abort_days.is_none() {
        return Err(invalid_request("At least one action needs to be specified in a rule"));
    }
    if abort_days.is_some()
        && let Some(filter) = &filter
    {
        let what = match (filter.tags.is_empty(), filter.larger_than.or(filter.smaller_than)) {
            (false, _) => Some("Tags"),
            (true, Some(_)) => Some("Object Size"),
            (true, None) => None,
        };
        if let Some(what) = what {
            return Err(invalid_request(format!(
                "AbortIncompleteMultipartUpload cannot be specified with {what}"
            )));
        }
    }
    Ok(Rule { id, enabled, prefix: given.prefix, filter, expiration, abort_days })
}

/// Refuses what there is not here.
fn refuse(given: &LifecycleRule) -> Result<()> {
    let of_versions = "(buckets have no versions here: leave it out)";
    let marker = given.expiration.as_ref().and_then(|it| it.expired_object_delete_marker);
    let absent = if platform::lists_any(&given.transitions) {
        "Transition (leave it out)".to_owned()
    } else if platform::lists_any(&given.noncurrent_version_transitions) {
        format!("NoncurrentVersionTransition {of_versions}")
    } else if given.noncurrent_version_expiration.is_some() {
        format!("NoncurrentVersionExpiration {of_versions}")
    } else if marker == Some(true) {
        format!("ExpiredObjectDeleteMarker {of_versions}")
    } else {
        return Ok(());
    };
    Err(errors::unsupported(&absent))
}

fn positive(days: i32, action: &str) -> Result<i32> {
    if days > 0 {
        return Ok(days);
    }
    Err(plain_invalid_argument(&format!("{action} action must be a positive integer")))
}

fn read_expiration(given: LifecycleExpiration) -> Result<Expiration> {
    match (given.days, given.date) {
        (Some(days), None) => positive(days, "'Days' for Expiration").map(Expiration::Days),
        (None, Some(date)) if date.millis() % DAY_MS != 0 => {
            Err(plain_invalid_argument("'Date' must be at midnight GMT"))
        }
        (None, Some(date)) => Ok(Expiration::Date(date.millis())),
        _ => Err(malformed_xml()),
    }
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
    match given.and {
        None if parts(&plain) <= 1 => Ok(plain),
        Some(and) if parts(&plain) == 0 => {
            let filter = Filter {
                and: true,
                prefix: and.prefix,
                tags: tags::read(and.tags.unwrap_or_default(), On::Object)?,
                larger_than: and.object_size_greater_than,
                smaller_than: and.object_size_less_than,
            };
            if parts(&filter) >= 2 { Ok(filter) } else { Err(malformed_xml()) }
        }
        _ => Err(malformed_xml()),
    }
}

fn parts(filter: &Filter) -> usize {
    let others =
        [filter.prefix.is_some(), filter.larger_than.is_some(), filter.smaller_than.is_some()];
    filter.tags.len() + others.into_iter().filter(|is_there| *is_there).count()
}

/// The rules as a document shows them.
pub(crate) fn shown(rules: &[Rule]) -> Vec<LifecycleRule> {
    rules.iter().map(shown_rule).collect()
}

fn shown_rule(rule: &Rule) -> LifecycleRule {
    let expiration = rule.expiration.map(|expiration| match expiration {
        Expiration::Days(days) => {
            LifecycleExpiration { days: Some(days), ..LifecycleExpiration::default() }
        }
        Expiration::Date(date) => {
            LifecycleExpiration { date: Some(Timestamp(date)), ..LifecycleExpiration::default() }
        }
    });
    let abort = rule
        .abort_days
        .map(|days| AbortIncompleteMultipartUpload { days_after_initiation: Some(days) });
    LifecycleRule {
        id: Some(rule.id.clone()),
        status: if rule.enabled { "Enabled" } else { "Disabled" }.to_owned(),
        prefix: rule.prefix.clone(),
        filter: rule.filter.as_ref().map(shown_filter),
        expiration,
        abort_incomplete_multipart_upload: abort,
        ..LifecycleRule::default()
    }
}

fn shown_filter(filter: &Filter) -> LifecycleRuleFilter {
    let tags = tags::shown(&filter.tags);
    if filter.and {
        let and = LifecycleRuleAndOperator {
            prefix: filter.prefix.clone(),
            tags: Some(tags).filter(|tags| !tags.is_empty()),
            object_size_greater_than: filter.larger_than,
            object_size_less_than: filter.smaller_than,
        };
        return LifecycleRuleFilter { and: Some(and), ..LifecycleRuleFilter::default() };
    }
    LifecycleRuleFilter {
        prefix: filter.prefix.clone(),
        tag: tags.into_iter().next(),
        object_size_greater_than: filter.larger_than,
        object_size_less_than: filter.smaller_than,
        and: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapes::s3::{NoncurrentVersionExpiration, Tag, Transition};

    fn rule() -> LifecycleRule {
        LifecycleRule {
            id: Some("i".into()),
            status: "Enabled".into(),
            filter: Some(LifecycleRuleFilter::default()),
            expiration: Some(LifecycleExpiration { days: Some(1), ..Default::default() }),
            ..LifecycleRule::default()
        }
    }

    fn code(rule: LifecycleRule) -> &'static str {
        read(vec![rule], || "made".to_owned()).err().map(|error| error.code()).unwrap_or_default()
    }

    fn with(filter: LifecycleRuleFilter) -> LifecycleRule {
        LifecycleRule { filter: Some(filter), ..rule() }
    }

    #[test]
    fn what_is_set_is_shown_again() {
        let tag = || Tag { key: "a".into(), value: "1".into() };
        let and = LifecycleRuleAndOperator {
            prefix: Some("p".into()),
            tags: Some(vec![tag()]),
            object_size_less_than: Some(9),
            object_size_greater_than: None,
        };
        let plain = LifecycleRuleFilter { tag: Some(tag()), ..Default::default() };
        let abort = AbortIncompleteMultipartUpload { days_after_initiation: Some(7) };
        let date = LifecycleExpiration { date: Some(Timestamp(DAY_MS)), ..Default::default() };
        let given = vec![
            rule(),
            LifecycleRule { id: Some("b".into()), ..with(plain) },
            LifecycleRule {
                id: Some("c".into()),
                ..with(LifecycleRuleFilter { and: Some(and), ..Default::default() })
            },
            LifecycleRule {
                id: Some("d".into()),
                status: "Disabled".into(),
                prefix: Some("old".into()),
                filter: None,
                expiration: Some(date),
                abort_incomplete_multipart_upload: Some(abort),
                ..LifecycleRule::default()
            },
        ];
        assert_eq!(shown(&read(given.clone(), String::new).unwrap()), given);
        assert_eq!(
            read(vec![LifecycleRule { id: None, ..rule() }], || "m".into()).unwrap()[0].id,
            "m"
        );
        let twice = read(vec![rule(), rule()], String::new).unwrap_err();
        assert_eq!(twice.code(), "InvalidArgument");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let expiring = |days, date| LifecycleRule {
            expiration: Some(LifecycleExpiration { days, date, ..Default::default() }),
            ..rule()
        };
        assert_eq!(code(expiring(Some(0), None)), "InvalidArgument");
        assert_eq!(code(expiring(None, Some(Timestamp(1)))), "InvalidArgument");
        assert_eq!(code(expiring(Some(1), Some(Timestamp(0)))), "MalformedXML");
        assert_eq!(code(expiring(None, None)), "MalformedXML");
        assert_eq!(code(LifecycleRule { expiration: None, ..rule() }), "InvalidRequest");
        assert_eq!(code(LifecycleRule { status: "On".into(), ..rule() }), "MalformedXML");
        assert_eq!(code(LifecycleRule { filter: None, ..rule() }), "MalformedXML");
        assert_eq!(code(LifecycleRule { prefix: Some("p".into()), ..rule() }), "MalformedXML");
        let two = LifecycleRuleFilter {
            prefix: Some("p".into()),
            object_size_less_than: Some(1),
            ..Default::default()
        };
        assert_eq!(code(with(two)), "MalformedXML");
        let abort = AbortIncompleteMultipartUpload { days_after_initiation: Some(7) };
        let small = LifecycleRuleFilter { object_size_less_than: Some(1), ..Default::default() };
        let aborting =
            LifecycleRule { abort_incomplete_multipart_upload: Some(abort), ..with(small) };
        assert_eq!(code(aborting), "InvalidRequest");
        assert_eq!(read(vec![], String::new).unwrap_err().code(), "MalformedXML");
    }

    #[test]
    fn what_there_is_not_here_is_refused_by_name() {
        let transitions = Some(vec![Transition::default()]);
        assert_eq!(code(LifecycleRule { transitions, ..rule() }), "NotImplemented");
        let noncurrent_version_expiration = Some(NoncurrentVersionExpiration::default());
        assert_eq!(
            code(LifecycleRule { noncurrent_version_expiration, ..rule() }),
            "NotImplemented"
        );
    }
}
