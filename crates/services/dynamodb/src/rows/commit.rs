//! The one commit of changes of items: rows, entries of indexes and records of streams together.

use super::index::{self, Touched};
use super::{Change, Key, Stored};
use crate::Dynamodb;
use crate::records::item::ITEMS;
use crate::streams::Changed;
use crate::value::codec;
use bytes::Bytes;
use platform::Result;
use std::collections::BTreeSet;
use store::{Batch, Condition, Table, Write};

/// What a commit has written beside the items, of each change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// The entries of indexes.
    pub touched: Vec<Vec<Touched>>,
}

impl Dynamodb {
    /// The item that lies under a key, if any.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn stored(&self, key: &Key) -> Result<Option<Stored>> {
        decode(self.platform.store.tables.get(ITEMS, &key.row).await?)
    }

    /// The items that lie under keys, all as they were at one instant.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn stored_all(
        &self,
        keys: impl IntoIterator<Item = &Key>,
    ) -> Result<Vec<Option<Stored>>> {
        let keys: Vec<(Table, &[u8])> = keys.into_iter().map(|key| (ITEMS, &*key.row)).collect();
        let rows = self.platform.store.tables.get_all(&keys).await?;
        rows.into_iter().map(decode).collect()
    }

    /// Makes changes, all or none, together with what else is in `batch`. Gives nothing where
    /// something was not as it was read any more, and so nothing has happened.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn commit(&self, changes: &[Change], batch: Batch) -> Result<Option<Written>> {
        let (batch, written) = prepared(changes, batch);
        let changed: Vec<_> = changes.iter().filter_map(changed).collect();
        match self.commit_recorded(batch, &changed).await {
            Ok(()) => Ok(Some(written)),
            Err(store::Error::Conflict(_)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// A change as its record tells of it.
fn changed(change: &Change) -> Option<Changed<'_>> {
    (!change.is_check).then(|| Changed {
        table: &change.table.record,
        row: &change.key.row,
        spread: change.key.spread,
        before: change.before.as_ref().map(|(item, _)| item),
        after: change.after.as_ref(),
        by_ttl: change.by_ttl,
    })
}

fn decode(row: Option<Bytes>) -> Result<Option<Stored>> {
    row.map(|row| Ok((codec::decode_item(&row)?, row))).transpose()
}

/// The batch that makes these changes on the condition that all is as it was read.
fn prepared(changes: &[Change], mut batch: Batch) -> (Batch, Written) {
    let mut tables = BTreeSet::new();
    let mut written = Written::default();
    let mut removed = 0;
    for change in changes {
        if tables.insert(change.table.id) {
            batch = change.table.unchanged(batch);
        }
        if !change.is_blind {
            let row = change.key.row.clone();
            batch.conditions.push(match &change.before {
                Some((_, bytes)) => Condition::Equals(ITEMS, row, bytes.clone()),
                None => Condition::Absent(ITEMS, row),
            });
        }
        if change.is_check {
            written.touched.push(Vec::new());
            continue;
        }
        let encoded = change.after.as_ref().map(|item| Bytes::from(codec::encode_item(item)));
        let touched;
        (batch, touched) = index::maintain(change, encoded.as_ref(), batch);
        written.touched.push(touched);
        match (encoded, &change.before) {
            (Some(encoded), _) => {
                batch.writes.push(Write::Put(ITEMS, change.key.row.clone(), encoded));
            }
            (None, Some((_, bytes))) => {
                removed += bytes.len() as u64;
                batch.writes.push(Write::Delete(ITEMS, change.key.row.clone()));
            }
            (None, None) if change.is_blind => {
                batch.writes.push(Write::Delete(ITEMS, change.key.row.clone()));
            }
            (None, None) => {}
        }
    }
    if removed > 0 {
        batch = batch.removing(removed);
    }
    (batch, written)
}
