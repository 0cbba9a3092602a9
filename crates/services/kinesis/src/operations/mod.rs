//! The operations, one file each.

mod add_tags_to_stream;
mod create_stream;
mod decrease_stream_retention_period;
mod delete_stream;
mod describe_limits;
mod describe_stream;
mod describe_stream_summary;
mod get_records;
mod get_shard_iterator;
mod increase_stream_retention_period;
mod list_shards;
mod list_streams;
mod list_tags_for_resource;
mod list_tags_for_stream;
mod merge_shards;
mod put_record;
mod put_records;
mod remove_tags_from_stream;
mod split_shard;
mod tag_resource;
mod untag_resource;
mod update_max_record_size;

use crate::Kinesis;
use platform::{Served, operations};
use shapes::kinesis::ops::{
    AddTagsToStream, CreateStream, DecreaseStreamRetentionPeriod, DeleteStream, DescribeLimits,
    DescribeStream, DescribeStreamSummary, GetRecords, GetShardIterator,
    IncreaseStreamRetentionPeriod, ListShards, ListStreams, ListTagsForResource, ListTagsForStream,
    MergeShards, PutRecord, PutRecords, RemoveTagsFromStream, SplitShard, TagResource,
    UntagResource, UpdateMaxRecordSize,
};
use std::sync::Arc;

/// All operations of the service.
pub(crate) fn list(service: &Arc<Kinesis>) -> Vec<Served> {
    operations![service =>
        AddTagsToStream,
        CreateStream,
        DecreaseStreamRetentionPeriod,
        DeleteStream,
        DescribeLimits,
        DescribeStream,
        DescribeStreamSummary,
        GetRecords,
        GetShardIterator,
        IncreaseStreamRetentionPeriod,
        ListShards,
        ListStreams,
        ListTagsForResource,
        ListTagsForStream,
        MergeShards,
        PutRecord,
        PutRecords,
        RemoveTagsFromStream,
        SplitShard,
        TagResource,
        UntagResource,
        UpdateMaxRecordSize,
    ]
}
