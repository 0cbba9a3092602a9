//! `ListBucketMetricsConfigurations`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::ListBucketMetricsConfigurations;
use shapes::s3::{ListBucketMetricsConfigurationsOutput, ListBucketMetricsConfigurationsRequest};

impl Handler<ListBucketMetricsConfigurations> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: ListBucketMetricsConfigurationsRequest,
    ) -> Result<ListBucketMetricsConfigurationsOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("ListBucketMetricsConfigurations"))
    }
}
