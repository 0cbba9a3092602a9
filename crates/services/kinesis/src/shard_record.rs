//! A shard as the tables keep it.
//!
//! Table `kinesis-shards`: stream id, zero, index (4 bytes, big-endian) → JSON of [`Shard`]. A row
//! changes only in a commit that changes the stream's own row, and goes when the shard was closed
//! longer ago than the stream's retention.

use crate::shard_map::{Shard, ShardIndex, ShardMap};
use crate::stream_record::StreamRecord;
use platform::{Error, Records, Result};
use store::{Batch, Scan, Table, Tables};

pub(crate) static SHARDS: Records<Shard> = Records::new(Table("kinesis-shards"));

fn prefix(stream_id: &str) -> Vec<u8> {
    [stream_id.as_bytes(), &[0]].concat()
}

fn key(stream_id: &str, index: ShardIndex) -> Vec<u8> {
    [stream_id.as_bytes(), &[0], &index.to_be_bytes()].concat()
}

/// A stream's shards. What stands with the record that was read, if that has not changed since.
pub(crate) async fn read(tables: &dyn Tables, record: &StreamRecord) -> Result<ShardMap> {
    let prefix = prefix(&record.id);
    let mut shards = Vec::new();
    for (key, shard) in SHARDS.scan(tables, Scan::prefix(&prefix)).await? {
        let index = key.get(prefix.len()..).and_then(|index| index.try_into().ok());
        let index = index.ok_or_else(|| Error::internal("a shard without an index"))?;
        shards.push((ShardIndex::from_be_bytes(index), shard));
    }
    Ok(ShardMap::from_shards(shards, record.next_shard))
}

/// Adds to a batch what leads from one map of a stream to another.
pub(crate) fn change(
    mut batch: Batch,
    stream_id: &str,
    from: Option<&ShardMap>,
    to: &ShardMap,
) -> Result<Batch> {
    let was = |index| from.and_then(|from| from.get(index));
    for (index, shard) in to.shards().filter(|(index, shard)| was(*index) != Some(*shard)) {
        batch = batch.put(SHARDS.table, key(stream_id, index), SHARDS.encode(shard)?);
    }
    Ok(remove(batch, stream_id, from, |index| to.get(index).is_none()))
}

/// Adds the removal of all of a stream's shards to a batch.
pub(crate) fn remove_all(batch: Batch, stream_id: &str, map: &ShardMap) -> Batch {
    remove(batch, stream_id, Some(map), |_| true)
}

fn remove(
    batch: Batch,
    stream_id: &str,
    map: Option<&ShardMap>,
    is_gone: impl Fn(ShardIndex) -> bool,
) -> Batch {
    let indexes = map.into_iter().flat_map(ShardMap::shards).map(|(index, _)| index);
    indexes
        .filter(|index| is_gone(*index))
        .fold(batch, |batch, index| batch.delete(SHARDS.table, key(stream_id, index)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_reads_and_writes_back() {
        let row = concat!(
            r#"{"start":"0","end":"340282366920938463463374607431768211455","created_ms":1000,"#,
            r#""parent":3,"adjacent_parent":null,"closed_ms":2000}"#,
        );
        let shard = SHARDS.decode(b"key", row.as_bytes()).unwrap();
        assert_eq!((shard.parent, shard.closed_ms), (Some(3), Some(2000)));
        assert_eq!(SHARDS.encode(&shard).unwrap(), row);
        assert_eq!(key("ab", 258), b"ab\0\0\0\x01\x02");
    }
}
