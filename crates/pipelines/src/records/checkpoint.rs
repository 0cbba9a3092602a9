//! How far a mapping has come in one shard.
//!
//! Table `mapping-shards`: account, region, uuid, shard id → JSON of [`Checkpoint`]. A shard without one was born after the mapping and is read from its beginning.

use crate::machine::Memory;
use crate::records::mapping::Mapping;
use platform::{Records, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Batch, Scan, Table, Tables};

/// The table, for who watches what is kept.
pub const TABLE: Table = Table("mapping-shards");
pub(crate) static CHECKPOINTS: Records<Checkpoint> = Records::new(TABLE);

/// A shard's progress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Checkpoint {
    /// Where to go on.
    pub position: Position,
    /// What `LastProcessingResult` said then.
    pub result: Option<String>,
    /// What is known beyond the position.
    #[serde(default, skip_serializing_if = "Memory::is_empty")]
    pub memory: Memory,
}

impl Checkpoint {
    /// Where a mapping begins.
    pub fn at(position: Position) -> Self {
        Self { position, result: None, memory: Memory::default() }
    }
}

/// A place in a shard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Position {
    /// The oldest record that is kept.
    TrimHorizon,
    /// The first record that arrived at or after this instant, in milliseconds since the epoch.
    Timestamp(i64),
    /// What came after a `LATEST` iterator was made.
    Latest {
        /// The iterator, as long as it is good: exact.
        iterator: String,
        /// When it was made, in milliseconds since the epoch: exact to the millisecond.
        made_ms: i64,
    },
    /// What comes after this sequence number.
    After(String),
    /// The shard is closed, and all of it was delivered or disposed of.
    End,
}

/// The key of a shard's checkpoint; with an empty shard id the prefix of all of the mapping's.
pub(crate) fn key(mapping: &Mapping, shard_id: &str) -> Vec<u8> {
    platform::scoped(&mapping.account, &mapping.region, &[&mapping.uuid, shard_id])
}

/// All of a mapping's checkpoints, by shard id.
///
/// # Errors
/// The storage's.
pub(crate) async fn all(
    tables: &dyn Tables,
    mapping: &Mapping,
) -> Result<BTreeMap<String, Checkpoint>> {
    let prefix = key(mapping, "");
    let pairs = CHECKPOINTS.scan(tables, Scan::prefix(&prefix)).await?;
    let id = |key: &[u8]| String::from_utf8_lossy(&key[prefix.len()..]).into_owned();
    Ok(pairs.into_iter().map(|(key, checkpoint)| (id(&key), checkpoint)).collect())
}

/// A batch that also removes all of a mapping's checkpoints.
///
/// # Errors
/// The storage's.
pub(crate) async fn remove_all(
    tables: &dyn Tables,
    mapping: &Mapping,
    batch: Batch,
) -> Result<Batch> {
    let pairs = tables.scan(CHECKPOINTS.table, Scan::prefix(&key(mapping, ""))).await?;
    Ok(pairs.into_iter().fold(batch, |batch, (key, _)| batch.delete(CHECKPOINTS.table, key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_1_is_read() {
        for (stored, position) in [
            (r#""TrimHorizon""#, Position::TrimHorizon),
            (r#"{"Timestamp":5}"#, Position::Timestamp(5)),
            (
                r#"{"Latest":{"iterator":"i","made_ms":7}}"#,
                Position::Latest { iterator: "i".into(), made_ms: 7 },
            ),
            (r#"{"After":"49"}"#, Position::After("49".into())),
            (r#""End""#, Position::End),
        ] {
            let stored = format!(r#"{{"position":{stored},"result":"OK"}}"#);
            let read = CHECKPOINTS.decode(b"k", stored.as_bytes()).unwrap();
            let (result, memory) = (Some("OK".into()), Memory::default());
            assert_eq!(read, Checkpoint { position, result, memory });
            assert_eq!(&CHECKPOINTS.encode(&read).unwrap()[..], stored.as_bytes());
        }
    }

    #[test]
    fn version_2_remembers_what_is_to_be_offered_again() {
        let stored = concat!(
            r#"{"position":{"After":"49"},"result":null,"memory":{"lanes":2,"retrying":[{"lane":1,"#,
            r#""settled":"50","batches":[{"last":"52","failures":3},{"last":"53","failures":0}]}]}}"#,
        );
        let read = CHECKPOINTS.decode(b"k", stored.as_bytes()).unwrap();
        assert!(!read.memory.is_empty());
        assert_eq!(&CHECKPOINTS.encode(&read).unwrap()[..], stored.as_bytes());
    }
}
