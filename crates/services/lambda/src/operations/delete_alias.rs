//! `DeleteAlias`.

use crate::{Lambda, names};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::lambda::DeleteAliasRequest;
use shapes::lambda::ops::DeleteAlias;

impl Handler<DeleteAlias> for Lambda {
    /// An alias that is not there is as gone as its caller wants it.
    async fn handle(&self, cx: &Context, input: DeleteAliasRequest) -> Result<Unit> {
        let (function, _) = names::split(cx, &input.function_name, None, "DeleteAlias")?;
        self.change_alias(cx, (function, &input.name), |_, _| Ok(None)).await?;
        Ok(Unit)
    }
}
