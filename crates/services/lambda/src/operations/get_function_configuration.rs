//! `GetFunctionConfiguration`.

use crate::{Lambda, describe};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetFunctionConfiguration;
use shapes::lambda::{FunctionConfiguration, GetFunctionConfigurationRequest};

impl Handler<GetFunctionConfiguration> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: GetFunctionConfigurationRequest,
    ) -> Result<FunctionConfiguration> {
        let qualifier = input.qualifier.as_deref();
        let (function, named) =
            self.named(cx, &input.function_name, qualifier, "GetFunctionConfiguration").await?;
        Ok(describe::named(&function, named.qualifier.as_deref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::CreateFunction;

    #[tokio::test]
    async fn a_qualified_name_gives_a_qualified_arn() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let input = GetFunctionConfigurationRequest {
            function_name: "f".into(),
            qualifier: Some("$LATEST".into()),
        };
        let got = at.cx.run::<GetFunctionConfiguration, _>(&*at.service, input).await.unwrap();
        assert_eq!(
            got.function_arn.as_deref(),
            Some("arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST")
        );
    }
}
