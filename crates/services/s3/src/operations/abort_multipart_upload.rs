//! `AbortMultipartUpload`.

use crate::S3;
use crate::bucket::reach;
use crate::errors;
use crate::refuse::refuse;
use crate::upload::{self, UPLOADS};
use platform::{Context, Handler, Result, commit_if, finish};
use shapes::s3::ops::AbortMultipartUpload;
use shapes::s3::{AbortMultipartUploadOutput, AbortMultipartUploadRequest};
use store::Batch;

impl Handler<AbortMultipartUpload> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: AbortMultipartUploadRequest,
    ) -> Result<AbortMultipartUploadOutput> {
        refuse!(input; if_match_initiated_time => "x-amz-if-match-initiated-time");
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let id = &*input.upload_id;
        let (_, bytes) = self.upload(&input.bucket, &input.key, id).await?;
        let row = upload::row(&input.bucket, &input.key, id);
        let batch = Batch::new().equals(UPLOADS.table, &row[..], bytes);
        if !commit_if(cx.tables(), upload::ended(batch, &row, id).freeing()).await? {
            return Err(errors::no_such_upload(id));
        }
        finish(upload::clear_or_warn(self.ledger.clone(), id.to_owned())).await;
        Ok(AbortMultipartUploadOutput::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{begin, part, part_request, until, world};
    use shapes::s3::ops::UploadPart;

    #[tokio::test]
    async fn nothing_of_it_remains() {
        let (service, cx, _) = world().await;
        let id = begin(&service, &cx, "k").await;
        part(&service, &cx, "k", &id, 1, vec![0; 100_000]).await;
        part(&service, &cx, "k", &id, 2, "small").await;
        let request = || AbortMultipartUploadRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            upload_id: id.clone(),
            ..Default::default()
        };
        cx.run::<AbortMultipartUpload, _>(&*service, request()).await.unwrap();
        until(async || cx.platform().store.blobs.list().await.unwrap().is_empty()).await;
        let inline =
            cx.tables().scan(crate::content::INLINE, store::Scan::prefix(b"")).await.unwrap();
        assert!(inline.is_empty());
        let again = cx.run::<AbortMultipartUpload, _>(&*service, request()).await;
        assert_eq!(again.unwrap_err().code(), "NoSuchUpload");
        let late = cx.run::<UploadPart, _>(&*service, part_request("k", &id, 3, "x")).await;
        assert_eq!(late.unwrap_err().code(), "NoSuchUpload");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn a_part_that_comes_meanwhile_is_in_or_refused() {
        for _ in 0..30 {
            let (service, cx, _) = world().await;
            let id = begin(&service, &cx, "k").await;
            let request = part_request("k", &id, 1, vec![0; 50_000]);
            let adding = {
                let (service, cx) = (service.clone(), cx.clone());
                tokio::spawn(async move { cx.run::<UploadPart, _>(&*service, request).await })
            };
            let (bucket, key) = ("bucket".into(), "k".into());
            let upload_id = id.clone();
            let abort =
                AbortMultipartUploadRequest { bucket, key, upload_id, ..Default::default() };
            cx.run::<AbortMultipartUpload, _>(&*service, abort).await.unwrap();
            // Whether it came in time or not is not foreseeable; what is left is.
            let _ = adding.await.unwrap();
            assert!(upload::parts(cx.tables(), &id).await.unwrap().is_empty());
            until(async || cx.platform().store.blobs.list().await.unwrap().is_empty()).await;
        }
    }
}
