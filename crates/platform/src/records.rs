//! Typed values in a table, as JSON: readable in a dump, and open to new members.

use crate::{Error, Result};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;
use store::{Scan, Table, Tables};

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
