//! `GetBucketAccelerateConfiguration`. Tried beside `PutBucketAccelerateConfiguration`.

use crate::S3;
use crate::bucket::reach;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketAccelerateConfiguration;
use shapes::s3::{GetBucketAccelerateConfigurationOutput, GetBucketAccelerateConfigurationRequest};

impl Handler<GetBucketAccelerateConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketAccelerateConfigurationRequest,
    ) -> Result<GetBucketAccelerateConfigurationOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let status = reached.bucket.settings.acceleration.clone();
        Ok(GetBucketAccelerateConfigurationOutput { status, request_charged: None })
    }
}
