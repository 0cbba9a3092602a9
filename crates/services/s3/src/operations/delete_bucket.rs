//! `DeleteBucket`.

use crate::S3;
use crate::bucket::{self, BUCKETS, Bucket, Reached, reach_anew};
use crate::errors::{self, BUCKET_NOT_EMPTY};
use crate::object::{self, OBJECTS};
use crate::upload::{self, UPLOADS};
use crate::version::{MARKERS, VERSIONS};
use platform::{Context, Error, Handler, Result, commit_if, finish};
use shapes::Unit;
use shapes::s3::DeleteBucketRequest;
use shapes::s3::ops::DeleteBucket;
use std::sync::Arc;
use store::{Batch, Scan};

/// How often a deletion looks again when somebody writes into the bucket meanwhile.
const ROUNDS: u32 = 8;

impl Handler<DeleteBucket> for S3 {
    /// Uploads under way go with the bucket; objects keep it.
    async fn handle(&self, cx: &Context, input: DeleteBucketRequest) -> Result<Unit> {
        let name = &*input.bucket;
        for _ in 0..ROUNDS {
            let reached = reach_anew(cx, name, input.expected_bucket_owner.as_deref()).await?;
            if has_objects(cx, &reached).await? {
                return Err(not_empty(&reached));
            }
            let Some(marked) = mark(cx, name, reached).await? else { continue };
            if has_objects(cx, &marked).await? {
                bucket::open_again(cx.tables(), name, &marked.bucket).await?;
                return Err(not_empty(&marked));
            }
            if self.delete_marked(cx, name, marked).await? {
                return Ok(Unit);
            }
        }
        Err(errors::operation_aborted())
    }
}

/// Whether there are objects, or versions or markers of any.
async fn has_objects(cx: &Context, reached: &Reached) -> Result<bool> {
    let rows = Scan::prefix(&object::prefix(&reached.name)).limit(1);
    let mut tables = vec![OBJECTS.table];
    if reached.bucket.settings.versioning.is_some() {
        tables.extend([MARKERS.table, VERSIONS.table]);
    }
    for table in tables {
        if !cx.tables().scan(table, rows.clone()).await?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn not_empty(reached: &Reached) -> Error {
    let message = match reached.bucket.settings.versioning {
        None => "The bucket you tried to delete is not empty",
        Some(_) => {
            "The bucket you tried to delete is not empty. You must delete all versions in the \
             bucket."
        }
    };
    Error::new(&BUCKET_NOT_EMPTY, message).with("BucketName", &*reached.name)
}

/// Marks a bucket as one that is being deleted; `None` when it has changed.
async fn mark(cx: &Context, name: &str, reached: Arc<Reached>) -> Result<Option<Reached>> {
    let closing = Some(cx.platform().ids.hex(8));
    let bucket = Bucket { closing, ..reached.bucket.clone() };
    let bytes = BUCKETS.encode(&bucket)?;
    let batch = Batch::new().equals(BUCKETS.table, name.as_bytes(), reached.bytes.clone());
    let batch = batch.put(BUCKETS.table, name.as_bytes(), bytes.clone()).freeing();
    let marked = commit_if(cx.tables(), batch).await?;
    Ok(marked.then_some(Reached { name: name.to_owned(), bucket, bytes }))
}

impl S3 {
    /// Whether the bucket is gone: it is not when its mark is.
    async fn delete_marked(&self, cx: &Context, name: &str, marked: Reached) -> Result<bool> {
        let batch = Batch::new()
            .equals(BUCKETS.table, name.as_bytes(), marked.bytes.clone())
            .delete(BUCKETS.table, name.as_bytes());
        let mut batch = self.without_reports(&marked, batch).await?;
        let rows = Scan::prefix(&upload::rows_of_prefix(name, ""));
        let mut uploads = Vec::new();
        for (row, _) in UPLOADS.scan(cx.tables(), rows).await? {
            if let Some((_, id)) = upload::read_row(name, &row) {
                batch = upload::ended(batch, &row, &id);
                uploads.push(id);
            }
        }
        if !commit_if(cx.tables(), batch.freeing()).await? {
            return Ok(false);
        }
        let ledger = self.ledger.clone();
        finish(async move {
            for id in uploads {
                upload::clear_or_warn(ledger.clone(), id).await;
            }
        })
        .await;
        Ok(true)
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
        let ended = cx.tables().scan(store::Table("s3.ended"), Scan::prefix(b"")).await.unwrap();
        assert!(ended.is_empty());
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
