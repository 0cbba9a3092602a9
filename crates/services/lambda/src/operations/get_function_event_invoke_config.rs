//! `GetFunctionEventInvokeConfig`.

use crate::versions::Route;
use crate::{Lambda, errors, event_invoke, names};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetFunctionEventInvokeConfig;
use shapes::lambda::{FunctionEventInvokeConfig, GetFunctionEventInvokeConfigRequest};

impl Handler<GetFunctionEventInvokeConfig> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: GetFunctionEventInvokeConfigRequest,
    ) -> Result<FunctionEventInvokeConfig> {
        let (name, qualifier) = (&*input.function_name, input.qualifier.as_deref());
        let named = names::parse(cx, name, qualifier, "GetFunctionEventInvokeConfig")?;
        let arn = event_invoke::configured_arn(cx, &named);
        // Of a function that is not there AWS says the same.
        let function = self.resolve(cx, &named, Route::First).await?;
        let shown = function.and_then(|it| event_invoke::shown(&it.attached, arn.clone()));
        shown.ok_or_else(|| errors::no_event_invoke(&arn))
    }
}
