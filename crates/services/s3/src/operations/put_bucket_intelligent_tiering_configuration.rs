//! `PutBucketIntelligentTieringConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketIntelligentTieringConfigurationRequest;
use shapes::s3::ops::PutBucketIntelligentTieringConfiguration;

impl Handler<PutBucketIntelligentTieringConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutBucketIntelligentTieringConfigurationRequest,
    ) -> Result<Unit> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("PutBucketIntelligentTieringConfiguration"))
    }
}
