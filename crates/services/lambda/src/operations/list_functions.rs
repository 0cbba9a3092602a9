//! `ListFunctions`.

use crate::records::function::{FUNCTIONS, key};
use crate::{Lambda, describe, errors};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::ListFunctions;
use shapes::lambda::{ListFunctionsRequest, ListFunctionsResponse};
use store::{KeyRange, Scan};

/// The most functions of one answer, whatever the caller wants.
const MAX_ITEMS: usize = 50;

impl Handler<ListFunctions> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: ListFunctionsRequest,
    ) -> Result<ListFunctionsResponse> {
        if input.master_region.is_some() {
            return Err(errors::unsupported("MasterRegion"));
        }
        let wanted = input.max_items.and_then(|items| usize::try_from(items).ok());
        let limit = wanted.unwrap_or(MAX_ITEMS).clamp(1, MAX_ITEMS);
        let mut range = KeyRange::prefix(&key(cx, ""));
        if let Some(marker) = &input.marker {
            range = range.after(&key(cx, marker));
        }
        let scan = Scan { range, limit: limit + 1, reverse: false };
        let mut found = FUNCTIONS.scan(&*self.platform.store.tables, scan).await?;
        let more = found.len() > limit;
        found.truncate(limit);
        let last = found.last().filter(|_| more);
        // A list of all versions names each version in its ARN.
        let qualified = input.function_version.is_some();
        Ok(ListFunctionsResponse {
            next_marker: last.map(|(_, function)| function.name.clone()),
            functions: Some(found.iter().map(|(_, f)| describe::listed(f, qualified)).collect()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::CreateFunction;

    #[tokio::test]
    async fn functions_come_in_pages_by_name() {
        let at = setting().await;
        for name in ["c", "a", "b"] {
            at.cx.run::<CreateFunction, _>(&*at.service, create(name)).await.unwrap();
        }
        let mut names = Vec::new();
        let mut input = ListFunctionsRequest { max_items: Some(2), ..Default::default() };
        loop {
            let page = at.cx.run::<ListFunctions, _>(&*at.service, input.clone()).await.unwrap();
            let page_names = page.functions.unwrap().into_iter().map(|f| f.function_name.unwrap());
            names.extend(page_names);
            input.marker = page.next_marker;
            if input.marker.is_none() {
                break;
            }
        }
        assert_eq!(names, ["a", "b", "c"]);
        input.function_version = Some("ALL".into());
        let all = at.cx.run::<ListFunctions, _>(&*at.service, input).await.unwrap();
        let arn = all.functions.unwrap()[0].function_arn.clone().unwrap();
        assert!(arn.ends_with(":function:a:$LATEST"), "{arn}");
    }
}
