//! `GetFunctionRecursionConfig`.

use crate::Lambda;
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetFunctionRecursionConfig;
use shapes::lambda::{GetFunctionRecursionConfigRequest, GetFunctionRecursionConfigResponse};

/// What becomes of loops here: they go on.
pub const ALLOW: &str = "Allow";

impl Handler<GetFunctionRecursionConfig> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: GetFunctionRecursionConfigRequest,
    ) -> Result<GetFunctionRecursionConfigResponse> {
        let name = self.unqualified(cx, &input.function_name, "GetFunctionRecursionConfig")?;
        self.function(cx, name).await?;
        Ok(GetFunctionRecursionConfigResponse { recursive_loop: Some(ALLOW.to_owned()) })
    }
}
