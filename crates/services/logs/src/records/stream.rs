//! A log stream as it is kept.
//!
//! Table `log-streams`: the group's id, a zero byte, the stream's name → JSON of [`Stream`].
//! Never changed after it was made, like a group.

use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static STREAMS: Records<Stream> = Records::new(Table("log-streams"));

/// A log stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stream {
    /// 16 hexadecimal digits, never used again.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
}

/// The key of a stream; with an empty name, the prefix of the group's.
pub fn key(group: &str, name: &str) -> Vec<u8> {
    [group.as_bytes(), &[0], name.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"0b","name":"s","created_ms":5}"#;
        let stream = STREAMS.decode(b"k", stored).unwrap();
        assert_eq!(STREAMS.encode(&stream).unwrap(), &stored[..]);
    }
}
