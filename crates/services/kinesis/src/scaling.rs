//! How a stream's shards are scaled: what is kept of that, and AWS's rules for it.

use crate::load::Minute;
use serde::{Deserialize, Serialize};

/// How many shards an on-demand stream begins with, and has at least when it is warmed.
pub(crate) const ON_DEMAND_SHARDS: u32 = 4;
/// The most MiB/s that an on-demand stream can be warmed for (UpdateStreamWarmThroughput).
pub(crate) const MOST_WARM_MIBPS: u32 = 10 * 1024;
/// The most shards that a stream can be scaled to, unless AWS is asked for more (UpdateShardCount).
const MOST_SHARDS: u32 = 10_000;
/// How often a stream's shards can be counted anew in 24 hours (UpdateShardCount).
pub(crate) const MOST_COUNT_CHANGES: usize = 10;
/// How often a stream's mode can be changed in 24 hours (the developer guide, "Switch between
/// modes").
pub(crate) const MOST_MODE_CHANGES: usize = 2;
const DAY_MS: i64 = 86_400_000;

/// What is kept of a stream's scaling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scaling {
    /// When UpdateShardCount was called.
    #[serde(default, skip_serializing_if = "Recent::is_empty")]
    pub count_changes: Recent,
    /// When the capacity mode was changed.
    #[serde(default, skip_serializing_if = "Recent::is_empty")]
    pub mode_changes: Recent,
    /// The write throughput that its owner wants it to be ready for, in MiB/s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warm_mibps: Option<u32>,
    /// How records find their shards.
    #[serde(default, skip_serializing_if = "Distribution::is_default")]
    pub distribution: Distribution,
    /// What several processes have taken in during the last minute that they told of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<Minute>,
}

impl Scaling {
    /// Whether nothing is kept of it.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Forgets what only on-demand streams have.
    pub fn leave_on_demand(&mut self) {
        self.warm_mibps = None;
        self.distribution = Distribution::default();
        self.written = None;
    }
}

/// Instants of the last 24 hours, the oldest first, in milliseconds since the epoch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent(Vec<i64>);

impl Recent {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds now, if that makes no more than `most`; whether it does.
    pub fn add(&mut self, now_ms: i64, most: usize) -> bool {
        self.0.retain(|at_ms| now_ms - at_ms < DAY_MS);
        let fits = self.0.len() < most;
        if fits {
            self.0.push(now_ms);
        }
        fits
    }
}

/// How records find their shards (CreateStream, `RecordDistributionStrategy`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Distribution {
    /// By their partition keys.
    #[default]
    #[serde(rename = "USER_PARTITION_KEY")]
    UserPartitionKey,
    /// All shards get as many.
    #[serde(rename = "AUTO")]
    Auto,
}

impl Distribution {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The strategy with this name on the wire.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::UserPartitionKey, Self::Auto].into_iter().find(|it| it.as_str() == name)
    }

    /// The strategy's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UserPartitionKey => "USER_PARTITION_KEY",
            Self::Auto => "AUTO",
        }
    }
}

/// Why a stream cannot have as many shards as UpdateShardCount asks for, in AWS's words.
pub(crate) fn count_refusal(open: u32, target: u32) -> Option<String> {
    let counts = format!("Current open shard count: {open} Target shard count: {target}");
    // A larger stream may only become smaller than the largest that could be asked for.
    let too_many = target > MOST_SHARDS || open > MOST_SHARDS && target == MOST_SHARDS;
    if too_many {
        return Some(format!(
            "Target shard count or number of open shards cannot be greater than {MOST_SHARDS}. \
             {counts}"
        ));
    }
    if target > open.saturating_mul(2) {
        return Some(format!(
            "UpdateShardCount cannot scale up over double your current open shard count. {counts}"
        ));
    }
    (u64::from(target) * 2 < u64::from(open)).then(|| {
        format!(
            "UpdateShardCount cannot scale down below half your current open shard count. {counts}"
        )
    })
}

/// How many shards take so many MiB/s: each takes one, and a stream has no fewer than a new one.
pub(crate) fn shards_for(mibps: u32) -> u32 {
    mibps.max(ON_DEMAND_SHARDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_reads_and_writes_back() {
        let text = concat!(
            r#"{"count_changes":[1,2],"mode_changes":[3],"warm_mibps":8,"distribution":"AUTO","#,
            r#""written":{"number":7,"shards":{"3":{"bytes":10,"records":1}}}}"#
        );
        let scaling: Scaling = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&scaling).unwrap(), text);
        assert_eq!(scaling.distribution, Distribution::Auto);
        assert!(!scaling.is_default());
        let none: Scaling = serde_json::from_str("{}").unwrap();
        assert!(none.is_default());
        assert_eq!(serde_json::to_string(&none).unwrap(), "{}");
    }

    #[test]
    fn a_day_has_so_many_changes_and_no_more() {
        let mut recent = Recent::default();
        assert!(recent.add(1_000, 2) && recent.add(2_000, 2));
        assert!(!recent.add(DAY_MS + 999, 2));
        assert!(recent.add(DAY_MS + 1_000, 2));
        assert!(!recent.add(DAY_MS + 1_999, 2));
        assert!(recent.add(DAY_MS + 2_000, 2));
    }

    #[test]
    fn a_count_is_at_most_doubled_and_at_least_halved() {
        for (open, target, words) in [
            (2, 5, Some("over double your current open shard count. Current open shard count: 2 ")),
            (2, 4, None),
            (2, 1, None),
            (5, 2, Some("below half your current open shard count. Current open shard count: 5 ")),
            (5, 3, None),
            (6_000, 10_000, None),
            (6_000, 10_001, Some("cannot be greater than 10000. Current open shard count: 6000 ")),
            (12_000, 10_000, Some("cannot be greater than 10000.")),
            (12_000, 9_999, None),
            (u32::MAX, 9_999, Some("below half")),
        ] {
            let refused = count_refusal(open, target);
            match (&refused, words) {
                (Some(refused), Some(words)) => assert!(refused.contains(words), "{refused}"),
                (refused, words) => {
                    assert_eq!(refused.is_some(), words.is_some(), "{open} {target}")
                }
            }
        }
    }
}
