//! `GetBucketRequestPayment`. Tried beside `PutBucketRequestPayment`.

use crate::S3;
use crate::bucket::reach;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketRequestPayment;
use shapes::s3::{GetBucketRequestPaymentOutput, GetBucketRequestPaymentRequest};

impl Handler<GetBucketRequestPayment> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketRequestPaymentRequest,
    ) -> Result<GetBucketRequestPaymentOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let payer =
            if reached.bucket.settings.requester_pays { "Requester" } else { "BucketOwner" };
        Ok(GetBucketRequestPaymentOutput { payer: Some(payer.to_owned()) })
    }
}
