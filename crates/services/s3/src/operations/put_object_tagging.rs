//! `PutObjectTagging`. Tried beside `GetObjectTagging`.

use crate::S3;
use crate::bucket::reach;
use crate::notify::Deed;
use crate::refuse::version;
use crate::service::Place;
use crate::tags::{self, On};
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObjectTagging;
use shapes::s3::{PutObjectTaggingOutput, PutObjectTaggingRequest};

impl Handler<PutObjectTagging> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutObjectTaggingRequest,
    ) -> Result<PutObjectTaggingOutput> {
        let tags = tags::read(input.tagging.tag_set, On::Object)?;
        version(input.version_id.as_deref())?;
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let deed = Deed { cx, event: "ObjectTagging:Put" };
        self.tag(&deed, &place, &tags).await?;
        Ok(PutObjectTaggingOutput::default())
    }
}
