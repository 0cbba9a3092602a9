//! `ListPolicies`.

use crate::paging::page;
use crate::records::Policy;
use crate::{Iam, managed};
use platform::{Context, Handler, Result, partition};
use shapes::iam;
use shapes::iam::ops::ListPolicies;
use shapes::iam::{ListPoliciesRequest, ListPoliciesResponse};

impl Handler<ListPolicies> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListPoliciesRequest,
    ) -> Result<ListPoliciesResponse> {
        let scope = input.scope.as_deref().unwrap_or("All");
        let (uses, partition) = (self.uses(cx).await?, partition(&cx.region));
        let mut policies = Vec::new();
        if scope != "AWS" {
            let own = self.all::<Policy>(cx).await?;
            policies.extend(own.iter().map(|policy| policy.listed(uses.of(&policy.arn))));
        }
        if scope != "Local" {
            let known = managed::documented();
            policies.extend(known.map(|it| it.listed(partition, uses.of(&it.arn(partition)))));
        }
        let filter = Filter {
            prefix: input.path_prefix.as_deref().unwrap_or("/"),
            attached: input.only_attached.unwrap_or(false),
            usage: input.policy_usage_filter.as_deref(),
        };
        policies.retain(|policy| filter.takes(policy));
        let name = |policy: &iam::Policy| policy.arn.clone().unwrap_or_default();
        policies.sort_by_cached_key(name);
        let page = page(policies.into_iter(), name, input.marker.as_deref(), input.max_items);
        Ok(ListPoliciesResponse {
            policies: Some(page.items),
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}

/// Which policies are asked for.
struct Filter<'a> {
    prefix: &'a str,
    attached: bool,
    usage: Option<&'a str>,
}

impl Filter<'_> {
    fn takes(&self, policy: &iam::Policy) -> bool {
        let attached = policy.attachment_count.unwrap_or(0) > 0;
        let bounding = policy.permissions_boundary_usage_count.unwrap_or(0) > 0;
        let is_used = match self.usage {
            Some("PermissionsBoundary") => bounding,
            Some(_) => attached || !bounding,
            None => true,
        };
        let path = policy.path.as_deref().unwrap_or("/");
        path.starts_with(self.prefix) && is_used && (attached || !self.attached)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::AttachRolePolicyRequest;
    use shapes::iam::ops::AttachRolePolicy;

    #[tokio::test]
    async fn policies_come_by_whose_they_are_and_who_holds_them() {
        let (service, cx) = fixture::service().await;
        let own = fixture::policy(&service, &cx, "P").await;
        let basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
        let input = AttachRolePolicyRequest { role_name: "R".into(), policy_arn: basic.into() };
        cx.run::<AttachRolePolicy, _>(&*service, input).await.unwrap();
        let list = async |scope: &str, attached, prefix: Option<&str>| {
            let mut input = ListPoliciesRequest {
                scope: Some(scope.into()),
                only_attached: Some(attached),
                path_prefix: prefix.map(str::to_owned),
                max_items: Some(7),
                ..Default::default()
            };
            let mut arns = Vec::new();
            loop {
                let page = cx.run::<ListPolicies, _>(&*service, input.clone()).await.unwrap();
                arns.extend(page.policies.unwrap().into_iter().filter_map(|it| it.arn));
                input.marker = page.marker;
                if input.marker.is_none() {
                    return arns;
                }
            }
        };
        assert_eq!(list("Local", false, None).await, [own]);
        assert_eq!(list("All", true, None).await, [basic]);
        assert_eq!(list("AWS", false, None).await.len(), managed::documented().count());
        assert!(list("AWS", false, Some("/service-role/")).await.contains(&basic.to_owned()));
        assert!(list("Local", true, None).await.is_empty());
    }
}
