//! `ListEntitiesForPolicy`.

use crate::attachments::Attachment;
use crate::paging::page;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListEntitiesForPolicy;
use shapes::iam::{
    ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse, PolicyGroup, PolicyRole,
    PolicyUser,
};

impl Handler<ListEntitiesForPolicy> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListEntitiesForPolicyRequest,
    ) -> Result<ListEntitiesForPolicyResponse> {
        let arn = &input.policy_arn;
        self.policy(cx, arn, errors::no_policy).await?;
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let kind = match input.entity_filter.as_deref() {
            None => None,
            Some("Group") => Some("group"),
            Some("User") => Some("user"),
            Some("Role") => Some("role"),
            // Policies hang on no policy.
            Some(_) => Some(""),
        };
        let bounds =
            input.policy_usage_filter.as_deref().map(|usage| usage == "PermissionsBoundary");
        let is_meant = |it: &Attachment| {
            it.arn == *arn
                && it.path.starts_with(prefix)
                && kind.is_none_or(|kind| kind == it.kind)
                && bounds.is_none_or(|bounds| bounds == it.bounds)
        };
        let mut found = self.attachments(cx).await?;
        found.retain(is_meant);
        let name = |it: &Attachment| format!("{}/{}", it.kind, it.name.to_ascii_lowercase());
        // One that holds a policy which also bounds it is one.
        found.dedup_by_key(|it| name(it));
        found.sort_by_cached_key(name);
        let page = page(found.into_iter(), name, input.marker.as_deref(), input.max_items);
        let mut output = ListEntitiesForPolicyResponse {
            policy_groups: Some(Vec::new()),
            policy_users: Some(Vec::new()),
            policy_roles: Some(Vec::new()),
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        };
        for it in page.items {
            add(&mut output, it);
        }
        Ok(output)
    }
}

fn add(output: &mut ListEntitiesForPolicyResponse, it: Attachment) {
    let (name, id) = (Some(it.name), Some(it.id));
    match it.kind {
        "group" => {
            let group = PolicyGroup { group_name: name, group_id: id };
            output.policy_groups.get_or_insert_default().push(group);
        }
        "user" => {
            let user = PolicyUser { user_name: name, user_id: id };
            output.policy_users.get_or_insert_default().push(user);
        }
        _ => {
            let role = PolicyRole { role_name: name, role_id: id };
            output.policy_roles.get_or_insert_default().push(role);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::ops::{AttachRolePolicy, PutRolePermissionsBoundary};
    use shapes::iam::{AttachRolePolicyRequest, PutRolePermissionsBoundaryRequest};

    #[tokio::test]
    async fn whoever_holds_a_policy_or_is_bounded_by_it_is_told_once() {
        let (service, cx) = fixture::service().await;
        let policy_arn = fixture::policy(&service, &cx, "P").await;
        let list = async |usage: Option<&str>, kind: Option<&str>| {
            let input = ListEntitiesForPolicyRequest {
                policy_arn: policy_arn.clone(),
                policy_usage_filter: usage.map(str::to_owned),
                entity_filter: kind.map(str::to_owned),
                ..Default::default()
            };
            let output = cx.run::<ListEntitiesForPolicy, _>(&*service, input).await.unwrap();
            output.policy_roles.unwrap().len()
        };
        let (role_name, permissions_boundary) = ("R".to_owned(), policy_arn.clone());
        let bound = PutRolePermissionsBoundaryRequest {
            role_name: role_name.clone(),
            permissions_boundary,
        };
        cx.run::<PutRolePermissionsBoundary, _>(&*service, bound).await.unwrap();
        assert_eq!(list(Some("PermissionsBoundary"), None).await, 1);
        assert_eq!(list(Some("PermissionsPolicy"), None).await, 0);
        let attach = AttachRolePolicyRequest { role_name, policy_arn: policy_arn.clone() };
        cx.run::<AttachRolePolicy, _>(&*service, attach).await.unwrap();
        assert_eq!(list(Some("PermissionsPolicy"), Some("Role")).await, 1);
        assert_eq!(list(None, None).await, 1);
        assert_eq!(list(None, Some("User")).await, 0);
    }
}
