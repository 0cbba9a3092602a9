//! `DeleteBucketTagging`. Tried beside `GetBucketTagging`.

use crate::S3;
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketTaggingRequest;
use shapes::s3::ops::DeleteBucketTagging;

impl Handler<DeleteBucketTagging> for S3 {
    async fn handle(&self, cx: &Context, input: DeleteBucketTaggingRequest) -> Result<Unit> {
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.tags.clear();
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
