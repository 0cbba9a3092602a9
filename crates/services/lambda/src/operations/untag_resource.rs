//! `UntagResource`.

use crate::Lambda;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::lambda::UntagResourceRequest;
use shapes::lambda::ops::UntagResource;

impl Handler<UntagResource> for Lambda {
    /// A tag that is not there is as gone as its caller wants it.
    async fn handle(&self, cx: &Context, input: UntagResourceRequest) -> Result<Unit> {
        self.change_tags(cx, (&input.resource, "UntagResource"), |tags| {
            tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
