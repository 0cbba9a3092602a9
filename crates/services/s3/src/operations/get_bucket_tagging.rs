//! `GetBucketTagging`.

use crate::S3;
use crate::bucket::reach;
use crate::tags;
use platform::Error;
use platform::{Context, Handler, Result};
use shapes::ErrorShape;
use shapes::s3::ops::GetBucketTagging;
use shapes::s3::{GetBucketTaggingOutput, GetBucketTaggingRequest};

impl Handler<GetBucketTagging> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketTaggingRequest,
    ) -> Result<GetBucketTaggingOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let tags = &reached.bucket.settings.tags;
        if tags.is_empty() {
            let error = Error::new(&NO_SUCH_TAG_SET, "The TagSet does not exist");
            return Err(error.with("BucketName", input.bucket));
        }
        Ok(GetBucketTaggingOutput { tag_set: tags::shown(tags) })
    }
}

static NO_SUCH_TAG_SET: ErrorShape = ErrorShape::client("NoSuchTagSet", 404);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;
    use shapes::s3::ops::{DeleteBucketTagging, PutBucketTagging};
    use shapes::s3::{DeleteBucketTaggingRequest, PutBucketTaggingRequest, Tag, Tagging};

    #[tokio::test]
    async fn tags_are_set_as_a_whole_and_taken_away() {
        let (service, cx, _) = world().await;
        let bucket = || "bucket".to_owned();
        let get = async || {
            let input = GetBucketTaggingRequest { bucket: bucket(), ..Default::default() };
            cx.run::<GetBucketTagging, _>(&*service, input).await.map(|output| output.tag_set)
        };
        let tag = |key: &str| Tag { key: key.into(), value: "1".into() };
        let put = async |tag_set: Vec<Tag>| {
            let tagging = Tagging { tag_set };
            let input = PutBucketTaggingRequest { bucket: bucket(), tagging, ..Default::default() };
            cx.run::<PutBucketTagging, _>(&*service, input).await
        };
        assert_eq!(get().await.unwrap_err().code(), "NoSuchTagSet");
        put(vec![tag("b"), tag("a")]).await.unwrap();
        assert_eq!(get().await.unwrap(), [tag("a"), tag("b")]);
        assert_eq!(put(vec![tag("aws:x")]).await.unwrap_err().code(), "InvalidTag");
        put(vec![tag("c")]).await.unwrap();
        assert_eq!(get().await.unwrap(), [tag("c")]);
        let input = DeleteBucketTaggingRequest { bucket: bucket(), ..Default::default() };
        cx.run::<DeleteBucketTagging, _>(&*service, input).await.unwrap();
        assert_eq!(get().await.unwrap_err().code(), "NoSuchTagSet");
    }
}
