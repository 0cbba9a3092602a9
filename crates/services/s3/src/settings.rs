//! What is set for a bucket, kept in its record, which every request reads anyway.

use crate::acl::Acl;
use crate::bucket::{BUCKETS, Bucket, reach_anew};
use crate::cors;
use crate::errors;
use crate::kept::Kept;
use crate::lifecycle;
use crate::lock::Locking;
use crate::notify::Rule;
use crate::tags::Tags;
use crate::version::Versioning;
use crate::website;
use platform::{Context, Deadline, Deadlines, Result};
use serde::{Deserialize, Serialize};
use shapes::s3::{LoggingEnabled, PublicAccessBlockConfiguration, ReplicationConfiguration};
use store::Batch;

/// A bucket's settings. What AWS sets for a new bucket is their default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// That it was made in `EU`, as eu-west-1 was called, and is said to lie there.
    #[serde(skip_serializing_if = "is_false")]
    pub old_location: bool,
    #[serde(skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    #[serde(skip_serializing_if = "Setting::is_untouched")]
    pub public_access: Setting<PublicAccess>,
    #[serde(skip_serializing_if = "Setting::is_untouched")]
    pub ownership: Setting<Ownership>,
    #[serde(skip_serializing_if = "Encryption::is_default")]
    pub encryption: Encryption,
    /// The policy, as it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    /// Who is told of what happens to objects.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notifications: Vec<Rule>,
    /// Which objects expire, and which uploads are given up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lifecycle: Vec<lifecycle::Rule>,
    /// Which pages of other origins may ask.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cors: Vec<cors::Rule>,
    /// How it is shown as a web site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<website::Site>,
    /// Whether it makes versions; where this was never set, no object has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub versioning: Option<Versioning>,
    /// Which objects are too small to change their storage class.
    #[serde(skip_serializing_if = "is_usual")]
    pub least_moved: lifecycle::Minimum,
    /// That versions can be locked, and how long new ones are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locking: Option<Locking>,
    /// What is granted on the bucket, where that is more than everything to its owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acl: Option<Acl>,
    /// Whether who asks for data pays, and not the bucket's owner.
    #[serde(skip_serializing_if = "is_false")]
    pub requester_pays: bool,
    /// Where access logs go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logging: Option<Kept<LoggingEnabled>>,
    /// What was said of transfer acceleration, which is only shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acceleration: Option<String>,
    /// What is brought to which other buckets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replication: Option<Kept<ReplicationConfiguration>>,
}

fn is_usual(minimum: &lifecycle::Minimum) -> bool {
    *minimum == lifecycle::Minimum::default()
}

/// Something that AWS sets for each new bucket, and that can be taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Setting<T> {
    /// As AWS sets it.
    #[default]
    Untouched,
    /// Taken away.
    Removed,
    Set(T),
}

/// Which public access is blocked ("Blocking public access to your Amazon S3 storage").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PublicAccess {
    pub block_acls: bool,
    pub ignore_acls: bool,
    /// No policy may be set that lets everybody in.
    pub block_policy: bool,
    /// A policy that lets everybody in lets in the bucket's own account only.
    pub restrict: bool,
}

/// Who owns what others put, and so whether ACLs mean anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Ownership {
    /// The bucket's owner, without ACLs.
    #[default]
    BucketOwnerEnforced,
    /// The bucket's owner, where the ACL says so.
    BucketOwnerPreferred,
    /// Whoever wrote it.
    ObjectWriter,
}

/// How what is put is encrypted where a request does not say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Encryption {
    /// By a key of KMS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kms: Option<DefaultKey>,
    pub bucket_key: bool,
    /// What is refused, once that was said: `SSE-C`, customers' own keys, or `NONE`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blocked: Vec<String>,
}

/// For members that are left out of the record where they say nothing.
fn is_false(value: &bool) -> bool {
    !value
}

/// The key of KMS that encrypts where a request does not say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct DefaultKey {
    /// As it was given; without, the account's own for S3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// In two layers.
    pub dual: bool,
}

impl Settings {
    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Who owns what others put. Where nothing is set, it is theirs.
    pub(crate) fn owned(&self) -> Ownership {
        self.ownership.get(Ownership::default()).unwrap_or(Ownership::ObjectWriter)
    }

    /// Which public access is blocked by the bucket itself. Where nothing is set, nothing is.
    pub(crate) fn blocked(&self) -> PublicAccess {
        self.public_access.get(PublicAccess::ALL).unwrap_or(PublicAccess::NONE)
    }
}

impl<T: Clone> Setting<T> {
    fn is_untouched(&self) -> bool {
        matches!(self, Self::Untouched)
    }

    /// What holds, if anything does; `new` is what AWS sets for a new bucket.
    pub(crate) fn get(&self, new: T) -> Option<T> {
        match self {
            Self::Untouched => Some(new),
            Self::Removed => None,
            Self::Set(value) => Some(value.clone()),
        }
    }
}

impl PublicAccess {
    pub(crate) const ALL: Self = Self::every(true);
    const NONE: Self = Self::every(false);

    /// What is blocked by one of two.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            block_acls: self.block_acls || other.block_acls,
            ignore_acls: self.ignore_acls || other.ignore_acls,
            block_policy: self.block_policy || other.block_policy,
            restrict: self.restrict || other.restrict,
        }
    }

    const fn every(block: bool) -> Self {
        Self { block_acls: block, ignore_acls: block, block_policy: block, restrict: block }
    }
}

impl From<PublicAccessBlockConfiguration> for PublicAccess {
    /// What is not given is not blocked.
    fn from(given: PublicAccessBlockConfiguration) -> Self {
        Self {
            block_acls: given.block_public_acls.unwrap_or_default(),
            ignore_acls: given.ignore_public_acls.unwrap_or_default(),
            block_policy: given.block_public_policy.unwrap_or_default(),
            restrict: given.restrict_public_buckets.unwrap_or_default(),
        }
    }
}

impl From<PublicAccess> for PublicAccessBlockConfiguration {
    fn from(set: PublicAccess) -> Self {
        Self {
            block_public_acls: Some(set.block_acls),
            ignore_public_acls: Some(set.ignore_acls),
            block_public_policy: Some(set.block_policy),
            restrict_public_buckets: Some(set.restrict),
        }
    }
}

impl Ownership {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::BucketOwnerEnforced => "BucketOwnerEnforced",
            Self::BucketOwnerPreferred => "BucketOwnerPreferred",
            Self::ObjectWriter => "ObjectWriter",
        }
    }

    /// Reads a name.
    ///
    /// # Errors
    /// `MalformedXML`.
    pub(crate) fn parse(name: &str) -> Result<Self> {
        match name {
            "BucketOwnerEnforced" => Ok(Self::BucketOwnerEnforced),
            "BucketOwnerPreferred" => Ok(Self::BucketOwnerPreferred),
            "ObjectWriter" => Ok(Self::ObjectWriter),
            _ => Err(errors::malformed_xml()),
        }
    }
}

impl Encryption {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Whether customers' own keys are refused, where `allowed` says what holds if nothing was said.
    pub(crate) fn blocks_customer_keys(&self, allowed: bool) -> bool {
        match self.blocked.first() {
            None => !allowed,
            Some(_) => self.blocked.iter().any(|kind| kind == "SSE-C"),
        }
    }
}

/// Changes the settings of a bucket of the caller's. A deletion of the bucket that is under way
/// looks again.
///
/// # Errors
/// As [`reach_anew`], and those of `change`.
pub(crate) async fn change(
    cx: &Context,
    name: &str,
    expected_owner: Option<&str>,
    change: impl Fn(&mut Settings) -> Result<()>,
) -> Result<()> {
    let change = |bucket: &mut Bucket| change(&mut bucket.settings).map(|()| None);
    change_bucket(cx, name, expected_owner, change).await
}

/// The same, where `change` may give a deadline that is set with it.
///
/// # Errors
/// As [`change`].
pub(crate) async fn change_bucket(
    cx: &Context,
    name: &str,
    expected_owner: Option<&str>,
    change: impl Fn(&mut Bucket) -> Result<Option<Deadline>>,
) -> Result<()> {
    loop {
        let reached = reach_anew(cx, name, expected_owner).await?;
        let mut bucket = Bucket { closing: None, ..reached.bucket.clone() };
        let deadline = change(&mut bucket)?;
        let batch = Batch::new().equals(BUCKETS.table, name.as_bytes(), reached.bytes.clone());
        let batch = batch.put(BUCKETS.table, name.as_bytes(), BUCKETS.encode(&bucket)?);
        let batch = deadline.iter().fold(batch, Deadlines::set);
        match cx.platform().deadlines.commit(batch).await {
            Ok(()) => return Ok(()),
            Err(store::Error::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let json = r#"{"tags":{"a":"1"},"public_access":{"set":{"block_acls":true,"ignore_acls":false,"block_policy":true,"restrict":false}},"ownership":"removed","encryption":{"bucket_key":true,"blocked":["SSE-C"]}}"#;
        let settings: Settings = serde_json::from_str(json).unwrap();
        assert_eq!(settings.tags["a"], "1");
        let access = settings.blocked();
        assert!(access.block_acls && access.block_policy && !access.restrict);
        assert_eq!(settings.ownership.get(Ownership::default()), None);
        assert_eq!(serde_json::to_string(&settings).unwrap(), json);
        assert_eq!(serde_json::to_string(&Settings::default()).unwrap(), "{}");
    }

    #[test]
    fn a_new_bucket_is_as_aws_makes_it_and_what_is_taken_away_holds_no_more() {
        let mut settings = Settings::default();
        assert_eq!(settings.blocked(), PublicAccess::ALL);
        settings.public_access = Setting::Removed;
        assert_eq!(settings.blocked(), PublicAccess::NONE);
        assert_eq!(settings.owned(), Ownership::BucketOwnerEnforced);
        settings.ownership = Setting::Removed;
        assert_eq!(settings.owned(), Ownership::ObjectWriter);
        assert_eq!(Ownership::parse("x").unwrap_err().code(), "MalformedXML");
    }
}
