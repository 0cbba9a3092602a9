//! Keys of KMS by which secure strings are encrypted ("AWS KMS encryption for AWS Systems Manager Parameter
//! Store SecureString parameters"). KMS is asked in the caller's name each time, as AWS does.

use crate::{errors, names};
use platform::{Context, Encrypted, Result};

/// Refuses who may not keep a secure string under its key.
///
/// # Errors
/// What Systems Manager says of such a key.
pub async fn check_encrypt(cx: &Context, name: &str, key: Option<&str>) -> Result<()> {
    let Some(key) = key else { return Ok(()) };
    let arn = names::arn(cx, name);
    of(key, &[("PARAMETER_ARN", &arn)]).check_encrypt(cx).await.map_err(errors::as_ssm_says)
}

/// Refuses who may not read a secure string by its key.
///
/// # Errors
/// What Systems Manager says of such a key.
pub async fn check_decrypt(cx: &Context, name: &str, key: Option<&str>) -> Result<()> {
    let Some(key) = key else { return Ok(()) };
    let arn = names::arn(cx, name);
    of(key, &[("PARAMETER_ARN", &arn)]).check_decrypt(cx).await.map_err(errors::as_ssm_says)
}

fn of<'a>(key: &'a str, pairs: &'a [(&'a str, &'a str)]) -> Encrypted<'a> {
    Encrypted { service: "ssm", key, pairs, reused_ms: 0 }
}
