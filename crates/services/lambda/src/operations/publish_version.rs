//! `PublishVersion`.

use crate::{Lambda, describe, errors, names};
use platform::{Context, Handler, Result, refuse};
use shapes::lambda::ops::PublishVersion;
use shapes::lambda::{FunctionConfiguration, PublishVersionRequest};

impl Handler<PublishVersion> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: PublishVersionRequest,
    ) -> Result<FunctionConfiguration> {
        refuse(errors::unsupported, [("PublishTo", input.publish_to.is_some())])?;
        let (name, _) = names::split(cx, &input.function_name, None, "PublishVersion")?;
        let named = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let (revision, sha256) = (named(&input.revision_id), named(&input.code_sha256));
        let wanted = (revision.as_deref(), sha256.as_deref());
        let version = self.publish(cx, name, wanted, input.description).await?;
        Ok(describe::version(&version))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, create, create_with, setting, until, zip};
    use shapes::lambda::ops::{
        CreateAlias, CreateFunction, DeleteAlias, DeleteFunction, GetFunctionConfiguration, Invoke,
        ListVersionsByFunction, UpdateFunctionCode, UpdateFunctionConfiguration,
    };
    use shapes::lambda::*;

    fn asked() -> PublishVersionRequest {
        PublishVersionRequest { function_name: "f".into(), ..Default::default() }
    }

    async fn new_code(at: &Setting, code: &str, publish: bool) -> FunctionConfiguration {
        let input = UpdateFunctionCodeRequest {
            function_name: "f".into(),
            zip_file: Some(zip(&[("h.py", code)])),
            publish: Some(publish),
            ..Default::default()
        };
        at.cx.run::<UpdateFunctionCode, _>(&*at.service, input).await.unwrap()
    }

    async fn versions(at: &Setting) -> Vec<String> {
        let input =
            ListVersionsByFunctionRequest { function_name: "f".into(), ..Default::default() };
        let listed = at.cx.run::<ListVersionsByFunction, _>(&*at.service, input).await.unwrap();
        listed.versions.unwrap().into_iter().map(|it| it.version.unwrap()).collect()
    }

    async fn delete(at: &Setting, qualifier: Option<&str>) -> Result<DeleteFunctionResponse> {
        let qualifier = qualifier.map(ToOwned::to_owned);
        let input = DeleteFunctionRequest { function_name: "f".into(), qualifier };
        at.cx.run::<DeleteFunction, _>(&*at.service, input).await
    }

    #[tokio::test]
    async fn a_version_is_a_copy_that_is_made_where_something_changed() {
        let at = setting().await;
        let made = at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let publish = async |input| at.cx.run::<PublishVersion, _>(&*at.service, input).await;
        let input = PublishVersionRequest { description: Some("first".into()), ..asked() };
        let one = publish(input.clone()).await.unwrap();
        assert_eq!(one.version.as_deref(), Some("1"));
        assert_eq!(one.description.as_deref(), Some("first"));
        let arn = one.function_arn.clone().unwrap();
        assert!(arn.ends_with(":function:f:1"), "{arn}");
        assert_eq!(publish(asked()).await.unwrap(), one, "nothing has changed");
        let settings = UpdateFunctionConfigurationRequest {
            function_name: "f".into(),
            timeout: Some(60),
            ..Default::default()
        };
        at.cx.run::<UpdateFunctionConfiguration, _>(&*at.service, settings).await.unwrap();
        let two = publish(asked()).await.unwrap();
        assert_eq!((two.version.as_deref(), two.timeout), (Some("2"), Some(60)));
        let three = new_code(&at, "x = 1", true).await;
        assert_eq!(three.version.as_deref(), Some("3"));
        assert_ne!(three.code_sha256, made.code_sha256);
        let input = GetFunctionConfigurationRequest {
            function_name: "f".into(),
            qualifier: Some("1".into()),
        };
        let got = at.cx.run::<GetFunctionConfiguration, _>(&*at.service, input).await.unwrap();
        assert_eq!((got.timeout, &got.code_sha256), (Some(3), &made.code_sha256));
        assert_eq!(got.revision_id, one.revision_id);
        assert_eq!(versions(&at).await, ["$LATEST", "1", "2", "3"]);
    }

    #[tokio::test]
    async fn what_the_caller_knows_must_be_so() {
        let at = setting().await;
        let made = at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let publish = async |input| at.cx.run::<PublishVersion, _>(&*at.service, input).await;
        let input = PublishVersionRequest { code_sha256: Some("abc".into()), ..asked() };
        let sha256 = made.code_sha256.unwrap();
        assert_eq!(
            publish(input).await.unwrap_err().to_string(),
            format!(
                "InvalidParameterValueException: CodeSHA256 (abc) is different from current \
                 CodeSHA256 in $LATEST ({sha256}). Please try again with the CodeSHA256 in $LATEST."
            )
        );
        let input = PublishVersionRequest { revision_id: Some("abc".into()), ..asked() };
        assert_eq!(publish(input).await.unwrap_err().code(), "PreconditionFailedException");
        let now = at.service.function(&at.cx, "f").await.unwrap();
        let input = PublishVersionRequest {
            code_sha256: Some(sha256),
            revision_id: Some(now.revision),
            ..asked()
        };
        publish(input).await.unwrap();
        let input = PublishVersionRequest { function_name: "g".into(), ..Default::default() };
        assert_eq!(publish(input).await.unwrap_err().code(), "ResourceNotFoundException");
    }

    #[tokio::test]
    async fn code_is_freed_with_the_last_that_has_it() {
        let at = setting().await;
        let input = CreateFunctionRequest { publish: Some(true), ..create("f") };
        let made = at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        assert_eq!(made.version.as_deref(), Some("1"));
        let blobs = async || at.cx.platform().store.blobs.list().await.unwrap().len();
        new_code(&at, "x = 1", false).await;
        assert_eq!(blobs().await, 2, "a version has the old one");
        new_code(&at, "x = 2", true).await;
        until(async || blobs().await == 2).await;
        let alias = CreateAliasRequest {
            function_name: "f".into(),
            name: "A".into(),
            function_version: "1".into(),
            ..Default::default()
        };
        at.cx.run::<CreateAlias, _>(&*at.service, alias).await.unwrap();
        assert_eq!(
            delete(&at, Some("1")).await.unwrap_err().to_string(),
            "ResourceConflictException: Unable to delete version because the following aliases \
             reference it: [A]"
        );
        let alias = DeleteAliasRequest { function_name: "f".into(), name: "A".into() };
        at.cx.run::<DeleteAlias, _>(&*at.service, alias).await.unwrap();
        delete(&at, Some("1")).await.unwrap();
        until(async || blobs().await == 1).await;
        delete(&at, Some("2")).await.unwrap();
        assert_eq!(blobs().await, 1, "the function has it");
        assert_eq!(versions(&at).await, ["$LATEST"]);
        let three = at.cx.run::<PublishVersion, _>(&*at.service, asked()).await.unwrap();
        assert_eq!(three.version.as_deref(), Some("3"), "a number is given once");
        delete(&at, None).await.unwrap();
        until(async || blobs().await == 0).await;
        let input = CreateFunctionRequest { publish: Some(true), ..create("f") };
        let again = at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        assert_eq!(again.version.as_deref(), Some("4"), "even after the function itself");
        assert_eq!(versions(&at).await, ["$LATEST", "4"]);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn each_version_runs_its_own_code() {
        let at = setting().await;
        let code = |number: u32| {
            format!(
                "import os\ndef handler(e, c):\n    return [{number}, c.function_version, \
                 c.invoked_function_arn, os.environ['AWS_LAMBDA_FUNCTION_VERSION']]\n"
            )
        };
        let input = CreateFunctionRequest { publish: Some(true), ..create_with("f", &code(1)) };
        at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        new_code(&at, &code(2), false).await;
        for (qualifier, number) in [("1", 1), ("$LATEST", 2)] {
            let input = InvocationRequest {
                function_name: "f".into(),
                qualifier: Some(qualifier.into()),
                ..Default::default()
            };
            let output = at.cx.run::<Invoke, _>(&*at.service, input).await.unwrap();
            assert_eq!(output.executed_version.as_deref(), Some(qualifier));
            let arn = format!("arn:aws:lambda:us-east-1:000000000000:function:f:{qualifier}");
            let expected = format!(r#"[{number}, "{qualifier}", "{arn}", "{qualifier}"]"#);
            assert_eq!(output.payload.unwrap(), expected);
        }
        at.runner.shutdown().await;
    }
}
