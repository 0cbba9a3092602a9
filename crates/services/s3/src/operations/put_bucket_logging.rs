//! `PutBucketLogging`.

use crate::S3;
use crate::bucket::reach;
use crate::kept::Kept;
use crate::logs;
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketLoggingRequest;
use shapes::s3::ops::PutBucketLogging;

impl Handler<PutBucketLogging> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketLoggingRequest) -> Result<Unit> {
        let owner = input.expected_bucket_owner.as_deref();
        let set = input.bucket_logging_status.logging_enabled;
        if let Some(to) = &set {
            let reached = reach(cx, &input.bucket, owner).await?;
            logs::check(cx, &reached.bucket, to).await?;
        }
        let set = set.map(Kept);
        settings::change(cx, &input.bucket, owner, |settings| {
            settings.logging.clone_from(&set);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{make_bucket, world};
    use platform::{Visit, VisitEnd, served};
    use shapes::s3::ops::*;
    use shapes::s3::*;
    use std::sync::Arc;
    use std::time::Duration;

    const POLICY: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow",
        "Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject",
        "Resource":"arn:aws:s3:::target/logs/*",
        "Condition":{"StringEquals":{"aws:SourceAccount":"000000000000"}}}}"#;

    async fn log(cx: &Context, to: &str) {
        let to = LoggingEnabled {
            target_bucket: to.to_owned(),
            target_prefix: "logs/".to_owned(),
            ..Default::default()
        };
        let input = PutBucketLoggingRequest {
            bucket: "bucket".into(),
            bucket_logging_status: BucketLoggingStatus { logging_enabled: Some(to) },
            ..Default::default()
        };
        cx.call::<PutBucketLogging>(input).await.unwrap();
    }

    /// What a client's request for an object leaves behind.
    async fn visit(service: &S3, cx: &Context) {
        let visit = Arc::new(Visit { line: "GET /bucket/k HTTP/1.1".into(), ..Default::default() });
        let reached = crate::bucket::find(cx.tables(), "bucket").await.unwrap().unwrap();
        let cx = cx.clone().visited(Some(visit.clone()));
        service.logs.watch(&cx, &reached, "arn:aws:s3:::bucket/k");
        let header = |_: &str| None;
        let took = Duration::from_millis(1);
        visit.end(&VisitEnd {
            status: 404,
            error: Some("NoSuchKey"),
            bytes: None,
            header: &header,
            took,
        });
    }

    async fn delivered(cx: &Context) -> Vec<String> {
        let input = ListObjectsV2Request { bucket: "target".into(), ..Default::default() };
        let listed = cx.call::<ListObjectsV2>(input).await.unwrap();
        listed.contents.unwrap_or_default().into_iter().filter_map(|it| it.key).collect()
    }

    #[tokio::test]
    async fn requests_are_logged_where_the_target_lets_it() {
        let (service, cx, clock) = world().await;
        cx.platform().serve(served(&service));
        make_bucket(&service, &cx, "target").await;
        log(&cx, "target").await;
        visit(&service, &cx).await;
        service.logs.flush().await;
        assert!(delivered(&cx).await.is_empty());
        let (bucket, policy) = ("target".into(), POLICY.into());
        let input = PutBucketPolicyRequest { bucket, policy, ..Default::default() };
        cx.call::<PutBucketPolicy>(input).await.unwrap();
        visit(&service, &cx).await;
        // Whoever was to mind the first lines minds these too.
        crate::testing::until(async || {
            clock.advance(Duration::from_secs(120));
            !delivered(&cx).await.is_empty()
        })
        .await;
        let keys = delivered(&cx).await;
        assert!(keys[0].starts_with("logs/2026-01-0"), "{keys:?}");
        let input = GetObjectRequest {
            bucket: "target".into(),
            key: keys[0].clone(),
            ..Default::default()
        };
        let body = cx.call::<GetObject>(input).await.unwrap().body.collect(10_000).await.unwrap();
        let line = String::from_utf8(body.to_vec()).unwrap();
        assert!(
            line.contains(" REST.GET.OBJECT k \"GET /bucket/k HTTP/1.1\" 404 NoSuchKey - "),
            "{line}"
        );
        let input = GetBucketLoggingRequest { bucket: "bucket".into(), ..Default::default() };
        let shown = cx.call::<GetBucketLogging>(input).await.unwrap().logging_enabled.unwrap();
        assert_eq!(shown.target_prefix, "logs/");
        let input = PutBucketLoggingRequest { bucket: "bucket".into(), ..Default::default() };
        cx.call::<PutBucketLogging>(input).await.unwrap();
        let input = GetBucketLoggingRequest { bucket: "bucket".into(), ..Default::default() };
        let shown = cx.call::<GetBucketLogging>(input).await.unwrap();
        assert_eq!(shown.logging_enabled, None);
    }
}
