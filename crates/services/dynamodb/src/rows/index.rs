//! What indexes have of items, and what of that changes with an item.

use super::{Change, Key, layout};
use crate::records::item::INDEXED;
use crate::records::table::{Index, Projection, Scope, TableRecord};
use crate::value::{Item, codec, item_size};
use bytes::Bytes;
use store::{Batch, Write};

/// What an index has of an item: a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its key.
    pub key: Vec<u8>,
    /// Its value.
    pub value: Bytes,
    /// The size of what it has of the item.
    pub size: usize,
}

/// What an index has of an item, if anything.
pub(crate) fn entry(
    table: &TableRecord,
    index: &Index,
    key: &Key,
    item: &Item,
    whole: Option<&Bytes>,
) -> Option<Entry> {
    let at = layout::entry_key(table, index, key, item)?;
    if index.projection == Projection::All {
        let value = whole.cloned().unwrap_or_else(|| codec::encode_item(item).into());
        return Some(Entry { key: at, value, size: item_size(item) });
    }
    let projected = projected(table, index, item);
    let value = codec::encode_item(&projected).into();
    Some(Entry { key: at, value, size: item_size(&projected) })
}

/// The attributes of an item that an index has.
pub(crate) fn projected(table: &TableRecord, index: &Index, item: &Item) -> Item {
    let included = match &index.projection {
        Projection::All => return item.clone(),
        Projection::KeysOnly => &[][..],
        Projection::Include(names) => names,
    };
    let mut projected = layout::key_of([&table.schema, &index.schema], item);
    let also = included.iter().filter_map(|name| Some((name.clone(), item.get(name)?.clone())));
    projected.extend(also);
    projected
}

/// Whether an index has this attribute of its items.
pub(crate) fn has(table: &TableRecord, index: &Index, name: &str) -> bool {
    match &index.projection {
        Projection::All => true,
        Projection::KeysOnly => table.schema.has(name) || index.schema.has(name),
        Projection::Include(names) => {
            table.schema.has(name)
                || index.schema.has(name)
                || names.iter().any(|included| included == name)
        }
    }
}

/// What a change has cost in the indexes: the sizes of the entries that were written or removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Touched {
    /// The index's name.
    pub name: String,
    /// Whether it is local.
    pub is_local: bool,
    /// The sizes.
    pub sizes: Vec<usize>,
}

/// Adds to a batch what a change does to the entries of indexes; gives which.
pub(crate) fn maintain(
    change: &Change,
    encoded: Option<&Bytes>,
    mut batch: Batch,
) -> (Batch, Vec<Touched>) {
    let table = &change.table.record;
    let mut touched = Vec::new();
    for index in table.maintained() {
        let before = change.before.as_ref();
        let old = before.and_then(|(item, row)| entry(table, index, &change.key, item, Some(row)));
        let new = change.after.as_ref();
        let new = new.and_then(|item| entry(table, index, &change.key, item, encoded));
        let sizes = replace(old, new, &mut batch);
        if !sizes.is_empty() {
            let is_local = index.scope == Scope::Local;
            touched.push(Touched { name: index.name.clone(), is_local, sizes });
        }
    }
    (batch, touched)
}

/// Puts an entry in place of another; gives the sizes of what is written. An entry that moves is
/// removed in one place and written in another, which counts twice.
fn replace(old: Option<Entry>, new: Option<Entry>, batch: &mut Batch) -> Vec<usize> {
    match (old, new) {
        (None, None) => Vec::new(),
        (Some(old), Some(new)) if old.key == new.key => {
            if old.value == new.value {
                return Vec::new();
            }
            batch.writes.push(Write::Put(INDEXED, new.key, new.value));
            vec![old.size.max(new.size)]
        }
        (old, new) => {
            let sizes = old.iter().chain(&new).map(|entry| entry.size).collect();
            if let Some(old) = old {
                batch.writes.push(Write::Delete(INDEXED, old.key));
            }
            if let Some(new) = new {
                batch.writes.push(Write::Put(INDEXED, new.key, new.value));
            }
            sizes
        }
    }
}
