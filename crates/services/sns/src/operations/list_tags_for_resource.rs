//! `ListTagsForResource`.

use crate::{Sns, errors, names};
use platform::{Context, Handler, Result};
use shapes::sns::ops::ListTagsForResource;
use shapes::sns::{ListTagsForResourceRequest, ListTagsForResourceResponse, Tag};

impl Handler<ListTagsForResource> for Sns {
    async fn handle(
        &self,
        cx: &Context,
        input: ListTagsForResourceRequest,
    ) -> Result<ListTagsForResourceResponse> {
        let name = names::own(cx, &input.resource_arn, "ResourceArn")?;
        let known = self.find(cx, name).await?.ok_or_else(errors::no_resource)?;
        let tag = |(key, value): (&String, &String)| Tag { key: key.clone(), value: value.clone() };
        let tags = known.topic.tags.iter().map(tag).collect();
        Ok(ListTagsForResourceResponse { tags: Some(tags) })
    }
}
