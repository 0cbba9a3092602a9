//! `ListKeys`.

use crate::keys::Found;
use crate::records::key::{self, KEYS};
use crate::{Kms, errors, paging};
use platform::{Context, Handler, Result, refuse};
use shapes::kms::ops::ListKeys;
use shapes::kms::{KeyListEntry, ListKeysRequest, ListKeysResponse};
use store::Scan;

impl Handler<ListKeys> for Kms {
    async fn handle(&self, cx: &Context, input: ListKeysRequest) -> Result<ListKeysResponse> {
        refuse(errors::unsupported, [("ResourceOwners", input.resource_owners.is_some())])?;
        let prefix = key::row((&cx.account, &cx.region), "");
        let all = KEYS.scan(cx.tables(), Scan::prefix(&prefix)).await?;
        let all = all.into_iter().map(|(_, key)| Found::new(cx, key, Default::default())).collect();
        let place = |found: &Found| found.key.id.clone();
        let page = paging::page(all, place, (input.limit, 100), input.marker.as_deref())?;
        let show =
            |found: Found| KeyListEntry { key_id: Some(found.key.id), key_arn: Some(found.arn) };
        Ok(ListKeysResponse {
            keys: Some(page.list.into_iter().map(show).collect()),
            next_marker: page.next_marker,
            truncated: page.truncated,
        })
    }
}
