//! `DeleteBucketPolicy`. Tried beside `PutBucketPolicy`.

use crate::S3;
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketPolicyRequest;
use shapes::s3::ops::DeleteBucketPolicy;

impl Handler<DeleteBucketPolicy> for S3 {
    async fn handle(&self, cx: &Context, input: DeleteBucketPolicyRequest) -> Result<Unit> {
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.policy = None;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
