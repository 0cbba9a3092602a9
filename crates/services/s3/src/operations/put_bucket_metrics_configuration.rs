//! `PutBucketMetricsConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketMetricsConfigurationRequest;
use shapes::s3::ops::PutBucketMetricsConfiguration;

impl Handler<PutBucketMetricsConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutBucketMetricsConfigurationRequest,
    ) -> Result<Unit> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("PutBucketMetricsConfiguration"))
    }
}
