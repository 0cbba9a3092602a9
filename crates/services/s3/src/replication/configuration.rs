//! What a bucket's owner says of replication.

use super::destination;
use crate::bucket::{self, check_name};
use crate::errors::{
    access_denied, invalid_argument, invalid_request, malformed_xml, plain_invalid_argument,
    unsupported,
};
use crate::refuse;
use crate::tags::{self, On};
use crate::version::Versioning;
use platform::{Arn, Context, Error, Result};
use shapes::s3::{
    Destination, Metrics, ReplicationConfiguration, ReplicationRule, ReplicationRuleFilter, Tag,
};
use std::collections::BTreeSet;

const MAX_RULES: usize = 1000;
const MAX_ID: usize = 255;
/// The one time within which AWS promises to replicate.
const MINUTES: Option<i32> = Some(15);

/// Looks through a configuration of the bucket `source`, all but its destinations. `name` gives names to
/// rules that have none.
///
/// # Errors
/// `MalformedXML`, `InvalidRequest`, `InvalidArgument`, `AccessDenied` for a role of another account;
/// `NotImplemented` for what was there before there was the rule.
pub(crate) fn read(
    mut given: ReplicationConfiguration,
    (cx, source): (&Context, &str),
    name: impl Fn() -> String,
) -> Result<ReplicationConfiguration> {
    if given.rules.is_empty() {
        return Err(malformed_xml());
    }
    if given.rules.len() > MAX_RULES {
        return Err(invalid_request("Number of defined replication rules cannot exceed 1000"));
    }
    check_role(cx, &given.role)?;
    let is_old = given.rules.iter().any(|rule| rule.filter.is_none());
    for rule in &mut given.rules {
        if rule.id.as_ref().is_none_or(String::is_empty) {
            rule.id = Some(name());
        }
        check_rule(rule, source, is_old)?;
    }
    check_together(&given.rules, is_old)?;
    Ok(given)
}

/// Refuses destinations that cannot be written to.
///
/// # Errors
/// `InvalidRequest`, or the store's.
pub(crate) async fn check_destinations(
    cx: &Context,
    given: &ReplicationConfiguration,
) -> Result<()> {
    let names: BTreeSet<_> = given.rules.iter().map(destination).collect();
    for name in names {
        let found = bucket::find(cx.tables(), name).await?;
        let found = found.ok_or_else(|| invalid_request("Destination bucket must exist."))?;
        if found.bucket.settings.versioning != Some(Versioning::Enabled) {
            return Err(invalid_request("Destination bucket must have versioning enabled."));
        }
    }
    Ok(())
}

/// That the versioning of a bucket is not as replication needs it.
pub(crate) fn needs_versions(bucket: &str) -> Error {
    let message = "Versioning must be 'Enabled' on the bucket to apply a replication configuration";
    invalid_request(message).with("BucketName", bucket)
}

fn check_role(cx: &Context, role: &str) -> Result<()> {
    let refused = |message: &str| Err(invalid_argument(message, "Role", role));
    let Some(arn) = Arn::parse(role).filter(|arn| {
        let is_account = arn.account.len() == 12 && arn.account.bytes().all(|b| b.is_ascii_digit());
        arn.service == "iam" && arn.region.is_empty() && is_account
    }) else {
        return refused("Invalid Role specified in replication configuration");
    };
    if arn.resource.strip_prefix("role/").is_none_or(str::is_empty) {
        return refused("The relative id should start with role");
    }
    // Nobody passes on a role of another account.
    if arn.account != &*cx.account { Err(access_denied()) } else { Ok(()) }
}

fn check_status(status: &str) -> Result<()> {
    if matches!(status, "Enabled" | "Disabled") { Ok(()) } else { Err(malformed_xml()) }
}

fn check_rule(rule: &ReplicationRule, source: &str, is_old: bool) -> Result<()> {
    check_status(&rule.status)?;
    match &rule.existing_object_replication {
        Some(it) if it.status == "Enabled" => {
            return Err(unsupported("ExistingObjectReplication (leave it out)"));
        }
        Some(it) => check_status(&it.status)?,
        None => {}
    }
    if rule.id.as_ref().is_some_and(|id| id.chars().count() > MAX_ID) {
        let id = rule.id.clone().unwrap_or_default();
        return Err(invalid_argument("Rule Id cannot be greater than 255", "ID", id));
    }
    match (&rule.filter, &rule.prefix) {
        (Some(filter), None) => check_filter(filter)?,
        (None, Some(_)) => {}
        _ => return Err(malformed_xml()),
    }
    check_form(rule, is_old)?;
    if rule.priority.is_some_and(|priority| priority < 0) {
        return Err(invalid_request("Priority must be between 0 and 2147483647."));
    }
    if let Some(markers) = &rule.delete_marker_replication {
        let status = markers.status.as_deref().unwrap_or_default();
        check_status(status)?;
        if status == "Enabled" && super::tags(rule).next().is_some() {
            return Err(invalid_request(
                "Delete marker replication is not supported if any Tag filter is specified. Please \
                 refer to S3 Developer Guide for more information.",
            ));
        }
    }
    let takes_kms = check_criteria(rule)?;
    check_destination(&rule.destination, source, takes_kms)
}

/// What belongs to rules with filters does not belong to those of old, and must stand in the others.
fn check_form(rule: &ReplicationRule, is_old: bool) -> Result<()> {
    let given = [
        ("Priority", rule.priority.is_some()),
        ("DeleteMarkerReplication", rule.delete_marker_replication.is_some()),
    ];
    match given.into_iter().find(|(_, is_given)| *is_given == is_old) {
        None => Ok(()),
        Some((name, is_given)) => {
            let must = if is_given { "cannot be used" } else { "must be specified" };
            Err(invalid_request(format!(
                "{name} {must} for this version of Cross Region Replication configuration schema. \
                 Please refer to S3 Developer Guide for more information."
            )))
        }
    }
}

/// A filter has one part at most, or more in `And`.
fn check_filter(filter: &ReplicationRuleFilter) -> Result<()> {
    let given = [filter.prefix.is_some(), filter.tag.is_some(), filter.and.is_some()];
    if given.into_iter().filter(|is_given| *is_given).count() > 1 {
        return Err(malformed_xml());
    }
    let mut all: Vec<Tag> = filter.tag.iter().cloned().collect();
    if let Some(and) = &filter.and {
        all.extend(and.tags.iter().flatten().cloned());
        if all.len() + usize::from(and.prefix.is_some()) < 2 {
            return Err(malformed_xml());
        }
    }
    let keys: BTreeSet<_> = all.iter().map(|tag| &tag.key).collect();
    if keys.len() < all.len() {
        return Err(invalid_request("Duplicate Tag Keys are not allowed."));
    }
    tags::read(all, On::Object).map(drop)
}

/// What of the source is taken besides: whether anything is said of keys of KMS.
fn check_criteria(rule: &ReplicationRule) -> Result<bool> {
    let Some(criteria) = &rule.source_selection_criteria else { return Ok(false) };
    let (kms, modifications) =
        (&criteria.sse_kms_encrypted_objects, &criteria.replica_modifications);
    if kms.is_none() && modifications.is_none() {
        return Err(invalid_request("SourceSelectionCriteria cannot be empty."));
    }
    kms.iter().try_for_each(|it| check_status(&it.status))?;
    modifications.iter().try_for_each(|it| check_status(&it.status))?;
    Ok(kms.is_some())
}

fn check_destination(to: &Destination, source: &str, takes_kms: bool) -> Result<()> {
    let refused = |message: &str| Err(invalid_argument(message, "Bucket", &*to.bucket));
    let Some(arn) = Arn::parse(&to.bucket)
        .filter(|arn| arn.service == "s3" && arn.region.is_empty() && arn.account.is_empty())
    else {
        return refused("Invalid bucket ARN");
    };
    if check_name(arn.resource).is_err() {
        return refused("The specified bucket is not valid.");
    }
    if arn.resource == source {
        let message = "Destination bucket cannot be the same as the source bucket.";
        return Err(invalid_request(message));
    }
    refuse::storage_class(to.storage_class.as_deref()).map_err(|_| malformed_xml())?;
    if let Some(translation) = &to.access_control_translation {
        if translation.owner != "Destination" {
            return Err(malformed_xml());
        }
        if to.account.as_ref().is_none_or(String::is_empty) {
            return Err(invalid_request(
                "Account must be specified if the Owner in AccessControlTranslation has a value",
            ));
        }
    }
    check_key(to, takes_kms)?;
    check_times(to)
}

fn check_key(to: &Destination, takes_kms: bool) -> Result<()> {
    let key = to.encryption_configuration.as_ref().map(|it| it.replica_kms_key_id.as_deref());
    match key {
        Some(_) if !takes_kms => Err(invalid_request(
            "SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present.",
        )),
        None | Some(None | Some("")) if takes_kms => Err(invalid_request(
            "ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.",
        )),
        Some(Some(key)) => {
            let arn = Arn::parse(key).filter(|arn| arn.service == "kms" && !arn.region.is_empty());
            let names = |it: &str| it.starts_with("key/") || it.starts_with("alias/");
            if arn.is_some_and(|arn| names(arn.resource)) {
                return Ok(());
            }
            Err(invalid_argument("Invalid ReplicaKmsKeyID ARN.", "ReplicaKmsKeyID", key))
        }
        _ => Ok(()),
    }
}

/// Replication in time goes with metrics, and both with fifteen minutes.
fn check_times(to: &Destination) -> Result<()> {
    let refused =
        |name: &str, message: &str| Err(plain_invalid_argument(message).with("ArgumentName", name));
    let minutes = |it: &Metrics| it.event_threshold.as_ref().map(|it| it.minutes);
    let threshold = to.metrics.as_ref().and_then(minutes);
    to.metrics.iter().try_for_each(|it| check_status(&it.status))?;
    let mut is_timed = false;
    if let Some(time) = &to.replication_time {
        check_status(&time.status)?;
        if to.metrics.is_none() {
            return Err(invalid_request(
                "Replication destination must contain both ReplicationTime and Metrics or neither.",
            ));
        }
        if time.time.minutes != MINUTES {
            return refused("ReplicationTime", "Invalid time minute value");
        }
        is_timed = time.status == "Enabled";
    }
    match (is_timed, threshold) {
        (true, None) => {
            refused("ReplicationMetrics", "ReplicationMetrics must contain an event threshold")
        }
        (true, Some(minutes)) if minutes != MINUTES => {
            refused("ReplicationMetrics", "Invalid event threshold minute value")
        }
        (false, Some(_)) => refused(
            "Metrics",
            "Metrics cannot contain an event threshold when ReplicationTime is not specified or \
             Disabled",
        ),
        _ => Ok(()),
    }
}

/// Refuses rules that cannot stand beside each other.
fn check_together(rules: &[ReplicationRule], is_old: bool) -> Result<()> {
    let (mut ids, mut priorities) = (BTreeSet::new(), BTreeSet::new());
    for rule in rules {
        let id = rule.id.as_deref().unwrap_or_default();
        if !ids.insert(id) {
            return Err(invalid_argument("Rule Id must be unique", "ID", id));
        }
        if let Some(priority) = rule.priority
            && !priorities.insert(priority)
        {
            return Err(invalid_request(format!("Found duplicate priority {priority}.")));
        }
    }
    if !is_old {
        return Ok(());
    }
    if rules.iter().map(destination).collect::<BTreeSet<_>>().len() > 1 {
        let message = "Number of distinct destination bucket ARNs cannot exceed 1";
        return Err(invalid_request(message));
    }
    let mut prefixes: Vec<_> = rules.iter().map(super::prefix).collect();
    prefixes.sort_unstable();
    // A prefix of another sorts right before the first that it begins.
    match prefixes.windows(2).find(|pair| pair[1].starts_with(pair[0])) {
        None => Ok(()),
        Some(pair) => Err(invalid_request(format!(
            "Found overlapping prefixes '{}' and '{}'",
            pair[0], pair[1]
        ))),
    }
}
