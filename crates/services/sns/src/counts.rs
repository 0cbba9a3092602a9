//! What CloudWatch is told of topics ("Monitoring Amazon SNS topics using CloudWatch").

use crate::filter::{Filter, Scope};
use crate::records::message::{Kind, Message};
use crate::records::topic::Topic;
use crate::topics::Known;
use platform::metrics::{Metric, Owner};
use platform::{Arn, Context, Platform};

const fn count(name: &'static str) -> Metric {
    Metric::new("AWS/SNS", name, "Count")
}

static PUBLISHED: Metric = count("NumberOfMessagesPublished");
static SIZE: Metric = Metric::new("AWS/SNS", "PublishSize", "Bytes");
static DELIVERED: Metric = count("NumberOfNotificationsDelivered");
static FAILED: Metric = count("NumberOfNotificationsFailed");
static FILTERED_OUT: Metric = count("NumberOfNotificationsFilteredOut");
static OF_ATTRIBUTES: Metric = count("NumberOfNotificationsFilteredOut-MessageAttributes");
static OF_NO_ATTRIBUTES: Metric = count("NumberOfNotificationsFilteredOut-NoMessageAttributes");
static OF_BODY: Metric = count("NumberOfNotificationsFilteredOut-MessageBody");
static REDRIVEN: Metric = count("NumberOfNotificationsRedrivenToDlq");
static NOT_REDRIVEN: Metric = count("NumberOfNotificationsFailedToRedriveToDlq");

/// Messages of these sizes were published to a topic.
pub fn published(cx: &Context, topic: &str, sizes: &[usize]) {
    let each = |size: &usize| [(&PUBLISHED, 1.0), (&SIZE, *size as f64)];
    let values: Vec<_> = sizes.iter().flat_map(each).collect();
    cx.count(&[("TopicName", topic)], &values);
}

/// What has become of a message for a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The endpoint has it.
    Delivered,
    /// It is given up or, at an address elsewhere, an attempt has failed.
    Failed,
    /// It is in the dead-letter queue.
    Redriven,
    /// It did not get there.
    NotRedriven,
}

/// What has become of a message of a topic. Confirmations are not counted.
pub fn notification((cx, topic, message): (&Context, &Topic, &Message), fate: Fate) {
    if message.kind != Kind::Notification {
        return;
    }
    let metric = match fate {
        Fate::Delivered => &DELIVERED,
        Fate::Failed => &FAILED,
        Fate::Redriven => &REDRIVEN,
        Fate::NotRedriven => &NOT_REDRIVEN,
    };
    cx.count(&[("TopicName", &topic.name)], &[(metric, 1.0)]);
}

/// For how many subscriptions their filters do not want a message.
#[derive(Debug, Default)]
pub struct FilteredOut {
    attributes: u32,
    no_attributes: u32,
    body: u32,
}

impl FilteredOut {
    /// For one more.
    pub fn note(&mut self, filter: &Filter, message: &Message) {
        match filter.scope() {
            Scope::Body => self.body += 1,
            Scope::Attributes if message.attributes.is_empty() => self.no_attributes += 1,
            Scope::Attributes => self.attributes += 1,
        }
    }

    /// Tells it of a topic, if there are any.
    pub fn tell(&self, platform: &Platform, known: &Known) {
        let all = self.attributes + self.no_attributes + self.body;
        let Some(Arn { account, region, .. }) = Arn::parse(&known.arn).filter(|_| all > 0) else {
            return;
        };
        let values = [
            (&FILTERED_OUT, all),
            (&OF_ATTRIBUTES, self.attributes),
            (&OF_NO_ATTRIBUTES, self.no_attributes),
            (&OF_BODY, self.body),
        ];
        let values = values.into_iter().filter(|(_, count)| *count > 0);
        let values: Vec<_> = values.map(|(metric, count)| (metric, f64::from(count))).collect();
        let (owner, dimensions) = (Owner { account, region }, [("TopicName", &*known.topic.name)]);
        platform.metrics.count(platform.clock.now(), owner, &dimensions, &values);
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::setting;
    use platform::testing::check_counted;

    #[tokio::test]
    async fn what_is_published_filtered_out_delivered_and_lost_is_told_of_the_topic() {
        let at = setting();
        let topic = at.topic("t", &[]).await;
        at.subscribe(&topic, "whole", &[]).await;
        at.subscribe(&topic, "few", &[("FilterPolicy", r#"{"a":["x"]}"#)]).await;
        let letters = r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:letters"}"#;
        at.subscribe(&topic, "gone", &[("RedrivePolicy", letters)]).await;
        at.world.missing.lock().unwrap().insert("gone".to_owned());
        at.publish(&topic, "text", None).await;
        at.until_settled().await;
        let expected = [
            ("NumberOfMessagesPublished TopicName=t", 1, 1.0),
            ("PublishSize TopicName=t", 1, 4.0),
            ("NumberOfNotificationsDelivered TopicName=t", 1, 1.0),
            ("NumberOfNotificationsFailed TopicName=t", 1, 1.0),
            ("NumberOfNotificationsFilteredOut TopicName=t", 1, 1.0),
            ("NumberOfNotificationsFilteredOut-NoMessageAttributes TopicName=t", 1, 1.0),
            ("NumberOfNotificationsRedrivenToDlq TopicName=t", 1, 1.0),
        ];
        check_counted(at.cx.platform(), &expected);
    }
}
