//! `GetObjectLegalHold`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetObjectLegalHold;
use shapes::s3::{GetObjectLegalHoldOutput, GetObjectLegalHoldRequest};

impl Handler<GetObjectLegalHold> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetObjectLegalHoldRequest,
    ) -> Result<GetObjectLegalHoldOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("GetObjectLegalHold"))
    }
}
