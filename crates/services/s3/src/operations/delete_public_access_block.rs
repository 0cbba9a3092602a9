//! `DeletePublicAccessBlock`. Tried beside `GetPublicAccessBlock`.

use crate::S3;
use crate::settings::{self, Setting};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeletePublicAccessBlockRequest;
use shapes::s3::ops::DeletePublicAccessBlock;

impl Handler<DeletePublicAccessBlock> for S3 {
    async fn handle(&self, cx: &Context, input: DeletePublicAccessBlockRequest) -> Result<Unit> {
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.public_access = Setting::Removed;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
