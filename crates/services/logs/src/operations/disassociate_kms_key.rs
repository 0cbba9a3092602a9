//! `DisassociateKmsKey`.

use crate::Logs;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::logs::DisassociateKmsKeyRequest;
use shapes::logs::ops::DisassociateKmsKey;

impl Handler<DisassociateKmsKey> for Logs {
    async fn handle(&self, cx: &Context, input: DisassociateKmsKeyRequest) -> Result<Unit> {
        let named = (input.log_group_name.as_deref(), input.resource_identifier.as_deref());
        self.set_key(cx, named, None).await?;
        Ok(Unit)
    }
}
