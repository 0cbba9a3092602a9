// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static BAD_REQUEST_EXCEPTION: ErrorShape = ErrorShape {
    code: "BadRequestException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static BUCKET_ALREADY_EXISTS: ErrorShape = ErrorShape {
    code: "BucketAlreadyExists",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static BUCKET_ALREADY_OWNED_BY_YOU: ErrorShape = ErrorShape {
    code: "BucketAlreadyOwnedByYou",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static IDEMPOTENCY_EXCEPTION: ErrorShape = ErrorShape {
    code: "IdempotencyException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INTERNAL_SERVICE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InternalServiceException",
    status: 500,
    fault: Fault::Server,
    message_member: "Message",
};
pub static INVALID_NEXT_TOKEN_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidNextTokenException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_REQUEST_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidRequestException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static JOB_STATUS_EXCEPTION: ErrorShape = ErrorShape {
    code: "JobStatusException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static NO_SUCH_PUBLIC_ACCESS_BLOCK_CONFIGURATION: ErrorShape = ErrorShape {
    code: "NoSuchPublicAccessBlockConfiguration",
    status: 404,
    fault: Fault::Client,
    message_member: "Message",
};
pub static NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "NotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static TOO_MANY_REQUESTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "TooManyRequestsException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static TOO_MANY_TAGS_EXCEPTION: ErrorShape = ErrorShape {
    code: "TooManyTagsException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
