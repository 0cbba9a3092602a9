//! Ordered bytes in a B-tree per table.

use super::lock;
use crate::{
    Batch, BoxFuture, Error, KeyRange, Pair, Result, Scan, Table, Tables, Write, first_failed,
};
use bytes::Bytes;
use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::Mutex;

/// [`Tables`] in memory.
#[derive(Default)]
pub struct MemoryTables {
    tables: Mutex<HashMap<Table, BTreeMap<Vec<u8>, Bytes>>>,
}

impl MemoryTables {
    fn apply(&self, batch: Batch) -> Result<()> {
        batch.check()?;
        let mut tables = lock(&self.tables);
        let failed = first_failed(&batch.conditions, |table, key| {
            Ok(tables.get(&table).and_then(|pairs| pairs.get(key)).cloned())
        })?;
        if let Some(index) = failed {
            return Err(Error::Conflict(index));
        }
        for write in batch.writes {
            match write {
                Write::Put(table, key, value) => {
                    tables.entry(table).or_default().insert(key, value);
                }
                Write::Delete(table, key) => {
                    tables.entry(table).or_default().remove(&key);
                }
            }
        }
        Ok(())
    }
}

impl Tables for MemoryTables {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Bytes>> {
        table.check()?;
        Ok(lock(&self.tables).get(&table).and_then(|pairs| pairs.get(key)).cloned())
    }

    fn scan(&self, table: Table, scan: Scan) -> Result<Vec<Pair>> {
        table.check()?;
        let tables = lock(&self.tables);
        let Some(bounds) = bounds(scan.range) else { return Ok(Vec::new()) };
        let Some(pairs) = tables.get(&table) else { return Ok(Vec::new()) };
        let found = pairs.range::<Vec<u8>, _>(bounds);
        let pair = |(key, value): (&Vec<u8>, &Bytes)| (Bytes::copy_from_slice(key), value.clone());
        Ok(if scan.reverse {
            found.rev().take(scan.limit).map(pair).collect()
        } else {
            found.take(scan.limit).map(pair).collect()
        })
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { self.apply(batch) })
    }
}

type Bounds = (Bound<Vec<u8>>, Bound<Vec<u8>>);

/// The range as a B-tree takes it; `None` when it is empty, since a B-tree panics on some of those.
fn bounds(range: KeyRange) -> Option<Bounds> {
    match range.end {
        Some(end) if end <= range.start => None,
        Some(end) => Some((Bound::Included(range.start), Bound::Excluded(end))),
        None => Some((Bound::Included(range.start), Bound::Unbounded)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn keeps_the_contract() {
        crate::contract::tables::run(&MemoryTables::default()).await;
    }
}
