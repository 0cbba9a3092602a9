//! Removing many rows: what was deleted, behind the callers' backs.

use crate::{Batch, KeyRange, Result, Scan, Table, Tables};

/// Rows per commit: enough to share its cost, few enough to hold no other writer up.
const ROWS: usize = 1000;

/// Removes all rows of some tables whose keys begin with a prefix, and gives how many bytes that freed
/// without their removal being written. Nobody may read or write them any more.
///
/// # Errors
/// The engine's; some of the rows may be removed by then.
pub async fn remove_all(tables: &dyn Tables, of: &[Table], prefix: &[u8]) -> Result<u64> {
    let mut forgotten = 0;
    for table in of {
        // Millions of rows lie in files of their own; a row's delete would be written for each.
        forgotten += tables.forget(*table, KeyRange::prefix(prefix)).await?;
        remove(tables, *table, KeyRange::prefix(prefix)).await?;
    }
    Ok(forgotten)
}

/// Removes the rows of a table in a range.
///
/// # Errors
/// The engine's; some of the rows may be removed by then.
async fn remove(tables: &dyn Tables, table: Table, range: KeyRange) -> Result<()> {
    remove_some(tables, table, range, usize::MAX).await.map(drop)
}

/// Removes the first rows of a table in a range, `most` of them at most, and says how many. Whoever
/// must not be long goes on later where it was as many.
///
/// # Errors
/// The engine's; some of the rows may be removed by then.
pub async fn remove_some(
    tables: &dyn Tables,
    table: Table,
    mut range: KeyRange,
    most: usize,
) -> Result<usize> {
    let mut removed = 0;
    while removed < most {
        let limit = ROWS.min(most - removed);
        let scan = Scan { range: range.clone(), limit, reverse: false };
        let rows = tables.scan(table, scan).await?;
        let Some((last, _)) = rows.last() else { break };
        // Each look begins behind the rows that are gone: an engine may have to step over them.
        range = range.after(last);
        let batch = rows.iter().fold(Batch::new(), |batch, (key, _)| batch.delete(table, &key[..]));
        let bytes = rows.iter().map(|(key, value)| (key.len() + value.len()) as u64).sum();
        tables.commit(batch.removing(bytes)).await?;
        removed += rows.len();
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::MemoryTables;

    #[tokio::test]
    async fn what_begins_so_is_gone_and_its_neighbours_stay() {
        const T: Table = Table("t");
        let tables = MemoryTables::default();
        let keys = (0..2500).map(|n| format!("b{n}")).chain(["a".into(), "c".into()]);
        let batch = keys.fold(Batch::new(), |batch, key| batch.put(T, key, "v"));
        tables.commit(batch).await.unwrap();
        let some = remove_some(&tables, T, KeyRange::prefix(b"b"), 1200).await.unwrap();
        let left = tables.scan(T, Scan::prefix(b"b")).await.unwrap().len();
        assert_eq!((some, left), (1200, 1300));
        remove_all(&tables, &[T], b"b").await.unwrap();
        let left = tables.scan(T, Scan::prefix(b"")).await.unwrap();
        let left: Vec<_> = left.into_iter().map(|(key, _)| key).collect();
        assert_eq!(left, ["a", "c"]);
    }
}
