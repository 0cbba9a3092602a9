//! `SetQueueAttributes`.

use crate::attributes::{self, Settings};
use crate::live::Live;
use crate::records::queue::{QUEUES, Queue};
use crate::{Sqs, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sqs::SetQueueAttributesRequest;
use shapes::sqs::ops::SetQueueAttributes;
use store::Batch;

impl Handler<SetQueueAttributes> for Sqs {
    async fn handle(&self, cx: &Context, input: SetQueueAttributesRequest) -> Result<Unit> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let (name, is_fifo) = {
            let state = queue.open()?;
            (state.queue.name.clone(), state.queue.is_fifo())
        };
        if input.attributes.contains_key("FifoQueue") && !is_fifo {
            return Err(errors::unknown_attribute("FifoQueue"));
        }
        if input.attributes.get("FifoQueue").is_some_and(|it| !it.eq_ignore_ascii_case("true")) {
            return Err(errors::other_kind());
        }
        let given = attributes::check(self, cx, (&name, is_fifo), &input.attributes).await?;
        let change = |record: &mut Queue| {
            attributes::merge(&mut record.attributes, given);
            record.modified_ms = cx.now().millis();
            attributes::check_together(&record.attributes)
        };
        queue.change(change).await?;
        Ok(Unit)
    }
}

impl Live {
    /// Changes its record.
    ///
    /// # Errors
    /// Those of `change`, the storage's, and that the queue is gone.
    pub(crate) async fn change(&self, change: impl FnOnce(&mut Queue) -> Result<()>) -> Result<()> {
        let (_changing, _turn) = (self.changing.lock().await, self.turn.read().await);
        let mut record = self.open()?.queue.clone();
        change(&mut record)?;
        let value = QUEUES.encode(&record)?;
        let batch = Batch::new().present(QUEUES.table, self.key.clone());
        self.commit(batch.put(QUEUES.table, self.key.clone(), value)).await?;
        let mut state = self.state();
        state.settings = Settings::of(&record);
        state.queue = record;
        state.serve(self.now());
        Ok(())
    }
}
