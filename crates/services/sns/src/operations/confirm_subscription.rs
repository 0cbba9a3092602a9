//! `ConfirmSubscription`.

use crate::records::ended::ENDED;
use crate::records::topic::Topic;
use crate::topics::Known;
use crate::{Sns, errors, names, subscriptions};
use platform::{Context, Handler, Principal, Result};
use shapes::sns::ops::ConfirmSubscription;
use shapes::sns::{ConfirmSubscriptionInput, ConfirmSubscriptionResponse};
use store::Batch;

/// Whoever has the token may.
impl Handler<ConfirmSubscription> for Sns {
    async fn handle(
        &self,
        cx: &Context,
        input: ConfirmSubscriptionInput,
    ) -> Result<ConfirmSubscriptionResponse> {
        let named = names::topic(&input.topic_arn, "TopicArn")?;
        let there = subscriptions::at(cx, &named).ok_or_else(|| errors::invalid("TopicArn"))?;
        let invalid = || errors::invalid("Token");
        let id = subscriptions::of_token(&input.token)
            .ok_or_else(|| errors::invalid_says("Invalid token"))?;
        let is_signed = *cx.principal != Principal::Anonymous;
        let is_guarded = input.authenticate_on_unsubscribe.as_deref() == Some("true");
        if is_guarded && !is_signed {
            let what = "AuthenticateOnUnsubscribe can only be true for an authenticated request";
            return Err(errors::denied(what));
        }
        let now = cx.now().millis();
        // Somebody may have ended it who did not own it.
        let ended = ENDED.get(cx.tables(), id.as_bytes()).await?;
        let change = |known: &Known, topic: &mut Topic, batch: Batch| {
            let stands = known.subscription(&id).map(|it| &it.record);
            let restored = ended.as_ref().filter(|it| stands.is_none() && it.topic == known.arn);
            let mut record = stands.or(restored).ok_or_else(invalid)?.clone();
            let batch = match restored {
                Some(_) => {
                    topic.deleted = topic.deleted.saturating_sub(1);
                    batch.delete(ENDED.table, id.as_bytes())
                }
                None => batch,
            };
            let Some(pending) = record.pending.take() else {
                let is_right = record.confirmed_with.as_deref() == Some(&*input.token);
                return if is_right { Ok((batch, record)) } else { Err(invalid()) };
            };
            if pending.token != input.token || pending.ends_ms < now {
                return Err(invalid());
            }
            record.confirmed_with = Some(pending.token);
            record.was_authenticated = is_guarded;
            record.guarded = is_guarded;
            Ok((self.keep(&there, batch, &record)?, record))
        };
        let record = self
            .change(&there, named.name, change)
            .await
            .map_err(|error| if error.code() == "NotFound" { invalid() } else { error })?;
        self.replay_for(&record);
        Ok(ConfirmSubscriptionResponse { subscription_arn: Some(record.arn()) })
    }
}
