//! `ListGroupsForUser`.

use crate::Iam;
use crate::paging::page;
use crate::records::{Group, User};
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListGroupsForUser;
use shapes::iam::{ListGroupsForUserRequest, ListGroupsForUserResponse};

impl Handler<ListGroupsForUser> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListGroupsForUserRequest,
    ) -> Result<ListGroupsForUserResponse> {
        let user: User = self.find(cx, &input.user_name).await?;
        let groups = self.groups_of(cx, &user).await?.into_iter();
        let name = |group: &Group| group.name.to_ascii_lowercase();
        let page = page(groups, name, input.marker.as_deref(), input.max_items);
        Ok(ListGroupsForUserResponse {
            groups: page.items.iter().map(Group::shown).collect(),
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}
