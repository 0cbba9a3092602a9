// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

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
