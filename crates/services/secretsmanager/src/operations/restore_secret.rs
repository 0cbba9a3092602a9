//! `RestoreSecret`.

use crate::SecretsManager;
use crate::records::secret::Secret;
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::RestoreSecret;
use shapes::secretsmanager::{RestoreSecretRequest, RestoreSecretResponse};
use store::Batch;

/// A secret that is not marked for deletion is restored too.
impl Handler<RestoreSecret> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: RestoreSecretRequest,
    ) -> Result<RestoreSecretResponse> {
        loop {
            let (old, bytes) = self.find(cx, &input.secret_id).await?;
            let next = Secret { deletion_ms: None, ..old.clone() };
            if self.commit(cx, (&old, bytes), &next, Batch::new()).await? {
                return Ok(RestoreSecretResponse {
                    arn: Some(next.arn(cx)),
                    name: Some(next.name),
                });
            }
        }
    }
}
