//! `ListBucketAnalyticsConfigurations`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::ListBucketAnalyticsConfigurations;
use shapes::s3::{
    ListBucketAnalyticsConfigurationsOutput, ListBucketAnalyticsConfigurationsRequest,
};

impl Handler<ListBucketAnalyticsConfigurations> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: ListBucketAnalyticsConfigurationsRequest,
    ) -> Result<ListBucketAnalyticsConfigurationsOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("ListBucketAnalyticsConfigurations"))
    }
}
