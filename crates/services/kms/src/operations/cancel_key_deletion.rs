//! `CancelKeyDeletion`.

use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::kms::ops::CancelKeyDeletion;
use shapes::kms::{CancelKeyDeletionRequest, CancelKeyDeletionResponse};

/// The key must be enabled then, to be used again.
impl Handler<CancelKeyDeletion> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: CancelKeyDeletionRequest,
    ) -> Result<CancelKeyDeletionResponse> {
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "CancelKeyDeletion")?;
            if key.deletion_ms.take().is_none() {
                return Err(errors::state(format!("{} is not pending deletion.", found.arn)));
            }
            key.is_disabled = true;
            Ok(())
        });
        let (found, ()) = change.await?;
        Ok(CancelKeyDeletionResponse { key_id: Some(found.arn) })
    }
}
