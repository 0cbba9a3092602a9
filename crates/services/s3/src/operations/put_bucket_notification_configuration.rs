//! `PutBucketNotificationConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::notify::configuration;
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketNotificationConfigurationRequest;
use shapes::s3::ops::PutBucketNotificationConfiguration;

impl Handler<PutBucketNotificationConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutBucketNotificationConfigurationRequest,
    ) -> Result<Unit> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let name = || cx.platform().ids.uuid();
        let rules = configuration::read(input.notification_configuration, &reached.bucket, name)?;
        if input.skip_destination_validation != Some(true) {
            configuration::validate(cx, (&input.bucket, &reached.bucket), &rules).await?;
        }
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.notifications.clone_from(&rules);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{begin, complete_request, get, part, put_request, until, world};
    use platform::{Error, operations, served};
    use shapes::s3::ops::*;
    use shapes::s3::*;
    use shapes::sqs::errors::QUEUE_DOES_NOT_EXIST;
    use shapes::{ErrorShape, sqs};
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, Mutex};

    /// Queues that keep what they are sent, but for one that there is not.
    #[derive(Default)]
    struct Queues {
        sent: Mutex<Vec<String>>,
        is_shut: AtomicBool,
    }

    static BUSY: ErrorShape = ErrorShape::server("ServiceUnavailable", 503);

    impl Handler<sqs::ops::SendMessage> for Queues {
        async fn handle(
            &self,
            _: &Context,
            input: sqs::SendMessageRequest,
        ) -> Result<sqs::SendMessageResult> {
            if self.is_shut.load(Ordering::SeqCst) {
                return Err(Error::new(&BUSY, "later"));
            }
            self.sent.lock().unwrap().push(input.message_body);
            Ok(sqs::SendMessageResult::default())
        }
    }

    impl Handler<sqs::ops::SendMessageBatch> for Queues {
        async fn handle(
            &self,
            _: &Context,
            input: sqs::SendMessageBatchRequest,
        ) -> Result<sqs::SendMessageBatchResult> {
            match input.queue_url.ends_with("/absent") {
                true => Err(Error::new(&QUEUE_DOES_NOT_EXIST, "none")),
                false => Ok(sqs::SendMessageBatchResult::default()),
            }
        }
    }

    impl Queues {
        /// What has come, without what was only a test: the events' names and keys.
        fn events(&self) -> Vec<String> {
            let sent = self.sent.lock().unwrap();
            let read = |body: &String| serde_json::from_str::<serde_json::Value>(body).unwrap();
            let records = sent.iter().map(read).filter_map(|it| it.get("Records").cloned());
            records
                .map(|it| {
                    let name = it[0]["eventName"].as_str().unwrap().to_owned();
                    format!("{name} {}", it[0]["s3"]["object"]["key"].as_str().unwrap())
                })
                .collect()
        }
    }

    async fn told() -> (Arc<crate::S3>, Context, Arc<Queues>, Arc<platform::ManualClock>) {
        let (service, cx, clock) = world().await;
        let queues = Arc::new(Queues::default());
        let mut all = served(&service);
        all.extend(operations![queues => sqs::ops::SendMessage, sqs::ops::SendMessageBatch]);
        cx.platform().serve(all);
        cx.platform().deadlines.start();
        (service, cx, queues, clock)
    }

    fn configuration(queue: &str, events: &[&str]) -> PutBucketNotificationConfigurationRequest {
        let queue = QueueConfiguration {
            queue_arn: format!("arn:aws:sqs:us-east-1:000000000000:{queue}"),
            events: events.iter().map(|event| (*event).to_owned()).collect(),
            ..Default::default()
        };
        PutBucketNotificationConfigurationRequest {
            bucket: "bucket".into(),
            notification_configuration: NotificationConfiguration {
                queue_configurations: Some(vec![queue]),
                ..Default::default()
            },
            ..Default::default()
        }
    }

    const ALL: [&str; 3] = ["s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:ObjectTagging:*"];

    #[tokio::test]
    async fn what_happens_to_objects_is_told_and_nothing_is_left() {
        let (service, cx, queues, _) = told().await;
        cx.call::<PutBucketNotificationConfiguration>(configuration("q", &ALL)).await.unwrap();
        assert!(queues.sent.lock().unwrap()[0].contains(r#""Event":"s3:TestEvent""#));
        cx.call::<PutObject>(put_request("a b/ü", "x")).await.unwrap();
        let (bucket, key) = (|| "bucket".to_owned(), |key: &str| key.to_owned());
        let copy = CopyObjectRequest {
            bucket: bucket(),
            key: key("c"),
            copy_source: "bucket/a b/ü".into(),
            ..Default::default()
        };
        cx.call::<CopyObject>(copy).await.unwrap();
        let id = begin(&service, &cx, "m").await;
        let uploaded = part(&service, &cx, "m", &id, 1, "x").await;
        let complete = complete_request("m", &id, vec![uploaded]);
        cx.call::<CompleteMultipartUpload>(complete).await.unwrap();
        let tagging =
            DeleteObjectTaggingRequest { bucket: bucket(), key: key("c"), ..Default::default() };
        cx.call::<DeleteObjectTagging>(tagging).await.unwrap();
        for name in ["c", "c"] {
            let delete =
                DeleteObjectRequest { bucket: bucket(), key: key(name), ..Default::default() };
            cx.call::<DeleteObject>(delete).await.unwrap();
        }
        let named = |name: &str| ObjectIdentifier { key: name.into(), ..Default::default() };
        let delete = Delete { objects: vec![named("m"), named("absent")], quiet: None };
        let delete = DeleteObjectsRequest { bucket: bucket(), delete, ..Default::default() };
        cx.call::<DeleteObjects>(delete).await.unwrap();
        let mut expected = [
            "ObjectCreated:Put a+b/%C3%BC",
            "ObjectCreated:Copy c",
            "ObjectCreated:CompleteMultipartUpload m",
            "ObjectTagging:Delete c",
            "ObjectRemoved:Delete c",
            "ObjectRemoved:Delete m",
        ];
        expected.sort_unstable();
        until(async || queues.events().len() >= expected.len()).await;
        let mut events = queues.events();
        events.sort_unstable();
        assert_eq!(events, expected);
        for table in ["s3.notices", "deadlines"] {
            let rows = store::Scan::prefix(b"");
            until(async || {
                cx.tables().scan(store::Table(table), rows.clone()).await.unwrap().is_empty()
            })
            .await;
        }
    }

    #[tokio::test]
    async fn what_cannot_be_told_now_is_told_later() {
        let (service, cx, queues, clock) = told().await;
        cx.call::<PutBucketNotificationConfiguration>(configuration("q", &ALL)).await.unwrap();
        queues.is_shut.store(true, Ordering::SeqCst);
        cx.call::<PutObject>(put_request("k", "x")).await.unwrap();
        assert_eq!(get(&service, &cx, "k").await.unwrap(), "x");
        queues.is_shut.store(false, Ordering::SeqCst);
        until(async || {
            clock.advance(std::time::Duration::from_secs(1));
            queues.events() == ["ObjectCreated:Put k"]
        })
        .await;
    }

    #[tokio::test]
    async fn nobody_is_named_who_cannot_be_told() {
        let (_, cx, queues, _) = told().await;
        let put = async |input| {
            let answer = cx.call::<PutBucketNotificationConfiguration>(input).await;
            answer.map(drop).map_err(|error| (error.message, error.fields))
        };
        let (message, fields) = put(configuration("absent", &ALL)).await.unwrap_err();
        assert_eq!(message, "Unable to validate the following destination configurations");
        assert_eq!(fields[1].1, "The destination queue does not exist");
        let skipping = PutBucketNotificationConfigurationRequest {
            skip_destination_validation: Some(true),
            ..configuration("absent", &ALL)
        };
        put(skipping).await.unwrap();
        assert!(queues.sent.lock().unwrap().is_empty());
        let input = GetBucketNotificationConfigurationRequest {
            bucket: "bucket".into(),
            ..Default::default()
        };
        let shown = cx.call::<GetBucketNotificationConfiguration>(input).await.unwrap();
        let queue = &shown.queue_configurations.unwrap()[0];
        assert_eq!((queue.events.len(), queue.id.as_ref().unwrap().len()), (3, 36));
    }
}
