//! `ListGroups`.

use crate::Iam;
use crate::records::Group;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListGroups;
use shapes::iam::{ListGroupsRequest, ListGroupsResponse};

impl Handler<ListGroups> for Iam {
    async fn handle(&self, cx: &Context, input: ListGroupsRequest) -> Result<ListGroupsResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.below::<Group>(cx, input.path_prefix, pages).await?;
        Ok(ListGroupsResponse {
            groups: page.items.iter().map(Group::shown).collect(),
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}
