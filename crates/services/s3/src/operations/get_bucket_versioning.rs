//! `GetBucketVersioning`. Tried beside `PutBucketVersioning`.

use crate::S3;
use crate::bucket::reach;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketVersioning;
use shapes::s3::{GetBucketVersioningOutput, GetBucketVersioningRequest};

impl Handler<GetBucketVersioning> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketVersioningRequest,
    ) -> Result<GetBucketVersioningOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let status = reached.bucket.settings.versioning.map(|it| it.name().to_owned());
        Ok(GetBucketVersioningOutput { status, mfa_delete: None })
    }
}
