//! `PutBucketCors`. Tried beside `GetBucketCors`.

use crate::S3;
use crate::{cors, settings};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketCorsRequest;
use shapes::s3::ops::PutBucketCors;

impl Handler<PutBucketCors> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketCorsRequest) -> Result<Unit> {
        let rules = cors::read(input.cors_configuration.cors_rules)?;
        let owner = input.expected_bucket_owner.as_deref();
        settings::change(cx, &input.bucket, owner, |settings| {
            settings.cors.clone_from(&rules);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
