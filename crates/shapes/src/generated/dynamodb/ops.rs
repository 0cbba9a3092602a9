// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `BatchExecuteStatement`.
#[derive(Clone, Copy, Debug)]
pub struct BatchExecuteStatement;

impl Operation for BatchExecuteStatement {
    type Input = super::BatchExecuteStatementInput;
    type Output = super::BatchExecuteStatementOutput;
    const SCHEMA: &'static OperationSchema = &BATCH_EXECUTE_STATEMENT;
}

static BATCH_EXECUTE_STATEMENT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "BatchExecuteStatement",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::BatchExecuteStatementInput,
    empty_input: || Box::new(<super::BatchExecuteStatementInput as Default>::default()),
    output: &schemas::BatchExecuteStatementOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `BatchGetItem`.
#[derive(Clone, Copy, Debug)]
pub struct BatchGetItem;

impl Operation for BatchGetItem {
    type Input = super::BatchGetItemInput;
    type Output = super::BatchGetItemOutput;
    const SCHEMA: &'static OperationSchema = &BATCH_GET_ITEM;
}

static BATCH_GET_ITEM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "BatchGetItem",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::BatchGetItemInput,
    empty_input: || Box::new(<super::BatchGetItemInput as Default>::default()),
    output: &schemas::BatchGetItemOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `BatchWriteItem`.
#[derive(Clone, Copy, Debug)]
pub struct BatchWriteItem;

impl Operation for BatchWriteItem {
    type Input = super::BatchWriteItemInput;
    type Output = super::BatchWriteItemOutput;
    const SCHEMA: &'static OperationSchema = &BATCH_WRITE_ITEM;
}

static BATCH_WRITE_ITEM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "BatchWriteItem",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::BatchWriteItemInput,
    empty_input: || Box::new(<super::BatchWriteItemInput as Default>::default()),
    output: &schemas::BatchWriteItemOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateTable`.
#[derive(Clone, Copy, Debug)]
pub struct CreateTable;

impl Operation for CreateTable {
    type Input = super::CreateTableInput;
    type Output = super::CreateTableOutput;
    const SCHEMA: &'static OperationSchema = &CREATE_TABLE;
}

static CREATE_TABLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateTable",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateTableInput,
    empty_input: || Box::new(<super::CreateTableInput as Default>::default()),
    output: &schemas::CreateTableOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteItem`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteItem;

impl Operation for DeleteItem {
    type Input = super::DeleteItemInput;
    type Output = super::DeleteItemOutput;
    const SCHEMA: &'static OperationSchema = &DELETE_ITEM;
}

static DELETE_ITEM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteItem",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteItemInput,
    empty_input: || Box::new(<super::DeleteItemInput as Default>::default()),
    output: &schemas::DeleteItemOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteResourcePolicy;

impl Operation for DeleteResourcePolicy {
    type Input = super::DeleteResourcePolicyInput;
    type Output = super::DeleteResourcePolicyOutput;
    const SCHEMA: &'static OperationSchema = &DELETE_RESOURCE_POLICY;
}

static DELETE_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteResourcePolicyInput,
    empty_input: || Box::new(<super::DeleteResourcePolicyInput as Default>::default()),
    output: &schemas::DeleteResourcePolicyOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteTable`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteTable;

impl Operation for DeleteTable {
    type Input = super::DeleteTableInput;
    type Output = super::DeleteTableOutput;
    const SCHEMA: &'static OperationSchema = &DELETE_TABLE;
}

static DELETE_TABLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteTable",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteTableInput,
    empty_input: || Box::new(<super::DeleteTableInput as Default>::default()),
    output: &schemas::DeleteTableOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeContinuousBackups`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeContinuousBackups;

impl Operation for DescribeContinuousBackups {
    type Input = super::DescribeContinuousBackupsInput;
    type Output = super::DescribeContinuousBackupsOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_CONTINUOUS_BACKUPS;
}

static DESCRIBE_CONTINUOUS_BACKUPS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeContinuousBackups",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeContinuousBackupsInput,
    empty_input: || Box::new(<super::DescribeContinuousBackupsInput as Default>::default()),
    output: &schemas::DescribeContinuousBackupsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeEndpoints`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeEndpoints;

impl Operation for DescribeEndpoints {
    type Input = super::DescribeEndpointsRequest;
    type Output = super::DescribeEndpointsResponse;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_ENDPOINTS;
}

static DESCRIBE_ENDPOINTS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeEndpoints",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeEndpointsRequest,
    empty_input: || Box::new(<super::DescribeEndpointsRequest as Default>::default()),
    output: &schemas::DescribeEndpointsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeKinesisStreamingDestination`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeKinesisStreamingDestination;

impl Operation for DescribeKinesisStreamingDestination {
    type Input = super::DescribeKinesisStreamingDestinationInput;
    type Output = super::DescribeKinesisStreamingDestinationOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_KINESIS_STREAMING_DESTINATION;
}

static DESCRIBE_KINESIS_STREAMING_DESTINATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeKinesisStreamingDestination",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeKinesisStreamingDestinationInput,
    empty_input: || {
        Box::new(<super::DescribeKinesisStreamingDestinationInput as Default>::default())
    },
    output: &schemas::DescribeKinesisStreamingDestinationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeLimits`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeLimits;

impl Operation for DescribeLimits {
    type Input = super::DescribeLimitsInput;
    type Output = super::DescribeLimitsOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_LIMITS;
}

static DESCRIBE_LIMITS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeLimits",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeLimitsInput,
    empty_input: || Box::new(<super::DescribeLimitsInput as Default>::default()),
    output: &schemas::DescribeLimitsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeTable`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeTable;

impl Operation for DescribeTable {
    type Input = super::DescribeTableInput;
    type Output = super::DescribeTableOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_TABLE;
}

static DESCRIBE_TABLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeTable",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeTableInput,
    empty_input: || Box::new(<super::DescribeTableInput as Default>::default()),
    output: &schemas::DescribeTableOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeTimeToLive`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeTimeToLive;

impl Operation for DescribeTimeToLive {
    type Input = super::DescribeTimeToLiveInput;
    type Output = super::DescribeTimeToLiveOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_TIME_TO_LIVE;
}

static DESCRIBE_TIME_TO_LIVE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeTimeToLive",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeTimeToLiveInput,
    empty_input: || Box::new(<super::DescribeTimeToLiveInput as Default>::default()),
    output: &schemas::DescribeTimeToLiveOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DisableKinesisStreamingDestination`.
#[derive(Clone, Copy, Debug)]
pub struct DisableKinesisStreamingDestination;

impl Operation for DisableKinesisStreamingDestination {
    type Input = super::KinesisStreamingDestinationInput;
    type Output = super::KinesisStreamingDestinationOutput;
    const SCHEMA: &'static OperationSchema = &DISABLE_KINESIS_STREAMING_DESTINATION;
}

static DISABLE_KINESIS_STREAMING_DESTINATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DisableKinesisStreamingDestination",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::KinesisStreamingDestinationInput,
    empty_input: || Box::new(<super::KinesisStreamingDestinationInput as Default>::default()),
    output: &schemas::KinesisStreamingDestinationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `EnableKinesisStreamingDestination`.
#[derive(Clone, Copy, Debug)]
pub struct EnableKinesisStreamingDestination;

impl Operation for EnableKinesisStreamingDestination {
    type Input = super::KinesisStreamingDestinationInput;
    type Output = super::KinesisStreamingDestinationOutput;
    const SCHEMA: &'static OperationSchema = &ENABLE_KINESIS_STREAMING_DESTINATION;
}

static ENABLE_KINESIS_STREAMING_DESTINATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "EnableKinesisStreamingDestination",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::KinesisStreamingDestinationInput,
    empty_input: || Box::new(<super::KinesisStreamingDestinationInput as Default>::default()),
    output: &schemas::KinesisStreamingDestinationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ExecuteStatement`.
#[derive(Clone, Copy, Debug)]
pub struct ExecuteStatement;

impl Operation for ExecuteStatement {
    type Input = super::ExecuteStatementInput;
    type Output = super::ExecuteStatementOutput;
    const SCHEMA: &'static OperationSchema = &EXECUTE_STATEMENT;
}

static EXECUTE_STATEMENT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ExecuteStatement",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ExecuteStatementInput,
    empty_input: || Box::new(<super::ExecuteStatementInput as Default>::default()),
    output: &schemas::ExecuteStatementOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ExecuteTransaction`.
#[derive(Clone, Copy, Debug)]
pub struct ExecuteTransaction;

impl Operation for ExecuteTransaction {
    type Input = super::ExecuteTransactionInput;
    type Output = super::ExecuteTransactionOutput;
    const SCHEMA: &'static OperationSchema = &EXECUTE_TRANSACTION;
}

static EXECUTE_TRANSACTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ExecuteTransaction",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ExecuteTransactionInput,
    empty_input: || Box::new(<super::ExecuteTransactionInput as Default>::default()),
    output: &schemas::ExecuteTransactionOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetItem`.
#[derive(Clone, Copy, Debug)]
pub struct GetItem;

impl Operation for GetItem {
    type Input = super::GetItemInput;
    type Output = super::GetItemOutput;
    const SCHEMA: &'static OperationSchema = &GET_ITEM;
}

static GET_ITEM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetItem",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetItemInput,
    empty_input: || Box::new(<super::GetItemInput as Default>::default()),
    output: &schemas::GetItemOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct GetResourcePolicy;

impl Operation for GetResourcePolicy {
    type Input = super::GetResourcePolicyInput;
    type Output = super::GetResourcePolicyOutput;
    const SCHEMA: &'static OperationSchema = &GET_RESOURCE_POLICY;
}

static GET_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetResourcePolicyInput,
    empty_input: || Box::new(<super::GetResourcePolicyInput as Default>::default()),
    output: &schemas::GetResourcePolicyOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTables`.
#[derive(Clone, Copy, Debug)]
pub struct ListTables;

impl Operation for ListTables {
    type Input = super::ListTablesInput;
    type Output = super::ListTablesOutput;
    const SCHEMA: &'static OperationSchema = &LIST_TABLES;
}

static LIST_TABLES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListTables",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListTablesInput,
    empty_input: || Box::new(<super::ListTablesInput as Default>::default()),
    output: &schemas::ListTablesOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTagsOfResource`.
#[derive(Clone, Copy, Debug)]
pub struct ListTagsOfResource;

impl Operation for ListTagsOfResource {
    type Input = super::ListTagsOfResourceInput;
    type Output = super::ListTagsOfResourceOutput;
    const SCHEMA: &'static OperationSchema = &LIST_TAGS_OF_RESOURCE;
}

static LIST_TAGS_OF_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListTagsOfResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListTagsOfResourceInput,
    empty_input: || Box::new(<super::ListTagsOfResourceInput as Default>::default()),
    output: &schemas::ListTagsOfResourceOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutItem`.
#[derive(Clone, Copy, Debug)]
pub struct PutItem;

impl Operation for PutItem {
    type Input = super::PutItemInput;
    type Output = super::PutItemOutput;
    const SCHEMA: &'static OperationSchema = &PUT_ITEM;
}

static PUT_ITEM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutItem",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutItemInput,
    empty_input: || Box::new(<super::PutItemInput as Default>::default()),
    output: &schemas::PutItemOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct PutResourcePolicy;

impl Operation for PutResourcePolicy {
    type Input = super::PutResourcePolicyInput;
    type Output = super::PutResourcePolicyOutput;
    const SCHEMA: &'static OperationSchema = &PUT_RESOURCE_POLICY;
}

static PUT_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutResourcePolicyInput,
    empty_input: || Box::new(<super::PutResourcePolicyInput as Default>::default()),
    output: &schemas::PutResourcePolicyOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `Query`.
#[derive(Clone, Copy, Debug)]
pub struct Query;

impl Operation for Query {
    type Input = super::QueryInput;
    type Output = super::QueryOutput;
    const SCHEMA: &'static OperationSchema = &QUERY;
}

static QUERY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "Query",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::QueryInput,
    empty_input: || Box::new(<super::QueryInput as Default>::default()),
    output: &schemas::QueryOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `Scan`.
#[derive(Clone, Copy, Debug)]
pub struct Scan;

impl Operation for Scan {
    type Input = super::ScanInput;
    type Output = super::ScanOutput;
    const SCHEMA: &'static OperationSchema = &SCAN;
}

static SCAN: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "Scan",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ScanInput,
    empty_input: || Box::new(<super::ScanInput as Default>::default()),
    output: &schemas::ScanOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagResource`.
#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = super::TagResourceInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &TAG_RESOURCE;
}

static TAG_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TagResourceInput,
    empty_input: || Box::new(<super::TagResourceInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TransactGetItems`.
#[derive(Clone, Copy, Debug)]
pub struct TransactGetItems;

impl Operation for TransactGetItems {
    type Input = super::TransactGetItemsInput;
    type Output = super::TransactGetItemsOutput;
    const SCHEMA: &'static OperationSchema = &TRANSACT_GET_ITEMS;
}

static TRANSACT_GET_ITEMS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TransactGetItems",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TransactGetItemsInput,
    empty_input: || Box::new(<super::TransactGetItemsInput as Default>::default()),
    output: &schemas::TransactGetItemsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TransactWriteItems`.
#[derive(Clone, Copy, Debug)]
pub struct TransactWriteItems;

impl Operation for TransactWriteItems {
    type Input = super::TransactWriteItemsInput;
    type Output = super::TransactWriteItemsOutput;
    const SCHEMA: &'static OperationSchema = &TRANSACT_WRITE_ITEMS;
}

static TRANSACT_WRITE_ITEMS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TransactWriteItems",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TransactWriteItemsInput,
    empty_input: || Box::new(<super::TransactWriteItemsInput as Default>::default()),
    output: &schemas::TransactWriteItemsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagResource`.
#[derive(Clone, Copy, Debug)]
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = super::UntagResourceInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UNTAG_RESOURCE;
}

static UNTAG_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UntagResourceInput,
    empty_input: || Box::new(<super::UntagResourceInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateContinuousBackups`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateContinuousBackups;

impl Operation for UpdateContinuousBackups {
    type Input = super::UpdateContinuousBackupsInput;
    type Output = super::UpdateContinuousBackupsOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_CONTINUOUS_BACKUPS;
}

static UPDATE_CONTINUOUS_BACKUPS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateContinuousBackups",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateContinuousBackupsInput,
    empty_input: || Box::new(<super::UpdateContinuousBackupsInput as Default>::default()),
    output: &schemas::UpdateContinuousBackupsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateItem`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateItem;

impl Operation for UpdateItem {
    type Input = super::UpdateItemInput;
    type Output = super::UpdateItemOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_ITEM;
}

static UPDATE_ITEM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateItem",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateItemInput,
    empty_input: || Box::new(<super::UpdateItemInput as Default>::default()),
    output: &schemas::UpdateItemOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateKinesisStreamingDestination`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateKinesisStreamingDestination;

impl Operation for UpdateKinesisStreamingDestination {
    type Input = super::UpdateKinesisStreamingDestinationInput;
    type Output = super::UpdateKinesisStreamingDestinationOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_KINESIS_STREAMING_DESTINATION;
}

static UPDATE_KINESIS_STREAMING_DESTINATION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateKinesisStreamingDestination",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateKinesisStreamingDestinationInput,
    empty_input: || Box::new(<super::UpdateKinesisStreamingDestinationInput as Default>::default()),
    output: &schemas::UpdateKinesisStreamingDestinationOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateTable`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateTable;

impl Operation for UpdateTable {
    type Input = super::UpdateTableInput;
    type Output = super::UpdateTableOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_TABLE;
}

static UPDATE_TABLE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateTable",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateTableInput,
    empty_input: || Box::new(<super::UpdateTableInput as Default>::default()),
    output: &schemas::UpdateTableOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateTimeToLive`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateTimeToLive;

impl Operation for UpdateTimeToLive {
    type Input = super::UpdateTimeToLiveInput;
    type Output = super::UpdateTimeToLiveOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_TIME_TO_LIVE;
}

static UPDATE_TIME_TO_LIVE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateTimeToLive",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateTimeToLiveInput,
    empty_input: || Box::new(<super::UpdateTimeToLiveInput as Default>::default()),
    output: &schemas::UpdateTimeToLiveOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
