//! How far a channel has come.
//!
//! Table `kinesis-channel-progress`: the channel's id → JSON of [`Progress`]. Only who holds the
//! channel's lease writes it; it goes with the channel.
//!
//! Before an object is put, what is to be in it stands here ([`Plan`]): its name, and from where to
//! where each shard goes into it. Whoever goes on after a crash makes the same object under the same name.

use crate::shard_map::ShardIndex;
use platform::Records;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub(crate) static PROGRESS: Records<Progress> = Records::new(Table("kinesis-channel-progress"));

/// How far a channel has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Progress {
    /// Up to where each shard is delivered. One that is not here was opened after the channel, and
    /// is delivered from its beginning.
    pub shards: BTreeMap<ShardIndex, Place>,
    /// What is being delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// What has become of the records so far.
    #[serde(default)]
    pub counts: Counts,
}

/// A place in a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Place {
    /// What is below this offset is delivered.
    At(u64),
    /// The shard is closed, and all of it is delivered.
    End,
}

/// An object that is being delivered, and the letters about what cannot be in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Plan {
    /// The object's name.
    pub key: String,
    /// The name of the object with the letters.
    pub letters_key: String,
    /// When it was made, in milliseconds since the epoch.
    pub made_ms: i64,
    /// When the oldest of its records came; not known of plans of the first version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since_ms: Option<i64>,
    /// What is in them, in this order.
    pub ranges: Vec<Range>,
}

/// A part of a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Range {
    /// The shard.
    pub shard: ShardIndex,
    /// The first offset.
    pub from: u64,
    /// The offset after the last.
    pub to: u64,
    /// Whether the shard ends there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ends: bool,
}

/// What has become of a channel's records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Counts {
    /// Objects that were put.
    pub objects: u64,
    /// Records in them.
    pub records: u64,
    /// Records about which a letter was written.
    pub failed: u64,
    /// Offsets whose records were gone before they were delivered.
    pub expired: u64,
}

impl Progress {
    /// Up to where a shard is delivered.
    pub fn place(&self, shard: ShardIndex) -> Place {
        self.shards.get(&shard).copied().unwrap_or(Place::At(0))
    }

    /// A plan is carried out.
    pub fn done(&mut self, plan: &Plan, counts: Counts) {
        for range in &plan.ranges {
            let place = if range.ends { Place::End } else { Place::At(range.to) };
            self.shards.insert(range.shard, place);
        }
        self.plan = None;
        self.counts.objects += counts.objects;
        self.counts.records += counts.records;
        self.counts.failed += counts.failed;
        self.counts.expired += counts.expired;
    }

    /// Forgets shards that the stream has no more.
    pub fn keep_only(&mut self, is_there: impl Fn(ShardIndex) -> bool) {
        self.shards.retain(|shard, _| is_there(*shard));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERSION_1: &str = concat!(
        r#"{"shards":{"0":{"At":7},"1":"End"},"plan":{"key":"k","letters_key":"l","made_ms":5,"#,
        r#""ranges":[{"shard":0,"from":7,"to":9},{"shard":2,"from":0,"to":5,"ends":true}]},"#,
        r#""counts":{"objects":1,"records":7,"failed":0,"expired":0}}"#,
    );

    #[test]
    fn version_1_reads_and_writes_back() {
        let progress = PROGRESS.decode(b"key", VERSION_1.as_bytes()).unwrap();
        assert_eq!(PROGRESS.encode(&progress).unwrap(), VERSION_1);
        assert_eq!((progress.place(1), progress.place(2)), (Place::End, Place::At(0)));
    }

    #[test]
    fn what_is_carried_out_is_passed() {
        let mut progress = PROGRESS.decode(b"key", VERSION_1.as_bytes()).unwrap();
        let plan = progress.plan.clone().unwrap();
        progress.done(&plan, Counts { objects: 1, records: 6, failed: 1, expired: 0 });
        assert_eq!((progress.place(0), progress.place(2)), (Place::At(9), Place::End));
        assert_eq!((progress.plan.is_none(), progress.counts.records), (true, 13));
        progress.keep_only(|shard| shard != 1);
        assert_eq!(progress.shards.len(), 2);
    }
}
