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

/// `DeleteBucketAnalyticsConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketAnalyticsConfiguration;

impl Operation for DeleteBucketAnalyticsConfiguration {
    type Input = super::DeleteBucketAnalyticsConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_ANALYTICS_CONFIGURATION;
}

static DELETE_BUCKET_ANALYTICS_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketAnalyticsConfiguration",
    method: "DELETE",
    uri: "/{Bucket}?analytics",
    status: 204,
    input: &schemas::DeleteBucketAnalyticsConfigurationRequest,
    empty_input: || {
        Box::new(<super::DeleteBucketAnalyticsConfigurationRequest as Default>::default())
    },
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketCors`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketCors;

impl Operation for DeleteBucketCors {
    type Input = super::DeleteBucketCorsRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_CORS;
}

static DELETE_BUCKET_CORS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketCors",
    method: "DELETE",
    uri: "/{Bucket}?cors",
    status: 204,
    input: &schemas::DeleteBucketCorsRequest,
    empty_input: || Box::new(<super::DeleteBucketCorsRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketEncryption`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketEncryption;

impl Operation for DeleteBucketEncryption {
    type Input = super::DeleteBucketEncryptionRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_ENCRYPTION;
}

static DELETE_BUCKET_ENCRYPTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketEncryption",
    method: "DELETE",
    uri: "/{Bucket}?encryption",
    status: 204,
    input: &schemas::DeleteBucketEncryptionRequest,
    empty_input: || Box::new(<super::DeleteBucketEncryptionRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketIntelligentTieringConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketIntelligentTieringConfiguration;

impl Operation for DeleteBucketIntelligentTieringConfiguration {
    type Input = super::DeleteBucketIntelligentTieringConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_INTELLIGENT_TIERING_CONFIGURATION;
}

static DELETE_BUCKET_INTELLIGENT_TIERING_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketIntelligentTieringConfiguration",
    method: "DELETE",
    uri: "/{Bucket}?intelligent-tiering",
    status: 204,
    input: &schemas::DeleteBucketIntelligentTieringConfigurationRequest,
    empty_input: || {
        Box::new(<super::DeleteBucketIntelligentTieringConfigurationRequest as Default>::default())
    },
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketInventoryConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketInventoryConfiguration;

impl Operation for DeleteBucketInventoryConfiguration {
    type Input = super::DeleteBucketInventoryConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_INVENTORY_CONFIGURATION;
}

static DELETE_BUCKET_INVENTORY_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketInventoryConfiguration",
    method: "DELETE",
    uri: "/{Bucket}?inventory",
    status: 204,
    input: &schemas::DeleteBucketInventoryConfigurationRequest,
    empty_input: || {
        Box::new(<super::DeleteBucketInventoryConfigurationRequest as Default>::default())
    },
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketLifecycle`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketLifecycle;

impl Operation for DeleteBucketLifecycle {
    type Input = super::DeleteBucketLifecycleRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_LIFECYCLE;
}

static DELETE_BUCKET_LIFECYCLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketLifecycle",
    method: "DELETE",
    uri: "/{Bucket}?lifecycle",
    status: 204,
    input: &schemas::DeleteBucketLifecycleRequest,
    empty_input: || Box::new(<super::DeleteBucketLifecycleRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketMetricsConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketMetricsConfiguration;

impl Operation for DeleteBucketMetricsConfiguration {
    type Input = super::DeleteBucketMetricsConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_METRICS_CONFIGURATION;
}

static DELETE_BUCKET_METRICS_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketMetricsConfiguration",
    method: "DELETE",
    uri: "/{Bucket}?metrics",
    status: 204,
    input: &schemas::DeleteBucketMetricsConfigurationRequest,
    empty_input: || Box::new(<super::DeleteBucketMetricsConfigurationRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketOwnershipControls`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketOwnershipControls;

impl Operation for DeleteBucketOwnershipControls {
    type Input = super::DeleteBucketOwnershipControlsRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_OWNERSHIP_CONTROLS;
}

static DELETE_BUCKET_OWNERSHIP_CONTROLS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketOwnershipControls",
    method: "DELETE",
    uri: "/{Bucket}?ownershipControls",
    status: 204,
    input: &schemas::DeleteBucketOwnershipControlsRequest,
    empty_input: || Box::new(<super::DeleteBucketOwnershipControlsRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketPolicy;

impl Operation for DeleteBucketPolicy {
    type Input = super::DeleteBucketPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_POLICY;
}

static DELETE_BUCKET_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketPolicy",
    method: "DELETE",
    uri: "/{Bucket}?policy",
    status: 204,
    input: &schemas::DeleteBucketPolicyRequest,
    empty_input: || Box::new(<super::DeleteBucketPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketReplication`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketReplication;

impl Operation for DeleteBucketReplication {
    type Input = super::DeleteBucketReplicationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_REPLICATION;
}

static DELETE_BUCKET_REPLICATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketReplication",
    method: "DELETE",
    uri: "/{Bucket}?replication",
    status: 204,
    input: &schemas::DeleteBucketReplicationRequest,
    empty_input: || Box::new(<super::DeleteBucketReplicationRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketTagging`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketTagging;

impl Operation for DeleteBucketTagging {
    type Input = super::DeleteBucketTaggingRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_TAGGING;
}

static DELETE_BUCKET_TAGGING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketTagging",
    method: "DELETE",
    uri: "/{Bucket}?tagging",
    status: 204,
    input: &schemas::DeleteBucketTaggingRequest,
    empty_input: || Box::new(<super::DeleteBucketTaggingRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteBucketWebsite`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketWebsite;

impl Operation for DeleteBucketWebsite {
    type Input = super::DeleteBucketWebsiteRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_BUCKET_WEBSITE;
}

static DELETE_BUCKET_WEBSITE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteBucketWebsite",
    method: "DELETE",
    uri: "/{Bucket}?website",
    status: 204,
    input: &schemas::DeleteBucketWebsiteRequest,
    empty_input: || Box::new(<super::DeleteBucketWebsiteRequest as Default>::default()),
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

/// `DeleteObjectTagging`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteObjectTagging;

impl Operation for DeleteObjectTagging {
    type Input = super::DeleteObjectTaggingRequest;
    type Output = super::DeleteObjectTaggingOutput;
    const SCHEMA: &'static OperationSchema = &DELETE_OBJECT_TAGGING;
}

static DELETE_OBJECT_TAGGING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteObjectTagging",
    method: "DELETE",
    uri: "/{Bucket}/{Key+}?tagging",
    status: 204,
    input: &schemas::DeleteObjectTaggingRequest,
    empty_input: || Box::new(<super::DeleteObjectTaggingRequest as Default>::default()),
    output: &schemas::DeleteObjectTaggingOutput,
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

/// `DeletePublicAccessBlock`.
#[derive(Clone, Copy, Debug)]
pub struct DeletePublicAccessBlock;

impl Operation for DeletePublicAccessBlock {
    type Input = super::DeletePublicAccessBlockRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_PUBLIC_ACCESS_BLOCK;
}

static DELETE_PUBLIC_ACCESS_BLOCK: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeletePublicAccessBlock",
    method: "DELETE",
    uri: "/{Bucket}?publicAccessBlock",
    status: 204,
    input: &schemas::DeletePublicAccessBlockRequest,
    empty_input: || Box::new(<super::DeletePublicAccessBlockRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketAccelerateConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketAccelerateConfiguration;

impl Operation for GetBucketAccelerateConfiguration {
    type Input = super::GetBucketAccelerateConfigurationRequest;
    type Output = super::GetBucketAccelerateConfigurationOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_ACCELERATE_CONFIGURATION;
}

static GET_BUCKET_ACCELERATE_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketAccelerateConfiguration",
    method: "GET",
    uri: "/{Bucket}?accelerate",
    status: 200,
    input: &schemas::GetBucketAccelerateConfigurationRequest,
    empty_input: || Box::new(<super::GetBucketAccelerateConfigurationRequest as Default>::default()),
    output: &schemas::GetBucketAccelerateConfigurationOutput,
    result_wrapper: None,
    xml_root: Some("AccelerateConfiguration"),
    xml_unwrapped: false,
};

/// `GetBucketAcl`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketAcl;

impl Operation for GetBucketAcl {
    type Input = super::GetBucketAclRequest;
    type Output = super::GetBucketAclOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_ACL;
}

static GET_BUCKET_ACL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketAcl",
    method: "GET",
    uri: "/{Bucket}?acl",
    status: 200,
    input: &schemas::GetBucketAclRequest,
    empty_input: || Box::new(<super::GetBucketAclRequest as Default>::default()),
    output: &schemas::GetBucketAclOutput,
    result_wrapper: None,
    xml_root: Some("AccessControlPolicy"),
    xml_unwrapped: false,
};

/// `GetBucketAnalyticsConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketAnalyticsConfiguration;

impl Operation for GetBucketAnalyticsConfiguration {
    type Input = super::GetBucketAnalyticsConfigurationRequest;
    type Output = super::GetBucketAnalyticsConfigurationOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_ANALYTICS_CONFIGURATION;
}

static GET_BUCKET_ANALYTICS_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketAnalyticsConfiguration",
    method: "GET",
    uri: "/{Bucket}?analytics",
    status: 200,
    input: &schemas::GetBucketAnalyticsConfigurationRequest,
    empty_input: || Box::new(<super::GetBucketAnalyticsConfigurationRequest as Default>::default()),
    output: &schemas::GetBucketAnalyticsConfigurationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketCors`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketCors;

impl Operation for GetBucketCors {
    type Input = super::GetBucketCorsRequest;
    type Output = super::GetBucketCorsOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_CORS;
}

static GET_BUCKET_CORS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketCors",
    method: "GET",
    uri: "/{Bucket}?cors",
    status: 200,
    input: &schemas::GetBucketCorsRequest,
    empty_input: || Box::new(<super::GetBucketCorsRequest as Default>::default()),
    output: &schemas::GetBucketCorsOutput,
    result_wrapper: None,
    xml_root: Some("CORSConfiguration"),
    xml_unwrapped: false,
};

/// `GetBucketEncryption`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketEncryption;

impl Operation for GetBucketEncryption {
    type Input = super::GetBucketEncryptionRequest;
    type Output = super::GetBucketEncryptionOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_ENCRYPTION;
}

static GET_BUCKET_ENCRYPTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketEncryption",
    method: "GET",
    uri: "/{Bucket}?encryption",
    status: 200,
    input: &schemas::GetBucketEncryptionRequest,
    empty_input: || Box::new(<super::GetBucketEncryptionRequest as Default>::default()),
    output: &schemas::GetBucketEncryptionOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketIntelligentTieringConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketIntelligentTieringConfiguration;

impl Operation for GetBucketIntelligentTieringConfiguration {
    type Input = super::GetBucketIntelligentTieringConfigurationRequest;
    type Output = super::GetBucketIntelligentTieringConfigurationOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_INTELLIGENT_TIERING_CONFIGURATION;
}

static GET_BUCKET_INTELLIGENT_TIERING_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketIntelligentTieringConfiguration",
    method: "GET",
    uri: "/{Bucket}?intelligent-tiering",
    status: 200,
    input: &schemas::GetBucketIntelligentTieringConfigurationRequest,
    empty_input: || {
        Box::new(<super::GetBucketIntelligentTieringConfigurationRequest as Default>::default())
    },
    output: &schemas::GetBucketIntelligentTieringConfigurationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketInventoryConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketInventoryConfiguration;

impl Operation for GetBucketInventoryConfiguration {
    type Input = super::GetBucketInventoryConfigurationRequest;
    type Output = super::GetBucketInventoryConfigurationOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_INVENTORY_CONFIGURATION;
}

static GET_BUCKET_INVENTORY_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketInventoryConfiguration",
    method: "GET",
    uri: "/{Bucket}?inventory",
    status: 200,
    input: &schemas::GetBucketInventoryConfigurationRequest,
    empty_input: || Box::new(<super::GetBucketInventoryConfigurationRequest as Default>::default()),
    output: &schemas::GetBucketInventoryConfigurationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketLifecycleConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketLifecycleConfiguration;

impl Operation for GetBucketLifecycleConfiguration {
    type Input = super::GetBucketLifecycleConfigurationRequest;
    type Output = super::GetBucketLifecycleConfigurationOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_LIFECYCLE_CONFIGURATION;
}

static GET_BUCKET_LIFECYCLE_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketLifecycleConfiguration",
    method: "GET",
    uri: "/{Bucket}?lifecycle",
    status: 200,
    input: &schemas::GetBucketLifecycleConfigurationRequest,
    empty_input: || Box::new(<super::GetBucketLifecycleConfigurationRequest as Default>::default()),
    output: &schemas::GetBucketLifecycleConfigurationOutput,
    result_wrapper: None,
    xml_root: Some("LifecycleConfiguration"),
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

/// `GetBucketLogging`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketLogging;

impl Operation for GetBucketLogging {
    type Input = super::GetBucketLoggingRequest;
    type Output = super::GetBucketLoggingOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_LOGGING;
}

static GET_BUCKET_LOGGING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketLogging",
    method: "GET",
    uri: "/{Bucket}?logging",
    status: 200,
    input: &schemas::GetBucketLoggingRequest,
    empty_input: || Box::new(<super::GetBucketLoggingRequest as Default>::default()),
    output: &schemas::GetBucketLoggingOutput,
    result_wrapper: None,
    xml_root: Some("BucketLoggingStatus"),
    xml_unwrapped: false,
};

/// `GetBucketMetricsConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketMetricsConfiguration;

impl Operation for GetBucketMetricsConfiguration {
    type Input = super::GetBucketMetricsConfigurationRequest;
    type Output = super::GetBucketMetricsConfigurationOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_METRICS_CONFIGURATION;
}

static GET_BUCKET_METRICS_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketMetricsConfiguration",
    method: "GET",
    uri: "/{Bucket}?metrics",
    status: 200,
    input: &schemas::GetBucketMetricsConfigurationRequest,
    empty_input: || Box::new(<super::GetBucketMetricsConfigurationRequest as Default>::default()),
    output: &schemas::GetBucketMetricsConfigurationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketNotificationConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketNotificationConfiguration;

impl Operation for GetBucketNotificationConfiguration {
    type Input = super::GetBucketNotificationConfigurationRequest;
    type Output = super::NotificationConfiguration;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_NOTIFICATION_CONFIGURATION;
}

static GET_BUCKET_NOTIFICATION_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketNotificationConfiguration",
    method: "GET",
    uri: "/{Bucket}?notification",
    status: 200,
    input: &schemas::GetBucketNotificationConfigurationRequest,
    empty_input: || {
        Box::new(<super::GetBucketNotificationConfigurationRequest as Default>::default())
    },
    output: &schemas::NotificationConfiguration,
    result_wrapper: None,
    xml_root: Some("NotificationConfiguration"),
    xml_unwrapped: false,
};

/// `GetBucketOwnershipControls`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketOwnershipControls;

impl Operation for GetBucketOwnershipControls {
    type Input = super::GetBucketOwnershipControlsRequest;
    type Output = super::GetBucketOwnershipControlsOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_OWNERSHIP_CONTROLS;
}

static GET_BUCKET_OWNERSHIP_CONTROLS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketOwnershipControls",
    method: "GET",
    uri: "/{Bucket}?ownershipControls",
    status: 200,
    input: &schemas::GetBucketOwnershipControlsRequest,
    empty_input: || Box::new(<super::GetBucketOwnershipControlsRequest as Default>::default()),
    output: &schemas::GetBucketOwnershipControlsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketPolicy;

impl Operation for GetBucketPolicy {
    type Input = super::GetBucketPolicyRequest;
    type Output = super::GetBucketPolicyOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_POLICY;
}

static GET_BUCKET_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketPolicy",
    method: "GET",
    uri: "/{Bucket}?policy",
    status: 200,
    input: &schemas::GetBucketPolicyRequest,
    empty_input: || Box::new(<super::GetBucketPolicyRequest as Default>::default()),
    output: &schemas::GetBucketPolicyOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketPolicyStatus`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketPolicyStatus;

impl Operation for GetBucketPolicyStatus {
    type Input = super::GetBucketPolicyStatusRequest;
    type Output = super::GetBucketPolicyStatusOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_POLICY_STATUS;
}

static GET_BUCKET_POLICY_STATUS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketPolicyStatus",
    method: "GET",
    uri: "/{Bucket}?policyStatus",
    status: 200,
    input: &schemas::GetBucketPolicyStatusRequest,
    empty_input: || Box::new(<super::GetBucketPolicyStatusRequest as Default>::default()),
    output: &schemas::GetBucketPolicyStatusOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketReplication`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketReplication;

impl Operation for GetBucketReplication {
    type Input = super::GetBucketReplicationRequest;
    type Output = super::GetBucketReplicationOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_REPLICATION;
}

static GET_BUCKET_REPLICATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketReplication",
    method: "GET",
    uri: "/{Bucket}?replication",
    status: 200,
    input: &schemas::GetBucketReplicationRequest,
    empty_input: || Box::new(<super::GetBucketReplicationRequest as Default>::default()),
    output: &schemas::GetBucketReplicationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetBucketRequestPayment`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketRequestPayment;

impl Operation for GetBucketRequestPayment {
    type Input = super::GetBucketRequestPaymentRequest;
    type Output = super::GetBucketRequestPaymentOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_REQUEST_PAYMENT;
}

static GET_BUCKET_REQUEST_PAYMENT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketRequestPayment",
    method: "GET",
    uri: "/{Bucket}?requestPayment",
    status: 200,
    input: &schemas::GetBucketRequestPaymentRequest,
    empty_input: || Box::new(<super::GetBucketRequestPaymentRequest as Default>::default()),
    output: &schemas::GetBucketRequestPaymentOutput,
    result_wrapper: None,
    xml_root: Some("RequestPaymentConfiguration"),
    xml_unwrapped: false,
};

/// `GetBucketTagging`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketTagging;

impl Operation for GetBucketTagging {
    type Input = super::GetBucketTaggingRequest;
    type Output = super::GetBucketTaggingOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_TAGGING;
}

static GET_BUCKET_TAGGING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketTagging",
    method: "GET",
    uri: "/{Bucket}?tagging",
    status: 200,
    input: &schemas::GetBucketTaggingRequest,
    empty_input: || Box::new(<super::GetBucketTaggingRequest as Default>::default()),
    output: &schemas::GetBucketTaggingOutput,
    result_wrapper: None,
    xml_root: Some("Tagging"),
    xml_unwrapped: false,
};

/// `GetBucketVersioning`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketVersioning;

impl Operation for GetBucketVersioning {
    type Input = super::GetBucketVersioningRequest;
    type Output = super::GetBucketVersioningOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_VERSIONING;
}

static GET_BUCKET_VERSIONING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketVersioning",
    method: "GET",
    uri: "/{Bucket}?versioning",
    status: 200,
    input: &schemas::GetBucketVersioningRequest,
    empty_input: || Box::new(<super::GetBucketVersioningRequest as Default>::default()),
    output: &schemas::GetBucketVersioningOutput,
    result_wrapper: None,
    xml_root: Some("VersioningConfiguration"),
    xml_unwrapped: false,
};

/// `GetBucketWebsite`.
#[derive(Clone, Copy, Debug)]
pub struct GetBucketWebsite;

impl Operation for GetBucketWebsite {
    type Input = super::GetBucketWebsiteRequest;
    type Output = super::GetBucketWebsiteOutput;
    const SCHEMA: &'static OperationSchema = &GET_BUCKET_WEBSITE;
}

static GET_BUCKET_WEBSITE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetBucketWebsite",
    method: "GET",
    uri: "/{Bucket}?website",
    status: 200,
    input: &schemas::GetBucketWebsiteRequest,
    empty_input: || Box::new(<super::GetBucketWebsiteRequest as Default>::default()),
    output: &schemas::GetBucketWebsiteOutput,
    result_wrapper: None,
    xml_root: Some("WebsiteConfiguration"),
    xml_unwrapped: false,
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

/// `GetObjectAcl`.
#[derive(Clone, Copy, Debug)]
pub struct GetObjectAcl;

impl Operation for GetObjectAcl {
    type Input = super::GetObjectAclRequest;
    type Output = super::GetObjectAclOutput;
    const SCHEMA: &'static OperationSchema = &GET_OBJECT_ACL;
}

static GET_OBJECT_ACL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetObjectAcl",
    method: "GET",
    uri: "/{Bucket}/{Key+}?acl",
    status: 200,
    input: &schemas::GetObjectAclRequest,
    empty_input: || Box::new(<super::GetObjectAclRequest as Default>::default()),
    output: &schemas::GetObjectAclOutput,
    result_wrapper: None,
    xml_root: Some("AccessControlPolicy"),
    xml_unwrapped: false,
};

/// `GetObjectAttributes`.
#[derive(Clone, Copy, Debug)]
pub struct GetObjectAttributes;

impl Operation for GetObjectAttributes {
    type Input = super::GetObjectAttributesRequest;
    type Output = super::GetObjectAttributesOutput;
    const SCHEMA: &'static OperationSchema = &GET_OBJECT_ATTRIBUTES;
}

static GET_OBJECT_ATTRIBUTES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetObjectAttributes",
    method: "GET",
    uri: "/{Bucket}/{Key+}?attributes",
    status: 200,
    input: &schemas::GetObjectAttributesRequest,
    empty_input: || Box::new(<super::GetObjectAttributesRequest as Default>::default()),
    output: &schemas::GetObjectAttributesOutput,
    result_wrapper: None,
    xml_root: Some("GetObjectAttributesResponse"),
    xml_unwrapped: false,
};

/// `GetObjectLegalHold`.
#[derive(Clone, Copy, Debug)]
pub struct GetObjectLegalHold;

impl Operation for GetObjectLegalHold {
    type Input = super::GetObjectLegalHoldRequest;
    type Output = super::GetObjectLegalHoldOutput;
    const SCHEMA: &'static OperationSchema = &GET_OBJECT_LEGAL_HOLD;
}

static GET_OBJECT_LEGAL_HOLD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetObjectLegalHold",
    method: "GET",
    uri: "/{Bucket}/{Key+}?legal-hold",
    status: 200,
    input: &schemas::GetObjectLegalHoldRequest,
    empty_input: || Box::new(<super::GetObjectLegalHoldRequest as Default>::default()),
    output: &schemas::GetObjectLegalHoldOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetObjectLockConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct GetObjectLockConfiguration;

impl Operation for GetObjectLockConfiguration {
    type Input = super::GetObjectLockConfigurationRequest;
    type Output = super::GetObjectLockConfigurationOutput;
    const SCHEMA: &'static OperationSchema = &GET_OBJECT_LOCK_CONFIGURATION;
}

static GET_OBJECT_LOCK_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetObjectLockConfiguration",
    method: "GET",
    uri: "/{Bucket}?object-lock",
    status: 200,
    input: &schemas::GetObjectLockConfigurationRequest,
    empty_input: || Box::new(<super::GetObjectLockConfigurationRequest as Default>::default()),
    output: &schemas::GetObjectLockConfigurationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetObjectRetention`.
#[derive(Clone, Copy, Debug)]
pub struct GetObjectRetention;

impl Operation for GetObjectRetention {
    type Input = super::GetObjectRetentionRequest;
    type Output = super::GetObjectRetentionOutput;
    const SCHEMA: &'static OperationSchema = &GET_OBJECT_RETENTION;
}

static GET_OBJECT_RETENTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetObjectRetention",
    method: "GET",
    uri: "/{Bucket}/{Key+}?retention",
    status: 200,
    input: &schemas::GetObjectRetentionRequest,
    empty_input: || Box::new(<super::GetObjectRetentionRequest as Default>::default()),
    output: &schemas::GetObjectRetentionOutput,
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

/// `GetPublicAccessBlock`.
#[derive(Clone, Copy, Debug)]
pub struct GetPublicAccessBlock;

impl Operation for GetPublicAccessBlock {
    type Input = super::GetPublicAccessBlockRequest;
    type Output = super::GetPublicAccessBlockOutput;
    const SCHEMA: &'static OperationSchema = &GET_PUBLIC_ACCESS_BLOCK;
}

static GET_PUBLIC_ACCESS_BLOCK: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetPublicAccessBlock",
    method: "GET",
    uri: "/{Bucket}?publicAccessBlock",
    status: 200,
    input: &schemas::GetPublicAccessBlockRequest,
    empty_input: || Box::new(<super::GetPublicAccessBlockRequest as Default>::default()),
    output: &schemas::GetPublicAccessBlockOutput,
    result_wrapper: None,
    xml_root: None,
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

/// `ListBucketAnalyticsConfigurations`.
#[derive(Clone, Copy, Debug)]
pub struct ListBucketAnalyticsConfigurations;

impl Operation for ListBucketAnalyticsConfigurations {
    type Input = super::ListBucketAnalyticsConfigurationsRequest;
    type Output = super::ListBucketAnalyticsConfigurationsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_BUCKET_ANALYTICS_CONFIGURATIONS;
}

static LIST_BUCKET_ANALYTICS_CONFIGURATIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListBucketAnalyticsConfigurations",
    method: "GET",
    uri: "/{Bucket}?analytics",
    status: 200,
    input: &schemas::ListBucketAnalyticsConfigurationsRequest,
    empty_input: || {
        Box::new(<super::ListBucketAnalyticsConfigurationsRequest as Default>::default())
    },
    output: &schemas::ListBucketAnalyticsConfigurationsOutput,
    result_wrapper: None,
    xml_root: Some("ListBucketAnalyticsConfigurationResult"),
    xml_unwrapped: false,
};

/// `ListBucketIntelligentTieringConfigurations`.
#[derive(Clone, Copy, Debug)]
pub struct ListBucketIntelligentTieringConfigurations;

impl Operation for ListBucketIntelligentTieringConfigurations {
    type Input = super::ListBucketIntelligentTieringConfigurationsRequest;
    type Output = super::ListBucketIntelligentTieringConfigurationsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_BUCKET_INTELLIGENT_TIERING_CONFIGURATIONS;
}

static LIST_BUCKET_INTELLIGENT_TIERING_CONFIGURATIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListBucketIntelligentTieringConfigurations",
    method: "GET",
    uri: "/{Bucket}?intelligent-tiering",
    status: 200,
    input: &schemas::ListBucketIntelligentTieringConfigurationsRequest,
    empty_input: || {
        Box::new(<super::ListBucketIntelligentTieringConfigurationsRequest as Default>::default())
    },
    output: &schemas::ListBucketIntelligentTieringConfigurationsOutput,
    result_wrapper: None,
    xml_root: Some("ListBucketIntelligentTieringConfigurationsOutput"),
    xml_unwrapped: false,
};

/// `ListBucketInventoryConfigurations`.
#[derive(Clone, Copy, Debug)]
pub struct ListBucketInventoryConfigurations;

impl Operation for ListBucketInventoryConfigurations {
    type Input = super::ListBucketInventoryConfigurationsRequest;
    type Output = super::ListBucketInventoryConfigurationsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_BUCKET_INVENTORY_CONFIGURATIONS;
}

static LIST_BUCKET_INVENTORY_CONFIGURATIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListBucketInventoryConfigurations",
    method: "GET",
    uri: "/{Bucket}?inventory",
    status: 200,
    input: &schemas::ListBucketInventoryConfigurationsRequest,
    empty_input: || {
        Box::new(<super::ListBucketInventoryConfigurationsRequest as Default>::default())
    },
    output: &schemas::ListBucketInventoryConfigurationsOutput,
    result_wrapper: None,
    xml_root: Some("ListInventoryConfigurationsResult"),
    xml_unwrapped: false,
};

/// `ListBucketMetricsConfigurations`.
#[derive(Clone, Copy, Debug)]
pub struct ListBucketMetricsConfigurations;

impl Operation for ListBucketMetricsConfigurations {
    type Input = super::ListBucketMetricsConfigurationsRequest;
    type Output = super::ListBucketMetricsConfigurationsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_BUCKET_METRICS_CONFIGURATIONS;
}

static LIST_BUCKET_METRICS_CONFIGURATIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListBucketMetricsConfigurations",
    method: "GET",
    uri: "/{Bucket}?metrics",
    status: 200,
    input: &schemas::ListBucketMetricsConfigurationsRequest,
    empty_input: || Box::new(<super::ListBucketMetricsConfigurationsRequest as Default>::default()),
    output: &schemas::ListBucketMetricsConfigurationsOutput,
    result_wrapper: None,
    xml_root: Some("ListMetricsConfigurationsResult"),
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

/// `ListObjectVersions`.
#[derive(Clone, Copy, Debug)]
pub struct ListObjectVersions;

impl Operation for ListObjectVersions {
    type Input = super::ListObjectVersionsRequest;
    type Output = super::ListObjectVersionsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_OBJECT_VERSIONS;
}

static LIST_OBJECT_VERSIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListObjectVersions",
    method: "GET",
    uri: "/{Bucket}?versions",
    status: 200,
    input: &schemas::ListObjectVersionsRequest,
    empty_input: || Box::new(<super::ListObjectVersionsRequest as Default>::default()),
    output: &schemas::ListObjectVersionsOutput,
    result_wrapper: None,
    xml_root: Some("ListVersionsResult"),
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

/// `PutBucketAccelerateConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketAccelerateConfiguration;

impl Operation for PutBucketAccelerateConfiguration {
    type Input = super::PutBucketAccelerateConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_ACCELERATE_CONFIGURATION;
}

static PUT_BUCKET_ACCELERATE_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketAccelerateConfiguration",
    method: "PUT",
    uri: "/{Bucket}?accelerate",
    status: 200,
    input: &schemas::PutBucketAccelerateConfigurationRequest,
    empty_input: || Box::new(<super::PutBucketAccelerateConfigurationRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketAcl`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketAcl;

impl Operation for PutBucketAcl {
    type Input = super::PutBucketAclRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_ACL;
}

static PUT_BUCKET_ACL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketAcl",
    method: "PUT",
    uri: "/{Bucket}?acl",
    status: 200,
    input: &schemas::PutBucketAclRequest,
    empty_input: || Box::new(<super::PutBucketAclRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketAnalyticsConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketAnalyticsConfiguration;

impl Operation for PutBucketAnalyticsConfiguration {
    type Input = super::PutBucketAnalyticsConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_ANALYTICS_CONFIGURATION;
}

static PUT_BUCKET_ANALYTICS_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketAnalyticsConfiguration",
    method: "PUT",
    uri: "/{Bucket}?analytics",
    status: 200,
    input: &schemas::PutBucketAnalyticsConfigurationRequest,
    empty_input: || Box::new(<super::PutBucketAnalyticsConfigurationRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketCors`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketCors;

impl Operation for PutBucketCors {
    type Input = super::PutBucketCorsRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_CORS;
}

static PUT_BUCKET_CORS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketCors",
    method: "PUT",
    uri: "/{Bucket}?cors",
    status: 200,
    input: &schemas::PutBucketCorsRequest,
    empty_input: || Box::new(<super::PutBucketCorsRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketEncryption`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketEncryption;

impl Operation for PutBucketEncryption {
    type Input = super::PutBucketEncryptionRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_ENCRYPTION;
}

static PUT_BUCKET_ENCRYPTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketEncryption",
    method: "PUT",
    uri: "/{Bucket}?encryption",
    status: 200,
    input: &schemas::PutBucketEncryptionRequest,
    empty_input: || Box::new(<super::PutBucketEncryptionRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketIntelligentTieringConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketIntelligentTieringConfiguration;

impl Operation for PutBucketIntelligentTieringConfiguration {
    type Input = super::PutBucketIntelligentTieringConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_INTELLIGENT_TIERING_CONFIGURATION;
}

static PUT_BUCKET_INTELLIGENT_TIERING_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketIntelligentTieringConfiguration",
    method: "PUT",
    uri: "/{Bucket}?intelligent-tiering",
    status: 200,
    input: &schemas::PutBucketIntelligentTieringConfigurationRequest,
    empty_input: || {
        Box::new(<super::PutBucketIntelligentTieringConfigurationRequest as Default>::default())
    },
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketInventoryConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketInventoryConfiguration;

impl Operation for PutBucketInventoryConfiguration {
    type Input = super::PutBucketInventoryConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_INVENTORY_CONFIGURATION;
}

static PUT_BUCKET_INVENTORY_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketInventoryConfiguration",
    method: "PUT",
    uri: "/{Bucket}?inventory",
    status: 200,
    input: &schemas::PutBucketInventoryConfigurationRequest,
    empty_input: || Box::new(<super::PutBucketInventoryConfigurationRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketLifecycleConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketLifecycleConfiguration;

impl Operation for PutBucketLifecycleConfiguration {
    type Input = super::PutBucketLifecycleConfigurationRequest;
    type Output = super::PutBucketLifecycleConfigurationOutput;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_LIFECYCLE_CONFIGURATION;
}

static PUT_BUCKET_LIFECYCLE_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketLifecycleConfiguration",
    method: "PUT",
    uri: "/{Bucket}?lifecycle",
    status: 200,
    input: &schemas::PutBucketLifecycleConfigurationRequest,
    empty_input: || Box::new(<super::PutBucketLifecycleConfigurationRequest as Default>::default()),
    output: &schemas::PutBucketLifecycleConfigurationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketLogging`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketLogging;

impl Operation for PutBucketLogging {
    type Input = super::PutBucketLoggingRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_LOGGING;
}

static PUT_BUCKET_LOGGING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketLogging",
    method: "PUT",
    uri: "/{Bucket}?logging",
    status: 200,
    input: &schemas::PutBucketLoggingRequest,
    empty_input: || Box::new(<super::PutBucketLoggingRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketMetricsConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketMetricsConfiguration;

impl Operation for PutBucketMetricsConfiguration {
    type Input = super::PutBucketMetricsConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_METRICS_CONFIGURATION;
}

static PUT_BUCKET_METRICS_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketMetricsConfiguration",
    method: "PUT",
    uri: "/{Bucket}?metrics",
    status: 200,
    input: &schemas::PutBucketMetricsConfigurationRequest,
    empty_input: || Box::new(<super::PutBucketMetricsConfigurationRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketNotificationConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketNotificationConfiguration;

impl Operation for PutBucketNotificationConfiguration {
    type Input = super::PutBucketNotificationConfigurationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_NOTIFICATION_CONFIGURATION;
}

static PUT_BUCKET_NOTIFICATION_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketNotificationConfiguration",
    method: "PUT",
    uri: "/{Bucket}?notification",
    status: 200,
    input: &schemas::PutBucketNotificationConfigurationRequest,
    empty_input: || {
        Box::new(<super::PutBucketNotificationConfigurationRequest as Default>::default())
    },
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketOwnershipControls`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketOwnershipControls;

impl Operation for PutBucketOwnershipControls {
    type Input = super::PutBucketOwnershipControlsRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_OWNERSHIP_CONTROLS;
}

static PUT_BUCKET_OWNERSHIP_CONTROLS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketOwnershipControls",
    method: "PUT",
    uri: "/{Bucket}?ownershipControls",
    status: 200,
    input: &schemas::PutBucketOwnershipControlsRequest,
    empty_input: || Box::new(<super::PutBucketOwnershipControlsRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketPolicy;

impl Operation for PutBucketPolicy {
    type Input = super::PutBucketPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_POLICY;
}

static PUT_BUCKET_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketPolicy",
    method: "PUT",
    uri: "/{Bucket}?policy",
    status: 200,
    input: &schemas::PutBucketPolicyRequest,
    empty_input: || Box::new(<super::PutBucketPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketReplication`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketReplication;

impl Operation for PutBucketReplication {
    type Input = super::PutBucketReplicationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_REPLICATION;
}

static PUT_BUCKET_REPLICATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketReplication",
    method: "PUT",
    uri: "/{Bucket}?replication",
    status: 200,
    input: &schemas::PutBucketReplicationRequest,
    empty_input: || Box::new(<super::PutBucketReplicationRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketRequestPayment`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketRequestPayment;

impl Operation for PutBucketRequestPayment {
    type Input = super::PutBucketRequestPaymentRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_REQUEST_PAYMENT;
}

static PUT_BUCKET_REQUEST_PAYMENT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketRequestPayment",
    method: "PUT",
    uri: "/{Bucket}?requestPayment",
    status: 200,
    input: &schemas::PutBucketRequestPaymentRequest,
    empty_input: || Box::new(<super::PutBucketRequestPaymentRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketTagging`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketTagging;

impl Operation for PutBucketTagging {
    type Input = super::PutBucketTaggingRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_TAGGING;
}

static PUT_BUCKET_TAGGING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketTagging",
    method: "PUT",
    uri: "/{Bucket}?tagging",
    status: 200,
    input: &schemas::PutBucketTaggingRequest,
    empty_input: || Box::new(<super::PutBucketTaggingRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketVersioning`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketVersioning;

impl Operation for PutBucketVersioning {
    type Input = super::PutBucketVersioningRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_VERSIONING;
}

static PUT_BUCKET_VERSIONING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketVersioning",
    method: "PUT",
    uri: "/{Bucket}?versioning",
    status: 200,
    input: &schemas::PutBucketVersioningRequest,
    empty_input: || Box::new(<super::PutBucketVersioningRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutBucketWebsite`.
#[derive(Clone, Copy, Debug)]
pub struct PutBucketWebsite;

impl Operation for PutBucketWebsite {
    type Input = super::PutBucketWebsiteRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_BUCKET_WEBSITE;
}

static PUT_BUCKET_WEBSITE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutBucketWebsite",
    method: "PUT",
    uri: "/{Bucket}?website",
    status: 200,
    input: &schemas::PutBucketWebsiteRequest,
    empty_input: || Box::new(<super::PutBucketWebsiteRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
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

/// `PutObjectAcl`.
#[derive(Clone, Copy, Debug)]
pub struct PutObjectAcl;

impl Operation for PutObjectAcl {
    type Input = super::PutObjectAclRequest;
    type Output = super::PutObjectAclOutput;
    const SCHEMA: &'static OperationSchema = &PUT_OBJECT_ACL;
}

static PUT_OBJECT_ACL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutObjectAcl",
    method: "PUT",
    uri: "/{Bucket}/{Key+}?acl",
    status: 200,
    input: &schemas::PutObjectAclRequest,
    empty_input: || Box::new(<super::PutObjectAclRequest as Default>::default()),
    output: &schemas::PutObjectAclOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutObjectLegalHold`.
#[derive(Clone, Copy, Debug)]
pub struct PutObjectLegalHold;

impl Operation for PutObjectLegalHold {
    type Input = super::PutObjectLegalHoldRequest;
    type Output = super::PutObjectLegalHoldOutput;
    const SCHEMA: &'static OperationSchema = &PUT_OBJECT_LEGAL_HOLD;
}

static PUT_OBJECT_LEGAL_HOLD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutObjectLegalHold",
    method: "PUT",
    uri: "/{Bucket}/{Key+}?legal-hold",
    status: 200,
    input: &schemas::PutObjectLegalHoldRequest,
    empty_input: || Box::new(<super::PutObjectLegalHoldRequest as Default>::default()),
    output: &schemas::PutObjectLegalHoldOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutObjectLockConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct PutObjectLockConfiguration;

impl Operation for PutObjectLockConfiguration {
    type Input = super::PutObjectLockConfigurationRequest;
    type Output = super::PutObjectLockConfigurationOutput;
    const SCHEMA: &'static OperationSchema = &PUT_OBJECT_LOCK_CONFIGURATION;
}

static PUT_OBJECT_LOCK_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutObjectLockConfiguration",
    method: "PUT",
    uri: "/{Bucket}?object-lock",
    status: 200,
    input: &schemas::PutObjectLockConfigurationRequest,
    empty_input: || Box::new(<super::PutObjectLockConfigurationRequest as Default>::default()),
    output: &schemas::PutObjectLockConfigurationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutObjectRetention`.
#[derive(Clone, Copy, Debug)]
pub struct PutObjectRetention;

impl Operation for PutObjectRetention {
    type Input = super::PutObjectRetentionRequest;
    type Output = super::PutObjectRetentionOutput;
    const SCHEMA: &'static OperationSchema = &PUT_OBJECT_RETENTION;
}

static PUT_OBJECT_RETENTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutObjectRetention",
    method: "PUT",
    uri: "/{Bucket}/{Key+}?retention",
    status: 200,
    input: &schemas::PutObjectRetentionRequest,
    empty_input: || Box::new(<super::PutObjectRetentionRequest as Default>::default()),
    output: &schemas::PutObjectRetentionOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutObjectTagging`.
#[derive(Clone, Copy, Debug)]
pub struct PutObjectTagging;

impl Operation for PutObjectTagging {
    type Input = super::PutObjectTaggingRequest;
    type Output = super::PutObjectTaggingOutput;
    const SCHEMA: &'static OperationSchema = &PUT_OBJECT_TAGGING;
}

static PUT_OBJECT_TAGGING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutObjectTagging",
    method: "PUT",
    uri: "/{Bucket}/{Key+}?tagging",
    status: 200,
    input: &schemas::PutObjectTaggingRequest,
    empty_input: || Box::new(<super::PutObjectTaggingRequest as Default>::default()),
    output: &schemas::PutObjectTaggingOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutPublicAccessBlock`.
#[derive(Clone, Copy, Debug)]
pub struct PutPublicAccessBlock;

impl Operation for PutPublicAccessBlock {
    type Input = super::PutPublicAccessBlockRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_PUBLIC_ACCESS_BLOCK;
}

static PUT_PUBLIC_ACCESS_BLOCK: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutPublicAccessBlock",
    method: "PUT",
    uri: "/{Bucket}?publicAccessBlock",
    status: 200,
    input: &schemas::PutPublicAccessBlockRequest,
    empty_input: || Box::new(<super::PutPublicAccessBlockRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RestoreObject`.
#[derive(Clone, Copy, Debug)]
pub struct RestoreObject;

impl Operation for RestoreObject {
    type Input = super::RestoreObjectRequest;
    type Output = super::RestoreObjectOutput;
    const SCHEMA: &'static OperationSchema = &RESTORE_OBJECT;
}

static RESTORE_OBJECT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RestoreObject",
    method: "POST",
    uri: "/{Bucket}/{Key+}?restore",
    status: 200,
    input: &schemas::RestoreObjectRequest,
    empty_input: || Box::new(<super::RestoreObjectRequest as Default>::default()),
    output: &schemas::RestoreObjectOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SelectObjectContent`.
#[derive(Clone, Copy, Debug)]
pub struct SelectObjectContent;

impl Operation for SelectObjectContent {
    type Input = super::SelectObjectContentRequest;
    type Output = super::SelectObjectContentOutput;
    const SCHEMA: &'static OperationSchema = &SELECT_OBJECT_CONTENT;
}

static SELECT_OBJECT_CONTENT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SelectObjectContent",
    method: "POST",
    uri: "/{Bucket}/{Key+}?select&select-type=2",
    status: 200,
    input: &schemas::SelectObjectContentRequest,
    empty_input: || Box::new(<super::SelectObjectContentRequest as Default>::default()),
    output: &schemas::SelectObjectContentOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateObjectEncryption`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateObjectEncryption;

impl Operation for UpdateObjectEncryption {
    type Input = super::UpdateObjectEncryptionRequest;
    type Output = super::UpdateObjectEncryptionResponse;
    const SCHEMA: &'static OperationSchema = &UPDATE_OBJECT_ENCRYPTION;
}

static UPDATE_OBJECT_ENCRYPTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateObjectEncryption",
    method: "PUT",
    uri: "/{Bucket}/{Key+}?encryption",
    status: 200,
    input: &schemas::UpdateObjectEncryptionRequest,
    empty_input: || Box::new(<super::UpdateObjectEncryptionRequest as Default>::default()),
    output: &schemas::UpdateObjectEncryptionResponse,
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
