//! The operations, one file each.

mod acknowledge_dead_letter_queue_records;
mod acknowledge_queue_records;
mod add_tags_to_stream;
mod create_channel;
mod create_queue;
mod create_stream;
mod decrease_stream_retention_period;
mod delete_channel;
mod delete_queue;
mod delete_resource_policy;
mod delete_stream;
mod deregister_stream_consumer;
mod describe_account_settings;
mod describe_channel;
mod describe_limits;
mod describe_queue;
mod describe_stream;
mod describe_stream_consumer;
mod describe_stream_summary;
mod disable_enhanced_monitoring;
mod enable_enhanced_monitoring;
pub(crate) mod get_records;
mod get_resource_policy;
pub(crate) mod get_shard_iterator;
mod increase_stream_retention_period;
mod list_channels;
mod list_queues;
pub(crate) mod list_shards;
mod list_stream_consumers;
mod list_streams;
mod list_tags_for_resource;
mod list_tags_for_stream;
mod merge_shards;
mod put_record;
mod put_records;
mod put_resource_policy;
mod receive_dead_letter_queue_records;
mod receive_queue_records;
mod register_stream_consumer;
mod remove_tags_from_stream;
mod restore_dead_letter_queue_records;
mod split_shard;
mod start_stream_encryption;
mod stop_stream_encryption;
mod subscribe_to_shard;
mod tag_resource;
mod untag_resource;
mod update_account_settings;
mod update_channel;
mod update_dead_letter_queue_records_visibility;
mod update_max_record_size;
mod update_queue;
mod update_queue_records_visibility;
mod update_shard_count;
mod update_stream_mode;
mod update_stream_record_distribution_strategy;
mod update_stream_warm_throughput;

use crate::Kinesis;
use crate::asks::{consumer, delivered, iterated, listed, made, queue_made, registered, stream};
use crate::{queue, quotas};
use platform::{Asks, BoxFuture, Limits, Policies, Quota, Result, Served, Service, operations};
use shapes::kinesis::ops::*;
use std::sync::Arc;

impl Service for Kinesis {
    fn quota(&self, operation: &str) -> Option<Quota> {
        (self.config.limits == Limits::Aws).then(|| quotas::of(operation)).flatten()
    }

    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AcknowledgeDeadLetterQueueRecords: |_, it| Asks::on(&it.queue_arn),
            AcknowledgeQueueRecords: |_, it| Asks::on(&it.queue_arn),
            AddTagsToStream: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            CreateChannel: delivered,
            CreateQueue: queue_made,
            CreateStream: made,
            DecreaseStreamRetentionPeriod: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            DeleteChannel: |_, it| Asks::on(&it.channel_arn),
            DeleteQueue: |_, it| Asks::on(&it.queue_arn),
            DeleteResourcePolicy: |_, it| Asks::on(&it.resource_arn),
            DeleteStream: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            DeregisterStreamConsumer: |cx, it| consumer(
                cx, it.consumer_arn.as_ref(), it.stream_arn.as_ref(), it.consumer_name.as_ref(),
            ),
            DescribeAccountSettings,
            DescribeChannel: |_, it| Asks::on(&it.channel_arn),
            DescribeLimits,
            DescribeQueue: |_, it| Asks::on(&it.queue_arn),
            DescribeStream: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            DescribeStreamConsumer: |cx, it| consumer(
                cx, it.consumer_arn.as_ref(), it.stream_arn.as_ref(), it.consumer_name.as_ref(),
            ),
            DescribeStreamSummary: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            DisableEnhancedMonitoring: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            EnableEnhancedMonitoring: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            GetRecords: |cx, it| iterated(cx, &it.shard_iterator, it.stream_arn.as_ref()),
            GetResourcePolicy: |_, it| Asks::on(&it.resource_arn),
            GetShardIterator: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            IncreaseStreamRetentionPeriod: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            ListChannels: |cx, _| Asks::on(cx.arn("kinesis", "stream/*")),
            ListQueues,
            ListShards: |cx, it| listed(
                cx, it.stream_name.as_ref(), it.stream_arn.as_ref(), it.next_token.as_ref(),
            ),
            ListStreamConsumers: |_, it| Asks::on(&it.stream_arn),
            ListStreams,
            ListTagsForResource: |_, it| Asks::on(&it.resource_arn),
            ListTagsForStream: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            MergeShards: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            PutRecord: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            PutRecords: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            PutResourcePolicy: |_, it| Asks::on(&it.resource_arn),
            ReceiveDeadLetterQueueRecords: |_, it| Asks::on(&it.queue_arn),
            ReceiveQueueRecords: |_, it| Asks::on(&it.queue_arn),
            RegisterStreamConsumer: registered,
            RemoveTagsFromStream: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            RestoreDeadLetterQueueRecords: |_, it| Asks::on(&it.queue_arn),
            SplitShard: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            StartStreamEncryption: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            StopStreamEncryption: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            SubscribeToShard: |_, it| Asks::on(&it.consumer_arn),
            TagResource: |_, it| Asks::on(&it.resource_arn),
            UntagResource: |_, it| Asks::on(&it.resource_arn),
            UpdateAccountSettings,
            UpdateChannel: |_, it| Asks::on(&it.channel_arn),
            UpdateDeadLetterQueueRecordsVisibility: |_, it| Asks::on(&it.queue_arn),
            UpdateMaxRecordSize: |cx, it| stream(cx, None, it.stream_arn.as_ref()),
            UpdateQueue: |_, it| Asks::on(&it.queue_arn),
            UpdateQueueRecordsVisibility: |_, it| Asks::on(&it.queue_arn),
            UpdateShardCount: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            UpdateStreamMode: |_, it| Asks::on(&it.stream_arn),
            UpdateStreamRecordDistributionStrategy: |_, it| Asks::on(&it.stream_arn),
            UpdateStreamWarmThroughput: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
        ]
    }

    fn has_home(&self, operation: &str) -> bool {
        operation.contains("QueueRecords")
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }

    fn start(self: Arc<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            queue::sweep_all(&*self.platform.store.tables).await?;
            self.channels.start().await
        })
    }

    /// Receives that wait for records of queues are answered with nothing, and channels go on
    /// elsewhere or later.
    fn rest(&self) -> BoxFuture<'_, ()> {
        self.queues.rest();
        Box::pin(self.channels.rest())
    }

    /// Other processes may serve the queues at once.
    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.queues.close())
    }
}
