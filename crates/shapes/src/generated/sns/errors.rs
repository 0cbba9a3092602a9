// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static AUTHORIZATION_ERROR_EXCEPTION: ErrorShape = ErrorShape {
    code: "AuthorizationError",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static BATCH_ENTRY_IDS_NOT_DISTINCT_EXCEPTION: ErrorShape = ErrorShape {
    code: "BatchEntryIdsNotDistinct",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static BATCH_REQUEST_TOO_LONG_EXCEPTION: ErrorShape = ErrorShape {
    code: "BatchRequestTooLong",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CONCURRENT_ACCESS_EXCEPTION: ErrorShape = ErrorShape {
    code: "ConcurrentAccess",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static EMPTY_BATCH_REQUEST_EXCEPTION: ErrorShape = ErrorShape {
    code: "EmptyBatchRequest",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ENDPOINT_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "EndpointDisabled",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static FILTER_POLICY_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "FilterPolicyLimitExceeded",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static INTERNAL_ERROR_EXCEPTION: ErrorShape = ErrorShape {
    code: "InternalError",
    status: 500,
    fault: Fault::Server,
    message_member: "message",
};
pub static INVALID_BATCH_ENTRY_ID_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidBatchEntryId",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_PARAMETER_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidParameter",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_PARAMETER_VALUE_EXCEPTION: ErrorShape = ErrorShape {
    code: "ParameterValueInvalid",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_SECURITY_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidSecurity",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_STATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidState",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_ACCESS_DENIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSAccessDenied",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSDisabled",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_INVALID_STATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSInvalidState",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSNotFound",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_OPT_IN_REQUIRED: ErrorShape = ErrorShape {
    code: "KMSOptInRequired",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_THROTTLING_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSThrottling",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static NOT_FOUND_EXCEPTION: ErrorShape =
    ErrorShape { code: "NotFound", status: 404, fault: Fault::Client, message_member: "message" };
pub static OPTED_OUT_EXCEPTION: ErrorShape =
    ErrorShape { code: "OptedOut", status: 400, fault: Fault::Client, message_member: "message" };
pub static PLATFORM_APPLICATION_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "PlatformApplicationDisabled",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static REPLAY_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ReplayLimitExceeded",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceNotFound",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static STALE_TAG_EXCEPTION: ErrorShape =
    ErrorShape { code: "StaleTag", status: 400, fault: Fault::Client, message_member: "message" };
pub static SUBSCRIPTION_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "SubscriptionLimitExceeded",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static TAG_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "TagLimitExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static TAG_POLICY_EXCEPTION: ErrorShape =
    ErrorShape { code: "TagPolicy", status: 400, fault: Fault::Client, message_member: "message" };
pub static THROTTLED_EXCEPTION: ErrorShape =
    ErrorShape { code: "Throttled", status: 429, fault: Fault::Client, message_member: "message" };
pub static TOO_MANY_ENTRIES_IN_BATCH_REQUEST_EXCEPTION: ErrorShape = ErrorShape {
    code: "TooManyEntriesInBatchRequest",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static TOPIC_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "TopicLimitExceeded",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static USER_ERROR_EXCEPTION: ErrorShape =
    ErrorShape { code: "UserError", status: 400, fault: Fault::Client, message_member: "message" };
pub static VALIDATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "ValidationException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static VERIFICATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "VerificationException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
