//! `PutBucketTagging`. Tried beside `GetBucketTagging`.

use crate::S3;
use crate::settings;
use crate::tags::{self, On};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketTaggingRequest;
use shapes::s3::ops::PutBucketTagging;

impl Handler<PutBucketTagging> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketTaggingRequest) -> Result<Unit> {
        let tags = tags::read(input.tagging.tag_set, On::Bucket)?;
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.tags.clone_from(&tags);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
