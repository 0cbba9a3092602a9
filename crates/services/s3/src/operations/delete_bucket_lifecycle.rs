//! `DeleteBucketLifecycle`. What was set for a bucket's objects is forgotten. Tried beside
//! `PutBucketLifecycleConfiguration`.

use crate::S3;
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketLifecycleRequest;
use shapes::s3::ops::DeleteBucketLifecycle;

impl Handler<DeleteBucketLifecycle> for S3 {
    async fn handle(&self, cx: &Context, input: DeleteBucketLifecycleRequest) -> Result<Unit> {
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.lifecycle.clear();
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
