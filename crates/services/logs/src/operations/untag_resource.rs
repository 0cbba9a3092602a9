//! `UntagResource`.

use crate::Logs;
use crate::tags::group_of;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::logs::UntagResourceRequest;
use shapes::logs::ops::UntagResource;

impl Handler<UntagResource> for Logs {
    async fn handle(&self, cx: &Context, input: UntagResourceRequest) -> Result<Unit> {
        self.untag(cx, group_of(cx, &input.resource_arn)?, &input.tag_keys).await?;
        Ok(Unit)
    }
}
