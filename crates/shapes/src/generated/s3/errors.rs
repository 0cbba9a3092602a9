// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static ACCESS_DENIED: ErrorShape = ErrorShape {
    code: "AccessDenied",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static ANNOTATION_LIMIT_EXCEEDED: ErrorShape = ErrorShape {
    code: "AnnotationLimitExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ANNOTATION_NAME_TOO_LONG: ErrorShape = ErrorShape {
    code: "AnnotationNameTooLong",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static BUCKET_ALREADY_EXISTS: ErrorShape = ErrorShape {
    code: "BucketAlreadyExists",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static BUCKET_ALREADY_OWNED_BY_YOU: ErrorShape = ErrorShape {
    code: "BucketAlreadyOwnedByYou",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static ENCRYPTION_TYPE_MISMATCH: ErrorShape = ErrorShape {
    code: "EncryptionTypeMismatch",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static IDEMPOTENCY_PARAMETER_MISMATCH: ErrorShape = ErrorShape {
    code: "IdempotencyParameterMismatch",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_ANNOTATION_NAME: ErrorShape = ErrorShape {
    code: "InvalidAnnotationName",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_OBJECT_STATE: ErrorShape = ErrorShape {
    code: "InvalidObjectState",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_PREFIX: ErrorShape = ErrorShape {
    code: "InvalidPrefix",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_REQUEST: ErrorShape = ErrorShape {
    code: "InvalidRequest",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_WRITE_OFFSET: ErrorShape = ErrorShape {
    code: "InvalidWriteOffset",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static NO_SUCH_ANNOTATION: ErrorShape = ErrorShape {
    code: "NoSuchAnnotation",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static NO_SUCH_BUCKET: ErrorShape = ErrorShape {
    code: "NoSuchBucket",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static NO_SUCH_KEY: ErrorShape =
    ErrorShape { code: "NoSuchKey", status: 404, fault: Fault::Client, message_member: "message" };
pub static NO_SUCH_UPLOAD: ErrorShape = ErrorShape {
    code: "NoSuchUpload",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static OBJECT_ALREADY_IN_ACTIVE_TIER_ERROR: ErrorShape = ErrorShape {
    code: "ObjectAlreadyInActiveTierError",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static OBJECT_NOT_IN_ACTIVE_TIER_ERROR: ErrorShape = ErrorShape {
    code: "ObjectNotInActiveTierError",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static TOO_MANY_PARTS: ErrorShape = ErrorShape {
    code: "TooManyParts",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static UNSUPPORTED_MEDIA_TYPE: ErrorShape = ErrorShape {
    code: "UnsupportedMediaType",
    status: 415,
    fault: Fault::Client,
    message_member: "message",
};
