//! `PutObjectRetention`.

use crate::S3;
use crate::bucket::reach;
use crate::lock;
use crate::notify::Deed;
use crate::object::Object;
use crate::service::Place;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObjectRetention;
use shapes::s3::{PutObjectRetentionOutput, PutObjectRetentionRequest};

impl Handler<PutObjectRetention> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutObjectRetentionRequest,
    ) -> Result<PutObjectRetentionOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let retention = lock::read_retention(input.retention, cx.now())?;
        lock::check(&reached.bucket)?;
        let bypass = input.bypass_governance_retention == Some(true);
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let change = |object: &mut Object| {
            let lock = object.lock.take().unwrap_or_default();
            object.lock = lock.retained(retention, cx.now(), bypass)?.kept();
            Ok(())
        };
        let deed = Deed::of_lock(cx);
        self.amend(&deed, &place, input.version_id.as_deref(), change).await?;
        Ok(PutObjectRetentionOutput::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{locking, put_request, world};
    use shapes::Timestamp;
    use shapes::s3::ops::*;
    use shapes::s3::*;
    use std::time::Duration;

    const DAY: Duration = Duration::from_secs(24 * 3600);

    fn retention(mode: &str, until: Timestamp) -> ObjectLockRetention {
        ObjectLockRetention {
            mode: Some(mode.into()),
            retain_until_date: Some(until),
            ..ObjectLockRetention::default()
        }
    }

    async fn retain(
        service: &S3,
        cx: &Context,
        retention: ObjectLockRetention,
        bypass: Option<bool>,
    ) -> &'static str {
        let input = PutObjectRetentionRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            retention: Some(retention),
            bypass_governance_retention: bypass,
            ..Default::default()
        };
        let answer = cx.run::<PutObjectRetention, _>(service, input).await;
        answer.map_or_else(|error| error.code(), |_| "")
    }

    async fn delete(
        service: &S3,
        cx: &Context,
        version: Option<&String>,
        bypass: Option<bool>,
    ) -> &'static str {
        let input = DeleteObjectRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            version_id: version.cloned(),
            bypass_governance_retention: bypass,
            ..Default::default()
        };
        let answer = cx.run::<DeleteObject, _>(service, input).await;
        answer.map_or_else(|error| error.code(), |_| "")
    }

    #[tokio::test]
    async fn a_version_stays_until_its_retention_ends_and_can_be_hidden_meanwhile() {
        let (service, cx, clock) = world().await;
        let request = || put_request("k", "x");
        let in_days = |days: i64| Timestamp(cx.now().millis() + days * 24 * 3600 * 1000);
        let put = cx.run::<PutObject, _>(&*service, request()).await.unwrap();
        assert_eq!(put.version_id, None);
        let later = || retention("COMPLIANCE", in_days(2));
        assert_eq!(retain(&service, &cx, later(), None).await, "InvalidRequest");
        assert_eq!(delete(&service, &cx, None, Some(true)).await, "InvalidArgument");
        locking(&service, &cx).await;
        let version = cx.run::<PutObject, _>(&*service, request()).await.unwrap().version_id;
        let past = retention("COMPLIANCE", Timestamp(1000));
        assert_eq!(retain(&service, &cx, past, None).await, "InvalidArgument");
        assert_eq!(retain(&service, &cx, later(), None).await, "");
        let sooner = retention("COMPLIANCE", in_days(1));
        assert_eq!(retain(&service, &cx, sooner, Some(true)).await, "AccessDenied");
        for bypass in [None, Some(true)] {
            assert_eq!(delete(&service, &cx, version.as_ref(), bypass).await, "AccessDenied");
        }
        assert_eq!(delete(&service, &cx, None, None).await, "");
        clock.advance(2 * DAY);
        assert_eq!(delete(&service, &cx, version.as_ref(), None).await, "");
    }

    #[tokio::test]
    async fn governance_can_be_bypassed_and_a_hold_cannot() {
        let (service, cx, _) = world().await;
        locking(&service, &cx).await;
        let until = Timestamp(cx.now().millis() + 3_600_000);
        let input = PutObjectRequest {
            object_lock_mode: Some("GOVERNANCE".into()),
            object_lock_retain_until_date: Some(until),
            ..put_request("k", "x")
        };
        let bare = cx.run::<PutObject, _>(&*service, input).await.unwrap_err();
        assert_eq!(bare.code(), "InvalidRequest");
        let input = PutObjectRequest {
            content_md5: Some("ndTkYSaMgDT1yFZOFVxnpg==".into()),
            object_lock_mode: Some("GOVERNANCE".into()),
            object_lock_retain_until_date: Some(until),
            object_lock_legal_hold_status: Some("ON".into()),
            ..put_request("k", "x")
        };
        let version = cx.run::<PutObject, _>(&*service, input).await.unwrap().version_id;
        let request =
            || HeadObjectRequest { bucket: "bucket".into(), key: "k".into(), ..Default::default() };
        let head = cx.run::<HeadObject, _>(&*service, request()).await.unwrap();
        assert_eq!(head.object_lock_mode.as_deref(), Some("GOVERNANCE"));
        assert_eq!(head.object_lock_retain_until_date, Some(until));
        assert_eq!(head.object_lock_legal_hold_status.as_deref(), Some("ON"));
        assert_eq!(delete(&service, &cx, version.as_ref(), Some(true)).await, "AccessDenied");
        let hold = ObjectLockLegalHold { status: Some("OFF".into()) };
        let input = PutObjectLegalHoldRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            legal_hold: Some(hold),
            ..Default::default()
        };
        cx.run::<PutObjectLegalHold, _>(&*service, input).await.unwrap();
        let input = GetObjectLegalHoldRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            ..Default::default()
        };
        let hold = cx.run::<GetObjectLegalHold, _>(&*service, input).await.unwrap().legal_hold;
        assert_eq!(hold.unwrap().status.as_deref(), Some("OFF"));
        assert_eq!(delete(&service, &cx, version.as_ref(), None).await, "AccessDenied");
        assert_eq!(delete(&service, &cx, version.as_ref(), Some(true)).await, "");
    }
}
