//! One file per operation.

mod associate_kms_key;
mod create_log_group;
mod create_log_stream;
mod delete_log_group;
mod delete_log_stream;
mod delete_retention_policy;
mod describe_log_groups;
mod describe_log_streams;
mod describe_metric_filters;
mod describe_subscription_filters;
mod disassociate_kms_key;
mod filter_log_events;
mod get_log_events;
mod list_tags_for_resource;
mod list_tags_log_group;
mod put_log_events;
mod put_retention_policy;
mod start_live_tail;
mod tag_log_group;
mod tag_resource;
mod untag_log_group;
mod untag_resource;

#[cfg(test)]
pub(crate) mod fixture {
    use crate::Logs;
    use crate::records::gone::GONE;
    use platform::{Context, ManualClock, testing};
    use shapes::logs::ops::{CreateLogGroup, CreateLogStream, PutLogEvents};
    use shapes::logs::{
        CreateLogGroupRequest, CreateLogStreamRequest, InputLogEvent, PutLogEventsRequest,
        PutLogEventsResponse,
    };
    use std::sync::Arc;
    use store::Scan;

    pub struct Setting {
        pub service: Arc<Logs>,
        pub cx: Context,
        pub clock: Arc<ManualClock>,
    }

    /// A service that has the group `g` with the streams `a` and `b`.
    pub async fn setting() -> Setting {
        let (platform, clock) = testing::platform();
        let service = Logs::new(platform.clone()).await.unwrap();
        let cx = testing::context(&platform);
        let group = CreateLogGroupRequest { log_group_name: "g".into(), ..Default::default() };
        cx.run::<CreateLogGroup, _>(&*service, group).await.unwrap();
        for name in ["a", "b"] {
            let stream =
                CreateLogStreamRequest { log_group_name: "g".into(), log_stream_name: name.into() };
            cx.run::<CreateLogStream, _>(&*service, stream).await.unwrap();
        }
        Setting { service, cx, clock }
    }

    impl Setting {
        /// Another process over the same store, by whose chance all comes as by this one's.
        pub async fn beside(&self) -> Self {
            let (store, clock) = (self.cx.platform().store.clone(), self.clock.clone());
            let ids = Arc::new(platform::SeededIds::new(1));
            let platform = platform::Platform::new(store, clock.clone(), ids);
            let service = Logs::new(platform.clone()).await.unwrap();
            Setting { service, cx: testing::context(&platform), clock }
        }

        /// Waits until all that was deleted is freed.
        pub async fn freed(&self) {
            while !self.cx.tables().scan(GONE, Scan::prefix(b"")).await.unwrap().is_empty() {
                tokio::task::yield_now().await;
            }
        }

        /// Puts events at these distances from now, in milliseconds.
        pub async fn put(
            &self,
            stream: &str,
            events: &[(i64, &str)],
        ) -> platform::Result<PutLogEventsResponse> {
            let now = self.cx.now().millis();
            let event = |(after, message): &(i64, &str)| InputLogEvent {
                timestamp: now + after,
                message: (*message).to_owned(),
            };
            let input = PutLogEventsRequest {
                log_group_name: "g".into(),
                log_stream_name: stream.into(),
                log_events: events.iter().map(event).collect(),
                ..Default::default()
            };
            self.cx.run::<PutLogEvents, _>(&*self.service, input).await
        }
    }
}
