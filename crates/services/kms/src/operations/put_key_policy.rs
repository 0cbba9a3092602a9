//! `PutKeyPolicy`.

use crate::{Kms, errors, policies};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::PutKeyPolicyRequest;
use shapes::kms::ops::PutKeyPolicy;

impl Handler<PutKeyPolicy> for Kms {
    async fn handle(&self, cx: &Context, input: PutKeyPolicyRequest) -> Result<Unit> {
        check_name(input.policy_name.as_deref())?;
        policies::check(cx, &input.policy, input.bypass_policy_lockout_safety_check)?;
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "PutKeyPolicy")?;
            key.policy = Some(input.policy.clone());
            Ok(())
        });
        change.await.map(|_| Unit)
    }
}

/// A key has one policy.
///
/// # Errors
/// Another one is named.
pub(super) fn check_name(name: Option<&str>) -> Result<()> {
    match name {
        None | Some("default") => Ok(()),
        Some(_) => Err(errors::not_found("No such policy exists")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, setting};
    use shapes::kms::ops::{Encrypt, GetKeyPolicy, ListKeyPolicies};
    use shapes::kms::{EncryptRequest, GetKeyPolicyRequest, ListKeyPoliciesRequest};

    async fn put(at: &Setting, id: &str, policy: &str) -> Result<Unit> {
        let input = PutKeyPolicyRequest {
            key_id: id.to_owned(),
            policy: policy.to_owned(),
            ..Default::default()
        };
        at.cx.call::<PutKeyPolicy>(input).await
    }

    fn policy(statement: &str) -> String {
        format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":
            {{"AWS":"arn:aws:iam::000000000000:root"}},"Action":"kms:*","Resource":"*"}},{statement}]}}"#
        )
    }

    async fn encrypt(cx: &Context, key: &str, pair: (&str, &str)) -> String {
        let input = EncryptRequest {
            key_id: key.to_owned(),
            plaintext: "x".into(),
            encryption_context: Some([(pair.0.to_owned(), pair.1.to_owned())].into()),
            ..Default::default()
        };
        cx.call::<Encrypt>(input).await.map_or_else(|it| it.code().to_owned(), |_| String::new())
    }

    #[tokio::test]
    async fn a_policy_lets_others_in_and_keeps_its_own_out() {
        let at = setting();
        let id = at.key().await;
        let arn = format!("arn:aws:kms:us-east-1:000000000000:key/{id}");
        let friend = at.stranger();
        assert_eq!(encrypt(&friend, &arn, ("a", "b")).await, "AccessDeniedException");
        let allow = r#"{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:Encrypt",
            "Resource":"*","Condition":{"StringEquals":{"kms:EncryptionContext:a":"b"}}}"#;
        put(&at, &id, &policy(allow)).await.unwrap();
        assert_eq!(encrypt(&friend, &arn, ("a", "b")).await, "");
        assert_eq!(encrypt(&friend, &arn, ("a", "c")).await, "AccessDeniedException");
        let deny = r#"{"Effect":"Deny","Principal":"*","Action":"kms:Encrypt","Resource":"*"}"#;
        put(&at, &id, &policy(deny)).await.unwrap();
        assert_eq!(encrypt(&at.cx, &id, ("a", "b")).await, "AccessDeniedException");
    }

    #[tokio::test]
    async fn a_policy_is_shown_and_must_leave_its_author_in() {
        let at = setting();
        let id = at.key().await;
        let get = async || {
            let input = GetKeyPolicyRequest { key_id: id.clone(), policy_name: None };
            at.cx.call::<GetKeyPolicy>(input).await.unwrap().policy.unwrap()
        };
        assert!(get().await.contains("Enable IAM User Permissions"));
        let alone = r#"{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},
            "Action":"kms:*","Resource":"*"}}"#;
        let error = put(&at, &id, alone).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "MalformedPolicyDocumentException: The new key policy will not allow you to update the \
             key policy in the future."
        );
        let untold = r#"{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*",
            "Condition":{"StringEquals":{"kms:KeyOrigin":"x"}}}"#;
        let error = put(&at, &id, &policy(untold)).await.unwrap_err();
        assert_eq!(error.code(), "UnsupportedOperationException");
        let list = ListKeyPoliciesRequest { key_id: id.clone(), ..Default::default() };
        let names = at.cx.call::<ListKeyPolicies>(list).await.unwrap().policy_names;
        assert_eq!(names, Some(vec!["default".to_owned()]));
    }
}
