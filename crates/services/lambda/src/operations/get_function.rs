//! `GetFunction`.

use crate::{Lambda, describe, reserved};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetFunction;
use shapes::lambda::{Concurrency, FunctionCodeLocation, GetFunctionRequest, GetFunctionResponse};

impl Handler<GetFunction> for Lambda {
    async fn handle(&self, cx: &Context, input: GetFunctionRequest) -> Result<GetFunctionResponse> {
        let qualifier = input.qualifier.as_deref();
        let (function, named) =
            self.named(cx, &input.function_name, qualifier, "GetFunction").await?;
        let configuration = describe::named(&function, named.qualifier.as_deref());
        let code = FunctionCodeLocation {
            repository_type: Some("S3".to_owned()),
            location: Some(self.link_to(&function.code).await?),
            ..Default::default()
        };
        Ok(GetFunctionResponse {
            configuration: Some(configuration),
            code: Some(code),
            concurrency: reserved::shown(&function)
                .map(|reserved| Concurrency { reserved_concurrent_executions: Some(reserved) }),
            tags: (!function.tags.is_empty()).then_some(function.tags),
            ..Default::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::CreateFunction;

    #[tokio::test]
    async fn the_code_can_be_fetched_for_ten_minutes() {
        let at = setting().await;
        let input = create("f");
        let zip = input.code.zip_file.clone().unwrap();
        at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        let input = GetFunctionRequest { function_name: "f".into(), ..Default::default() };
        let got = at.cx.run::<GetFunction, _>(&*at.service, input).await.unwrap();
        let location = got.code.unwrap().location.unwrap();
        let token = location.strip_prefix("http://localhost:4566/_waterwheel/code/").unwrap();
        let mut download = at.service.code(token).await.unwrap().unwrap();
        assert_eq!(download.length, zip.len() as u64);
        assert_eq!(download.reader.next().await.unwrap().unwrap(), zip);
        let restarted = at.restarted().await;
        assert_eq!(restarted.code(token).await.unwrap().unwrap().length, zip.len() as u64);
        for index in 0..token.len() {
            let mut altered = token.to_owned().into_bytes();
            altered[index] = if altered[index] == b'1' { b'2' } else { b'1' };
            let altered = String::from_utf8(altered).unwrap();
            assert!(at.service.code(&altered).await.unwrap().is_none(), "{altered}");
            assert!(at.service.code(&token[..index]).await.unwrap().is_none());
        }
        at.clock.advance(std::time::Duration::from_secs(601));
        assert!(at.service.code(token).await.unwrap().is_none());
        assert!(at.service.code("../x").await.unwrap().is_none());
    }

    #[tokio::test]
    async fn a_missing_function_is_said_so() {
        let at = setting().await;
        let input = GetFunctionRequest { function_name: "f".into(), ..Default::default() };
        let error = at.cx.run::<GetFunction, _>(&*at.service, input).await.unwrap_err();
        assert_eq!(
            error.message,
            "Function not found: arn:aws:lambda:us-east-1:000000000000:function:f"
        );
        assert_eq!(error.fields, [("Type", "User".to_owned())]);
        let input = GetFunctionRequest { function_name: "f:$LATEST".into(), ..Default::default() };
        let error = at.cx.run::<GetFunction, _>(&*at.service, input).await.unwrap_err();
        assert!(error.message.ends_with(":function:f:$LATEST"), "{}", error.message);
    }
}
