// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `DeleteAlarms`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteAlarms;

impl Operation for DeleteAlarms {
    type Input = super::DeleteAlarmsInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_ALARMS;
}

static DELETE_ALARMS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteAlarms",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteAlarmsInput,
    empty_input: || Box::new(<super::DeleteAlarmsInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteDashboards`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteDashboards;

impl Operation for DeleteDashboards {
    type Input = super::DeleteDashboardsInput;
    type Output = super::DeleteDashboardsOutput;
    const SCHEMA: &'static OperationSchema = &DELETE_DASHBOARDS;
}

static DELETE_DASHBOARDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteDashboards",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteDashboardsInput,
    empty_input: || Box::new(<super::DeleteDashboardsInput as Default>::default()),
    output: &schemas::DeleteDashboardsOutput,
    result_wrapper: Some("DeleteDashboardsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeAlarmHistory`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeAlarmHistory;

impl Operation for DescribeAlarmHistory {
    type Input = super::DescribeAlarmHistoryInput;
    type Output = super::DescribeAlarmHistoryOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_ALARM_HISTORY;
}

static DESCRIBE_ALARM_HISTORY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeAlarmHistory",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeAlarmHistoryInput,
    empty_input: || Box::new(<super::DescribeAlarmHistoryInput as Default>::default()),
    output: &schemas::DescribeAlarmHistoryOutput,
    result_wrapper: Some("DescribeAlarmHistoryResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeAlarms`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeAlarms;

impl Operation for DescribeAlarms {
    type Input = super::DescribeAlarmsInput;
    type Output = super::DescribeAlarmsOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_ALARMS;
}

static DESCRIBE_ALARMS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeAlarms",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeAlarmsInput,
    empty_input: || Box::new(<super::DescribeAlarmsInput as Default>::default()),
    output: &schemas::DescribeAlarmsOutput,
    result_wrapper: Some("DescribeAlarmsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeAlarmsForMetric`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeAlarmsForMetric;

impl Operation for DescribeAlarmsForMetric {
    type Input = super::DescribeAlarmsForMetricInput;
    type Output = super::DescribeAlarmsForMetricOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_ALARMS_FOR_METRIC;
}

static DESCRIBE_ALARMS_FOR_METRIC: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeAlarmsForMetric",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeAlarmsForMetricInput,
    empty_input: || Box::new(<super::DescribeAlarmsForMetricInput as Default>::default()),
    output: &schemas::DescribeAlarmsForMetricOutput,
    result_wrapper: Some("DescribeAlarmsForMetricResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `DisableAlarmActions`.
#[derive(Clone, Copy, Debug)]
pub struct DisableAlarmActions;

impl Operation for DisableAlarmActions {
    type Input = super::DisableAlarmActionsInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DISABLE_ALARM_ACTIONS;
}

static DISABLE_ALARM_ACTIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DisableAlarmActions",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DisableAlarmActionsInput,
    empty_input: || Box::new(<super::DisableAlarmActionsInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `EnableAlarmActions`.
#[derive(Clone, Copy, Debug)]
pub struct EnableAlarmActions;

impl Operation for EnableAlarmActions {
    type Input = super::EnableAlarmActionsInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ENABLE_ALARM_ACTIONS;
}

static ENABLE_ALARM_ACTIONS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "EnableAlarmActions",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::EnableAlarmActionsInput,
    empty_input: || Box::new(<super::EnableAlarmActionsInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetDashboard`.
#[derive(Clone, Copy, Debug)]
pub struct GetDashboard;

impl Operation for GetDashboard {
    type Input = super::GetDashboardInput;
    type Output = super::GetDashboardOutput;
    const SCHEMA: &'static OperationSchema = &GET_DASHBOARD;
}

static GET_DASHBOARD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetDashboard",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetDashboardInput,
    empty_input: || Box::new(<super::GetDashboardInput as Default>::default()),
    output: &schemas::GetDashboardOutput,
    result_wrapper: Some("GetDashboardResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetMetricData`.
#[derive(Clone, Copy, Debug)]
pub struct GetMetricData;

impl Operation for GetMetricData {
    type Input = super::GetMetricDataInput;
    type Output = super::GetMetricDataOutput;
    const SCHEMA: &'static OperationSchema = &GET_METRIC_DATA;
}

static GET_METRIC_DATA: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetMetricData",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetMetricDataInput,
    empty_input: || Box::new(<super::GetMetricDataInput as Default>::default()),
    output: &schemas::GetMetricDataOutput,
    result_wrapper: Some("GetMetricDataResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetMetricStatistics`.
#[derive(Clone, Copy, Debug)]
pub struct GetMetricStatistics;

impl Operation for GetMetricStatistics {
    type Input = super::GetMetricStatisticsInput;
    type Output = super::GetMetricStatisticsOutput;
    const SCHEMA: &'static OperationSchema = &GET_METRIC_STATISTICS;
}

static GET_METRIC_STATISTICS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetMetricStatistics",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetMetricStatisticsInput,
    empty_input: || Box::new(<super::GetMetricStatisticsInput as Default>::default()),
    output: &schemas::GetMetricStatisticsOutput,
    result_wrapper: Some("GetMetricStatisticsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListDashboards`.
#[derive(Clone, Copy, Debug)]
pub struct ListDashboards;

impl Operation for ListDashboards {
    type Input = super::ListDashboardsInput;
    type Output = super::ListDashboardsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_DASHBOARDS;
}

static LIST_DASHBOARDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListDashboards",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListDashboardsInput,
    empty_input: || Box::new(<super::ListDashboardsInput as Default>::default()),
    output: &schemas::ListDashboardsOutput,
    result_wrapper: Some("ListDashboardsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListMetrics`.
#[derive(Clone, Copy, Debug)]
pub struct ListMetrics;

impl Operation for ListMetrics {
    type Input = super::ListMetricsInput;
    type Output = super::ListMetricsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_METRICS;
}

static LIST_METRICS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListMetrics",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListMetricsInput,
    empty_input: || Box::new(<super::ListMetricsInput as Default>::default()),
    output: &schemas::ListMetricsOutput,
    result_wrapper: Some("ListMetricsResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTagsForResource`.
#[derive(Clone, Copy, Debug)]
pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = super::ListTagsForResourceInput;
    type Output = super::ListTagsForResourceOutput;
    const SCHEMA: &'static OperationSchema = &LIST_TAGS_FOR_RESOURCE;
}

static LIST_TAGS_FOR_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListTagsForResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListTagsForResourceInput,
    empty_input: || Box::new(<super::ListTagsForResourceInput as Default>::default()),
    output: &schemas::ListTagsForResourceOutput,
    result_wrapper: Some("ListTagsForResourceResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutCompositeAlarm`.
#[derive(Clone, Copy, Debug)]
pub struct PutCompositeAlarm;

impl Operation for PutCompositeAlarm {
    type Input = super::PutCompositeAlarmInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_COMPOSITE_ALARM;
}

static PUT_COMPOSITE_ALARM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutCompositeAlarm",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutCompositeAlarmInput,
    empty_input: || Box::new(<super::PutCompositeAlarmInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutDashboard`.
#[derive(Clone, Copy, Debug)]
pub struct PutDashboard;

impl Operation for PutDashboard {
    type Input = super::PutDashboardInput;
    type Output = super::PutDashboardOutput;
    const SCHEMA: &'static OperationSchema = &PUT_DASHBOARD;
}

static PUT_DASHBOARD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutDashboard",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutDashboardInput,
    empty_input: || Box::new(<super::PutDashboardInput as Default>::default()),
    output: &schemas::PutDashboardOutput,
    result_wrapper: Some("PutDashboardResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutMetricAlarm`.
#[derive(Clone, Copy, Debug)]
pub struct PutMetricAlarm;

impl Operation for PutMetricAlarm {
    type Input = super::PutMetricAlarmInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_METRIC_ALARM;
}

static PUT_METRIC_ALARM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutMetricAlarm",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutMetricAlarmInput,
    empty_input: || Box::new(<super::PutMetricAlarmInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutMetricData`.
#[derive(Clone, Copy, Debug)]
pub struct PutMetricData;

impl Operation for PutMetricData {
    type Input = super::PutMetricDataInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_METRIC_DATA;
}

static PUT_METRIC_DATA: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutMetricData",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutMetricDataInput,
    empty_input: || Box::new(<super::PutMetricDataInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SetAlarmState`.
#[derive(Clone, Copy, Debug)]
pub struct SetAlarmState;

impl Operation for SetAlarmState {
    type Input = super::SetAlarmStateInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &SET_ALARM_STATE;
}

static SET_ALARM_STATE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SetAlarmState",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SetAlarmStateInput,
    empty_input: || Box::new(<super::SetAlarmStateInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagResource`.
#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = super::TagResourceInput;
    type Output = super::TagResourceOutput;
    const SCHEMA: &'static OperationSchema = &TAG_RESOURCE;
}

static TAG_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::TagResourceInput,
    empty_input: || Box::new(<super::TagResourceInput as Default>::default()),
    output: &schemas::TagResourceOutput,
    result_wrapper: Some("TagResourceResult"),
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagResource`.
#[derive(Clone, Copy, Debug)]
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = super::UntagResourceInput;
    type Output = super::UntagResourceOutput;
    const SCHEMA: &'static OperationSchema = &UNTAG_RESOURCE;
}

static UNTAG_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagResource",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UntagResourceInput,
    empty_input: || Box::new(<super::UntagResourceInput as Default>::default()),
    output: &schemas::UntagResourceOutput,
    result_wrapper: Some("UntagResourceResult"),
    xml_root: None,
    xml_unwrapped: false,
};
