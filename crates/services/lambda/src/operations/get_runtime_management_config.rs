//! `GetRuntimeManagementConfig`.

use crate::Lambda;
use crate::names::LATEST;
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetRuntimeManagementConfig;
use shapes::lambda::{GetRuntimeManagementConfigRequest, GetRuntimeManagementConfigResponse};

impl Handler<GetRuntimeManagementConfig> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: GetRuntimeManagementConfigRequest,
    ) -> Result<GetRuntimeManagementConfigResponse> {
        let qualifier = input.qualifier.as_deref();
        let action = "GetRuntimeManagementConfig";
        let (function, named) = self.named(cx, &input.function_name, qualifier, action).await?;
        let qualifier = named.qualifier.as_deref().unwrap_or(LATEST);
        Ok(GetRuntimeManagementConfigResponse {
            update_runtime_on: Some("Auto".to_owned()),
            function_arn: Some(format!("{}:{qualifier}", function.arn)),
            runtime_version_arn: None,
        })
    }
}
