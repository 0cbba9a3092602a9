//! `ListSubscriptionsByTopic`.

use crate::{Sns, paging, subscriptions};
use platform::{Context, Handler, Result};
use shapes::sns::ops::ListSubscriptionsByTopic;
use shapes::sns::{ListSubscriptionsByTopicInput, ListSubscriptionsByTopicResponse};

impl Handler<ListSubscriptionsByTopic> for Sns {
    async fn handle(
        &self,
        cx: &Context,
        input: ListSubscriptionsByTopicInput,
    ) -> Result<ListSubscriptionsByTopicResponse> {
        let known = self.topic(cx, &input.topic_arn).await?;
        let after = paging::after(input.next_token.as_deref())?.unwrap_or_default();
        let records = known.subscriptions.iter().map(|it| &it.record);
        let behind = records.filter(|it| it.id > after);
        let mut found: Vec<_> = behind.take(paging::PAGE + 1).collect();
        let next_token = paging::cut(&mut found, |it| it.id.clone());
        let listed = found.into_iter().map(subscriptions::listed).collect();
        Ok(ListSubscriptionsByTopicResponse { subscriptions: Some(listed), next_token })
    }
}
