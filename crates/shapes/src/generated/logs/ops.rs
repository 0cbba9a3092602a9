// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `AssociateKmsKey`.
#[derive(Clone, Copy, Debug)]
pub struct AssociateKmsKey;

impl Operation for AssociateKmsKey {
    type Input = super::AssociateKmsKeyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ASSOCIATE_KMS_KEY;
}

static ASSOCIATE_KMS_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AssociateKmsKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AssociateKmsKeyRequest,
    empty_input: || Box::new(<super::AssociateKmsKeyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateLogGroup`.
#[derive(Clone, Copy, Debug)]
pub struct CreateLogGroup;

impl Operation for CreateLogGroup {
    type Input = super::CreateLogGroupRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &CREATE_LOG_GROUP;
}

static CREATE_LOG_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateLogGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateLogGroupRequest,
    empty_input: || Box::new(<super::CreateLogGroupRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateLogStream`.
#[derive(Clone, Copy, Debug)]
pub struct CreateLogStream;

impl Operation for CreateLogStream {
    type Input = super::CreateLogStreamRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &CREATE_LOG_STREAM;
}

static CREATE_LOG_STREAM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateLogStream",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateLogStreamRequest,
    empty_input: || Box::new(<super::CreateLogStreamRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteLogGroup`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteLogGroup;

impl Operation for DeleteLogGroup {
    type Input = super::DeleteLogGroupRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_LOG_GROUP;
}

static DELETE_LOG_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteLogGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteLogGroupRequest,
    empty_input: || Box::new(<super::DeleteLogGroupRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteLogStream`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteLogStream;

impl Operation for DeleteLogStream {
    type Input = super::DeleteLogStreamRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_LOG_STREAM;
}

static DELETE_LOG_STREAM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteLogStream",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteLogStreamRequest,
    empty_input: || Box::new(<super::DeleteLogStreamRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteRetentionPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteRetentionPolicy;

impl Operation for DeleteRetentionPolicy {
    type Input = super::DeleteRetentionPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_RETENTION_POLICY;
}

static DELETE_RETENTION_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteRetentionPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteRetentionPolicyRequest,
    empty_input: || Box::new(<super::DeleteRetentionPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeLogGroups`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeLogGroups;

impl Operation for DescribeLogGroups {
    type Input = super::DescribeLogGroupsRequest;
    type Output = super::DescribeLogGroupsResponse;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_LOG_GROUPS;
}

static DESCRIBE_LOG_GROUPS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeLogGroups",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeLogGroupsRequest,
    empty_input: || Box::new(<super::DescribeLogGroupsRequest as Default>::default()),
    output: &schemas::DescribeLogGroupsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeLogStreams`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeLogStreams;

impl Operation for DescribeLogStreams {
    type Input = super::DescribeLogStreamsRequest;
    type Output = super::DescribeLogStreamsResponse;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_LOG_STREAMS;
}

static DESCRIBE_LOG_STREAMS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeLogStreams",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeLogStreamsRequest,
    empty_input: || Box::new(<super::DescribeLogStreamsRequest as Default>::default()),
    output: &schemas::DescribeLogStreamsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeMetricFilters`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeMetricFilters;

impl Operation for DescribeMetricFilters {
    type Input = super::DescribeMetricFiltersRequest;
    type Output = super::DescribeMetricFiltersResponse;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_METRIC_FILTERS;
}

static DESCRIBE_METRIC_FILTERS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeMetricFilters",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeMetricFiltersRequest,
    empty_input: || Box::new(<super::DescribeMetricFiltersRequest as Default>::default()),
    output: &schemas::DescribeMetricFiltersResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeSubscriptionFilters`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeSubscriptionFilters;

impl Operation for DescribeSubscriptionFilters {
    type Input = super::DescribeSubscriptionFiltersRequest;
    type Output = super::DescribeSubscriptionFiltersResponse;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_SUBSCRIPTION_FILTERS;
}

static DESCRIBE_SUBSCRIPTION_FILTERS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeSubscriptionFilters",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeSubscriptionFiltersRequest,
    empty_input: || Box::new(<super::DescribeSubscriptionFiltersRequest as Default>::default()),
    output: &schemas::DescribeSubscriptionFiltersResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DisassociateKmsKey`.
#[derive(Clone, Copy, Debug)]
pub struct DisassociateKmsKey;

impl Operation for DisassociateKmsKey {
    type Input = super::DisassociateKmsKeyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DISASSOCIATE_KMS_KEY;
}

static DISASSOCIATE_KMS_KEY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DisassociateKmsKey",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DisassociateKmsKeyRequest,
    empty_input: || Box::new(<super::DisassociateKmsKeyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `FilterLogEvents`.
#[derive(Clone, Copy, Debug)]
pub struct FilterLogEvents;

impl Operation for FilterLogEvents {
    type Input = super::FilterLogEventsRequest;
    type Output = super::FilterLogEventsResponse;
    const SCHEMA: &'static OperationSchema = &FILTER_LOG_EVENTS;
}

static FILTER_LOG_EVENTS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "FilterLogEvents",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::FilterLogEventsRequest,
    empty_input: || Box::new(<super::FilterLogEventsRequest as Default>::default()),
    output: &schemas::FilterLogEventsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetLogEvents`.
#[derive(Clone, Copy, Debug)]
pub struct GetLogEvents;

impl Operation for GetLogEvents {
    type Input = super::GetLogEventsRequest;
    type Output = super::GetLogEventsResponse;
    const SCHEMA: &'static OperationSchema = &GET_LOG_EVENTS;
}

static GET_LOG_EVENTS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetLogEvents",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetLogEventsRequest,
    empty_input: || Box::new(<super::GetLogEventsRequest as Default>::default()),
    output: &schemas::GetLogEventsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTagsForResource`.
#[derive(Clone, Copy, Debug)]
pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = super::ListTagsForResourceRequest;
    type Output = super::ListTagsForResourceResponse;
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
    output: &schemas::ListTagsForResourceResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTagsLogGroup`.
#[derive(Clone, Copy, Debug)]
pub struct ListTagsLogGroup;

impl Operation for ListTagsLogGroup {
    type Input = super::ListTagsLogGroupRequest;
    type Output = super::ListTagsLogGroupResponse;
    const SCHEMA: &'static OperationSchema = &LIST_TAGS_LOG_GROUP;
}

static LIST_TAGS_LOG_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListTagsLogGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListTagsLogGroupRequest,
    empty_input: || Box::new(<super::ListTagsLogGroupRequest as Default>::default()),
    output: &schemas::ListTagsLogGroupResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutLogEvents`.
#[derive(Clone, Copy, Debug)]
pub struct PutLogEvents;

impl Operation for PutLogEvents {
    type Input = super::PutLogEventsRequest;
    type Output = super::PutLogEventsResponse;
    const SCHEMA: &'static OperationSchema = &PUT_LOG_EVENTS;
}

static PUT_LOG_EVENTS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutLogEvents",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutLogEventsRequest,
    empty_input: || Box::new(<super::PutLogEventsRequest as Default>::default()),
    output: &schemas::PutLogEventsResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutRetentionPolicy`.
#[derive(Clone, Copy, Debug)]
pub struct PutRetentionPolicy;

impl Operation for PutRetentionPolicy {
    type Input = super::PutRetentionPolicyRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_RETENTION_POLICY;
}

static PUT_RETENTION_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutRetentionPolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutRetentionPolicyRequest,
    empty_input: || Box::new(<super::PutRetentionPolicyRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `StartLiveTail`.
#[derive(Clone, Copy, Debug)]
pub struct StartLiveTail;

impl Operation for StartLiveTail {
    type Input = super::StartLiveTailRequest;
    type Output = super::StartLiveTailResponse;
    const SCHEMA: &'static OperationSchema = &START_LIVE_TAIL;
}

static START_LIVE_TAIL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "StartLiveTail",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::StartLiveTailRequest,
    empty_input: || Box::new(<super::StartLiveTailRequest as Default>::default()),
    output: &schemas::StartLiveTailResponse,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagLogGroup`.
#[derive(Clone, Copy, Debug)]
pub struct TagLogGroup;

impl Operation for TagLogGroup {
    type Input = super::TagLogGroupRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &TAG_LOG_GROUP;
}

static TAG_LOG_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagLogGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TagLogGroupRequest,
    empty_input: || Box::new(<super::TagLogGroupRequest as Default>::default()),
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
    uri: "/",
    status: 200,
    input: &schemas::TagResourceRequest,
    empty_input: || Box::new(<super::TagResourceRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagLogGroup`.
#[derive(Clone, Copy, Debug)]
pub struct UntagLogGroup;

impl Operation for UntagLogGroup {
    type Input = super::UntagLogGroupRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UNTAG_LOG_GROUP;
}

static UNTAG_LOG_GROUP: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagLogGroup",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UntagLogGroupRequest,
    empty_input: || Box::new(<super::UntagLogGroupRequest as Default>::default()),
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
