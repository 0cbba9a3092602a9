//! `UntagQueue`.

use crate::{Sqs, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sqs::UntagQueueRequest;
use shapes::sqs::ops::UntagQueue;

impl Handler<UntagQueue> for Sqs {
    async fn handle(&self, cx: &Context, input: UntagQueueRequest) -> Result<Unit> {
        let queue = self.queue(cx, &input.queue_url).await?;
        if input.tag_keys.is_empty() {
            return Err(errors::missing("TagKeys"));
        }
        let change = |record: &mut crate::records::queue::Queue| {
            record.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        };
        queue.change(change).await?;
        Ok(Unit)
    }
}
