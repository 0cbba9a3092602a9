//! `UpdateKeyDescription`.

use crate::Kms;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::UpdateKeyDescriptionRequest;
use shapes::kms::ops::UpdateKeyDescription;

impl Handler<UpdateKeyDescription> for Kms {
    async fn handle(&self, cx: &Context, input: UpdateKeyDescriptionRequest) -> Result<Unit> {
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "UpdateKeyDescription")?;
            found.check_stays()?;
            key.description.clone_from(&input.description);
            Ok(())
        });
        change.await.map(|_| Unit)
    }
}
