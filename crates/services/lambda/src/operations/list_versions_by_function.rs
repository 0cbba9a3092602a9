//! `ListVersionsByFunction`.

use crate::{Lambda, describe, names, paging};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::ListVersionsByFunction;
use shapes::lambda::{ListVersionsByFunctionRequest, ListVersionsByFunctionResponse};

impl Handler<ListVersionsByFunction> for Lambda {
    /// `$LATEST` first, then by number. A marker is the version before.
    async fn handle(
        &self,
        cx: &Context,
        input: ListVersionsByFunctionRequest,
    ) -> Result<ListVersionsByFunctionResponse> {
        let action = "ListVersionsByFunction";
        let (name, _) = names::split(cx, &input.function_name, None, action)?;
        let function = self.function(cx, name).await?;
        let versions = self.versions(cx, &function).await?;
        let passed = input.marker.as_deref().map(|marker| names::number(marker).unwrap_or(0));
        let all = std::iter::once(function).chain(versions.into_iter().map(|(_, it)| it));
        let number =
            |it: &crate::records::function::Function| it.published.as_ref().map(|it| it.number);
        let after = all.filter(|it| passed.is_none() || number(it) > passed);
        let marked = after.map(|it| (it.version(), it)).collect();
        let (page, next_marker) = paging::cut(marked, paging::limit(input.max_items));
        Ok(ListVersionsByFunctionResponse {
            next_marker,
            versions: Some(page.iter().map(describe::listed_version).collect()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::{CreateFunction, ListFunctions};
    use shapes::lambda::{CreateFunctionRequest, ListFunctionsRequest};

    #[tokio::test]
    async fn versions_come_in_pages_after_the_latest() {
        let at = setting().await;
        for name in ["e", "f"] {
            let input = CreateFunctionRequest { publish: Some(true), ..create(name) };
            at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        }
        let mut input = ListVersionsByFunctionRequest {
            function_name: "f".into(),
            max_items: Some(1),
            ..Default::default()
        };
        let list = async |input| {
            at.cx.run::<ListVersionsByFunction, _>(&*at.service, input).await.unwrap()
        };
        let first = list(input.clone()).await;
        let shown = &first.versions.as_ref().unwrap()[0];
        assert_eq!(shown.version.as_deref(), Some("$LATEST"));
        assert!(shown.function_arn.as_ref().unwrap().ends_with(":function:f:$LATEST"));
        input.marker = first.next_marker;
        let second = list(input).await;
        assert_eq!(second.versions.unwrap()[0].version.as_deref(), Some("1"));
        assert_eq!(second.next_marker, None);
        let mut input = ListFunctionsRequest {
            function_version: Some("ALL".into()),
            max_items: Some(3),
            ..Default::default()
        };
        let mut all = Vec::new();
        loop {
            let page = at.cx.run::<ListFunctions, _>(&*at.service, input.clone()).await.unwrap();
            let arns = page.functions.unwrap().into_iter().map(|it| it.function_arn.unwrap());
            all.extend(arns.map(|arn| arn.split_once(":function:").unwrap().1.to_owned()));
            input.marker = page.next_marker;
            if input.marker.is_none() {
                break;
            }
        }
        assert_eq!(all, ["e:$LATEST", "e:1", "f:$LATEST", "f:1"]);
    }
}
