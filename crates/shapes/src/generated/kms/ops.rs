// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `CancelKeyDeletion`.
#[derive(Clone, Copy, Debug)]
pub struct CancelKeyDeletion;

impl Operation for CancelKeyDeletion {
    type Input = super::CancelKeyDeletionRequest;
    type Output = super::CancelKeyDeletionResponse;
    const SCHEMA: &'static OperationSchema = &CANCEL_KEY_DELETION;
}

static CANCEL_KEY_DELETION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CancelKeyDeletion",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CancelKeyDeletionRequest,
    empty_input: || Box::new(<super::CancelKeyDeletionRequest as Default>::default()),
    output: &schemas::CancelKeyDeletionResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateAlias`.
#[derive(Clone, Copy, Debug)]
pub struct CreateAlias;

impl Operation for CreateAlias {
    type Input = super::CreateAliasRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &CREATE_ALIAS;
}

static CREATE_ALIAS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateAlias",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateAliasRequest,
    empty_input: || Box::new(<super::CreateAliasRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateGrant`.
#[derive(Clone, Copy, Debug)]
pub struct CreateGrant;

impl Operation for CreateGrant {
    type Input = super::CreateGrantRequest;
    type Output = super::CreateGrantResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_GRANT;
}

static CREATE_GRANT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateGrant",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateGrantRequest,
    empty_input: || Box::new(<super::CreateGrantRequest as Default>::default()),
    output: &schemas::CreateGrantResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateKey`.
#[derive(Clone, Copy, Debug)]
pub struct CreateKey;

impl Operation for CreateKey {
    type Input = super::CreateKeyRequest;
    type Output = super::CreateKeyResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_KEY;
}

static CREATE_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateKeyRequest,
    empty_input: || Box::new(<super::CreateKeyRequest as Default>::default()),
    output: &schemas::CreateKeyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `Decrypt`.
#[derive(Clone, Copy, Debug)]
pub struct Decrypt;

impl Operation for Decrypt {
    type Input = super::DecryptRequest;
    type Output = super::DecryptResponse;
    const SCHEMA: &'static OperationSchema = &DECRYPT;
}

static DECRYPT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "Decrypt",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DecryptRequest,
    empty_input: || Box::new(<super::DecryptRequest as Default>::default()),
    output: &schemas::DecryptResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteAlias`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteAlias;

impl Operation for DeleteAlias {
    type Input = super::DeleteAliasRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_ALIAS;
}

static DELETE_ALIAS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteAlias",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteAliasRequest,
    empty_input: || Box::new(<super::DeleteAliasRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeKey`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeKey;

impl Operation for DescribeKey {
    type Input = super::DescribeKeyRequest;
    type Output = super::DescribeKeyResponse;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_KEY;
}

static DESCRIBE_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeKeyRequest,
    empty_input: || Box::new(<super::DescribeKeyRequest as Default>::default()),
    output: &schemas::DescribeKeyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DisableKey`.
#[derive(Clone, Copy, Debug)]
pub struct DisableKey;

impl Operation for DisableKey {
    type Input = super::DisableKeyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DISABLE_KEY;
}

static DISABLE_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DisableKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DisableKeyRequest,
    empty_input: || Box::new(<super::DisableKeyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DisableKeyRotation`.
#[derive(Clone, Copy, Debug)]
pub struct DisableKeyRotation;

impl Operation for DisableKeyRotation {
    type Input = super::DisableKeyRotationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DISABLE_KEY_ROTATION;
}

static DISABLE_KEY_ROTATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DisableKeyRotation",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DisableKeyRotationRequest,
    empty_input: || Box::new(<super::DisableKeyRotationRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `EnableKey`.
#[derive(Clone, Copy, Debug)]
pub struct EnableKey;

impl Operation for EnableKey {
    type Input = super::EnableKeyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ENABLE_KEY;
}

static ENABLE_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "EnableKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::EnableKeyRequest,
    empty_input: || Box::new(<super::EnableKeyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `EnableKeyRotation`.
#[derive(Clone, Copy, Debug)]
pub struct EnableKeyRotation;

impl Operation for EnableKeyRotation {
    type Input = super::EnableKeyRotationRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ENABLE_KEY_ROTATION;
}

static ENABLE_KEY_ROTATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "EnableKeyRotation",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::EnableKeyRotationRequest,
    empty_input: || Box::new(<super::EnableKeyRotationRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `Encrypt`.
#[derive(Clone, Copy, Debug)]
pub struct Encrypt;

impl Operation for Encrypt {
    type Input = super::EncryptRequest;
    type Output = super::EncryptResponse;
    const SCHEMA: &'static OperationSchema = &ENCRYPT;
}

static ENCRYPT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "Encrypt",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::EncryptRequest,
    empty_input: || Box::new(<super::EncryptRequest as Default>::default()),
    output: &schemas::EncryptResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GenerateDataKey`.
#[derive(Clone, Copy, Debug)]
pub struct GenerateDataKey;

impl Operation for GenerateDataKey {
    type Input = super::GenerateDataKeyRequest;
    type Output = super::GenerateDataKeyResponse;
    const SCHEMA: &'static OperationSchema = &GENERATE_DATA_KEY;
}

static GENERATE_DATA_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GenerateDataKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GenerateDataKeyRequest,
    empty_input: || Box::new(<super::GenerateDataKeyRequest as Default>::default()),
    output: &schemas::GenerateDataKeyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GenerateDataKeyWithoutPlaintext`.
#[derive(Clone, Copy, Debug)]
pub struct GenerateDataKeyWithoutPlaintext;

impl Operation for GenerateDataKeyWithoutPlaintext {
    type Input = super::GenerateDataKeyWithoutPlaintextRequest;
    type Output = super::GenerateDataKeyWithoutPlaintextResponse;
    const SCHEMA: &'static OperationSchema = &GENERATE_DATA_KEY_WITHOUT_PLAINTEXT;
}

static GENERATE_DATA_KEY_WITHOUT_PLAINTEXT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GenerateDataKeyWithoutPlaintext",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GenerateDataKeyWithoutPlaintextRequest,
    empty_input: || Box::new(<super::GenerateDataKeyWithoutPlaintextRequest as Default>::default()),
    output: &schemas::GenerateDataKeyWithoutPlaintextResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GenerateMac`.
#[derive(Clone, Copy, Debug)]
pub struct GenerateMac;

impl Operation for GenerateMac {
    type Input = super::GenerateMacRequest;
    type Output = super::GenerateMacResponse;
    const SCHEMA: &'static OperationSchema = &GENERATE_MAC;
}

static GENERATE_MAC: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GenerateMac",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GenerateMacRequest,
    empty_input: || Box::new(<super::GenerateMacRequest as Default>::default()),
    output: &schemas::GenerateMacResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GenerateRandom`.
#[derive(Clone, Copy, Debug)]
pub struct GenerateRandom;

impl Operation for GenerateRandom {
    type Input = super::GenerateRandomRequest;
    type Output = super::GenerateRandomResponse;
    const SCHEMA: &'static OperationSchema = &GENERATE_RANDOM;
}

static GENERATE_RANDOM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GenerateRandom",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GenerateRandomRequest,
    empty_input: || Box::new(<super::GenerateRandomRequest as Default>::default()),
    output: &schemas::GenerateRandomResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetKeyPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct GetKeyPolicy;

impl Operation for GetKeyPolicy {
    type Input = super::GetKeyPolicyRequest;
    type Output = super::GetKeyPolicyResponse;
    const SCHEMA: &'static OperationSchema = &GET_KEY_POLICY;
}

static GET_KEY_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetKeyPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetKeyPolicyRequest,
    empty_input: || Box::new(<super::GetKeyPolicyRequest as Default>::default()),
    output: &schemas::GetKeyPolicyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetKeyRotationStatus`.
#[derive(Clone, Copy, Debug)]
pub struct GetKeyRotationStatus;

impl Operation for GetKeyRotationStatus {
    type Input = super::GetKeyRotationStatusRequest;
    type Output = super::GetKeyRotationStatusResponse;
    const SCHEMA: &'static OperationSchema = &GET_KEY_ROTATION_STATUS;
}

static GET_KEY_ROTATION_STATUS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetKeyRotationStatus",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetKeyRotationStatusRequest,
    empty_input: || Box::new(<super::GetKeyRotationStatusRequest as Default>::default()),
    output: &schemas::GetKeyRotationStatusResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListAliases`.
#[derive(Clone, Copy, Debug)]
pub struct ListAliases;

impl Operation for ListAliases {
    type Input = super::ListAliasesRequest;
    type Output = super::ListAliasesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ALIASES;
}

static LIST_ALIASES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListAliases",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListAliasesRequest,
    empty_input: || Box::new(<super::ListAliasesRequest as Default>::default()),
    output: &schemas::ListAliasesResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListGrants`.
#[derive(Clone, Copy, Debug)]
pub struct ListGrants;

impl Operation for ListGrants {
    type Input = super::ListGrantsRequest;
    type Output = super::ListGrantsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_GRANTS;
}

static LIST_GRANTS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListGrants",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListGrantsRequest,
    empty_input: || Box::new(<super::ListGrantsRequest as Default>::default()),
    output: &schemas::ListGrantsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListKeyPolicies`.
#[derive(Clone, Copy, Debug)]
pub struct ListKeyPolicies;

impl Operation for ListKeyPolicies {
    type Input = super::ListKeyPoliciesRequest;
    type Output = super::ListKeyPoliciesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_KEY_POLICIES;
}

static LIST_KEY_POLICIES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListKeyPolicies",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListKeyPoliciesRequest,
    empty_input: || Box::new(<super::ListKeyPoliciesRequest as Default>::default()),
    output: &schemas::ListKeyPoliciesResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListKeyRotations`.
#[derive(Clone, Copy, Debug)]
pub struct ListKeyRotations;

impl Operation for ListKeyRotations {
    type Input = super::ListKeyRotationsRequest;
    type Output = super::ListKeyRotationsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_KEY_ROTATIONS;
}

static LIST_KEY_ROTATIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListKeyRotations",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListKeyRotationsRequest,
    empty_input: || Box::new(<super::ListKeyRotationsRequest as Default>::default()),
    output: &schemas::ListKeyRotationsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListKeys`.
#[derive(Clone, Copy, Debug)]
pub struct ListKeys;

impl Operation for ListKeys {
    type Input = super::ListKeysRequest;
    type Output = super::ListKeysResponse;
    const SCHEMA: &'static OperationSchema = &LIST_KEYS;
}

static LIST_KEYS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListKeys",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListKeysRequest,
    empty_input: || Box::new(<super::ListKeysRequest as Default>::default()),
    output: &schemas::ListKeysResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListResourceTags`.
#[derive(Clone, Copy, Debug)]
pub struct ListResourceTags;

impl Operation for ListResourceTags {
    type Input = super::ListResourceTagsRequest;
    type Output = super::ListResourceTagsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_RESOURCE_TAGS;
}

static LIST_RESOURCE_TAGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListResourceTags",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListResourceTagsRequest,
    empty_input: || Box::new(<super::ListResourceTagsRequest as Default>::default()),
    output: &schemas::ListResourceTagsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListRetirableGrants`.
#[derive(Clone, Copy, Debug)]
pub struct ListRetirableGrants;

impl Operation for ListRetirableGrants {
    type Input = super::ListRetirableGrantsRequest;
    type Output = super::ListGrantsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_RETIRABLE_GRANTS;
}

static LIST_RETIRABLE_GRANTS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListRetirableGrants",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListRetirableGrantsRequest,
    empty_input: || Box::new(<super::ListRetirableGrantsRequest as Default>::default()),
    output: &schemas::ListGrantsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutKeyPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct PutKeyPolicy;

impl Operation for PutKeyPolicy {
    type Input = super::PutKeyPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_KEY_POLICY;
}

static PUT_KEY_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutKeyPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutKeyPolicyRequest,
    empty_input: || Box::new(<super::PutKeyPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ReEncrypt`.
#[derive(Clone, Copy, Debug)]
pub struct ReEncrypt;

impl Operation for ReEncrypt {
    type Input = super::ReEncryptRequest;
    type Output = super::ReEncryptResponse;
    const SCHEMA: &'static OperationSchema = &RE_ENCRYPT;
}

static RE_ENCRYPT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ReEncrypt",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ReEncryptRequest,
    empty_input: || Box::new(<super::ReEncryptRequest as Default>::default()),
    output: &schemas::ReEncryptResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RetireGrant`.
#[derive(Clone, Copy, Debug)]
pub struct RetireGrant;

impl Operation for RetireGrant {
    type Input = super::RetireGrantRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &RETIRE_GRANT;
}

static RETIRE_GRANT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RetireGrant",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RetireGrantRequest,
    empty_input: || Box::new(<super::RetireGrantRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RevokeGrant`.
#[derive(Clone, Copy, Debug)]
pub struct RevokeGrant;

impl Operation for RevokeGrant {
    type Input = super::RevokeGrantRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &REVOKE_GRANT;
}

static REVOKE_GRANT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RevokeGrant",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RevokeGrantRequest,
    empty_input: || Box::new(<super::RevokeGrantRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RotateKeyOnDemand`.
#[derive(Clone, Copy, Debug)]
pub struct RotateKeyOnDemand;

impl Operation for RotateKeyOnDemand {
    type Input = super::RotateKeyOnDemandRequest;
    type Output = super::RotateKeyOnDemandResponse;
    const SCHEMA: &'static OperationSchema = &ROTATE_KEY_ON_DEMAND;
}

static ROTATE_KEY_ON_DEMAND: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RotateKeyOnDemand",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RotateKeyOnDemandRequest,
    empty_input: || Box::new(<super::RotateKeyOnDemandRequest as Default>::default()),
    output: &schemas::RotateKeyOnDemandResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ScheduleKeyDeletion`.
#[derive(Clone, Copy, Debug)]
pub struct ScheduleKeyDeletion;

impl Operation for ScheduleKeyDeletion {
    type Input = super::ScheduleKeyDeletionRequest;
    type Output = super::ScheduleKeyDeletionResponse;
    const SCHEMA: &'static OperationSchema = &SCHEDULE_KEY_DELETION;
}

static SCHEDULE_KEY_DELETION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ScheduleKeyDeletion",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ScheduleKeyDeletionRequest,
    empty_input: || Box::new(<super::ScheduleKeyDeletionRequest as Default>::default()),
    output: &schemas::ScheduleKeyDeletionResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagResource`.
#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = super::TagResourceRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &TAG_RESOURCE;
}

static TAG_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TagResourceRequest,
    empty_input: || Box::new(<super::TagResourceRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagResource`.
#[derive(Clone, Copy, Debug)]
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = super::UntagResourceRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UNTAG_RESOURCE;
}

static UNTAG_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UntagResourceRequest,
    empty_input: || Box::new(<super::UntagResourceRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateAlias`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateAlias;

impl Operation for UpdateAlias {
    type Input = super::UpdateAliasRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UPDATE_ALIAS;
}

static UPDATE_ALIAS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateAlias",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateAliasRequest,
    empty_input: || Box::new(<super::UpdateAliasRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateKeyDescription`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateKeyDescription;

impl Operation for UpdateKeyDescription {
    type Input = super::UpdateKeyDescriptionRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UPDATE_KEY_DESCRIPTION;
}

static UPDATE_KEY_DESCRIPTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateKeyDescription",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateKeyDescriptionRequest,
    empty_input: || Box::new(<super::UpdateKeyDescriptionRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `VerifyMac`.
#[derive(Clone, Copy, Debug)]
pub struct VerifyMac;

impl Operation for VerifyMac {
    type Input = super::VerifyMacRequest;
    type Output = super::VerifyMacResponse;
    const SCHEMA: &'static OperationSchema = &VERIFY_MAC;
}

static VERIFY_MAC: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "VerifyMac",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::VerifyMacRequest,
    empty_input: || Box::new(<super::VerifyMacRequest as Default>::default()),
    output: &schemas::VerifyMacResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
