//! Streams and shards as the API shows them.

use crate::encryption::KMS;
use crate::metrics::Metric;
use crate::sequence::SequenceNumber;
use crate::shard_map::{Shard, ShardId, ShardIndex};
use crate::stream_record::{Status, StreamRecord};
use crate::streams::Stream;
use shapes::Timestamp;
use shapes::kinesis as api;
use std::collections::BTreeSet;

/// A shard of a listing.
pub(crate) fn shard((index, shard): (ShardIndex, &Shard)) -> api::Shard {
    let id = |index: ShardIndex| ShardId(index).to_string();
    let end = |closed_ms| SequenceNumber::end_of(index, shard.created_ms, closed_ms).to_string();
    api::Shard {
        shard_id: id(index),
        parent_shard_id: shard.parent.map(id),
        adjacent_parent_shard_id: shard.adjacent_parent.map(id),
        hash_key_range: hash_key_range(shard),
        sequence_number_range: api::SequenceNumberRange {
            starting_sequence_number: SequenceNumber::start_of(index, shard.created_ms).to_string(),
            ending_sequence_number: shard.closed_ms.map(end),
        },
    }
}

/// The children of a shard that has come to its end.
pub(crate) fn children(stream: &Stream, of: ShardIndex) -> Vec<api::ChildShard> {
    let parents = |shard: &Shard| {
        let parents = shard.parent.iter().chain(&shard.adjacent_parent);
        parents.map(|index| ShardId(*index).to_string()).collect()
    };
    let view = |(index, shard): (ShardIndex, &Shard)| api::ChildShard {
        shard_id: ShardId(index).to_string(),
        parent_shards: parents(shard),
        hash_key_range: hash_key_range(shard),
    };
    stream.map.children(of).map(view).collect()
}

fn hash_key_range(shard: &Shard) -> api::HashKeyRange {
    api::HashKeyRange {
        starting_hash_key: shard.start.to_string(),
        ending_hash_key: shard.end.to_string(),
    }
}

pub(crate) fn mode(record: &StreamRecord) -> api::StreamModeDetails {
    api::StreamModeDetails { stream_mode: record.mode.as_str().to_owned() }
}

/// When a stream was created. AWS shows whole seconds.
pub(crate) fn created(record: &StreamRecord) -> Timestamp {
    created_at(record.created_ms)
}

/// The same of a stream that was created then.
pub(crate) fn created_at(created_ms: i64) -> Timestamp {
    Timestamp(Timestamp(created_ms).seconds() * 1000)
}

/// Which metrics of its shards are counted.
pub(crate) fn enhanced_monitoring(record: &StreamRecord) -> Vec<api::EnhancedMetrics> {
    let names = metric_names(&record.settings.shard_metrics);
    vec![api::EnhancedMetrics { shard_level_metrics: Some(names) }]
}

pub(crate) fn metric_names(metrics: &BTreeSet<Metric>) -> Vec<String> {
    metrics.iter().map(|metric| metric.as_str().to_owned()).collect()
}

/// How its records are kept that come.
pub(crate) fn encryption_type(record: &StreamRecord) -> Option<String> {
    let is_encrypted = record.settings.encryption.key_id.is_some();
    Some(if is_encrypted { KMS } else { "NONE" }.to_owned())
}

/// How many shards take records. A stream that is being created has none yet.
pub(crate) fn open_shard_count(stream: &Stream) -> i32 {
    match stream.record.status {
        Status::Creating => 0,
        _ => i32::try_from(stream.map.open_count()).unwrap_or(i32::MAX),
    }
}
