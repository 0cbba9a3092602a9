//! `ListQueueTags`.

use crate::{Sqs, errors, names};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::ListQueueTags;
use shapes::sqs::{ListQueueTagsRequest, ListQueueTagsResult};

impl Handler<ListQueueTags> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: ListQueueTagsRequest,
    ) -> Result<ListQueueTagsResult> {
        let record = self.record(cx, names::own(cx, &input.queue_url)?).await?;
        let tags = record.ok_or_else(errors::no_queue)?.tags;
        Ok(ListQueueTagsResult { tags: (!tags.is_empty()).then_some(tags) })
    }
}
