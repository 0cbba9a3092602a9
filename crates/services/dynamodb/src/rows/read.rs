//! Pages of items: what a query or a scan, of a table or of an index, reads at once.

use super::{Key, layout};
use crate::Dynamodb;
use crate::expression::{self, Condition, Projection};
use crate::records::item::{INDEXED, ITEMS};
use crate::records::table::Index;
use crate::tables::Table;
use crate::value::{Item, codec, item_size, key_bytes};
use platform::Result;
use std::sync::Arc;
use store::{KeyRange, Pair, Scan};

/// What a page is read of at most, in bytes ("Query" in the API reference).
const PAGE_BYTES: usize = 1 << 20;
/// How many rows are read at first, and at most at once later.
const FIRST_ROWS: usize = 16;
const MOST_ROWS: usize = 1024;

/// What is asked of a table or of one of its indexes.
#[derive(Debug)]
pub(crate) struct Question<'a> {
    /// The table.
    pub table: &'a Arc<Table>,
    /// The index that is read in its place.
    pub index: Option<&'a Index>,
    /// The rows.
    pub range: KeyRange,
    /// From the last row down.
    pub is_reverse: bool,
    /// How many rows at most.
    pub limit: Option<usize>,
    /// Which of them are given.
    pub filter: Option<&'a Condition>,
    /// What is given of them.
    pub projection: Option<&'a Projection>,
    /// Nothing is given but how many.
    pub counts: bool,
    /// What an index lacks is fetched from its table.
    pub fetches: bool,
}

/// What is read at once.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Page {
    /// The items.
    pub items: Vec<Item>,
    /// How many they are, also where they are only counted.
    pub count: usize,
    /// How many rows were read.
    pub scanned: usize,
    /// Behind which key it goes on, unless this was all.
    pub last: Option<Item>,
    /// The size of all rows that were read.
    pub bytes: usize,
    /// The sizes of the items that were fetched from the table.
    pub fetched: Vec<usize>,
}

impl<'a> Question<'a> {
    /// What a query asks.
    pub fn query(
        table: &'a Arc<Table>,
        index: Option<&'a Index>,
        key: &expression::KeyRange,
    ) -> Self {
        let mut partition = match index {
            Some(index) => layout::partition(&table.index_prefix(index), key.hashes()),
            None => layout::partition(&table.prefix(), key.hashes()),
        };
        for (_, value) in &key.equal {
            partition.extend_from_slice(&key_bytes(value));
        }
        let range = layout::sorted(&partition, key.range.as_ref().map(|(_, range)| range));
        Self::of(table, index, range)
    }

    /// What a scan asks of a segment out of so many.
    pub fn scan(
        table: &'a Arc<Table>,
        index: Option<&'a Index>,
        (segment, of): (u32, u32),
    ) -> Self {
        let range = match index {
            Some(index) => layout::segment(&table.index_prefix(index), segment, of),
            None => layout::segment(&table.prefix(), segment, of),
        };
        Self::of(table, index, range)
    }

    fn of(table: &'a Arc<Table>, index: Option<&'a Index>, range: KeyRange) -> Self {
        Self {
            table,
            index,
            range,
            is_reverse: false,
            limit: None,
            filter: None,
            projection: None,
            counts: false,
            fetches: false,
        }
    }

    /// The key of the row that an item has here.
    pub fn row(&self, item: &Item) -> Option<Vec<u8>> {
        let key = layout::item_key(self.table, item)?;
        match self.index {
            Some(index) => layout::entry_key(self.table, index, &key, item),
            None => Some(key.row),
        }
    }

    /// The same behind a row, in the direction in which it is read.
    pub fn behind(mut self, row: &[u8]) -> Self {
        self.range = rest(self.range, row, self.is_reverse);
        self
    }
}

/// What of a range comes behind a key.
fn rest(range: KeyRange, key: &[u8], is_reverse: bool) -> KeyRange {
    match is_reverse {
        true if range.end.as_deref().is_some_and(|end| end <= key) => range,
        true => KeyRange { end: Some(key.to_vec()), ..range },
        false => range.after(key),
    }
}

/// Reads a page.
///
/// # Errors
/// The storage's, and those of a condition that cannot be asked of an item.
pub(crate) async fn page(dynamodb: &Dynamodb, asked: &Question<'_>) -> Result<Page> {
    let tables = &dynamodb.platform.store.tables;
    let place = if asked.index.is_some() { INDEXED } else { ITEMS };
    let mut page = Page::default();
    let mut range = asked.range.clone();
    let mut rows = FIRST_ROWS;
    loop {
        let left = asked.limit.map_or(usize::MAX, |limit| limit - page.scanned);
        let limit = rows.min(left);
        let scan = Scan { range: range.clone(), limit, reverse: asked.is_reverse };
        let pairs = tables.scan(place, scan).await?;
        let (found, last) = (pairs.len(), pairs.last().map(|(key, _)| key.clone()));
        if take(dynamodb, asked, pairs, &mut page).await? || found < limit {
            return Ok(page);
        }
        let Some(last) = last else { return Ok(page) };
        range = rest(range, &last, asked.is_reverse);
        let size = (page.bytes / page.scanned.max(1)).max(1);
        rows = ((PAGE_BYTES.saturating_sub(page.bytes)) / size + 1).clamp(1, MOST_ROWS);
    }
}

/// Takes rows into a page; says whether it is full, and then tells where it goes on.
async fn take(
    dynamodb: &Dynamodb,
    asked: &Question<'_>,
    pairs: Vec<Pair>,
    page: &mut Page,
) -> Result<bool> {
    let mut items = Vec::with_capacity(pairs.len());
    let mut is_full = false;
    for (_, row) in &pairs {
        let item = codec::decode_item(row)?;
        let size = item_size(&item);
        if page.bytes + size > PAGE_BYTES && page.scanned > 0 {
            is_full = true;
            break;
        }
        page.bytes += size;
        page.scanned += 1;
        items.push(item);
        if asked.limit == Some(page.scanned) {
            is_full = true;
            break;
        }
    }
    if let Some(item) = items.last().filter(|_| is_full) {
        let index = asked.index.map(|index| &index.schema);
        page.last = Some(layout::key_of(index.into_iter().chain([&asked.table.schema]), item));
    }
    if asked.fetches {
        items = fetched(dynamodb, asked.table, items, page).await?;
    }
    for item in items {
        if let Some(filter) = asked.filter
            && !filter.holds(&item)?
        {
            continue;
        }
        page.count += 1;
        if !asked.counts {
            page.items.push(match asked.projection {
                Some(projection) => projection.of(&item),
                None => item,
            });
        }
    }
    Ok(is_full)
}

/// The whole items of which an index has these entries, without those that are gone meanwhile.
async fn fetched(
    dynamodb: &Dynamodb,
    table: &Table,
    entries: Vec<Item>,
    page: &mut Page,
) -> Result<Vec<Item>> {
    let keys: Vec<Key> = entries.iter().filter_map(|it| layout::item_key(table, it)).collect();
    let stored = dynamodb.stored_all(&keys).await?;
    let items: Vec<Item> = stored.into_iter().flatten().map(|(item, _)| item).collect();
    page.fetched.extend(items.iter().map(item_size));
    Ok(items)
}
