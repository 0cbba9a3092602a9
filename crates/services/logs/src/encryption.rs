//! Keys of KMS by which log groups are encrypted ("Encrypt log data in CloudWatch Logs using AWS Key Management
//! Service"). It is CloudWatch Logs itself that asks KMS, by the key's policy, and not its caller.

use crate::errors;
use crate::records::group::{self, Group};
use platform::{Context, Encrypted, KeyRefusal, Principal, Result, described_key};

/// The service, as keys know it.
const SERVICE: &str = "logs";

/// Refuses a key of a group that is to be made if it cannot be used.
///
/// # Errors
/// AWS's sentence.
pub async fn check_new(cx: &Context, group: &Group) -> Result<()> {
    let Some(key) = group.key.as_deref() else { return Ok(()) };
    let described = described_key(cx, SERVICE, key).await;
    let is_it = described.is_ok_and(|it| it.arn.as_deref() == Some(key));
    match is_it {
        true => check_put(cx, group).await,
        false => Err(errors::no_key(&group::arn(cx, &group.name))),
    }
}

/// Refuses to keep events of a group whose key cannot be used.
///
/// # Errors
/// AWS's sentence.
pub async fn check_put(cx: &Context, group: &Group) -> Result<()> {
    check(cx, group, true).await
}

/// Refuses to read events of a group whose key cannot be used.
///
/// # Errors
/// AWS's sentence.
pub async fn check_get(cx: &Context, group: &Group) -> Result<()> {
    check(cx, group, false).await
}

async fn check(cx: &Context, group: &Group, is_put: bool) -> Result<()> {
    let Some(key) = group.key.as_deref() else { return Ok(()) };
    let own = cx.acting_as(Principal::service(format!("logs.{}.amazonaws.com", cx.region)));
    let arn = group::arn(cx, &group.name);
    let pairs = [("aws:logs:arn", &*arn)];
    let encrypted = Encrypted::new(SERVICE, key, &pairs);
    let tried = match is_put {
        true => encrypted.check_encrypt(&own).await,
        false => encrypted.check_decrypt(&own).await,
    };
    tried.map_err(|error| match KeyRefusal::of(&error) {
        Some(_) => errors::no_key(&arn),
        None => error,
    })
}
