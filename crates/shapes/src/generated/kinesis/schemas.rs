// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static AcknowledgeDeadLetterQueueRecordsErrorEntry: Structure = Structure { name: "AcknowledgeDeadLetterQueueRecordsErrorEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ErrorMessage", Kind::text(Length::new(None, None), None, &[])),
] };
static AcknowledgeDeadLetterQueueRecordsErrorEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AcknowledgeDeadLetterQueueRecordsErrorEntry)) };
pub static AcknowledgeDeadLetterQueueRecordsInput: Structure = Structure { name: "AcknowledgeDeadLetterQueueRecordsInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("Entries", Kind::List(&AcknowledgeDeadLetterQueueRecordsRequestEntryList)).required(),
] };
pub static AcknowledgeDeadLetterQueueRecordsOutput: Structure = Structure { name: "AcknowledgeDeadLetterQueueRecordsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Successful", Kind::List(&AcknowledgeDeadLetterQueueRecordsResultEntryList)).required(),
Member::new("Failed", Kind::List(&AcknowledgeDeadLetterQueueRecordsErrorEntryList)).required(),
] };
pub static AcknowledgeDeadLetterQueueRecordsRequestEntry: Structure = Structure { name: "AcknowledgeDeadLetterQueueRecordsRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
static AcknowledgeDeadLetterQueueRecordsRequestEntryList: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::Structure(&AcknowledgeDeadLetterQueueRecordsRequestEntry)) };
pub static AcknowledgeDeadLetterQueueRecordsResultEntry: Structure = Structure { name: "AcknowledgeDeadLetterQueueRecordsResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
static AcknowledgeDeadLetterQueueRecordsResultEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AcknowledgeDeadLetterQueueRecordsResultEntry)) };
pub static AcknowledgeQueueRecordsErrorEntry: Structure = Structure { name: "AcknowledgeQueueRecordsErrorEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ErrorMessage", Kind::text(Length::new(None, None), None, &[])),
] };
static AcknowledgeQueueRecordsErrorEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AcknowledgeQueueRecordsErrorEntry)) };
pub static AcknowledgeQueueRecordsInput: Structure = Structure { name: "AcknowledgeQueueRecordsInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("Entries", Kind::List(&AcknowledgeQueueRecordsRequestEntryList)).required(),
] };
pub static AcknowledgeQueueRecordsOutput: Structure = Structure { name: "AcknowledgeQueueRecordsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Successful", Kind::List(&AcknowledgeQueueRecordsResultEntryList)).required(),
Member::new("Failed", Kind::List(&AcknowledgeQueueRecordsErrorEntryList)).required(),
] };
pub static AcknowledgeQueueRecordsRequestEntry: Structure = Structure { name: "AcknowledgeQueueRecordsRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
static AcknowledgeQueueRecordsRequestEntryList: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::Structure(&AcknowledgeQueueRecordsRequestEntry)) };
pub static AcknowledgeQueueRecordsResultEntry: Structure = Structure { name: "AcknowledgeQueueRecordsResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
static AcknowledgeQueueRecordsResultEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AcknowledgeQueueRecordsResultEntry)) };
pub static AddTagsToStreamInput: Structure = Structure { name: "AddTagsToStreamInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("Tags", Kind::Map(&TagMap)).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static ChannelDescription: Structure = Structure { name: "ChannelDescription", payload: None, xml_namespace: None, members: &[
Member::new("ChannelName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ChannelARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:channel/\\S+"), &[])).required(),
Member::new("ChannelId", Kind::text(Length::new(Some(1), Some(64)), None, &[])).required(),
Member::new("ChannelStatus", Kind::text(Length::new(None, None), None, &["CREATING", "ACTIVE", "UPDATING", "DELETING", "FAILED"])).required(),
Member::new("ChannelStatusReason", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("ChannelCreationTimestamp", Kind::Timestamp(None)).required(),
Member::new("ServiceExecutionRoleARN", Kind::text(Length::new(Some(1), Some(512)), Some("arn:aws[-a-z0-9]*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+"), &[])).required(),
Member::new("StreamConfigurationList", Kind::List(&ChannelStreamDescriptionList)).required(),
Member::new("S3DestinationConfiguration", Kind::Structure(&S3DestinationDescription)),
Member::new("S3TablesDestinationConfiguration", Kind::Structure(&S3TablesDestinationDescription)),
Member::new("EncryptionConfiguration", Kind::Structure(&ChannelEncryptionConfiguration)),
Member::new("LoggingConfiguration", Kind::Structure(&ChannelLoggingConfiguration)).required(),
] };
pub static ChannelEncryptionConfiguration: Structure = Structure { name: "ChannelEncryptionConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["KMS"])).required(),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static ChannelLoggingConfiguration: Structure = Structure { name: "ChannelLoggingConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("CloudWatchLogs", Kind::Structure(&CloudWatchLogs)).required(),
] };
pub static ChannelLoggingUpdateInput: Structure = Structure { name: "ChannelLoggingUpdateInput", payload: None, xml_namespace: None, members: &[
Member::new("CloudWatchLogs", Kind::Structure(&CloudWatchLogsUpdateInput)).required(),
] };
pub static ChannelStreamConfiguration: Structure = Structure { name: "ChannelStreamConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("RecordConfiguration", Kind::Structure(&RecordConfiguration)).required(),
] };
static ChannelStreamConfigurationList: List = List { length: Length::new(Some(1), Some(10000)), item: Member::new("member", Kind::Structure(&ChannelStreamConfiguration)) };
pub static ChannelStreamDescription: Structure = Structure { name: "ChannelStreamDescription", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)).required(),
Member::new("RecordConfiguration", Kind::Structure(&RecordConfiguration)).required(),
] };
static ChannelStreamDescriptionList: List = List { length: Length::new(Some(1), Some(10000)), item: Member::new("member", Kind::Structure(&ChannelStreamDescription)) };
pub static ChannelStreamIdentifier: Structure = Structure { name: "ChannelStreamIdentifier", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)).required(),
] };
static ChannelStreamIdentifierList: List = List { length: Length::new(Some(1), Some(10000)), item: Member::new("member", Kind::Structure(&ChannelStreamIdentifier)) };
pub static ChannelSummary: Structure = Structure { name: "ChannelSummary", payload: None, xml_namespace: None, members: &[
Member::new("ChannelName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ChannelARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:channel/\\S+"), &[])).required(),
Member::new("ChannelId", Kind::text(Length::new(Some(1), Some(64)), None, &[])).required(),
Member::new("ChannelStatus", Kind::text(Length::new(None, None), None, &["CREATING", "ACTIVE", "UPDATING", "DELETING", "FAILED"])).required(),
Member::new("ChannelStatusReason", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("ChannelCreationTimestamp", Kind::Timestamp(None)).required(),
Member::new("ChannelDestinationType", Kind::text(Length::new(None, None), None, &["S3", "S3_TABLES"])).required(),
Member::new("Streams", Kind::List(&ChannelStreamIdentifierList)).required(),
] };
static ChannelSummaryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ChannelSummary)) };
pub static ChildShard: Structure = Structure { name: "ChildShard", payload: None, xml_namespace: None, members: &[
Member::new("ShardId", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ParentShards", Kind::List(&ShardIdList)).required(),
Member::new("HashKeyRange", Kind::Structure(&HashKeyRange)).required(),
] };
static ChildShardList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ChildShard)) };
pub static CloudWatchLogs: Structure = Structure { name: "CloudWatchLogs", payload: None, xml_namespace: None, members: &[
Member::new("Enabled", Kind::Boolean).required(),
Member::new("LogGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("LogStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
] };
pub static CloudWatchLogsUpdateInput: Structure = Structure { name: "CloudWatchLogsUpdateInput", payload: None, xml_namespace: None, members: &[
Member::new("Enabled", Kind::Boolean).required(),
Member::new("LogGroupName", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
Member::new("LogStreamName", Kind::text(Length::new(Some(1), Some(512)), Some("[^:*]*"), &[])),
] };
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
pub static CreateChannelInput: Structure = Structure { name: "CreateChannelInput", payload: None, xml_namespace: None, members: &[
Member::new("ChannelName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ServiceExecutionRoleARN", Kind::text(Length::new(Some(1), Some(512)), Some("arn:aws[-a-z0-9]*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+"), &[])).required(),
Member::new("StreamConfigurationList", Kind::List(&ChannelStreamConfigurationList)).required(),
Member::new("S3DestinationConfiguration", Kind::Structure(&S3DestinationConfiguration)),
Member::new("S3TablesDestinationConfiguration", Kind::Structure(&S3TablesDestinationConfiguration)),
Member::new("EncryptionConfiguration", Kind::Structure(&ChannelEncryptionConfiguration)),
Member::new("Tags", Kind::Map(&TagMap)),
Member::new("LoggingConfiguration", Kind::Structure(&ChannelLoggingConfiguration)),
] };
pub static CreateChannelOutput: Structure = Structure { name: "CreateChannelOutput", payload: None, xml_namespace: None, members: &[
Member::new("ChannelDescription", Kind::Structure(&ChannelDescription)).required(),
] };
pub static CreateQueueInput: Structure = Structure { name: "CreateQueueInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("StreamConfigurationList", Kind::List(&QueueStreamConfigurationList)).required(),
Member::new("QueueAttributes", Kind::Structure(&QueueAttributes)),
Member::new("Tags", Kind::Map(&TagMap)),
] };
pub static CreateQueueOutput: Structure = Structure { name: "CreateQueueOutput", payload: None, xml_namespace: None, members: &[
Member::new("QueueDescription", Kind::Structure(&QueueDescription)).required(),
] };
pub static CreateStreamInput: Structure = Structure { name: "CreateStreamInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ShardCount", Kind::integer(Some(1), None)),
Member::new("StreamModeDetails", Kind::Structure(&StreamModeDetails)),
Member::new("Tags", Kind::Map(&TagMap)),
Member::new("WarmThroughputMiBps", Kind::integer(Some(0), None)),
Member::new("MaxRecordSizeInKiB", Kind::integer(Some(1024), Some(10240))),
Member::new("RecordDistributionStrategy", Kind::text(Length::new(None, None), None, &["AUTO", "USER_PARTITION_KEY"])),
] };
pub static DeadLetterConfiguration: Structure = Structure { name: "DeadLetterConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("TargetType", Kind::text(Length::new(None, None), None, &["BUILT_IN", "NONE"])).required(),
Member::new("MaxReceiveCount", Kind::integer(Some(1), Some(1000))),
] };
pub static DeadLetterQueueS3Configuration: Structure = Structure { name: "DeadLetterQueueS3Configuration", payload: None, xml_namespace: None, members: &[
Member::new("BucketARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws[-a-z0-9]*:s3:::[a-z0-9._-]{3,63}"), &[])).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(Some(12), Some(12)), Some("\\d{12}"), &[])).required(),
Member::new("ErrorOutputPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("[0-9A-Za-z!\\-_'.*()\\/]+"), &[])),
] };
pub static DecreaseStreamRetentionPeriodInput: Structure = Structure { name: "DecreaseStreamRetentionPeriodInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("RetentionPeriodHours", Kind::integer(None, None)).required(),
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
] };
pub static DeleteChannelInput: Structure = Structure { name: "DeleteChannelInput", payload: None, xml_namespace: None, members: &[
Member::new("ChannelARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:channel/\\S+"), &[])).required(),
] };
pub static DeleteQueueInput: Structure = Structure { name: "DeleteQueueInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
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
pub static DescribeChannelInput: Structure = Structure { name: "DescribeChannelInput", payload: None, xml_namespace: None, members: &[
Member::new("ChannelARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:channel/\\S+"), &[])).required(),
] };
pub static DescribeChannelOutput: Structure = Structure { name: "DescribeChannelOutput", payload: None, xml_namespace: None, members: &[
Member::new("ChannelDescription", Kind::Structure(&ChannelDescription)).required(),
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
pub static DescribeQueueInput: Structure = Structure { name: "DescribeQueueInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
] };
pub static DescribeQueueOutput: Structure = Structure { name: "DescribeQueueOutput", payload: None, xml_namespace: None, members: &[
Member::new("QueueDescription", Kind::Structure(&QueueDescription)).required(),
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
pub static ListChannelsInput: Structure = Structure { name: "ListChannelsInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamFilter", Kind::List(&StreamFilterList)),
Member::new("MaxResults", Kind::integer(Some(1), Some(10000))),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
] };
pub static ListChannelsOutput: Structure = Structure { name: "ListChannelsOutput", payload: None, xml_namespace: None, members: &[
Member::new("ChannelSummaries", Kind::List(&ChannelSummaryList)).required(),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
] };
pub static ListQueuesInput: Structure = Structure { name: "ListQueuesInput", payload: None, xml_namespace: None, members: &[
Member::new("MaxResults", Kind::integer(Some(1), Some(10000))),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
Member::new("StreamFilter", Kind::List(&QueueStreamFilterList)),
] };
pub static ListQueuesOutput: Structure = Structure { name: "ListQueuesOutput", payload: None, xml_namespace: None, members: &[
Member::new("QueueSummaries", Kind::List(&QueueSummaryList)).required(),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(1048576)), None, &[])),
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
pub static PartitionField: Structure = Structure { name: "PartitionField", payload: None, xml_namespace: None, members: &[
Member::new("Transform", Kind::text(Length::new(None, None), None, &["TIME_HOUR"])).required(),
Member::new("SourceName", Kind::text(Length::new(Some(1), Some(255)), Some("[a-zA-Z0-9\\.\\_]+"), &[])).required(),
] };
static PartitionFieldList: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::Structure(&PartitionField)) };
pub static PartitionSpec: Structure = Structure { name: "PartitionSpec", payload: None, xml_namespace: None, members: &[
Member::new("PartitionFields", Kind::List(&PartitionFieldList)).required(),
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
pub static QueueAttributes: Structure = Structure { name: "QueueAttributes", payload: None, xml_namespace: None, members: &[
Member::new("VisibilityTimeoutSeconds", Kind::integer(Some(0), Some(43200))),
Member::new("DeadLetterConfiguration", Kind::Structure(&DeadLetterConfiguration)),
] };
pub static QueueDescription: Structure = Structure { name: "QueueDescription", payload: None, xml_namespace: None, members: &[
Member::new("QueueName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("QueueStatus", Kind::text(Length::new(None, None), None, &["CREATING", "ACTIVE", "UPDATING", "DELETING"])).required(),
Member::new("QueueCreationTimestamp", Kind::Timestamp(None)).required(),
Member::new("StreamConfigurationList", Kind::List(&QueueStreamConfigurationList)).required(),
Member::new("QueueAttributes", Kind::Structure(&QueueAttributes)),
] };
pub static QueueRecord: Structure = Structure { name: "QueueRecord", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("RecordId", Kind::text(Length::new(Some(1), Some(64)), Some("^[a-z0-9]+$"), &[])).required(),
Member::new("PartitionKey", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("Data", Kind::Blob(Length::new(Some(0), Some(10485760)))).required(),
Member::new("ApproximateArrivalTimestamp", Kind::Timestamp(None)).required(),
Member::new("FirstReceiveTimestamp", Kind::Timestamp(None)).required(),
Member::new("ReceiveCount", Kind::integer(Some(0), None)).required(),
] };
static QueueRecordList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&QueueRecord)) };
pub static QueueStartingPosition: Structure = Structure { name: "QueueStartingPosition", payload: None, xml_namespace: None, members: &[
Member::new("Type", Kind::text(Length::new(None, None), None, &["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"])).required(),
Member::new("Timestamp", Kind::Timestamp(None)),
] };
pub static QueueStreamConfiguration: Structure = Structure { name: "QueueStreamConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StartingPosition", Kind::Structure(&QueueStartingPosition)),
] };
static QueueStreamConfigurationList: List = List { length: Length::new(Some(1), Some(10000)), item: Member::new("member", Kind::Structure(&QueueStreamConfiguration)) };
pub static QueueStreamFilter: Structure = Structure { name: "QueueStreamFilter", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)),
] };
static QueueStreamFilterList: List = List { length: Length::new(Some(1), Some(10000)), item: Member::new("member", Kind::Structure(&QueueStreamFilter)) };
pub static QueueStreamIdentifier: Structure = Structure { name: "QueueStreamIdentifier", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)).required(),
] };
static QueueStreamIdentifierList: List = List { length: Length::new(Some(1), Some(10000)), item: Member::new("member", Kind::Structure(&QueueStreamIdentifier)) };
pub static QueueSummary: Structure = Structure { name: "QueueSummary", payload: None, xml_namespace: None, members: &[
Member::new("QueueName", Kind::text(Length::new(Some(1), Some(128)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("QueueStatus", Kind::text(Length::new(None, None), None, &["CREATING", "ACTIVE", "UPDATING", "DELETING"])).required(),
Member::new("QueueCreationTimestamp", Kind::Timestamp(None)).required(),
Member::new("Streams", Kind::List(&QueueStreamIdentifierList)).required(),
] };
static QueueSummaryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&QueueSummary)) };
pub static ReceiveDeadLetterQueueRecordsInput: Structure = Structure { name: "ReceiveDeadLetterQueueRecordsInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("Limit", Kind::integer(Some(1), Some(10))),
Member::new("WaitTimeSeconds", Kind::integer(Some(1), Some(20))),
Member::new("VisibilityTimeoutSeconds", Kind::integer(Some(0), Some(43200))),
] };
pub static ReceiveDeadLetterQueueRecordsOutput: Structure = Structure { name: "ReceiveDeadLetterQueueRecordsOutput", payload: None, xml_namespace: None, members: &[
Member::new("QueueRecords", Kind::List(&QueueRecordList)).required(),
] };
pub static ReceiveQueueRecordsInput: Structure = Structure { name: "ReceiveQueueRecordsInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("Limit", Kind::integer(Some(1), Some(10))),
Member::new("WaitTimeSeconds", Kind::integer(Some(1), Some(20))),
Member::new("VisibilityTimeoutSeconds", Kind::integer(Some(0), Some(43200))),
] };
pub static ReceiveQueueRecordsOutput: Structure = Structure { name: "ReceiveQueueRecordsOutput", payload: None, xml_namespace: None, members: &[
Member::new("QueueRecords", Kind::List(&QueueRecordList)).required(),
] };
pub static Record: Structure = Structure { name: "Record", payload: None, xml_namespace: None, members: &[
Member::new("SequenceNumber", Kind::text(Length::new(None, None), Some("^(0|([1-9]\\d{0,128}))$"), &[])).required(),
Member::new("ApproximateArrivalTimestamp", Kind::Timestamp(None)),
Member::new("Data", Kind::Blob(Length::new(Some(0), Some(10485760)))).required(),
Member::new("PartitionKey", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["NONE", "KMS"])),
] };
pub static RecordConfiguration: Structure = Structure { name: "RecordConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("RecordFormatType", Kind::text(Length::new(None, None), None, &["GSR_JSON", "JSON", "STRING", "BYTE_ARRAY"])).required(),
Member::new("GSRSchemaARN", Kind::text(Length::new(Some(1), Some(512)), Some("arn:aws[-a-z0-9]*:glue:[-a-z0-9]+:\\d{12}:schema/[-a-zA-Z0-9_$#.]+/[-a-zA-Z0-9_$#.]+"), &[])),
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
pub static RestoreDeadLetterQueueRecordsErrorEntry: Structure = Structure { name: "RestoreDeadLetterQueueRecordsErrorEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ErrorMessage", Kind::text(Length::new(None, None), None, &[])),
] };
static RestoreDeadLetterQueueRecordsErrorEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&RestoreDeadLetterQueueRecordsErrorEntry)) };
pub static RestoreDeadLetterQueueRecordsInput: Structure = Structure { name: "RestoreDeadLetterQueueRecordsInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("Entries", Kind::List(&RestoreDeadLetterQueueRecordsRequestEntryList)).required(),
] };
pub static RestoreDeadLetterQueueRecordsOutput: Structure = Structure { name: "RestoreDeadLetterQueueRecordsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Successful", Kind::List(&RestoreDeadLetterQueueRecordsResultEntryList)).required(),
Member::new("Failed", Kind::List(&RestoreDeadLetterQueueRecordsErrorEntryList)).required(),
] };
pub static RestoreDeadLetterQueueRecordsRequestEntry: Structure = Structure { name: "RestoreDeadLetterQueueRecordsRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
static RestoreDeadLetterQueueRecordsRequestEntryList: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::Structure(&RestoreDeadLetterQueueRecordsRequestEntry)) };
pub static RestoreDeadLetterQueueRecordsResultEntry: Structure = Structure { name: "RestoreDeadLetterQueueRecordsResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
static RestoreDeadLetterQueueRecordsResultEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&RestoreDeadLetterQueueRecordsResultEntry)) };
pub static S3DestinationConfiguration: Structure = Structure { name: "S3DestinationConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("DataFreshnessInSeconds", Kind::integer(None, None)),
Member::new("DeadLetterQueueS3Configuration", Kind::Structure(&DeadLetterQueueS3Configuration)),
Member::new("StorageConfiguration", Kind::Structure(&S3StorageConfiguration)).required(),
] };
pub static S3DestinationDescription: Structure = Structure { name: "S3DestinationDescription", payload: None, xml_namespace: None, members: &[
Member::new("DataFreshnessInSeconds", Kind::integer(None, None)).required(),
Member::new("DeadLetterQueueS3Configuration", Kind::Structure(&DeadLetterQueueS3Configuration)).required(),
Member::new("StorageConfiguration", Kind::Structure(&S3StorageConfiguration)).required(),
] };
pub static S3DestinationUpdateInput: Structure = Structure { name: "S3DestinationUpdateInput", payload: None, xml_namespace: None, members: &[
Member::new("DataFreshnessInSeconds", Kind::integer(None, None)).required(),
] };
pub static S3StorageConfiguration: Structure = Structure { name: "S3StorageConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("BucketARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws[-a-z0-9]*:s3:::[a-z0-9._-]{3,63}"), &[])).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(Some(12), Some(12)), Some("\\d{12}"), &[])).required(),
Member::new("OutputKeyTemplate", Kind::text(Length::new(Some(1), Some(1024)), Some("[0-9A-Za-z!\\-_'.*()\\/=:{}]+"), &[])),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "INTELLIGENT_TIERING", "GLACIER_IR"])),
Member::new("CompressionType", Kind::text(Length::new(None, None), None, &["NONE", "GZIP", "ZSTD"])).required(),
] };
pub static S3TablesConfiguration: Structure = Structure { name: "S3TablesConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("TableBucketARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws[-a-z0-9]*:s3tables:[-a-z0-9]+:\\d{12}:bucket/[a-z0-9_-]{3,63}"), &[])).required(),
Member::new("Namespace", Kind::text(Length::new(Some(1), Some(255)), Some("[0-9a-z_]+"), &[])).required(),
Member::new("TableName", Kind::text(Length::new(Some(1), Some(255)), Some("[0-9a-z_]+"), &[])).required(),
Member::new("CompressionType", Kind::text(Length::new(None, None), None, &["NONE", "ZSTD", "SNAPPY"])).required(),
Member::new("PartitionSpec", Kind::Structure(&PartitionSpec)),
] };
static S3TablesConfigurationList: List = List { length: Length::new(Some(1), Some(10000)), item: Member::new("member", Kind::Structure(&S3TablesConfiguration)) };
pub static S3TablesDestinationConfiguration: Structure = Structure { name: "S3TablesDestinationConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("DataFreshnessInSeconds", Kind::integer(None, None)),
Member::new("DeadLetterQueueS3Configuration", Kind::Structure(&DeadLetterQueueS3Configuration)).required(),
Member::new("S3TablesConfigurationList", Kind::List(&S3TablesConfigurationList)).required(),
] };
pub static S3TablesDestinationDescription: Structure = Structure { name: "S3TablesDestinationDescription", payload: None, xml_namespace: None, members: &[
Member::new("DataFreshnessInSeconds", Kind::integer(None, None)).required(),
Member::new("DeadLetterQueueS3Configuration", Kind::Structure(&DeadLetterQueueS3Configuration)).required(),
Member::new("S3TablesConfigurationList", Kind::List(&S3TablesConfigurationList)).required(),
] };
pub static S3TablesDestinationUpdateInput: Structure = Structure { name: "S3TablesDestinationUpdateInput", payload: None, xml_namespace: None, members: &[
Member::new("DataFreshnessInSeconds", Kind::integer(None, None)).required(),
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
pub static StreamFilter: Structure = Structure { name: "StreamFilter", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])).required(),
Member::new("StreamCreationTimestamp", Kind::Timestamp(None)),
] };
static StreamFilterList: List = List { length: Length::new(Some(1), Some(10000)), item: Member::new("member", Kind::Structure(&StreamFilter)) };
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
pub static UpdateChannelInput: Structure = Structure { name: "UpdateChannelInput", payload: None, xml_namespace: None, members: &[
Member::new("ChannelARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:channel/\\S+"), &[])).required(),
Member::new("S3DestinationConfiguration", Kind::Structure(&S3DestinationUpdateInput)),
Member::new("S3TablesDestinationConfiguration", Kind::Structure(&S3TablesDestinationUpdateInput)),
Member::new("LoggingConfiguration", Kind::Structure(&ChannelLoggingUpdateInput)),
] };
pub static UpdateChannelOutput: Structure = Structure { name: "UpdateChannelOutput", payload: None, xml_namespace: None, members: &[
Member::new("ChannelDescription", Kind::Structure(&ChannelDescription)).required(),
] };
pub static UpdateDeadLetterQueueRecordsVisibilityErrorEntry: Structure = Structure { name: "UpdateDeadLetterQueueRecordsVisibilityErrorEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ErrorMessage", Kind::text(Length::new(None, None), None, &[])),
] };
static UpdateDeadLetterQueueRecordsVisibilityErrorEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&UpdateDeadLetterQueueRecordsVisibilityErrorEntry)) };
pub static UpdateDeadLetterQueueRecordsVisibilityInput: Structure = Structure { name: "UpdateDeadLetterQueueRecordsVisibilityInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("Entries", Kind::List(&UpdateDeadLetterQueueRecordsVisibilityRequestEntryList)).required(),
] };
pub static UpdateDeadLetterQueueRecordsVisibilityOutput: Structure = Structure { name: "UpdateDeadLetterQueueRecordsVisibilityOutput", payload: None, xml_namespace: None, members: &[
Member::new("Successful", Kind::List(&UpdateDeadLetterQueueRecordsVisibilityResultEntryList)).required(),
Member::new("Failed", Kind::List(&UpdateDeadLetterQueueRecordsVisibilityErrorEntryList)).required(),
] };
pub static UpdateDeadLetterQueueRecordsVisibilityRequestEntry: Structure = Structure { name: "UpdateDeadLetterQueueRecordsVisibilityRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("VisibilityTimeoutSeconds", Kind::integer(Some(0), Some(43200))).required(),
] };
static UpdateDeadLetterQueueRecordsVisibilityRequestEntryList: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::Structure(&UpdateDeadLetterQueueRecordsVisibilityRequestEntry)) };
pub static UpdateDeadLetterQueueRecordsVisibilityResultEntry: Structure = Structure { name: "UpdateDeadLetterQueueRecordsVisibilityResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
static UpdateDeadLetterQueueRecordsVisibilityResultEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&UpdateDeadLetterQueueRecordsVisibilityResultEntry)) };
pub static UpdateMaxRecordSizeInput: Structure = Structure { name: "UpdateMaxRecordSizeInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"), &[])),
Member::new("StreamId", Kind::text(Length::new(Some(1), Some(24)), Some("[a-z0-9]{20}-[a-z0-9]{3}"), &[])),
Member::new("MaxRecordSizeInKiB", Kind::integer(Some(1024), Some(10240))).required(),
] };
pub static UpdateQueueInput: Structure = Structure { name: "UpdateQueueInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("QueueAttributes", Kind::Structure(&QueueAttributes)).required(),
] };
pub static UpdateQueueOutput: Structure = Structure { name: "UpdateQueueOutput", payload: None, xml_namespace: None, members: &[
Member::new("QueueDescription", Kind::Structure(&QueueDescription)).required(),
] };
pub static UpdateQueueRecordsVisibilityErrorEntry: Structure = Structure { name: "UpdateQueueRecordsVisibilityErrorEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ErrorMessage", Kind::text(Length::new(None, None), None, &[])),
] };
static UpdateQueueRecordsVisibilityErrorEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&UpdateQueueRecordsVisibilityErrorEntry)) };
pub static UpdateQueueRecordsVisibilityInput: Structure = Structure { name: "UpdateQueueRecordsVisibilityInput", payload: None, xml_namespace: None, members: &[
Member::new("QueueARN", Kind::text(Length::new(Some(1), Some(2048)), Some("arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+"), &[])).required(),
Member::new("Entries", Kind::List(&UpdateQueueRecordsVisibilityRequestEntryList)).required(),
] };
pub static UpdateQueueRecordsVisibilityOutput: Structure = Structure { name: "UpdateQueueRecordsVisibilityOutput", payload: None, xml_namespace: None, members: &[
Member::new("Successful", Kind::List(&UpdateQueueRecordsVisibilityResultEntryList)).required(),
Member::new("Failed", Kind::List(&UpdateQueueRecordsVisibilityErrorEntryList)).required(),
] };
pub static UpdateQueueRecordsVisibilityRequestEntry: Structure = Structure { name: "UpdateQueueRecordsVisibilityRequestEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("VisibilityTimeoutSeconds", Kind::integer(Some(0), Some(43200))).required(),
] };
static UpdateQueueRecordsVisibilityRequestEntryList: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::Structure(&UpdateQueueRecordsVisibilityRequestEntry)) };
pub static UpdateQueueRecordsVisibilityResultEntry: Structure = Structure { name: "UpdateQueueRecordsVisibilityResultEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReceiptHandle", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
static UpdateQueueRecordsVisibilityResultEntryList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&UpdateQueueRecordsVisibilityResultEntry)) };
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
