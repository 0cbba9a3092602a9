// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `AddRoleToInstanceProfile`.
#[derive(Clone, Copy, Debug)]
pub struct AddRoleToInstanceProfile;

impl Operation for AddRoleToInstanceProfile {
    type Input = super::AddRoleToInstanceProfileRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ADD_ROLE_TO_INSTANCE_PROFILE;
}

static ADD_ROLE_TO_INSTANCE_PROFILE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AddRoleToInstanceProfile",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AddRoleToInstanceProfileRequest,
    empty_input: || Box::new(<super::AddRoleToInstanceProfileRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `AddUserToGroup`.
#[derive(Clone, Copy, Debug)]
pub struct AddUserToGroup;

impl Operation for AddUserToGroup {
    type Input = super::AddUserToGroupRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ADD_USER_TO_GROUP;
}

static ADD_USER_TO_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AddUserToGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AddUserToGroupRequest,
    empty_input: || Box::new(<super::AddUserToGroupRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `AttachGroupPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct AttachGroupPolicy;

impl Operation for AttachGroupPolicy {
    type Input = super::AttachGroupPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ATTACH_GROUP_POLICY;
}

static ATTACH_GROUP_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AttachGroupPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AttachGroupPolicyRequest,
    empty_input: || Box::new(<super::AttachGroupPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `AttachRolePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct AttachRolePolicy;

impl Operation for AttachRolePolicy {
    type Input = super::AttachRolePolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ATTACH_ROLE_POLICY;
}

static ATTACH_ROLE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AttachRolePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AttachRolePolicyRequest,
    empty_input: || Box::new(<super::AttachRolePolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `AttachUserPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct AttachUserPolicy;

impl Operation for AttachUserPolicy {
    type Input = super::AttachUserPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ATTACH_USER_POLICY;
}

static ATTACH_USER_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AttachUserPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AttachUserPolicyRequest,
    empty_input: || Box::new(<super::AttachUserPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateAccessKey`.
#[derive(Clone, Copy, Debug)]
pub struct CreateAccessKey;

impl Operation for CreateAccessKey {
    type Input = super::CreateAccessKeyRequest;
    type Output = super::CreateAccessKeyResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_ACCESS_KEY;
}

static CREATE_ACCESS_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateAccessKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateAccessKeyRequest,
    empty_input: || Box::new(<super::CreateAccessKeyRequest as Default>::default()),
    output: &schemas::CreateAccessKeyResponse,
    result_wrapper: Some("CreateAccessKeyResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateAccountAlias`.
#[derive(Clone, Copy, Debug)]
pub struct CreateAccountAlias;

impl Operation for CreateAccountAlias {
    type Input = super::CreateAccountAliasRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &CREATE_ACCOUNT_ALIAS;
}

static CREATE_ACCOUNT_ALIAS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateAccountAlias",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateAccountAliasRequest,
    empty_input: || Box::new(<super::CreateAccountAliasRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateGroup`.
#[derive(Clone, Copy, Debug)]
pub struct CreateGroup;

impl Operation for CreateGroup {
    type Input = super::CreateGroupRequest;
    type Output = super::CreateGroupResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_GROUP;
}

static CREATE_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateGroupRequest,
    empty_input: || Box::new(<super::CreateGroupRequest as Default>::default()),
    output: &schemas::CreateGroupResponse,
    result_wrapper: Some("CreateGroupResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateInstanceProfile`.
#[derive(Clone, Copy, Debug)]
pub struct CreateInstanceProfile;

impl Operation for CreateInstanceProfile {
    type Input = super::CreateInstanceProfileRequest;
    type Output = super::CreateInstanceProfileResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_INSTANCE_PROFILE;
}

static CREATE_INSTANCE_PROFILE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateInstanceProfile",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateInstanceProfileRequest,
    empty_input: || Box::new(<super::CreateInstanceProfileRequest as Default>::default()),
    output: &schemas::CreateInstanceProfileResponse,
    result_wrapper: Some("CreateInstanceProfileResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreatePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct CreatePolicy;

impl Operation for CreatePolicy {
    type Input = super::CreatePolicyRequest;
    type Output = super::CreatePolicyResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_POLICY;
}

static CREATE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreatePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreatePolicyRequest,
    empty_input: || Box::new(<super::CreatePolicyRequest as Default>::default()),
    output: &schemas::CreatePolicyResponse,
    result_wrapper: Some("CreatePolicyResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreatePolicyVersion`.
#[derive(Clone, Copy, Debug)]
pub struct CreatePolicyVersion;

impl Operation for CreatePolicyVersion {
    type Input = super::CreatePolicyVersionRequest;
    type Output = super::CreatePolicyVersionResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_POLICY_VERSION;
}

static CREATE_POLICY_VERSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreatePolicyVersion",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreatePolicyVersionRequest,
    empty_input: || Box::new(<super::CreatePolicyVersionRequest as Default>::default()),
    output: &schemas::CreatePolicyVersionResponse,
    result_wrapper: Some("CreatePolicyVersionResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateRole`.
#[derive(Clone, Copy, Debug)]
pub struct CreateRole;

impl Operation for CreateRole {
    type Input = super::CreateRoleRequest;
    type Output = super::CreateRoleResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_ROLE;
}

static CREATE_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateRoleRequest,
    empty_input: || Box::new(<super::CreateRoleRequest as Default>::default()),
    output: &schemas::CreateRoleResponse,
    result_wrapper: Some("CreateRoleResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateServiceLinkedRole`.
#[derive(Clone, Copy, Debug)]
pub struct CreateServiceLinkedRole;

impl Operation for CreateServiceLinkedRole {
    type Input = super::CreateServiceLinkedRoleRequest;
    type Output = super::CreateServiceLinkedRoleResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_SERVICE_LINKED_ROLE;
}

static CREATE_SERVICE_LINKED_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateServiceLinkedRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateServiceLinkedRoleRequest,
    empty_input: || Box::new(<super::CreateServiceLinkedRoleRequest as Default>::default()),
    output: &schemas::CreateServiceLinkedRoleResponse,
    result_wrapper: Some("CreateServiceLinkedRoleResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateUser`.
#[derive(Clone, Copy, Debug)]
pub struct CreateUser;

impl Operation for CreateUser {
    type Input = super::CreateUserRequest;
    type Output = super::CreateUserResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_USER;
}

static CREATE_USER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateUser",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateUserRequest,
    empty_input: || Box::new(<super::CreateUserRequest as Default>::default()),
    output: &schemas::CreateUserResponse,
    result_wrapper: Some("CreateUserResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteAccessKey`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteAccessKey;

impl Operation for DeleteAccessKey {
    type Input = super::DeleteAccessKeyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_ACCESS_KEY;
}

static DELETE_ACCESS_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteAccessKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteAccessKeyRequest,
    empty_input: || Box::new(<super::DeleteAccessKeyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteAccountAlias`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteAccountAlias;

impl Operation for DeleteAccountAlias {
    type Input = super::DeleteAccountAliasRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_ACCOUNT_ALIAS;
}

static DELETE_ACCOUNT_ALIAS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteAccountAlias",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteAccountAliasRequest,
    empty_input: || Box::new(<super::DeleteAccountAliasRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteGroup`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteGroup;

impl Operation for DeleteGroup {
    type Input = super::DeleteGroupRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_GROUP;
}

static DELETE_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteGroupRequest,
    empty_input: || Box::new(<super::DeleteGroupRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteGroupPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteGroupPolicy;

impl Operation for DeleteGroupPolicy {
    type Input = super::DeleteGroupPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_GROUP_POLICY;
}

static DELETE_GROUP_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteGroupPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteGroupPolicyRequest,
    empty_input: || Box::new(<super::DeleteGroupPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteInstanceProfile`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteInstanceProfile;

impl Operation for DeleteInstanceProfile {
    type Input = super::DeleteInstanceProfileRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_INSTANCE_PROFILE;
}

static DELETE_INSTANCE_PROFILE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteInstanceProfile",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteInstanceProfileRequest,
    empty_input: || Box::new(<super::DeleteInstanceProfileRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteLoginProfile`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteLoginProfile;

impl Operation for DeleteLoginProfile {
    type Input = super::DeleteLoginProfileRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_LOGIN_PROFILE;
}

static DELETE_LOGIN_PROFILE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteLoginProfile",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteLoginProfileRequest,
    empty_input: || Box::new(<super::DeleteLoginProfileRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeletePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DeletePolicy;

impl Operation for DeletePolicy {
    type Input = super::DeletePolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_POLICY;
}

static DELETE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeletePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeletePolicyRequest,
    empty_input: || Box::new(<super::DeletePolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeletePolicyVersion`.
#[derive(Clone, Copy, Debug)]
pub struct DeletePolicyVersion;

impl Operation for DeletePolicyVersion {
    type Input = super::DeletePolicyVersionRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_POLICY_VERSION;
}

static DELETE_POLICY_VERSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeletePolicyVersion",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeletePolicyVersionRequest,
    empty_input: || Box::new(<super::DeletePolicyVersionRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteRole`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteRole;

impl Operation for DeleteRole {
    type Input = super::DeleteRoleRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_ROLE;
}

static DELETE_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteRoleRequest,
    empty_input: || Box::new(<super::DeleteRoleRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteRolePermissionsBoundary`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteRolePermissionsBoundary;

impl Operation for DeleteRolePermissionsBoundary {
    type Input = super::DeleteRolePermissionsBoundaryRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_ROLE_PERMISSIONS_BOUNDARY;
}

static DELETE_ROLE_PERMISSIONS_BOUNDARY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteRolePermissionsBoundary",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteRolePermissionsBoundaryRequest,
    empty_input: || Box::new(<super::DeleteRolePermissionsBoundaryRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteRolePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteRolePolicy;

impl Operation for DeleteRolePolicy {
    type Input = super::DeleteRolePolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_ROLE_POLICY;
}

static DELETE_ROLE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteRolePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteRolePolicyRequest,
    empty_input: || Box::new(<super::DeleteRolePolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteServiceLinkedRole`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteServiceLinkedRole;

impl Operation for DeleteServiceLinkedRole {
    type Input = super::DeleteServiceLinkedRoleRequest;
    type Output = super::DeleteServiceLinkedRoleResponse;
    const SCHEMA: &'static OperationSchema = &DELETE_SERVICE_LINKED_ROLE;
}

static DELETE_SERVICE_LINKED_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteServiceLinkedRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteServiceLinkedRoleRequest,
    empty_input: || Box::new(<super::DeleteServiceLinkedRoleRequest as Default>::default()),
    output: &schemas::DeleteServiceLinkedRoleResponse,
    result_wrapper: Some("DeleteServiceLinkedRoleResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteUser`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteUser;

impl Operation for DeleteUser {
    type Input = super::DeleteUserRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_USER;
}

static DELETE_USER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteUser",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteUserRequest,
    empty_input: || Box::new(<super::DeleteUserRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteUserPermissionsBoundary`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteUserPermissionsBoundary;

impl Operation for DeleteUserPermissionsBoundary {
    type Input = super::DeleteUserPermissionsBoundaryRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_USER_PERMISSIONS_BOUNDARY;
}

static DELETE_USER_PERMISSIONS_BOUNDARY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteUserPermissionsBoundary",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteUserPermissionsBoundaryRequest,
    empty_input: || Box::new(<super::DeleteUserPermissionsBoundaryRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteUserPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteUserPolicy;

impl Operation for DeleteUserPolicy {
    type Input = super::DeleteUserPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_USER_POLICY;
}

static DELETE_USER_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteUserPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteUserPolicyRequest,
    empty_input: || Box::new(<super::DeleteUserPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DetachGroupPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DetachGroupPolicy;

impl Operation for DetachGroupPolicy {
    type Input = super::DetachGroupPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DETACH_GROUP_POLICY;
}

static DETACH_GROUP_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DetachGroupPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DetachGroupPolicyRequest,
    empty_input: || Box::new(<super::DetachGroupPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DetachRolePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DetachRolePolicy;

impl Operation for DetachRolePolicy {
    type Input = super::DetachRolePolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DETACH_ROLE_POLICY;
}

static DETACH_ROLE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DetachRolePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DetachRolePolicyRequest,
    empty_input: || Box::new(<super::DetachRolePolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DetachUserPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DetachUserPolicy;

impl Operation for DetachUserPolicy {
    type Input = super::DetachUserPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DETACH_USER_POLICY;
}

static DETACH_USER_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DetachUserPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DetachUserPolicyRequest,
    empty_input: || Box::new(<super::DetachUserPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetAccessKeyLastUsed`.
#[derive(Clone, Copy, Debug)]
pub struct GetAccessKeyLastUsed;

impl Operation for GetAccessKeyLastUsed {
    type Input = super::GetAccessKeyLastUsedRequest;
    type Output = super::GetAccessKeyLastUsedResponse;
    const SCHEMA: &'static OperationSchema = &GET_ACCESS_KEY_LAST_USED;
}

static GET_ACCESS_KEY_LAST_USED: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetAccessKeyLastUsed",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetAccessKeyLastUsedRequest,
    empty_input: || Box::new(<super::GetAccessKeyLastUsedRequest as Default>::default()),
    output: &schemas::GetAccessKeyLastUsedResponse,
    result_wrapper: Some("GetAccessKeyLastUsedResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetAccountAuthorizationDetails`.
#[derive(Clone, Copy, Debug)]
pub struct GetAccountAuthorizationDetails;

impl Operation for GetAccountAuthorizationDetails {
    type Input = super::GetAccountAuthorizationDetailsRequest;
    type Output = super::GetAccountAuthorizationDetailsResponse;
    const SCHEMA: &'static OperationSchema = &GET_ACCOUNT_AUTHORIZATION_DETAILS;
}

static GET_ACCOUNT_AUTHORIZATION_DETAILS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetAccountAuthorizationDetails",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetAccountAuthorizationDetailsRequest,
    empty_input: || Box::new(<super::GetAccountAuthorizationDetailsRequest as Default>::default()),
    output: &schemas::GetAccountAuthorizationDetailsResponse,
    result_wrapper: Some("GetAccountAuthorizationDetailsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetAccountSummary`.
#[derive(Clone, Copy, Debug)]
pub struct GetAccountSummary;

impl Operation for GetAccountSummary {
    type Input = crate::Unit;
    type Output = super::GetAccountSummaryResponse;
    const SCHEMA: &'static OperationSchema = &GET_ACCOUNT_SUMMARY;
}

static GET_ACCOUNT_SUMMARY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetAccountSummary",
    method: "POST",
    uri: "/",
    status: 200,
    input: &crate::shape::UNIT,
    empty_input: || Box::new(<crate::Unit as Default>::default()),
    output: &schemas::GetAccountSummaryResponse,
    result_wrapper: Some("GetAccountSummaryResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetGroup`.
#[derive(Clone, Copy, Debug)]
pub struct GetGroup;

impl Operation for GetGroup {
    type Input = super::GetGroupRequest;
    type Output = super::GetGroupResponse;
    const SCHEMA: &'static OperationSchema = &GET_GROUP;
}

static GET_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetGroupRequest,
    empty_input: || Box::new(<super::GetGroupRequest as Default>::default()),
    output: &schemas::GetGroupResponse,
    result_wrapper: Some("GetGroupResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetGroupPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct GetGroupPolicy;

impl Operation for GetGroupPolicy {
    type Input = super::GetGroupPolicyRequest;
    type Output = super::GetGroupPolicyResponse;
    const SCHEMA: &'static OperationSchema = &GET_GROUP_POLICY;
}

static GET_GROUP_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetGroupPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetGroupPolicyRequest,
    empty_input: || Box::new(<super::GetGroupPolicyRequest as Default>::default()),
    output: &schemas::GetGroupPolicyResponse,
    result_wrapper: Some("GetGroupPolicyResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetInstanceProfile`.
#[derive(Clone, Copy, Debug)]
pub struct GetInstanceProfile;

impl Operation for GetInstanceProfile {
    type Input = super::GetInstanceProfileRequest;
    type Output = super::GetInstanceProfileResponse;
    const SCHEMA: &'static OperationSchema = &GET_INSTANCE_PROFILE;
}

static GET_INSTANCE_PROFILE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetInstanceProfile",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetInstanceProfileRequest,
    empty_input: || Box::new(<super::GetInstanceProfileRequest as Default>::default()),
    output: &schemas::GetInstanceProfileResponse,
    result_wrapper: Some("GetInstanceProfileResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetLoginProfile`.
#[derive(Clone, Copy, Debug)]
pub struct GetLoginProfile;

impl Operation for GetLoginProfile {
    type Input = super::GetLoginProfileRequest;
    type Output = super::GetLoginProfileResponse;
    const SCHEMA: &'static OperationSchema = &GET_LOGIN_PROFILE;
}

static GET_LOGIN_PROFILE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetLoginProfile",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetLoginProfileRequest,
    empty_input: || Box::new(<super::GetLoginProfileRequest as Default>::default()),
    output: &schemas::GetLoginProfileResponse,
    result_wrapper: Some("GetLoginProfileResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct GetPolicy;

impl Operation for GetPolicy {
    type Input = super::GetPolicyRequest;
    type Output = super::GetPolicyResponse;
    const SCHEMA: &'static OperationSchema = &GET_POLICY;
}

static GET_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetPolicyRequest,
    empty_input: || Box::new(<super::GetPolicyRequest as Default>::default()),
    output: &schemas::GetPolicyResponse,
    result_wrapper: Some("GetPolicyResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetPolicyVersion`.
#[derive(Clone, Copy, Debug)]
pub struct GetPolicyVersion;

impl Operation for GetPolicyVersion {
    type Input = super::GetPolicyVersionRequest;
    type Output = super::GetPolicyVersionResponse;
    const SCHEMA: &'static OperationSchema = &GET_POLICY_VERSION;
}

static GET_POLICY_VERSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetPolicyVersion",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetPolicyVersionRequest,
    empty_input: || Box::new(<super::GetPolicyVersionRequest as Default>::default()),
    output: &schemas::GetPolicyVersionResponse,
    result_wrapper: Some("GetPolicyVersionResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetRole`.
#[derive(Clone, Copy, Debug)]
pub struct GetRole;

impl Operation for GetRole {
    type Input = super::GetRoleRequest;
    type Output = super::GetRoleResponse;
    const SCHEMA: &'static OperationSchema = &GET_ROLE;
}

static GET_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetRoleRequest,
    empty_input: || Box::new(<super::GetRoleRequest as Default>::default()),
    output: &schemas::GetRoleResponse,
    result_wrapper: Some("GetRoleResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetRolePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct GetRolePolicy;

impl Operation for GetRolePolicy {
    type Input = super::GetRolePolicyRequest;
    type Output = super::GetRolePolicyResponse;
    const SCHEMA: &'static OperationSchema = &GET_ROLE_POLICY;
}

static GET_ROLE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetRolePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetRolePolicyRequest,
    empty_input: || Box::new(<super::GetRolePolicyRequest as Default>::default()),
    output: &schemas::GetRolePolicyResponse,
    result_wrapper: Some("GetRolePolicyResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetServiceLinkedRoleDeletionStatus`.
#[derive(Clone, Copy, Debug)]
pub struct GetServiceLinkedRoleDeletionStatus;

impl Operation for GetServiceLinkedRoleDeletionStatus {
    type Input = super::GetServiceLinkedRoleDeletionStatusRequest;
    type Output = super::GetServiceLinkedRoleDeletionStatusResponse;
    const SCHEMA: &'static OperationSchema = &GET_SERVICE_LINKED_ROLE_DELETION_STATUS;
}

static GET_SERVICE_LINKED_ROLE_DELETION_STATUS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetServiceLinkedRoleDeletionStatus",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetServiceLinkedRoleDeletionStatusRequest,
    empty_input: || {
        Box::new(<super::GetServiceLinkedRoleDeletionStatusRequest as Default>::default())
    },
    output: &schemas::GetServiceLinkedRoleDeletionStatusResponse,
    result_wrapper: Some("GetServiceLinkedRoleDeletionStatusResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetUser`.
#[derive(Clone, Copy, Debug)]
pub struct GetUser;

impl Operation for GetUser {
    type Input = super::GetUserRequest;
    type Output = super::GetUserResponse;
    const SCHEMA: &'static OperationSchema = &GET_USER;
}

static GET_USER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetUser",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetUserRequest,
    empty_input: || Box::new(<super::GetUserRequest as Default>::default()),
    output: &schemas::GetUserResponse,
    result_wrapper: Some("GetUserResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetUserPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct GetUserPolicy;

impl Operation for GetUserPolicy {
    type Input = super::GetUserPolicyRequest;
    type Output = super::GetUserPolicyResponse;
    const SCHEMA: &'static OperationSchema = &GET_USER_POLICY;
}

static GET_USER_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetUserPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetUserPolicyRequest,
    empty_input: || Box::new(<super::GetUserPolicyRequest as Default>::default()),
    output: &schemas::GetUserPolicyResponse,
    result_wrapper: Some("GetUserPolicyResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListAccessKeys`.
#[derive(Clone, Copy, Debug)]
pub struct ListAccessKeys;

impl Operation for ListAccessKeys {
    type Input = super::ListAccessKeysRequest;
    type Output = super::ListAccessKeysResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ACCESS_KEYS;
}

static LIST_ACCESS_KEYS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListAccessKeys",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListAccessKeysRequest,
    empty_input: || Box::new(<super::ListAccessKeysRequest as Default>::default()),
    output: &schemas::ListAccessKeysResponse,
    result_wrapper: Some("ListAccessKeysResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListAccountAliases`.
#[derive(Clone, Copy, Debug)]
pub struct ListAccountAliases;

impl Operation for ListAccountAliases {
    type Input = super::ListAccountAliasesRequest;
    type Output = super::ListAccountAliasesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ACCOUNT_ALIASES;
}

static LIST_ACCOUNT_ALIASES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListAccountAliases",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListAccountAliasesRequest,
    empty_input: || Box::new(<super::ListAccountAliasesRequest as Default>::default()),
    output: &schemas::ListAccountAliasesResponse,
    result_wrapper: Some("ListAccountAliasesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListAttachedGroupPolicies`.
#[derive(Clone, Copy, Debug)]
pub struct ListAttachedGroupPolicies;

impl Operation for ListAttachedGroupPolicies {
    type Input = super::ListAttachedGroupPoliciesRequest;
    type Output = super::ListAttachedGroupPoliciesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ATTACHED_GROUP_POLICIES;
}

static LIST_ATTACHED_GROUP_POLICIES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListAttachedGroupPolicies",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListAttachedGroupPoliciesRequest,
    empty_input: || Box::new(<super::ListAttachedGroupPoliciesRequest as Default>::default()),
    output: &schemas::ListAttachedGroupPoliciesResponse,
    result_wrapper: Some("ListAttachedGroupPoliciesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListAttachedRolePolicies`.
#[derive(Clone, Copy, Debug)]
pub struct ListAttachedRolePolicies;

impl Operation for ListAttachedRolePolicies {
    type Input = super::ListAttachedRolePoliciesRequest;
    type Output = super::ListAttachedRolePoliciesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ATTACHED_ROLE_POLICIES;
}

static LIST_ATTACHED_ROLE_POLICIES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListAttachedRolePolicies",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListAttachedRolePoliciesRequest,
    empty_input: || Box::new(<super::ListAttachedRolePoliciesRequest as Default>::default()),
    output: &schemas::ListAttachedRolePoliciesResponse,
    result_wrapper: Some("ListAttachedRolePoliciesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListAttachedUserPolicies`.
#[derive(Clone, Copy, Debug)]
pub struct ListAttachedUserPolicies;

impl Operation for ListAttachedUserPolicies {
    type Input = super::ListAttachedUserPoliciesRequest;
    type Output = super::ListAttachedUserPoliciesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ATTACHED_USER_POLICIES;
}

static LIST_ATTACHED_USER_POLICIES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListAttachedUserPolicies",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListAttachedUserPoliciesRequest,
    empty_input: || Box::new(<super::ListAttachedUserPoliciesRequest as Default>::default()),
    output: &schemas::ListAttachedUserPoliciesResponse,
    result_wrapper: Some("ListAttachedUserPoliciesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListEntitiesForPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct ListEntitiesForPolicy;

impl Operation for ListEntitiesForPolicy {
    type Input = super::ListEntitiesForPolicyRequest;
    type Output = super::ListEntitiesForPolicyResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ENTITIES_FOR_POLICY;
}

static LIST_ENTITIES_FOR_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListEntitiesForPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListEntitiesForPolicyRequest,
    empty_input: || Box::new(<super::ListEntitiesForPolicyRequest as Default>::default()),
    output: &schemas::ListEntitiesForPolicyResponse,
    result_wrapper: Some("ListEntitiesForPolicyResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListGroupPolicies`.
#[derive(Clone, Copy, Debug)]
pub struct ListGroupPolicies;

impl Operation for ListGroupPolicies {
    type Input = super::ListGroupPoliciesRequest;
    type Output = super::ListGroupPoliciesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_GROUP_POLICIES;
}

static LIST_GROUP_POLICIES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListGroupPolicies",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListGroupPoliciesRequest,
    empty_input: || Box::new(<super::ListGroupPoliciesRequest as Default>::default()),
    output: &schemas::ListGroupPoliciesResponse,
    result_wrapper: Some("ListGroupPoliciesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListGroups`.
#[derive(Clone, Copy, Debug)]
pub struct ListGroups;

impl Operation for ListGroups {
    type Input = super::ListGroupsRequest;
    type Output = super::ListGroupsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_GROUPS;
}

static LIST_GROUPS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListGroups",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListGroupsRequest,
    empty_input: || Box::new(<super::ListGroupsRequest as Default>::default()),
    output: &schemas::ListGroupsResponse,
    result_wrapper: Some("ListGroupsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListGroupsForUser`.
#[derive(Clone, Copy, Debug)]
pub struct ListGroupsForUser;

impl Operation for ListGroupsForUser {
    type Input = super::ListGroupsForUserRequest;
    type Output = super::ListGroupsForUserResponse;
    const SCHEMA: &'static OperationSchema = &LIST_GROUPS_FOR_USER;
}

static LIST_GROUPS_FOR_USER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListGroupsForUser",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListGroupsForUserRequest,
    empty_input: || Box::new(<super::ListGroupsForUserRequest as Default>::default()),
    output: &schemas::ListGroupsForUserResponse,
    result_wrapper: Some("ListGroupsForUserResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListInstanceProfileTags`.
#[derive(Clone, Copy, Debug)]
pub struct ListInstanceProfileTags;

impl Operation for ListInstanceProfileTags {
    type Input = super::ListInstanceProfileTagsRequest;
    type Output = super::ListInstanceProfileTagsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_INSTANCE_PROFILE_TAGS;
}

static LIST_INSTANCE_PROFILE_TAGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListInstanceProfileTags",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListInstanceProfileTagsRequest,
    empty_input: || Box::new(<super::ListInstanceProfileTagsRequest as Default>::default()),
    output: &schemas::ListInstanceProfileTagsResponse,
    result_wrapper: Some("ListInstanceProfileTagsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListInstanceProfiles`.
#[derive(Clone, Copy, Debug)]
pub struct ListInstanceProfiles;

impl Operation for ListInstanceProfiles {
    type Input = super::ListInstanceProfilesRequest;
    type Output = super::ListInstanceProfilesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_INSTANCE_PROFILES;
}

static LIST_INSTANCE_PROFILES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListInstanceProfiles",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListInstanceProfilesRequest,
    empty_input: || Box::new(<super::ListInstanceProfilesRequest as Default>::default()),
    output: &schemas::ListInstanceProfilesResponse,
    result_wrapper: Some("ListInstanceProfilesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListInstanceProfilesForRole`.
#[derive(Clone, Copy, Debug)]
pub struct ListInstanceProfilesForRole;

impl Operation for ListInstanceProfilesForRole {
    type Input = super::ListInstanceProfilesForRoleRequest;
    type Output = super::ListInstanceProfilesForRoleResponse;
    const SCHEMA: &'static OperationSchema = &LIST_INSTANCE_PROFILES_FOR_ROLE;
}

static LIST_INSTANCE_PROFILES_FOR_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListInstanceProfilesForRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListInstanceProfilesForRoleRequest,
    empty_input: || Box::new(<super::ListInstanceProfilesForRoleRequest as Default>::default()),
    output: &schemas::ListInstanceProfilesForRoleResponse,
    result_wrapper: Some("ListInstanceProfilesForRoleResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListMFADevices`.
#[derive(Clone, Copy, Debug)]
pub struct ListMFADevices;

impl Operation for ListMFADevices {
    type Input = super::ListMFADevicesRequest;
    type Output = super::ListMFADevicesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_MFA_DEVICES;
}

static LIST_MFA_DEVICES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListMFADevices",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListMFADevicesRequest,
    empty_input: || Box::new(<super::ListMFADevicesRequest as Default>::default()),
    output: &schemas::ListMFADevicesResponse,
    result_wrapper: Some("ListMFADevicesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListPolicies`.
#[derive(Clone, Copy, Debug)]
pub struct ListPolicies;

impl Operation for ListPolicies {
    type Input = super::ListPoliciesRequest;
    type Output = super::ListPoliciesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_POLICIES;
}

static LIST_POLICIES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListPolicies",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListPoliciesRequest,
    empty_input: || Box::new(<super::ListPoliciesRequest as Default>::default()),
    output: &schemas::ListPoliciesResponse,
    result_wrapper: Some("ListPoliciesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListPolicyTags`.
#[derive(Clone, Copy, Debug)]
pub struct ListPolicyTags;

impl Operation for ListPolicyTags {
    type Input = super::ListPolicyTagsRequest;
    type Output = super::ListPolicyTagsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_POLICY_TAGS;
}

static LIST_POLICY_TAGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListPolicyTags",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListPolicyTagsRequest,
    empty_input: || Box::new(<super::ListPolicyTagsRequest as Default>::default()),
    output: &schemas::ListPolicyTagsResponse,
    result_wrapper: Some("ListPolicyTagsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListPolicyVersions`.
#[derive(Clone, Copy, Debug)]
pub struct ListPolicyVersions;

impl Operation for ListPolicyVersions {
    type Input = super::ListPolicyVersionsRequest;
    type Output = super::ListPolicyVersionsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_POLICY_VERSIONS;
}

static LIST_POLICY_VERSIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListPolicyVersions",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListPolicyVersionsRequest,
    empty_input: || Box::new(<super::ListPolicyVersionsRequest as Default>::default()),
    output: &schemas::ListPolicyVersionsResponse,
    result_wrapper: Some("ListPolicyVersionsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListRolePolicies`.
#[derive(Clone, Copy, Debug)]
pub struct ListRolePolicies;

impl Operation for ListRolePolicies {
    type Input = super::ListRolePoliciesRequest;
    type Output = super::ListRolePoliciesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ROLE_POLICIES;
}

static LIST_ROLE_POLICIES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListRolePolicies",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListRolePoliciesRequest,
    empty_input: || Box::new(<super::ListRolePoliciesRequest as Default>::default()),
    output: &schemas::ListRolePoliciesResponse,
    result_wrapper: Some("ListRolePoliciesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListRoleTags`.
#[derive(Clone, Copy, Debug)]
pub struct ListRoleTags;

impl Operation for ListRoleTags {
    type Input = super::ListRoleTagsRequest;
    type Output = super::ListRoleTagsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ROLE_TAGS;
}

static LIST_ROLE_TAGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListRoleTags",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListRoleTagsRequest,
    empty_input: || Box::new(<super::ListRoleTagsRequest as Default>::default()),
    output: &schemas::ListRoleTagsResponse,
    result_wrapper: Some("ListRoleTagsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListRoles`.
#[derive(Clone, Copy, Debug)]
pub struct ListRoles;

impl Operation for ListRoles {
    type Input = super::ListRolesRequest;
    type Output = super::ListRolesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_ROLES;
}

static LIST_ROLES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListRoles",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListRolesRequest,
    empty_input: || Box::new(<super::ListRolesRequest as Default>::default()),
    output: &schemas::ListRolesResponse,
    result_wrapper: Some("ListRolesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListSSHPublicKeys`.
#[derive(Clone, Copy, Debug)]
pub struct ListSSHPublicKeys;

impl Operation for ListSSHPublicKeys {
    type Input = super::ListSSHPublicKeysRequest;
    type Output = super::ListSSHPublicKeysResponse;
    const SCHEMA: &'static OperationSchema = &LIST_SSH_PUBLIC_KEYS;
}

static LIST_SSH_PUBLIC_KEYS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListSSHPublicKeys",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListSSHPublicKeysRequest,
    empty_input: || Box::new(<super::ListSSHPublicKeysRequest as Default>::default()),
    output: &schemas::ListSSHPublicKeysResponse,
    result_wrapper: Some("ListSSHPublicKeysResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListServiceSpecificCredentials`.
#[derive(Clone, Copy, Debug)]
pub struct ListServiceSpecificCredentials;

impl Operation for ListServiceSpecificCredentials {
    type Input = super::ListServiceSpecificCredentialsRequest;
    type Output = super::ListServiceSpecificCredentialsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_SERVICE_SPECIFIC_CREDENTIALS;
}

static LIST_SERVICE_SPECIFIC_CREDENTIALS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListServiceSpecificCredentials",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListServiceSpecificCredentialsRequest,
    empty_input: || Box::new(<super::ListServiceSpecificCredentialsRequest as Default>::default()),
    output: &schemas::ListServiceSpecificCredentialsResponse,
    result_wrapper: Some("ListServiceSpecificCredentialsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListSigningCertificates`.
#[derive(Clone, Copy, Debug)]
pub struct ListSigningCertificates;

impl Operation for ListSigningCertificates {
    type Input = super::ListSigningCertificatesRequest;
    type Output = super::ListSigningCertificatesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_SIGNING_CERTIFICATES;
}

static LIST_SIGNING_CERTIFICATES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListSigningCertificates",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListSigningCertificatesRequest,
    empty_input: || Box::new(<super::ListSigningCertificatesRequest as Default>::default()),
    output: &schemas::ListSigningCertificatesResponse,
    result_wrapper: Some("ListSigningCertificatesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListUserPolicies`.
#[derive(Clone, Copy, Debug)]
pub struct ListUserPolicies;

impl Operation for ListUserPolicies {
    type Input = super::ListUserPoliciesRequest;
    type Output = super::ListUserPoliciesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_USER_POLICIES;
}

static LIST_USER_POLICIES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListUserPolicies",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListUserPoliciesRequest,
    empty_input: || Box::new(<super::ListUserPoliciesRequest as Default>::default()),
    output: &schemas::ListUserPoliciesResponse,
    result_wrapper: Some("ListUserPoliciesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListUserTags`.
#[derive(Clone, Copy, Debug)]
pub struct ListUserTags;

impl Operation for ListUserTags {
    type Input = super::ListUserTagsRequest;
    type Output = super::ListUserTagsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_USER_TAGS;
}

static LIST_USER_TAGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListUserTags",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListUserTagsRequest,
    empty_input: || Box::new(<super::ListUserTagsRequest as Default>::default()),
    output: &schemas::ListUserTagsResponse,
    result_wrapper: Some("ListUserTagsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListUsers`.
#[derive(Clone, Copy, Debug)]
pub struct ListUsers;

impl Operation for ListUsers {
    type Input = super::ListUsersRequest;
    type Output = super::ListUsersResponse;
    const SCHEMA: &'static OperationSchema = &LIST_USERS;
}

static LIST_USERS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListUsers",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListUsersRequest,
    empty_input: || Box::new(<super::ListUsersRequest as Default>::default()),
    output: &schemas::ListUsersResponse,
    result_wrapper: Some("ListUsersResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListVirtualMFADevices`.
#[derive(Clone, Copy, Debug)]
pub struct ListVirtualMFADevices;

impl Operation for ListVirtualMFADevices {
    type Input = super::ListVirtualMFADevicesRequest;
    type Output = super::ListVirtualMFADevicesResponse;
    const SCHEMA: &'static OperationSchema = &LIST_VIRTUAL_MFA_DEVICES;
}

static LIST_VIRTUAL_MFA_DEVICES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListVirtualMFADevices",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListVirtualMFADevicesRequest,
    empty_input: || Box::new(<super::ListVirtualMFADevicesRequest as Default>::default()),
    output: &schemas::ListVirtualMFADevicesResponse,
    result_wrapper: Some("ListVirtualMFADevicesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutGroupPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct PutGroupPolicy;

impl Operation for PutGroupPolicy {
    type Input = super::PutGroupPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_GROUP_POLICY;
}

static PUT_GROUP_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutGroupPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutGroupPolicyRequest,
    empty_input: || Box::new(<super::PutGroupPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutRolePermissionsBoundary`.
#[derive(Clone, Copy, Debug)]
pub struct PutRolePermissionsBoundary;

impl Operation for PutRolePermissionsBoundary {
    type Input = super::PutRolePermissionsBoundaryRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_ROLE_PERMISSIONS_BOUNDARY;
}

static PUT_ROLE_PERMISSIONS_BOUNDARY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutRolePermissionsBoundary",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutRolePermissionsBoundaryRequest,
    empty_input: || Box::new(<super::PutRolePermissionsBoundaryRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutRolePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct PutRolePolicy;

impl Operation for PutRolePolicy {
    type Input = super::PutRolePolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_ROLE_POLICY;
}

static PUT_ROLE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutRolePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutRolePolicyRequest,
    empty_input: || Box::new(<super::PutRolePolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutUserPermissionsBoundary`.
#[derive(Clone, Copy, Debug)]
pub struct PutUserPermissionsBoundary;

impl Operation for PutUserPermissionsBoundary {
    type Input = super::PutUserPermissionsBoundaryRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_USER_PERMISSIONS_BOUNDARY;
}

static PUT_USER_PERMISSIONS_BOUNDARY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutUserPermissionsBoundary",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutUserPermissionsBoundaryRequest,
    empty_input: || Box::new(<super::PutUserPermissionsBoundaryRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutUserPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct PutUserPolicy;

impl Operation for PutUserPolicy {
    type Input = super::PutUserPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_USER_POLICY;
}

static PUT_USER_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutUserPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutUserPolicyRequest,
    empty_input: || Box::new(<super::PutUserPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RemoveRoleFromInstanceProfile`.
#[derive(Clone, Copy, Debug)]
pub struct RemoveRoleFromInstanceProfile;

impl Operation for RemoveRoleFromInstanceProfile {
    type Input = super::RemoveRoleFromInstanceProfileRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &REMOVE_ROLE_FROM_INSTANCE_PROFILE;
}

static REMOVE_ROLE_FROM_INSTANCE_PROFILE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RemoveRoleFromInstanceProfile",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RemoveRoleFromInstanceProfileRequest,
    empty_input: || Box::new(<super::RemoveRoleFromInstanceProfileRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RemoveUserFromGroup`.
#[derive(Clone, Copy, Debug)]
pub struct RemoveUserFromGroup;

impl Operation for RemoveUserFromGroup {
    type Input = super::RemoveUserFromGroupRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &REMOVE_USER_FROM_GROUP;
}

static REMOVE_USER_FROM_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RemoveUserFromGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RemoveUserFromGroupRequest,
    empty_input: || Box::new(<super::RemoveUserFromGroupRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SetDefaultPolicyVersion`.
#[derive(Clone, Copy, Debug)]
pub struct SetDefaultPolicyVersion;

impl Operation for SetDefaultPolicyVersion {
    type Input = super::SetDefaultPolicyVersionRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &SET_DEFAULT_POLICY_VERSION;
}

static SET_DEFAULT_POLICY_VERSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SetDefaultPolicyVersion",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SetDefaultPolicyVersionRequest,
    empty_input: || Box::new(<super::SetDefaultPolicyVersionRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagInstanceProfile`.
#[derive(Clone, Copy, Debug)]
pub struct TagInstanceProfile;

impl Operation for TagInstanceProfile {
    type Input = super::TagInstanceProfileRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &TAG_INSTANCE_PROFILE;
}

static TAG_INSTANCE_PROFILE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagInstanceProfile",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TagInstanceProfileRequest,
    empty_input: || Box::new(<super::TagInstanceProfileRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct TagPolicy;

impl Operation for TagPolicy {
    type Input = super::TagPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &TAG_POLICY;
}

static TAG_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TagPolicyRequest,
    empty_input: || Box::new(<super::TagPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagRole`.
#[derive(Clone, Copy, Debug)]
pub struct TagRole;

impl Operation for TagRole {
    type Input = super::TagRoleRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &TAG_ROLE;
}

static TAG_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TagRoleRequest,
    empty_input: || Box::new(<super::TagRoleRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagUser`.
#[derive(Clone, Copy, Debug)]
pub struct TagUser;

impl Operation for TagUser {
    type Input = super::TagUserRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &TAG_USER;
}

static TAG_USER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagUser",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TagUserRequest,
    empty_input: || Box::new(<super::TagUserRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagInstanceProfile`.
#[derive(Clone, Copy, Debug)]
pub struct UntagInstanceProfile;

impl Operation for UntagInstanceProfile {
    type Input = super::UntagInstanceProfileRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UNTAG_INSTANCE_PROFILE;
}

static UNTAG_INSTANCE_PROFILE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagInstanceProfile",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UntagInstanceProfileRequest,
    empty_input: || Box::new(<super::UntagInstanceProfileRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct UntagPolicy;

impl Operation for UntagPolicy {
    type Input = super::UntagPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UNTAG_POLICY;
}

static UNTAG_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UntagPolicyRequest,
    empty_input: || Box::new(<super::UntagPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagRole`.
#[derive(Clone, Copy, Debug)]
pub struct UntagRole;

impl Operation for UntagRole {
    type Input = super::UntagRoleRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UNTAG_ROLE;
}

static UNTAG_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UntagRoleRequest,
    empty_input: || Box::new(<super::UntagRoleRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagUser`.
#[derive(Clone, Copy, Debug)]
pub struct UntagUser;

impl Operation for UntagUser {
    type Input = super::UntagUserRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UNTAG_USER;
}

static UNTAG_USER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagUser",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UntagUserRequest,
    empty_input: || Box::new(<super::UntagUserRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateAccessKey`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateAccessKey;

impl Operation for UpdateAccessKey {
    type Input = super::UpdateAccessKeyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UPDATE_ACCESS_KEY;
}

static UPDATE_ACCESS_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateAccessKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateAccessKeyRequest,
    empty_input: || Box::new(<super::UpdateAccessKeyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateAssumeRolePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateAssumeRolePolicy;

impl Operation for UpdateAssumeRolePolicy {
    type Input = super::UpdateAssumeRolePolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UPDATE_ASSUME_ROLE_POLICY;
}

static UPDATE_ASSUME_ROLE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateAssumeRolePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateAssumeRolePolicyRequest,
    empty_input: || Box::new(<super::UpdateAssumeRolePolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateGroup`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateGroup;

impl Operation for UpdateGroup {
    type Input = super::UpdateGroupRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UPDATE_GROUP;
}

static UPDATE_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateGroupRequest,
    empty_input: || Box::new(<super::UpdateGroupRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateRole`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateRole;

impl Operation for UpdateRole {
    type Input = super::UpdateRoleRequest;
    type Output = super::UpdateRoleResponse;
    const SCHEMA: &'static OperationSchema = &UPDATE_ROLE;
}

static UPDATE_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateRoleRequest,
    empty_input: || Box::new(<super::UpdateRoleRequest as Default>::default()),
    output: &schemas::UpdateRoleResponse,
    result_wrapper: Some("UpdateRoleResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateRoleDescription`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateRoleDescription;

impl Operation for UpdateRoleDescription {
    type Input = super::UpdateRoleDescriptionRequest;
    type Output = super::UpdateRoleDescriptionResponse;
    const SCHEMA: &'static OperationSchema = &UPDATE_ROLE_DESCRIPTION;
}

static UPDATE_ROLE_DESCRIPTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateRoleDescription",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateRoleDescriptionRequest,
    empty_input: || Box::new(<super::UpdateRoleDescriptionRequest as Default>::default()),
    output: &schemas::UpdateRoleDescriptionResponse,
    result_wrapper: Some("UpdateRoleDescriptionResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateUser`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateUser;

impl Operation for UpdateUser {
    type Input = super::UpdateUserRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UPDATE_USER;
}

static UPDATE_USER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateUser",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateUserRequest,
    empty_input: || Box::new(<super::UpdateUserRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
