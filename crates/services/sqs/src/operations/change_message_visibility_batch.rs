//! `ChangeMessageVisibilityBatch`.

use super::change_message_visibility::checked;
use crate::{Sqs, batches};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::ChangeMessageVisibilityBatch;
use shapes::sqs::{
    ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResult,
    ChangeMessageVisibilityBatchResultEntry,
};

/// Of two entries about one message the second fails, as it would after the first.
impl Handler<ChangeMessageVisibilityBatch> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: ChangeMessageVisibilityBatchRequest,
    ) -> Result<ChangeMessageVisibilityBatchResult> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let ids = input.entries.iter().map(|entry| entry.id.as_str());
        batches::check("ChangeMessageVisibilityBatchRequestEntry", ids)?;
        let (mut answer, mut asked) = (ChangeMessageVisibilityBatchResult::default(), Vec::new());
        for entry in input.entries {
            let seconds = entry.visibility_timeout.unwrap_or(0);
            match checked(&queue, &entry.receipt_handle, seconds) {
                Ok((receive, ms)) => asked.push((receive, ms, entry.id, entry.receipt_handle)),
                Err(error) => answer.failed.push(batches::failed(entry.id, &error)),
            }
        }
        // In one order in all batches, so that two do not wait for each other.
        asked.sort_by_key(|((seq, _), ..)| *seq);
        asked.dedup_by(|later, earlier| {
            let is_same = later.0.0 == earlier.0.0;
            if is_same {
                let error = crate::errors::not_in_flight(&later.3);
                answer.failed.push(batches::failed(later.2.clone(), &error));
            }
            is_same
        });
        let mut held = Vec::new();
        for (receive, visibility_ms, id, handle) in asked {
            match queue.hold(receive, &handle).await {
                Ok(before) => {
                    held.push((receive.0, before, visibility_ms));
                    answer.successful.push(ChangeMessageVisibilityBatchResultEntry { id });
                }
                Err(error) => answer.failed.push(batches::failed(id, &error)),
            }
        }
        if !held.is_empty() {
            self.set_sights(&queue, held).await?;
        }
        Ok(answer)
    }
}
