//! What can be waited for.

use shapes::ShardId;
use std::sync::Arc;

/// Something that changes, and that somebody may wait for. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A shard, by its stream's ARN and its number: it has records that it had not, or it has ended.
    Shard(Arc<str>, u32),
    /// A stream, by its ARN: its state, its settings or its shards are others now.
    Stream(Arc<str>),
    /// A function, by its ARN without a qualifier: it is another one now, there at last, or gone.
    Function(Arc<str>),
}

impl Topic {
    /// A shard, by its id as clients see it. What is no shard's id is told of with the stream.
    pub fn shard(stream_arn: &str, shard_id: &str) -> Self {
        match ShardId::parse(shard_id) {
            Some(ShardId(number)) => Topic::Shard(stream_arn.into(), number),
            None => Topic::Stream(stream_arn.into()),
        }
    }
}
