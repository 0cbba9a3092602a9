//! Keys of KMS by which the variables of functions are encrypted ("Securing Lambda environment variables"). Who
//! names a key must be able to use it; Lambda itself opens the variables before a function runs.

use crate::errors;
use crate::records::function::Function;
use platform::{Context, Encrypted, Principal, Result, described_key};

/// The service, as keys know it.
const SERVICE: &str = "lambda";
/// The pair of the encryption context.
const PAIR: &str = "aws:lambda:FunctionArn";

/// Refuses a key that a function is to have if the caller may not use it.
///
/// # Errors
/// AWS's sentence.
pub async fn check_new(cx: &Context, arn: &str, key: Option<&str>) -> Result<()> {
    let Some(key) = key.filter(|key| !key.is_empty()) else { return Ok(()) };
    can_use(cx, arn, key).await.map_err(errors::bad_key)
}

/// "kms:CreateGrant, kms:Encrypt" are what configuring a key of one's own asks for.
async fn can_use(cx: &Context, arn: &str, key: &str) -> Result<()> {
    let described = described_key(cx, SERVICE, key).await?;
    let pairs = [(PAIR, arn)];
    let encrypted = Encrypted::new(SERVICE, key, &pairs);
    if described.key_manager.as_deref() != Some("AWS") {
        encrypted.check_grant(cx).await?;
    }
    encrypted.check_encrypt(cx).await
}

/// Refuses to run a function whose variables cannot be opened.
///
/// # Errors
/// What Lambda says of such a key.
pub async fn check_run(cx: &Context, function: &Function) -> Result<()> {
    let Some(key) = function.settings.key.as_deref() else { return Ok(()) };
    // By a grant, as which the account's root stands.
    let own = cx.acting_as(Principal::root(&*cx.account));
    let checked = Encrypted::new(SERVICE, key, &[(PAIR, &function.arn)]).check_decrypt(&own).await;
    checked.map_err(errors::cannot_open)
}
