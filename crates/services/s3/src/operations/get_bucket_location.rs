//! `GetBucketLocation`.

use crate::S3;
use crate::bucket::{IRELANDS_OLD_NAME, reach};
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketLocation;
use shapes::s3::{GetBucketLocationOutput, GetBucketLocationRequest};

impl Handler<GetBucketLocation> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketLocationRequest,
    ) -> Result<GetBucketLocationOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        // Buckets in us-east-1 have no location constraint.
        let location = match reached.bucket.settings.old_location {
            true => Some(IRELANDS_OLD_NAME.to_owned()),
            false => Some(reached.bucket.region.clone()).filter(|region| region != "us-east-1"),
        };
        Ok(GetBucketLocationOutput { location_constraint: location })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;
    use shapes::s3::{self, ops::CreateBucket};

    #[tokio::test]
    async fn the_global_region_is_none() {
        let (service, cx, _) = world().await;
        let configuration = s3::CreateBucketConfiguration {
            location_constraint: Some("eu-north-1".into()),
            ..Default::default()
        };
        let create = s3::CreateBucketRequest {
            bucket: "north".into(),
            create_bucket_configuration: Some(configuration),
            ..Default::default()
        };
        cx.run::<CreateBucket, _>(&*service, create).await.unwrap();
        for (bucket, location) in [("bucket", None), ("north", Some("eu-north-1".to_owned()))] {
            let input = GetBucketLocationRequest { bucket: bucket.into(), ..Default::default() };
            let output = cx.run::<GetBucketLocation, _>(&*service, input).await.unwrap();
            assert_eq!(output.location_constraint, location);
        }
    }
}
