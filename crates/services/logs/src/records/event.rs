//! An event as it is kept.
//!
//! Table `log-events`: the group's id, the stream's id (16 digits each), the time and the number
//! (eight bytes each, big-endian) → ingestion time (eight bytes, big-endian), message. So a
//! stream's rows lie in the order in which its events are shown.

use bytes::{BufMut, Bytes, BytesMut};
use platform::{Error, Result};
use store::Table;

pub const EVENTS: Table = Table("log-events");

/// Where an event stands in its stream, and in its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// When it happened: milliseconds since the epoch.
    pub time_ms: u64,
    /// The number it got when it was ingested; no other event of its stream and time has it.
    pub number: u64,
}

impl Position {
    /// Before every event.
    pub const START: Position = Position { time_ms: 0, number: 0 };

    /// Before every event of that millisecond or later.
    pub fn before(time_ms: i64) -> Self {
        Position { time_ms: time_ms.max(0).unsigned_abs(), number: 0 }
    }
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Where it stands.
    pub position: Position,
    /// When it was ingested: milliseconds since the epoch.
    pub ingested_ms: i64,
    /// What it says.
    pub message: String,
}

/// What the keys of a stream's events begin with.
pub fn prefix(group: &str, stream: &str) -> Vec<u8> {
    [group.as_bytes(), stream.as_bytes()].concat()
}

/// The key of an event.
pub fn key(prefix: &[u8], position: Position) -> Vec<u8> {
    [prefix, &position.time_ms.to_be_bytes(), &position.number.to_be_bytes()].concat()
}

/// The value of an event.
pub fn encode(ingested_ms: i64, message: &str) -> Bytes {
    let mut value = BytesMut::with_capacity(8 + message.len());
    value.put_i64(ingested_ms);
    value.put_slice(message.as_bytes());
    value.freeze()
}

/// The event of a pair.
pub fn decode(key: &[u8], value: &[u8]) -> Result<Event> {
    let damaged = || Error::internal("a row of log-events is not of its form");
    let (rest, number) = key.split_last_chunk::<8>().ok_or_else(damaged)?;
    let (_, time) = rest.split_last_chunk::<8>().ok_or_else(damaged)?;
    let (ingested, message) = value.split_first_chunk::<8>().ok_or_else(damaged)?;
    Ok(Event {
        position: Position {
            time_ms: u64::from_be_bytes(*time),
            number: u64::from_be_bytes(*number),
        },
        ingested_ms: i64::from_be_bytes(*ingested),
        message: String::from_utf8_lossy(message).into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let position = Position { time_ms: 258, number: 3 };
        let key = key(&prefix("g", "s"), position);
        assert_eq!(key, b"gs\0\0\0\0\0\0\x01\x02\0\0\0\0\0\0\0\x03");
        let value = encode(5, "hello");
        assert_eq!(value, &b"\0\0\0\0\0\0\0\x05hello"[..]);
        let event = Event { position, ingested_ms: 5, message: "hello".into() };
        assert_eq!(decode(&key, &value).unwrap(), event);
        assert!(decode(b"short", b"short").is_err());
    }
}
