//! `GetObjectRetention`. Tried beside `PutObjectRetention`.

use crate::S3;
use crate::bucket::reach;
use crate::lock;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetObjectRetention;
use shapes::s3::{GetObjectRetentionOutput, GetObjectRetentionRequest, ObjectLockRetention};

impl Handler<GetObjectRetention> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetObjectRetentionRequest,
    ) -> Result<GetObjectRetentionOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        lock::check(&reached.bucket)?;
        let object = self.find_beside(&reached, &input.key, input.version_id.as_deref()).await?;
        let retention = object.lock.and_then(|lock| lock.retention).ok_or_else(lock::absent)?;
        let shown = ObjectLockRetention {
            mode: Some(retention.mode.name().to_owned()),
            retain_until_date: Some(retention.until()),
            ..ObjectLockRetention::default()
        };
        Ok(GetObjectRetentionOutput { retention: Some(shown) })
    }
}
