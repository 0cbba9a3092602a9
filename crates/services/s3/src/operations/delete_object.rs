//! `DeleteObject`.

use crate::S3;
use crate::bucket::reach;
use crate::conditions::WriteCondition;
use crate::errors::header_not_implemented;
use crate::lock;
use crate::notify::Deed;
use crate::refuse::refuse;
use crate::remove::Removal;
use crate::service::Place;
use crate::version::Named;
use platform::{Context, Handler, Result};
use shapes::s3::ops::DeleteObject;
use shapes::s3::{DeleteObjectOutput, DeleteObjectRequest};

impl Handler<DeleteObject> for S3 {
    async fn handle(&self, cx: &Context, input: DeleteObjectRequest) -> Result<DeleteObjectOutput> {
        refuse!(input; mfa => "x-amz-mfa");
        // Only directory buckets have these conditions.
        if input.if_match_last_modified_time.is_some() {
            return Err(header_not_implemented("x-amz-if-match-last-modified-time"));
        }
        if input.if_match_size.is_some() {
            return Err(header_not_implemented("x-amz-if-match-size"));
        }
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        lock::check_bypass(&reached.bucket, input.bypass_governance_retention)?;
        let removal = Removal {
            version: Named::read(input.version_id.as_deref())?,
            condition: input.if_match.map_or(WriteCondition::None, WriteCondition::Match),
            bypass: input.bypass_governance_retention == Some(true),
        };
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let deed = Deed { cx, event: "ObjectRemoved:Delete" };
        // What is not there is as gone as it can be.
        let removed = self.remove(&deed, &place, &removal).await?;
        if reached.bucket.settings.versioning.is_none() {
            return Ok(DeleteObjectOutput::default());
        }
        Ok(DeleteObjectOutput {
            delete_marker: removed.is_marker().then_some(true),
            version_id: removed.version_id().map(str::to_owned).or(input.version_id),
            ..Default::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{get, put, until, world};

    fn request(key: &str, if_match: Option<&str>) -> DeleteObjectRequest {
        let (bucket, key) = ("bucket".into(), key.into());
        let if_match = if_match.map(str::to_owned);
        DeleteObjectRequest { bucket, key, if_match, ..Default::default() }
    }

    #[tokio::test]
    async fn what_was_deleted_is_gone_and_deleting_it_again_succeeds() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", vec![0; 100_000]).await;
        for _ in 0..2 {
            cx.run::<DeleteObject, _>(&*service, request("k", None)).await.unwrap();
            assert_eq!(get(&service, &cx, "k").await.unwrap_err().code(), "NoSuchKey");
        }
        until(async || cx.platform().store.blobs.list().await.unwrap().is_empty()).await;
    }

    #[tokio::test]
    async fn a_condition_keeps_what_has_changed() {
        let (service, cx, _) = world().await;
        let etag = put(&service, &cx, "k", "x").await.etag;
        let delete = async |if_match| {
            cx.run::<DeleteObject, _>(&*service, request("k", if_match)).await.map_err(|e| e.code())
        };
        assert_eq!(delete(Some("\"other\"")).await.unwrap_err(), "PreconditionFailed");
        delete(etag.as_deref()).await.unwrap();
        assert_eq!(delete(Some("*")).await.unwrap_err(), "NoSuchKey");
    }
}
