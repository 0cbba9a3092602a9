//! `ListDeadLetterSourceQueues`.

use crate::{Sqs, attributes, errors, names, paging};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::ListDeadLetterSourceQueues;
use shapes::sqs::{ListDeadLetterSourceQueuesRequest, ListDeadLetterSourceQueuesResult};

impl Handler<ListDeadLetterSourceQueues> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: ListDeadLetterSourceQueuesRequest,
    ) -> Result<ListDeadLetterSourceQueuesResult> {
        let name = names::own(cx, &input.queue_url)?;
        self.record(cx, name).await?.ok_or_else(errors::no_queue)?;
        let page = paging::Page::of(input.max_results, input.next_token.as_deref())?;
        let mut sources = self.sources_of(cx, &names::arn(cx, name)).await?;
        sources.retain(|name| page.after.as_ref().is_none_or(|after| name > after));
        let (names, next_token) = page.cut(sources);
        let queue_urls = names.iter().map(|name| names::url(cx, name)).collect();
        Ok(ListDeadLetterSourceQueuesResult { queue_urls, next_token })
    }
}

impl Sqs {
    /// The names of the queues whose dead messages go to this one.
    pub(crate) async fn sources_of(&self, cx: &Context, arn: &str) -> Result<Vec<String>> {
        let all = self.records(cx, "", None, usize::MAX).await?;
        let is_source =
            |policy: &String| attributes::redrive(policy).is_ok_and(|it| it.target == arn);
        let sources = all
            .into_iter()
            .filter(|queue| queue.attributes.get("RedrivePolicy").is_some_and(is_source));
        Ok(sources.map(|queue| queue.name).collect())
    }
}
