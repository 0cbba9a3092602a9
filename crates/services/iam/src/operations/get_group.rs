//! `GetGroup`.

use crate::Iam;
use crate::paging::page;
use crate::records::{Group, User};
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetGroup;
use shapes::iam::{GetGroupRequest, GetGroupResponse};

impl Handler<GetGroup> for Iam {
    async fn handle(&self, cx: &Context, input: GetGroupRequest) -> Result<GetGroupResponse> {
        let group: Group = self.find(cx, &input.group_name).await?;
        let members = group.members.iter().cloned();
        let page = page(members, String::clone, input.marker.as_deref(), input.max_items);
        let mut users = Vec::with_capacity(page.items.len());
        for name in &page.items {
            users.extend(self.look::<User>(cx, name).await?.map(|user| user.brief()));
        }
        Ok(GetGroupResponse {
            group: group.shown(),
            users,
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}
