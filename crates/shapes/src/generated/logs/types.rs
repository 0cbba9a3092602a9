// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateKmsKeyRequest {
    pub log_group_name: Option<String>,
    pub kms_key_id: String,
    pub resource_identifier: Option<String>,
}

impl Shape for AssociateKmsKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AssociateKmsKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.kms_key_id.write(at, to),
            2 => self.resource_identifier.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.kms_key_id = Read::read(at, from)?,
            2 => self.resource_identifier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateLogGroupRequest {
    pub log_group_name: String,
    pub kms_key_id: Option<String>,
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    pub log_group_class: Option<String>,
    pub deletion_protection_enabled: Option<bool>,
}

impl Shape for CreateLogGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateLogGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.kms_key_id.write(at, to),
            2 => self.tags.write(at, to),
            3 => self.log_group_class.write(at, to),
            4 => self.deletion_protection_enabled.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.kms_key_id = Read::read(at, from)?,
            2 => self.tags = Read::read(at, from)?,
            3 => self.log_group_class = Read::read(at, from)?,
            4 => self.deletion_protection_enabled = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateLogStreamRequest {
    pub log_group_name: String,
    pub log_stream_name: String,
}

impl Shape for CreateLogStreamRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateLogStreamRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.log_stream_name.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.log_stream_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLogGroupRequest {
    pub log_group_name: String,
}

impl Shape for DeleteLogGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteLogGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLogStreamRequest {
    pub log_group_name: String,
    pub log_stream_name: String,
}

impl Shape for DeleteLogStreamRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteLogStreamRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.log_stream_name.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.log_stream_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRetentionPolicyRequest {
    pub log_group_name: String,
}

impl Shape for DeleteRetentionPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteRetentionPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLogGroupsRequest {
    pub account_identifiers: Option<Vec<String>>,
    pub log_group_name_prefix: Option<String>,
    pub log_group_name_pattern: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub include_linked_accounts: Option<bool>,
    pub log_group_class: Option<String>,
    pub log_group_identifiers: Option<Vec<String>>,
}

impl Shape for DescribeLogGroupsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeLogGroupsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.account_identifiers.write(at, to),
            1 => self.log_group_name_prefix.write(at, to),
            2 => self.log_group_name_pattern.write(at, to),
            3 => self.next_token.write(at, to),
            4 => self.limit.write(at, to),
            5 => self.include_linked_accounts.write(at, to),
            6 => self.log_group_class.write(at, to),
            7 => self.log_group_identifiers.write(at, to),
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
            0 => self.account_identifiers = Read::read(at, from)?,
            1 => self.log_group_name_prefix = Read::read(at, from)?,
            2 => self.log_group_name_pattern = Read::read(at, from)?,
            3 => self.next_token = Read::read(at, from)?,
            4 => self.limit = Read::read(at, from)?,
            5 => self.include_linked_accounts = Read::read(at, from)?,
            6 => self.log_group_class = Read::read(at, from)?,
            7 => self.log_group_identifiers = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLogGroupsResponse {
    pub log_groups: Option<Vec<LogGroup>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeLogGroupsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeLogGroupsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_groups.write(at, to),
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
            0 => self.log_groups = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLogStreamsRequest {
    pub log_group_name: Option<String>,
    pub log_group_identifier: Option<String>,
    pub log_stream_name_prefix: Option<String>,
    pub order_by: Option<String>,
    pub descending: Option<bool>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for DescribeLogStreamsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeLogStreamsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.log_group_identifier.write(at, to),
            2 => self.log_stream_name_prefix.write(at, to),
            3 => self.order_by.write(at, to),
            4 => self.descending.write(at, to),
            5 => self.next_token.write(at, to),
            6 => self.limit.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.log_group_identifier = Read::read(at, from)?,
            2 => self.log_stream_name_prefix = Read::read(at, from)?,
            3 => self.order_by = Read::read(at, from)?,
            4 => self.descending = Read::read(at, from)?,
            5 => self.next_token = Read::read(at, from)?,
            6 => self.limit = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLogStreamsResponse {
    pub log_streams: Option<Vec<LogStream>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeLogStreamsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeLogStreamsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_streams.write(at, to),
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
            0 => self.log_streams = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeMetricFiltersRequest {
    pub log_group_name: Option<String>,
    pub filter_name_prefix: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub metric_name: Option<String>,
    pub metric_namespace: Option<String>,
}

impl Shape for DescribeMetricFiltersRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeMetricFiltersRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.filter_name_prefix.write(at, to),
            2 => self.next_token.write(at, to),
            3 => self.limit.write(at, to),
            4 => self.metric_name.write(at, to),
            5 => self.metric_namespace.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.filter_name_prefix = Read::read(at, from)?,
            2 => self.next_token = Read::read(at, from)?,
            3 => self.limit = Read::read(at, from)?,
            4 => self.metric_name = Read::read(at, from)?,
            5 => self.metric_namespace = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeMetricFiltersResponse {
    pub metric_filters: Option<Vec<MetricFilter>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeMetricFiltersResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeMetricFiltersResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metric_filters.write(at, to),
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
            0 => self.metric_filters = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSubscriptionFiltersRequest {
    pub log_group_name: String,
    pub filter_name_prefix: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for DescribeSubscriptionFiltersRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeSubscriptionFiltersRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.filter_name_prefix.write(at, to),
            2 => self.next_token.write(at, to),
            3 => self.limit.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.filter_name_prefix = Read::read(at, from)?,
            2 => self.next_token = Read::read(at, from)?,
            3 => self.limit = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSubscriptionFiltersResponse {
    pub subscription_filters: Option<Vec<SubscriptionFilter>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeSubscriptionFiltersResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeSubscriptionFiltersResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subscription_filters.write(at, to),
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
            0 => self.subscription_filters = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateKmsKeyRequest {
    pub log_group_name: Option<String>,
    pub resource_identifier: Option<String>,
}

impl Shape for DisassociateKmsKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DisassociateKmsKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.resource_identifier.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.resource_identifier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entity {
    pub key_attributes: Option<std::collections::BTreeMap<String, String>>,
    pub attributes: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for Entity {
    fn schema(&self) -> &'static Structure {
        &schemas::Entity
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_attributes.write(at, to),
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
            0 => self.key_attributes = Read::read(at, from)?,
            1 => self.attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterLogEventsRequest {
    pub log_group_name: Option<String>,
    pub log_group_identifier: Option<String>,
    pub log_stream_names: Option<Vec<String>>,
    pub log_stream_name_prefix: Option<String>,
    pub start_time: Option<i64>,
    pub end_time: Option<i64>,
    pub filter_pattern: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub start_from_head: Option<bool>,
    pub interleaved: Option<bool>,
    pub unmask: Option<bool>,
}

impl Shape for FilterLogEventsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::FilterLogEventsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.log_group_identifier.write(at, to),
            2 => self.log_stream_names.write(at, to),
            3 => self.log_stream_name_prefix.write(at, to),
            4 => self.start_time.write(at, to),
            5 => self.end_time.write(at, to),
            6 => self.filter_pattern.write(at, to),
            7 => self.next_token.write(at, to),
            8 => self.limit.write(at, to),
            9 => self.start_from_head.write(at, to),
            10 => self.interleaved.write(at, to),
            11 => self.unmask.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.log_group_identifier = Read::read(at, from)?,
            2 => self.log_stream_names = Read::read(at, from)?,
            3 => self.log_stream_name_prefix = Read::read(at, from)?,
            4 => self.start_time = Read::read(at, from)?,
            5 => self.end_time = Read::read(at, from)?,
            6 => self.filter_pattern = Read::read(at, from)?,
            7 => self.next_token = Read::read(at, from)?,
            8 => self.limit = Read::read(at, from)?,
            9 => self.start_from_head = Read::read(at, from)?,
            10 => self.interleaved = Read::read(at, from)?,
            11 => self.unmask = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterLogEventsResponse {
    pub events: Option<Vec<FilteredLogEvent>>,
    pub searched_log_streams: Option<Vec<SearchedLogStream>>,
    pub next_token: Option<String>,
}

impl Shape for FilterLogEventsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::FilterLogEventsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.events.write(at, to),
            1 => self.searched_log_streams.write(at, to),
            2 => self.next_token.write(at, to),
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
            0 => self.events = Read::read(at, from)?,
            1 => self.searched_log_streams = Read::read(at, from)?,
            2 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilteredLogEvent {
    pub log_stream_name: Option<String>,
    pub timestamp: Option<i64>,
    pub message: Option<String>,
    pub ingestion_time: Option<i64>,
    pub event_id: Option<String>,
}

impl Shape for FilteredLogEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::FilteredLogEvent
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_stream_name.write(at, to),
            1 => self.timestamp.write(at, to),
            2 => self.message.write(at, to),
            3 => self.ingestion_time.write(at, to),
            4 => self.event_id.write(at, to),
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
            0 => self.log_stream_name = Read::read(at, from)?,
            1 => self.timestamp = Read::read(at, from)?,
            2 => self.message = Read::read(at, from)?,
            3 => self.ingestion_time = Read::read(at, from)?,
            4 => self.event_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLogEventsRequest {
    pub log_group_name: Option<String>,
    pub log_group_identifier: Option<String>,
    pub log_stream_name: String,
    pub start_time: Option<i64>,
    pub end_time: Option<i64>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub start_from_head: Option<bool>,
    pub unmask: Option<bool>,
}

impl Shape for GetLogEventsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetLogEventsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.log_group_identifier.write(at, to),
            2 => self.log_stream_name.write(at, to),
            3 => self.start_time.write(at, to),
            4 => self.end_time.write(at, to),
            5 => self.next_token.write(at, to),
            6 => self.limit.write(at, to),
            7 => self.start_from_head.write(at, to),
            8 => self.unmask.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.log_group_identifier = Read::read(at, from)?,
            2 => self.log_stream_name = Read::read(at, from)?,
            3 => self.start_time = Read::read(at, from)?,
            4 => self.end_time = Read::read(at, from)?,
            5 => self.next_token = Read::read(at, from)?,
            6 => self.limit = Read::read(at, from)?,
            7 => self.start_from_head = Read::read(at, from)?,
            8 => self.unmask = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLogEventsResponse {
    pub events: Option<Vec<OutputLogEvent>>,
    pub next_forward_token: Option<String>,
    pub next_backward_token: Option<String>,
}

impl Shape for GetLogEventsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetLogEventsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.events.write(at, to),
            1 => self.next_forward_token.write(at, to),
            2 => self.next_backward_token.write(at, to),
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
            0 => self.events = Read::read(at, from)?,
            1 => self.next_forward_token = Read::read(at, from)?,
            2 => self.next_backward_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputLogEvent {
    pub timestamp: i64,
    pub message: String,
}

impl Shape for InputLogEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::InputLogEvent
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.timestamp.write(at, to),
            1 => self.message.write(at, to),
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
            0 => self.timestamp = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
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
    pub tags: Option<std::collections::BTreeMap<String, String>>,
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
pub struct ListTagsLogGroupRequest {
    pub log_group_name: String,
}

impl Shape for ListTagsLogGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsLogGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsLogGroupResponse {
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for ListTagsLogGroupResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsLogGroupResponse
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
pub struct LiveTailSessionLogEvent {
    pub log_stream_name: Option<String>,
    pub log_group_identifier: Option<String>,
    pub message: Option<String>,
    pub timestamp: Option<i64>,
    pub ingestion_time: Option<i64>,
}

impl Shape for LiveTailSessionLogEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::LiveTailSessionLogEvent
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_stream_name.write(at, to),
            1 => self.log_group_identifier.write(at, to),
            2 => self.message.write(at, to),
            3 => self.timestamp.write(at, to),
            4 => self.ingestion_time.write(at, to),
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
            0 => self.log_stream_name = Read::read(at, from)?,
            1 => self.log_group_identifier = Read::read(at, from)?,
            2 => self.message = Read::read(at, from)?,
            3 => self.timestamp = Read::read(at, from)?,
            4 => self.ingestion_time = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveTailSessionMetadata {
    pub sampled: Option<bool>,
}

impl Shape for LiveTailSessionMetadata {
    fn schema(&self) -> &'static Structure {
        &schemas::LiveTailSessionMetadata
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.sampled.write(at, to),
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
            0 => self.sampled = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveTailSessionStart {
    pub request_id: Option<String>,
    pub session_id: Option<String>,
    pub log_group_identifiers: Option<Vec<String>>,
    pub log_stream_names: Option<Vec<String>>,
    pub log_stream_name_prefixes: Option<Vec<String>>,
    pub log_event_filter_pattern: Option<String>,
}

impl Shape for LiveTailSessionStart {
    fn schema(&self) -> &'static Structure {
        &schemas::LiveTailSessionStart
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_id.write(at, to),
            1 => self.session_id.write(at, to),
            2 => self.log_group_identifiers.write(at, to),
            3 => self.log_stream_names.write(at, to),
            4 => self.log_stream_name_prefixes.write(at, to),
            5 => self.log_event_filter_pattern.write(at, to),
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
            0 => self.request_id = Read::read(at, from)?,
            1 => self.session_id = Read::read(at, from)?,
            2 => self.log_group_identifiers = Read::read(at, from)?,
            3 => self.log_stream_names = Read::read(at, from)?,
            4 => self.log_stream_name_prefixes = Read::read(at, from)?,
            5 => self.log_event_filter_pattern = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveTailSessionUpdate {
    pub session_metadata: Option<LiveTailSessionMetadata>,
    pub session_results: Option<Vec<LiveTailSessionLogEvent>>,
}

impl Shape for LiveTailSessionUpdate {
    fn schema(&self) -> &'static Structure {
        &schemas::LiveTailSessionUpdate
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.session_metadata.write(at, to),
            1 => self.session_results.write(at, to),
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
            0 => self.session_metadata = Read::read(at, from)?,
            1 => self.session_results = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogGroup {
    pub log_group_name: Option<String>,
    pub creation_time: Option<i64>,
    pub retention_in_days: Option<i32>,
    pub metric_filter_count: Option<i32>,
    pub arn: Option<String>,
    pub stored_bytes: Option<i64>,
    pub kms_key_id: Option<String>,
    pub data_protection_status: Option<String>,
    pub inherited_properties: Option<Vec<String>>,
    pub log_group_class: Option<String>,
    pub log_group_arn: Option<String>,
    pub deletion_protection_enabled: Option<bool>,
    pub bearer_token_authentication_enabled: Option<bool>,
    pub retention_policy_name: Option<String>,
}

impl Shape for LogGroup {
    fn schema(&self) -> &'static Structure {
        &schemas::LogGroup
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.creation_time.write(at, to),
            2 => self.retention_in_days.write(at, to),
            3 => self.metric_filter_count.write(at, to),
            4 => self.arn.write(at, to),
            5 => self.stored_bytes.write(at, to),
            6 => self.kms_key_id.write(at, to),
            7 => self.data_protection_status.write(at, to),
            8 => self.inherited_properties.write(at, to),
            9 => self.log_group_class.write(at, to),
            10 => self.log_group_arn.write(at, to),
            11 => self.deletion_protection_enabled.write(at, to),
            12 => self.bearer_token_authentication_enabled.write(at, to),
            13 => self.retention_policy_name.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.creation_time = Read::read(at, from)?,
            2 => self.retention_in_days = Read::read(at, from)?,
            3 => self.metric_filter_count = Read::read(at, from)?,
            4 => self.arn = Read::read(at, from)?,
            5 => self.stored_bytes = Read::read(at, from)?,
            6 => self.kms_key_id = Read::read(at, from)?,
            7 => self.data_protection_status = Read::read(at, from)?,
            8 => self.inherited_properties = Read::read(at, from)?,
            9 => self.log_group_class = Read::read(at, from)?,
            10 => self.log_group_arn = Read::read(at, from)?,
            11 => self.deletion_protection_enabled = Read::read(at, from)?,
            12 => self.bearer_token_authentication_enabled = Read::read(at, from)?,
            13 => self.retention_policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogStream {
    pub log_stream_name: Option<String>,
    pub creation_time: Option<i64>,
    pub first_event_timestamp: Option<i64>,
    pub last_event_timestamp: Option<i64>,
    pub last_ingestion_time: Option<i64>,
    pub upload_sequence_token: Option<String>,
    pub arn: Option<String>,
    pub stored_bytes: Option<i64>,
}

impl Shape for LogStream {
    fn schema(&self) -> &'static Structure {
        &schemas::LogStream
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_stream_name.write(at, to),
            1 => self.creation_time.write(at, to),
            2 => self.first_event_timestamp.write(at, to),
            3 => self.last_event_timestamp.write(at, to),
            4 => self.last_ingestion_time.write(at, to),
            5 => self.upload_sequence_token.write(at, to),
            6 => self.arn.write(at, to),
            7 => self.stored_bytes.write(at, to),
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
            0 => self.log_stream_name = Read::read(at, from)?,
            1 => self.creation_time = Read::read(at, from)?,
            2 => self.first_event_timestamp = Read::read(at, from)?,
            3 => self.last_event_timestamp = Read::read(at, from)?,
            4 => self.last_ingestion_time = Read::read(at, from)?,
            5 => self.upload_sequence_token = Read::read(at, from)?,
            6 => self.arn = Read::read(at, from)?,
            7 => self.stored_bytes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricFilter {
    pub filter_name: Option<String>,
    pub filter_pattern: Option<String>,
    pub metric_transformations: Option<Vec<MetricTransformation>>,
    pub creation_time: Option<i64>,
    pub log_group_name: Option<String>,
    pub apply_on_transformed_logs: Option<bool>,
    pub field_selection_criteria: Option<String>,
    pub emit_system_field_dimensions: Option<Vec<String>>,
}

impl Shape for MetricFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.filter_name.write(at, to),
            1 => self.filter_pattern.write(at, to),
            2 => self.metric_transformations.write(at, to),
            3 => self.creation_time.write(at, to),
            4 => self.log_group_name.write(at, to),
            5 => self.apply_on_transformed_logs.write(at, to),
            6 => self.field_selection_criteria.write(at, to),
            7 => self.emit_system_field_dimensions.write(at, to),
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
            0 => self.filter_name = Read::read(at, from)?,
            1 => self.filter_pattern = Read::read(at, from)?,
            2 => self.metric_transformations = Read::read(at, from)?,
            3 => self.creation_time = Read::read(at, from)?,
            4 => self.log_group_name = Read::read(at, from)?,
            5 => self.apply_on_transformed_logs = Read::read(at, from)?,
            6 => self.field_selection_criteria = Read::read(at, from)?,
            7 => self.emit_system_field_dimensions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricTransformation {
    pub metric_name: String,
    pub metric_namespace: String,
    pub metric_value: String,
    pub default_value: Option<f64>,
    pub dimensions: Option<std::collections::BTreeMap<String, String>>,
    pub unit: Option<String>,
}

impl Shape for MetricTransformation {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricTransformation
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metric_name.write(at, to),
            1 => self.metric_namespace.write(at, to),
            2 => self.metric_value.write(at, to),
            3 => self.default_value.write(at, to),
            4 => self.dimensions.write(at, to),
            5 => self.unit.write(at, to),
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
            0 => self.metric_name = Read::read(at, from)?,
            1 => self.metric_namespace = Read::read(at, from)?,
            2 => self.metric_value = Read::read(at, from)?,
            3 => self.default_value = Read::read(at, from)?,
            4 => self.dimensions = Read::read(at, from)?,
            5 => self.unit = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutputLogEvent {
    pub timestamp: Option<i64>,
    pub message: Option<String>,
    pub ingestion_time: Option<i64>,
}

impl Shape for OutputLogEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::OutputLogEvent
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.timestamp.write(at, to),
            1 => self.message.write(at, to),
            2 => self.ingestion_time.write(at, to),
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
            0 => self.timestamp = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
            2 => self.ingestion_time = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutLogEventsRequest {
    pub log_group_name: String,
    pub log_stream_name: String,
    pub log_events: Vec<InputLogEvent>,
    pub sequence_token: Option<String>,
    pub entity: Option<Entity>,
}

impl Shape for PutLogEventsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutLogEventsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.log_stream_name.write(at, to),
            2 => self.log_events.write(at, to),
            3 => self.sequence_token.write(at, to),
            4 => self.entity.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.log_stream_name = Read::read(at, from)?,
            2 => self.log_events = Read::read(at, from)?,
            3 => self.sequence_token = Read::read(at, from)?,
            4 => self.entity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutLogEventsResponse {
    pub next_sequence_token: Option<String>,
    pub rejected_log_events_info: Option<RejectedLogEventsInfo>,
    pub rejected_entity_info: Option<RejectedEntityInfo>,
}

impl Shape for PutLogEventsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::PutLogEventsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.next_sequence_token.write(at, to),
            1 => self.rejected_log_events_info.write(at, to),
            2 => self.rejected_entity_info.write(at, to),
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
            0 => self.next_sequence_token = Read::read(at, from)?,
            1 => self.rejected_log_events_info = Read::read(at, from)?,
            2 => self.rejected_entity_info = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRetentionPolicyRequest {
    pub log_group_name: String,
    pub retention_in_days: i32,
}

impl Shape for PutRetentionPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRetentionPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
            1 => self.retention_in_days.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.retention_in_days = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RejectedEntityInfo {
    pub error_type: String,
}

impl Shape for RejectedEntityInfo {
    fn schema(&self) -> &'static Structure {
        &schemas::RejectedEntityInfo
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.error_type.write(at, to),
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
            0 => self.error_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RejectedLogEventsInfo {
    pub too_new_log_event_start_index: Option<i32>,
    pub too_old_log_event_end_index: Option<i32>,
    pub expired_log_event_end_index: Option<i32>,
}

impl Shape for RejectedLogEventsInfo {
    fn schema(&self) -> &'static Structure {
        &schemas::RejectedLogEventsInfo
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.too_new_log_event_start_index.write(at, to),
            1 => self.too_old_log_event_end_index.write(at, to),
            2 => self.expired_log_event_end_index.write(at, to),
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
            0 => self.too_new_log_event_start_index = Read::read(at, from)?,
            1 => self.too_old_log_event_end_index = Read::read(at, from)?,
            2 => self.expired_log_event_end_index = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchedLogStream {
    pub log_stream_name: Option<String>,
    pub searched_completely: Option<bool>,
}

impl Shape for SearchedLogStream {
    fn schema(&self) -> &'static Structure {
        &schemas::SearchedLogStream
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_stream_name.write(at, to),
            1 => self.searched_completely.write(at, to),
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
            0 => self.log_stream_name = Read::read(at, from)?,
            1 => self.searched_completely = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionStreamingException {
    pub message: Option<String>,
}

impl Shape for SessionStreamingException {
    fn schema(&self) -> &'static Structure {
        &schemas::SessionStreamingException
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
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
            0 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionTimeoutException {
    pub message: Option<String>,
}

impl Shape for SessionTimeoutException {
    fn schema(&self) -> &'static Structure {
        &schemas::SessionTimeoutException
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
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
            0 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartLiveTailRequest {
    pub log_group_identifiers: Vec<String>,
    pub log_stream_names: Option<Vec<String>>,
    pub log_stream_name_prefixes: Option<Vec<String>>,
    pub log_event_filter_pattern: Option<String>,
}

impl Shape for StartLiveTailRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::StartLiveTailRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_identifiers.write(at, to),
            1 => self.log_stream_names.write(at, to),
            2 => self.log_stream_name_prefixes.write(at, to),
            3 => self.log_event_filter_pattern.write(at, to),
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
            0 => self.log_group_identifiers = Read::read(at, from)?,
            1 => self.log_stream_names = Read::read(at, from)?,
            2 => self.log_stream_name_prefixes = Read::read(at, from)?,
            3 => self.log_event_filter_pattern = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Debug, Default)]
pub struct StartLiveTailResponse {
    pub response_stream: EventStream<StartLiveTailResponseStream>,
}

impl Shape for StartLiveTailResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::StartLiveTailResponse
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

    fn take_events(&mut self) -> Option<AnyEvents> {
        Some(self.response_stream.take())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum StartLiveTailResponseStream {
    SessionStart(LiveTailSessionStart),
    SessionUpdate(LiveTailSessionUpdate),
    SessionTimeoutException(SessionTimeoutException),
    SessionStreamingException(SessionStreamingException),
}

impl Event for StartLiveTailResponseStream {
    fn name(&self) -> &'static str {
        match self {
            StartLiveTailResponseStream::SessionStart(_) => "sessionStart",
            StartLiveTailResponseStream::SessionUpdate(_) => "sessionUpdate",
            StartLiveTailResponseStream::SessionTimeoutException(_) => "SessionTimeoutException",
            StartLiveTailResponseStream::SessionStreamingException(_) => {
                "SessionStreamingException"
            }
        }
    }

    fn is_exception(&self) -> bool {
        matches!(
            self,
            StartLiveTailResponseStream::SessionTimeoutException(_)
                | StartLiveTailResponseStream::SessionStreamingException(_)
        )
    }

    fn value(&self) -> &dyn Shape {
        match self {
            StartLiveTailResponseStream::SessionStart(value) => value,
            StartLiveTailResponseStream::SessionUpdate(value) => value,
            StartLiveTailResponseStream::SessionTimeoutException(value) => value,
            StartLiveTailResponseStream::SessionStreamingException(value) => value,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubscriptionFilter {
    pub filter_name: Option<String>,
    pub log_group_name: Option<String>,
    pub filter_pattern: Option<String>,
    pub destination_arn: Option<String>,
    pub role_arn: Option<String>,
    pub distribution: Option<String>,
    pub apply_on_transformed_logs: Option<bool>,
    pub creation_time: Option<i64>,
    pub field_selection_criteria: Option<String>,
    pub emit_system_fields: Option<Vec<String>>,
}

impl Shape for SubscriptionFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::SubscriptionFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.filter_name.write(at, to),
            1 => self.log_group_name.write(at, to),
            2 => self.filter_pattern.write(at, to),
            3 => self.destination_arn.write(at, to),
            4 => self.role_arn.write(at, to),
            5 => self.distribution.write(at, to),
            6 => self.apply_on_transformed_logs.write(at, to),
            7 => self.creation_time.write(at, to),
            8 => self.field_selection_criteria.write(at, to),
            9 => self.emit_system_fields.write(at, to),
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
            0 => self.filter_name = Read::read(at, from)?,
            1 => self.log_group_name = Read::read(at, from)?,
            2 => self.filter_pattern = Read::read(at, from)?,
            3 => self.destination_arn = Read::read(at, from)?,
            4 => self.role_arn = Read::read(at, from)?,
            5 => self.distribution = Read::read(at, from)?,
            6 => self.apply_on_transformed_logs = Read::read(at, from)?,
            7 => self.creation_time = Read::read(at, from)?,
            8 => self.field_selection_criteria = Read::read(at, from)?,
            9 => self.emit_system_fields = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagLogGroupRequest {
    pub log_group_name: String,
    pub tags: std::collections::BTreeMap<String, String>,
}

impl Shape for TagLogGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagLogGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceRequest {
    pub resource_arn: String,
    pub tags: std::collections::BTreeMap<String, String>,
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
pub struct UntagLogGroupRequest {
    pub log_group_name: String,
    pub tags: Vec<String>,
}

impl Shape for UntagLogGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagLogGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_group_name.write(at, to),
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
            0 => self.log_group_name = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
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
