//! `ListAttachedRolePolicies`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListAttachedRolePolicies;
use shapes::iam::{ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse};

impl Handler<ListAttachedRolePolicies> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListAttachedRolePoliciesRequest,
    ) -> Result<ListAttachedRolePoliciesResponse> {
        let below = (input.role_name.as_str(), input.path_prefix);
        let page = self.attached::<Role>(cx, below, (input.marker, input.max_items)).await?;
        Ok(ListAttachedRolePoliciesResponse {
            is_truncated: Some(page.marker.is_some()),
            attached_policies: Some(page.items),
            marker: page.marker,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::AttachRolePolicyRequest;
    use shapes::iam::ops::AttachRolePolicy;

    #[tokio::test]
    async fn attached_policies_are_listed_once_with_their_names() {
        let (service, cx) = fixture::service().await;
        let basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
        for arn in [basic, basic, "arn:aws:iam::aws:policy/AmazonS3FullAccess"] {
            let role_name = "R".to_owned();
            let input = AttachRolePolicyRequest { role_name, policy_arn: arn.to_owned() };
            cx.run::<AttachRolePolicy, _>(&*service, input).await.unwrap();
        }
        let mut list =
            ListAttachedRolePoliciesRequest { role_name: "R".into(), ..Default::default() };
        let all = cx.run::<ListAttachedRolePolicies, _>(&*service, list.clone()).await.unwrap();
        assert_eq!(all.attached_policies.unwrap().len(), 2);
        list.path_prefix = Some("/service-role/".into());
        let below = cx.run::<ListAttachedRolePolicies, _>(&*service, list).await.unwrap();
        let below = below.attached_policies.unwrap();
        assert_eq!(below[0].policy_name.as_deref(), Some("AWSLambdaBasicExecutionRole"));
        assert_eq!(below.len(), 1);
    }
}
