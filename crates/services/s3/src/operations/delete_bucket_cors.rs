//! `DeleteBucketCors`. Tried beside `GetBucketCors`.

use crate::S3;
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketCorsRequest;
use shapes::s3::ops::DeleteBucketCors;

impl Handler<DeleteBucketCors> for S3 {
    async fn handle(&self, cx: &Context, input: DeleteBucketCorsRequest) -> Result<Unit> {
        let owner = input.expected_bucket_owner.as_deref();
        settings::change(cx, &input.bucket, owner, |settings| {
            settings.cors = Vec::new();
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
