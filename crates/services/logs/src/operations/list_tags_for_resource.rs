//! `ListTagsForResource`.

use crate::Logs;
use crate::tags::group_of;
use platform::{Context, Handler, Result};
use shapes::logs::ops::ListTagsForResource;
use shapes::logs::{ListTagsForResourceRequest, ListTagsForResourceResponse};

impl Handler<ListTagsForResource> for Logs {
    async fn handle(
        &self,
        cx: &Context,
        input: ListTagsForResourceRequest,
    ) -> Result<ListTagsForResourceResponse> {
        let tags = self.tags(cx, group_of(cx, &input.resource_arn)?).await?;
        Ok(ListTagsForResourceResponse { tags: Some(tags) })
    }
}
