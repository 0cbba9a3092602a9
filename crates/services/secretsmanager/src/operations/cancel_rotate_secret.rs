//! `CancelRotateSecret`.

use crate::SecretsManager;
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::CancelRotateSecret;
use shapes::secretsmanager::{CancelRotateSecretRequest, CancelRotateSecretResponse};
use store::Batch;

/// What a rotation that is under way has made stays, and so does its label. The version of a test goes,
/// as when the test ends by itself.
impl Handler<CancelRotateSecret> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: CancelRotateSecretRequest,
    ) -> Result<CancelRotateSecretResponse> {
        loop {
            let (old, bytes) = self.active(cx, &input.secret_id).await?;
            let mut next = old.clone();
            let batch = next.end_run(cx, Batch::new());
            if let Some(rotation) = &mut next.rotation {
                rotation.enabled = false;
                rotation.next_ms = None;
            }
            if self.commit(cx, (&old, bytes), &next, batch).await? {
                return Ok(CancelRotateSecretResponse {
                    arn: Some(next.arn(cx)),
                    version_id: next.unfinished(),
                    name: Some(next.name),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{ARN, Setting, setting, token};
    use platform::testing;
    use shapes::secretsmanager::ops::{RestoreSecret, RotateSecret};
    use shapes::secretsmanager::{RestoreSecretRequest, RotateSecretRequest};
    use store::{Scan, Table};

    async fn rotate(at: &Setting, number: u32, immediately: bool) -> Result<()> {
        let input = RotateSecretRequest {
            secret_id: "a".into(),
            client_request_token: Some(token(number)),
            rotation_lambda_arn: Some(ARN.to_owned()),
            rotate_immediately: Some(immediately),
            ..Default::default()
        };
        at.cx.call::<RotateSecret>(input).await.map(drop)
    }

    async fn cancel(at: &Setting) -> Option<String> {
        let input = CancelRotateSecretRequest { secret_id: "a".into() };
        at.cx.call::<CancelRotateSecret>(input).await.unwrap().version_id
    }

    async fn values(at: &Setting) -> usize {
        let table = Table("secretsmanager-values");
        at.cx.tables().scan(table, Scan::prefix(b"")).await.unwrap().len()
    }

    #[tokio::test]
    async fn the_version_of_a_test_that_is_cancelled_is_no_rotation_to_be_gone_on_with() {
        let at = setting();
        at.create("a", "0").await;
        // No deadline is kept yet, so the test is still to be made.
        rotate(&at, 7, false).await.unwrap();
        assert_eq!(values(&at).await, 2);
        assert_eq!(cancel(&at).await, None);
        assert_eq!(values(&at).await, 1);
        rotate(&at, 8, false).await.unwrap();
        at.delete("a", Some(7)).await.unwrap();
        assert_eq!(values(&at).await, 1);
        let restore = RestoreSecretRequest { secret_id: "a".into() };
        at.cx.call::<RestoreSecret>(restore).await.unwrap();
        rotate(&at, 9, true).await.unwrap();
        at.service.platform.deadlines.start();
        testing::until(async || at.get("a").await.unwrap() == "1").await;
        assert_eq!(at.function.steps().len(), 4);
    }

    #[tokio::test]
    async fn what_a_rotation_that_is_cancelled_has_made_stays() {
        let at = setting();
        at.create("a", "0").await;
        rotate(&at, 7, true).await.unwrap();
        assert_eq!(cancel(&at).await, Some(token(7)));
        let error = rotate(&at, 8, true).await.unwrap_err();
        assert!(error.message.starts_with("A previous rotation isn't complete."));
    }
}
