//! `RestoreObject`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::RestoreObject;
use shapes::s3::{RestoreObjectOutput, RestoreObjectRequest};

impl Handler<RestoreObject> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: RestoreObjectRequest,
    ) -> Result<RestoreObjectOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("RestoreObject"))
    }
}
