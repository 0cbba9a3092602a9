// Written by `cargo xtask codegen`; changes made here are lost.

pub mod errors;
pub mod ops;
#[rustfmt::skip]
mod schemas;
mod types;

pub use types::*;

pub static SERVICE: crate::Service = crate::Service {
    id: "lambda",
    title: "AWS Lambda",
    signing_name: "lambda",
    protocol: crate::Protocol::RestJson,
    dialect: &crate::dialect::LAMBDA,
    json_version: "",
    target_prefix: "",
    api_version: "2015-03-31",
    xml_namespace: None,
    routes: &[
        crate::Route {
            name: "AddLayerVersionPermission",
            method: "POST",
            uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy",
        },
        crate::Route {
            name: "AddPermission",
            method: "POST",
            uri: "/2015-03-31/functions/{FunctionName}/policy",
        },
        crate::Route {
            name: "CheckpointDurableExecution",
            method: "POST",
            uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/checkpoint",
        },
        crate::Route {
            name: "CreateAlias",
            method: "POST",
            uri: "/2015-03-31/functions/{FunctionName}/aliases",
        },
        crate::Route {
            name: "CreateCapacityProvider",
            method: "POST",
            uri: "/2025-11-30/capacity-providers",
        },
        crate::Route {
            name: "CreateCodeSigningConfig",
            method: "POST",
            uri: "/2020-04-22/code-signing-configs",
        },
        crate::Route {
            name: "CreateEventSourceMapping",
            method: "POST",
            uri: "/2015-03-31/event-source-mappings",
        },
        crate::Route { name: "CreateFunction", method: "POST", uri: "/2015-03-31/functions" },
        crate::Route {
            name: "CreateFunctionUrlConfig",
            method: "POST",
            uri: "/2021-10-31/functions/{FunctionName}/url",
        },
        crate::Route {
            name: "DeleteAlias",
            method: "DELETE",
            uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
        },
        crate::Route {
            name: "DeleteCapacityProvider",
            method: "DELETE",
            uri: "/2025-11-30/capacity-providers/{CapacityProviderName}",
        },
        crate::Route {
            name: "DeleteCodeSigningConfig",
            method: "DELETE",
            uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}",
        },
        crate::Route {
            name: "DeleteDurableExecution",
            method: "DELETE",
            uri: "/2025-12-01/durable-executions/{DurableExecutionArn}",
        },
        crate::Route {
            name: "DeleteEventSourceMapping",
            method: "DELETE",
            uri: "/2015-03-31/event-source-mappings/{UUID}",
        },
        crate::Route {
            name: "DeleteFunction",
            method: "DELETE",
            uri: "/2015-03-31/functions/{FunctionName}",
        },
        crate::Route {
            name: "DeleteFunctionCodeSigningConfig",
            method: "DELETE",
            uri: "/2020-06-30/functions/{FunctionName}/code-signing-config",
        },
        crate::Route {
            name: "DeleteFunctionConcurrency",
            method: "DELETE",
            uri: "/2017-10-31/functions/{FunctionName}/concurrency",
        },
        crate::Route {
            name: "DeleteFunctionEventInvokeConfig",
            method: "DELETE",
            uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
        },
        crate::Route {
            name: "DeleteFunctionUrlConfig",
            method: "DELETE",
            uri: "/2021-10-31/functions/{FunctionName}/url",
        },
        crate::Route {
            name: "DeleteLayerVersion",
            method: "DELETE",
            uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}",
        },
        crate::Route {
            name: "DeleteProvisionedConcurrencyConfig",
            method: "DELETE",
            uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency",
        },
        crate::Route {
            name: "DeleteResourcePolicy",
            method: "DELETE",
            uri: "/2026-07-09/resource-policy/{ResourceArn}",
        },
        crate::Route {
            name: "GetAccountSettings",
            method: "GET",
            uri: "/2016-08-19/account-settings",
        },
        crate::Route {
            name: "GetAlias",
            method: "GET",
            uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
        },
        crate::Route {
            name: "GetCapacityProvider",
            method: "GET",
            uri: "/2025-11-30/capacity-providers/{CapacityProviderName}",
        },
        crate::Route {
            name: "GetCodeSigningConfig",
            method: "GET",
            uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}",
        },
        crate::Route {
            name: "GetDurableExecution",
            method: "GET",
            uri: "/2025-12-01/durable-executions/{DurableExecutionArn}",
        },
        crate::Route {
            name: "GetDurableExecutionHistory",
            method: "GET",
            uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/history",
        },
        crate::Route {
            name: "GetDurableExecutionState",
            method: "GET",
            uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/state",
        },
        crate::Route {
            name: "GetEventSourceMapping",
            method: "GET",
            uri: "/2015-03-31/event-source-mappings/{UUID}",
        },
        crate::Route {
            name: "GetFunction",
            method: "GET",
            uri: "/2015-03-31/functions/{FunctionName}",
        },
        crate::Route {
            name: "GetFunctionCodeSigningConfig",
            method: "GET",
            uri: "/2020-06-30/functions/{FunctionName}/code-signing-config",
        },
        crate::Route {
            name: "GetFunctionConcurrency",
            method: "GET",
            uri: "/2019-09-30/functions/{FunctionName}/concurrency",
        },
        crate::Route {
            name: "GetFunctionConfiguration",
            method: "GET",
            uri: "/2015-03-31/functions/{FunctionName}/configuration",
        },
        crate::Route {
            name: "GetFunctionEventInvokeConfig",
            method: "GET",
            uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
        },
        crate::Route {
            name: "GetFunctionRecursionConfig",
            method: "GET",
            uri: "/2024-08-31/functions/{FunctionName}/recursion-config",
        },
        crate::Route {
            name: "GetFunctionScalingConfig",
            method: "GET",
            uri: "/2025-11-30/functions/{FunctionName}/function-scaling-config",
        },
        crate::Route {
            name: "GetFunctionUrlConfig",
            method: "GET",
            uri: "/2021-10-31/functions/{FunctionName}/url",
        },
        crate::Route {
            name: "GetLayerVersion",
            method: "GET",
            uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}",
        },
        crate::Route {
            name: "GetLayerVersionByArn",
            method: "GET",
            uri: "/2018-10-31/layers?find=LayerVersion",
        },
        crate::Route {
            name: "GetLayerVersionPolicy",
            method: "GET",
            uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy",
        },
        crate::Route {
            name: "GetPolicy",
            method: "GET",
            uri: "/2015-03-31/functions/{FunctionName}/policy",
        },
        crate::Route {
            name: "GetProvisionedConcurrencyConfig",
            method: "GET",
            uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency",
        },
        crate::Route {
            name: "GetResourcePolicy",
            method: "GET",
            uri: "/2026-07-09/resource-policy/{ResourceArn}",
        },
        crate::Route {
            name: "GetRuntimeManagementConfig",
            method: "GET",
            uri: "/2021-07-20/functions/{FunctionName}/runtime-management-config",
        },
        crate::Route {
            name: "Invoke",
            method: "POST",
            uri: "/2015-03-31/functions/{FunctionName}/invocations",
        },
        crate::Route {
            name: "InvokeAsync",
            method: "POST",
            uri: "/2014-11-13/functions/{FunctionName}/invoke-async",
        },
        crate::Route {
            name: "InvokeWithResponseStream",
            method: "POST",
            uri: "/2021-11-15/functions/{FunctionName}/response-streaming-invocations",
        },
        crate::Route {
            name: "ListAliases",
            method: "GET",
            uri: "/2015-03-31/functions/{FunctionName}/aliases",
        },
        crate::Route {
            name: "ListCapacityProviders",
            method: "GET",
            uri: "/2025-11-30/capacity-providers",
        },
        crate::Route {
            name: "ListCodeSigningConfigs",
            method: "GET",
            uri: "/2020-04-22/code-signing-configs",
        },
        crate::Route {
            name: "ListDurableExecutionsByFunction",
            method: "GET",
            uri: "/2025-12-01/functions/{FunctionName}/durable-executions",
        },
        crate::Route {
            name: "ListEventSourceMappings",
            method: "GET",
            uri: "/2015-03-31/event-source-mappings",
        },
        crate::Route {
            name: "ListFunctionEventInvokeConfigs",
            method: "GET",
            uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config/list",
        },
        crate::Route {
            name: "ListFunctionUrlConfigs",
            method: "GET",
            uri: "/2021-10-31/functions/{FunctionName}/urls",
        },
        crate::Route {
            name: "ListFunctionVersionsByCapacityProvider",
            method: "GET",
            uri: "/2025-11-30/capacity-providers/{CapacityProviderName}/function-versions",
        },
        crate::Route { name: "ListFunctions", method: "GET", uri: "/2015-03-31/functions" },
        crate::Route {
            name: "ListFunctionsByCodeSigningConfig",
            method: "GET",
            uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}/functions",
        },
        crate::Route {
            name: "ListLayerVersions",
            method: "GET",
            uri: "/2018-10-31/layers/{LayerName}/versions",
        },
        crate::Route { name: "ListLayers", method: "GET", uri: "/2018-10-31/layers" },
        crate::Route {
            name: "ListProvisionedConcurrencyConfigs",
            method: "GET",
            uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency?List=ALL",
        },
        crate::Route { name: "ListTags", method: "GET", uri: "/2017-03-31/tags/{Resource}" },
        crate::Route {
            name: "ListVersionsByFunction",
            method: "GET",
            uri: "/2015-03-31/functions/{FunctionName}/versions",
        },
        crate::Route {
            name: "PauseDurableExecution",
            method: "POST",
            uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/pause",
        },
        crate::Route {
            name: "PublishLayerVersion",
            method: "POST",
            uri: "/2018-10-31/layers/{LayerName}/versions",
        },
        crate::Route {
            name: "PublishVersion",
            method: "POST",
            uri: "/2015-03-31/functions/{FunctionName}/versions",
        },
        crate::Route {
            name: "PutFunctionCodeSigningConfig",
            method: "PUT",
            uri: "/2020-06-30/functions/{FunctionName}/code-signing-config",
        },
        crate::Route {
            name: "PutFunctionConcurrency",
            method: "PUT",
            uri: "/2017-10-31/functions/{FunctionName}/concurrency",
        },
        crate::Route {
            name: "PutFunctionEventInvokeConfig",
            method: "PUT",
            uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
        },
        crate::Route {
            name: "PutFunctionRecursionConfig",
            method: "PUT",
            uri: "/2024-08-31/functions/{FunctionName}/recursion-config",
        },
        crate::Route {
            name: "PutFunctionScalingConfig",
            method: "PUT",
            uri: "/2025-11-30/functions/{FunctionName}/function-scaling-config",
        },
        crate::Route {
            name: "PutProvisionedConcurrencyConfig",
            method: "PUT",
            uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency",
        },
        crate::Route {
            name: "PutResourcePolicy",
            method: "PUT",
            uri: "/2026-07-09/resource-policy/{ResourceArn}",
        },
        crate::Route {
            name: "PutRuntimeManagementConfig",
            method: "PUT",
            uri: "/2021-07-20/functions/{FunctionName}/runtime-management-config",
        },
        crate::Route {
            name: "RemoveLayerVersionPermission",
            method: "DELETE",
            uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}",
        },
        crate::Route {
            name: "RemovePermission",
            method: "DELETE",
            uri: "/2015-03-31/functions/{FunctionName}/policy/{StatementId}",
        },
        crate::Route {
            name: "ResumeDurableExecution",
            method: "POST",
            uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/resume",
        },
        crate::Route {
            name: "SendDurableExecutionCallbackFailure",
            method: "POST",
            uri: "/2025-12-01/durable-execution-callbacks/{CallbackId}/fail",
        },
        crate::Route {
            name: "SendDurableExecutionCallbackHeartbeat",
            method: "POST",
            uri: "/2025-12-01/durable-execution-callbacks/{CallbackId}/heartbeat",
        },
        crate::Route {
            name: "SendDurableExecutionCallbackSuccess",
            method: "POST",
            uri: "/2025-12-01/durable-execution-callbacks/{CallbackId}/succeed",
        },
        crate::Route {
            name: "StopDurableExecution",
            method: "POST",
            uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/stop",
        },
        crate::Route { name: "TagResource", method: "POST", uri: "/2017-03-31/tags/{Resource}" },
        crate::Route {
            name: "UntagResource",
            method: "DELETE",
            uri: "/2017-03-31/tags/{Resource}",
        },
        crate::Route {
            name: "UpdateAlias",
            method: "PUT",
            uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
        },
        crate::Route {
            name: "UpdateCapacityProvider",
            method: "PUT",
            uri: "/2025-11-30/capacity-providers/{CapacityProviderName}",
        },
        crate::Route {
            name: "UpdateCodeSigningConfig",
            method: "PUT",
            uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}",
        },
        crate::Route {
            name: "UpdateEventSourceMapping",
            method: "PUT",
            uri: "/2015-03-31/event-source-mappings/{UUID}",
        },
        crate::Route {
            name: "UpdateFunctionCode",
            method: "PUT",
            uri: "/2015-03-31/functions/{FunctionName}/code",
        },
        crate::Route {
            name: "UpdateFunctionConfiguration",
            method: "PUT",
            uri: "/2015-03-31/functions/{FunctionName}/configuration",
        },
        crate::Route {
            name: "UpdateFunctionEventInvokeConfig",
            method: "POST",
            uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
        },
        crate::Route {
            name: "UpdateFunctionUrlConfig",
            method: "PUT",
            uri: "/2021-10-31/functions/{FunctionName}/url",
        },
    ],
};
