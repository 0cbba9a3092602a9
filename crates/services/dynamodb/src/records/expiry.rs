//! When items are to go.
//!
//! Table `dynamodb-expiries`: table's id, seconds since the epoch (8 bytes each, big-endian), the rest of the item's key in `dynamodb-items` → nothing.
//!
//! There is a row for each item that has a time, set in the commit that sets the item; there may be others. So
//! who acts on one looks at the item first.

use store::{KeyRange, Table};

pub const EXPIRIES: Table = Table("dynamodb-expiries");

/// The key of an item's expiry, by the key of the item's row.
pub(crate) fn key(item: &[u8], second: u64) -> Vec<u8> {
    let (table, rest) = item.split_at(item.len().min(8));
    [table, &second.to_be_bytes(), rest].concat()
}

/// The second and the key of the item's row that an expiry stands for.
pub(crate) fn read(key: &[u8]) -> Option<(u64, Vec<u8>)> {
    let (table, rest) = key.split_first_chunk::<8>()?;
    let (second, rest) = rest.split_first_chunk()?;
    Some((u64::from_be_bytes(*second), [table, rest].concat()))
}

/// What is due of a table by a second.
pub(crate) fn due(table: [u8; 8], second: u64) -> KeyRange {
    let end = [table, second.saturating_add(1).to_be_bytes()].concat();
    KeyRange { start: table.to_vec(), end: Some(end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_1_is_read() {
        let item = b"\0\0\0\0\0\0\0\x07rest";
        let stored = b"\0\0\0\0\0\0\0\x07\0\0\0\0\0\0\x01\x02rest";
        assert_eq!(key(item, 258), stored);
        assert_eq!(read(stored), Some((258, item.to_vec())));
        assert_eq!(read(b"short"), None);
        let table = 7_u64.to_be_bytes();
        let is_due = |second| {
            let range = due(table, second);
            range.start[..] <= stored[..] && range.end.is_none_or(|end| stored[..] < end[..])
        };
        assert!(is_due(258) && !is_due(257));
    }
}
