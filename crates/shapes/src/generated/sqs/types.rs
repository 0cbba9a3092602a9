// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPermissionRequest {
    pub queue_url: String,
    pub label: String,
    pub aws_account_ids: Vec<String>,
    pub actions: Vec<String>,
}

impl Shape for AddPermissionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AddPermissionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.label.write(at, to),
            2 => self.aws_account_ids.write(at, to),
            3 => self.actions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.label = Read::read(at, from)?,
            2 => self.aws_account_ids = Read::read(at, from)?,
            3 => self.actions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchResultErrorEntry {
    pub id: String,
    pub sender_fault: bool,
    pub code: String,
    pub message: Option<String>,
}

impl Shape for BatchResultErrorEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchResultErrorEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.sender_fault.write(at, to),
            2 => self.code.write(at, to),
            3 => self.message.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.id = Read::read(at, from)?,
            1 => self.sender_fault = Read::read(at, from)?,
            2 => self.code = Read::read(at, from)?,
            3 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelMessageMoveTaskRequest {
    pub task_handle: String,
}

impl Shape for CancelMessageMoveTaskRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CancelMessageMoveTaskRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.task_handle.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.task_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelMessageMoveTaskResult {
    pub approximate_number_of_messages_moved: Option<i64>,
}

impl Shape for CancelMessageMoveTaskResult {
    fn schema(&self) -> &'static Structure {
        &schemas::CancelMessageMoveTaskResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.approximate_number_of_messages_moved.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.approximate_number_of_messages_moved = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeMessageVisibilityBatchRequest {
    pub queue_url: String,
    pub entries: Vec<ChangeMessageVisibilityBatchRequestEntry>,
}

impl Shape for ChangeMessageVisibilityBatchRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ChangeMessageVisibilityBatchRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.entries.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.entries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeMessageVisibilityBatchRequestEntry {
    pub id: String,
    pub receipt_handle: String,
    pub visibility_timeout: Option<i32>,
}

impl Shape for ChangeMessageVisibilityBatchRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::ChangeMessageVisibilityBatchRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.receipt_handle.write(at, to),
            2 => self.visibility_timeout.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.id = Read::read(at, from)?,
            1 => self.receipt_handle = Read::read(at, from)?,
            2 => self.visibility_timeout = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeMessageVisibilityBatchResult {
    pub successful: Vec<ChangeMessageVisibilityBatchResultEntry>,
    pub failed: Vec<BatchResultErrorEntry>,
}

impl Shape for ChangeMessageVisibilityBatchResult {
    fn schema(&self) -> &'static Structure {
        &schemas::ChangeMessageVisibilityBatchResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.successful.write(at, to),
            1 => self.failed.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.successful = Read::read(at, from)?,
            1 => self.failed = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeMessageVisibilityBatchResultEntry {
    pub id: String,
}

impl Shape for ChangeMessageVisibilityBatchResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::ChangeMessageVisibilityBatchResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeMessageVisibilityRequest {
    pub queue_url: String,
    pub receipt_handle: String,
    pub visibility_timeout: i32,
}

impl Shape for ChangeMessageVisibilityRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ChangeMessageVisibilityRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.receipt_handle.write(at, to),
            2 => self.visibility_timeout.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.receipt_handle = Read::read(at, from)?,
            2 => self.visibility_timeout = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateQueueRequest {
    pub queue_name: String,
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for CreateQueueRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateQueueRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_name.write(at, to),
            1 => self.attributes.write(at, to),
            2 => self.tags.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_name = Read::read(at, from)?,
            1 => self.attributes = Read::read(at, from)?,
            2 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateQueueResult {
    pub queue_url: Option<String>,
}

impl Shape for CreateQueueResult {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateQueueResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMessageBatchRequest {
    pub queue_url: String,
    pub entries: Vec<DeleteMessageBatchRequestEntry>,
}

impl Shape for DeleteMessageBatchRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteMessageBatchRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.entries.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.entries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMessageBatchRequestEntry {
    pub id: String,
    pub receipt_handle: String,
}

impl Shape for DeleteMessageBatchRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteMessageBatchRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.receipt_handle.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.id = Read::read(at, from)?,
            1 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMessageBatchResult {
    pub successful: Vec<DeleteMessageBatchResultEntry>,
    pub failed: Vec<BatchResultErrorEntry>,
}

impl Shape for DeleteMessageBatchResult {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteMessageBatchResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.successful.write(at, to),
            1 => self.failed.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.successful = Read::read(at, from)?,
            1 => self.failed = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMessageBatchResultEntry {
    pub id: String,
}

impl Shape for DeleteMessageBatchResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteMessageBatchResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMessageRequest {
    pub queue_url: String,
    pub receipt_handle: String,
}

impl Shape for DeleteMessageRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteMessageRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.receipt_handle.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteQueueRequest {
    pub queue_url: String,
}

impl Shape for DeleteQueueRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteQueueRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetQueueAttributesRequest {
    pub queue_url: String,
    pub attribute_names: Option<Vec<String>>,
}

impl Shape for GetQueueAttributesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetQueueAttributesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.attribute_names.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.attribute_names = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetQueueAttributesResult {
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for GetQueueAttributesResult {
    fn schema(&self) -> &'static Structure {
        &schemas::GetQueueAttributesResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attributes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetQueueUrlRequest {
    pub queue_name: String,
    pub queue_owner_aws_account_id: Option<String>,
}

impl Shape for GetQueueUrlRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetQueueUrlRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_name.write(at, to),
            1 => self.queue_owner_aws_account_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_name = Read::read(at, from)?,
            1 => self.queue_owner_aws_account_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetQueueUrlResult {
    pub queue_url: Option<String>,
}

impl Shape for GetQueueUrlResult {
    fn schema(&self) -> &'static Structure {
        &schemas::GetQueueUrlResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDeadLetterSourceQueuesRequest {
    pub queue_url: String,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
}

impl Shape for ListDeadLetterSourceQueuesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListDeadLetterSourceQueuesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.max_results.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.max_results = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDeadLetterSourceQueuesResult {
    pub queue_urls: Vec<String>,
    pub next_token: Option<String>,
}

impl Shape for ListDeadLetterSourceQueuesResult {
    fn schema(&self) -> &'static Structure {
        &schemas::ListDeadLetterSourceQueuesResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_urls.write(at, to),
            1 => self.next_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_urls = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMessageMoveTasksRequest {
    pub source_arn: String,
    pub max_results: Option<i32>,
}

impl Shape for ListMessageMoveTasksRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListMessageMoveTasksRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.source_arn.write(at, to),
            1 => self.max_results.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.source_arn = Read::read(at, from)?,
            1 => self.max_results = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMessageMoveTasksResult {
    pub results: Option<Vec<ListMessageMoveTasksResultEntry>>,
}

impl Shape for ListMessageMoveTasksResult {
    fn schema(&self) -> &'static Structure {
        &schemas::ListMessageMoveTasksResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.results.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.results = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMessageMoveTasksResultEntry {
    pub task_handle: Option<String>,
    pub status: Option<String>,
    pub source_arn: Option<String>,
    pub destination_arn: Option<String>,
    pub max_number_of_messages_per_second: Option<i32>,
    pub approximate_number_of_messages_moved: Option<i64>,
    pub approximate_number_of_messages_to_move: Option<i64>,
    pub failure_reason: Option<String>,
    pub started_timestamp: Option<i64>,
}

impl Shape for ListMessageMoveTasksResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::ListMessageMoveTasksResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.task_handle.write(at, to),
            1 => self.status.write(at, to),
            2 => self.source_arn.write(at, to),
            3 => self.destination_arn.write(at, to),
            4 => self.max_number_of_messages_per_second.write(at, to),
            5 => self.approximate_number_of_messages_moved.write(at, to),
            6 => self.approximate_number_of_messages_to_move.write(at, to),
            7 => self.failure_reason.write(at, to),
            8 => self.started_timestamp.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.task_handle = Read::read(at, from)?,
            1 => self.status = Read::read(at, from)?,
            2 => self.source_arn = Read::read(at, from)?,
            3 => self.destination_arn = Read::read(at, from)?,
            4 => self.max_number_of_messages_per_second = Read::read(at, from)?,
            5 => self.approximate_number_of_messages_moved = Read::read(at, from)?,
            6 => self.approximate_number_of_messages_to_move = Read::read(at, from)?,
            7 => self.failure_reason = Read::read(at, from)?,
            8 => self.started_timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQueueTagsRequest {
    pub queue_url: String,
}

impl Shape for ListQueueTagsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListQueueTagsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQueueTagsResult {
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for ListQueueTagsResult {
    fn schema(&self) -> &'static Structure {
        &schemas::ListQueueTagsResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQueuesRequest {
    pub queue_name_prefix: Option<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
}

impl Shape for ListQueuesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListQueuesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_name_prefix.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.max_results.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_name_prefix = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.max_results = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQueuesResult {
    pub queue_urls: Option<Vec<String>>,
    pub next_token: Option<String>,
}

impl Shape for ListQueuesResult {
    fn schema(&self) -> &'static Structure {
        &schemas::ListQueuesResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_urls.write(at, to),
            1 => self.next_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_urls = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    pub message_id: Option<String>,
    pub receipt_handle: Option<String>,
    pub md5_of_body: Option<String>,
    pub body: Option<String>,
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
    pub md5_of_message_attributes: Option<String>,
    pub message_attributes: Option<std::collections::BTreeMap<String, MessageAttributeValue>>,
}

impl Shape for Message {
    fn schema(&self) -> &'static Structure {
        &schemas::Message
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message_id.write(at, to),
            1 => self.receipt_handle.write(at, to),
            2 => self.md5_of_body.write(at, to),
            3 => self.body.write(at, to),
            4 => self.attributes.write(at, to),
            5 => self.md5_of_message_attributes.write(at, to),
            6 => self.message_attributes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.message_id = Read::read(at, from)?,
            1 => self.receipt_handle = Read::read(at, from)?,
            2 => self.md5_of_body = Read::read(at, from)?,
            3 => self.body = Read::read(at, from)?,
            4 => self.attributes = Read::read(at, from)?,
            5 => self.md5_of_message_attributes = Read::read(at, from)?,
            6 => self.message_attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageAttributeValue {
    pub string_value: Option<String>,
    pub binary_value: Option<crate::Bytes>,
    pub string_list_values: Option<Vec<String>>,
    pub binary_list_values: Option<Vec<crate::Bytes>>,
    pub data_type: String,
}

impl Shape for MessageAttributeValue {
    fn schema(&self) -> &'static Structure {
        &schemas::MessageAttributeValue
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.string_value.write(at, to),
            1 => self.binary_value.write(at, to),
            2 => self.string_list_values.write(at, to),
            3 => self.binary_list_values.write(at, to),
            4 => self.data_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.string_value = Read::read(at, from)?,
            1 => self.binary_value = Read::read(at, from)?,
            2 => self.string_list_values = Read::read(at, from)?,
            3 => self.binary_list_values = Read::read(at, from)?,
            4 => self.data_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageSystemAttributeValue {
    pub string_value: Option<String>,
    pub binary_value: Option<crate::Bytes>,
    pub string_list_values: Option<Vec<String>>,
    pub binary_list_values: Option<Vec<crate::Bytes>>,
    pub data_type: String,
}

impl Shape for MessageSystemAttributeValue {
    fn schema(&self) -> &'static Structure {
        &schemas::MessageSystemAttributeValue
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.string_value.write(at, to),
            1 => self.binary_value.write(at, to),
            2 => self.string_list_values.write(at, to),
            3 => self.binary_list_values.write(at, to),
            4 => self.data_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.string_value = Read::read(at, from)?,
            1 => self.binary_value = Read::read(at, from)?,
            2 => self.string_list_values = Read::read(at, from)?,
            3 => self.binary_list_values = Read::read(at, from)?,
            4 => self.data_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PurgeQueueRequest {
    pub queue_url: String,
}

impl Shape for PurgeQueueRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PurgeQueueRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveMessageRequest {
    pub queue_url: String,
    pub attribute_names: Option<Vec<String>>,
    pub message_system_attribute_names: Option<Vec<String>>,
    pub message_attribute_names: Option<Vec<String>>,
    pub max_number_of_messages: Option<i32>,
    pub visibility_timeout: Option<i32>,
    pub wait_time_seconds: Option<i32>,
    pub receive_request_attempt_id: Option<String>,
}

impl Shape for ReceiveMessageRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ReceiveMessageRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.attribute_names.write(at, to),
            2 => self.message_system_attribute_names.write(at, to),
            3 => self.message_attribute_names.write(at, to),
            4 => self.max_number_of_messages.write(at, to),
            5 => self.visibility_timeout.write(at, to),
            6 => self.wait_time_seconds.write(at, to),
            7 => self.receive_request_attempt_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.attribute_names = Read::read(at, from)?,
            2 => self.message_system_attribute_names = Read::read(at, from)?,
            3 => self.message_attribute_names = Read::read(at, from)?,
            4 => self.max_number_of_messages = Read::read(at, from)?,
            5 => self.visibility_timeout = Read::read(at, from)?,
            6 => self.wait_time_seconds = Read::read(at, from)?,
            7 => self.receive_request_attempt_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveMessageResult {
    pub messages: Option<Vec<Message>>,
}

impl Shape for ReceiveMessageResult {
    fn schema(&self) -> &'static Structure {
        &schemas::ReceiveMessageResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.messages.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.messages = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemovePermissionRequest {
    pub queue_url: String,
    pub label: String,
}

impl Shape for RemovePermissionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RemovePermissionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.label.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.label = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SendMessageBatchRequest {
    pub queue_url: String,
    pub entries: Vec<SendMessageBatchRequestEntry>,
}

impl Shape for SendMessageBatchRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::SendMessageBatchRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.entries.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.entries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SendMessageBatchRequestEntry {
    pub id: String,
    pub message_body: String,
    pub delay_seconds: Option<i32>,
    pub message_attributes: Option<std::collections::BTreeMap<String, MessageAttributeValue>>,
    pub message_system_attributes:
        Option<std::collections::BTreeMap<String, MessageSystemAttributeValue>>,
    pub message_deduplication_id: Option<String>,
    pub message_group_id: Option<String>,
}

impl Shape for SendMessageBatchRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::SendMessageBatchRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.message_body.write(at, to),
            2 => self.delay_seconds.write(at, to),
            3 => self.message_attributes.write(at, to),
            4 => self.message_system_attributes.write(at, to),
            5 => self.message_deduplication_id.write(at, to),
            6 => self.message_group_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.id = Read::read(at, from)?,
            1 => self.message_body = Read::read(at, from)?,
            2 => self.delay_seconds = Read::read(at, from)?,
            3 => self.message_attributes = Read::read(at, from)?,
            4 => self.message_system_attributes = Read::read(at, from)?,
            5 => self.message_deduplication_id = Read::read(at, from)?,
            6 => self.message_group_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SendMessageBatchResult {
    pub successful: Vec<SendMessageBatchResultEntry>,
    pub failed: Vec<BatchResultErrorEntry>,
}

impl Shape for SendMessageBatchResult {
    fn schema(&self) -> &'static Structure {
        &schemas::SendMessageBatchResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.successful.write(at, to),
            1 => self.failed.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.successful = Read::read(at, from)?,
            1 => self.failed = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SendMessageBatchResultEntry {
    pub id: String,
    pub message_id: String,
    pub md5_of_message_body: String,
    pub md5_of_message_attributes: Option<String>,
    pub md5_of_message_system_attributes: Option<String>,
    pub sequence_number: Option<String>,
}

impl Shape for SendMessageBatchResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::SendMessageBatchResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.message_id.write(at, to),
            2 => self.md5_of_message_body.write(at, to),
            3 => self.md5_of_message_attributes.write(at, to),
            4 => self.md5_of_message_system_attributes.write(at, to),
            5 => self.sequence_number.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.id = Read::read(at, from)?,
            1 => self.message_id = Read::read(at, from)?,
            2 => self.md5_of_message_body = Read::read(at, from)?,
            3 => self.md5_of_message_attributes = Read::read(at, from)?,
            4 => self.md5_of_message_system_attributes = Read::read(at, from)?,
            5 => self.sequence_number = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SendMessageRequest {
    pub queue_url: String,
    pub message_body: String,
    pub delay_seconds: Option<i32>,
    pub message_attributes: Option<std::collections::BTreeMap<String, MessageAttributeValue>>,
    pub message_system_attributes:
        Option<std::collections::BTreeMap<String, MessageSystemAttributeValue>>,
    pub message_deduplication_id: Option<String>,
    pub message_group_id: Option<String>,
}

impl Shape for SendMessageRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::SendMessageRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.message_body.write(at, to),
            2 => self.delay_seconds.write(at, to),
            3 => self.message_attributes.write(at, to),
            4 => self.message_system_attributes.write(at, to),
            5 => self.message_deduplication_id.write(at, to),
            6 => self.message_group_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.message_body = Read::read(at, from)?,
            2 => self.delay_seconds = Read::read(at, from)?,
            3 => self.message_attributes = Read::read(at, from)?,
            4 => self.message_system_attributes = Read::read(at, from)?,
            5 => self.message_deduplication_id = Read::read(at, from)?,
            6 => self.message_group_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SendMessageResult {
    pub md5_of_message_body: Option<String>,
    pub md5_of_message_attributes: Option<String>,
    pub md5_of_message_system_attributes: Option<String>,
    pub message_id: Option<String>,
    pub sequence_number: Option<String>,
}

impl Shape for SendMessageResult {
    fn schema(&self) -> &'static Structure {
        &schemas::SendMessageResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.md5_of_message_body.write(at, to),
            1 => self.md5_of_message_attributes.write(at, to),
            2 => self.md5_of_message_system_attributes.write(at, to),
            3 => self.message_id.write(at, to),
            4 => self.sequence_number.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.md5_of_message_body = Read::read(at, from)?,
            1 => self.md5_of_message_attributes = Read::read(at, from)?,
            2 => self.md5_of_message_system_attributes = Read::read(at, from)?,
            3 => self.message_id = Read::read(at, from)?,
            4 => self.sequence_number = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetQueueAttributesRequest {
    pub queue_url: String,
    pub attributes: std::collections::BTreeMap<String, String>,
}

impl Shape for SetQueueAttributesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::SetQueueAttributesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.attributes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartMessageMoveTaskRequest {
    pub source_arn: String,
    pub destination_arn: Option<String>,
    pub max_number_of_messages_per_second: Option<i32>,
}

impl Shape for StartMessageMoveTaskRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::StartMessageMoveTaskRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.source_arn.write(at, to),
            1 => self.destination_arn.write(at, to),
            2 => self.max_number_of_messages_per_second.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.source_arn = Read::read(at, from)?,
            1 => self.destination_arn = Read::read(at, from)?,
            2 => self.max_number_of_messages_per_second = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartMessageMoveTaskResult {
    pub task_handle: Option<String>,
}

impl Shape for StartMessageMoveTaskResult {
    fn schema(&self) -> &'static Structure {
        &schemas::StartMessageMoveTaskResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.task_handle.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.task_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagQueueRequest {
    pub queue_url: String,
    pub tags: std::collections::BTreeMap<String, String>,
}

impl Shape for TagQueueRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagQueueRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.tags.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagQueueRequest {
    pub queue_url: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagQueueRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagQueueRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_url.write(at, to),
            1 => self.tag_keys.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.queue_url = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
