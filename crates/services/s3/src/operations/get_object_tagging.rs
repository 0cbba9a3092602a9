//! `GetObjectTagging`. Tags are refused wherever an object could get some, so none has any. AWS
//! CLI 2 asks for them before it copies a large object.

use crate::S3;
use crate::bucket::reach;
use crate::refuse::version;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetObjectTagging;
use shapes::s3::{GetObjectTaggingOutput, GetObjectTaggingRequest};

impl Handler<GetObjectTagging> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetObjectTaggingRequest,
    ) -> Result<GetObjectTaggingOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        version(input.version_id.as_deref())?;
        self.find(&input.bucket, &input.key).await?;
        Ok(GetObjectTaggingOutput::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{put, world};

    #[tokio::test]
    async fn an_object_has_no_tags_and_what_is_absent_is_missed() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", "").await;
        let ask = async |bucket: &str, key: &str, version: Option<&str>| {
            let input = GetObjectTaggingRequest {
                bucket: bucket.into(),
                key: key.into(),
                version_id: version.map(str::to_owned),
                ..Default::default()
            };
            cx.run::<GetObjectTagging, _>(&*service, input).await
        };
        assert!(ask("bucket", "k", None).await.unwrap().tag_set.is_empty());
        assert_eq!(ask("bucket", "absent", None).await.unwrap_err().code(), "NoSuchKey");
        assert_eq!(ask("absent", "k", None).await.unwrap_err().code(), "NoSuchBucket");
        assert_eq!(ask("bucket", "k", Some("v1")).await.unwrap_err().code(), "InvalidArgument");
    }
}
