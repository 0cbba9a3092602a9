//! `RemoveTagsFromResource`.

use crate::{Ssm, tags};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::RemoveTagsFromResource;
use shapes::ssm::{RemoveTagsFromResourceRequest, RemoveTagsFromResourceResult};

impl Handler<RemoveTagsFromResource> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: RemoveTagsFromResourceRequest,
    ) -> Result<RemoveTagsFromResourceResult> {
        tags::check_kind(&input.resource_type)?;
        let change = self.change(cx, &input.resource_id, |parameter| {
            parameter.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        });
        change.await.map_err(tags::of_resource)?;
        Ok(RemoveTagsFromResourceResult {})
    }
}
