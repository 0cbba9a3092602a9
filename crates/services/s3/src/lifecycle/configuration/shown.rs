//! The rules as a document shows them.

use super::super::{Expiration, Filter, Rule};
use crate::tags;
use shapes::Timestamp;
use shapes::s3::{
    AbortIncompleteMultipartUpload, LifecycleExpiration, LifecycleRule, LifecycleRuleAndOperator,
    LifecycleRuleFilter, NoncurrentVersionExpiration, NoncurrentVersionTransition, Transition,
};

/// All of them.
pub(crate) fn shown(rules: &[Rule]) -> Vec<LifecycleRule> {
    rules.iter().map(shown_rule).collect()
}

fn shown_rule(rule: &Rule) -> LifecycleRule {
    let expiration = rule.expiration.map(|expiration| {
        let (days, date, expired_object_delete_marker) = parts(expiration);
        LifecycleExpiration { days, date, expired_object_delete_marker }
    });
    let transitions = rule.transitions.iter().map(|it| {
        let (days, date, _) = parts(it.at);
        Transition { days, date, storage_class: Some(it.class.clone()) }
    });
    let noncurrent = rule.noncurrent_transitions.iter().map(|it| NoncurrentVersionTransition {
        noncurrent_days: Some(it.when.days),
        newer_noncurrent_versions: it.when.newer,
        storage_class: Some(it.class.clone()),
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
        transitions: Some(transitions.collect()).filter(|all: &Vec<_>| !all.is_empty()),
        noncurrent_version_transitions: Some(noncurrent.collect())
            .filter(|all: &Vec<_>| !all.is_empty()),
        noncurrent_version_expiration: rule.noncurrent_expiration.map(|it| {
            NoncurrentVersionExpiration {
                noncurrent_days: Some(it.days),
                newer_noncurrent_versions: it.newer,
            }
        }),
        abort_incomplete_multipart_upload: abort,
    }
}

fn parts(at: Expiration) -> (Option<i32>, Option<Timestamp>, Option<bool>) {
    match at {
        Expiration::Days(days) => (Some(days), None, None),
        Expiration::Date(date) => (None, Some(Timestamp(date)), None),
        Expiration::Marker(goes) => (None, None, Some(goes)),
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
