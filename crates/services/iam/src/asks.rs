//! What the operations ask leave for, as the page "Actions, resources, and condition keys for AWS
//! Identity and Access Management" names it. A request that names no path means what has that name, as
//! far as can be told before it is looked up.

use platform::{Arn, Asks, Context, lists_any};
use shapes::iam::{
    AddRoleToInstanceProfileRequest, CreateInstanceProfileRequest, CreatePolicyRequest,
    CreateRoleRequest, CreateServiceLinkedRoleRequest, CreateUserRequest,
};

/// The ARN of something of a kind. IAM knows no regions.
pub(crate) fn arn(cx: &Context, kind: &str, path: &str, name: &str) -> String {
    let resource = format_args!("{kind}{path}{name}");
    Arn::new("iam", &cx.region, &cx.account, resource).global().to_string()
}

/// What has this name.
pub(crate) fn named(cx: &Context, kind: &str, name: &str) -> Asks {
    Asks::on(arn(cx, kind, "/", name))
}

/// What is to be made.
pub(crate) fn made(cx: &Context, kind: &str, path: &Option<String>, name: &str) -> Asks {
    Asks::on(arn(cx, kind, path.as_deref().unwrap_or("/"), name))
}

/// A role that is to be made and, where there are tags, to tag it.
pub(crate) fn created_role(cx: &Context, input: &CreateRoleRequest) -> Asks {
    let arn = arn(cx, "role", input.path.as_deref().unwrap_or("/"), &input.role_name);
    Asks::on(&arn).and_where(lists_any(&input.tags), "iam:TagRole", &arn)
}

/// The same of a user.
pub(crate) fn created_user(cx: &Context, input: &CreateUserRequest) -> Asks {
    let arn = arn(cx, "user", input.path.as_deref().unwrap_or("/"), &input.user_name);
    Asks::on(&arn).and_where(lists_any(&input.tags), "iam:TagUser", &arn)
}

/// The same of a policy.
pub(crate) fn created_policy(cx: &Context, input: &CreatePolicyRequest) -> Asks {
    let arn = arn(cx, "policy", input.path.as_deref().unwrap_or("/"), &input.policy_name);
    Asks::on(&arn).and_where(lists_any(&input.tags), "iam:TagPolicy", &arn)
}

/// The same of an instance profile.
pub(crate) fn created_profile(cx: &Context, input: &CreateInstanceProfileRequest) -> Asks {
    let path = input.path.as_deref().unwrap_or("/");
    let arn = arn(cx, "instance-profile", path, &input.instance_profile_name);
    Asks::on(&arn).and_where(lists_any(&input.tags), "iam:TagInstanceProfile", &arn)
}

/// A role that is to be linked to a service.
pub(crate) fn linked(cx: &Context, input: &CreateServiceLinkedRoleRequest) -> Asks {
    let path = crate::service_linked::path_of(&input.aws_service_name);
    let role = crate::service_linked::role_of(&input.aws_service_name);
    Asks::on(arn(cx, "role", &path, &role.map_or_else(|| "*".to_owned(), |(name, _)| name)))
}

/// An instance profile, and the role that is passed on with it.
pub(crate) fn passed(cx: &Context, input: &AddRoleToInstanceProfileRequest) -> Asks {
    let role = arn(cx, "role", "/", &input.role_name);
    named(cx, "instance-profile", &input.instance_profile_name).and("iam:PassRole", role)
}

/// What lies below a path, which AWS's refusals name like something without a name.
pub(crate) fn below(cx: &Context, kind: &str, prefix: &Option<String>) -> Asks {
    Asks::on(arn(cx, kind, prefix.as_deref().unwrap_or("/"), ""))
}

/// A managed policy. AWS's refusals name it so.
pub(crate) fn policy(arn: &str) -> Asks {
    Asks::on(arn)
}

/// The user that is named, else the caller.
pub(crate) fn meant_user(cx: &Context, name: &Option<String>) -> Asks {
    match name {
        Some(name) => named(cx, "user", name),
        None => Asks::on(cx.caller_arn()),
    }
}

#[cfg(test)]
mod tests {
    use crate::Iam;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::iam::*;

    /// Operations on what is named by one member, and the resource that they ask for.
    macro_rules! on {
        ($name:ident, $arn:literal: $($operation:ident: $input:ident),+ $(,)?) => {
            vec![$(Example::of::<ops::$operation>(
                $input { $name: "X".to_owned(), ..Default::default() },
                &[concat!("iam:", stringify!($operation), " ", $arn)],
            )),+]
        };
    }

    #[allow(clippy::needless_update)] // Some inputs have nothing but the name.
    fn on_what_is_named() -> Vec<Example> {
        let mut all = Vec::new();
        all.extend(on![role_name, "arn:aws:iam::000000000000:role/X":
            AttachRolePolicy: AttachRolePolicyRequest,
            DeleteRole: DeleteRoleRequest,
            DeleteRolePermissionsBoundary: DeleteRolePermissionsBoundaryRequest,
            DeleteRolePolicy: DeleteRolePolicyRequest,
            DeleteServiceLinkedRole: DeleteServiceLinkedRoleRequest,
            DetachRolePolicy: DetachRolePolicyRequest,
            GetRole: GetRoleRequest,
            GetRolePolicy: GetRolePolicyRequest,
            ListAttachedRolePolicies: ListAttachedRolePoliciesRequest,
            ListInstanceProfilesForRole: ListInstanceProfilesForRoleRequest,
            ListRolePolicies: ListRolePoliciesRequest,
            ListRoleTags: ListRoleTagsRequest,
            PutRolePermissionsBoundary: PutRolePermissionsBoundaryRequest,
            PutRolePolicy: PutRolePolicyRequest,
            TagRole: TagRoleRequest,
            UntagRole: UntagRoleRequest,
            UpdateAssumeRolePolicy: UpdateAssumeRolePolicyRequest,
            UpdateRole: UpdateRoleRequest,
            UpdateRoleDescription: UpdateRoleDescriptionRequest,
        ]);
        all
    }

    #[allow(clippy::needless_update)] // Some inputs have nothing but the name.
    fn on_what_others_name() -> Vec<Example> {
        let mut all = Vec::new();
        all.extend(on![user_name, "arn:aws:iam::000000000000:user/X":
            AttachUserPolicy: AttachUserPolicyRequest,
            DeleteUser: DeleteUserRequest,
            DeleteUserPermissionsBoundary: DeleteUserPermissionsBoundaryRequest,
            DeleteUserPolicy: DeleteUserPolicyRequest,
            DetachUserPolicy: DetachUserPolicyRequest,
            GetUserPolicy: GetUserPolicyRequest,
            ListAttachedUserPolicies: ListAttachedUserPoliciesRequest,
            ListGroupsForUser: ListGroupsForUserRequest,
            ListUserPolicies: ListUserPoliciesRequest,
            ListUserTags: ListUserTagsRequest,
            PutUserPermissionsBoundary: PutUserPermissionsBoundaryRequest,
            PutUserPolicy: PutUserPolicyRequest,
            TagUser: TagUserRequest,
            UntagUser: UntagUserRequest,
            UpdateUser: UpdateUserRequest,
        ]);
        all.extend(on![group_name, "arn:aws:iam::000000000000:group/X":
            AddUserToGroup: AddUserToGroupRequest,
            AttachGroupPolicy: AttachGroupPolicyRequest,
            DeleteGroup: DeleteGroupRequest,
            DeleteGroupPolicy: DeleteGroupPolicyRequest,
            DetachGroupPolicy: DetachGroupPolicyRequest,
            GetGroup: GetGroupRequest,
            GetGroupPolicy: GetGroupPolicyRequest,
            ListAttachedGroupPolicies: ListAttachedGroupPoliciesRequest,
            ListGroupPolicies: ListGroupPoliciesRequest,
            PutGroupPolicy: PutGroupPolicyRequest,
            RemoveUserFromGroup: RemoveUserFromGroupRequest,
            UpdateGroup: UpdateGroupRequest,
        ]);
        all.extend(on![instance_profile_name, "arn:aws:iam::000000000000:instance-profile/X":
            DeleteInstanceProfile: DeleteInstanceProfileRequest,
            GetInstanceProfile: GetInstanceProfileRequest,
            ListInstanceProfileTags: ListInstanceProfileTagsRequest,
            RemoveRoleFromInstanceProfile: RemoveRoleFromInstanceProfileRequest,
            TagInstanceProfile: TagInstanceProfileRequest,
            UntagInstanceProfile: UntagInstanceProfileRequest,
        ]);
        all.extend(on![policy_arn, "X":
            CreatePolicyVersion: CreatePolicyVersionRequest,
            DeletePolicy: DeletePolicyRequest,
            DeletePolicyVersion: DeletePolicyVersionRequest,
            GetPolicy: GetPolicyRequest,
            GetPolicyVersion: GetPolicyVersionRequest,
            ListEntitiesForPolicy: ListEntitiesForPolicyRequest,
            ListPolicyTags: ListPolicyTagsRequest,
            ListPolicyVersions: ListPolicyVersionsRequest,
            SetDefaultPolicyVersion: SetDefaultPolicyVersionRequest,
            TagPolicy: TagPolicyRequest,
            UntagPolicy: UntagPolicyRequest,
        ]);
        all
    }

    /// Makings, with a path and with tags.
    #[allow(clippy::needless_update)] // Some inputs have nothing else.
    fn on_what_is_made() -> Vec<Example> {
        let path = Some("/p/".to_owned());
        let tags = Some(vec![Tag { key: "k".into(), value: "v".into() }]);
        let name = "X".to_owned();
        macro_rules! made {
            ($($operation:ident: $input:ident, $name:ident, $resource:literal, $tag:literal);+) => {
                vec![$(Example::of::<ops::$operation>(
                    $input {
                        path: path.clone(),
                        $name: name.clone(),
                        tags: tags.clone(),
                        ..Default::default()
                    },
                    &[
                        concat!("iam:", stringify!($operation), " ", $resource),
                        concat!("iam:", $tag, " ", $resource),
                    ],
                )),+]
            };
        }
        let mut all = made![
            CreateRole: CreateRoleRequest, role_name,
                "arn:aws:iam::000000000000:role/p/X", "TagRole";
            CreateUser: CreateUserRequest, user_name,
                "arn:aws:iam::000000000000:user/p/X", "TagUser";
            CreatePolicy: CreatePolicyRequest, policy_name,
                "arn:aws:iam::000000000000:policy/p/X", "TagPolicy";
            CreateInstanceProfile: CreateInstanceProfileRequest, instance_profile_name,
                "arn:aws:iam::000000000000:instance-profile/p/X", "TagInstanceProfile"
        ];
        all.extend([
            Example::of::<ops::CreateGroup>(
                CreateGroupRequest { path, group_name: name.clone() },
                &["iam:CreateGroup arn:aws:iam::000000000000:group/p/X"],
            ),
            Example::of::<ops::CreateRole>(
                CreateRoleRequest { role_name: name, ..Default::default() },
                &["iam:CreateRole arn:aws:iam::000000000000:role/X"],
            ),
            Example::of::<ops::CreateServiceLinkedRole>(
                CreateServiceLinkedRoleRequest {
                    aws_service_name: "ecs.amazonaws.com".into(),
                    ..Default::default()
                },
                &["iam:CreateServiceLinkedRole arn:aws:iam::000000000000:role/aws-service-role/\
                   ecs.amazonaws.com/AWSServiceRoleForECS"],
            ),
        ]);
        all
    }

    /// Lists, and what is passed on.
    fn on_more() -> Vec<Example> {
        let prefix = Some("/p/".to_owned());
        macro_rules! lists {
            ($($operation:ident: $input:ident $kind:literal),+ $(,)?) => {
                vec![$(Example::of::<ops::$operation>(
                    $input { path_prefix: prefix.clone(), ..Default::default() },
                    &[concat!("iam:", stringify!($operation), " ", $kind, "/p/")],
                )),+]
            };
        }
        let mut all = lists![
            ListGroups: ListGroupsRequest "arn:aws:iam::000000000000:group",
            ListInstanceProfiles: ListInstanceProfilesRequest
                "arn:aws:iam::000000000000:instance-profile",
            ListPolicies: ListPoliciesRequest "policy path ",
            ListRoles: ListRolesRequest "arn:aws:iam::000000000000:role",
            ListUsers: ListUsersRequest "arn:aws:iam::000000000000:user",
        ];
        all.extend([
            Example::of::<ops::ListRoles>(
                Default::default(),
                &["iam:ListRoles arn:aws:iam::000000000000:role/"],
            ),
            Example::of::<ops::AddRoleToInstanceProfile>(
                AddRoleToInstanceProfileRequest {
                    instance_profile_name: "X".into(),
                    role_name: "R".into(),
                },
                &[
                    "iam:AddRoleToInstanceProfile arn:aws:iam::000000000000:instance-profile/X",
                    "iam:PassRole arn:aws:iam::000000000000:role/R",
                ],
            ),
        ]);
        all
    }

    /// What concerns the caller, or the account.
    fn on_who_asks() -> Vec<Example> {
        macro_rules! of_the_caller {
            ($($operation:ident),+ $(,)?) => {
                vec![$(Example::of::<ops::$operation>(
                    Default::default(),
                    &[concat!("iam:", stringify!($operation), " arn:aws:iam::000000000000:root")],
                )),+]
            };
        }
        let mut all = of_the_caller![
            CreateAccessKey,
            DeleteAccessKey,
            GetUser,
            ListAccessKeys,
            UpdateAccessKey,
            DeleteLoginProfile,
            GetLoginProfile,
            ListMFADevices,
            ListSSHPublicKeys,
            ListServiceSpecificCredentials,
            ListSigningCertificates,
        ];
        macro_rules! of_the_account {
            ($($operation:ident),+ $(,)?) => {
                vec![$(Example::of::<ops::$operation>(
                    Default::default(),
                    &[concat!("iam:", stringify!($operation), " *")],
                )),+]
            };
        }
        all.extend(of_the_account![
            CreateAccountAlias,
            DeleteAccountAlias,
            GetAccessKeyLastUsed,
            GetAccountAuthorizationDetails,
            GetAccountSummary,
            GetServiceLinkedRoleDeletionStatus,
            ListAccountAliases,
            ListVirtualMFADevices,
        ]);
        all.push(Example::of::<ops::GetUser>(
            GetUserRequest { user_name: Some("X".into()) },
            &["iam:GetUser arn:aws:iam::000000000000:user/X"],
        ));
        all
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let mut examples = on_what_is_named();
        examples.extend(on_what_is_made());
        examples.extend(on_what_others_name());
        examples.extend(on_more());
        examples.extend(on_who_asks());
        let served = Iam::new(platform.clone()).operations();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}
