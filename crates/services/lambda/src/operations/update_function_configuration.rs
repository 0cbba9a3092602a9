//! `UpdateFunctionConfiguration`.

use crate::records::function::Function;
use crate::{Lambda, describe, encryption, names, role, settings};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::UpdateFunctionConfiguration;
use shapes::lambda::{FunctionConfiguration, UpdateFunctionConfigurationRequest};

impl Handler<UpdateFunctionConfiguration> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        mut input: UpdateFunctionConfigurationRequest,
    ) -> Result<FunctionConfiguration> {
        let found =
            self.changeable(cx, &input.function_name, "UpdateFunctionConfiguration").await?;
        let name = found.name;
        let (wanted, extras) = settings::of_update(&mut input);
        extras.refuse()?;
        let key = wanted.kms_key_arn.as_deref();
        encryption::check_new(cx, &names::arn(cx, &name), key).await?;
        if let Some(role) = &wanted.role {
            role::check(cx, role, &name).await?;
        }
        let mut settings = found.settings;
        settings::apply(&mut settings, &wanted)?;
        if wanted.role.is_some() || wanted.dead_letter_config.is_some() {
            let dead_letter = settings.dead_letter.as_ref();
            role::check_dead_letters(cx, &settings.role, &name, dead_letter).await?;
        }
        let revision = input.revision_id.filter(|revision| !revision.is_empty());
        let change = |function: &mut Function| settings::apply(&mut function.settings, &wanted);
        let (function, _) = self.change(cx, &name, revision.as_deref(), false, change).await?;
        Ok(describe::updated(&function, self.platform.ids.uuid()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::CreateFunction;

    #[tokio::test]
    async fn only_what_is_given_changes() {
        let at = setting().await;
        let made = at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let mut input = UpdateFunctionConfigurationRequest {
            function_name: "f".into(),
            timeout: Some(60),
            revision_id: Some(at.service.function(&at.cx, "f").await.unwrap().revision),
            ..Default::default()
        };
        let run =
            async |input| at.cx.run::<UpdateFunctionConfiguration, _>(&*at.service, input).await;
        let now = run(input.clone()).await.unwrap();
        assert_eq!((now.timeout, now.memory_size), (Some(60), made.memory_size));
        assert_eq!(now.handler, made.handler);
        let error = run(input.clone()).await.unwrap_err();
        assert_eq!(error.code(), "PreconditionFailedException");
        let kept = at.service.function(&at.cx, "f").await.unwrap();
        assert_ne!(Some(kept.revision), now.revision_id, "it changes when the update is ready");
        input.revision_id = None;
        input.role = Some("arn:aws:iam::000000000000:role/missing".into());
        let error = run(input).await.unwrap_err();
        assert_eq!(error.message, crate::errors::ROLE_WORDS);
    }
}
