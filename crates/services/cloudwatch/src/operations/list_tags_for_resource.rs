//! `ListTagsForResource`.

use crate::CloudWatch;
use platform::{Context, Handler, Result};
use shapes::cloudwatch::ops::ListTagsForResource;
use shapes::cloudwatch::{ListTagsForResourceInput, ListTagsForResourceOutput, Tag};

impl Handler<ListTagsForResource> for CloudWatch {
    async fn handle(
        &self,
        cx: &Context,
        input: ListTagsForResourceInput,
    ) -> Result<ListTagsForResourceOutput> {
        self.tagged(cx, &input.resource_arn).await?;
        let tags = platform::tags::of(cx, &input.resource_arn).await?;
        let tags = tags.into_iter().map(|(key, value)| Tag { key, value }).collect();
        Ok(ListTagsForResourceOutput { tags: Some(tags) })
    }
}
