//! Typed values in a table, as JSON: readable in a dump, and open to new members.

use crate::{Error, Result};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;
use store::{Batch, Scan, Table, Tables};

/// Commits a batch if all its conditions hold, and says whether they did.
///
/// # Errors
/// The storage's.
pub async fn commit_if(tables: &dyn Tables, batch: Batch) -> Result<bool> {
    match tables.commit(batch).await {
        Ok(()) => Ok(true),
        Err(store::Error::Conflict(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Why a change was not made whose value was as it was read.
fn lost() -> Error {
    store::Error::Busy("what the change needs besides is not as it was".to_owned()).into()
}

/// A table whose values are all of one type.
pub struct Records<T> {
    /// The table.
    pub table: Table,
    values: PhantomData<fn() -> T>,
}

impl<T: Serialize + DeserializeOwned> Records<T> {
    /// The table's values as `T`.
    pub const fn new(table: Table) -> Self {
        Self { table, values: PhantomData }
    }

    /// The value of a key.
    pub async fn get(&self, tables: &dyn Tables, key: &[u8]) -> Result<Option<T>> {
        match tables.get(self.table, key).await? {
            Some(value) => self.decode(key, &value).map(Some),
            None => Ok(None),
        }
    }

    /// The value of a key and the bytes that stand for it, for a conditional commit.
    pub async fn get_with_bytes(
        &self,
        tables: &dyn Tables,
        key: &[u8],
    ) -> Result<Option<(T, Bytes)>> {
        match tables.get(self.table, key).await? {
            Some(value) => Ok(Some((self.decode(key, &value)?, value))),
            None => Ok(None),
        }
    }

    /// Changes what stands at a key. `decide` is told what stands there, and adds to a batch what
    /// shall be committed as long as it does; where it has changed meanwhile, it is asked again.
    ///
    /// # Errors
    /// The storage's, and those of `decide`, which end it; that the store is busy, where a
    /// condition does not hold that `decide` has added.
    pub async fn change<R>(
        &self,
        tables: &dyn Tables,
        key: &[u8],
        mut decide: impl FnMut(Option<T>, Batch) -> Result<(Batch, R)>,
    ) -> Result<R> {
        loop {
            let (value, unchanged) = match self.get_with_bytes(tables, key).await? {
                Some((value, bytes)) => (Some(value), Batch::new().equals(self.table, key, bytes)),
                None => (None, Batch::new().absent(self.table, key)),
            };
            let (batch, result) = decide(value, unchanged)?;
            match tables.commit(batch).await {
                Ok(()) => return Ok(result),
                Err(store::Error::Conflict(0)) => {}
                Err(store::Error::Conflict(_)) => return Err(lost()),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The pairs of a scan.
    pub async fn scan(&self, tables: &dyn Tables, scan: Scan) -> Result<Vec<(Bytes, T)>> {
        let pairs = tables.scan(self.table, scan).await?;
        pairs
            .into_iter()
            .map(|(key, value)| Ok((key.clone(), self.decode(&key, &value)?)))
            .collect()
    }

    /// The bytes that stand for a value.
    pub fn encode(&self, value: &T) -> Result<Bytes> {
        serde_json::to_vec(value).map(Bytes::from).map_err(Error::internal)
    }

    /// The value that bytes of this table stand for.
    pub fn decode(&self, key: &[u8], value: &[u8]) -> Result<T> {
        serde_json::from_slice(value).map_err(|error| {
            let key = String::from_utf8_lossy(key).replace('\0', "/");
            Error::internal(format_args!("table {}, key {key}: {error}", self.table.0))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::at_once;
    use store::memory::MemoryTables;

    static COUNTS: Records<u32> = Records::new(Table("t"));

    /// Adds to a count, while somebody else adds `between` first, once.
    fn add(tables: &MemoryTables, mut between: u32) -> Result<u32> {
        at_once(COUNTS.change(tables, b"k", |count, batch| {
            let count = count.unwrap_or(0);
            if std::mem::take(&mut between) > 0 {
                let other = Batch::new().put(COUNTS.table, "k", COUNTS.encode(&(count + 10))?);
                at_once(tables.commit(other))?;
            }
            let value = COUNTS.encode(&(count + 1))?;
            Ok((batch.put(COUNTS.table, "k", value), count + 1))
        }))
    }

    #[test]
    fn no_change_is_lost_when_two_come_at_once() {
        let tables = MemoryTables::default();
        assert_eq!(add(&tables, 0).unwrap(), 1);
        assert_eq!(add(&tables, 1).unwrap(), 12);
        assert_eq!(at_once(COUNTS.get(&tables, b"k")).unwrap(), Some(12));
        let tables = MemoryTables::default();
        assert_eq!(add(&tables, 1).unwrap(), 11);
    }

    #[test]
    fn a_condition_besides_that_does_not_hold_ends_a_change() {
        let tables = MemoryTables::default();
        let wanting = |_, batch: Batch| {
            Ok((batch.present(Table("u"), "k").put(COUNTS.table, "k", COUNTS.encode(&1)?), ()))
        };
        assert!(at_once(COUNTS.change(&tables, b"k", wanting)).unwrap_err().is_server_fault());
        assert_eq!(at_once(COUNTS.get(&tables, b"k")).unwrap(), None);
    }

    #[test]
    fn an_error_ends_a_change() {
        let tables = MemoryTables::default();
        let refuse = |_, _| Err(Error::internal("refused"));
        let refused: Result<()> = at_once(COUNTS.change(&tables, b"k", refuse));
        assert_eq!(refused.unwrap_err().code(), "InternalFailure");
    }
}
