//! A message of a FIFO topic that keeps what is published.
//!
//! Table `sns-archive`: topic's id, zero byte, when it was published (8 bytes big-endian, milliseconds
//! since the epoch, never less than of the one before), its number within the topic (8 bytes
//! big-endian) → JSON of [`Message`].

use super::message::Message;
use platform::Records;
use store::{KeyRange, Table};

pub static ARCHIVE: Records<Message> = Records::new(Table("sns-archive"));

/// Where a message is in its topic's archive.
pub type Place = (i64, u64);

/// What all keys of a topic begin with.
pub fn prefix(topic_id: &str) -> Vec<u8> {
    [topic_id.as_bytes(), b"\0"].concat()
}

/// The key of a message.
pub fn key(topic_id: &str, (at_ms, sequence): Place) -> Vec<u8> {
    let at = at_ms.max(0).to_be_bytes();
    [&prefix(topic_id)[..], &at, &sequence.to_be_bytes()].concat()
}

/// Where the message of a key is.
pub fn place(key: &[u8]) -> Option<Place> {
    let start = key.len().checked_sub(16)?;
    let (at, sequence) = key.get(start..)?.split_at(8);
    let sequence = u64::from_be_bytes(sequence.try_into().ok()?);
    Some((i64::from_be_bytes(at.try_into().ok()?), sequence))
}

/// What a topic keeps that was published at or after one instant and before another.
pub fn range(topic_id: &str, from_ms: i64, before_ms: Option<i64>) -> KeyRange {
    let mut range = KeyRange::prefix(&prefix(topic_id));
    range.start = key(topic_id, (from_ms, 0));
    if let Some(before_ms) = before_ms {
        range.end = Some(key(topic_id, (before_ms, 0)));
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"i","topic":"arn","kind":"Notification","text":"d","published_ms":5,"group":"g","dedup":"d","sequence":"10000000000000000001"}"#;
        let message = ARCHIVE.decode(b"k", stored).unwrap();
        assert_eq!(ARCHIVE.encode(&message).unwrap(), &stored[..]);
    }

    #[test]
    fn keys_are_in_the_order_of_publishing() {
        let at = (1_767_323_045_678, 10_000_000_000_000_000_001);
        assert_eq!(place(&key("0a", at)), Some(at));
        assert!(key("0a", (5, 9)) < key("0a", (6, 1)));
        assert!(key("0a", (5, 9)) < key("0a", (5, 10)));
        let range = range("0a", 5, Some(7));
        let within =
            |key: &[u8]| range.start <= key.to_vec() && key < &range.end.clone().unwrap()[..];
        assert!(within(&key("0a", (5, 1))) && within(&key("0a", (6, u64::MAX))));
        assert!(!within(&key("0a", (4, 1))) && !within(&key("0a", (7, 0))));
    }
}
