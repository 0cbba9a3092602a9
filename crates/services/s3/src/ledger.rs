//! Blobs without an owner, so that none outlives a crash for ever.
//!
//! Table `s3.ledger`: content id → JSON list of blob ids. A blob is entered before it becomes
//! visible; the commit that gives it an owner removes the entry, and the commit that takes its
//! last owner away enters it again. What stands in the ledger when a process starts belongs to
//! nobody, or to what another process is taking in; it is removed in the background. It is first
//! moved to `swept:` and the content id, after which nothing can adopt it any more: what was being
//! taken in is lost to its writer, who is told so, and never to a reader.
//!
//! A content that is being read is removed when its last reader is done.

use platform::{Error, Platform, Records, Result};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Batch, BlobId, Scan, Table};

/// What stands before the content id of an entry that is being removed.
const SWEPT: &str = "swept:";

static LEDGER: Records<Vec<String>> = Records::new(Table("s3.ledger"));

/// The ledger, and who reads what.
pub(crate) struct Ledger {
    platform: Arc<Platform>,
    readers: Mutex<BTreeMap<String, Readers>>,
}

/// The readers of one content.
#[derive(Default)]
struct Readers {
    count: usize,
    /// What to remove when the last is done.
    doomed: Vec<BlobId>,
}

/// Holds a content's blobs in place.
pub(crate) struct Lease {
    ledger: Arc<Ledger>,
    id: String,
}

impl Ledger {
    pub(crate) fn new(platform: Arc<Platform>) -> Arc<Self> {
        Arc::new(Self { platform, readers: Mutex::default() })
    }

    /// Adds the entry of ownerless blobs to a batch.
    pub(crate) fn enter(&self, batch: Batch, id: &str, blobs: &[BlobId]) -> Result<Batch> {
        let blobs = blobs.iter().map(|blob| blob.0.clone()).collect();
        Ok(batch.put(LEDGER.table, id.as_bytes(), LEDGER.encode(&blobs)?))
    }

    /// Enters a blob that is about to be written.
    pub(crate) async fn announce(&self, id: &str) -> Result<()> {
        let batch = self.enter(Batch::new(), id, &[BlobId(id.to_owned())])?;
        Ok(self.platform.store.tables.commit(batch).await?)
    }

    /// Adds the removal of an entry to the batch that gives its blobs an owner, and the condition
    /// that it is still there.
    pub(crate) fn adopt(&self, batch: Batch, id: &str) -> Batch {
        batch.present(LEDGER.table, id.as_bytes()).delete(LEDGER.table, id.as_bytes())
    }

    /// Why a batch that was to adopt blobs lost them.
    pub(crate) fn swept() -> Error {
        store::Error::Busy("what was taken in was swept by a process that started".into()).into()
    }

    /// Holds a content's blobs in place until the lease is dropped. The caller looks afterwards
    /// whether the content still has its owner.
    pub(crate) fn lease(self: &Arc<Self>, id: &str) -> Lease {
        self.lock().entry(id.to_owned()).or_default().count += 1;
        Lease { ledger: self.clone(), id: id.to_owned() }
    }

    /// Removes ownerless blobs that are entered already, now or after their last reader.
    pub(crate) fn reclaim(self: &Arc<Self>, id: &str, blobs: Vec<BlobId>) {
        if let Some(readers) = self.lock().get_mut(id) {
            readers.doomed.extend(blobs);
            return;
        }
        self.remove_in_background(id.to_owned(), blobs);
    }

    /// Removes what an earlier process left over.
    pub(crate) async fn sweep(self: &Arc<Self>) -> Result<()> {
        let tables = &*self.platform.store.tables;
        for (key, bytes) in tables.scan(LEDGER.table, Scan::prefix(b"")).await? {
            let blobs = LEDGER.decode(&key, &bytes)?;
            let mut id = String::from_utf8_lossy(&key).into_owned();
            if !id.starts_with(SWEPT) {
                id.insert_str(0, SWEPT);
                let batch = Batch::new().equals(LEDGER.table, &key[..], bytes.clone());
                let batch = batch.delete(LEDGER.table, &key[..]);
                match tables.commit(batch.put(LEDGER.table, id.as_bytes(), bytes).freeing()).await {
                    // It has found its owner.
                    Err(store::Error::Conflict(_)) => continue,
                    moved => moved?,
                }
            }
            self.remove_in_background(id, blobs.into_iter().map(BlobId).collect());
        }
        Ok(())
    }

    fn remove_in_background(self: &Arc<Self>, id: String, blobs: Vec<BlobId>) {
        // Without a runtime the process is ending; the entry is swept at the next start.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let ledger = self.clone();
        runtime.spawn(async move {
            if let Err(error) = ledger.remove(&id, &blobs).await {
                tracing::warn!(%error, content = id, "bytes of a removed object stay until restart");
            }
        });
    }

    async fn remove(&self, id: &str, blobs: &[BlobId]) -> Result<()> {
        for blob in blobs {
            self.platform.store.blobs.delete(blob).await?;
        }
        let batch = Batch::new().delete(LEDGER.table, id.as_bytes());
        Ok(self.platform.store.tables.commit(batch).await?)
    }

    /// Locks, whether or not a holder panicked: each change is complete before it can panic.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Readers>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut all = self.ledger.lock();
        let Some(readers) = all.get_mut(&self.id) else { return };
        readers.count -= 1;
        if readers.count > 0 {
            return;
        }
        let doomed = all.remove(&self.id).map(|readers| readers.doomed).unwrap_or_default();
        drop(all);
        if !doomed.is_empty() {
            self.ledger.remove_in_background(self.id.clone(), doomed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::until;
    use bytes::Bytes;

    async fn blob(platform: &Platform, id: &str) -> BlobId {
        let id = BlobId(format!("{id:0>32}"));
        let mut writer = platform.store.blobs.create(&id).await.unwrap();
        writer.write(Bytes::from_static(b"x")).await.unwrap();
        writer.finish().await.unwrap();
        id
    }

    async fn entries(platform: &Platform) -> usize {
        LEDGER.scan(&*platform.store.tables, Scan::prefix(b"")).await.unwrap().len()
    }

    #[tokio::test]
    async fn what_a_crash_left_over_is_swept_and_the_rest_stays() {
        let (platform, _) = platform::testing::platform();
        let ledger = Ledger::new(platform.clone());
        let (orphan, other) = (blob(&platform, "a").await, blob(&platform, "b").await);
        ledger.announce(&orphan.0).await.unwrap();
        Ledger::new(platform.clone()).sweep().await.unwrap();
        until(async || entries(&platform).await == 0).await;
        assert_eq!(platform.store.blobs.list().await.unwrap(), [other]);
    }

    /// Another process that starts may sweep what this one is taking in.
    #[tokio::test]
    async fn what_was_swept_is_adopted_by_nobody() {
        let (platform, _) = platform::testing::platform();
        let ledger = Ledger::new(platform.clone());
        let (swept, adopted) = (blob(&platform, "a").await, blob(&platform, "b").await);
        ledger.announce(&swept.0).await.unwrap();
        Ledger::new(platform.clone()).sweep().await.unwrap();
        let adopt = |id: &BlobId| platform.store.tables.commit(ledger.adopt(Batch::new(), &id.0));
        assert!(matches!(adopt(&swept).await, Err(store::Error::Conflict(0))));
        until(async || entries(&platform).await == 0).await;
        ledger.announce(&adopted.0).await.unwrap();
        adopt(&adopted).await.unwrap();
        Ledger::new(platform.clone()).sweep().await.unwrap();
        assert_eq!(platform.store.blobs.list().await.unwrap(), [adopted]);
    }

    #[tokio::test]
    async fn a_sweep_that_was_cut_short_is_finished() {
        let (platform, _) = platform::testing::platform();
        let ledger = Ledger::new(platform.clone());
        let id = blob(&platform, "a").await;
        let batch = ledger.enter(Batch::new(), &format!("{SWEPT}{}", id.0), &[id]).unwrap();
        platform.store.tables.commit(batch).await.unwrap();
        ledger.sweep().await.unwrap();
        until(async || entries(&platform).await == 0).await;
        assert!(platform.store.blobs.list().await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_content_is_removed_after_its_last_reader() {
        let (platform, _) = platform::testing::platform();
        let ledger = Ledger::new(platform.clone());
        let id = blob(&platform, "a").await;
        ledger.announce(&id.0).await.unwrap();
        let (one, two) = (ledger.lease(&id.0), ledger.lease(&id.0));
        ledger.reclaim(&id.0, vec![id.clone()]);
        drop(one);
        assert!(platform.store.blobs.read(&id, 0..1).await.is_ok());
        drop(two);
        until(async || entries(&platform).await == 0).await;
        assert!(platform.store.blobs.list().await.unwrap().is_empty());
    }

    #[test]
    fn the_entry_keeps_its_layout() {
        let blobs = LEDGER.decode(b"k", br#"["aa","bb"]"#).unwrap();
        assert_eq!(LEDGER.encode(&blobs).unwrap(), &br#"["aa","bb"]"#[..]);
    }
}
