// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `AddPermission`.
#[derive(Clone, Copy, Debug)]
pub struct AddPermission;

impl Operation for AddPermission {
    type Input = super::AddPermissionRequest;
    type Output = super::AddPermissionResponse;
    const SCHEMA: &'static OperationSchema = &ADD_PERMISSION;
}

static ADD_PERMISSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AddPermission",
    method: "POST",
    uri: "/2015-03-31/functions/{FunctionName}/policy",
    status: 201,
    input: &schemas::AddPermissionRequest,
    empty_input: || Box::new(<super::AddPermissionRequest as Default>::default()),
    output: &schemas::AddPermissionResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateAlias`.
#[derive(Clone, Copy, Debug)]
pub struct CreateAlias;

impl Operation for CreateAlias {
    type Input = super::CreateAliasRequest;
    type Output = super::AliasConfiguration;
    const SCHEMA: &'static OperationSchema = &CREATE_ALIAS;
}

static CREATE_ALIAS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateAlias",
    method: "POST",
    uri: "/2015-03-31/functions/{FunctionName}/aliases",
    status: 201,
    input: &schemas::CreateAliasRequest,
    empty_input: || Box::new(<super::CreateAliasRequest as Default>::default()),
    output: &schemas::AliasConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateEventSourceMapping`.
#[derive(Clone, Copy, Debug)]
pub struct CreateEventSourceMapping;

impl Operation for CreateEventSourceMapping {
    type Input = super::CreateEventSourceMappingRequest;
    type Output = super::EventSourceMappingConfiguration;
    const SCHEMA: &'static OperationSchema = &CREATE_EVENT_SOURCE_MAPPING;
}

static CREATE_EVENT_SOURCE_MAPPING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateEventSourceMapping",
    method: "POST",
    uri: "/2015-03-31/event-source-mappings",
    status: 202,
    input: &schemas::CreateEventSourceMappingRequest,
    empty_input: || Box::new(<super::CreateEventSourceMappingRequest as Default>::default()),
    output: &schemas::EventSourceMappingConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateFunction`.
#[derive(Clone, Copy, Debug)]
pub struct CreateFunction;

impl Operation for CreateFunction {
    type Input = super::CreateFunctionRequest;
    type Output = super::FunctionConfiguration;
    const SCHEMA: &'static OperationSchema = &CREATE_FUNCTION;
}

static CREATE_FUNCTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateFunction",
    method: "POST",
    uri: "/2015-03-31/functions",
    status: 201,
    input: &schemas::CreateFunctionRequest,
    empty_input: || Box::new(<super::CreateFunctionRequest as Default>::default()),
    output: &schemas::FunctionConfiguration,
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
    method: "DELETE",
    uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
    status: 204,
    input: &schemas::DeleteAliasRequest,
    empty_input: || Box::new(<super::DeleteAliasRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteEventSourceMapping`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteEventSourceMapping;

impl Operation for DeleteEventSourceMapping {
    type Input = super::DeleteEventSourceMappingRequest;
    type Output = super::EventSourceMappingConfiguration;
    const SCHEMA: &'static OperationSchema = &DELETE_EVENT_SOURCE_MAPPING;
}

static DELETE_EVENT_SOURCE_MAPPING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteEventSourceMapping",
    method: "DELETE",
    uri: "/2015-03-31/event-source-mappings/{UUID}",
    status: 202,
    input: &schemas::DeleteEventSourceMappingRequest,
    empty_input: || Box::new(<super::DeleteEventSourceMappingRequest as Default>::default()),
    output: &schemas::EventSourceMappingConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteFunction`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteFunction;

impl Operation for DeleteFunction {
    type Input = super::DeleteFunctionRequest;
    type Output = super::DeleteFunctionResponse;
    const SCHEMA: &'static OperationSchema = &DELETE_FUNCTION;
}

static DELETE_FUNCTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteFunction",
    method: "DELETE",
    uri: "/2015-03-31/functions/{FunctionName}",
    status: 200,
    input: &schemas::DeleteFunctionRequest,
    empty_input: || Box::new(<super::DeleteFunctionRequest as Default>::default()),
    output: &schemas::DeleteFunctionResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteFunctionConcurrency`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteFunctionConcurrency;

impl Operation for DeleteFunctionConcurrency {
    type Input = super::DeleteFunctionConcurrencyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_FUNCTION_CONCURRENCY;
}

static DELETE_FUNCTION_CONCURRENCY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteFunctionConcurrency",
    method: "DELETE",
    uri: "/2017-10-31/functions/{FunctionName}/concurrency",
    status: 204,
    input: &schemas::DeleteFunctionConcurrencyRequest,
    empty_input: || Box::new(<super::DeleteFunctionConcurrencyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteFunctionEventInvokeConfig`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteFunctionEventInvokeConfig;

impl Operation for DeleteFunctionEventInvokeConfig {
    type Input = super::DeleteFunctionEventInvokeConfigRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_FUNCTION_EVENT_INVOKE_CONFIG;
}

static DELETE_FUNCTION_EVENT_INVOKE_CONFIG: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteFunctionEventInvokeConfig",
    method: "DELETE",
    uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
    status: 204,
    input: &schemas::DeleteFunctionEventInvokeConfigRequest,
    empty_input: || Box::new(<super::DeleteFunctionEventInvokeConfigRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetAccountSettings`.
#[derive(Clone, Copy, Debug)]
pub struct GetAccountSettings;

impl Operation for GetAccountSettings {
    type Input = super::GetAccountSettingsRequest;
    type Output = super::GetAccountSettingsResponse;
    const SCHEMA: &'static OperationSchema = &GET_ACCOUNT_SETTINGS;
}

static GET_ACCOUNT_SETTINGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetAccountSettings",
    method: "GET",
    uri: "/2016-08-19/account-settings",
    status: 200,
    input: &schemas::GetAccountSettingsRequest,
    empty_input: || Box::new(<super::GetAccountSettingsRequest as Default>::default()),
    output: &schemas::GetAccountSettingsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetAlias`.
#[derive(Clone, Copy, Debug)]
pub struct GetAlias;

impl Operation for GetAlias {
    type Input = super::GetAliasRequest;
    type Output = super::AliasConfiguration;
    const SCHEMA: &'static OperationSchema = &GET_ALIAS;
}

static GET_ALIAS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetAlias",
    method: "GET",
    uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
    status: 200,
    input: &schemas::GetAliasRequest,
    empty_input: || Box::new(<super::GetAliasRequest as Default>::default()),
    output: &schemas::AliasConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetEventSourceMapping`.
#[derive(Clone, Copy, Debug)]
pub struct GetEventSourceMapping;

impl Operation for GetEventSourceMapping {
    type Input = super::GetEventSourceMappingRequest;
    type Output = super::EventSourceMappingConfiguration;
    const SCHEMA: &'static OperationSchema = &GET_EVENT_SOURCE_MAPPING;
}

static GET_EVENT_SOURCE_MAPPING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetEventSourceMapping",
    method: "GET",
    uri: "/2015-03-31/event-source-mappings/{UUID}",
    status: 200,
    input: &schemas::GetEventSourceMappingRequest,
    empty_input: || Box::new(<super::GetEventSourceMappingRequest as Default>::default()),
    output: &schemas::EventSourceMappingConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetFunction`.
#[derive(Clone, Copy, Debug)]
pub struct GetFunction;

impl Operation for GetFunction {
    type Input = super::GetFunctionRequest;
    type Output = super::GetFunctionResponse;
    const SCHEMA: &'static OperationSchema = &GET_FUNCTION;
}

static GET_FUNCTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetFunction",
    method: "GET",
    uri: "/2015-03-31/functions/{FunctionName}",
    status: 200,
    input: &schemas::GetFunctionRequest,
    empty_input: || Box::new(<super::GetFunctionRequest as Default>::default()),
    output: &schemas::GetFunctionResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetFunctionCodeSigningConfig`.
#[derive(Clone, Copy, Debug)]
pub struct GetFunctionCodeSigningConfig;

impl Operation for GetFunctionCodeSigningConfig {
    type Input = super::GetFunctionCodeSigningConfigRequest;
    type Output = super::GetFunctionCodeSigningConfigResponse;
    const SCHEMA: &'static OperationSchema = &GET_FUNCTION_CODE_SIGNING_CONFIG;
}

static GET_FUNCTION_CODE_SIGNING_CONFIG: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetFunctionCodeSigningConfig",
    method: "GET",
    uri: "/2020-06-30/functions/{FunctionName}/code-signing-config",
    status: 200,
    input: &schemas::GetFunctionCodeSigningConfigRequest,
    empty_input: || Box::new(<super::GetFunctionCodeSigningConfigRequest as Default>::default()),
    output: &schemas::GetFunctionCodeSigningConfigResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetFunctionConcurrency`.
#[derive(Clone, Copy, Debug)]
pub struct GetFunctionConcurrency;

impl Operation for GetFunctionConcurrency {
    type Input = super::GetFunctionConcurrencyRequest;
    type Output = super::GetFunctionConcurrencyResponse;
    const SCHEMA: &'static OperationSchema = &GET_FUNCTION_CONCURRENCY;
}

static GET_FUNCTION_CONCURRENCY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetFunctionConcurrency",
    method: "GET",
    uri: "/2019-09-30/functions/{FunctionName}/concurrency",
    status: 200,
    input: &schemas::GetFunctionConcurrencyRequest,
    empty_input: || Box::new(<super::GetFunctionConcurrencyRequest as Default>::default()),
    output: &schemas::GetFunctionConcurrencyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetFunctionConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct GetFunctionConfiguration;

impl Operation for GetFunctionConfiguration {
    type Input = super::GetFunctionConfigurationRequest;
    type Output = super::FunctionConfiguration;
    const SCHEMA: &'static OperationSchema = &GET_FUNCTION_CONFIGURATION;
}

static GET_FUNCTION_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetFunctionConfiguration",
    method: "GET",
    uri: "/2015-03-31/functions/{FunctionName}/configuration",
    status: 200,
    input: &schemas::GetFunctionConfigurationRequest,
    empty_input: || Box::new(<super::GetFunctionConfigurationRequest as Default>::default()),
    output: &schemas::FunctionConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetFunctionEventInvokeConfig`.
#[derive(Clone, Copy, Debug)]
pub struct GetFunctionEventInvokeConfig;

impl Operation for GetFunctionEventInvokeConfig {
    type Input = super::GetFunctionEventInvokeConfigRequest;
    type Output = super::FunctionEventInvokeConfig;
    const SCHEMA: &'static OperationSchema = &GET_FUNCTION_EVENT_INVOKE_CONFIG;
}

static GET_FUNCTION_EVENT_INVOKE_CONFIG: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetFunctionEventInvokeConfig",
    method: "GET",
    uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
    status: 200,
    input: &schemas::GetFunctionEventInvokeConfigRequest,
    empty_input: || Box::new(<super::GetFunctionEventInvokeConfigRequest as Default>::default()),
    output: &schemas::FunctionEventInvokeConfig,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetFunctionRecursionConfig`.
#[derive(Clone, Copy, Debug)]
pub struct GetFunctionRecursionConfig;

impl Operation for GetFunctionRecursionConfig {
    type Input = super::GetFunctionRecursionConfigRequest;
    type Output = super::GetFunctionRecursionConfigResponse;
    const SCHEMA: &'static OperationSchema = &GET_FUNCTION_RECURSION_CONFIG;
}

static GET_FUNCTION_RECURSION_CONFIG: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetFunctionRecursionConfig",
    method: "GET",
    uri: "/2024-08-31/functions/{FunctionName}/recursion-config",
    status: 200,
    input: &schemas::GetFunctionRecursionConfigRequest,
    empty_input: || Box::new(<super::GetFunctionRecursionConfigRequest as Default>::default()),
    output: &schemas::GetFunctionRecursionConfigResponse,
    result_wrapper: None,
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
    method: "GET",
    uri: "/2015-03-31/functions/{FunctionName}/policy",
    status: 200,
    input: &schemas::GetPolicyRequest,
    empty_input: || Box::new(<super::GetPolicyRequest as Default>::default()),
    output: &schemas::GetPolicyResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetRuntimeManagementConfig`.
#[derive(Clone, Copy, Debug)]
pub struct GetRuntimeManagementConfig;

impl Operation for GetRuntimeManagementConfig {
    type Input = super::GetRuntimeManagementConfigRequest;
    type Output = super::GetRuntimeManagementConfigResponse;
    const SCHEMA: &'static OperationSchema = &GET_RUNTIME_MANAGEMENT_CONFIG;
}

static GET_RUNTIME_MANAGEMENT_CONFIG: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetRuntimeManagementConfig",
    method: "GET",
    uri: "/2021-07-20/functions/{FunctionName}/runtime-management-config",
    status: 200,
    input: &schemas::GetRuntimeManagementConfigRequest,
    empty_input: || Box::new(<super::GetRuntimeManagementConfigRequest as Default>::default()),
    output: &schemas::GetRuntimeManagementConfigResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `Invoke`.
#[derive(Clone, Copy, Debug)]
pub struct Invoke;

impl Operation for Invoke {
    type Input = super::InvocationRequest;
    type Output = super::InvocationResponse;
    const SCHEMA: &'static OperationSchema = &INVOKE;
}

static INVOKE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "Invoke",
    method: "POST",
    uri: "/2015-03-31/functions/{FunctionName}/invocations",
    status: 200,
    input: &schemas::InvocationRequest,
    empty_input: || Box::new(<super::InvocationRequest as Default>::default()),
    output: &schemas::InvocationResponse,
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
    method: "GET",
    uri: "/2015-03-31/functions/{FunctionName}/aliases",
    status: 200,
    input: &schemas::ListAliasesRequest,
    empty_input: || Box::new(<super::ListAliasesRequest as Default>::default()),
    output: &schemas::ListAliasesResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListEventSourceMappings`.
#[derive(Clone, Copy, Debug)]
pub struct ListEventSourceMappings;

impl Operation for ListEventSourceMappings {
    type Input = super::ListEventSourceMappingsRequest;
    type Output = super::ListEventSourceMappingsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_EVENT_SOURCE_MAPPINGS;
}

static LIST_EVENT_SOURCE_MAPPINGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListEventSourceMappings",
    method: "GET",
    uri: "/2015-03-31/event-source-mappings",
    status: 200,
    input: &schemas::ListEventSourceMappingsRequest,
    empty_input: || Box::new(<super::ListEventSourceMappingsRequest as Default>::default()),
    output: &schemas::ListEventSourceMappingsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListFunctionEventInvokeConfigs`.
#[derive(Clone, Copy, Debug)]
pub struct ListFunctionEventInvokeConfigs;

impl Operation for ListFunctionEventInvokeConfigs {
    type Input = super::ListFunctionEventInvokeConfigsRequest;
    type Output = super::ListFunctionEventInvokeConfigsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_FUNCTION_EVENT_INVOKE_CONFIGS;
}

static LIST_FUNCTION_EVENT_INVOKE_CONFIGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListFunctionEventInvokeConfigs",
    method: "GET",
    uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config/list",
    status: 200,
    input: &schemas::ListFunctionEventInvokeConfigsRequest,
    empty_input: || Box::new(<super::ListFunctionEventInvokeConfigsRequest as Default>::default()),
    output: &schemas::ListFunctionEventInvokeConfigsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListFunctions`.
#[derive(Clone, Copy, Debug)]
pub struct ListFunctions;

impl Operation for ListFunctions {
    type Input = super::ListFunctionsRequest;
    type Output = super::ListFunctionsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_FUNCTIONS;
}

static LIST_FUNCTIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListFunctions",
    method: "GET",
    uri: "/2015-03-31/functions",
    status: 200,
    input: &schemas::ListFunctionsRequest,
    empty_input: || Box::new(<super::ListFunctionsRequest as Default>::default()),
    output: &schemas::ListFunctionsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTags`.
#[derive(Clone, Copy, Debug)]
pub struct ListTags;

impl Operation for ListTags {
    type Input = super::ListTagsRequest;
    type Output = super::ListTagsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_TAGS;
}

static LIST_TAGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListTags",
    method: "GET",
    uri: "/2017-03-31/tags/{Resource}",
    status: 200,
    input: &schemas::ListTagsRequest,
    empty_input: || Box::new(<super::ListTagsRequest as Default>::default()),
    output: &schemas::ListTagsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListVersionsByFunction`.
#[derive(Clone, Copy, Debug)]
pub struct ListVersionsByFunction;

impl Operation for ListVersionsByFunction {
    type Input = super::ListVersionsByFunctionRequest;
    type Output = super::ListVersionsByFunctionResponse;
    const SCHEMA: &'static OperationSchema = &LIST_VERSIONS_BY_FUNCTION;
}

static LIST_VERSIONS_BY_FUNCTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListVersionsByFunction",
    method: "GET",
    uri: "/2015-03-31/functions/{FunctionName}/versions",
    status: 200,
    input: &schemas::ListVersionsByFunctionRequest,
    empty_input: || Box::new(<super::ListVersionsByFunctionRequest as Default>::default()),
    output: &schemas::ListVersionsByFunctionResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PublishVersion`.
#[derive(Clone, Copy, Debug)]
pub struct PublishVersion;

impl Operation for PublishVersion {
    type Input = super::PublishVersionRequest;
    type Output = super::FunctionConfiguration;
    const SCHEMA: &'static OperationSchema = &PUBLISH_VERSION;
}

static PUBLISH_VERSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PublishVersion",
    method: "POST",
    uri: "/2015-03-31/functions/{FunctionName}/versions",
    status: 201,
    input: &schemas::PublishVersionRequest,
    empty_input: || Box::new(<super::PublishVersionRequest as Default>::default()),
    output: &schemas::FunctionConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutFunctionConcurrency`.
#[derive(Clone, Copy, Debug)]
pub struct PutFunctionConcurrency;

impl Operation for PutFunctionConcurrency {
    type Input = super::PutFunctionConcurrencyRequest;
    type Output = super::Concurrency;
    const SCHEMA: &'static OperationSchema = &PUT_FUNCTION_CONCURRENCY;
}

static PUT_FUNCTION_CONCURRENCY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutFunctionConcurrency",
    method: "PUT",
    uri: "/2017-10-31/functions/{FunctionName}/concurrency",
    status: 200,
    input: &schemas::PutFunctionConcurrencyRequest,
    empty_input: || Box::new(<super::PutFunctionConcurrencyRequest as Default>::default()),
    output: &schemas::Concurrency,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutFunctionEventInvokeConfig`.
#[derive(Clone, Copy, Debug)]
pub struct PutFunctionEventInvokeConfig;

impl Operation for PutFunctionEventInvokeConfig {
    type Input = super::PutFunctionEventInvokeConfigRequest;
    type Output = super::FunctionEventInvokeConfig;
    const SCHEMA: &'static OperationSchema = &PUT_FUNCTION_EVENT_INVOKE_CONFIG;
}

static PUT_FUNCTION_EVENT_INVOKE_CONFIG: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutFunctionEventInvokeConfig",
    method: "PUT",
    uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
    status: 200,
    input: &schemas::PutFunctionEventInvokeConfigRequest,
    empty_input: || Box::new(<super::PutFunctionEventInvokeConfigRequest as Default>::default()),
    output: &schemas::FunctionEventInvokeConfig,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutFunctionRecursionConfig`.
#[derive(Clone, Copy, Debug)]
pub struct PutFunctionRecursionConfig;

impl Operation for PutFunctionRecursionConfig {
    type Input = super::PutFunctionRecursionConfigRequest;
    type Output = super::PutFunctionRecursionConfigResponse;
    const SCHEMA: &'static OperationSchema = &PUT_FUNCTION_RECURSION_CONFIG;
}

static PUT_FUNCTION_RECURSION_CONFIG: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutFunctionRecursionConfig",
    method: "PUT",
    uri: "/2024-08-31/functions/{FunctionName}/recursion-config",
    status: 200,
    input: &schemas::PutFunctionRecursionConfigRequest,
    empty_input: || Box::new(<super::PutFunctionRecursionConfigRequest as Default>::default()),
    output: &schemas::PutFunctionRecursionConfigResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutRuntimeManagementConfig`.
#[derive(Clone, Copy, Debug)]
pub struct PutRuntimeManagementConfig;

impl Operation for PutRuntimeManagementConfig {
    type Input = super::PutRuntimeManagementConfigRequest;
    type Output = super::PutRuntimeManagementConfigResponse;
    const SCHEMA: &'static OperationSchema = &PUT_RUNTIME_MANAGEMENT_CONFIG;
}

static PUT_RUNTIME_MANAGEMENT_CONFIG: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutRuntimeManagementConfig",
    method: "PUT",
    uri: "/2021-07-20/functions/{FunctionName}/runtime-management-config",
    status: 200,
    input: &schemas::PutRuntimeManagementConfigRequest,
    empty_input: || Box::new(<super::PutRuntimeManagementConfigRequest as Default>::default()),
    output: &schemas::PutRuntimeManagementConfigResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RemovePermission`.
#[derive(Clone, Copy, Debug)]
pub struct RemovePermission;

impl Operation for RemovePermission {
    type Input = super::RemovePermissionRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &REMOVE_PERMISSION;
}

static REMOVE_PERMISSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RemovePermission",
    method: "DELETE",
    uri: "/2015-03-31/functions/{FunctionName}/policy/{StatementId}",
    status: 204,
    input: &schemas::RemovePermissionRequest,
    empty_input: || Box::new(<super::RemovePermissionRequest as Default>::default()),
    output: &crate::shape::UNIT,
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
    uri: "/2017-03-31/tags/{Resource}",
    status: 204,
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
    method: "DELETE",
    uri: "/2017-03-31/tags/{Resource}",
    status: 204,
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
    type Output = super::AliasConfiguration;
    const SCHEMA: &'static OperationSchema = &UPDATE_ALIAS;
}

static UPDATE_ALIAS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateAlias",
    method: "PUT",
    uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
    status: 200,
    input: &schemas::UpdateAliasRequest,
    empty_input: || Box::new(<super::UpdateAliasRequest as Default>::default()),
    output: &schemas::AliasConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateEventSourceMapping`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateEventSourceMapping;

impl Operation for UpdateEventSourceMapping {
    type Input = super::UpdateEventSourceMappingRequest;
    type Output = super::EventSourceMappingConfiguration;
    const SCHEMA: &'static OperationSchema = &UPDATE_EVENT_SOURCE_MAPPING;
}

static UPDATE_EVENT_SOURCE_MAPPING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateEventSourceMapping",
    method: "PUT",
    uri: "/2015-03-31/event-source-mappings/{UUID}",
    status: 202,
    input: &schemas::UpdateEventSourceMappingRequest,
    empty_input: || Box::new(<super::UpdateEventSourceMappingRequest as Default>::default()),
    output: &schemas::EventSourceMappingConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateFunctionCode`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateFunctionCode;

impl Operation for UpdateFunctionCode {
    type Input = super::UpdateFunctionCodeRequest;
    type Output = super::FunctionConfiguration;
    const SCHEMA: &'static OperationSchema = &UPDATE_FUNCTION_CODE;
}

static UPDATE_FUNCTION_CODE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateFunctionCode",
    method: "PUT",
    uri: "/2015-03-31/functions/{FunctionName}/code",
    status: 200,
    input: &schemas::UpdateFunctionCodeRequest,
    empty_input: || Box::new(<super::UpdateFunctionCodeRequest as Default>::default()),
    output: &schemas::FunctionConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateFunctionConfiguration`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateFunctionConfiguration;

impl Operation for UpdateFunctionConfiguration {
    type Input = super::UpdateFunctionConfigurationRequest;
    type Output = super::FunctionConfiguration;
    const SCHEMA: &'static OperationSchema = &UPDATE_FUNCTION_CONFIGURATION;
}

static UPDATE_FUNCTION_CONFIGURATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateFunctionConfiguration",
    method: "PUT",
    uri: "/2015-03-31/functions/{FunctionName}/configuration",
    status: 200,
    input: &schemas::UpdateFunctionConfigurationRequest,
    empty_input: || Box::new(<super::UpdateFunctionConfigurationRequest as Default>::default()),
    output: &schemas::FunctionConfiguration,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateFunctionEventInvokeConfig`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateFunctionEventInvokeConfig;

impl Operation for UpdateFunctionEventInvokeConfig {
    type Input = super::UpdateFunctionEventInvokeConfigRequest;
    type Output = super::FunctionEventInvokeConfig;
    const SCHEMA: &'static OperationSchema = &UPDATE_FUNCTION_EVENT_INVOKE_CONFIG;
}

static UPDATE_FUNCTION_EVENT_INVOKE_CONFIG: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateFunctionEventInvokeConfig",
    method: "POST",
    uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
    status: 200,
    input: &schemas::UpdateFunctionEventInvokeConfigRequest,
    empty_input: || Box::new(<super::UpdateFunctionEventInvokeConfigRequest as Default>::default()),
    output: &schemas::FunctionEventInvokeConfig,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
