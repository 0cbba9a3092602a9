//! A delivery of a message that is done with while others are not.
//!
//! Table `sns-settled`: shelf, zero byte, number (8 bytes big-endian), subscription's id → nothing.

use super::message;
use store::Table;

pub const SETTLED: Table = Table("sns-settled");

/// The key of a mark.
pub fn key(shelf: &str, number: u64, subscription: &str) -> Vec<u8> {
    [&message::key(shelf, number)[..], subscription.as_bytes()].concat()
}
