// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static AddTagsToStreamInput: Structure = Structure { name: "AddTagsToStreamInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("Tags", Kind::Map(&TagMap)).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static ChildShard: Structure = Structure { name: "ChildShard", payload: None, xml_namespace: None, members: &[
Member::new("ShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ParentShards", Kind::List(&ShardIdList)).required(),
Member::new("HashKeyRange", Kind::Structure(&HashKeyRange)).required(),
] };
static ChildShardList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ChildShard)) };
pub static Consumer: Structure = Structure { name: "Consumer", payload: None, xml_namespace: None, members: &[
Member::new("ConsumerName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ConsumerARN", Kind::text(Length::new(Some(1), Some(2048)), Some("^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+"), &[])).required(),
Member::new("ConsumerStatus", Kind::text(Length::new(None, None), None, &["CREATING", "DELETING", "ACTIVE"])).required(),
Member::new("ConsumerCreationTimestamp", Kind::Timestamp(None)).required(),
] };
pub static ConsumerDescription: Structure = Structure { name: "ConsumerDescription", payload: None, xml_namespace: None, members: &[
Member::new("ConsumerName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ConsumerARN", Kind::text(Length::new(Some(1), Some(2048)), Some("^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+"), &[])).required(),
Member::new("ConsumerStatus", Kind::text(Length::new(None, None), None, &["CREATING", "DELETING", "ACTIVE"])).required(),
Member::new("ConsumerCreationTimestamp", Kind::Timestamp(None)).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
] };
static ConsumerList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Consumer)) };
pub static CreateStreamInput: Structure = Structure { name: "CreateStreamInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ShardCount", Kind::integer(Some(1), None)),
Member::new("StreamModeDetails", Kind::Structure(&StreamModeDetails)),
Member::new("Tags", Kind::Map(&TagMap)),
Member::new("WarmThroughputMiBps", Kind::integer(Some(0), None)),
Member::new("MaxRecordSizeInKiB", Kind::integer(Some(1024), Some(10240))),
Member::new("RecordDistributionStrategy", Kind::text(Length::new(None, None), None, &["AUTO", "USER_PARTITION_KEY"])),
] };
pub static DecreaseStreamRetentionPeriodInput: Structure = Structure { name: "DecreaseStreamRetentionPeriodInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("RetentionPeriodHours", Kind::integer(None, None)).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static DeleteResourcePolicyInput: Structure = Structure { name: "DeleteResourcePolicyInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:.*(stream|channel|queue)/\\S+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static DeleteStreamInput: Structure = Structure { name: "DeleteStreamInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("EnforceConsumerDeletion", Kind::Boolean),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static DeregisterStreamConsumerInput: Structure = Structure { name: "DeregisterStreamConsumerInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("ConsumerName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ConsumerARN", Kind::text(Length::new(Some(1), Some(2048)), Some("^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static DescribeAccountSettingsInput: Structure = Structure { name: "DescribeAccountSettingsInput", payload: None, xml_namespace: None, members: &[
] };
pub static DescribeAccountSettingsOutput: Structure = Structure { name: "DescribeAccountSettingsOutput", payload: None, xml_namespace: None, members: &[
Member::new("MinimumThroughputBillingCommitment", Kind::Structure(&MinimumThroughputBillingCommitmentOutput)),
] };
pub static DescribeLimitsInput: Structure = Structure { name: "DescribeLimitsInput", payload: None, xml_namespace: None, members: &[
] };
pub static DescribeLimitsOutput: Structure = Structure { name: "DescribeLimitsOutput", payload: None, xml_namespace: None, members: &[
Member::new("ShardLimit", Kind::integer(Some(0), Some(1000000))).required(),
Member::new("OpenShardCount", Kind::integer(Some(0), Some(1000000))).required(),
Member::new("OnDemandStreamCount", Kind::integer(Some(0), Some(1000000))).required(),
Member::new("OnDemandStreamCountLimit", Kind::integer(Some(0), Some(1000000))).required(),
Member::new("ChannelCount", Kind::integer(Some(0), Some(1000000))),
Member::new("ChannelCountLimit", Kind::integer(Some(0), Some(1000000))),
] };
pub static DescribeStreamConsumerInput: Structure = Structure { name: "DescribeStreamConsumerInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("ConsumerName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ConsumerARN", Kind::text(Length::new(Some(1), Some(2048)), Some("^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static DescribeStreamConsumerOutput: Structure = Structure { name: "DescribeStreamConsumerOutput", payload: None, xml_namespace: None, members: &[
Member::new("ConsumerDescription", Kind::Structure(&ConsumerDescription)).required(),
] };
pub static DescribeStreamInput: Structure = Structure { name: "DescribeStreamInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("Limit", Kind::integer(Some(1), Some(10000))),
Member::new("ExclusiveStartShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static DescribeStreamOutput: Structure = Structure { name: "DescribeStreamOutput", payload: None, xml_namespace: None, members: &[
Member::new("StreamDescription", Kind::Structure(&StreamDescription)).required(),
] };
pub static DescribeStreamSummaryInput: Structure = Structure { name: "DescribeStreamSummaryInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static DescribeStreamSummaryOutput: Structure = Structure { name: "DescribeStreamSummaryOutput", payload: None, xml_namespace: None, members: &[
Member::new("StreamDescriptionSummary", Kind::Structure(&StreamDescriptionSummary)).required(),
] };
pub static DisableEnhancedMonitoringInput: Structure = Structure { name: "DisableEnhancedMonitoringInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ShardLevelMetrics", Kind::List(&MetricsNameList)).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static EnableEnhancedMonitoringInput: Structure = Structure { name: "EnableEnhancedMonitoringInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ShardLevelMetrics", Kind::List(&MetricsNameList)).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static EnhancedMetrics: Structure = Structure { name: "EnhancedMetrics", payload: None, xml_namespace: None, members: &[
Member::new("ShardLevelMetrics", Kind::List(&MetricsNameList)),
] };
static EnhancedMonitoringList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&EnhancedMetrics)) };
pub static EnhancedMonitoringOutput: Structure = Structure { name: "EnhancedMonitoringOutput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("CurrentShardLevelMetrics", Kind::List(&MetricsNameList)),
Member::new("DesiredShardLevelMetrics", Kind::List(&MetricsNameList)),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
] };
pub static GetRecordsInput: Structure = Structure { name: "GetRecordsInput", payload: None, xml_namespace: None, members: &[
Member::new("ShardIterator", Kind::text(Length::new(Some(1), Some(512)), None, &[])).required(),
Member::new("Limit", Kind::integer(Some(1), Some(10000))),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("DryRun", Kind::Boolean),
] };
pub static GetRecordsOutput: Structure = Structure { name: "GetRecordsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Records", Kind::List(&RecordList)).required(),
Member::new("NextShardIterator", Kind::text(Length::new(Some(1), Some(512)), None, &[])),
Member::new("MillisBehindLatest", Kind::integer(Some(0), None)),
Member::new("ChildShards", Kind::List(&ChildShardList)),
] };
pub static GetResourcePolicyInput: Structure = Structure { name: "GetResourcePolicyInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:.*(stream|channel|queue)/\\S+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static GetResourcePolicyOutput: Structure = Structure { name: "GetResourcePolicyOutput", payload: None, xml_namespace: None, members: &[
Member::new("Policy", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static GetShardIteratorInput: Structure = Structure { name: "GetShardIteratorInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ShardIteratorType", Kind::text(Length::new(None, None), None, &["AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"])).required(),
Member::new("StartingSequenceNumber", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])),
Member::new("Timestamp", Kind::Timestamp(None)),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("DryRun", Kind::Boolean),
] };
pub static GetShardIteratorOutput: Structure = Structure { name: "GetShardIteratorOutput", payload: None, xml_namespace: None, members: &[
Member::new("ShardIterator", Kind::text(Length::new(Some(1), Some(512)), None, &[])),
] };
pub static HashKeyRange: Structure = Structure { name: "HashKeyRange", payload: None, xml_namespace: None, members: &[
Member::new("StartingHashKey", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,38}))$"), &[])).required(),
Member::new("EndingHashKey", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,38}))$"), &[])).required(),
] };
pub static IncreaseStreamRetentionPeriodInput: Structure = Structure { name: "IncreaseStreamRetentionPeriodInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("RetentionPeriodHours", Kind::integer(None, None)).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static InternalFailureException: Structure = Structure { name: "InternalFailureException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static KMSAccessDeniedException: Structure = Structure { name: "KMSAccessDeniedException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static KMSDisabledException: Structure = Structure { name: "KMSDisabledException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static KMSInvalidStateException: Structure = Structure { name: "KMSInvalidStateException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static KMSNotFoundException: Structure = Structure { name: "KMSNotFoundException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static KMSOptInRequired: Structure = Structure { name: "KMSOptInRequired", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static KMSThrottlingException: Structure = Structure { name: "KMSThrottlingException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListShardsInput: Structure = Structure { name: "ListShardsInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
Member::new("ExclusiveStartShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("MaxResults", Kind::integer(Some(1), Some(10000))),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)),
Member::new("ShardFilter", Kind::Structure(&ShardFilter)),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static ListShardsOutput: Structure = Structure { name: "ListShardsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Shards", Kind::List(&ShardList)),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
] };
pub static ListStreamConsumersInput: Structure = Structure { name: "ListStreamConsumersInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
Member::new("MaxResults", Kind::integer(Some(1), Some(10000))),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static ListStreamConsumersOutput: Structure = Structure { name: "ListStreamConsumersOutput", payload: None, xml_namespace: None, members: &[
Member::new("Consumers", Kind::List(&ConsumerList)),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
] };
pub static ListStreamsInput: Structure = Structure { name: "ListStreamsInput", payload: None, xml_namespace: None, members: &[
Member::new("Limit", Kind::integer(Some(1), Some(10000))),
Member::new("ExclusiveStartStreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
] };
pub static ListStreamsOutput: Structure = Structure { name: "ListStreamsOutput", payload: None, xml_namespace: None, members: &[
Member::new("StreamNames", Kind::List(&StreamNameList)).required(),
Member::new("HasMoreStreams", Kind::Boolean).required(),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
Member::new("StreamSummaries", Kind::List(&StreamSummaryList)),
] };
pub static ListTagsForResourceInput: Structure = Structure { name: "ListTagsForResourceInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:.*(stream|channel|queue)/\\S+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static ListTagsForResourceOutput: Structure = Structure { name: "ListTagsForResourceOutput", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagList)),
] };
pub static ListTagsForStreamInput: Structure = Structure { name: "ListTagsForStreamInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ExclusiveStartTagKey", Kind::text(Length::new(Some(1), Some(128)), None, &[])),
Member::new("Limit", Kind::integer(Some(1), Some(50))),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static ListTagsForStreamOutput: Structure = Structure { name: "ListTagsForStreamOutput", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagList)).required(),
Member::new("HasMoreTags", Kind::Boolean).required(),
] };
pub static MergeShardsInput: Structure = Structure { name: "MergeShardsInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ShardToMerge", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("AdjacentShardToMerge", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
static MetricsNameList: List = List { length: Length::new(Some(1), Some(7)), item: Member::new("member", Kind::text(Length::new(None, None), None, &["IncomingBytes", "IncomingRecords", "OutgoingBytes", "OutgoingRecords", "WriteProvisionedThroughputExceeded", "ReadProvisionedThroughputExceeded", "IteratorAgeMilliseconds", "ALL"])) };
pub static MinimumThroughputBillingCommitmentInput: Structure = Structure { name: "MinimumThroughputBillingCommitmentInput", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["ENABLED", "DISABLED"])).required(),
] };
pub static MinimumThroughputBillingCommitmentOutput: Structure = Structure { name: "MinimumThroughputBillingCommitmentOutput", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["ENABLED", "DISABLED", "ENABLED_UNTIL_EARLIEST_ALLOWED_END"])).required(),
Member::new("StartedAt", Kind::Timestamp(None)),
Member::new("EndedAt", Kind::Timestamp(None)),
Member::new("EarliestAllowedEndAt", Kind::Timestamp(None)),
] };
pub static PutRecordInput: Structure = Structure { name: "PutRecordInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("Data", Kind::Blob(Length::new(Some(0), Some(10485760)))).required(),
Member::new("PartitionKey", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("ExplicitHashKey", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,38}))$"), &[])),
Member::new("SequenceNumberForOrdering", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("DryRun", Kind::Boolean),
] };
pub static PutRecordOutput: Structure = Structure { name: "PutRecordOutput", payload: None, xml_namespace: None, members: &[
Member::new("ShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("SequenceNumber", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])).required(),
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["NONE", "KMS"])),
] };
pub static PutRecordsInput: Structure = Structure { name: "PutRecordsInput", payload: None, xml_namespace: None, members: &[
Member::new("Records", Kind::List(&PutRecordsRequestEntryList)).required(),
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("DryRun", Kind::Boolean),
] };
pub static PutRecordsOutput: Structure = Structure { name: "PutRecordsOutput", payload: None, xml_namespace: None, members: &[
Member::new("FailedRecordCount", Kind::integer(Some(1), None)),
Member::new("Records", Kind::List(&PutRecordsResultEntryList)).required(),
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["NONE", "KMS"])),
] };
pub static PutRecordsRequestEntry: Structure = Structure { name: "PutRecordsRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("Data", Kind::Blob(Length::new(Some(0), Some(10485760)))).required(),
Member::new("ExplicitHashKey", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,38}))$"), &[])),
Member::new("PartitionKey", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
] };
static PutRecordsRequestEntryList: List = List { length: Length::new(Some(1), Some(500)), item: Member::new("member", Kind::Structure(&PutRecordsRequestEntry)) };
pub static PutRecordsResultEntry: Structure = Structure { name: "PutRecordsResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("SequenceNumber", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])),
Member::new("ShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])),
Member::new("ErrorMessage", Kind::text(Length::new(None, None), None, &[])),
] };
static PutRecordsResultEntryList: List = List { length: Length::new(Some(1), Some(500)), item: Member::new("member", Kind::Structure(&PutRecordsResultEntry)) };
pub static PutResourcePolicyInput: Structure = Structure { name: "PutResourcePolicyInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:.*(stream|channel|queue)/\\S+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("Policy", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static Record: Structure = Structure { name: "Record", payload: None, xml_namespace: None, members: &[
Member::new("SequenceNumber", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])).required(),
Member::new("ApproximateArrivalTimestamp", Kind::Timestamp(None)),
Member::new("Data", Kind::Blob(Length::new(Some(0), Some(10485760)))).required(),
Member::new("PartitionKey", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["NONE", "KMS"])),
] };
static RecordList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Record)) };
pub static RegisterStreamConsumerInput: Structure = Structure { name: "RegisterStreamConsumerInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("ConsumerName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("Tags", Kind::Map(&TagMap)),
] };
pub static RegisterStreamConsumerOutput: Structure = Structure { name: "RegisterStreamConsumerOutput", payload: None, xml_namespace: None, members: &[
Member::new("Consumer", Kind::Structure(&Consumer)).required(),
] };
pub static RemoveTagsFromStreamInput: Structure = Structure { name: "RemoveTagsFromStreamInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("TagKeys", Kind::List(&TagKeyList)).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static ResourceInUseException: Structure = Structure { name: "ResourceInUseException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ResourceNotFoundException: Structure = Structure { name: "ResourceNotFoundException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static SequenceNumberRange: Structure = Structure { name: "SequenceNumberRange", payload: None, xml_namespace: None, members: &[
Member::new("StartingSequenceNumber", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])).required(),
Member::new("EndingSequenceNumber", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])),
] };
pub static Shard: Structure = Structure { name: "Shard", payload: None, xml_namespace: None, members: &[
Member::new("ShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ParentShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("AdjacentParentShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("HashKeyRange", Kind::Structure(&HashKeyRange)).required(),
Member::new("SequenceNumberRange", Kind::Structure(&SequenceNumberRange)).required(),
] };
pub static ShardFilter: Structure = Structure { name: "ShardFilter", payload: None, xml_namespace: None, members: &[
Member::new("Type", Kind::text(Length::new(None, None), None, &["AFTER_SHARD_ID", "AT_TRIM_HORIZON", "FROM_TRIM_HORIZON", "AT_LATEST", "AT_TIMESTAMP", "FROM_TIMESTAMP"])).required(),
Member::new("ShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("Timestamp", Kind::Timestamp(None)),
] };
static ShardIdList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])) };
static ShardList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Shard)) };
pub static SplitShardInput: Structure = Structure { name: "SplitShardInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ShardToSplit", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("NewStartingHashKey", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,38}))$"), &[])).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static StartStreamEncryptionInput: Structure = Structure { name: "StartStreamEncryptionInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["NONE", "KMS"])).required(),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static StartingPosition: Structure = Structure { name: "StartingPosition", payload: None, xml_namespace: None, members: &[
Member::new("Type", Kind::text(Length::new(None, None), None, &["AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"])).required(),
Member::new("SequenceNumber", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])),
Member::new("Timestamp", Kind::Timestamp(None)),
] };
pub static StopStreamEncryptionInput: Structure = Structure { name: "StopStreamEncryptionInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["NONE", "KMS"])).required(),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static StreamDescription: Structure = Structure { name: "StreamDescription", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamStatus", Kind::text(Length::new(None, None), None, &["CREATING", "DELETING", "ACTIVE", "UPDATING"])).required(),
Member::new("StreamModeDetails", Kind::Structure(&StreamModeDetails)),
Member::new("Shards", Kind::List(&ShardList)).required(),
Member::new("HasMoreShards", Kind::Boolean).required(),
Member::new("RetentionPeriodHours", Kind::integer(None, None)).required(),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)).required(),
Member::new("EnhancedMonitoring", Kind::List(&EnhancedMonitoringList)).required(),
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["NONE", "KMS"])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
] };
pub static StreamDescriptionSummary: Structure = Structure { name: "StreamDescriptionSummary", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("StreamStatus", Kind::text(Length::new(None, None), None, &["CREATING", "DELETING", "ACTIVE", "UPDATING"])).required(),
Member::new("StreamModeDetails", Kind::Structure(&StreamModeDetails)),
Member::new("RetentionPeriodHours", Kind::integer(None, None)).required(),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)).required(),
Member::new("EnhancedMonitoring", Kind::List(&EnhancedMonitoringList)).required(),
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["NONE", "KMS"])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("OpenShardCount", Kind::integer(Some(0), Some(1000000))).required(),
Member::new("ConsumerCount", Kind::integer(Some(0), Some(1000000))),
Member::new("WarmThroughput", Kind::Structure(&WarmThroughputObject)),
Member::new("MaxRecordSizeInKiB", Kind::integer(Some(1024), Some(10240))),
Member::new("ChannelCount", Kind::integer(Some(0), Some(1000000))),
Member::new("RecordDistributionStrategy", Kind::text(Length::new(None, None), None, &["AUTO", "USER_PARTITION_KEY"])),
Member::new("QueueCount", Kind::integer(Some(0), Some(1000000))),
] };
pub static StreamModeDetails: Structure = Structure { name: "StreamModeDetails", payload: None, xml_namespace: None, members: &[
Member::new("StreamMode", Kind::text(Length::new(None, None), None, &["PROVISIONED", "ON_DEMAND"])).required(),
] };
static StreamNameList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])) };
pub static StreamSummary: Structure = Structure { name: "StreamSummary", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamStatus", Kind::text(Length::new(None, None), None, &["CREATING", "DELETING", "ACTIVE", "UPDATING"])).required(),
Member::new("StreamModeDetails", Kind::Structure(&StreamModeDetails)),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)),
] };
static StreamSummaryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&StreamSummary)) };
pub static SubscribeToShardEvent: Structure = Structure { name: "SubscribeToShardEvent", payload: None, xml_namespace: None, members: &[
Member::new("Records", Kind::List(&RecordList)).required(),
Member::new("ContinuationSequenceNumber", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])),
Member::new("MillisBehindLatest", Kind::integer(Some(0), None)).required(),
Member::new("ChildShards", Kind::List(&ChildShardList)),
] };
pub static SubscribeToShardEventStream: Structure = Structure { name: "SubscribeToShardEventStream", payload: None, xml_namespace: None, members: &[
Member::new("SubscribeToShardEvent", Kind::Structure(&SubscribeToShardEvent)).required(),
Member::new("ResourceNotFoundException", Kind::Structure(&ResourceNotFoundException)),
Member::new("ResourceInUseException", Kind::Structure(&ResourceInUseException)),
Member::new("KMSDisabledException", Kind::Structure(&KMSDisabledException)),
Member::new("KMSInvalidStateException", Kind::Structure(&KMSInvalidStateException)),
Member::new("KMSAccessDeniedException", Kind::Structure(&KMSAccessDeniedException)),
Member::new("KMSNotFoundException", Kind::Structure(&KMSNotFoundException)),
Member::new("KMSOptInRequired", Kind::Structure(&KMSOptInRequired)),
Member::new("KMSThrottlingException", Kind::Structure(&KMSThrottlingException)),
Member::new("InternalFailureException", Kind::Structure(&InternalFailureException)),
] };
pub static SubscribeToShardInput: Structure = Structure { name: "SubscribeToShardInput", payload: None, xml_namespace: None, members: &[
Member::new("ConsumerARN", Kind::text(Length::new(Some(1), Some(2048)), Some("^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("ShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("StartingPosition", Kind::Structure(&StartingPosition)).required(),
Member::new("DryRun", Kind::Boolean),
] };
pub static SubscribeToShardOutput: Structure = Structure { name: "SubscribeToShardOutput", payload: None, xml_namespace: None, members: &[
Member::new("EventStream", Kind::Structure(&SubscribeToShardEventStream)).required().streaming(),
] };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), None, &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
] };
static TagKeyList: List = List { length: Length::new(Some(1), Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), None, &[])) };
static TagList: List = List { length: Length::new(Some(0), Some(200)), item: Member::new("member", Kind::Structure(&Tag)) };
static TagMap: Map = Map { length: Length::new(Some(1), Some(200)), key: Member::new("key", Kind::text(Length::new(Some(1), Some(128)), None, &[])), value: Member::new("value", Kind::text(Length::new(Some(0), Some(256)), None, &[])) };
pub static TagResourceInput: Structure = Structure { name: "TagResourceInput", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::Map(&TagMap)).required(),
Member::new("ResourceARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:.*(stream|channel|queue)/\\S+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static UntagResourceInput: Structure = Structure { name: "UntagResourceInput", payload: None, xml_namespace: None, members: &[
Member::new("TagKeys", Kind::List(&TagKeyList)).required(),
Member::new("ResourceARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:.*(stream|channel|queue)/\\S+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static UpdateAccountSettingsInput: Structure = Structure { name: "UpdateAccountSettingsInput", payload: None, xml_namespace: None, members: &[
Member::new("MinimumThroughputBillingCommitment", Kind::Structure(&MinimumThroughputBillingCommitmentInput)).required(),
] };
pub static UpdateAccountSettingsOutput: Structure = Structure { name: "UpdateAccountSettingsOutput", payload: None, xml_namespace: None, members: &[
Member::new("MinimumThroughputBillingCommitment", Kind::Structure(&MinimumThroughputBillingCommitmentOutput)),
] };
pub static UpdateMaxRecordSizeInput: Structure = Structure { name: "UpdateMaxRecordSizeInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("MaxRecordSizeInKiB", Kind::integer(Some(1024), Some(10240))).required(),
] };
pub static UpdateShardCountInput: Structure = Structure { name: "UpdateShardCountInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("TargetShardCount", Kind::integer(Some(1), None)).required(),
Member::new("ScalingType", Kind::text(Length::new(None, None), None, &["UNIFORM_SCALING"])).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static UpdateShardCountOutput: Structure = Structure { name: "UpdateShardCountOutput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("CurrentShardCount", Kind::integer(Some(1), None)),
Member::new("TargetShardCount", Kind::integer(Some(1), None)),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
] };
pub static UpdateStreamModeInput: Structure = Structure { name: "UpdateStreamModeInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("StreamModeDetails", Kind::Structure(&StreamModeDetails)).required(),
Member::new("WarmThroughputMiBps", Kind::integer(Some(0), None)),
] };
pub static UpdateStreamRecordDistributionStrategyInput: Structure = Structure { name: "UpdateStreamRecordDistributionStrategyInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("RecordDistributionStrategy", Kind::text(Length::new(None, None), None, &["AUTO", "USER_PARTITION_KEY"])).required(),
] };
pub static UpdateStreamWarmThroughputInput: Structure = Structure { name: "UpdateStreamWarmThroughputInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("WarmThroughputMiBps", Kind::integer(Some(0), None)).required(),
] };
pub static UpdateStreamWarmThroughputOutput: Structure = Structure { name: "UpdateStreamWarmThroughputOutput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("WarmThroughput", Kind::Structure(&WarmThroughputObject)),
] };
pub static WarmThroughputObject: Structure = Structure { name: "WarmThroughputObject", payload: None, xml_namespace: None, members: &[
Member::new("TargetMiBps", Kind::integer(Some(0), None)),
Member::new("CurrentMiBps", Kind::integer(Some(0), None)),
] };
