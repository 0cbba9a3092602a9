//! `DeleteBucketWebsite`. Tried beside `GetBucketWebsite`.

use crate::S3;
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketWebsiteRequest;
use shapes::s3::ops::DeleteBucketWebsite;

impl Handler<DeleteBucketWebsite> for S3 {
    async fn handle(&self, cx: &Context, input: DeleteBucketWebsiteRequest) -> Result<Unit> {
        let owner = input.expected_bucket_owner.as_deref();
        settings::change(cx, &input.bucket, owner, |settings| {
            settings.website = None;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
