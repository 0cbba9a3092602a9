//! `ListTagsForResource`.

use crate::{Ssm, tags};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::ListTagsForResource;
use shapes::ssm::{ListTagsForResourceRequest, ListTagsForResourceResult, Tag};

impl Handler<ListTagsForResource> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: ListTagsForResourceRequest,
    ) -> Result<ListTagsForResourceResult> {
        tags::check_kind(&input.resource_type)?;
        let parameter = self.parameter(cx, &input.resource_id).await.map_err(tags::of_resource)?;
        let tags = parameter.tags.into_iter().map(|(key, value)| Tag { key, value });
        Ok(ListTagsForResourceResult { tag_list: Some(tags.collect()) })
    }
}
