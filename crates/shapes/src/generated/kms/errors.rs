// Written by `cargo xtask codegen`; changes made here are lost.

use crate::{ErrorShape, Fault};

pub static ALREADY_EXISTS_EXCEPTION: ErrorShape = ErrorShape {
    code: "AlreadyExistsException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CLOUD_HSM_CLUSTER_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "CloudHsmClusterInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CLOUD_HSM_CLUSTER_INVALID_CONFIGURATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "CloudHsmClusterInvalidConfigurationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CLOUD_HSM_CLUSTER_NOT_ACTIVE_EXCEPTION: ErrorShape = ErrorShape {
    code: "CloudHsmClusterNotActiveException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CLOUD_HSM_CLUSTER_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "CloudHsmClusterNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CLOUD_HSM_CLUSTER_NOT_RELATED_EXCEPTION: ErrorShape = ErrorShape {
    code: "CloudHsmClusterNotRelatedException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CONFLICT_EXCEPTION: ErrorShape = ErrorShape {
    code: "ConflictException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CUSTOM_KEY_STORE_HAS_CM_KS_EXCEPTION: ErrorShape = ErrorShape {
    code: "CustomKeyStoreHasCMKsException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "CustomKeyStoreInvalidStateException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CUSTOM_KEY_STORE_NAME_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "CustomKeyStoreNameInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "CustomKeyStoreNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static DEPENDENCY_TIMEOUT_EXCEPTION: ErrorShape = ErrorShape {
    code: "DependencyTimeoutException",
    status: 500,
    fault: Fault::Server,
    message_member: "message",
};
pub static DISABLED_EXCEPTION: ErrorShape = ErrorShape {
    code: "DisabledException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static DRY_RUN_OPERATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "DryRunOperationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static EXPIRED_IMPORT_TOKEN_EXCEPTION: ErrorShape = ErrorShape {
    code: "ExpiredImportTokenException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INCORRECT_KEY_EXCEPTION: ErrorShape = ErrorShape {
    code: "IncorrectKeyException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INCORRECT_KEY_MATERIAL_EXCEPTION: ErrorShape = ErrorShape {
    code: "IncorrectKeyMaterialException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INCORRECT_TRUST_ANCHOR_EXCEPTION: ErrorShape = ErrorShape {
    code: "IncorrectTrustAnchorException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_ALIAS_NAME_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidAliasNameException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_ARN_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidArnException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_CIPHERTEXT_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidCiphertextException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_GRANT_ID_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidGrantIdException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_GRANT_TOKEN_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidGrantTokenException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_IMPORT_TOKEN_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidImportTokenException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_KEY_USAGE_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidKeyUsageException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static INVALID_MARKER_EXCEPTION: ErrorShape = ErrorShape {
    code: "InvalidMarkerException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_INTERNAL_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSInternalException",
    status: 500,
    fault: Fault::Server,
    message_member: "message",
};
pub static KMS_INVALID_MAC_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSInvalidMacException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_INVALID_SIGNATURE_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSInvalidSignatureException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KMS_INVALID_STATE_EXCEPTION: ErrorShape = ErrorShape {
    code: "KMSInvalidStateException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static KEY_UNAVAILABLE_EXCEPTION: ErrorShape = ErrorShape {
    code: "KeyUnavailableException",
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
pub static MALFORMED_POLICY_DOCUMENT_EXCEPTION: ErrorShape = ErrorShape {
    code: "MalformedPolicyDocumentException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "NotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static TAG_EXCEPTION: ErrorShape = ErrorShape {
    code: "TagException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static UNSUPPORTED_OPERATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "UnsupportedOperationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_KEY_ALREADY_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksKeyAlreadyInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_KEY_INVALID_CONFIGURATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksKeyInvalidConfigurationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_KEY_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksKeyNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_PROXY_INCORRECT_AUTHENTICATION_CREDENTIAL_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksProxyIncorrectAuthenticationCredentialException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_PROXY_INVALID_CONFIGURATION_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksProxyInvalidConfigurationException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_PROXY_INVALID_RESPONSE_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksProxyInvalidResponseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_PROXY_URI_ENDPOINT_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksProxyUriEndpointInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_PROXY_URI_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksProxyUriInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_PROXY_URI_UNREACHABLE_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksProxyUriUnreachableException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_PROXY_VPC_ENDPOINT_SERVICE_IN_USE_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksProxyVpcEndpointServiceInUseException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
pub static XKS_PROXY_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION_EXCEPTION: ErrorShape =
    ErrorShape {
        code: "XksProxyVpcEndpointServiceInvalidConfigurationException",
        status: 400,
        fault: Fault::Client,
        message_member: "message",
    };
pub static XKS_PROXY_VPC_ENDPOINT_SERVICE_NOT_FOUND_EXCEPTION: ErrorShape = ErrorShape {
    code: "XksProxyVpcEndpointServiceNotFoundException",
    status: 400,
    fault: Fault::Client,
    message_member: "message",
};
