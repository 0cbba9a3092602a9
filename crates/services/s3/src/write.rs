//! The one commit by which an object appears, is replaced or changed.

use crate::bucket::{self, Reached};
use crate::chain::Chain;
use crate::changes::{BUCKET, Changes, Stale};
use crate::conditions::WriteCondition;
use crate::errors;
use crate::intake::Draft;
use crate::notify::{Deed, Subject};
use crate::object::{self, Object};
use crate::read::{About, readable};
use crate::replication;
use crate::service::{Place, S3};
use crate::tags::Tags;
use crate::version::{Kept, Named};
use platform::{Context, Ledger, Result};
use store::Batch;

/// What came of a write.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Committed {
    /// The object as it stands.
    Done(Box<Object>),
    /// A condition that the caller added did not hold.
    Lost,
}

/// What came of an attempt to commit.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// The bucket's row is not as it was read.
    BucketChanged,
    /// Another row that was read is not.
    Stale,
    /// A condition that was added does not hold.
    Lost,
}

impl Committed {
    fn done(object: Object) -> Self {
        Self::Done(Box::new(object))
    }
}

impl S3 {
    /// Puts an object whose content was just taken in, and gives it as it stands; the content goes if
    /// the object does not come to be.
    ///
    /// # Errors
    /// As [`replace`](S3::replace).
    pub(crate) async fn place(
        &self,
        deed: &Deed<'_>,
        place: &Place<'_>,
        condition: &WriteCondition,
        object: Object,
        draft: Draft,
    ) -> Result<Object> {
        let dress = |batch| Ok(draft.adopted_by(batch));
        match self.replace(deed, place, condition, object, dress).await {
            Ok(Committed::Done(object)) => {
                draft.adopted();
                Ok(*object)
            }
            Ok(Committed::Lost) => {
                draft.not_adopted();
                Err(Ledger::swept())
            }
            Err(error) => {
                // Of a commit that the store failed nobody knows what became.
                if !error.is_server_fault() {
                    draft.not_adopted();
                }
                Err(error)
            }
        }
    }

    /// Puts `new` in the place of whatever is current, if the condition holds at the instant of the
    /// commit. What was current goes, or stays as a version, as the bucket's versioning says. `dress`
    /// adds to the batch what belongs to it, and so does who is to be told.
    /// Of two writers the last to commit wins.
    ///
    /// # Errors
    /// The condition's own, `NoSuchBucket`, or the store's.
    pub(crate) async fn replace(
        &self,
        deed: &Deed<'_>,
        place: &Place<'_>,
        condition: &WriteCondition,
        new: Object,
        dress: impl Fn(Batch) -> Result<Batch>,
    ) -> Result<Committed> {
        let tables = &*self.platform.store.tables;
        let new = Kept::Object(new);
        let mut open = bucket::open(tables, place.bucket, place.reached).await?;
        loop {
            let mut changes = Changes::new(tables, &open);
            let placed =
                self.try_put(deed.cx, &mut changes, (&open, place.key), condition, new.clone());
            let Ok(placed) = placed.await? else { continue };
            let dress = |batch| {
                let version = Some(placed.id()).filter(|_| !placed.is_null());
                let object = placed.object();
                let subject = Subject { key: place.key, object, version, replication: None };
                let batch = self.tell(dress(batch)?, deed, &open, &subject)?;
                self.replicate_new(batch, deed, &open, (place.key, &placed))
            };
            match self.commit(changes, dress).await? {
                Outcome::Done => {
                    return Ok(placed.into_object().map_or(Committed::Lost, Committed::done));
                }
                Outcome::BucketChanged => {
                    let known = &place.reached.bucket;
                    open = bucket::open_again(tables, place.bucket, known).await?;
                }
                Outcome::Stale => {}
                Outcome::Lost => return Ok(Committed::Lost),
            }
        }
    }

    /// Adds a write to what is to be committed.
    async fn try_put(
        &self,
        cx: &Context,
        changes: &mut Changes<'_>,
        (open, key): (&Reached, &str),
        condition: &WriteCondition,
        new: Kept,
    ) -> Result<std::result::Result<Kept, Stale>> {
        let chain = Chain::new(open, key);
        let old = chain.current(changes).await?;
        let life_cycle = &open.bucket.settings.lifecycle;
        condition.judge(key, old.as_ref().and_then(Kept::object), life_cycle)?;
        let mut new = new;
        if let (Kept::Object(object), Some(locking)) = (&mut new, &open.bucket.settings.locking) {
            locking.dress(object, cx.now());
        }
        if let (Kept::Object(object), Some(set)) = (&mut new, &open.bucket.settings.replication) {
            object.replication = replication::begun(&set.0, key, object);
        }
        chain.put(changes, (new, old), (&*self.platform.ids, cx.now())).await
    }

    /// Commits changes. `dress` adds to the batch what belongs to them.
    ///
    /// # Errors
    /// The store's, and those of `dress`.
    pub(crate) async fn commit(
        &self,
        changes: Changes<'_>,
        dress: impl FnOnce(Batch) -> Result<Batch>,
    ) -> Result<Outcome> {
        let (batch, conditions) = changes.batch(&self.ledger)?;
        match self.platform.deadlines.commit(dress(batch)?).await {
            Ok(()) => {
                self.ledger.reclaim(changes.remains.blobs);
                Ok(Outcome::Done)
            }
            Err(store::Error::Conflict(BUCKET)) => Ok(Outcome::BucketChanged),
            Err(store::Error::Conflict(index)) if index < conditions => Ok(Outcome::Stale),
            Err(store::Error::Conflict(_)) => Ok(Outcome::Lost),
            Err(error) => Err(error.into()),
        }
    }

    /// Changes what is told of an object, or of a version of it, where it stands: not its content.
    /// `change` is asked again where it has changed meanwhile. Gives the object as it stands then.
    ///
    /// # Errors
    /// `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` for a delete marker, `NoSuchBucket`, those of
    /// `change`, or the store's.
    pub(crate) async fn amend(
        &self,
        deed: &Deed<'_>,
        place: &Place<'_>,
        version: Option<&str>,
        change: impl Fn(&mut Object) -> Result<()>,
    ) -> Result<Object> {
        match self.amend_with(deed, place, version, change, |batch, _| Ok(batch)).await? {
            Committed::Done(object) => Ok(*object),
            // Nothing was added that could be lost.
            Committed::Lost => Err(errors::operation_aborted()),
        }
    }

    /// The same, where `dress` adds to the batch what belongs to the object as it will stand.
    ///
    /// # Errors
    /// As [`amend`](S3::amend).
    pub(crate) async fn amend_with(
        &self,
        deed: &Deed<'_>,
        place: &Place<'_>,
        version: Option<&str>,
        change: impl Fn(&mut Object) -> Result<()>,
        dress: impl Fn(Batch, &Object) -> Result<Batch>,
    ) -> Result<Committed> {
        let tables = &*self.platform.store.tables;
        let named = Named::read(version)?;
        object::check_key(place.key)?;
        let mut open = bucket::open(tables, place.bucket, place.reached).await?;
        loop {
            let found = self.stand(&open, place.key, named.as_ref()).await?;
            let (standing, mut object) =
                readable((place.key, named.as_ref()), found, About::Beside(deed.method()))?;
            change(&mut object)?;
            let to = match &open.bucket.settings.replication {
                Some(set) if deed.is_replicated() => {
                    replication::changed(&set.0, place.key, &mut object)
                }
                _ => Vec::new(),
            };
            let mut changes = Changes::new(tables, &open);
            changes.demand(standing.table, &standing.row, standing.bytes.clone());
            changes.put(standing.table, &standing.row, standing.value(&object)?);
            let tell = |batch| {
                let version = object.version.as_ref().and_then(|version| version.id.as_deref());
                let told = Some(&object);
                let subject = Subject { key: place.key, object: told, version, replication: None };
                let batch = self.tell(dress(batch, &object)?, deed, &open, &subject)?;
                self.replicate_to(batch, deed, &open, (place.key, object.version_id()), &to)
            };
            match self.commit(changes, tell).await? {
                Outcome::Done => return Ok(Committed::done(object)),
                Outcome::BucketChanged => {
                    let known = &place.reached.bucket;
                    open = bucket::open_again(tables, place.bucket, known).await?;
                }
                Outcome::Stale => {}
                Outcome::Lost => return Ok(Committed::Lost),
            }
        }
    }

    /// Gives an object other tags.
    ///
    /// # Errors
    /// As [`amend`](S3::amend).
    pub(crate) async fn tag(
        &self,
        deed: &Deed<'_>,
        place: &Place<'_>,
        version: Option<&str>,
        tags: &Tags,
    ) -> Result<Object> {
        let change = |object: &mut Object| {
            object.headers.tags.clone_from(tags);
            Ok(())
        };
        self.amend(deed, place, version, change).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{get, make_bucket, put, put_request, until, world};
    use platform::Platform;
    use shapes::s3::ops::PutObject;
    use store::faulty::{Call, Fault, Faults};

    #[tokio::test]
    async fn replaced_and_removed_contents_leave_nothing_behind() -> Result<()> {
        let (service, cx, _) = world().await;
        let blobs = async || cx.platform().store.blobs.list().await.unwrap().len();
        put(&service, &cx, "k", vec![1; 50_000]).await;
        put(&service, &cx, "k", vec![2; 60_000]).await;
        until(async || blobs().await == 1).await;
        put(&service, &cx, "k", "small").await;
        until(async || blobs().await == 0).await;
        assert_eq!(get(&service, &cx, "k").await?, "small");
        put(&service, &cx, "k", "smaller").await;
        let inline = cx.tables().scan(crate::content::INLINE, store::Scan::prefix(b"")).await?;
        assert_eq!(inline.len(), 1);
        Ok(())
    }

    /// A commit whose sync failed may have happened: whichever it was, the object that stands
    /// afterwards can be read, and no bytes are left over.
    #[tokio::test]
    async fn a_commit_of_unknown_fate_leaves_an_object_that_can_be_read() -> Result<()> {
        for kept in [true, false] {
            let faults = Faults::default();
            let (ground, _) = platform::testing::platform();
            let store = faults.wrap(ground.store.clone());
            let platform = Platform::new(store, ground.clock.clone(), ground.ids.clone());
            let cx = platform::testing::context(&platform);
            let service = S3::new(platform.clone()).await;
            make_bucket(&service, &cx, "bucket").await;
            put(&service, &cx, "k", vec![1; 50_000]).await;
            // The first commit of a large PUT enters the blob in the ledger.
            faults.fail_after(1, Call::Commit, Fault::Sync { kept });
            let request = put_request("k", vec![2; 60_000]);
            let failed = cx.run::<PutObject, _>(&*service, request).await.unwrap_err();
            assert!(failed.is_server_fault());
            faults.heal();
            let service = S3::new(platform.clone()).await;
            until(async || platform.store.blobs.list().await.unwrap().len() == 1).await;
            let found = get(&service, &cx, "k").await?;
            assert_eq!(found.len(), if kept { 60_000 } else { 50_000 });
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_full_disk_keeps_the_object_that_was_there() -> Result<()> {
        let faults = Faults::default();
        let (ground, _) = platform::testing::platform();
        let store = faults.wrap(ground.store.clone());
        let platform = Platform::new(store, ground.clock.clone(), ground.ids.clone());
        let cx = platform::testing::context(&platform);
        let service = S3::new(platform.clone()).await;
        make_bucket(&service, &cx, "bucket").await;
        put(&service, &cx, "k", vec![1; 50_000]).await;
        for call in [Call::CreateBlob, Call::WriteBlob, Call::FinishBlob, Call::Commit] {
            faults.fail_next(call, Fault::Full);
            let request = put_request("k", vec![2; 60_000]);
            let failed = cx.run::<PutObject, _>(&*service, request).await.unwrap_err();
            assert_eq!(failed.shape.status, 503, "{call:?}");
            assert_eq!(get(&service, &cx, "k").await?.len(), 50_000);
            until(async || platform.store.blobs.list().await.unwrap().len() == 1).await;
        }
        Ok(())
    }

    #[tokio::test]
    async fn of_many_writers_one_wins_and_the_others_leave_nothing() -> Result<()> {
        let (service, cx, _) = world().await;
        let writers: Vec<_> = (0..20_u8)
            .map(|n| {
                let (service, cx) = (service.clone(), cx.clone());
                tokio::spawn(async move { put(&service, &cx, "k", vec![n; 20_000]).await })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let found = get(&service, &cx, "k").await?;
        assert!(found.len() == 20_000 && found.iter().all(|byte| *byte == found[0]));
        until(async || cx.platform().store.blobs.list().await.unwrap().len() == 1).await;
        Ok(())
    }
}
