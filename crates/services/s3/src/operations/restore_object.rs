//! `RestoreObject`.

use crate::S3;
use crate::bucket::reach;
use crate::restore;
use crate::service::Place;
use platform::{Context, Handler, Result};
use shapes::s3::ops::RestoreObject;
use shapes::s3::{RestoreObjectOutput, RestoreObjectRequest};

/// What the answer's status says: that a copy is made, or that the one that was there stays longer.
const ACCEPTED: i32 = 202;
const OK: i32 = 200;

impl Handler<RestoreObject> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: RestoreObjectRequest,
    ) -> Result<RestoreObjectOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let asked = restore::read(input.restore_request)?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let was_ready = self.restore(cx, &place, input.version_id.as_deref(), asked).await?;
        let status = Some(if was_ready { OK } else { ACCEPTED });
        Ok(RestoreObjectOutput { status, ..RestoreObjectOutput::default() })
    }
}
