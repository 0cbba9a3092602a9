//! `ListRolePolicies`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListRolePolicies;
use shapes::iam::{ListRolePoliciesRequest, ListRolePoliciesResponse};

impl Handler<ListRolePolicies> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListRolePoliciesRequest,
    ) -> Result<ListRolePoliciesResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.inline_names::<Role>(cx, &input.role_name, pages).await?;
        Ok(ListRolePoliciesResponse {
            is_truncated: Some(page.marker.is_some()),
            policy_names: page.items,
            marker: page.marker,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::PutRolePolicyRequest;
    use shapes::iam::ops::PutRolePolicy;

    #[tokio::test]
    async fn names_come_in_pages() {
        let (service, cx) = fixture::service().await;
        for name in ["b", "a"] {
            let put = PutRolePolicyRequest {
                role_name: "R".into(),
                policy_name: name.into(),
                policy_document: fixture::ALLOW.into(),
            };
            cx.run::<PutRolePolicy, _>(&*service, put).await.unwrap();
        }
        let mut input = ListRolePoliciesRequest {
            role_name: "R".into(),
            max_items: Some(1),
            ..Default::default()
        };
        let first = cx.run::<ListRolePolicies, _>(&*service, input.clone()).await.unwrap();
        assert_eq!((first.policy_names, first.is_truncated), (vec!["a".into()], Some(true)));
        input.marker = first.marker;
        let last = cx.run::<ListRolePolicies, _>(&*service, input).await.unwrap();
        assert_eq!((last.policy_names, last.is_truncated), (vec!["b".into()], Some(false)));
    }
}
