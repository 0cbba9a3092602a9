//! What conditions of a bucket's policy may ask for, and what a request tells of it ("Actions, resources,
//! and condition keys for Amazon S3" in the Service Authorization Reference).

use crate::bucket::{self, Reached};
use crate::errors;
use crate::kept;
use crate::service::S3;
use crate::tags;
use platform::policy::{Document, Keys};
use platform::{Arn, BoxFuture, Context, Entrance, Result, Told, Wish};
use shapes::{Shape, s3};
use std::any::Any;

/// The keys whose values stand in the input, each with its member.
const MEMBERS: [(&str, &str); 24] = [
    ("s3:delimiter", "Delimiter"),
    ("s3:if-match", "IfMatch"),
    ("s3:if-none-match", "IfNoneMatch"),
    ("s3:max-keys", "MaxKeys"),
    ("s3:object-lock-legal-hold", "ObjectLockLegalHoldStatus"),
    ("s3:object-lock-mode", "ObjectLockMode"),
    ("s3:prefix", "Prefix"),
    ("s3:VersionId", "VersionId"),
    ("s3:x-amz-acl", "ACL"),
    ("s3:x-amz-copy-source", "CopySource"),
    ("s3:x-amz-grant-full-control", "GrantFullControl"),
    ("s3:x-amz-grant-read", "GrantRead"),
    ("s3:x-amz-grant-read-acp", "GrantReadACP"),
    ("s3:x-amz-grant-write", "GrantWrite"),
    ("s3:x-amz-grant-write-acp", "GrantWriteACP"),
    ("s3:x-amz-metadata-directive", "MetadataDirective"),
    ("s3:x-amz-object-ownership", "ObjectOwnership"),
    ("s3:x-amz-server-side-encryption", "ServerSideEncryption"),
    ("s3:x-amz-server-side-encryption-aws-kms-key-id", "SSEKMSKeyId"),
    ("s3:x-amz-server-side-encryption-customer-algorithm", "SSECustomerAlgorithm"),
    ("s3:x-amz-storage-class", "StorageClass"),
    ("s3:x-amz-website-redirect-location", "WebsiteRedirectLocation"),
    ("s3:x-amz-tagging-directive", "TaggingDirective"),
    ("s3:x-amz-request-payer", "RequestPayer"),
];

/// The other keys of S3 that are told, or that rightly have no value here: there are no access points,
/// and nobody comes over TLS.
const OTHERS: [&str; 15] = [
    "s3:AccessPointNetworkOrigin",
    "s3:authType",
    "s3:DataAccessPointAccount",
    "s3:DataAccessPointArn",
    "s3:LocationConstraint",
    "s3:object-lock-remaining-retention-days",
    "s3:object-lock-retain-until-date",
    "s3:ObjectCreationOperation",
    "s3:RequestObjectTagKeys",
    "s3:ResourceAccount",
    "s3:signatureAge",
    "s3:signatureversion",
    "s3:TlsVersion",
    "s3:ExistingObjectTag/",
    "s3:RequestObjectTag/",
];

/// The keys of all services that are told, or rightly have no value here: there are no organizations, no
/// networks of one's own, and nobody calls on somebody else's behalf.
const GLOBAL: [&str; 34] = [
    "aws:CalledVia",
    "aws:CalledViaFirst",
    "aws:CalledViaLast",
    "aws:CurrentTime",
    "aws:EpochTime",
    "aws:FederatedProvider",
    "aws:MultiFactorAuthAge",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalIsAWSService",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceName",
    "aws:PrincipalServiceNamesList",
    "aws:PrincipalType",
    "aws:Referer",
    "aws:RequestedRegion",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:SecureTransport",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceIdentity",
    "aws:SourceIp",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:UserAgent",
    "aws:userid",
    "aws:username",
    "aws:ViaAWSService",
    "aws:VpcSourceIp",
];

const TAG: &str = "s3:ExistingObjectTag/";
const DAY_MS: i64 = 86_400_000;

/// Refuses a key that requests do not tell here: a Deny that depended on it would say nothing.
///
/// # Errors
/// `NotImplemented`.
pub(crate) fn check(key: &str) -> Result<()> {
    let is = |known: &str| match known.ends_with('/') {
        true => key.get(..known.len()).is_some_and(|start| start.eq_ignore_ascii_case(known)),
        false => known.eq_ignore_ascii_case(key),
    };
    let mut known = OTHERS.iter().chain(&GLOBAL).chain(MEMBERS.iter().map(|(key, _)| key));
    if known.any(|known| is(known)) {
        return Ok(());
    }
    Err(errors::unsupported(&format!("The condition key {key}")))
}

/// What a request tells.
pub(crate) fn tell(cx: &Context, input: &dyn Shape, keys: &mut Keys) {
    for (key, member) in MEMBERS {
        if let Some(value) = kept::text(input, member) {
            keys.set(key, value);
        }
    }
    if let Some(source) = kept::text(input, "CopySource") {
        let source = source.strip_prefix('/').unwrap_or(&source).to_owned();
        if let Some((_, version)) = source.split_once("?versionId=") {
            keys.set("s3:VersionId", version);
        }
        keys.set("s3:x-amz-copy-source", source);
    }
    tell_locks(cx, input, keys);
    tell_tags(input, keys);
    let Some(visit) = cx.visit() else { return };
    let Some(signature) = visit.signature else { return };
    let scheme = match (visit.entrance, signature.in_query) {
        (Entrance::Form, _) => "POST",
        (_, true) => "REST-QUERY-STRING",
        (_, false) => "REST-HEADER",
    };
    let version = if signature.is_version_2 { "AWS" } else { "AWS4-HMAC-SHA256" };
    keys.set("s3:authType", scheme);
    keys.set("s3:signatureversion", version);
    if signature.in_query && !signature.is_version_2 {
        let age = cx.now().millis().saturating_sub(signature.time.millis()).max(0);
        keys.set("s3:signatureAge", age.to_string());
    }
}

/// What is asked of object lock, also in the documents that set it.
fn tell_locks(cx: &Context, input: &dyn Shape, keys: &mut Keys) {
    let any: &dyn Any = input;
    let mut until = match any.downcast_ref::<s3::PutObjectRequest>() {
        Some(it) => it.object_lock_retain_until_date,
        None => None,
    };
    if let Some(it) = any.downcast_ref::<s3::CopyObjectRequest>() {
        until = it.object_lock_retain_until_date;
    }
    if let Some(it) = any.downcast_ref::<s3::CreateMultipartUploadRequest>() {
        until = it.object_lock_retain_until_date;
    }
    if let Some(it) = any.downcast_ref::<s3::PutObjectRetentionRequest>()
        && let Some(retention) = &it.retention
    {
        until = retention.retain_until_date;
        keys.set_all("s3:object-lock-mode", retention.mode.clone());
    }
    if let Some(it) = any.downcast_ref::<s3::PutObjectLegalHoldRequest>() {
        let status = it.legal_hold.as_ref().and_then(|it| it.status.clone());
        keys.set_all("s3:object-lock-legal-hold", status);
    }
    if let Some(until) = until {
        let left = until.millis().saturating_sub(cx.now().millis());
        let days = left.div_euclid(DAY_MS).max(0);
        keys.set("s3:object-lock-remaining-retention-days", days.to_string());
        keys.set("s3:object-lock-retain-until-date", until.iso8601());
    }
}

/// The tags that an object is to have.
fn tell_tags(input: &dyn Shape, keys: &mut Keys) {
    let any: &dyn Any = input;
    let given = match any.downcast_ref::<s3::PutObjectTaggingRequest>() {
        Some(it) => {
            it.tagging.tag_set.iter().map(|it| (it.key.clone(), it.value.clone())).collect()
        }
        // One that cannot be read is refused by the operation.
        None => tags::of_header(kept::text(input, "Tagging").as_deref()).unwrap_or_default(),
    };
    keys.set_all("s3:RequestObjectTagKeys", given.keys().cloned());
    for (key, value) in given {
        keys.set(&format!("s3:RequestObjectTag/{key}"), value);
    }
}

/// Whether a policy asks for the tags of the object that a request is about.
pub(crate) fn asks_for_tags(policy: &Document) -> bool {
    let is_tag = |key: &str| key.get(..TAG.len()).is_some_and(|it| it.eq_ignore_ascii_case(TAG));
    policy.statements.iter().flat_map(|it| &it.conditions).any(|it| is_tag(it.key()))
}

impl S3 {
    /// The tags of the object that a wish is about, as conditions ask for them.
    pub(crate) fn tags_of<'a>(&'a self, wish: &'a Wish<'a>) -> BoxFuture<'a, Result<Told>> {
        Box::pin(async move {
            let place = Arn::parse(wish.resource).and_then(|arn| arn.resource.split_once('/'));
            let Some((bucket, key)) = place else { return Ok(Vec::new()) };
            let told = |(key, value): (&String, &String)| (format!("{TAG}{key}"), value.clone());
            let known = wish.context.known::<Reached>().filter(|it| it.name == bucket);
            let reached = match known {
                Some(known) => Some(known),
                None => bucket::find(wish.context.tables(), bucket).await?,
            };
            let Some(reached) = reached else { return Ok(Vec::new()) };
            match self.find_wished(wish, &reached, key).await? {
                Some(object) => Ok(object.headers.tags.iter().map(told).collect()),
                None => Ok(Vec::new()),
            }
        })
    }
}

/// The version that a wish names of an object: a copy's source names its own.
pub(crate) fn version_of(wish: &Wish<'_>) -> Option<String> {
    match kept::text(wish.input, "CopySource") {
        Some(source) => source.split_once("?versionId=").map(|(_, version)| version.to_owned()),
        None => kept::text(wish.input, "VersionId"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::put_request;

    #[test]
    fn keys_that_nobody_tells_are_refused_by_name() {
        for known in ["s3:PREFIX", "aws:sourceip", "s3:ExistingObjectTag/a b", "s3:signatureAge"] {
            assert!(check(known).is_ok(), "{known}");
        }
        for unknown in ["s3:BucketTag/a", "aws:PrincipalTag/a", "s3:ExistingObjectTag", "a:b", "é"]
        {
            let error = check(unknown).unwrap_err();
            assert!(error.message.contains(unknown), "{error}");
        }
    }

    #[test]
    fn a_request_tells_what_it_asks_for() {
        let (platform, _) = platform::testing::platform();
        let cx = platform::testing::context(&platform);
        let input = s3::PutObjectRequest {
            acl: Some("private".into()),
            tagging: Some("a=1&b=2".into()),
            object_lock_mode: Some("GOVERNANCE".into()),
            object_lock_retain_until_date: Some(shapes::Timestamp(cx.now().millis() + 3 * DAY_MS)),
            if_none_match: Some("*".into()),
            ..put_request("k", "")
        };
        let mut keys = Keys::default();
        tell(&cx, &input, &mut keys);
        let says = |key: &str, value: &str| {
            let text = format!(
                r#"{{"Statement":{{"Effect":"Allow","Principal":"*","Action":"*",
                "Condition":{{"ForAnyValue:StringEquals":{{"{key}":"{value}"}}}}}}}}"#
            );
            let policy = Document::parse(&text).unwrap();
            let principal = &*cx.principal;
            let (action, resource, keys) = ("s3:PutObject", "*", &keys);
            let request = platform::policy::Request { principal, action, resource, keys };
            platform::policy::decide([&policy], &request) == platform::policy::Decision::Allow
        };
        for (key, value) in [
            ("s3:x-amz-acl", "private"),
            ("s3:RequestObjectTag/a", "1"),
            ("s3:RequestObjectTagKeys", "b"),
            ("s3:object-lock-mode", "GOVERNANCE"),
            ("s3:object-lock-remaining-retention-days", "3"),
            ("s3:if-none-match", "*"),
        ] {
            assert!(says(key, value), "{key}");
        }
        assert!(!says("s3:x-amz-storage-class", "STANDARD"));
    }
}
