//! `ListResourceTags`.

use crate::{Kms, paging};
use platform::{Context, Handler, Result};
use shapes::kms::ops::ListResourceTags;
use shapes::kms::{ListResourceTagsRequest, ListResourceTagsResponse, Tag};

impl Handler<ListResourceTags> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: ListResourceTagsRequest,
    ) -> Result<ListResourceTagsResponse> {
        let found = self.known(cx, &input.key_id).await?;
        let all = found.key.tags.iter();
        let all = all.map(|(key, value)| Tag { tag_key: key.clone(), tag_value: value.clone() });
        let place = |tag: &Tag| tag.tag_key.clone();
        let (limit, marker) = ((input.limit, 50), input.marker.as_deref());
        let page = paging::page(all.collect(), place, limit, marker)?;
        Ok(ListResourceTagsResponse {
            tags: Some(page.list),
            next_marker: page.next_marker,
            truncated: page.truncated,
        })
    }
}
