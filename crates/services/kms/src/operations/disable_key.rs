//! `DisableKey`.

use crate::Kms;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::DisableKeyRequest;
use shapes::kms::ops::DisableKey;

impl Handler<DisableKey> for Kms {
    async fn handle(&self, cx: &Context, input: DisableKeyRequest) -> Result<Unit> {
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "DisableKey")?;
            found.check_stays()?;
            key.is_disabled = true;
            Ok(())
        });
        change.await.map(|_| Unit)
    }
}
