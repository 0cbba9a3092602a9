//! `AssociateKmsKey`.

use crate::Logs;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::logs::AssociateKmsKeyRequest;
use shapes::logs::ops::AssociateKmsKey;

impl Handler<AssociateKmsKey> for Logs {
    async fn handle(&self, cx: &Context, input: AssociateKmsKeyRequest) -> Result<Unit> {
        let named = (input.log_group_name.as_deref(), input.resource_identifier.as_deref());
        self.set_key(cx, named, Some(&input.kms_key_id)).await?;
        Ok(Unit)
    }
}
