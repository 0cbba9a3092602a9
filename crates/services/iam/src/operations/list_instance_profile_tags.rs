//! `ListInstanceProfileTags`.

use crate::Iam;
use crate::records::InstanceProfile;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListInstanceProfileTags;
use shapes::iam::{ListInstanceProfileTagsRequest, ListInstanceProfileTagsResponse};

impl Handler<ListInstanceProfileTags> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListInstanceProfileTagsRequest,
    ) -> Result<ListInstanceProfileTagsResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.tags_of::<InstanceProfile>(cx, &input.instance_profile_name, pages).await?;
        Ok(ListInstanceProfileTagsResponse {
            is_truncated: Some(page.marker.is_some()),
            tags: page.items,
            marker: page.marker,
        })
    }
}
