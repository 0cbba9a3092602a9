//! `SetTopicAttributes`.

use crate::records::topic::Topic;
use crate::topic_attributes::{self, By};
use crate::topics::Known;
use crate::{Sns, archive, errors, names};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sns::SetTopicAttributesInput;
use shapes::sns::ops::SetTopicAttributes;
use store::Batch;

/// The most subscriptions of a topic whose messages may be large, and what they may be to.
const MOST_OF_LARGE: usize = 100;
const LARGE: [&str; 3] = ["firehose", "lambda", "sqs"];

impl Handler<SetTopicAttributes> for Sns {
    async fn handle(&self, cx: &Context, input: SetTopicAttributesInput) -> Result<Unit> {
        let name = names::own(cx, &input.topic_arn, "TopicArn")?;
        let value = input.attribute_value.unwrap_or_default();
        let now = cx.now().millis();
        let change = |known: &Known, topic: &mut Topic, batch: Batch| {
            topic_attributes::set(topic, &input.attribute_name, &value, By::Setting)?;
            let all_take =
                known.subscriptions.iter().all(|it| LARGE.contains(&&*it.record.protocol));
            let is_fit = all_take && known.subscriptions.len() <= MOST_OF_LARGE;
            if topic_attributes::most_bytes(topic) > topic_attributes::MOST_BYTES && !is_fit {
                return Err(errors::invalid(format_args!(
                    "MaximumMessageSize: a topic above {} bytes must have {MOST_OF_LARGE} or fewer \
                     subscriptions, all to queues or functions",
                    topic_attributes::MOST_BYTES
                )));
            }
            let deadline = archive::changed(Some(&known.topic), topic, &known.arn, now);
            Ok((archive::with(batch, deadline.as_ref()), ()))
        };
        self.change(cx, name, change).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn an_attribute_is_set_or_refused() {
        let at = setting();
        let topic_arn = at.topic("a", &[]).await;
        for (name, value, error) in [
            ("DisplayName", "x", ""),
            ("SignatureVersion", "2", ""),
            ("MaximumMessageSize", "1048576", ""),
            ("FifoTopic", "false", "Invalid parameter: AttributeName"),
            ("Nonsense", "", "Invalid parameter: AttributeName"),
            (
                "SignatureVersion",
                "3",
                "Invalid parameter: SignatureVersion: Invalid value [3]. Must be 1 or 2.",
            ),
            (
                "Policy",
                r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"SNS:*","Resource":"*"}}"#,
                "Invalid parameter: Policy statement action out of service scope!",
            ),
        ] {
            let input = SetTopicAttributesInput {
                topic_arn: topic_arn.clone(),
                attribute_name: name.to_owned(),
                attribute_value: Some(value.to_owned()),
            };
            let done = at.cx.run::<SetTopicAttributes, _>(&*at.sns, input).await;
            assert_eq!(done.err().map(|it| it.message).unwrap_or_default(), error, "{name}");
        }
        let known = at.sns.topic(&at.cx, &topic_arn).await.unwrap();
        assert_eq!(known.topic.attributes["DisplayName"], "x");
    }
}
