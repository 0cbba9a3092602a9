//! `CancelRotateSecret`.

use crate::SecretsManager;
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::CancelRotateSecret;
use shapes::secretsmanager::{CancelRotateSecretRequest, CancelRotateSecretResponse};

/// What a rotation that is under way has made stays, and so does its label.
impl Handler<CancelRotateSecret> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: CancelRotateSecretRequest,
    ) -> Result<CancelRotateSecretResponse> {
        let change = self.change(cx, &input.secret_id, |secret| {
            secret.run = None;
            if let Some(rotation) = &mut secret.rotation {
                rotation.enabled = false;
                rotation.next_ms = None;
            }
            Ok(secret.unfinished())
        });
        let (secret, version_id) = change.await?;
        Ok(CancelRotateSecretResponse {
            arn: Some(secret.arn(cx)),
            name: Some(secret.name),
            version_id,
        })
    }
}
