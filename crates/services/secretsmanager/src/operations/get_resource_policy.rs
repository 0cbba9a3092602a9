//! `GetResourcePolicy`.

use crate::SecretsManager;
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::GetResourcePolicy;
use shapes::secretsmanager::{GetResourcePolicyRequest, GetResourcePolicyResponse};

impl Handler<GetResourcePolicy> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: GetResourcePolicyRequest,
    ) -> Result<GetResourcePolicyResponse> {
        let (secret, _) = self.active(cx, &input.secret_id).await?;
        Ok(GetResourcePolicyResponse {
            arn: Some(secret.arn(cx)),
            name: Some(secret.name),
            resource_policy: secret.policy,
            policy_name: None,
        })
    }
}
