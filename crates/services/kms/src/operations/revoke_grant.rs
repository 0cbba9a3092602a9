//! `RevokeGrant`.

use crate::Kms;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::RevokeGrantRequest;
use shapes::kms::ops::RevokeGrant;

impl Handler<RevokeGrant> for Kms {
    async fn handle(&self, cx: &Context, input: RevokeGrantRequest) -> Result<Unit> {
        self.end(cx, &input.key_id, &input.grant_id, input.dry_run).await
    }
}
