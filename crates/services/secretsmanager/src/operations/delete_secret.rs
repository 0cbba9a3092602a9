//! `DeleteSecret`.

use crate::records::secret::Secret;
use crate::{SecretsManager, errors, names, secrets};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::secretsmanager::ops::DeleteSecret;
use shapes::secretsmanager::{DeleteSecretRequest, DeleteSecretResponse};
use store::Batch;

const DAY_MS: i64 = 86_400_000;
/// How long a secret can be restored where nothing is said, in days.
const WINDOW: i64 = 30;

impl Handler<DeleteSecret> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteSecretRequest,
    ) -> Result<DeleteSecretResponse> {
        let is_forced = input.force_delete_without_recovery == Some(true);
        match input.recovery_window_in_days {
            Some(_) if is_forced => {
                return Err(errors::invalid(
                    "You can't use ForceDeleteWithoutRecovery in conjunction with \
                     RecoveryWindowInDays.",
                ));
            }
            Some(days) if !(7..=30).contains(&days) => {
                return Err(errors::invalid(
                    "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).",
                ));
            }
            _ => {}
        }
        if is_forced {
            return self.delete_now(cx, &input.secret_id).await;
        }
        let window = input.recovery_window_in_days.unwrap_or(WINDOW) * DAY_MS;
        loop {
            let (old, bytes) = self.find(cx, &input.secret_id).await?;
            if old.deletion_ms.is_some() {
                return Err(errors::cannot(
                    "You can't perform this operation on the secret because it was already \
                     scheduled for deletion.",
                ));
            }
            let deletion_ms = cx.now().millis() + window;
            let mut next = Secret { deletion_ms: Some(deletion_ms), ..old.clone() };
            let batch = next.end_run(cx, Batch::new());
            if self.commit(cx, (&old, bytes), &next, batch).await? {
                return Ok(shown(next.arn(cx), next.name, deletion_ms));
            }
        }
    }
}

fn shown(arn: String, name: String, deletion_ms: i64) -> DeleteSecretResponse {
    let deletion_date = Some(Timestamp(deletion_ms));
    DeleteSecretResponse { arn: Some(arn), name: Some(name), deletion_date }
}

impl SecretsManager {
    /// Deletes a secret at once. One that is not there is deleted too.
    async fn delete_now(&self, cx: &Context, id: &str) -> Result<DeleteSecretResponse> {
        let named = names::parse(cx, id)?;
        let now_ms = cx.now().millis();
        loop {
            let Some((secret, bytes)) = self.find_named(cx, &named).await? else {
                let suffix = names::suffix(&*self.platform.ids);
                return Ok(shown(names::arn(cx, &named.name, &suffix), named.name, now_ms));
            };
            if self.try_commit(secrets::without(Batch::new(), cx, &secret, bytes)).await? {
                return Ok(shown(secret.arn(cx), secret.name, now_ms));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, setting};
    use platform::testing;
    use shapes::secretsmanager::RestoreSecretRequest;
    use shapes::secretsmanager::ops::RestoreSecret;
    use std::time::Duration;
    use store::{Scan, Table};

    async fn rows(at: &Setting) -> usize {
        let mut count = 0;
        for table in ["secretsmanager-secrets", "secretsmanager-values", "deadlines"] {
            count += at.cx.tables().scan(Table(table), Scan::prefix(b"")).await.unwrap().len();
        }
        count
    }

    #[tokio::test]
    async fn a_secret_can_be_restored_until_its_window_ends() {
        let at = setting();
        at.service.platform.deadlines.start();
        let arn = at.create("a", "1").await;
        let deleted = at.delete("a", Some(7)).await.unwrap();
        let in_a_week = testing::START.millis() + 7 * DAY_MS;
        assert_eq!(deleted.deletion_date, Some(Timestamp(in_a_week)));
        let error = at.get("a").await.unwrap_err();
        assert_eq!(error.code(), "InvalidRequestException");
        assert_eq!(
            error.message,
            "You can't perform this operation on the secret because it was marked for deletion."
        );
        assert!(at.delete("a", None).await.unwrap_err().message.contains("already scheduled"));
        let made = at.try_create("a").await.unwrap_err();
        assert_eq!(
            made.message,
            "You can't create this secret because a secret with this name is already scheduled for \
             deletion."
        );
        let restore = RestoreSecretRequest { secret_id: arn };
        at.cx.call::<RestoreSecret>(restore).await.unwrap();
        at.clock.advance(Duration::from_millis(8 * DAY_MS as u64));
        assert_eq!(at.get("a").await.unwrap(), "1");
        at.delete("a", None).await.unwrap();
        at.clock.advance(Duration::from_millis(29 * DAY_MS as u64));
        assert!(rows(&at).await > 0);
        at.clock.advance(Duration::from_millis(DAY_MS as u64));
        testing::until(async || rows(&at).await == 0).await;
        assert_eq!(at.get("a").await.unwrap_err().code(), "ResourceNotFoundException");
    }

    #[tokio::test]
    async fn what_is_forced_goes_at_once_though_it_is_not_there() {
        let at = setting();
        let first = at.create("a", "1").await;
        at.delete("a", Some(7)).await.unwrap();
        let force = async |recovery_window_in_days| {
            let input = DeleteSecretRequest {
                secret_id: "a".into(),
                recovery_window_in_days,
                force_delete_without_recovery: Some(true),
            };
            at.cx.call::<DeleteSecret>(input).await
        };
        assert!(force(Some(7)).await.unwrap_err().message.contains("in conjunction with"));
        force(None).await.unwrap();
        assert_eq!(rows(&at).await, 0);
        force(None).await.unwrap();
        assert_ne!(at.create("a", "2").await, first);
        for days in [6, 31] {
            let error = at.delete("a", Some(days)).await.unwrap_err();
            assert!(error.message.contains("between 7 and 30 days"));
        }
    }
}
