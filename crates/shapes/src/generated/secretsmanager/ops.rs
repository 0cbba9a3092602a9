// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `BatchGetSecretValue`.
#[derive(Clone, Copy, Debug)]
pub struct BatchGetSecretValue;

impl Operation for BatchGetSecretValue {
    type Input = super::BatchGetSecretValueRequest;
    type Output = super::BatchGetSecretValueResponse;
    const SCHEMA: &'static OperationSchema = &BATCH_GET_SECRET_VALUE;
}

static BATCH_GET_SECRET_VALUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "BatchGetSecretValue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::BatchGetSecretValueRequest,
    empty_input: || Box::new(<super::BatchGetSecretValueRequest as Default>::default()),
    output: &schemas::BatchGetSecretValueResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CancelRotateSecret`.
#[derive(Clone, Copy, Debug)]
pub struct CancelRotateSecret;

impl Operation for CancelRotateSecret {
    type Input = super::CancelRotateSecretRequest;
    type Output = super::CancelRotateSecretResponse;
    const SCHEMA: &'static OperationSchema = &CANCEL_ROTATE_SECRET;
}

static CANCEL_ROTATE_SECRET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CancelRotateSecret",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CancelRotateSecretRequest,
    empty_input: || Box::new(<super::CancelRotateSecretRequest as Default>::default()),
    output: &schemas::CancelRotateSecretResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateSecret`.
#[derive(Clone, Copy, Debug)]
pub struct CreateSecret;

impl Operation for CreateSecret {
    type Input = super::CreateSecretRequest;
    type Output = super::CreateSecretResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_SECRET;
}

static CREATE_SECRET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateSecret",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateSecretRequest,
    empty_input: || Box::new(<super::CreateSecretRequest as Default>::default()),
    output: &schemas::CreateSecretResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteResourcePolicy;

impl Operation for DeleteResourcePolicy {
    type Input = super::DeleteResourcePolicyRequest;
    type Output = super::DeleteResourcePolicyResponse;
    const SCHEMA: &'static OperationSchema = &DELETE_RESOURCE_POLICY;
}

static DELETE_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteResourcePolicyRequest,
    empty_input: || Box::new(<super::DeleteResourcePolicyRequest as Default>::default()),
    output: &schemas::DeleteResourcePolicyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteSecret`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteSecret;

impl Operation for DeleteSecret {
    type Input = super::DeleteSecretRequest;
    type Output = super::DeleteSecretResponse;
    const SCHEMA: &'static OperationSchema = &DELETE_SECRET;
}

static DELETE_SECRET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteSecret",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteSecretRequest,
    empty_input: || Box::new(<super::DeleteSecretRequest as Default>::default()),
    output: &schemas::DeleteSecretResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeSecret`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeSecret;

impl Operation for DescribeSecret {
    type Input = super::DescribeSecretRequest;
    type Output = super::DescribeSecretResponse;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_SECRET;
}

static DESCRIBE_SECRET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeSecret",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeSecretRequest,
    empty_input: || Box::new(<super::DescribeSecretRequest as Default>::default()),
    output: &schemas::DescribeSecretResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetRandomPassword`.
#[derive(Clone, Copy, Debug)]
pub struct GetRandomPassword;

impl Operation for GetRandomPassword {
    type Input = super::GetRandomPasswordRequest;
    type Output = super::GetRandomPasswordResponse;
    const SCHEMA: &'static OperationSchema = &GET_RANDOM_PASSWORD;
}

static GET_RANDOM_PASSWORD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetRandomPassword",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetRandomPasswordRequest,
    empty_input: || Box::new(<super::GetRandomPasswordRequest as Default>::default()),
    output: &schemas::GetRandomPasswordResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct GetResourcePolicy;

impl Operation for GetResourcePolicy {
    type Input = super::GetResourcePolicyRequest;
    type Output = super::GetResourcePolicyResponse;
    const SCHEMA: &'static OperationSchema = &GET_RESOURCE_POLICY;
}

static GET_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetResourcePolicyRequest,
    empty_input: || Box::new(<super::GetResourcePolicyRequest as Default>::default()),
    output: &schemas::GetResourcePolicyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetSecretValue`.
#[derive(Clone, Copy, Debug)]
pub struct GetSecretValue;

impl Operation for GetSecretValue {
    type Input = super::GetSecretValueRequest;
    type Output = super::GetSecretValueResponse;
    const SCHEMA: &'static OperationSchema = &GET_SECRET_VALUE;
}

static GET_SECRET_VALUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetSecretValue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetSecretValueRequest,
    empty_input: || Box::new(<super::GetSecretValueRequest as Default>::default()),
    output: &schemas::GetSecretValueResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListSecretVersionIds`.
#[derive(Clone, Copy, Debug)]
pub struct ListSecretVersionIds;

impl Operation for ListSecretVersionIds {
    type Input = super::ListSecretVersionIdsRequest;
    type Output = super::ListSecretVersionIdsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_SECRET_VERSION_IDS;
}

static LIST_SECRET_VERSION_IDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListSecretVersionIds",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListSecretVersionIdsRequest,
    empty_input: || Box::new(<super::ListSecretVersionIdsRequest as Default>::default()),
    output: &schemas::ListSecretVersionIdsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListSecrets`.
#[derive(Clone, Copy, Debug)]
pub struct ListSecrets;

impl Operation for ListSecrets {
    type Input = super::ListSecretsRequest;
    type Output = super::ListSecretsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_SECRETS;
}

static LIST_SECRETS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListSecrets",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListSecretsRequest,
    empty_input: || Box::new(<super::ListSecretsRequest as Default>::default()),
    output: &schemas::ListSecretsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct PutResourcePolicy;

impl Operation for PutResourcePolicy {
    type Input = super::PutResourcePolicyRequest;
    type Output = super::PutResourcePolicyResponse;
    const SCHEMA: &'static OperationSchema = &PUT_RESOURCE_POLICY;
}

static PUT_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutResourcePolicyRequest,
    empty_input: || Box::new(<super::PutResourcePolicyRequest as Default>::default()),
    output: &schemas::PutResourcePolicyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutSecretValue`.
#[derive(Clone, Copy, Debug)]
pub struct PutSecretValue;

impl Operation for PutSecretValue {
    type Input = super::PutSecretValueRequest;
    type Output = super::PutSecretValueResponse;
    const SCHEMA: &'static OperationSchema = &PUT_SECRET_VALUE;
}

static PUT_SECRET_VALUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutSecretValue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutSecretValueRequest,
    empty_input: || Box::new(<super::PutSecretValueRequest as Default>::default()),
    output: &schemas::PutSecretValueResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RestoreSecret`.
#[derive(Clone, Copy, Debug)]
pub struct RestoreSecret;

impl Operation for RestoreSecret {
    type Input = super::RestoreSecretRequest;
    type Output = super::RestoreSecretResponse;
    const SCHEMA: &'static OperationSchema = &RESTORE_SECRET;
}

static RESTORE_SECRET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RestoreSecret",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RestoreSecretRequest,
    empty_input: || Box::new(<super::RestoreSecretRequest as Default>::default()),
    output: &schemas::RestoreSecretResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RotateSecret`.
#[derive(Clone, Copy, Debug)]
pub struct RotateSecret;

impl Operation for RotateSecret {
    type Input = super::RotateSecretRequest;
    type Output = super::RotateSecretResponse;
    const SCHEMA: &'static OperationSchema = &ROTATE_SECRET;
}

static ROTATE_SECRET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RotateSecret",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RotateSecretRequest,
    empty_input: || Box::new(<super::RotateSecretRequest as Default>::default()),
    output: &schemas::RotateSecretResponse,
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

/// `UpdateSecret`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateSecret;

impl Operation for UpdateSecret {
    type Input = super::UpdateSecretRequest;
    type Output = super::UpdateSecretResponse;
    const SCHEMA: &'static OperationSchema = &UPDATE_SECRET;
}

static UPDATE_SECRET: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateSecret",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateSecretRequest,
    empty_input: || Box::new(<super::UpdateSecretRequest as Default>::default()),
    output: &schemas::UpdateSecretResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateSecretVersionStage`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateSecretVersionStage;

impl Operation for UpdateSecretVersionStage {
    type Input = super::UpdateSecretVersionStageRequest;
    type Output = super::UpdateSecretVersionStageResponse;
    const SCHEMA: &'static OperationSchema = &UPDATE_SECRET_VERSION_STAGE;
}

static UPDATE_SECRET_VERSION_STAGE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateSecretVersionStage",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateSecretVersionStageRequest,
    empty_input: || Box::new(<super::UpdateSecretVersionStageRequest as Default>::default()),
    output: &schemas::UpdateSecretVersionStageResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ValidateResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct ValidateResourcePolicy;

impl Operation for ValidateResourcePolicy {
    type Input = super::ValidateResourcePolicyRequest;
    type Output = super::ValidateResourcePolicyResponse;
    const SCHEMA: &'static OperationSchema = &VALIDATE_RESOURCE_POLICY;
}

static VALIDATE_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ValidateResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ValidateResourcePolicyRequest,
    empty_input: || Box::new(<super::ValidateResourcePolicyRequest as Default>::default()),
    output: &schemas::ValidateResourcePolicyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
