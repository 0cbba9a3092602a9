//! `GetTopicAttributes`.

use crate::{Sns, topic_attributes};
use platform::{Context, Handler, Result};
use shapes::sns::ops::GetTopicAttributes;
use shapes::sns::{GetTopicAttributesInput, GetTopicAttributesResponse};

impl Handler<GetTopicAttributes> for Sns {
    async fn handle(
        &self,
        cx: &Context,
        input: GetTopicAttributesInput,
    ) -> Result<GetTopicAttributesResponse> {
        let known = self.topic(cx, &input.topic_arn).await?;
        let attributes = Some(topic_attributes::shown(cx, &known));
        Ok(GetTopicAttributesResponse { attributes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn all_attributes_of_a_topic_are_shown() {
        let at = setting();
        let topic_arn = at.topic("a.fifo", &[("FifoTopic", "true")]).await;
        let input = GetTopicAttributesInput { topic_arn };
        let output = at.cx.run::<GetTopicAttributes, _>(&*at.sns, input).await.unwrap();
        let attributes = output.attributes.unwrap();
        let names: Vec<_> = attributes.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "ContentBasedDeduplication",
                "DisplayName",
                "EffectiveDeliveryPolicy",
                "FifoTopic",
                "Owner",
                "Policy",
                "SubscriptionsConfirmed",
                "SubscriptionsDeleted",
                "SubscriptionsPending",
                "TopicArn",
            ]
        );
        assert_eq!(attributes["Owner"], "000000000000");
        let policy: serde_json::Value = serde_json::from_str(&attributes["Policy"]).unwrap();
        let condition = &policy["Statement"][0]["Condition"];
        assert_eq!(condition["StringEquals"]["AWS:SourceOwner"], "000000000000");
    }
}
