//! `ListRoleTags`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListRoleTags;
use shapes::iam::{ListRoleTagsRequest, ListRoleTagsResponse};

impl Handler<ListRoleTags> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListRoleTagsRequest,
    ) -> Result<ListRoleTagsResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.tags_of::<Role>(cx, &input.role_name, pages).await?;
        Ok(ListRoleTagsResponse {
            is_truncated: Some(page.marker.is_some()),
            tags: page.items,
            marker: page.marker,
        })
    }
}
