//! `GetQueueAttributes`.

use crate::{Sqs, attributes, errors};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::GetQueueAttributes;
use shapes::sqs::{GetQueueAttributesRequest, GetQueueAttributesResult};

impl Handler<GetQueueAttributes> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: GetQueueAttributesRequest,
    ) -> Result<GetQueueAttributesResult> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let names = input.attribute_names.unwrap_or_default();
        if let Some(unknown) = names.iter().find(|name| !attributes::is_known(name)) {
            return Err(errors::unknown_attribute(unknown));
        }
        let mut state = queue.open()?;
        let now = queue.now();
        state.age(now);
        let counts = state.machine.counts(now);
        let mut all = attributes::shown(&state.queue);
        for (name, value) in [
            ("ApproximateNumberOfMessages", counts.visible.to_string()),
            ("ApproximateNumberOfMessagesDelayed", counts.delayed.to_string()),
            ("ApproximateNumberOfMessagesNotVisible", counts.in_flight.to_string()),
            ("CreatedTimestamp", (state.queue.created_ms / 1000).to_string()),
            ("LastModifiedTimestamp", (state.queue.modified_ms / 1000).to_string()),
            ("QueueArn", queue.arn.clone()),
        ] {
            all.insert(name.to_owned(), value);
        }
        let is_asked = |name: &String| names.iter().any(|asked| asked == "All" || asked == name);
        all.retain(|name, _| is_asked(name));
        Ok(GetQueueAttributesResult { attributes: (!all.is_empty()).then_some(all) })
    }
}
