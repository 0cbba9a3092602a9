//! `EnableKey`.

use crate::Kms;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::EnableKeyRequest;
use shapes::kms::ops::EnableKey;

impl Handler<EnableKey> for Kms {
    async fn handle(&self, cx: &Context, input: EnableKeyRequest) -> Result<Unit> {
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "EnableKey")?;
            found.check_stays()?;
            key.is_disabled = false;
            Ok(())
        });
        change.await.map(|_| Unit)
    }
}
