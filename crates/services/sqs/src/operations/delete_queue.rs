//! `DeleteQueue`.

use crate::queues::{lease_name, sweep};
use crate::records::gone::GONE;
use crate::records::moving::MOVES;
use crate::records::queue::QUEUES;
use crate::{Sqs, names};
use bytes::Bytes;
use platform::{Context, Handler, Leases, Result};
use shapes::Unit;
use shapes::sqs::DeleteQueueRequest;
use shapes::sqs::ops::DeleteQueue;
use store::Batch;

/// The name is free at once; AWS makes one wait for a minute.
impl Handler<DeleteQueue> for Sqs {
    async fn handle(&self, cx: &Context, input: DeleteQueueRequest) -> Result<Unit> {
        let name = names::own(cx, &input.queue_url)?;
        let queue = self.named(cx, name).await?;
        let _changing = queue.changing.lock().await;
        // Somebody else may have deleted it meanwhile, and another may have its name.
        drop(queue.open()?);
        // What is being sent is stored before the queue goes, so that its rows are found.
        queue.close();
        let _turn = queue.turn.write().await;
        let batch = Batch::new().delete(QUEUES.table, queue.key.clone());
        let mut batch = batch.put(GONE, queue.id.clone(), Bytes::new());
        for (key, _) in self.tasks(cx, name).await? {
            batch = batch.delete(MOVES.table, key.to_vec());
        }
        let gone = queue.commit(Leases::remove(batch, lease_name(&queue.id).as_bytes())).await;
        if gone.is_ok() || !queue.is_in_doubt() {
            self.queues.forget(&queue);
        }
        gone?;
        let (platform, id) = (self.platform.clone(), queue.id.clone());
        tokio::spawn(async move {
            if let Err(error) = sweep(&*platform.store.tables, &id).await {
                tracing::warn!(%error, "rows of a queue that was deleted are not removed yet");
            }
        });
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use platform::testing::soon;

    #[tokio::test]
    async fn of_two_deletions_at_once_one_finds_no_queue() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        let queue = at.sqs.queue(&at.cx, &url).await.unwrap();
        let turn = queue.turn.read().await;
        let delete = || {
            let (sqs, cx) = (at.sqs.clone(), at.cx.clone());
            let input = DeleteQueueRequest { queue_url: url.clone() };
            async move { cx.run::<DeleteQueue, _>(&*sqs, input).await.is_ok() }
        };
        let (first, second) = (tokio::spawn(delete()), tokio::spawn(delete()));
        tokio::task::yield_now().await;
        drop(turn);
        let done = (soon(first).await.unwrap(), soon(second).await.unwrap());
        assert_eq!(done, (true, false), "what has its name by then is not the second's to take");
    }
}
