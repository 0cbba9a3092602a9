//! The shards of a stream, and how they are named.
//!
//! A stream has as many lanes as it has open shards; each item belongs to one, by its partition key.
//! A lane is cut by the clock into shards, each the child of the one before it.

use platform::{Error, Result};
use shapes::Timestamp;

/// How many shards of a stream are open at once.
pub(crate) const LANES: u8 = 4;
/// For how long a shard is open, as AWS's are: about four hours.
pub(crate) const SHARD_MS: i64 = 4 * 3600 * 1000;

/// What is multiplied with, so that the ids of neighbours look nothing alike; odd, so that it can be
/// undone.
const SPREAD: u32 = 0x9e37_79b1;

/// A lane of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Lane {
    /// The stream's id.
    pub stream: u64,
    /// Which of its lanes.
    pub lane: u8,
}

/// A shard of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ShardName {
    /// Which in its lane, from 0 on.
    pub generation: u32,
    /// Its lane.
    pub lane: u8,
}

impl Lane {
    /// The lane of an item of a stream, by the hash of its partition key.
    pub fn of(stream: u64, spread: u64) -> Self {
        Self { stream, lane: u8::try_from(spread % u64::from(LANES)).unwrap_or_default() }
    }

    /// All lanes of a stream.
    pub fn all(stream: u64) -> impl Iterator<Item = Self> {
        (0..LANES).map(move |lane| Self { stream, lane })
    }

    /// What the keys of its rows begin with.
    pub fn key(self) -> [u8; 9] {
        let mut key = [0; 9];
        key[..8].copy_from_slice(&self.stream.to_be_bytes());
        key[8] = self.lane;
        key
    }
}

impl ShardName {
    /// The number by which those who wait for its records know it.
    pub fn number(self) -> u32 {
        ((self.generation << 8) | u32::from(self.lane)).wrapping_mul(SPREAD).rotate_left(7)
    }

    /// The shard of a number.
    fn of_number(number: u32) -> Self {
        let plain = number.rotate_right(7).wrapping_mul(inverse());
        let [.., lane] = plain.to_be_bytes();
        Self { generation: plain >> 8, lane }
    }

    /// Its id as clients see it.
    pub fn id(self, opened: Timestamp) -> String {
        format!("shardId-{:020}-{:08x}", opened.millis().max(0), self.number())
    }

    /// The shard that a client means, and when that was opened; `None` where it is none of ours.
    pub fn parse(id: &str) -> Option<(Self, Timestamp)> {
        let (opened, number) = id.strip_prefix("shardId-")?.split_once('-')?;
        let is_ours = opened.len() == 20
            && number.len() == 8
            && opened.bytes().all(|byte| byte.is_ascii_digit())
            && number.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !is_ours {
            return None;
        }
        let opened = Timestamp(opened.parse().ok()?);
        let name = Self::of_number(u32::from_str_radix(number, 16).ok()?);
        (name.lane < LANES).then_some((name, opened))
    }

    /// The one that follows it in its lane.
    ///
    /// # Errors
    /// None within the next ten thousand years.
    pub fn child(self) -> Result<Self> {
        let generation = self.generation.checked_add(1).filter(|it| *it < 1 << 24);
        let generation = generation.ok_or_else(|| Error::internal("a lane has no more shards"))?;
        Ok(Self { generation, ..self })
    }

    /// The one before it in its lane.
    pub fn parent(self) -> Option<Self> {
        let generation = self.generation.checked_sub(1)?;
        Some(Self { generation, ..self })
    }
}

/// What undoes the multiplication: five steps of Newton's method find all 32 bits.
const fn inverse() -> u32 {
    let (mut found, mut step) = (SPREAD, 0);
    while step < 5 {
        found = found.wrapping_mul(2u32.wrapping_sub(SPREAD.wrapping_mul(found)));
        step += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn an_id_looks_as_those_of_aws_and_is_read_back() {
        let opened = Timestamp(1_414_576_573_621);
        let mut ids = BTreeSet::new();
        for generation in [0, 1, 2, 77, (1 << 24) - 1] {
            for lane in 0..LANES {
                let name = ShardName { generation, lane };
                let id = name.id(opened);
                assert_eq!((id.len(), ShardName::parse(&id)), (37, Some((name, opened))), "{id}");
                ids.insert(id);
            }
        }
        assert_eq!(ids.len(), 20);
        let first = ShardName { generation: 0, lane: 0 };
        assert!(first.id(opened).starts_with("shardId-00000001414576573621-"));
        assert_eq!(first.child().unwrap().parent(), Some(first));
        assert_eq!(first.parent(), None);
    }

    #[test]
    fn other_texts_are_no_ids() {
        for none in [
            "",
            "shardId-000000000000",
            "shardId-00000001414576573621-F55EEA83",
            "shardId-00000001414576573621-f55eea8",
            "shardId-0000000141457657362x-f55eea83",
            "shard-00000001414576573621-f55eea83",
        ] {
            assert_eq!(ShardName::parse(none), None, "{none}");
        }
    }
}
