//! What is kept, one file per kind of record.
//!
//! The rows of a queue begin with its id, 16 hexadecimal digits, and a message's with its number
//! behind that, 8 bytes big-endian: in the order in which they were sent.

pub mod gone;
pub mod mark;
pub mod message;
pub mod moving;
pub mod queue;
pub mod seen;
pub mod sight;

/// The key of a message's rows.
pub fn key(queue_id: &str, seq: u64) -> Vec<u8> {
    let mut key = Vec::with_capacity(queue_id.len() + 8);
    key.extend_from_slice(queue_id.as_bytes());
    key.extend_from_slice(&seq.to_be_bytes());
    key
}

/// The number in such a key.
pub fn seq_of(key: &[u8]) -> Option<u64> {
    let last = key.len().checked_sub(8)?;
    key.get(last..)?.try_into().ok().map(u64::from_be_bytes)
}
