//! `DeleteObjectTagging`. Tried beside `GetObjectTagging`.

use crate::S3;
use crate::bucket::reach;
use crate::notify::Deed;
use crate::refuse::version;
use crate::service::Place;
use crate::tags::Tags;
use platform::{Context, Handler, Result};
use shapes::s3::ops::DeleteObjectTagging;
use shapes::s3::{DeleteObjectTaggingOutput, DeleteObjectTaggingRequest};

impl Handler<DeleteObjectTagging> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteObjectTaggingRequest,
    ) -> Result<DeleteObjectTaggingOutput> {
        version(input.version_id.as_deref())?;
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let deed = Deed { cx, event: "ObjectTagging:Delete" };
        self.tag(&deed, &place, &Tags::new()).await?;
        Ok(DeleteObjectTaggingOutput::default())
    }
}
