//! `PutObjectTagging`. Tried beside `GetObjectTagging`.

use crate::S3;
use crate::bucket::reach;
use crate::notify::Deed;
use crate::service::Place;
use crate::tags::{self, On};
use crate::version;
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
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let deed = Deed { cx, event: "ObjectTagging:Put" };
        let object = self.tag(&deed, &place, input.version_id.as_deref(), &tags).await?;
        let version_id = version::shown(&reached.bucket, &object);
        Ok(PutObjectTaggingOutput { version_id })
    }
}
