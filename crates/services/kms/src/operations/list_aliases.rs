//! `ListAliases`.

use crate::records::alias::{self, ALIASES, Alias};
use crate::{Kms, paging};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::kms::ops::ListAliases;
use shapes::kms::{AliasListEntry, ListAliasesRequest, ListAliasesResponse};
use store::Scan;

impl Handler<ListAliases> for Kms {
    async fn handle(&self, cx: &Context, input: ListAliasesRequest) -> Result<ListAliasesResponse> {
        let only = match &input.key_id {
            Some(key) => Some(self.find(cx, key).await?.key.id),
            None => None,
        };
        let prefix = alias::row((&cx.account, &cx.region), "");
        let all = ALIASES.scan(cx.tables(), Scan::prefix(&prefix)).await?;
        let name = |row: &[u8]| String::from_utf8_lossy(&row[prefix.len()..]).into_owned();
        let all = all.into_iter().map(|(row, alias)| (name(&row), alias));
        let all = all.filter(|(_, alias)| only.as_ref().is_none_or(|key| *key == alias.key));
        let place = |(name, _): &(String, Alias)| name.clone();
        let (limit, marker) = ((input.limit, 50), input.marker.as_deref());
        let page = paging::page(all.collect(), place, limit, marker)?;
        let show = |(name, alias): (String, Alias)| AliasListEntry {
            alias_arn: Some(cx.arn("kms", &name)),
            alias_name: Some(name),
            target_key_id: Some(alias.key),
            creation_date: Some(Timestamp(alias.created_ms)),
            last_updated_date: Some(Timestamp(alias.updated_ms)),
        };
        Ok(ListAliasesResponse {
            aliases: Some(page.list.into_iter().map(show).collect()),
            next_marker: page.next_marker,
            truncated: page.truncated,
        })
    }
}
