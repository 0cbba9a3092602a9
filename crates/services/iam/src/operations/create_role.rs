//! `CreateRole`.

use crate::records::Role;
use crate::{Iam, paths, policies, policy, tags};
use platform::{Context, Handler, Result};
use shapes::iam;
use shapes::iam::ops::CreateRole;
use shapes::iam::{CreateRoleRequest, CreateRoleResponse};

const DEFAULT_SESSION_SECONDS: i32 = 3600;

impl Handler<CreateRole> for Iam {
    async fn handle(&self, cx: &Context, input: CreateRoleRequest) -> Result<CreateRoleResponse> {
        let trust = input.assume_role_policy_document;
        policy::check_trust(&trust)?;
        let path = paths::read(input.path)?;
        let role = Role {
            id: self.new_id("AROA"),
            arn: policies::arn_of::<Role>(cx, &path, &input.role_name),
            name: input.role_name,
            path,
            created_ms: cx.now().seconds() * 1000,
            trust,
            description: input.description,
            max_session_seconds: input.max_session_duration.unwrap_or(DEFAULT_SESSION_SECONDS),
            tags: tags::read::<Role>(input.tags)?,
            held: Default::default(),
            boundary: input.permissions_boundary,
            profiles: Default::default(),
            linked: None,
        };
        self.create(cx, &role, role.boundary.as_deref()).await?;
        let (tags, boundary) =
            (tags::shown_if_any(&role.tags), policy::boundary(role.boundary.as_deref()));
        Ok(CreateRoleResponse {
            role: iam::Role { tags, permissions_boundary: boundary, ..role.brief() },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::ops::GetRole;

    #[tokio::test]
    async fn a_role_has_its_arn_path_and_encoded_trust() {
        let (service, cx) = fixture::service().await;
        let input = CreateRoleRequest {
            path: Some("/service-role/".into()),
            description: Some("d".into()),
            tags: Some(vec![iam::Tag { key: "k".into(), value: "v".into() }]),
            ..fixture::role("worker")
        };
        let made = cx.run::<CreateRole, _>(&*service, input).await.unwrap().role;
        assert_eq!(made.arn, "arn:aws:iam::000000000000:role/service-role/worker");
        assert!(made.role_id.starts_with("AROA") && made.role_id.len() == 21);
        let trust = made.assume_role_policy_document.as_deref().unwrap();
        assert!(trust.starts_with("%7B%22Version%22%3A%222012-10-17%22"));
        let input = iam::GetRoleRequest { role_name: "worker".into() };
        let got = cx.run::<GetRole, _>(&*service, input).await.unwrap().role;
        assert_eq!(got.max_session_duration, Some(3600));
        assert_eq!(got.description.as_deref(), Some("d"));
        assert_eq!(got.tags, made.tags);
    }

    #[tokio::test]
    async fn a_name_is_taken_whatever_its_case() {
        let (service, cx) = fixture::service().await;
        let error = cx.run::<CreateRole, _>(&*service, fixture::role("r")).await.unwrap_err();
        assert_eq!(error.to_string(), "EntityAlreadyExists: Role with name r already exists.");
    }

    #[tokio::test]
    async fn a_boundary_must_be_there() {
        let (service, cx) = fixture::service().await;
        for (arn, code, message) in [
            ("arn:aws:iam::aws:policy/Nothing", "NoSuchEntity", "Scope ARN: "),
            ("arn:aws:iam::000000000000:role/Nothing", "InvalidInput", "ARN arn:"),
            ("PowerUserAccessOrSomethingElse", "ValidationError", "ARN PowerUser"),
        ] {
            let boundary = Some(arn.to_owned());
            let input = CreateRoleRequest { permissions_boundary: boundary, ..fixture::role("b") };
            let error = cx.run::<CreateRole, _>(&*service, input).await.unwrap_err();
            assert_eq!(error.code(), code);
            assert!(error.message.starts_with(message), "{error}");
        }
        let boundary = Some("arn:aws:iam::aws:policy/PowerUserAccess".to_owned());
        let input =
            CreateRoleRequest { permissions_boundary: boundary.clone(), ..fixture::role("b") };
        let made = cx.run::<CreateRole, _>(&*service, input).await.unwrap().role;
        assert_eq!(made.permissions_boundary.unwrap().permissions_boundary_arn, boundary);
    }
}
