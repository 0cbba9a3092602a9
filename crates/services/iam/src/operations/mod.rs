//! The operations, one file each.

mod attach_role_policy;
mod create_role;
mod delete_role;
mod delete_role_policy;
mod detach_role_policy;
mod get_role;
mod get_role_policy;
mod list_attached_role_policies;
mod list_role_policies;
mod list_roles;
mod put_role_policy;

use crate::Iam;
use crate::asks::{listed, made, role};
use platform::{Served, Service, operations};
use shapes::iam::ops::*;
use std::sync::Arc;

impl Service for Iam {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AttachRolePolicy: |cx, it| role(cx, &it.role_name),
            CreateRole: made,
            DeleteRole: |cx, it| role(cx, &it.role_name),
            DeleteRolePolicy: |cx, it| role(cx, &it.role_name),
            DetachRolePolicy: |cx, it| role(cx, &it.role_name),
            GetRole: |cx, it| role(cx, &it.role_name),
            GetRolePolicy: |cx, it| role(cx, &it.role_name),
            ListAttachedRolePolicies: |cx, it| role(cx, &it.role_name),
            ListRolePolicies: |cx, it| role(cx, &it.role_name),
            ListRoles: listed,
            PutRolePolicy: |cx, it| role(cx, &it.role_name),
        ]
    }
}

#[cfg(test)]
mod fixture {
    use crate::Iam;
    use platform::{Context, testing};
    use shapes::iam::CreateRoleRequest;
    use shapes::iam::ops::CreateRole;
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
}
