// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static EXPIRED_ITERATOR_EXCEPTION: ErrorShape = ErrorShape {
    code: "ExpiredIteratorException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INTERNAL_SERVER_ERROR: ErrorShape = ErrorShape {
    code: "InternalServerError",
    status: 500,
    fault: Fault::Server,
    message_member: "message",
};
pub static LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "LimitExceededException",
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
pub static TRIMMED_DATA_ACCESS_EXCEPTION: ErrorShape = ErrorShape {
    code: "TrimmedDataAccessException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
