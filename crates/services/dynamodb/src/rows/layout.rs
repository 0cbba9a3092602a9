//! Where items and the entries of indexes lie: keys that sort as queries and scans go.

use super::Key;
use crate::expression::RangeCondition;
use crate::records::table::{Index, KeySchema, TableRecord};
use crate::value::{Item, key_bytes, key_prefix};
use fnv::FnvHasher;
use shapes::AttributeValue;
use std::hash::Hasher as _;
use store::KeyRange;

/// What spreads partition keys: FNV-1a, whose bits are then mixed so that the first ones differ
/// too. Rows lie where it puts them, so it never changes.
pub(crate) fn spread(bytes: &[u8]) -> u64 {
    let mut hash = FnvHasher::default();
    hash.write(bytes);
    let hash = hash.finish();
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// The key of an item with these attributes, of which those of the primary key are there.
pub(crate) fn item_key(table: &TableRecord, item: &Item) -> Option<Key> {
    let hash = key_bytes(item.get(&table.schema.hash.name)?);
    let spread = spread(&hash);
    let mut row = Vec::with_capacity(16 + hash.len() + 32);
    row.extend_from_slice(&table.prefix());
    row.extend_from_slice(&spread.to_be_bytes());
    row.extend_from_slice(&hash);
    if let Some(range) = &table.schema.range {
        row.extend_from_slice(&key_bytes(item.get(&range.name)?));
    }
    Some(Key { row, spread })
}

/// The key of the entry that an index has of an item, unless the item lacks an attribute of the
/// index's key or has it with another type.
pub(crate) fn entry_key(
    table: &TableRecord,
    index: &Index,
    key: &Key,
    item: &Item,
) -> Option<Vec<u8>> {
    for attribute in index.schema.attributes() {
        if !fits(item.get(&attribute.name)?, attribute.kind.text()) {
            return None;
        }
    }
    let hashes = index.schema.hashes().filter_map(|attribute| item.get(&attribute.name));
    let mut entry = partition(&table.index_prefix(index), hashes);
    for range in index.schema.ranges() {
        entry.extend_from_slice(&key_bytes(item.get(&range.name)?));
    }
    entry.extend_from_slice(&key.row[16..]);
    Some(entry)
}

/// Whether a value may stand in an index's key.
fn fits(value: &AttributeValue, kind: &str) -> bool {
    let is_empty = match value {
        AttributeValue::S(text) => text.is_empty(),
        AttributeValue::B(bytes) => bytes.is_empty(),
        _ => false,
    };
    value.type_name() == kind && !is_empty
}

/// What the keys of all that has this partition key begin with: one value, or one of each attribute of an
/// index's.
pub(crate) fn partition<'a>(
    prefix: &[u8],
    hash: impl IntoIterator<Item = &'a AttributeValue>,
) -> Vec<u8> {
    let mut hash = hash.into_iter().map(key_bytes);
    let mut first = hash.next().unwrap_or_default();
    hash.for_each(|more| first.extend_from_slice(&more));
    let hash = first;
    let mut key = Vec::with_capacity(prefix.len() + 8 + hash.len() + 64);
    key.extend_from_slice(prefix);
    key.extend_from_slice(&spread(&hash).to_be_bytes());
    key.extend_from_slice(&hash);
    key
}

/// The keys behind `partition` whose sort key meets a condition.
pub(crate) fn sorted(partition: &[u8], condition: Option<&RangeCondition>) -> KeyRange {
    let at = |value: &AttributeValue| [partition, &key_bytes(value)].concat();
    let after = |value: &AttributeValue| KeyRange::prefix(&at(value)).end;
    let all = KeyRange::prefix(partition);
    match condition {
        None => all,
        Some(RangeCondition::Eq(value)) => KeyRange::prefix(&at(value)),
        Some(RangeCondition::Lt(value)) => KeyRange { end: Some(at(value)), ..all },
        Some(RangeCondition::Le(value)) => KeyRange { end: after(value), ..all },
        Some(RangeCondition::Gt(value)) => match after(value) {
            Some(start) => KeyRange { start, ..all },
            None => KeyRange { start: Vec::new(), end: Some(Vec::new()) },
        },
        Some(RangeCondition::Ge(value)) => KeyRange { start: at(value), ..all },
        Some(RangeCondition::Between(low, high)) => KeyRange { start: at(low), end: after(high) },
        Some(RangeCondition::BeginsWith(value)) => {
            KeyRange::prefix(&[partition, &key_prefix(value)].concat())
        }
    }
}

/// The keys of a segment, of so many into which what begins with `prefix` is divided.
pub(crate) fn segment(prefix: &[u8], segment: u32, of: u32) -> KeyRange {
    let bound = |segment: u32| {
        let bound = (u128::from(segment) << 64) / u128::from(of.max(1));
        u64::try_from(bound).ok().map(|bound| [prefix, &bound.to_be_bytes()].concat())
    };
    let whole = KeyRange::prefix(prefix);
    let start = bound(segment).unwrap_or_else(|| whole.start.clone());
    KeyRange { start, end: bound(segment + 1).or(whole.end) }
}

/// The attributes of an item that belong to one of these keys.
pub(crate) fn key_of<'a>(schemas: impl IntoIterator<Item = &'a KeySchema>, item: &Item) -> Item {
    let names = schemas.into_iter().flat_map(KeySchema::attributes).map(|it| &it.name);
    names.filter_map(|name| Some((name.clone(), item.get(name)?.clone()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partition_keys_lie_where_they_always_have() {
        assert_eq!(spread(b""), 0xf52a_15e9_a9b5_e89b);
        let firsts: std::collections::BTreeSet<_> =
            (0..64_u32).map(|n| spread(&n.to_be_bytes()) >> 58).collect();
        assert!(firsts.len() > 30, "{firsts:?}");
    }

    #[test]
    fn segments_cover_everything_once() {
        for of in [1, 2, 3, 7, 1_000_000] {
            let first = segment(b"t", 0, of);
            assert_eq!(first.start, b"t\0\0\0\0\0\0\0\0");
            let last = segment(b"t", of - 1, of);
            assert_eq!(last.end, Some(b"u".to_vec()));
            if of > 1 {
                assert_eq!(first.end.as_ref(), Some(&segment(b"t", 1, of).start));
            }
        }
    }
}
