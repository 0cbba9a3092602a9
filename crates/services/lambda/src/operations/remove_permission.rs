//! `RemovePermission`.

use crate::permissions::{check_qualifier, remove};
use crate::{Lambda, errors, names};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::lambda::RemovePermissionRequest;
use shapes::lambda::ops::RemovePermission;

impl Handler<RemovePermission> for Lambda {
    async fn handle(&self, cx: &Context, input: RemovePermissionRequest) -> Result<Unit> {
        let qualifier = input.qualifier.as_deref();
        let action = "RemovePermission";
        let named = names::parse(cx, &input.function_name, qualifier, action)?;
        if self.find(cx, &named.name).await?.is_none() {
            return Err(errors::no_policy_for(&names::arn(cx, &named.name)));
        }
        check_qualifier(&named)?;
        let change = |attached: &mut _| remove(attached, &input.statement_id);
        self.change_permissions(cx, &named, input.revision_id.clone(), change).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::{AddPermission, CreateFunction, GetPolicy};
    use shapes::lambda::{AddPermissionRequest, GetPolicyRequest};

    #[tokio::test]
    async fn the_last_permission_takes_the_policy_with_it() {
        let at = setting().await;
        let asked = |sid: &str| RemovePermissionRequest {
            function_name: "f".into(),
            statement_id: sid.into(),
            ..Default::default()
        };
        let run = async |sid| at.cx.run::<RemovePermission, _>(&*at.service, asked(sid)).await;
        let refusal = async |sid| run(sid).await.unwrap_err().to_string();
        let none = "ResourceNotFoundException: ";
        assert_eq!(
            refusal("s").await,
            format!("{none}No policy found for: arn:aws:lambda:us-east-1:000000000000:function:f")
        );
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        assert_eq!(
            refusal("s").await,
            format!("{none}No policy is associated with the given resource.")
        );
        let input = AddPermissionRequest {
            function_name: "f".into(),
            statement_id: "s".into(),
            action: "lambda:*".into(),
            principal: "s3.amazonaws.com".into(),
            ..Default::default()
        };
        at.cx.run::<AddPermission, _>(&*at.service, input).await.unwrap();
        assert_eq!(
            refusal("t").await,
            format!("{none}Statement t is not found in resource policy.")
        );
        run("s").await.unwrap();
        let input = GetPolicyRequest { function_name: "f".into(), qualifier: None };
        let error = at.cx.run::<GetPolicy, _>(&*at.service, input).await.unwrap_err();
        assert_eq!(error.to_string(), format!("{none}The resource you requested does not exist."));
    }
}
