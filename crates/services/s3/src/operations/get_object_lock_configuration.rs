//! `GetObjectLockConfiguration`. Tried beside `PutObjectLockConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::lock::configuration;
use platform::{Context, Error, Handler, Result};
use shapes::ErrorShape;
use shapes::s3::ops::GetObjectLockConfiguration;
use shapes::s3::{GetObjectLockConfigurationOutput, GetObjectLockConfigurationRequest};

impl Handler<GetObjectLockConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetObjectLockConfigurationRequest,
    ) -> Result<GetObjectLockConfigurationOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let Some(locking) = &reached.bucket.settings.locking else {
            let message = "Object Lock configuration does not exist for this bucket";
            return Err(Error::new(&ABSENT, message).with("BucketName", input.bucket));
        };
        let object_lock_configuration = Some(configuration::shown(locking));
        Ok(GetObjectLockConfigurationOutput { object_lock_configuration })
    }
}

static ABSENT: ErrorShape = ErrorShape::client("ObjectLockConfigurationNotFoundError", 404);
