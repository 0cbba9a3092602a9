//! The operations, one file each.

mod abort_multipart_upload;
mod complete_multipart_upload;
mod copy_object;
mod create_bucket;
mod create_multipart_upload;
mod delete_bucket;
mod delete_bucket_cors;
mod delete_bucket_encryption;
mod delete_bucket_lifecycle;
mod delete_bucket_ownership_controls;
mod delete_bucket_policy;
mod delete_bucket_replication;
mod delete_bucket_tagging;
mod delete_bucket_website;
mod delete_object;
mod delete_object_tagging;
mod delete_objects;
mod delete_public_access_block;
mod get_bucket_accelerate_configuration;
mod get_bucket_acl;
mod get_bucket_cors;
mod get_bucket_encryption;
mod get_bucket_lifecycle_configuration;
mod get_bucket_location;
mod get_bucket_logging;
mod get_bucket_notification_configuration;
mod get_bucket_ownership_controls;
mod get_bucket_policy;
mod get_bucket_policy_status;
mod get_bucket_replication;
mod get_bucket_request_payment;
mod get_bucket_tagging;
mod get_bucket_versioning;
mod get_bucket_website;
mod get_object;
mod get_object_acl;
mod get_object_attributes;
mod get_object_legal_hold;
mod get_object_lock_configuration;
mod get_object_retention;
mod get_object_tagging;
mod get_public_access_block;
mod head_bucket;
mod head_object;
mod list_buckets;
mod list_multipart_uploads;
mod list_object_versions;
mod list_objects;
mod list_objects_v2;
mod list_parts;
mod put_bucket_accelerate_configuration;
mod put_bucket_acl;
mod put_bucket_cors;
mod put_bucket_encryption;
mod put_bucket_lifecycle_configuration;
mod put_bucket_logging;
mod put_bucket_notification_configuration;
mod put_bucket_ownership_controls;
mod put_bucket_policy;
mod put_bucket_replication;
mod put_bucket_request_payment;
mod put_bucket_tagging;
mod put_bucket_versioning;
mod put_bucket_website;
mod put_object;
mod put_object_acl;
mod put_object_legal_hold;
mod put_object_lock_configuration;
mod put_object_retention;
mod put_object_tagging;
mod put_public_access_block;
mod reports;
mod restore_object;
mod select_object_content;
mod update_object_encryption;
mod upload_part;
mod upload_part_copy;

use crate::S3;
use crate::acl;
use crate::asks::{
    and_bypass, and_lock, and_source, bucket, delete_each, made, object, put, put_with, versioned,
};
use platform::{Asks, BoxFuture, Policies, Served, Service, operations};
use shapes::s3::ops::*;
use std::sync::Arc;

impl Service for S3 {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        let parts = [of_buckets, of_objects, of_uploads, settings, set_settings, of_locks, reports];
        parts.into_iter().flat_map(|part| part(&self)).collect()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.logs.flush())
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }
}

fn of_buckets(service: &Arc<S3>) -> Vec<Served> {
    operations![service =>
        CreateBucket: made,
        DeleteBucket: |cx, it| Asks::on(bucket(cx, &it.bucket)),
        GetBucketLocation: |cx, it| Asks::on(bucket(cx, &it.bucket)),
        HeadBucket: |cx, it| Asks::action("s3:ListBucket", bucket(cx, &it.bucket)),
        ListBuckets: |_, _| Asks::action("s3:ListAllMyBuckets", "*"),
        ListMultipartUploads: |cx, it| {
            Asks::action("s3:ListBucketMultipartUploads", bucket(cx, &it.bucket))
        },
        ListObjectVersions: |cx, it| Asks::action("s3:ListBucketVersions", bucket(cx, &it.bucket)),
        ListObjects: |cx, it| Asks::action("s3:ListBucket", bucket(cx, &it.bucket)),
        ListObjectsV2: |cx, it| Asks::action("s3:ListBucket", bucket(cx, &it.bucket)),
    ]
}

/// Leave to do something with an object: the second action where a version is named.
macro_rules! object {
    ($plain:literal, $versioned:literal) => {
        |cx, it| {
            let actions = [$plain, $versioned];
            versioned(actions, it.version_id.as_ref(), object(cx, &it.bucket, &it.key))
        }
    };
}

fn of_objects(service: &Arc<S3>) -> Vec<Served> {
    operations![service =>
        CopyObject: |cx, it| {
            let given = (acl::headers!(it).is_some(), it.tagging.as_ref());
            let asks = and_lock!(put_with(cx, &it.bucket, &it.key, given), cx, it);
            and_source(cx, asks, &it.copy_source)
        },
        DeleteObject: |cx, it| {
            let (on, version) = (object(cx, &it.bucket, &it.key), it.version_id.as_ref());
            let asks =
                versioned(["s3:DeleteObject", "s3:DeleteObjectVersion"], version, on.clone());
            and_bypass(asks, it.bypass_governance_retention.filter(|_| version.is_some()), on)
        },
        DeleteObjectTagging: object!("s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging"),
        DeleteObjects: delete_each,
        GetObject: object!("s3:GetObject", "s3:GetObjectVersion"),
        GetObjectAcl: object!("s3:GetObjectAcl", "s3:GetObjectVersionAcl"),
        GetObjectAttributes: |cx, it| {
            let on = object(cx, &it.bucket, &it.key);
            match it.version_id {
                None => Asks::action("s3:GetObject", &on).and("s3:GetObjectAttributes", &on),
                Some(_) => Asks::action("s3:GetObjectVersion", &on)
                    .and("s3:GetObjectVersionAttributes", &on),
            }
        },
        GetObjectTagging: object!("s3:GetObjectTagging", "s3:GetObjectVersionTagging"),
        HeadObject: object!("s3:GetObject", "s3:GetObjectVersion"),
        PutObject: |cx, it| {
            let given = (acl::headers!(it).is_some(), it.tagging.as_ref());
            and_lock!(put_with(cx, &it.bucket, &it.key, given), cx, it)
        },
        PutObjectAcl: object!("s3:PutObjectAcl", "s3:PutObjectVersionAcl"),
        PutObjectTagging: object!("s3:PutObjectTagging", "s3:PutObjectVersionTagging"),
        SelectObjectContent: |cx, it| {
            Asks::action("s3:GetObject", object(cx, &it.bucket, &it.key))
        },
        UpdateObjectEncryption: |cx, it| Asks::on(object(cx, &it.bucket, &it.key)),
    ]
}

fn of_uploads(service: &Arc<S3>) -> Vec<Served> {
    operations![service =>
        AbortMultipartUpload: |cx, it| Asks::on(object(cx, &it.bucket, &it.key)),
        CompleteMultipartUpload: |cx, it| put(cx, &it.bucket, &it.key),
        CreateMultipartUpload: |cx, it| {
            let given = (acl::headers!(it).is_some(), it.tagging.as_ref());
            and_lock!(put_with(cx, &it.bucket, &it.key, given), cx, it)
        },
        ListParts: |cx, it| {
            Asks::action("s3:ListMultipartUploadParts", object(cx, &it.bucket, &it.key))
        },
        UploadPart: |cx, it| put(cx, &it.bucket, &it.key),
        UploadPartCopy: |cx, it| and_source(cx, put(cx, &it.bucket, &it.key), &it.copy_source),
    ]
}

/// Leave to read or change what is set for a bucket.
macro_rules! setting {
    ($action:literal) => {
        |cx, it| Asks::action($action, bucket(cx, &it.bucket))
    };
}

/// What is set for a bucket.
fn settings(service: &Arc<S3>) -> Vec<Served> {
    operations![service =>
        GetBucketAccelerateConfiguration: setting!("s3:GetAccelerateConfiguration"),
        GetBucketAcl: setting!("s3:GetBucketAcl"),
        GetBucketCors: setting!("s3:GetBucketCORS"),
        GetBucketEncryption: setting!("s3:GetEncryptionConfiguration"),
        GetBucketLifecycleConfiguration: setting!("s3:GetLifecycleConfiguration"),
        GetBucketLogging: setting!("s3:GetBucketLogging"),
        GetBucketNotificationConfiguration: setting!("s3:GetBucketNotification"),
        GetBucketOwnershipControls: setting!("s3:GetBucketOwnershipControls"),
        GetBucketPolicy: setting!("s3:GetBucketPolicy"),
        GetBucketPolicyStatus: setting!("s3:GetBucketPolicyStatus"),
        GetBucketReplication: setting!("s3:GetReplicationConfiguration"),
        GetBucketRequestPayment: setting!("s3:GetBucketRequestPayment"),
        GetBucketTagging: setting!("s3:GetBucketTagging"),
        GetBucketVersioning: setting!("s3:GetBucketVersioning"),
        GetBucketWebsite: setting!("s3:GetBucketWebsite"),
        GetObjectLockConfiguration: setting!("s3:GetBucketObjectLockConfiguration"),
        GetPublicAccessBlock: setting!("s3:GetBucketPublicAccessBlock"),
    ]
}

/// What sets it and takes it away.
fn set_settings(service: &Arc<S3>) -> Vec<Served> {
    operations![service =>
        DeleteBucketCors: setting!("s3:PutBucketCORS"),
        DeleteBucketEncryption: setting!("s3:PutEncryptionConfiguration"),
        DeleteBucketLifecycle: setting!("s3:PutLifecycleConfiguration"),
        DeleteBucketOwnershipControls: setting!("s3:PutBucketOwnershipControls"),
        DeleteBucketPolicy: setting!("s3:DeleteBucketPolicy"),
        DeleteBucketReplication: setting!("s3:PutReplicationConfiguration"),
        DeleteBucketTagging: setting!("s3:PutBucketTagging"),
        DeleteBucketWebsite: setting!("s3:DeleteBucketWebsite"),
        DeletePublicAccessBlock: setting!("s3:PutBucketPublicAccessBlock"),
        PutBucketAcl: setting!("s3:PutBucketAcl"),
        PutBucketEncryption: setting!("s3:PutEncryptionConfiguration"),
        PutBucketLifecycleConfiguration: setting!("s3:PutLifecycleConfiguration"),
        PutBucketNotificationConfiguration: setting!("s3:PutBucketNotification"),
        PutBucketOwnershipControls: setting!("s3:PutBucketOwnershipControls"),
        PutBucketPolicy: setting!("s3:PutBucketPolicy"),
        PutBucketReplication: |cx, it| {
            let asks = Asks::action("s3:PutReplicationConfiguration", bucket(cx, &it.bucket));
            asks.and("iam:PassRole", &it.replication_configuration.role)
        },
        PutBucketRequestPayment: setting!("s3:PutBucketRequestPayment"),
        PutBucketTagging: setting!("s3:PutBucketTagging"),
        PutBucketVersioning: setting!("s3:PutBucketVersioning"),
        PutBucketAccelerateConfiguration: setting!("s3:PutAccelerateConfiguration"),
        PutBucketCors: setting!("s3:PutBucketCORS"),
        PutBucketLogging: setting!("s3:PutBucketLogging"),
        PutBucketWebsite: setting!("s3:PutBucketWebsite"),
        PutObjectLockConfiguration: setting!("s3:PutBucketObjectLockConfiguration"),
        PutPublicAccessBlock: setting!("s3:PutBucketPublicAccessBlock"),
    ]
}

/// Locks and restored copies of objects.
fn of_locks(service: &Arc<S3>) -> Vec<Served> {
    operations![service =>
        GetObjectLegalHold: |cx, it| Asks::action("s3:GetObjectLegalHold", object(cx, &it.bucket, &it.key)),
        GetObjectRetention: |cx, it| Asks::action("s3:GetObjectRetention", object(cx, &it.bucket, &it.key)),
        PutObjectLegalHold: |cx, it| Asks::action("s3:PutObjectLegalHold", object(cx, &it.bucket, &it.key)),
        PutObjectRetention: |cx, it| {
            let on = object(cx, &it.bucket, &it.key);
            let asks = Asks::action("s3:PutObjectRetention", &on);
            and_bypass(asks, it.bypass_governance_retention, on)
        },
        RestoreObject: |cx, it| Asks::action("s3:RestoreObject", object(cx, &it.bucket, &it.key)),
    ]
}

/// What AWS reports of a bucket's use, each report under an id.
fn reports(service: &Arc<S3>) -> Vec<Served> {
    operations![service =>
        DeleteBucketAnalyticsConfiguration: setting!("s3:PutAnalyticsConfiguration"),
        DeleteBucketIntelligentTieringConfiguration: setting!("s3:PutIntelligentTieringConfiguration"),
        DeleteBucketInventoryConfiguration: setting!("s3:PutInventoryConfiguration"),
        DeleteBucketMetricsConfiguration: setting!("s3:PutMetricsConfiguration"),
        GetBucketAnalyticsConfiguration: setting!("s3:GetAnalyticsConfiguration"),
        GetBucketIntelligentTieringConfiguration: setting!("s3:GetIntelligentTieringConfiguration"),
        GetBucketInventoryConfiguration: setting!("s3:GetInventoryConfiguration"),
        GetBucketMetricsConfiguration: setting!("s3:GetMetricsConfiguration"),
        ListBucketAnalyticsConfigurations: setting!("s3:GetAnalyticsConfiguration"),
        ListBucketIntelligentTieringConfigurations: setting!("s3:GetIntelligentTieringConfiguration"),
        ListBucketInventoryConfigurations: setting!("s3:GetInventoryConfiguration"),
        ListBucketMetricsConfigurations: setting!("s3:GetMetricsConfiguration"),
        PutBucketAnalyticsConfiguration: setting!("s3:PutAnalyticsConfiguration"),
        PutBucketIntelligentTieringConfiguration: setting!("s3:PutIntelligentTieringConfiguration"),
        PutBucketInventoryConfiguration: setting!("s3:PutInventoryConfiguration"),
        PutBucketMetricsConfiguration: setting!("s3:PutMetricsConfiguration"),
    ]
}
