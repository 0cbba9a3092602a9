//! `GetRolePolicy`.

use crate::{Iam, errors, policy};
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetRolePolicy;
use shapes::iam::{GetRolePolicyRequest, GetRolePolicyResponse};

impl Handler<GetRolePolicy> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetRolePolicyRequest,
    ) -> Result<GetRolePolicyResponse> {
        let role = self.role(cx, &input.role_name).await?;
        let Some(document) = role.inline.get(&input.policy_name) else {
            return Err(errors::no_inline_policy(&input.policy_name));
        };
        Ok(GetRolePolicyResponse {
            policy_document: policy::encoded(document),
            role_name: role.name,
            policy_name: input.policy_name,
        })
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
