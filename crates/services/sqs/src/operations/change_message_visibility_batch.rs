//! `ChangeMessageVisibilityBatch`.

use super::change_message_visibility::checked;
use crate::live::Live;
use crate::machine::State as Stand;
use crate::{Sqs, batches};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::ChangeMessageVisibilityBatch;
use shapes::sqs::{
    ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchRequestEntry,
    ChangeMessageVisibilityBatchResult, ChangeMessageVisibilityBatchResultEntry,
};

impl Handler<ChangeMessageVisibilityBatch> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: ChangeMessageVisibilityBatchRequest,
    ) -> Result<ChangeMessageVisibilityBatchResult> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let ids = input.entries.iter().map(|entry| entry.id.as_str());
        batches::check("ChangeMessageVisibilityBatchRequestEntry", ids)?;
        let (mut answer, mut held) = (ChangeMessageVisibilityBatchResult::default(), Vec::new());
        for entry in input.entries {
            match hold(&queue, &entry) {
                Ok(one) => {
                    held.push(one);
                    let id = entry.id;
                    answer.successful.push(ChangeMessageVisibilityBatchResultEntry { id });
                }
                Err(error) => answer.failed.push(batches::failed(entry.id, &error)),
            }
        }
        if !held.is_empty() {
            self.set_sights(&queue, held).await?;
        }
        Ok(answer)
    }
}

fn hold(
    queue: &Live,
    entry: &ChangeMessageVisibilityBatchRequestEntry,
) -> Result<(u64, Stand, i64)> {
    let seconds = entry.visibility_timeout.unwrap_or(0);
    let (receive, visibility_ms) = checked(queue, &entry.receipt_handle, seconds)?;
    let before = queue.hold(receive, &entry.receipt_handle)?;
    Ok((receive.0, before, visibility_ms))
}
