// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

pub use crate::AttributeValue;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamInput {
    pub stream_arn: String,
    pub limit: Option<i32>,
    pub exclusive_start_shard_id: Option<String>,
    pub shard_filter: Option<ShardFilter>,
}

impl Shape for DescribeStreamInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeStreamInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.limit.write(at, to),
            2 => self.exclusive_start_shard_id.write(at, to),
            3 => self.shard_filter.write(at, to),
            _ => {}
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
            1 => self.limit = Read::read(at, from)?,
            2 => self.exclusive_start_shard_id = Read::read(at, from)?,
            3 => self.shard_filter = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamOutput {
    pub stream_description: Option<StreamDescription>,
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
pub struct GetRecordsInput {
    pub shard_iterator: String,
    pub limit: Option<i32>,
}

impl Shape for GetRecordsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRecordsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shard_iterator.write(at, to),
            1 => self.limit.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRecordsOutput {
    pub records: Option<Vec<Record>>,
    pub next_shard_iterator: Option<String>,
}

impl Shape for GetRecordsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRecordsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.records.write(at, to),
            1 => self.next_shard_iterator.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetShardIteratorInput {
    pub stream_arn: String,
    pub shard_id: String,
    pub shard_iterator_type: String,
    pub sequence_number: Option<String>,
    pub timestamp: Option<crate::Timestamp>,
}

impl Shape for GetShardIteratorInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetShardIteratorInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.shard_id.write(at, to),
            2 => self.shard_iterator_type.write(at, to),
            3 => self.sequence_number.write(at, to),
            4 => self.timestamp.write(at, to),
            _ => {}
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
            1 => self.shard_id = Read::read(at, from)?,
            2 => self.shard_iterator_type = Read::read(at, from)?,
            3 => self.sequence_number = Read::read(at, from)?,
            4 => self.timestamp = Read::read(at, from)?,
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
pub struct Identity {
    pub principal_id: Option<String>,
    pub r#type: Option<String>,
}

impl Shape for Identity {
    fn schema(&self) -> &'static Structure {
        &schemas::Identity
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.principal_id.write(at, to),
            1 => self.r#type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.principal_id = Read::read(at, from)?,
            1 => self.r#type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeySchemaElement {
    pub attribute_name: String,
    pub key_type: String,
}

impl Shape for KeySchemaElement {
    fn schema(&self) -> &'static Structure {
        &schemas::KeySchemaElement
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attribute_name.write(at, to),
            1 => self.key_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.attribute_name = Read::read(at, from)?,
            1 => self.key_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamsInput {
    pub table_name: Option<String>,
    pub limit: Option<i32>,
    pub exclusive_start_stream_arn: Option<String>,
}

impl Shape for ListStreamsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListStreamsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.limit.write(at, to),
            2 => self.exclusive_start_stream_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.table_name = Read::read(at, from)?,
            1 => self.limit = Read::read(at, from)?,
            2 => self.exclusive_start_stream_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamsOutput {
    pub streams: Option<Vec<Stream>>,
    pub last_evaluated_stream_arn: Option<String>,
}

impl Shape for ListStreamsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListStreamsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.streams.write(at, to),
            1 => self.last_evaluated_stream_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.streams = Read::read(at, from)?,
            1 => self.last_evaluated_stream_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    pub event_id: Option<String>,
    pub event_name: Option<String>,
    pub event_version: Option<String>,
    pub event_source: Option<String>,
    pub aws_region: Option<String>,
    pub dynamodb: Option<StreamRecord>,
    pub user_identity: Option<Identity>,
}

impl Shape for Record {
    fn schema(&self) -> &'static Structure {
        &schemas::Record
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.event_id.write(at, to),
            1 => self.event_name.write(at, to),
            2 => self.event_version.write(at, to),
            3 => self.event_source.write(at, to),
            4 => self.aws_region.write(at, to),
            5 => self.dynamodb.write(at, to),
            6 => self.user_identity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.event_id = Read::read(at, from)?,
            1 => self.event_name = Read::read(at, from)?,
            2 => self.event_version = Read::read(at, from)?,
            3 => self.event_source = Read::read(at, from)?,
            4 => self.aws_region = Read::read(at, from)?,
            5 => self.dynamodb = Read::read(at, from)?,
            6 => self.user_identity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SequenceNumberRange {
    pub starting_sequence_number: Option<String>,
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
    pub shard_id: Option<String>,
    pub sequence_number_range: Option<SequenceNumberRange>,
    pub parent_shard_id: Option<String>,
}

impl Shape for Shard {
    fn schema(&self) -> &'static Structure {
        &schemas::Shard
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.shard_id.write(at, to),
            1 => self.sequence_number_range.write(at, to),
            2 => self.parent_shard_id.write(at, to),
            _ => {}
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
            1 => self.sequence_number_range = Read::read(at, from)?,
            2 => self.parent_shard_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShardFilter {
    pub r#type: Option<String>,
    pub shard_id: Option<String>,
}

impl Shape for ShardFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::ShardFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.r#type.write(at, to),
            1 => self.shard_id.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stream {
    pub stream_arn: Option<String>,
    pub table_name: Option<String>,
    pub stream_label: Option<String>,
}

impl Shape for Stream {
    fn schema(&self) -> &'static Structure {
        &schemas::Stream
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.table_name.write(at, to),
            2 => self.stream_label.write(at, to),
            _ => {}
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
            1 => self.table_name = Read::read(at, from)?,
            2 => self.stream_label = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamDescription {
    pub stream_arn: Option<String>,
    pub stream_label: Option<String>,
    pub stream_status: Option<String>,
    pub stream_view_type: Option<String>,
    pub creation_request_date_time: Option<crate::Timestamp>,
    pub table_name: Option<String>,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub shards: Option<Vec<Shard>>,
    pub last_evaluated_shard_id: Option<String>,
}

impl Shape for StreamDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::StreamDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.stream_label.write(at, to),
            2 => self.stream_status.write(at, to),
            3 => self.stream_view_type.write(at, to),
            4 => self.creation_request_date_time.write(at, to),
            5 => self.table_name.write(at, to),
            6 => self.key_schema.write(at, to),
            7 => self.shards.write(at, to),
            8 => self.last_evaluated_shard_id.write(at, to),
            _ => {}
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
            1 => self.stream_label = Read::read(at, from)?,
            2 => self.stream_status = Read::read(at, from)?,
            3 => self.stream_view_type = Read::read(at, from)?,
            4 => self.creation_request_date_time = Read::read(at, from)?,
            5 => self.table_name = Read::read(at, from)?,
            6 => self.key_schema = Read::read(at, from)?,
            7 => self.shards = Read::read(at, from)?,
            8 => self.last_evaluated_shard_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamRecord {
    pub approximate_creation_date_time: Option<crate::Timestamp>,
    pub keys: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub new_image: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub old_image: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub sequence_number: Option<String>,
    pub size_bytes: Option<i64>,
    pub stream_view_type: Option<String>,
}

impl Shape for StreamRecord {
    fn schema(&self) -> &'static Structure {
        &schemas::StreamRecord
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.approximate_creation_date_time.write(at, to),
            1 => self.keys.write(at, to),
            2 => self.new_image.write(at, to),
            3 => self.old_image.write(at, to),
            4 => self.sequence_number.write(at, to),
            5 => self.size_bytes.write(at, to),
            6 => self.stream_view_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.approximate_creation_date_time = Read::read(at, from)?,
            1 => self.keys = Read::read(at, from)?,
            2 => self.new_image = Read::read(at, from)?,
            3 => self.old_image = Read::read(at, from)?,
            4 => self.sequence_number = Read::read(at, from)?,
            5 => self.size_bytes = Read::read(at, from)?,
            6 => self.stream_view_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
