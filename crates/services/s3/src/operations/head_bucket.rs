//! `HeadBucket`.

use crate::S3;
use crate::asks;
use crate::bucket::reach;
use platform::{Context, Handler, Result};
use shapes::s3::ops::HeadBucket;
use shapes::s3::{HeadBucketOutput, HeadBucketRequest};

impl Handler<HeadBucket> for S3 {
    async fn handle(&self, cx: &Context, input: HeadBucketRequest) -> Result<HeadBucketOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Ok(HeadBucketOutput {
            bucket_arn: Some(asks::bucket(cx, &input.bucket)),
            bucket_region: Some(reached.bucket.region.clone()),
            access_point_alias: Some(false),
            ..Default::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{stranger, world};

    #[tokio::test]
    async fn only_the_owner_reaches_a_bucket() {
        let (service, cx, _) = world().await;
        let head = async |cx: &Context, bucket: &str, owner: Option<&str>| {
            let (bucket, expected_bucket_owner) = (bucket.into(), owner.map(str::to_owned));
            let input = HeadBucketRequest { bucket, expected_bucket_owner };
            cx.run::<HeadBucket, _>(&*service, input).await.map_err(|error| error.code())
        };
        let found = head(&cx, "bucket", Some("000000000000")).await.unwrap();
        assert_eq!(found.bucket_region.as_deref(), Some("us-east-1"));
        assert_eq!(head(&cx, "absent", None).await.unwrap_err(), "NoSuchBucket");
        assert_eq!(head(&cx, "No", None).await.unwrap_err(), "InvalidBucketName");
        assert_eq!(head(&stranger(&cx), "bucket", None).await.unwrap_err(), "AccessDenied");
        let other = head(&cx, "bucket", Some("111111111111")).await;
        assert_eq!(other.unwrap_err(), "AccessDenied");
        let malformed = head(&cx, "bucket", Some("me")).await;
        assert_eq!(malformed.unwrap_err(), "InvalidBucketOwnerAWSAccountID");
    }
}
