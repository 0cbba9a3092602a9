//! `GetObjectRetention`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetObjectRetention;
use shapes::s3::{GetObjectRetentionOutput, GetObjectRetentionRequest};

impl Handler<GetObjectRetention> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetObjectRetentionRequest,
    ) -> Result<GetObjectRetentionOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("GetObjectRetention"))
    }
}
