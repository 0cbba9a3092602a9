//! `ListFunctionEventInvokeConfigs`.

use crate::{Lambda, errors, event_invoke, names};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::ListFunctionEventInvokeConfigs;
use shapes::lambda::{
    ListFunctionEventInvokeConfigsRequest, ListFunctionEventInvokeConfigsResponse,
};

impl Handler<ListFunctionEventInvokeConfigs> for Lambda {
    /// There is one at most, so that there is never a second page.
    async fn handle(
        &self,
        cx: &Context,
        input: ListFunctionEventInvokeConfigsRequest,
    ) -> Result<ListFunctionEventInvokeConfigsResponse> {
        let action = "ListFunctionEventInvokeConfigs";
        let (name, _) = names::split(cx, &input.function_name, None, action)?;
        let function = self.find(cx, name).await?.ok_or_else(errors::function_missing)?;
        let shown = event_invoke::shown(&function).filter(|_| input.marker.is_none());
        Ok(ListFunctionEventInvokeConfigsResponse {
            function_event_invoke_configs: Some(shown.into_iter().collect()),
            next_marker: None,
        })
    }
}
