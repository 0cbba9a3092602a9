//! `ListUsers`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListUsers;
use shapes::iam::{ListUsersRequest, ListUsersResponse};

impl Handler<ListUsers> for Iam {
    async fn handle(&self, cx: &Context, input: ListUsersRequest) -> Result<ListUsersResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.below::<User>(cx, input.path_prefix, pages).await?;
        Ok(ListUsersResponse {
            users: page.items.iter().map(User::brief).collect(),
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}
