// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static ACCESS_DENIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "AccessDeniedException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static DRY_RUN_OPERATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "DryRunOperationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static EXPIRED_ITERATOR_EXCEPTION: ErrorShape = ErrorShape {
    code: "ExpiredIteratorException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static EXPIRED_NEXT_TOKEN_EXCEPTION: ErrorShape = ErrorShape {
    code: "ExpiredNextTokenException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INTERNAL_FAILURE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InternalFailureException",
    status: 500,
    fault: Fault::Server,
    message_member: "message",
};
pub static INVALID_ARGUMENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidArgumentException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_ACCESS_DENIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSAccessDeniedException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSDisabledException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_INVALID_STATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSInvalidStateException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_OPT_IN_REQUIRED: ErrorShape = ErrorShape {
    code: "KMSOptInRequired",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_THROTTLING_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSThrottlingException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "LimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ProvisionedThroughputExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static THROTTLING_EXCEPTION: ErrorShape = ErrorShape {
    code: "ThrottlingException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static VALIDATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "ValidationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
