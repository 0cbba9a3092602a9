//! A message, as it was published, and whom it is still to reach.
//!
//! Table `sns-outbox`: shelf, zero byte, number (8 bytes big-endian) → JSON of [`Outgoing`].

use super::subscription::Subscription;
use platform::Records;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static OUTBOX: Records<Outgoing> = Records::new(Table("sns-outbox"));

/// A message and whom it is to reach.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// What is delivered.
    pub message: Message,
    /// The ids of the subscriptions that are to get it.
    pub to: Vec<String>,
    /// The subscription that gets it, where it is no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Box<Subscription>>,
    /// How often a delivery to them has failed, each time for a reason that may pass.
    #[serde(default)]
    pub failures: u32,
}

/// What is delivered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// A UUID.
    pub id: String,
    /// The ARN of its topic.
    pub topic: String,
    /// What it is.
    #[serde(default)]
    pub kind: Kind,
    /// Its subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Its text, of `default` where protocols have texts of their own.
    pub text: String,
    /// The texts of protocols that have one of their own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, String>,
    /// Its attributes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Attribute>,
    /// Milliseconds since the epoch.
    pub published_ms: i64,
    /// Its group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Its deduplication id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dedup: Option<String>,
    /// Its number within a FIFO topic, 20 digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence: Option<String>,
    /// The publisher's `X-Amzn-Trace-Id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<String>,
    /// It comes out of the archive.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replayed: bool,
}

/// What a message is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Somebody published it.
    #[default]
    Notification,
    /// It asks an endpoint to confirm its subscription.
    SubscriptionConfirmation {
        /// What confirms it.
        token: String,
    },
    /// It tells an endpoint that its subscription has ended.
    UnsubscribeConfirmation {
        /// What subscribes it again.
        token: String,
    },
}

/// An attribute of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// `String`, `String.Array`, `Number` or `Binary`, or what else clients call it.
    pub kind: String,
    /// Its text; of a binary one, base64.
    pub value: String,
}

impl Message {
    /// The text for a protocol.
    pub fn text_for(&self, protocol: &str) -> &str {
        self.texts.get(protocol).unwrap_or(&self.text)
    }
}

/// What all keys of a shelf begin with.
pub fn prefix(shelf: &str) -> Vec<u8> {
    [shelf.as_bytes(), b"\0"].concat()
}

/// The key of a message on a shelf.
pub fn key(shelf: &str, number: u64) -> Vec<u8> {
    [&prefix(shelf)[..], &number.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"message":{"id":"i","topic":"arn","kind":{"SubscriptionConfirmation":{"token":"t"}},"subject":"s","text":"d","texts":{"sqs":"x"},"attributes":{"a":{"kind":"Number","value":"1"}},"published_ms":5,"group":"g","dedup":"d","sequence":"10000000000000000000","trace":"Root=1","replayed":true},"to":["u"],"failures":2}"#;
        let outgoing = OUTBOX.decode(b"k", stored).unwrap();
        assert_eq!(OUTBOX.encode(&outgoing).unwrap(), &stored[..]);
        let stored = br#"{"message":{"id":"i","topic":"arn","kind":"Notification","text":"d","published_ms":5},"to":[],"failures":0}"#;
        let outgoing = OUTBOX.decode(b"k", stored).unwrap();
        assert_eq!(OUTBOX.encode(&outgoing).unwrap(), &stored[..]);
    }
}
