//! `PutObjectLockConfiguration`. A bucket that makes versions can have locks from then on, which
//! nothing takes from it.

use crate::S3;
use crate::lock::configuration;
use crate::refuse::refuse;
use crate::settings;
use crate::version::Versioning;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObjectLockConfiguration;
use shapes::s3::{PutObjectLockConfigurationOutput, PutObjectLockConfigurationRequest};

impl Handler<PutObjectLockConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutObjectLockConfigurationRequest,
    ) -> Result<PutObjectLockConfigurationOutput> {
        refuse!(input; token => "x-amz-bucket-object-lock-token");
        let locking = configuration::read(input.object_lock_configuration)?;
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            if settings.versioning != Some(Versioning::Enabled) {
                return Err(configuration::needs_versions());
            }
            settings.locking = Some(locking.clone());
            Ok(())
        })
        .await?;
        Ok(PutObjectLockConfigurationOutput::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;
    use shapes::s3::ops::*;
    use shapes::s3::*;

    fn bucket() -> String {
        "bucket".to_owned()
    }

    async fn lock(service: &S3, cx: &Context, days: Option<i32>) -> Result<()> {
        let mode = Some("GOVERNANCE".to_owned());
        let rule = days.map(|days| {
            let days = Some(days);
            let retention =
                DefaultRetention { mode: mode.clone(), days, ..DefaultRetention::default() };
            ObjectLockRule { default_retention: Some(retention) }
        });
        let enabled = Some("Enabled".to_owned());
        let configuration = ObjectLockConfiguration { object_lock_enabled: enabled, rule };
        let input = PutObjectLockConfigurationRequest {
            bucket: bucket(),
            object_lock_configuration: Some(configuration),
            ..Default::default()
        };
        cx.run::<PutObjectLockConfiguration, _>(service, input).await.map(drop)
    }

    async fn version(service: &S3, cx: &Context, status: &str) -> Result<()> {
        let status = Some(status.to_owned());
        let input = PutBucketVersioningRequest {
            bucket: bucket(),
            versioning_configuration: VersioningConfiguration { status, mfa_delete: None },
            ..Default::default()
        };
        cx.run::<PutBucketVersioning, _>(service, input).await.map(drop)
    }

    #[tokio::test]
    async fn a_bucket_with_versions_can_have_locks_and_keeps_both() {
        let (service, cx, _) = world().await;
        let shown = async || {
            let input =
                GetObjectLockConfigurationRequest { bucket: bucket(), ..Default::default() };
            cx.run::<GetObjectLockConfiguration, _>(&*service, input).await
        };
        let absent = shown().await.unwrap_err();
        assert_eq!(absent.code(), "ObjectLockConfigurationNotFoundError");
        let early = lock(&service, &cx, None).await.unwrap_err();
        assert_eq!((early.code(), early.shape.status), ("InvalidBucketState", 409));
        version(&service, &cx, "Enabled").await.unwrap();
        lock(&service, &cx, Some(3)).await.unwrap();
        let rule = shown().await.unwrap().object_lock_configuration.unwrap().rule.unwrap();
        assert_eq!(rule.default_retention.unwrap().days, Some(3));
        lock(&service, &cx, None).await.unwrap();
        assert_eq!(shown().await.unwrap().object_lock_configuration.unwrap().rule, None);
        let kept = version(&service, &cx, "Suspended").await.unwrap_err();
        assert_eq!(kept.code(), "InvalidBucketState");
    }
}
