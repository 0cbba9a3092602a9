// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static ACCESS_DENIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "AccessDeniedException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "AlreadyExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static ASSOCIATED_INSTANCES: ErrorShape = ErrorShape {
    code: "AssociatedInstances",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ASSOCIATION_ALREADY_EXISTS: ErrorShape = ErrorShape {
    code: "AssociationAlreadyExists",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ASSOCIATION_DOES_NOT_EXIST: ErrorShape = ErrorShape {
    code: "AssociationDoesNotExist",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static ASSOCIATION_EXECUTION_DOES_NOT_EXIST: ErrorShape = ErrorShape {
    code: "AssociationExecutionDoesNotExist",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static ASSOCIATION_LIMIT_EXCEEDED: ErrorShape = ErrorShape {
    code: "AssociationLimitExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ASSOCIATION_VERSION_LIMIT_EXCEEDED: ErrorShape = ErrorShape {
    code: "AssociationVersionLimitExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static AUTOMATION_DEFINITION_NOT_APPROVED_EXCEPTION: ErrorShape = ErrorShape {
    code: "AutomationDefinitionNotApprovedException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static AUTOMATION_DEFINITION_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "AutomationDefinitionNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static AUTOMATION_DEFINITION_VERSION_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "AutomationDefinitionVersionNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static AUTOMATION_EXECUTION_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "AutomationExecutionLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static AUTOMATION_EXECUTION_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "AutomationExecutionNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static AUTOMATION_STEP_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "AutomationStepNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static COMPLIANCE_TYPE_COUNT_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ComplianceTypeCountLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static CUSTOM_SCHEMA_COUNT_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "CustomSchemaCountLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DOCUMENT_ALREADY_EXISTS: ErrorShape = ErrorShape {
    code: "DocumentAlreadyExists",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DOCUMENT_LIMIT_EXCEEDED: ErrorShape = ErrorShape {
    code: "DocumentLimitExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DOCUMENT_PERMISSION_LIMIT: ErrorShape = ErrorShape {
    code: "DocumentPermissionLimit",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DOCUMENT_VERSION_LIMIT_EXCEEDED: ErrorShape = ErrorShape {
    code: "DocumentVersionLimitExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DOES_NOT_EXIST_EXCEPTION: ErrorShape = ErrorShape {
    code: "DoesNotExistException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DUPLICATE_DOCUMENT_CONTENT: ErrorShape = ErrorShape {
    code: "DuplicateDocumentContent",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DUPLICATE_DOCUMENT_VERSION_NAME: ErrorShape = ErrorShape {
    code: "DuplicateDocumentVersionName",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static DUPLICATE_INSTANCE_ID: ErrorShape = ErrorShape {
    code: "DuplicateInstanceId",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static FEATURE_NOT_AVAILABLE_EXCEPTION: ErrorShape = ErrorShape {
    code: "FeatureNotAvailableException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static HIERARCHY_LEVEL_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "HierarchyLevelLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static HIERARCHY_TYPE_MISMATCH_EXCEPTION: ErrorShape = ErrorShape {
    code: "HierarchyTypeMismatchException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static IDEMPOTENT_PARAMETER_MISMATCH: ErrorShape = ErrorShape {
    code: "IdempotentParameterMismatch",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INCOMPATIBLE_POLICY_EXCEPTION: ErrorShape = ErrorShape {
    code: "IncompatiblePolicyException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INTERNAL_SERVER_ERROR: ErrorShape = ErrorShape {
    code: "InternalServerError",
    status: 500,
    fault: Fault::Server,
    message_member: "Message",
};
pub static INVALID_ACTIVATION: ErrorShape = ErrorShape {
    code: "InvalidActivation",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_ACTIVATION_ID: ErrorShape = ErrorShape {
    code: "InvalidActivationId",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_AGGREGATOR_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidAggregatorException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_ALLOWED_PATTERN_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidAllowedPatternException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_ASSOCIATION: ErrorShape = ErrorShape {
    code: "InvalidAssociation",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_ASSOCIATION_VERSION: ErrorShape = ErrorShape {
    code: "InvalidAssociationVersion",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_AUTOMATION_EXECUTION_PARAMETERS_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidAutomationExecutionParametersException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_AUTOMATION_SIGNAL_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidAutomationSignalException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_AUTOMATION_STATUS_UPDATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidAutomationStatusUpdateException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_COMMAND_ID: ErrorShape = ErrorShape {
    code: "InvalidCommandId",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_DELETE_INVENTORY_PARAMETERS_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidDeleteInventoryParametersException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_DELETION_ID_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidDeletionIdException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_DOCUMENT: ErrorShape = ErrorShape {
    code: "InvalidDocument",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_DOCUMENT_CONTENT: ErrorShape = ErrorShape {
    code: "InvalidDocumentContent",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_DOCUMENT_OPERATION: ErrorShape = ErrorShape {
    code: "InvalidDocumentOperation",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_DOCUMENT_SCHEMA_VERSION: ErrorShape = ErrorShape {
    code: "InvalidDocumentSchemaVersion",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_DOCUMENT_TYPE: ErrorShape = ErrorShape {
    code: "InvalidDocumentType",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_DOCUMENT_VERSION: ErrorShape = ErrorShape {
    code: "InvalidDocumentVersion",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_FILTER: ErrorShape = ErrorShape {
    code: "InvalidFilter",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_FILTER_KEY: ErrorShape = ErrorShape {
    code: "InvalidFilterKey",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_FILTER_OPTION: ErrorShape = ErrorShape {
    code: "InvalidFilterOption",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_FILTER_VALUE: ErrorShape = ErrorShape {
    code: "InvalidFilterValue",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_INSTANCE_ID: ErrorShape = ErrorShape {
    code: "InvalidInstanceId",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_INSTANCE_INFORMATION_FILTER_VALUE: ErrorShape = ErrorShape {
    code: "InvalidInstanceInformationFilterValue",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_INSTANCE_PROPERTY_FILTER_VALUE: ErrorShape = ErrorShape {
    code: "InvalidInstancePropertyFilterValue",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_INVENTORY_GROUP_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidInventoryGroupException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_INVENTORY_ITEM_CONTEXT_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidInventoryItemContextException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_INVENTORY_REQUEST_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidInventoryRequestException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_ITEM_CONTENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidItemContentException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_KEY_ID: ErrorShape = ErrorShape {
    code: "InvalidKeyId",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_NEXT_TOKEN: ErrorShape = ErrorShape {
    code: "InvalidNextToken",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_NOTIFICATION_CONFIG: ErrorShape = ErrorShape {
    code: "InvalidNotificationConfig",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_OPTION_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidOptionException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_OUTPUT_FOLDER: ErrorShape = ErrorShape {
    code: "InvalidOutputFolder",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_OUTPUT_LOCATION: ErrorShape = ErrorShape {
    code: "InvalidOutputLocation",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_PARAMETERS: ErrorShape = ErrorShape {
    code: "InvalidParameters",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_PERMISSION_TYPE: ErrorShape = ErrorShape {
    code: "InvalidPermissionType",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_PLUGIN_NAME: ErrorShape = ErrorShape {
    code: "InvalidPluginName",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_POLICY_ATTRIBUTE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidPolicyAttributeException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_POLICY_TYPE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidPolicyTypeException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_RESOURCE_ID: ErrorShape = ErrorShape {
    code: "InvalidResourceId",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_RESOURCE_TYPE: ErrorShape = ErrorShape {
    code: "InvalidResourceType",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_RESULT_ATTRIBUTE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidResultAttributeException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_ROLE: ErrorShape = ErrorShape {
    code: "InvalidRole",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_SCHEDULE: ErrorShape = ErrorShape {
    code: "InvalidSchedule",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_TAG: ErrorShape =
    ErrorShape { code: "InvalidTag", status: 400, fault: Fault::Client, message_member: "Message" };
pub static INVALID_TARGET: ErrorShape = ErrorShape {
    code: "InvalidTarget",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_TARGET_MAPS: ErrorShape = ErrorShape {
    code: "InvalidTargetMaps",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_TYPE_NAME_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidTypeNameException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVALID_UPDATE: ErrorShape = ErrorShape {
    code: "InvalidUpdate",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static INVOCATION_DOES_NOT_EXIST: ErrorShape = ErrorShape {
    code: "InvocationDoesNotExist",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ITEM_CONTENT_MISMATCH_EXCEPTION: ErrorShape = ErrorShape {
    code: "ItemContentMismatchException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static ITEM_SIZE_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ItemSizeLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static MALFORMED_RESOURCE_POLICY_DOCUMENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "MalformedResourcePolicyDocumentException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static MAX_DOCUMENT_SIZE_EXCEEDED: ErrorShape = ErrorShape {
    code: "MaxDocumentSizeExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static NO_LONGER_SUPPORTED_EXCEPTION: ErrorShape = ErrorShape {
    code: "NoLongerSupportedException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static OPS_ITEM_ACCESS_DENIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsItemAccessDeniedException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static OPS_ITEM_ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsItemAlreadyExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static OPS_ITEM_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsItemConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static OPS_ITEM_INVALID_PARAMETER_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsItemInvalidParameterException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static OPS_ITEM_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsItemLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static OPS_ITEM_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsItemNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static OPS_ITEM_RELATED_ITEM_ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsItemRelatedItemAlreadyExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static OPS_ITEM_RELATED_ITEM_ASSOCIATION_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsItemRelatedItemAssociationNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static OPS_METADATA_ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsMetadataAlreadyExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static OPS_METADATA_INVALID_ARGUMENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsMetadataInvalidArgumentException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static OPS_METADATA_KEY_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsMetadataKeyLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static OPS_METADATA_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsMetadataLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static OPS_METADATA_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsMetadataNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static OPS_METADATA_TOO_MANY_UPDATES_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpsMetadataTooManyUpdatesException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PARAMETER_ALREADY_EXISTS: ErrorShape = ErrorShape {
    code: "ParameterAlreadyExists",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PARAMETER_LIMIT_EXCEEDED: ErrorShape = ErrorShape {
    code: "ParameterLimitExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PARAMETER_MAX_VERSION_LIMIT_EXCEEDED: ErrorShape = ErrorShape {
    code: "ParameterMaxVersionLimitExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PARAMETER_NOT_FOUND: ErrorShape = ErrorShape {
    code: "ParameterNotFound",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PARAMETER_PATTERN_MISMATCH_EXCEPTION: ErrorShape = ErrorShape {
    code: "ParameterPatternMismatchException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PARAMETER_VERSION_LABEL_LIMIT_EXCEEDED: ErrorShape = ErrorShape {
    code: "ParameterVersionLabelLimitExceeded",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PARAMETER_VERSION_NOT_FOUND: ErrorShape = ErrorShape {
    code: "ParameterVersionNotFound",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static POLICIES_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "PoliciesLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_DATA_SYNC_ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceDataSyncAlreadyExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static RESOURCE_DATA_SYNC_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceDataSyncConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_DATA_SYNC_COUNT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceDataSyncCountExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_DATA_SYNC_INVALID_CONFIGURATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceDataSyncInvalidConfigurationException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_DATA_SYNC_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceDataSyncNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourceLimitExceededException",
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
pub static RESOURCE_POLICY_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourcePolicyConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_POLICY_INVALID_PARAMETER_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourcePolicyInvalidParameterException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_POLICY_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourcePolicyLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static RESOURCE_POLICY_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "ResourcePolicyNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static SERVICE_QUOTA_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ServiceQuotaExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static SERVICE_SETTING_NOT_FOUND: ErrorShape = ErrorShape {
    code: "ServiceSettingNotFound",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static STATUS_UNCHANGED: ErrorShape = ErrorShape {
    code: "StatusUnchanged",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static SUB_TYPE_COUNT_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "SubTypeCountLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static TARGET_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "TargetInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static TARGET_NOT_CONNECTED: ErrorShape = ErrorShape {
    code: "TargetNotConnected",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static THROTTLING_EXCEPTION: ErrorShape = ErrorShape {
    code: "ThrottlingException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static TOO_MANY_TAGS_ERROR: ErrorShape = ErrorShape {
    code: "TooManyTagsError",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static TOO_MANY_UPDATES: ErrorShape = ErrorShape {
    code: "TooManyUpdates",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static TOTAL_SIZE_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "TotalSizeLimitExceededException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static UNSUPPORTED_CALENDAR_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnsupportedCalendarException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static UNSUPPORTED_FEATURE_REQUIRED_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnsupportedFeatureRequiredException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static UNSUPPORTED_INVENTORY_ITEM_CONTEXT_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnsupportedInventoryItemContextException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static UNSUPPORTED_INVENTORY_SCHEMA_VERSION_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnsupportedInventorySchemaVersionException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static UNSUPPORTED_OPERATING_SYSTEM: ErrorShape = ErrorShape {
    code: "UnsupportedOperatingSystem",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static UNSUPPORTED_OPERATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnsupportedOperationException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static UNSUPPORTED_PARAMETER_TYPE: ErrorShape = ErrorShape {
    code: "UnsupportedParameterType",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static UNSUPPORTED_PLATFORM_TYPE: ErrorShape = ErrorShape {
    code: "UnsupportedPlatformType",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
pub static VALIDATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "ValidationException",
    status: 400,
    fault: Fault::Client,
    message_member: "Message",
};
