//! A deduplication id that was used within a FIFO topic.
//!
//! Table `sns-seen`: topic's id, group or nothing, id, parted by zero bytes → JSON of [`Used`].

use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static SEEN: Records<Used> = Records::new(Table("sns-seen"));

/// Whose message it was, and for how long that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used {
    /// The message's id.
    pub message_id: String,
    /// The message's number.
    pub sequence: u64,
    /// Milliseconds since the epoch.
    pub until_ms: i64,
}

/// A deduplication id, and the group where ids count per group, else nothing.
pub type SeenKey = (String, String);

/// The row's key.
pub fn key(topic_id: &str, (group, id): &SeenKey) -> Vec<u8> {
    [topic_id, group, id].join("\0").into_bytes()
}

/// What the key names.
pub fn parts(key: &[u8]) -> Option<SeenKey> {
    let mut parts = std::str::from_utf8(key).ok()?.splitn(3, '\0').skip(1);
    Some((parts.next()?.to_owned(), parts.next()?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"message_id":"m","sequence":7,"until_ms":9}"#;
        let used = SEEN.decode(b"k", stored).unwrap();
        assert_eq!(SEEN.encode(&used).unwrap(), &stored[..]);
        let id = ("g".to_owned(), "d".to_owned());
        assert_eq!(key("t", &id), b"t\0g\0d");
        assert_eq!(parts(b"t\0g\0d"), Some(id));
    }
}
