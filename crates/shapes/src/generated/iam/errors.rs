// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR_EXCEPTION: ErrorShape = ErrorShape {
    code: "AccountNotManagementOrDelegatedAdministratorException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CALLER_IS_NOT_MANAGEMENT_ACCOUNT_EXCEPTION: ErrorShape = ErrorShape {
    code: "CallerIsNotManagementAccountException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CONCURRENT_MODIFICATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "ConcurrentModification",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static CREDENTIAL_REPORT_EXPIRED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ReportExpired",
    status: 410,
    fault: Fault::Client,
    message_member: "message",
};
pub static CREDENTIAL_REPORT_NOT_PRESENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ReportNotPresent",
    status: 410,
    fault: Fault::Client,
    message_member: "message",
};
pub static CREDENTIAL_REPORT_NOT_READY_EXCEPTION: ErrorShape = ErrorShape {
    code: "ReportInProgress",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static DELETE_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "DeleteConflict",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static DUPLICATE_CERTIFICATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "DuplicateCertificate",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static DUPLICATE_SSH_PUBLIC_KEY_EXCEPTION: ErrorShape = ErrorShape {
    code: "DuplicateSSHPublicKey",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ENTITY_ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "EntityAlreadyExists",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static ENTITY_TEMPORARILY_UNMODIFIABLE_EXCEPTION: ErrorShape = ErrorShape {
    code: "EntityTemporarilyUnmodifiable",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static FEATURE_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "FeatureDisabled",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static FEATURE_ENABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "FeatureEnabled",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_AUTHENTICATION_CODE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidAuthenticationCode",
    status: 403,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_CERTIFICATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidCertificate",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_INPUT_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidInput",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_PUBLIC_KEY_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidPublicKey",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_USER_TYPE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidUserType",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KEY_PAIR_MISMATCH_EXCEPTION: ErrorShape = ErrorShape {
    code: "KeyPairMismatch",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "LimitExceeded",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static MALFORMED_CERTIFICATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "MalformedCertificate",
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
pub static NAME_CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "NameConflict",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static NO_SUCH_ENTITY_EXCEPTION: ErrorShape = ErrorShape {
    code: "NoSuchEntity",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static OPEN_ID_IDP_COMMUNICATION_ERROR_EXCEPTION: ErrorShape = ErrorShape {
    code: "OpenIdIdpCommunicationError",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ORGANIZATION_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "OrganizationNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static ORGANIZATION_NOT_IN_ALL_FEATURES_MODE_EXCEPTION: ErrorShape = ErrorShape {
    code: "OrganizationNotInAllFeaturesModeException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static PASSWORD_POLICY_VIOLATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "PasswordPolicyViolation",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static POLICY_EVALUATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "PolicyEvaluation",
    status: 500,
    fault: Fault::Client,
    message_member: "message",
};
pub static POLICY_NOT_ATTACHABLE_EXCEPTION: ErrorShape = ErrorShape {
    code: "PolicyNotAttachable",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static REPORT_GENERATION_LIMIT_EXCEEDED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ReportGenerationLimitExceeded",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static ROLE_MODIFIED_EXCEPTION: ErrorShape = ErrorShape {
    code: "RoleModified",
    status: 409,
    fault: Fault::Client,
    message_member: "message",
};
pub static ROLE_TEMPLATE_DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "RoleTemplateDisabled",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static SERVICE_ACCESS_NOT_ENABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "ServiceAccessNotEnabledException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static SERVICE_FAILURE_EXCEPTION: ErrorShape = ErrorShape {
    code: "ServiceFailure",
    status: 500,
    fault: Fault::Client,
    message_member: "message",
};
pub static SERVICE_NOT_SUPPORTED_EXCEPTION: ErrorShape = ErrorShape {
    code: "NotSupportedService",
    status: 404,
    fault: Fault::Client,
    message_member: "message",
};
pub static UNMODIFIABLE_ENTITY_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnmodifiableEntity",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static UNRECOGNIZED_PUBLIC_KEY_ENCODING_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnrecognizedPublicKeyEncoding",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
