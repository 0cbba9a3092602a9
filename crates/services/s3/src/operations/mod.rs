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
use platform::Served;
use shapes::s3::ops::*;
use std::sync::Arc;

/// What S3 serves.
pub fn operations(service: &Arc<S3>) -> Vec<Served> {
    platform::operations![service =>
        AbortMultipartUpload,
        CompleteMultipartUpload,
        CopyObject,
        CreateBucket,
        CreateMultipartUpload,
        DeleteBucket,
        DeleteObject,
        DeleteObjects,
        GetBucketLocation,
        GetObject,
        GetObjectTagging,
        HeadBucket,
        HeadObject,
        ListBuckets,
        ListMultipartUploads,
        ListObjects,
        ListObjectsV2,
        ListParts,
        PutObject,
        UploadPart,
        UploadPartCopy,
    ]
}
