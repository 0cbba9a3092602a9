//! `GenerateDataKey`.

use crate::ciphertext::Pairs;
use crate::keys::ENCRYPTS;
use crate::{Kms, errors};
use bytes::Bytes;
use platform::{Context, Handler, Result, refuse};
use shapes::kms::ops::GenerateDataKey;
use shapes::kms::{GenerateDataKeyRequest, GenerateDataKeyResponse};

impl Handler<GenerateDataKey> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: GenerateDataKeyRequest,
    ) -> Result<GenerateDataKeyResponse> {
        refuse(errors::unsupported, [("Recipient", input.recipient.is_some())])?;
        self.check_tokens(input.grant_tokens.as_deref()).await?;
        let asked = Asked {
            operation: "GenerateDataKey",
            key_id: &input.key_id,
            bytes: (input.number_of_bytes, input.key_spec.as_deref()),
            pairs: input.encryption_context.unwrap_or_default(),
            dry_run: input.dry_run,
        };
        let made = self.data_key(cx, asked).await?;
        Ok(GenerateDataKeyResponse {
            ciphertext_blob: Some(made.blob),
            plaintext: Some(made.plain),
            key_id: Some(made.arn),
            ciphertext_for_recipient: None,
            key_material_id: made.material,
        })
    }
}

/// What a data key is to be.
pub(super) struct Asked<'a> {
    pub operation: &'a str,
    pub key_id: &'a str,
    /// How many bytes, or the name of how many.
    pub bytes: (Option<i32>, Option<&'a str>),
    pub pairs: Pairs,
    pub dry_run: Option<bool>,
}

/// A data key.
pub(super) struct Made {
    pub plain: Bytes,
    pub blob: Bytes,
    pub arn: String,
    pub material: Option<String>,
}

impl Kms {
    /// Makes a data key.
    pub(super) async fn data_key(&self, cx: &Context, asked: Asked<'_>) -> Result<Made> {
        let length = match asked.bytes {
            (Some(bytes), None) => usize::try_from(bytes).unwrap_or_default(),
            (None, Some("AES_128")) => 16,
            (None, Some(_)) => 32,
            (None, None) | (Some(_), Some(_)) => {
                let message = "Please specify either number of bytes or key spec.";
                return Err(errors::invalid(message));
            }
        };
        let found = self.known(cx, asked.key_id).await?;
        found.check_use(cx, asked.operation, ENCRYPTS)?;
        if asked.dry_run == Some(true) {
            return Err(errors::dry_run());
        }
        let mut plain = vec![0; length];
        self.platform.ids.fill(&mut plain);
        let blob = self.encrypt(cx, &found, &plain, &asked.pairs).await?;
        let material = found.key.materials.last().map(|it| it.id.clone());
        Ok(Made { plain: plain.into(), blob, arn: found.arn.clone(), material })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::kms::DecryptRequest;
    use shapes::kms::ops::Decrypt;

    #[tokio::test]
    async fn a_data_key_comes_in_clear_and_encrypted() {
        let at = setting();
        let id = at.key().await;
        let generate = async |number_of_bytes, key_spec: Option<&str>| {
            let input = GenerateDataKeyRequest {
                key_id: id.clone(),
                number_of_bytes,
                key_spec: key_spec.map(str::to_owned),
                ..Default::default()
            };
            at.cx.call::<GenerateDataKey>(input).await
        };
        for (bytes, spec, length) in
            [(Some(7), None, 7), (None, Some("AES_128"), 16), (None, Some("AES_256"), 32)]
        {
            let made = generate(bytes, spec).await.unwrap();
            let plain = made.plaintext.unwrap();
            assert_eq!(plain.len(), length);
            let input =
                DecryptRequest { ciphertext_blob: made.ciphertext_blob, ..Default::default() };
            assert_eq!(at.cx.call::<Decrypt>(input).await.unwrap().plaintext, Some(plain));
        }
        for (bytes, spec) in [(None, None), (Some(1), Some("AES_256"))] {
            let error = generate(bytes, spec).await.unwrap_err();
            assert_eq!(error.message, "Please specify either number of bytes or key spec.");
        }
    }
}
