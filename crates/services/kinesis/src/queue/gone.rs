//! Queues that were deleted and whose rows are not yet removed.
//!
//! Table `kinesis-queues-gone`: a queue's id → nothing.

use super::entry_record::ENTRIES;
use super::position_record::POSITIONS;
use platform::Result;
use store::{Batch, Scan, Table, Tables};

pub(crate) const GONE: Table = Table("kinesis-queues-gone");

/// Removes the rows of a queue that was deleted.
///
/// # Errors
/// The storage's; what is left is removed at the next start.
pub(crate) async fn sweep(tables: &dyn Tables, queue_id: &str) -> Result<()> {
    let of = [ENTRIES.table, POSITIONS.table];
    let forgotten = store::remove_all(tables, &of, queue_id.as_bytes()).await?;
    tables.commit(Batch::new().delete(GONE, queue_id).removing(forgotten)).await?;
    Ok(())
}

/// Removes the rows of all queues that were deleted.
///
/// # Errors
/// As [`sweep`].
pub(crate) async fn sweep_all(tables: &dyn Tables) -> Result<()> {
    for (id, _) in tables.scan(GONE, Scan::prefix(b"")).await? {
        sweep(tables, &String::from_utf8_lossy(&id)).await?;
    }
    Ok(())
}
