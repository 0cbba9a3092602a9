//! `GetBucketInventoryConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketInventoryConfiguration;
use shapes::s3::{GetBucketInventoryConfigurationOutput, GetBucketInventoryConfigurationRequest};

impl Handler<GetBucketInventoryConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketInventoryConfigurationRequest,
    ) -> Result<GetBucketInventoryConfigurationOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("GetBucketInventoryConfiguration"))
    }
}
