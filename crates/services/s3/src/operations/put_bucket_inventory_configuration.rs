//! `PutBucketInventoryConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketInventoryConfigurationRequest;
use shapes::s3::ops::PutBucketInventoryConfiguration;

impl Handler<PutBucketInventoryConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutBucketInventoryConfigurationRequest,
    ) -> Result<Unit> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("PutBucketInventoryConfiguration"))
    }
}
