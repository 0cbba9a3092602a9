//! Blobs without an owner, so that none outlives a crash for ever.
//!
//! A service that keeps blobs has a table of them: content id → JSON of [`Entry`]. A blob is
//! entered before it becomes visible; the commit that gives it an owner removes the entry, and the
//! commit that takes its last owner away enters it again. Whatever stands there belongs to nobody,
//! or to what a process is taking in. To be removed it is first moved to `swept:` and the content
//! id, after which nothing can adopt it any more: what was being taken in is lost to its writer,
//! who is told so, and never to a reader.
//!
//! A process that is alone removes what it finds at its start, and afterwards what loses its owner
//! at once, or when its last reader is done. Where there are others, one of them sweeps
//! ([`sweep`]): an entry names who is taking in, so that only what a process left that has
//! ended is taken for ownerless, and blobs are removed a while after that, when readers elsewhere
//! are done and no write of a process that is gone can come any more.

mod sweep;

use crate::{BoxFuture, Company, Error, Platform, Records, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::{Batch, BlobId, Condition, Scan, Table};
use sweep::Others;
pub use sweep::Sweeper;

/// How long blobs stay after their content has lost its owner, where other processes may read or
/// write them: longer than a request lasts. Were it too short, a read would end with an error.
pub const GRACE: Duration = Duration::from_secs(600);

/// What stands before the content id of an entry that is being removed.
const SWEPT: &str = "swept:";

/// Blobs without an owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Entry {
    /// As a process that is alone enters them, and as all did in the first version.
    Alone(Vec<String>),
    /// A process among others is taking them in.
    TakenIn {
        /// Their ids.
        blobs: Vec<String>,
        /// Its name, as [`sweep`] knows it.
        by: String,
    },
    /// Nobody can adopt them any more.
    Ownerless {
        /// Their ids.
        blobs: Vec<String>,
        /// When they may be removed, and what was written of them meanwhile too, in milliseconds
        /// since the epoch.
        due_ms: i64,
    },
}

impl Entry {
    /// The blobs.
    pub fn blobs(&self) -> Vec<BlobId> {
        let (Self::Alone(blobs) | Self::TakenIn { blobs, .. } | Self::Ownerless { blobs, .. }) =
            self;
        blobs.iter().cloned().map(BlobId).collect()
    }
}

/// Whose blobs they are.
pub struct Kind {
    /// The service's table of them. A value without bytes, as Lambda kept them first, stands for
    /// the blob that the key names.
    pub records: &'static Records<Entry>,
    /// What the names of its leases begin with.
    pub name: &'static str,
    /// What else a sweep does, before it looks: what it leaves in the ledger is swept too.
    pub first: fn(Arc<Ledger>) -> BoxFuture<'static, Result<()>>,
}

/// The ledger, and who reads what.
pub struct Ledger {
    /// The ground that it stands on.
    pub platform: Arc<Platform>,
    kind: Kind,
    /// The processes beside this one, if there may be any.
    others: Option<Others>,
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
pub struct ContentPin {
    ledger: Arc<Ledger>,
    id: String,
}

/// How far a content that was taken in has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adoption {
    /// No commit can have given it an owner.
    Never,
    /// Of a commit nobody knows what became.
    Perhaps,
    /// It has an owner.
    Done,
}

impl Ledger {
    /// The ledger of a service. Nothing is swept before [`begin`](Self::begin).
    pub fn new(platform: Arc<Platform>, kind: Kind) -> Arc<Self> {
        let is_shared = platform.leases.company() == Company::Shared;
        let others = is_shared.then(|| Others::new(platform.leases.clone(), kind.name));
        Arc::new(Self { platform, kind, others, readers: Mutex::default() })
    }

    /// Begins to remove what is left over: alone at once what an earlier process left, beside
    /// others from time to time, until the sweeper is dropped. Call it within a tokio runtime.
    pub async fn begin(self: &Arc<Self>) -> Option<Sweeper> {
        if self.others.is_none()
            && let Err(error) = self.sweep_alone().await
        {
            tracing::warn!(%error, "bytes of what was removed stay until the next start");
        }
        sweep::keep_sweeping(self)
    }

    fn table(&self) -> Table {
        self.kind.records.table
    }

    /// What stands at a key.
    fn read(&self, key: &[u8], bytes: &[u8]) -> Result<Entry> {
        if bytes.is_empty() {
            return Ok(Entry::Alone(vec![String::from_utf8_lossy(key).into_owned()]));
        }
        self.kind.records.decode(key, bytes)
    }

    /// Adds the entry of blobs that lose their owner to a batch, under the content id that their
    /// readers hold.
    ///
    /// # Errors
    /// None that happens: an entry is always JSON.
    pub fn enter(&self, batch: Batch, id: &str, blobs: &[BlobId]) -> Result<Batch> {
        let entry = self.kind.records.encode(&self.ownerless(blobs))?;
        Ok(batch.put(self.table(), id.as_bytes(), entry))
    }

    fn ownerless(&self, blobs: &[BlobId]) -> Entry {
        let blobs = blobs.iter().map(|blob| blob.0.clone()).collect();
        if self.others.is_none() {
            return Entry::Alone(blobs);
        }
        let due_ms = self.platform.clock.now().millis().saturating_add(GRACE.as_millis() as i64);
        Entry::Ownerless { blobs, due_ms }
    }

    /// Enters a blob that is about to be written.
    ///
    /// # Errors
    /// The store's.
    pub async fn announce(&self, id: &str) -> Result<()> {
        let blobs = vec![id.to_owned()];
        let entry = match &self.others {
            None => Entry::Alone(blobs),
            Some(others) => Entry::TakenIn { blobs, by: others.own_name(&self.platform).await? },
        };
        let batch =
            Batch::new().put(self.table(), id.as_bytes(), self.kind.records.encode(&entry)?);
        Ok(self.platform.store.tables.commit(batch).await?)
    }

    /// Adds the removal of an entry to the batch that gives its blobs an owner, and the condition
    /// that it is still there.
    pub fn adopt(&self, batch: Batch, id: &str) -> Batch {
        batch.present(self.table(), id.as_bytes()).delete(self.table(), id.as_bytes())
    }

    /// Why a batch that was to adopt blobs lost them.
    pub fn swept() -> Error {
        let why = "what was taken in was swept, since this process was taken for ended";
        store::Error::Busy(why.to_owned()).into()
    }

    /// Removes a blob that was taken in and that nobody waits for any more, unless it has an owner.
    pub fn discard(self: &Arc<Self>, id: &str, adoption: Adoption) {
        let (ledger, id) = (self.clone(), id.to_owned());
        let condition = match (&self.others, adoption) {
            // The engine of a process that is alone takes no more writes until it starts again.
            (_, Adoption::Done) | (None, Adoption::Perhaps) => return,
            (None, Adoption::Never) => return self.reclaim_one(id.clone(), vec![BlobId(id)]),
            (Some(_), Adoption::Never) => None,
            (Some(_), Adoption::Perhaps) => {
                Some(Condition::Present(self.table(), id.clone().into_bytes()))
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
    pub fn pin(self: &Arc<Self>, id: &str) -> ContentPin {
        self.lock().entry(id.to_owned()).or_default().count += 1;
        ContentPin { ledger: self.clone(), id: id.to_owned() }
    }

    /// Whether somebody holds a content in place, in this process.
    fn is_pinned(&self, id: &str) -> bool {
        self.lock().contains_key(id)
    }

    /// Removes blobs that have lost their owner, each under the content id that its readers hold,
    /// after the commit that entered them.
    pub fn reclaim(self: &Arc<Self>, blobs: Vec<(String, Vec<BlobId>)>) {
        if self.others.is_some() {
            // The sweep does, in a while.
            return;
        }
        for (id, blobs) in blobs {
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

    /// Removes what an earlier process left over.
    async fn sweep_alone(self: &Arc<Self>) -> Result<()> {
        let tables = &*self.platform.store.tables;
        for (key, bytes) in tables.scan(self.table(), Scan::prefix(b"")).await? {
            let blobs = self.read(&key, &bytes)?.blobs();
            let mut id = String::from_utf8_lossy(&key).into_owned();
            if !id.starts_with(SWEPT) {
                id.insert_str(0, SWEPT);
                let batch = Batch::new().equals(self.table(), &key[..], bytes.clone());
                let batch = batch.delete(self.table(), &key[..]);
                match tables.commit(batch.put(self.table(), id.as_bytes(), bytes).freeing()).await {
                    // It has found its owner.
                    Err(store::Error::Conflict(_)) => continue,
                    moved => moved?,
                }
            }
            self.remove_in_background(id, blobs);
        }
        let ledger = self.clone();
        in_background(async move {
            if let Err(error) = (ledger.kind.first)(ledger.clone()).await {
                tracing::warn!(%error, "some of what was left over stays until restart");
            }
        });
        Ok(())
    }

    /// Sees to it that nothing adopts blobs any more, if the condition holds, and removes them; what
    /// a late write makes of them the sweep removes after a while. For a process among others.
    async fn bury(&self, id: &str, condition: Option<Condition>, blobs: &[BlobId]) -> Result<()> {
        let mut batch = self.enter(Batch::new(), &format!("{SWEPT}{id}"), blobs)?;
        batch.conditions.extend(condition);
        batch = batch.delete(self.table(), id.as_bytes()).freeing();
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
                tracing::warn!(%error, content = id, "bytes of what was removed stay until restart");
            }
        });
    }

    async fn remove(&self, key: &str, blobs: &[BlobId]) -> Result<()> {
        self.delete_blobs(blobs).await?;
        let batch = Batch::new().delete(self.table(), key.as_bytes());
        Ok(self.platform.store.tables.commit(batch).await?)
    }

    async fn delete_blobs(&self, blobs: &[BlobId]) -> Result<()> {
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
fn content_id(key: &str) -> &str {
    key.strip_prefix(SWEPT).unwrap_or(key)
}

/// Without a runtime the process is ending; what was to be done is found in the ledger.
pub fn in_background(work: impl Future<Output = ()> + Send + 'static) {
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
    use crate::testing::{platform, until};
    use bytes::Bytes;

    static LEFT: Records<Entry> = Records::new(Table("left"));

    /// The ledger of a process that begins.
    fn ledger(platform: &Arc<Platform>) -> Arc<Ledger> {
        let first = |_| -> BoxFuture<'static, Result<()>> { Box::pin(async { Ok(()) }) };
        Ledger::new(platform.clone(), Kind { records: &LEFT, name: "t", first })
    }

    async fn blob(platform: &Platform, id: &str) -> BlobId {
        let id = BlobId(format!("{id:0>32}"));
        let mut writer = platform.store.blobs.create(&id).await.unwrap();
        writer.write(Bytes::from_static(b"x")).await.unwrap();
        writer.finish().await.unwrap();
        id
    }

    async fn entries(platform: &Platform) -> usize {
        LEFT.scan(&*platform.store.tables, Scan::prefix(b"")).await.unwrap().len()
    }

    #[tokio::test]
    async fn what_a_crash_left_over_is_swept_and_the_rest_stays() {
        let (platform, _) = platform();
        let own = ledger(&platform);
        let (orphan, other) = (blob(&platform, "a").await, blob(&platform, "b").await);
        own.announce(&orphan.0).await.unwrap();
        ledger(&platform).sweep_alone().await.unwrap();
        until(async || entries(&platform).await == 0).await;
        assert_eq!(platform.store.blobs.list().await.unwrap(), [other]);
    }

    #[tokio::test]
    async fn what_was_swept_is_adopted_by_nobody() {
        let (platform, _) = platform();
        let own = ledger(&platform);
        let (swept, adopted) = (blob(&platform, "a").await, blob(&platform, "b").await);
        own.announce(&swept.0).await.unwrap();
        ledger(&platform).sweep_alone().await.unwrap();
        let adopt = |id: &BlobId| platform.store.tables.commit(own.adopt(Batch::new(), &id.0));
        assert!(matches!(adopt(&swept).await, Err(store::Error::Conflict(0))));
        until(async || entries(&platform).await == 0).await;
        own.announce(&adopted.0).await.unwrap();
        adopt(&adopted).await.unwrap();
        ledger(&platform).sweep_alone().await.unwrap();
        assert_eq!(platform.store.blobs.list().await.unwrap(), [adopted]);
    }

    #[tokio::test]
    async fn a_sweep_that_was_cut_short_is_finished() {
        let (platform, _) = platform();
        let own = ledger(&platform);
        let id = blob(&platform, "a").await;
        let batch = own.enter(Batch::new(), &format!("{SWEPT}{}", id.0), &[id]).unwrap();
        platform.store.tables.commit(batch).await.unwrap();
        own.sweep_alone().await.unwrap();
        until(async || entries(&platform).await == 0).await;
        assert!(platform.store.blobs.list().await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_content_is_removed_after_its_last_reader() {
        let (platform, _) = platform();
        let own = ledger(&platform);
        let id = blob(&platform, "a").await;
        own.announce(&id.0).await.unwrap();
        let (one, two) = (own.pin(&id.0), own.pin(&id.0));
        own.reclaim_one(id.0.clone(), vec![id.clone()]);
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
            assert_eq!(LEFT.decode(b"k", stored.as_bytes()).unwrap(), entry);
            assert_eq!(LEFT.encode(&entry).unwrap(), stored);
        }
    }
}
