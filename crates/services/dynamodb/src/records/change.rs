//! What happened to an item, as a stream keeps it.
//!
//! Table `dynamodb-changes`: stream id (8 bytes), lane (1), sequence number (8) → `1`, what happened (1: `1` inserted, `2` changed, `3` removed), flags (1:
//! 1 by the time to live, 2 with the new item, 4 with the old one), the record's size as DynamoDB counts (4), and keys, new and old item, each the
//! length (4) of its encoding and that. Numbers are big-endian.

use bytes::{BufMut, Bytes};
use platform::{Error, Result};
use store::Table;

pub const CHANGES: Table = Table("dynamodb-changes");

const VERSION: u8 = 1;
const BY_TTL: u8 = 1;
const WITH_NEW: u8 = 2;
const WITH_OLD: u8 = 4;

/// What happened to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// There was none before.
    Insert,
    /// It is another one now.
    Modify,
    /// There is none any more.
    Remove,
}

impl Event {
    /// As AWS names it.
    pub fn name(self) -> &'static str {
        match self {
            Event::Insert => "INSERT",
            Event::Modify => "MODIFY",
            Event::Remove => "REMOVE",
        }
    }
}

/// A change, with its items encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// What happened.
    pub event: Event,
    /// Whether the item's time had come.
    pub by_ttl: bool,
    /// Its size as DynamoDB counts.
    pub size: u32,
    /// The key attributes.
    pub keys: Bytes,
    /// The item after it, where the stream tells that.
    pub new: Option<Bytes>,
    /// The item before it, where the stream tells that.
    pub old: Option<Bytes>,
}

impl Change {
    /// The bytes that stand for it.
    pub fn encode(&self) -> Bytes {
        let items = [Some(&self.keys), self.new.as_ref(), self.old.as_ref()];
        let bytes: usize = items.iter().flatten().map(|item| 4 + item.len()).sum();
        let mut out = Vec::with_capacity(7 + bytes);
        let event = match self.event {
            Event::Insert => 1,
            Event::Modify => 2,
            Event::Remove => 3,
        };
        let flag = |is_set, flag| if is_set { flag } else { 0 };
        let flags = flag(self.by_ttl, BY_TTL)
            | flag(self.new.is_some(), WITH_NEW)
            | flag(self.old.is_some(), WITH_OLD);
        out.put_slice(&[VERSION, event, flags]);
        out.put_u32(self.size);
        for item in items.into_iter().flatten() {
            // An item has 400 KB at most.
            out.put_u32(u32::try_from(item.len()).unwrap_or(u32::MAX));
            out.put_slice(item);
        }
        out.into()
    }

    /// The change that bytes stand for.
    ///
    /// # Errors
    /// They stand for none.
    pub fn decode(stored: &Bytes) -> Result<Self> {
        Self::read(stored).ok_or_else(|| Error::internal("a change of a stream cannot be read"))
    }

    fn read(stored: &Bytes) -> Option<Self> {
        let (head, mut rest) = stored.split_first_chunk::<7>()?;
        let [VERSION, event, flags, size @ ..] = *head else { return None };
        let event = match event {
            1 => Event::Insert,
            2 => Event::Modify,
            3 => Event::Remove,
            _ => return None,
        };
        let mut item = || {
            let (length, after) = rest.split_first_chunk()?;
            let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
            let (item, after) = after.split_at_checked(length)?;
            rest = after;
            Some(stored.slice_ref(item))
        };
        let keys = item()?;
        let new = if flags & WITH_NEW > 0 { Some(item()?) } else { None };
        let old = if flags & WITH_OLD > 0 { Some(item()?) } else { None };
        let size = u32::from_be_bytes(size);
        rest.is_empty().then_some(Self { event, by_ttl: flags & BY_TTL > 0, size, keys, new, old })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_1_is_read() {
        let stored = Bytes::from_static(b"\x01\x03\x05\0\0\0\x09\0\0\0\x01k\0\0\0\x03old");
        let change = Change::decode(&stored).unwrap();
        let expected = Change {
            event: Event::Remove,
            by_ttl: true,
            size: 9,
            keys: "k".into(),
            new: None,
            old: Some("old".into()),
        };
        assert_eq!((&change, &change.encode()), (&expected, &stored));
        let inserted = Change { event: Event::Insert, new: Some("n".into()), ..change };
        assert_eq!(Change::decode(&inserted.encode()).unwrap(), inserted);
        for bytes in 0..stored.len() {
            assert!(Change::decode(&stored.slice(..bytes)).is_err(), "{bytes}");
        }
    }
}
