//! A log group as it is kept.
//!
//! Table `log-groups`: account, region, `group`, name → JSON of [`Group`]. Its bytes prove in a
//! conditional commit that it is still the same group, as long as nobody tags it or sets for how long
//! it keeps events: whoever finds other bytes reads it again.

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static GROUPS: Records<Group> = Records::new(Table("log-groups"));

/// A log group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// 16 hexadecimal digits, never used again.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// Its tags.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// For how long it keeps events; for ever without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<Retention>,
    /// The ARN of the key of KMS that its events are encrypted by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// For how long a group keeps events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// How many days, from when an event happened.
    pub days: u32,
    /// When those that are older are removed next: milliseconds since the epoch.
    pub sweep_ms: i64,
}

impl Group {
    /// The first instant from which it has events: milliseconds since the epoch.
    pub fn keeps_from_ms(&self, now_ms: i64) -> i64 {
        match &self.retention {
            Some(retention) => now_ms.saturating_sub(i64::from(retention.days) * DAY_MS).max(0),
            None => 0,
        }
    }

    /// From when on to read for a caller who wants events from `start_ms` on.
    pub fn read_from_ms(&self, now_ms: i64, start_ms: Option<i64>) -> Option<i64> {
        let first = self.keeps_from_ms(now_ms);
        start_ms.map_or((first > 0).then_some(first), |start| Some(start.max(first)))
    }
}

/// A day in milliseconds.
pub const DAY_MS: i64 = 86_400_000;

/// The key of a group; with an empty name, the prefix of all.
pub fn key(context: &Context, name: &str) -> Vec<u8> {
    scoped(&context.account, &context.region, &["group", name])
}

/// Its ARN, without the `:*` that names its streams.
pub fn arn(context: &Context, name: &str) -> String {
    context.arn("logs", format_args!("log-group:{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"0a","name":"g","created_ms":5,"tags":{"k":"v"}}"#;
        let group = GROUPS.decode(b"k", stored).unwrap();
        assert_eq!(GROUPS.encode(&group).unwrap(), &stored[..]);
        assert_eq!((group.keeps_from_ms(7), group.read_from_ms(7, Some(3))), (0, Some(3)));
    }

    #[test]
    fn the_first_layout_of_a_key_is_still_read() {
        let stored = br#"{"id":"0a","name":"g","created_ms":5,"tags":{},"key":"arn"}"#;
        let group = GROUPS.decode(b"k", stored).unwrap();
        assert_eq!(GROUPS.encode(&group).unwrap(), &stored[..]);
    }

    #[test]
    fn the_first_layout_of_a_retention_is_still_read() {
        let stored = br#"{"id":"0a","name":"g","created_ms":5,"tags":{},"retention":{"days":2,"sweep_ms":9}}"#;
        let group = GROUPS.decode(b"k", stored).unwrap();
        assert_eq!(GROUPS.encode(&group).unwrap(), &stored[..]);
        let now = 3 * DAY_MS;
        assert_eq!(group.keeps_from_ms(now), DAY_MS);
        assert_eq!(group.read_from_ms(now, None), Some(DAY_MS));
        assert_eq!(group.read_from_ms(now, Some(DAY_MS + 1)), Some(DAY_MS + 1));
    }
}
