//! `PutFunctionRecursionConfig`.

use super::get_function_recursion_config::ALLOW;
use crate::{Lambda, errors};
use platform::{Context, Handler, Result, refuse};
use shapes::lambda::ops::PutFunctionRecursionConfig;
use shapes::lambda::{PutFunctionRecursionConfigRequest, PutFunctionRecursionConfigResponse};

impl Handler<PutFunctionRecursionConfig> for Lambda {
    /// Loops are not looked for, so that only `Allow` is true.
    async fn handle(
        &self,
        cx: &Context,
        input: PutFunctionRecursionConfigRequest,
    ) -> Result<PutFunctionRecursionConfigResponse> {
        let name = self.unqualified(cx, &input.function_name, "PutFunctionRecursionConfig")?;
        self.function(cx, name).await?;
        refuse(errors::unsupported, [("RecursiveLoop Terminate", input.recursive_loop != ALLOW)])?;
        Ok(PutFunctionRecursionConfigResponse { recursive_loop: Some(input.recursive_loop) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::GetFunctionRecursionConfigRequest;
    use shapes::lambda::ops::{CreateFunction, GetFunctionRecursionConfig};

    #[tokio::test]
    async fn loops_go_on_and_nobody_can_have_it_otherwise() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let asked = |recursive_loop: &str| PutFunctionRecursionConfigRequest {
            function_name: "f".into(),
            recursive_loop: recursive_loop.into(),
        };
        let run =
            async |input| at.cx.run::<PutFunctionRecursionConfig, _>(&*at.service, input).await;
        run(asked("Allow")).await.unwrap();
        let error = run(asked("Terminate")).await.unwrap_err();
        assert_eq!(error.message, "RecursiveLoop Terminate is not supported by Waterwheel yet.");
        let input = GetFunctionRecursionConfigRequest { function_name: "f".into() };
        let got = at.cx.run::<GetFunctionRecursionConfig, _>(&*at.service, input).await.unwrap();
        assert_eq!(got.recursive_loop.as_deref(), Some("Allow"));
    }
}
