//! What follows from deliveries is written down, many in one commit.

use super::shelf::{Settled, Shelf};
use crate::Sns;
use crate::records::later::{KIND, LATER};
use platform::{Deadline, Deadlines, Result};
use shapes::Timestamp;
use std::sync::Arc;
use std::time::Duration;
use store::Batch;

/// How many deliveries are written down at once.
const AT_ONCE: usize = 500;
/// The first and the longest pause while storage fails.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

impl Sns {
    /// These deliveries are settled.
    pub(crate) fn settle(self: &Arc<Self>, shelf: &Arc<Shelf>, settled: Vec<Settled>) {
        if settled.is_empty() || !shelf.settle(settled) {
            return;
        }
        let (service, shelf) = (self.clone(), shelf.clone());
        self.task(async move {
            while let Some((batch, settled)) = shelf.settling(AT_ONCE) {
                match service.with_later(batch, settled) {
                    Ok(batch) if batch.writes.is_empty() => {}
                    Ok(batch) => service.write_down(&shelf, batch).await,
                    Err(error) => tracing::error!(%error, "a delivery cannot be kept"),
                }
            }
        });
    }

    /// The batch, which also keeps what is tried again.
    fn with_later(&self, mut batch: Batch, settled: Vec<Settled>) -> Result<Batch> {
        for (due_ms, outgoing) in settled.into_iter().filter_map(|it| it.later) {
            let id = self.platform.ids.uuid();
            batch = batch.put(LATER.table, id.as_bytes(), LATER.encode(&outgoing)?);
            batch = Deadlines::set(batch, &Deadline::new(KIND, id, Timestamp(due_ms)));
        }
        Ok(batch)
    }

    /// Commits what follows from deliveries, when storage can, unless the shelf is another's by then.
    async fn write_down(&self, shelf: &Shelf, batch: Batch) {
        let batch = shelf.demand(batch);
        let mut pause = FIRST_PAUSE;
        loop {
            match self.platform.deadlines.commit(batch.clone()).await {
                Ok(()) | Err(store::Error::Conflict(_)) => return,
                Err(error) => tracing::warn!(%error, "deliveries are not written down yet"),
            }
            tokio::select! {
                biased;
                () = self.outbox.stopped() => return,
                () = self.platform.clock.sleep(pause) => {}
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
}
