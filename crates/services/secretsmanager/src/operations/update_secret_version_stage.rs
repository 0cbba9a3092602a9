//! `UpdateSecretVersionStage`.

use crate::records::secret::Secret;
use crate::stages::CURRENT;
use crate::{SecretsManager, errors};
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::UpdateSecretVersionStage;
use shapes::secretsmanager::{UpdateSecretVersionStageRequest, UpdateSecretVersionStageResponse};

impl Handler<UpdateSecretVersionStage> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateSecretVersionStageRequest,
    ) -> Result<UpdateSecretVersionStageResponse> {
        let now_ms = cx.now().millis();
        let change = |secret: &mut Secret| {
            move_label(secret, &input)?;
            secret.changed_ms = now_ms;
            Ok(())
        };
        let (secret, ()) = self.change(cx, &input.secret_id, change).await?;
        Ok(UpdateSecretVersionStageResponse { arn: Some(secret.arn(cx)), name: Some(secret.name) })
    }
}

/// Whoever takes a label from a version must say from which.
fn move_label(secret: &mut Secret, input: &UpdateSecretVersionStageRequest) -> Result<()> {
    let stage = &input.version_stage;
    let (from, to) = (input.remove_from_version_id.as_deref(), input.move_to_version_id.as_deref());
    for id in [from, to].into_iter().flatten() {
        if secret.version(id).is_none() {
            return Err(errors::no_value(format_args!("VersionId: {id}")));
        }
    }
    let on = secret.on(stage).map(|version| version.id.as_str());
    match (on, from) {
        _ if from.is_none() && to.is_none() => {
            return Err(errors::invalid(
                "You must specify at least one of RemoveFromVersionId and MoveToVersionId.",
            ));
        }
        (on, Some(from)) if on != Some(from) => {
            return Err(errors::invalid(format!(
                "The staging label {stage} is not attached to version {from}, which is given as \
                 RemoveFromVersionId."
            )));
        }
        (Some(on), None) if to != Some(on) => {
            return Err(errors::invalid(format!(
                "The parameter RemoveFromVersionId can't be empty. Staging label {stage} is \
                 currently attached to version {on}, so you must explicitly reference that version \
                 in RemoveFromVersionId."
            )));
        }
        _ => {}
    }
    match to {
        Some(to) => secret.label(to, stage),
        None if stage == CURRENT => Err(errors::invalid(
            "You can only move staging label AWSCURRENT to a different secret version. It can\u{2019}t \
             be completely removed.",
        )),
        None => {
            secret.unlabel(stage);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{setting, token};

    #[tokio::test]
    async fn labels_are_moved_and_taken_away() {
        let at = setting();
        at.create("a", "1").await;
        let (first, _) = at.service.find(&at.cx, "a").await.unwrap();
        let first = first.versions[0].id.clone();
        let second = at.put("a", "2", &["MINE"]).await.unwrap();
        let update = async |stage: &str, from: Option<&str>, to: Option<&str>| {
            let input = UpdateSecretVersionStageRequest {
                secret_id: "a".into(),
                version_stage: stage.to_owned(),
                remove_from_version_id: from.map(str::to_owned),
                move_to_version_id: to.map(str::to_owned),
            };
            at.cx.call::<UpdateSecretVersionStage>(input).await
        };
        for (stage, from, to, words) in [
            ("AWSCURRENT", None, Some(&*second), "RemoveFromVersionId can't be empty. Staging"),
            ("AWSCURRENT", Some(&*second), Some(&*second), "is not attached to version"),
            ("AWSCURRENT", Some(&*first), None, "can only move staging label AWSCURRENT"),
            ("AWSCURRENT", Some(&*first), Some(&*token(99)), "secret value for VersionId"),
            ("MINE", None, None, "at least one of"),
        ] {
            let error = update(stage, from, to).await.unwrap_err();
            assert!(error.message.contains(words), "{error}");
        }
        update("AWSCURRENT", Some(&first), Some(&second)).await.unwrap();
        assert_eq!(at.get("a").await.unwrap(), "2");
        update("MINE", Some(&second), None).await.unwrap();
        update("NEW", None, Some(&second)).await.unwrap();
        let (secret, _) = at.service.find(&at.cx, "a").await.unwrap();
        let stages: Vec<_> = secret.version(&second).unwrap().stages.iter().collect();
        assert_eq!(stages, ["AWSCURRENT", "NEW"]);
        assert!(secret.version(&first).unwrap().stages.contains("AWSPREVIOUS"));
    }
}
