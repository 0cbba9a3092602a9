//! `Encrypt`.

use crate::keys::{ENCRYPTS, SYMMETRIC};
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::kms::ops::Encrypt;
use shapes::kms::{EncryptRequest, EncryptResponse};

impl Handler<Encrypt> for Kms {
    async fn handle(&self, cx: &Context, input: EncryptRequest) -> Result<EncryptResponse> {
        self.check_tokens(input.grant_tokens.as_deref()).await?;
        let found = self.known(cx, &input.key_id).await?;
        found.check_use(cx, "Encrypt", ENCRYPTS)?;
        found.check_algorithm(input.encryption_algorithm.as_deref(), SYMMETRIC)?;
        if input.dry_run == Some(true) {
            return Err(errors::dry_run());
        }
        let pairs = input.encryption_context.unwrap_or_default();
        let blob = self.encrypt(cx, &found, &input.plaintext, &pairs).await?;
        Ok(EncryptResponse {
            ciphertext_blob: Some(blob),
            key_id: Some(found.arn.clone()),
            encryption_algorithm: Some(SYMMETRIC.to_owned()),
        })
    }
}
