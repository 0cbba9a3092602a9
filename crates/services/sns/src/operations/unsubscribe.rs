//! `Unsubscribe`.

use crate::document::words;
use crate::records::ended::ENDED;
use crate::records::message::{Kind, Message, Outgoing};
use crate::records::subscription::{Pending, Subscription};
use crate::subscriptions::{PENDING_MS, token};
use crate::{Sns, expiry};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sns::UnsubscribeInput;
use shapes::sns::ops::Unsubscribe;

/// A subscription that is not there has ended too.
impl Handler<Unsubscribe> for Sns {
    async fn handle(&self, cx: &Context, input: UnsubscribeInput) -> Result<Unit> {
        let Some(found) = self.subscription(cx, &input.subscription_arn).await? else {
            return Ok(Unit);
        };
        let (record, cx) = (&found.subscribed.record, &found.there);
        let name = &found.known.topic.name;
        let is_far = ["http", "https"].contains(&record.protocol.as_str());
        let is_own = cx.principal.account() == Some(&record.owner);
        if !is_far || is_own || record.pending.is_some() {
            self.remove(cx, name, record, Ok).await?;
            return Ok(Unit);
        }
        let token = token(&*self.platform.ids, &record.id);
        let pending = Pending { token: token.clone(), ends_ms: cx.now().millis() + PENDING_MS };
        let ended = Subscription { pending: Some(pending), ..record.clone() };
        let stored = ENDED.encode(&ended)?;
        let keep = |batch: store::Batch| {
            let batch = batch.put(ENDED.table, record.id.as_bytes(), stored.clone());
            Ok(expiry::set(batch, &ended))
        };
        if self.remove(cx, name, record, keep).await? {
            self.tell_of_end(cx, record, token).await?;
        }
        Ok(Unit)
    }
}

impl Sns {
    /// Tells an endpoint that somebody else has ended its subscription.
    async fn tell_of_end(&self, cx: &Context, of: &Subscription, token: String) -> Result<()> {
        let message = Message {
            id: self.platform.ids.uuid(),
            topic: of.topic.clone(),
            kind: Kind::UnsubscribeConfirmation { token },
            text: words::unsubscribed(&of.arn()),
            published_ms: cx.now().millis(),
            ..Message::default()
        };
        let (to, of) = (vec![of.id.clone()], Some(Box::new(of.clone())));
        self.send_out(Outgoing { message, to, of, failures: 0 }).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use crate::records::message::OUTBOX;
    use platform::{DEFAULT_REGION, Principal};
    use shapes::sns::ops::{ConfirmSubscription, Subscribe};
    use shapes::sns::{ConfirmSubscriptionInput, SubscribeInput};
    use store::Scan;

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

    #[tokio::test]
    async fn a_link_ends_a_subscription_and_another_restores_it() {
        let at = setting();
        at.sns.outbox.rest().await;
        let topic_arn = at.topic("t", &[]).await;
        let input = SubscribeInput {
            topic_arn: topic_arn.clone(),
            protocol: "http".into(),
            endpoint: Some("http://localhost:9/".into()),
            ..Default::default()
        };
        at.cx.call::<Subscribe>(input).await.unwrap();
        let records = async || {
            let known = at.sns.topic(&at.cx, &topic_arn).await.unwrap();
            known.subscriptions.iter().map(|it| it.record.clone()).collect::<Vec<_>>()
        };
        let stranger = at.cx.acting_as(Principal::Anonymous);
        let confirm = async |token: String| {
            let input = ConfirmSubscriptionInput {
                topic_arn: topic_arn.clone(),
                token,
                ..Default::default()
            };
            stranger.call::<ConfirmSubscription>(input).await
        };
        let first = records().await.pop().unwrap().pending.unwrap().token;
        confirm(first.clone()).await.unwrap();
        let before = records().await.pop().unwrap();
        let input = UnsubscribeInput { subscription_arn: before.arn() };
        stranger.call::<Unsubscribe>(input).await.unwrap();
        assert!(records().await.is_empty());
        assert!(confirm(first).await.is_err());
        let sent = OUTBOX.scan(at.cx.tables(), Scan::prefix(b"")).await.unwrap();
        let token = sent.iter().find_map(|(_, it)| match &it.message.kind {
            Kind::UnsubscribeConfirmation { token } => Some(token.clone()),
            _ => None,
        });
        let arn = confirm(token.unwrap()).await.unwrap().subscription_arn;
        assert_eq!(arn, Some(before.arn()));
        let after = records().await.pop().unwrap();
        assert!(after.pending.is_none() && after.endpoint == before.endpoint);
    }
}
