//! A topic as it is kept.
//!
//! Table `sns-topics`: account, region, name → JSON of [`Topic`].

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static TOPICS: Records<Topic> = Records::new(Table("sns-topics"));

/// A topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// 16 hexadecimal digits, never used again.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// Raised whenever it or one of its subscriptions changes: what is remembered of them holds as
    /// long as it is the same.
    pub revision: u64,
    /// How many of its subscriptions were deleted.
    #[serde(default)]
    pub deleted: u64,
    /// When its archive was turned on, milliseconds since the epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_since_ms: Option<i64>,
    /// The attributes that were set, as AWS shows them.
    pub attributes: BTreeMap<String, String>,
    /// Its tags.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl Topic {
    /// Whether it keeps the order.
    pub fn is_fifo(&self) -> bool {
        self.is("FifoTopic")
    }

    /// Whether an attribute is `true`.
    pub fn is(&self, attribute: &str) -> bool {
        self.attributes.get(attribute).is_some_and(|it| it == "true")
    }
}

/// The key of a topic of the account and region; with an empty name, the prefix of all.
pub fn key(cx: &Context, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &[name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"0a","name":"t","created_ms":5,"revision":7,"deleted":1,"attributes":{"DisplayName":"x"},"tags":{"k":"v"}}"#;
        let topic = TOPICS.decode(b"k", stored).unwrap();
        assert_eq!(TOPICS.encode(&topic).unwrap(), &stored[..]);
    }
}
