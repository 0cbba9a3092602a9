// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static BATCH_ENTRY_IDS_NOT_DISTINCT: ErrorShape = ErrorShape {
    code: "BatchEntryIdsNotDistinct",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static BATCH_REQUEST_TOO_LONG: ErrorShape = ErrorShape {
    code: "BatchRequestTooLong",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static EMPTY_BATCH_REQUEST: ErrorShape = ErrorShape {
    code: "EmptyBatchRequest",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_ADDRESS: ErrorShape = ErrorShape {
    code: "InvalidAddress",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_ATTRIBUTE_NAME: ErrorShape = ErrorShape {
    code: "InvalidAttributeName",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_ATTRIBUTE_VALUE: ErrorShape = ErrorShape {
    code: "InvalidAttributeValue",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_BATCH_ENTRY_ID: ErrorShape = ErrorShape {
    code: "InvalidBatchEntryId",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_ID_FORMAT: ErrorShape = ErrorShape {
    code: "InvalidIdFormat",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_MESSAGE_CONTENTS: ErrorShape = ErrorShape {
    code: "InvalidMessageContents",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_SECURITY: ErrorShape = ErrorShape {
    code: "InvalidSecurity",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_ACCESS_DENIED: ErrorShape = ErrorShape {
    code: "KmsAccessDenied",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_DISABLED: ErrorShape = ErrorShape {
    code: "KmsDisabled",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_INVALID_KEY_USAGE: ErrorShape = ErrorShape {
    code: "KmsInvalidKeyUsage",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_INVALID_STATE: ErrorShape = ErrorShape {
    code: "KmsInvalidState",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_NOT_FOUND: ErrorShape = ErrorShape {
    code: "KmsNotFound",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_OPT_IN_REQUIRED: ErrorShape = ErrorShape {
    code: "KmsOptInRequired",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_THROTTLED: ErrorShape = ErrorShape {
    code: "KmsThrottled",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static MESSAGE_NOT_INFLIGHT: ErrorShape = ErrorShape {
    code: "MessageNotInflight",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static OVER_LIMIT: ErrorShape =
    ErrorShape { code: "OverLimit", status: 400, fault: Fault::Client, message_member: "message" };
pub static PURGE_QUEUE_IN_PROGRESS: ErrorShape = ErrorShape {
    code: "PurgeQueueInProgress",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static QUEUE_DELETED_RECENTLY: ErrorShape = ErrorShape {
    code: "QueueDeletedRecently",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static QUEUE_DOES_NOT_EXIST: ErrorShape = ErrorShape {
    code: "QueueDoesNotExist",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static QUEUE_NAME_EXISTS: ErrorShape = ErrorShape {
    code: "QueueNameExists",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static RECEIPT_HANDLE_IS_INVALID: ErrorShape = ErrorShape {
    code: "ReceiptHandleIsInvalid",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static REQUEST_THROTTLED: ErrorShape = ErrorShape {
    code: "RequestThrottled",
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
pub static TOO_MANY_ENTRIES_IN_BATCH_REQUEST: ErrorShape = ErrorShape {
    code: "TooManyEntriesInBatchRequest",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static UNSUPPORTED_OPERATION: ErrorShape = ErrorShape {
    code: "UnsupportedOperation",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
