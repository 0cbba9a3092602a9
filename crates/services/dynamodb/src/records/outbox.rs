//! Where the changes of a table's items go that a Kinesis stream gets.
//!
//! Table `dynamodb-outboxes`: id (8 bytes, big-endian) → JSON of [`OutboxRecord`]. What waits in it lies in `dynamodb-changes`, as a stream's records do.

use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static OUTBOXES: Records<OutboxRecord> = Records::new(Table("dynamodb-outboxes"));

/// What has to get changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxRecord {
    /// The owner of the table.
    pub account: String,
    /// Where it is.
    pub region: String,
    /// The table's name.
    pub table: String,
    /// The stream.
    pub stream_arn: String,
    /// Whether times are told in microseconds.
    #[serde(default)]
    pub is_fine: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"account":"000000000000","region":"us-east-1","table":"t","stream_arn":"arn","is_fine":true}"#;
        let outbox = OUTBOXES.decode(b"k", stored).unwrap();
        assert_eq!(OUTBOXES.encode(&outbox).unwrap(), &stored[..]);
        assert!(outbox.is_fine && outbox.stream_arn == "arn");
    }
}
