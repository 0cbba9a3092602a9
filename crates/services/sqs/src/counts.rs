//! What CloudWatch is told of queues ("Available CloudWatch metrics for Amazon SQS").

use crate::Sqs;
use crate::live::{Life, Live};
use platform::metrics::{Gauges, Metric, Owner};
use platform::{Arn, BoxFuture, Result};
use shapes::Timestamp;
use std::sync::Arc;
use std::sync::atomic::Ordering;

const fn count(name: &'static str) -> Metric {
    Metric::new("AWS/SQS", name, "Count")
}

static SENT: Metric = count("NumberOfMessagesSent");
static SENT_SIZE: Metric = Metric::new("AWS/SQS", "SentMessageSize", "Bytes");
static RECEIVED: Metric = count("NumberOfMessagesReceived");
static EMPTY: Metric = count("NumberOfEmptyReceives");
static DELETED: Metric = count("NumberOfMessagesDeleted");
static VISIBLE: Metric = count("ApproximateNumberOfMessagesVisible");
static NOT_VISIBLE: Metric = count("ApproximateNumberOfMessagesNotVisible");
static DELAYED: Metric = count("ApproximateNumberOfMessagesDelayed");
static OLDEST: Metric = Metric::new("AWS/SQS", "ApproximateAgeOfOldestMessage", "Seconds");

/// How long a queue is told of in which nothing is and with which nothing is done: "A queue is active for
/// up to six hours".
const ACTIVE_MS: i64 = 6 * 3_600_000;

impl Live {
    fn count(&self, values: &[(&'static Metric, f64)]) {
        let now = self.platform.clock.now();
        self.active_ms.store(now.millis(), Ordering::Relaxed);
        self.tell(now, values);
    }

    fn tell(&self, now: Timestamp, values: &[(&'static Metric, f64)]) {
        if let Some(Arn { account, region, resource, .. }) = Arn::parse(&self.arn) {
            let owner = Owner { account, region };
            self.platform.metrics.count(now, owner, &[("QueueName", resource)], values);
        }
    }

    /// Messages of these sizes were sent.
    pub fn count_sent(&self, sizes: &[usize]) {
        let each = |size: &usize| [(&SENT, 1.0), (&SENT_SIZE, *size as f64)];
        let values: Vec<_> = sizes.iter().flat_map(each).collect();
        self.count(&values);
    }

    /// A receive gave so many.
    pub fn count_received(&self, messages: usize) {
        let values = match messages {
            0 => [(&EMPTY, 1.0)],
            _ => [(&RECEIVED, messages as f64)],
        };
        self.count(&values);
    }

    /// Messages were to be deleted.
    pub fn count_deleted(&self, done: &[Result<()>]) {
        let deleted = done.iter().filter(|it| it.is_ok()).count();
        self.count(&[(&DELETED, deleted as f64)]);
    }

    /// Tells how much is in it, as long as it is active.
    fn gauge(&self, now: Timestamp) {
        let (counts, oldest_ms) = {
            let mut state = self.state();
            if state.life != Life::Open {
                return;
            }
            state.age(now.millis());
            (state.machine.counts(now.millis()), state.machine.oldest_ms())
        };
        let idle_ms = now.millis().saturating_sub(self.active_ms.load(Ordering::Relaxed));
        if oldest_ms.is_none() && idle_ms > ACTIVE_MS {
            return;
        }
        let age_ms = oldest_ms.map_or(0, |it| now.millis().saturating_sub(it).max(0));
        let values = [
            (&VISIBLE, counts.visible as f64),
            (&NOT_VISIBLE, counts.in_flight as f64),
            (&DELAYED, counts.delayed as f64),
            (&OLDEST, (age_ms / 1000) as f64),
        ];
        self.tell(now, &values);
    }
}

/// Of the queues that are at work in this process: one with which nothing was done since it began is not.
impl Gauges for Sqs {
    fn gauge(self: Arc<Self>, now: Timestamp) -> BoxFuture<'static, ()> {
        Box::pin(async move { self.queues.all().iter().for_each(|queue| queue.gauge(now)) })
    }
}

#[cfg(test)]
mod tests {
    use crate::operations::fixture::setting;
    use platform::testing::{check_counted, counted};
    use std::time::Duration;

    #[tokio::test]
    async fn what_is_sent_received_and_deleted_is_told_of_the_queue() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        at.send(&url, "hello").await;
        at.send(&url, "you").await;
        let messages = at.receive(&url, 10).await;
        assert!(at.receive(&url, 1).await.is_empty());
        at.delete(&url, &messages[0]).await;
        let expected = [
            ("NumberOfMessagesSent QueueName=q", 2, 2.0),
            ("SentMessageSize QueueName=q", 2, 8.0),
            ("NumberOfMessagesReceived QueueName=q", 1, messages.len() as f64),
            ("NumberOfEmptyReceives QueueName=q", 1, 1.0),
            ("NumberOfMessagesDeleted QueueName=q", 1, 1.0),
        ];
        check_counted(at.cx.platform(), &expected);
    }

    #[tokio::test]
    async fn what_is_in_a_queue_is_told_every_minute_while_it_is_active() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        at.send(&url, "a").await;
        at.send(&url, "b").await;
        let first = at.receive(&url, 1).await;
        at.clock.advance(Duration::from_secs(7));
        let metrics = &at.cx.platform().metrics;
        counted(at.cx.platform());
        let told = |counted: Vec<platform::metrics::Counted>| -> Vec<_> {
            counted.into_iter().map(|it| (it.metric.name, it.sum)).collect()
        };
        let expected = [
            ("ApproximateAgeOfOldestMessage", 7.0),
            ("ApproximateNumberOfMessagesDelayed", 0.0),
            ("ApproximateNumberOfMessagesNotVisible", 1.0),
            ("ApproximateNumberOfMessagesVisible", 1.0),
        ];
        assert_eq!(told(metrics.collect(at.cx.now()).await), expected);
        assert_eq!(told(metrics.collect(at.cx.now()).await), []);
        at.delete(&url, &first[0]).await;
        at.clock.advance(Duration::from_secs(7 * 3600));
        counted(at.cx.platform());
        assert_eq!(told(metrics.collect(at.cx.now()).await).len(), 4, "a message is there");
        let rest = at.receive(&url, 1).await;
        at.delete(&url, &rest[0]).await;
        at.clock.advance(Duration::from_secs(6 * 3600));
        counted(at.cx.platform());
        assert_eq!(told(metrics.collect(at.cx.now()).await)[3].1, 0.0);
        at.clock.advance(Duration::from_secs(60));
        assert_eq!(told(metrics.collect(at.cx.now()).await), [], "nothing was done for long");
    }
}
