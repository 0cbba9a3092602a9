//! The one way in which records come into a stream.

use crate::encryption::KMS;
use crate::errors::{constraint, invalid_argument, stream_not_found};
use crate::scaling::Distribution;
use crate::sequence::SequenceNumber;
use crate::shard_map::{ShardId, ShardIndex};
use crate::stream_record::Mode;
use crate::streams::{Stream, Streams};
use crate::{Kinesis, payload};
use bytes::Bytes;
use md5::{Digest, Md5};
use platform::{Error, Result, finish};
use std::sync::Arc;
use store::{Appended, Entry};

/// A record as a producer hands it in.
pub(crate) struct NewRecord<'a> {
    pub data: &'a Bytes,
    pub partition_key: Option<&'a str>,
    pub explicit_hash_key: Option<&'a str>,
}

/// A record that has passed all checks and knows where it belongs.
pub(crate) struct Routed {
    /// `None` where any shard will do.
    pub hash_key: Option<u128>,
    /// Bytes of partition key and data.
    pub size: usize,
    bytes: Bytes,
}

/// Where a record went.
pub(crate) struct Put {
    pub shard_id: String,
    pub sequence_number: String,
    /// Whether it is kept encrypted.
    pub encrypted: bool,
}

impl Put {
    /// How a record was kept, as answers tell it.
    pub fn encryption_type(&self) -> Option<String> {
        self.encrypted.then(|| KMS.to_owned())
    }
}

/// The hash key of a partition key (PutRecord, `PartitionKey`): its MD5 as a number.
fn hash_key(partition_key: &str) -> u128 {
    u128::from_be_bytes(Md5::digest(partition_key.as_bytes()).into())
}

/// Checks a record and finds its hash key. `at` is the path of the request's member that holds it,
/// empty or ending in a point.
pub(crate) fn route(stream: &Stream, at: &str, record: &NewRecord<'_>) -> Result<Routed> {
    let is_auto = stream.record.scaling.distribution == Distribution::Auto;
    let partition_key = match record.partition_key {
        Some(partition_key) => partition_key,
        // No key that a producer gives is empty.
        None if is_auto => "",
        None => {
            let path = format!("{at}partitionKey");
            return Err(constraint(" null", &path, "Member must not be null"));
        }
    };
    let limit = stream.record.max_record_bytes();
    let size = record.data.len() + partition_key.len();
    if size > limit {
        let rule = format!("Member must have length less than or equal to {limit}.");
        return Err(constraint("", &format!("{at}data"), rule));
    }
    let hash_key = match record.explicit_hash_key {
        _ if is_auto => None,
        None => Some(hash_key(partition_key)),
        Some(text) => text.parse().map(Some).map_err(|_| {
            invalid_argument(format!(
                "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. \
                 Specified value was {text}"
            ))
        })?,
    };
    Ok(Routed { hash_key, size, bytes: payload::encode(partition_key, record.data) })
}

impl Kinesis {
    /// Appends records and answers when all are durable and can be read. Wakes those who wait for
    /// their shards.
    pub(crate) async fn append(
        &self,
        stream: &Arc<Stream>,
        records: Vec<Routed>,
    ) -> Result<Vec<Put>> {
        let (streams, stream) = (self.streams.clone(), stream.clone());
        finish(async move { Appending::new(streams, stream).run(records).await }).await
    }
}

/// How often a stream is looked up anew for one request, before it is given up.
const MOST_LOOKS: u32 = 1000;

/// Records on their way into a stream's shards, which may close and be followed by others.
struct Appending {
    streams: Arc<Streams>,
    stream: Arc<Stream>,
    looks: u32,
}

impl Appending {
    fn new(streams: Arc<Streams>, stream: Arc<Stream>) -> Self {
        Self { streams, stream, looks: 0 }
    }

    async fn run(mut self, records: Vec<Routed>) -> Result<Vec<Put>> {
        let mut puts: Vec<Option<Put>> = records.iter().map(|_| None).collect();
        let mut left: Vec<usize> = (0..records.len()).collect();
        while !left.is_empty() {
            let shards = self.shards(left.iter().filter_map(|at| records.get(*at)))?;
            let entries = self.entries(&records, &left, &shards).await?;
            let places =
                match self.streams.platform.store.log.append(&self.stream.log, entries).await {
                    Ok(places) => places.into_iter().map(Some).collect(),
                    Err(store::Error::Sealed(places)) => places,
                    Err(store::Error::NotFound(_)) => {
                        self.look_again(puts.iter().all(Option::is_none)).await?;
                        continue;
                    }
                    Err(error) => return Err(error.into()),
                };
            self.count(&records, &left, &shards, &places);
            let mut refused = Vec::new();
            for ((at, shard), place) in left.iter().zip(&shards).zip(&places) {
                match (place, puts.get_mut(*at)) {
                    (Some(place), Some(put)) => *put = Some(self.put(*shard, place)),
                    _ => refused.push(*at),
                }
            }
            self.wake(shards, &places);
            if !refused.is_empty() {
                self.look_again(false).await?;
            }
            left = refused;
        }
        Ok(puts.into_iter().flatten().collect())
    }

    /// The shards that records belong to.
    fn shards<'a>(&self, records: impl Iterator<Item = &'a Routed>) -> Result<Vec<ShardIndex>> {
        let map = &self.stream.map;
        let in_turn = || map.in_turn(self.streams.meters.of(&self.stream.record.id).turn());
        let shard = |record: &Routed| {
            let shard = record.hash_key.or_else(in_turn).and_then(|key| map.route(key));
            shard.ok_or_else(|| {
                Error::internal(format_args!("{} has no open shard", self.stream.arn))
            })
        };
        records.map(shard).collect()
    }

    async fn entries(
        &self,
        records: &[Routed],
        left: &[usize],
        shards: &[ShardIndex],
    ) -> Result<Vec<Entry>> {
        let cipher = match self.stream.is_encrypted() {
            true => Some(self.streams.ciphers.fresh().await?),
            false => None,
        };
        let time_ms = self.streams.platform.clock.now().millis();
        let records = left.iter().filter_map(|at| records.get(*at));
        let entry = |(record, lane): (&Routed, &ShardIndex)| {
            let bytes = match &cipher {
                Some(cipher) => cipher.seal(&self.stream, &record.bytes)?,
                None => record.bytes.clone(),
            };
            Ok(Entry { lane: *lane, time_ms, bytes })
        };
        records.zip(shards).map(entry).collect()
    }

    fn is_on_demand(&self) -> bool {
        self.stream.record.mode == Mode::OnDemand
    }

    /// Counts what has a place: for who watches, for its shards' metrics, and for the scaling of an
    /// on-demand stream.
    fn count(
        &self,
        records: &[Routed],
        left: &[usize],
        shards: &[ShardIndex],
        places: &[Option<Appended>],
    ) {
        let placed = left.iter().zip(shards).zip(places).filter(|(_, place)| place.is_some());
        let bytes = |at: &usize| records.get(*at).map_or(0, |record| record.size);
        let counted = placed.map(|((at, shard), _)| (*shard, bytes(at)));
        let now_ms = self.streams.platform.clock.now().millis();
        self.stream.rates().count(now_ms, counted.clone());
        for (shard, bytes) in counted.clone() {
            self.streams.count_incoming(&self.stream.record, shard, bytes);
        }
        if self.is_on_demand() {
            self.streams.count(&self.stream, counted);
        }
    }

    fn put(&self, shard: ShardIndex, place: &Appended) -> Put {
        // The shard was found by routing, so that it is in the map.
        let created_ms = self.stream.map.get(shard).map_or(0, |shard| shard.created_ms);
        let number = SequenceNumber::of_record(shard, created_ms, place.offset, place.time_ms);
        Put {
            shard_id: ShardId(shard).to_string(),
            sequence_number: number.to_string(),
            encrypted: self.stream.is_encrypted(),
        }
    }

    /// Finds out what has become of the stream: its shards were split or merged, or, if `anew`, it
    /// may have been removed and made again under its name by another process.
    async fn look_again(&mut self, anew: bool) -> Result<()> {
        self.looks += 1;
        let (record, log) = (&self.stream.record, self.stream.log.clone());
        if self.looks > MOST_LOOKS {
            return Err(Error::internal(format_args!("{} does not settle", self.stream.arn)));
        }
        let found = match anew {
            true => self.streams.renewed(&self.stream).await?,
            false => self.streams.advanced(&self.stream).await?,
        };
        if !found.is_ready() || (anew && found.log == log) {
            return Err(stream_not_found(&record.name, &record.account));
        }
        self.stream = found;
        Ok(())
    }

    /// Wakes those who read the shards of the records that have a place, each shard's once.
    fn wake(&self, mut shards: Vec<ShardIndex>, places: &[Option<Appended>]) {
        let mut places = places.iter();
        shards.retain(|_| places.next().is_some_and(Option::is_some));
        shards.sort_unstable();
        shards.dedup();
        for shard in shards {
            self.streams.platform.wakeups.notify(&self.stream.shard_topic(shard));
        }
    }
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
