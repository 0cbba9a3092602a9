// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

static AccountIds: List = List { length: Length::new(Some(0), Some(20)), item: Member::new("member", Kind::text(Length::new(Some(12), Some(12)), Some("^\\d{12}$"), &[])) };
pub static AssociateKmsKeyRequest: Structure = Structure { name: "AssociateKmsKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("kmsKeyId", Kind::text(Length::new(None, Some(256)), None, &[])).required(),
Member::new("resourceIdentifier", Kind::text(Length::new(Some(1), Some(2048)), Some("[\\w+=/:,.@\\-\\*]*"), &[])),
] };
pub static CreateLogGroupRequest: Structure = Structure { name: "CreateLogGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
Member::new("kmsKeyId", Kind::text(Length::new(None, Some(256)), None, &[])),
Member::new("tags", Kind::Map(&Tags)),
Member::new("logGroupClass", Kind::text(Length::new(None, None), None, &["STANDARD", "INFREQUENT_ACCESS", "DELIVERY", "ESSENTIALS"])),
Member::new("deletionProtectionEnabled", Kind::Boolean),
] };
pub static CreateLogStreamRequest: Structure = Structure { name: "CreateLogStreamRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
Member::new("logStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])).required(),
] };
pub static DeleteLogGroupRequest: Structure = Structure { name: "DeleteLogGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
] };
pub static DeleteLogStreamRequest: Structure = Structure { name: "DeleteLogStreamRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
Member::new("logStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])).required(),
] };
pub static DeleteRetentionPolicyRequest: Structure = Structure { name: "DeleteRetentionPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
] };
static DescribeLogGroupsLogGroupIdentifiers: List = List { length: Length::new(Some(1), Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(2048)), Some("[\\w#+=/:,.@-]*"), &[])) };
pub static DescribeLogGroupsRequest: Structure = Structure { name: "DescribeLogGroupsRequest", payload: None, xml_namespace: None, members: &[
Member::new("accountIdentifiers", Kind::List(&AccountIds)),
Member::new("logGroupNamePrefix", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("logGroupNamePattern", Kind::text(Length::new(Some(0), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]*"), &[])),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("limit", Kind::integer(Some(1), Some(50))),
Member::new("includeLinkedAccounts", Kind::Boolean),
Member::new("logGroupClass", Kind::text(Length::new(None, None), None, &["STANDARD", "INFREQUENT_ACCESS", "DELIVERY", "ESSENTIALS"])),
Member::new("logGroupIdentifiers", Kind::List(&DescribeLogGroupsLogGroupIdentifiers)),
] };
pub static DescribeLogGroupsResponse: Structure = Structure { name: "DescribeLogGroupsResponse", payload: None, xml_namespace: None, members: &[
Member::new("logGroups", Kind::List(&LogGroups)),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
] };
pub static DescribeLogStreamsRequest: Structure = Structure { name: "DescribeLogStreamsRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("logGroupIdentifier", Kind::text(Length::new(Some(1), Some(2048)), Some("[\\w#+=/:,.@-]*"), &[])),
Member::new("logStreamNamePrefix", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("orderBy", Kind::text(Length::new(None, None), None, &["LogStreamName", "LastEventTime"])),
Member::new("descending", Kind::Boolean),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("limit", Kind::integer(Some(1), Some(50))),
] };
pub static DescribeLogStreamsResponse: Structure = Structure { name: "DescribeLogStreamsResponse", payload: None, xml_namespace: None, members: &[
Member::new("logStreams", Kind::List(&LogStreams)),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
] };
pub static DescribeMetricFiltersRequest: Structure = Structure { name: "DescribeMetricFiltersRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("filterNamePrefix", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("limit", Kind::integer(Some(1), Some(50))),
Member::new("metricName", Kind::text(Length::new(None, Some(255)), Some("[^:*$]*"), &[])),
Member::new("metricNamespace", Kind::text(Length::new(None, Some(255)), Some("[^:*$]*"), &[])),
] };
pub static DescribeMetricFiltersResponse: Structure = Structure { name: "DescribeMetricFiltersResponse", payload: None, xml_namespace: None, members: &[
Member::new("metricFilters", Kind::List(&MetricFilters)),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
] };
pub static DescribeSubscriptionFiltersRequest: Structure = Structure { name: "DescribeSubscriptionFiltersRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
Member::new("filterNamePrefix", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("limit", Kind::integer(Some(1), Some(50))),
] };
pub static DescribeSubscriptionFiltersResponse: Structure = Structure { name: "DescribeSubscriptionFiltersResponse", payload: None, xml_namespace: None, members: &[
Member::new("subscriptionFilters", Kind::List(&SubscriptionFilters)),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
] };
static Dimensions: Map = Map { length: Length::new(None, None), key: Member::new("key", Kind::text(Length::new(None, Some(255)), None, &[])), value: Member::new("value", Kind::text(Length::new(None, Some(255)), None, &[])) };
pub static DisassociateKmsKeyRequest: Structure = Structure { name: "DisassociateKmsKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("resourceIdentifier", Kind::text(Length::new(Some(1), Some(2048)), Some("[\\w+=/:,.@\\-\\*]*"), &[])),
] };
static EmitSystemFields: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static Entity: Structure = Structure { name: "Entity", payload: None, xml_namespace: None, members: &[
Member::new("keyAttributes", Kind::Map(&EntityKeyAttributes)),
Member::new("attributes", Kind::Map(&EntityAttributes)),
] };
static EntityAttributes: Map = Map { length: Length::new(Some(0), Some(10)), key: Member::new("key", Kind::text(Length::new(Some(1), Some(256)), None, &[])), value: Member::new("value", Kind::text(Length::new(Some(1), Some(512)), None, &[])) };
static EntityKeyAttributes: Map = Map { length: Length::new(Some(2), Some(4)), key: Member::new("key", Kind::text(Length::new(Some(1), Some(32)), None, &[])), value: Member::new("value", Kind::text(Length::new(Some(1), Some(512)), None, &[])) };
pub static FilterLogEventsRequest: Structure = Structure { name: "FilterLogEventsRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("logGroupIdentifier", Kind::text(Length::new(Some(1), Some(2048)), Some("[\\w#+=/:,.@-]*"), &[])),
Member::new("logStreamNames", Kind::List(&InputLogStreamNames)),
Member::new("logStreamNamePrefix", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("startTime", Kind::integer(Some(0), None)),
Member::new("endTime", Kind::integer(Some(0), None)),
Member::new("filterPattern", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("limit", Kind::integer(Some(1), Some(10000))),
Member::new("startFromHead", Kind::Boolean),
Member::new("interleaved", Kind::Boolean),
Member::new("unmask", Kind::Boolean),
] };
pub static FilterLogEventsResponse: Structure = Structure { name: "FilterLogEventsResponse", payload: None, xml_namespace: None, members: &[
Member::new("events", Kind::List(&FilteredLogEvents)),
Member::new("searchedLogStreams", Kind::List(&SearchedLogStreams)),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
] };
pub static FilteredLogEvent: Structure = Structure { name: "FilteredLogEvent", payload: None, xml_namespace: None, members: &[
Member::new("logStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("timestamp", Kind::integer(Some(0), None)),
Member::new("message", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("ingestionTime", Kind::integer(Some(0), None)),
Member::new("eventId", Kind::text(Length::new(None, None), None, &[])),
] };
static FilteredLogEvents: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&FilteredLogEvent)) };
pub static GetLogEventsRequest: Structure = Structure { name: "GetLogEventsRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("logGroupIdentifier", Kind::text(Length::new(Some(1), Some(2048)), Some("[\\w#+=/:,.@-]*"), &[])),
Member::new("logStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])).required(),
Member::new("startTime", Kind::integer(Some(0), None)),
Member::new("endTime", Kind::integer(Some(0), None)),
Member::new("nextToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("limit", Kind::integer(Some(1), Some(10000))),
Member::new("startFromHead", Kind::Boolean),
Member::new("unmask", Kind::Boolean),
] };
pub static GetLogEventsResponse: Structure = Structure { name: "GetLogEventsResponse", payload: None, xml_namespace: None, members: &[
Member::new("events", Kind::List(&OutputLogEvents)),
Member::new("nextForwardToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("nextBackwardToken", Kind::text(Length::new(Some(1), None), None, &[])),
] };
static InheritedProperties: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &["ACCOUNT_DATA_PROTECTION"])) };
pub static InputLogEvent: Structure = Structure { name: "InputLogEvent", payload: None, xml_namespace: None, members: &[
Member::new("timestamp", Kind::integer(Some(0), None)).required(),
Member::new("message", Kind::text(Length::new(Some(1), None), None, &[])).required(),
] };
static InputLogEvents: List = List { length: Length::new(Some(1), Some(10000)), item: Member::new("member", Kind::Structure(&InputLogEvent)) };
static InputLogStreamNames: List = List { length: Length::new(Some(1), Some(100)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])) };
pub static ListTagsForResourceRequest: Structure = Structure { name: "ListTagsForResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("resourceArn", Kind::text(Length::new(Some(1), Some(1011)), Some("[\\w+=/:,.@-]*"), &[])).required(),
] };
pub static ListTagsForResourceResponse: Structure = Structure { name: "ListTagsForResourceResponse", payload: None, xml_namespace: None, members: &[
Member::new("tags", Kind::Map(&Tags)),
] };
pub static ListTagsLogGroupRequest: Structure = Structure { name: "ListTagsLogGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
] };
pub static ListTagsLogGroupResponse: Structure = Structure { name: "ListTagsLogGroupResponse", payload: None, xml_namespace: None, members: &[
Member::new("tags", Kind::Map(&Tags)),
] };
pub static LiveTailSessionLogEvent: Structure = Structure { name: "LiveTailSessionLogEvent", payload: None, xml_namespace: None, members: &[
Member::new("logStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("logGroupIdentifier", Kind::text(Length::new(Some(1), Some(2048)), Some("[\\w#+=/:,.@-]*"), &[])),
Member::new("message", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("timestamp", Kind::integer(Some(0), None)),
Member::new("ingestionTime", Kind::integer(Some(0), None)),
] };
pub static LiveTailSessionMetadata: Structure = Structure { name: "LiveTailSessionMetadata", payload: None, xml_namespace: None, members: &[
Member::new("sampled", Kind::Boolean),
] };
static LiveTailSessionResults: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&LiveTailSessionLogEvent)) };
pub static LiveTailSessionStart: Structure = Structure { name: "LiveTailSessionStart", payload: None, xml_namespace: None, members: &[
Member::new("requestId", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("sessionId", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("logGroupIdentifiers", Kind::List(&StartLiveTailLogGroupIdentifiers)),
Member::new("logStreamNames", Kind::List(&InputLogStreamNames)),
Member::new("logStreamNamePrefixes", Kind::List(&InputLogStreamNames)),
Member::new("logEventFilterPattern", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
] };
pub static LiveTailSessionUpdate: Structure = Structure { name: "LiveTailSessionUpdate", payload: None, xml_namespace: None, members: &[
Member::new("sessionMetadata", Kind::Structure(&LiveTailSessionMetadata)),
Member::new("sessionResults", Kind::List(&LiveTailSessionResults)),
] };
pub static LogGroup: Structure = Structure { name: "LogGroup", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("creationTime", Kind::integer(Some(0), None)),
Member::new("retentionInDays", Kind::integer(None, None)),
Member::new("metricFilterCount", Kind::integer(None, None)),
Member::new("arn", Kind::text(Length::new(None, None), None, &[])),
Member::new("storedBytes", Kind::integer(Some(0), None)),
Member::new("kmsKeyId", Kind::text(Length::new(None, Some(256)), None, &[])),
Member::new("dataProtectionStatus", Kind::text(Length::new(None, None), None, &["ACTIVATED", "DELETED", "ARCHIVED", "DISABLED"])),
Member::new("inheritedProperties", Kind::List(&InheritedProperties)),
Member::new("logGroupClass", Kind::text(Length::new(None, None), None, &["STANDARD", "INFREQUENT_ACCESS", "DELIVERY", "ESSENTIALS"])),
Member::new("logGroupArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("deletionProtectionEnabled", Kind::Boolean),
Member::new("bearerTokenAuthenticationEnabled", Kind::Boolean),
Member::new("retentionPolicyName", Kind::text(Length::new(None, None), None, &[])),
] };
static LogGroups: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&LogGroup)) };
pub static LogStream: Structure = Structure { name: "LogStream", payload: None, xml_namespace: None, members: &[
Member::new("logStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("creationTime", Kind::integer(Some(0), None)),
Member::new("firstEventTimestamp", Kind::integer(Some(0), None)),
Member::new("lastEventTimestamp", Kind::integer(Some(0), None)),
Member::new("lastIngestionTime", Kind::integer(Some(0), None)),
Member::new("uploadSequenceToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("arn", Kind::text(Length::new(None, None), None, &[])),
Member::new("storedBytes", Kind::integer(Some(0), None)),
] };
static LogStreams: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&LogStream)) };
pub static MetricFilter: Structure = Structure { name: "MetricFilter", payload: None, xml_namespace: None, members: &[
Member::new("filterName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("filterPattern", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("metricTransformations", Kind::List(&MetricTransformations)),
Member::new("creationTime", Kind::integer(Some(0), None)),
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("applyOnTransformedLogs", Kind::Boolean),
Member::new("fieldSelectionCriteria", Kind::text(Length::new(Some(0), Some(2000)), None, &[])),
Member::new("emitSystemFieldDimensions", Kind::List(&EmitSystemFields)),
] };
static MetricFilters: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MetricFilter)) };
pub static MetricTransformation: Structure = Structure { name: "MetricTransformation", payload: None, xml_namespace: None, members: &[
Member::new("metricName", Kind::text(Length::new(None, Some(255)), Some("[^:*$]*"), &[])).required(),
Member::new("metricNamespace", Kind::text(Length::new(None, Some(255)), Some("[^:*$]*"), &[])).required(),
Member::new("metricValue", Kind::text(Length::new(None, Some(100)), None, &[])).required(),
Member::new("defaultValue", Kind::Float),
Member::new("dimensions", Kind::Map(&Dimensions)),
Member::new("unit", Kind::text(Length::new(None, None), None, &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"])),
] };
static MetricTransformations: List = List { length: Length::new(Some(1), Some(1)), item: Member::new("member", Kind::Structure(&MetricTransformation)) };
pub static OutputLogEvent: Structure = Structure { name: "OutputLogEvent", payload: None, xml_namespace: None, members: &[
Member::new("timestamp", Kind::integer(Some(0), None)),
Member::new("message", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("ingestionTime", Kind::integer(Some(0), None)),
] };
static OutputLogEvents: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&OutputLogEvent)) };
pub static PutLogEventsRequest: Structure = Structure { name: "PutLogEventsRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
Member::new("logStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])).required(),
Member::new("logEvents", Kind::List(&InputLogEvents)).required(),
Member::new("sequenceToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("entity", Kind::Structure(&Entity)),
] };
pub static PutLogEventsResponse: Structure = Structure { name: "PutLogEventsResponse", payload: None, xml_namespace: None, members: &[
Member::new("nextSequenceToken", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("rejectedLogEventsInfo", Kind::Structure(&RejectedLogEventsInfo)),
Member::new("rejectedEntityInfo", Kind::Structure(&RejectedEntityInfo)),
] };
pub static PutRetentionPolicyRequest: Structure = Structure { name: "PutRetentionPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
Member::new("retentionInDays", Kind::integer(None, None)).required(),
] };
pub static RejectedEntityInfo: Structure = Structure { name: "RejectedEntityInfo", payload: None, xml_namespace: None, members: &[
Member::new("errorType", Kind::text(Length::new(None, None), None, &["InvalidEntity", "InvalidTypeValue", "InvalidKeyAttributes", "InvalidAttributes", "EntitySizeTooLarge", "UnsupportedLogGroupType", "MissingRequiredFields"])).required(),
] };
pub static RejectedLogEventsInfo: Structure = Structure { name: "RejectedLogEventsInfo", payload: None, xml_namespace: None, members: &[
Member::new("tooNewLogEventStartIndex", Kind::integer(None, None)),
Member::new("tooOldLogEventEndIndex", Kind::integer(None, None)),
Member::new("expiredLogEventEndIndex", Kind::integer(None, None)),
] };
pub static SearchedLogStream: Structure = Structure { name: "SearchedLogStream", payload: None, xml_namespace: None, members: &[
Member::new("logStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("searchedCompletely", Kind::Boolean),
] };
static SearchedLogStreams: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&SearchedLogStream)) };
pub static SessionStreamingException: Structure = Structure { name: "SessionStreamingException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static SessionTimeoutException: Structure = Structure { name: "SessionTimeoutException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
static StartLiveTailLogGroupIdentifiers: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(2048)), Some("[\\w#+=/:,.@-]*"), &[])) };
pub static StartLiveTailRequest: Structure = Structure { name: "StartLiveTailRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupIdentifiers", Kind::List(&StartLiveTailLogGroupIdentifiers)).required(),
Member::new("logStreamNames", Kind::List(&InputLogStreamNames)),
Member::new("logStreamNamePrefixes", Kind::List(&InputLogStreamNames)),
Member::new("logEventFilterPattern", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
] };
pub static StartLiveTailResponse: Structure = Structure { name: "StartLiveTailResponse", payload: None, xml_namespace: None, members: &[
Member::new("responseStream", Kind::Structure(&StartLiveTailResponseStream)).streaming(),
] };
pub static StartLiveTailResponseStream: Structure = Structure { name: "StartLiveTailResponseStream", payload: None, xml_namespace: None, members: &[
Member::new("sessionStart", Kind::Structure(&LiveTailSessionStart)),
Member::new("sessionUpdate", Kind::Structure(&LiveTailSessionUpdate)),
Member::new("SessionTimeoutException", Kind::Structure(&SessionTimeoutException)),
Member::new("SessionStreamingException", Kind::Structure(&SessionStreamingException)),
] };
pub static SubscriptionFilter: Structure = Structure { name: "SubscriptionFilter", payload: None, xml_namespace: None, members: &[
Member::new("filterName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("filterPattern", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("destinationArn", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("roleArn", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("distribution", Kind::text(Length::new(None, None), None, &["Random", "ByLogStream"])),
Member::new("applyOnTransformedLogs", Kind::Boolean),
Member::new("creationTime", Kind::integer(Some(0), None)),
Member::new("fieldSelectionCriteria", Kind::text(Length::new(Some(0), Some(2000)), None, &[])),
Member::new("emitSystemFields", Kind::List(&EmitSystemFields)),
] };
static SubscriptionFilters: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&SubscriptionFilter)) };
static TagKeyList: List = List { length: Length::new(Some(0), Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$"), &[])) };
static TagList: List = List { length: Length::new(Some(1), None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$"), &[])) };
pub static TagLogGroupRequest: Structure = Structure { name: "TagLogGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
Member::new("tags", Kind::Map(&Tags)).required(),
] };
pub static TagResourceRequest: Structure = Structure { name: "TagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("resourceArn", Kind::text(Length::new(Some(1), Some(1011)), Some("[\\w+=/:,.@-]*"), &[])).required(),
Member::new("tags", Kind::Map(&Tags)).required(),
] };
static Tags: Map = Map { length: Length::new(Some(1), Some(50)), key: Member::new("key", Kind::text(Length::new(Some(1), Some(128)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$"), &[])), value: Member::new("value", Kind::text(Length::new(None, Some(256)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"), &[])) };
pub static UntagLogGroupRequest: Structure = Structure { name: "UntagLogGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("logGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])).required(),
Member::new("tags", Kind::List(&TagList)).required(),
] };
pub static UntagResourceRequest: Structure = Structure { name: "UntagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("resourceArn", Kind::text(Length::new(Some(1), Some(1011)), Some("[\\w+=/:,.@-]*"), &[])).required(),
Member::new("tagKeys", Kind::List(&TagKeyList)).required(),
] };
