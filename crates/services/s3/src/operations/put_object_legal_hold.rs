//! `PutObjectLegalHold`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObjectLegalHold;
use shapes::s3::{PutObjectLegalHoldOutput, PutObjectLegalHoldRequest};

impl Handler<PutObjectLegalHold> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutObjectLegalHoldRequest,
    ) -> Result<PutObjectLegalHoldOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("PutObjectLegalHold"))
    }
}
