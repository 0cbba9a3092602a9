//! A replay that is under way: how far it is.
//!
//! Table `sns-replays`: subscription's ARN → JSON of [`Replay`].

use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static REPLAYS: Records<Replay> = Records::new(Table("sns-replays"));

/// What is replayed, and how far that is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replay {
    /// A UUID: what is replayed twice is no duplicate.
    pub id: String,
    /// The topic's id.
    pub topic_id: String,
    /// From then on, milliseconds since the epoch.
    pub from_ms: i64,
    /// Until then, where the subscription is to get nothing else after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_ms: Option<i64>,
    /// The place of the last message that was sent out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<(i64, u64)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"u","topic_id":"0a","from_ms":5,"until_ms":9,"done":[6,10000000000000000001]}"#;
        let replay = REPLAYS.decode(b"k", stored).unwrap();
        assert_eq!(REPLAYS.encode(&replay).unwrap(), &stored[..]);
    }
}
