//! `PublishBatch`.

use crate::content::{Draft, batch_too_long, check_ids};
use crate::{Sns, topic_attributes};
use platform::{Context, Handler, Result};
use shapes::sns::ops::PublishBatch;
use shapes::sns::{PublishBatchInput, PublishBatchResponse, PublishBatchResultEntry};

/// As at AWS, one entry that is not right refuses the batch.
impl Handler<PublishBatch> for Sns {
    async fn handle(&self, cx: &Context, input: PublishBatchInput) -> Result<PublishBatchResponse> {
        let entries = input.publish_batch_request_entries;
        check_ids(entries.iter().map(|entry| entry.id.as_str()))?;
        let known = self.topic(cx, &input.topic_arn).await?;
        let (ids, drafts): (Vec<_>, Vec<_>) =
            entries.into_iter().map(|it| (it.id.clone(), Draft::from(it))).unzip();
        let bytes: usize = drafts.iter().map(Draft::bytes).sum();
        if bytes > topic_attributes::most_bytes(&known.topic) {
            return Err(batch_too_long());
        }
        let accepted = self.publish(cx, known, drafts).await?;
        let entry = |(id, accepted): (String, crate::publish::Accepted)| PublishBatchResultEntry {
            id: Some(id),
            message_id: Some(accepted.message_id),
            sequence_number: accepted.sequence,
        };
        let successful = ids.into_iter().zip(accepted).map(entry).collect();
        Ok(PublishBatchResponse { successful: Some(successful), failed: Some(Vec::new()) })
    }
}
