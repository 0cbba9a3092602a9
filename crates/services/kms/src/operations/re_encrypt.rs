//! `ReEncrypt`.

use crate::keys::{ENCRYPTS, SYMMETRIC};
use crate::{Kms, errors};
use platform::{Context, Handler, Result, refuse};
use shapes::kms::ops::ReEncrypt;
use shapes::kms::{ReEncryptRequest, ReEncryptResponse};

impl Handler<ReEncrypt> for Kms {
    async fn handle(&self, cx: &Context, input: ReEncryptRequest) -> Result<ReEncryptResponse> {
        let modifiers = platform::lists_any(&input.dry_run_modifiers);
        refuse(errors::unsupported, [("DryRunModifiers", modifiers)])?;
        self.check_tokens(input.grant_tokens.as_deref()).await?;
        let blob = input.ciphertext_blob.unwrap_or_default();
        let key = input.source_key_id.as_deref();
        let source = self.source(cx, key, &blob, "ReEncryptFrom").await?;
        source.check_algorithm(input.source_encryption_algorithm.as_deref(), SYMMETRIC)?;
        let next = self.find(cx, &input.destination_key_id).await?;
        next.check_use(cx, "ReEncryptTo", ENCRYPTS)?;
        next.check_algorithm(input.destination_encryption_algorithm.as_deref(), SYMMETRIC)?;
        let pairs = input.source_encryption_context.unwrap_or_default();
        let (plain, material) = self.decrypt(cx, &source, &blob, &pairs).await?;
        if input.dry_run == Some(true) {
            return Err(errors::dry_run());
        }
        let pairs = input.destination_encryption_context.unwrap_or_default();
        let blob = self.encrypt(cx, &next, &plain, &pairs).await?;
        Ok(ReEncryptResponse {
            ciphertext_blob: Some(blob),
            source_key_id: Some(source.arn.clone()),
            key_id: Some(next.arn),
            source_encryption_algorithm: Some(SYMMETRIC.to_owned()),
            destination_encryption_algorithm: Some(SYMMETRIC.to_owned()),
            source_key_material_id: Some(material),
            destination_key_material_id: next.key.materials.last().map(|it| it.id.clone()),
        })
    }
}
