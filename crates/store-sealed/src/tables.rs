//! Tables some of which have sealed values.
//!
//! ```text
//! prefix   that of the marker: 16 bytes
//! salt     16 bytes
//! value    sealed, with its tag
//! ```
//!
//! Keys stay in clear, and in their order. A value opens under its own key only.

use crate::key::{Key, SALT_BYTES, TAG_BYTES, nonce, random};
use crate::marker::Marker;
use bytes::{Bytes, BytesMut};
use ring::aead::Aad;
use std::sync::Arc;
use store::{
    Batch, BoxFuture, Condition, Error, KeyRange, Pair, Reading, Result, Scan, Table, Tables, Write,
};

/// See the module.
pub(crate) struct SealedTables {
    pub inner: Arc<dyn Tables>,
    pub key: Arc<Key>,
    pub marker: Marker,
    /// The tables whose values are sealed.
    pub sealed: &'static [Table],
}

impl SealedTables {
    fn is_sealed(&self, table: Table) -> bool {
        self.sealed.contains(&table)
    }

    fn seal(&self, table: Table, key: &[u8], value: &[u8]) -> Result<Bytes> {
        let salt = random()?;
        let sealing = self.key.sealing(&[b"row", table.0.as_bytes(), key], &salt)?;
        let mut row = BytesMut::with_capacity(2 * SALT_BYTES + value.len() + TAG_BYTES);
        row.extend_from_slice(&self.marker.prefix);
        row.extend_from_slice(&salt);
        let mut text = row.split_off(row.len());
        text.extend_from_slice(value);
        sealing
            .seal_in_place_append_tag(nonce(0), Aad::empty(), &mut text)
            .map_err(|_| Error::invalid("a value is too long to be sealed".to_owned()))?;
        row.unsplit(text);
        Ok(row.freeze())
    }

    fn open(&self, table: Table, key: &[u8], value: Bytes) -> Result<Bytes> {
        let Some(rest) = self.marker.rest(&value) else {
            return match self.marker.all {
                true => Err(damaged(table, key, "it is not sealed, and all is here")),
                false => Ok(value),
            };
        };
        let changed = || damaged(table, key, "a sealed value does not open: it was changed");
        let (salt, text) = rest.split_at_checked(SALT_BYTES).ok_or_else(changed)?;
        let sealing = self.key.sealing(&[b"row", table.0.as_bytes(), key], salt)?;
        let mut text = text.to_vec();
        let opened = sealing.open_in_place(nonce(0), Aad::empty(), &mut text);
        let length = opened.map_err(|_| changed())?.len();
        text.truncate(length);
        Ok(text.into())
    }

    fn seal_batch(&self, mut batch: Batch) -> Result<Batch> {
        for condition in &batch.conditions {
            if let Condition::Equals(table, ..) = condition
                && self.is_sealed(*table)
            {
                let why = format!("the values of {} are sealed, and cannot be compared", table.0);
                return Err(Error::invalid(why));
            }
        }
        for write in &mut batch.writes {
            if let Write::Put(table, key, value) = write
                && self.is_sealed(*table)
            {
                *value = self.seal(*table, key, value)?;
            }
        }
        Ok(batch)
    }
}

fn damaged(table: Table, key: &[u8], reason: &str) -> Error {
    Error::Damaged {
        what: format!("table {}", table.0),
        place: format!("key {:?}", String::from_utf8_lossy(key)),
        reason: reason.to_owned(),
    }
}

impl Tables for SealedTables {
    fn get<'a>(&'a self, table: Table, key: &'a [u8]) -> Reading<'a, Option<Bytes>> {
        if !self.is_sealed(table) {
            return self.inner.get(table, key);
        }
        Reading::later(async move {
            let found = self.inner.get(table, key).await?;
            found.map(|value| self.open(table, key, value)).transpose()
        })
    }

    fn get_all<'a>(&'a self, keys: &'a [(Table, &'a [u8])]) -> Reading<'a, Vec<Option<Bytes>>> {
        if !keys.iter().any(|(table, _)| self.is_sealed(*table)) {
            return self.inner.get_all(keys);
        }
        Reading::later(async move {
            let mut found = self.inner.get_all(keys).await?;
            for ((table, key), value) in keys.iter().zip(&mut found) {
                if self.is_sealed(*table)
                    && let Some(sealed) = value.take()
                {
                    *value = Some(self.open(*table, key, sealed)?);
                }
            }
            Ok(found)
        })
    }

    fn scan(&self, table: Table, scan: Scan) -> Reading<'_, Vec<Pair>> {
        if !self.is_sealed(table) {
            return self.inner.scan(table, scan);
        }
        Reading::later(async move {
            let found = self.inner.scan(table, scan).await?.into_iter();
            let opened = found.map(|(key, value)| {
                let value = self.open(table, &key, value)?;
                Ok((key, value))
            });
            opened.collect()
        })
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<()>> {
        let places = batch.writes.iter().map(Write::place);
        let places = places.chain(batch.conditions.iter().map(Condition::place));
        if !places.into_iter().any(|(table, _)| self.is_sealed(table)) {
            return self.inner.commit(batch);
        }
        match self.seal_batch(batch) {
            Ok(batch) => self.inner.commit(batch),
            Err(error) => Box::pin(async { Err(error) }),
        }
    }

    fn forget(&self, table: Table, range: KeyRange) -> BoxFuture<'_, Result<u64>> {
        self.inner.forget(table, range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KEY_BYTES;
    use store::memory::MemoryTables;

    const SECRET: Table = Table("secret");
    const OPEN: Table = Table("open");

    fn sealed(inner: &Arc<MemoryTables>, all: bool) -> SealedTables {
        let marker = Marker { prefix: [3; SALT_BYTES], all };
        let key = Arc::new(Key::new([1; KEY_BYTES]));
        SealedTables { inner: inner.clone(), key, marker, sealed: &[SECRET] }
    }

    #[tokio::test]
    async fn keeps_the_contract_where_nothing_is_sealed() {
        store::contract::tables::run(&sealed(&Arc::new(MemoryTables::default()), true)).await;
    }

    #[tokio::test]
    async fn values_are_sealed_in_the_tables_that_are_named() {
        let inner = Arc::new(MemoryTables::default());
        let tables = sealed(&inner, true);
        let batch = Batch::new().put(SECRET, "k", "text").put(OPEN, "k", "text");
        tables.commit(batch.put(SECRET, "empty", "")).await.unwrap();
        let raw = inner.get(SECRET, b"k").await.unwrap().unwrap();
        assert!(!raw.windows(4).any(|part| part == b"text"));
        assert_eq!(raw.len(), 2 * SALT_BYTES + 4 + TAG_BYTES);
        assert_eq!(inner.get(OPEN, b"k").await.unwrap().unwrap(), "text");
        assert_eq!(tables.get(SECRET, b"k").await.unwrap().unwrap(), "text");
        assert_eq!(tables.get(SECRET, b"l").await.unwrap(), None);
        let keys: [(Table, &[u8]); 3] = [(OPEN, b"k"), (SECRET, b"k"), (SECRET, b"l")];
        let text = Some(Bytes::from("text"));
        assert_eq!(tables.get_all(&keys).await.unwrap(), [text.clone(), text, None]);
        let all = tables.scan(SECRET, Scan::prefix(b"")).await.unwrap();
        assert_eq!(all, [("empty".into(), "".into()), ("k".into(), "text".into())]);
    }

    #[tokio::test]
    async fn a_value_opens_at_its_place_and_unchanged_only() {
        let inner = Arc::new(MemoryTables::default());
        let (tables, lenient) = (sealed(&inner, true), sealed(&inner, false));
        tables.commit(Batch::new().put(SECRET, "k", "text")).await.unwrap();
        let raw = inner.get(SECRET, b"k").await.unwrap().unwrap();
        inner.commit(Batch::new().put(SECRET, "moved", raw.clone())).await.unwrap();
        assert!(matches!(tables.get(SECRET, b"moved").await, Err(Error::Damaged { .. })));
        for at in 0..raw.len() {
            let mut changed = raw.to_vec();
            changed[at] ^= 1;
            for bytes in [changed, raw[..at].to_vec()] {
                inner.commit(Batch::new().put(SECRET, "k", bytes)).await.unwrap();
                let found = tables.get(SECRET, b"k").await;
                assert!(matches!(found, Err(Error::Damaged { .. })), "{at}");
                // Where some things lie in clear, what lost its beginning cannot be told from those.
                let found = lenient.get(SECRET, b"k").await;
                assert_eq!(found.is_err(), at >= SALT_BYTES, "{at}");
            }
        }
    }

    #[tokio::test]
    async fn a_sealed_value_is_not_compared() {
        let inner = Arc::new(MemoryTables::default());
        let tables = sealed(&inner, true);
        let batch = Batch::new().equals(SECRET, "k", "text".into()).delete(SECRET, "k");
        assert!(matches!(tables.commit(batch).await, Err(Error::Io(_))));
        let absent = Batch::new().absent(SECRET, "k").put(SECRET, "k", "text");
        tables.commit(absent.clone()).await.unwrap();
        assert!(matches!(tables.commit(absent).await, Err(Error::Conflict(0))));
    }
}
