//! `DeleteBucketIntelligentTieringConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketIntelligentTieringConfigurationRequest;
use shapes::s3::ops::DeleteBucketIntelligentTieringConfiguration;

impl Handler<DeleteBucketIntelligentTieringConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteBucketIntelligentTieringConfigurationRequest,
    ) -> Result<Unit> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("DeleteBucketIntelligentTieringConfiguration"))
    }
}
