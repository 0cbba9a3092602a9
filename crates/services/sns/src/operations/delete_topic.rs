//! `DeleteTopic`.

use crate::records::gone::GONE;
use crate::records::subscription::{self, OWNED, SUBSCRIPTIONS};
use crate::records::topic::{self, TOPICS};
use crate::{Sns, archive, errors, names};
use bytes::Bytes;
use platform::{Context, Handler, Result, commit_if};
use shapes::Unit;
use shapes::sns::DeleteTopicInput;
use shapes::sns::ops::DeleteTopic;
use store::Batch;

/// A topic that is not there is deleted too.
impl Handler<DeleteTopic> for Sns {
    async fn handle(&self, cx: &Context, input: DeleteTopicInput) -> Result<Unit> {
        let name = names::own(cx, &input.topic_arn, "TopicArn")?;
        while let Some(known) = self.find(cx, name).await? {
            if archive::is_on(&known.topic) {
                return Err(errors::archives());
            }
            let key = topic::key(cx, name);
            let unchanged = TOPICS.encode(&known.topic)?;
            let mut batch = Batch::new().equals(TOPICS.table, key.clone(), unchanged);
            batch = batch.delete(TOPICS.table, key);
            for record in known.subscriptions.iter().map(|it| &it.record) {
                let owned = subscription::owned_key(&record.owner, &cx.region, &record.arn());
                batch = batch.delete(OWNED, owned);
                let key = subscription::key(cx, name, &record.id);
                batch = batch.delete(SUBSCRIPTIONS.table, key);
            }
            let id = &known.topic.id;
            if known.topic.is_fifo() {
                batch = batch.put(GONE, id.as_bytes(), Bytes::new());
            }
            if commit_if(cx.tables(), batch).await? {
                if known.topic.is_fifo() {
                    self.sweep_soon(id.clone());
                }
                break;
            }
        }
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn a_topic_is_deleted_however_often() {
        let at = setting();
        let arn = at.topic("a", &[]).await;
        for _ in 0..2 {
            let input = DeleteTopicInput { topic_arn: arn.clone() };
            at.cx.run::<DeleteTopic, _>(&*at.sns, input).await.unwrap();
        }
        assert_eq!(at.sns.topic(&at.cx, &arn).await.err().unwrap().code(), "NotFound");
    }
}
