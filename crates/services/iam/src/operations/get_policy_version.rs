//! `GetPolicyVersion`.

use crate::policies::Known;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetPolicyVersion;
use shapes::iam::{GetPolicyVersionRequest, GetPolicyVersionResponse};

impl Handler<GetPolicyVersion> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetPolicyVersionRequest,
    ) -> Result<GetPolicyVersionResponse> {
        let (arn, id) = (&input.policy_arn, &input.version_id);
        let missing = |arn: &str| errors::no_version(arn, id);
        let version = match self.policy(cx, arn, missing).await? {
            Known::Own(policy) => policy.version(id).map(|version| policy.full_version(version)),
            Known::Aws(policy) if policy.version == id => {
                let version = policy.full_version();
                let words = format_args!("The document of AWS's managed policy {arn}");
                Some(version.ok_or_else(|| errors::unsupported(words))?)
            }
            Known::Aws(_) => None,
        };
        let policy_version = Some(version.ok_or_else(|| missing(arn))?);
        Ok(GetPolicyVersionResponse { policy_version })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn documents_of_awss_policies_are_given_where_they_are_known() {
        let (service, cx) = fixture::service().await;
        let get = async |policy: &str, version: &str| {
            let input = GetPolicyVersionRequest {
                policy_arn: format!("arn:aws:iam::aws:policy/{policy}"),
                version_id: version.into(),
            };
            cx.run::<GetPolicyVersion, _>(&*service, input).await
        };
        let found = get("service-role/AWSLambdaBasicExecutionRole", "v1").await.unwrap();
        assert!(found.policy_version.unwrap().document.unwrap().contains("logs%3APutLogEvents"));
        let error = get("AdministratorAccess", "v7").await.unwrap_err();
        assert!(error.message.ends_with("version v7 does not exist or is not attachable."));
        let unknown = crate::managed::find("AWSDirectConnectReadOnlyAccess").unwrap();
        let error = get("AWSDirectConnectReadOnlyAccess", unknown.version).await.unwrap_err();
        assert!(error.message.ends_with("is not supported by Waterwheel yet."), "{error}");
    }
}
