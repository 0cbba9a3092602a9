//! `GetObjectTagging`. AWS CLI 2 asks for them before it copies a large object.

use crate::S3;
use crate::bucket::reach;
use crate::tags;
use crate::version;
use platform::{Context, Error, Handler, Result};
use shapes::s3::errors::NO_SUCH_KEY;
use shapes::s3::ops::GetObjectTagging;
use shapes::s3::{GetObjectTaggingOutput, GetObjectTaggingRequest};

impl Handler<GetObjectTagging> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetObjectTaggingRequest,
    ) -> Result<GetObjectTaggingOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let found = self.find_beside(&reached, &input.key, input.version_id.as_deref()).await;
        let object = found.map_err(|error| of_bucket(error, &input.bucket))?;
        let tag_set = tags::shown(&object.headers.tags);
        let version_id = version::shown(&reached.bucket, &object);
        Ok(GetObjectTaggingOutput { tag_set, version_id })
    }
}

/// Here AWS names a missing key together with its bucket, and nowhere else.
fn of_bucket(mut error: Error, bucket: &str) -> Error {
    if error.is(&NO_SUCH_KEY) {
        for (_, key) in error.fields.iter_mut().filter(|(name, _)| *name == "Key") {
            key.insert_str(0, &format!("{bucket}/"));
        }
    }
    error
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{get, put_request, world};
    use shapes::s3::ops::{DeleteObjectTagging, PutObject, PutObjectTagging};
    use shapes::s3::{
        DeleteObjectTaggingRequest, PutObjectRequest, PutObjectTaggingRequest, Tag, Tagging,
    };

    #[tokio::test]
    async fn tags_come_with_the_object_and_are_changed_beside_it() {
        let (service, cx, _) = world().await;
        let tagging = Some("b=2&a=1".to_owned());
        let input = PutObjectRequest { tagging, ..put_request("k", "x") };
        cx.run::<PutObject, _>(&*service, input).await.unwrap();
        let tag = |key: &str, value: &str| Tag { key: key.into(), value: value.into() };
        let ask = async |bucket: &str, key: &str, version: Option<&str>| {
            let input = GetObjectTaggingRequest {
                bucket: bucket.into(),
                key: key.into(),
                version_id: version.map(str::to_owned),
                ..Default::default()
            };
            cx.run::<GetObjectTagging, _>(&*service, input).await
        };
        let shown = async || ask("bucket", "k", None).await.unwrap().tag_set;
        assert_eq!(shown().await, [tag("a", "1"), tag("b", "2")]);
        let put = async |key: &str, tag_set: Vec<Tag>| {
            let (bucket, key, tagging) = ("bucket".into(), key.into(), Tagging { tag_set });
            let input = PutObjectTaggingRequest { bucket, key, tagging, ..Default::default() };
            cx.run::<PutObjectTagging, _>(&*service, input).await.map_err(|error| error.code())
        };
        put("k", vec![tag("c", "3")]).await.unwrap();
        assert_eq!(shown().await, [tag("c", "3")]);
        assert_eq!(get(&service, &cx, "k").await.unwrap(), "x");
        let (bucket, key) = ("bucket".into(), "k".into());
        let input = DeleteObjectTaggingRequest { bucket, key, ..Default::default() };
        cx.run::<DeleteObjectTagging, _>(&*service, input).await.unwrap();
        assert!(shown().await.is_empty());
        assert_eq!(put("absent", vec![]).await.unwrap_err(), "NoSuchKey");
        assert_eq!(put("k", vec![tag("", "")]).await.unwrap_err(), "InvalidTag");
        assert_eq!(ask("bucket", "absent", None).await.unwrap_err().code(), "NoSuchKey");
        assert_eq!(ask("absent", "k", None).await.unwrap_err().code(), "NoSuchBucket");
        assert_eq!(ask("bucket", "k", Some("v1")).await.unwrap_err().code(), "InvalidArgument");
    }
}
