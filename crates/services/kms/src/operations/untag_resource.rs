//! `UntagResource`.

use crate::Kms;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::UntagResourceRequest;
use shapes::kms::ops::UntagResource;

impl Handler<UntagResource> for Kms {
    async fn handle(&self, cx: &Context, input: UntagResourceRequest) -> Result<Unit> {
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "UntagResource")?;
            found.check_stays()?;
            key.tags.retain(|name, _| !input.tag_keys.contains(name));
            Ok(())
        });
        change.await.map(|_| Unit)
    }
}
