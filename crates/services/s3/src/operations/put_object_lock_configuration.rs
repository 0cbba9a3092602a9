//! `PutObjectLockConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObjectLockConfiguration;
use shapes::s3::{PutObjectLockConfigurationOutput, PutObjectLockConfigurationRequest};

impl Handler<PutObjectLockConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutObjectLockConfigurationRequest,
    ) -> Result<PutObjectLockConfigurationOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("PutObjectLockConfiguration"))
    }
}
