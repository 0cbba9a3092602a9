// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static ACCESS_DENIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "AccessDeniedException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static DATA_ALREADY_ACCEPTED_EXCEPTION: ErrorShape = ErrorShape {
    code: "DataAlreadyAcceptedException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INTERNAL_SERVER_EXCEPTION: ErrorShape = ErrorShape {
    code: "InternalServerException",
    status: 500,
    fault: Fault::Server,
    message_member: "message",
};
pub static INVALID_OPERATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidOperationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_PARAMETER_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidParameterException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_SEQUENCE_TOKEN_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidSequenceTokenException",
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
pub static MALFORMED_QUERY_EXCEPTION: ErrorShape = ErrorShape {
    code: "MalformedQueryException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static OPERATION_ABORTED_EXCEPTION: ErrorShape = ErrorShape {
    code: "OperationAbortedException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceAlreadyExistsException",
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
pub static SERVICE_QUOTA_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ServiceQuotaExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static SERVICE_UNAVAILABLE_EXCEPTION: ErrorShape = ErrorShape {
    code: "ServiceUnavailableException",
    status: 500,
    fault: Fault::Server,
    message_member: "message",
};
pub static THROTTLING_EXCEPTION: ErrorShape = ErrorShape {
    code: "ThrottlingException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static TOO_MANY_TAGS_EXCEPTION: ErrorShape = ErrorShape {
    code: "TooManyTagsException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static UNRECOGNIZED_CLIENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnrecognizedClientException",
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
