//! `Decrypt`.

use crate::ciphertext::Head;
use crate::keys::{ENCRYPTS, Found, SYMMETRIC};
use crate::{Kms, errors};
use platform::{Context, Error, Handler, Result, refuse};
use shapes::kms::ops::Decrypt;
use shapes::kms::{DecryptRequest, DecryptResponse};
use std::sync::Arc;

impl Handler<Decrypt> for Kms {
    async fn handle(&self, cx: &Context, input: DecryptRequest) -> Result<DecryptResponse> {
        refuse(errors::unsupported, [("Recipient", input.recipient.is_some())])?;
        self.check_tokens(input.grant_tokens.as_deref()).await?;
        if platform::lists_any(&input.dry_run_modifiers) {
            return Err(self.without_ciphertext(cx, &input).await);
        }
        let blob = input.ciphertext_blob.unwrap_or_default();
        let found = self.source(cx, input.key_id.as_deref(), &blob, "Decrypt").await?;
        found.check_algorithm(input.encryption_algorithm.as_deref(), SYMMETRIC)?;
        let pairs = input.encryption_context.unwrap_or_default();
        let (plain, material) = self.decrypt(cx, &found, &blob, &pairs).await?;
        if input.dry_run == Some(true) {
            return Err(errors::dry_run());
        }
        Ok(DecryptResponse {
            key_id: Some(found.arn.clone()),
            plaintext: Some(plain),
            encryption_algorithm: Some(SYMMETRIC.to_owned()),
            ciphertext_for_recipient: None,
            key_material_id: Some(material),
        })
    }
}

impl Kms {
    /// The answer to a request that is to be tried without its ciphertext ("Testing your permissions").
    async fn without_ciphertext(&self, cx: &Context, input: &DecryptRequest) -> Error {
        let Some(key) = input.key_id.as_deref().filter(|_| input.dry_run == Some(true)) else {
            return errors::invalid(
                "DryRunModifiers need DryRun, and the KeyId of the key that is to decrypt.",
            );
        };
        let found = self.known(cx, key).await;
        let algorithm = input.encryption_algorithm.as_deref();
        let may = found.and_then(|found| {
            found.check_use(cx, "Decrypt", ENCRYPTS)?;
            found.check_algorithm(algorithm, SYMMETRIC)
        });
        may.map_or_else(|error| error, |()| errors::dry_run())
    }

    /// The key that made a ciphertext, which may also be named.
    ///
    /// # Errors
    /// It is another one, cannot be used so, or there is none.
    pub(super) async fn source(
        &self,
        cx: &Context,
        named: Option<&str>,
        blob: &[u8],
        operation: &str,
    ) -> Result<Arc<Found>> {
        let head = Head::read(blob);
        let found = match (named, &head) {
            (Some(named), _) => self.known(cx, named).await?,
            (None, None) => return Err(errors::strange_ciphertext()),
            (None, Some(head)) => {
                let found = self.known(cx, &head.reference().arn(cx)).await;
                // Another region's, or one that is gone: AWS does not say which.
                found.map_err(|error| match error.code() {
                    "NotFoundException" => errors::denied(
                        "The ciphertext refers to a customer master key that does not exist, does \
                         not exist in this region, or you are not allowed to access.",
                    ),
                    _ => error,
                })?
            }
        };
        if named.is_some() && found.key.usage != ENCRYPTS {
            return Err(errors::incorrect_key());
        }
        found.check_use(cx, operation, ENCRYPTS)?;
        let head = head.ok_or_else(errors::strange_ciphertext)?;
        let is_it = head.reference().arn(cx) == found.arn;
        if is_it { Ok(found) } else { Err(errors::incorrect_key()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, setting};
    use shapes::Bytes;
    use shapes::kms::ops::{DisableKey, Encrypt, ReEncrypt, RotateKeyOnDemand};
    use shapes::kms::{DisableKeyRequest, EncryptRequest, ReEncryptRequest};
    use shapes::kms::{EncryptResponse, RotateKeyOnDemandRequest};

    async fn encrypt(at: &Setting, key: &str, text: &'static str) -> Result<EncryptResponse> {
        let input = EncryptRequest {
            key_id: key.to_owned(),
            plaintext: text.into(),
            encryption_context: Some([("a".to_owned(), "b".to_owned())].into()),
            ..Default::default()
        };
        at.cx.call::<Encrypt>(input).await
    }

    fn request(blob: &Bytes) -> DecryptRequest {
        DecryptRequest {
            ciphertext_blob: Some(blob.clone()),
            encryption_context: Some([("a".to_owned(), "b".to_owned())].into()),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn what_was_encrypted_is_read_by_who_names_its_context() {
        let at = setting();
        let (id, other) = (at.key().await, at.key().await);
        let blob = encrypt(&at, &id, "text").await.unwrap().ciphertext_blob.unwrap();
        let decrypt = async |input| at.cx.call::<Decrypt>(input).await;
        let plain = decrypt(request(&blob)).await.unwrap();
        assert_eq!(plain.plaintext.unwrap(), "text");
        // Its material stays readable when another one encrypts.
        let rotate = RotateKeyOnDemandRequest { key_id: id.clone() };
        at.cx.call::<RotateKeyOnDemand>(rotate).await.unwrap();
        let again = decrypt(request(&blob)).await.unwrap();
        assert_eq!(again.key_material_id, plain.key_material_id);
        let newer = encrypt(&at, &id, "text").await.unwrap().ciphertext_blob.unwrap();
        assert_ne!(decrypt(request(&newer)).await.unwrap().key_material_id, plain.key_material_id);
        let bare = DecryptRequest { encryption_context: None, ..request(&blob) };
        let named = |key: &str| DecryptRequest { key_id: Some(key.into()), ..request(&blob) };
        assert!(decrypt(named(&id)).await.is_ok());
        let dry = DecryptRequest { dry_run: Some(true), ..request(&blob) };
        let strange = DecryptRequest { ciphertext_blob: Some("x".into()), ..Default::default() };
        let tried = |key: Option<&str>, dry_run| DecryptRequest {
            key_id: key.map(str::to_owned),
            dry_run,
            dry_run_modifiers: Some(vec!["IGNORE_CIPHERTEXT".into()]),
            ..Default::default()
        };
        let hmac = at.key_of("HMAC_256", "GENERATE_VERIFY_MAC").await;
        for (input, code) in [
            (bare, "InvalidCiphertextException"),
            (strange, "InvalidCiphertextException"),
            (named(&other), "IncorrectKeyException"),
            (named(&hmac), "IncorrectKeyException"),
            (dry, "DryRunOperationException"),
            (tried(Some(&id), Some(true)), "DryRunOperationException"),
            (tried(Some(&hmac), Some(true)), "InvalidKeyUsageException"),
            (tried(None, Some(true)), "ValidationException"),
            (tried(Some(&id), None), "ValidationException"),
        ] {
            assert_eq!(decrypt(input).await.unwrap_err().code(), code);
        }
        at.cx.call::<DisableKey>(DisableKeyRequest { key_id: id.clone() }).await.unwrap();
        let error = decrypt(request(&blob)).await.unwrap_err();
        assert!(error.message.ends_with(&format!("key/{id} is disabled.")), "{error}");
    }

    #[tokio::test]
    async fn a_ciphertext_of_one_key_becomes_one_of_another() {
        let at = setting();
        let (id, other) = (at.key().await, at.key().await);
        let blob = encrypt(&at, &id, "text").await.unwrap().ciphertext_blob.unwrap();
        let input = ReEncryptRequest {
            ciphertext_blob: Some(blob),
            source_encryption_context: Some([("a".to_owned(), "b".to_owned())].into()),
            destination_key_id: other.clone(),
            ..Default::default()
        };
        let answer = at.cx.call::<ReEncrypt>(input).await.unwrap();
        assert!(answer.key_id.unwrap().ends_with(&other));
        let input = DecryptRequest {
            ciphertext_blob: answer.ciphertext_blob,
            key_id: Some(other),
            ..Default::default()
        };
        assert_eq!(at.cx.call::<Decrypt>(input).await.unwrap().plaintext.unwrap(), "text");
    }

    #[tokio::test]
    async fn awss_own_keys_serve_their_service_alone() {
        let at = setting();
        let error = encrypt(&at, "alias/aws/s3", "x").await.unwrap_err();
        assert_eq!(error.code(), "AccessDeniedException");
        let cx = at.cx.clone().via("s3.amazonaws.com");
        let input = EncryptRequest {
            key_id: "alias/aws/s3".into(),
            plaintext: "x".into(),
            ..Default::default()
        };
        assert!(cx.call::<Encrypt>(input).await.is_ok());
    }
}
