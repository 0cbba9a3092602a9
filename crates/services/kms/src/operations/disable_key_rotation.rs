//! `DisableKeyRotation`.

use super::enable_key_rotation::check_rotates;
use crate::Kms;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::DisableKeyRotationRequest;
use shapes::kms::ops::DisableKeyRotation;

impl Handler<DisableKeyRotation> for Kms {
    async fn handle(&self, cx: &Context, input: DisableKeyRotationRequest) -> Result<Unit> {
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "DisableKeyRotation")?;
            found.check_enabled()?;
            check_rotates(found)?;
            key.rotation = None;
            Ok(())
        });
        change.await.map(|_| Unit)
    }
}
