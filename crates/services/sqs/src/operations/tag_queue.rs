//! `TagQueue`.

use crate::{Sqs, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sqs::TagQueueRequest;
use shapes::sqs::ops::TagQueue;

/// The most tags of a queue ("Amazon SQS cost allocation tags").
const MOST: usize = 50;

impl Handler<TagQueue> for Sqs {
    async fn handle(&self, cx: &Context, input: TagQueueRequest) -> Result<Unit> {
        let queue = self.queue(cx, &input.queue_url).await?;
        if input.tags.is_empty() {
            return Err(errors::missing("Tags"));
        }
        let change = |record: &mut crate::records::queue::Queue| {
            record.tags.extend(input.tags);
            if record.tags.len() > MOST {
                let message = format!("Too many tags added for queue {}.", record.name);
                return Err(errors::invalid(message));
            }
            Ok(())
        };
        queue.change(change).await?;
        Ok(Unit)
    }
}
