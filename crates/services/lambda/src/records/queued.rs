//! An event that was accepted and waits for its function.
//!
//! Table `lambda-queue`: a UUID → JSON of [`Queued`]. Removed when the function took the event or
//! when it was given up.

use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static QUEUE: Records<Queued> = Records::new(Table("lambda-queue"));

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queued {
    /// The function's account.
    pub account: String,
    /// The function's region.
    pub region: String,
    /// The function's name.
    pub function: String,
    /// The caller named the version as well.
    pub qualified: bool,
    /// The request id, the same at each attempt.
    pub request_id: String,
    /// A JSON document.
    pub payload: String,
    /// When it was accepted: milliseconds since the epoch.
    pub accepted_ms: i64,
    /// When to deliver it.
    pub due_ms: i64,
    /// How often the function has failed on it.
    pub failures: u32,
    /// How often in a row it could not be run at all.
    pub refusals: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"account":"1","region":"r","function":"f","qualified":false,"request_id":"i","payload":"{}","accepted_ms":1,"due_ms":2,"failures":0,"refusals":3}"#;
        let queued = QUEUE.decode(b"k", stored).unwrap();
        assert_eq!(QUEUE.encode(&queued).unwrap(), &stored[..]);
    }
}
