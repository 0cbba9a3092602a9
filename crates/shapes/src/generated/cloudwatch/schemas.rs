// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static ActionConfiguration: Structure = Structure { name: "ActionConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("AlarmTagsPropagation", Kind::Structure(&AlarmTagsPropagation)),
] };
pub static AlarmHistoryItem: Structure = Structure { name: "AlarmHistoryItem", payload: None, xml_namespace: None, members: &[
Member::new("AlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("AlarmContributorId", Kind::text(Length::new(Some(1), Some(16)), None, &[])),
Member::new("AlarmType", Kind::text(Length::new(None, None), None, &["CompositeAlarm", "MetricAlarm", "LogAlarm"])),
Member::new("Timestamp", Kind::Timestamp(None)),
Member::new("HistoryItemType", Kind::text(Length::new(None, None), None, &["ConfigurationUpdate", "StateUpdate", "Action", "AlarmContributorStateUpdate", "AlarmContributorAction"])),
Member::new("HistorySummary", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("HistoryData", Kind::text(Length::new(Some(1), Some(4095)), None, &[])),
Member::new("AlarmContributorAttributes", Kind::Map(&ContributorAttributes)),
] };
static AlarmHistoryItems: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AlarmHistoryItem)) };
static AlarmNames: List = List { length: Length::new(None, Some(100)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(255)), None, &[])) };
pub static AlarmPromQLCriteria: Structure = Structure { name: "AlarmPromQLCriteria", payload: None, xml_namespace: None, members: &[
Member::new("Query", Kind::text(Length::new(Some(1), Some(10000)), None, &[])).required(),
Member::new("PendingPeriod", Kind::integer(Some(0), Some(86400))),
Member::new("RecoveryPeriod", Kind::integer(Some(0), Some(86400))),
] };
pub static AlarmTagsPropagation: Structure = Structure { name: "AlarmTagsPropagation", payload: None, xml_namespace: None, members: &[
Member::new("Enabled", Kind::Boolean).required(),
Member::new("IncludedTagKeys", Kind::List(&AlarmTagsPropagationTagKeys)),
Member::new("ExcludedTagKeys", Kind::List(&AlarmTagsPropagationTagKeys)),
] };
static AlarmTagsPropagationTagKeys: List = List { length: Length::new(Some(1), Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), None, &[])) };
static AlarmTypes: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &["CompositeAlarm", "MetricAlarm", "LogAlarm"])) };
pub static CompositeAlarm: Structure = Structure { name: "CompositeAlarm", payload: None, xml_namespace: None, members: &[
Member::new("ActionsEnabled", Kind::Boolean),
Member::new("AlarmActions", Kind::List(&ResourceList)),
Member::new("AlarmArn", Kind::text(Length::new(Some(1), Some(1600)), None, &[])),
Member::new("AlarmConfigurationUpdatedTimestamp", Kind::Timestamp(None)),
Member::new("AlarmDescription", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("AlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("AlarmRule", Kind::text(Length::new(Some(1), Some(10240)), None, &[])),
Member::new("InsufficientDataActions", Kind::List(&ResourceList)),
Member::new("OKActions", Kind::List(&ResourceList)),
Member::new("StateReason", Kind::text(Length::new(Some(0), Some(1023)), None, &[])),
Member::new("StateReasonData", Kind::text(Length::new(Some(0), Some(4000)), None, &[])),
Member::new("StateUpdatedTimestamp", Kind::Timestamp(None)),
Member::new("StateValue", Kind::text(Length::new(None, None), None, &["OK", "ALARM", "INSUFFICIENT_DATA"])),
Member::new("StateTransitionedTimestamp", Kind::Timestamp(None)),
Member::new("ActionsSuppressedBy", Kind::text(Length::new(None, None), None, &["WaitPeriod", "ExtensionPeriod", "Alarm"])),
Member::new("ActionsSuppressedReason", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("ActionsSuppressor", Kind::text(Length::new(Some(1), Some(1600)), None, &[])),
Member::new("ActionsSuppressorWaitPeriod", Kind::integer(None, None)),
Member::new("ActionsSuppressorExtensionPeriod", Kind::integer(None, None)),
Member::new("ActionConfiguration", Kind::Structure(&ActionConfiguration)),
] };
static CompositeAlarms: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&CompositeAlarm)) };
static ContributorAttributes: Map = Map { length: Length::new(Some(0), Some(150)), key: Member::new("key", Kind::text(Length::new(Some(1), Some(255)), None, &[])), value: Member::new("value", Kind::text(Length::new(Some(1), Some(1024)), None, &[])) };
static Counts: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Float) };
static DashboardEntries: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&DashboardEntry)) };
pub static DashboardEntry: Structure = Structure { name: "DashboardEntry", payload: None, xml_namespace: None, members: &[
Member::new("DashboardName", Kind::text(Length::new(None, None), None, &[])),
Member::new("DashboardArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("LastModified", Kind::Timestamp(None)),
Member::new("Size", Kind::integer(None, None)),
] };
pub static DashboardInvalidInputError: Structure = Structure { name: "DashboardInvalidInputError", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
Member::new("dashboardValidationMessages", Kind::List(&DashboardValidationMessages)),
] };
static DashboardNames: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static DashboardValidationMessage: Structure = Structure { name: "DashboardValidationMessage", payload: None, xml_namespace: None, members: &[
Member::new("DataPath", Kind::text(Length::new(None, None), None, &[])),
Member::new("Message", Kind::text(Length::new(None, None), None, &[])),
] };
static DashboardValidationMessages: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&DashboardValidationMessage)) };
pub static Datapoint: Structure = Structure { name: "Datapoint", payload: None, xml_namespace: None, members: &[
Member::new("Timestamp", Kind::Timestamp(None)),
Member::new("SampleCount", Kind::Float),
Member::new("Average", Kind::Float),
Member::new("Sum", Kind::Float),
Member::new("Minimum", Kind::Float),
Member::new("Maximum", Kind::Float),
Member::new("Unit", Kind::text(Length::new(None, None), None, &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"])),
Member::new("ExtendedStatistics", Kind::Map(&DatapointValueMap)),
] };
static DatapointValueMap: Map = Map { length: Length::new(None, None), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])), value: Member::new("value", Kind::Float) };
static DatapointValues: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Float) };
static Datapoints: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Datapoint)) };
pub static DeleteAlarmsInput: Structure = Structure { name: "DeleteAlarmsInput", payload: None, xml_namespace: None, members: &[
Member::new("AlarmNames", Kind::List(&AlarmNames)).required(),
] };
pub static DeleteDashboardsInput: Structure = Structure { name: "DeleteDashboardsInput", payload: None, xml_namespace: None, members: &[
Member::new("DashboardNames", Kind::List(&DashboardNames)).required(),
] };
pub static DeleteDashboardsOutput: Structure = Structure { name: "DeleteDashboardsOutput", payload: None, xml_namespace: None, members: &[
] };
pub static DescribeAlarmHistoryInput: Structure = Structure { name: "DescribeAlarmHistoryInput", payload: None, xml_namespace: None, members: &[
Member::new("AlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("AlarmContributorId", Kind::text(Length::new(Some(1), Some(16)), None, &[])),
Member::new("AlarmTypes", Kind::List(&AlarmTypes)),
Member::new("HistoryItemType", Kind::text(Length::new(None, None), None, &["ConfigurationUpdate", "StateUpdate", "Action", "AlarmContributorStateUpdate", "AlarmContributorAction"])),
Member::new("StartDate", Kind::Timestamp(None)),
Member::new("EndDate", Kind::Timestamp(None)),
Member::new("MaxRecords", Kind::integer(Some(1), Some(100))),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("ScanBy", Kind::text(Length::new(None, None), None, &["TimestampDescending", "TimestampAscending"])),
] };
pub static DescribeAlarmHistoryOutput: Structure = Structure { name: "DescribeAlarmHistoryOutput", payload: None, xml_namespace: None, members: &[
Member::new("AlarmHistoryItems", Kind::List(&AlarmHistoryItems)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static DescribeAlarmsForMetricInput: Structure = Structure { name: "DescribeAlarmsForMetricInput", payload: None, xml_namespace: None, members: &[
Member::new("MetricName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("Namespace", Kind::text(Length::new(Some(1), Some(255)), Some("[^:].*"), &[])).required(),
Member::new("Statistic", Kind::text(Length::new(None, None), None, &["SampleCount", "Average", "Sum", "Minimum", "Maximum"])),
Member::new("ExtendedStatistic", Kind::text(Length::new(None, None), None, &[])),
Member::new("Dimensions", Kind::List(&Dimensions)),
Member::new("Period", Kind::integer(Some(1), None)),
Member::new("Unit", Kind::text(Length::new(None, None), None, &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"])),
] };
pub static DescribeAlarmsForMetricOutput: Structure = Structure { name: "DescribeAlarmsForMetricOutput", payload: None, xml_namespace: None, members: &[
Member::new("MetricAlarms", Kind::List(&MetricAlarms)),
] };
pub static DescribeAlarmsInput: Structure = Structure { name: "DescribeAlarmsInput", payload: None, xml_namespace: None, members: &[
Member::new("AlarmNames", Kind::List(&AlarmNames)),
Member::new("AlarmNamePrefix", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("AlarmTypes", Kind::List(&AlarmTypes)),
Member::new("ChildrenOfAlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("ParentsOfAlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("StateValue", Kind::text(Length::new(None, None), None, &["OK", "ALARM", "INSUFFICIENT_DATA"])),
Member::new("ActionPrefix", Kind::text(Length::new(Some(1), Some(1024)), None, &[])),
Member::new("MaxRecords", Kind::integer(Some(1), Some(100))),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static DescribeAlarmsOutput: Structure = Structure { name: "DescribeAlarmsOutput", payload: None, xml_namespace: None, members: &[
Member::new("CompositeAlarms", Kind::List(&CompositeAlarms)),
Member::new("MetricAlarms", Kind::List(&MetricAlarms)),
Member::new("LogAlarms", Kind::List(&LogAlarms)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static Dimension: Structure = Structure { name: "Dimension", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
pub static DimensionFilter: Structure = Structure { name: "DimensionFilter", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(1), Some(1024)), None, &[])),
] };
static DimensionFilters: List = List { length: Length::new(None, Some(10)), item: Member::new("member", Kind::Structure(&DimensionFilter)) };
static Dimensions: List = List { length: Length::new(None, Some(30)), item: Member::new("member", Kind::Structure(&Dimension)) };
pub static DisableAlarmActionsInput: Structure = Structure { name: "DisableAlarmActionsInput", payload: None, xml_namespace: None, members: &[
Member::new("AlarmNames", Kind::List(&AlarmNames)).required(),
] };
pub static EnableAlarmActionsInput: Structure = Structure { name: "EnableAlarmActionsInput", payload: None, xml_namespace: None, members: &[
Member::new("AlarmNames", Kind::List(&AlarmNames)).required(),
] };
pub static Entity: Structure = Structure { name: "Entity", payload: None, xml_namespace: None, members: &[
Member::new("KeyAttributes", Kind::Map(&EntityKeyAttributesMap)),
Member::new("Attributes", Kind::Map(&EntityAttributesMap)),
] };
static EntityAttributesMap: Map = Map { length: Length::new(Some(0), Some(10)), key: Member::new("key", Kind::text(Length::new(Some(1), Some(256)), None, &[])), value: Member::new("value", Kind::text(Length::new(Some(1), Some(2048)), None, &[])) };
static EntityKeyAttributesMap: Map = Map { length: Length::new(Some(2), Some(4)), key: Member::new("key", Kind::text(Length::new(Some(1), Some(32)), None, &[])), value: Member::new("value", Kind::text(Length::new(Some(1), Some(2048)), None, &[])) };
pub static EntityMetricData: Structure = Structure { name: "EntityMetricData", payload: None, xml_namespace: None, members: &[
Member::new("Entity", Kind::Structure(&Entity)),
Member::new("MetricData", Kind::List(&MetricData)),
] };
static EntityMetricDataList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&EntityMetricData)) };
pub static EvaluationCriteria: Structure = Structure { name: "EvaluationCriteria", payload: None, xml_namespace: None, members: &[
Member::new("PromQLCriteria", Kind::Structure(&AlarmPromQLCriteria)),
] };
pub static EvaluationWindow: Structure = Structure { name: "EvaluationWindow", payload: None, xml_namespace: None, members: &[
Member::new("WallClockWindow", Kind::Structure(&WallClockWindow)),
Member::new("SlidingWindow", Kind::Structure(&SlidingWindow)),
] };
static ExtendedStatistics: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static GetDashboardInput: Structure = Structure { name: "GetDashboardInput", payload: None, xml_namespace: None, members: &[
Member::new("DashboardName", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static GetDashboardOutput: Structure = Structure { name: "GetDashboardOutput", payload: None, xml_namespace: None, members: &[
Member::new("DashboardArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("DashboardBody", Kind::text(Length::new(None, None), None, &[])),
Member::new("DashboardName", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetMetricDataInput: Structure = Structure { name: "GetMetricDataInput", payload: None, xml_namespace: None, members: &[
Member::new("MetricDataQueries", Kind::List(&MetricDataQueries)).required(),
Member::new("StartTime", Kind::Timestamp(None)).required(),
Member::new("EndTime", Kind::Timestamp(None)).required(),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("ScanBy", Kind::text(Length::new(None, None), None, &["TimestampDescending", "TimestampAscending"])),
Member::new("MaxDatapoints", Kind::integer(None, None)),
Member::new("LabelOptions", Kind::Structure(&LabelOptions)),
] };
pub static GetMetricDataOutput: Structure = Structure { name: "GetMetricDataOutput", payload: None, xml_namespace: None, members: &[
Member::new("MetricDataResults", Kind::List(&MetricDataResults)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("Messages", Kind::List(&MetricDataResultMessages)),
] };
pub static GetMetricStatisticsInput: Structure = Structure { name: "GetMetricStatisticsInput", payload: None, xml_namespace: None, members: &[
Member::new("Namespace", Kind::text(Length::new(Some(1), Some(255)), Some("[^:].*"), &[])).required(),
Member::new("MetricName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("Dimensions", Kind::List(&Dimensions)),
Member::new("StartTime", Kind::Timestamp(None)).required(),
Member::new("EndTime", Kind::Timestamp(None)).required(),
Member::new("Period", Kind::integer(Some(1), None)).required(),
Member::new("Statistics", Kind::List(&Statistics)),
Member::new("ExtendedStatistics", Kind::List(&ExtendedStatistics)),
Member::new("Unit", Kind::text(Length::new(None, None), None, &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"])),
] };
pub static GetMetricStatisticsOutput: Structure = Structure { name: "GetMetricStatisticsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Label", Kind::text(Length::new(None, None), None, &[])),
Member::new("Datapoints", Kind::List(&Datapoints)),
] };
pub static LabelOptions: Structure = Structure { name: "LabelOptions", payload: None, xml_namespace: None, members: &[
Member::new("Timezone", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListDashboardsInput: Structure = Structure { name: "ListDashboardsInput", payload: None, xml_namespace: None, members: &[
Member::new("DashboardNamePrefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListDashboardsOutput: Structure = Structure { name: "ListDashboardsOutput", payload: None, xml_namespace: None, members: &[
Member::new("DashboardEntries", Kind::List(&DashboardEntries)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListMetricsInput: Structure = Structure { name: "ListMetricsInput", payload: None, xml_namespace: None, members: &[
Member::new("Namespace", Kind::text(Length::new(Some(1), Some(255)), Some("[^:].*"), &[])),
Member::new("MetricName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("Dimensions", Kind::List(&DimensionFilters)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("RecentlyActive", Kind::text(Length::new(None, None), None, &["PT3H"])),
Member::new("IncludeLinkedAccounts", Kind::Boolean),
Member::new("OwningAccount", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
] };
pub static ListMetricsOutput: Structure = Structure { name: "ListMetricsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Metrics", Kind::List(&Metrics)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("OwningAccounts", Kind::List(&OwningAccounts)),
] };
pub static ListTagsForResourceInput: Structure = Structure { name: "ListTagsForResourceInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceARN", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
pub static ListTagsForResourceOutput: Structure = Structure { name: "ListTagsForResourceOutput", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagList)),
] };
pub static LogAlarm: Structure = Structure { name: "LogAlarm", payload: None, xml_namespace: None, members: &[
Member::new("AlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("AlarmArn", Kind::text(Length::new(Some(1), Some(1600)), None, &[])),
Member::new("AlarmDescription", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("AlarmConfigurationUpdatedTimestamp", Kind::Timestamp(None)),
Member::new("ActionsEnabled", Kind::Boolean),
Member::new("OKActions", Kind::List(&ResourceList)),
Member::new("AlarmActions", Kind::List(&ResourceList)),
Member::new("InsufficientDataActions", Kind::List(&ResourceList)),
Member::new("StateValue", Kind::text(Length::new(None, None), None, &["OK", "ALARM", "INSUFFICIENT_DATA"])),
Member::new("StateReason", Kind::text(Length::new(Some(0), Some(1023)), None, &[])),
Member::new("StateReasonData", Kind::text(Length::new(Some(0), Some(4000)), None, &[])),
Member::new("StateUpdatedTimestamp", Kind::Timestamp(None)),
Member::new("ScheduledQueryConfiguration", Kind::Structure(&ScheduledQueryConfiguration)),
Member::new("QueryResultsToEvaluate", Kind::integer(Some(1), None)),
Member::new("QueryResultsToAlarm", Kind::integer(Some(1), None)),
Member::new("Threshold", Kind::Float),
Member::new("ComparisonOperator", Kind::text(Length::new(None, None), None, &["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold", "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"])),
Member::new("TreatMissingData", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("StateTransitionedTimestamp", Kind::Timestamp(None)),
Member::new("EvaluationState", Kind::text(Length::new(None, None), None, &["PARTIAL_DATA", "EVALUATION_FAILURE", "EVALUATION_ERROR"])),
Member::new("ActionLogLineCount", Kind::integer(None, None)),
Member::new("ActionLogLineRoleArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("WarmUpConfiguration", Kind::Structure(&WarmUpConfiguration)),
Member::new("ActionConfiguration", Kind::Structure(&ActionConfiguration)),
] };
static LogAlarms: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&LogAlarm)) };
static LogGroupIdentifiers: List = List { length: Length::new(Some(1), Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(1024)), None, &[])) };
pub static MessageData: Structure = Structure { name: "MessageData", payload: None, xml_namespace: None, members: &[
Member::new("Code", Kind::text(Length::new(None, None), None, &[])),
Member::new("Value", Kind::text(Length::new(None, None), None, &[])),
] };
pub static Metric: Structure = Structure { name: "Metric", payload: None, xml_namespace: None, members: &[
Member::new("Namespace", Kind::text(Length::new(Some(1), Some(255)), Some("[^:].*"), &[])),
Member::new("MetricName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("Dimensions", Kind::List(&Dimensions)),
] };
pub static MetricAlarm: Structure = Structure { name: "MetricAlarm", payload: None, xml_namespace: None, members: &[
Member::new("AlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("AlarmArn", Kind::text(Length::new(Some(1), Some(1600)), None, &[])),
Member::new("AlarmDescription", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("AlarmConfigurationUpdatedTimestamp", Kind::Timestamp(None)),
Member::new("ActionsEnabled", Kind::Boolean),
Member::new("OKActions", Kind::List(&ResourceList)),
Member::new("AlarmActions", Kind::List(&ResourceList)),
Member::new("InsufficientDataActions", Kind::List(&ResourceList)),
Member::new("StateValue", Kind::text(Length::new(None, None), None, &["OK", "ALARM", "INSUFFICIENT_DATA"])),
Member::new("StateReason", Kind::text(Length::new(Some(0), Some(1023)), None, &[])),
Member::new("StateReasonData", Kind::text(Length::new(Some(0), Some(4000)), None, &[])),
Member::new("StateUpdatedTimestamp", Kind::Timestamp(None)),
Member::new("MetricName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("Namespace", Kind::text(Length::new(Some(1), Some(255)), Some("[^:].*"), &[])),
Member::new("Statistic", Kind::text(Length::new(None, None), None, &["SampleCount", "Average", "Sum", "Minimum", "Maximum"])),
Member::new("ExtendedStatistic", Kind::text(Length::new(None, None), None, &[])),
Member::new("Dimensions", Kind::List(&Dimensions)),
Member::new("Period", Kind::integer(Some(1), None)),
Member::new("Unit", Kind::text(Length::new(None, None), None, &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"])),
Member::new("EvaluationPeriods", Kind::integer(Some(1), None)),
Member::new("DatapointsToAlarm", Kind::integer(Some(1), None)),
Member::new("Threshold", Kind::Float),
Member::new("ComparisonOperator", Kind::text(Length::new(None, None), None, &["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold", "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"])),
Member::new("TreatMissingData", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("EvaluateLowSampleCountPercentile", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("Metrics", Kind::List(&MetricDataQueries)),
Member::new("ThresholdMetricId", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("EvaluationState", Kind::text(Length::new(None, None), None, &["PARTIAL_DATA", "EVALUATION_FAILURE", "EVALUATION_ERROR"])),
Member::new("StateTransitionedTimestamp", Kind::Timestamp(None)),
Member::new("EvaluationWindow", Kind::Structure(&EvaluationWindow)),
Member::new("WarmUpConfiguration", Kind::Structure(&WarmUpConfiguration)),
Member::new("EvaluationCriteria", Kind::Structure(&EvaluationCriteria)),
Member::new("EvaluationInterval", Kind::integer(Some(10), Some(3600))),
Member::new("ActionConfiguration", Kind::Structure(&ActionConfiguration)),
] };
static MetricAlarms: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MetricAlarm)) };
static MetricData: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MetricDatum)) };
static MetricDataQueries: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MetricDataQuery)) };
pub static MetricDataQuery: Structure = Structure { name: "MetricDataQuery", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("MetricStat", Kind::Structure(&MetricStat)),
Member::new("Expression", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("Label", Kind::text(Length::new(None, None), None, &[])),
Member::new("ReturnData", Kind::Boolean),
Member::new("Period", Kind::integer(Some(1), None)),
Member::new("AccountId", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
] };
pub static MetricDataResult: Structure = Structure { name: "MetricDataResult", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("Label", Kind::text(Length::new(None, None), None, &[])),
Member::new("Timestamps", Kind::List(&Timestamps)),
Member::new("Values", Kind::List(&DatapointValues)),
Member::new("StatusCode", Kind::text(Length::new(None, None), None, &["Complete", "InternalError", "PartialData", "Forbidden"])),
Member::new("Messages", Kind::List(&MetricDataResultMessages)),
] };
static MetricDataResultMessages: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MessageData)) };
static MetricDataResults: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MetricDataResult)) };
pub static MetricDatum: Structure = Structure { name: "MetricDatum", payload: None, xml_namespace: None, members: &[
Member::new("MetricName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("Dimensions", Kind::List(&Dimensions)),
Member::new("Timestamp", Kind::Timestamp(None)),
Member::new("Value", Kind::Float),
Member::new("StatisticValues", Kind::Structure(&StatisticSet)),
Member::new("Values", Kind::List(&Values)),
Member::new("Counts", Kind::List(&Counts)),
Member::new("Unit", Kind::text(Length::new(None, None), None, &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"])),
Member::new("StorageResolution", Kind::integer(Some(1), None)),
] };
pub static MetricStat: Structure = Structure { name: "MetricStat", payload: None, xml_namespace: None, members: &[
Member::new("Metric", Kind::Structure(&Metric)).required(),
Member::new("Period", Kind::integer(Some(1), None)).required(),
Member::new("Stat", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Unit", Kind::text(Length::new(None, None), None, &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"])),
] };
static Metrics: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Metric)) };
static OwningAccounts: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(255)), None, &[])) };
pub static PutCompositeAlarmInput: Structure = Structure { name: "PutCompositeAlarmInput", payload: None, xml_namespace: None, members: &[
Member::new("ActionsEnabled", Kind::Boolean),
Member::new("AlarmActions", Kind::List(&ResourceList)),
Member::new("AlarmDescription", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("AlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("AlarmRule", Kind::text(Length::new(Some(1), Some(10240)), None, &[])).required(),
Member::new("InsufficientDataActions", Kind::List(&ResourceList)),
Member::new("OKActions", Kind::List(&ResourceList)),
Member::new("Tags", Kind::List(&TagList)),
Member::new("ActionsSuppressor", Kind::text(Length::new(Some(1), Some(1600)), None, &[])),
Member::new("ActionsSuppressorWaitPeriod", Kind::integer(None, None)),
Member::new("ActionsSuppressorExtensionPeriod", Kind::integer(None, None)),
Member::new("ActionConfiguration", Kind::Structure(&ActionConfiguration)),
] };
pub static PutDashboardInput: Structure = Structure { name: "PutDashboardInput", payload: None, xml_namespace: None, members: &[
Member::new("DashboardName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("DashboardBody", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Tags", Kind::List(&TagList)),
] };
pub static PutDashboardOutput: Structure = Structure { name: "PutDashboardOutput", payload: None, xml_namespace: None, members: &[
Member::new("DashboardValidationMessages", Kind::List(&DashboardValidationMessages)),
] };
pub static PutMetricAlarmInput: Structure = Structure { name: "PutMetricAlarmInput", payload: None, xml_namespace: None, members: &[
Member::new("AlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("AlarmDescription", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("ActionsEnabled", Kind::Boolean),
Member::new("OKActions", Kind::List(&ResourceList)),
Member::new("AlarmActions", Kind::List(&ResourceList)),
Member::new("InsufficientDataActions", Kind::List(&ResourceList)),
Member::new("MetricName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("Namespace", Kind::text(Length::new(Some(1), Some(255)), Some("[^:].*"), &[])),
Member::new("Statistic", Kind::text(Length::new(None, None), None, &["SampleCount", "Average", "Sum", "Minimum", "Maximum"])),
Member::new("ExtendedStatistic", Kind::text(Length::new(None, None), None, &[])),
Member::new("Dimensions", Kind::List(&Dimensions)),
Member::new("Period", Kind::integer(Some(1), None)),
Member::new("Unit", Kind::text(Length::new(None, None), None, &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"])),
Member::new("EvaluationPeriods", Kind::integer(Some(1), None)),
Member::new("DatapointsToAlarm", Kind::integer(Some(1), None)),
Member::new("Threshold", Kind::Float),
Member::new("ComparisonOperator", Kind::text(Length::new(None, None), None, &["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold", "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"])),
Member::new("TreatMissingData", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("EvaluateLowSampleCountPercentile", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("Metrics", Kind::List(&MetricDataQueries)),
Member::new("Tags", Kind::List(&TagList)),
Member::new("ThresholdMetricId", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("EvaluationWindow", Kind::Structure(&EvaluationWindow)),
Member::new("WarmUpConfiguration", Kind::Structure(&WarmUpConfiguration)),
Member::new("EvaluationCriteria", Kind::Structure(&EvaluationCriteria)),
Member::new("EvaluationInterval", Kind::integer(Some(10), Some(3600))),
Member::new("ActionConfiguration", Kind::Structure(&ActionConfiguration)),
] };
pub static PutMetricDataInput: Structure = Structure { name: "PutMetricDataInput", payload: None, xml_namespace: None, members: &[
Member::new("Namespace", Kind::text(Length::new(Some(1), Some(255)), Some("[^:].*"), &[])).required(),
Member::new("MetricData", Kind::List(&MetricData)),
Member::new("EntityMetricData", Kind::List(&EntityMetricDataList)),
Member::new("StrictEntityValidation", Kind::Boolean),
] };
static ResourceList: List = List { length: Length::new(None, Some(5)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(1024)), None, &[])) };
pub static ScheduleConfiguration: Structure = Structure { name: "ScheduleConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("ScheduleExpression", Kind::text(Length::new(Some(1), Some(256)), None, &[])).required(),
Member::new("StartTimeOffset", Kind::integer(Some(1), Some(2592000))).required(),
Member::new("EndTimeOffset", Kind::integer(Some(0), Some(2592000))),
] };
pub static ScheduledQueryConfiguration: Structure = Structure { name: "ScheduledQueryConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("QueryString", Kind::text(Length::new(Some(0), Some(10000)), None, &[])).required(),
Member::new("LogGroupIdentifiers", Kind::List(&LogGroupIdentifiers)),
Member::new("QueryARN", Kind::text(Length::new(Some(1), Some(1024)), None, &[])),
Member::new("ScheduledQueryRoleARN", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ScheduleConfiguration", Kind::Structure(&ScheduleConfiguration)).required(),
Member::new("AggregationExpression", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Tags", Kind::List(&TagList)),
] };
pub static SetAlarmStateInput: Structure = Structure { name: "SetAlarmStateInput", payload: None, xml_namespace: None, members: &[
Member::new("AlarmName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("StateValue", Kind::text(Length::new(None, None), None, &["OK", "ALARM", "INSUFFICIENT_DATA"])).required(),
Member::new("StateReason", Kind::text(Length::new(Some(0), Some(1023)), None, &[])).required(),
Member::new("StateReasonData", Kind::text(Length::new(Some(0), Some(4000)), None, &[])),
] };
pub static SlidingWindow: Structure = Structure { name: "SlidingWindow", payload: None, xml_namespace: None, members: &[
] };
pub static StatisticSet: Structure = Structure { name: "StatisticSet", payload: None, xml_namespace: None, members: &[
Member::new("SampleCount", Kind::Float).required(),
Member::new("Sum", Kind::Float).required(),
Member::new("Minimum", Kind::Float).required(),
Member::new("Maximum", Kind::Float).required(),
] };
static Statistics: List = List { length: Length::new(Some(1), Some(5)), item: Member::new("member", Kind::text(Length::new(None, None), None, &["SampleCount", "Average", "Sum", "Minimum", "Maximum"])) };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), None, &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), None, &[])).required(),
] };
static TagKeyList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), None, &[])) };
static TagList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Tag)) };
pub static TagResourceInput: Structure = Structure { name: "TagResourceInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceARN", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("Tags", Kind::List(&TagList)).required(),
] };
pub static TagResourceOutput: Structure = Structure { name: "TagResourceOutput", payload: None, xml_namespace: None, members: &[
] };
static Timestamps: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Timestamp(None)) };
pub static UntagResourceInput: Structure = Structure { name: "UntagResourceInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceARN", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyList)).required(),
] };
pub static UntagResourceOutput: Structure = Structure { name: "UntagResourceOutput", payload: None, xml_namespace: None, members: &[
] };
static Values: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Float) };
pub static WallClockWindow: Structure = Structure { name: "WallClockWindow", payload: None, xml_namespace: None, members: &[
Member::new("Timezone", Kind::text(Length::new(Some(1), Some(50)), None, &[])),
] };
pub static WarmUpConfiguration: Structure = Structure { name: "WarmUpConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("WarmUpPeriodDurationInMinutes", Kind::integer(Some(1), Some(2880))).required(),
Member::new("OnlyStartEvaluatingAfterWarmUpPeriodEnds", Kind::Boolean),
] };
