//! `ListAttachedRolePolicies`.

use crate::Iam;
use crate::paging::page;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListAttachedRolePolicies;
use shapes::iam::{
    AttachedPolicy, ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse,
};

impl Handler<ListAttachedRolePolicies> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListAttachedRolePoliciesRequest,
    ) -> Result<ListAttachedRolePoliciesResponse> {
        let role = self.role(cx, &input.role_name).await?;
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let below =
            role.attached.into_iter().filter(|arn| path_and_name(arn).0.starts_with(prefix));
        let page = page(below, String::clone, input.marker.as_deref(), input.max_items);
        let shown = |arn: String| AttachedPolicy {
            policy_name: Some(path_and_name(&arn).1.to_owned()),
            policy_arn: Some(arn),
        };
        Ok(ListAttachedRolePoliciesResponse {
            attached_policies: Some(page.items.into_iter().map(shown).collect()),
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}

/// The path (with both slashes) and the name of a policy's ARN.
fn path_and_name(arn: &str) -> (&str, &str) {
    let resource = arn.find("policy/").map_or(arn, |at| &arn[at + "policy".len()..]);
    resource.rfind('/').map_or(("/", resource), |at| resource.split_at(at + 1))
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
