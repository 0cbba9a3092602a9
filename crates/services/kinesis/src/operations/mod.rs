//! The operations, one file each.

mod add_tags_to_stream;
mod create_stream;
mod decrease_stream_retention_period;
mod delete_resource_policy;
mod delete_stream;
mod deregister_stream_consumer;
mod describe_account_settings;
mod describe_limits;
mod describe_stream;
mod describe_stream_consumer;
mod describe_stream_summary;
mod disable_enhanced_monitoring;
mod enable_enhanced_monitoring;
pub(crate) mod get_records;
mod get_resource_policy;
pub(crate) mod get_shard_iterator;
mod increase_stream_retention_period;
pub(crate) mod list_shards;
mod list_stream_consumers;
mod list_streams;
mod list_tags_for_resource;
mod list_tags_for_stream;
mod merge_shards;
mod put_record;
mod put_records;
mod put_resource_policy;
mod register_stream_consumer;
mod remove_tags_from_stream;
mod split_shard;
mod start_stream_encryption;
mod stop_stream_encryption;
mod subscribe_to_shard;
mod tag_resource;
mod untag_resource;
mod update_account_settings;
mod update_max_record_size;
mod update_shard_count;
mod update_stream_mode;
mod update_stream_record_distribution_strategy;
mod update_stream_warm_throughput;

use crate::Kinesis;
use crate::asks::{consumer, iterated, listed, made, registered, stream};
use platform::{Asks, Policies, Served, Service, operations};
use shapes::kinesis::ops::*;
use std::sync::Arc;

impl Service for Kinesis {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AddTagsToStream: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            CreateStream: made,
            DecreaseStreamRetentionPeriod: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            DeleteResourcePolicy: |_, it| Asks::on(&it.resource_arn),
            DeleteStream: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            DeregisterStreamConsumer: |cx, it| consumer(
                cx, it.consumer_arn.as_ref(), it.stream_arn.as_ref(), it.consumer_name.as_ref(),
            ),
            DescribeAccountSettings,
            DescribeLimits,
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
            RegisterStreamConsumer: registered,
            RemoveTagsFromStream: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            SplitShard: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            StartStreamEncryption: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            StopStreamEncryption: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            SubscribeToShard: |_, it| Asks::on(&it.consumer_arn),
            TagResource: |_, it| Asks::on(&it.resource_arn),
            UntagResource: |_, it| Asks::on(&it.resource_arn),
            UpdateAccountSettings,
            UpdateMaxRecordSize: |cx, it| stream(cx, None, it.stream_arn.as_ref()),
            UpdateShardCount: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
            UpdateStreamMode: |_, it| Asks::on(&it.stream_arn),
            UpdateStreamRecordDistributionStrategy: |_, it| Asks::on(&it.stream_arn),
            UpdateStreamWarmThroughput: |cx, it| stream(cx, it.stream_name.as_ref(), it.stream_arn.as_ref()),
        ]
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }
}
