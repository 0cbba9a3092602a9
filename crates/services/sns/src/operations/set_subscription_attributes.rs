//! `SetSubscriptionAttributes`.

use crate::records::topic::Topic;
use crate::subscription_attributes::{check_together, set};
use crate::topic_attributes::By;
use crate::topics::Known;
use crate::{Sns, errors, replay};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sns::SetSubscriptionAttributesInput;
use shapes::sns::ops::SetSubscriptionAttributes;
use store::Batch;

impl Handler<SetSubscriptionAttributes> for Sns {
    async fn handle(&self, cx: &Context, input: SetSubscriptionAttributesInput) -> Result<Unit> {
        let found = self.subscription(cx, &input.subscription_arn).await?;
        let found = found.ok_or_else(errors::no_subscription)?;
        // The topic's owner may end it, not change it.
        if cx.principal.account().is_some_and(|it| it != found.subscribed.record.owner) {
            return Err(errors::denied("Not authorized"));
        }
        let value = input.attribute_value.unwrap_or_default();
        let change = |known: &Known, _: &mut Topic, batch: Batch| {
            let stands = known.subscription(&found.subscribed.record.id);
            let mut record = stands.ok_or_else(errors::no_subscription)?.record.clone();
            set(&mut record, &input.attribute_name, &value, By::Setting)?;
            check_together(&record, By::Setting)?;
            let mut batch = batch;
            if input.attribute_name == "ReplayPolicy" {
                let begun = replay::set(batch, known, &mut record, cx);
                batch = begun.map_err(|reason| By::Setting.refuse(reason))?;
            }
            Ok((self.keep(&found.there, batch, &record)?, record))
        };
        let record = self.change(&found.there, &found.known.topic.name, change).await?;
        self.replay_for(&record);
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::sns::GetSubscriptionAttributesInput;
    use shapes::sns::ops::GetSubscriptionAttributes;

    #[tokio::test]
    async fn an_attribute_is_set_shown_and_taken_away() {
        let at = setting();
        let topic = at.topic("t", &[]).await;
        let subscription_arn = at.subscribe(&topic, "q", &[]).await;
        let set = async |name: &str, value: &str| {
            let input = SetSubscriptionAttributesInput {
                subscription_arn: subscription_arn.clone(),
                attribute_name: name.to_owned(),
                attribute_value: Some(value.to_owned()),
            };
            at.cx.call::<SetSubscriptionAttributes>(input).await.map_err(|it| it.message)
        };
        let shown = async || {
            let input =
                GetSubscriptionAttributesInput { subscription_arn: subscription_arn.clone() };
            at.cx.call::<GetSubscriptionAttributes>(input).await.unwrap().attributes.unwrap()
        };
        let names: Vec<_> = shown().await.into_keys().collect();
        assert_eq!(
            names,
            [
                "ConfirmationWasAuthenticated",
                "Endpoint",
                "Owner",
                "PendingConfirmation",
                "Protocol",
                "RawMessageDelivery",
                "SubscriptionArn",
                "SubscriptionPrincipal",
                "TopicArn",
            ]
        );
        set("FilterPolicyScope", "MessageBody").await.unwrap();
        assert!(!shown().await.contains_key("FilterPolicyScope"));
        set("FilterPolicy", r#"{"a":{"b":["c"]}}"#).await.unwrap();
        assert_eq!(shown().await["FilterPolicyScope"], "MessageBody");
        let error = set("FilterPolicyScope", "MessageAttributes").await.unwrap_err();
        assert!(error.ends_with("does not support nested filter policy"), "{error}");
        set("FilterPolicy", "{}").await.unwrap();
        assert!(!shown().await.contains_key("FilterPolicy"));
        let error = set("fake", "x").await.unwrap_err();
        assert_eq!(error, "Invalid parameter: AttributeName");
        let error = set("RawMessageDelivery", "").await.unwrap_err();
        assert!(error.ends_with("RawMessageDelivery: Invalid value []. Must be true or false."));
    }
}
