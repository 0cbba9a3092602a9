//! `UpdateAlias`.

use crate::records::alias::Alias;
use crate::{Lambda, aliases, errors, names};
use platform::{Context, Error, Handler, Result};
use shapes::lambda::ops::UpdateAlias;
use shapes::lambda::{AliasConfiguration, UpdateAliasRequest};

impl Handler<UpdateAlias> for Lambda {
    /// What is not given stays; an empty `RoutingConfig` takes the second version away.
    async fn handle(&self, cx: &Context, input: UpdateAliasRequest) -> Result<AliasConfiguration> {
        let (function, _) = names::split(cx, &input.function_name, None, "UpdateAlias")?;
        aliases::check_version(input.function_version.as_deref())?;
        let second = aliases::second(input.routing_config.as_ref())?;
        let revision = input.revision_id.filter(|revision| !revision.is_empty());
        let missing = || errors::no_alias(&names::qualified_arn(cx, function, Some(&input.name)));
        let changed = self.change_alias(cx, (function, &input.name), |_, found| {
            let alias = found.ok_or_else(missing)?;
            if revision.as_ref().is_some_and(|revision| revision != alias.shown_revision()) {
                return Err(errors::revision_differs());
            }
            let mut attached = alias.attached;
            attached.policy_revision = None;
            Ok(Some(Alias {
                version: input.function_version.clone().unwrap_or(alias.version),
                description: input.description.clone().unwrap_or(alias.description),
                second: match &input.routing_config {
                    Some(_) => second.clone(),
                    None => alias.second,
                },
                revision: self.platform.ids.uuid(),
                attached,
                ..alias
            }))
        });
        let changed = changed.await?.ok_or_else(|| Error::internal("an alias was not changed"))?;
        Ok(aliases::shown(cx, function, &changed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::{CreateAlias, CreateFunction, DeleteAlias, GetAlias};
    use shapes::lambda::*;

    #[tokio::test]
    async fn only_what_is_given_changes() {
        let at = setting().await;
        let input = CreateFunctionRequest { publish: Some(true), ..create("f") };
        at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        let input = CreateAliasRequest {
            function_name: "f".into(),
            name: "A".into(),
            function_version: "1".into(),
            description: Some("d".into()),
            ..Default::default()
        };
        let made = at.cx.run::<CreateAlias, _>(&*at.service, input).await.unwrap();
        let asked = || UpdateAliasRequest {
            function_name: "f".into(),
            name: "A".into(),
            ..Default::default()
        };
        let run = async |input| at.cx.run::<UpdateAlias, _>(&*at.service, input).await;
        let input = UpdateAliasRequest {
            function_version: Some("$LATEST".into()),
            revision_id: made.revision_id.clone(),
            ..asked()
        };
        let now = run(input.clone()).await.unwrap();
        assert_eq!(now.function_version.as_deref(), Some("$LATEST"));
        assert_eq!(now.description.as_deref(), Some("d"));
        assert_ne!(now.revision_id, made.revision_id);
        assert_eq!(run(input).await.unwrap_err().code(), "PreconditionFailedException");
        let missing = UpdateAliasRequest { function_version: Some("7".into()), ..asked() };
        assert!(run(missing).await.unwrap_err().message.ends_with(":function:f:7"));
        let delete = DeleteAliasRequest { function_name: "f".into(), name: "A".into() };
        for _ in 0..2 {
            at.cx.run::<DeleteAlias, _>(&*at.service, delete.clone()).await.unwrap();
        }
        let words = "Cannot find alias arn: arn:aws:lambda:us-east-1:000000000000:function:f:A";
        assert_eq!(run(asked()).await.unwrap_err().message, words);
        let get = GetAliasRequest { function_name: "f".into(), name: "A".into() };
        let error = at.cx.run::<GetAlias, _>(&*at.service, get).await.unwrap_err();
        assert_eq!((error.code(), &*error.message), ("ResourceNotFoundException", words));
    }
}
