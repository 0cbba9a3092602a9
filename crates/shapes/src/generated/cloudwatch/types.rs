// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActionConfiguration {
    pub alarm_tags_propagation: Option<AlarmTagsPropagation>,
}

impl Shape for ActionConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::ActionConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_tags_propagation.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_tags_propagation = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlarmHistoryItem {
    pub alarm_name: Option<String>,
    pub alarm_contributor_id: Option<String>,
    pub alarm_type: Option<String>,
    pub timestamp: Option<crate::Timestamp>,
    pub history_item_type: Option<String>,
    pub history_summary: Option<String>,
    pub history_data: Option<String>,
    pub alarm_contributor_attributes: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for AlarmHistoryItem {
    fn schema(&self) -> &'static Structure {
        &schemas::AlarmHistoryItem
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_name.write(at, to),
            1 => self.alarm_contributor_id.write(at, to),
            2 => self.alarm_type.write(at, to),
            3 => self.timestamp.write(at, to),
            4 => self.history_item_type.write(at, to),
            5 => self.history_summary.write(at, to),
            6 => self.history_data.write(at, to),
            7 => self.alarm_contributor_attributes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_name = Read::read(at, from)?,
            1 => self.alarm_contributor_id = Read::read(at, from)?,
            2 => self.alarm_type = Read::read(at, from)?,
            3 => self.timestamp = Read::read(at, from)?,
            4 => self.history_item_type = Read::read(at, from)?,
            5 => self.history_summary = Read::read(at, from)?,
            6 => self.history_data = Read::read(at, from)?,
            7 => self.alarm_contributor_attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlarmPromQLCriteria {
    pub query: String,
    pub pending_period: Option<i32>,
    pub recovery_period: Option<i32>,
}

impl Shape for AlarmPromQLCriteria {
    fn schema(&self) -> &'static Structure {
        &schemas::AlarmPromQLCriteria
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.query.write(at, to),
            1 => self.pending_period.write(at, to),
            2 => self.recovery_period.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.query = Read::read(at, from)?,
            1 => self.pending_period = Read::read(at, from)?,
            2 => self.recovery_period = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlarmTagsPropagation {
    pub enabled: bool,
    pub included_tag_keys: Option<Vec<String>>,
    pub excluded_tag_keys: Option<Vec<String>>,
}

impl Shape for AlarmTagsPropagation {
    fn schema(&self) -> &'static Structure {
        &schemas::AlarmTagsPropagation
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.enabled.write(at, to),
            1 => self.included_tag_keys.write(at, to),
            2 => self.excluded_tag_keys.write(at, to),
            _ => {}
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
            1 => self.included_tag_keys = Read::read(at, from)?,
            2 => self.excluded_tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompositeAlarm {
    pub actions_enabled: Option<bool>,
    pub alarm_actions: Option<Vec<String>>,
    pub alarm_arn: Option<String>,
    pub alarm_configuration_updated_timestamp: Option<crate::Timestamp>,
    pub alarm_description: Option<String>,
    pub alarm_name: Option<String>,
    pub alarm_rule: Option<String>,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub ok_actions: Option<Vec<String>>,
    pub state_reason: Option<String>,
    pub state_reason_data: Option<String>,
    pub state_updated_timestamp: Option<crate::Timestamp>,
    pub state_value: Option<String>,
    pub state_transitioned_timestamp: Option<crate::Timestamp>,
    pub actions_suppressed_by: Option<String>,
    pub actions_suppressed_reason: Option<String>,
    pub actions_suppressor: Option<String>,
    pub actions_suppressor_wait_period: Option<i32>,
    pub actions_suppressor_extension_period: Option<i32>,
    pub action_configuration: Option<ActionConfiguration>,
}

impl Shape for CompositeAlarm {
    fn schema(&self) -> &'static Structure {
        &schemas::CompositeAlarm
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.actions_enabled.write(at, to),
            1 => self.alarm_actions.write(at, to),
            2 => self.alarm_arn.write(at, to),
            3 => self.alarm_configuration_updated_timestamp.write(at, to),
            4 => self.alarm_description.write(at, to),
            5 => self.alarm_name.write(at, to),
            6 => self.alarm_rule.write(at, to),
            7 => self.insufficient_data_actions.write(at, to),
            8 => self.ok_actions.write(at, to),
            9 => self.state_reason.write(at, to),
            10 => self.state_reason_data.write(at, to),
            11 => self.state_updated_timestamp.write(at, to),
            12 => self.state_value.write(at, to),
            13 => self.state_transitioned_timestamp.write(at, to),
            14 => self.actions_suppressed_by.write(at, to),
            15 => self.actions_suppressed_reason.write(at, to),
            16 => self.actions_suppressor.write(at, to),
            17 => self.actions_suppressor_wait_period.write(at, to),
            18 => self.actions_suppressor_extension_period.write(at, to),
            19 => self.action_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.actions_enabled = Read::read(at, from)?,
            1 => self.alarm_actions = Read::read(at, from)?,
            2 => self.alarm_arn = Read::read(at, from)?,
            3 => self.alarm_configuration_updated_timestamp = Read::read(at, from)?,
            4 => self.alarm_description = Read::read(at, from)?,
            5 => self.alarm_name = Read::read(at, from)?,
            6 => self.alarm_rule = Read::read(at, from)?,
            7 => self.insufficient_data_actions = Read::read(at, from)?,
            8 => self.ok_actions = Read::read(at, from)?,
            9 => self.state_reason = Read::read(at, from)?,
            10 => self.state_reason_data = Read::read(at, from)?,
            11 => self.state_updated_timestamp = Read::read(at, from)?,
            12 => self.state_value = Read::read(at, from)?,
            13 => self.state_transitioned_timestamp = Read::read(at, from)?,
            14 => self.actions_suppressed_by = Read::read(at, from)?,
            15 => self.actions_suppressed_reason = Read::read(at, from)?,
            16 => self.actions_suppressor = Read::read(at, from)?,
            17 => self.actions_suppressor_wait_period = Read::read(at, from)?,
            18 => self.actions_suppressor_extension_period = Read::read(at, from)?,
            19 => self.action_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DashboardEntry {
    pub dashboard_name: Option<String>,
    pub dashboard_arn: Option<String>,
    pub last_modified: Option<crate::Timestamp>,
    pub size: Option<i64>,
}

impl Shape for DashboardEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::DashboardEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.dashboard_name.write(at, to),
            1 => self.dashboard_arn.write(at, to),
            2 => self.last_modified.write(at, to),
            3 => self.size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.dashboard_name = Read::read(at, from)?,
            1 => self.dashboard_arn = Read::read(at, from)?,
            2 => self.last_modified = Read::read(at, from)?,
            3 => self.size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DashboardInvalidInputError {
    pub message: Option<String>,
    pub dashboard_validation_messages: Option<Vec<DashboardValidationMessage>>,
}

impl Shape for DashboardInvalidInputError {
    fn schema(&self) -> &'static Structure {
        &schemas::DashboardInvalidInputError
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
            1 => self.dashboard_validation_messages.write(at, to),
            _ => {}
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
            1 => self.dashboard_validation_messages = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DashboardValidationMessage {
    pub data_path: Option<String>,
    pub message: Option<String>,
}

impl Shape for DashboardValidationMessage {
    fn schema(&self) -> &'static Structure {
        &schemas::DashboardValidationMessage
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_path.write(at, to),
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
            0 => self.data_path = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Datapoint {
    pub timestamp: Option<crate::Timestamp>,
    pub sample_count: Option<f64>,
    pub average: Option<f64>,
    pub sum: Option<f64>,
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    pub unit: Option<String>,
    pub extended_statistics: Option<std::collections::BTreeMap<String, f64>>,
}

impl Shape for Datapoint {
    fn schema(&self) -> &'static Structure {
        &schemas::Datapoint
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.timestamp.write(at, to),
            1 => self.sample_count.write(at, to),
            2 => self.average.write(at, to),
            3 => self.sum.write(at, to),
            4 => self.minimum.write(at, to),
            5 => self.maximum.write(at, to),
            6 => self.unit.write(at, to),
            7 => self.extended_statistics.write(at, to),
            _ => {}
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
            1 => self.sample_count = Read::read(at, from)?,
            2 => self.average = Read::read(at, from)?,
            3 => self.sum = Read::read(at, from)?,
            4 => self.minimum = Read::read(at, from)?,
            5 => self.maximum = Read::read(at, from)?,
            6 => self.unit = Read::read(at, from)?,
            7 => self.extended_statistics = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAlarmsInput {
    pub alarm_names: Vec<String>,
}

impl Shape for DeleteAlarmsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteAlarmsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_names.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_names = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDashboardsInput {
    pub dashboard_names: Vec<String>,
}

impl Shape for DeleteDashboardsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteDashboardsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.dashboard_names.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.dashboard_names = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDashboardsOutput {}

impl Shape for DeleteDashboardsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteDashboardsOutput
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
pub struct DescribeAlarmHistoryInput {
    pub alarm_name: Option<String>,
    pub alarm_contributor_id: Option<String>,
    pub alarm_types: Option<Vec<String>>,
    pub history_item_type: Option<String>,
    pub start_date: Option<crate::Timestamp>,
    pub end_date: Option<crate::Timestamp>,
    pub max_records: Option<i32>,
    pub next_token: Option<String>,
    pub scan_by: Option<String>,
}

impl Shape for DescribeAlarmHistoryInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeAlarmHistoryInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_name.write(at, to),
            1 => self.alarm_contributor_id.write(at, to),
            2 => self.alarm_types.write(at, to),
            3 => self.history_item_type.write(at, to),
            4 => self.start_date.write(at, to),
            5 => self.end_date.write(at, to),
            6 => self.max_records.write(at, to),
            7 => self.next_token.write(at, to),
            8 => self.scan_by.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_name = Read::read(at, from)?,
            1 => self.alarm_contributor_id = Read::read(at, from)?,
            2 => self.alarm_types = Read::read(at, from)?,
            3 => self.history_item_type = Read::read(at, from)?,
            4 => self.start_date = Read::read(at, from)?,
            5 => self.end_date = Read::read(at, from)?,
            6 => self.max_records = Read::read(at, from)?,
            7 => self.next_token = Read::read(at, from)?,
            8 => self.scan_by = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmHistoryOutput {
    pub alarm_history_items: Option<Vec<AlarmHistoryItem>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeAlarmHistoryOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeAlarmHistoryOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_history_items.write(at, to),
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
            0 => self.alarm_history_items = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmsForMetricInput {
    pub metric_name: String,
    pub namespace: String,
    pub statistic: Option<String>,
    pub extended_statistic: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub period: Option<i32>,
    pub unit: Option<String>,
}

impl Shape for DescribeAlarmsForMetricInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeAlarmsForMetricInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metric_name.write(at, to),
            1 => self.namespace.write(at, to),
            2 => self.statistic.write(at, to),
            3 => self.extended_statistic.write(at, to),
            4 => self.dimensions.write(at, to),
            5 => self.period.write(at, to),
            6 => self.unit.write(at, to),
            _ => {}
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
            1 => self.namespace = Read::read(at, from)?,
            2 => self.statistic = Read::read(at, from)?,
            3 => self.extended_statistic = Read::read(at, from)?,
            4 => self.dimensions = Read::read(at, from)?,
            5 => self.period = Read::read(at, from)?,
            6 => self.unit = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmsForMetricOutput {
    pub metric_alarms: Option<Vec<MetricAlarm>>,
}

impl Shape for DescribeAlarmsForMetricOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeAlarmsForMetricOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metric_alarms.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.metric_alarms = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmsInput {
    pub alarm_names: Option<Vec<String>>,
    pub alarm_name_prefix: Option<String>,
    pub alarm_types: Option<Vec<String>>,
    pub children_of_alarm_name: Option<String>,
    pub parents_of_alarm_name: Option<String>,
    pub state_value: Option<String>,
    pub action_prefix: Option<String>,
    pub max_records: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for DescribeAlarmsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeAlarmsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_names.write(at, to),
            1 => self.alarm_name_prefix.write(at, to),
            2 => self.alarm_types.write(at, to),
            3 => self.children_of_alarm_name.write(at, to),
            4 => self.parents_of_alarm_name.write(at, to),
            5 => self.state_value.write(at, to),
            6 => self.action_prefix.write(at, to),
            7 => self.max_records.write(at, to),
            8 => self.next_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_names = Read::read(at, from)?,
            1 => self.alarm_name_prefix = Read::read(at, from)?,
            2 => self.alarm_types = Read::read(at, from)?,
            3 => self.children_of_alarm_name = Read::read(at, from)?,
            4 => self.parents_of_alarm_name = Read::read(at, from)?,
            5 => self.state_value = Read::read(at, from)?,
            6 => self.action_prefix = Read::read(at, from)?,
            7 => self.max_records = Read::read(at, from)?,
            8 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmsOutput {
    pub composite_alarms: Option<Vec<CompositeAlarm>>,
    pub metric_alarms: Option<Vec<MetricAlarm>>,
    pub log_alarms: Option<Vec<LogAlarm>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeAlarmsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeAlarmsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.composite_alarms.write(at, to),
            1 => self.metric_alarms.write(at, to),
            2 => self.log_alarms.write(at, to),
            3 => self.next_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.composite_alarms = Read::read(at, from)?,
            1 => self.metric_alarms = Read::read(at, from)?,
            2 => self.log_alarms = Read::read(at, from)?,
            3 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dimension {
    pub name: String,
    pub value: String,
}

impl Shape for Dimension {
    fn schema(&self) -> &'static Structure {
        &schemas::Dimension
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
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
            0 => self.name = Read::read(at, from)?,
            1 => self.value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DimensionFilter {
    pub name: String,
    pub value: Option<String>,
}

impl Shape for DimensionFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::DimensionFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
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
            0 => self.name = Read::read(at, from)?,
            1 => self.value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableAlarmActionsInput {
    pub alarm_names: Vec<String>,
}

impl Shape for DisableAlarmActionsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::DisableAlarmActionsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_names.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_names = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableAlarmActionsInput {
    pub alarm_names: Vec<String>,
}

impl Shape for EnableAlarmActionsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::EnableAlarmActionsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_names.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_names = Read::read(at, from)?,
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
pub struct EntityMetricData {
    pub entity: Option<Entity>,
    pub metric_data: Option<Vec<MetricDatum>>,
}

impl Shape for EntityMetricData {
    fn schema(&self) -> &'static Structure {
        &schemas::EntityMetricData
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.entity.write(at, to),
            1 => self.metric_data.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.entity = Read::read(at, from)?,
            1 => self.metric_data = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EvaluationCriteria {
    pub prom_ql_criteria: Option<AlarmPromQLCriteria>,
}

impl Shape for EvaluationCriteria {
    fn schema(&self) -> &'static Structure {
        &schemas::EvaluationCriteria
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prom_ql_criteria.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prom_ql_criteria = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EvaluationWindow {
    pub wall_clock_window: Option<WallClockWindow>,
    pub sliding_window: Option<SlidingWindow>,
}

impl Shape for EvaluationWindow {
    fn schema(&self) -> &'static Structure {
        &schemas::EvaluationWindow
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.wall_clock_window.write(at, to),
            1 => self.sliding_window.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.wall_clock_window = Read::read(at, from)?,
            1 => self.sliding_window = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDashboardInput {
    pub dashboard_name: String,
}

impl Shape for GetDashboardInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetDashboardInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.dashboard_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.dashboard_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDashboardOutput {
    pub dashboard_arn: Option<String>,
    pub dashboard_body: Option<String>,
    pub dashboard_name: Option<String>,
}

impl Shape for GetDashboardOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetDashboardOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.dashboard_arn.write(at, to),
            1 => self.dashboard_body.write(at, to),
            2 => self.dashboard_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.dashboard_arn = Read::read(at, from)?,
            1 => self.dashboard_body = Read::read(at, from)?,
            2 => self.dashboard_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricDataInput {
    pub metric_data_queries: Vec<MetricDataQuery>,
    pub start_time: crate::Timestamp,
    pub end_time: crate::Timestamp,
    pub next_token: Option<String>,
    pub scan_by: Option<String>,
    pub max_datapoints: Option<i32>,
    pub label_options: Option<LabelOptions>,
}

impl Shape for GetMetricDataInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetMetricDataInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metric_data_queries.write(at, to),
            1 => self.start_time.write(at, to),
            2 => self.end_time.write(at, to),
            3 => self.next_token.write(at, to),
            4 => self.scan_by.write(at, to),
            5 => self.max_datapoints.write(at, to),
            6 => self.label_options.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.metric_data_queries = Read::read(at, from)?,
            1 => self.start_time = Read::read(at, from)?,
            2 => self.end_time = Read::read(at, from)?,
            3 => self.next_token = Read::read(at, from)?,
            4 => self.scan_by = Read::read(at, from)?,
            5 => self.max_datapoints = Read::read(at, from)?,
            6 => self.label_options = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricDataOutput {
    pub metric_data_results: Option<Vec<MetricDataResult>>,
    pub next_token: Option<String>,
    pub messages: Option<Vec<MessageData>>,
}

impl Shape for GetMetricDataOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetMetricDataOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metric_data_results.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.messages.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.metric_data_results = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.messages = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricStatisticsInput {
    pub namespace: String,
    pub metric_name: String,
    pub dimensions: Option<Vec<Dimension>>,
    pub start_time: crate::Timestamp,
    pub end_time: crate::Timestamp,
    pub period: i32,
    pub statistics: Option<Vec<String>>,
    pub extended_statistics: Option<Vec<String>>,
    pub unit: Option<String>,
}

impl Shape for GetMetricStatisticsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetMetricStatisticsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.namespace.write(at, to),
            1 => self.metric_name.write(at, to),
            2 => self.dimensions.write(at, to),
            3 => self.start_time.write(at, to),
            4 => self.end_time.write(at, to),
            5 => self.period.write(at, to),
            6 => self.statistics.write(at, to),
            7 => self.extended_statistics.write(at, to),
            8 => self.unit.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.namespace = Read::read(at, from)?,
            1 => self.metric_name = Read::read(at, from)?,
            2 => self.dimensions = Read::read(at, from)?,
            3 => self.start_time = Read::read(at, from)?,
            4 => self.end_time = Read::read(at, from)?,
            5 => self.period = Read::read(at, from)?,
            6 => self.statistics = Read::read(at, from)?,
            7 => self.extended_statistics = Read::read(at, from)?,
            8 => self.unit = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricStatisticsOutput {
    pub label: Option<String>,
    pub datapoints: Option<Vec<Datapoint>>,
}

impl Shape for GetMetricStatisticsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetMetricStatisticsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.label.write(at, to),
            1 => self.datapoints.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.label = Read::read(at, from)?,
            1 => self.datapoints = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabelOptions {
    pub timezone: Option<String>,
}

impl Shape for LabelOptions {
    fn schema(&self) -> &'static Structure {
        &schemas::LabelOptions
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.timezone.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.timezone = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDashboardsInput {
    pub dashboard_name_prefix: Option<String>,
    pub next_token: Option<String>,
}

impl Shape for ListDashboardsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListDashboardsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.dashboard_name_prefix.write(at, to),
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
            0 => self.dashboard_name_prefix = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDashboardsOutput {
    pub dashboard_entries: Option<Vec<DashboardEntry>>,
    pub next_token: Option<String>,
}

impl Shape for ListDashboardsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListDashboardsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.dashboard_entries.write(at, to),
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
            0 => self.dashboard_entries = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMetricsInput {
    pub namespace: Option<String>,
    pub metric_name: Option<String>,
    pub dimensions: Option<Vec<DimensionFilter>>,
    pub next_token: Option<String>,
    pub recently_active: Option<String>,
    pub include_linked_accounts: Option<bool>,
    pub owning_account: Option<String>,
}

impl Shape for ListMetricsInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListMetricsInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.namespace.write(at, to),
            1 => self.metric_name.write(at, to),
            2 => self.dimensions.write(at, to),
            3 => self.next_token.write(at, to),
            4 => self.recently_active.write(at, to),
            5 => self.include_linked_accounts.write(at, to),
            6 => self.owning_account.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.namespace = Read::read(at, from)?,
            1 => self.metric_name = Read::read(at, from)?,
            2 => self.dimensions = Read::read(at, from)?,
            3 => self.next_token = Read::read(at, from)?,
            4 => self.recently_active = Read::read(at, from)?,
            5 => self.include_linked_accounts = Read::read(at, from)?,
            6 => self.owning_account = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMetricsOutput {
    pub metrics: Option<Vec<Metric>>,
    pub next_token: Option<String>,
    pub owning_accounts: Option<Vec<String>>,
}

impl Shape for ListMetricsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListMetricsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metrics.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.owning_accounts.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.metrics = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.owning_accounts = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceInput {
    pub resource_arn: String,
}

impl Shape for ListTagsForResourceInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsForResourceInput
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
pub struct LogAlarm {
    pub alarm_name: Option<String>,
    pub alarm_arn: Option<String>,
    pub alarm_description: Option<String>,
    pub alarm_configuration_updated_timestamp: Option<crate::Timestamp>,
    pub actions_enabled: Option<bool>,
    pub ok_actions: Option<Vec<String>>,
    pub alarm_actions: Option<Vec<String>>,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub state_value: Option<String>,
    pub state_reason: Option<String>,
    pub state_reason_data: Option<String>,
    pub state_updated_timestamp: Option<crate::Timestamp>,
    pub scheduled_query_configuration: Option<ScheduledQueryConfiguration>,
    pub query_results_to_evaluate: Option<i32>,
    pub query_results_to_alarm: Option<i32>,
    pub threshold: Option<f64>,
    pub comparison_operator: Option<String>,
    pub treat_missing_data: Option<String>,
    pub state_transitioned_timestamp: Option<crate::Timestamp>,
    pub evaluation_state: Option<String>,
    pub action_log_line_count: Option<i32>,
    pub action_log_line_role_arn: Option<String>,
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    pub action_configuration: Option<ActionConfiguration>,
}

impl Shape for LogAlarm {
    fn schema(&self) -> &'static Structure {
        &schemas::LogAlarm
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_name.write(at, to),
            1 => self.alarm_arn.write(at, to),
            2 => self.alarm_description.write(at, to),
            3 => self.alarm_configuration_updated_timestamp.write(at, to),
            4 => self.actions_enabled.write(at, to),
            5 => self.ok_actions.write(at, to),
            6 => self.alarm_actions.write(at, to),
            7 => self.insufficient_data_actions.write(at, to),
            8 => self.state_value.write(at, to),
            9 => self.state_reason.write(at, to),
            10 => self.state_reason_data.write(at, to),
            11 => self.state_updated_timestamp.write(at, to),
            12 => self.scheduled_query_configuration.write(at, to),
            13 => self.query_results_to_evaluate.write(at, to),
            14 => self.query_results_to_alarm.write(at, to),
            15 => self.threshold.write(at, to),
            16 => self.comparison_operator.write(at, to),
            17 => self.treat_missing_data.write(at, to),
            18 => self.state_transitioned_timestamp.write(at, to),
            19 => self.evaluation_state.write(at, to),
            20 => self.action_log_line_count.write(at, to),
            21 => self.action_log_line_role_arn.write(at, to),
            22 => self.warm_up_configuration.write(at, to),
            23 => self.action_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_name = Read::read(at, from)?,
            1 => self.alarm_arn = Read::read(at, from)?,
            2 => self.alarm_description = Read::read(at, from)?,
            3 => self.alarm_configuration_updated_timestamp = Read::read(at, from)?,
            4 => self.actions_enabled = Read::read(at, from)?,
            5 => self.ok_actions = Read::read(at, from)?,
            6 => self.alarm_actions = Read::read(at, from)?,
            7 => self.insufficient_data_actions = Read::read(at, from)?,
            8 => self.state_value = Read::read(at, from)?,
            9 => self.state_reason = Read::read(at, from)?,
            10 => self.state_reason_data = Read::read(at, from)?,
            11 => self.state_updated_timestamp = Read::read(at, from)?,
            12 => self.scheduled_query_configuration = Read::read(at, from)?,
            13 => self.query_results_to_evaluate = Read::read(at, from)?,
            14 => self.query_results_to_alarm = Read::read(at, from)?,
            15 => self.threshold = Read::read(at, from)?,
            16 => self.comparison_operator = Read::read(at, from)?,
            17 => self.treat_missing_data = Read::read(at, from)?,
            18 => self.state_transitioned_timestamp = Read::read(at, from)?,
            19 => self.evaluation_state = Read::read(at, from)?,
            20 => self.action_log_line_count = Read::read(at, from)?,
            21 => self.action_log_line_role_arn = Read::read(at, from)?,
            22 => self.warm_up_configuration = Read::read(at, from)?,
            23 => self.action_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageData {
    pub code: Option<String>,
    pub value: Option<String>,
}

impl Shape for MessageData {
    fn schema(&self) -> &'static Structure {
        &schemas::MessageData
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.code.write(at, to),
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
            0 => self.code = Read::read(at, from)?,
            1 => self.value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metric {
    pub namespace: Option<String>,
    pub metric_name: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
}

impl Shape for Metric {
    fn schema(&self) -> &'static Structure {
        &schemas::Metric
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.namespace.write(at, to),
            1 => self.metric_name.write(at, to),
            2 => self.dimensions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.namespace = Read::read(at, from)?,
            1 => self.metric_name = Read::read(at, from)?,
            2 => self.dimensions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricAlarm {
    pub alarm_name: Option<String>,
    pub alarm_arn: Option<String>,
    pub alarm_description: Option<String>,
    pub alarm_configuration_updated_timestamp: Option<crate::Timestamp>,
    pub actions_enabled: Option<bool>,
    pub ok_actions: Option<Vec<String>>,
    pub alarm_actions: Option<Vec<String>>,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub state_value: Option<String>,
    pub state_reason: Option<String>,
    pub state_reason_data: Option<String>,
    pub state_updated_timestamp: Option<crate::Timestamp>,
    pub metric_name: Option<String>,
    pub namespace: Option<String>,
    pub statistic: Option<String>,
    pub extended_statistic: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub period: Option<i32>,
    pub unit: Option<String>,
    pub evaluation_periods: Option<i32>,
    pub datapoints_to_alarm: Option<i32>,
    pub threshold: Option<f64>,
    pub comparison_operator: Option<String>,
    pub treat_missing_data: Option<String>,
    pub evaluate_low_sample_count_percentile: Option<String>,
    pub metrics: Option<Vec<MetricDataQuery>>,
    pub threshold_metric_id: Option<String>,
    pub evaluation_state: Option<String>,
    pub state_transitioned_timestamp: Option<crate::Timestamp>,
    pub evaluation_window: Option<EvaluationWindow>,
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    pub evaluation_criteria: Option<EvaluationCriteria>,
    pub evaluation_interval: Option<i32>,
    pub action_configuration: Option<ActionConfiguration>,
}

impl Shape for MetricAlarm {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricAlarm
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_name.write(at, to),
            1 => self.alarm_arn.write(at, to),
            2 => self.alarm_description.write(at, to),
            3 => self.alarm_configuration_updated_timestamp.write(at, to),
            4 => self.actions_enabled.write(at, to),
            5 => self.ok_actions.write(at, to),
            6 => self.alarm_actions.write(at, to),
            7 => self.insufficient_data_actions.write(at, to),
            8 => self.state_value.write(at, to),
            9 => self.state_reason.write(at, to),
            10 => self.state_reason_data.write(at, to),
            11 => self.state_updated_timestamp.write(at, to),
            12 => self.metric_name.write(at, to),
            13 => self.namespace.write(at, to),
            14 => self.statistic.write(at, to),
            15 => self.extended_statistic.write(at, to),
            16 => self.dimensions.write(at, to),
            17 => self.period.write(at, to),
            18 => self.unit.write(at, to),
            19 => self.evaluation_periods.write(at, to),
            20 => self.datapoints_to_alarm.write(at, to),
            21 => self.threshold.write(at, to),
            22 => self.comparison_operator.write(at, to),
            23 => self.treat_missing_data.write(at, to),
            24 => self.evaluate_low_sample_count_percentile.write(at, to),
            25 => self.metrics.write(at, to),
            26 => self.threshold_metric_id.write(at, to),
            27 => self.evaluation_state.write(at, to),
            28 => self.state_transitioned_timestamp.write(at, to),
            29 => self.evaluation_window.write(at, to),
            30 => self.warm_up_configuration.write(at, to),
            31 => self.evaluation_criteria.write(at, to),
            32 => self.evaluation_interval.write(at, to),
            33 => self.action_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_name = Read::read(at, from)?,
            1 => self.alarm_arn = Read::read(at, from)?,
            2 => self.alarm_description = Read::read(at, from)?,
            3 => self.alarm_configuration_updated_timestamp = Read::read(at, from)?,
            4 => self.actions_enabled = Read::read(at, from)?,
            5 => self.ok_actions = Read::read(at, from)?,
            6 => self.alarm_actions = Read::read(at, from)?,
            7 => self.insufficient_data_actions = Read::read(at, from)?,
            8 => self.state_value = Read::read(at, from)?,
            9 => self.state_reason = Read::read(at, from)?,
            10 => self.state_reason_data = Read::read(at, from)?,
            11 => self.state_updated_timestamp = Read::read(at, from)?,
            12 => self.metric_name = Read::read(at, from)?,
            13 => self.namespace = Read::read(at, from)?,
            14 => self.statistic = Read::read(at, from)?,
            15 => self.extended_statistic = Read::read(at, from)?,
            16 => self.dimensions = Read::read(at, from)?,
            17 => self.period = Read::read(at, from)?,
            18 => self.unit = Read::read(at, from)?,
            19 => self.evaluation_periods = Read::read(at, from)?,
            20 => self.datapoints_to_alarm = Read::read(at, from)?,
            21 => self.threshold = Read::read(at, from)?,
            22 => self.comparison_operator = Read::read(at, from)?,
            23 => self.treat_missing_data = Read::read(at, from)?,
            24 => self.evaluate_low_sample_count_percentile = Read::read(at, from)?,
            25 => self.metrics = Read::read(at, from)?,
            26 => self.threshold_metric_id = Read::read(at, from)?,
            27 => self.evaluation_state = Read::read(at, from)?,
            28 => self.state_transitioned_timestamp = Read::read(at, from)?,
            29 => self.evaluation_window = Read::read(at, from)?,
            30 => self.warm_up_configuration = Read::read(at, from)?,
            31 => self.evaluation_criteria = Read::read(at, from)?,
            32 => self.evaluation_interval = Read::read(at, from)?,
            33 => self.action_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricDataQuery {
    pub id: String,
    pub metric_stat: Option<MetricStat>,
    pub expression: Option<String>,
    pub label: Option<String>,
    pub return_data: Option<bool>,
    pub period: Option<i32>,
    pub account_id: Option<String>,
}

impl Shape for MetricDataQuery {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricDataQuery
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.metric_stat.write(at, to),
            2 => self.expression.write(at, to),
            3 => self.label.write(at, to),
            4 => self.return_data.write(at, to),
            5 => self.period.write(at, to),
            6 => self.account_id.write(at, to),
            _ => {}
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
            1 => self.metric_stat = Read::read(at, from)?,
            2 => self.expression = Read::read(at, from)?,
            3 => self.label = Read::read(at, from)?,
            4 => self.return_data = Read::read(at, from)?,
            5 => self.period = Read::read(at, from)?,
            6 => self.account_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricDataResult {
    pub id: Option<String>,
    pub label: Option<String>,
    pub timestamps: Option<Vec<crate::Timestamp>>,
    pub values: Option<Vec<f64>>,
    pub status_code: Option<String>,
    pub messages: Option<Vec<MessageData>>,
}

impl Shape for MetricDataResult {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricDataResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.label.write(at, to),
            2 => self.timestamps.write(at, to),
            3 => self.values.write(at, to),
            4 => self.status_code.write(at, to),
            5 => self.messages.write(at, to),
            _ => {}
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
            1 => self.label = Read::read(at, from)?,
            2 => self.timestamps = Read::read(at, from)?,
            3 => self.values = Read::read(at, from)?,
            4 => self.status_code = Read::read(at, from)?,
            5 => self.messages = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricDatum {
    pub metric_name: String,
    pub dimensions: Option<Vec<Dimension>>,
    pub timestamp: Option<crate::Timestamp>,
    pub value: Option<f64>,
    pub statistic_values: Option<StatisticSet>,
    pub values: Option<Vec<f64>>,
    pub counts: Option<Vec<f64>>,
    pub unit: Option<String>,
    pub storage_resolution: Option<i32>,
}

impl Shape for MetricDatum {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricDatum
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metric_name.write(at, to),
            1 => self.dimensions.write(at, to),
            2 => self.timestamp.write(at, to),
            3 => self.value.write(at, to),
            4 => self.statistic_values.write(at, to),
            5 => self.values.write(at, to),
            6 => self.counts.write(at, to),
            7 => self.unit.write(at, to),
            8 => self.storage_resolution.write(at, to),
            _ => {}
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
            1 => self.dimensions = Read::read(at, from)?,
            2 => self.timestamp = Read::read(at, from)?,
            3 => self.value = Read::read(at, from)?,
            4 => self.statistic_values = Read::read(at, from)?,
            5 => self.values = Read::read(at, from)?,
            6 => self.counts = Read::read(at, from)?,
            7 => self.unit = Read::read(at, from)?,
            8 => self.storage_resolution = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricStat {
    pub metric: Metric,
    pub period: i32,
    pub stat: String,
    pub unit: Option<String>,
}

impl Shape for MetricStat {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricStat
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metric.write(at, to),
            1 => self.period.write(at, to),
            2 => self.stat.write(at, to),
            3 => self.unit.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.metric = Read::read(at, from)?,
            1 => self.period = Read::read(at, from)?,
            2 => self.stat = Read::read(at, from)?,
            3 => self.unit = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutCompositeAlarmInput {
    pub actions_enabled: Option<bool>,
    pub alarm_actions: Option<Vec<String>>,
    pub alarm_description: Option<String>,
    pub alarm_name: String,
    pub alarm_rule: String,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub ok_actions: Option<Vec<String>>,
    pub tags: Option<Vec<Tag>>,
    pub actions_suppressor: Option<String>,
    pub actions_suppressor_wait_period: Option<i32>,
    pub actions_suppressor_extension_period: Option<i32>,
    pub action_configuration: Option<ActionConfiguration>,
}

impl Shape for PutCompositeAlarmInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutCompositeAlarmInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.actions_enabled.write(at, to),
            1 => self.alarm_actions.write(at, to),
            2 => self.alarm_description.write(at, to),
            3 => self.alarm_name.write(at, to),
            4 => self.alarm_rule.write(at, to),
            5 => self.insufficient_data_actions.write(at, to),
            6 => self.ok_actions.write(at, to),
            7 => self.tags.write(at, to),
            8 => self.actions_suppressor.write(at, to),
            9 => self.actions_suppressor_wait_period.write(at, to),
            10 => self.actions_suppressor_extension_period.write(at, to),
            11 => self.action_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.actions_enabled = Read::read(at, from)?,
            1 => self.alarm_actions = Read::read(at, from)?,
            2 => self.alarm_description = Read::read(at, from)?,
            3 => self.alarm_name = Read::read(at, from)?,
            4 => self.alarm_rule = Read::read(at, from)?,
            5 => self.insufficient_data_actions = Read::read(at, from)?,
            6 => self.ok_actions = Read::read(at, from)?,
            7 => self.tags = Read::read(at, from)?,
            8 => self.actions_suppressor = Read::read(at, from)?,
            9 => self.actions_suppressor_wait_period = Read::read(at, from)?,
            10 => self.actions_suppressor_extension_period = Read::read(at, from)?,
            11 => self.action_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDashboardInput {
    pub dashboard_name: String,
    pub dashboard_body: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for PutDashboardInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutDashboardInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.dashboard_name.write(at, to),
            1 => self.dashboard_body.write(at, to),
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
            0 => self.dashboard_name = Read::read(at, from)?,
            1 => self.dashboard_body = Read::read(at, from)?,
            2 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDashboardOutput {
    pub dashboard_validation_messages: Option<Vec<DashboardValidationMessage>>,
}

impl Shape for PutDashboardOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutDashboardOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.dashboard_validation_messages.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.dashboard_validation_messages = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMetricAlarmInput {
    pub alarm_name: String,
    pub alarm_description: Option<String>,
    pub actions_enabled: Option<bool>,
    pub ok_actions: Option<Vec<String>>,
    pub alarm_actions: Option<Vec<String>>,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub metric_name: Option<String>,
    pub namespace: Option<String>,
    pub statistic: Option<String>,
    pub extended_statistic: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub period: Option<i32>,
    pub unit: Option<String>,
    pub evaluation_periods: Option<i32>,
    pub datapoints_to_alarm: Option<i32>,
    pub threshold: Option<f64>,
    pub comparison_operator: Option<String>,
    pub treat_missing_data: Option<String>,
    pub evaluate_low_sample_count_percentile: Option<String>,
    pub metrics: Option<Vec<MetricDataQuery>>,
    pub tags: Option<Vec<Tag>>,
    pub threshold_metric_id: Option<String>,
    pub evaluation_window: Option<EvaluationWindow>,
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    pub evaluation_criteria: Option<EvaluationCriteria>,
    pub evaluation_interval: Option<i32>,
    pub action_configuration: Option<ActionConfiguration>,
}

impl Shape for PutMetricAlarmInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutMetricAlarmInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_name.write(at, to),
            1 => self.alarm_description.write(at, to),
            2 => self.actions_enabled.write(at, to),
            3 => self.ok_actions.write(at, to),
            4 => self.alarm_actions.write(at, to),
            5 => self.insufficient_data_actions.write(at, to),
            6 => self.metric_name.write(at, to),
            7 => self.namespace.write(at, to),
            8 => self.statistic.write(at, to),
            9 => self.extended_statistic.write(at, to),
            10 => self.dimensions.write(at, to),
            11 => self.period.write(at, to),
            12 => self.unit.write(at, to),
            13 => self.evaluation_periods.write(at, to),
            14 => self.datapoints_to_alarm.write(at, to),
            15 => self.threshold.write(at, to),
            16 => self.comparison_operator.write(at, to),
            17 => self.treat_missing_data.write(at, to),
            18 => self.evaluate_low_sample_count_percentile.write(at, to),
            19 => self.metrics.write(at, to),
            20 => self.tags.write(at, to),
            21 => self.threshold_metric_id.write(at, to),
            22 => self.evaluation_window.write(at, to),
            23 => self.warm_up_configuration.write(at, to),
            24 => self.evaluation_criteria.write(at, to),
            25 => self.evaluation_interval.write(at, to),
            26 => self.action_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_name = Read::read(at, from)?,
            1 => self.alarm_description = Read::read(at, from)?,
            2 => self.actions_enabled = Read::read(at, from)?,
            3 => self.ok_actions = Read::read(at, from)?,
            4 => self.alarm_actions = Read::read(at, from)?,
            5 => self.insufficient_data_actions = Read::read(at, from)?,
            6 => self.metric_name = Read::read(at, from)?,
            7 => self.namespace = Read::read(at, from)?,
            8 => self.statistic = Read::read(at, from)?,
            9 => self.extended_statistic = Read::read(at, from)?,
            10 => self.dimensions = Read::read(at, from)?,
            11 => self.period = Read::read(at, from)?,
            12 => self.unit = Read::read(at, from)?,
            13 => self.evaluation_periods = Read::read(at, from)?,
            14 => self.datapoints_to_alarm = Read::read(at, from)?,
            15 => self.threshold = Read::read(at, from)?,
            16 => self.comparison_operator = Read::read(at, from)?,
            17 => self.treat_missing_data = Read::read(at, from)?,
            18 => self.evaluate_low_sample_count_percentile = Read::read(at, from)?,
            19 => self.metrics = Read::read(at, from)?,
            20 => self.tags = Read::read(at, from)?,
            21 => self.threshold_metric_id = Read::read(at, from)?,
            22 => self.evaluation_window = Read::read(at, from)?,
            23 => self.warm_up_configuration = Read::read(at, from)?,
            24 => self.evaluation_criteria = Read::read(at, from)?,
            25 => self.evaluation_interval = Read::read(at, from)?,
            26 => self.action_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMetricDataInput {
    pub namespace: String,
    pub metric_data: Option<Vec<MetricDatum>>,
    pub entity_metric_data: Option<Vec<EntityMetricData>>,
    pub strict_entity_validation: Option<bool>,
}

impl Shape for PutMetricDataInput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutMetricDataInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.namespace.write(at, to),
            1 => self.metric_data.write(at, to),
            2 => self.entity_metric_data.write(at, to),
            3 => self.strict_entity_validation.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.namespace = Read::read(at, from)?,
            1 => self.metric_data = Read::read(at, from)?,
            2 => self.entity_metric_data = Read::read(at, from)?,
            3 => self.strict_entity_validation = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScheduleConfiguration {
    pub schedule_expression: String,
    pub start_time_offset: i64,
    pub end_time_offset: Option<i64>,
}

impl Shape for ScheduleConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::ScheduleConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.schedule_expression.write(at, to),
            1 => self.start_time_offset.write(at, to),
            2 => self.end_time_offset.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.schedule_expression = Read::read(at, from)?,
            1 => self.start_time_offset = Read::read(at, from)?,
            2 => self.end_time_offset = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScheduledQueryConfiguration {
    pub query_string: String,
    pub log_group_identifiers: Option<Vec<String>>,
    pub query_arn: Option<String>,
    pub scheduled_query_role_arn: String,
    pub schedule_configuration: ScheduleConfiguration,
    pub aggregation_expression: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ScheduledQueryConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::ScheduledQueryConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.query_string.write(at, to),
            1 => self.log_group_identifiers.write(at, to),
            2 => self.query_arn.write(at, to),
            3 => self.scheduled_query_role_arn.write(at, to),
            4 => self.schedule_configuration.write(at, to),
            5 => self.aggregation_expression.write(at, to),
            6 => self.tags.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.query_string = Read::read(at, from)?,
            1 => self.log_group_identifiers = Read::read(at, from)?,
            2 => self.query_arn = Read::read(at, from)?,
            3 => self.scheduled_query_role_arn = Read::read(at, from)?,
            4 => self.schedule_configuration = Read::read(at, from)?,
            5 => self.aggregation_expression = Read::read(at, from)?,
            6 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetAlarmStateInput {
    pub alarm_name: String,
    pub state_value: String,
    pub state_reason: String,
    pub state_reason_data: Option<String>,
}

impl Shape for SetAlarmStateInput {
    fn schema(&self) -> &'static Structure {
        &schemas::SetAlarmStateInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alarm_name.write(at, to),
            1 => self.state_value.write(at, to),
            2 => self.state_reason.write(at, to),
            3 => self.state_reason_data.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alarm_name = Read::read(at, from)?,
            1 => self.state_value = Read::read(at, from)?,
            2 => self.state_reason = Read::read(at, from)?,
            3 => self.state_reason_data = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlidingWindow {}

impl Shape for SlidingWindow {
    fn schema(&self) -> &'static Structure {
        &schemas::SlidingWindow
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
pub struct StatisticSet {
    pub sample_count: f64,
    pub sum: f64,
    pub minimum: f64,
    pub maximum: f64,
}

impl Shape for StatisticSet {
    fn schema(&self) -> &'static Structure {
        &schemas::StatisticSet
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.sample_count.write(at, to),
            1 => self.sum.write(at, to),
            2 => self.minimum.write(at, to),
            3 => self.maximum.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.sample_count = Read::read(at, from)?,
            1 => self.sum = Read::read(at, from)?,
            2 => self.minimum = Read::read(at, from)?,
            3 => self.maximum = Read::read(at, from)?,
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
pub struct TagResourceOutput {}

impl Shape for TagResourceOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::TagResourceOutput
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
pub struct UntagResourceOutput {}

impl Shape for UntagResourceOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagResourceOutput
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
pub struct WallClockWindow {
    pub timezone: Option<String>,
}

impl Shape for WallClockWindow {
    fn schema(&self) -> &'static Structure {
        &schemas::WallClockWindow
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.timezone.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.timezone = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WarmUpConfiguration {
    pub warm_up_period_duration_in_minutes: i32,
    pub only_start_evaluating_after_warm_up_period_ends: Option<bool>,
}

impl Shape for WarmUpConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::WarmUpConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.warm_up_period_duration_in_minutes.write(at, to),
            1 => self.only_start_evaluating_after_warm_up_period_ends.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.warm_up_period_duration_in_minutes = Read::read(at, from)?,
            1 => self.only_start_evaluating_after_warm_up_period_ends = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
