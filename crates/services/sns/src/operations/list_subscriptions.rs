//! `ListSubscriptions`.

use crate::records::subscription::{self, OWNED, SUBSCRIPTIONS};
use crate::{Sns, names, paging, subscriptions};
use platform::{Context, Handler, Result};
use shapes::sns::ops::ListSubscriptions;
use shapes::sns::{ListSubscriptionsInput, ListSubscriptionsResponse};
use store::Scan;

impl Handler<ListSubscriptions> for Sns {
    async fn handle(
        &self,
        cx: &Context,
        input: ListSubscriptionsInput,
    ) -> Result<ListSubscriptionsResponse> {
        let own = |arn: &str| subscription::owned_key(&cx.account, &cx.region, arn);
        let prefix = own("");
        let mut scan = Scan::prefix(&prefix).limit(paging::PAGE + 1);
        if let Some(after) = paging::after(input.next_token.as_deref())? {
            scan.range = scan.range.after(&own(&after));
        }
        let found = cx.tables().scan(OWNED, scan).await?;
        let arn =
            |key: &[u8]| String::from_utf8_lossy(key.get(prefix.len()..).unwrap_or(&[])).into();
        let mut arns: Vec<String> = found.iter().map(|(key, _)| arn(key)).collect();
        let next_token = paging::cut(&mut arns, String::clone);
        let mut listed = Vec::with_capacity(arns.len());
        for arn in arns {
            let Ok((named, id)) = names::subscription(&arn) else { continue };
            let there = subscriptions::in_account(cx, named.account);
            let key = subscription::key(&there, named.name, id);
            let record = SUBSCRIPTIONS.get(cx.tables(), &key).await?;
            listed.extend(record.as_ref().map(subscriptions::listed));
        }
        Ok(ListSubscriptionsResponse { subscriptions: Some(listed), next_token })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::sns::ListSubscriptionsByTopicInput;
    use shapes::sns::ops::ListSubscriptionsByTopic;

    #[tokio::test]
    async fn subscriptions_come_a_hundred_at_a_time() {
        let at = setting();
        let (one, other) = (at.topic("a", &[]).await, at.topic("b", &[]).await);
        for number in 0..101 {
            at.subscribe(&one, &format!("q{number}"), &[]).await;
        }
        at.subscribe(&other, "q", &[]).await;
        let first = at.cx.call::<ListSubscriptions>(Default::default()).await.unwrap();
        assert_eq!(first.subscriptions.unwrap().len(), 100);
        let input = ListSubscriptionsInput { next_token: first.next_token };
        let second = at.cx.call::<ListSubscriptions>(input).await.unwrap();
        assert_eq!((second.subscriptions.unwrap().len(), second.next_token), (2, None));
        let mut input = ListSubscriptionsByTopicInput { topic_arn: one.clone(), next_token: None };
        let first = at.cx.call::<ListSubscriptionsByTopic>(input.clone()).await.unwrap();
        assert_eq!(first.subscriptions.unwrap().len(), 100);
        input.next_token = first.next_token;
        let second = at.cx.call::<ListSubscriptionsByTopic>(input).await.unwrap();
        assert_eq!((second.subscriptions.unwrap().len(), second.next_token), (1, None));
    }
}
