//! What is not confirmed in time goes: subscriptions that were asked for, and the ways back to those
//! that ended.
//!
//! Each has a deadline, whose id is the subscription's ARN.

use crate::records::ended::ENDED;
use crate::records::subscription::Subscription;
use crate::{Sns, names};
use platform::{Deadline, Deadlines, Result, finish};
use shapes::Timestamp;
use std::sync::Arc;
use store::Batch;

const KIND: &str = "sns-expiry";

/// The batch, which also sets until when a subscription may be confirmed.
pub fn set(batch: Batch, subscription: &Subscription) -> Batch {
    match &subscription.pending {
        Some(pending) => {
            let (arn, ends) = (subscription.arn(), Timestamp(pending.ends_ms));
            Deadlines::set(batch, &Deadline::new(KIND, arn, ends))
        }
        None => batch,
    }
}

impl Sns {
    /// Lets go what was not confirmed in time.
    pub(crate) fn keep_expiry(&self) {
        let service = self.me.clone();
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => finish(service.expire(deadline)).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn expire(self: Arc<Self>, deadline: Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let now = self.platform.clock.now().millis();
        let is_over = |record: &Subscription| {
            record.pending.as_ref().is_some_and(|pending| pending.ends_ms <= now)
        };
        let arn = String::from_utf8_lossy(&deadline.id).into_owned();
        let mut batch = Deadlines::done(Batch::new(), &deadline);
        if let Ok((named, id)) = names::subscription(&arn) {
            let topic = arn.strip_suffix(id).map(|it| it.trim_end_matches(':')).unwrap_or_default();
            if let Some((cx, _)) = self.surroundings(topic)
                && let Some(known) = self.find(&cx, named.name).await?
                && let Some(subscribed) = known.subscription(id).filter(|it| is_over(&it.record))
            {
                self.remove(&cx, named.name, &subscribed.record, Ok).await?;
            }
            let ended = ENDED.get_with_bytes(tables, id.as_bytes()).await?;
            if let Some((_, stored)) = ended.filter(|(record, _)| is_over(record)) {
                batch = batch.equals(ENDED.table, id.as_bytes(), stored);
                batch = batch.delete(ENDED.table, id.as_bytes());
            }
        }
        match tables.commit(batch).await {
            // Another process was quicker, or it has been restored.
            Err(store::Error::Conflict(_)) => Ok(()),
            done => Ok(done?),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::setting;
    use platform::testing::until;
    use shapes::sns::SubscribeInput;
    use shapes::sns::ops::Subscribe;
    use std::time::Duration;

    #[tokio::test]
    async fn what_is_not_confirmed_within_two_days_goes() {
        let at = setting();
        let topic_arn = at.topic("t", &[]).await;
        let input = SubscribeInput {
            topic_arn: topic_arn.clone(),
            protocol: "sqs".into(),
            endpoint: Some("arn:aws:sqs:us-east-1:111122223333:q".into()),
            ..Default::default()
        };
        let answer = at.cx.call::<Subscribe>(input).await.unwrap();
        assert_eq!(answer.subscription_arn.as_deref(), Some("pending confirmation"));
        let count = async || at.sns.topic(&at.cx, &topic_arn).await.unwrap().subscriptions.len();
        at.clock.advance(Duration::from_secs(48 * 3600 - 1));
        assert_eq!(count().await, 1);
        at.clock.advance(Duration::from_secs(1));
        until(async || count().await == 0).await;
    }
}
