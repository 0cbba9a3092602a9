//! `ListAliases`.

use crate::{Lambda, aliases, names, paging};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::ListAliases;
use shapes::lambda::{ListAliasesRequest, ListAliasesResponse};

impl Handler<ListAliases> for Lambda {
    /// By name, those of a version where one is named. A marker is the alias before.
    async fn handle(&self, cx: &Context, input: ListAliasesRequest) -> Result<ListAliasesResponse> {
        let (name, _) = names::split(cx, &input.function_name, None, "ListAliases")?;
        aliases::check_version(input.function_version.as_deref())?;
        let function = self.function(cx, name).await?;
        let all = self.aliases(cx, &function).await?.into_iter().map(|(_, alias)| alias);
        let after = all.filter(|alias| {
            input.marker.as_ref().is_none_or(|marker| alias.name > *marker)
                && input.function_version.as_ref().is_none_or(|it| alias.leads_to(it))
        });
        let marked = after.map(|alias| (alias.name.clone(), alias)).collect();
        let (page, next_marker) = paging::cut(marked, paging::limit(input.max_items));
        Ok(ListAliasesResponse {
            next_marker,
            aliases: Some(page.iter().map(|it| aliases::shown(cx, name, it)).collect()),
        })
    }
}
