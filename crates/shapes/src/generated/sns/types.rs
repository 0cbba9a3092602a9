// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPermissionInput {
    pub topic_arn: String,
    pub label: String,
    pub aws_account_id: Vec<String>,
    pub action_name: Vec<String>,
}

impl Shape for AddPermissionInput {
    fn schema(&self) -> &'static Structure {
        &schemas::AddPermissionInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
            1 => self.label.write(at, to),
            2 => self.aws_account_id.write(at, to),
            3 => self.action_name.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            1 => self.label = Read::read(at, from)?,
            2 => self.aws_account_id = Read::read(at, from)?,
            3 => self.action_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchResultErrorEntry {
    pub id: String,
    pub code: String,
    pub message: Option<String>,
    pub sender_fault: bool,
}

impl Shape for BatchResultErrorEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchResultErrorEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.code.write(at, to),
            2 => self.message.write(at, to),
            3 => self.sender_fault.write(at, to),
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
            1 => self.code = Read::read(at, from)?,
            2 => self.message = Read::read(at, from)?,
            3 => self.sender_fault = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfirmSubscriptionInput {
    pub topic_arn: String,
    pub token: String,
    pub authenticate_on_unsubscribe: Option<String>,
}

impl Shape for ConfirmSubscriptionInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ConfirmSubscriptionInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
            1 => self.token.write(at, to),
            2 => self.authenticate_on_unsubscribe.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            1 => self.token = Read::read(at, from)?,
            2 => self.authenticate_on_unsubscribe = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfirmSubscriptionResponse {
    pub subscription_arn: Option<String>,
}

impl Shape for ConfirmSubscriptionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ConfirmSubscriptionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subscription_arn.write(at, to),
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
            0 => self.subscription_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTopicInput {
    pub name: String,
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
    pub tags: Option<Vec<Tag>>,
    pub data_protection_policy: Option<String>,
}

impl Shape for CreateTopicInput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateTopicInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.attributes.write(at, to),
            2 => self.tags.write(at, to),
            3 => self.data_protection_policy.write(at, to),
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
            0 => self.name = Read::read(at, from)?,
            1 => self.attributes = Read::read(at, from)?,
            2 => self.tags = Read::read(at, from)?,
            3 => self.data_protection_policy = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTopicResponse {
    pub topic_arn: Option<String>,
}

impl Shape for CreateTopicResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateTopicResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTopicInput {
    pub topic_arn: String,
}

impl Shape for DeleteTopicInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteTopicInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSubscriptionAttributesInput {
    pub subscription_arn: String,
}

impl Shape for GetSubscriptionAttributesInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetSubscriptionAttributesInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subscription_arn.write(at, to),
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
            0 => self.subscription_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSubscriptionAttributesResponse {
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for GetSubscriptionAttributesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetSubscriptionAttributesResponse
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
pub struct GetTopicAttributesInput {
    pub topic_arn: String,
}

impl Shape for GetTopicAttributesInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetTopicAttributesInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetTopicAttributesResponse {
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for GetTopicAttributesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetTopicAttributesResponse
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
pub struct ListSubscriptionsByTopicInput {
    pub topic_arn: String,
    pub next_token: Option<String>,
}

impl Shape for ListSubscriptionsByTopicInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSubscriptionsByTopicInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSubscriptionsByTopicResponse {
    pub subscriptions: Option<Vec<Subscription>>,
    pub next_token: Option<String>,
}

impl Shape for ListSubscriptionsByTopicResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSubscriptionsByTopicResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subscriptions.write(at, to),
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
            0 => self.subscriptions = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSubscriptionsInput {
    pub next_token: Option<String>,
}

impl Shape for ListSubscriptionsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSubscriptionsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.next_token.write(at, to),
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
            0 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSubscriptionsResponse {
    pub subscriptions: Option<Vec<Subscription>>,
    pub next_token: Option<String>,
}

impl Shape for ListSubscriptionsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSubscriptionsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subscriptions.write(at, to),
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
            0 => self.subscriptions = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceRequest {
    pub resource_arn: String,
}

impl Shape for ListTagsForResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsForResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
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
            0 => self.resource_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceResponse {
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ListTagsForResourceResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsForResourceResponse
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
pub struct ListTopicsInput {
    pub next_token: Option<String>,
}

impl Shape for ListTopicsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTopicsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.next_token.write(at, to),
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
            0 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTopicsResponse {
    pub topics: Option<Vec<Topic>>,
    pub next_token: Option<String>,
}

impl Shape for ListTopicsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTopicsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topics.write(at, to),
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
            0 => self.topics = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageAttributeValue {
    pub data_type: String,
    pub string_value: Option<String>,
    pub binary_value: Option<crate::Bytes>,
}

impl Shape for MessageAttributeValue {
    fn schema(&self) -> &'static Structure {
        &schemas::MessageAttributeValue
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_type.write(at, to),
            1 => self.string_value.write(at, to),
            2 => self.binary_value.write(at, to),
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
            0 => self.data_type = Read::read(at, from)?,
            1 => self.string_value = Read::read(at, from)?,
            2 => self.binary_value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishBatchInput {
    pub topic_arn: String,
    pub publish_batch_request_entries: Vec<PublishBatchRequestEntry>,
}

impl Shape for PublishBatchInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PublishBatchInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
            1 => self.publish_batch_request_entries.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            1 => self.publish_batch_request_entries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishBatchRequestEntry {
    pub id: String,
    pub message: String,
    pub subject: Option<String>,
    pub message_structure: Option<String>,
    pub message_attributes: Option<std::collections::BTreeMap<String, MessageAttributeValue>>,
    pub message_deduplication_id: Option<String>,
    pub message_group_id: Option<String>,
}

impl Shape for PublishBatchRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::PublishBatchRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.message.write(at, to),
            2 => self.subject.write(at, to),
            3 => self.message_structure.write(at, to),
            4 => self.message_attributes.write(at, to),
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
            1 => self.message = Read::read(at, from)?,
            2 => self.subject = Read::read(at, from)?,
            3 => self.message_structure = Read::read(at, from)?,
            4 => self.message_attributes = Read::read(at, from)?,
            5 => self.message_deduplication_id = Read::read(at, from)?,
            6 => self.message_group_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishBatchResponse {
    pub successful: Option<Vec<PublishBatchResultEntry>>,
    pub failed: Option<Vec<BatchResultErrorEntry>>,
}

impl Shape for PublishBatchResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::PublishBatchResponse
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
pub struct PublishBatchResultEntry {
    pub id: Option<String>,
    pub message_id: Option<String>,
    pub sequence_number: Option<String>,
}

impl Shape for PublishBatchResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::PublishBatchResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.message_id.write(at, to),
            2 => self.sequence_number.write(at, to),
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
            2 => self.sequence_number = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishInput {
    pub topic_arn: Option<String>,
    pub target_arn: Option<String>,
    pub phone_number: Option<String>,
    pub message: String,
    pub subject: Option<String>,
    pub message_structure: Option<String>,
    pub message_attributes: Option<std::collections::BTreeMap<String, MessageAttributeValue>>,
    pub message_deduplication_id: Option<String>,
    pub message_group_id: Option<String>,
}

impl Shape for PublishInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PublishInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
            1 => self.target_arn.write(at, to),
            2 => self.phone_number.write(at, to),
            3 => self.message.write(at, to),
            4 => self.subject.write(at, to),
            5 => self.message_structure.write(at, to),
            6 => self.message_attributes.write(at, to),
            7 => self.message_deduplication_id.write(at, to),
            8 => self.message_group_id.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            1 => self.target_arn = Read::read(at, from)?,
            2 => self.phone_number = Read::read(at, from)?,
            3 => self.message = Read::read(at, from)?,
            4 => self.subject = Read::read(at, from)?,
            5 => self.message_structure = Read::read(at, from)?,
            6 => self.message_attributes = Read::read(at, from)?,
            7 => self.message_deduplication_id = Read::read(at, from)?,
            8 => self.message_group_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishResponse {
    pub message_id: Option<String>,
    pub sequence_number: Option<String>,
}

impl Shape for PublishResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::PublishResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message_id.write(at, to),
            1 => self.sequence_number.write(at, to),
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
            1 => self.sequence_number = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemovePermissionInput {
    pub topic_arn: String,
    pub label: String,
}

impl Shape for RemovePermissionInput {
    fn schema(&self) -> &'static Structure {
        &schemas::RemovePermissionInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            1 => self.label = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetSubscriptionAttributesInput {
    pub subscription_arn: String,
    pub attribute_name: String,
    pub attribute_value: Option<String>,
}

impl Shape for SetSubscriptionAttributesInput {
    fn schema(&self) -> &'static Structure {
        &schemas::SetSubscriptionAttributesInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subscription_arn.write(at, to),
            1 => self.attribute_name.write(at, to),
            2 => self.attribute_value.write(at, to),
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
            0 => self.subscription_arn = Read::read(at, from)?,
            1 => self.attribute_name = Read::read(at, from)?,
            2 => self.attribute_value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetTopicAttributesInput {
    pub topic_arn: String,
    pub attribute_name: String,
    pub attribute_value: Option<String>,
}

impl Shape for SetTopicAttributesInput {
    fn schema(&self) -> &'static Structure {
        &schemas::SetTopicAttributesInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
            1 => self.attribute_name.write(at, to),
            2 => self.attribute_value.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            1 => self.attribute_name = Read::read(at, from)?,
            2 => self.attribute_value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubscribeInput {
    pub topic_arn: String,
    pub protocol: String,
    pub endpoint: Option<String>,
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
    pub return_subscription_arn: Option<bool>,
}

impl Shape for SubscribeInput {
    fn schema(&self) -> &'static Structure {
        &schemas::SubscribeInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
            1 => self.protocol.write(at, to),
            2 => self.endpoint.write(at, to),
            3 => self.attributes.write(at, to),
            4 => self.return_subscription_arn.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            1 => self.protocol = Read::read(at, from)?,
            2 => self.endpoint = Read::read(at, from)?,
            3 => self.attributes = Read::read(at, from)?,
            4 => self.return_subscription_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubscribeResponse {
    pub subscription_arn: Option<String>,
}

impl Shape for SubscribeResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::SubscribeResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subscription_arn.write(at, to),
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
            0 => self.subscription_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subscription {
    pub subscription_arn: Option<String>,
    pub owner: Option<String>,
    pub protocol: Option<String>,
    pub endpoint: Option<String>,
    pub topic_arn: Option<String>,
}

impl Shape for Subscription {
    fn schema(&self) -> &'static Structure {
        &schemas::Subscription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subscription_arn.write(at, to),
            1 => self.owner.write(at, to),
            2 => self.protocol.write(at, to),
            3 => self.endpoint.write(at, to),
            4 => self.topic_arn.write(at, to),
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
            0 => self.subscription_arn = Read::read(at, from)?,
            1 => self.owner = Read::read(at, from)?,
            2 => self.protocol = Read::read(at, from)?,
            3 => self.endpoint = Read::read(at, from)?,
            4 => self.topic_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

impl Shape for Tag {
    fn schema(&self) -> &'static Structure {
        &schemas::Tag
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.value.write(at, to),
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
            0 => self.key = Read::read(at, from)?,
            1 => self.value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceRequest {
    pub resource_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
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
            0 => self.resource_arn = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceResponse {}

impl Shape for TagResourceResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::TagResourceResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topic {
    pub topic_arn: Option<String>,
}

impl Shape for Topic {
    fn schema(&self) -> &'static Structure {
        &schemas::Topic
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_arn.write(at, to),
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
            0 => self.topic_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnsubscribeInput {
    pub subscription_arn: String,
}

impl Shape for UnsubscribeInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UnsubscribeInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subscription_arn.write(at, to),
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
            0 => self.subscription_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceRequest {
    pub resource_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
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
            0 => self.resource_arn = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceResponse {}

impl Shape for UntagResourceResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagResourceResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
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
            _ => {}
        }
        Ok(())
    }
}
