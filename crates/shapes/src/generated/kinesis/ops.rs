// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `AcknowledgeDeadLetterQueueRecords`.
#[derive(Clone, Copy, Debug)]
pub struct AcknowledgeDeadLetterQueueRecords;

impl Operation for AcknowledgeDeadLetterQueueRecords {
    type Input = super::AcknowledgeDeadLetterQueueRecordsInput;
    type Output = super::AcknowledgeDeadLetterQueueRecordsOutput;
    const SCHEMA: &'static OperationSchema = &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS;
}

static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AcknowledgeDeadLetterQueueRecords",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AcknowledgeDeadLetterQueueRecordsInput,
    empty_input: || Box::new(<super::AcknowledgeDeadLetterQueueRecordsInput as Default>::default()),
    output: &schemas::AcknowledgeDeadLetterQueueRecordsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `AcknowledgeQueueRecords`.
#[derive(Clone, Copy, Debug)]
pub struct AcknowledgeQueueRecords;

impl Operation for AcknowledgeQueueRecords {
    type Input = super::AcknowledgeQueueRecordsInput;
    type Output = super::AcknowledgeQueueRecordsOutput;
    const SCHEMA: &'static OperationSchema = &ACKNOWLEDGE_QUEUE_RECORDS;
}

static ACKNOWLEDGE_QUEUE_RECORDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AcknowledgeQueueRecords",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AcknowledgeQueueRecordsInput,
    empty_input: || Box::new(<super::AcknowledgeQueueRecordsInput as Default>::default()),
    output: &schemas::AcknowledgeQueueRecordsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `AddTagsToStream`.
#[derive(Clone, Copy, Debug)]
pub struct AddTagsToStream;

impl Operation for AddTagsToStream {
    type Input = super::AddTagsToStreamInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &ADD_TAGS_TO_STREAM;
}

static ADD_TAGS_TO_STREAM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "AddTagsToStream",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::AddTagsToStreamInput,
    empty_input: || Box::new(<super::AddTagsToStreamInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateChannel`.
#[derive(Clone, Copy, Debug)]
pub struct CreateChannel;

impl Operation for CreateChannel {
    type Input = super::CreateChannelInput;
    type Output = super::CreateChannelOutput;
    const SCHEMA: &'static OperationSchema = &CREATE_CHANNEL;
}

static CREATE_CHANNEL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateChannel",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateChannelInput,
    empty_input: || Box::new(<super::CreateChannelInput as Default>::default()),
    output: &schemas::CreateChannelOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateQueue`.
#[derive(Clone, Copy, Debug)]
pub struct CreateQueue;

impl Operation for CreateQueue {
    type Input = super::CreateQueueInput;
    type Output = super::CreateQueueOutput;
    const SCHEMA: &'static OperationSchema = &CREATE_QUEUE;
}

static CREATE_QUEUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateQueue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateQueueInput,
    empty_input: || Box::new(<super::CreateQueueInput as Default>::default()),
    output: &schemas::CreateQueueOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `CreateStream`.
#[derive(Clone, Copy, Debug)]
pub struct CreateStream;

impl Operation for CreateStream {
    type Input = super::CreateStreamInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &CREATE_STREAM;
}

static CREATE_STREAM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "CreateStream",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::CreateStreamInput,
    empty_input: || Box::new(<super::CreateStreamInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DecreaseStreamRetentionPeriod`.
#[derive(Clone, Copy, Debug)]
pub struct DecreaseStreamRetentionPeriod;

impl Operation for DecreaseStreamRetentionPeriod {
    type Input = super::DecreaseStreamRetentionPeriodInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DECREASE_STREAM_RETENTION_PERIOD;
}

static DECREASE_STREAM_RETENTION_PERIOD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DecreaseStreamRetentionPeriod",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DecreaseStreamRetentionPeriodInput,
    empty_input: || Box::new(<super::DecreaseStreamRetentionPeriodInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteChannel`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteChannel;

impl Operation for DeleteChannel {
    type Input = super::DeleteChannelInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_CHANNEL;
}

static DELETE_CHANNEL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteChannel",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteChannelInput,
    empty_input: || Box::new(<super::DeleteChannelInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteQueue`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteQueue;

impl Operation for DeleteQueue {
    type Input = super::DeleteQueueInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_QUEUE;
}

static DELETE_QUEUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteQueue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteQueueInput,
    empty_input: || Box::new(<super::DeleteQueueInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteResourcePolicy;

impl Operation for DeleteResourcePolicy {
    type Input = super::DeleteResourcePolicyInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_RESOURCE_POLICY;
}

static DELETE_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteResourcePolicyInput,
    empty_input: || Box::new(<super::DeleteResourcePolicyInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeleteStream`.
#[derive(Clone, Copy, Debug)]
pub struct DeleteStream;

impl Operation for DeleteStream {
    type Input = super::DeleteStreamInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_STREAM;
}

static DELETE_STREAM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeleteStream",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeleteStreamInput,
    empty_input: || Box::new(<super::DeleteStreamInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DeregisterStreamConsumer`.
#[derive(Clone, Copy, Debug)]
pub struct DeregisterStreamConsumer;

impl Operation for DeregisterStreamConsumer {
    type Input = super::DeregisterStreamConsumerInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DEREGISTER_STREAM_CONSUMER;
}

static DEREGISTER_STREAM_CONSUMER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeregisterStreamConsumer",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DeregisterStreamConsumerInput,
    empty_input: || Box::new(<super::DeregisterStreamConsumerInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeAccountSettings`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeAccountSettings;

impl Operation for DescribeAccountSettings {
    type Input = super::DescribeAccountSettingsInput;
    type Output = super::DescribeAccountSettingsOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_ACCOUNT_SETTINGS;
}

static DESCRIBE_ACCOUNT_SETTINGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeAccountSettings",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeAccountSettingsInput,
    empty_input: || Box::new(<super::DescribeAccountSettingsInput as Default>::default()),
    output: &schemas::DescribeAccountSettingsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeChannel`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeChannel;

impl Operation for DescribeChannel {
    type Input = super::DescribeChannelInput;
    type Output = super::DescribeChannelOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_CHANNEL;
}

static DESCRIBE_CHANNEL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeChannel",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeChannelInput,
    empty_input: || Box::new(<super::DescribeChannelInput as Default>::default()),
    output: &schemas::DescribeChannelOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeLimits`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeLimits;

impl Operation for DescribeLimits {
    type Input = super::DescribeLimitsInput;
    type Output = super::DescribeLimitsOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_LIMITS;
}

static DESCRIBE_LIMITS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeLimits",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeLimitsInput,
    empty_input: || Box::new(<super::DescribeLimitsInput as Default>::default()),
    output: &schemas::DescribeLimitsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeQueue`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeQueue;

impl Operation for DescribeQueue {
    type Input = super::DescribeQueueInput;
    type Output = super::DescribeQueueOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_QUEUE;
}

static DESCRIBE_QUEUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeQueue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeQueueInput,
    empty_input: || Box::new(<super::DescribeQueueInput as Default>::default()),
    output: &schemas::DescribeQueueOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeStream`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeStream;

impl Operation for DescribeStream {
    type Input = super::DescribeStreamInput;
    type Output = super::DescribeStreamOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_STREAM;
}

static DESCRIBE_STREAM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeStream",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeStreamInput,
    empty_input: || Box::new(<super::DescribeStreamInput as Default>::default()),
    output: &schemas::DescribeStreamOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeStreamConsumer`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeStreamConsumer;

impl Operation for DescribeStreamConsumer {
    type Input = super::DescribeStreamConsumerInput;
    type Output = super::DescribeStreamConsumerOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_STREAM_CONSUMER;
}

static DESCRIBE_STREAM_CONSUMER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeStreamConsumer",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeStreamConsumerInput,
    empty_input: || Box::new(<super::DescribeStreamConsumerInput as Default>::default()),
    output: &schemas::DescribeStreamConsumerOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DescribeStreamSummary`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeStreamSummary;

impl Operation for DescribeStreamSummary {
    type Input = super::DescribeStreamSummaryInput;
    type Output = super::DescribeStreamSummaryOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_STREAM_SUMMARY;
}

static DESCRIBE_STREAM_SUMMARY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeStreamSummary",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeStreamSummaryInput,
    empty_input: || Box::new(<super::DescribeStreamSummaryInput as Default>::default()),
    output: &schemas::DescribeStreamSummaryOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `DisableEnhancedMonitoring`.
#[derive(Clone, Copy, Debug)]
pub struct DisableEnhancedMonitoring;

impl Operation for DisableEnhancedMonitoring {
    type Input = super::DisableEnhancedMonitoringInput;
    type Output = super::EnhancedMonitoringOutput;
    const SCHEMA: &'static OperationSchema = &DISABLE_ENHANCED_MONITORING;
}

static DISABLE_ENHANCED_MONITORING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DisableEnhancedMonitoring",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DisableEnhancedMonitoringInput,
    empty_input: || Box::new(<super::DisableEnhancedMonitoringInput as Default>::default()),
    output: &schemas::EnhancedMonitoringOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `EnableEnhancedMonitoring`.
#[derive(Clone, Copy, Debug)]
pub struct EnableEnhancedMonitoring;

impl Operation for EnableEnhancedMonitoring {
    type Input = super::EnableEnhancedMonitoringInput;
    type Output = super::EnhancedMonitoringOutput;
    const SCHEMA: &'static OperationSchema = &ENABLE_ENHANCED_MONITORING;
}

static ENABLE_ENHANCED_MONITORING: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "EnableEnhancedMonitoring",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::EnableEnhancedMonitoringInput,
    empty_input: || Box::new(<super::EnableEnhancedMonitoringInput as Default>::default()),
    output: &schemas::EnhancedMonitoringOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetRecords`.
#[derive(Clone, Copy, Debug)]
pub struct GetRecords;

impl Operation for GetRecords {
    type Input = super::GetRecordsInput;
    type Output = super::GetRecordsOutput;
    const SCHEMA: &'static OperationSchema = &GET_RECORDS;
}

static GET_RECORDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetRecords",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetRecordsInput,
    empty_input: || Box::new(<super::GetRecordsInput as Default>::default()),
    output: &schemas::GetRecordsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct GetResourcePolicy;

impl Operation for GetResourcePolicy {
    type Input = super::GetResourcePolicyInput;
    type Output = super::GetResourcePolicyOutput;
    const SCHEMA: &'static OperationSchema = &GET_RESOURCE_POLICY;
}

static GET_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetResourcePolicyInput,
    empty_input: || Box::new(<super::GetResourcePolicyInput as Default>::default()),
    output: &schemas::GetResourcePolicyOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetShardIterator`.
#[derive(Clone, Copy, Debug)]
pub struct GetShardIterator;

impl Operation for GetShardIterator {
    type Input = super::GetShardIteratorInput;
    type Output = super::GetShardIteratorOutput;
    const SCHEMA: &'static OperationSchema = &GET_SHARD_ITERATOR;
}

static GET_SHARD_ITERATOR: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetShardIterator",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetShardIteratorInput,
    empty_input: || Box::new(<super::GetShardIteratorInput as Default>::default()),
    output: &schemas::GetShardIteratorOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `IncreaseStreamRetentionPeriod`.
#[derive(Clone, Copy, Debug)]
pub struct IncreaseStreamRetentionPeriod;

impl Operation for IncreaseStreamRetentionPeriod {
    type Input = super::IncreaseStreamRetentionPeriodInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &INCREASE_STREAM_RETENTION_PERIOD;
}

static INCREASE_STREAM_RETENTION_PERIOD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "IncreaseStreamRetentionPeriod",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::IncreaseStreamRetentionPeriodInput,
    empty_input: || Box::new(<super::IncreaseStreamRetentionPeriodInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListChannels`.
#[derive(Clone, Copy, Debug)]
pub struct ListChannels;

impl Operation for ListChannels {
    type Input = super::ListChannelsInput;
    type Output = super::ListChannelsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_CHANNELS;
}

static LIST_CHANNELS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListChannels",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListChannelsInput,
    empty_input: || Box::new(<super::ListChannelsInput as Default>::default()),
    output: &schemas::ListChannelsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListQueues`.
#[derive(Clone, Copy, Debug)]
pub struct ListQueues;

impl Operation for ListQueues {
    type Input = super::ListQueuesInput;
    type Output = super::ListQueuesOutput;
    const SCHEMA: &'static OperationSchema = &LIST_QUEUES;
}

static LIST_QUEUES: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListQueues",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListQueuesInput,
    empty_input: || Box::new(<super::ListQueuesInput as Default>::default()),
    output: &schemas::ListQueuesOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListShards`.
#[derive(Clone, Copy, Debug)]
pub struct ListShards;

impl Operation for ListShards {
    type Input = super::ListShardsInput;
    type Output = super::ListShardsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_SHARDS;
}

static LIST_SHARDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListShards",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListShardsInput,
    empty_input: || Box::new(<super::ListShardsInput as Default>::default()),
    output: &schemas::ListShardsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListStreamConsumers`.
#[derive(Clone, Copy, Debug)]
pub struct ListStreamConsumers;

impl Operation for ListStreamConsumers {
    type Input = super::ListStreamConsumersInput;
    type Output = super::ListStreamConsumersOutput;
    const SCHEMA: &'static OperationSchema = &LIST_STREAM_CONSUMERS;
}

static LIST_STREAM_CONSUMERS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListStreamConsumers",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListStreamConsumersInput,
    empty_input: || Box::new(<super::ListStreamConsumersInput as Default>::default()),
    output: &schemas::ListStreamConsumersOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListStreams`.
#[derive(Clone, Copy, Debug)]
pub struct ListStreams;

impl Operation for ListStreams {
    type Input = super::ListStreamsInput;
    type Output = super::ListStreamsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_STREAMS;
}

static LIST_STREAMS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListStreams",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListStreamsInput,
    empty_input: || Box::new(<super::ListStreamsInput as Default>::default()),
    output: &schemas::ListStreamsOutput,
    result_wrapper: None,
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
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTagsForStream`.
#[derive(Clone, Copy, Debug)]
pub struct ListTagsForStream;

impl Operation for ListTagsForStream {
    type Input = super::ListTagsForStreamInput;
    type Output = super::ListTagsForStreamOutput;
    const SCHEMA: &'static OperationSchema = &LIST_TAGS_FOR_STREAM;
}

static LIST_TAGS_FOR_STREAM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListTagsForStream",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListTagsForStreamInput,
    empty_input: || Box::new(<super::ListTagsForStreamInput as Default>::default()),
    output: &schemas::ListTagsForStreamOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `MergeShards`.
#[derive(Clone, Copy, Debug)]
pub struct MergeShards;

impl Operation for MergeShards {
    type Input = super::MergeShardsInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &MERGE_SHARDS;
}

static MERGE_SHARDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "MergeShards",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::MergeShardsInput,
    empty_input: || Box::new(<super::MergeShardsInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutRecord`.
#[derive(Clone, Copy, Debug)]
pub struct PutRecord;

impl Operation for PutRecord {
    type Input = super::PutRecordInput;
    type Output = super::PutRecordOutput;
    const SCHEMA: &'static OperationSchema = &PUT_RECORD;
}

static PUT_RECORD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutRecord",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutRecordInput,
    empty_input: || Box::new(<super::PutRecordInput as Default>::default()),
    output: &schemas::PutRecordOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutRecords`.
#[derive(Clone, Copy, Debug)]
pub struct PutRecords;

impl Operation for PutRecords {
    type Input = super::PutRecordsInput;
    type Output = super::PutRecordsOutput;
    const SCHEMA: &'static OperationSchema = &PUT_RECORDS;
}

static PUT_RECORDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutRecords",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutRecordsInput,
    empty_input: || Box::new(<super::PutRecordsInput as Default>::default()),
    output: &schemas::PutRecordsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutResourcePolicy`.
#[derive(Clone, Copy, Debug)]
pub struct PutResourcePolicy;

impl Operation for PutResourcePolicy {
    type Input = super::PutResourcePolicyInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_RESOURCE_POLICY;
}

static PUT_RESOURCE_POLICY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutResourcePolicy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::PutResourcePolicyInput,
    empty_input: || Box::new(<super::PutResourcePolicyInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ReceiveDeadLetterQueueRecords`.
#[derive(Clone, Copy, Debug)]
pub struct ReceiveDeadLetterQueueRecords;

impl Operation for ReceiveDeadLetterQueueRecords {
    type Input = super::ReceiveDeadLetterQueueRecordsInput;
    type Output = super::ReceiveDeadLetterQueueRecordsOutput;
    const SCHEMA: &'static OperationSchema = &RECEIVE_DEAD_LETTER_QUEUE_RECORDS;
}

static RECEIVE_DEAD_LETTER_QUEUE_RECORDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ReceiveDeadLetterQueueRecords",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ReceiveDeadLetterQueueRecordsInput,
    empty_input: || Box::new(<super::ReceiveDeadLetterQueueRecordsInput as Default>::default()),
    output: &schemas::ReceiveDeadLetterQueueRecordsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ReceiveQueueRecords`.
#[derive(Clone, Copy, Debug)]
pub struct ReceiveQueueRecords;

impl Operation for ReceiveQueueRecords {
    type Input = super::ReceiveQueueRecordsInput;
    type Output = super::ReceiveQueueRecordsOutput;
    const SCHEMA: &'static OperationSchema = &RECEIVE_QUEUE_RECORDS;
}

static RECEIVE_QUEUE_RECORDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ReceiveQueueRecords",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ReceiveQueueRecordsInput,
    empty_input: || Box::new(<super::ReceiveQueueRecordsInput as Default>::default()),
    output: &schemas::ReceiveQueueRecordsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RegisterStreamConsumer`.
#[derive(Clone, Copy, Debug)]
pub struct RegisterStreamConsumer;

impl Operation for RegisterStreamConsumer {
    type Input = super::RegisterStreamConsumerInput;
    type Output = super::RegisterStreamConsumerOutput;
    const SCHEMA: &'static OperationSchema = &REGISTER_STREAM_CONSUMER;
}

static REGISTER_STREAM_CONSUMER: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RegisterStreamConsumer",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RegisterStreamConsumerInput,
    empty_input: || Box::new(<super::RegisterStreamConsumerInput as Default>::default()),
    output: &schemas::RegisterStreamConsumerOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RemoveTagsFromStream`.
#[derive(Clone, Copy, Debug)]
pub struct RemoveTagsFromStream;

impl Operation for RemoveTagsFromStream {
    type Input = super::RemoveTagsFromStreamInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &REMOVE_TAGS_FROM_STREAM;
}

static REMOVE_TAGS_FROM_STREAM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RemoveTagsFromStream",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RemoveTagsFromStreamInput,
    empty_input: || Box::new(<super::RemoveTagsFromStreamInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `RestoreDeadLetterQueueRecords`.
#[derive(Clone, Copy, Debug)]
pub struct RestoreDeadLetterQueueRecords;

impl Operation for RestoreDeadLetterQueueRecords {
    type Input = super::RestoreDeadLetterQueueRecordsInput;
    type Output = super::RestoreDeadLetterQueueRecordsOutput;
    const SCHEMA: &'static OperationSchema = &RESTORE_DEAD_LETTER_QUEUE_RECORDS;
}

static RESTORE_DEAD_LETTER_QUEUE_RECORDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "RestoreDeadLetterQueueRecords",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::RestoreDeadLetterQueueRecordsInput,
    empty_input: || Box::new(<super::RestoreDeadLetterQueueRecordsInput as Default>::default()),
    output: &schemas::RestoreDeadLetterQueueRecordsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SplitShard`.
#[derive(Clone, Copy, Debug)]
pub struct SplitShard;

impl Operation for SplitShard {
    type Input = super::SplitShardInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &SPLIT_SHARD;
}

static SPLIT_SHARD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SplitShard",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SplitShardInput,
    empty_input: || Box::new(<super::SplitShardInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `StartStreamEncryption`.
#[derive(Clone, Copy, Debug)]
pub struct StartStreamEncryption;

impl Operation for StartStreamEncryption {
    type Input = super::StartStreamEncryptionInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &START_STREAM_ENCRYPTION;
}

static START_STREAM_ENCRYPTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "StartStreamEncryption",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::StartStreamEncryptionInput,
    empty_input: || Box::new(<super::StartStreamEncryptionInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `StopStreamEncryption`.
#[derive(Clone, Copy, Debug)]
pub struct StopStreamEncryption;

impl Operation for StopStreamEncryption {
    type Input = super::StopStreamEncryptionInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &STOP_STREAM_ENCRYPTION;
}

static STOP_STREAM_ENCRYPTION: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "StopStreamEncryption",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::StopStreamEncryptionInput,
    empty_input: || Box::new(<super::StopStreamEncryptionInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `SubscribeToShard`.
#[derive(Clone, Copy, Debug)]
pub struct SubscribeToShard;

impl Operation for SubscribeToShard {
    type Input = super::SubscribeToShardInput;
    type Output = super::SubscribeToShardOutput;
    const SCHEMA: &'static OperationSchema = &SUBSCRIBE_TO_SHARD;
}

static SUBSCRIBE_TO_SHARD: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "SubscribeToShard",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::SubscribeToShardInput,
    empty_input: || Box::new(<super::SubscribeToShardInput as Default>::default()),
    output: &schemas::SubscribeToShardOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagResource`.
#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = super::TagResourceInput;
    type Output = crate::Unit;
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
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagResource`.
#[derive(Clone, Copy, Debug)]
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = super::UntagResourceInput;
    type Output = crate::Unit;
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
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateAccountSettings`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateAccountSettings;

impl Operation for UpdateAccountSettings {
    type Input = super::UpdateAccountSettingsInput;
    type Output = super::UpdateAccountSettingsOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_ACCOUNT_SETTINGS;
}

static UPDATE_ACCOUNT_SETTINGS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateAccountSettings",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateAccountSettingsInput,
    empty_input: || Box::new(<super::UpdateAccountSettingsInput as Default>::default()),
    output: &schemas::UpdateAccountSettingsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateChannel`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateChannel;

impl Operation for UpdateChannel {
    type Input = super::UpdateChannelInput;
    type Output = super::UpdateChannelOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_CHANNEL;
}

static UPDATE_CHANNEL: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateChannel",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateChannelInput,
    empty_input: || Box::new(<super::UpdateChannelInput as Default>::default()),
    output: &schemas::UpdateChannelOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateDeadLetterQueueRecordsVisibility`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateDeadLetterQueueRecordsVisibility;

impl Operation for UpdateDeadLetterQueueRecordsVisibility {
    type Input = super::UpdateDeadLetterQueueRecordsVisibilityInput;
    type Output = super::UpdateDeadLetterQueueRecordsVisibilityOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY;
}

static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateDeadLetterQueueRecordsVisibility",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateDeadLetterQueueRecordsVisibilityInput,
    empty_input: || {
        Box::new(<super::UpdateDeadLetterQueueRecordsVisibilityInput as Default>::default())
    },
    output: &schemas::UpdateDeadLetterQueueRecordsVisibilityOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateMaxRecordSize`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateMaxRecordSize;

impl Operation for UpdateMaxRecordSize {
    type Input = super::UpdateMaxRecordSizeInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UPDATE_MAX_RECORD_SIZE;
}

static UPDATE_MAX_RECORD_SIZE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateMaxRecordSize",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateMaxRecordSizeInput,
    empty_input: || Box::new(<super::UpdateMaxRecordSizeInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateQueue`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateQueue;

impl Operation for UpdateQueue {
    type Input = super::UpdateQueueInput;
    type Output = super::UpdateQueueOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_QUEUE;
}

static UPDATE_QUEUE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateQueue",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateQueueInput,
    empty_input: || Box::new(<super::UpdateQueueInput as Default>::default()),
    output: &schemas::UpdateQueueOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateQueueRecordsVisibility`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateQueueRecordsVisibility;

impl Operation for UpdateQueueRecordsVisibility {
    type Input = super::UpdateQueueRecordsVisibilityInput;
    type Output = super::UpdateQueueRecordsVisibilityOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_QUEUE_RECORDS_VISIBILITY;
}

static UPDATE_QUEUE_RECORDS_VISIBILITY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateQueueRecordsVisibility",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateQueueRecordsVisibilityInput,
    empty_input: || Box::new(<super::UpdateQueueRecordsVisibilityInput as Default>::default()),
    output: &schemas::UpdateQueueRecordsVisibilityOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateShardCount`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateShardCount;

impl Operation for UpdateShardCount {
    type Input = super::UpdateShardCountInput;
    type Output = super::UpdateShardCountOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_SHARD_COUNT;
}

static UPDATE_SHARD_COUNT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateShardCount",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateShardCountInput,
    empty_input: || Box::new(<super::UpdateShardCountInput as Default>::default()),
    output: &schemas::UpdateShardCountOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateStreamMode`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateStreamMode;

impl Operation for UpdateStreamMode {
    type Input = super::UpdateStreamModeInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UPDATE_STREAM_MODE;
}

static UPDATE_STREAM_MODE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateStreamMode",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateStreamModeInput,
    empty_input: || Box::new(<super::UpdateStreamModeInput as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateStreamRecordDistributionStrategy`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateStreamRecordDistributionStrategy;

impl Operation for UpdateStreamRecordDistributionStrategy {
    type Input = super::UpdateStreamRecordDistributionStrategyInput;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY;
}

static UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateStreamRecordDistributionStrategy",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateStreamRecordDistributionStrategyInput,
    empty_input: || {
        Box::new(<super::UpdateStreamRecordDistributionStrategyInput as Default>::default())
    },
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UpdateStreamWarmThroughput`.
#[derive(Clone, Copy, Debug)]
pub struct UpdateStreamWarmThroughput;

impl Operation for UpdateStreamWarmThroughput {
    type Input = super::UpdateStreamWarmThroughputInput;
    type Output = super::UpdateStreamWarmThroughputOutput;
    const SCHEMA: &'static OperationSchema = &UPDATE_STREAM_WARM_THROUGHPUT;
}

static UPDATE_STREAM_WARM_THROUGHPUT: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UpdateStreamWarmThroughput",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::UpdateStreamWarmThroughputInput,
    empty_input: || Box::new(<super::UpdateStreamWarmThroughputInput as Default>::default()),
    output: &schemas::UpdateStreamWarmThroughputOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
