//! `ListFunctionEventInvokeConfigs`.

use crate::names::LATEST;
use crate::{Lambda, errors, event_invoke, names};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::ListFunctionEventInvokeConfigs;
use shapes::lambda::{
    ListFunctionEventInvokeConfigsRequest, ListFunctionEventInvokeConfigsResponse,
};

impl Handler<ListFunctionEventInvokeConfigs> for Lambda {
    /// All in one page: there is one for each version and alias at most.
    async fn handle(
        &self,
        cx: &Context,
        input: ListFunctionEventInvokeConfigsRequest,
    ) -> Result<ListFunctionEventInvokeConfigsResponse> {
        let action = "ListFunctionEventInvokeConfigs";
        let (name, _) = names::split(cx, &input.function_name, None, action)?;
        let function = self.find(cx, name).await?.ok_or_else(errors::function_missing)?;
        let mut all = vec![(LATEST.to_owned(), function.attached.clone())];
        for (_, version) in self.versions(cx, &function).await? {
            all.push((version.version(), version.attached));
        }
        for (_, alias) in self.aliases(cx, &function).await? {
            all.push((alias.name, alias.attached));
        }
        let shown = all.iter().filter_map(|(qualifier, attached)| {
            event_invoke::shown(attached, names::qualified_arn(cx, name, Some(qualifier)))
        });
        Ok(ListFunctionEventInvokeConfigsResponse {
            function_event_invoke_configs: Some(shown.filter(|_| input.marker.is_none()).collect()),
            next_marker: None,
        })
    }
}
