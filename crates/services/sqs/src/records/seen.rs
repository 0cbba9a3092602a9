//! A deduplication id that was used.
//!
//! Table `sqs-seen`: queue's id, group or nothing, id, parted by zero bytes → JSON of [`Used`].

use crate::machine::SeenKey;
use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

/// The table.
pub const TABLE: Table = Table("sqs-seen");
pub static SEEN: Records<Used> = Records::new(TABLE);

/// Whose message it was, and for how long that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used {
    /// The message's number.
    pub seq: u64,
    /// The message's id.
    pub message_id: String,
    /// Milliseconds since the epoch.
    pub until_ms: i64,
}

/// The row's key.
pub fn key(queue_id: &str, (group, id): &SeenKey) -> Vec<u8> {
    [queue_id, group, id].join("\0").into_bytes()
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
        let stored = br#"{"seq":7,"message_id":"m","until_ms":9}"#;
        let used = SEEN.decode(b"k", stored).unwrap();
        assert_eq!(SEEN.encode(&used).unwrap(), &stored[..]);
        let id = ("g".to_owned(), "d".to_owned());
        assert_eq!(key("q", &id), b"q\0g\0d");
        assert_eq!(parts(b"q\0g\0d"), Some(id));
    }
}
