//! `PutBucketLogging`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketLoggingRequest;
use shapes::s3::ops::PutBucketLogging;

impl Handler<PutBucketLogging> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketLoggingRequest) -> Result<Unit> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("PutBucketLogging"))
    }
}
