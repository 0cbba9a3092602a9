// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeDeadLetterQueueRecordsErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

impl Shape for AcknowledgeDeadLetterQueueRecordsErrorEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeDeadLetterQueueRecordsErrorEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
            1 => self.error_code.write(at, to),
            2 => self.error_message.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            1 => self.error_code = Read::read(at, from)?,
            2 => self.error_message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeDeadLetterQueueRecordsInput {
    pub queue_arn: String,
    pub entries: Vec<AcknowledgeDeadLetterQueueRecordsRequestEntry>,
}

impl Shape for AcknowledgeDeadLetterQueueRecordsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeDeadLetterQueueRecordsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            1 => self.entries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeDeadLetterQueueRecordsOutput {
    pub successful: Vec<AcknowledgeDeadLetterQueueRecordsResultEntry>,
    pub failed: Vec<AcknowledgeDeadLetterQueueRecordsErrorEntry>,
}

impl Shape for AcknowledgeDeadLetterQueueRecordsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeDeadLetterQueueRecordsOutput
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
pub struct AcknowledgeDeadLetterQueueRecordsRequestEntry {
    pub receipt_handle: String,
}

impl Shape for AcknowledgeDeadLetterQueueRecordsRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeDeadLetterQueueRecordsRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeDeadLetterQueueRecordsResultEntry {
    pub receipt_handle: String,
}

impl Shape for AcknowledgeDeadLetterQueueRecordsResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeDeadLetterQueueRecordsResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeQueueRecordsErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

impl Shape for AcknowledgeQueueRecordsErrorEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeQueueRecordsErrorEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
            1 => self.error_code.write(at, to),
            2 => self.error_message.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            1 => self.error_code = Read::read(at, from)?,
            2 => self.error_message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeQueueRecordsInput {
    pub queue_arn: String,
    pub entries: Vec<AcknowledgeQueueRecordsRequestEntry>,
}

impl Shape for AcknowledgeQueueRecordsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeQueueRecordsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            1 => self.entries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeQueueRecordsOutput {
    pub successful: Vec<AcknowledgeQueueRecordsResultEntry>,
    pub failed: Vec<AcknowledgeQueueRecordsErrorEntry>,
}

impl Shape for AcknowledgeQueueRecordsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeQueueRecordsOutput
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
pub struct AcknowledgeQueueRecordsRequestEntry {
    pub receipt_handle: String,
}

impl Shape for AcknowledgeQueueRecordsRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeQueueRecordsRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeQueueRecordsResultEntry {
    pub receipt_handle: String,
}

impl Shape for AcknowledgeQueueRecordsResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::AcknowledgeQueueRecordsResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddTagsToStreamInput {
    pub stream_name: Option<String>,
    pub tags: std::collections::BTreeMap<String, String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for AddTagsToStreamInput {
    fn schema(&self) -> &'static Structure {
        &schemas::AddTagsToStreamInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.tags.write(at, to),
            2 => self.stream_arn.write(at, to),
            3 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            2 => self.stream_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelDescription {
    pub channel_name: String,
    pub channel_arn: String,
    pub channel_id: String,
    pub channel_status: String,
    pub channel_status_reason: Option<String>,
    pub channel_creation_timestamp: crate::Timestamp,
    pub service_execution_role_arn: String,
    pub stream_configuration_list: Vec<ChannelStreamDescription>,
    pub s3_destination_configuration: Option<S3DestinationDescription>,
    pub s3_tables_destination_configuration: Option<S3TablesDestinationDescription>,
    pub encryption_configuration: Option<ChannelEncryptionConfiguration>,
    pub logging_configuration: ChannelLoggingConfiguration,
}

impl Shape for ChannelDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::ChannelDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_name.write(at, to),
            1 => self.channel_arn.write(at, to),
            2 => self.channel_id.write(at, to),
            3 => self.channel_status.write(at, to),
            4 => self.channel_status_reason.write(at, to),
            5 => self.channel_creation_timestamp.write(at, to),
            6 => self.service_execution_role_arn.write(at, to),
            7 => self.stream_configuration_list.write(at, to),
            8 => self.s3_destination_configuration.write(at, to),
            9 => self.s3_tables_destination_configuration.write(at, to),
            10 => self.encryption_configuration.write(at, to),
            11 => self.logging_configuration.write(at, to),
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
            0 => self.channel_name = Read::read(at, from)?,
            1 => self.channel_arn = Read::read(at, from)?,
            2 => self.channel_id = Read::read(at, from)?,
            3 => self.channel_status = Read::read(at, from)?,
            4 => self.channel_status_reason = Read::read(at, from)?,
            5 => self.channel_creation_timestamp = Read::read(at, from)?,
            6 => self.service_execution_role_arn = Read::read(at, from)?,
            7 => self.stream_configuration_list = Read::read(at, from)?,
            8 => self.s3_destination_configuration = Read::read(at, from)?,
            9 => self.s3_tables_destination_configuration = Read::read(at, from)?,
            10 => self.encryption_configuration = Read::read(at, from)?,
            11 => self.logging_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelEncryptionConfiguration {
    pub encryption_type: String,
    pub key_id: String,
}

impl Shape for ChannelEncryptionConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::ChannelEncryptionConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.encryption_type.write(at, to),
            1 => self.key_id.write(at, to),
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
            0 => self.encryption_type = Read::read(at, from)?,
            1 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelLoggingConfiguration {
    pub cloud_watch_logs: CloudWatchLogs,
}

impl Shape for ChannelLoggingConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::ChannelLoggingConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.cloud_watch_logs.write(at, to),
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
            0 => self.cloud_watch_logs = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelLoggingUpdateInput {
    pub cloud_watch_logs: CloudWatchLogsUpdateInput,
}

impl Shape for ChannelLoggingUpdateInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ChannelLoggingUpdateInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.cloud_watch_logs.write(at, to),
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
            0 => self.cloud_watch_logs = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelStreamConfiguration {
    pub stream_arn: String,
    pub record_configuration: RecordConfiguration,
}

impl Shape for ChannelStreamConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::ChannelStreamConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.record_configuration.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.record_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelStreamDescription {
    pub stream_arn: String,
    pub stream_creation_timestamp: crate::Timestamp,
    pub record_configuration: RecordConfiguration,
}

impl Shape for ChannelStreamDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::ChannelStreamDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_creation_timestamp.write(at, to),
            2 => self.record_configuration.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_creation_timestamp = Read::read(at, from)?,
            2 => self.record_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelStreamIdentifier {
    pub stream_arn: String,
    pub stream_creation_timestamp: crate::Timestamp,
}

impl Shape for ChannelStreamIdentifier {
    fn schema(&self) -> &'static Structure {
        &schemas::ChannelStreamIdentifier
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_creation_timestamp.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_creation_timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelSummary {
    pub channel_name: String,
    pub channel_arn: String,
    pub channel_id: String,
    pub channel_status: String,
    pub channel_status_reason: Option<String>,
    pub channel_creation_timestamp: crate::Timestamp,
    pub channel_destination_type: String,
    pub streams: Vec<ChannelStreamIdentifier>,
}

impl Shape for ChannelSummary {
    fn schema(&self) -> &'static Structure {
        &schemas::ChannelSummary
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_name.write(at, to),
            1 => self.channel_arn.write(at, to),
            2 => self.channel_id.write(at, to),
            3 => self.channel_status.write(at, to),
            4 => self.channel_status_reason.write(at, to),
            5 => self.channel_creation_timestamp.write(at, to),
            6 => self.channel_destination_type.write(at, to),
            7 => self.streams.write(at, to),
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
            0 => self.channel_name = Read::read(at, from)?,
            1 => self.channel_arn = Read::read(at, from)?,
            2 => self.channel_id = Read::read(at, from)?,
            3 => self.channel_status = Read::read(at, from)?,
            4 => self.channel_status_reason = Read::read(at, from)?,
            5 => self.channel_creation_timestamp = Read::read(at, from)?,
            6 => self.channel_destination_type = Read::read(at, from)?,
            7 => self.streams = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChildShard {
    pub shard_id: String,
    pub parent_shards: Vec<String>,
    pub hash_key_range: HashKeyRange,
}

impl Shape for ChildShard {
    fn schema(&self) -> &'static Structure {
        &schemas::ChildShard
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shard_id.write(at, to),
            1 => self.parent_shards.write(at, to),
            2 => self.hash_key_range.write(at, to),
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
            0 => self.shard_id = Read::read(at, from)?,
            1 => self.parent_shards = Read::read(at, from)?,
            2 => self.hash_key_range = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CloudWatchLogs {
    pub enabled: bool,
    pub log_group_name: Option<String>,
    pub log_stream_name: Option<String>,
}

impl Shape for CloudWatchLogs {
    fn schema(&self) -> &'static Structure {
        &schemas::CloudWatchLogs
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.enabled.write(at, to),
            1 => self.log_group_name.write(at, to),
            2 => self.log_stream_name.write(at, to),
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
            0 => self.enabled = Read::read(at, from)?,
            1 => self.log_group_name = Read::read(at, from)?,
            2 => self.log_stream_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CloudWatchLogsUpdateInput {
    pub enabled: bool,
    pub log_group_name: Option<String>,
    pub log_stream_name: Option<String>,
}

impl Shape for CloudWatchLogsUpdateInput {
    fn schema(&self) -> &'static Structure {
        &schemas::CloudWatchLogsUpdateInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.enabled.write(at, to),
            1 => self.log_group_name.write(at, to),
            2 => self.log_stream_name.write(at, to),
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
            0 => self.enabled = Read::read(at, from)?,
            1 => self.log_group_name = Read::read(at, from)?,
            2 => self.log_stream_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consumer {
    pub consumer_name: String,
    pub consumer_arn: String,
    pub consumer_status: String,
    pub consumer_creation_timestamp: crate::Timestamp,
}

impl Shape for Consumer {
    fn schema(&self) -> &'static Structure {
        &schemas::Consumer
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumer_name.write(at, to),
            1 => self.consumer_arn.write(at, to),
            2 => self.consumer_status.write(at, to),
            3 => self.consumer_creation_timestamp.write(at, to),
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
            0 => self.consumer_name = Read::read(at, from)?,
            1 => self.consumer_arn = Read::read(at, from)?,
            2 => self.consumer_status = Read::read(at, from)?,
            3 => self.consumer_creation_timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConsumerDescription {
    pub consumer_name: String,
    pub consumer_arn: String,
    pub consumer_status: String,
    pub consumer_creation_timestamp: crate::Timestamp,
    pub stream_arn: String,
}

impl Shape for ConsumerDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::ConsumerDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumer_name.write(at, to),
            1 => self.consumer_arn.write(at, to),
            2 => self.consumer_status.write(at, to),
            3 => self.consumer_creation_timestamp.write(at, to),
            4 => self.stream_arn.write(at, to),
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
            0 => self.consumer_name = Read::read(at, from)?,
            1 => self.consumer_arn = Read::read(at, from)?,
            2 => self.consumer_status = Read::read(at, from)?,
            3 => self.consumer_creation_timestamp = Read::read(at, from)?,
            4 => self.stream_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateChannelInput {
    pub channel_name: String,
    pub service_execution_role_arn: String,
    pub stream_configuration_list: Vec<ChannelStreamConfiguration>,
    pub s3_destination_configuration: Option<S3DestinationConfiguration>,
    pub s3_tables_destination_configuration: Option<S3TablesDestinationConfiguration>,
    pub encryption_configuration: Option<ChannelEncryptionConfiguration>,
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    pub logging_configuration: Option<ChannelLoggingConfiguration>,
}

impl Shape for CreateChannelInput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateChannelInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_name.write(at, to),
            1 => self.service_execution_role_arn.write(at, to),
            2 => self.stream_configuration_list.write(at, to),
            3 => self.s3_destination_configuration.write(at, to),
            4 => self.s3_tables_destination_configuration.write(at, to),
            5 => self.encryption_configuration.write(at, to),
            6 => self.tags.write(at, to),
            7 => self.logging_configuration.write(at, to),
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
            0 => self.channel_name = Read::read(at, from)?,
            1 => self.service_execution_role_arn = Read::read(at, from)?,
            2 => self.stream_configuration_list = Read::read(at, from)?,
            3 => self.s3_destination_configuration = Read::read(at, from)?,
            4 => self.s3_tables_destination_configuration = Read::read(at, from)?,
            5 => self.encryption_configuration = Read::read(at, from)?,
            6 => self.tags = Read::read(at, from)?,
            7 => self.logging_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateChannelOutput {
    pub channel_description: ChannelDescription,
}

impl Shape for CreateChannelOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateChannelOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_description.write(at, to),
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
            0 => self.channel_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateQueueInput {
    pub queue_name: String,
    pub stream_configuration_list: Vec<QueueStreamConfiguration>,
    pub queue_attributes: Option<QueueAttributes>,
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for CreateQueueInput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateQueueInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_name.write(at, to),
            1 => self.stream_configuration_list.write(at, to),
            2 => self.queue_attributes.write(at, to),
            3 => self.tags.write(at, to),
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
            1 => self.stream_configuration_list = Read::read(at, from)?,
            2 => self.queue_attributes = Read::read(at, from)?,
            3 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateQueueOutput {
    pub queue_description: QueueDescription,
}

impl Shape for CreateQueueOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateQueueOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_description.write(at, to),
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
            0 => self.queue_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateStreamInput {
    pub stream_name: String,
    pub shard_count: Option<i32>,
    pub stream_mode_details: Option<StreamModeDetails>,
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    pub warm_throughput_mi_bps: Option<i32>,
    pub max_record_size_in_ki_b: Option<i32>,
    pub record_distribution_strategy: Option<String>,
}

impl Shape for CreateStreamInput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateStreamInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.shard_count.write(at, to),
            2 => self.stream_mode_details.write(at, to),
            3 => self.tags.write(at, to),
            4 => self.warm_throughput_mi_bps.write(at, to),
            5 => self.max_record_size_in_ki_b.write(at, to),
            6 => self.record_distribution_strategy.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.shard_count = Read::read(at, from)?,
            2 => self.stream_mode_details = Read::read(at, from)?,
            3 => self.tags = Read::read(at, from)?,
            4 => self.warm_throughput_mi_bps = Read::read(at, from)?,
            5 => self.max_record_size_in_ki_b = Read::read(at, from)?,
            6 => self.record_distribution_strategy = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeadLetterConfiguration {
    pub target_type: String,
    pub max_receive_count: Option<i32>,
}

impl Shape for DeadLetterConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::DeadLetterConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.target_type.write(at, to),
            1 => self.max_receive_count.write(at, to),
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
            0 => self.target_type = Read::read(at, from)?,
            1 => self.max_receive_count = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeadLetterQueueS3Configuration {
    pub bucket_arn: String,
    pub expected_bucket_owner: String,
    pub error_output_prefix: Option<String>,
}

impl Shape for DeadLetterQueueS3Configuration {
    fn schema(&self) -> &'static Structure {
        &schemas::DeadLetterQueueS3Configuration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket_arn.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            2 => self.error_output_prefix.write(at, to),
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
            0 => self.bucket_arn = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            2 => self.error_output_prefix = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecreaseStreamRetentionPeriodInput {
    pub stream_name: Option<String>,
    pub retention_period_hours: i32,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for DecreaseStreamRetentionPeriodInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DecreaseStreamRetentionPeriodInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.retention_period_hours.write(at, to),
            2 => self.stream_arn.write(at, to),
            3 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.retention_period_hours = Read::read(at, from)?,
            2 => self.stream_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteChannelInput {
    pub channel_arn: String,
}

impl Shape for DeleteChannelInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteChannelInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_arn.write(at, to),
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
            0 => self.channel_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteQueueInput {
    pub queue_arn: String,
}

impl Shape for DeleteQueueInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteQueueInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyInput {
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

impl Shape for DeleteResourcePolicyInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteResourcePolicyInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
            1 => self.stream_id.write(at, to),
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
            1 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteStreamInput {
    pub stream_name: Option<String>,
    pub enforce_consumer_deletion: Option<bool>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for DeleteStreamInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteStreamInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.enforce_consumer_deletion.write(at, to),
            2 => self.stream_arn.write(at, to),
            3 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.enforce_consumer_deletion = Read::read(at, from)?,
            2 => self.stream_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeregisterStreamConsumerInput {
    pub stream_arn: Option<String>,
    pub consumer_name: Option<String>,
    pub consumer_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for DeregisterStreamConsumerInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeregisterStreamConsumerInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.consumer_name.write(at, to),
            2 => self.consumer_arn.write(at, to),
            3 => self.stream_id.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.consumer_name = Read::read(at, from)?,
            2 => self.consumer_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAccountSettingsInput {}

impl Shape for DescribeAccountSettingsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeAccountSettingsInput
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
pub struct DescribeAccountSettingsOutput {
    pub minimum_throughput_billing_commitment: Option<MinimumThroughputBillingCommitmentOutput>,
}

impl Shape for DescribeAccountSettingsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeAccountSettingsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.minimum_throughput_billing_commitment.write(at, to),
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
            0 => self.minimum_throughput_billing_commitment = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeChannelInput {
    pub channel_arn: String,
}

impl Shape for DescribeChannelInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeChannelInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_arn.write(at, to),
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
            0 => self.channel_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeChannelOutput {
    pub channel_description: ChannelDescription,
}

impl Shape for DescribeChannelOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeChannelOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_description.write(at, to),
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
            0 => self.channel_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLimitsInput {}

impl Shape for DescribeLimitsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeLimitsInput
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
pub struct DescribeLimitsOutput {
    pub shard_limit: i32,
    pub open_shard_count: i32,
    pub on_demand_stream_count: i32,
    pub on_demand_stream_count_limit: i32,
    pub channel_count: Option<i32>,
    pub channel_count_limit: Option<i32>,
}

impl Shape for DescribeLimitsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeLimitsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shard_limit.write(at, to),
            1 => self.open_shard_count.write(at, to),
            2 => self.on_demand_stream_count.write(at, to),
            3 => self.on_demand_stream_count_limit.write(at, to),
            4 => self.channel_count.write(at, to),
            5 => self.channel_count_limit.write(at, to),
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
            0 => self.shard_limit = Read::read(at, from)?,
            1 => self.open_shard_count = Read::read(at, from)?,
            2 => self.on_demand_stream_count = Read::read(at, from)?,
            3 => self.on_demand_stream_count_limit = Read::read(at, from)?,
            4 => self.channel_count = Read::read(at, from)?,
            5 => self.channel_count_limit = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeQueueInput {
    pub queue_arn: String,
}

impl Shape for DescribeQueueInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeQueueInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeQueueOutput {
    pub queue_description: QueueDescription,
}

impl Shape for DescribeQueueOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeQueueOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_description.write(at, to),
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
            0 => self.queue_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamConsumerInput {
    pub stream_arn: Option<String>,
    pub consumer_name: Option<String>,
    pub consumer_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for DescribeStreamConsumerInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeStreamConsumerInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.consumer_name.write(at, to),
            2 => self.consumer_arn.write(at, to),
            3 => self.stream_id.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.consumer_name = Read::read(at, from)?,
            2 => self.consumer_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamConsumerOutput {
    pub consumer_description: ConsumerDescription,
}

impl Shape for DescribeStreamConsumerOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeStreamConsumerOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumer_description.write(at, to),
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
            0 => self.consumer_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamInput {
    pub stream_name: Option<String>,
    pub limit: Option<i32>,
    pub exclusive_start_shard_id: Option<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for DescribeStreamInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeStreamInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.limit.write(at, to),
            2 => self.exclusive_start_shard_id.write(at, to),
            3 => self.stream_arn.write(at, to),
            4 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.limit = Read::read(at, from)?,
            2 => self.exclusive_start_shard_id = Read::read(at, from)?,
            3 => self.stream_arn = Read::read(at, from)?,
            4 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamOutput {
    pub stream_description: StreamDescription,
}

impl Shape for DescribeStreamOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeStreamOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_description.write(at, to),
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
            0 => self.stream_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamSummaryInput {
    pub stream_name: Option<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for DescribeStreamSummaryInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeStreamSummaryInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.stream_arn.write(at, to),
            2 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.stream_arn = Read::read(at, from)?,
            2 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamSummaryOutput {
    pub stream_description_summary: StreamDescriptionSummary,
}

impl Shape for DescribeStreamSummaryOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeStreamSummaryOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_description_summary.write(at, to),
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
            0 => self.stream_description_summary = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableEnhancedMonitoringInput {
    pub stream_name: Option<String>,
    pub shard_level_metrics: Vec<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for DisableEnhancedMonitoringInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DisableEnhancedMonitoringInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.shard_level_metrics.write(at, to),
            2 => self.stream_arn.write(at, to),
            3 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.shard_level_metrics = Read::read(at, from)?,
            2 => self.stream_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableEnhancedMonitoringInput {
    pub stream_name: Option<String>,
    pub shard_level_metrics: Vec<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for EnableEnhancedMonitoringInput {
    fn schema(&self) -> &'static Structure {
        &schemas::EnableEnhancedMonitoringInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.shard_level_metrics.write(at, to),
            2 => self.stream_arn.write(at, to),
            3 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.shard_level_metrics = Read::read(at, from)?,
            2 => self.stream_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnhancedMetrics {
    pub shard_level_metrics: Option<Vec<String>>,
}

impl Shape for EnhancedMetrics {
    fn schema(&self) -> &'static Structure {
        &schemas::EnhancedMetrics
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shard_level_metrics.write(at, to),
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
            0 => self.shard_level_metrics = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnhancedMonitoringOutput {
    pub stream_name: Option<String>,
    pub current_shard_level_metrics: Option<Vec<String>>,
    pub desired_shard_level_metrics: Option<Vec<String>>,
    pub stream_arn: Option<String>,
}

impl Shape for EnhancedMonitoringOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::EnhancedMonitoringOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.current_shard_level_metrics.write(at, to),
            2 => self.desired_shard_level_metrics.write(at, to),
            3 => self.stream_arn.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.current_shard_level_metrics = Read::read(at, from)?,
            2 => self.desired_shard_level_metrics = Read::read(at, from)?,
            3 => self.stream_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRecordsInput {
    pub shard_iterator: String,
    pub limit: Option<i32>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Shape for GetRecordsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRecordsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shard_iterator.write(at, to),
            1 => self.limit.write(at, to),
            2 => self.stream_arn.write(at, to),
            3 => self.stream_id.write(at, to),
            4 => self.dry_run.write(at, to),
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
            0 => self.shard_iterator = Read::read(at, from)?,
            1 => self.limit = Read::read(at, from)?,
            2 => self.stream_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            4 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRecordsOutput {
    pub records: Vec<Record>,
    pub next_shard_iterator: Option<String>,
    pub millis_behind_latest: Option<i64>,
    pub child_shards: Option<Vec<ChildShard>>,
}

impl Shape for GetRecordsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRecordsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.records.write(at, to),
            1 => self.next_shard_iterator.write(at, to),
            2 => self.millis_behind_latest.write(at, to),
            3 => self.child_shards.write(at, to),
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
            0 => self.records = Read::read(at, from)?,
            1 => self.next_shard_iterator = Read::read(at, from)?,
            2 => self.millis_behind_latest = Read::read(at, from)?,
            3 => self.child_shards = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyInput {
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

impl Shape for GetResourcePolicyInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetResourcePolicyInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
            1 => self.stream_id.write(at, to),
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
            1 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyOutput {
    pub policy: String,
}

impl Shape for GetResourcePolicyOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetResourcePolicyOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy.write(at, to),
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
            0 => self.policy = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetShardIteratorInput {
    pub stream_name: Option<String>,
    pub shard_id: String,
    pub shard_iterator_type: String,
    pub starting_sequence_number: Option<String>,
    pub timestamp: Option<crate::Timestamp>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Shape for GetShardIteratorInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetShardIteratorInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.shard_id.write(at, to),
            2 => self.shard_iterator_type.write(at, to),
            3 => self.starting_sequence_number.write(at, to),
            4 => self.timestamp.write(at, to),
            5 => self.stream_arn.write(at, to),
            6 => self.stream_id.write(at, to),
            7 => self.dry_run.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.shard_id = Read::read(at, from)?,
            2 => self.shard_iterator_type = Read::read(at, from)?,
            3 => self.starting_sequence_number = Read::read(at, from)?,
            4 => self.timestamp = Read::read(at, from)?,
            5 => self.stream_arn = Read::read(at, from)?,
            6 => self.stream_id = Read::read(at, from)?,
            7 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetShardIteratorOutput {
    pub shard_iterator: Option<String>,
}

impl Shape for GetShardIteratorOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetShardIteratorOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shard_iterator.write(at, to),
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
            0 => self.shard_iterator = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HashKeyRange {
    pub starting_hash_key: String,
    pub ending_hash_key: String,
}

impl Shape for HashKeyRange {
    fn schema(&self) -> &'static Structure {
        &schemas::HashKeyRange
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.starting_hash_key.write(at, to),
            1 => self.ending_hash_key.write(at, to),
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
            0 => self.starting_hash_key = Read::read(at, from)?,
            1 => self.ending_hash_key = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IncreaseStreamRetentionPeriodInput {
    pub stream_name: Option<String>,
    pub retention_period_hours: i32,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for IncreaseStreamRetentionPeriodInput {
    fn schema(&self) -> &'static Structure {
        &schemas::IncreaseStreamRetentionPeriodInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.retention_period_hours.write(at, to),
            2 => self.stream_arn.write(at, to),
            3 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.retention_period_hours = Read::read(at, from)?,
            2 => self.stream_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InternalFailureException {
    pub message: Option<String>,
}

impl Shape for InternalFailureException {
    fn schema(&self) -> &'static Structure {
        &schemas::InternalFailureException
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
pub struct KMSAccessDeniedException {
    pub message: Option<String>,
}

impl Shape for KMSAccessDeniedException {
    fn schema(&self) -> &'static Structure {
        &schemas::KMSAccessDeniedException
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
pub struct KMSDisabledException {
    pub message: Option<String>,
}

impl Shape for KMSDisabledException {
    fn schema(&self) -> &'static Structure {
        &schemas::KMSDisabledException
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
pub struct KMSInvalidStateException {
    pub message: Option<String>,
}

impl Shape for KMSInvalidStateException {
    fn schema(&self) -> &'static Structure {
        &schemas::KMSInvalidStateException
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
pub struct KMSNotFoundException {
    pub message: Option<String>,
}

impl Shape for KMSNotFoundException {
    fn schema(&self) -> &'static Structure {
        &schemas::KMSNotFoundException
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
pub struct KMSOptInRequired {
    pub message: Option<String>,
}

impl Shape for KMSOptInRequired {
    fn schema(&self) -> &'static Structure {
        &schemas::KMSOptInRequired
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
pub struct KMSThrottlingException {
    pub message: Option<String>,
}

impl Shape for KMSThrottlingException {
    fn schema(&self) -> &'static Structure {
        &schemas::KMSThrottlingException
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
pub struct ListChannelsInput {
    pub stream_filter: Option<Vec<StreamFilter>>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for ListChannelsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListChannelsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_filter.write(at, to),
            1 => self.max_results.write(at, to),
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
            0 => self.stream_filter = Read::read(at, from)?,
            1 => self.max_results = Read::read(at, from)?,
            2 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListChannelsOutput {
    pub channel_summaries: Vec<ChannelSummary>,
    pub next_token: Option<String>,
}

impl Shape for ListChannelsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListChannelsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_summaries.write(at, to),
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
            0 => self.channel_summaries = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQueuesInput {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub stream_filter: Option<Vec<QueueStreamFilter>>,
}

impl Shape for ListQueuesInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListQueuesInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.max_results.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.stream_filter.write(at, to),
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
            0 => self.max_results = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.stream_filter = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQueuesOutput {
    pub queue_summaries: Vec<QueueSummary>,
    pub next_token: Option<String>,
}

impl Shape for ListQueuesOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListQueuesOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_summaries.write(at, to),
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
            0 => self.queue_summaries = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListShardsInput {
    pub stream_name: Option<String>,
    pub next_token: Option<String>,
    pub exclusive_start_shard_id: Option<String>,
    pub max_results: Option<i32>,
    pub stream_creation_timestamp: Option<crate::Timestamp>,
    pub shard_filter: Option<ShardFilter>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for ListShardsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListShardsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.exclusive_start_shard_id.write(at, to),
            3 => self.max_results.write(at, to),
            4 => self.stream_creation_timestamp.write(at, to),
            5 => self.shard_filter.write(at, to),
            6 => self.stream_arn.write(at, to),
            7 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.exclusive_start_shard_id = Read::read(at, from)?,
            3 => self.max_results = Read::read(at, from)?,
            4 => self.stream_creation_timestamp = Read::read(at, from)?,
            5 => self.shard_filter = Read::read(at, from)?,
            6 => self.stream_arn = Read::read(at, from)?,
            7 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListShardsOutput {
    pub shards: Option<Vec<Shard>>,
    pub next_token: Option<String>,
}

impl Shape for ListShardsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListShardsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shards.write(at, to),
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
            0 => self.shards = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamConsumersInput {
    pub stream_arn: String,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
    pub stream_creation_timestamp: Option<crate::Timestamp>,
    pub stream_id: Option<String>,
}

impl Shape for ListStreamConsumersInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListStreamConsumersInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.max_results.write(at, to),
            3 => self.stream_creation_timestamp.write(at, to),
            4 => self.stream_id.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.max_results = Read::read(at, from)?,
            3 => self.stream_creation_timestamp = Read::read(at, from)?,
            4 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamConsumersOutput {
    pub consumers: Option<Vec<Consumer>>,
    pub next_token: Option<String>,
}

impl Shape for ListStreamConsumersOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListStreamConsumersOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumers.write(at, to),
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
            0 => self.consumers = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamsInput {
    pub limit: Option<i32>,
    pub exclusive_start_stream_name: Option<String>,
    pub next_token: Option<String>,
}

impl Shape for ListStreamsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListStreamsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.limit.write(at, to),
            1 => self.exclusive_start_stream_name.write(at, to),
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
            0 => self.limit = Read::read(at, from)?,
            1 => self.exclusive_start_stream_name = Read::read(at, from)?,
            2 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamsOutput {
    pub stream_names: Vec<String>,
    pub has_more_streams: bool,
    pub next_token: Option<String>,
    pub stream_summaries: Option<Vec<StreamSummary>>,
}

impl Shape for ListStreamsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListStreamsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_names.write(at, to),
            1 => self.has_more_streams.write(at, to),
            2 => self.next_token.write(at, to),
            3 => self.stream_summaries.write(at, to),
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
            0 => self.stream_names = Read::read(at, from)?,
            1 => self.has_more_streams = Read::read(at, from)?,
            2 => self.next_token = Read::read(at, from)?,
            3 => self.stream_summaries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceInput {
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

impl Shape for ListTagsForResourceInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsForResourceInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
            1 => self.stream_id.write(at, to),
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
            1 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceOutput {
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ListTagsForResourceOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsForResourceOutput
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
pub struct ListTagsForStreamInput {
    pub stream_name: Option<String>,
    pub exclusive_start_tag_key: Option<String>,
    pub limit: Option<i32>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for ListTagsForStreamInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsForStreamInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.exclusive_start_tag_key.write(at, to),
            2 => self.limit.write(at, to),
            3 => self.stream_arn.write(at, to),
            4 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.exclusive_start_tag_key = Read::read(at, from)?,
            2 => self.limit = Read::read(at, from)?,
            3 => self.stream_arn = Read::read(at, from)?,
            4 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForStreamOutput {
    pub tags: Vec<Tag>,
    pub has_more_tags: bool,
}

impl Shape for ListTagsForStreamOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsForStreamOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
            1 => self.has_more_tags.write(at, to),
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
            1 => self.has_more_tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergeShardsInput {
    pub stream_name: Option<String>,
    pub shard_to_merge: String,
    pub adjacent_shard_to_merge: String,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for MergeShardsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::MergeShardsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.shard_to_merge.write(at, to),
            2 => self.adjacent_shard_to_merge.write(at, to),
            3 => self.stream_arn.write(at, to),
            4 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.shard_to_merge = Read::read(at, from)?,
            2 => self.adjacent_shard_to_merge = Read::read(at, from)?,
            3 => self.stream_arn = Read::read(at, from)?,
            4 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MinimumThroughputBillingCommitmentInput {
    pub status: String,
}

impl Shape for MinimumThroughputBillingCommitmentInput {
    fn schema(&self) -> &'static Structure {
        &schemas::MinimumThroughputBillingCommitmentInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
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
            0 => self.status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MinimumThroughputBillingCommitmentOutput {
    pub status: String,
    pub started_at: Option<crate::Timestamp>,
    pub ended_at: Option<crate::Timestamp>,
    pub earliest_allowed_end_at: Option<crate::Timestamp>,
}

impl Shape for MinimumThroughputBillingCommitmentOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::MinimumThroughputBillingCommitmentOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            1 => self.started_at.write(at, to),
            2 => self.ended_at.write(at, to),
            3 => self.earliest_allowed_end_at.write(at, to),
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
            0 => self.status = Read::read(at, from)?,
            1 => self.started_at = Read::read(at, from)?,
            2 => self.ended_at = Read::read(at, from)?,
            3 => self.earliest_allowed_end_at = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionField {
    pub transform: String,
    pub source_name: String,
}

impl Shape for PartitionField {
    fn schema(&self) -> &'static Structure {
        &schemas::PartitionField
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.transform.write(at, to),
            1 => self.source_name.write(at, to),
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
            0 => self.transform = Read::read(at, from)?,
            1 => self.source_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionSpec {
    pub partition_fields: Vec<PartitionField>,
}

impl Shape for PartitionSpec {
    fn schema(&self) -> &'static Structure {
        &schemas::PartitionSpec
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.partition_fields.write(at, to),
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
            0 => self.partition_fields = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordInput {
    pub stream_name: Option<String>,
    pub data: crate::Bytes,
    pub partition_key: Option<String>,
    pub explicit_hash_key: Option<String>,
    pub sequence_number_for_ordering: Option<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Shape for PutRecordInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRecordInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.data.write(at, to),
            2 => self.partition_key.write(at, to),
            3 => self.explicit_hash_key.write(at, to),
            4 => self.sequence_number_for_ordering.write(at, to),
            5 => self.stream_arn.write(at, to),
            6 => self.stream_id.write(at, to),
            7 => self.dry_run.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.data = Read::read(at, from)?,
            2 => self.partition_key = Read::read(at, from)?,
            3 => self.explicit_hash_key = Read::read(at, from)?,
            4 => self.sequence_number_for_ordering = Read::read(at, from)?,
            5 => self.stream_arn = Read::read(at, from)?,
            6 => self.stream_id = Read::read(at, from)?,
            7 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordOutput {
    pub shard_id: String,
    pub sequence_number: String,
    pub encryption_type: Option<String>,
}

impl Shape for PutRecordOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRecordOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shard_id.write(at, to),
            1 => self.sequence_number.write(at, to),
            2 => self.encryption_type.write(at, to),
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
            0 => self.shard_id = Read::read(at, from)?,
            1 => self.sequence_number = Read::read(at, from)?,
            2 => self.encryption_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordsInput {
    pub records: Vec<PutRecordsRequestEntry>,
    pub stream_name: Option<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Shape for PutRecordsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRecordsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.records.write(at, to),
            1 => self.stream_name.write(at, to),
            2 => self.stream_arn.write(at, to),
            3 => self.stream_id.write(at, to),
            4 => self.dry_run.write(at, to),
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
            0 => self.records = Read::read(at, from)?,
            1 => self.stream_name = Read::read(at, from)?,
            2 => self.stream_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            4 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordsOutput {
    pub failed_record_count: Option<i32>,
    pub records: Vec<PutRecordsResultEntry>,
    pub encryption_type: Option<String>,
}

impl Shape for PutRecordsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRecordsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.failed_record_count.write(at, to),
            1 => self.records.write(at, to),
            2 => self.encryption_type.write(at, to),
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
            0 => self.failed_record_count = Read::read(at, from)?,
            1 => self.records = Read::read(at, from)?,
            2 => self.encryption_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordsRequestEntry {
    pub data: crate::Bytes,
    pub explicit_hash_key: Option<String>,
    pub partition_key: Option<String>,
}

impl Shape for PutRecordsRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRecordsRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data.write(at, to),
            1 => self.explicit_hash_key.write(at, to),
            2 => self.partition_key.write(at, to),
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
            0 => self.data = Read::read(at, from)?,
            1 => self.explicit_hash_key = Read::read(at, from)?,
            2 => self.partition_key = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordsResultEntry {
    pub sequence_number: Option<String>,
    pub shard_id: Option<String>,
    pub error_code: Option<String>,
    pub error_message: Option<String>,
}

impl Shape for PutRecordsResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRecordsResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.sequence_number.write(at, to),
            1 => self.shard_id.write(at, to),
            2 => self.error_code.write(at, to),
            3 => self.error_message.write(at, to),
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
            0 => self.sequence_number = Read::read(at, from)?,
            1 => self.shard_id = Read::read(at, from)?,
            2 => self.error_code = Read::read(at, from)?,
            3 => self.error_message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyInput {
    pub resource_arn: String,
    pub stream_id: Option<String>,
    pub policy: String,
}

impl Shape for PutResourcePolicyInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutResourcePolicyInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
            1 => self.stream_id.write(at, to),
            2 => self.policy.write(at, to),
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
            1 => self.stream_id = Read::read(at, from)?,
            2 => self.policy = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueAttributes {
    pub visibility_timeout_seconds: Option<i32>,
    pub dead_letter_configuration: Option<DeadLetterConfiguration>,
}

impl Shape for QueueAttributes {
    fn schema(&self) -> &'static Structure {
        &schemas::QueueAttributes
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.visibility_timeout_seconds.write(at, to),
            1 => self.dead_letter_configuration.write(at, to),
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
            0 => self.visibility_timeout_seconds = Read::read(at, from)?,
            1 => self.dead_letter_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueDescription {
    pub queue_name: String,
    pub queue_arn: String,
    pub queue_status: String,
    pub queue_creation_timestamp: crate::Timestamp,
    pub stream_configuration_list: Vec<QueueStreamConfiguration>,
    pub queue_attributes: Option<QueueAttributes>,
}

impl Shape for QueueDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::QueueDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_name.write(at, to),
            1 => self.queue_arn.write(at, to),
            2 => self.queue_status.write(at, to),
            3 => self.queue_creation_timestamp.write(at, to),
            4 => self.stream_configuration_list.write(at, to),
            5 => self.queue_attributes.write(at, to),
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
            1 => self.queue_arn = Read::read(at, from)?,
            2 => self.queue_status = Read::read(at, from)?,
            3 => self.queue_creation_timestamp = Read::read(at, from)?,
            4 => self.stream_configuration_list = Read::read(at, from)?,
            5 => self.queue_attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueRecord {
    pub receipt_handle: String,
    pub record_id: String,
    pub partition_key: Option<String>,
    pub data: crate::Bytes,
    pub approximate_arrival_timestamp: crate::Timestamp,
    pub first_receive_timestamp: crate::Timestamp,
    pub receive_count: i32,
}

impl Shape for QueueRecord {
    fn schema(&self) -> &'static Structure {
        &schemas::QueueRecord
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
            1 => self.record_id.write(at, to),
            2 => self.partition_key.write(at, to),
            3 => self.data.write(at, to),
            4 => self.approximate_arrival_timestamp.write(at, to),
            5 => self.first_receive_timestamp.write(at, to),
            6 => self.receive_count.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            1 => self.record_id = Read::read(at, from)?,
            2 => self.partition_key = Read::read(at, from)?,
            3 => self.data = Read::read(at, from)?,
            4 => self.approximate_arrival_timestamp = Read::read(at, from)?,
            5 => self.first_receive_timestamp = Read::read(at, from)?,
            6 => self.receive_count = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueStartingPosition {
    pub r#type: String,
    pub timestamp: Option<crate::Timestamp>,
}

impl Shape for QueueStartingPosition {
    fn schema(&self) -> &'static Structure {
        &schemas::QueueStartingPosition
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.r#type.write(at, to),
            1 => self.timestamp.write(at, to),
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
            0 => self.r#type = Read::read(at, from)?,
            1 => self.timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueStreamConfiguration {
    pub stream_arn: String,
    pub starting_position: Option<QueueStartingPosition>,
}

impl Shape for QueueStreamConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::QueueStreamConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.starting_position.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.starting_position = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueStreamFilter {
    pub stream_arn: String,
    pub stream_creation_timestamp: Option<crate::Timestamp>,
}

impl Shape for QueueStreamFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::QueueStreamFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_creation_timestamp.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_creation_timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueStreamIdentifier {
    pub stream_arn: String,
    pub stream_creation_timestamp: crate::Timestamp,
}

impl Shape for QueueStreamIdentifier {
    fn schema(&self) -> &'static Structure {
        &schemas::QueueStreamIdentifier
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_creation_timestamp.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_creation_timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueSummary {
    pub queue_name: String,
    pub queue_arn: String,
    pub queue_status: String,
    pub queue_creation_timestamp: crate::Timestamp,
    pub streams: Vec<QueueStreamIdentifier>,
}

impl Shape for QueueSummary {
    fn schema(&self) -> &'static Structure {
        &schemas::QueueSummary
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_name.write(at, to),
            1 => self.queue_arn.write(at, to),
            2 => self.queue_status.write(at, to),
            3 => self.queue_creation_timestamp.write(at, to),
            4 => self.streams.write(at, to),
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
            1 => self.queue_arn = Read::read(at, from)?,
            2 => self.queue_status = Read::read(at, from)?,
            3 => self.queue_creation_timestamp = Read::read(at, from)?,
            4 => self.streams = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveDeadLetterQueueRecordsInput {
    pub queue_arn: String,
    pub limit: Option<i32>,
    pub wait_time_seconds: Option<i32>,
    pub visibility_timeout_seconds: Option<i32>,
}

impl Shape for ReceiveDeadLetterQueueRecordsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ReceiveDeadLetterQueueRecordsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
            1 => self.limit.write(at, to),
            2 => self.wait_time_seconds.write(at, to),
            3 => self.visibility_timeout_seconds.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            1 => self.limit = Read::read(at, from)?,
            2 => self.wait_time_seconds = Read::read(at, from)?,
            3 => self.visibility_timeout_seconds = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveDeadLetterQueueRecordsOutput {
    pub queue_records: Vec<QueueRecord>,
}

impl Shape for ReceiveDeadLetterQueueRecordsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ReceiveDeadLetterQueueRecordsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_records.write(at, to),
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
            0 => self.queue_records = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveQueueRecordsInput {
    pub queue_arn: String,
    pub limit: Option<i32>,
    pub wait_time_seconds: Option<i32>,
    pub visibility_timeout_seconds: Option<i32>,
}

impl Shape for ReceiveQueueRecordsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ReceiveQueueRecordsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
            1 => self.limit.write(at, to),
            2 => self.wait_time_seconds.write(at, to),
            3 => self.visibility_timeout_seconds.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            1 => self.limit = Read::read(at, from)?,
            2 => self.wait_time_seconds = Read::read(at, from)?,
            3 => self.visibility_timeout_seconds = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveQueueRecordsOutput {
    pub queue_records: Vec<QueueRecord>,
}

impl Shape for ReceiveQueueRecordsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ReceiveQueueRecordsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_records.write(at, to),
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
            0 => self.queue_records = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    pub sequence_number: String,
    pub approximate_arrival_timestamp: Option<crate::Timestamp>,
    pub data: crate::Bytes,
    pub partition_key: Option<String>,
    pub encryption_type: Option<String>,
}

impl Shape for Record {
    fn schema(&self) -> &'static Structure {
        &schemas::Record
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.sequence_number.write(at, to),
            1 => self.approximate_arrival_timestamp.write(at, to),
            2 => self.data.write(at, to),
            3 => self.partition_key.write(at, to),
            4 => self.encryption_type.write(at, to),
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
            0 => self.sequence_number = Read::read(at, from)?,
            1 => self.approximate_arrival_timestamp = Read::read(at, from)?,
            2 => self.data = Read::read(at, from)?,
            3 => self.partition_key = Read::read(at, from)?,
            4 => self.encryption_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordConfiguration {
    pub record_format_type: String,
    pub gsr_schema_arn: Option<String>,
}

impl Shape for RecordConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::RecordConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.record_format_type.write(at, to),
            1 => self.gsr_schema_arn.write(at, to),
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
            0 => self.record_format_type = Read::read(at, from)?,
            1 => self.gsr_schema_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterStreamConsumerInput {
    pub stream_arn: String,
    pub consumer_name: String,
    pub stream_id: Option<String>,
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for RegisterStreamConsumerInput {
    fn schema(&self) -> &'static Structure {
        &schemas::RegisterStreamConsumerInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.consumer_name.write(at, to),
            2 => self.stream_id.write(at, to),
            3 => self.tags.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.consumer_name = Read::read(at, from)?,
            2 => self.stream_id = Read::read(at, from)?,
            3 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterStreamConsumerOutput {
    pub consumer: Consumer,
}

impl Shape for RegisterStreamConsumerOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::RegisterStreamConsumerOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumer.write(at, to),
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
            0 => self.consumer = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveTagsFromStreamInput {
    pub stream_name: Option<String>,
    pub tag_keys: Vec<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for RemoveTagsFromStreamInput {
    fn schema(&self) -> &'static Structure {
        &schemas::RemoveTagsFromStreamInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.tag_keys.write(at, to),
            2 => self.stream_arn.write(at, to),
            3 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            2 => self.stream_arn = Read::read(at, from)?,
            3 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceInUseException {
    pub message: Option<String>,
}

impl Shape for ResourceInUseException {
    fn schema(&self) -> &'static Structure {
        &schemas::ResourceInUseException
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
pub struct ResourceNotFoundException {
    pub message: Option<String>,
}

impl Shape for ResourceNotFoundException {
    fn schema(&self) -> &'static Structure {
        &schemas::ResourceNotFoundException
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
pub struct RestoreDeadLetterQueueRecordsErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

impl Shape for RestoreDeadLetterQueueRecordsErrorEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreDeadLetterQueueRecordsErrorEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
            1 => self.error_code.write(at, to),
            2 => self.error_message.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            1 => self.error_code = Read::read(at, from)?,
            2 => self.error_message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreDeadLetterQueueRecordsInput {
    pub queue_arn: String,
    pub entries: Vec<RestoreDeadLetterQueueRecordsRequestEntry>,
}

impl Shape for RestoreDeadLetterQueueRecordsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreDeadLetterQueueRecordsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            1 => self.entries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreDeadLetterQueueRecordsOutput {
    pub successful: Vec<RestoreDeadLetterQueueRecordsResultEntry>,
    pub failed: Vec<RestoreDeadLetterQueueRecordsErrorEntry>,
}

impl Shape for RestoreDeadLetterQueueRecordsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreDeadLetterQueueRecordsOutput
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
pub struct RestoreDeadLetterQueueRecordsRequestEntry {
    pub receipt_handle: String,
}

impl Shape for RestoreDeadLetterQueueRecordsRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreDeadLetterQueueRecordsRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreDeadLetterQueueRecordsResultEntry {
    pub receipt_handle: String,
}

impl Shape for RestoreDeadLetterQueueRecordsResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreDeadLetterQueueRecordsResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DestinationConfiguration {
    pub data_freshness_in_seconds: Option<i32>,
    pub dead_letter_queue_s3_configuration: Option<DeadLetterQueueS3Configuration>,
    pub storage_configuration: S3StorageConfiguration,
}

impl Shape for S3DestinationConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::S3DestinationConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_freshness_in_seconds.write(at, to),
            1 => self.dead_letter_queue_s3_configuration.write(at, to),
            2 => self.storage_configuration.write(at, to),
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
            0 => self.data_freshness_in_seconds = Read::read(at, from)?,
            1 => self.dead_letter_queue_s3_configuration = Read::read(at, from)?,
            2 => self.storage_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DestinationDescription {
    pub data_freshness_in_seconds: i32,
    pub dead_letter_queue_s3_configuration: DeadLetterQueueS3Configuration,
    pub storage_configuration: S3StorageConfiguration,
}

impl Shape for S3DestinationDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::S3DestinationDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_freshness_in_seconds.write(at, to),
            1 => self.dead_letter_queue_s3_configuration.write(at, to),
            2 => self.storage_configuration.write(at, to),
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
            0 => self.data_freshness_in_seconds = Read::read(at, from)?,
            1 => self.dead_letter_queue_s3_configuration = Read::read(at, from)?,
            2 => self.storage_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DestinationUpdateInput {
    pub data_freshness_in_seconds: i32,
}

impl Shape for S3DestinationUpdateInput {
    fn schema(&self) -> &'static Structure {
        &schemas::S3DestinationUpdateInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_freshness_in_seconds.write(at, to),
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
            0 => self.data_freshness_in_seconds = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3StorageConfiguration {
    pub bucket_arn: String,
    pub expected_bucket_owner: String,
    pub output_key_template: Option<String>,
    pub storage_class: Option<String>,
    pub compression_type: String,
}

impl Shape for S3StorageConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::S3StorageConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket_arn.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            2 => self.output_key_template.write(at, to),
            3 => self.storage_class.write(at, to),
            4 => self.compression_type.write(at, to),
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
            0 => self.bucket_arn = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            2 => self.output_key_template = Read::read(at, from)?,
            3 => self.storage_class = Read::read(at, from)?,
            4 => self.compression_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3TablesConfiguration {
    pub table_bucket_arn: String,
    pub namespace: String,
    pub table_name: String,
    pub compression_type: String,
    pub partition_spec: Option<PartitionSpec>,
}

impl Shape for S3TablesConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::S3TablesConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_bucket_arn.write(at, to),
            1 => self.namespace.write(at, to),
            2 => self.table_name.write(at, to),
            3 => self.compression_type.write(at, to),
            4 => self.partition_spec.write(at, to),
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
            0 => self.table_bucket_arn = Read::read(at, from)?,
            1 => self.namespace = Read::read(at, from)?,
            2 => self.table_name = Read::read(at, from)?,
            3 => self.compression_type = Read::read(at, from)?,
            4 => self.partition_spec = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3TablesDestinationConfiguration {
    pub data_freshness_in_seconds: Option<i32>,
    pub dead_letter_queue_s3_configuration: DeadLetterQueueS3Configuration,
    pub s3_tables_configuration_list: Vec<S3TablesConfiguration>,
}

impl Shape for S3TablesDestinationConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::S3TablesDestinationConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_freshness_in_seconds.write(at, to),
            1 => self.dead_letter_queue_s3_configuration.write(at, to),
            2 => self.s3_tables_configuration_list.write(at, to),
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
            0 => self.data_freshness_in_seconds = Read::read(at, from)?,
            1 => self.dead_letter_queue_s3_configuration = Read::read(at, from)?,
            2 => self.s3_tables_configuration_list = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3TablesDestinationDescription {
    pub data_freshness_in_seconds: i32,
    pub dead_letter_queue_s3_configuration: DeadLetterQueueS3Configuration,
    pub s3_tables_configuration_list: Vec<S3TablesConfiguration>,
}

impl Shape for S3TablesDestinationDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::S3TablesDestinationDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_freshness_in_seconds.write(at, to),
            1 => self.dead_letter_queue_s3_configuration.write(at, to),
            2 => self.s3_tables_configuration_list.write(at, to),
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
            0 => self.data_freshness_in_seconds = Read::read(at, from)?,
            1 => self.dead_letter_queue_s3_configuration = Read::read(at, from)?,
            2 => self.s3_tables_configuration_list = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3TablesDestinationUpdateInput {
    pub data_freshness_in_seconds: i32,
}

impl Shape for S3TablesDestinationUpdateInput {
    fn schema(&self) -> &'static Structure {
        &schemas::S3TablesDestinationUpdateInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_freshness_in_seconds.write(at, to),
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
            0 => self.data_freshness_in_seconds = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SequenceNumberRange {
    pub starting_sequence_number: String,
    pub ending_sequence_number: Option<String>,
}

impl Shape for SequenceNumberRange {
    fn schema(&self) -> &'static Structure {
        &schemas::SequenceNumberRange
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.starting_sequence_number.write(at, to),
            1 => self.ending_sequence_number.write(at, to),
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
            0 => self.starting_sequence_number = Read::read(at, from)?,
            1 => self.ending_sequence_number = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shard {
    pub shard_id: String,
    pub parent_shard_id: Option<String>,
    pub adjacent_parent_shard_id: Option<String>,
    pub hash_key_range: HashKeyRange,
    pub sequence_number_range: SequenceNumberRange,
}

impl Shape for Shard {
    fn schema(&self) -> &'static Structure {
        &schemas::Shard
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shard_id.write(at, to),
            1 => self.parent_shard_id.write(at, to),
            2 => self.adjacent_parent_shard_id.write(at, to),
            3 => self.hash_key_range.write(at, to),
            4 => self.sequence_number_range.write(at, to),
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
            0 => self.shard_id = Read::read(at, from)?,
            1 => self.parent_shard_id = Read::read(at, from)?,
            2 => self.adjacent_parent_shard_id = Read::read(at, from)?,
            3 => self.hash_key_range = Read::read(at, from)?,
            4 => self.sequence_number_range = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShardFilter {
    pub r#type: String,
    pub shard_id: Option<String>,
    pub timestamp: Option<crate::Timestamp>,
}

impl Shape for ShardFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::ShardFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.r#type.write(at, to),
            1 => self.shard_id.write(at, to),
            2 => self.timestamp.write(at, to),
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
            0 => self.r#type = Read::read(at, from)?,
            1 => self.shard_id = Read::read(at, from)?,
            2 => self.timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SplitShardInput {
    pub stream_name: Option<String>,
    pub shard_to_split: String,
    pub new_starting_hash_key: String,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for SplitShardInput {
    fn schema(&self) -> &'static Structure {
        &schemas::SplitShardInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.shard_to_split.write(at, to),
            2 => self.new_starting_hash_key.write(at, to),
            3 => self.stream_arn.write(at, to),
            4 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.shard_to_split = Read::read(at, from)?,
            2 => self.new_starting_hash_key = Read::read(at, from)?,
            3 => self.stream_arn = Read::read(at, from)?,
            4 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartStreamEncryptionInput {
    pub stream_name: Option<String>,
    pub encryption_type: String,
    pub key_id: String,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for StartStreamEncryptionInput {
    fn schema(&self) -> &'static Structure {
        &schemas::StartStreamEncryptionInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.encryption_type.write(at, to),
            2 => self.key_id.write(at, to),
            3 => self.stream_arn.write(at, to),
            4 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.encryption_type = Read::read(at, from)?,
            2 => self.key_id = Read::read(at, from)?,
            3 => self.stream_arn = Read::read(at, from)?,
            4 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartingPosition {
    pub r#type: String,
    pub sequence_number: Option<String>,
    pub timestamp: Option<crate::Timestamp>,
}

impl Shape for StartingPosition {
    fn schema(&self) -> &'static Structure {
        &schemas::StartingPosition
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.r#type.write(at, to),
            1 => self.sequence_number.write(at, to),
            2 => self.timestamp.write(at, to),
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
            0 => self.r#type = Read::read(at, from)?,
            1 => self.sequence_number = Read::read(at, from)?,
            2 => self.timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopStreamEncryptionInput {
    pub stream_name: Option<String>,
    pub encryption_type: String,
    pub key_id: String,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for StopStreamEncryptionInput {
    fn schema(&self) -> &'static Structure {
        &schemas::StopStreamEncryptionInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.encryption_type.write(at, to),
            2 => self.key_id.write(at, to),
            3 => self.stream_arn.write(at, to),
            4 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.encryption_type = Read::read(at, from)?,
            2 => self.key_id = Read::read(at, from)?,
            3 => self.stream_arn = Read::read(at, from)?,
            4 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamDescription {
    pub stream_name: String,
    pub stream_arn: String,
    pub stream_status: String,
    pub stream_mode_details: Option<StreamModeDetails>,
    pub shards: Vec<Shard>,
    pub has_more_shards: bool,
    pub retention_period_hours: i32,
    pub stream_creation_timestamp: crate::Timestamp,
    pub enhanced_monitoring: Vec<EnhancedMetrics>,
    pub encryption_type: Option<String>,
    pub key_id: Option<String>,
}

impl Shape for StreamDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::StreamDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.stream_arn.write(at, to),
            2 => self.stream_status.write(at, to),
            3 => self.stream_mode_details.write(at, to),
            4 => self.shards.write(at, to),
            5 => self.has_more_shards.write(at, to),
            6 => self.retention_period_hours.write(at, to),
            7 => self.stream_creation_timestamp.write(at, to),
            8 => self.enhanced_monitoring.write(at, to),
            9 => self.encryption_type.write(at, to),
            10 => self.key_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.stream_arn = Read::read(at, from)?,
            2 => self.stream_status = Read::read(at, from)?,
            3 => self.stream_mode_details = Read::read(at, from)?,
            4 => self.shards = Read::read(at, from)?,
            5 => self.has_more_shards = Read::read(at, from)?,
            6 => self.retention_period_hours = Read::read(at, from)?,
            7 => self.stream_creation_timestamp = Read::read(at, from)?,
            8 => self.enhanced_monitoring = Read::read(at, from)?,
            9 => self.encryption_type = Read::read(at, from)?,
            10 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamDescriptionSummary {
    pub stream_name: String,
    pub stream_arn: String,
    pub stream_id: Option<String>,
    pub stream_status: String,
    pub stream_mode_details: Option<StreamModeDetails>,
    pub retention_period_hours: i32,
    pub stream_creation_timestamp: crate::Timestamp,
    pub enhanced_monitoring: Vec<EnhancedMetrics>,
    pub encryption_type: Option<String>,
    pub key_id: Option<String>,
    pub open_shard_count: i32,
    pub consumer_count: Option<i32>,
    pub warm_throughput: Option<WarmThroughputObject>,
    pub max_record_size_in_ki_b: Option<i32>,
    pub channel_count: Option<i32>,
    pub record_distribution_strategy: Option<String>,
    pub queue_count: Option<i32>,
}

impl Shape for StreamDescriptionSummary {
    fn schema(&self) -> &'static Structure {
        &schemas::StreamDescriptionSummary
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.stream_arn.write(at, to),
            2 => self.stream_id.write(at, to),
            3 => self.stream_status.write(at, to),
            4 => self.stream_mode_details.write(at, to),
            5 => self.retention_period_hours.write(at, to),
            6 => self.stream_creation_timestamp.write(at, to),
            7 => self.enhanced_monitoring.write(at, to),
            8 => self.encryption_type.write(at, to),
            9 => self.key_id.write(at, to),
            10 => self.open_shard_count.write(at, to),
            11 => self.consumer_count.write(at, to),
            12 => self.warm_throughput.write(at, to),
            13 => self.max_record_size_in_ki_b.write(at, to),
            14 => self.channel_count.write(at, to),
            15 => self.record_distribution_strategy.write(at, to),
            16 => self.queue_count.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.stream_arn = Read::read(at, from)?,
            2 => self.stream_id = Read::read(at, from)?,
            3 => self.stream_status = Read::read(at, from)?,
            4 => self.stream_mode_details = Read::read(at, from)?,
            5 => self.retention_period_hours = Read::read(at, from)?,
            6 => self.stream_creation_timestamp = Read::read(at, from)?,
            7 => self.enhanced_monitoring = Read::read(at, from)?,
            8 => self.encryption_type = Read::read(at, from)?,
            9 => self.key_id = Read::read(at, from)?,
            10 => self.open_shard_count = Read::read(at, from)?,
            11 => self.consumer_count = Read::read(at, from)?,
            12 => self.warm_throughput = Read::read(at, from)?,
            13 => self.max_record_size_in_ki_b = Read::read(at, from)?,
            14 => self.channel_count = Read::read(at, from)?,
            15 => self.record_distribution_strategy = Read::read(at, from)?,
            16 => self.queue_count = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamFilter {
    pub stream_arn: String,
    pub stream_creation_timestamp: Option<crate::Timestamp>,
}

impl Shape for StreamFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::StreamFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_creation_timestamp.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_creation_timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamModeDetails {
    pub stream_mode: String,
}

impl Shape for StreamModeDetails {
    fn schema(&self) -> &'static Structure {
        &schemas::StreamModeDetails
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_mode.write(at, to),
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
            0 => self.stream_mode = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamSummary {
    pub stream_name: String,
    pub stream_arn: String,
    pub stream_status: String,
    pub stream_mode_details: Option<StreamModeDetails>,
    pub stream_creation_timestamp: Option<crate::Timestamp>,
}

impl Shape for StreamSummary {
    fn schema(&self) -> &'static Structure {
        &schemas::StreamSummary
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.stream_arn.write(at, to),
            2 => self.stream_status.write(at, to),
            3 => self.stream_mode_details.write(at, to),
            4 => self.stream_creation_timestamp.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.stream_arn = Read::read(at, from)?,
            2 => self.stream_status = Read::read(at, from)?,
            3 => self.stream_mode_details = Read::read(at, from)?,
            4 => self.stream_creation_timestamp = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubscribeToShardEvent {
    pub records: Vec<Record>,
    pub continuation_sequence_number: Option<String>,
    pub millis_behind_latest: i64,
    pub child_shards: Option<Vec<ChildShard>>,
}

impl Shape for SubscribeToShardEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::SubscribeToShardEvent
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.records.write(at, to),
            1 => self.continuation_sequence_number.write(at, to),
            2 => self.millis_behind_latest.write(at, to),
            3 => self.child_shards.write(at, to),
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
            0 => self.records = Read::read(at, from)?,
            1 => self.continuation_sequence_number = Read::read(at, from)?,
            2 => self.millis_behind_latest = Read::read(at, from)?,
            3 => self.child_shards = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum SubscribeToShardEventStream {
    SubscribeToShardEvent(SubscribeToShardEvent),
    ResourceNotFoundException(ResourceNotFoundException),
    ResourceInUseException(ResourceInUseException),
    KMSDisabledException(KMSDisabledException),
    KMSInvalidStateException(KMSInvalidStateException),
    KMSAccessDeniedException(KMSAccessDeniedException),
    KMSNotFoundException(KMSNotFoundException),
    KMSOptInRequired(KMSOptInRequired),
    KMSThrottlingException(KMSThrottlingException),
    InternalFailureException(InternalFailureException),
}

impl Event for SubscribeToShardEventStream {
    fn name(&self) -> &'static str {
        match self {
            SubscribeToShardEventStream::SubscribeToShardEvent(_) => "SubscribeToShardEvent",
            SubscribeToShardEventStream::ResourceNotFoundException(_) => {
                "ResourceNotFoundException"
            }
            SubscribeToShardEventStream::ResourceInUseException(_) => "ResourceInUseException",
            SubscribeToShardEventStream::KMSDisabledException(_) => "KMSDisabledException",
            SubscribeToShardEventStream::KMSInvalidStateException(_) => "KMSInvalidStateException",
            SubscribeToShardEventStream::KMSAccessDeniedException(_) => "KMSAccessDeniedException",
            SubscribeToShardEventStream::KMSNotFoundException(_) => "KMSNotFoundException",
            SubscribeToShardEventStream::KMSOptInRequired(_) => "KMSOptInRequired",
            SubscribeToShardEventStream::KMSThrottlingException(_) => "KMSThrottlingException",
            SubscribeToShardEventStream::InternalFailureException(_) => "InternalFailureException",
        }
    }

    fn is_exception(&self) -> bool {
        matches!(
            self,
            SubscribeToShardEventStream::ResourceNotFoundException(_)
                | SubscribeToShardEventStream::ResourceInUseException(_)
                | SubscribeToShardEventStream::KMSDisabledException(_)
                | SubscribeToShardEventStream::KMSInvalidStateException(_)
                | SubscribeToShardEventStream::KMSAccessDeniedException(_)
                | SubscribeToShardEventStream::KMSNotFoundException(_)
                | SubscribeToShardEventStream::KMSOptInRequired(_)
                | SubscribeToShardEventStream::KMSThrottlingException(_)
                | SubscribeToShardEventStream::InternalFailureException(_)
        )
    }

    fn value(&self) -> &dyn Shape {
        match self {
            SubscribeToShardEventStream::SubscribeToShardEvent(value) => value,
            SubscribeToShardEventStream::ResourceNotFoundException(value) => value,
            SubscribeToShardEventStream::ResourceInUseException(value) => value,
            SubscribeToShardEventStream::KMSDisabledException(value) => value,
            SubscribeToShardEventStream::KMSInvalidStateException(value) => value,
            SubscribeToShardEventStream::KMSAccessDeniedException(value) => value,
            SubscribeToShardEventStream::KMSNotFoundException(value) => value,
            SubscribeToShardEventStream::KMSOptInRequired(value) => value,
            SubscribeToShardEventStream::KMSThrottlingException(value) => value,
            SubscribeToShardEventStream::InternalFailureException(value) => value,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubscribeToShardInput {
    pub consumer_arn: String,
    pub stream_id: Option<String>,
    pub shard_id: String,
    pub starting_position: StartingPosition,
    pub dry_run: Option<bool>,
}

impl Shape for SubscribeToShardInput {
    fn schema(&self) -> &'static Structure {
        &schemas::SubscribeToShardInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumer_arn.write(at, to),
            1 => self.stream_id.write(at, to),
            2 => self.shard_id.write(at, to),
            3 => self.starting_position.write(at, to),
            4 => self.dry_run.write(at, to),
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
            0 => self.consumer_arn = Read::read(at, from)?,
            1 => self.stream_id = Read::read(at, from)?,
            2 => self.shard_id = Read::read(at, from)?,
            3 => self.starting_position = Read::read(at, from)?,
            4 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Debug, Default)]
pub struct SubscribeToShardOutput {
    pub event_stream: EventStream<SubscribeToShardEventStream>,
}

impl Shape for SubscribeToShardOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::SubscribeToShardOutput
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
        Some(self.event_stream.take())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: Option<String>,
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
pub struct TagResourceInput {
    pub tags: std::collections::BTreeMap<String, String>,
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

impl Shape for TagResourceInput {
    fn schema(&self) -> &'static Structure {
        &schemas::TagResourceInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
            1 => self.resource_arn.write(at, to),
            2 => self.stream_id.write(at, to),
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
            1 => self.resource_arn = Read::read(at, from)?,
            2 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceInput {
    pub tag_keys: Vec<String>,
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

impl Shape for UntagResourceInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagResourceInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tag_keys.write(at, to),
            1 => self.resource_arn.write(at, to),
            2 => self.stream_id.write(at, to),
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
            0 => self.tag_keys = Read::read(at, from)?,
            1 => self.resource_arn = Read::read(at, from)?,
            2 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAccountSettingsInput {
    pub minimum_throughput_billing_commitment: MinimumThroughputBillingCommitmentInput,
}

impl Shape for UpdateAccountSettingsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateAccountSettingsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.minimum_throughput_billing_commitment.write(at, to),
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
            0 => self.minimum_throughput_billing_commitment = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAccountSettingsOutput {
    pub minimum_throughput_billing_commitment: Option<MinimumThroughputBillingCommitmentOutput>,
}

impl Shape for UpdateAccountSettingsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateAccountSettingsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.minimum_throughput_billing_commitment.write(at, to),
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
            0 => self.minimum_throughput_billing_commitment = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateChannelInput {
    pub channel_arn: String,
    pub s3_destination_configuration: Option<S3DestinationUpdateInput>,
    pub s3_tables_destination_configuration: Option<S3TablesDestinationUpdateInput>,
    pub logging_configuration: Option<ChannelLoggingUpdateInput>,
}

impl Shape for UpdateChannelInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateChannelInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_arn.write(at, to),
            1 => self.s3_destination_configuration.write(at, to),
            2 => self.s3_tables_destination_configuration.write(at, to),
            3 => self.logging_configuration.write(at, to),
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
            0 => self.channel_arn = Read::read(at, from)?,
            1 => self.s3_destination_configuration = Read::read(at, from)?,
            2 => self.s3_tables_destination_configuration = Read::read(at, from)?,
            3 => self.logging_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateChannelOutput {
    pub channel_description: ChannelDescription,
}

impl Shape for UpdateChannelOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateChannelOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.channel_description.write(at, to),
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
            0 => self.channel_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeadLetterQueueRecordsVisibilityErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

impl Shape for UpdateDeadLetterQueueRecordsVisibilityErrorEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateDeadLetterQueueRecordsVisibilityErrorEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
            1 => self.error_code.write(at, to),
            2 => self.error_message.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            1 => self.error_code = Read::read(at, from)?,
            2 => self.error_message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeadLetterQueueRecordsVisibilityInput {
    pub queue_arn: String,
    pub entries: Vec<UpdateDeadLetterQueueRecordsVisibilityRequestEntry>,
}

impl Shape for UpdateDeadLetterQueueRecordsVisibilityInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateDeadLetterQueueRecordsVisibilityInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            1 => self.entries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeadLetterQueueRecordsVisibilityOutput {
    pub successful: Vec<UpdateDeadLetterQueueRecordsVisibilityResultEntry>,
    pub failed: Vec<UpdateDeadLetterQueueRecordsVisibilityErrorEntry>,
}

impl Shape for UpdateDeadLetterQueueRecordsVisibilityOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateDeadLetterQueueRecordsVisibilityOutput
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
pub struct UpdateDeadLetterQueueRecordsVisibilityRequestEntry {
    pub receipt_handle: String,
    pub visibility_timeout_seconds: i32,
}

impl Shape for UpdateDeadLetterQueueRecordsVisibilityRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateDeadLetterQueueRecordsVisibilityRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
            1 => self.visibility_timeout_seconds.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            1 => self.visibility_timeout_seconds = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeadLetterQueueRecordsVisibilityResultEntry {
    pub receipt_handle: String,
}

impl Shape for UpdateDeadLetterQueueRecordsVisibilityResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateDeadLetterQueueRecordsVisibilityResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateMaxRecordSizeInput {
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub max_record_size_in_ki_b: i32,
}

impl Shape for UpdateMaxRecordSizeInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateMaxRecordSizeInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_id.write(at, to),
            2 => self.max_record_size_in_ki_b.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_id = Read::read(at, from)?,
            2 => self.max_record_size_in_ki_b = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueInput {
    pub queue_arn: String,
    pub queue_attributes: QueueAttributes,
}

impl Shape for UpdateQueueInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateQueueInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
            1 => self.queue_attributes.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            1 => self.queue_attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueOutput {
    pub queue_description: QueueDescription,
}

impl Shape for UpdateQueueOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateQueueOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_description.write(at, to),
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
            0 => self.queue_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueRecordsVisibilityErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

impl Shape for UpdateQueueRecordsVisibilityErrorEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateQueueRecordsVisibilityErrorEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
            1 => self.error_code.write(at, to),
            2 => self.error_message.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            1 => self.error_code = Read::read(at, from)?,
            2 => self.error_message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueRecordsVisibilityInput {
    pub queue_arn: String,
    pub entries: Vec<UpdateQueueRecordsVisibilityRequestEntry>,
}

impl Shape for UpdateQueueRecordsVisibilityInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateQueueRecordsVisibilityInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.queue_arn.write(at, to),
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
            0 => self.queue_arn = Read::read(at, from)?,
            1 => self.entries = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueRecordsVisibilityOutput {
    pub successful: Vec<UpdateQueueRecordsVisibilityResultEntry>,
    pub failed: Vec<UpdateQueueRecordsVisibilityErrorEntry>,
}

impl Shape for UpdateQueueRecordsVisibilityOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateQueueRecordsVisibilityOutput
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
pub struct UpdateQueueRecordsVisibilityRequestEntry {
    pub receipt_handle: String,
    pub visibility_timeout_seconds: i32,
}

impl Shape for UpdateQueueRecordsVisibilityRequestEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateQueueRecordsVisibilityRequestEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
            1 => self.visibility_timeout_seconds.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            1 => self.visibility_timeout_seconds = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueRecordsVisibilityResultEntry {
    pub receipt_handle: String,
}

impl Shape for UpdateQueueRecordsVisibilityResultEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateQueueRecordsVisibilityResultEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.receipt_handle.write(at, to),
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
            0 => self.receipt_handle = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateShardCountInput {
    pub stream_name: Option<String>,
    pub target_shard_count: i32,
    pub scaling_type: String,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

impl Shape for UpdateShardCountInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateShardCountInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.target_shard_count.write(at, to),
            2 => self.scaling_type.write(at, to),
            3 => self.stream_arn.write(at, to),
            4 => self.stream_id.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.target_shard_count = Read::read(at, from)?,
            2 => self.scaling_type = Read::read(at, from)?,
            3 => self.stream_arn = Read::read(at, from)?,
            4 => self.stream_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateShardCountOutput {
    pub stream_name: Option<String>,
    pub current_shard_count: Option<i32>,
    pub target_shard_count: Option<i32>,
    pub stream_arn: Option<String>,
}

impl Shape for UpdateShardCountOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateShardCountOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_name.write(at, to),
            1 => self.current_shard_count.write(at, to),
            2 => self.target_shard_count.write(at, to),
            3 => self.stream_arn.write(at, to),
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
            0 => self.stream_name = Read::read(at, from)?,
            1 => self.current_shard_count = Read::read(at, from)?,
            2 => self.target_shard_count = Read::read(at, from)?,
            3 => self.stream_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStreamModeInput {
    pub stream_arn: String,
    pub stream_id: Option<String>,
    pub stream_mode_details: StreamModeDetails,
    pub warm_throughput_mi_bps: Option<i32>,
}

impl Shape for UpdateStreamModeInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateStreamModeInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_id.write(at, to),
            2 => self.stream_mode_details.write(at, to),
            3 => self.warm_throughput_mi_bps.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_id = Read::read(at, from)?,
            2 => self.stream_mode_details = Read::read(at, from)?,
            3 => self.warm_throughput_mi_bps = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStreamRecordDistributionStrategyInput {
    pub stream_arn: String,
    pub stream_id: Option<String>,
    pub record_distribution_strategy: String,
}

impl Shape for UpdateStreamRecordDistributionStrategyInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateStreamRecordDistributionStrategyInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_id.write(at, to),
            2 => self.record_distribution_strategy.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_id = Read::read(at, from)?,
            2 => self.record_distribution_strategy = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStreamWarmThroughputInput {
    pub stream_arn: Option<String>,
    pub stream_name: Option<String>,
    pub stream_id: Option<String>,
    pub warm_throughput_mi_bps: i32,
}

impl Shape for UpdateStreamWarmThroughputInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateStreamWarmThroughputInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_name.write(at, to),
            2 => self.stream_id.write(at, to),
            3 => self.warm_throughput_mi_bps.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_name = Read::read(at, from)?,
            2 => self.stream_id = Read::read(at, from)?,
            3 => self.warm_throughput_mi_bps = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStreamWarmThroughputOutput {
    pub stream_arn: Option<String>,
    pub stream_name: Option<String>,
    pub warm_throughput: Option<WarmThroughputObject>,
}

impl Shape for UpdateStreamWarmThroughputOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateStreamWarmThroughputOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_name.write(at, to),
            2 => self.warm_throughput.write(at, to),
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
            0 => self.stream_arn = Read::read(at, from)?,
            1 => self.stream_name = Read::read(at, from)?,
            2 => self.warm_throughput = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WarmThroughputObject {
    pub target_mi_bps: Option<i32>,
    pub current_mi_bps: Option<i32>,
}

impl Shape for WarmThroughputObject {
    fn schema(&self) -> &'static Structure {
        &schemas::WarmThroughputObject
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.target_mi_bps.write(at, to),
            1 => self.current_mi_bps.write(at, to),
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
            0 => self.target_mi_bps = Read::read(at, from)?,
            1 => self.current_mi_bps = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
