//! `GetFunctionEventInvokeConfig`.

use crate::names::LATEST;
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
        let (name, qualifier) = names::split(cx, name, qualifier, "GetFunctionEventInvokeConfig")?;
        let qualifier = qualifier.unwrap_or(LATEST);
        // Of a function that is not there AWS says the same.
        let function = self.find(cx, name).await?.filter(|_| qualifier == LATEST);
        let missing = || errors::no_event_invoke(&format!("{}:{qualifier}", names::arn(cx, name)));
        function.as_ref().and_then(event_invoke::shown).ok_or_else(missing)
    }
}
