//! What has happened to a message since it was sent: a small row, so that a receive does not write
//! the message again.
//!
//! Table `sqs-sights`: queue's id, number → JSON of [`Sight`].

use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

/// The table.
pub const TABLE: Table = Table("sqs-sights");
pub static SIGHTS: Records<Sight> = Records::new(TABLE);

/// How often a message was received, and when it is to be seen again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    /// Out of sight until then, milliseconds since the epoch.
    pub until_ms: i64,
    /// How often it was received.
    pub count: u32,
    /// When it was received first.
    pub first_ms: i64,
    /// When it was received last, where that was not the first time too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_ms: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"until_ms":9,"count":2,"first_ms":5}"#;
        let sight = SIGHTS.decode(b"k", stored).unwrap();
        assert_eq!(SIGHTS.encode(&sight).unwrap(), &stored[..]);
        let stored = br#"{"until_ms":9,"count":2,"first_ms":5,"last_ms":6}"#;
        assert_eq!(SIGHTS.decode(b"k", stored).unwrap().last_ms, Some(6));
    }
}
