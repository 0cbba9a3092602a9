//! The operations, one file each.

mod add_role_to_instance_profile;
mod add_user_to_group;
mod attach_group_policy;
mod attach_role_policy;
mod attach_user_policy;
mod create_access_key;
mod create_account_alias;
mod create_group;
mod create_instance_profile;
mod create_policy;
mod create_policy_version;
mod create_role;
mod create_service_linked_role;
mod create_user;
mod delete_access_key;
mod delete_account_alias;
mod delete_group;
mod delete_group_policy;
mod delete_instance_profile;
mod delete_login_profile;
mod delete_policy;
mod delete_policy_version;
mod delete_role;
mod delete_role_permissions_boundary;
mod delete_role_policy;
mod delete_service_linked_role;
mod delete_user;
mod delete_user_permissions_boundary;
mod delete_user_policy;
mod detach_group_policy;
mod detach_role_policy;
mod detach_user_policy;
mod get_access_key_last_used;
mod get_account_authorization_details;
mod get_account_summary;
mod get_group;
mod get_group_policy;
mod get_instance_profile;
mod get_login_profile;
mod get_policy;
mod get_policy_version;
mod get_role;
mod get_role_policy;
mod get_service_linked_role_deletion_status;
mod get_user;
mod get_user_policy;
mod list_access_keys;
mod list_account_aliases;
mod list_attached_group_policies;
mod list_attached_role_policies;
mod list_attached_user_policies;
mod list_entities_for_policy;
mod list_group_policies;
mod list_groups;
mod list_groups_for_user;
mod list_instance_profile_tags;
mod list_instance_profiles;
mod list_instance_profiles_for_role;
mod list_mfa_devices;
mod list_policies;
mod list_policy_tags;
mod list_policy_versions;
mod list_role_policies;
mod list_role_tags;
mod list_roles;
mod list_service_specific_credentials;
mod list_signing_certificates;
mod list_ssh_public_keys;
mod list_user_policies;
mod list_user_tags;
mod list_users;
mod list_virtual_mfa_devices;
mod put_group_policy;
mod put_role_permissions_boundary;
mod put_role_policy;
mod put_user_permissions_boundary;
mod put_user_policy;
mod remove_role_from_instance_profile;
mod remove_user_from_group;
mod set_default_policy_version;
mod tag_instance_profile;
mod tag_policy;
mod tag_role;
mod tag_user;
mod untag_instance_profile;
mod untag_policy;
mod untag_role;
mod untag_user;
mod update_access_key;
mod update_assume_role_policy;
mod update_group;
mod update_role;
mod update_role_description;
mod update_user;

use crate::Iam;
use crate::asks::{
    below, created_policy, created_profile, created_role, created_user, linked, made, meant_user,
    named, passed, policy,
};
use platform::{Asks, Served, Service, operations};
use shapes::iam::ops::*;
use std::sync::Arc;

impl Service for Iam {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        let mut all = self.clone().of_accounts_and_policies();
        all.extend(self.clone().of_roles());
        all.extend(self.of_users_and_groups());
        all
    }
}

impl Iam {
    /// Of accounts, and managed policies.
    fn of_accounts_and_policies(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            CreateAccountAlias,
            CreatePolicy: created_policy,
            CreatePolicyVersion: |_, it| policy(&it.policy_arn),
            DeleteAccountAlias,
            DeletePolicy: |_, it| policy(&it.policy_arn),
            DeletePolicyVersion: |_, it| policy(&it.policy_arn),
            GetAccountAuthorizationDetails,
            GetAccountSummary,
            GetPolicy: |_, it| policy(&it.policy_arn),
            GetPolicyVersion: |_, it| policy(&it.policy_arn),
            ListAccountAliases,
            ListEntitiesForPolicy: |_, it| policy(&it.policy_arn),
            ListPolicies: |_, it| Asks::on(format!("policy path {}", it.path_prefix.as_deref().unwrap_or("/"))),
            ListPolicyTags: |_, it| policy(&it.policy_arn),
            ListPolicyVersions: |_, it| policy(&it.policy_arn),
            SetDefaultPolicyVersion: |_, it| policy(&it.policy_arn),
            TagPolicy: |_, it| policy(&it.policy_arn),
            UntagPolicy: |_, it| policy(&it.policy_arn),
        ]
    }

    /// Of roles, and the instance profiles that they are in.
    fn of_roles(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AddRoleToInstanceProfile: passed,
            AttachRolePolicy: |cx, it| named(cx, "role", &it.role_name),
            CreateInstanceProfile: created_profile,
            CreateRole: created_role,
            CreateServiceLinkedRole: linked,
            DeleteInstanceProfile: |cx, it| named(cx, "instance-profile", &it.instance_profile_name),
            DeleteRole: |cx, it| named(cx, "role", &it.role_name),
            DeleteRolePermissionsBoundary: |cx, it| named(cx, "role", &it.role_name),
            DeleteRolePolicy: |cx, it| named(cx, "role", &it.role_name),
            DeleteServiceLinkedRole: |cx, it| named(cx, "role", &it.role_name),
            DetachRolePolicy: |cx, it| named(cx, "role", &it.role_name),
            GetInstanceProfile: |cx, it| named(cx, "instance-profile", &it.instance_profile_name),
            GetRole: |cx, it| named(cx, "role", &it.role_name),
            GetRolePolicy: |cx, it| named(cx, "role", &it.role_name),
            GetServiceLinkedRoleDeletionStatus,
            ListAttachedRolePolicies: |cx, it| named(cx, "role", &it.role_name),
            ListInstanceProfileTags: |cx, it| named(cx, "instance-profile", &it.instance_profile_name),
            ListInstanceProfiles: |cx, it| below(cx, "instance-profile", &it.path_prefix),
            ListInstanceProfilesForRole: |cx, it| named(cx, "role", &it.role_name),
            ListRolePolicies: |cx, it| named(cx, "role", &it.role_name),
            ListRoleTags: |cx, it| named(cx, "role", &it.role_name),
            ListRoles: |cx, it| below(cx, "role", &it.path_prefix),
            PutRolePermissionsBoundary: |cx, it| named(cx, "role", &it.role_name),
            PutRolePolicy: |cx, it| named(cx, "role", &it.role_name),
            RemoveRoleFromInstanceProfile: |cx, it| named(cx, "instance-profile", &it.instance_profile_name),
            TagInstanceProfile: |cx, it| named(cx, "instance-profile", &it.instance_profile_name),
            TagRole: |cx, it| named(cx, "role", &it.role_name),
            UntagInstanceProfile: |cx, it| named(cx, "instance-profile", &it.instance_profile_name),
            UntagRole: |cx, it| named(cx, "role", &it.role_name),
            UpdateAssumeRolePolicy: |cx, it| named(cx, "role", &it.role_name),
            UpdateRole: |cx, it| named(cx, "role", &it.role_name),
            UpdateRoleDescription: |cx, it| named(cx, "role", &it.role_name),
        ]
    }

    /// Of users, their access keys, and groups.
    fn of_users_and_groups(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AddUserToGroup: |cx, it| named(cx, "group", &it.group_name),
            AttachGroupPolicy: |cx, it| named(cx, "group", &it.group_name),
            AttachUserPolicy: |cx, it| named(cx, "user", &it.user_name),
            CreateAccessKey: |cx, it| meant_user(cx, &it.user_name),
            CreateGroup: |cx, it| made(cx, "group", &it.path, &it.group_name),
            CreateUser: created_user,
            DeleteAccessKey: |cx, it| meant_user(cx, &it.user_name),
            DeleteGroup: |cx, it| named(cx, "group", &it.group_name),
            DeleteGroupPolicy: |cx, it| named(cx, "group", &it.group_name),
            DeleteUser: |cx, it| named(cx, "user", &it.user_name),
            DeleteUserPermissionsBoundary: |cx, it| named(cx, "user", &it.user_name),
            DeleteUserPolicy: |cx, it| named(cx, "user", &it.user_name),
            DetachGroupPolicy: |cx, it| named(cx, "group", &it.group_name),
            DetachUserPolicy: |cx, it| named(cx, "user", &it.user_name),
            GetAccessKeyLastUsed,
            GetGroup: |cx, it| named(cx, "group", &it.group_name),
            GetGroupPolicy: |cx, it| named(cx, "group", &it.group_name),
            GetUser: |cx, it| meant_user(cx, &it.user_name),
            GetUserPolicy: |cx, it| named(cx, "user", &it.user_name),
            ListAccessKeys: |cx, it| meant_user(cx, &it.user_name),
            ListAttachedGroupPolicies: |cx, it| named(cx, "group", &it.group_name),
            ListAttachedUserPolicies: |cx, it| named(cx, "user", &it.user_name),
            ListGroupPolicies: |cx, it| named(cx, "group", &it.group_name),
            ListGroups: |cx, it| below(cx, "group", &it.path_prefix),
            ListGroupsForUser: |cx, it| named(cx, "user", &it.user_name),
            ListUserPolicies: |cx, it| named(cx, "user", &it.user_name),
            ListUserTags: |cx, it| named(cx, "user", &it.user_name),
            ListUsers: |cx, it| below(cx, "user", &it.path_prefix),
            PutGroupPolicy: |cx, it| named(cx, "group", &it.group_name),
            PutUserPermissionsBoundary: |cx, it| named(cx, "user", &it.user_name),
            PutUserPolicy: |cx, it| named(cx, "user", &it.user_name),
            RemoveUserFromGroup: |cx, it| named(cx, "group", &it.group_name),
            TagUser: |cx, it| named(cx, "user", &it.user_name),
            UntagUser: |cx, it| named(cx, "user", &it.user_name),
            UpdateAccessKey: |cx, it| meant_user(cx, &it.user_name),
            UpdateGroup: |cx, it| named(cx, "group", &it.group_name),
            UpdateUser: |cx, it| named(cx, "user", &it.user_name),
            DeleteLoginProfile: |cx, it| meant_user(cx, &it.user_name),
            GetLoginProfile: |cx, it| meant_user(cx, &it.user_name),
            ListMFADevices: |cx, it| meant_user(cx, &it.user_name),
            ListSSHPublicKeys: |cx, it| meant_user(cx, &it.user_name),
            ListServiceSpecificCredentials: |cx, it| meant_user(cx, &it.user_name),
            ListSigningCertificates: |cx, it| meant_user(cx, &it.user_name),
            ListVirtualMFADevices,
        ]
    }
}

#[cfg(test)]
mod fixture {
    use crate::Iam;
    use platform::{Context, testing};
    use shapes::iam::ops::{CreatePolicy, CreateRole, CreateUser};
    use shapes::iam::{CreatePolicyRequest, CreateRoleRequest, CreateUserRequest};
    use std::sync::Arc;

    pub const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
    pub const ALLOW: &str =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;

    pub fn role(name: &str) -> CreateRoleRequest {
        CreateRoleRequest {
            role_name: name.into(),
            assume_role_policy_document: TRUST.into(),
            ..Default::default()
        }
    }

    /// A service that has the role `R`.
    pub async fn service() -> (Arc<Iam>, Context) {
        let (platform, _) = testing::platform();
        let service = Iam::new(platform.clone());
        let context = testing::context(&platform);
        context.run::<CreateRole, _>(&*service, role("R")).await.unwrap();
        (service, context)
    }

    /// The ARN of a policy that is made.
    pub async fn policy(service: &Iam, cx: &Context, name: &str) -> String {
        let input = CreatePolicyRequest {
            policy_name: name.into(),
            policy_document: ALLOW.into(),
            ..Default::default()
        };
        let made = cx.run::<CreatePolicy, _>(service, input).await.unwrap();
        made.policy.unwrap().arn.unwrap()
    }

    /// The ARN of a user that is made.
    pub async fn user(service: &Iam, cx: &Context, name: &str) -> String {
        let input = CreateUserRequest { user_name: name.into(), ..Default::default() };
        cx.run::<CreateUser, _>(service, input).await.unwrap().user.unwrap().arn
    }
}
