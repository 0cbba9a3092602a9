//! `DeleteResourcePolicy`.

use crate::SecretsManager;
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::DeleteResourcePolicy;
use shapes::secretsmanager::{DeleteResourcePolicyRequest, DeleteResourcePolicyResponse};

impl Handler<DeleteResourcePolicy> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteResourcePolicyRequest,
    ) -> Result<DeleteResourcePolicyResponse> {
        let change = self.change(cx, &input.secret_id, |secret| {
            secret.policy = None;
            Ok(())
        });
        let (secret, ()) = change.await?;
        Ok(DeleteResourcePolicyResponse {
            arn: Some(secret.arn(cx)),
            name: Some(secret.name),
            policy_name: None,
        })
    }
}
