//! `GetSecretValue`.

use crate::records::secret::{Secret, Version};
use crate::stages::CURRENT;
use crate::{SecretsManager, errors};
use platform::{Context, Error, Handler, Result};
use shapes::Timestamp;
use shapes::secretsmanager::ops::GetSecretValue;
use shapes::secretsmanager::{GetSecretValueRequest, GetSecretValueResponse};
use store::Batch;

const DAY_MS: i64 = 86_400_000;

impl Handler<GetSecretValue> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: GetSecretValueRequest,
    ) -> Result<GetSecretValueResponse> {
        let (id, stage) = (input.version_id.as_deref(), input.version_stage.as_deref());
        loop {
            let (secret, bytes) = self.active(cx, &input.secret_id).await?;
            let version = choose(&secret, id, stage)?;
            if !version.has_value {
                return Err(match id {
                    Some(id) => errors::no_value(format_args!("VersionId: {id}")),
                    None => missing_stage(stage),
                });
            }
            self.check_decrypt(cx, &secret, &version.id).await?;
            let Some(value) = self.open(cx, (&secret.name, &version.id)).await? else {
                // It may have gone since the secret was read.
                let (again, _) = self.active(cx, &input.secret_id).await?;
                if again == secret {
                    let (name, id) = (&secret.name, &version.id);
                    let what = format_args!("the value of version {id} of {name} is missing");
                    return Err(Error::internal(what));
                }
                continue;
            };
            let (secret_string, secret_binary) = value.shown();
            let answer = GetSecretValueResponse {
                arn: Some(secret.arn(cx)),
                name: Some(secret.name.clone()),
                version_id: Some(version.id.clone()),
                secret_binary,
                secret_string,
                version_stages: Some(version.stages.iter().cloned().collect()),
                created_date: Some(Timestamp(version.created_ms)),
            };
            let accessed = version.id.clone();
            self.note_access(cx, (&secret, bytes), &accessed).await;
            return Ok(answer);
        }
    }
}

/// The version that is asked for.
fn choose<'a>(secret: &'a Secret, id: Option<&str>, stage: Option<&str>) -> Result<&'a Version> {
    let Some(id) = id else {
        let version = secret.on(stage.unwrap_or(CURRENT));
        return version.ok_or_else(|| missing_stage(stage));
    };
    let version = secret.version(id);
    let version = version.ok_or_else(|| errors::no_value(format_args!("VersionId: {id}")))?;
    match stage.is_none_or(|stage| version.stages.contains(stage)) {
        true => Ok(version),
        false => Err(errors::cannot(
            "You provided a VersionStage that is not associated to the provided VersionId.",
        )),
    }
}

fn missing_stage(stage: Option<&str>) -> platform::Error {
    errors::no_value(format_args!("staging label: {}", stage.unwrap_or(CURRENT)))
}

impl SecretsManager {
    /// Keeps on which day a value was got, once a day. That it fails hinders nobody who reads.
    async fn note_access(&self, cx: &Context, (old, bytes): (&Secret, bytes::Bytes), id: &str) {
        let now_ms = cx.now().millis();
        let today = Some(now_ms - now_ms.rem_euclid(DAY_MS));
        let mut next = old.clone();
        next.accessed_ms = today;
        if let Some(version) = next.version_mut(id) {
            version.accessed_ms = today;
        }
        if next != *old
            && let Err(error) = self.commit(cx, (old, bytes), &next, Batch::new()).await
        {
            tracing::debug!(%error, "the day of an access is not kept");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{setting, token};
    use store::{Scan, Table};

    #[tokio::test]
    async fn a_value_is_got_by_its_label_and_its_id() {
        let at = setting();
        let arn = at.create("a", "1").await;
        let second = at.put("a", "2", &["AWSPENDING"]).await.unwrap();
        let of = async |id: &str, version: Option<&str>, stage: Option<&str>| {
            let input = GetSecretValueRequest {
                secret_id: id.to_owned(),
                version_id: version.map(str::to_owned),
                version_stage: stage.map(str::to_owned),
            };
            at.cx.call::<GetSecretValue>(input).await
        };
        let text = |got: Result<GetSecretValueResponse>| got.map(|got| got.secret_string.unwrap());
        let partial = &arn[..arn.len() - 7];
        for id in ["a", &arn, partial] {
            assert_eq!(text(of(id, None, None).await).unwrap(), "1");
            assert_eq!(text(of(id, None, Some("AWSPENDING")).await).unwrap(), "2");
            assert_eq!(text(of(id, Some(&second), None).await).unwrap(), "2");
        }
        for (id, version, stage, words) in [
            ("b", None, None, "Secrets Manager can't find the specified secret."),
            (&format!("{partial}-aaaaaa"), None, None, "can't find the specified secret."),
            ("a", None, Some("AWSPREVIOUS"), "secret value for staging label: AWSPREVIOUS"),
            ("a", Some(&*token(99)), None, "secret value for VersionId: "),
            (
                "a",
                Some(&*second),
                Some("AWSCURRENT"),
                "is not associated to the provided VersionId",
            ),
        ] {
            let error = of(id, version, stage).await.unwrap_err();
            assert!(error.message.contains(words), "{error}");
        }
    }

    #[tokio::test]
    async fn a_value_that_is_lost_is_told() {
        let at = setting();
        at.create("a", "1").await;
        let table = Table("secretsmanager-values");
        let rows = at.cx.tables().scan(table, Scan::prefix(b"")).await.unwrap();
        let batch = Batch::new().delete(table, &rows[0].0[..]);
        at.cx.tables().commit(batch).await.unwrap();
        assert!(at.get("a").await.unwrap_err().is_server_fault());
    }

    #[tokio::test]
    async fn no_value_lies_in_clear() {
        let at = setting();
        at.create("a", "open sesame").await;
        for table in ["secretsmanager-secrets", "secretsmanager-values"] {
            let rows = at.cx.tables().scan(Table(table), Scan::prefix(b"")).await.unwrap();
            assert_eq!(rows.len(), 1);
            assert!(!rows[0].1.windows(6).any(|it| it == b"sesame"));
        }
    }
}
