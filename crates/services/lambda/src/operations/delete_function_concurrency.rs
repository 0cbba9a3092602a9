//! `DeleteFunctionConcurrency`.

use crate::Lambda;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::lambda::DeleteFunctionConcurrencyRequest;
use shapes::lambda::ops::DeleteFunctionConcurrency;

impl Handler<DeleteFunctionConcurrency> for Lambda {
    async fn handle(&self, cx: &Context, input: DeleteFunctionConcurrencyRequest) -> Result<Unit> {
        let name = self.unqualified(cx, &input.function_name, "DeleteFunctionConcurrency")?;
        self.reserve(cx, name, None).await?;
        Ok(Unit)
    }
}
