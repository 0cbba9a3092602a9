//! What cannot be delivered ("Amazon SNS dead-letter queues").

use super::{Attempt, Delivery};
use crate::Sns;
use crate::counts::{self, Fate};
use crate::records::message::Kind;
use crate::subscription_attributes::dead_letters;
use platform::{Arn, Context};

impl Sns {
    /// Puts a message that cannot be delivered into its subscription's dead-letter queue, or tells
    /// the operator that it is lost where there is none. Whether that is done with.
    pub(super) async fn bury(&self, cx: &Context, delivery: Delivery<'_>, why: &str) -> bool {
        let subscription = delivery.subscription.arn();
        let message = &delivery.message.id;
        // Its token is for the endpoint alone.
        if delivery.message.kind != Kind::Notification {
            tracing::warn!(subscription, message, why, "a confirmation is not delivered");
            return true;
        }
        let Some(target) = dead_letters(delivery.subscription) else {
            tracing::warn!(subscription, message, why, "a message is not delivered");
            return true;
        };
        let Some(queue) = Arn::parse(&target) else { return true };
        let attempt = match self.entry(delivery, queue.resource).await {
            Ok(entry) => self.send(cx, &queue, vec![entry]).await.pop(),
            Err(error) => Some(Attempt::Failed(error.to_string())),
        };
        let fate = match attempt {
            Some(Attempt::Delivered) => Fate::Redriven,
            _ => Fate::NotRedriven,
        };
        counts::notification((cx, delivery.topic, delivery.message), fate);
        match attempt {
            Some(Attempt::Delivered) => {
                tracing::info!(subscription, message, why, target, "a message is a dead letter");
                true
            }
            Some(Attempt::Refused(of_queue)) => {
                tracing::warn!(subscription, message, why, target, of_queue, "a message is lost");
                true
            }
            Some(Attempt::Failed(of_queue)) => {
                tracing::warn!(subscription, message, target, of_queue, "a dead letter waits");
                false
            }
            None => false,
        }
    }
}
