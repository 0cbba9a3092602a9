//! `DeleteBucket`.

use crate::S3;
use crate::bucket::{BUCKETS, reach};
use crate::content::Remains;
use crate::errors::{self, BUCKET_NOT_EMPTY};
use crate::object::{self, OBJECTS};
use crate::upload::{self, UPLOADS};
use platform::{Context, Error, Handler, Result, commit_if};
use shapes::Unit;
use shapes::s3::DeleteBucketRequest;
use shapes::s3::ops::DeleteBucket;
use store::{Batch, Scan};

impl Handler<DeleteBucket> for S3 {
    /// Uploads under way go with the bucket; objects keep it.
    async fn handle(&self, cx: &Context, input: DeleteBucketRequest) -> Result<Unit> {
        let name = input.bucket;
        // Nobody commits into the bucket between the look and the commit.
        let _door = self.buckets.of(&name).write().await;
        let reached = reach(cx, &name, input.expected_bucket_owner.as_deref()).await?;
        let rows = Scan::prefix(&object::prefix(&name)).limit(1);
        if !cx.tables().scan(OBJECTS.table, rows).await?.is_empty() {
            let message = "The bucket you tried to delete is not empty";
            return Err(Error::new(&BUCKET_NOT_EMPTY, message).with("BucketName", name));
        }
        let mut batch = Batch::new()
            .equals(BUCKETS.table, name.as_bytes(), reached.bytes)
            .delete(BUCKETS.table, name.as_bytes());
        let mut remains = Remains::default();
        let rows = Scan::prefix(&upload::rows_of_prefix(&name, ""));
        for (row, _) in UPLOADS.scan(cx.tables(), rows).await? {
            if let Some((_, id)) = upload::read_row(&name, &row) {
                batch = self.without_upload(batch, &row, &id, &mut remains).await?;
            }
        }
        if !commit_if(cx.tables(), self.ledger.without(batch, &remains)?.freeing()).await? {
            return Err(errors::no_such_bucket(&name));
        }
        self.ledger.reclaim(remains);
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{begin, part, put, put_request, until, world};
    use shapes::s3::ops::{DeleteObject, PutObject};

    async fn delete(service: &S3, cx: &Context) -> Result<Unit> {
        let input = DeleteBucketRequest { bucket: "bucket".into(), ..Default::default() };
        cx.run::<DeleteBucket, _>(service, input).await
    }

    #[tokio::test]
    async fn only_an_empty_bucket_goes() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", "x").await;
        assert!(delete(&service, &cx).await.unwrap_err().is(&BUCKET_NOT_EMPTY));
        let (bucket, key) = ("bucket".to_owned(), "k".to_owned());
        let input = shapes::s3::DeleteObjectRequest { bucket, key, ..Default::default() };
        cx.run::<DeleteObject, _>(&*service, input).await.unwrap();
        delete(&service, &cx).await.unwrap();
        assert_eq!(delete(&service, &cx).await.unwrap_err().code(), "NoSuchBucket");
    }

    #[tokio::test]
    async fn uploads_under_way_go_with_it() {
        let (service, cx, _) = world().await;
        let id = begin(&service, &cx, "k").await;
        part(&service, &cx, "k", &id, 1, vec![0; 100_000]).await;
        delete(&service, &cx).await.unwrap();
        until(async || cx.platform().store.blobs.list().await.unwrap().is_empty()).await;
        assert!(upload::parts(cx.tables(), &id).await.unwrap().is_empty());
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn no_object_is_put_into_a_bucket_that_goes() {
        for _ in 0..50 {
            let (service, cx, _) = world().await;
            let putting = {
                let (service, cx) = (service.clone(), cx.clone());
                tokio::spawn(async move {
                    cx.run::<PutObject, _>(&*service, put_request("k", "x")).await
                })
            };
            let deleted = delete(&service, &cx).await;
            let put = putting.await.unwrap();
            assert!(deleted.is_ok() != put.is_ok(), "{deleted:?} {put:?}");
        }
    }
}
