//! `ListUserTags`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListUserTags;
use shapes::iam::{ListUserTagsRequest, ListUserTagsResponse};

impl Handler<ListUserTags> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListUserTagsRequest,
    ) -> Result<ListUserTagsResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.tags_of::<User>(cx, &input.user_name, pages).await?;
        Ok(ListUserTagsResponse {
            is_truncated: Some(page.marker.is_some()),
            tags: page.items,
            marker: page.marker,
        })
    }
}
