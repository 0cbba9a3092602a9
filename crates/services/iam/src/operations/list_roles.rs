//! `ListRoles`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListRoles;
use shapes::iam::{ListRolesRequest, ListRolesResponse};

impl Handler<ListRoles> for Iam {
    async fn handle(&self, cx: &Context, input: ListRolesRequest) -> Result<ListRolesResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.below::<Role>(cx, input.path_prefix, pages).await?;
        Ok(ListRolesResponse {
            roles: page.items.iter().map(Role::listed).collect(),
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::CreateRoleRequest;
    use shapes::iam::ops::CreateRole;

    #[tokio::test]
    async fn roles_come_by_path_and_account() {
        let (service, cx) = fixture::service().await;
        let below = CreateRoleRequest { path: Some("/p/".into()), ..fixture::role("S") };
        cx.run::<CreateRole, _>(&*service, below).await.unwrap();
        let list = ListRolesRequest { path_prefix: Some("/p/".into()), ..Default::default() };
        let found = cx.run::<ListRoles, _>(&*service, list.clone()).await.unwrap();
        assert_eq!(found.roles.len(), 1);
        assert_eq!(found.roles[0].role_name, "S");
        let mut elsewhere = cx.clone();
        elsewhere.account = "123456789012".into();
        let list = ListRolesRequest::default();
        assert!(elsewhere.run::<ListRoles, _>(&*service, list).await.unwrap().roles.is_empty());
    }
}
