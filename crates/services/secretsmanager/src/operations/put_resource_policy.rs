//! `PutResourcePolicy`.

use crate::{SecretsManager, policies};
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::PutResourcePolicy;
use shapes::secretsmanager::{PutResourcePolicyRequest, PutResourcePolicyResponse};

/// A secret has one policy, whatever `PolicyName` calls it.
impl Handler<PutResourcePolicy> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: PutResourcePolicyRequest,
    ) -> Result<PutResourcePolicyResponse> {
        policies::check(&input.resource_policy, input.block_public_policy == Some(true))?;
        let change = self.change(cx, &input.secret_id, |secret| {
            secret.policy = Some(input.resource_policy.clone());
            Ok(())
        });
        let (secret, ()) = change.await?;
        Ok(PutResourcePolicyResponse {
            arn: Some(secret.arn(cx)),
            name: Some(secret.name),
            policy_name: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::setting;
    use shapes::secretsmanager::ops::{
        DeleteResourcePolicy, GetResourcePolicy, ValidateResourcePolicy,
    };
    use shapes::secretsmanager::{
        DeleteResourcePolicyRequest, GetResourcePolicyRequest, ValidateResourcePolicyRequest,
    };

    const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
        "Principal":{"AWS":"arn:aws:iam::111122223333:root"},
        "Action":"secretsmanager:GetSecretValue","Resource":"*"}]}"#;

    #[tokio::test]
    async fn a_policy_is_put_shown_and_deleted() {
        let at = setting();
        at.create("a", "x").await;
        let shown = async || {
            let input = GetResourcePolicyRequest { secret_id: "a".into(), policy_name: None };
            at.cx.call::<GetResourcePolicy>(input).await.unwrap().resource_policy
        };
        assert_eq!(shown().await, None);
        at.put_policy("a", POLICY).await.unwrap();
        assert_eq!(shown().await.as_deref(), Some(POLICY));
        let error = at.put_policy("a", "{").await.unwrap_err();
        assert_eq!(error.code(), "MalformedPolicyDocumentException");
        let input = DeleteResourcePolicyRequest { secret_id: "a".into(), policy_name: None };
        at.cx.call::<DeleteResourcePolicy>(input).await.unwrap();
        assert_eq!(shown().await, None);
    }

    #[tokio::test]
    async fn a_policy_can_be_tried() {
        let at = setting();
        let check = async |text: &str| {
            let input =
                ValidateResourcePolicyRequest { secret_id: None, resource_policy: text.to_owned() };
            let output = at.cx.call::<ValidateResourcePolicy>(input).await.unwrap();
            (output.policy_validation_passed.unwrap(), output.validation_errors.unwrap().len())
        };
        assert_eq!(check(POLICY).await, (true, 0));
        assert_eq!(check("{}").await, (false, 1));
        let public =
            r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"#;
        assert_eq!(check(public).await, (false, 1));
    }
}
