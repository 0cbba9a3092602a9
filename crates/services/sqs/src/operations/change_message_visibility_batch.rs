//! `ChangeMessageVisibilityBatch`.

use super::change_message_visibility::checked;
use crate::machine::State as Stand;
use crate::{Sqs, batches};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::ChangeMessageVisibilityBatch;
use shapes::sqs::{
    ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResult,
    ChangeMessageVisibilityBatchResultEntry,
};

/// Of two entries about one message the second counts.
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
        let mut held: Vec<(u64, Stand, i64)> = Vec::new();
        for ((seq, count), visibility_ms, id, handle) in asked {
            let own = held.last_mut().filter(|(own, ..)| *own == seq);
            if let Some((_, _, ms)) = own {
                *ms = visibility_ms;
                answer.successful.push(ChangeMessageVisibilityBatchResultEntry { id });
                continue;
            }
            match queue.hold((seq, count), &handle, visibility_ms).await {
                Ok(before) => {
                    held.extend(before.map(|before| (seq, before, visibility_ms)));
                    answer.successful.push(ChangeMessageVisibilityBatchResultEntry { id });
                }
                Err(error) => answer.failed.push(batches::failed(id, &error)),
            }
        }
        if held.is_empty() {
            queue.confirm().await?;
        } else {
            self.set_sights(&queue, held).await?;
        }
        Ok(answer)
    }
}
