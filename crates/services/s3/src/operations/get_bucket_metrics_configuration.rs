//! `GetBucketMetricsConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketMetricsConfiguration;
use shapes::s3::{GetBucketMetricsConfigurationOutput, GetBucketMetricsConfigurationRequest};

impl Handler<GetBucketMetricsConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketMetricsConfigurationRequest,
    ) -> Result<GetBucketMetricsConfigurationOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("GetBucketMetricsConfiguration"))
    }
}
