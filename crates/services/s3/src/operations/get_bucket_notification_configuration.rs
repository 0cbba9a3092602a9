//! `GetBucketNotificationConfiguration`. Tried beside
//! `PutBucketNotificationConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::notify::configuration;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketNotificationConfiguration;
use shapes::s3::{GetBucketNotificationConfigurationRequest, NotificationConfiguration};

impl Handler<GetBucketNotificationConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketNotificationConfigurationRequest,
    ) -> Result<NotificationConfiguration> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Ok(configuration::shown(&reached.bucket.settings.notifications))
    }
}
