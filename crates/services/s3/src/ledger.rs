//! Blobs without an owner, so that none outlives a crash for ever.
//!
//! Table `s3.ledger`: content id → JSON of [`Entry`]. A blob is entered before it becomes
//! visible; the commit that gives it an owner removes the entry, and the commit that takes its
//! last owner away enters it again. Whatever stands there belongs to nobody, or to what a process
//! is taking in. To be removed it is first moved to `swept:` and the content id, after which
//! nothing can adopt it any more: what was being taken in is lost to its writer, who is told so,
//! and never to a reader.
//!
//! A process that is alone removes what it finds at its start, and afterwards what loses its owner
//! at once, or when its last reader is done. Where there are others, one of them sweeps
//! ([`crate::sweep`]): an entry names who is taking in, so that only what a process left that has
//! ended is taken for ownerless, and blobs are removed a while after that, when readers elsewhere
//! are done and no write of a process that is gone can come any more.

use crate::content::Remains;
use crate::sweep::Others;
use crate::upload;
use platform::{Company, Error, Platform, Records, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::{Batch, BlobId, Condition, Scan, Table};

/// How long blobs stay after their content has lost its owner, where other processes may read or
/// write them: longer than a request lasts. Were it too short, a read would end with an error.
pub(crate) const GRACE: Duration = Duration::from_secs(600);

/// What stands before the content id of an entry that is being removed.
const SWEPT: &str = "swept:";

pub(crate) static LEDGER: Records<Entry> = Records::new(Table("s3.ledger"));

/// Blobs without an owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Entry {
    /// As a process that is alone enters them, and as all did in the first version.
    Alone(Vec<String>),
    /// A process among others is taking them in.
    TakenIn {
        blobs: Vec<String>,
        /// Its name, as [`crate::sweep`] knows it.
        by: String,
    },
    /// Nobody can adopt them any more.
    Ownerless {
        blobs: Vec<String>,
        /// When they may be removed, and what was written of them meanwhile too, in milliseconds
        /// since the epoch.
        due_ms: i64,
    },
}

impl Entry {
    pub(crate) fn blobs(&self) -> Vec<BlobId> {
        let (Self::Alone(blobs) | Self::TakenIn { blobs, .. } | Self::Ownerless { blobs, .. }) =
            self;
        blobs.iter().cloned().map(BlobId).collect()
    }
}

/// The ledger, and who reads what.
pub(crate) struct Ledger {
    pub(crate) platform: Arc<Platform>,
    /// The processes beside this one, if there may be any.
    pub(crate) others: Option<Others>,
    readers: Mutex<BTreeMap<String, Pinned>>,
}

/// The readers of one content.
#[derive(Default)]
struct Pinned {
    count: usize,
    /// What to remove when the last is done.
    doomed: Vec<BlobId>,
}

/// Holds a content's blobs in place.
pub(crate) struct ContentPin {
    ledger: Arc<Ledger>,
    id: String,
}

/// How far a content that was taken in has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Adoption {
    /// No commit can have given it an owner.
    Never,
    /// Of a commit nobody knows what became.
    Perhaps,
    /// It has an owner.
    Done,
}

impl Ledger {
    pub(crate) fn new(platform: Arc<Platform>) -> Arc<Self> {
        let is_shared = platform.leases.company() == Company::Shared;
        let others = is_shared.then(|| Others::new(platform.leases.clone()));
        Arc::new(Self { platform, others, readers: Mutex::default() })
    }

    /// Adds the entry of blobs that lose their owner to a batch.
    pub(crate) fn enter(&self, batch: Batch, id: &str, blobs: &[BlobId]) -> Result<Batch> {
        let entry = LEDGER.encode(&self.ownerless(blobs))?;
        Ok(batch.put(LEDGER.table, id.as_bytes(), entry))
    }

    fn ownerless(&self, blobs: &[BlobId]) -> Entry {
        let blobs = blobs.iter().map(|blob| blob.0.clone()).collect();
        if self.others.is_none() {
            return Entry::Alone(blobs);
        }
        let due_ms = self.platform.clock.now().millis().saturating_add(GRACE.as_millis() as i64);
        Entry::Ownerless { blobs, due_ms }
    }

    /// Adds the removal of remains to a batch.
    pub(crate) fn without(&self, batch: Batch, remains: &Remains) -> Result<Batch> {
        let mut batch = remains.removed_by(batch);
        for (id, blobs) in &remains.blobs {
            batch = self.enter(batch, id, blobs)?;
        }
        Ok(batch)
    }

    /// Enters a blob that is about to be written.
    pub(crate) async fn announce(&self, id: &str) -> Result<()> {
        let blobs = vec![id.to_owned()];
        let entry = match &self.others {
            None => Entry::Alone(blobs),
            Some(others) => Entry::TakenIn { blobs, by: others.own_name(&self.platform).await? },
        };
        let batch = Batch::new().put(LEDGER.table, id.as_bytes(), LEDGER.encode(&entry)?);
        Ok(self.platform.store.tables.commit(batch).await?)
    }

    /// Adds the removal of an entry to the batch that gives its blobs an owner, and the condition
    /// that it is still there.
    pub(crate) fn adopt(&self, batch: Batch, id: &str) -> Batch {
        batch.present(LEDGER.table, id.as_bytes()).delete(LEDGER.table, id.as_bytes())
    }

    /// Why a batch that was to adopt blobs lost them.
    pub(crate) fn swept() -> Error {
        let why = "what was taken in was swept, since this process was taken for ended";
        store::Error::Busy(why.to_owned()).into()
    }

    /// Removes a blob that was taken in and that nobody waits for any more, unless it has an owner.
    pub(crate) fn discard(self: &Arc<Self>, id: &str, adoption: Adoption) {
        let (ledger, id) = (self.clone(), id.to_owned());
        let condition = match (&self.others, adoption) {
            // The engine of a process that is alone takes no more writes until it starts again.
            (_, Adoption::Done) | (None, Adoption::Perhaps) => return,
            (None, Adoption::Never) => return self.reclaim_one(id.clone(), vec![BlobId(id)]),
            (Some(_), Adoption::Never) => None,
            (Some(_), Adoption::Perhaps) => {
                Some(Condition::Present(LEDGER.table, id.clone().into_bytes()))
            }
        };
        in_background(async move {
            let blob = BlobId(id.clone());
            if let Err(error) = ledger.bury(&id, condition, &[blob]).await {
                tracing::warn!(%error, content = id, "what was taken in for nothing stays");
            }
        });
    }

    /// Holds a content's blobs in place until the pin is dropped. The caller looks afterwards
    /// whether the content still has its owner.
    pub(crate) fn pin(self: &Arc<Self>, id: &str) -> ContentPin {
        self.lock().entry(id.to_owned()).or_default().count += 1;
        ContentPin { ledger: self.clone(), id: id.to_owned() }
    }

    /// Whether somebody holds a content in place, in this process.
    pub(crate) fn is_pinned(&self, id: &str) -> bool {
        self.lock().contains_key(id)
    }

    /// Removes the blobs of remains, after the commit that entered them.
    pub(crate) fn reclaim(self: &Arc<Self>, remains: Remains) {
        if self.others.is_some() {
            // The sweep does, in a while.
            return;
        }
        for (id, blobs) in remains.blobs {
            self.reclaim_one(id, blobs);
        }
    }

    /// Removes ownerless blobs that are entered already, now or after their last reader.
    fn reclaim_one(self: &Arc<Self>, id: String, blobs: Vec<BlobId>) {
        if let Some(readers) = self.lock().get_mut(&id) {
            readers.doomed.extend(blobs);
            return;
        }
        self.remove_in_background(id, blobs);
    }

    /// Removes what an earlier process left over. For a process that is alone.
    pub(crate) async fn sweep(self: &Arc<Self>) -> Result<()> {
        let tables = &*self.platform.store.tables;
        for (key, bytes) in tables.scan(LEDGER.table, Scan::prefix(b"")).await? {
            let blobs = LEDGER.decode(&key, &bytes)?.blobs();
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
            self.remove_in_background(id, blobs);
        }
        let ledger = self.clone();
        in_background(async move {
            if let Err(error) = upload::clear_ended(&ledger).await {
                tracing::warn!(%error, "parts of uploads that have ended stay until restart");
            }
        });
        Ok(())
    }

    /// Sees to it that nothing adopts blobs any more, if the condition holds, and removes them; what
    /// a late write makes of them the sweep removes after a while. For a process among others.
    pub(crate) async fn bury(
        &self,
        id: &str,
        condition: Option<Condition>,
        blobs: &[BlobId],
    ) -> Result<()> {
        let mut batch = self.enter(Batch::new(), &format!("{SWEPT}{id}"), blobs)?;
        batch.conditions.extend(condition);
        batch = batch.delete(LEDGER.table, id.as_bytes()).freeing();
        match self.platform.store.tables.commit(batch).await {
            // They have found their owner, or were buried by another.
            Err(store::Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error.into()),
            Ok(()) => self.delete_blobs(blobs).await,
        }
    }

    fn remove_in_background(self: &Arc<Self>, id: String, blobs: Vec<BlobId>) {
        let ledger = self.clone();
        in_background(async move {
            if let Err(error) = ledger.remove(&id, &blobs).await {
                tracing::warn!(%error, content = id, "bytes of a removed object stay until restart");
            }
        });
    }

    async fn remove(&self, key: &str, blobs: &[BlobId]) -> Result<()> {
        self.delete_blobs(blobs).await?;
        let batch = Batch::new().delete(LEDGER.table, key.as_bytes());
        Ok(self.platform.store.tables.commit(batch).await?)
    }

    pub(crate) async fn delete_blobs(&self, blobs: &[BlobId]) -> Result<()> {
        for blob in blobs {
            self.platform.store.blobs.delete(blob).await?;
        }
        Ok(())
    }

    /// Locks, whether or not a holder panicked: each change is complete before it can panic.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Pinned>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The content id of an entry's key.
pub(crate) fn content_id(key: &str) -> &str {
    key.strip_prefix(SWEPT).unwrap_or(key)
}

/// Without a runtime the process is ending; what was to be done is found in the ledger.
pub(crate) fn in_background(work: impl Future<Output = ()> + Send + 'static) {
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        runtime.spawn(work);
    }
}

impl Drop for ContentPin {
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
        let (one, two) = (ledger.pin(&id.0), ledger.pin(&id.0));
        ledger.reclaim_one(id.0.clone(), vec![id.clone()]);
        drop(one);
        assert!(platform.store.blobs.read(&id, 0..1).await.is_ok());
        drop(two);
        until(async || entries(&platform).await == 0).await;
        assert!(platform.store.blobs.list().await.unwrap().is_empty());
    }

    #[test]
    fn the_entry_keeps_its_layouts() {
        let blobs = || vec!["aa".to_owned(), "bb".to_owned()];
        for (stored, entry) in [
            (r#"["aa","bb"]"#, Entry::Alone(blobs())),
            (
                r#"{"blobs":["aa","bb"],"by":"cc"}"#,
                Entry::TakenIn { blobs: blobs(), by: "cc".to_owned() },
            ),
            (r#"{"blobs":["aa","bb"],"due_ms":7}"#, Entry::Ownerless { blobs: blobs(), due_ms: 7 }),
        ] {
            assert_eq!(LEDGER.decode(b"k", stored.as_bytes()).unwrap(), entry);
            assert_eq!(LEDGER.encode(&entry).unwrap(), stored);
        }
    }
}
