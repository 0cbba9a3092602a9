//! `UntagLogGroup`.

use crate::Logs;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::logs::UntagLogGroupRequest;
use shapes::logs::ops::UntagLogGroup;

impl Handler<UntagLogGroup> for Logs {
    async fn handle(&self, cx: &Context, input: UntagLogGroupRequest) -> Result<Unit> {
        self.untag(cx, &input.log_group_name, &input.tags).await?;
        Ok(Unit)
    }
}
