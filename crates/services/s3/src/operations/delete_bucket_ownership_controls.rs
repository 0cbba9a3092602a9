//! `DeleteBucketOwnershipControls`. Tried beside `GetBucketOwnershipControls`.

use crate::S3;
use crate::settings::{self, Setting};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketOwnershipControlsRequest;
use shapes::s3::ops::DeleteBucketOwnershipControls;

impl Handler<DeleteBucketOwnershipControls> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteBucketOwnershipControlsRequest,
    ) -> Result<Unit> {
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.ownership = Setting::Removed;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
