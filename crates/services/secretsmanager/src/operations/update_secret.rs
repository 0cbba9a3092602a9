//! `UpdateSecret`.

use super::put_secret_value::New;
use crate::records::secret::Secret;
use crate::stages::CURRENT;
use crate::values::Value;
use crate::{SecretsManager, errors};
use platform::{Context, Handler, Result, refuse};
use shapes::secretsmanager::ops::UpdateSecret;
use shapes::secretsmanager::{UpdateSecretRequest, UpdateSecretResponse};
use std::collections::BTreeSet;

impl Handler<UpdateSecret> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateSecretRequest,
    ) -> Result<UpdateSecretResponse> {
        refuse(errors::unsupported, [("Type", input.r#type.is_some())])?;
        let value = Value::given(input.secret_string, input.secret_binary)?;
        let (description, key) = (input.description, input.kms_key_id);
        let now_ms = cx.now().millis();
        let besides = |secret: &mut Secret| {
            if let Some(description) = &description {
                secret.description = Some(description.clone()).filter(|it| !it.is_empty());
            }
            if let Some(key) = &key {
                secret.kms_key_id = Some(key.clone()).filter(|it| !it.is_empty());
            }
            secret.changed_ms = now_ms;
        };
        if key.is_some() {
            self.check_moves(cx, &input.secret_id, besides).await?;
        }
        let (secret, version_id) = match value {
            Some(value) => {
                let token = input.client_request_token;
                let token = token.ok_or_else(|| errors::cannot(errors::NO_TOKEN))?;
                let stages = BTreeSet::from([CURRENT.to_owned()]);
                let new = New { token: &token, value: &value, stages };
                (self.put_version(cx, &input.secret_id, &new, besides).await?, Some(token))
            }
            None => {
                let change = |secret: &mut Secret| {
                    besides(secret);
                    Ok(())
                };
                (self.change(cx, &input.secret_id, change).await?.0, None)
            }
        };
        Ok(UpdateSecretResponse { arn: Some(secret.arn(cx)), name: Some(secret.name), version_id })
    }
}

impl SecretsManager {
    /// Refuses another key where the caller may not read by the old one or not write by the new one: AWS
    /// encrypts the current value again.
    async fn check_moves(
        &self,
        cx: &Context,
        id: &str,
        change: impl Fn(&mut Secret),
    ) -> Result<()> {
        let (old, _) = self.active(cx, id).await?;
        let mut next = old.clone();
        change(&mut next);
        let Some(current) = old.on(CURRENT).filter(|_| old.kms_key_id != next.kms_key_id) else {
            return Ok(());
        };
        self.check_decrypt(cx, &old, &current.id).await?;
        self.check_encrypt(cx, &next, &current.id).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{setting, token};

    #[tokio::test]
    async fn what_is_said_changes_and_the_rest_stays() {
        let at = setting();
        at.create("a", "1").await;
        let update = async |input| at.cx.call::<UpdateSecret>(input).await;
        let input = UpdateSecretRequest {
            secret_id: "a".into(),
            description: Some("d".into()),
            ..Default::default()
        };
        assert_eq!(update(input.clone()).await.unwrap().version_id, None);
        let input = UpdateSecretRequest {
            description: None,
            secret_string: Some("2".into()),
            client_request_token: Some(token(9)),
            ..input
        };
        assert_eq!(update(input.clone()).await.unwrap().version_id, Some(token(9)));
        assert_eq!(at.get("a").await.unwrap(), "2");
        let (secret, _) = at.service.find(&at.cx, "a").await.unwrap();
        assert_eq!(secret.description.as_deref(), Some("d"));
    }
}
