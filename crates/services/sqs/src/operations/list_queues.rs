//! `ListQueues`.

use crate::{Sqs, names, paging};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::ListQueues;
use shapes::sqs::{ListQueuesRequest, ListQueuesResult};

impl Handler<ListQueues> for Sqs {
    async fn handle(&self, cx: &Context, input: ListQueuesRequest) -> Result<ListQueuesResult> {
        let page = paging::Page::of(input.max_results, input.next_token.as_deref())?;
        let prefix = input.queue_name_prefix.unwrap_or_default();
        let found = self.records(cx, &prefix, page.after.as_deref(), page.most + 1).await?;
        let (names, next_token) = page.cut(found.into_iter().map(|it| it.name).collect());
        let urls: Vec<_> = names.iter().map(|name| names::url(cx, name)).collect();
        // Where there are none AWS leaves the member out.
        Ok(ListQueuesResult { queue_urls: (!urls.is_empty()).then_some(urls), next_token })
    }
}
