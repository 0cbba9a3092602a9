//! `ListFunctions`.

use crate::records::function::{FUNCTIONS, key};
use crate::{Lambda, describe, errors, names, paging};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::ListFunctions;
use shapes::lambda::{ListFunctionsRequest, ListFunctionsResponse};
use store::{KeyRange, Scan};

impl Handler<ListFunctions> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: ListFunctionsRequest,
    ) -> Result<ListFunctionsResponse> {
        if input.master_region.is_some() {
            return Err(errors::unsupported("MasterRegion"));
        }
        let limit = paging::limit(input.max_items);
        if input.function_version.is_some() {
            return self.list_with_versions(cx, input.marker.as_deref(), limit).await;
        }
        let mut range = KeyRange::prefix(&key(cx, ""));
        if let Some(marker) = &input.marker {
            range = range.after(&key(cx, marker));
        }
        let scan = Scan { range, limit: limit + 1, reverse: false };
        let found = FUNCTIONS.scan(cx.tables(), scan).await?;
        let names = found.into_iter().map(|(_, function)| (function.name.clone(), function));
        let (page, next_marker) = paging::cut(names.collect(), limit);
        Ok(ListFunctionsResponse {
            next_marker,
            functions: Some(page.iter().map(|it| describe::listed(it, None)).collect()),
        })
    }
}

impl Lambda {
    /// All functions with all their versions, each under its own ARN. A marker is a function's name and
    /// a version's, with a colon between.
    async fn list_with_versions(
        &self,
        cx: &Context,
        marker: Option<&str>,
        limit: usize,
    ) -> Result<ListFunctionsResponse> {
        let (from, passed) = marker.and_then(|it| it.split_once(':')).unwrap_or_default();
        let passed = names::number(passed).unwrap_or(0);
        let mut range = KeyRange::prefix(&key(cx, ""));
        if !from.is_empty() {
            range.start = key(cx, from);
        }
        let mut found = Vec::new();
        while found.len() <= limit {
            let scan = Scan { range: range.clone(), limit: 1, reverse: false };
            let Some((row, function)) = FUNCTIONS.scan(cx.tables(), scan).await?.pop() else {
                break;
            };
            range = range.after(&row);
            let versions = self.versions(cx, &function).await?;
            let begins = function.name != from;
            let of_family = begins.then_some(function).into_iter();
            found.extend(of_family.chain(versions.into_iter().map(|(_, version)| version)).filter(
                |it| it.name != from || it.published.as_ref().is_some_and(|it| it.number > passed),
            ));
        }
        let named = found.into_iter().map(|it| (format!("{}:{}", it.name, it.version()), it));
        let (page, next_marker) = paging::cut(named.collect(), limit);
        Ok(ListFunctionsResponse {
            next_marker,
            functions: Some(page.iter().map(describe::listed_version).collect()),
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
