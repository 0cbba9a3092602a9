//! Engines that seal contents before they reach another engine.
//!
//! Knows: the user's key, what follows from it, and how sealed blobs ([`blobs`]) and rows ([`tables`])
//! lie. Must not know: what the bytes mean, which engine keeps them, where the key came from.
//!
//! All is AES-256-GCM with a key of its own for each blob and each row, which follows from the user's
//! key, a random salt beside the content, and the place that the content belongs to: moved elsewhere it
//! opens as little as changed. Whether data is sealed at all is said by one row ([`marker`]), so that
//! nobody reads it, or adds to it, without the key.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod blobs;
mod key;
mod marker;
mod tables;

use blobs::SealedBlobs;
use marker::Marker;
use std::fmt;
use std::sync::Arc;
use store::{Store, Table};
use tables::SealedTables;

pub use key::{KEY_BYTES, Key};

/// Why data is not opened.
#[derive(Debug)]
pub enum Refusal {
    /// It is sealed, and there is no key.
    NoKey,
    /// It is sealed with another key, or what says so was changed.
    OtherKey,
    /// The engine's own.
    Engine(store::Error),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NoKey => write!(f, "contents are sealed, and no key is given"),
            Refusal::OtherKey => write!(f, "contents are sealed with another key than the given"),
            Refusal::Engine(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Refusal {}

impl From<store::Error> for Refusal {
    fn from(error: store::Error) -> Self {
        Refusal::Engine(error)
    }
}

/// The engines of a process that has this key, or none: with one, blobs and the values of `tables` are
/// sealed. What lay there in clear before the first key stays as it is and readable. Of a sealed table
/// no batch demands a certain value.
///
/// # Errors
/// A [`Refusal`].
pub async fn open(
    store: Store,
    key: Option<Key>,
    tables: &'static [Table],
) -> Result<Store, Refusal> {
    let Some(key) = key else {
        return match marker::is_there(&*store.tables).await? {
            true => Err(Refusal::NoKey),
            false => Ok(store),
        };
    };
    let key = Arc::new(key);
    let marker = Marker::find_or_make(&store, &key, tables).await?;
    let sealed_tables = SealedTables {
        inner: store.tables,
        key: key.clone(),
        marker: marker.clone(),
        sealed: tables,
    };
    let sealed_blobs = SealedBlobs { inner: store.blobs, key, marker };
    Ok(Store { tables: Arc::new(sealed_tables), blobs: Arc::new(sealed_blobs), ..store })
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use store::{Batch, BlobId};

    const T: Table = Table("t");

    fn key(byte: u8) -> Option<Key> {
        Some(Key::new([byte; KEY_BYTES]))
    }

    async fn put(store: &Store, name: &str, text: &'static str) {
        let id = BlobId(name.repeat(32));
        let mut writer = store.blobs.create(&id).await.unwrap();
        writer.write(Bytes::from(text)).await.unwrap();
        writer.finish().await.unwrap();
        store.tables.commit(Batch::new().put(T, name, text)).await.unwrap();
    }

    async fn get(store: &Store, name: &str) -> (String, String) {
        let id = BlobId(name.repeat(32));
        let mut reader = store.blobs.read(&id, 0..100).await.unwrap();
        let blob = reader.next().await.unwrap().unwrap();
        let row = store.tables.get(T, name.as_bytes()).await.unwrap().unwrap();
        let text = |bytes: Bytes| String::from_utf8(bytes.to_vec()).unwrap();
        (text(blob), text(row))
    }

    #[tokio::test]
    async fn sealed_data_opens_with_its_key_only() {
        let store = store::memory::store();
        let sealed = open(store.clone(), key(1), &[T]).await.unwrap();
        put(&sealed, "a", "secret").await;
        assert!(matches!(open(store.clone(), None, &[T]).await, Err(Refusal::NoKey)));
        assert!(matches!(open(store.clone(), key(2), &[T]).await, Err(Refusal::OtherKey)));
        let again = open(store, key(1), &[T]).await.unwrap();
        assert_eq!(get(&again, "a").await, ("secret".into(), "secret".into()));
    }

    #[tokio::test]
    async fn what_was_there_in_clear_stays_readable() {
        let store = store::memory::store();
        let clear = open(store.clone(), None, &[T]).await.unwrap();
        put(&clear, "a", "old").await;
        for _ in 0..2 {
            let sealed = open(store.clone(), key(1), &[T]).await.unwrap();
            assert_eq!(get(&sealed, "a").await, ("old".into(), "old".into()));
        }
    }

    #[tokio::test]
    async fn where_nothing_was_in_clear_nothing_is_taken_for_it() {
        let store = store::memory::store();
        let sealed = open(store.clone(), key(1), &[T]).await.unwrap();
        put(&store, "a", "put here by somebody without the key").await;
        let damaged = |error| matches!(error, Some(store::Error::Damaged { .. }));
        let id = BlobId("a".repeat(32));
        assert!(damaged(sealed.blobs.read(&id, 0..5).await.err()));
        assert!(damaged(sealed.tables.get(T, b"a").await.err()));
    }
}
