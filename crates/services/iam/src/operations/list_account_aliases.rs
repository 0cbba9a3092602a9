//! `ListAccountAliases`.

use crate::Iam;
use crate::paging::page;
use crate::records::{ALIASES, by_account};
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListAccountAliases;
use shapes::iam::{ListAccountAliasesRequest, ListAccountAliasesResponse};

impl Handler<ListAccountAliases> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListAccountAliasesRequest,
    ) -> Result<ListAccountAliasesResponse> {
        let alias = ALIASES.get(cx.tables(), &by_account(&cx.account)).await?;
        let names = alias.into_iter().map(|alias| alias.name);
        let page = page(names, String::clone, input.marker.as_deref(), input.max_items);
        Ok(ListAccountAliasesResponse {
            account_aliases: page.items,
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}
