//! What the operations ask leave for: a topic's ARN ("Actions, resources, and condition keys for
//! Amazon SNS"). What is about a subscription is its owner's and the topic's owner's to do, which
//! each of those operations looks at.

use platform::{Asks, Context};
use shapes::sns::{CreateTopicInput, PublishInput};

/// A topic that is to be made and, where there are tags, to tag it.
pub(crate) fn made(cx: &Context, input: &CreateTopicInput) -> Asks {
    let arn = cx.arn("sns", &input.name);
    Asks::on(&arn).and_where(platform::lists_any(&input.tags), "sns:TagResource", arn)
}

/// The topic that is published to, whichever member names it.
pub(crate) fn published(input: &PublishInput) -> Asks {
    let topic = input.topic_arn.as_deref().or(input.target_arn.as_deref());
    Asks::on(topic.unwrap_or("*"))
}

#[cfg(test)]
mod tests {
    use crate::Sns;
    use crate::fixture::config;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::sns::ops::*;
    use shapes::sns::*;

    const ARN: &str = "arn:aws:sns:us-east-1:000000000000:t";

    /// An example of an operation that is about the topic `ARN`, which this member names.
    macro_rules! on_topic {
        ($operation:ident, $input:ident, $member:ident, $asks:literal) => {
            Example::of::<$operation>(
                $input { $member: ARN.to_owned(), ..Default::default() },
                &[concat!($asks, " arn:aws:sns:us-east-1:000000000000:t")],
            )
        };
    }

    #[allow(clippy::needless_update)] // Some inputs have nothing but the ARN.
    fn of_topics() -> Vec<Example> {
        vec![
            on_topic!(AddPermission, AddPermissionInput, topic_arn, "sns:AddPermission"),
            on_topic!(DeleteTopic, DeleteTopicInput, topic_arn, "sns:DeleteTopic"),
            on_topic!(
                GetTopicAttributes,
                GetTopicAttributesInput,
                topic_arn,
                "sns:GetTopicAttributes"
            ),
            on_topic!(
                ListTagsForResource,
                ListTagsForResourceRequest,
                resource_arn,
                "sns:ListTagsForResource"
            ),
            on_topic!(
                ListSubscriptionsByTopic,
                ListSubscriptionsByTopicInput,
                topic_arn,
                "sns:ListSubscriptionsByTopic"
            ),
            on_topic!(PublishBatch, PublishBatchInput, topic_arn, "sns:Publish"),
            on_topic!(Subscribe, SubscribeInput, topic_arn, "sns:Subscribe"),
            on_topic!(RemovePermission, RemovePermissionInput, topic_arn, "sns:RemovePermission"),
            on_topic!(
                SetTopicAttributes,
                SetTopicAttributesInput,
                topic_arn,
                "sns:SetTopicAttributes"
            ),
            on_topic!(TagResource, TagResourceRequest, resource_arn, "sns:TagResource"),
            on_topic!(UntagResource, UntagResourceRequest, resource_arn, "sns:UntagResource"),
        ]
    }

    fn of_others() -> Vec<Example> {
        let create = CreateTopicInput {
            name: "t".into(),
            tags: Some(vec![Tag { key: "k".into(), value: "v".into() }]),
            ..Default::default()
        };
        vec![
            Example::of::<ConfirmSubscription>(Default::default(), &[]),
            Example::of::<GetSubscriptionAttributes>(
                Default::default(),
                &["sns:GetSubscriptionAttributes *"],
            ),
            Example::of::<ListSubscriptions>(Default::default(), &["sns:ListSubscriptions *"]),
            Example::of::<Publish>(
                PublishInput { target_arn: Some(ARN.to_owned()), ..Default::default() },
                &["sns:Publish arn:aws:sns:us-east-1:000000000000:t"],
            ),
            Example::of::<SetSubscriptionAttributes>(
                Default::default(),
                &["sns:SetSubscriptionAttributes *"],
            ),
            Example::of::<Unsubscribe>(Default::default(), &[]),
            Example::of::<CreateTopic>(
                create,
                &[
                    "sns:CreateTopic arn:aws:sns:us-east-1:000000000000:t",
                    "sns:TagResource arn:aws:sns:us-east-1:000000000000:t",
                ],
            ),
            Example::of::<ListTopics>(Default::default(), &["sns:ListTopics *"]),
        ]
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let served = Sns::new(platform.clone(), config()).operations();
        let examples: Vec<_> = [of_topics(), of_others()].into_iter().flatten().collect();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}
