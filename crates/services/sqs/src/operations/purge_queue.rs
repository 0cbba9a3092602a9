//! `PurgeQueue`.

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
            state.machine.last()
        };
        let Some(last) = last else { return Ok(Unit) };
        loop {
            let _turn = queue.turn.read().await;
            let purged = queue.open()?.machine.purge(last, AT_ONCE);
            if purged.is_empty() {
                return Ok(Unit);
            }
            let each = purged.iter();
            let batch = each.fold(Batch::new(), |batch, seq| queue.erase(batch, *seq));
            queue.commit(batch).await?;
            queue.state().serve(queue.now());
        }
    }
}
