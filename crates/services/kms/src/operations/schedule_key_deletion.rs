//! `ScheduleKeyDeletion`.

use crate::managed::DAY_MS;
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::kms::ops::ScheduleKeyDeletion;
use shapes::kms::{ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse};

impl Handler<ScheduleKeyDeletion> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: ScheduleKeyDeletionRequest,
    ) -> Result<ScheduleKeyDeletionResponse> {
        let days = input.pending_window_in_days.unwrap_or(30);
        if !(7..=30).contains(&days) {
            let message = "PendingWindowInDays must be between 7 and 30";
            return Err(errors::invalid(message));
        }
        let deletion_ms = cx.now().millis() + i64::from(days) * DAY_MS;
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "ScheduleKeyDeletion")?;
            found.check_stays()?;
            key.deletion_ms = Some(deletion_ms);
            Ok(())
        });
        let (found, ()) = change.await?;
        Ok(ScheduleKeyDeletionResponse {
            key_id: Some(found.arn),
            deletion_date: Some(Timestamp(deletion_ms)),
            key_state: Some("PendingDeletion".to_owned()),
            pending_window_in_days: Some(days),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, setting};
    use platform::testing::until;
    use shapes::kms::ops::{CancelKeyDeletion, CreateAlias, EnableKey, Encrypt, ListAliases};
    use shapes::kms::{CancelKeyDeletionRequest, CreateAliasRequest, EnableKeyRequest};
    use shapes::kms::{EncryptRequest, ListAliasesRequest};
    use std::time::Duration;

    async fn schedule(at: &Setting, id: &str, days: i32) -> Result<ScheduleKeyDeletionResponse> {
        let input = ScheduleKeyDeletionRequest {
            key_id: id.to_owned(),
            pending_window_in_days: Some(days),
        };
        at.cx.call::<ScheduleKeyDeletion>(input).await
    }

    async fn encrypt(at: &Setting, id: &str) -> String {
        let input =
            EncryptRequest { key_id: id.to_owned(), plaintext: "x".into(), ..Default::default() };
        at.cx.call::<Encrypt>(input).await.map_or_else(|it| it.to_string(), |_| String::new())
    }

    #[tokio::test]
    async fn a_key_goes_when_its_days_are_over() {
        let at = setting();
        at.service.platform.deadlines.start();
        let id = at.key().await;
        let alias = CreateAliasRequest { alias_name: "alias/a".into(), target_key_id: id.clone() };
        at.cx.call::<CreateAlias>(alias).await.unwrap();
        for days in [1, 6, 31] {
            let error = schedule(&at, &id, days).await.unwrap_err();
            assert_eq!(error.code(), "ValidationException");
        }
        let answer = schedule(&at, &id, 7).await.unwrap();
        let arn = answer.key_id.unwrap();
        let pending = format!("KMSInvalidStateException: {arn} is pending deletion.");
        assert_eq!(encrypt(&at, &id).await, pending);
        assert_eq!(schedule(&at, &id, 7).await.unwrap_err().to_string(), pending);
        at.clock.advance(Duration::from_secs(7 * 24 * 3600));
        let gone = format!("NotFoundException: Key '{arn}' does not exist");
        until(async || encrypt(&at, &id).await == gone).await;
        let aliases = at.cx.call::<ListAliases>(ListAliasesRequest::default()).await.unwrap();
        assert_eq!(aliases.aliases, Some(Vec::new()));
    }

    #[tokio::test]
    async fn a_key_that_was_to_go_is_kept_and_must_be_enabled() {
        let at = setting();
        let id = at.key().await;
        let cancel = async || {
            at.cx.call::<CancelKeyDeletion>(CancelKeyDeletionRequest { key_id: id.clone() }).await
        };
        let error = cancel().await.unwrap_err();
        assert!(error.message.ends_with("is not pending deletion."), "{error}");
        let arn = schedule(&at, &id, 30).await.unwrap().key_id;
        assert_eq!(cancel().await.unwrap().key_id, arn);
        assert!(encrypt(&at, &id).await.starts_with("DisabledException: "));
        at.cx.call::<EnableKey>(EnableKeyRequest { key_id: id.clone() }).await.unwrap();
        assert_eq!(encrypt(&at, &id).await, "");
    }
}
