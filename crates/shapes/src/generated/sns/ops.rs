// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `AddPermission`.
#[derive(Clone, Copy, Debug)]
pub struct AddPermission;

impl Operation for AddPermission {
    type Input = super::AddPermissionInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ADD_PERMISSION;
}

static ADD_PERMISSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AddPermission",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AddPermissionInput,
    empty_input: || Box::new(<super::AddPermissionInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ConfirmSubscription`.
#[derive(Clone, Copy, Debug)]
pub struct ConfirmSubscription;

impl Operation for ConfirmSubscription {
    type Input = super::ConfirmSubscriptionInput;
    type Output = super::ConfirmSubscriptionResponse;
    const SCHEMA: &'static OperationSchema = &CONFIRM_SUBSCRIPTION;
}

static CONFIRM_SUBSCRIPTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ConfirmSubscription",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ConfirmSubscriptionInput,
    empty_input: || Box::new(<super::ConfirmSubscriptionInput as Default>::default()),
    output: &schemas::ConfirmSubscriptionResponse,
    result_wrapper: Some("ConfirmSubscriptionResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateTopic`.
#[derive(Clone, Copy, Debug)]
pub struct CreateTopic;

impl Operation for CreateTopic {
    type Input = super::CreateTopicInput;
    type Output = super::CreateTopicResponse;
    const SCHEMA: &'static OperationSchema = &CREATE_TOPIC;
}

static CREATE_TOPIC: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateTopic",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateTopicInput,
    empty_input: || Box::new(<super::CreateTopicInput as Default>::default()),
    output: &schemas::CreateTopicResponse,
    result_wrapper: Some("CreateTopicResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteTopic`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteTopic;

impl Operation for DeleteTopic {
    type Input = super::DeleteTopicInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_TOPIC;
}

static DELETE_TOPIC: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteTopic",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteTopicInput,
    empty_input: || Box::new(<super::DeleteTopicInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetSubscriptionAttributes`.
#[derive(Clone, Copy, Debug)]
pub struct GetSubscriptionAttributes;

impl Operation for GetSubscriptionAttributes {
    type Input = super::GetSubscriptionAttributesInput;
    type Output = super::GetSubscriptionAttributesResponse;
    const SCHEMA: &'static OperationSchema = &GET_SUBSCRIPTION_ATTRIBUTES;
}

static GET_SUBSCRIPTION_ATTRIBUTES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetSubscriptionAttributes",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetSubscriptionAttributesInput,
    empty_input: || Box::new(<super::GetSubscriptionAttributesInput as Default>::default()),
    output: &schemas::GetSubscriptionAttributesResponse,
    result_wrapper: Some("GetSubscriptionAttributesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetTopicAttributes`.
#[derive(Clone, Copy, Debug)]
pub struct GetTopicAttributes;

impl Operation for GetTopicAttributes {
    type Input = super::GetTopicAttributesInput;
    type Output = super::GetTopicAttributesResponse;
    const SCHEMA: &'static OperationSchema = &GET_TOPIC_ATTRIBUTES;
}

static GET_TOPIC_ATTRIBUTES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetTopicAttributes",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetTopicAttributesInput,
    empty_input: || Box::new(<super::GetTopicAttributesInput as Default>::default()),
    output: &schemas::GetTopicAttributesResponse,
    result_wrapper: Some("GetTopicAttributesResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListSubscriptions`.
#[derive(Clone, Copy, Debug)]
pub struct ListSubscriptions;

impl Operation for ListSubscriptions {
    type Input = super::ListSubscriptionsInput;
    type Output = super::ListSubscriptionsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_SUBSCRIPTIONS;
}

static LIST_SUBSCRIPTIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListSubscriptions",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListSubscriptionsInput,
    empty_input: || Box::new(<super::ListSubscriptionsInput as Default>::default()),
    output: &schemas::ListSubscriptionsResponse,
    result_wrapper: Some("ListSubscriptionsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListSubscriptionsByTopic`.
#[derive(Clone, Copy, Debug)]
pub struct ListSubscriptionsByTopic;

impl Operation for ListSubscriptionsByTopic {
    type Input = super::ListSubscriptionsByTopicInput;
    type Output = super::ListSubscriptionsByTopicResponse;
    const SCHEMA: &'static OperationSchema = &LIST_SUBSCRIPTIONS_BY_TOPIC;
}

static LIST_SUBSCRIPTIONS_BY_TOPIC: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListSubscriptionsByTopic",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListSubscriptionsByTopicInput,
    empty_input: || Box::new(<super::ListSubscriptionsByTopicInput as Default>::default()),
    output: &schemas::ListSubscriptionsByTopicResponse,
    result_wrapper: Some("ListSubscriptionsByTopicResult"),
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
    result_wrapper: Some("ListTagsForResourceResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTopics`.
#[derive(Clone, Copy, Debug)]
pub struct ListTopics;

impl Operation for ListTopics {
    type Input = super::ListTopicsInput;
    type Output = super::ListTopicsResponse;
    const SCHEMA: &'static OperationSchema = &LIST_TOPICS;
}

static LIST_TOPICS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListTopics",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListTopicsInput,
    empty_input: || Box::new(<super::ListTopicsInput as Default>::default()),
    output: &schemas::ListTopicsResponse,
    result_wrapper: Some("ListTopicsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `Publish`.
#[derive(Clone, Copy, Debug)]
pub struct Publish;

impl Operation for Publish {
    type Input = super::PublishInput;
    type Output = super::PublishResponse;
    const SCHEMA: &'static OperationSchema = &PUBLISH;
}

static PUBLISH: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "Publish",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PublishInput,
    empty_input: || Box::new(<super::PublishInput as Default>::default()),
    output: &schemas::PublishResponse,
    result_wrapper: Some("PublishResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `PublishBatch`.
#[derive(Clone, Copy, Debug)]
pub struct PublishBatch;

impl Operation for PublishBatch {
    type Input = super::PublishBatchInput;
    type Output = super::PublishBatchResponse;
    const SCHEMA: &'static OperationSchema = &PUBLISH_BATCH;
}

static PUBLISH_BATCH: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PublishBatch",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PublishBatchInput,
    empty_input: || Box::new(<super::PublishBatchInput as Default>::default()),
    output: &schemas::PublishBatchResponse,
    result_wrapper: Some("PublishBatchResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `RemovePermission`.
#[derive(Clone, Copy, Debug)]
pub struct RemovePermission;

impl Operation for RemovePermission {
    type Input = super::RemovePermissionInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &REMOVE_PERMISSION;
}

static REMOVE_PERMISSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RemovePermission",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RemovePermissionInput,
    empty_input: || Box::new(<super::RemovePermissionInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SetSubscriptionAttributes`.
#[derive(Clone, Copy, Debug)]
pub struct SetSubscriptionAttributes;

impl Operation for SetSubscriptionAttributes {
    type Input = super::SetSubscriptionAttributesInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &SET_SUBSCRIPTION_ATTRIBUTES;
}

static SET_SUBSCRIPTION_ATTRIBUTES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SetSubscriptionAttributes",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SetSubscriptionAttributesInput,
    empty_input: || Box::new(<super::SetSubscriptionAttributesInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SetTopicAttributes`.
#[derive(Clone, Copy, Debug)]
pub struct SetTopicAttributes;

impl Operation for SetTopicAttributes {
    type Input = super::SetTopicAttributesInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &SET_TOPIC_ATTRIBUTES;
}

static SET_TOPIC_ATTRIBUTES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SetTopicAttributes",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SetTopicAttributesInput,
    empty_input: || Box::new(<super::SetTopicAttributesInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `Subscribe`.
#[derive(Clone, Copy, Debug)]
pub struct Subscribe;

impl Operation for Subscribe {
    type Input = super::SubscribeInput;
    type Output = super::SubscribeResponse;
    const SCHEMA: &'static OperationSchema = &SUBSCRIBE;
}

static SUBSCRIBE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "Subscribe",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SubscribeInput,
    empty_input: || Box::new(<super::SubscribeInput as Default>::default()),
    output: &schemas::SubscribeResponse,
    result_wrapper: Some("SubscribeResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagResource`.
#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = super::TagResourceRequest;
    type Output = super::TagResourceResponse;
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
    output: &schemas::TagResourceResponse,
    result_wrapper: Some("TagResourceResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `Unsubscribe`.
#[derive(Clone, Copy, Debug)]
pub struct Unsubscribe;

impl Operation for Unsubscribe {
    type Input = super::UnsubscribeInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UNSUBSCRIBE;
}

static UNSUBSCRIBE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "Unsubscribe",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UnsubscribeInput,
    empty_input: || Box::new(<super::UnsubscribeInput as Default>::default()),
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
    type Output = super::UntagResourceResponse;
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
    output: &schemas::UntagResourceResponse,
    result_wrapper: Some("UntagResourceResult"),
    xml_root: None,
    xml_unwrapped: false,
};
