//! `UpdateFunctionCode`.

use crate::{Lambda, describe, errors, machines};
use platform::{Context, Handler, Result, refuse};
use shapes::lambda::ops::UpdateFunctionCode;
use shapes::lambda::{FunctionCode, FunctionConfiguration, UpdateFunctionCodeRequest};

impl Handler<UpdateFunctionCode> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateFunctionCodeRequest,
    ) -> Result<FunctionConfiguration> {
        let mut function = self.changeable(cx, &input.function_name, "UpdateFunctionCode").await?;
        refuse(errors::unsupported, [("PublishTo", input.publish_to.is_some())])?;
        let architecture = machines::wanted(input.architectures.as_ref())?;
        let architecture = architecture.unwrap_or(&function.architecture).to_owned();
        let revision = input.revision_id.filter(|revision| !revision.is_empty());
        if revision.as_ref().is_some_and(|revision| revision != function.shown_revision()) {
            return Err(errors::revision_differs());
        }
        let source = FunctionCode {
            zip_file: input.zip_file,
            s3_bucket: input.s3_bucket,
            s3_key: input.s3_key,
            s3_object_version: input.s3_object_version,
            s3_object_storage_mode: input.s3_object_storage_mode,
            image_uri: input.image_uri,
            source_kms_key_arn: input.source_kms_key_arn,
        };
        let zip = self.fetch_package(cx, source).await?;
        let code = self.take_in_for(zip, &architecture).await?;
        if input.dry_run == Some(true) {
            self.discard(&code).await;
            (function.code, function.architecture) = (code, architecture);
            return Ok(describe::active(&function));
        }
        let replace = |function: &mut crate::records::function::Function| {
            function.code = code.clone();
            function.architecture = architecture.clone();
            Ok(())
        };
        let publish = input.publish == Some(true);
        match self.change(cx, &function.name, revision.as_deref(), publish, replace).await {
            Ok((_, Some(version))) => Ok(describe::version(&version)),
            Ok((function, None)) => Ok(describe::updated(&function, self.platform.ids.uuid())),
            Err(error) => {
                self.discard_after(&error, &code).await;
                Err(error)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting, until, zip};
    use crate::names;
    use shapes::lambda::ops::CreateFunction;

    #[tokio::test]
    async fn new_code_replaces_the_old_and_frees_it() {
        let at = setting().await;
        let made = at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let mut input = UpdateFunctionCodeRequest {
            function_name: "f".into(),
            zip_file: Some(zip(&[("h.py", "x = 1")])),
            dry_run: Some(true),
            ..Default::default()
        };
        let tried = at.cx.run::<UpdateFunctionCode, _>(&*at.service, input.clone()).await.unwrap();
        assert_ne!(tried.code_sha256, made.code_sha256);
        let kept = at.service.function(&at.cx, "f").await.unwrap();
        assert_eq!(Some(kept.code.sha256), made.code_sha256);
        input.dry_run = None;
        let now = at.cx.run::<UpdateFunctionCode, _>(&*at.service, input.clone()).await.unwrap();
        assert_eq!(now.code_sha256, tried.code_sha256);
        assert_eq!(now.last_update_status.as_deref(), Some("InProgress"));
        assert_ne!(now.revision_id, made.revision_id);
        let store = at.cx.platform().store.clone();
        until(async || store.blobs.list().await.unwrap().len() == 1).await;
        input.revision_id = made.revision_id;
        let error = at.cx.run::<UpdateFunctionCode, _>(&*at.service, input).await.unwrap_err();
        assert_eq!((error.code(), error.shape.status), ("PreconditionFailedException", 412));
    }

    #[tokio::test]
    async fn who_looked_a_function_up_before_gets_its_new_code() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let before = at.service.function(&at.cx, "f").await.unwrap();
        let input = UpdateFunctionCodeRequest {
            function_name: "f".into(),
            zip_file: Some(zip(&[("h.py", "x = 1")])),
            ..Default::default()
        };
        let now = at.cx.run::<UpdateFunctionCode, _>(&*at.service, input).await.unwrap();
        let store = at.cx.platform().store.clone();
        until(async || store.blobs.list().await.unwrap().len() == 1).await;
        let service = at.restarted().await;
        let named = names::parse(&at.cx, "f", None, "InvokeFunction").unwrap();
        assert!(service.prepare(&at.cx, &before).await.is_err());
        let found = service.at_hand(&at.cx, &named, before).await.unwrap().unwrap();
        assert_eq!(Some(found.code.sha256), now.code_sha256);
    }
}
