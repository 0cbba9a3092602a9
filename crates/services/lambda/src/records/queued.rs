//! An event that was accepted and waits for its function.
//!
//! Table `lambda-events`, those whose turn it is: slot (4 bytes, big-endian), account, zero, region,
//! zero, function, zero, when it became due (milliseconds since the epoch, 8 bytes, big-endian), a
//! UUID → JSON of [`Queued`]. So the events of one function that one process delivers lie together,
//! in order: its lane.
//!
//! Table `lambda-events-later`, those that wait for a deadline: a UUID → JSON of [`Queued`].
//!
//! Table `lambda-queue`, both as the first version kept them: a UUID → JSON of [`Queued`]. They move
//! when the service starts.
//!
//! A row goes when the function took the event or when it was given up.

use crate::names::{LATEST, Named};
use bytes::Bytes;
use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static EVENTS: Records<Queued> = Records::new(Table("lambda-events"));
pub static LATER: Records<Queued> = Records::new(Table("lambda-events-later"));
pub static FIRST_LAYOUT: Records<Queued> = Records::new(Table("lambda-queue"));

/// The length of the text of a UUID.
const UUID: usize = 36;

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queued {
    /// The function's account.
    pub account: String,
    /// The function's region.
    pub region: String,
    /// The function's name.
    pub function: String,
    /// The caller named the version as well: `$LATEST` if no other is told.
    pub qualified: bool,
    /// The version or the alias that the caller named, other than `$LATEST`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
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
    /// Its trace header, the same at each attempt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<String>,
    /// What became of it, while somebody remains to be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// What became of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Why it is not tried any more.
    pub condition: Condition,
    /// What was answered last.
    pub response: Option<Response>,
    /// Who is to be told.
    pub untold: Vec<Recipient>,
}

/// Why an event is not tried any more; letters call it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// Its function took it.
    Success,
    /// Its function failed on it as often as its owner wants.
    RetriesExhausted,
    /// It would be too old for another attempt.
    EventAgeExceeded,
    /// Its function runs nothing.
    ZeroReservedConcurrency,
}

/// What a function answered, or Lambda in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// 200 where the function was run.
    pub status: i32,
    /// `Handled` or `Unhandled` where it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function_error: Option<String>,
    /// What it returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload: Option<String>,
    /// The number of the version that was run, other than `$LATEST`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// Somebody who is told what became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recipient {
    /// The destination of the function's asynchronous invocations.
    Destination,
    /// The function's dead letter queue or topic.
    DeadLetter,
}

impl Queued {
    /// What its caller named.
    pub fn named(&self) -> Named {
        let latest = || self.qualified.then(|| LATEST.to_owned());
        Named { name: self.function.clone(), qualifier: self.qualifier.clone().or_else(latest) }
    }
}

/// What the keys of a slot begin with.
pub fn slot_prefix(slot: u32) -> [u8; 4] {
    slot.to_be_bytes()
}

/// The slot of a key; `None` for a key that is none.
pub fn slot_of(key: &[u8]) -> Option<u32> {
    key.first_chunk().map(|bytes| u32::from_be_bytes(*bytes))
}

/// What the keys of a lane begin with.
pub fn lane(slot: u32, queued: &Queued) -> Bytes {
    let Queued { account, region, function, .. } = queued;
    let names = [account, region, function].map(String::as_bytes);
    let names = names.into_iter().flat_map(|name| [name, &[0]]);
    std::iter::once(&slot_prefix(slot)[..]).chain(names).collect::<Vec<_>>().concat().into()
}

/// The key of an event in a lane.
pub fn place(lane: &[u8], queued: &Queued, id: &[u8]) -> Bytes {
    let due = u64::try_from(queued.due_ms).unwrap_or(0).to_be_bytes();
    [lane, &due, id].concat().into()
}

/// The lane and the UUID of an event's key; `None` for a key that is none.
pub fn lane_and_id(key: &Bytes) -> Option<(Bytes, Bytes)> {
    let id = key.len().checked_sub(UUID)?;
    let lane = id.checked_sub(8).filter(|lane| *lane > 4)?;
    Some((key.slice(..lane), key.slice(id..)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORED: &[u8] = br#"{"account":"1","region":"r","function":"f","qualified":false,"request_id":"i","payload":"{}","accepted_ms":1,"due_ms":258,"failures":0,"refusals":3}"#;

    #[test]
    fn the_first_layout_is_still_read() {
        for table in [&FIRST_LAYOUT, &EVENTS, &LATER] {
            let queued = table.decode(b"k", STORED).unwrap();
            assert_eq!(table.encode(&queued).unwrap(), STORED);
        }
    }

    #[test]
    fn the_first_layout_of_a_verdict_is_still_read() {
        let end = br#","verdict":{"condition":"RetriesExhausted","response":{"status":200,"function_error":"Unhandled","payload":"{}"},"untold":["Destination","DeadLetter"]}}"#;
        let stored = [&STORED[..STORED.len() - 1], end].concat();
        let queued = LATER.decode(b"k", &stored).unwrap();
        let verdict = queued.verdict.as_ref().unwrap();
        assert_eq!(verdict.condition, Condition::RetriesExhausted);
        assert_eq!(verdict.untold, [Recipient::Destination, Recipient::DeadLetter]);
        assert_eq!(LATER.encode(&queued).unwrap(), stored);
    }

    #[test]
    fn a_key_has_its_lane_and_id() {
        let queued = EVENTS.decode(b"k", STORED).unwrap();
        let id = "01234567-89ab-4def-8123-456789abcdef";
        let lane = lane(7, &queued);
        let key = place(&lane, &queued, id.as_bytes());
        let expected = [b"\0\0\0\x071\0r\0f\0\0\0\0\0\0\0\x01\x02", id.as_bytes()].concat();
        assert_eq!(key, expected);
        assert_eq!(slot_of(&key), Some(7));
        assert_eq!(lane_and_id(&key), Some((lane, Bytes::from(id))));
        for no_key in [&b""[..], b"abc", &key[5..20], &[0; 48]] {
            assert_eq!(lane_and_id(&Bytes::copy_from_slice(no_key)), None);
        }
    }
}
