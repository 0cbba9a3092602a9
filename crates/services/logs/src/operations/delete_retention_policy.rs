//! `DeleteRetentionPolicy`.

use crate::Logs;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::logs::DeleteRetentionPolicyRequest;
use shapes::logs::ops::DeleteRetentionPolicy;

impl Handler<DeleteRetentionPolicy> for Logs {
    async fn handle(&self, cx: &Context, input: DeleteRetentionPolicyRequest) -> Result<Unit> {
        self.set_retention(cx, &input.log_group_name, None).await?;
        Ok(Unit)
    }
}
