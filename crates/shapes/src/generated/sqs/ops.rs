// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `AddPermission`.
#[derive(Clone, Copy, Debug)]
pub struct AddPermission;

impl Operation for AddPermission {
    type Input = super::AddPermissionRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ADD_PERMISSION;
}

static ADD_PERMISSION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AddPermission",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AddPermissionRequest,
    empty_input: || Box::new(<super::AddPermissionRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CancelMessageMoveTask`.
#[derive(Clone, Copy, Debug)]
pub struct CancelMessageMoveTask;

impl Operation for CancelMessageMoveTask {
    type Input = super::CancelMessageMoveTaskRequest;
    type Output = super::CancelMessageMoveTaskResult;
    const SCHEMA: &'static OperationSchema = &CANCEL_MESSAGE_MOVE_TASK;
}

static CANCEL_MESSAGE_MOVE_TASK: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CancelMessageMoveTask",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CancelMessageMoveTaskRequest,
    empty_input: || Box::new(<super::CancelMessageMoveTaskRequest as Default>::default()),
    output: &schemas::CancelMessageMoveTaskResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ChangeMessageVisibility`.
#[derive(Clone, Copy, Debug)]
pub struct ChangeMessageVisibility;

impl Operation for ChangeMessageVisibility {
    type Input = super::ChangeMessageVisibilityRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &CHANGE_MESSAGE_VISIBILITY;
}

static CHANGE_MESSAGE_VISIBILITY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ChangeMessageVisibility",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ChangeMessageVisibilityRequest,
    empty_input: || Box::new(<super::ChangeMessageVisibilityRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ChangeMessageVisibilityBatch`.
#[derive(Clone, Copy, Debug)]
pub struct ChangeMessageVisibilityBatch;

impl Operation for ChangeMessageVisibilityBatch {
    type Input = super::ChangeMessageVisibilityBatchRequest;
    type Output = super::ChangeMessageVisibilityBatchResult;
    const SCHEMA: &'static OperationSchema = &CHANGE_MESSAGE_VISIBILITY_BATCH;
}

static CHANGE_MESSAGE_VISIBILITY_BATCH: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ChangeMessageVisibilityBatch",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ChangeMessageVisibilityBatchRequest,
    empty_input: || Box::new(<super::ChangeMessageVisibilityBatchRequest as Default>::default()),
    output: &schemas::ChangeMessageVisibilityBatchResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateQueue`.
#[derive(Clone, Copy, Debug)]
pub struct CreateQueue;

impl Operation for CreateQueue {
    type Input = super::CreateQueueRequest;
    type Output = super::CreateQueueResult;
    const SCHEMA: &'static OperationSchema = &CREATE_QUEUE;
}

static CREATE_QUEUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateQueue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateQueueRequest,
    empty_input: || Box::new(<super::CreateQueueRequest as Default>::default()),
    output: &schemas::CreateQueueResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteMessage`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteMessage;

impl Operation for DeleteMessage {
    type Input = super::DeleteMessageRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_MESSAGE;
}

static DELETE_MESSAGE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteMessage",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteMessageRequest,
    empty_input: || Box::new(<super::DeleteMessageRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteMessageBatch`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteMessageBatch;

impl Operation for DeleteMessageBatch {
    type Input = super::DeleteMessageBatchRequest;
    type Output = super::DeleteMessageBatchResult;
    const SCHEMA: &'static OperationSchema = &DELETE_MESSAGE_BATCH;
}

static DELETE_MESSAGE_BATCH: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteMessageBatch",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteMessageBatchRequest,
    empty_input: || Box::new(<super::DeleteMessageBatchRequest as Default>::default()),
    output: &schemas::DeleteMessageBatchResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteQueue`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteQueue;

impl Operation for DeleteQueue {
    type Input = super::DeleteQueueRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_QUEUE;
}

static DELETE_QUEUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteQueue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteQueueRequest,
    empty_input: || Box::new(<super::DeleteQueueRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetQueueAttributes`.
#[derive(Clone, Copy, Debug)]
pub struct GetQueueAttributes;

impl Operation for GetQueueAttributes {
    type Input = super::GetQueueAttributesRequest;
    type Output = super::GetQueueAttributesResult;
    const SCHEMA: &'static OperationSchema = &GET_QUEUE_ATTRIBUTES;
}

static GET_QUEUE_ATTRIBUTES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetQueueAttributes",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetQueueAttributesRequest,
    empty_input: || Box::new(<super::GetQueueAttributesRequest as Default>::default()),
    output: &schemas::GetQueueAttributesResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetQueueUrl`.
#[derive(Clone, Copy, Debug)]
pub struct GetQueueUrl;

impl Operation for GetQueueUrl {
    type Input = super::GetQueueUrlRequest;
    type Output = super::GetQueueUrlResult;
    const SCHEMA: &'static OperationSchema = &GET_QUEUE_URL;
}

static GET_QUEUE_URL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetQueueUrl",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetQueueUrlRequest,
    empty_input: || Box::new(<super::GetQueueUrlRequest as Default>::default()),
    output: &schemas::GetQueueUrlResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListDeadLetterSourceQueues`.
#[derive(Clone, Copy, Debug)]
pub struct ListDeadLetterSourceQueues;

impl Operation for ListDeadLetterSourceQueues {
    type Input = super::ListDeadLetterSourceQueuesRequest;
    type Output = super::ListDeadLetterSourceQueuesResult;
    const SCHEMA: &'static OperationSchema = &LIST_DEAD_LETTER_SOURCE_QUEUES;
}

static LIST_DEAD_LETTER_SOURCE_QUEUES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListDeadLetterSourceQueues",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListDeadLetterSourceQueuesRequest,
    empty_input: || Box::new(<super::ListDeadLetterSourceQueuesRequest as Default>::default()),
    output: &schemas::ListDeadLetterSourceQueuesResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListMessageMoveTasks`.
#[derive(Clone, Copy, Debug)]
pub struct ListMessageMoveTasks;

impl Operation for ListMessageMoveTasks {
    type Input = super::ListMessageMoveTasksRequest;
    type Output = super::ListMessageMoveTasksResult;
    const SCHEMA: &'static OperationSchema = &LIST_MESSAGE_MOVE_TASKS;
}

static LIST_MESSAGE_MOVE_TASKS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListMessageMoveTasks",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListMessageMoveTasksRequest,
    empty_input: || Box::new(<super::ListMessageMoveTasksRequest as Default>::default()),
    output: &schemas::ListMessageMoveTasksResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListQueueTags`.
#[derive(Clone, Copy, Debug)]
pub struct ListQueueTags;

impl Operation for ListQueueTags {
    type Input = super::ListQueueTagsRequest;
    type Output = super::ListQueueTagsResult;
    const SCHEMA: &'static OperationSchema = &LIST_QUEUE_TAGS;
}

static LIST_QUEUE_TAGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListQueueTags",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListQueueTagsRequest,
    empty_input: || Box::new(<super::ListQueueTagsRequest as Default>::default()),
    output: &schemas::ListQueueTagsResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListQueues`.
#[derive(Clone, Copy, Debug)]
pub struct ListQueues;

impl Operation for ListQueues {
    type Input = super::ListQueuesRequest;
    type Output = super::ListQueuesResult;
    const SCHEMA: &'static OperationSchema = &LIST_QUEUES;
}

static LIST_QUEUES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListQueues",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListQueuesRequest,
    empty_input: || Box::new(<super::ListQueuesRequest as Default>::default()),
    output: &schemas::ListQueuesResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PurgeQueue`.
#[derive(Clone, Copy, Debug)]
pub struct PurgeQueue;

impl Operation for PurgeQueue {
    type Input = super::PurgeQueueRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PURGE_QUEUE;
}

static PURGE_QUEUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PurgeQueue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PurgeQueueRequest,
    empty_input: || Box::new(<super::PurgeQueueRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ReceiveMessage`.
#[derive(Clone, Copy, Debug)]
pub struct ReceiveMessage;

impl Operation for ReceiveMessage {
    type Input = super::ReceiveMessageRequest;
    type Output = super::ReceiveMessageResult;
    const SCHEMA: &'static OperationSchema = &RECEIVE_MESSAGE;
}

static RECEIVE_MESSAGE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ReceiveMessage",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ReceiveMessageRequest,
    empty_input: || Box::new(<super::ReceiveMessageRequest as Default>::default()),
    output: &schemas::ReceiveMessageResult,
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
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RemovePermissionRequest,
    empty_input: || Box::new(<super::RemovePermissionRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SendMessage`.
#[derive(Clone, Copy, Debug)]
pub struct SendMessage;

impl Operation for SendMessage {
    type Input = super::SendMessageRequest;
    type Output = super::SendMessageResult;
    const SCHEMA: &'static OperationSchema = &SEND_MESSAGE;
}

static SEND_MESSAGE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SendMessage",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SendMessageRequest,
    empty_input: || Box::new(<super::SendMessageRequest as Default>::default()),
    output: &schemas::SendMessageResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SendMessageBatch`.
#[derive(Clone, Copy, Debug)]
pub struct SendMessageBatch;

impl Operation for SendMessageBatch {
    type Input = super::SendMessageBatchRequest;
    type Output = super::SendMessageBatchResult;
    const SCHEMA: &'static OperationSchema = &SEND_MESSAGE_BATCH;
}

static SEND_MESSAGE_BATCH: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SendMessageBatch",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SendMessageBatchRequest,
    empty_input: || Box::new(<super::SendMessageBatchRequest as Default>::default()),
    output: &schemas::SendMessageBatchResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SetQueueAttributes`.
#[derive(Clone, Copy, Debug)]
pub struct SetQueueAttributes;

impl Operation for SetQueueAttributes {
    type Input = super::SetQueueAttributesRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &SET_QUEUE_ATTRIBUTES;
}

static SET_QUEUE_ATTRIBUTES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SetQueueAttributes",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SetQueueAttributesRequest,
    empty_input: || Box::new(<super::SetQueueAttributesRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `StartMessageMoveTask`.
#[derive(Clone, Copy, Debug)]
pub struct StartMessageMoveTask;

impl Operation for StartMessageMoveTask {
    type Input = super::StartMessageMoveTaskRequest;
    type Output = super::StartMessageMoveTaskResult;
    const SCHEMA: &'static OperationSchema = &START_MESSAGE_MOVE_TASK;
}

static START_MESSAGE_MOVE_TASK: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "StartMessageMoveTask",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::StartMessageMoveTaskRequest,
    empty_input: || Box::new(<super::StartMessageMoveTaskRequest as Default>::default()),
    output: &schemas::StartMessageMoveTaskResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagQueue`.
#[derive(Clone, Copy, Debug)]
pub struct TagQueue;

impl Operation for TagQueue {
    type Input = super::TagQueueRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &TAG_QUEUE;
}

static TAG_QUEUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagQueue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TagQueueRequest,
    empty_input: || Box::new(<super::TagQueueRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagQueue`.
#[derive(Clone, Copy, Debug)]
pub struct UntagQueue;

impl Operation for UntagQueue {
    type Input = super::UntagQueueRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UNTAG_QUEUE;
}

static UNTAG_QUEUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagQueue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UntagQueueRequest,
    empty_input: || Box::new(<super::UntagQueueRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
