//! `GenerateDataKeyWithoutPlaintext`.

use super::generate_data_key::Asked;
use crate::Kms;
use platform::{Context, Handler, Result};
use shapes::kms::ops::GenerateDataKeyWithoutPlaintext;
use shapes::kms::{
    GenerateDataKeyWithoutPlaintextRequest, GenerateDataKeyWithoutPlaintextResponse,
};

impl Handler<GenerateDataKeyWithoutPlaintext> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: GenerateDataKeyWithoutPlaintextRequest,
    ) -> Result<GenerateDataKeyWithoutPlaintextResponse> {
        self.check_tokens(input.grant_tokens.as_deref()).await?;
        let asked = Asked {
            operation: "GenerateDataKeyWithoutPlaintext",
            key_id: &input.key_id,
            bytes: (input.number_of_bytes, input.key_spec.as_deref()),
            pairs: input.encryption_context.unwrap_or_default(),
            dry_run: input.dry_run,
        };
        let made = self.data_key(cx, asked).await?;
        Ok(GenerateDataKeyWithoutPlaintextResponse {
            ciphertext_blob: Some(made.blob),
            key_id: Some(made.arn),
            key_material_id: made.material,
        })
    }
}
