//! `GetFunctionCodeSigningConfig`.

use crate::{Lambda, names};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetFunctionCodeSigningConfig;
use shapes::lambda::{GetFunctionCodeSigningConfigRequest, GetFunctionCodeSigningConfigResponse};

impl Handler<GetFunctionCodeSigningConfig> for Lambda {
    /// No function has one here, of which AWS says nothing.
    async fn handle(
        &self,
        cx: &Context,
        input: GetFunctionCodeSigningConfigRequest,
    ) -> Result<GetFunctionCodeSigningConfigResponse> {
        let action = "GetFunctionCodeSigningConfig";
        let (name, _) = names::split(cx, &input.function_name, None, action)?;
        self.function(cx, name).await?;
        Ok(GetFunctionCodeSigningConfigResponse::default())
    }
}
