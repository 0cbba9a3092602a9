//! Items in tables of the store, and the one way in which they change.
//!
//! Whoever changes items reads their rows, decides, and commits ([`Change`],
//! [`Dynamodb::commit`](crate::Dynamodb)): that each row is as it was read stands in the conditions,
//! and that the table is. Where it was not so, nothing has happened, and they read again.

pub(crate) mod check;
mod commit;
pub(crate) mod gates;
pub(crate) mod index;
pub(crate) mod layout;
pub(crate) mod read;
#[cfg(test)]
mod tests;

use crate::tables::Table;
use crate::value::Item;
use bytes::Bytes;
use std::sync::Arc;

/// Which item, and where it lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    /// The key of its row.
    pub row: Vec<u8>,
    /// The hash of its partition key.
    pub spread: u64,
}

/// An item as it was read: itself, and the bytes of its row.
pub(crate) type Stored = (Item, Bytes);

/// What becomes of an item.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// Its table.
    pub table: Arc<Table>,
    /// Which it is.
    pub key: Key,
    /// What it was; nothing if it was not there, or if nobody looked.
    pub before: Option<Stored>,
    /// Nobody looked, and what was there does not matter: no index, no stream, no condition and no
    /// answer needs it.
    pub is_blind: bool,
    /// What it is to be; nothing if it is to be gone.
    pub after: Option<Item>,
    /// It is only to be as it was read: nothing is written.
    pub is_check: bool,
    /// It goes because its time has come.
    pub by_ttl: bool,
}

impl Change {
    /// A change of an item that was read.
    pub fn new(table: &Arc<Table>, key: Key, before: Option<Stored>, after: Option<Item>) -> Self {
        let table = table.clone();
        Self { table, key, before, is_blind: false, after, is_check: false, by_ttl: false }
    }
}
