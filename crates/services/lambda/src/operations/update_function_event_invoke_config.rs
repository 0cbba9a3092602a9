//! `UpdateFunctionEventInvokeConfig`.

use crate::Lambda;
use crate::event_invoke::Wanted;
use platform::{Context, Handler, Result};
use shapes::lambda::ops::UpdateFunctionEventInvokeConfig;
use shapes::lambda::{FunctionEventInvokeConfig, UpdateFunctionEventInvokeConfigRequest};

impl Handler<UpdateFunctionEventInvokeConfig> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateFunctionEventInvokeConfigRequest,
    ) -> Result<FunctionEventInvokeConfig> {
        let named =
            (&*input.function_name, input.qualifier.as_deref(), "UpdateFunctionEventInvokeConfig");
        let wanted = Wanted {
            retries: input.maximum_retry_attempts,
            age_seconds: input.maximum_event_age_in_seconds,
            destinations: input.destination_config,
        };
        self.set_event_invoke(cx, named, wanted, true).await
    }
}
