//! `GetBucketLogging`. Tried beside `PutBucketLogging`.

use crate::S3;
use crate::bucket::reach;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketLogging;
use shapes::s3::{GetBucketLoggingOutput, GetBucketLoggingRequest};

impl Handler<GetBucketLogging> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketLoggingRequest,
    ) -> Result<GetBucketLoggingOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let set = reached.bucket.settings.logging.clone();
        Ok(GetBucketLoggingOutput { logging_enabled: set.map(|kept| kept.0) })
    }
}
