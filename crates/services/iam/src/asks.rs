//! What the operations ask leave for: a role, as the page "Actions, resources, and condition keys
//! for AWS Identity and Access Management" names it. A request that names no path means the role
//! of that name, as far as can be told before it is looked up.

use platform::{Arn, Asks, Context};
use shapes::iam::{CreateRoleRequest, ListRolesRequest};

/// A role's ARN. IAM knows no regions.
pub(crate) fn role_arn(cx: &Context, path: &str, name: &str) -> String {
    let resource = format_args!("role{path}{name}");
    Arn::new("iam", &cx.region, &cx.account, resource).global().to_string()
}

/// A role that is to be made and, where there are tags, to tag it.
pub(crate) fn made(cx: &Context, input: &CreateRoleRequest) -> Asks {
    let arn = role_arn(cx, input.path.as_deref().unwrap_or("/"), &input.role_name);
    let tagged = input.tags.as_ref().is_some_and(|tags| !tags.is_empty());
    Asks::on(&arn).and_where(tagged, "iam:TagRole", &arn)
}

/// The roles below a path, which AWS's refusals name like a role without a name.
pub(crate) fn listed(cx: &Context, input: &ListRolesRequest) -> Asks {
    Asks::on(role_arn(cx, input.path_prefix.as_deref().unwrap_or("/"), ""))
}

/// A role.
pub(crate) fn role(cx: &Context, name: &str) -> Asks {
    Asks::on(role_arn(cx, "/", name))
}

#[cfg(test)]
mod tests {
    use crate::Iam;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::iam::*;

    #[allow(clippy::needless_update)] // Some inputs have nothing but the role's name.
    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let role_name = "R".to_owned();
        macro_rules! on_role {
            ($($operation:ident: $input:ident),+ $(,)?) => {
                vec![$(Example::of::<ops::$operation>(
                    $input { role_name: role_name.clone(), ..Default::default() },
                    &[concat!(
                        "iam:", stringify!($operation), " arn:aws:iam::000000000000:role/R",
                    )],
                )),+]
            };
        }
        let mut examples = on_role![
            AttachRolePolicy: AttachRolePolicyRequest,
            CreateRole: CreateRoleRequest,
            DeleteRole: DeleteRoleRequest,
            DeleteRolePolicy: DeleteRolePolicyRequest,
            DetachRolePolicy: DetachRolePolicyRequest,
            GetRole: GetRoleRequest,
            GetRolePolicy: GetRolePolicyRequest,
            ListAttachedRolePolicies: ListAttachedRolePoliciesRequest,
            ListRolePolicies: ListRolePoliciesRequest,
            PutRolePolicy: PutRolePolicyRequest,
        ];
        let path = Some("/p/".to_owned());
        let tags = Some(vec![Tag { key: "k".into(), value: "v".into() }]);
        examples.extend([
            Example::of::<ops::CreateRole>(
                CreateRoleRequest { path: path.clone(), role_name, tags, ..Default::default() },
                &[
                    "iam:CreateRole arn:aws:iam::000000000000:role/p/R",
                    "iam:TagRole arn:aws:iam::000000000000:role/p/R",
                ],
            ),
            Example::of::<ops::ListRoles>(
                Default::default(),
                &["iam:ListRoles arn:aws:iam::000000000000:role/"],
            ),
            Example::of::<ops::ListRoles>(
                ListRolesRequest { path_prefix: path, ..Default::default() },
                &["iam:ListRoles arn:aws:iam::000000000000:role/p/"],
            ),
        ]);
        let served = Iam::new(platform.clone()).operations();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}
