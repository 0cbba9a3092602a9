//! `CreatePolicyVersion`.

use crate::records::{Policy, Version};
use crate::{Iam, errors, policy};
use platform::policy::Kind;
use platform::{Context, Handler, Result};
use shapes::iam::ops::CreatePolicyVersion;
use shapes::iam::{CreatePolicyVersionRequest, CreatePolicyVersionResponse};

/// "IAM and AWS STS quotas".
const MAX_VERSIONS: usize = 5;

impl Handler<CreatePolicyVersion> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: CreatePolicyVersionRequest,
    ) -> Result<CreatePolicyVersionResponse> {
        let document = input.policy_document;
        policy::check(&document, Kind::Identity)?;
        policy::check_size(&document)?;
        let is_default = input.set_as_default.unwrap_or(false);
        let now_ms = cx.now().seconds() * 1000;
        let add = |policy: &mut Policy| {
            if policy.versions.len() >= MAX_VERSIONS {
                return Err(errors::limit(format!(
                    "A managed policy can have up to {MAX_VERSIONS} versions. Before you create a new \
                     version, you must delete an existing version."
                )));
            }
            let number = policy.next;
            let version = Version { number, document: document.clone(), created_ms: now_ms };
            policy.next += 1;
            policy.updated_ms = now_ms;
            if is_default {
                policy.default = number;
            }
            let listed = policy.listed_version(&version);
            policy.versions.push(version);
            Ok(listed)
        };
        let what = ("CreatePolicyVersion", input.policy_arn.as_str());
        let version = self.change_own(cx, what, errors::no_policy, add).await?;
        Ok(CreatePolicyVersionResponse { policy_version: Some(version) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::ops::{DeletePolicyVersion, GetPolicy, ListPolicyVersions};
    use shapes::iam::{DeletePolicyVersionRequest, GetPolicyRequest, ListPolicyVersionsRequest};

    #[tokio::test]
    async fn there_are_five_versions_at_most_and_no_number_comes_again() {
        let (service, cx) = fixture::service().await;
        let arn = fixture::policy(&service, &cx, "P").await;
        let input = |set_as_default| CreatePolicyVersionRequest {
            policy_arn: arn.clone(),
            policy_document: fixture::ALLOW.into(),
            set_as_default,
        };
        for (number, default) in [(2, None), (3, Some(true)), (4, Some(false)), (5, None)] {
            let made = cx.run::<CreatePolicyVersion, _>(&*service, input(default)).await.unwrap();
            let made = made.policy_version.unwrap();
            assert_eq!(made.version_id, Some(format!("v{number}")));
            assert_eq!(made.is_default_version, Some(default == Some(true)));
        }
        let error = cx.run::<CreatePolicyVersion, _>(&*service, input(None)).await.unwrap_err();
        assert_eq!(error.code(), "LimitExceeded");
        let delete = |version: &str| DeletePolicyVersionRequest {
            policy_arn: arn.clone(),
            version_id: version.to_owned(),
        };
        let error = cx.run::<DeletePolicyVersion, _>(&*service, delete("v3")).await.unwrap_err();
        assert_eq!(error.message, "Cannot delete the default version of a policy.");
        cx.run::<DeletePolicyVersion, _>(&*service, delete("v5")).await.unwrap();
        let made = cx.run::<CreatePolicyVersion, _>(&*service, input(None)).await.unwrap();
        assert_eq!(made.policy_version.unwrap().version_id.as_deref(), Some("v6"));
        let get = GetPolicyRequest { policy_arn: arn.clone() };
        let policy = cx.run::<GetPolicy, _>(&*service, get).await.unwrap().policy.unwrap();
        assert_eq!(policy.default_version_id.as_deref(), Some("v3"));
        let mut list = ListPolicyVersionsRequest {
            policy_arn: arn.clone(),
            max_items: Some(3),
            ..Default::default()
        };
        let mut ids = Vec::new();
        loop {
            let page = cx.run::<ListPolicyVersions, _>(&*service, list.clone()).await.unwrap();
            ids.extend(page.versions.unwrap().into_iter().filter_map(|it| it.version_id));
            list.marker = page.marker;
            if list.marker.is_none() {
                break;
            }
        }
        assert_eq!(ids, ["v6", "v4", "v3", "v2", "v1"]);
    }
}
