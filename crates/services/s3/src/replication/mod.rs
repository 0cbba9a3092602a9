//! Replication: which versions are brought to which other buckets, and how it is said whether they are
//! there ("Replicating objects within and across Regions").
//!
//! What a bucket's owner says is read by [`configuration`]. What is to be brought lies in the
//! [`outbox`] from the commit that it came to be in, and is written down elsewhere as a [`replica`].

pub(crate) mod configuration;
pub(crate) mod outbox;
mod replica;
mod role;
#[cfg(test)]
mod tests;

pub(crate) use role::Roles;

use crate::encryption::Encryption;
use crate::object::Object;
use crate::tags::Tags;
use serde::{Deserialize, Serialize};
use shapes::s3::{ReplicationConfiguration, ReplicationRule, Tag};
use std::collections::BTreeMap;

/// How far the replication of a version is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Replicated {
    /// It is a replica itself.
    Replica,
    /// It is brought to these buckets.
    To(BTreeMap<String, Status>),
}

/// How far it is in one bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    /// It is to be brought there.
    Pending,
    /// It is there, and what is told of it has changed since.
    Changed,
    Completed,
    Failed,
    /// It was there, and somebody has removed it for good.
    Gone,
}

impl Status {
    pub(crate) fn is_waiting(self) -> bool {
        matches!(self, Self::Pending | Self::Changed)
    }
}

impl Replicated {
    /// What `x-amz-replication-status` says. Of several buckets it says the worst.
    pub(crate) fn shown(&self) -> &'static str {
        let Self::To(buckets) = self else { return "REPLICA" };
        if buckets.values().any(|status| matches!(status, Status::Failed | Status::Gone)) {
            "FAILED"
        } else if buckets.values().any(|status| status.is_waiting()) {
            "PENDING"
        } else {
            "COMPLETED"
        }
    }

    /// Whether a life cycle leaves it alone: it may be nowhere else yet ("How S3 Lifecycle interacts with
    /// other bucket configurations").
    pub(crate) fn holds_back(&self) -> bool {
        ["PENDING", "FAILED"].contains(&self.shown())
    }

    /// How far it is in this bucket, if it is brought there.
    pub(crate) fn in_bucket(&self, bucket: &str) -> Option<Status> {
        match self {
            Self::Replica => None,
            Self::To(buckets) => buckets.get(bucket).copied(),
        }
    }

    /// The same where it has come so far in this bucket.
    pub(crate) fn with(mut self, bucket: &str, status: Status) -> Self {
        if let Self::To(buckets) = &mut self {
            buckets.insert(bucket.to_owned(), status);
        }
        self
    }
}

/// What is said of a new object that is to be replicated; nothing where it is not.
pub(crate) fn begun(
    set: &ReplicationConfiguration,
    key: &str,
    object: &Object,
) -> Option<Replicated> {
    let rules = best(set.rules.iter().filter(|rule| covers(rule, key, &object.headers.tags)));
    let taken = rules.into_iter().filter(|(_, rule)| takes(rule, object));
    let to: BTreeMap<_, _> = taken.map(|(to, _)| (to.to_owned(), Status::Pending)).collect();
    (!to.is_empty()).then_some(Replicated::To(to))
}

/// What is told of an object changes: the buckets to which that is to be brought, which is noted.
pub(crate) fn changed(
    set: &ReplicationConfiguration,
    key: &str,
    object: &mut Object,
) -> Vec<String> {
    let begins = || set.rules.iter().filter(|rule| begins(rule, key));
    match &mut object.replication {
        None => Vec::new(),
        Some(Replicated::Replica) => {
            let rules = begins().filter(|rule| takes_modifications(rule));
            best(rules).into_keys().map(str::to_owned).collect()
        }
        Some(Replicated::To(buckets)) => {
            let rules = best(begins());
            let again = |status: Status| match status {
                Status::Completed => Some(Status::Changed),
                Status::Failed => Some(Status::Pending),
                // Whoever brings it brings what is told of it then.
                Status::Pending | Status::Changed | Status::Gone => None,
            };
            let mut told = Vec::new();
            for (to, status) in buckets.iter_mut().filter(|(to, _)| rules.contains_key(&***to)) {
                if let Some(next) = again(*status) {
                    *status = next;
                    told.push(to.clone());
                }
            }
            told
        }
    }
}

/// The buckets to which a delete marker is brought.
pub(crate) fn hidden(set: &ReplicationConfiguration, key: &str) -> Vec<String> {
    let no_tags = |rule: &&ReplicationRule| tags(rule).next().is_none();
    let rules = best(set.rules.iter().filter(|rule| begins(rule, key)).filter(no_tags));
    let taken = rules.into_iter().filter(|(_, rule)| takes_markers(rule));
    taken.map(|(to, _)| to.to_owned()).collect()
}

/// The rule by which something is brought to a bucket: if its tags have changed meanwhile, perhaps by one
/// that they do not fit any more.
pub(crate) fn rule_to<'a>(
    set: &'a ReplicationConfiguration,
    key: &str,
    tags: &Tags,
    bucket: &str,
) -> Option<&'a ReplicationRule> {
    let to = |rule: &&ReplicationRule| destination(rule) == bucket && begins(rule, key);
    let rules = || set.rules.iter().filter(to);
    let fitting = rules().filter(|rule| covers(rule, key, tags));
    let first = |rules: BTreeMap<_, _>| rules.into_values().next();
    first(best(fitting)).or_else(|| first(best(rules())))
}

/// Of the rules about something, the one of each bucket: the one of the highest priority.
fn best<'a>(
    rules: impl Iterator<Item = &'a ReplicationRule>,
) -> BTreeMap<&'a str, &'a ReplicationRule> {
    let mut best: BTreeMap<&str, &ReplicationRule> = BTreeMap::new();
    for rule in rules {
        let known = best.entry(destination(rule)).or_insert(rule);
        if rule.priority > known.priority {
            *known = rule;
        }
    }
    best
}

/// The name of the bucket to which a rule brings things.
pub(crate) fn destination(rule: &ReplicationRule) -> &str {
    let arn = &rule.destination.bucket;
    arn.rsplit_once(':').map_or(arn, |(_, name)| name)
}

fn is_enabled(status: &str) -> bool {
    status == "Enabled"
}

fn prefix(rule: &ReplicationRule) -> &str {
    let of_filter = rule.filter.as_ref().and_then(|filter| {
        let of_and = filter.and.as_ref().and_then(|and| and.prefix.as_deref());
        filter.prefix.as_deref().or(of_and)
    });
    rule.prefix.as_deref().or(of_filter).unwrap_or_default()
}

fn tags(rule: &ReplicationRule) -> impl Iterator<Item = &Tag> {
    let filter = rule.filter.as_ref();
    let one = filter.and_then(|filter| filter.tag.as_ref());
    let more = filter.and_then(|filter| filter.and.as_ref()?.tags.as_ref());
    one.into_iter().chain(more.into_iter().flatten())
}

fn begins(rule: &ReplicationRule, key: &str) -> bool {
    is_enabled(&rule.status) && key.starts_with(prefix(rule))
}

fn covers(rule: &ReplicationRule, key: &str, of: &Tags) -> bool {
    begins(rule, key) && tags(rule).all(|tag| of.get(&tag.key) == Some(&tag.value))
}

/// Whether a rule takes an object that it is about. What is archived is not replicated, and what a key of
/// KMS encrypts only where the rule says so.
fn takes(rule: &ReplicationRule, object: &Object) -> bool {
    let is_archived = matches!(object.headers.class(), "GLACIER" | "DEEP_ARCHIVE");
    let is_kms = matches!(object.encryption, Some(Encryption::Kms(_)));
    let criteria = rule.source_selection_criteria.as_ref();
    let takes_kms = criteria
        .and_then(|it| it.sse_kms_encrypted_objects.as_ref())
        .is_some_and(|it| is_enabled(&it.status));
    !is_archived && (takes_kms || !is_kms)
}

fn takes_modifications(rule: &ReplicationRule) -> bool {
    let criteria = rule.source_selection_criteria.as_ref();
    criteria
        .and_then(|it| it.replica_modifications.as_ref())
        .is_some_and(|it| is_enabled(&it.status))
}

/// Delete markers are brought where a rule says so; the rules of old, which have no filter, always do.
fn takes_markers(rule: &ReplicationRule) -> bool {
    let said = rule.delete_marker_replication.as_ref().and_then(|it| it.status.as_deref());
    rule.filter.is_none() || said.is_some_and(is_enabled)
}

/// Whether replication in time is asked for: then it is told of what takes longer.
fn is_timed(rule: &ReplicationRule) -> bool {
    rule.destination.replication_time.as_ref().is_some_and(|it| is_enabled(&it.status))
}
