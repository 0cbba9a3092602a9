//! How often a FIFO queue may be asked, where a server keeps AWS's limits: "300 transactions per second,
//! per API action" ("Troubleshoot FIFO throttling issues in Amazon SQS"). A queue of high throughput may
//! be asked as often as it likes: its limits are tens of thousands.

use crate::Sqs;
use platform::{Arn, Per, Quota, Rate};
use std::sync::Arc;

const RATE: Rate = Rate::per_second(300);
const ACTIONS: [&str; 7] = [
    "ChangeMessageVisibility",
    "ChangeMessageVisibilityBatch",
    "DeleteMessage",
    "DeleteMessageBatch",
    "ReceiveMessage",
    "SendMessage",
    "SendMessageBatch",
];

impl Sqs {
    /// An action's rate.
    pub(crate) fn pace(&self, operation: &str) -> Option<Quota> {
        let sqs = self.me.clone();
        let only = move |arn: &str| sqs.upgrade().is_some_and(|sqs| sqs.is_paced(arn));
        let quota = Quota { rate: RATE, per: Per::Resource, only: Some(Arc::new(only)) };
        ACTIONS.contains(&operation).then_some(quota)
    }

    /// Whether a queue has a limit of its own. One that nobody has asked since the start counts as
    /// having none of the settings that it may have: a call that finds it is its first.
    fn is_paced(&self, arn: &str) -> bool {
        let Some(Arn { region, account, resource, .. }) = Arn::parse(arn) else { return false };
        resource.ends_with(".fifo") && !self.queues.is_fast(account, region, resource)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::{context, platform};
    use platform::{Context, Limits};
    use shapes::sqs::ops::{CreateQueue, ReceiveMessage, SendMessage};
    use shapes::sqs::{CreateQueueRequest, ReceiveMessageRequest, SendMessageRequest};
    use std::time::Duration;

    async fn create(cx: &Context, name: &str, attributes: &[(&str, &str)]) -> String {
        let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let input = CreateQueueRequest {
            queue_name: name.to_owned(),
            attributes: Some(attributes.iter().map(pair).collect()),
            ..Default::default()
        };
        cx.call::<CreateQueue>(input).await.unwrap().queue_url.unwrap()
    }

    async fn send(cx: &Context, url: &str, n: usize) -> platform::Result<()> {
        let fifo = url.ends_with(".fifo");
        let input = SendMessageRequest {
            queue_url: url.to_owned(),
            message_body: n.to_string(),
            message_group_id: fifo.then(|| "g".to_owned()),
            message_deduplication_id: fifo.then(|| n.to_string()),
            ..Default::default()
        };
        cx.call::<SendMessage>(input).await.map(drop)
    }

    #[tokio::test]
    async fn a_fifo_queue_is_asked_three_hundred_times_in_a_second() {
        let (platform, clock) = platform();
        platform.serve(platform::served(&Sqs::under(platform.clone(), Limits::Aws)));
        let cx = context(&platform);
        let slow = create(&cx, "slow.fifo", &[("FifoQueue", "true")]).await;
        let high = [
            ("FifoQueue", "true"),
            ("DeduplicationScope", "messageGroup"),
            ("FifoThroughputLimit", "perMessageGroupId"),
        ];
        let fast = create(&cx, "fast.fifo", &high).await;
        let plain = create(&cx, "plain", &[]).await;
        for n in 0..300 {
            send(&cx, &slow, n).await.unwrap();
        }
        let error = send(&cx, &slow, 300).await.unwrap_err();
        assert_eq!(error.to_string(), "RequestThrottled: Rate exceeded");
        // Each action has its own rate.
        let input = ReceiveMessageRequest { queue_url: slow.clone(), ..Default::default() };
        cx.call::<ReceiveMessage>(input).await.unwrap();
        clock.advance(Duration::from_millis(4));
        send(&cx, &slow, 300).await.unwrap();
        for n in 0..400 {
            send(&cx, &fast, n).await.unwrap();
            send(&cx, &plain, n).await.unwrap();
        }
    }
}
