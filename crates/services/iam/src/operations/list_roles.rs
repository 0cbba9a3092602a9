//! `ListRoles`.

use crate::Iam;
use crate::paging::page;
use crate::record::{ROLES, key};
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListRoles;
use shapes::iam::{ListRolesRequest, ListRolesResponse};
use store::Scan;

impl Handler<ListRoles> for Iam {
    async fn handle(&self, cx: &Context, input: ListRolesRequest) -> Result<ListRolesResponse> {
        let all = Scan::prefix(&key(&cx.account, ""));
        let roles = ROLES.scan(&*self.platform.store.tables, all).await?.into_iter();
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let below = roles.map(|(_, role)| role).filter(|role| role.path.starts_with(prefix));
        let name = |role: &crate::Role| role.name.to_ascii_lowercase();
        let page = page(below, name, input.marker.as_deref(), input.max_items);
        Ok(ListRolesResponse {
            roles: page.items.iter().map(crate::Role::brief).collect(),
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
