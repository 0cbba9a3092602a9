// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `AssumeRole`.
#[derive(Clone, Copy, Debug)]
pub struct AssumeRole;

impl Operation for AssumeRole {
    type Input = super::AssumeRoleRequest;
    type Output = super::AssumeRoleResponse;
    const SCHEMA: &'static OperationSchema = &ASSUME_ROLE;
}

static ASSUME_ROLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AssumeRole",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AssumeRoleRequest,
    empty_input: || Box::new(<super::AssumeRoleRequest as Default>::default()),
    output: &schemas::AssumeRoleResponse,
    result_wrapper: Some("AssumeRoleResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetCallerIdentity`.
#[derive(Clone, Copy, Debug)]
pub struct GetCallerIdentity;

impl Operation for GetCallerIdentity {
    type Input = super::GetCallerIdentityRequest;
    type Output = super::GetCallerIdentityResponse;
    const SCHEMA: &'static OperationSchema = &GET_CALLER_IDENTITY;
}

static GET_CALLER_IDENTITY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetCallerIdentity",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetCallerIdentityRequest,
    empty_input: || Box::new(<super::GetCallerIdentityRequest as Default>::default()),
    output: &schemas::GetCallerIdentityResponse,
    result_wrapper: Some("GetCallerIdentityResult"),
    xml_root: None,
    xml_unwrapped: false,
};
