//! `AddPermission`.

use crate::permissions::{add, check_qualifier, statement};
use crate::{Lambda, names};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::AddPermission;
use shapes::lambda::{AddPermissionRequest, AddPermissionResponse};

impl Handler<AddPermission> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: AddPermissionRequest,
    ) -> Result<AddPermissionResponse> {
        let qualifier = input.qualifier.as_deref();
        let named = names::parse(cx, &input.function_name, qualifier, "AddPermission")?;
        check_qualifier(&named)?;
        self.function(cx, &named.name).await?;
        let permission = statement(&input, &named.arn(cx))?;
        let change = |attached: &mut _| add(attached, permission.clone());
        self.change_permissions(cx, &named, input.revision_id.clone(), change).await?;
        Ok(AddPermissionResponse { statement: Some(permission.statement) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::{CreateFunction, GetPolicy};
    use shapes::lambda::{GetPolicyRequest, InvocationRequest};

    fn asked(sid: &str) -> AddPermissionRequest {
        AddPermissionRequest {
            function_name: "f".into(),
            statement_id: sid.into(),
            action: "lambda:InvokeFunction".into(),
            principal: "111122223333".into(),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn permissions_are_added_once_under_the_revision_that_is_named() {
        let at = setting().await;
        let run = async |input| at.cx.run::<AddPermission, _>(&*at.service, input).await;
        let error = run(asked("s")).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceNotFoundException: Function not found: \
             arn:aws:lambda:us-east-1:000000000000:function:f"
        );
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let before = at.service.function(&at.cx, "f").await.unwrap();
        let added = run(asked("s")).await.unwrap().statement.unwrap();
        let input = GetPolicyRequest { function_name: "f".into(), qualifier: None };
        let got = at.cx.run::<GetPolicy, _>(&*at.service, input).await.unwrap();
        let expected =
            format!(r#"{{"Version":"2012-10-17","Id":"default","Statement":[{added}]}}"#);
        assert_eq!(got.policy, Some(expected));
        let after = at.service.function(&at.cx, "f").await.unwrap();
        assert_eq!(before.revision, after.revision, "its environments stay");
        assert_ne!(got.revision_id, Some(before.revision.clone()));
        assert_eq!(crate::describe::active(&after).revision_id, got.revision_id);
        let error = run(asked("s")).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceConflictException: The statement id (s) provided already exists. Please \
             provide a new statement id, or remove the existing statement."
        );
        let old = AddPermissionRequest { revision_id: Some(before.revision), ..asked("t") };
        assert_eq!(run(old).await.unwrap_err().code(), "PreconditionFailedException");
        let now = AddPermissionRequest { revision_id: got.revision_id, ..asked("t") };
        run(now).await.unwrap();
        let latest = AddPermissionRequest { qualifier: Some("$LATEST".into()), ..asked("u") };
        assert_eq!(
            run(latest).await.unwrap_err().message,
            "We currently do not support adding policies for $LATEST."
        );
        let missing = AddPermissionRequest { qualifier: Some("1".into()), ..asked("u") };
        assert!(run(missing).await.unwrap_err().message.ends_with("function:f:1"));
    }

    #[tokio::test]
    async fn a_policy_has_its_bounds() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let mut long = asked("s");
        long.source_arn = Some(format!("arn:aws:s3:::{}", "b".repeat(6000)));
        for sid in ["a", "b", "c"] {
            long.statement_id = sid.into();
            at.cx.run::<AddPermission, _>(&*at.service, long.clone()).await.unwrap();
        }
        long.statement_id = "d".into();
        let error = at.cx.run::<AddPermission, _>(&*at.service, long).await.unwrap_err();
        assert_eq!((error.code(), error.shape.status), ("PolicyLengthExceededException", 400));
        assert!(error.message.starts_with("The final policy size ("), "{error}");
        assert!(error.message.ends_with(") is bigger than the limit (20480)."), "{error}");
    }

    #[tokio::test]
    async fn a_function_lets_in_whom_its_policy_names() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let friend = platform::Principal::root("111122223333");
        let friend = at.cx.platform().context(friend, "111122223333", "us-east-1");
        let dry = InvocationRequest {
            function_name: "arn:aws:lambda:us-east-1:000000000000:function:f".into(),
            invocation_type: Some("DryRun".into()),
            ..Default::default()
        };
        let invoke = async || friend.call::<shapes::lambda::ops::Invoke>(dry.clone()).await;
        let error = invoke().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "AccessDeniedException: User: arn:aws:iam::111122223333:root is not authorized to \
             perform: lambda:InvokeFunction on resource: \
             arn:aws:lambda:us-east-1:000000000000:function:f because no resource-based policy \
             allows the lambda:InvokeFunction action"
        );
        at.cx.run::<AddPermission, _>(&*at.service, asked("s")).await.unwrap();
        assert_eq!(invoke().await.unwrap().status_code, Some(204));
    }
}
