//! `DeleteMessageBatch`.

use crate::{Sqs, batches};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::DeleteMessageBatch;
use shapes::sqs::{
    DeleteMessageBatchRequest, DeleteMessageBatchResult, DeleteMessageBatchResultEntry,
};

impl Handler<DeleteMessageBatch> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteMessageBatchRequest,
    ) -> Result<DeleteMessageBatchResult> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let ids = input.entries.iter().map(|entry| entry.id.as_str());
        batches::check("DeleteMessageBatchRequestEntry", ids)?;
        let each = input.entries.into_iter().map(|entry| (entry.id, entry.receipt_handle));
        let (ids, handles): (Vec<_>, Vec<_>) = each.unzip();
        let done = self.delete_all(&queue, &handles).await?;
        queue.count_deleted(&done);
        let mut answer = DeleteMessageBatchResult::default();
        for (id, done) in ids.into_iter().zip(done) {
            match done {
                Ok(()) => answer.successful.push(DeleteMessageBatchResultEntry { id }),
                Err(error) => answer.failed.push(batches::failed(id, &error)),
            }
        }
        Ok(answer)
    }
}
