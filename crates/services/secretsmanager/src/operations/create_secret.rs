//! `CreateSecret`.

use crate::records::secret::{self, SECRETS, Secret};
use crate::stages::CURRENT;
use crate::values::Value;
use crate::{SecretsManager, errors, later, names, tags, values};
use platform::{Context, Handler, Result, refuse};
use shapes::secretsmanager::ops::CreateSecret;
use shapes::secretsmanager::{CreateSecretRequest, CreateSecretResponse};
use std::collections::{BTreeMap, BTreeSet};
use store::Batch;

/// A secret may be made without a value, and then has no version.
impl Handler<CreateSecret> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: CreateSecretRequest,
    ) -> Result<CreateSecretResponse> {
        let members = [
            ("AddReplicaRegions", platform::lists_any(&input.add_replica_regions)),
            ("ForceOverwriteReplicaSecret", input.force_overwrite_replica_secret == Some(true)),
            ("Type", input.r#type.is_some()),
            ("CrossAccountPrimaryARN", input.cross_account_primary_arn.is_some()),
        ];
        refuse(errors::unsupported, members)?;
        names::check(&input.name)?;
        let value = Value::given(input.secret_string, input.secret_binary)?;
        let token = input.client_request_token;
        if value.is_some() && token.is_none() {
            return Err(errors::cannot(errors::NO_TOKEN));
        }
        let made = value.as_ref().zip(token.as_deref());
        let mut given = None;
        if let Some(list) = input.tags {
            tags::add(given.get_or_insert_with(BTreeMap::new), &list)?;
        }
        let now_ms = cx.now().millis();
        let mut secret = Secret {
            name: input.name,
            suffix: names::suffix(&*self.platform.ids),
            description: input.description.filter(|it| !it.is_empty()),
            kms_key_id: input.kms_key_id.filter(|it| !it.is_empty()),
            created_ms: now_ms,
            changed_ms: now_ms,
            tags: given,
            ..Secret::default()
        };
        // AWS asks KMS though there is no value yet.
        self.check_encrypt(cx, &secret, made.map_or("", |(_, token)| token)).await?;
        let mut batch = Batch::new();
        if let Some((value, token)) = made {
            secret.add(token, &BTreeSet::from([CURRENT.to_owned()]), true, now_ms)?;
            let at = (&*secret.name, token);
            batch = values::kept(batch, cx, at, self.seal(cx, at, value).await?);
        }
        self.make(cx, secret, batch, made).await
    }
}

impl SecretsManager {
    async fn make(
        &self,
        cx: &Context,
        secret: Secret,
        batch: Batch,
        made: Option<(&Value, &str)>,
    ) -> Result<CreateSecretResponse> {
        let key = secret::key(cx, &secret.name);
        let shown = |secret: &Secret| CreateSecretResponse {
            arn: Some(secret.arn(cx)),
            name: Some(secret.name.clone()),
            version_id: made.map(|(_, token)| token.to_owned()),
            replication_status: None,
        };
        let batch = batch.absent(SECRETS.table, &key[..]);
        let batch = batch.put(SECRETS.table, &key[..], SECRETS.encode(&secret)?);
        let batch = later::moved(batch, &key, None, Some(&secret));
        loop {
            if self.try_commit(batch.clone()).await? {
                return Ok(shown(&secret));
            }
            let Some(there) = SECRETS.get(cx.tables(), &key).await? else { continue };
            if there.deletion_ms.is_some() {
                return Err(errors::cannot(
                    "You can't create this secret because a secret with this name is already \
                     scheduled for deletion.",
                ));
            }
            let Some((value, token)) = made.filter(|(_, token)| there.version(token).is_some())
            else {
                return Err(errors::exists(&secret.name));
            };
            // The same request again.
            return match self.open(cx, (&secret.name, token)).await? {
                Some(kept) if kept == *value => Ok(shown(&there)),
                _ => Err(errors::token_in_use(token, &there.arn(cx))),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{setting, token};
    use shapes::secretsmanager::ReplicaRegionType;

    fn of(name: &str, value: &str) -> CreateSecretRequest {
        CreateSecretRequest {
            name: name.to_owned(),
            secret_string: Some(value.to_owned()),
            client_request_token: Some(token(1)),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn a_secret_is_made_once() {
        let at = setting();
        let create = async |input| at.cx.call::<CreateSecret>(input).await;
        let made = create(of("a/b", "x")).await.unwrap();
        let arn = made.arn.clone().unwrap();
        let prefix = "arn:aws:secretsmanager:us-east-1:000000000000:secret:a/b-";
        assert!(arn.starts_with(prefix) && arn.len() == prefix.len() + 6, "{arn}");
        assert_eq!(made.version_id, Some(token(1)));
        assert_eq!(create(of("a/b", "x")).await.unwrap(), made);
        assert_eq!(
            create(of("a/b", "y")).await.unwrap_err().to_string(),
            format!(
                "ResourceExistsException: You can't use ClientRequestToken {} because that value is \
                 already in use for a version of secret {arn}.",
                token(1)
            )
        );
        let other = CreateSecretRequest { client_request_token: Some(token(2)), ..of("a/b", "x") };
        assert_eq!(
            create(other).await.unwrap_err().message,
            "The operation failed because the secret a/b already exists."
        );
        let empty = CreateSecretRequest { name: "empty".into(), ..Default::default() };
        assert_eq!(create(empty).await.unwrap().version_id, None);
        let error = at.get("empty").await.unwrap_err();
        assert_eq!(
            error.message,
            "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT"
        );
    }

    #[tokio::test]
    async fn what_cannot_be_is_refused() {
        let at = setting();
        let region = ReplicaRegionType { region: Some("eu-west-1".into()), kms_key_id: None };
        for (input, code, words) in [
            (of("a b", "x"), "ValidationException", "Invalid name. Must be a valid name"),
            (
                CreateSecretRequest { add_replica_regions: Some(vec![region]), ..of("a", "x") },
                "InvalidParameterException",
                "AddReplicaRegions is not supported",
            ),
            (
                CreateSecretRequest { client_request_token: None, ..of("a", "x") },
                "InvalidRequestException",
                "You must provide a ClientRequestToken value.",
            ),
            (
                CreateSecretRequest { secret_binary: Some(vec![1].into()), ..of("a", "x") },
                "InvalidParameterException",
                "You can't specify both a binary secret value and a string",
            ),
        ] {
            let error = at.cx.call::<CreateSecret>(input).await.unwrap_err();
            assert_eq!(error.code(), code);
            assert!(error.message.contains(words), "{error}");
        }
        let own = CreateSecretRequest {
            kms_key_id: Some("alias/aws/secretsmanager".into()),
            ..of("own", "x")
        };
        assert!(at.cx.call::<CreateSecret>(own).await.is_ok());
    }
}
