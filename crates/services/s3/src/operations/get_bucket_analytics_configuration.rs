//! `GetBucketAnalyticsConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketAnalyticsConfiguration;
use shapes::s3::{GetBucketAnalyticsConfigurationOutput, GetBucketAnalyticsConfigurationRequest};

impl Handler<GetBucketAnalyticsConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketAnalyticsConfigurationRequest,
    ) -> Result<GetBucketAnalyticsConfigurationOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("GetBucketAnalyticsConfiguration"))
    }
}
