//! `PutRuntimeManagementConfig`.

use crate::names::LATEST;
use crate::{Lambda, errors};
use platform::{Context, Handler, Result, refuse};
use shapes::lambda::ops::PutRuntimeManagementConfig;
use shapes::lambda::{PutRuntimeManagementConfigRequest, PutRuntimeManagementConfigResponse};

impl Handler<PutRuntimeManagementConfig> for Lambda {
    /// Functions run on what the machine has, so that only `Auto` is true of them.
    async fn handle(
        &self,
        cx: &Context,
        input: PutRuntimeManagementConfigRequest,
    ) -> Result<PutRuntimeManagementConfigResponse> {
        let qualifier = input.qualifier.as_deref();
        let action = "PutRuntimeManagementConfig";
        let (function, named) = self.named(cx, &input.function_name, qualifier, action).await?;
        let given = [
            ("UpdateRuntimeOn other than Auto", input.update_runtime_on != "Auto"),
            ("RuntimeVersionArn", input.runtime_version_arn.is_some()),
        ];
        refuse(errors::unsupported, given)?;
        let qualifier = named.qualifier.as_deref().unwrap_or(LATEST);
        Ok(PutRuntimeManagementConfigResponse {
            update_runtime_on: input.update_runtime_on,
            function_arn: format!("{}:{qualifier}", function.arn),
            runtime_version_arn: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::GetRuntimeManagementConfigRequest;
    use shapes::lambda::ops::{CreateFunction, GetRuntimeManagementConfig};

    #[tokio::test]
    async fn only_auto_is_taken() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let asked = |mode: &str| PutRuntimeManagementConfigRequest {
            function_name: "f".into(),
            update_runtime_on: mode.into(),
            ..Default::default()
        };
        let run =
            async |input| at.cx.run::<PutRuntimeManagementConfig, _>(&*at.service, input).await;
        assert!(run(asked("Auto")).await.unwrap().function_arn.ends_with(":f:$LATEST"));
        assert_eq!(
            run(asked("Manual")).await.unwrap_err().message,
            "UpdateRuntimeOn other than Auto is not supported by Waterwheel yet."
        );
        let input =
            GetRuntimeManagementConfigRequest { function_name: "f".into(), ..Default::default() };
        let got = at.cx.run::<GetRuntimeManagementConfig, _>(&*at.service, input).await.unwrap();
        assert_eq!(got.update_runtime_on.as_deref(), Some("Auto"));
    }
}
