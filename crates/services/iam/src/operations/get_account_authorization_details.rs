//! `GetAccountAuthorizationDetails`.

use crate::attachments::Uses;
use crate::managed::{self, Managed};
use crate::paging::page;
use crate::records::{Group, Policy, Role, User};
use crate::{Iam, policy, tags};
use platform::{Context, Handler, Result, partition};
use shapes::iam::ops::GetAccountAuthorizationDetails;
use shapes::iam::{GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse};
use shapes::{Timestamp, iam};

impl Handler<GetAccountAuthorizationDetails> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetAccountAuthorizationDetailsRequest,
    ) -> Result<GetAccountAuthorizationDetailsResponse> {
        let kinds = input.filter.unwrap_or_default();
        let wants = |kind: &str| kinds.is_empty() || kinds.iter().any(|it| it == kind);
        let mut all = Vec::new();
        if wants("User") {
            all.extend(self.all(cx).await?.into_iter().map(Detail::User));
        }
        if wants("Group") {
            all.extend(self.all(cx).await?.into_iter().map(Detail::Group));
        }
        if wants("Role") {
            all.extend(self.all(cx).await?.into_iter().map(Detail::Role));
        }
        if wants("LocalManagedPolicy") {
            all.extend(self.all(cx).await?.into_iter().map(Detail::Own));
        }
        if wants("AWSManagedPolicy") {
            all.extend(managed::documented().map(Detail::Aws));
        }
        let page = page(all.into_iter(), Detail::order, input.marker.as_deref(), input.max_items);
        let uses = self.uses(cx).await?;
        let mut output = GetAccountAuthorizationDetailsResponse {
            user_detail_list: Some(Vec::new()),
            group_detail_list: Some(Vec::new()),
            role_detail_list: Some(Vec::new()),
            policies: Some(Vec::new()),
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        };
        for detail in page.items {
            self.add_detail(cx, &mut output, &uses, detail).await?;
        }
        Ok(output)
    }
}

/// What an account's details are of.
enum Detail {
    User(User),
    Group(Group),
    Role(Role),
    Own(Policy),
    Aws(&'static Managed),
}

impl Detail {
    /// Where it stands among the others.
    fn order(&self) -> String {
        match self {
            Self::User(it) => format!("1/{}", it.name.to_ascii_lowercase()),
            Self::Group(it) => format!("2/{}", it.name.to_ascii_lowercase()),
            Self::Role(it) => format!("3/{}", it.name.to_ascii_lowercase()),
            Self::Own(it) => format!("4/{}", it.name.to_ascii_lowercase()),
            Self::Aws(it) => format!("5/{}", it.arn("aws")),
        }
    }
}

impl Iam {
    async fn add_detail(
        &self,
        cx: &Context,
        output: &mut GetAccountAuthorizationDetailsResponse,
        uses: &Uses,
        detail: Detail,
    ) -> Result<()> {
        match detail {
            Detail::User(user) => {
                let groups = self.groups_of(cx, &user).await?;
                let names = groups.into_iter().map(|group| group.name).collect();
                output.user_detail_list.get_or_insert_default().push(of_user(&user, names));
            }
            Detail::Group(it) => {
                output.group_detail_list.get_or_insert_default().push(of_group(&it));
            }
            Detail::Role(role) => {
                let profiles = self.profiles_of(cx, &role).await?;
                let profiles = self.listed_profiles(cx, &profiles).await?;
                output.role_detail_list.get_or_insert_default().push(of_role(&role, profiles));
            }
            Detail::Own(it) => {
                let versions = it.versions.iter().rev().map(|one| it.full_version(one)).collect();
                let described = it.full(uses.of(&it.arn));
                output.policies.get_or_insert_default().push(of_policy(described, versions));
            }
            Detail::Aws(it) => {
                let partition = partition(&cx.region);
                let listed = it.listed(partition, uses.of(&it.arn(partition)));
                let versions = it.full_version().into_iter().collect();
                output.policies.get_or_insert_default().push(of_policy(listed, versions));
            }
        }
        Ok(())
    }
}

fn of_user(user: &User, groups: Vec<String>) -> iam::UserDetail {
    iam::UserDetail {
        path: Some(user.path.clone()),
        user_name: Some(user.name.clone()),
        user_id: Some(user.id.clone()),
        arn: Some(user.arn.clone()),
        create_date: Some(Timestamp(user.created_ms)),
        user_policy_list: Some(user.held.inline_details()),
        group_list: Some(groups),
        attached_managed_policies: Some(user.held.attached_details()),
        permissions_boundary: policy::boundary(user.boundary.as_deref()),
        tags: Some(tags::shown(&user.tags)),
    }
}

fn of_group(group: &Group) -> iam::GroupDetail {
    iam::GroupDetail {
        path: Some(group.path.clone()),
        group_name: Some(group.name.clone()),
        group_id: Some(group.id.clone()),
        arn: Some(group.arn.clone()),
        create_date: Some(Timestamp(group.created_ms)),
        group_policy_list: Some(group.held.inline_details()),
        attached_managed_policies: Some(group.held.attached_details()),
    }
}

fn of_role(role: &Role, profiles: Vec<iam::InstanceProfile>) -> iam::RoleDetail {
    let shown = role.full();
    iam::RoleDetail {
        path: Some(shown.path),
        role_name: Some(shown.role_name),
        role_id: Some(shown.role_id),
        arn: Some(shown.arn),
        create_date: Some(shown.create_date),
        assume_role_policy_document: shown.assume_role_policy_document,
        instance_profile_list: Some(profiles),
        role_policy_list: Some(role.held.inline_details()),
        attached_managed_policies: Some(role.held.attached_details()),
        permissions_boundary: shown.permissions_boundary,
        tags: Some(tags::shown(&role.tags)),
        role_last_used: shown.role_last_used,
    }
}

fn of_policy(it: iam::Policy, versions: Vec<iam::PolicyVersion>) -> iam::ManagedPolicyDetail {
    iam::ManagedPolicyDetail {
        policy_name: it.policy_name,
        policy_id: it.policy_id,
        arn: it.arn,
        path: it.path,
        default_version_id: it.default_version_id,
        attachment_count: it.attachment_count,
        permissions_boundary_usage_count: it.permissions_boundary_usage_count,
        is_attachable: it.is_attachable,
        description: it.description,
        create_date: it.create_date,
        update_date: it.update_date,
        policy_version_list: Some(versions),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn everything_comes_once_over_all_pages() {
        let (service, cx) = fixture::service().await;
        fixture::user(&service, &cx, "ann").await;
        fixture::policy(&service, &cx, "P").await;
        let mut input =
            GetAccountAuthorizationDetailsRequest { max_items: Some(2), ..Default::default() };
        let mut counts = (0, 0, 0, 0);
        loop {
            let page = cx.run::<GetAccountAuthorizationDetails, _>(&*service, input.clone());
            let page = page.await.unwrap();
            counts.0 += page.user_detail_list.unwrap().len();
            counts.1 += page.group_detail_list.unwrap().len();
            counts.2 += page.role_detail_list.unwrap().len();
            counts.3 += page.policies.unwrap().len();
            input.marker = page.marker;
            if input.marker.is_none() {
                break;
            }
        }
        assert_eq!(counts, (1, 0, 1, 1 + managed::documented().count()));
        let filter = Some(vec!["Role".to_owned()]);
        let input = GetAccountAuthorizationDetailsRequest { filter, ..Default::default() };
        let only = cx.run::<GetAccountAuthorizationDetails, _>(&*service, input).await.unwrap();
        assert_eq!(only.role_detail_list.unwrap()[0].role_name.as_deref(), Some("R"));
        assert!(only.policies.unwrap().is_empty());
    }
}
