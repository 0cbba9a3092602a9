//! A message as it was sent. Never changed after that.
//!
//! Table `sqs-messages`: queue's id, number → JSON of [`Message`].

use platform::Records;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

/// The table.
pub const TABLE: Table = Table("sqs-messages");
pub static MESSAGES: Records<Message> = Records::new(TABLE);

/// A message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// A UUID.
    pub id: String,
    /// Its text.
    pub body: String,
    /// Milliseconds since the epoch.
    pub sent_ms: i64,
    /// The unique id of who sent it.
    pub sender: String,
    /// Until then it cannot be received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delayed_until_ms: Option<i64>,
    /// Its own attributes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Attribute>,
    /// AWS X-Ray's header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<Attribute>,
    /// Its group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Its deduplication id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dedup: Option<String>,
    /// The ARN of the queue that it died in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died_in: Option<String>,
}

/// An attribute of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// `String`, `Number` or `Binary`, and what else behind a dot.
    pub kind: String,
    /// Its text; of a binary one, base64.
    pub value: String,
}

impl Attribute {
    /// Whether its value is bytes.
    pub fn is_binary(&self) -> bool {
        self.kind.starts_with("Binary")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"i","body":"b","sent_ms":5,"sender":"s","delayed_until_ms":9,"attributes":{"a":{"kind":"Number","value":"1"}},"trace":{"kind":"String","value":"Root=1"},"group":"g","dedup":"d","died_in":"arn"}"#;
        let message = MESSAGES.decode(b"k", stored).unwrap();
        assert_eq!(MESSAGES.encode(&message).unwrap(), &stored[..]);
        let stored = br#"{"id":"i","body":"b","sent_ms":5,"sender":"s"}"#;
        let message = MESSAGES.decode(b"k", stored).unwrap();
        assert_eq!(MESSAGES.encode(&message).unwrap(), &stored[..]);
    }
}
