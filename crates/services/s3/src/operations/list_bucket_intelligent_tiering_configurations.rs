//! `ListBucketIntelligentTieringConfigurations`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::ListBucketIntelligentTieringConfigurations;
use shapes::s3::{
    ListBucketIntelligentTieringConfigurationsOutput,
    ListBucketIntelligentTieringConfigurationsRequest,
};

impl Handler<ListBucketIntelligentTieringConfigurations> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: ListBucketIntelligentTieringConfigurationsRequest,
    ) -> Result<ListBucketIntelligentTieringConfigurationsOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("ListBucketIntelligentTieringConfigurations"))
    }
}
