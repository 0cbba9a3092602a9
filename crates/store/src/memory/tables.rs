//! Ordered bytes in a B-tree per table.

use super::lock;
use crate::{
    Batch, BoxFuture, Error, KeyRange, Pair, Reading, Result, Scan, Table, Tables, Write,
    first_failed,
};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Mutex;

/// [`Tables`] in memory.
#[derive(Default)]
pub struct MemoryTables {
    tables: Mutex<BTreeMap<Table, BTreeMap<Vec<u8>, Bytes>>>,
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

impl MemoryTables {
    fn look_up(&self, keys: &[(Table, &[u8])]) -> Result<Vec<Option<Bytes>>> {
        keys.iter().try_for_each(|(table, _)| table.check())?;
        let tables = lock(&self.tables);
        let value = |(table, key): &(Table, &[u8])| tables.get(table)?.get(*key).cloned();
        Ok(keys.iter().map(value).collect())
    }

    fn range(&self, table: Table, scan: Scan) -> Result<Vec<Pair>> {
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
}

impl Tables for MemoryTables {
    fn get<'a>(&'a self, table: Table, key: &'a [u8]) -> Reading<'a, Option<Bytes>> {
        let look_up = || {
            table.check()?;
            Ok(lock(&self.tables).get(&table).and_then(|pairs| pairs.get(key)).cloned())
        };
        Reading::now(look_up())
    }

    fn get_all<'a>(&'a self, keys: &'a [(Table, &'a [u8])]) -> Reading<'a, Vec<Option<Bytes>>> {
        Reading::now(self.look_up(keys))
    }

    fn scan(&self, table: Table, scan: Scan) -> Reading<'_, Vec<Pair>> {
        Reading::now(self.range(table, scan))
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
