//! Indexes that are filled, or emptied, behind the callers' backs.

use crate::Dynamodb;
use crate::change::Changing;
use crate::pages::Pages;
use crate::records::filling::FILLINGS;
use crate::records::item::{INDEXED, ITEMS};
use crate::records::table::{IndexState, TABLES, TableRecord};
use crate::rows::{index, layout};
use crate::tables::Table;
use crate::value::codec;
use bytes::Bytes;
use platform::{Deadline, Deadlines, Result, commit_if, finish};
use shapes::Timestamp;
use std::sync::Arc;
use store::{Batch, KeyRange, Pair};

/// The kind of the deadlines; the id is the table's, and the key of its row.
const KIND: &str = "dynamodb-index";

/// Has the indexes of a table filled and emptied, as the commit that changes its record says they are to be.
pub(crate) fn begin(table: &TableRecord, changing: &mut Changing, now: Timestamp) {
    let id = [&table.prefix()[..], &table.key()].concat();
    let deadline = Deadline::new(KIND, id, now);
    changing.batch = Deadlines::set(std::mem::take(&mut changing.batch), &deadline);
}

impl Dynamodb {
    /// Fills and empties indexes.
    pub(crate) fn keep_indexes(self: &Arc<Self>) {
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => finish(async move { service.tend(deadline).await }).await,
                    None => Ok(()),
                }
            }
        });
    }

    /// Fills and empties the indexes of a table until each is whole or gone.
    async fn tend(&self, deadline: Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let done = |batch| Deadlines::done(batch, &deadline);
        let mut last = None;
        while let Some((id, key)) = deadline.id.split_first_chunk::<8>() {
            let found = self.table_at(key.to_vec()).await?;
            let Some(table) = found.filter(|table| table.prefix() == *id) else { break };
            let busy = table.indexes.iter().find(|index| index.state != IndexState::Active);
            let Some(index) = busy else {
                // A change that comes just now may have set the same deadline.
                if commit_if(tables, done(table.unchanged(Batch::new()))).await? {
                    return Ok(());
                }
                if last.replace(table.row.clone()) == Some(table.row.clone()) {
                    // The table is as it was, so it is the deadline that is gone.
                    return Ok(());
                }
                continue;
            };
            let (index_id, state) = (index.id, index.state);
            if state == IndexState::Deleting {
                let prefix = table.index_prefix(index);
                store::remove_all(tables, &[INDEXED], &prefix).await?;
            } else if !self.fill(&table, index_id).await? {
                continue;
            }
            self.settle_index(&table, index_id, state).await?;
        }
        // Somebody else may have done it.
        commit_if(tables, done(Batch::new())).await.map(drop)
    }

    /// Notes that an index is whole, or gone, unless it is not what it was any more.
    async fn settle_index(&self, seen: &Table, id: u32, state: IndexState) -> Result<()> {
        loop {
            let found = self.table_at(seen.key.clone()).await?;
            let Some(table) = found.filter(|table| table.id == seen.id) else { return Ok(()) };
            let mut record = table.record.clone();
            let at = record.indexes.iter().position(|it| it.id == id && it.state == state);
            let Some(at) = at else { return Ok(()) };
            match state {
                IndexState::Deleting => drop(record.indexes.remove(at)),
                _ => record.indexes[at].state = IndexState::Active,
            }
            let mut place = table.prefix().to_vec();
            place.extend_from_slice(&id.to_be_bytes());
            let batch = table.unchanged(Batch::new()).delete(FILLINGS, place);
            let row = TABLES.encode(&record)?;
            let batch = batch.put(TABLES.table, table.key.clone(), row);
            if self.commit_table(batch).await? {
                return Ok(());
            }
        }
    }

    /// Fills an index from where that was left, and says whether it is whole: it is not where it is not
    /// to be filled any more.
    async fn fill(&self, table: &Arc<Table>, id: u32) -> Result<bool> {
        let tables = &*self.platform.store.tables;
        let Some(index) = table.indexes.iter().find(|index| index.id == id) else {
            return Ok(false);
        };
        let place = table.index_prefix(index);
        let mut range = KeyRange::prefix(&table.prefix());
        if let Some(last) = tables.get(FILLINGS, &place).await? {
            range = range.after(&last);
        }
        let mut pages = Pages::of(tables, ITEMS, range);
        let mut table = table.clone();
        loop {
            let rows = pages.next().await?;
            let Some((last, _)) = rows.last() else { return Ok(true) };
            let noted = Batch::new().put(FILLINGS, &place[..], last.clone());
            let Some(page) = put(&table, id, &rows, noted.clone())? else { return Ok(false) };
            if commit_if(tables, page).await? {
                continue;
            }
            // Something of the page is not as it was read.
            for (key, _) in &rows {
                let Some(seen) = self.fill_one(&table, id, key).await? else { return Ok(false) };
                table = seen;
            }
            if !commit_if(tables, table.unchanged(noted)).await? {
                return Ok(false);
            }
        }
    }

    /// Puts one item into an index, whatever it is by then. Gives the table as it was by then; nothing where the index
    /// is not to be filled any more.
    async fn fill_one(&self, seen: &Arc<Table>, id: u32, key: &[u8]) -> Result<Option<Arc<Table>>> {
        let tables = &*self.platform.store.tables;
        let mut table = seen.clone();
        loop {
            let Some(row) = tables.get(ITEMS, key).await? else { return Ok(Some(table)) };
            let rows = [(Bytes::copy_from_slice(key), row)];
            let Some(batch) = put(&table, id, &rows, Batch::new())? else { return Ok(None) };
            if commit_if(tables, batch).await? {
                return Ok(Some(table));
            }
            let found = self.table_at(seen.key.clone()).await?;
            let Some(found) = found.filter(|it| it.id == seen.id) else { return Ok(None) };
            table = found;
        }
    }
}

/// The batch, which also puts items into an index, on the condition that they and the table are as they
/// were read. None where the index is not to be filled.
fn put(table: &Table, id: u32, rows: &[Pair], batch: Batch) -> Result<Option<Batch>> {
    let index = table.indexes.iter().find(|index| index.id == id);
    let Some(index) = index.filter(|index| index.state == IndexState::Backfilling) else {
        return Ok(None);
    };
    let mut batch = table.unchanged(batch);
    for (row, value) in rows {
        let item = codec::decode_item(value)?;
        let Some(key) = layout::item_key(table, &item) else { continue };
        // An item without the key of the index is none of its; one with too long a key is none either.
        let Some(entry) = index::entry(table, index, &key, &item, Some(value)) else { continue };
        batch = batch.equals(ITEMS, &row[..], value.clone()).put(INDEXED, entry.key, entry.value);
    }
    Ok(Some(batch))
}

#[cfg(test)]
mod tests;
