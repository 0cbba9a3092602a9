// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static CONCURRENT_MODIFICATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "ConcurrentModificationException",
    status: 429,
    fault: Fault::Client,
    message_member: "message",
};
pub static CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ConflictException",
    status: 409,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DASHBOARD_INVALID_INPUT_ERROR: ErrorShape = ErrorShape {
    code: "DashboardInvalidInputError",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static DASHBOARD_NOT_FOUND_ERROR: ErrorShape = ErrorShape {
    code: "DashboardNotFoundError",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static INTERNAL_SERVICE_FAULT: ErrorShape = ErrorShape {
    code: "InternalServiceFault",
    status: 500,
    fault: Fault::Server,
    message_member: "Message",
};
pub static INVALID_FORMAT_FAULT: ErrorShape = ErrorShape {
    code: "InvalidFormatFault",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_NEXT_TOKEN: ErrorShape = ErrorShape {
    code: "InvalidNextToken",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_PARAMETER_COMBINATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidParameterCombinationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_PARAMETER_VALUE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidParameterValueException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_ACCESS_DENIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "KmsAccessDeniedException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static KMS_KEY_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "KmsKeyDisabledException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static KMS_KEY_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "KmsKeyNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "LimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static LIMIT_EXCEEDED_FAULT: ErrorShape = ErrorShape {
    code: "LimitExceededFault",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static MISSING_REQUIRED_PARAMETER_EXCEPTION: ErrorShape = ErrorShape {
    code: "MissingRequiredParameterException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_CONFLICT: ErrorShape = ErrorShape {
    code: "ResourceConflict",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_NOT_FOUND: ErrorShape = ErrorShape {
    code: "ResourceNotFound",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceNotFoundException",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static VALIDATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "ValidationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
