// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static EXPIRED_TOKEN_EXCEPTION: ErrorShape = ErrorShape {
    code: "ExpiredTokenException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static EXPIRED_TRADE_IN_TOKEN_EXCEPTION: ErrorShape = ErrorShape {
    code: "ExpiredTradeInTokenException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static IDP_COMMUNICATION_ERROR_EXCEPTION: ErrorShape = ErrorShape {
    code: "IDPCommunicationError",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static IDP_REJECTED_CLAIM_EXCEPTION: ErrorShape = ErrorShape {
    code: "IDPRejectedClaim",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_AUTHORIZATION_MESSAGE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidAuthorizationMessageException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_IDENTITY_TOKEN_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidIdentityToken",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static JWT_PAYLOAD_SIZE_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "JWTPayloadSizeExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static MALFORMED_POLICY_DOCUMENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "MalformedPolicyDocument",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static OUTBOUND_WEB_IDENTITY_FEDERATION_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "OutboundWebIdentityFederationDisabledException",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static PACKED_POLICY_TOO_LARGE_EXCEPTION: ErrorShape = ErrorShape {
    code: "PackedPolicyTooLarge",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static REGION_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "RegionDisabledException",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static SESSION_DURATION_ESCALATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "SessionDurationEscalationException",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
