//! `PutBucketWebsite`. Tried beside `GetBucketWebsite`.

use crate::S3;
use crate::{settings, website};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketWebsiteRequest;
use shapes::s3::ops::PutBucketWebsite;

impl Handler<PutBucketWebsite> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketWebsiteRequest) -> Result<Unit> {
        let site = website::read(input.website_configuration)?;
        let owner = input.expected_bucket_owner.as_deref();
        settings::change(cx, &input.bucket, owner, |settings| {
            settings.website = Some(site.clone());
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
