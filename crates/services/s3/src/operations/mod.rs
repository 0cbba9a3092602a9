//! The operations, one file each.

mod abort_multipart_upload;
mod complete_multipart_upload;
mod copy_object;
mod create_bucket;
mod create_multipart_upload;
mod delete_bucket;
mod delete_object;
mod delete_objects;
mod get_bucket_location;
mod get_object;
mod get_object_tagging;
mod head_bucket;
mod head_object;
mod list_buckets;
mod list_multipart_uploads;
mod list_objects;
mod list_objects_v2;
mod list_parts;
mod put_object;
mod upload_part;
mod upload_part_copy;

use crate::S3;
use crate::asks::{and_source, bucket, delete_each, made, object, put, put_with_acl, versioned};
use platform::{Asks, Served, Service, operations};
use shapes::s3::ops::*;
use std::sync::Arc;

impl Service for S3 {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AbortMultipartUpload: |cx, it| Asks::on(object(cx, &it.bucket, &it.key)),
            CompleteMultipartUpload: |cx, it| put(cx, &it.bucket, &it.key),
            CopyObject: |cx, it| {
                let asks = put_with_acl(cx, &it.bucket, &it.key, it.acl.as_ref());
                and_source(cx, asks, &it.copy_source)
            },
            CreateBucket: made,
            CreateMultipartUpload: |cx, it| put_with_acl(cx, &it.bucket, &it.key, it.acl.as_ref()),
            DeleteBucket: |cx, it| Asks::on(bucket(cx, &it.bucket)),
            DeleteObject: |cx, it| {
                let actions = ["s3:DeleteObject", "s3:DeleteObjectVersion"];
                versioned(actions, it.version_id.as_ref(), object(cx, &it.bucket, &it.key))
            },
            DeleteObjects: delete_each,
            GetBucketLocation: |cx, it| Asks::on(bucket(cx, &it.bucket)),
            GetObject: |cx, it| {
                let actions = ["s3:GetObject", "s3:GetObjectVersion"];
                versioned(actions, it.version_id.as_ref(), object(cx, &it.bucket, &it.key))
            },
            GetObjectTagging: |cx, it| {
                let actions = ["s3:GetObjectTagging", "s3:GetObjectVersionTagging"];
                versioned(actions, it.version_id.as_ref(), object(cx, &it.bucket, &it.key))
            },
            HeadBucket: |cx, it| Asks::action("s3:ListBucket", bucket(cx, &it.bucket)),
            HeadObject: |cx, it| {
                let actions = ["s3:GetObject", "s3:GetObjectVersion"];
                versioned(actions, it.version_id.as_ref(), object(cx, &it.bucket, &it.key))
            },
            ListBuckets: |_, _| Asks::action("s3:ListAllMyBuckets", "*"),
            ListMultipartUploads: |cx, it| {
                Asks::action("s3:ListBucketMultipartUploads", bucket(cx, &it.bucket))
            },
            ListObjects: |cx, it| Asks::action("s3:ListBucket", bucket(cx, &it.bucket)),
            ListObjectsV2: |cx, it| Asks::action("s3:ListBucket", bucket(cx, &it.bucket)),
            ListParts: |cx, it| {
                Asks::action("s3:ListMultipartUploadParts", object(cx, &it.bucket, &it.key))
            },
            PutObject: |cx, it| put_with_acl(cx, &it.bucket, &it.key, it.acl.as_ref()),
            UploadPart: |cx, it| put(cx, &it.bucket, &it.key),
            UploadPartCopy: |cx, it| and_source(cx, put(cx, &it.bucket, &it.key), &it.copy_source),
        ]
    }
}
