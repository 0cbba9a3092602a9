//! `TagLogGroup`.

use crate::Logs;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::logs::TagLogGroupRequest;
use shapes::logs::ops::TagLogGroup;

impl Handler<TagLogGroup> for Logs {
    async fn handle(&self, cx: &Context, input: TagLogGroupRequest) -> Result<Unit> {
        self.tag(cx, &input.log_group_name, &input.tags).await?;
        Ok(Unit)
    }
}
