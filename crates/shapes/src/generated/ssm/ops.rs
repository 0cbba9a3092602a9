// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `AddTagsToResource`.
#[derive(Clone, Copy, Debug)]
pub struct AddTagsToResource;

impl Operation for AddTagsToResource {
    type Input = super::AddTagsToResourceRequest;
    type Output = super::AddTagsToResourceResult;
    const SCHEMA: &'static OperationSchema = &ADD_TAGS_TO_RESOURCE;
}

static ADD_TAGS_TO_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AddTagsToResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AddTagsToResourceRequest,
    empty_input: || Box::new(<super::AddTagsToResourceRequest as Default>::default()),
    output: &schemas::AddTagsToResourceResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteParameter`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteParameter;

impl Operation for DeleteParameter {
    type Input = super::DeleteParameterRequest;
    type Output = super::DeleteParameterResult;
    const SCHEMA: &'static OperationSchema = &DELETE_PARAMETER;
}

static DELETE_PARAMETER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteParameter",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteParameterRequest,
    empty_input: || Box::new(<super::DeleteParameterRequest as Default>::default()),
    output: &schemas::DeleteParameterResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteParameters`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteParameters;

impl Operation for DeleteParameters {
    type Input = super::DeleteParametersRequest;
    type Output = super::DeleteParametersResult;
    const SCHEMA: &'static OperationSchema = &DELETE_PARAMETERS;
}

static DELETE_PARAMETERS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteParameters",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteParametersRequest,
    empty_input: || Box::new(<super::DeleteParametersRequest as Default>::default()),
    output: &schemas::DeleteParametersResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeParameters`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeParameters;

impl Operation for DescribeParameters {
    type Input = super::DescribeParametersRequest;
    type Output = super::DescribeParametersResult;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_PARAMETERS;
}

static DESCRIBE_PARAMETERS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeParameters",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeParametersRequest,
    empty_input: || Box::new(<super::DescribeParametersRequest as Default>::default()),
    output: &schemas::DescribeParametersResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetParameter`.
#[derive(Clone, Copy, Debug)]
pub struct GetParameter;

impl Operation for GetParameter {
    type Input = super::GetParameterRequest;
    type Output = super::GetParameterResult;
    const SCHEMA: &'static OperationSchema = &GET_PARAMETER;
}

static GET_PARAMETER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetParameter",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetParameterRequest,
    empty_input: || Box::new(<super::GetParameterRequest as Default>::default()),
    output: &schemas::GetParameterResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetParameterHistory`.
#[derive(Clone, Copy, Debug)]
pub struct GetParameterHistory;

impl Operation for GetParameterHistory {
    type Input = super::GetParameterHistoryRequest;
    type Output = super::GetParameterHistoryResult;
    const SCHEMA: &'static OperationSchema = &GET_PARAMETER_HISTORY;
}

static GET_PARAMETER_HISTORY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetParameterHistory",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetParameterHistoryRequest,
    empty_input: || Box::new(<super::GetParameterHistoryRequest as Default>::default()),
    output: &schemas::GetParameterHistoryResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetParameters`.
#[derive(Clone, Copy, Debug)]
pub struct GetParameters;

impl Operation for GetParameters {
    type Input = super::GetParametersRequest;
    type Output = super::GetParametersResult;
    const SCHEMA: &'static OperationSchema = &GET_PARAMETERS;
}

static GET_PARAMETERS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetParameters",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetParametersRequest,
    empty_input: || Box::new(<super::GetParametersRequest as Default>::default()),
    output: &schemas::GetParametersResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetParametersByPath`.
#[derive(Clone, Copy, Debug)]
pub struct GetParametersByPath;

impl Operation for GetParametersByPath {
    type Input = super::GetParametersByPathRequest;
    type Output = super::GetParametersByPathResult;
    const SCHEMA: &'static OperationSchema = &GET_PARAMETERS_BY_PATH;
}

static GET_PARAMETERS_BY_PATH: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetParametersByPath",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetParametersByPathRequest,
    empty_input: || Box::new(<super::GetParametersByPathRequest as Default>::default()),
    output: &schemas::GetParametersByPathResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `LabelParameterVersion`.
#[derive(Clone, Copy, Debug)]
pub struct LabelParameterVersion;

impl Operation for LabelParameterVersion {
    type Input = super::LabelParameterVersionRequest;
    type Output = super::LabelParameterVersionResult;
    const SCHEMA: &'static OperationSchema = &LABEL_PARAMETER_VERSION;
}

static LABEL_PARAMETER_VERSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "LabelParameterVersion",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::LabelParameterVersionRequest,
    empty_input: || Box::new(<super::LabelParameterVersionRequest as Default>::default()),
    output: &schemas::LabelParameterVersionResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTagsForResource`.
#[derive(Clone, Copy, Debug)]
pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = super::ListTagsForResourceRequest;
    type Output = super::ListTagsForResourceResult;
    const SCHEMA: &'static OperationSchema = &LIST_TAGS_FOR_RESOURCE;
}

static LIST_TAGS_FOR_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListTagsForResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListTagsForResourceRequest,
    empty_input: || Box::new(<super::ListTagsForResourceRequest as Default>::default()),
    output: &schemas::ListTagsForResourceResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutParameter`.
#[derive(Clone, Copy, Debug)]
pub struct PutParameter;

impl Operation for PutParameter {
    type Input = super::PutParameterRequest;
    type Output = super::PutParameterResult;
    const SCHEMA: &'static OperationSchema = &PUT_PARAMETER;
}

static PUT_PARAMETER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutParameter",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutParameterRequest,
    empty_input: || Box::new(<super::PutParameterRequest as Default>::default()),
    output: &schemas::PutParameterResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RemoveTagsFromResource`.
#[derive(Clone, Copy, Debug)]
pub struct RemoveTagsFromResource;

impl Operation for RemoveTagsFromResource {
    type Input = super::RemoveTagsFromResourceRequest;
    type Output = super::RemoveTagsFromResourceResult;
    const SCHEMA: &'static OperationSchema = &REMOVE_TAGS_FROM_RESOURCE;
}

static REMOVE_TAGS_FROM_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RemoveTagsFromResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RemoveTagsFromResourceRequest,
    empty_input: || Box::new(<super::RemoveTagsFromResourceRequest as Default>::default()),
    output: &schemas::RemoveTagsFromResourceResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UnlabelParameterVersion`.
#[derive(Clone, Copy, Debug)]
pub struct UnlabelParameterVersion;

impl Operation for UnlabelParameterVersion {
    type Input = super::UnlabelParameterVersionRequest;
    type Output = super::UnlabelParameterVersionResult;
    const SCHEMA: &'static OperationSchema = &UNLABEL_PARAMETER_VERSION;
}

static UNLABEL_PARAMETER_VERSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UnlabelParameterVersion",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UnlabelParameterVersionRequest,
    empty_input: || Box::new(<super::UnlabelParameterVersionRequest as Default>::default()),
    output: &schemas::UnlabelParameterVersionResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
