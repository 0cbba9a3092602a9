//! What the operations ask leave for: a bucket or an object, as the page "Required permissions for
//! Amazon S3 API operations" says.

use crate::acl;
use crate::copy_source::CopySource;
use platform::{Arn, Asks, Context};
use shapes::s3::{CreateBucketRequest, DeleteObjectsRequest};

/// A bucket's ARN. It names no region and no account.
pub(crate) fn bucket(cx: &Context, name: &str) -> String {
    Arn::new("s3", &cx.region, "", name).global().to_string()
}

/// An object's ARN.
pub(crate) fn object(cx: &Context, bucket: &str, key: &str) -> String {
    Arn::new("s3", &cx.region, "", format_args!("{bucket}/{key}")).global().to_string()
}

/// Leave to write an object, which every step of an upload asks for.
pub(crate) fn put(cx: &Context, bucket: &str, key: &str) -> Asks {
    Asks::action("s3:PutObject", object(cx, bucket, key))
}

/// The same, and to say who else may do what with it where there is an ACL, and to tag it where there
/// are tags.
pub(crate) fn put_with(
    cx: &Context,
    bucket: &str,
    key: &str,
    (has_acl, tags): (bool, Option<&String>),
) -> Asks {
    let on = object(cx, bucket, key);
    let asks = Asks::action("s3:PutObject", &on).and_where(has_acl, "s3:PutObjectAcl", &on);
    asks.and_where(tags.is_some(), "s3:PutObjectTagging", &on)
}

/// What else is asked where what is written is to be locked.
macro_rules! and_lock {
    ($asks:expr, $cx:expr, $input:expr) => {{
        let on = $crate::asks::object($cx, &$input.bucket, &$input.key);
        let retains = $input.object_lock_mode.is_some();
        let holds = $input.object_lock_legal_hold_status.is_some();
        let asks = $asks.and_where(retains, "s3:PutObjectRetention", &on);
        asks.and_where(holds, "s3:PutObjectLegalHold", &on)
    }};
}

pub(crate) use and_lock;

/// What else is asked where a retention is to keep nothing from the caller.
pub(crate) fn and_bypass(asks: Asks, bypass: Option<bool>, on: String) -> Asks {
    asks.and_where(bypass == Some(true), "s3:BypassGovernanceRetention", on)
}

/// A bucket that is to be made. The ACL `private` says what holds anyway, and asks for nothing.
pub(crate) fn made(cx: &Context, input: &CreateBucketRequest) -> Asks {
    let arn = bucket(cx, &input.bucket);
    let given = acl::headers!(input, write);
    let has_acl = given.is_some() && given.canned != Some("private");
    let has_owner = input.object_ownership.is_some();
    let locks = input.object_lock_enabled_for_bucket == Some(true);
    let configuration = input.create_bucket_configuration.as_ref();
    let has_tags = configuration.is_some_and(|it| platform::lists_any(&it.tags));
    Asks::on(&arn)
        .and_where(has_acl, "s3:PutBucketAcl", &arn)
        .and_where(has_owner, "s3:PutBucketOwnershipControls", &arn)
        .and_where(has_tags, "s3:TagResource", &arn)
        .and_where(locks, "s3:PutBucketObjectLockConfiguration", &arn)
        .and_where(locks, "s3:PutBucketVersioning", &arn)
}

/// Leave to read what is copied, besides what else is asked. A source that cannot be read is
/// refused by the operation.
pub(crate) fn and_source(cx: &Context, asks: Asks, source: &str) -> Asks {
    let Ok(from) = CopySource::parse(source) else { return asks };
    let action = if from.version.is_some() { "s3:GetObjectVersion" } else { "s3:GetObject" };
    asks.and(action, object(cx, &from.bucket, &from.key))
}

/// One of two actions: the second where a version is named.
pub(crate) fn versioned(
    actions: [&'static str; 2],
    version: Option<&String>,
    object: String,
) -> Asks {
    let [plain, of_version] = actions;
    Asks::action(if version.is_some() { of_version } else { plain }, object)
}

/// Leave to delete each of these.
pub(crate) fn delete_each(cx: &Context, input: &DeleteObjectsRequest) -> Asks {
    input.delete.objects.iter().fold(Asks::default(), |asks, it| {
        let action = match it.version_id {
            Some(_) => "s3:DeleteObjectVersion",
            None => "s3:DeleteObject",
        };
        let on = object(cx, &input.bucket, &it.key);
        let bypass = input.bypass_governance_retention.filter(|_| it.version_id.is_some());
        and_bypass(asks.and(action, &on), bypass, on)
    })
}

#[cfg(test)]
mod tests {
    use crate::S3;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::s3::ops::*;
    use shapes::s3::*;

    macro_rules! examples {
        ($($operation:ident: $input:ident { $($set:tt)* } => [$($asks:literal),*]),+ $(,)?) => {
            vec![$(Example::of::<$operation>(
                $input { $($set)* ..Default::default() },
                &[$($asks),*],
            )),+]
        };
    }

    fn of_buckets() -> Vec<Example> {
        let b = || "b".to_owned();
        let key = |key: &str, version: Option<&str>| ObjectIdentifier {
            key: key.to_owned(),
            version_id: version.map(str::to_owned),
            ..Default::default()
        };
        let objects = vec![key("k/1", None), key("k/2", Some("null"))];
        let delete = Delete { objects, ..Default::default() };
        examples![
            CreateBucket: CreateBucketRequest { bucket: b(), } =>
                ["s3:CreateBucket arn:aws:s3:::b"],
            CreateBucket: CreateBucketRequest {
                bucket: b(),
                acl: Some("public-read".into()),
                object_ownership: Some("BucketOwnerEnforced".into()),
            } => [
                "s3:CreateBucket arn:aws:s3:::b", "s3:PutBucketAcl arn:aws:s3:::b",
                "s3:PutBucketOwnershipControls arn:aws:s3:::b"
            ],
            DeleteBucket: DeleteBucketRequest { bucket: b(), } =>
                ["s3:DeleteBucket arn:aws:s3:::b"],
            DeleteObjects: DeleteObjectsRequest { bucket: b(), delete, } => [
                "s3:DeleteObject arn:aws:s3:::b/k/1", "s3:DeleteObjectVersion arn:aws:s3:::b/k/2"
            ],
            GetBucketLocation: GetBucketLocationRequest { bucket: b(), } =>
                ["s3:GetBucketLocation arn:aws:s3:::b"],
            HeadBucket: HeadBucketRequest { bucket: b(), } => ["s3:ListBucket arn:aws:s3:::b"],
            ListBuckets: ListBucketsRequest {} => ["s3:ListAllMyBuckets *"],
            ListMultipartUploads: ListMultipartUploadsRequest { bucket: b(), } =>
                ["s3:ListBucketMultipartUploads arn:aws:s3:::b"],
            ListObjects: ListObjectsRequest { bucket: b(), } => ["s3:ListBucket arn:aws:s3:::b"],
            ListObjectsV2: ListObjectsV2Request { bucket: b(), } =>
                ["s3:ListBucket arn:aws:s3:::b"],
        ]
    }

    fn of_objects() -> Vec<Example> {
        let (b, k) = (|| "b".to_owned(), || "k".to_owned());
        let source = || "/from/a%20key".to_owned();
        let null = || Some("null".to_owned());
        examples![
            AbortMultipartUpload: AbortMultipartUploadRequest { bucket: b(), key: k(), } =>
                ["s3:AbortMultipartUpload arn:aws:s3:::b/k"],
            CompleteMultipartUpload: CompleteMultipartUploadRequest { bucket: b(), key: k(), } =>
                ["s3:PutObject arn:aws:s3:::b/k"],
            CopyObject: CopyObjectRequest { bucket: b(), key: k(), copy_source: source(), } =>
                ["s3:PutObject arn:aws:s3:::b/k", "s3:GetObject arn:aws:s3:::from/a key"],
            CreateMultipartUpload: CreateMultipartUploadRequest { bucket: b(), key: k(), } =>
                ["s3:PutObject arn:aws:s3:::b/k"],
            DeleteObject: DeleteObjectRequest { bucket: b(), key: k(), } =>
                ["s3:DeleteObject arn:aws:s3:::b/k"],
            GetObject: GetObjectRequest { bucket: b(), key: k(), } =>
                ["s3:GetObject arn:aws:s3:::b/k"],
            GetObject: GetObjectRequest { bucket: b(), key: k(), version_id: null(), } =>
                ["s3:GetObjectVersion arn:aws:s3:::b/k"],
            GetObjectTagging: GetObjectTaggingRequest { bucket: b(), key: k(), } =>
                ["s3:GetObjectTagging arn:aws:s3:::b/k"],
            HeadObject: HeadObjectRequest { bucket: b(), key: k(), } =>
                ["s3:GetObject arn:aws:s3:::b/k"],
            ListParts: ListPartsRequest { bucket: b(), key: k(), } =>
                ["s3:ListMultipartUploadParts arn:aws:s3:::b/k"],
            PutObject: PutObjectRequest { bucket: b(), key: k(), } =>
                ["s3:PutObject arn:aws:s3:::b/k"],
            PutObject: PutObjectRequest { bucket: b(), key: k(), acl: Some("private".into()), } =>
                ["s3:PutObject arn:aws:s3:::b/k", "s3:PutObjectAcl arn:aws:s3:::b/k"],
            UploadPart: UploadPartRequest { bucket: b(), key: k(), } =>
                ["s3:PutObject arn:aws:s3:::b/k"],
            UploadPartCopy: UploadPartCopyRequest {
                bucket: b(), key: k(), copy_source: source(),
            } => ["s3:PutObject arn:aws:s3:::b/k", "s3:GetObject arn:aws:s3:::from/a key"],
            UploadPartCopy: UploadPartCopyRequest {
                bucket: b(), key: k(), copy_source: source() + "?versionId=null",
            } => ["s3:PutObject arn:aws:s3:::b/k", "s3:GetObjectVersion arn:aws:s3:::from/a key"],
        ]
    }

    fn of_tags_and_acls() -> Vec<Example> {
        let (b, k) = (|| "b".to_owned(), || "k".to_owned());
        let null = || Some("null".to_owned());
        examples![
            DeleteObjectTagging: DeleteObjectTaggingRequest { bucket: b(), key: k(), } =>
                ["s3:DeleteObjectTagging arn:aws:s3:::b/k"],
            GetObjectAcl: GetObjectAclRequest { bucket: b(), key: k(), } =>
                ["s3:GetObjectAcl arn:aws:s3:::b/k"],
            GetObjectAttributes: GetObjectAttributesRequest { bucket: b(), key: k(), } =>
                ["s3:GetObject arn:aws:s3:::b/k", "s3:GetObjectAttributes arn:aws:s3:::b/k"],
            GetObjectAttributes: GetObjectAttributesRequest {
                bucket: b(), key: k(), version_id: null(),
            } => [
                "s3:GetObjectVersion arn:aws:s3:::b/k",
                "s3:GetObjectVersionAttributes arn:aws:s3:::b/k"
            ],
            PutObject: PutObjectRequest { bucket: b(), key: k(), tagging: Some("a=1".into()), } =>
                ["s3:PutObject arn:aws:s3:::b/k", "s3:PutObjectTagging arn:aws:s3:::b/k"],
            PutObjectAcl: PutObjectAclRequest { bucket: b(), key: k(), version_id: null(), } =>
                ["s3:PutObjectVersionAcl arn:aws:s3:::b/k"],
            SelectObjectContent: SelectObjectContentRequest { bucket: b(), key: k(), } =>
                ["s3:GetObject arn:aws:s3:::b/k"],
            PutObjectTagging: PutObjectTaggingRequest { bucket: b(), key: k(), } =>
                ["s3:PutObjectTagging arn:aws:s3:::b/k"],
            UpdateObjectEncryption: UpdateObjectEncryptionRequest { bucket: b(), key: k(), } =>
                ["s3:UpdateObjectEncryption arn:aws:s3:::b/k"],
        ]
    }

    /// What reads and sets settings of a bucket.
    macro_rules! of_settings {
        ($($operation:ident: $input:ident => $asks:literal),+ $(,)?) => {
            vec![$(Example::of::<$operation>(
                $input { bucket: "b".to_owned(), ..Default::default() },
                &[$asks],
            )),+]
        };
    }

    fn settings() -> Vec<Example> {
        of_settings![
            GetBucketAccelerateConfiguration: GetBucketAccelerateConfigurationRequest => "s3:GetAccelerateConfiguration arn:aws:s3:::b",
            GetBucketAcl: GetBucketAclRequest => "s3:GetBucketAcl arn:aws:s3:::b",
            GetBucketCors: GetBucketCorsRequest => "s3:GetBucketCORS arn:aws:s3:::b",
            GetBucketEncryption: GetBucketEncryptionRequest => "s3:GetEncryptionConfiguration arn:aws:s3:::b",
            GetBucketLifecycleConfiguration: GetBucketLifecycleConfigurationRequest => "s3:GetLifecycleConfiguration arn:aws:s3:::b",
            GetBucketLogging: GetBucketLoggingRequest => "s3:GetBucketLogging arn:aws:s3:::b",
            GetBucketNotificationConfiguration: GetBucketNotificationConfigurationRequest => "s3:GetBucketNotification arn:aws:s3:::b",
            GetBucketOwnershipControls: GetBucketOwnershipControlsRequest => "s3:GetBucketOwnershipControls arn:aws:s3:::b",
            GetBucketPolicy: GetBucketPolicyRequest => "s3:GetBucketPolicy arn:aws:s3:::b",
            GetBucketPolicyStatus: GetBucketPolicyStatusRequest => "s3:GetBucketPolicyStatus arn:aws:s3:::b",
            GetBucketReplication: GetBucketReplicationRequest => "s3:GetReplicationConfiguration arn:aws:s3:::b",
            GetBucketRequestPayment: GetBucketRequestPaymentRequest => "s3:GetBucketRequestPayment arn:aws:s3:::b",
            GetBucketTagging: GetBucketTaggingRequest => "s3:GetBucketTagging arn:aws:s3:::b",
            GetBucketVersioning: GetBucketVersioningRequest => "s3:GetBucketVersioning arn:aws:s3:::b",
            GetBucketWebsite: GetBucketWebsiteRequest => "s3:GetBucketWebsite arn:aws:s3:::b",
            GetObjectLockConfiguration: GetObjectLockConfigurationRequest => "s3:GetBucketObjectLockConfiguration arn:aws:s3:::b",
            GetPublicAccessBlock: GetPublicAccessBlockRequest => "s3:GetBucketPublicAccessBlock arn:aws:s3:::b",
        ]
    }

    fn set_settings() -> Vec<Example> {
        of_settings![
            DeleteBucketCors: DeleteBucketCorsRequest => "s3:PutBucketCORS arn:aws:s3:::b",
            DeleteBucketEncryption: DeleteBucketEncryptionRequest => "s3:PutEncryptionConfiguration arn:aws:s3:::b",
            DeleteBucketLifecycle: DeleteBucketLifecycleRequest => "s3:PutLifecycleConfiguration arn:aws:s3:::b",
            DeleteBucketOwnershipControls: DeleteBucketOwnershipControlsRequest => "s3:PutBucketOwnershipControls arn:aws:s3:::b",
            DeleteBucketPolicy: DeleteBucketPolicyRequest => "s3:DeleteBucketPolicy arn:aws:s3:::b",
            DeleteBucketReplication: DeleteBucketReplicationRequest => "s3:PutReplicationConfiguration arn:aws:s3:::b",
            DeleteBucketTagging: DeleteBucketTaggingRequest => "s3:PutBucketTagging arn:aws:s3:::b",
            DeleteBucketWebsite: DeleteBucketWebsiteRequest => "s3:DeleteBucketWebsite arn:aws:s3:::b",
            DeletePublicAccessBlock: DeletePublicAccessBlockRequest => "s3:PutBucketPublicAccessBlock arn:aws:s3:::b",
            PutBucketAcl: PutBucketAclRequest => "s3:PutBucketAcl arn:aws:s3:::b",
            PutBucketEncryption: PutBucketEncryptionRequest => "s3:PutEncryptionConfiguration arn:aws:s3:::b",
            PutBucketLifecycleConfiguration: PutBucketLifecycleConfigurationRequest => "s3:PutLifecycleConfiguration arn:aws:s3:::b",
            PutBucketNotificationConfiguration: PutBucketNotificationConfigurationRequest => "s3:PutBucketNotification arn:aws:s3:::b",
            PutBucketOwnershipControls: PutBucketOwnershipControlsRequest => "s3:PutBucketOwnershipControls arn:aws:s3:::b",
            PutBucketPolicy: PutBucketPolicyRequest => "s3:PutBucketPolicy arn:aws:s3:::b",
            PutBucketRequestPayment: PutBucketRequestPaymentRequest => "s3:PutBucketRequestPayment arn:aws:s3:::b",
            PutBucketTagging: PutBucketTaggingRequest => "s3:PutBucketTagging arn:aws:s3:::b",
            PutBucketVersioning: PutBucketVersioningRequest => "s3:PutBucketVersioning arn:aws:s3:::b",
            PutBucketAccelerateConfiguration: PutBucketAccelerateConfigurationRequest => "s3:PutAccelerateConfiguration arn:aws:s3:::b",
            PutBucketCors: PutBucketCorsRequest => "s3:PutBucketCORS arn:aws:s3:::b",
            PutBucketLogging: PutBucketLoggingRequest => "s3:PutBucketLogging arn:aws:s3:::b",
            PutBucketWebsite: PutBucketWebsiteRequest => "s3:PutBucketWebsite arn:aws:s3:::b",
            PutObjectLockConfiguration: PutObjectLockConfigurationRequest => "s3:PutBucketObjectLockConfiguration arn:aws:s3:::b",
            PutPublicAccessBlock: PutPublicAccessBlockRequest => "s3:PutBucketPublicAccessBlock arn:aws:s3:::b",
        ]
    }

    fn reports_and_versions() -> Vec<Example> {
        of_settings![
            DeleteBucketAnalyticsConfiguration: DeleteBucketAnalyticsConfigurationRequest => "s3:PutAnalyticsConfiguration arn:aws:s3:::b",
            DeleteBucketIntelligentTieringConfiguration: DeleteBucketIntelligentTieringConfigurationRequest => "s3:PutIntelligentTieringConfiguration arn:aws:s3:::b",
            DeleteBucketInventoryConfiguration: DeleteBucketInventoryConfigurationRequest => "s3:PutInventoryConfiguration arn:aws:s3:::b",
            DeleteBucketMetricsConfiguration: DeleteBucketMetricsConfigurationRequest => "s3:PutMetricsConfiguration arn:aws:s3:::b",
            GetBucketAnalyticsConfiguration: GetBucketAnalyticsConfigurationRequest => "s3:GetAnalyticsConfiguration arn:aws:s3:::b",
            GetBucketIntelligentTieringConfiguration: GetBucketIntelligentTieringConfigurationRequest => "s3:GetIntelligentTieringConfiguration arn:aws:s3:::b",
            GetBucketInventoryConfiguration: GetBucketInventoryConfigurationRequest => "s3:GetInventoryConfiguration arn:aws:s3:::b",
            GetBucketMetricsConfiguration: GetBucketMetricsConfigurationRequest => "s3:GetMetricsConfiguration arn:aws:s3:::b",
            ListBucketAnalyticsConfigurations: ListBucketAnalyticsConfigurationsRequest => "s3:GetAnalyticsConfiguration arn:aws:s3:::b",
            ListBucketIntelligentTieringConfigurations: ListBucketIntelligentTieringConfigurationsRequest => "s3:GetIntelligentTieringConfiguration arn:aws:s3:::b",
            ListBucketInventoryConfigurations: ListBucketInventoryConfigurationsRequest => "s3:GetInventoryConfiguration arn:aws:s3:::b",
            ListBucketMetricsConfigurations: ListBucketMetricsConfigurationsRequest => "s3:GetMetricsConfiguration arn:aws:s3:::b",
            ListObjectVersions: ListObjectVersionsRequest => "s3:ListBucketVersions arn:aws:s3:::b",
            PutBucketAnalyticsConfiguration: PutBucketAnalyticsConfigurationRequest => "s3:PutAnalyticsConfiguration arn:aws:s3:::b",
            PutBucketIntelligentTieringConfiguration: PutBucketIntelligentTieringConfigurationRequest => "s3:PutIntelligentTieringConfiguration arn:aws:s3:::b",
            PutBucketInventoryConfiguration: PutBucketInventoryConfigurationRequest => "s3:PutInventoryConfiguration arn:aws:s3:::b",
            PutBucketMetricsConfiguration: PutBucketMetricsConfigurationRequest => "s3:PutMetricsConfiguration arn:aws:s3:::b",
        ]
    }

    fn locks() -> Vec<Example> {
        let (b, k) = (|| "b".to_owned(), || "k".to_owned());
        examples![
            GetObjectLegalHold: GetObjectLegalHoldRequest { bucket: b(), key: k(), } =>
                ["s3:GetObjectLegalHold arn:aws:s3:::b/k"],
            GetObjectRetention: GetObjectRetentionRequest { bucket: b(), key: k(), } =>
                ["s3:GetObjectRetention arn:aws:s3:::b/k"],
            PutObjectLegalHold: PutObjectLegalHoldRequest { bucket: b(), key: k(), } =>
                ["s3:PutObjectLegalHold arn:aws:s3:::b/k"],
            PutObjectRetention: PutObjectRetentionRequest { bucket: b(), key: k(), } =>
                ["s3:PutObjectRetention arn:aws:s3:::b/k"],
            RestoreObject: RestoreObjectRequest { bucket: b(), key: k(), } =>
                ["s3:RestoreObject arn:aws:s3:::b/k"],
            PutBucketReplication: PutBucketReplicationRequest {
                bucket: b(),
                replication_configuration: ReplicationConfiguration {
                    role: "arn:aws:iam::000000000000:role/R".into(),
                    ..Default::default()
                },
            } => [
                "s3:PutReplicationConfiguration arn:aws:s3:::b",
                "iam:PassRole arn:aws:iam::000000000000:role/R"
            ],
            PutObjectRetention: PutObjectRetentionRequest {
                bucket: b(), key: k(), bypass_governance_retention: Some(true),
            } => [
                "s3:PutObjectRetention arn:aws:s3:::b/k",
                "s3:BypassGovernanceRetention arn:aws:s3:::b/k"
            ],
            DeleteObject: DeleteObjectRequest {
                bucket: b(), key: k(), version_id: Some("v".into()),
                bypass_governance_retention: Some(true),
            } => [
                "s3:DeleteObjectVersion arn:aws:s3:::b/k",
                "s3:BypassGovernanceRetention arn:aws:s3:::b/k"
            ],
            PutObject: PutObjectRequest {
                bucket: b(), key: k(), object_lock_mode: Some("GOVERNANCE".into()),
                object_lock_legal_hold_status: Some("ON".into()),
            } => [
                "s3:PutObject arn:aws:s3:::b/k", "s3:PutObjectRetention arn:aws:s3:::b/k",
                "s3:PutObjectLegalHold arn:aws:s3:::b/k"
            ],
            CreateBucket: CreateBucketRequest {
                bucket: b(), object_lock_enabled_for_bucket: Some(true),
            } => [
                "s3:CreateBucket arn:aws:s3:::b",
                "s3:PutBucketObjectLockConfiguration arn:aws:s3:::b",
                "s3:PutBucketVersioning arn:aws:s3:::b"
            ],
        ]
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let examples: Vec<_> = [
            of_buckets(),
            of_objects(),
            of_tags_and_acls(),
            settings(),
            set_settings(),
            reports_and_versions(),
            locks(),
        ]
        .into_iter()
        .flatten()
        .collect();
        let served = S3::new(platform.clone()).await.operations();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}
