//! `PutSecretValue`.

use crate::records::secret::Secret;
use crate::stages::CURRENT;
use crate::values::Value;
use crate::{SecretsManager, errors, rotation, values};
use platform::{Context, Handler, Result, refuse};
use shapes::secretsmanager::ops::PutSecretValue;
use shapes::secretsmanager::{PutSecretValueRequest, PutSecretValueResponse};
use std::collections::BTreeSet;
use store::Batch;

impl Handler<PutSecretValue> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: PutSecretValueRequest,
    ) -> Result<PutSecretValueResponse> {
        refuse(errors::unsupported, [("RotationToken", input.rotation_token.is_some())])?;
        let value = Value::given(input.secret_string, input.secret_binary)?;
        let value = value.ok_or_else(|| {
            errors::cannot("You must provide either SecretString or SecretBinary.")
        })?;
        let token = input.client_request_token;
        let token = token.ok_or_else(|| errors::cannot(errors::NO_TOKEN))?;
        let stages = input.version_stages.unwrap_or_else(|| vec![CURRENT.to_owned()]);
        let new = New { token: &token, value: &value, stages: stages.into_iter().collect() };
        let secret = self.put_version(cx, &input.secret_id, &new, |_| {}).await?;
        let stages = secret.version(&token).map(|version| version.stages.iter().cloned().collect());
        Ok(PutSecretValueResponse {
            arn: Some(secret.arn(cx)),
            name: Some(secret.name),
            version_id: Some(token),
            version_stages: stages,
        })
    }
}

/// A version that is to be put.
pub(super) struct New<'a> {
    /// Its id.
    pub token: &'a str,
    /// Its value.
    pub value: &'a Value,
    /// The labels that it is to have.
    pub stages: BTreeSet<String>,
}

impl SecretsManager {
    /// Puts a version of a secret, once, with what else is to change. Gives the secret as it is then.
    ///
    /// # Errors
    /// There is no such secret, or the token stands for another value.
    pub(super) async fn put_version(
        &self,
        cx: &Context,
        id: &str,
        new: &New<'_>,
        besides: impl Fn(&mut Secret),
    ) -> Result<Secret> {
        loop {
            let (old, bytes) = self.active(cx, id).await?;
            let at = (&*old.name, new.token);
            if old.version(new.token).is_some_and(|version| version.has_value) {
                return match self.open(cx, at).await? {
                    Some(kept) if kept == *new.value => Ok(old),
                    _ => Err(errors::token_in_use(new.token, &old.arn(cx))),
                };
            }
            let (mut next, now_ms) = (old.clone(), cx.now().millis());
            besides(&mut next);
            let gone = next.add(new.token, &new.stages, true, now_ms)?;
            if new.stages.contains(CURRENT) {
                rotation::updated(&mut next, now_ms);
            }
            self.check_encrypt(cx, &next, new.token).await?;
            let sealed = self.seal(cx, at, new.value).await?;
            let batch = values::kept(Batch::new(), cx, at, sealed);
            let forget = |batch, id: &String| values::forgotten(batch, cx, (&old.name, id));
            let batch = gone.iter().fold(batch, forget);
            if self.commit(cx, (&old, bytes), &next, batch).await? {
                return Ok(next);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{setting, token};
    use shapes::secretsmanager::DescribeSecretRequest;
    use shapes::secretsmanager::ops::DescribeSecret;

    #[tokio::test]
    async fn a_token_makes_one_version() {
        let at = setting();
        let arn = at.create("a", "1").await;
        let put = async |value: &str, number| {
            let input = PutSecretValueRequest {
                secret_id: "a".into(),
                client_request_token: Some(token(number)),
                secret_string: Some(value.to_owned()),
                ..Default::default()
            };
            at.cx.call::<PutSecretValue>(input).await
        };
        let made = put("2", 50).await.unwrap();
        assert_eq!(made.version_stages.as_deref().unwrap(), ["AWSCURRENT"]);
        assert_eq!(put("2", 50).await.unwrap(), made);
        let error = put("3", 50).await.unwrap_err();
        assert_eq!(error.code(), "ResourceExistsException");
        assert!(error.message.ends_with(&format!("a version of secret {arn}.")));
        assert_eq!(at.get("a").await.unwrap(), "2");
        put("3", 51).await.unwrap();
        // What was put once is not put again, though it is another's turn.
        put("2", 50).await.unwrap();
        assert_eq!(at.get("a").await.unwrap(), "3");
        let shown = DescribeSecretRequest { secret_id: "a".into() };
        let shown = at.cx.call::<DescribeSecret>(shown).await.unwrap();
        let stages = shown.version_ids_to_stages.unwrap();
        assert_eq!(stages[&token(51)], ["AWSCURRENT"]);
        assert_eq!(stages[&token(50)], ["AWSPREVIOUS"]);
        assert_eq!(stages.len(), 2);
    }

    #[tokio::test]
    async fn a_value_is_wanted_and_a_secret() {
        let at = setting();
        at.create("a", "1").await;
        let input = |secret: &str, token: Option<String>| PutSecretValueRequest {
            secret_id: secret.to_owned(),
            client_request_token: token,
            secret_binary: Some(vec![0, 255].into()),
            ..Default::default()
        };
        let none = PutSecretValueRequest { secret_binary: None, ..input("a", Some(token(5))) };
        for (input, words) in [
            (none, "either SecretString or SecretBinary"),
            (input("a", None), "You must provide a ClientRequestToken value."),
            (input("b", Some(token(5))), "can't find the specified secret."),
        ] {
            let error = at.cx.call::<PutSecretValue>(input).await.unwrap_err();
            assert!(error.message.contains(words), "{error}");
        }
        at.cx.call::<PutSecretValue>(input("a", Some(token(5)))).await.unwrap();
    }
}
