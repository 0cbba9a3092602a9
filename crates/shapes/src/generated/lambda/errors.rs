// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static ALIAS_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "AliasLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CALLBACK_TIMEOUT_EXCEPTION: ErrorShape = ErrorShape {
    code: "CallbackTimeoutException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static CAPACITY_PROVIDER_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "CapacityProviderLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CODE_ARTIFACT_USER_DELETED_EXCEPTION: ErrorShape = ErrorShape {
    code: "CodeArtifactUserDeletedException",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static CODE_ARTIFACT_USER_FAILED_EXCEPTION: ErrorShape = ErrorShape {
    code: "CodeArtifactUserFailedException",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static CODE_ARTIFACT_USER_PENDING_EXCEPTION: ErrorShape = ErrorShape {
    code: "CodeArtifactUserPendingException",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static CODE_SIGNING_CONFIG_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "CodeSigningConfigNotFoundException",
    status: 404,
    fault: Fault::Client,
    message_member: "Message",
};
pub static CODE_STORAGE_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "CodeStorageExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CODE_VERIFICATION_FAILED_EXCEPTION: ErrorShape = ErrorShape {
    code: "CodeVerificationFailedException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DURABLE_EXECUTION_ALREADY_STARTED_EXCEPTION: ErrorShape = ErrorShape {
    code: "DurableExecutionAlreadyStartedException",
    status: 409,
    fault: Fault::Client,
    message_member: "Message",
};
pub static EC2_ACCESS_DENIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "EC2AccessDeniedException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static EC2_THROTTLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "EC2ThrottledException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static EC2_UNEXPECTED_EXCEPTION: ErrorShape = ErrorShape {
    code: "EC2UnexpectedException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static EFSIO_EXCEPTION: ErrorShape = ErrorShape {
    code: "EFSIOException",
    status: 410,
    fault: Fault::Client,
    message_member: "Message",
};
pub static EFS_MOUNT_CONNECTIVITY_EXCEPTION: ErrorShape = ErrorShape {
    code: "EFSMountConnectivityException",
    status: 408,
    fault: Fault::Client,
    message_member: "Message",
};
pub static EFS_MOUNT_FAILURE_EXCEPTION: ErrorShape = ErrorShape {
    code: "EFSMountFailureException",
    status: 403,
    fault: Fault::Client,
    message_member: "Message",
};
pub static EFS_MOUNT_TIMEOUT_EXCEPTION: ErrorShape = ErrorShape {
    code: "EFSMountTimeoutException",
    status: 408,
    fault: Fault::Client,
    message_member: "Message",
};
pub static ENI_LIMIT_REACHED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ENILimitReachedException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static ENI_NOT_READY_EXCEPTION: ErrorShape = ErrorShape {
    code: "ENINotReadyException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static FUNCTION_VERSIONS_PER_CAPACITY_PROVIDER_LIMIT_EXCEEDED_EXCEPTION: ErrorShape =
    ErrorShape {
        code: "FunctionVersionsPerCapacityProviderLimitExceededException",
        status: 400,
        fault: Fault::Client,
        message_member: "message",
    };
pub static INVALID_CODE_SIGNATURE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidCodeSignatureException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_PARAMETER_VALUE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidParameterValueException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_REQUEST_CONTENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidRequestContentException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_RUNTIME_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidRuntimeException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static INVALID_SECURITY_GROUP_ID_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidSecurityGroupIDException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static INVALID_SUBNET_ID_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidSubnetIDException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static INVALID_ZIP_FILE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidZipFileException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static KMS_ACCESS_DENIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSAccessDeniedException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static KMS_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSDisabledException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static KMS_INVALID_STATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSInvalidStateException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static KMS_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSNotFoundException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static MODE_NOT_SUPPORTED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ModeNotSupportedException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static NO_PUBLISHED_VERSION_EXCEPTION: ErrorShape = ErrorShape {
    code: "NoPublishedVersionException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static POLICY_LENGTH_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "PolicyLengthExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PRECONDITION_FAILED_EXCEPTION: ErrorShape = ErrorShape {
    code: "PreconditionFailedException",
    status: 412,
    fault: Fault::Client,
    message_member: "message",
};
pub static PROVISIONED_CONCURRENCY_CONFIG_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ProvisionedConcurrencyConfigNotFoundException",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static PUBLIC_POLICY_EXCEPTION: ErrorShape = ErrorShape {
    code: "PublicPolicyException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RECURSIVE_INVOCATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "RecursiveInvocationException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static REQUEST_TOO_LARGE_EXCEPTION: ErrorShape = ErrorShape {
    code: "RequestTooLargeException",
    status: 413,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceConflictException",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceNotFoundException",
    status: 404,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_NOT_READY_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceNotReadyException",
    status: 502,
    fault: Fault::Server,
    message_member: "message",
};
pub static RUNTIME_ALIAS_DELETED_EXCEPTION: ErrorShape = ErrorShape {
    code: "RuntimeAliasDeletedException",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static RUNTIME_VERSION_DELETED_EXCEPTION: ErrorShape = ErrorShape {
    code: "RuntimeVersionDeletedException",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static S3_FILES_MOUNT_CONNECTIVITY_EXCEPTION: ErrorShape = ErrorShape {
    code: "S3FilesMountConnectivityException",
    status: 408,
    fault: Fault::Client,
    message_member: "Message",
};
pub static S3_FILES_MOUNT_FAILURE_EXCEPTION: ErrorShape = ErrorShape {
    code: "S3FilesMountFailureException",
    status: 403,
    fault: Fault::Client,
    message_member: "Message",
};
pub static S3_FILES_MOUNT_TIMEOUT_EXCEPTION: ErrorShape = ErrorShape {
    code: "S3FilesMountTimeoutException",
    status: 408,
    fault: Fault::Client,
    message_member: "Message",
};
pub static SERIALIZED_REQUEST_ENTITY_TOO_LARGE_EXCEPTION: ErrorShape = ErrorShape {
    code: "SerializedRequestEntityTooLargeException",
    status: 413,
    fault: Fault::Client,
    message_member: "message",
};
pub static SERVICE_EXCEPTION: ErrorShape = ErrorShape {
    code: "ServiceException",
    status: 500,
    fault: Fault::Server,
    message_member: "Message",
};
pub static SERVICE_QUOTA_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ServiceQuotaExceededException",
    status: 402,
    fault: Fault::Client,
    message_member: "Message",
};
pub static SNAP_START_EXCEPTION: ErrorShape = ErrorShape {
    code: "SnapStartException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static SNAP_START_NOT_READY_EXCEPTION: ErrorShape = ErrorShape {
    code: "SnapStartNotReadyException",
    status: 409,
    fault: Fault::Client,
    message_member: "Message",
};
pub static SNAP_START_REGENERATION_FAILURE_EXCEPTION: ErrorShape = ErrorShape {
    code: "SnapStartRegenerationFailureException",
    status: 409,
    fault: Fault::Client,
    message_member: "Message",
};
pub static SNAP_START_TIMEOUT_EXCEPTION: ErrorShape = ErrorShape {
    code: "SnapStartTimeoutException",
    status: 408,
    fault: Fault::Client,
    message_member: "Message",
};
pub static SUBNET_IP_ADDRESS_LIMIT_REACHED_EXCEPTION: ErrorShape = ErrorShape {
    code: "SubnetIPAddressLimitReachedException",
    status: 502,
    fault: Fault::Server,
    message_member: "Message",
};
pub static TOO_MANY_REQUESTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "TooManyRequestsException",
    status: 429,
    fault: Fault::Client,
    message_member: "message",
};
pub static UNSUPPORTED_MEDIA_TYPE_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnsupportedMediaTypeException",
    status: 415,
    fault: Fault::Client,
    message_member: "message",
};
