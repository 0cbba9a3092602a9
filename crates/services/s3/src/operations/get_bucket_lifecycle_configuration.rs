//! `GetBucketLifecycleConfiguration`. Tried beside
//! `PutBucketLifecycleConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::lifecycle::configuration;
use platform::Error;
use platform::{Context, Handler, Result};
use shapes::ErrorShape;
use shapes::s3::ops::GetBucketLifecycleConfiguration;
use shapes::s3::{GetBucketLifecycleConfigurationOutput, GetBucketLifecycleConfigurationRequest};

impl Handler<GetBucketLifecycleConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketLifecycleConfigurationRequest,
    ) -> Result<GetBucketLifecycleConfigurationOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let settings = &reached.bucket.settings;
        let rules = &settings.lifecycle;
        if rules.is_empty() {
            let error = Error::new(&ABSENT, "The lifecycle configuration does not exist");
            return Err(error.with("BucketName", input.bucket));
        }
        Ok(GetBucketLifecycleConfigurationOutput {
            rules: Some(configuration::shown(rules)),
            transition_default_minimum_object_size: Some(settings.least_moved.name().to_owned()),
        })
    }
}

static ABSENT: ErrorShape = ErrorShape::client("NoSuchLifecycleConfiguration", 404);
