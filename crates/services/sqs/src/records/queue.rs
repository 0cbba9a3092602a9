//! A queue as it is kept.
//!
//! Table `sqs-queues`: account, region, `queue`, name → JSON of [`Queue`].

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static QUEUES: Records<Queue> = Records::new(Table("sqs-queues"));

/// A queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    /// 16 hexadecimal digits, never used again.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// Milliseconds since the epoch.
    pub modified_ms: i64,
    /// The attributes that were set, as AWS shows them.
    pub attributes: BTreeMap<String, String>,
    /// Its tags.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl Queue {
    /// Whether it keeps the order.
    pub fn is_fifo(&self) -> bool {
        self.attributes.get("FifoQueue").is_some_and(|it| it == "true")
    }
}

/// The key of a queue; with an empty name, the prefix of all.
pub fn key(cx: &Context, name: &str) -> Vec<u8> {
    key_in(&cx.account, &cx.region, name)
}

/// The same, of an account and region that are named.
pub fn key_in(account: &str, region: &str, name: &str) -> Vec<u8> {
    scoped(account, region, &["queue", name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"0a","name":"q","created_ms":5,"modified_ms":6,"attributes":{"DelaySeconds":"1"},"tags":{"k":"v"}}"#;
        let queue = QUEUES.decode(b"k", stored).unwrap();
        assert_eq!(QUEUES.encode(&queue).unwrap(), &stored[..]);
    }
}
