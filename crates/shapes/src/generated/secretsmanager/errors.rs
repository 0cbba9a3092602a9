// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static DECRYPTION_FAILURE: ErrorShape = ErrorShape {
    code: "DecryptionFailure",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static ENCRYPTION_FAILURE: ErrorShape = ErrorShape {
    code: "EncryptionFailure",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INTERNAL_SERVICE_ERROR: ErrorShape = ErrorShape {
    code: "InternalServiceError",
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
pub static INVALID_PARAMETER_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidParameterException",
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
pub static LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "LimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static MALFORMED_POLICY_DOCUMENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "MalformedPolicyDocumentException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static PRECONDITION_NOT_MET_EXCEPTION: ErrorShape = ErrorShape {
    code: "PreconditionNotMetException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static PUBLIC_POLICY_EXCEPTION: ErrorShape = ErrorShape {
    code: "PublicPolicyException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
