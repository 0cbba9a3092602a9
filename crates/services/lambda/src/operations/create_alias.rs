//! `CreateAlias`.

use crate::records::alias::Alias;
use crate::records::function::Attached;
use crate::{Lambda, aliases, errors, names};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::CreateAlias;
use shapes::lambda::{AliasConfiguration, CreateAliasRequest};

impl Handler<CreateAlias> for Lambda {
    async fn handle(&self, cx: &Context, input: CreateAliasRequest) -> Result<AliasConfiguration> {
        let (function, _) = names::split(cx, &input.function_name, None, "CreateAlias")?;
        aliases::check_version(Some(&input.function_version))?;
        let alias = Alias {
            name: input.name,
            version: input.function_version,
            description: input.description.unwrap_or_default(),
            second: aliases::second(input.routing_config.as_ref())?,
            revision: self.platform.ids.uuid(),
            attached: Attached::default(),
        };
        let place = (function, &*alias.name);
        self.change_alias(cx, place, |_, found| match found {
            Some(_) => {
                let arn = names::qualified_arn(cx, function, Some(&alias.name));
                Err(errors::alias_exists(&arn))
            }
            None => Ok(Some(alias.clone())),
        })
        .await?;
        Ok(aliases::shown(cx, function, &alias))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, create_with, setting};
    use shapes::lambda::ops::*;
    use shapes::lambda::*;

    fn asked(name: &str, version: &str) -> CreateAliasRequest {
        CreateAliasRequest {
            function_name: "f".into(),
            name: name.into(),
            function_version: version.into(),
            ..Default::default()
        }
    }

    fn shares(version: &str, weight: f64) -> Option<AliasRoutingConfiguration> {
        let weights = [(version.to_owned(), weight)].into();
        Some(AliasRoutingConfiguration { additional_version_weights: Some(weights) })
    }

    #[tokio::test]
    async fn an_alias_leads_to_a_version_that_is_there() {
        let at = setting().await;
        let input = CreateFunctionRequest { publish: Some(true), ..create("f") };
        at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        let run = async |input| at.cx.run::<CreateAlias, _>(&*at.service, input).await;
        let made = run(asked("PROD", "1")).await.unwrap();
        let arn = "arn:aws:lambda:us-east-1:000000000000:function:f:PROD";
        assert_eq!(made.alias_arn.as_deref(), Some(arn));
        assert_eq!((made.description.as_deref(), &made.routing_config), (Some(""), &None));
        assert_eq!(
            run(asked("PROD", "1")).await.unwrap_err().to_string(),
            format!("ResourceConflictException: Alias already exists: {arn}")
        );
        assert!(run(asked("X", "2")).await.unwrap_err().message.ends_with("function:f:2"));
        let latest =
            CreateAliasRequest { routing_config: shares("1", 0.5), ..asked("X", "$LATEST") };
        assert_eq!(
            run(latest).await.unwrap_err().message,
            "$LATEST is not supported for an alias pointing to more than 1 version"
        );
        let same = CreateAliasRequest { routing_config: shares("1", 0.5), ..asked("X", "1") };
        assert_eq!(
            run(same).await.unwrap_err().message,
            "Invalid function version 1. Function version 1 is already included in routing \
             configuration."
        );
        let get = GetAliasRequest { function_name: "f".into(), name: "PROD".into() };
        assert_eq!(at.cx.run::<GetAlias, _>(&*at.service, get).await.unwrap(), made);
        let list = ListAliasesRequest { function_name: "f".into(), ..Default::default() };
        let listed = at.cx.run::<ListAliases, _>(&*at.service, list).await.unwrap();
        assert_eq!(listed.aliases.unwrap(), [made]);
        let input = GetFunctionConfigurationRequest {
            function_name: "f:PROD".into(),
            ..Default::default()
        };
        let got = at.cx.run::<GetFunctionConfiguration, _>(&*at.service, input).await.unwrap();
        assert_eq!((got.function_arn.as_deref(), got.version.as_deref()), (Some(arn), Some("1")));
    }

    #[test]
    fn a_weight_is_a_share() {
        for wrong in [f64::NAN, f64::INFINITY, 1.5, -0.1] {
            assert!(crate::aliases::second(shares("2", wrong).as_ref()).is_err(), "{wrong}");
        }
        assert!(crate::aliases::second(shares("2", 1.0).as_ref()).is_ok());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn invocations_are_shared_out_by_weight() {
        let at = setting().await;
        let code = "def handler(e, c):\n    return c.invoked_function_arn\n";
        let input = CreateFunctionRequest { publish: Some(true), ..create_with("f", code) };
        at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        let change = UpdateFunctionConfigurationRequest {
            function_name: "f".into(),
            description: Some("another".into()),
            ..Default::default()
        };
        at.cx.run::<UpdateFunctionConfiguration, _>(&*at.service, change).await.unwrap();
        let publish = PublishVersionRequest { function_name: "f".into(), ..Default::default() };
        at.cx.run::<PublishVersion, _>(&*at.service, publish).await.unwrap();
        let input = CreateAliasRequest { routing_config: shares("2", 0.5), ..asked("PROD", "1") };
        at.cx.run::<CreateAlias, _>(&*at.service, input).await.unwrap();
        let mut ran = std::collections::BTreeSet::new();
        for _ in 0..20 {
            let input = InvocationRequest { function_name: "f:PROD".into(), ..Default::default() };
            let output = at.cx.run::<Invoke, _>(&*at.service, input).await.unwrap();
            let payload = String::from_utf8(output.payload.unwrap().to_vec()).unwrap();
            assert!(payload.ends_with(":function:f:PROD\""), "{payload}");
            ran.insert(output.executed_version.unwrap());
        }
        assert_eq!(ran.into_iter().collect::<Vec<_>>(), ["1", "2"]);
        let missing = InvocationRequest { function_name: "f:TEST".into(), ..Default::default() };
        assert_eq!(
            at.cx.run::<Invoke, _>(&*at.service, missing).await.unwrap_err().message,
            "Function not found: arn:aws:lambda:us-east-1:000000000000:function:f:TEST"
        );
        at.runner.shutdown().await;
    }

    #[tokio::test]
    async fn what_hangs_on_an_alias_is_its_own() {
        let at = setting().await;
        let input = CreateFunctionRequest { publish: Some(true), ..create("f") };
        at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        at.cx.run::<CreateAlias, _>(&*at.service, asked("PROD", "1")).await.unwrap();
        let permission = AddPermissionRequest {
            function_name: "f".into(),
            qualifier: Some("PROD".into()),
            statement_id: "s".into(),
            action: "lambda:InvokeFunction".into(),
            principal: "111122223333".into(),
            ..Default::default()
        };
        let added = at.cx.run::<AddPermission, _>(&*at.service, permission).await.unwrap();
        assert!(added.statement.unwrap().contains(r#"function:f:PROD""#));
        let friend = platform::Principal::root("111122223333");
        let friend = at.cx.platform().context(friend, "111122223333", "us-east-1");
        for (name, allowed) in [("f:PROD", true), ("f", false), ("f:1", false)] {
            let input = InvocationRequest {
                function_name: format!("arn:aws:lambda:us-east-1:000000000000:function:{name}"),
                invocation_type: Some("DryRun".into()),
                ..Default::default()
            };
            assert_eq!(friend.call::<Invoke>(input).await.is_ok(), allowed, "{name}");
        }
        let config = PutFunctionEventInvokeConfigRequest {
            function_name: "f:PROD".into(),
            maximum_retry_attempts: Some(0),
            ..Default::default()
        };
        at.cx.run::<PutFunctionEventInvokeConfig, _>(&*at.service, config).await.unwrap();
        let list = ListFunctionEventInvokeConfigsRequest {
            function_name: "f".into(),
            ..Default::default()
        };
        let listed =
            at.cx.run::<ListFunctionEventInvokeConfigs, _>(&*at.service, list).await.unwrap();
        let arns = listed.function_event_invoke_configs.unwrap();
        let arns = arns.into_iter().map(|it| it.function_arn.unwrap()).collect::<Vec<_>>();
        assert_eq!(arns, ["arn:aws:lambda:us-east-1:000000000000:function:f:PROD"]);
    }
}
