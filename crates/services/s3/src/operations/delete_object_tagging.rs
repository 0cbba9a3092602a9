//! `DeleteObjectTagging`. Tried beside `GetObjectTagging`.

use crate::S3;
use crate::bucket::reach;
use crate::notify::Deed;
use crate::service::Place;
use crate::tags::Tags;
use crate::version;
use platform::{Context, Handler, Result};
use shapes::s3::ops::DeleteObjectTagging;
use shapes::s3::{DeleteObjectTaggingOutput, DeleteObjectTaggingRequest};

impl Handler<DeleteObjectTagging> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteObjectTaggingRequest,
    ) -> Result<DeleteObjectTaggingOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let deed = Deed { cx, event: "ObjectTagging:Delete" };
        let object = self.tag(&deed, &place, input.version_id.as_deref(), &Tags::new()).await?;
        let version_id = version::shown(&reached.bucket, &object);
        Ok(DeleteObjectTaggingOutput { version_id })
    }
}
