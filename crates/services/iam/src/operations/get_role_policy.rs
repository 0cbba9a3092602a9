//! `GetRolePolicy`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetRolePolicy;
use shapes::iam::{GetRolePolicyRequest, GetRolePolicyResponse};

impl Handler<GetRolePolicy> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetRolePolicyRequest,
    ) -> Result<GetRolePolicyResponse> {
        let found = self.inline::<Role>(cx, &input.role_name, &input.policy_name).await?;
        let (role_name, policy_document) = found;
        Ok(GetRolePolicyResponse { role_name, policy_name: input.policy_name, policy_document })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn a_missing_policy_is_said_so() {
        let (service, cx) = fixture::service().await;
        let input = GetRolePolicyRequest { role_name: "R".into(), policy_name: "P".into() };
        let error = cx.run::<GetRolePolicy, _>(&*service, input).await.unwrap_err();
        assert_eq!(error.to_string(), "NoSuchEntity: The role policy with name P cannot be found.");
    }
}
