//! A record that a queue has handed out and that was not acknowledged, as the tables keep it. What the
//! producer put lies in the stream's log alone.
//!
//! Table `kinesis-queue-records`: queue's id, shard (4 bytes), offset in its lane (8, both big-endian) →
//! JSON of [`EntryRecord`].

use super::machine::{Entry, Key};
use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

/// The table, for who watches what is kept.
pub const TABLE: Table = Table("kinesis-queue-records");
pub(crate) static ENTRIES: Records<EntryRecord> = Records::new(TABLE);

/// How a record stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EntryRecord {
    /// When it arrived in the stream, as all times in milliseconds since the epoch.
    time_ms: i64,
    /// How long it is in the log.
    bytes: u32,
    /// Out of sight until then.
    until_ms: i64,
    /// How often it was received since it was last restored.
    count: u32,
    /// The number of its newest receive or restore.
    serial: u32,
    /// When it was received first.
    first_ms: i64,
    /// It is a dead letter.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    dead: bool,
}

impl From<Entry> for EntryRecord {
    fn from(entry: Entry) -> Self {
        let Entry { time_ms, bytes, until_ms, count, serial, first_ms, is_dead } = entry;
        Self { time_ms, bytes, until_ms, count, serial, first_ms, dead: is_dead }
    }
}

impl From<EntryRecord> for Entry {
    fn from(record: EntryRecord) -> Self {
        let EntryRecord { time_ms, bytes, until_ms, count, serial, first_ms, dead } = record;
        Self { time_ms, bytes, until_ms, count, serial, first_ms, is_dead: dead }
    }
}

/// The key of a record's row.
pub(crate) fn key(queue_id: &str, key: Key) -> Vec<u8> {
    [queue_id.as_bytes(), &key.shard.to_be_bytes(), &key.offset.to_be_bytes()].concat()
}

/// The record that a row of a queue is about.
pub(crate) fn read_key(queue_id: &str, key: &[u8]) -> Option<Key> {
    let (shard, rest) = key.strip_prefix(queue_id.as_bytes())?.split_first_chunk()?;
    let offset = u64::from_be_bytes(rest.try_into().ok()?);
    Some(Key { shard: u32::from_be_bytes(*shard), offset })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = concat!(
            r#"{"time_ms":5,"bytes":9,"until_ms":40,"count":1,"serial":3,"first_ms":10,"#,
            r#""dead":true}"#
        );
        let record = ENTRIES.decode(b"k", stored.as_bytes()).unwrap();
        assert_eq!(ENTRIES.encode(&record).unwrap(), stored);
        let entry = Entry::from(record.clone());
        assert!(entry.is_dead && entry.serial == 3);
        assert_eq!(EntryRecord::from(entry), record);
    }

    #[test]
    fn keys_are_in_the_order_of_shards_and_offsets() {
        let of = Key { shard: 258, offset: 3 };
        assert_eq!(key("ab", of), b"ab\0\0\x01\x02\0\0\0\0\0\0\0\x03");
        assert_eq!(read_key("ab", &key("ab", of)), Some(of));
        assert_eq!(read_key("ac", &key("ab", of)), None);
        assert_eq!(read_key("ab", b"ab\0"), None);
    }
}
