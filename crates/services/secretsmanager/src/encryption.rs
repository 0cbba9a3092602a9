//! Keys of KMS by which secrets are encrypted ("Secret encryption and decryption in AWS Secrets Manager"). KMS
//! is asked in the caller's name each time, as AWS does: a value is kept under the key of its secret.

use crate::records::secret::Secret;
use crate::{SecretsManager, errors};
use platform::{Context, Encrypted, KeyRefusal, Result, is_own_key};

/// The service, as keys know it.
const SERVICE: &str = "secretsmanager";

/// What is to be done with a key.
#[derive(Clone, Copy)]
enum Use {
    Encrypt,
    Decrypt,
}

impl SecretsManager {
    /// Refuses who may not keep a version of a secret under its key.
    ///
    /// # Errors
    /// What Secrets Manager says of such a key.
    pub async fn check_encrypt(&self, cx: &Context, secret: &Secret, version: &str) -> Result<()> {
        check(cx, secret, version, Use::Encrypt).await
    }

    /// Refuses who may not read a version of a secret by its key.
    ///
    /// # Errors
    /// What Secrets Manager says of such a key.
    pub async fn check_decrypt(&self, cx: &Context, secret: &Secret, version: &str) -> Result<()> {
        check(cx, secret, version, Use::Decrypt).await
    }
}

async fn check(cx: &Context, secret: &Secret, version: &str, to: Use) -> Result<()> {
    let Some(key) = secret.kms_key_id.as_deref() else { return Ok(()) };
    let arn = secret.arn(cx);
    let pairs = [("SecretARN", &*arn), ("SecretVersionId", version)];
    let encrypted = Encrypted { service: SERVICE, key, pairs: &pairs, reused_ms: 0 };
    let (tried, failure): (_, fn() -> platform::Error) = match to {
        Use::Encrypt => (encrypted.check_encrypt(cx).await, errors::cannot_encrypt),
        Use::Decrypt => (encrypted.check_decrypt(cx).await, errors::cannot_decrypt),
    };
    tried.map_err(|error| match KeyRefusal::of(&error) {
        None => error,
        Some(KeyRefusal::Denied) => errors::kms_denied(),
        Some(_) => failure(),
    })
}

/// The key of a secret's versions, as lists name it.
pub fn shown_key(secret: &Secret) -> String {
    match secret.kms_key_id.as_deref() {
        Some(key) if !is_own_key(SERVICE, key) => key.to_owned(),
        _ => "DefaultEncryptionKey".to_owned(),
    }
}
