//! `ListTopics`.

use crate::records::topic::{self, TOPICS};
use crate::{Sns, paging};
use platform::{Context, Handler, Result};
use shapes::sns::ops::ListTopics;
use shapes::sns::{ListTopicsInput, ListTopicsResponse, Topic};
use store::Scan;

impl Handler<ListTopics> for Sns {
    async fn handle(&self, cx: &Context, input: ListTopicsInput) -> Result<ListTopicsResponse> {
        let mut scan = Scan::prefix(&topic::key(cx, "")).limit(paging::PAGE + 1);
        if let Some(after) = paging::after(input.next_token.as_deref())? {
            scan.range = scan.range.after(&topic::key(cx, &after));
        }
        let mut found = TOPICS.scan(cx.tables(), scan).await?;
        let next_token = paging::cut(&mut found, |(_, topic)| topic.name.clone());
        let arns = found.iter().map(|(_, topic)| cx.arn("sns", &topic.name));
        let topics = arns.map(|arn| Topic { topic_arn: Some(arn) }).collect();
        Ok(ListTopicsResponse { topics: Some(topics), next_token })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn topics_come_a_hundred_at_a_time() {
        let at = setting();
        for number in 0..101 {
            at.topic(&format!("t{number:03}"), &[]).await;
        }
        let first = at.cx.run::<ListTopics, _>(&*at.sns, Default::default()).await.unwrap();
        assert_eq!(first.topics.unwrap().len(), 100);
        let input = ListTopicsInput { next_token: first.next_token };
        let second = at.cx.run::<ListTopics, _>(&*at.sns, input).await.unwrap();
        assert_eq!(second.topics.unwrap().len(), 1);
        assert_eq!(second.next_token, None);
    }
}
