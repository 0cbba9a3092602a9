//! A shard of a stream, from when it is opened until its records are gone.
//!
//! Table `dynamodb-shards`: stream id (8 bytes), lane (1), generation (4, big-endian) → JSON of [`ShardRecord`].

use crate::streams::sequence::Sequence;
use crate::streams::shard::{Lane, ShardName};
use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static SHARDS: Records<ShardRecord> = Records::new(Table("dynamodb-shards"));

/// A shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShardRecord {
    /// When it was opened.
    pub opened_ms: i64,
    /// Its first sequence number.
    pub first: u64,
    /// Its last, when it is closed. Those of a stream that was disabled may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<u64>,
}

impl ShardRecord {
    /// Its first sequence number.
    pub(crate) fn first(&self) -> Sequence {
        Sequence(self.first)
    }
}

/// The key of a shard's row.
pub(crate) fn key(stream: u64, name: ShardName) -> Vec<u8> {
    let lane = Lane { stream, lane: name.lane };
    [&lane.key()[..], &name.generation.to_be_bytes()].concat()
}

/// The shard whose row has this key.
pub(crate) fn name(key: &[u8]) -> Option<ShardName> {
    let (_, rest) = key.split_first_chunk::<8>()?;
    let (lane, generation) = rest.split_first()?;
    Some(ShardName { lane: *lane, generation: u32::from_be_bytes(generation.try_into().ok()?) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"opened_ms":5,"first":6,"last":18446744073709551615}"#;
        let shard = SHARDS.decode(b"k", stored).unwrap();
        assert_eq!(shard, ShardRecord { opened_ms: 5, first: 6, last: Some(u64::MAX) });
        assert_eq!(SHARDS.encode(&shard).unwrap(), &stored[..]);
        let shard = ShardName { generation: 258, lane: 3 };
        assert_eq!(key(1, shard), [0, 0, 0, 0, 0, 0, 0, 1, 3, 0, 0, 1, 2]);
        assert_eq!(name(&key(1, shard)), Some(shard));
        assert_eq!(name(b"short"), None);
    }
}
