//! `SendMessageBatch`.

use super::send_message::Sums;
use crate::content::{Checked, Draft};
use crate::live::Sent;
use crate::{Sqs, batches, errors};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::SendMessageBatch;
use shapes::sqs::{
    SendMessageBatchRequest, SendMessageBatchRequestEntry, SendMessageBatchResult,
    SendMessageBatchResultEntry,
};

/// The longest batch, in bytes: as long as the longest message.
const MOST_BYTES: usize = 1 << 20;

impl Handler<SendMessageBatch> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: SendMessageBatchRequest,
    ) -> Result<SendMessageBatchResult> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let ids = input.entries.iter().map(|entry| entry.id.as_str());
        batches::check("SendMessageBatchRequestEntry", ids)?;
        let each = |entry: SendMessageBatchRequestEntry| (entry.id.clone(), Draft::from(entry));
        let drafts: Vec<_> = input.entries.into_iter().map(each).collect();
        let bytes = drafts.iter().map(|(_, draft)| draft.bytes()).sum();
        if bytes > MOST_BYTES {
            return Err(errors::batch_too_long(MOST_BYTES, bytes));
        }
        let (mut fit, mut failed): (Vec<(String, Checked)>, _) = (Vec::new(), Vec::new());
        let settings = queue.open()?.settings.clone();
        drafts.iter().try_for_each(|(_, draft)| draft.check_in_batch(&settings))?;
        let mut sizes = Vec::with_capacity(drafts.len());
        for (id, draft) in drafts {
            let bytes = draft.bytes();
            match draft.check(&settings) {
                Ok(checked) => {
                    sizes.push(bytes);
                    fit.push((id, checked));
                }
                Err(error) => failed.push(batches::failed(id, &error)),
            }
        }
        let told: Vec<_> = fit.iter().map(|(id, it)| (id.clone(), Sums::of(&it.message))).collect();
        queue.check_send(cx, settings.key.as_ref()).await?;
        let messages = fit.into_iter().map(|(_, checked)| checked).collect();
        let sent = queue.send(&cx.principal.user_id(), messages).await?;
        queue.count_sent(&sizes);
        let entry = |((id, sums), sent): ((String, Sums), Sent)| SendMessageBatchResultEntry {
            id,
            md5_of_message_body: sums.body,
            md5_of_message_attributes: sums.attributes,
            md5_of_message_system_attributes: sums.system,
            sequence_number: settings.is_fifo.then(|| sent.number()),
            message_id: sent.message_id,
        };
        let successful = told.into_iter().zip(sent).map(entry).collect();
        Ok(SendMessageBatchResult { successful, failed })
    }
}
