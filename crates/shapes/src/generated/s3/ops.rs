// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `AbortMultipartUpload`.
#[derive(Clone, Copy, Debug)]
pub struct AbortMultipartUpload;

impl Operation for AbortMultipartUpload {
    type Input = super::AbortMultipartUploadRequest;
    type Output = super::AbortMultipartUploadOutput;
    const SCHEMA: &'static OperationSchema = &ABORT_MULTIPART_UPLOAD;
}

static ABORT_MULTIPART_UPLOAD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AbortMultipartUpload",
    method: "DELETE",
    uri: "/{Bucket}/{Key+}",
    status: 204,
    input: &schemas::AbortMultipartUploadRequest,
    empty_input: || Box::new(<super::AbortMultipartUploadRequest as Default>::default()),
    output: &schemas::AbortMultipartUploadOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CompleteMultipartUpload`.
#[derive(Clone, Copy, Debug)]
pub struct CompleteMultipartUpload;

impl Operation for CompleteMultipartUpload {
    type Input = super::CompleteMultipartUploadRequest;
    type Output = super::CompleteMultipartUploadOutput;
    const SCHEMA: &'static OperationSchema = &COMPLETE_MULTIPART_UPLOAD;
}

static COMPLETE_MULTIPART_UPLOAD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CompleteMultipartUpload",
    method: "POST",
    uri: "/{Bucket}/{Key+}",
    status: 200,
    input: &schemas::CompleteMultipartUploadRequest,
    empty_input: || Box::new(<super::CompleteMultipartUploadRequest as Default>::default()),
    output: &schemas::CompleteMultipartUploadOutput,
    result_wrapper: None,
    xml_root: Some("CompleteMultipartUploadResult"),
    xml_unwrapped: false,
};

/// `CopyObject`.
#[derive(Clone, Copy, Debug)]
pub struct CopyObject;

impl Operation for CopyObject {
    type Input = super::CopyObjectRequest;
    type Output = super::CopyObjectOutput;
    const SCHEMA: &'static OperationSchema = &COPY_OBJECT;
}

static COPY_OBJECT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CopyObject",
    method: "PUT",
    uri: "/{Bucket}/{Key+}",
    status: 200,
    input: &schemas::CopyObjectRequest,
    empty_input: || Box::new(<super::CopyObjectRequest as Default>::default()),
    output: &schemas::CopyObjectOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateBucket`.
#[derive(Clone, Copy, Debug)]
pub struct CreateBucket;

impl Operation for CreateBucket {
    type Input = super::CreateBucketRequest;
    type Output = super::CreateBucketOutput;
    const SCHEMA: &'static OperationSchema = &CREATE_BUCKET;
}

static CREATE_BUCKET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateBucket",
    method: "PUT",
    uri: "/{Bucket}",
    status: 200,
    input: &schemas::CreateBucketRequest,
    empty_input: || Box::new(<super::CreateBucketRequest as Default>::default()),
    output: &schemas::CreateBucketOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateMultipartUpload`.
#[derive(Clone, Copy, Debug)]
pub struct CreateMultipartUpload;

impl Operation for CreateMultipartUpload {
    type Input = super::CreateMultipartUploadRequest;
    type Output = super::CreateMultipartUploadOutput;
    const SCHEMA: &'static OperationSchema = &CREATE_MULTIPART_UPLOAD;
}

static CREATE_MULTIPART_UPLOAD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateMultipartUpload",
    method: "POST",
    uri: "/{Bucket}/{Key+}?uploads",
    status: 200,
    input: &schemas::CreateMultipartUploadRequest,
    empty_input: || Box::new(<super::CreateMultipartUploadRequest as Default>::default()),
    output: &schemas::CreateMultipartUploadOutput,
    result_wrapper: None,
    xml_root: Some("InitiateMultipartUploadResult"),
    xml_unwrapped: false,
};

/// `DeleteBucket`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucket;

impl Operation for DeleteBucket {
    type Input = super::DeleteBucketRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET;
}

static DELETE_BUCKET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucket",
    method: "DELETE",
    uri: "/{Bucket}",
    status: 204,
    input: &schemas::DeleteBucketRequest,
    empty_input: || Box::new(<super::DeleteBucketRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteObject`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteObject;

impl Operation for DeleteObject {
    type Input = super::DeleteObjectRequest;
    type Output = super::DeleteObjectOutput;
    const SCHEMA: &'static OperationSchema = &DELETE_OBJECT;
}

static DELETE_OBJECT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteObject",
    method: "DELETE",
    uri: "/{Bucket}/{Key+}",
    status: 204,
    input: &schemas::DeleteObjectRequest,
    empty_input: || Box::new(<super::DeleteObjectRequest as Default>::default()),
    output: &schemas::DeleteObjectOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteObjects`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteObjects;

impl Operation for DeleteObjects {
    type Input = super::DeleteObjectsRequest;
    type Output = super::DeleteObjectsOutput;
    const SCHEMA: &'static OperationSchema = &DELETE_OBJECTS;
}

static DELETE_OBJECTS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteObjects",
    method: "POST",
    uri: "/{Bucket}?delete",
    status: 200,
    input: &schemas::DeleteObjectsRequest,
    empty_input: || Box::new(<super::DeleteObjectsRequest as Default>::default()),
    output: &schemas::DeleteObjectsOutput,
    result_wrapper: None,
    xml_root: Some("DeleteResult"),
    xml_unwrapped: false,
};

/// `GetBucketLocation`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketLocation;

impl Operation for GetBucketLocation {
    type Input = super::GetBucketLocationRequest;
    type Output = super::GetBucketLocationOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_LOCATION;
}

static GET_BUCKET_LOCATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketLocation",
    method: "GET",
    uri: "/{Bucket}?location",
    status: 200,
    input: &schemas::GetBucketLocationRequest,
    empty_input: || Box::new(<super::GetBucketLocationRequest as Default>::default()),
    output: &schemas::GetBucketLocationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: true,
};

/// `GetObject`.
#[derive(Clone, Copy, Debug)]
pub struct GetObject;

impl Operation for GetObject {
    type Input = super::GetObjectRequest;
    type Output = super::GetObjectOutput;
    const SCHEMA: &'static OperationSchema = &GET_OBJECT;
}

static GET_OBJECT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetObject",
    method: "GET",
    uri: "/{Bucket}/{Key+}",
    status: 200,
    input: &schemas::GetObjectRequest,
    empty_input: || Box::new(<super::GetObjectRequest as Default>::default()),
    output: &schemas::GetObjectOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetObjectTagging`.
#[derive(Clone, Copy, Debug)]
pub struct GetObjectTagging;

impl Operation for GetObjectTagging {
    type Input = super::GetObjectTaggingRequest;
    type Output = super::GetObjectTaggingOutput;
    const SCHEMA: &'static OperationSchema = &GET_OBJECT_TAGGING;
}

static GET_OBJECT_TAGGING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetObjectTagging",
    method: "GET",
    uri: "/{Bucket}/{Key+}?tagging",
    status: 200,
    input: &schemas::GetObjectTaggingRequest,
    empty_input: || Box::new(<super::GetObjectTaggingRequest as Default>::default()),
    output: &schemas::GetObjectTaggingOutput,
    result_wrapper: None,
    xml_root: Some("Tagging"),
    xml_unwrapped: false,
};

/// `HeadBucket`.
#[derive(Clone, Copy, Debug)]
pub struct HeadBucket;

impl Operation for HeadBucket {
    type Input = super::HeadBucketRequest;
    type Output = super::HeadBucketOutput;
    const SCHEMA: &'static OperationSchema = &HEAD_BUCKET;
}

static HEAD_BUCKET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "HeadBucket",
    method: "HEAD",
    uri: "/{Bucket}",
    status: 200,
    input: &schemas::HeadBucketRequest,
    empty_input: || Box::new(<super::HeadBucketRequest as Default>::default()),
    output: &schemas::HeadBucketOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `HeadObject`.
#[derive(Clone, Copy, Debug)]
pub struct HeadObject;

impl Operation for HeadObject {
    type Input = super::HeadObjectRequest;
    type Output = super::HeadObjectOutput;
    const SCHEMA: &'static OperationSchema = &HEAD_OBJECT;
}

static HEAD_OBJECT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "HeadObject",
    method: "HEAD",
    uri: "/{Bucket}/{Key+}",
    status: 200,
    input: &schemas::HeadObjectRequest,
    empty_input: || Box::new(<super::HeadObjectRequest as Default>::default()),
    output: &schemas::HeadObjectOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListBuckets`.
#[derive(Clone, Copy, Debug)]
pub struct ListBuckets;

impl Operation for ListBuckets {
    type Input = super::ListBucketsRequest;
    type Output = super::ListBucketsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_BUCKETS;
}

static LIST_BUCKETS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListBuckets",
    method: "GET",
    uri: "/",
    status: 200,
    input: &schemas::ListBucketsRequest,
    empty_input: || Box::new(<super::ListBucketsRequest as Default>::default()),
    output: &schemas::ListBucketsOutput,
    result_wrapper: None,
    xml_root: Some("ListAllMyBucketsResult"),
    xml_unwrapped: false,
};

/// `ListMultipartUploads`.
#[derive(Clone, Copy, Debug)]
pub struct ListMultipartUploads;

impl Operation for ListMultipartUploads {
    type Input = super::ListMultipartUploadsRequest;
    type Output = super::ListMultipartUploadsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_MULTIPART_UPLOADS;
}

static LIST_MULTIPART_UPLOADS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListMultipartUploads",
    method: "GET",
    uri: "/{Bucket}?uploads",
    status: 200,
    input: &schemas::ListMultipartUploadsRequest,
    empty_input: || Box::new(<super::ListMultipartUploadsRequest as Default>::default()),
    output: &schemas::ListMultipartUploadsOutput,
    result_wrapper: None,
    xml_root: Some("ListMultipartUploadsResult"),
    xml_unwrapped: false,
};

/// `ListObjects`.
#[derive(Clone, Copy, Debug)]
pub struct ListObjects;

impl Operation for ListObjects {
    type Input = super::ListObjectsRequest;
    type Output = super::ListObjectsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_OBJECTS;
}

static LIST_OBJECTS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListObjects",
    method: "GET",
    uri: "/{Bucket}",
    status: 200,
    input: &schemas::ListObjectsRequest,
    empty_input: || Box::new(<super::ListObjectsRequest as Default>::default()),
    output: &schemas::ListObjectsOutput,
    result_wrapper: None,
    xml_root: Some("ListBucketResult"),
    xml_unwrapped: false,
};

/// `ListObjectsV2`.
#[derive(Clone, Copy, Debug)]
pub struct ListObjectsV2;

impl Operation for ListObjectsV2 {
    type Input = super::ListObjectsV2Request;
    type Output = super::ListObjectsV2Output;
    const SCHEMA: &'static OperationSchema = &LIST_OBJECTS_V2;
}

static LIST_OBJECTS_V2: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListObjectsV2",
    method: "GET",
    uri: "/{Bucket}?list-type=2",
    status: 200,
    input: &schemas::ListObjectsV2Request,
    empty_input: || Box::new(<super::ListObjectsV2Request as Default>::default()),
    output: &schemas::ListObjectsV2Output,
    result_wrapper: None,
    xml_root: Some("ListBucketResult"),
    xml_unwrapped: false,
};

/// `ListParts`.
#[derive(Clone, Copy, Debug)]
pub struct ListParts;

impl Operation for ListParts {
    type Input = super::ListPartsRequest;
    type Output = super::ListPartsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_PARTS;
}

static LIST_PARTS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListParts",
    method: "GET",
    uri: "/{Bucket}/{Key+}",
    status: 200,
    input: &schemas::ListPartsRequest,
    empty_input: || Box::new(<super::ListPartsRequest as Default>::default()),
    output: &schemas::ListPartsOutput,
    result_wrapper: None,
    xml_root: Some("ListPartsResult"),
    xml_unwrapped: false,
};

/// `PutObject`.
#[derive(Clone, Copy, Debug)]
pub struct PutObject;

impl Operation for PutObject {
    type Input = super::PutObjectRequest;
    type Output = super::PutObjectOutput;
    const SCHEMA: &'static OperationSchema = &PUT_OBJECT;
}

static PUT_OBJECT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutObject",
    method: "PUT",
    uri: "/{Bucket}/{Key+}",
    status: 200,
    input: &schemas::PutObjectRequest,
    empty_input: || Box::new(<super::PutObjectRequest as Default>::default()),
    output: &schemas::PutObjectOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UploadPart`.
#[derive(Clone, Copy, Debug)]
pub struct UploadPart;

impl Operation for UploadPart {
    type Input = super::UploadPartRequest;
    type Output = super::UploadPartOutput;
    const SCHEMA: &'static OperationSchema = &UPLOAD_PART;
}

static UPLOAD_PART: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UploadPart",
    method: "PUT",
    uri: "/{Bucket}/{Key+}",
    status: 200,
    input: &schemas::UploadPartRequest,
    empty_input: || Box::new(<super::UploadPartRequest as Default>::default()),
    output: &schemas::UploadPartOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UploadPartCopy`.
#[derive(Clone, Copy, Debug)]
pub struct UploadPartCopy;

impl Operation for UploadPartCopy {
    type Input = super::UploadPartCopyRequest;
    type Output = super::UploadPartCopyOutput;
    const SCHEMA: &'static OperationSchema = &UPLOAD_PART_COPY;
}

static UPLOAD_PART_COPY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UploadPartCopy",
    method: "PUT",
    uri: "/{Bucket}/{Key+}",
    status: 200,
    input: &schemas::UploadPartCopyRequest,
    empty_input: || Box::new(<super::UploadPartCopyRequest as Default>::default()),
    output: &schemas::UploadPartCopyOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
