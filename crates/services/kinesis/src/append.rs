//! The one way in which records come into a stream.

use crate::errors::{constraint, invalid_argument, stream_not_found};
use crate::sequence::SequenceNumber;
use crate::shard_map::{ShardId, ShardIndex};
use crate::streams::Stream;
use crate::{Kinesis, payload};
use bytes::Bytes;
use md5::{Digest, Md5};
use platform::{Error, Platform, Result, finish};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Appended, Entry};

/// A record as a producer hands it in.
pub(crate) struct NewRecord<'a> {
    pub data: &'a Bytes,
    pub partition_key: Option<&'a str>,
    pub explicit_hash_key: Option<&'a str>,
}

/// A record that has passed all checks and knows its shard.
pub(crate) struct Routed {
    pub shard: ShardIndex,
    bytes: Bytes,
}

/// Where a record went.
pub(crate) struct Put {
    pub shard_id: String,
    pub sequence_number: String,
}

/// The hash key of a partition key (PutRecord, `PartitionKey`): its MD5 as a number.
fn hash_key(partition_key: &str) -> u128 {
    u128::from_be_bytes(Md5::digest(partition_key.as_bytes()).into())
}

/// Checks a record and finds its shard. `at` is the path of the request's member that holds it,
/// empty or ending in a point.
pub(crate) fn route(stream: &Stream, at: &str, record: &NewRecord<'_>) -> Result<Routed> {
    let Some(partition_key) = record.partition_key else {
        let path = format!("{at}partitionKey");
        return Err(constraint(" null", &path, "Member must not be null"));
    };
    let limit = stream.record.max_record_bytes();
    if record.data.len() + partition_key.len() > limit {
        let rule = format!("Member must have length less than or equal to {limit}.");
        return Err(constraint("", &format!("{at}data"), rule));
    }
    let hash_key = match record.explicit_hash_key {
        None => hash_key(partition_key),
        Some(text) => text.parse().map_err(|_| {
            invalid_argument(format!(
                "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. \
                 Specified value was {text}"
            ))
        })?,
    };
    match stream.map.route(hash_key) {
        Some(shard) => Ok(Routed { shard, bytes: payload::encode(partition_key, record.data) }),
        None => Err(Error::internal(format_args!("{} has no open shard", stream.arn))),
    }
}

impl Kinesis {
    /// Appends records, all or none, and answers when they are durable and can be read. Wakes
    /// those who wait for their shards.
    pub(crate) async fn append(
        &self,
        stream: &Arc<Stream>,
        records: Vec<Routed>,
    ) -> Result<Vec<Put>> {
        let shards: Vec<ShardIndex> = records.iter().map(|record| record.shard).collect();
        let (platform, target) = (self.platform.clone(), stream.clone());
        let appended = finish(async move { append(&platform, &target, records).await }).await?;
        let put = |(shard, appended): (&ShardIndex, &Appended)| {
            // The shard was found by routing, so that it is in the map.
            let created_ms = stream.map.get(*shard).map_or(0, |shard| shard.created_ms);
            let number =
                SequenceNumber::of_record(*shard, created_ms, appended.offset, appended.time_ms);
            Put { shard_id: ShardId(*shard).to_string(), sequence_number: number.to_string() }
        };
        Ok(shards.iter().zip(&appended).map(put).collect())
    }
}

async fn append(
    platform: &Platform,
    stream: &Stream,
    records: Vec<Routed>,
) -> Result<Vec<Appended>> {
    let shards: BTreeSet<ShardIndex> = records.iter().map(|record| record.shard).collect();
    let time_ms = platform.clock.now().millis();
    let entry = |record: Routed| Entry { lane: record.shard, time_ms, bytes: record.bytes };
    let entries = records.into_iter().map(entry).collect();
    let appended = match platform.store.log.append(&stream.log, entries).await {
        Ok(appended) => appended,
        // The stream's removal was quicker.
        Err(store::Error::NotFound(_)) => {
            return Err(stream_not_found(&stream.record.name, &stream.record.account));
        }
        Err(error) => return Err(error.into()),
    };
    for shard in shards {
        platform.wakeups.notify(&format!("{}/{}", stream.topic, ShardId(shard)));
    }
    platform.wakeups.notify(&stream.topic);
    Ok(appended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_key_is_the_md5_as_a_number() {
        // MD5 of "a" is 0cc175b9c0f1b6a831c399e269772661.
        assert_eq!(hash_key("a"), 0x0cc1_75b9_c0f1_b6a8_31c3_99e2_6977_2661);
    }
}
