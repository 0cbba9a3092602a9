//! A task that moves the messages of a dead-letter queue.
//!
//! Table `sqs-moves`: account, region, `move`, source's name, number of the task (20 digits) → JSON
//! of [`Moving`].

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use store::Table;

pub static MOVES: Records<Moving> = Records::new(Table("sqs-moves"));

/// How a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It moves messages.
    Running,
    /// It has moved all.
    Completed,
    /// It was to stop.
    Cancelled,
    /// It could not go on.
    Failed,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moving {
    /// How it is named to clients.
    pub handle: String,
    /// The ARN of the queue that is emptied.
    pub source: String,
    /// The ARN of where everything goes; without one, each goes to where it died.
    pub destination: Option<String>,
    /// The most messages a second.
    pub rate: Option<u32>,
    /// When it was begun, milliseconds since the epoch.
    pub started_ms: i64,
    /// The highest number of a message that was there.
    pub upto: u64,
    /// How many messages there were to move.
    pub to_move: u64,
    /// How many it has moved.
    pub moved: u64,
    /// How it stands.
    pub status: Status,
    /// Why it could not go on.
    pub reason: Option<String>,
}

/// The key of a task; with nothing behind the source, the prefix of all of a source.
pub fn key(cx: &Context, source: &str, number: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &["move", source, number])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"handle":"h","source":"s","destination":null,"rate":5,"started_ms":1,"upto":9,"to_move":3,"moved":2,"status":"Running","reason":null}"#;
        let moving = MOVES.decode(b"k", stored).unwrap();
        assert_eq!(MOVES.encode(&moving).unwrap(), &stored[..]);
    }
}
