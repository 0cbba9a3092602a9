//! A stream as the tables keep it.
//!
//! Table `kinesis-streams`: account, region, stream name ([`platform::scoped`]) → JSON of
//! [`StreamRecord`]. Hash keys are decimal texts, times milliseconds since the epoch.
//!
//! Its shards are rows of their own (`shard_record.rs`), which change only together with it. The
//! first version had them in the record; they move when the service starts.

use crate::attached::Attached;
use crate::scaling::Scaling;
use crate::settings::Settings;
use crate::shard_map::{Shard, ShardIndex, decimal};
use platform::{Arn, Records};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{LogId, Table};

/// The table, for who watches what is kept.
pub const TABLE: Table = Table("kinesis-streams");
pub(crate) static STREAMS: Records<StreamRecord> = Records::new(TABLE);

/// What begins the names of this service's logs.
pub(crate) const LOG_PREFIX: &str = "kinesis-";

/// What is known of a stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamRecord {
    /// A random id, so that a name that is used again never meets older data.
    pub id: String,
    /// Whose it is: twelve digits.
    pub account: String,
    /// Where it is.
    pub region: String,
    /// Its name.
    pub name: String,
    /// Its state.
    pub status: Status,
    /// How its capacity is provided.
    pub mode: Mode,
    /// When it was created.
    pub created_ms: i64,
    /// How long its records can be read.
    pub retention_hours: i32,
    /// Records older than this stay unreadable, however long the retention is now.
    pub trimmed_before_ms: i64,
    /// The largest record: partition key and data.
    pub max_record_kib: i32,
    /// Its tags.
    pub tags: BTreeMap<String, String>,
    /// How often it has changed.
    #[serde(default)]
    pub revision: u64,
    /// The index of its next shard.
    #[serde(default)]
    pub next_shard: ShardIndex,
    /// How many of its shards are open.
    #[serde(default)]
    pub open_shards: u32,
    /// When the transition is taken up again that it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settles_by_ms: Option<i64>,
    /// Changes of its shards that are under way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reshaping: Vec<Reshape>,
    /// What reads it and is counted in its row.
    #[serde(default, skip_serializing_if = "Attached::is_none")]
    pub attached: Attached,
    /// How its shards are scaled, and what that was last.
    #[serde(default, skip_serializing_if = "Scaling::is_default")]
    pub scaling: Scaling,
    /// What its owner has set for it.
    #[serde(default, skip_serializing_if = "Settings::is_default")]
    pub settings: Settings,
    /// Its shards in the layout of the first version, by index.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shards: Vec<Shard>,
}

/// A change of a stream's shards. It is in the row from the commit that begins it to the one that
/// ends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reshape {
    /// All hash keys are divided evenly among so many shards, by as many splits and merges as that
    /// takes ([`crate::plan`]).
    Uniform {
        /// How many.
        target: u32,
    },
    /// A shard becomes two.
    Split {
        /// The shard.
        shard: ShardIndex,
        /// The first hash key of the second of the two.
        #[serde(with = "decimal")]
        at: u128,
    },
    /// Two shards become one.
    Merge {
        /// The shard that the new one names as its parent.
        shard: ShardIndex,
        /// The other.
        adjacent: ShardIndex,
    },
}

/// A stream's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// Being created: it can be described and nothing else.
    #[serde(rename = "CREATING")]
    Creating,
    /// Ready.
    #[serde(rename = "ACTIVE")]
    Active,
    /// Ready, while its shards are being changed.
    #[serde(rename = "UPDATING")]
    Updating,
    /// Being removed.
    #[serde(rename = "DELETING")]
    Deleting,
}

impl Status {
    /// The state's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Creating => "CREATING",
            Status::Active => "ACTIVE",
            Status::Updating => "UPDATING",
            Status::Deleting => "DELETING",
        }
    }
}

/// A stream's capacity mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// As many shards as the owner asked for.
    #[serde(rename = "PROVISIONED")]
    Provisioned,
    /// Shards are the service's business; it begins with four.
    #[serde(rename = "ON_DEMAND")]
    OnDemand,
}

impl Mode {
    /// The mode with this name on the wire.
    pub fn parse(name: &str) -> Option<Self> {
        [Mode::Provisioned, Mode::OnDemand].into_iter().find(|mode| mode.as_str() == name)
    }

    /// The mode's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Mode::Provisioned => "PROVISIONED",
            Mode::OnDemand => "ON_DEMAND",
        }
    }
}

impl StreamRecord {
    /// The stream's key in its table.
    pub fn key(&self) -> Vec<u8> {
        platform::scoped(&self.account, &self.region, &[&self.name])
    }

    /// The stream's ARN.
    pub fn arn(&self) -> String {
        let resource = format_args!("stream/{}", self.name);
        Arn::new("kinesis", &self.region, &self.account, resource).to_string()
    }

    /// The log that holds its records.
    pub fn log(&self) -> LogId {
        LogId(format!("{LOG_PREFIX}{}", self.id))
    }

    /// The time before which records have expired, in milliseconds since the epoch.
    pub fn horizon_ms(&self, now_ms: i64) -> i64 {
        self.trimmed_before_ms.max(now_ms - i64::from(self.retention_hours) * 3_600_000)
    }

    /// How many shards it is being brought to, if it is.
    pub fn target(&self) -> usize {
        let target = |change: &Reshape| match change {
            Reshape::Uniform { target } => *target as usize,
            Reshape::Split { .. } | Reshape::Merge { .. } => 0,
        };
        self.reshaping.iter().map(target).max().unwrap_or(0)
    }

    /// The largest record, in bytes.
    pub fn max_record_bytes(&self) -> usize {
        usize::try_from(self.max_record_kib).unwrap_or(0) * 1024
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERSION_1: &str = concat!(
        r#"{"id":"0a","account":"000000000000","region":"us-east-1","name":"s","status":"ACTIVE","#,
        r#""mode":"PROVISIONED","created_ms":1000,"retention_hours":24,"trimmed_before_ms":0,"#,
        r#""max_record_kib":1024,"tags":{"k":"v"},"shards":[{"start":"0","#,
        r#""end":"340282366920938463463374607431768211455","created_ms":1000,"parent":null,"#,
        r#""adjacent_parent":null,"closed_ms":null}]}"#,
    );

    #[test]
    fn version_1_reads() {
        let record = STREAMS.decode(b"key", VERSION_1.as_bytes()).unwrap();
        assert_eq!(record.arn(), "arn:aws:kinesis:us-east-1:000000000000:stream/s");
        assert_eq!(record.shards[0].end, u128::MAX);
        assert_eq!((record.revision, record.next_shard), (0, 0));
        record.log().check().unwrap();
    }

    const VERSION_2: &str = concat!(
        r#"{"id":"0a","account":"000000000000","region":"us-east-1","name":"s","status":"UPDATING","#,
        r#""mode":"PROVISIONED","created_ms":1000,"retention_hours":24,"trimmed_before_ms":0,"#,
        r#""max_record_kib":1024,"tags":{"k":"v"},"revision":3,"next_shard":2,"open_shards":2,"#,
        r#""reshaping":[{"Split":{"shard":0,"at":"99"}},{"Merge":{"shard":1,"adjacent":0}}]}"#,
    );

    #[test]
    fn version_2_reads_and_writes_back() {
        let record = STREAMS.decode(b"key", VERSION_2.as_bytes()).unwrap();
        assert_eq!(record.reshaping[0], Reshape::Split { shard: 0, at: 99 });
        assert_eq!(record.reshaping[1], Reshape::Merge { shard: 1, adjacent: 0 });
        assert_eq!(STREAMS.encode(&record).unwrap(), VERSION_2);
    }

    #[test]
    fn version_3_reads_and_writes_back() {
        let version_3 =
            VERSION_2.replace(r#""open_shards":2,"#, r#""open_shards":2,"settles_by_ms":6100,"#);
        let record = STREAMS.decode(b"key", version_3.as_bytes()).unwrap();
        assert_eq!(record.settles_by_ms, Some(6100));
        assert_eq!(STREAMS.encode(&record).unwrap(), version_3);
    }

    #[test]
    fn version_4_reads_and_writes_back() {
        let (split, uniform) = (r#"{"Split":"#, r#"{"Uniform":{"target":8}},{"Split":"#);
        let version_4 = VERSION_2.replace(split, uniform);
        let record = STREAMS.decode(b"key", version_4.as_bytes()).unwrap();
        assert_eq!(record.reshaping[0], Reshape::Uniform { target: 8 });
        assert_eq!(STREAMS.encode(&record).unwrap(), version_4);
    }

    #[test]
    fn the_horizon_never_goes_back() {
        let mut record = STREAMS.decode(b"key", VERSION_1.as_bytes()).unwrap();
        let day = 86_400_000;
        assert_eq!(record.horizon_ms(3 * day), 2 * day);
        record.trimmed_before_ms = 2 * day;
        record.retention_hours = 72;
        assert_eq!(record.horizon_ms(3 * day), 2 * day);
        assert_eq!(record.horizon_ms(6 * day), 3 * day);
    }
}
