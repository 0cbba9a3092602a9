//! The one commit by which an object appears, is replaced or goes.

use crate::bucket::{self, BUCKETS};
use crate::conditions::WriteCondition;
use crate::content::{Content, Remains};
use crate::errors;
use crate::intake::Draft;
use crate::notify::Deed;
use crate::object::{self, OBJECTS, Object};
use crate::service::{Place, S3};
use crate::tags::Tags;
use bytes::Bytes;
use platform::Ledger;
use platform::Result;
use store::Batch;

/// The index of the condition on the bucket in [`S3::replace`]'s batch.
const BUCKET: usize = 0;
/// The index of the condition on the object.
const OBJECT: usize = 1;

/// What came of a commit.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Committed {
    Done,
    /// A condition that the caller added did not hold.
    Lost,
}

impl S3 {
    /// Puts an object whose content was just taken in; the content goes if the object does not
    /// come to be.
    ///
    /// # Errors
    /// As [`replace`](S3::replace).
    pub(crate) async fn place(
        &self,
        deed: &Deed<'_>,
        place: &Place<'_>,
        condition: &WriteCondition,
        object: &Object,
        draft: Draft,
    ) -> Result<()> {
        let dress = |batch| Ok(draft.adopted_by(batch));
        match self.replace(deed, place, condition, Some(object), dress).await {
            Ok(Committed::Done) => {
                draft.adopted();
                Ok(())
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

    /// Puts `new` in the place of whatever stands there, or with `None` removes that, if the
    /// condition holds at the instant of the commit. `dress` adds to the batch what belongs to it, and
    /// so does who is to be told.
    /// Of two writers the last to commit wins.
    ///
    /// # Errors
    /// The condition's own, `NoSuchBucket`, or the store's.
    pub(crate) async fn replace(
        &self,
        deed: &Deed<'_>,
        place: &Place<'_>,
        condition: &WriteCondition,
        new: Option<&Object>,
        dress: impl Fn(Batch) -> Result<Batch>,
    ) -> Result<Committed> {
        let tables = &*self.platform.store.tables;
        let row = object::row(place.bucket, place.key);
        let mut open = bucket::open(tables, place.bucket, place.reached).await?;
        loop {
            let old = OBJECTS.get_with_bytes(tables, &row).await?;
            let life_cycle = &open.bucket.settings.lifecycle;
            condition.judge(place.key, old.as_ref().map(|(object, _)| object), life_cycle)?;
            let Some(remains) = self.remains(&row, old.as_ref()).await? else { continue };
            let stands = open.bytes.clone();
            let batch = Batch::new().equals(BUCKETS.table, place.bucket.as_bytes(), stands);
            let batch = match &old {
                Some((_, bytes)) => batch.equals(OBJECTS.table, &row[..], bytes.clone()),
                None => batch.absent(OBJECTS.table, &row[..]),
            };
            let batch = match new {
                Some(new) => batch.put(OBJECTS.table, &row[..], OBJECTS.encode(new)?),
                None => batch.delete(OBJECTS.table, &row[..]).freeing(),
            };
            let batch = dress(remains.leave(&self.ledger, batch)?)?;
            let batch = match (&old, new) {
                (None, None) => batch,
                _ => self.tell(batch, deed, &open, (place.key, new))?,
            };
            match self.platform.deadlines.commit(batch).await {
                Ok(()) => {
                    self.ledger.reclaim(remains.blobs);
                    return Ok(Committed::Done);
                }
                Err(store::Error::Conflict(BUCKET)) => {
                    let known = &place.reached.bucket;
                    open = bucket::open_again(tables, place.bucket, known).await?;
                }
                Err(store::Error::Conflict(OBJECT)) => {}
                Err(store::Error::Conflict(_)) => return Ok(Committed::Lost),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Gives an object other tags.
    ///
    /// # Errors
    /// `NoSuchKey`, `NoSuchBucket`, or the store's.
    pub(crate) async fn tag(&self, deed: &Deed<'_>, place: &Place<'_>, tags: &Tags) -> Result<()> {
        let tables = &*self.platform.store.tables;
        object::check_key(place.key)?;
        let row = object::row(place.bucket, place.key);
        let mut open = bucket::open(tables, place.bucket, place.reached).await?;
        loop {
            let found = OBJECTS.get_with_bytes(tables, &row).await?;
            let (mut object, bytes) = found.ok_or_else(|| errors::no_such_key(place.key))?;
            object.headers.tags.clone_from(tags);
            let stands = open.bytes.clone();
            let batch = Batch::new().equals(BUCKETS.table, place.bucket.as_bytes(), stands);
            let batch = batch.equals(OBJECTS.table, &row[..], bytes);
            let batch = batch.put(OBJECTS.table, &row[..], OBJECTS.encode(&object)?);
            let batch = self.tell(batch, deed, &open, (place.key, Some(&object)))?;
            match self.platform.deadlines.commit(batch).await {
                Ok(()) => return Ok(()),
                Err(store::Error::Conflict(BUCKET)) => {
                    let known = &place.reached.bucket;
                    open = bucket::open_again(tables, place.bucket, known).await?;
                }
                Err(store::Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// What is left of an object when it goes; `None` when it has changed meanwhile.
    pub(crate) async fn remains(
        &self,
        row: &[u8],
        old: Option<&(Object, Bytes)>,
    ) -> Result<Option<Remains>> {
        let mut remains = Remains::default();
        let Some((old, bytes)) = old else { return Ok(Some(remains)) };
        match &old.content {
            Content::Run(run) => remains.add_run(run),
            Content::Parts { id, .. } => match self.layout_beside(row, bytes, id).await? {
                Some(layout) => remains.add_parts(id, layout),
                None => return Ok(None),
            },
        }
        Ok(Some(remains))
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
