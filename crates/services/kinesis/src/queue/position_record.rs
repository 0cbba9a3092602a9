//! How far a queue has handed out a shard.
//!
//! Table `kinesis-queue-positions`: queue's id, shard (4 bytes, big-endian) → JSON of the offset of the
//! next record to hand out. All below it was handed out, or has expired: what has no row of its own is
//! done. A shard without a row was opened after the queue was made, and is handed out from its
//! beginning on.

use crate::shard_map::ShardIndex;
use platform::Records;
use store::Table;

/// The table, for who watches what is kept.
pub const TABLE: Table = Table("kinesis-queue-positions");
pub(crate) static POSITIONS: Records<u64> = Records::new(TABLE);

/// The key of a shard's row.
pub(crate) fn key(queue_id: &str, shard: ShardIndex) -> Vec<u8> {
    [queue_id.as_bytes(), &shard.to_be_bytes()].concat()
}

/// The shard that a row of a queue is about.
pub(crate) fn read_key(queue_id: &str, key: &[u8]) -> Option<ShardIndex> {
    let rest = key.strip_prefix(queue_id.as_bytes())?;
    rest.try_into().ok().map(ShardIndex::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        assert_eq!(POSITIONS.decode(b"k", b"17").unwrap(), 17);
        assert_eq!(read_key("ab", &key("ab", 258)), Some(258));
        assert_eq!(read_key("ab", b"ab\0"), None);
    }
}
