//! `PutObjectRetention`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObjectRetention;
use shapes::s3::{PutObjectRetentionOutput, PutObjectRetentionRequest};

impl Handler<PutObjectRetention> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutObjectRetentionRequest,
    ) -> Result<PutObjectRetentionOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("PutObjectRetention"))
    }
}
