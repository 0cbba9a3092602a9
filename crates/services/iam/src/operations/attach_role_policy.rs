//! `AttachRolePolicy`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::AttachRolePolicyRequest;
use shapes::iam::ops::AttachRolePolicy;

impl Handler<AttachRolePolicy> for Iam {
    async fn handle(&self, cx: &Context, input: AttachRolePolicyRequest) -> Result<Unit> {
        self.attach::<Role>(cx, &input.role_name, &input.policy_arn).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    async fn attach(arn: &str) -> Result<Unit> {
        let (service, cx) = fixture::service().await;
        let input = AttachRolePolicyRequest { role_name: "R".into(), policy_arn: arn.to_owned() };
        cx.run::<AttachRolePolicy, _>(&*service, input).await
    }

    #[tokio::test]
    async fn only_policies_that_are_there_can_be_attached() {
        attach("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole").await.unwrap();
        for arn in [
            "arn:aws:iam::000000000000:policy/mine",
            "arn:aws:iam::111111111111:policy/theirs",
            "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole",
            "arn:aws-cn:iam::aws:policy/AdministratorAccess",
        ] {
            let message =
                format!("NoSuchEntity: Policy {arn} does not exist or is not attachable.");
            assert_eq!(attach(arn).await.unwrap_err().to_string(), message);
        }
        let error = attach("AWSLambdaBasicExecutionRole").await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ValidationError: ARN AWSLambdaBasicExecutionRole is not valid."
        );
    }
}
