//! `CreateFunction`.

use crate::records::function::{Attached, Function};
use crate::tags::check_count;
use crate::{Lambda, describe, encryption, errors, machines, names, role, settings};
use platform::{Context, Handler, Result, refuse};
use shapes::lambda::ops::CreateFunction;
use shapes::lambda::{CreateFunctionRequest, FunctionConfiguration};

const MAX_NAME: usize = 64;

impl Handler<CreateFunction> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        mut input: CreateFunctionRequest,
    ) -> Result<FunctionConfiguration> {
        let name = names::parse(cx, &input.function_name, None, "CreateFunction")?.name;
        check_name(&name)?;
        refuse_unsupported(&input)?;
        let architecture = machines::wanted(input.architectures.as_ref())?;
        let architecture = architecture.unwrap_or(machines::own_architecture()).to_owned();
        let (wanted, extras) = settings::of_create(&mut input);
        extras.refuse()?;
        let mut made = settings::defaults();
        settings::apply(&mut made, &wanted)?;
        let tags = input.tags.unwrap_or_default();
        check_count(&tags)?;
        encryption::check_new(cx, &names::arn(cx, &name), made.key.as_deref()).await?;
        role::check(cx, &made.role, &name).await?;
        role::check_dead_letters(cx, &made.role, &name, made.dead_letter.as_ref()).await?;
        if self.function(cx, &name).await.is_ok() {
            return Err(errors::function_exists(&name));
        }
        self.link_key.prepare().await?;
        let zip = self.fetch_package(cx, input.code).await?;
        let code = self.take_in_for(zip, &architecture).await?;
        let function = Function {
            arn: names::arn(cx, &name),
            name,
            revision: self.platform.ids.uuid(),
            modified_ms: cx.now().millis(),
            settings: made,
            code: code.clone(),
            architecture,
            tags,
            reserved: None,
            attached: Attached::default(),
            last_version: 0,
            family_changes: 0,
            published: None,
        };
        match self.add(cx, function, input.publish == Some(true)).await {
            Ok((function, version)) => {
                self.runner.prewarm(&function.settings.runtime);
                // Of a version that is made with its function, AWS shows the number and the bare ARN.
                let shown = version.as_ref().unwrap_or(&function);
                Ok(describe::created(shown, self.platform.ids.uuid()))
            }
            Err(error) => {
                self.discard_after(&error, &code).await;
                Err(error)
            }
        }
    }
}

/// The model leaves room for an ARN; AWS says of a longer name that the parameter is invalid.
fn check_name(name: &str) -> Result<()> {
    if name.len() > MAX_NAME {
        return Err(errors::invalid(format!(
            "1 validation error detected: Value '{name}' at 'functionName' failed to satisfy \
             constraint: Member must have length less than or equal to {MAX_NAME}"
        )));
    }
    Ok(())
}

/// What only creating can ask for and is not acted on.
fn refuse_unsupported(input: &CreateFunctionRequest) -> Result<()> {
    let given = [
        ("PublishTo", input.publish_to.is_some()),
        ("PackageType Image", input.package_type.as_deref().is_some_and(|kind| kind != "Zip")),
        (
            "CodeSigningConfigArn",
            input.code_signing_config_arn.as_ref().is_some_and(|arn| !arn.is_empty()),
        ),
        ("TenancyConfig", input.tenancy_config.is_some()),
    ];
    refuse(errors::unsupported, given)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, create, setting, zip};
    use shapes::lambda::ops::GetFunction;
    use shapes::lambda::{FunctionCode, GetFunctionRequest};

    async fn refusal(at: &Setting, input: CreateFunctionRequest) -> String {
        at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap_err().to_string()
    }

    #[tokio::test]
    async fn a_function_is_pending_first_and_then_active() {
        let at = setting().await;
        let made = at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        assert_eq!(made.state.as_deref(), Some("Pending"));
        assert_eq!(made.version.as_deref(), Some("$LATEST"));
        assert_eq!(made.last_modified.as_deref(), Some("2026-01-02T03:04:05.678+0000"));
        let input = GetFunctionRequest { function_name: "f".into(), ..Default::default() };
        let got = at.cx.run::<GetFunction, _>(&*at.service, input).await.unwrap();
        let got = got.configuration.unwrap();
        assert_eq!(got.state.as_deref(), Some("Active"));
        assert_eq!(got.last_update_status.as_deref(), Some("Successful"));
        assert_ne!(got.revision_id, made.revision_id);
        assert_eq!(got.code_sha256.unwrap().len(), 44);
        assert_eq!(
            got.function_arn.as_deref(),
            Some("arn:aws:lambda:us-east-1:000000000000:function:f")
        );
    }

    #[tokio::test]
    async fn a_name_is_taken_once_and_nothing_is_left_of_the_second() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        assert_eq!(
            refusal(&at, create("f")).await,
            "ResourceConflictException: Function already exist: f"
        );
        assert_eq!(at.cx.platform().store.blobs.list().await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn what_is_wrong_is_said_in_awss_words() {
        let at = setting().await;
        let no_zip = FunctionCode { zip_file: Some("hello".into()), ..Default::default() };
        let input = CreateFunctionRequest { code: no_zip, ..create("f") };
        assert_eq!(
            refusal(&at, input).await,
            "InvalidParameterValueException: Could not unzip uploaded file. Please check your \
             file, then try to upload again."
        );
        let role = "arn:aws:iam::000000000000:role/missing".to_owned();
        let input = CreateFunctionRequest { role, ..create("f") };
        assert_eq!(
            refusal(&at, input).await,
            "InvalidParameterValueException: The role defined for the function cannot be assumed \
             by Lambda."
        );
        let long = refusal(&at, create(&"f".repeat(65))).await;
        assert!(long.starts_with("InvalidParameterValueException: 1 validation error"), "{long}");
        assert!(long.ends_with("length less than or equal to 64"), "{long}");
        let store = &at.cx.platform().store;
        assert!(store.blobs.list().await.unwrap().is_empty());
        assert_eq!(std::fs::read_dir(at.code_dir()).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn code_may_come_from_a_bucket() {
        let at = setting().await;
        at.objects.lock().unwrap().insert("b/k".into(), zip(&[("h.py", "")]));
        let from = |key: &str| FunctionCode {
            s3_bucket: Some("b".into()),
            s3_key: Some(key.into()),
            ..Default::default()
        };
        let input = CreateFunctionRequest { code: from("k"), ..create("f") };
        at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        let input = CreateFunctionRequest { code: from("missing"), ..create("g") };
        assert_eq!(
            refusal(&at, input).await,
            "InvalidParameterValueException: Error occurred while GetObject. S3 Error Code: \
             NoSuchKey. S3 Error Message: The specified key does not exist."
        );
        let mut both = from("k");
        both.zip_file = Some("x".into());
        let both = refusal(&at, CreateFunctionRequest { code: both, ..create("g") }).await;
        assert!(both.contains("when providing a ZipFile"), "{both}");
    }
}
