//! `PutBucketLifecycleConfiguration`.

use crate::S3;
use crate::bucket::Bucket;
use crate::errors::malformed_xml;
use crate::lifecycle::{configuration, pass};
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutBucketLifecycleConfiguration;
use shapes::s3::{PutBucketLifecycleConfigurationOutput, PutBucketLifecycleConfigurationRequest};

impl Handler<PutBucketLifecycleConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutBucketLifecycleConfigurationRequest,
    ) -> Result<PutBucketLifecycleConfigurationOutput> {
        let minimum = input.transition_default_minimum_object_size;
        let minimum = configuration::read_minimum(minimum.as_deref())?;
        let given = input.lifecycle_configuration.ok_or_else(malformed_xml)?;
        let rules =
            configuration::read(given.rules, || configuration::name(&cx.platform().ids.uuid()))?;
        let owner = input.expected_bucket_owner.as_deref();
        let set = |bucket: &mut Bucket| {
            bucket.settings.lifecycle.clone_from(&rules);
            bucket.settings.least_moved = minimum;
            Ok(Some(pass::deadline(&input.bucket, &bucket.incarnation, cx.now())))
        };
        settings::change_bucket(cx, &input.bucket, owner, set).await?;
        let transition_default_minimum_object_size = Some(minimum.name().to_owned());
        Ok(PutBucketLifecycleConfigurationOutput { transition_default_minimum_object_size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{begin, get, part, put, put_request, until, world};
    use shapes::Timestamp;
    use shapes::s3::ops::*;
    use shapes::s3::*;
    use std::time::Duration;

    const DAY: Duration = Duration::from_secs(24 * 3600);

    fn rule(id: &str, prefix: &str, days: i32) -> LifecycleRule {
        let filter = LifecycleRuleFilter { prefix: Some(prefix.into()), ..Default::default() };
        LifecycleRule {
            id: Some(id.into()),
            status: "Enabled".into(),
            filter: Some(filter),
            expiration: Some(LifecycleExpiration { days: Some(days), ..Default::default() }),
            ..Default::default()
        }
    }

    async fn set(service: &S3, cx: &Context, rules: Vec<LifecycleRule>) {
        let input = PutBucketLifecycleConfigurationRequest {
            bucket: "bucket".into(),
            lifecycle_configuration: Some(BucketLifecycleConfiguration { rules }),
            ..Default::default()
        };
        cx.run::<PutBucketLifecycleConfiguration, _>(service, input).await.unwrap();
    }

    #[tokio::test]
    async fn objects_expire_at_midnight_and_uploads_are_given_up() {
        let (service, cx, clock) = world().await;
        cx.platform().deadlines.start();
        put(&service, &cx, "tmp/old", vec![0; 50_000]).await;
        put(&service, &cx, "keep", "x").await;
        let id = begin(&service, &cx, "tmp/upload").await;
        part(&service, &cx, "tmp/upload", &id, 1, vec![0; 50_000]).await;
        let abort = AbortIncompleteMultipartUpload { days_after_initiation: Some(2) };
        let uploads = LifecycleRule {
            expiration: None,
            abort_incomplete_multipart_upload: Some(abort),
            ..rule("u", "tmp/", 1)
        };
        set(&service, &cx, vec![rule("o", "tmp/", 1), uploads]).await;
        let shown = cx.run::<PutObject, _>(&*service, put_request("tmp/new", "x")).await.unwrap();
        // It is 2026-01-02 at night.
        let expiration = "expiry-date=\"Sun, 04 Jan 2026 00:00:00 GMT\", rule-id=\"o\"";
        assert_eq!(shown.expiration.as_deref(), Some(expiration));
        clock.advance(DAY);
        put(&service, &cx, "tmp/later", "x").await;
        assert!(get(&service, &cx, "tmp/old").await.is_ok());
        clock.advance(DAY);
        for gone in ["tmp/old", "tmp/new"] {
            until(async || get(&service, &cx, gone).await.is_err()).await;
        }
        assert!(get(&service, &cx, "tmp/later").await.is_ok());
        clock.advance(DAY);
        until(async || get(&service, &cx, "tmp/later").await.is_err()).await;
        until(async || cx.platform().store.blobs.list().await.unwrap().is_empty()).await;
        assert!(get(&service, &cx, "keep").await.is_ok());
    }

    #[tokio::test]
    async fn what_has_expired_already_goes_at_once_and_rules_can_be_taken_away() {
        let (service, cx, clock) = world().await;
        cx.platform().deadlines.start();
        put(&service, &cx, "k", "x").await;
        let date = LifecycleExpiration { date: Some(Timestamp(0)), ..Default::default() };
        let past = LifecycleRule { expiration: Some(date), ..rule("o", "", 1) };
        set(&service, &cx, vec![past]).await;
        until(async || get(&service, &cx, "k").await.is_err()).await;
        let bucket = || "bucket".to_owned();
        let input =
            GetBucketLifecycleConfigurationRequest { bucket: bucket(), ..Default::default() };
        let shown = cx.run::<GetBucketLifecycleConfiguration, _>(&*service, input.clone()).await;
        assert_eq!(shown.unwrap().rules.unwrap()[0].id.as_deref(), Some("o"));
        let delete = DeleteBucketLifecycleRequest { bucket: bucket(), ..Default::default() };
        cx.run::<DeleteBucketLifecycle, _>(&*service, delete).await.unwrap();
        let absent = cx.run::<GetBucketLifecycleConfiguration, _>(&*service, input).await;
        assert_eq!(absent.unwrap_err().code(), "NoSuchLifecycleConfiguration");
        put(&service, &cx, "k", "x").await;
        clock.advance(DAY);
        let rows = store::Scan::prefix(b"");
        until(async || {
            let rows = cx.tables().scan(store::Table("deadlines"), rows.clone()).await;
            rows.unwrap().is_empty()
        })
        .await;
        assert!(get(&service, &cx, "k").await.is_ok());
    }
}
