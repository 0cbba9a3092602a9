//! `GetFunctionConcurrency`.

use crate::{Lambda, reserved};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetFunctionConcurrency;
use shapes::lambda::{GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse};

impl Handler<GetFunctionConcurrency> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: GetFunctionConcurrencyRequest,
    ) -> Result<GetFunctionConcurrencyResponse> {
        let name = self.unqualified(cx, &input.function_name, "GetFunctionConcurrency")?;
        let function = self.function(cx, name).await?;
        let reserved_concurrent_executions = reserved::shown(&function);
        Ok(GetFunctionConcurrencyResponse { reserved_concurrent_executions })
    }
}
