//! `CreateRole`.

use crate::record::{ROLES, Role, key};
use crate::{Iam, asks, errors, policy};
use platform::policy::Kind;
use platform::{Context, Handler, Result, commit_if, unsupported};
use shapes::iam::ops::CreateRole;
use shapes::iam::{self, CreateRoleRequest, CreateRoleResponse};
use store::Batch;

/// "IAM and AWS STS quotas": the longest trust policy, in characters without white space.
const MAX_TRUST: usize = 2048;
const DEFAULT_SESSION_SECONDS: i32 = 3600;

impl Handler<CreateRole> for Iam {
    async fn handle(&self, cx: &Context, input: CreateRoleRequest) -> Result<CreateRoleResponse> {
        if input.permissions_boundary.is_some() {
            return Err(errors::invalid(unsupported("PermissionsBoundary")));
        }
        let trust = input.assume_role_policy_document;
        policy::check(&trust, Kind::Trust)?;
        if trust.chars().filter(|c| !c.is_whitespace()).count() > MAX_TRUST {
            return Err(errors::limit(format!(
                "Cannot exceed quota for ACLSizePerRole: {MAX_TRUST}"
            )));
        }
        let tags = tags(input.tags.unwrap_or_default())?;
        let path = path(input.path)?;
        let name = input.role_name;
        let role = Role {
            id: format!("AROA{}", self.platform.ids.base32(17)),
            arn: asks::role_arn(cx, &path, &name),
            path,
            created_ms: cx.now().seconds() * 1000,
            trust,
            description: input.description,
            max_session_seconds: input.max_session_duration.unwrap_or(DEFAULT_SESSION_SECONDS),
            tags,
            inline: Default::default(),
            attached: Default::default(),
            name,
        };
        let key = key(&cx.account, &role.name);
        let batch = Batch::new().absent(ROLES.table, key.clone());
        let batch = batch.put(ROLES.table, key, ROLES.encode(&role)?);
        if !commit_if(cx.tables(), batch).await? {
            return Err(errors::role_exists(&role.name));
        }
        let role = iam::Role { role_last_used: None, ..role.full() };
        Ok(CreateRoleResponse { role })
    }
}

/// `/` by itself, or a text that begins and ends with one.
fn path(path: Option<String>) -> Result<String> {
    let path = path.unwrap_or_else(|| "/".to_owned());
    if path.starts_with('/') && path.ends_with('/') {
        return Ok(path);
    }
    Err(errors::validation(
        "The specified value for path is invalid. It must begin and end with / and contain only \
         alphanumeric characters and/or / characters.",
    ))
}

/// Tags with keys that differ in more than case.
fn tags(tags: Vec<iam::Tag>) -> Result<Vec<(String, String)>> {
    let mut seen = std::collections::BTreeSet::new();
    for tag in &tags {
        if !seen.insert(tag.key.to_lowercase()) {
            return Err(errors::invalid(
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
            ));
        }
        if tag.key.to_lowercase().starts_with("aws:") {
            return Err(errors::invalid(
                "Tag keys that begin with aws: are reserved for internal AWS use.",
            ));
        }
    }
    Ok(tags.into_iter().map(|tag| (tag.key, tag.value)).collect())
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
        assert_eq!(iam::Role { role_last_used: None, ..got }, made);
    }

    #[tokio::test]
    async fn a_name_is_taken_whatever_its_case() {
        let (service, cx) = fixture::service().await;
        let error = cx.run::<CreateRole, _>(&*service, fixture::role("r")).await.unwrap_err();
        assert_eq!(error.to_string(), "EntityAlreadyExists: Role with name r already exists.");
    }

    #[tokio::test]
    async fn what_is_not_acted_on_is_refused() {
        let (service, cx) = fixture::service().await;
        let input = CreateRoleRequest {
            permissions_boundary: Some("arn:aws:iam::aws:policy/X".into()),
            ..fixture::role("b")
        };
        let error = cx.run::<CreateRole, _>(&*service, input).await.unwrap_err();
        assert!(error.message.contains("PermissionsBoundary"));
    }
}
