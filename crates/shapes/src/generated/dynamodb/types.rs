// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArchivalSummary {
    pub archival_date_time: Option<crate::Timestamp>,
    pub archival_reason: Option<String>,
    pub archival_backup_arn: Option<String>,
}

impl Shape for ArchivalSummary {
    fn schema(&self) -> &'static Structure {
        &schemas::ArchivalSummary
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.archival_date_time.write(at, to),
            1 => self.archival_reason.write(at, to),
            2 => self.archival_backup_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.archival_date_time = Read::read(at, from)?,
            1 => self.archival_reason = Read::read(at, from)?,
            2 => self.archival_backup_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeDefinition {
    pub attribute_name: String,
    pub attribute_type: String,
}

impl Shape for AttributeDefinition {
    fn schema(&self) -> &'static Structure {
        &schemas::AttributeDefinition
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attribute_name.write(at, to),
            1 => self.attribute_type.write(at, to),
            _ => {}
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
            1 => self.attribute_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

pub use crate::AttributeValue;

pub(crate) fn attribute_value() -> &'static Structure {
    &schemas::AttributeValue
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeValueUpdate {
    pub value: Option<crate::AttributeValue>,
    pub action: Option<String>,
}

impl Shape for AttributeValueUpdate {
    fn schema(&self) -> &'static Structure {
        &schemas::AttributeValueUpdate
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.value.write(at, to),
            1 => self.action.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.value = Read::read(at, from)?,
            1 => self.action = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchExecuteStatementInput {
    pub statements: Vec<BatchStatementRequest>,
    pub return_consumed_capacity: Option<String>,
}

impl Shape for BatchExecuteStatementInput {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchExecuteStatementInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.statements.write(at, to),
            1 => self.return_consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.statements = Read::read(at, from)?,
            1 => self.return_consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchExecuteStatementOutput {
    pub responses: Option<Vec<BatchStatementResponse>>,
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

impl Shape for BatchExecuteStatementOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchExecuteStatementOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.responses.write(at, to),
            1 => self.consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.responses = Read::read(at, from)?,
            1 => self.consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchGetItemInput {
    pub request_items: std::collections::BTreeMap<String, KeysAndAttributes>,
    pub return_consumed_capacity: Option<String>,
}

impl Shape for BatchGetItemInput {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchGetItemInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_items.write(at, to),
            1 => self.return_consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.request_items = Read::read(at, from)?,
            1 => self.return_consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchGetItemOutput {
    pub responses: Option<
        std::collections::BTreeMap<
            String,
            Vec<std::collections::BTreeMap<String, crate::AttributeValue>>,
        >,
    >,
    pub unprocessed_keys: Option<std::collections::BTreeMap<String, KeysAndAttributes>>,
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

impl Shape for BatchGetItemOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchGetItemOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.responses.write(at, to),
            1 => self.unprocessed_keys.write(at, to),
            2 => self.consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.responses = Read::read(at, from)?,
            1 => self.unprocessed_keys = Read::read(at, from)?,
            2 => self.consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchStatementError {
    pub code: Option<String>,
    pub message: Option<String>,
    pub item: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
}

impl Shape for BatchStatementError {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchStatementError
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.code.write(at, to),
            1 => self.message.write(at, to),
            2 => self.item.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.code = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
            2 => self.item = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchStatementRequest {
    pub statement: String,
    pub parameters: Option<Vec<crate::AttributeValue>>,
    pub consistent_read: Option<bool>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for BatchStatementRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchStatementRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.statement.write(at, to),
            1 => self.parameters.write(at, to),
            2 => self.consistent_read.write(at, to),
            3 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.statement = Read::read(at, from)?,
            1 => self.parameters = Read::read(at, from)?,
            2 => self.consistent_read = Read::read(at, from)?,
            3 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchStatementResponse {
    pub error: Option<BatchStatementError>,
    pub table_name: Option<String>,
    pub item: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
}

impl Shape for BatchStatementResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchStatementResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.error.write(at, to),
            1 => self.table_name.write(at, to),
            2 => self.item.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.error = Read::read(at, from)?,
            1 => self.table_name = Read::read(at, from)?,
            2 => self.item = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchWriteItemInput {
    pub request_items: std::collections::BTreeMap<String, Vec<WriteRequest>>,
    pub return_consumed_capacity: Option<String>,
    pub return_item_collection_metrics: Option<String>,
}

impl Shape for BatchWriteItemInput {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchWriteItemInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_items.write(at, to),
            1 => self.return_consumed_capacity.write(at, to),
            2 => self.return_item_collection_metrics.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.request_items = Read::read(at, from)?,
            1 => self.return_consumed_capacity = Read::read(at, from)?,
            2 => self.return_item_collection_metrics = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchWriteItemOutput {
    pub unprocessed_items: Option<std::collections::BTreeMap<String, Vec<WriteRequest>>>,
    pub item_collection_metrics:
        Option<std::collections::BTreeMap<String, Vec<ItemCollectionMetrics>>>,
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

impl Shape for BatchWriteItemOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchWriteItemOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.unprocessed_items.write(at, to),
            1 => self.item_collection_metrics.write(at, to),
            2 => self.consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.unprocessed_items = Read::read(at, from)?,
            1 => self.item_collection_metrics = Read::read(at, from)?,
            2 => self.consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BillingModeSummary {
    pub billing_mode: Option<String>,
    pub last_update_to_pay_per_request_date_time: Option<crate::Timestamp>,
}

impl Shape for BillingModeSummary {
    fn schema(&self) -> &'static Structure {
        &schemas::BillingModeSummary
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.billing_mode.write(at, to),
            1 => self.last_update_to_pay_per_request_date_time.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.billing_mode = Read::read(at, from)?,
            1 => self.last_update_to_pay_per_request_date_time = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancellationReason {
    pub item: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Shape for CancellationReason {
    fn schema(&self) -> &'static Structure {
        &schemas::CancellationReason
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.item.write(at, to),
            1 => self.code.write(at, to),
            2 => self.message.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.item = Read::read(at, from)?,
            1 => self.code = Read::read(at, from)?,
            2 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capacity {
    pub read_capacity_units: Option<f64>,
    pub write_capacity_units: Option<f64>,
    pub capacity_units: Option<f64>,
}

impl Shape for Capacity {
    fn schema(&self) -> &'static Structure {
        &schemas::Capacity
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.read_capacity_units.write(at, to),
            1 => self.write_capacity_units.write(at, to),
            2 => self.capacity_units.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.read_capacity_units = Read::read(at, from)?,
            1 => self.write_capacity_units = Read::read(at, from)?,
            2 => self.capacity_units = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    pub attribute_value_list: Option<Vec<crate::AttributeValue>>,
    pub comparison_operator: String,
}

impl Shape for Condition {
    fn schema(&self) -> &'static Structure {
        &schemas::Condition
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attribute_value_list.write(at, to),
            1 => self.comparison_operator.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.attribute_value_list = Read::read(at, from)?,
            1 => self.comparison_operator = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConditionCheck {
    pub key: std::collections::BTreeMap<String, crate::AttributeValue>,
    pub table_name: String,
    pub condition_expression: String,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
    pub expression_attribute_values:
        Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for ConditionCheck {
    fn schema(&self) -> &'static Structure {
        &schemas::ConditionCheck
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.table_name.write(at, to),
            2 => self.condition_expression.write(at, to),
            3 => self.expression_attribute_names.write(at, to),
            4 => self.expression_attribute_values.write(at, to),
            5 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
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
            1 => self.table_name = Read::read(at, from)?,
            2 => self.condition_expression = Read::read(at, from)?,
            3 => self.expression_attribute_names = Read::read(at, from)?,
            4 => self.expression_attribute_values = Read::read(at, from)?,
            5 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConditionalCheckFailedException {
    pub message: Option<String>,
    pub item: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
}

impl Shape for ConditionalCheckFailedException {
    fn schema(&self) -> &'static Structure {
        &schemas::ConditionalCheckFailedException
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
            1 => self.item.write(at, to),
            _ => {}
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
            1 => self.item = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConsumedCapacity {
    pub table_name: Option<String>,
    pub capacity_units: Option<f64>,
    pub read_capacity_units: Option<f64>,
    pub write_capacity_units: Option<f64>,
    pub table: Option<Capacity>,
    pub local_secondary_indexes: Option<std::collections::BTreeMap<String, Capacity>>,
    pub global_secondary_indexes: Option<std::collections::BTreeMap<String, Capacity>>,
    pub vector_indexes: Option<std::collections::BTreeMap<String, VectorCapacity>>,
}

impl Shape for ConsumedCapacity {
    fn schema(&self) -> &'static Structure {
        &schemas::ConsumedCapacity
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.capacity_units.write(at, to),
            2 => self.read_capacity_units.write(at, to),
            3 => self.write_capacity_units.write(at, to),
            4 => self.table.write(at, to),
            5 => self.local_secondary_indexes.write(at, to),
            6 => self.global_secondary_indexes.write(at, to),
            7 => self.vector_indexes.write(at, to),
            _ => {}
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
            1 => self.capacity_units = Read::read(at, from)?,
            2 => self.read_capacity_units = Read::read(at, from)?,
            3 => self.write_capacity_units = Read::read(at, from)?,
            4 => self.table = Read::read(at, from)?,
            5 => self.local_secondary_indexes = Read::read(at, from)?,
            6 => self.global_secondary_indexes = Read::read(at, from)?,
            7 => self.vector_indexes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContinuousBackupsDescription {
    pub continuous_backups_status: String,
    pub point_in_time_recovery_description: Option<PointInTimeRecoveryDescription>,
}

impl Shape for ContinuousBackupsDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::ContinuousBackupsDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.continuous_backups_status.write(at, to),
            1 => self.point_in_time_recovery_description.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.continuous_backups_status = Read::read(at, from)?,
            1 => self.point_in_time_recovery_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGlobalSecondaryIndexAction {
    pub index_name: String,
    pub key_schema: Vec<KeySchemaElement>,
    pub projection: Projection,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<WarmThroughput>,
}

impl Shape for CreateGlobalSecondaryIndexAction {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateGlobalSecondaryIndexAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.key_schema.write(at, to),
            2 => self.projection.write(at, to),
            3 => self.provisioned_throughput.write(at, to),
            4 => self.on_demand_throughput.write(at, to),
            5 => self.warm_throughput.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.key_schema = Read::read(at, from)?,
            2 => self.projection = Read::read(at, from)?,
            3 => self.provisioned_throughput = Read::read(at, from)?,
            4 => self.on_demand_throughput = Read::read(at, from)?,
            5 => self.warm_throughput = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGlobalTableWitnessGroupMemberAction {
    pub region_name: String,
}

impl Shape for CreateGlobalTableWitnessGroupMemberAction {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateGlobalTableWitnessGroupMemberAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.region_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateReplicationGroupMemberAction {
    pub region_name: String,
    pub kms_master_key_id: Option<String>,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndex>>,
    pub table_class_override: Option<String>,
}

impl Shape for CreateReplicationGroupMemberAction {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateReplicationGroupMemberAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region_name.write(at, to),
            1 => self.kms_master_key_id.write(at, to),
            2 => self.provisioned_throughput_override.write(at, to),
            3 => self.on_demand_throughput_override.write(at, to),
            4 => self.global_secondary_indexes.write(at, to),
            5 => self.table_class_override.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.region_name = Read::read(at, from)?,
            1 => self.kms_master_key_id = Read::read(at, from)?,
            2 => self.provisioned_throughput_override = Read::read(at, from)?,
            3 => self.on_demand_throughput_override = Read::read(at, from)?,
            4 => self.global_secondary_indexes = Read::read(at, from)?,
            5 => self.table_class_override = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTableInput {
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    pub table_name: String,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub local_secondary_indexes: Option<Vec<LocalSecondaryIndex>>,
    pub global_secondary_indexes: Option<Vec<GlobalSecondaryIndex>>,
    pub billing_mode: Option<String>,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub stream_specification: Option<StreamSpecification>,
    pub sse_specification: Option<SSESpecification>,
    pub tags: Option<Vec<Tag>>,
    pub table_class: Option<String>,
    pub deletion_protection_enabled: Option<bool>,
    pub warm_throughput: Option<WarmThroughput>,
    pub resource_policy: Option<String>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub global_table_source_arn: Option<String>,
    pub global_table_settings_replication_mode: Option<String>,
    pub vector_indexes: Option<Vec<VectorIndex>>,
}

impl Shape for CreateTableInput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateTableInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attribute_definitions.write(at, to),
            1 => self.table_name.write(at, to),
            2 => self.key_schema.write(at, to),
            3 => self.local_secondary_indexes.write(at, to),
            4 => self.global_secondary_indexes.write(at, to),
            5 => self.billing_mode.write(at, to),
            6 => self.provisioned_throughput.write(at, to),
            7 => self.stream_specification.write(at, to),
            8 => self.sse_specification.write(at, to),
            9 => self.tags.write(at, to),
            10 => self.table_class.write(at, to),
            11 => self.deletion_protection_enabled.write(at, to),
            12 => self.warm_throughput.write(at, to),
            13 => self.resource_policy.write(at, to),
            14 => self.on_demand_throughput.write(at, to),
            15 => self.global_table_source_arn.write(at, to),
            16 => self.global_table_settings_replication_mode.write(at, to),
            17 => self.vector_indexes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.attribute_definitions = Read::read(at, from)?,
            1 => self.table_name = Read::read(at, from)?,
            2 => self.key_schema = Read::read(at, from)?,
            3 => self.local_secondary_indexes = Read::read(at, from)?,
            4 => self.global_secondary_indexes = Read::read(at, from)?,
            5 => self.billing_mode = Read::read(at, from)?,
            6 => self.provisioned_throughput = Read::read(at, from)?,
            7 => self.stream_specification = Read::read(at, from)?,
            8 => self.sse_specification = Read::read(at, from)?,
            9 => self.tags = Read::read(at, from)?,
            10 => self.table_class = Read::read(at, from)?,
            11 => self.deletion_protection_enabled = Read::read(at, from)?,
            12 => self.warm_throughput = Read::read(at, from)?,
            13 => self.resource_policy = Read::read(at, from)?,
            14 => self.on_demand_throughput = Read::read(at, from)?,
            15 => self.global_table_source_arn = Read::read(at, from)?,
            16 => self.global_table_settings_replication_mode = Read::read(at, from)?,
            17 => self.vector_indexes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTableOutput {
    pub table_description: Option<TableDescription>,
}

impl Shape for CreateTableOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateTableOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_description.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.table_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVectorIndexAction {
    pub index_name: String,
    pub vector_attribute: VectorAttributeDefinition,
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    pub projection: Projection,
    pub dimensions: i64,
    pub distance_function: String,
}

impl Shape for CreateVectorIndexAction {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateVectorIndexAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.vector_attribute.write(at, to),
            2 => self.search_schema.write(at, to),
            3 => self.projection.write(at, to),
            4 => self.dimensions.write(at, to),
            5 => self.distance_function.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.vector_attribute = Read::read(at, from)?,
            2 => self.search_schema = Read::read(at, from)?,
            3 => self.projection = Read::read(at, from)?,
            4 => self.dimensions = Read::read(at, from)?,
            5 => self.distance_function = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delete {
    pub key: std::collections::BTreeMap<String, crate::AttributeValue>,
    pub table_name: String,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
    pub expression_attribute_values:
        Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for Delete {
    fn schema(&self) -> &'static Structure {
        &schemas::Delete
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.table_name.write(at, to),
            2 => self.condition_expression.write(at, to),
            3 => self.expression_attribute_names.write(at, to),
            4 => self.expression_attribute_values.write(at, to),
            5 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
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
            1 => self.table_name = Read::read(at, from)?,
            2 => self.condition_expression = Read::read(at, from)?,
            3 => self.expression_attribute_names = Read::read(at, from)?,
            4 => self.expression_attribute_values = Read::read(at, from)?,
            5 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteGlobalSecondaryIndexAction {
    pub index_name: String,
}

impl Shape for DeleteGlobalSecondaryIndexAction {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteGlobalSecondaryIndexAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteGlobalTableWitnessGroupMemberAction {
    pub region_name: String,
}

impl Shape for DeleteGlobalTableWitnessGroupMemberAction {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteGlobalTableWitnessGroupMemberAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.region_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteItemInput {
    pub table_name: String,
    pub key: std::collections::BTreeMap<String, crate::AttributeValue>,
    pub expected: Option<std::collections::BTreeMap<String, ExpectedAttributeValue>>,
    pub conditional_operator: Option<String>,
    pub return_values: Option<String>,
    pub return_consumed_capacity: Option<String>,
    pub return_item_collection_metrics: Option<String>,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
    pub expression_attribute_values:
        Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for DeleteItemInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteItemInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.key.write(at, to),
            2 => self.expected.write(at, to),
            3 => self.conditional_operator.write(at, to),
            4 => self.return_values.write(at, to),
            5 => self.return_consumed_capacity.write(at, to),
            6 => self.return_item_collection_metrics.write(at, to),
            7 => self.condition_expression.write(at, to),
            8 => self.expression_attribute_names.write(at, to),
            9 => self.expression_attribute_values.write(at, to),
            10 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
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
            1 => self.key = Read::read(at, from)?,
            2 => self.expected = Read::read(at, from)?,
            3 => self.conditional_operator = Read::read(at, from)?,
            4 => self.return_values = Read::read(at, from)?,
            5 => self.return_consumed_capacity = Read::read(at, from)?,
            6 => self.return_item_collection_metrics = Read::read(at, from)?,
            7 => self.condition_expression = Read::read(at, from)?,
            8 => self.expression_attribute_names = Read::read(at, from)?,
            9 => self.expression_attribute_values = Read::read(at, from)?,
            10 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteItemOutput {
    pub attributes: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

impl Shape for DeleteItemOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteItemOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attributes.write(at, to),
            1 => self.consumed_capacity.write(at, to),
            2 => self.item_collection_metrics.write(at, to),
            _ => {}
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
            1 => self.consumed_capacity = Read::read(at, from)?,
            2 => self.item_collection_metrics = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteReplicationGroupMemberAction {
    pub region_name: String,
}

impl Shape for DeleteReplicationGroupMemberAction {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteReplicationGroupMemberAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.region_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRequest {
    pub key: std::collections::BTreeMap<String, crate::AttributeValue>,
}

impl Shape for DeleteRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyInput {
    pub resource_arn: String,
    pub expected_revision_id: Option<String>,
}

impl Shape for DeleteResourcePolicyInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteResourcePolicyInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
            1 => self.expected_revision_id.write(at, to),
            _ => {}
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
            1 => self.expected_revision_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyOutput {
    pub revision_id: Option<String>,
}

impl Shape for DeleteResourcePolicyOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteResourcePolicyOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.revision_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.revision_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTableInput {
    pub table_name: String,
}

impl Shape for DeleteTableInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteTableInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTableOutput {
    pub table_description: Option<TableDescription>,
}

impl Shape for DeleteTableOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteTableOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_description.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.table_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVectorIndexAction {
    pub index_name: String,
}

impl Shape for DeleteVectorIndexAction {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteVectorIndexAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeContinuousBackupsInput {
    pub table_name: String,
}

impl Shape for DescribeContinuousBackupsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeContinuousBackupsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeContinuousBackupsOutput {
    pub continuous_backups_description: Option<ContinuousBackupsDescription>,
}

impl Shape for DescribeContinuousBackupsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeContinuousBackupsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.continuous_backups_description.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.continuous_backups_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeEndpointsRequest {}

impl Shape for DescribeEndpointsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeEndpointsRequest
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
pub struct DescribeEndpointsResponse {
    pub endpoints: Vec<Endpoint>,
}

impl Shape for DescribeEndpointsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeEndpointsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.endpoints.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.endpoints = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeKinesisStreamingDestinationInput {
    pub table_name: String,
}

impl Shape for DescribeKinesisStreamingDestinationInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeKinesisStreamingDestinationInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeKinesisStreamingDestinationOutput {
    pub table_name: Option<String>,
    pub kinesis_data_stream_destinations: Option<Vec<KinesisDataStreamDestination>>,
}

impl Shape for DescribeKinesisStreamingDestinationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeKinesisStreamingDestinationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.kinesis_data_stream_destinations.write(at, to),
            _ => {}
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
            1 => self.kinesis_data_stream_destinations = Read::read(at, from)?,
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
    pub account_max_read_capacity_units: Option<i64>,
    pub account_max_write_capacity_units: Option<i64>,
    pub table_max_read_capacity_units: Option<i64>,
    pub table_max_write_capacity_units: Option<i64>,
}

impl Shape for DescribeLimitsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeLimitsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.account_max_read_capacity_units.write(at, to),
            1 => self.account_max_write_capacity_units.write(at, to),
            2 => self.table_max_read_capacity_units.write(at, to),
            3 => self.table_max_write_capacity_units.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.account_max_read_capacity_units = Read::read(at, from)?,
            1 => self.account_max_write_capacity_units = Read::read(at, from)?,
            2 => self.table_max_read_capacity_units = Read::read(at, from)?,
            3 => self.table_max_write_capacity_units = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTableInput {
    pub table_name: String,
}

impl Shape for DescribeTableInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeTableInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTableOutput {
    pub table: Option<TableDescription>,
}

impl Shape for DescribeTableOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeTableOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.table = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTimeToLiveInput {
    pub table_name: String,
}

impl Shape for DescribeTimeToLiveInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeTimeToLiveInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTimeToLiveOutput {
    pub time_to_live_description: Option<TimeToLiveDescription>,
}

impl Shape for DescribeTimeToLiveOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeTimeToLiveOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.time_to_live_description.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.time_to_live_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateReplicationGroupMemberAction {
    pub region_name: String,
    pub disassociation_mode: String,
}

impl Shape for DisassociateReplicationGroupMemberAction {
    fn schema(&self) -> &'static Structure {
        &schemas::DisassociateReplicationGroupMemberAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region_name.write(at, to),
            1 => self.disassociation_mode.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.region_name = Read::read(at, from)?,
            1 => self.disassociation_mode = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableKinesisStreamingConfiguration {
    pub approximate_creation_date_time_precision: Option<String>,
}

impl Shape for EnableKinesisStreamingConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::EnableKinesisStreamingConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.approximate_creation_date_time_precision.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.approximate_creation_date_time_precision = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Endpoint {
    pub address: String,
    pub cache_period_in_minutes: i64,
}

impl Shape for Endpoint {
    fn schema(&self) -> &'static Structure {
        &schemas::Endpoint
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.address.write(at, to),
            1 => self.cache_period_in_minutes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.address = Read::read(at, from)?,
            1 => self.cache_period_in_minutes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteStatementInput {
    pub statement: String,
    pub parameters: Option<Vec<crate::AttributeValue>>,
    pub consistent_read: Option<bool>,
    pub next_token: Option<String>,
    pub return_consumed_capacity: Option<String>,
    pub limit: Option<i32>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for ExecuteStatementInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ExecuteStatementInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.statement.write(at, to),
            1 => self.parameters.write(at, to),
            2 => self.consistent_read.write(at, to),
            3 => self.next_token.write(at, to),
            4 => self.return_consumed_capacity.write(at, to),
            5 => self.limit.write(at, to),
            6 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.statement = Read::read(at, from)?,
            1 => self.parameters = Read::read(at, from)?,
            2 => self.consistent_read = Read::read(at, from)?,
            3 => self.next_token = Read::read(at, from)?,
            4 => self.return_consumed_capacity = Read::read(at, from)?,
            5 => self.limit = Read::read(at, from)?,
            6 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteStatementOutput {
    pub items: Option<Vec<std::collections::BTreeMap<String, crate::AttributeValue>>>,
    pub next_token: Option<String>,
    pub consumed_capacity: Option<ConsumedCapacity>,
    pub last_evaluated_key: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
}

impl Shape for ExecuteStatementOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ExecuteStatementOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.items.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.consumed_capacity.write(at, to),
            3 => self.last_evaluated_key.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.items = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.consumed_capacity = Read::read(at, from)?,
            3 => self.last_evaluated_key = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteTransactionInput {
    pub transact_statements: Vec<ParameterizedStatement>,
    pub client_request_token: Option<String>,
    pub return_consumed_capacity: Option<String>,
}

impl Shape for ExecuteTransactionInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ExecuteTransactionInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.transact_statements.write(at, to),
            1 => self.client_request_token.write(at, to),
            2 => self.return_consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.transact_statements = Read::read(at, from)?,
            1 => self.client_request_token = Read::read(at, from)?,
            2 => self.return_consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteTransactionOutput {
    pub responses: Option<Vec<ItemResponse>>,
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

impl Shape for ExecuteTransactionOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ExecuteTransactionOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.responses.write(at, to),
            1 => self.consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.responses = Read::read(at, from)?,
            1 => self.consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExpectedAttributeValue {
    pub value: Option<crate::AttributeValue>,
    pub exists: Option<bool>,
    pub comparison_operator: Option<String>,
    pub attribute_value_list: Option<Vec<crate::AttributeValue>>,
}

impl Shape for ExpectedAttributeValue {
    fn schema(&self) -> &'static Structure {
        &schemas::ExpectedAttributeValue
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.value.write(at, to),
            1 => self.exists.write(at, to),
            2 => self.comparison_operator.write(at, to),
            3 => self.attribute_value_list.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.value = Read::read(at, from)?,
            1 => self.exists = Read::read(at, from)?,
            2 => self.comparison_operator = Read::read(at, from)?,
            3 => self.attribute_value_list = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Get {
    pub key: std::collections::BTreeMap<String, crate::AttributeValue>,
    pub table_name: String,
    pub projection_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for Get {
    fn schema(&self) -> &'static Structure {
        &schemas::Get
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.table_name.write(at, to),
            2 => self.projection_expression.write(at, to),
            3 => self.expression_attribute_names.write(at, to),
            _ => {}
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
            1 => self.table_name = Read::read(at, from)?,
            2 => self.projection_expression = Read::read(at, from)?,
            3 => self.expression_attribute_names = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetItemInput {
    pub table_name: String,
    pub key: std::collections::BTreeMap<String, crate::AttributeValue>,
    pub attributes_to_get: Option<Vec<String>>,
    pub consistent_read: Option<bool>,
    pub return_consumed_capacity: Option<String>,
    pub projection_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for GetItemInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetItemInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.key.write(at, to),
            2 => self.attributes_to_get.write(at, to),
            3 => self.consistent_read.write(at, to),
            4 => self.return_consumed_capacity.write(at, to),
            5 => self.projection_expression.write(at, to),
            6 => self.expression_attribute_names.write(at, to),
            _ => {}
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
            1 => self.key = Read::read(at, from)?,
            2 => self.attributes_to_get = Read::read(at, from)?,
            3 => self.consistent_read = Read::read(at, from)?,
            4 => self.return_consumed_capacity = Read::read(at, from)?,
            5 => self.projection_expression = Read::read(at, from)?,
            6 => self.expression_attribute_names = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetItemOutput {
    pub item: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
}

impl Shape for GetItemOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetItemOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.item.write(at, to),
            1 => self.consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.item = Read::read(at, from)?,
            1 => self.consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyInput {
    pub resource_arn: String,
}

impl Shape for GetResourcePolicyInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetResourcePolicyInput
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
pub struct GetResourcePolicyOutput {
    pub policy: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for GetResourcePolicyOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetResourcePolicyOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy.write(at, to),
            1 => self.revision_id.write(at, to),
            _ => {}
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
            1 => self.revision_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndex {
    pub index_name: String,
    pub key_schema: Vec<KeySchemaElement>,
    pub projection: Projection,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<WarmThroughput>,
}

impl Shape for GlobalSecondaryIndex {
    fn schema(&self) -> &'static Structure {
        &schemas::GlobalSecondaryIndex
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.key_schema.write(at, to),
            2 => self.projection.write(at, to),
            3 => self.provisioned_throughput.write(at, to),
            4 => self.on_demand_throughput.write(at, to),
            5 => self.warm_throughput.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.key_schema = Read::read(at, from)?,
            2 => self.projection = Read::read(at, from)?,
            3 => self.provisioned_throughput = Read::read(at, from)?,
            4 => self.on_demand_throughput = Read::read(at, from)?,
            5 => self.warm_throughput = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndexDescription {
    pub index_name: Option<String>,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub projection: Option<Projection>,
    pub index_status: Option<String>,
    pub backfilling: Option<bool>,
    pub provisioned_throughput: Option<ProvisionedThroughputDescription>,
    pub index_size_bytes: Option<i64>,
    pub item_count: Option<i64>,
    pub index_arn: Option<String>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<GlobalSecondaryIndexWarmThroughputDescription>,
}

impl Shape for GlobalSecondaryIndexDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::GlobalSecondaryIndexDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.key_schema.write(at, to),
            2 => self.projection.write(at, to),
            3 => self.index_status.write(at, to),
            4 => self.backfilling.write(at, to),
            5 => self.provisioned_throughput.write(at, to),
            6 => self.index_size_bytes.write(at, to),
            7 => self.item_count.write(at, to),
            8 => self.index_arn.write(at, to),
            9 => self.on_demand_throughput.write(at, to),
            10 => self.warm_throughput.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.key_schema = Read::read(at, from)?,
            2 => self.projection = Read::read(at, from)?,
            3 => self.index_status = Read::read(at, from)?,
            4 => self.backfilling = Read::read(at, from)?,
            5 => self.provisioned_throughput = Read::read(at, from)?,
            6 => self.index_size_bytes = Read::read(at, from)?,
            7 => self.item_count = Read::read(at, from)?,
            8 => self.index_arn = Read::read(at, from)?,
            9 => self.on_demand_throughput = Read::read(at, from)?,
            10 => self.warm_throughput = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndexUpdate {
    pub update: Option<UpdateGlobalSecondaryIndexAction>,
    pub create: Option<CreateGlobalSecondaryIndexAction>,
    pub delete: Option<DeleteGlobalSecondaryIndexAction>,
}

impl Shape for GlobalSecondaryIndexUpdate {
    fn schema(&self) -> &'static Structure {
        &schemas::GlobalSecondaryIndexUpdate
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.update.write(at, to),
            1 => self.create.write(at, to),
            2 => self.delete.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.update = Read::read(at, from)?,
            1 => self.create = Read::read(at, from)?,
            2 => self.delete = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndexWarmThroughputDescription {
    pub read_units_per_second: Option<i64>,
    pub write_units_per_second: Option<i64>,
    pub status: Option<String>,
}

impl Shape for GlobalSecondaryIndexWarmThroughputDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::GlobalSecondaryIndexWarmThroughputDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.read_units_per_second.write(at, to),
            1 => self.write_units_per_second.write(at, to),
            2 => self.status.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.read_units_per_second = Read::read(at, from)?,
            1 => self.write_units_per_second = Read::read(at, from)?,
            2 => self.status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalTableWitnessDescription {
    pub region_name: Option<String>,
    pub witness_status: Option<String>,
}

impl Shape for GlobalTableWitnessDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::GlobalTableWitnessDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region_name.write(at, to),
            1 => self.witness_status.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.region_name = Read::read(at, from)?,
            1 => self.witness_status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalTableWitnessGroupUpdate {
    pub create: Option<CreateGlobalTableWitnessGroupMemberAction>,
    pub delete: Option<DeleteGlobalTableWitnessGroupMemberAction>,
}

impl Shape for GlobalTableWitnessGroupUpdate {
    fn schema(&self) -> &'static Structure {
        &schemas::GlobalTableWitnessGroupUpdate
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.create.write(at, to),
            1 => self.delete.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.create = Read::read(at, from)?,
            1 => self.delete = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemCollectionMetrics {
    pub item_collection_key: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub size_estimate_range_gb: Option<Vec<f64>>,
}

impl Shape for ItemCollectionMetrics {
    fn schema(&self) -> &'static Structure {
        &schemas::ItemCollectionMetrics
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.item_collection_key.write(at, to),
            1 => self.size_estimate_range_gb.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.item_collection_key = Read::read(at, from)?,
            1 => self.size_estimate_range_gb = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemResponse {
    pub item: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
}

impl Shape for ItemResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ItemResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.item.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.item = Read::read(at, from)?,
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
pub struct KeysAndAttributes {
    pub keys: Vec<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub attributes_to_get: Option<Vec<String>>,
    pub consistent_read: Option<bool>,
    pub projection_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for KeysAndAttributes {
    fn schema(&self) -> &'static Structure {
        &schemas::KeysAndAttributes
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.keys.write(at, to),
            1 => self.attributes_to_get.write(at, to),
            2 => self.consistent_read.write(at, to),
            3 => self.projection_expression.write(at, to),
            4 => self.expression_attribute_names.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.keys = Read::read(at, from)?,
            1 => self.attributes_to_get = Read::read(at, from)?,
            2 => self.consistent_read = Read::read(at, from)?,
            3 => self.projection_expression = Read::read(at, from)?,
            4 => self.expression_attribute_names = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisDataStreamDestination {
    pub stream_arn: Option<String>,
    pub destination_status: Option<String>,
    pub destination_status_description: Option<String>,
    pub approximate_creation_date_time_precision: Option<String>,
}

impl Shape for KinesisDataStreamDestination {
    fn schema(&self) -> &'static Structure {
        &schemas::KinesisDataStreamDestination
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_arn.write(at, to),
            1 => self.destination_status.write(at, to),
            2 => self.destination_status_description.write(at, to),
            3 => self.approximate_creation_date_time_precision.write(at, to),
            _ => {}
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
            1 => self.destination_status = Read::read(at, from)?,
            2 => self.destination_status_description = Read::read(at, from)?,
            3 => self.approximate_creation_date_time_precision = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisStreamingDestinationInput {
    pub table_name: String,
    pub stream_arn: String,
    pub enable_kinesis_streaming_configuration: Option<EnableKinesisStreamingConfiguration>,
}

impl Shape for KinesisStreamingDestinationInput {
    fn schema(&self) -> &'static Structure {
        &schemas::KinesisStreamingDestinationInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.stream_arn.write(at, to),
            2 => self.enable_kinesis_streaming_configuration.write(at, to),
            _ => {}
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
            1 => self.stream_arn = Read::read(at, from)?,
            2 => self.enable_kinesis_streaming_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisStreamingDestinationOutput {
    pub table_name: Option<String>,
    pub stream_arn: Option<String>,
    pub destination_status: Option<String>,
    pub enable_kinesis_streaming_configuration: Option<EnableKinesisStreamingConfiguration>,
}

impl Shape for KinesisStreamingDestinationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::KinesisStreamingDestinationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.stream_arn.write(at, to),
            2 => self.destination_status.write(at, to),
            3 => self.enable_kinesis_streaming_configuration.write(at, to),
            _ => {}
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
            1 => self.stream_arn = Read::read(at, from)?,
            2 => self.destination_status = Read::read(at, from)?,
            3 => self.enable_kinesis_streaming_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTablesInput {
    pub exclusive_start_table_name: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for ListTablesInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTablesInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.exclusive_start_table_name.write(at, to),
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
            0 => self.exclusive_start_table_name = Read::read(at, from)?,
            1 => self.limit = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTablesOutput {
    pub table_names: Option<Vec<String>>,
    pub last_evaluated_table_name: Option<String>,
}

impl Shape for ListTablesOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTablesOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_names.write(at, to),
            1 => self.last_evaluated_table_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.table_names = Read::read(at, from)?,
            1 => self.last_evaluated_table_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsOfResourceInput {
    pub resource_arn: String,
    pub next_token: Option<String>,
}

impl Shape for ListTagsOfResourceInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsOfResourceInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
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
            0 => self.resource_arn = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsOfResourceOutput {
    pub tags: Option<Vec<Tag>>,
    pub next_token: Option<String>,
}

impl Shape for ListTagsOfResourceOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsOfResourceOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
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
            0 => self.tags = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalSecondaryIndex {
    pub index_name: String,
    pub key_schema: Vec<KeySchemaElement>,
    pub projection: Projection,
}

impl Shape for LocalSecondaryIndex {
    fn schema(&self) -> &'static Structure {
        &schemas::LocalSecondaryIndex
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.key_schema.write(at, to),
            2 => self.projection.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.key_schema = Read::read(at, from)?,
            2 => self.projection = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalSecondaryIndexDescription {
    pub index_name: Option<String>,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub projection: Option<Projection>,
    pub index_size_bytes: Option<i64>,
    pub item_count: Option<i64>,
    pub index_arn: Option<String>,
}

impl Shape for LocalSecondaryIndexDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::LocalSecondaryIndexDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.key_schema.write(at, to),
            2 => self.projection.write(at, to),
            3 => self.index_size_bytes.write(at, to),
            4 => self.item_count.write(at, to),
            5 => self.index_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.key_schema = Read::read(at, from)?,
            2 => self.projection = Read::read(at, from)?,
            3 => self.index_size_bytes = Read::read(at, from)?,
            4 => self.item_count = Read::read(at, from)?,
            5 => self.index_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnDemandThroughput {
    pub max_read_request_units: Option<i64>,
    pub max_write_request_units: Option<i64>,
}

impl Shape for OnDemandThroughput {
    fn schema(&self) -> &'static Structure {
        &schemas::OnDemandThroughput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.max_read_request_units.write(at, to),
            1 => self.max_write_request_units.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.max_read_request_units = Read::read(at, from)?,
            1 => self.max_write_request_units = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnDemandThroughputOverride {
    pub max_read_request_units: Option<i64>,
}

impl Shape for OnDemandThroughputOverride {
    fn schema(&self) -> &'static Structure {
        &schemas::OnDemandThroughputOverride
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.max_read_request_units.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.max_read_request_units = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterizedStatement {
    pub statement: String,
    pub parameters: Option<Vec<crate::AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for ParameterizedStatement {
    fn schema(&self) -> &'static Structure {
        &schemas::ParameterizedStatement
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.statement.write(at, to),
            1 => self.parameters.write(at, to),
            2 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.statement = Read::read(at, from)?,
            1 => self.parameters = Read::read(at, from)?,
            2 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PointInTimeRecoveryDescription {
    pub point_in_time_recovery_status: Option<String>,
    pub recovery_period_in_days: Option<i32>,
    pub earliest_restorable_date_time: Option<crate::Timestamp>,
    pub latest_restorable_date_time: Option<crate::Timestamp>,
}

impl Shape for PointInTimeRecoveryDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::PointInTimeRecoveryDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.point_in_time_recovery_status.write(at, to),
            1 => self.recovery_period_in_days.write(at, to),
            2 => self.earliest_restorable_date_time.write(at, to),
            3 => self.latest_restorable_date_time.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.point_in_time_recovery_status = Read::read(at, from)?,
            1 => self.recovery_period_in_days = Read::read(at, from)?,
            2 => self.earliest_restorable_date_time = Read::read(at, from)?,
            3 => self.latest_restorable_date_time = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PointInTimeRecoverySpecification {
    pub point_in_time_recovery_enabled: bool,
    pub recovery_period_in_days: Option<i32>,
}

impl Shape for PointInTimeRecoverySpecification {
    fn schema(&self) -> &'static Structure {
        &schemas::PointInTimeRecoverySpecification
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.point_in_time_recovery_enabled.write(at, to),
            1 => self.recovery_period_in_days.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.point_in_time_recovery_enabled = Read::read(at, from)?,
            1 => self.recovery_period_in_days = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Projection {
    pub projection_type: Option<String>,
    pub non_key_attributes: Option<Vec<String>>,
}

impl Shape for Projection {
    fn schema(&self) -> &'static Structure {
        &schemas::Projection
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.projection_type.write(at, to),
            1 => self.non_key_attributes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.projection_type = Read::read(at, from)?,
            1 => self.non_key_attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedThroughput {
    pub read_capacity_units: i64,
    pub write_capacity_units: i64,
}

impl Shape for ProvisionedThroughput {
    fn schema(&self) -> &'static Structure {
        &schemas::ProvisionedThroughput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.read_capacity_units.write(at, to),
            1 => self.write_capacity_units.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.read_capacity_units = Read::read(at, from)?,
            1 => self.write_capacity_units = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedThroughputDescription {
    pub last_increase_date_time: Option<crate::Timestamp>,
    pub last_decrease_date_time: Option<crate::Timestamp>,
    pub number_of_decreases_today: Option<i64>,
    pub read_capacity_units: Option<i64>,
    pub write_capacity_units: Option<i64>,
}

impl Shape for ProvisionedThroughputDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::ProvisionedThroughputDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.last_increase_date_time.write(at, to),
            1 => self.last_decrease_date_time.write(at, to),
            2 => self.number_of_decreases_today.write(at, to),
            3 => self.read_capacity_units.write(at, to),
            4 => self.write_capacity_units.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.last_increase_date_time = Read::read(at, from)?,
            1 => self.last_decrease_date_time = Read::read(at, from)?,
            2 => self.number_of_decreases_today = Read::read(at, from)?,
            3 => self.read_capacity_units = Read::read(at, from)?,
            4 => self.write_capacity_units = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedThroughputExceededException {
    pub message: Option<String>,
    pub throttling_reasons: Option<Vec<ThrottlingReason>>,
}

impl Shape for ProvisionedThroughputExceededException {
    fn schema(&self) -> &'static Structure {
        &schemas::ProvisionedThroughputExceededException
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
            1 => self.throttling_reasons.write(at, to),
            _ => {}
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
            1 => self.throttling_reasons = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedThroughputOverride {
    pub read_capacity_units: Option<i64>,
}

impl Shape for ProvisionedThroughputOverride {
    fn schema(&self) -> &'static Structure {
        &schemas::ProvisionedThroughputOverride
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.read_capacity_units.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.read_capacity_units = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Put {
    pub item: std::collections::BTreeMap<String, crate::AttributeValue>,
    pub table_name: String,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
    pub expression_attribute_values:
        Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for Put {
    fn schema(&self) -> &'static Structure {
        &schemas::Put
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.item.write(at, to),
            1 => self.table_name.write(at, to),
            2 => self.condition_expression.write(at, to),
            3 => self.expression_attribute_names.write(at, to),
            4 => self.expression_attribute_values.write(at, to),
            5 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.item = Read::read(at, from)?,
            1 => self.table_name = Read::read(at, from)?,
            2 => self.condition_expression = Read::read(at, from)?,
            3 => self.expression_attribute_names = Read::read(at, from)?,
            4 => self.expression_attribute_values = Read::read(at, from)?,
            5 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutItemInput {
    pub table_name: String,
    pub item: std::collections::BTreeMap<String, crate::AttributeValue>,
    pub expected: Option<std::collections::BTreeMap<String, ExpectedAttributeValue>>,
    pub return_values: Option<String>,
    pub return_consumed_capacity: Option<String>,
    pub return_item_collection_metrics: Option<String>,
    pub conditional_operator: Option<String>,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
    pub expression_attribute_values:
        Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for PutItemInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutItemInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.item.write(at, to),
            2 => self.expected.write(at, to),
            3 => self.return_values.write(at, to),
            4 => self.return_consumed_capacity.write(at, to),
            5 => self.return_item_collection_metrics.write(at, to),
            6 => self.conditional_operator.write(at, to),
            7 => self.condition_expression.write(at, to),
            8 => self.expression_attribute_names.write(at, to),
            9 => self.expression_attribute_values.write(at, to),
            10 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
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
            1 => self.item = Read::read(at, from)?,
            2 => self.expected = Read::read(at, from)?,
            3 => self.return_values = Read::read(at, from)?,
            4 => self.return_consumed_capacity = Read::read(at, from)?,
            5 => self.return_item_collection_metrics = Read::read(at, from)?,
            6 => self.conditional_operator = Read::read(at, from)?,
            7 => self.condition_expression = Read::read(at, from)?,
            8 => self.expression_attribute_names = Read::read(at, from)?,
            9 => self.expression_attribute_values = Read::read(at, from)?,
            10 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutItemOutput {
    pub attributes: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

impl Shape for PutItemOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutItemOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attributes.write(at, to),
            1 => self.consumed_capacity.write(at, to),
            2 => self.item_collection_metrics.write(at, to),
            _ => {}
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
            1 => self.consumed_capacity = Read::read(at, from)?,
            2 => self.item_collection_metrics = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRequest {
    pub item: std::collections::BTreeMap<String, crate::AttributeValue>,
}

impl Shape for PutRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.item.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.item = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyInput {
    pub resource_arn: String,
    pub policy: String,
    pub expected_revision_id: Option<String>,
    pub confirm_remove_self_resource_access: Option<bool>,
}

impl Shape for PutResourcePolicyInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutResourcePolicyInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_arn.write(at, to),
            1 => self.policy.write(at, to),
            2 => self.expected_revision_id.write(at, to),
            3 => self.confirm_remove_self_resource_access.write(at, to),
            _ => {}
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
            1 => self.policy = Read::read(at, from)?,
            2 => self.expected_revision_id = Read::read(at, from)?,
            3 => self.confirm_remove_self_resource_access = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyOutput {
    pub revision_id: Option<String>,
}

impl Shape for PutResourcePolicyOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutResourcePolicyOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.revision_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.revision_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryInput {
    pub table_name: String,
    pub index_name: Option<String>,
    pub select: Option<String>,
    pub attributes_to_get: Option<Vec<String>>,
    pub limit: Option<i32>,
    pub consistent_read: Option<bool>,
    pub key_conditions: Option<std::collections::BTreeMap<String, Condition>>,
    pub query_filter: Option<std::collections::BTreeMap<String, Condition>>,
    pub conditional_operator: Option<String>,
    pub scan_index_forward: Option<bool>,
    pub exclusive_start_key: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub return_consumed_capacity: Option<String>,
    pub projection_expression: Option<String>,
    pub filter_expression: Option<String>,
    pub key_condition_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
    pub expression_attribute_values:
        Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
}

impl Shape for QueryInput {
    fn schema(&self) -> &'static Structure {
        &schemas::QueryInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.index_name.write(at, to),
            2 => self.select.write(at, to),
            3 => self.attributes_to_get.write(at, to),
            4 => self.limit.write(at, to),
            5 => self.consistent_read.write(at, to),
            6 => self.key_conditions.write(at, to),
            7 => self.query_filter.write(at, to),
            8 => self.conditional_operator.write(at, to),
            9 => self.scan_index_forward.write(at, to),
            10 => self.exclusive_start_key.write(at, to),
            11 => self.return_consumed_capacity.write(at, to),
            12 => self.projection_expression.write(at, to),
            13 => self.filter_expression.write(at, to),
            14 => self.key_condition_expression.write(at, to),
            15 => self.expression_attribute_names.write(at, to),
            16 => self.expression_attribute_values.write(at, to),
            _ => {}
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
            1 => self.index_name = Read::read(at, from)?,
            2 => self.select = Read::read(at, from)?,
            3 => self.attributes_to_get = Read::read(at, from)?,
            4 => self.limit = Read::read(at, from)?,
            5 => self.consistent_read = Read::read(at, from)?,
            6 => self.key_conditions = Read::read(at, from)?,
            7 => self.query_filter = Read::read(at, from)?,
            8 => self.conditional_operator = Read::read(at, from)?,
            9 => self.scan_index_forward = Read::read(at, from)?,
            10 => self.exclusive_start_key = Read::read(at, from)?,
            11 => self.return_consumed_capacity = Read::read(at, from)?,
            12 => self.projection_expression = Read::read(at, from)?,
            13 => self.filter_expression = Read::read(at, from)?,
            14 => self.key_condition_expression = Read::read(at, from)?,
            15 => self.expression_attribute_names = Read::read(at, from)?,
            16 => self.expression_attribute_values = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryOutput {
    pub items: Option<Vec<std::collections::BTreeMap<String, crate::AttributeValue>>>,
    pub count: Option<i32>,
    pub scanned_count: Option<i32>,
    pub last_evaluated_key: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
}

impl Shape for QueryOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::QueryOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.items.write(at, to),
            1 => self.count.write(at, to),
            2 => self.scanned_count.write(at, to),
            3 => self.last_evaluated_key.write(at, to),
            4 => self.consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.items = Read::read(at, from)?,
            1 => self.count = Read::read(at, from)?,
            2 => self.scanned_count = Read::read(at, from)?,
            3 => self.last_evaluated_key = Read::read(at, from)?,
            4 => self.consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaDescription {
    pub region_name: Option<String>,
    pub replica_status: Option<String>,
    pub replica_arn: Option<String>,
    pub replica_status_description: Option<String>,
    pub replica_status_percent_progress: Option<String>,
    pub kms_master_key_id: Option<String>,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    pub warm_throughput: Option<TableWarmThroughputDescription>,
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndexDescription>>,
    pub replica_inaccessible_date_time: Option<crate::Timestamp>,
    pub replica_table_class_summary: Option<TableClassSummary>,
    pub global_table_settings_replication_mode: Option<String>,
}

impl Shape for ReplicaDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicaDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region_name.write(at, to),
            1 => self.replica_status.write(at, to),
            2 => self.replica_arn.write(at, to),
            3 => self.replica_status_description.write(at, to),
            4 => self.replica_status_percent_progress.write(at, to),
            5 => self.kms_master_key_id.write(at, to),
            6 => self.provisioned_throughput_override.write(at, to),
            7 => self.on_demand_throughput_override.write(at, to),
            8 => self.warm_throughput.write(at, to),
            9 => self.global_secondary_indexes.write(at, to),
            10 => self.replica_inaccessible_date_time.write(at, to),
            11 => self.replica_table_class_summary.write(at, to),
            12 => self.global_table_settings_replication_mode.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.region_name = Read::read(at, from)?,
            1 => self.replica_status = Read::read(at, from)?,
            2 => self.replica_arn = Read::read(at, from)?,
            3 => self.replica_status_description = Read::read(at, from)?,
            4 => self.replica_status_percent_progress = Read::read(at, from)?,
            5 => self.kms_master_key_id = Read::read(at, from)?,
            6 => self.provisioned_throughput_override = Read::read(at, from)?,
            7 => self.on_demand_throughput_override = Read::read(at, from)?,
            8 => self.warm_throughput = Read::read(at, from)?,
            9 => self.global_secondary_indexes = Read::read(at, from)?,
            10 => self.replica_inaccessible_date_time = Read::read(at, from)?,
            11 => self.replica_table_class_summary = Read::read(at, from)?,
            12 => self.global_table_settings_replication_mode = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaGlobalSecondaryIndex {
    pub index_name: String,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
}

impl Shape for ReplicaGlobalSecondaryIndex {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicaGlobalSecondaryIndex
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.provisioned_throughput_override.write(at, to),
            2 => self.on_demand_throughput_override.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.provisioned_throughput_override = Read::read(at, from)?,
            2 => self.on_demand_throughput_override = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaGlobalSecondaryIndexDescription {
    pub index_name: Option<String>,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    pub warm_throughput: Option<GlobalSecondaryIndexWarmThroughputDescription>,
}

impl Shape for ReplicaGlobalSecondaryIndexDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicaGlobalSecondaryIndexDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.provisioned_throughput_override.write(at, to),
            2 => self.on_demand_throughput_override.write(at, to),
            3 => self.warm_throughput.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.provisioned_throughput_override = Read::read(at, from)?,
            2 => self.on_demand_throughput_override = Read::read(at, from)?,
            3 => self.warm_throughput = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationGroupUpdate {
    pub create: Option<CreateReplicationGroupMemberAction>,
    pub update: Option<UpdateReplicationGroupMemberAction>,
    pub delete: Option<DeleteReplicationGroupMemberAction>,
    pub disassociate: Option<DisassociateReplicationGroupMemberAction>,
}

impl Shape for ReplicationGroupUpdate {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicationGroupUpdate
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.create.write(at, to),
            1 => self.update.write(at, to),
            2 => self.delete.write(at, to),
            3 => self.disassociate.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.create = Read::read(at, from)?,
            1 => self.update = Read::read(at, from)?,
            2 => self.delete = Read::read(at, from)?,
            3 => self.disassociate = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestLimitExceeded {
    pub message: Option<String>,
    pub throttling_reasons: Option<Vec<ThrottlingReason>>,
}

impl Shape for RequestLimitExceeded {
    fn schema(&self) -> &'static Structure {
        &schemas::RequestLimitExceeded
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
            1 => self.throttling_reasons.write(at, to),
            _ => {}
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
            1 => self.throttling_reasons = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreSummary {
    pub source_backup_arn: Option<String>,
    pub source_table_arn: Option<String>,
    pub restore_date_time: crate::Timestamp,
    pub restore_in_progress: bool,
}

impl Shape for RestoreSummary {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreSummary
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.source_backup_arn.write(at, to),
            1 => self.source_table_arn.write(at, to),
            2 => self.restore_date_time.write(at, to),
            3 => self.restore_in_progress.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.source_backup_arn = Read::read(at, from)?,
            1 => self.source_table_arn = Read::read(at, from)?,
            2 => self.restore_date_time = Read::read(at, from)?,
            3 => self.restore_in_progress = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SSEDescription {
    pub status: Option<String>,
    pub sse_type: Option<String>,
    pub kms_master_key_arn: Option<String>,
    pub inaccessible_encryption_date_time: Option<crate::Timestamp>,
}

impl Shape for SSEDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::SSEDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            1 => self.sse_type.write(at, to),
            2 => self.kms_master_key_arn.write(at, to),
            3 => self.inaccessible_encryption_date_time.write(at, to),
            _ => {}
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
            1 => self.sse_type = Read::read(at, from)?,
            2 => self.kms_master_key_arn = Read::read(at, from)?,
            3 => self.inaccessible_encryption_date_time = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SSESpecification {
    pub enabled: Option<bool>,
    pub sse_type: Option<String>,
    pub kms_master_key_id: Option<String>,
}

impl Shape for SSESpecification {
    fn schema(&self) -> &'static Structure {
        &schemas::SSESpecification
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.enabled.write(at, to),
            1 => self.sse_type.write(at, to),
            2 => self.kms_master_key_id.write(at, to),
            _ => {}
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
            1 => self.sse_type = Read::read(at, from)?,
            2 => self.kms_master_key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScanInput {
    pub table_name: String,
    pub index_name: Option<String>,
    pub attributes_to_get: Option<Vec<String>>,
    pub limit: Option<i32>,
    pub select: Option<String>,
    pub scan_filter: Option<std::collections::BTreeMap<String, Condition>>,
    pub conditional_operator: Option<String>,
    pub exclusive_start_key: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub return_consumed_capacity: Option<String>,
    pub total_segments: Option<i32>,
    pub segment: Option<i32>,
    pub projection_expression: Option<String>,
    pub filter_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
    pub expression_attribute_values:
        Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub consistent_read: Option<bool>,
}

impl Shape for ScanInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ScanInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.index_name.write(at, to),
            2 => self.attributes_to_get.write(at, to),
            3 => self.limit.write(at, to),
            4 => self.select.write(at, to),
            5 => self.scan_filter.write(at, to),
            6 => self.conditional_operator.write(at, to),
            7 => self.exclusive_start_key.write(at, to),
            8 => self.return_consumed_capacity.write(at, to),
            9 => self.total_segments.write(at, to),
            10 => self.segment.write(at, to),
            11 => self.projection_expression.write(at, to),
            12 => self.filter_expression.write(at, to),
            13 => self.expression_attribute_names.write(at, to),
            14 => self.expression_attribute_values.write(at, to),
            15 => self.consistent_read.write(at, to),
            _ => {}
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
            1 => self.index_name = Read::read(at, from)?,
            2 => self.attributes_to_get = Read::read(at, from)?,
            3 => self.limit = Read::read(at, from)?,
            4 => self.select = Read::read(at, from)?,
            5 => self.scan_filter = Read::read(at, from)?,
            6 => self.conditional_operator = Read::read(at, from)?,
            7 => self.exclusive_start_key = Read::read(at, from)?,
            8 => self.return_consumed_capacity = Read::read(at, from)?,
            9 => self.total_segments = Read::read(at, from)?,
            10 => self.segment = Read::read(at, from)?,
            11 => self.projection_expression = Read::read(at, from)?,
            12 => self.filter_expression = Read::read(at, from)?,
            13 => self.expression_attribute_names = Read::read(at, from)?,
            14 => self.expression_attribute_values = Read::read(at, from)?,
            15 => self.consistent_read = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScanOutput {
    pub items: Option<Vec<std::collections::BTreeMap<String, crate::AttributeValue>>>,
    pub count: Option<i32>,
    pub scanned_count: Option<i32>,
    pub last_evaluated_key: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
}

impl Shape for ScanOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ScanOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.items.write(at, to),
            1 => self.count.write(at, to),
            2 => self.scanned_count.write(at, to),
            3 => self.last_evaluated_key.write(at, to),
            4 => self.consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.items = Read::read(at, from)?,
            1 => self.count = Read::read(at, from)?,
            2 => self.scanned_count = Read::read(at, from)?,
            3 => self.last_evaluated_key = Read::read(at, from)?,
            4 => self.consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchSchemaElement {
    pub attribute_name: String,
    pub search_schema_element_type: String,
}

impl Shape for SearchSchemaElement {
    fn schema(&self) -> &'static Structure {
        &schemas::SearchSchemaElement
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attribute_name.write(at, to),
            1 => self.search_schema_element_type.write(at, to),
            _ => {}
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
            1 => self.search_schema_element_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamSpecification {
    pub stream_enabled: bool,
    pub stream_view_type: Option<String>,
}

impl Shape for StreamSpecification {
    fn schema(&self) -> &'static Structure {
        &schemas::StreamSpecification
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.stream_enabled.write(at, to),
            1 => self.stream_view_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.stream_enabled = Read::read(at, from)?,
            1 => self.stream_view_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableClassSummary {
    pub table_class: Option<String>,
    pub last_update_date_time: Option<crate::Timestamp>,
}

impl Shape for TableClassSummary {
    fn schema(&self) -> &'static Structure {
        &schemas::TableClassSummary
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_class.write(at, to),
            1 => self.last_update_date_time.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.table_class = Read::read(at, from)?,
            1 => self.last_update_date_time = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableDescription {
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    pub table_name: Option<String>,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub table_status: Option<String>,
    pub creation_date_time: Option<crate::Timestamp>,
    pub provisioned_throughput: Option<ProvisionedThroughputDescription>,
    pub table_size_bytes: Option<i64>,
    pub item_count: Option<i64>,
    pub table_arn: Option<String>,
    pub table_id: Option<String>,
    pub billing_mode_summary: Option<BillingModeSummary>,
    pub local_secondary_indexes: Option<Vec<LocalSecondaryIndexDescription>>,
    pub global_secondary_indexes: Option<Vec<GlobalSecondaryIndexDescription>>,
    pub stream_specification: Option<StreamSpecification>,
    pub latest_stream_label: Option<String>,
    pub latest_stream_arn: Option<String>,
    pub global_table_version: Option<String>,
    pub replicas: Option<Vec<ReplicaDescription>>,
    pub global_table_witnesses: Option<Vec<GlobalTableWitnessDescription>>,
    pub global_table_settings_replication_mode: Option<String>,
    pub restore_summary: Option<RestoreSummary>,
    pub sse_description: Option<SSEDescription>,
    pub archival_summary: Option<ArchivalSummary>,
    pub table_class_summary: Option<TableClassSummary>,
    pub deletion_protection_enabled: Option<bool>,
    pub disassociation_protection_enabled: Option<bool>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<TableWarmThroughputDescription>,
    pub multi_region_consistency: Option<String>,
    pub vector_indexes: Option<Vec<VectorIndexDescription>>,
}

impl Shape for TableDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::TableDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attribute_definitions.write(at, to),
            1 => self.table_name.write(at, to),
            2 => self.key_schema.write(at, to),
            3 => self.table_status.write(at, to),
            4 => self.creation_date_time.write(at, to),
            5 => self.provisioned_throughput.write(at, to),
            6 => self.table_size_bytes.write(at, to),
            7 => self.item_count.write(at, to),
            8 => self.table_arn.write(at, to),
            9 => self.table_id.write(at, to),
            10 => self.billing_mode_summary.write(at, to),
            11 => self.local_secondary_indexes.write(at, to),
            12 => self.global_secondary_indexes.write(at, to),
            13 => self.stream_specification.write(at, to),
            14 => self.latest_stream_label.write(at, to),
            15 => self.latest_stream_arn.write(at, to),
            16 => self.global_table_version.write(at, to),
            17 => self.replicas.write(at, to),
            18 => self.global_table_witnesses.write(at, to),
            19 => self.global_table_settings_replication_mode.write(at, to),
            20 => self.restore_summary.write(at, to),
            21 => self.sse_description.write(at, to),
            22 => self.archival_summary.write(at, to),
            23 => self.table_class_summary.write(at, to),
            24 => self.deletion_protection_enabled.write(at, to),
            25 => self.disassociation_protection_enabled.write(at, to),
            26 => self.on_demand_throughput.write(at, to),
            27 => self.warm_throughput.write(at, to),
            28 => self.multi_region_consistency.write(at, to),
            29 => self.vector_indexes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.attribute_definitions = Read::read(at, from)?,
            1 => self.table_name = Read::read(at, from)?,
            2 => self.key_schema = Read::read(at, from)?,
            3 => self.table_status = Read::read(at, from)?,
            4 => self.creation_date_time = Read::read(at, from)?,
            5 => self.provisioned_throughput = Read::read(at, from)?,
            6 => self.table_size_bytes = Read::read(at, from)?,
            7 => self.item_count = Read::read(at, from)?,
            8 => self.table_arn = Read::read(at, from)?,
            9 => self.table_id = Read::read(at, from)?,
            10 => self.billing_mode_summary = Read::read(at, from)?,
            11 => self.local_secondary_indexes = Read::read(at, from)?,
            12 => self.global_secondary_indexes = Read::read(at, from)?,
            13 => self.stream_specification = Read::read(at, from)?,
            14 => self.latest_stream_label = Read::read(at, from)?,
            15 => self.latest_stream_arn = Read::read(at, from)?,
            16 => self.global_table_version = Read::read(at, from)?,
            17 => self.replicas = Read::read(at, from)?,
            18 => self.global_table_witnesses = Read::read(at, from)?,
            19 => self.global_table_settings_replication_mode = Read::read(at, from)?,
            20 => self.restore_summary = Read::read(at, from)?,
            21 => self.sse_description = Read::read(at, from)?,
            22 => self.archival_summary = Read::read(at, from)?,
            23 => self.table_class_summary = Read::read(at, from)?,
            24 => self.deletion_protection_enabled = Read::read(at, from)?,
            25 => self.disassociation_protection_enabled = Read::read(at, from)?,
            26 => self.on_demand_throughput = Read::read(at, from)?,
            27 => self.warm_throughput = Read::read(at, from)?,
            28 => self.multi_region_consistency = Read::read(at, from)?,
            29 => self.vector_indexes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableWarmThroughputDescription {
    pub read_units_per_second: Option<i64>,
    pub write_units_per_second: Option<i64>,
    pub status: Option<String>,
}

impl Shape for TableWarmThroughputDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::TableWarmThroughputDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.read_units_per_second.write(at, to),
            1 => self.write_units_per_second.write(at, to),
            2 => self.status.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.read_units_per_second = Read::read(at, from)?,
            1 => self.write_units_per_second = Read::read(at, from)?,
            2 => self.status = Read::read(at, from)?,
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
pub struct TagResourceInput {
    pub resource_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagResourceInput {
    fn schema(&self) -> &'static Structure {
        &schemas::TagResourceInput
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
pub struct ThrottlingException {
    pub message: Option<String>,
    pub throttling_reasons: Option<Vec<ThrottlingReason>>,
}

impl Shape for ThrottlingException {
    fn schema(&self) -> &'static Structure {
        &schemas::ThrottlingException
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
            1 => self.throttling_reasons.write(at, to),
            _ => {}
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
            1 => self.throttling_reasons = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThrottlingReason {
    pub reason: Option<String>,
    pub resource: Option<String>,
}

impl Shape for ThrottlingReason {
    fn schema(&self) -> &'static Structure {
        &schemas::ThrottlingReason
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.reason.write(at, to),
            1 => self.resource.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.reason = Read::read(at, from)?,
            1 => self.resource = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeToLiveDescription {
    pub time_to_live_status: Option<String>,
    pub attribute_name: Option<String>,
}

impl Shape for TimeToLiveDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::TimeToLiveDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.time_to_live_status.write(at, to),
            1 => self.attribute_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.time_to_live_status = Read::read(at, from)?,
            1 => self.attribute_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeToLiveSpecification {
    pub enabled: bool,
    pub attribute_name: String,
}

impl Shape for TimeToLiveSpecification {
    fn schema(&self) -> &'static Structure {
        &schemas::TimeToLiveSpecification
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.enabled.write(at, to),
            1 => self.attribute_name.write(at, to),
            _ => {}
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
            1 => self.attribute_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactGetItem {
    pub get: Get,
}

impl Shape for TransactGetItem {
    fn schema(&self) -> &'static Structure {
        &schemas::TransactGetItem
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.get.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.get = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactGetItemsInput {
    pub transact_items: Vec<TransactGetItem>,
    pub return_consumed_capacity: Option<String>,
}

impl Shape for TransactGetItemsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::TransactGetItemsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.transact_items.write(at, to),
            1 => self.return_consumed_capacity.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.transact_items = Read::read(at, from)?,
            1 => self.return_consumed_capacity = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactGetItemsOutput {
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
    pub responses: Option<Vec<ItemResponse>>,
}

impl Shape for TransactGetItemsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::TransactGetItemsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumed_capacity.write(at, to),
            1 => self.responses.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.consumed_capacity = Read::read(at, from)?,
            1 => self.responses = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactWriteItem {
    pub condition_check: Option<ConditionCheck>,
    pub put: Option<Put>,
    pub delete: Option<Delete>,
    pub update: Option<Update>,
}

impl Shape for TransactWriteItem {
    fn schema(&self) -> &'static Structure {
        &schemas::TransactWriteItem
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.condition_check.write(at, to),
            1 => self.put.write(at, to),
            2 => self.delete.write(at, to),
            3 => self.update.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.condition_check = Read::read(at, from)?,
            1 => self.put = Read::read(at, from)?,
            2 => self.delete = Read::read(at, from)?,
            3 => self.update = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactWriteItemsInput {
    pub transact_items: Vec<TransactWriteItem>,
    pub return_consumed_capacity: Option<String>,
    pub return_item_collection_metrics: Option<String>,
    pub client_request_token: Option<String>,
}

impl Shape for TransactWriteItemsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::TransactWriteItemsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.transact_items.write(at, to),
            1 => self.return_consumed_capacity.write(at, to),
            2 => self.return_item_collection_metrics.write(at, to),
            3 => self.client_request_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.transact_items = Read::read(at, from)?,
            1 => self.return_consumed_capacity = Read::read(at, from)?,
            2 => self.return_item_collection_metrics = Read::read(at, from)?,
            3 => self.client_request_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactWriteItemsOutput {
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
    pub item_collection_metrics:
        Option<std::collections::BTreeMap<String, Vec<ItemCollectionMetrics>>>,
}

impl Shape for TransactWriteItemsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::TransactWriteItemsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumed_capacity.write(at, to),
            1 => self.item_collection_metrics.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.consumed_capacity = Read::read(at, from)?,
            1 => self.item_collection_metrics = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactionCanceledException {
    pub message: Option<String>,
    pub cancellation_reasons: Option<Vec<CancellationReason>>,
}

impl Shape for TransactionCanceledException {
    fn schema(&self) -> &'static Structure {
        &schemas::TransactionCanceledException
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
            1 => self.cancellation_reasons.write(at, to),
            _ => {}
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
            1 => self.cancellation_reasons = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceInput {
    pub resource_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagResourceInput
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
pub struct Update {
    pub key: std::collections::BTreeMap<String, crate::AttributeValue>,
    pub update_expression: String,
    pub table_name: String,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
    pub expression_attribute_values:
        Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for Update {
    fn schema(&self) -> &'static Structure {
        &schemas::Update
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.update_expression.write(at, to),
            2 => self.table_name.write(at, to),
            3 => self.condition_expression.write(at, to),
            4 => self.expression_attribute_names.write(at, to),
            5 => self.expression_attribute_values.write(at, to),
            6 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
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
            1 => self.update_expression = Read::read(at, from)?,
            2 => self.table_name = Read::read(at, from)?,
            3 => self.condition_expression = Read::read(at, from)?,
            4 => self.expression_attribute_names = Read::read(at, from)?,
            5 => self.expression_attribute_values = Read::read(at, from)?,
            6 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateContinuousBackupsInput {
    pub table_name: String,
    pub point_in_time_recovery_specification: PointInTimeRecoverySpecification,
}

impl Shape for UpdateContinuousBackupsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateContinuousBackupsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.point_in_time_recovery_specification.write(at, to),
            _ => {}
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
            1 => self.point_in_time_recovery_specification = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateContinuousBackupsOutput {
    pub continuous_backups_description: Option<ContinuousBackupsDescription>,
}

impl Shape for UpdateContinuousBackupsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateContinuousBackupsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.continuous_backups_description.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.continuous_backups_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateGlobalSecondaryIndexAction {
    pub index_name: String,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<WarmThroughput>,
}

impl Shape for UpdateGlobalSecondaryIndexAction {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateGlobalSecondaryIndexAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.provisioned_throughput.write(at, to),
            2 => self.on_demand_throughput.write(at, to),
            3 => self.warm_throughput.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.provisioned_throughput = Read::read(at, from)?,
            2 => self.on_demand_throughput = Read::read(at, from)?,
            3 => self.warm_throughput = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateItemInput {
    pub table_name: String,
    pub key: std::collections::BTreeMap<String, crate::AttributeValue>,
    pub attribute_updates: Option<std::collections::BTreeMap<String, AttributeValueUpdate>>,
    pub expected: Option<std::collections::BTreeMap<String, ExpectedAttributeValue>>,
    pub conditional_operator: Option<String>,
    pub return_values: Option<String>,
    pub return_consumed_capacity: Option<String>,
    pub return_item_collection_metrics: Option<String>,
    pub update_expression: Option<String>,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<std::collections::BTreeMap<String, String>>,
    pub expression_attribute_values:
        Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Shape for UpdateItemInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateItemInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.key.write(at, to),
            2 => self.attribute_updates.write(at, to),
            3 => self.expected.write(at, to),
            4 => self.conditional_operator.write(at, to),
            5 => self.return_values.write(at, to),
            6 => self.return_consumed_capacity.write(at, to),
            7 => self.return_item_collection_metrics.write(at, to),
            8 => self.update_expression.write(at, to),
            9 => self.condition_expression.write(at, to),
            10 => self.expression_attribute_names.write(at, to),
            11 => self.expression_attribute_values.write(at, to),
            12 => self.return_values_on_condition_check_failure.write(at, to),
            _ => {}
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
            1 => self.key = Read::read(at, from)?,
            2 => self.attribute_updates = Read::read(at, from)?,
            3 => self.expected = Read::read(at, from)?,
            4 => self.conditional_operator = Read::read(at, from)?,
            5 => self.return_values = Read::read(at, from)?,
            6 => self.return_consumed_capacity = Read::read(at, from)?,
            7 => self.return_item_collection_metrics = Read::read(at, from)?,
            8 => self.update_expression = Read::read(at, from)?,
            9 => self.condition_expression = Read::read(at, from)?,
            10 => self.expression_attribute_names = Read::read(at, from)?,
            11 => self.expression_attribute_values = Read::read(at, from)?,
            12 => self.return_values_on_condition_check_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateItemOutput {
    pub attributes: Option<std::collections::BTreeMap<String, crate::AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

impl Shape for UpdateItemOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateItemOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attributes.write(at, to),
            1 => self.consumed_capacity.write(at, to),
            2 => self.item_collection_metrics.write(at, to),
            _ => {}
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
            1 => self.consumed_capacity = Read::read(at, from)?,
            2 => self.item_collection_metrics = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateKinesisStreamingConfiguration {
    pub approximate_creation_date_time_precision: Option<String>,
}

impl Shape for UpdateKinesisStreamingConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateKinesisStreamingConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.approximate_creation_date_time_precision.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.approximate_creation_date_time_precision = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateKinesisStreamingDestinationInput {
    pub table_name: String,
    pub stream_arn: String,
    pub update_kinesis_streaming_configuration: Option<UpdateKinesisStreamingConfiguration>,
}

impl Shape for UpdateKinesisStreamingDestinationInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateKinesisStreamingDestinationInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.stream_arn.write(at, to),
            2 => self.update_kinesis_streaming_configuration.write(at, to),
            _ => {}
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
            1 => self.stream_arn = Read::read(at, from)?,
            2 => self.update_kinesis_streaming_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateKinesisStreamingDestinationOutput {
    pub table_name: Option<String>,
    pub stream_arn: Option<String>,
    pub destination_status: Option<String>,
    pub update_kinesis_streaming_configuration: Option<UpdateKinesisStreamingConfiguration>,
}

impl Shape for UpdateKinesisStreamingDestinationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateKinesisStreamingDestinationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.stream_arn.write(at, to),
            2 => self.destination_status.write(at, to),
            3 => self.update_kinesis_streaming_configuration.write(at, to),
            _ => {}
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
            1 => self.stream_arn = Read::read(at, from)?,
            2 => self.destination_status = Read::read(at, from)?,
            3 => self.update_kinesis_streaming_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateReplicationGroupMemberAction {
    pub region_name: String,
    pub kms_master_key_id: Option<String>,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndex>>,
    pub table_class_override: Option<String>,
}

impl Shape for UpdateReplicationGroupMemberAction {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateReplicationGroupMemberAction
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region_name.write(at, to),
            1 => self.kms_master_key_id.write(at, to),
            2 => self.provisioned_throughput_override.write(at, to),
            3 => self.on_demand_throughput_override.write(at, to),
            4 => self.global_secondary_indexes.write(at, to),
            5 => self.table_class_override.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.region_name = Read::read(at, from)?,
            1 => self.kms_master_key_id = Read::read(at, from)?,
            2 => self.provisioned_throughput_override = Read::read(at, from)?,
            3 => self.on_demand_throughput_override = Read::read(at, from)?,
            4 => self.global_secondary_indexes = Read::read(at, from)?,
            5 => self.table_class_override = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTableInput {
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    pub table_name: String,
    pub billing_mode: Option<String>,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub global_secondary_index_updates: Option<Vec<GlobalSecondaryIndexUpdate>>,
    pub stream_specification: Option<StreamSpecification>,
    pub sse_specification: Option<SSESpecification>,
    pub replica_updates: Option<Vec<ReplicationGroupUpdate>>,
    pub table_class: Option<String>,
    pub deletion_protection_enabled: Option<bool>,
    pub multi_region_consistency: Option<String>,
    pub global_table_witness_updates: Option<Vec<GlobalTableWitnessGroupUpdate>>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<WarmThroughput>,
    pub global_table_settings_replication_mode: Option<String>,
    pub disassociation_protection_enabled: Option<bool>,
    pub vector_index_updates: Option<Vec<VectorIndexUpdate>>,
}

impl Shape for UpdateTableInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateTableInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attribute_definitions.write(at, to),
            1 => self.table_name.write(at, to),
            2 => self.billing_mode.write(at, to),
            3 => self.provisioned_throughput.write(at, to),
            4 => self.global_secondary_index_updates.write(at, to),
            5 => self.stream_specification.write(at, to),
            6 => self.sse_specification.write(at, to),
            7 => self.replica_updates.write(at, to),
            8 => self.table_class.write(at, to),
            9 => self.deletion_protection_enabled.write(at, to),
            10 => self.multi_region_consistency.write(at, to),
            11 => self.global_table_witness_updates.write(at, to),
            12 => self.on_demand_throughput.write(at, to),
            13 => self.warm_throughput.write(at, to),
            14 => self.global_table_settings_replication_mode.write(at, to),
            15 => self.disassociation_protection_enabled.write(at, to),
            16 => self.vector_index_updates.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.attribute_definitions = Read::read(at, from)?,
            1 => self.table_name = Read::read(at, from)?,
            2 => self.billing_mode = Read::read(at, from)?,
            3 => self.provisioned_throughput = Read::read(at, from)?,
            4 => self.global_secondary_index_updates = Read::read(at, from)?,
            5 => self.stream_specification = Read::read(at, from)?,
            6 => self.sse_specification = Read::read(at, from)?,
            7 => self.replica_updates = Read::read(at, from)?,
            8 => self.table_class = Read::read(at, from)?,
            9 => self.deletion_protection_enabled = Read::read(at, from)?,
            10 => self.multi_region_consistency = Read::read(at, from)?,
            11 => self.global_table_witness_updates = Read::read(at, from)?,
            12 => self.on_demand_throughput = Read::read(at, from)?,
            13 => self.warm_throughput = Read::read(at, from)?,
            14 => self.global_table_settings_replication_mode = Read::read(at, from)?,
            15 => self.disassociation_protection_enabled = Read::read(at, from)?,
            16 => self.vector_index_updates = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTableOutput {
    pub table_description: Option<TableDescription>,
}

impl Shape for UpdateTableOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateTableOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_description.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.table_description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTimeToLiveInput {
    pub table_name: String,
    pub time_to_live_specification: TimeToLiveSpecification,
}

impl Shape for UpdateTimeToLiveInput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateTimeToLiveInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.table_name.write(at, to),
            1 => self.time_to_live_specification.write(at, to),
            _ => {}
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
            1 => self.time_to_live_specification = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTimeToLiveOutput {
    pub time_to_live_specification: Option<TimeToLiveSpecification>,
}

impl Shape for UpdateTimeToLiveOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateTimeToLiveOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.time_to_live_specification.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.time_to_live_specification = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorAttributeDefinition {
    pub attribute_name: String,
}

impl Shape for VectorAttributeDefinition {
    fn schema(&self) -> &'static Structure {
        &schemas::VectorAttributeDefinition
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attribute_name.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorCapacity {
    pub vector_search_request_bytes: Option<f64>,
    pub vector_write_request_bytes: Option<f64>,
}

impl Shape for VectorCapacity {
    fn schema(&self) -> &'static Structure {
        &schemas::VectorCapacity
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.vector_search_request_bytes.write(at, to),
            1 => self.vector_write_request_bytes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.vector_search_request_bytes = Read::read(at, from)?,
            1 => self.vector_write_request_bytes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorIndex {
    pub index_name: String,
    pub vector_attribute: VectorAttributeDefinition,
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    pub projection: Projection,
    pub dimensions: i64,
    pub distance_function: String,
}

impl Shape for VectorIndex {
    fn schema(&self) -> &'static Structure {
        &schemas::VectorIndex
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.vector_attribute.write(at, to),
            2 => self.search_schema.write(at, to),
            3 => self.projection.write(at, to),
            4 => self.dimensions.write(at, to),
            5 => self.distance_function.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.vector_attribute = Read::read(at, from)?,
            2 => self.search_schema = Read::read(at, from)?,
            3 => self.projection = Read::read(at, from)?,
            4 => self.dimensions = Read::read(at, from)?,
            5 => self.distance_function = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorIndexDescription {
    pub index_name: Option<String>,
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    pub projection: Option<Projection>,
    pub vector_attribute: Option<VectorAttributeDefinition>,
    pub dimensions: Option<i64>,
    pub distance_function: Option<String>,
    pub index_status: Option<String>,
    pub backfilling: Option<bool>,
    pub index_size_bytes: Option<i64>,
    pub item_count: Option<i64>,
    pub index_arn: Option<String>,
}

impl Shape for VectorIndexDescription {
    fn schema(&self) -> &'static Structure {
        &schemas::VectorIndexDescription
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.index_name.write(at, to),
            1 => self.search_schema.write(at, to),
            2 => self.projection.write(at, to),
            3 => self.vector_attribute.write(at, to),
            4 => self.dimensions.write(at, to),
            5 => self.distance_function.write(at, to),
            6 => self.index_status.write(at, to),
            7 => self.backfilling.write(at, to),
            8 => self.index_size_bytes.write(at, to),
            9 => self.item_count.write(at, to),
            10 => self.index_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.index_name = Read::read(at, from)?,
            1 => self.search_schema = Read::read(at, from)?,
            2 => self.projection = Read::read(at, from)?,
            3 => self.vector_attribute = Read::read(at, from)?,
            4 => self.dimensions = Read::read(at, from)?,
            5 => self.distance_function = Read::read(at, from)?,
            6 => self.index_status = Read::read(at, from)?,
            7 => self.backfilling = Read::read(at, from)?,
            8 => self.index_size_bytes = Read::read(at, from)?,
            9 => self.item_count = Read::read(at, from)?,
            10 => self.index_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorIndexUpdate {
    pub create: Option<CreateVectorIndexAction>,
    pub delete: Option<DeleteVectorIndexAction>,
}

impl Shape for VectorIndexUpdate {
    fn schema(&self) -> &'static Structure {
        &schemas::VectorIndexUpdate
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.create.write(at, to),
            1 => self.delete.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.create = Read::read(at, from)?,
            1 => self.delete = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WarmThroughput {
    pub read_units_per_second: Option<i64>,
    pub write_units_per_second: Option<i64>,
}

impl Shape for WarmThroughput {
    fn schema(&self) -> &'static Structure {
        &schemas::WarmThroughput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.read_units_per_second.write(at, to),
            1 => self.write_units_per_second.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.read_units_per_second = Read::read(at, from)?,
            1 => self.write_units_per_second = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WriteRequest {
    pub put_request: Option<PutRequest>,
    pub delete_request: Option<DeleteRequest>,
}

impl Shape for WriteRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::WriteRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.put_request.write(at, to),
            1 => self.delete_request.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.put_request = Read::read(at, from)?,
            1 => self.delete_request = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
