//! What lay in a table that was deleted, and is removed behind the callers' backs.
//!
//! A deadline is set in the commit that deletes the table, so that the rows go whoever dies. Nobody
//! writes them any more: what writes has the table's row as its condition.

use crate::Dynamodb;
use crate::change::Changing;
use crate::records::count::COUNTS;
use crate::records::expiry::EXPIRIES;
use crate::records::filling::FILLINGS;
use crate::records::item::{INDEXED, ITEMS};
use crate::records::table::{TABLES, TableRecord};
use crate::streams::outbox;
use platform::{Deadline, Deadlines, Result, finish};
use shapes::Timestamp;
use std::sync::Arc;
use store::Batch;

/// The kind of the deadlines; the id is the table's, and the key of its row.
const KIND: &str = "dynamodb-table";

/// Has a table removed when its deletion has lasted as long as it shows.
pub(crate) fn begin(table: &TableRecord, changing: &mut Changing) {
    let due_ms = table.passing.map_or(0, |passing| passing.until_ms);
    let id = [&table.prefix()[..], &table.key()].concat();
    let deadline = Deadline::new(KIND, id, Timestamp(due_ms));
    let batch = Deadlines::set(std::mem::take(&mut changing.batch), &deadline);
    // What was done to its items before still goes where it is to.
    changing.batch = table.outboxes().fold(batch, outbox::close);
}

impl Dynamodb {
    /// Removes tables that were deleted.
    pub(crate) fn keep_removals(self: &Arc<Self>) {
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => finish(async move { service.remove(deadline).await }).await,
                    None => Ok(()),
                }
            }
        });
    }

    /// Removes the row of a table, unless another has its name by now, and then all else of it.
    async fn remove(&self, deadline: Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let Some((id, key)) = deadline.id.split_first_chunk::<8>() else {
            return Ok(tables.commit(Deadlines::done(Batch::new(), &deadline)).await?);
        };
        loop {
            let found = self.table_at(key.to_vec()).await?;
            let own = found.filter(|table| table.prefix() == *id);
            let Some(table) = own else { break };
            let batch = table.unchanged(Batch::new()).delete(TABLES.table, key);
            if platform::commit_if(tables, batch).await? {
                break;
            }
        }
        let of = [ITEMS, INDEXED, FILLINGS, EXPIRIES];
        let forgotten = store::remove_all(tables, &of, id).await?;
        let last = Batch::new().delete(COUNTS.table, &id[..]).removing(forgotten);
        Ok(tables.commit(Deadlines::done(last, &deadline)).await?)
    }
}
