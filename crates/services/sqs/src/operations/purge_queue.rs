//! `PurgeQueue`.

use crate::live::Live;
use crate::records::seen::{self, SEEN};
use crate::{Sqs, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sqs::PurgeQueueRequest;
use shapes::sqs::ops::PurgeQueue;
use store::Batch;

/// How long it takes until a queue may be purged again.
const PAUSE_MS: i64 = 60_000;
/// How many messages one commit removes.
const AT_ONCE: usize = 1000;

impl Handler<PurgeQueue> for Sqs {
    async fn handle(&self, cx: &Context, input: PurgeQueueRequest) -> Result<Unit> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let last = {
            let mut state = queue.open()?;
            let now = queue.now();
            if state.purged_ms.is_some_and(|purged_ms| now - purged_ms < PAUSE_MS) {
                return Err(errors::purged_lately(&state.queue.name));
            }
            state.purged_ms = Some(now);
            state.machine.last().max(state.machine.seen.last())
        };
        if let Err(error) = queue.confirm().await {
            queue.state().purged_ms = None;
            return Err(error);
        }
        let Some(last) = last else { return Ok(Unit) };
        loop {
            let turn = queue.turn.read().await;
            let batch = queue.purge(last)?;
            if !batch.writes.is_empty() {
                let made = queue.commit(batch).await;
                if made.is_err() {
                    // What is in memory no longer is what the rows say.
                    queue.doubt();
                }
                made?;
                queue.state().serve(queue.now());
                continue;
            }
            drop(turn);
            let Some(busy) = queue.state().machine.busy(last) else { return Ok(Unit) };
            queue.until_settled(|state| state.is_settled(busy)).await;
        }
    }
}

impl Live {
    /// Forgets messages up to a number, and what was noted of them so that they are not sent twice; gives
    /// the batch that removes their rows, which is empty when nothing is left but what other commits are
    /// about.
    fn purge(&self, last: u64) -> Result<Batch> {
        let mut state = self.open()?;
        let purged = state.machine.purge(last, AT_ONCE);
        let batch = purged.iter().fold(Batch::new(), |batch, seq| self.erase(batch, *seq));
        let seen: Vec<_> = state.machine.seen_upto(last, AT_ONCE);
        seen.iter().for_each(|id| state.machine.seen.forget(id));
        Ok(seen.iter().fold(batch, |batch, id| batch.delete(SEEN.table, seen::key(&self.id, id))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Checked;
    use crate::operations::fixture::setting;
    use crate::records::message::Message;

    #[tokio::test]
    async fn all_goes_and_what_was_sent_may_be_sent_again() {
        let at = setting().await;
        let content = [("FifoQueue", "true"), ("ContentBasedDeduplication", "true")];
        let url = at.queue("q.fifo", &content).await;
        at.send_to_group(&url, "x", "g").await;
        at.send_to_group(&url, "y", "g").await;
        at.receive(&url, 1).await;
        let purge = || PurgeQueueRequest { queue_url: url.clone() };
        at.cx.run::<PurgeQueue, _>(&*at.sqs, purge()).await.unwrap();
        let again = at.cx.run::<PurgeQueue, _>(&*at.sqs, purge()).await.unwrap_err();
        assert_eq!(again.code(), "PurgeQueueInProgress");
        let restarted = at.restarted();
        assert!(restarted.receive(&url, 10).await.is_empty());
        restarted.send_to_group(&url, "x", "g").await;
        assert_eq!(restarted.receive(&url, 10).await.len(), 1);
    }

    #[tokio::test]
    async fn the_id_of_a_message_that_is_not_stored_yet_is_not_forgotten() {
        let at = setting().await;
        let url = at.queue("q.fifo", &[("FifoQueue", "true")]).await;
        let queue = at.sqs.queue(&at.cx, &url).await.unwrap();
        let id = (String::new(), "d".to_owned());
        let message = Message { group: Some("g".into()), ..Message::default() };
        let message = Checked { message, delay_ms: 0, seen: Some(id.clone()) };
        queue.enter(queue.now(), "me", vec![message]).unwrap();
        let last = queue.state().machine.last().unwrap();
        assert!(queue.purge(last).unwrap().writes.is_empty());
        assert!(queue.state().machine.seen.find(&id, queue.now()).is_some());
    }
}
