//! A deadline as the tables keep it.
//!
//! Table `deadlines`: when it is due (milliseconds since the epoch, 8 bytes, big-endian), kind,
//! zero, id → nothing. So the rows lie in the order in which they are due.

use crate::Deadline;
use bytes::Bytes;
use shapes::Timestamp;
use store::Table;

pub const DEADLINES: Table = Table("deadlines");

/// The key of a deadline.
pub fn key(deadline: &Deadline) -> Bytes {
    let Deadline { kind, id, due } = deadline;
    [&due_bytes(*due)[..], kind.as_bytes(), &[0], id].concat().into()
}

/// The first key that a deadline of this instant can have.
pub fn first_at(due: Timestamp) -> Bytes {
    Bytes::copy_from_slice(&due_bytes(due))
}

/// The first key after this one.
pub fn after(key: &[u8]) -> Bytes {
    [key, &[0]].concat().into()
}

/// When the row of a key, or of what begins with it, is due at the earliest.
pub fn due(key: &[u8]) -> Timestamp {
    let first = key.first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes));
    Timestamp(i64::try_from(first).unwrap_or(i64::MAX))
}

/// The kind of the deadline that a key stands for.
pub fn kind(key: &[u8]) -> &[u8] {
    let rest = key.get(8..).unwrap_or_default();
    rest.split(|byte| *byte == 0).next().unwrap_or_default()
}

/// The deadline that a key stands for; `None` where it stands for none.
pub fn read(key: &Bytes) -> Option<Deadline> {
    let (_, rest) = key.split_first_chunk::<8>()?;
    let end = rest.iter().position(|byte| *byte == 0)?;
    let kind = std::str::from_utf8(&rest[..end]).ok()?;
    Some(Deadline::new(kind, &rest[end + 1..], due(key)))
}

/// What is before the epoch is due at it.
fn due_bytes(due: Timestamp) -> [u8; 8] {
    u64::try_from(due.millis()).unwrap_or(0).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_1_is_read() {
        let deadline = Deadline::new("a-kind", b"i\0d", Timestamp(258));
        let stored = Bytes::from_static(b"\0\0\0\0\0\0\x01\x02a-kind\0i\0d");
        assert_eq!(key(&deadline), stored);
        assert_eq!(read(&stored), Some(deadline));
        assert_eq!((kind(&stored), kind(b"\0\0")), (&b"a-kind"[..], &b""[..]));
    }

    #[test]
    fn any_key_is_read_or_refused() {
        for stored in [&b""[..], b"1234567", b"12345678", b"12345678kind", b"12345678\xff\0id"] {
            assert_eq!(read(&Bytes::from_static(stored)), None);
        }
        let empty = read(&Bytes::from_static(b"\xff\xff\xff\xff\xff\xff\xff\xff\0")).unwrap();
        assert_eq!((&*empty.kind, empty.due), ("", Timestamp(i64::MAX)));
        let past = key(&Deadline::new("k", "i", Timestamp(-5)));
        assert_eq!(due(&past), Timestamp(0));
    }
}
