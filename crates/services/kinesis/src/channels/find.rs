//! Which channel a request means.

use super::courier::Stored;
use super::record::{CHANNELS, Channel, IDS, id_key, key};
use crate::errors::{resource_not_found, unsupported};
use platform::{Arn, Context, Result};
use store::Tables;

/// The id in the ARN of a channel of the context's account and region.
fn id_of_arn<'a>(cx: &Context, arn: &'a str) -> Option<&'a str> {
    let Arn { service, region, account, resource, .. } = Arn::parse(arn)?;
    let is_near = service == "kinesis" && region == &*cx.region && account == &*cx.account;
    resource.strip_prefix("channel/").filter(|id| is_near && !id.is_empty())
}

/// Whether a request about a resource means a channel. `StreamId` is reserved by AWS for later.
///
/// # Errors
/// Where `StreamId` is given with it.
pub(crate) fn is_meant(cx: &Context, arn: &str, id: &Option<String>) -> Result<bool> {
    let is_meant = id_of_arn(cx, arn).is_some();
    match id {
        Some(_) if is_meant => Err(unsupported("StreamId")),
        _ => Ok(is_meant),
    }
}

/// The channel with this ARN, and the bytes that stand for it.
///
/// # Errors
/// `ResourceNotFoundException`.
pub(crate) async fn by_arn(cx: &Context, arn: &str) -> Result<Stored> {
    let missing = || resource_not_found(arn);
    let id = id_of_arn(cx, arn).ok_or_else(missing)?;
    by_id(cx.tables(), (&cx.account, &cx.region), id).await?.ok_or_else(missing)
}

/// The channel with this id, of an account and a region.
///
/// # Errors
/// The storage's.
pub(crate) async fn by_id(
    tables: &dyn Tables,
    (account, region): (&str, &str),
    id: &str,
) -> Result<Option<Stored>> {
    let Some(name) = tables.get(IDS, &id_key(account, region, id)).await? else { return Ok(None) };
    let key = key(account, region, &String::from_utf8_lossy(&name));
    let found = CHANNELS.get_with_bytes(tables, &key).await?;
    Ok(found.filter(|(channel, _): &(Channel, _)| channel.id == id))
}
