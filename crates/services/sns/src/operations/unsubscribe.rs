//! `Unsubscribe`.

use crate::Sns;
use crate::records::subscription::{self, OWNED, SUBSCRIPTIONS};
use crate::records::topic::Topic;
use crate::topics::Known;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sns::UnsubscribeInput;
use shapes::sns::ops::Unsubscribe;
use store::Batch;

/// A subscription that is not there has ended too.
impl Handler<Unsubscribe> for Sns {
    async fn handle(&self, cx: &Context, input: UnsubscribeInput) -> Result<Unit> {
        let Some(found) = self.subscription(cx, &input.subscription_arn).await? else {
            return Ok(Unit);
        };
        let (record, cx) = (&found.subscribed.record, &found.there);
        let name = &found.known.topic.name;
        let change = |known: &Known, topic: &mut Topic, batch: Batch| {
            if known.subscription(&record.id).is_some() {
                topic.deleted += 1;
            }
            let owned = subscription::owned_key(&record.owner, &cx.region, &record.arn());
            let batch = batch.delete(OWNED, owned);
            let key = subscription::key(cx, name, &record.id);
            Ok((batch.delete(SUBSCRIPTIONS.table, key), ()))
        };
        match self.change(cx, name, change).await {
            Err(error) if error.code() == "NotFound" => Ok(Unit),
            done => done.map(|()| Unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use platform::{DEFAULT_REGION, Principal};

    #[tokio::test]
    async fn a_subscription_is_its_owners_to_end() {
        let at = setting();
        let topic = at.topic("t", &[]).await;
        let arn = at.subscribe(&topic, "q", &[]).await;
        let other = "111122223333";
        let other = at.sns.platform.context(Principal::root(other), other, DEFAULT_REGION);
        let input = || UnsubscribeInput { subscription_arn: arn.clone() };
        let error = other.call::<Unsubscribe>(input()).await.unwrap_err();
        assert_eq!(error.code(), "AuthorizationError");
        for _ in 0..2 {
            at.cx.call::<Unsubscribe>(input()).await.unwrap();
        }
        let known = at.sns.topic(&at.cx, &topic).await.unwrap();
        assert_eq!((known.subscriptions.len(), known.topic.deleted), (0, 1));
    }
}
