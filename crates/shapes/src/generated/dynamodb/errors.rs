// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static BACKUP_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "BackupInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static BACKUP_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "BackupNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CONDITIONAL_CHECK_FAILED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ConditionalCheckFailedException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CONTINUOUS_BACKUPS_UNAVAILABLE_EXCEPTION: ErrorShape = ErrorShape {
    code: "ContinuousBackupsUnavailableException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static DUPLICATE_ITEM_EXCEPTION: ErrorShape = ErrorShape {
    code: "DuplicateItemException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static EXPORT_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ExportConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static EXPORT_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ExportNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static GLOBAL_TABLE_ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "GlobalTableAlreadyExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static GLOBAL_TABLE_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "GlobalTableNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static IDEMPOTENT_PARAMETER_MISMATCH_EXCEPTION: ErrorShape = ErrorShape {
    code: "IdempotentParameterMismatchException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static IMPORT_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ImportConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static IMPORT_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ImportNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INDEX_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "IndexNotFoundException",
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
pub static INVALID_EXPORT_TIME_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidExportTimeException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_RESTORE_TIME_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidRestoreTimeException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ItemCollectionSizeLimitExceededException",
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
pub static POINT_IN_TIME_RECOVERY_UNAVAILABLE_EXCEPTION: ErrorShape = ErrorShape {
    code: "PointInTimeRecoveryUnavailableException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static POLICY_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "PolicyNotFoundException",
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
pub static REPLICA_ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "ReplicaAlreadyExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static REPLICA_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ReplicaNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static REPLICATED_WRITE_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ReplicatedWriteConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static REQUEST_LIMIT_EXCEEDED: ErrorShape = ErrorShape {
    code: "RequestLimitExceeded",
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
pub static TABLE_ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "TableAlreadyExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static TABLE_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "TableInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static TABLE_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "TableNotFoundException",
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
pub static TRANSACTION_CANCELED_EXCEPTION: ErrorShape = ErrorShape {
    code: "TransactionCanceledException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static TRANSACTION_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "TransactionConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static TRANSACTION_IN_PROGRESS_EXCEPTION: ErrorShape = ErrorShape {
    code: "TransactionInProgressException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
