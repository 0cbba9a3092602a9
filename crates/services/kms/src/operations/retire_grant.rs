//! `RetireGrant`.

use crate::records::grant::{self, GRANTS};
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::RetireGrantRequest;
use shapes::kms::ops::RetireGrant;

impl Handler<RetireGrant> for Kms {
    async fn handle(&self, cx: &Context, input: RetireGrantRequest) -> Result<Unit> {
        let (key, id) = match (input.grant_token, input.key_id, input.grant_id) {
            (Some(token), None, None) => {
                let told = self.check_token(&token).await?;
                (told.arn, told.id)
            }
            (None, Some(key), Some(id)) => (key, id),
            _ => {
                return Err(errors::invalid(
                    "A grant is named by its token, or by the key's ARN and the grant's ID.",
                ));
            }
        };
        self.end(cx, &key, &id, input.dry_run).await
    }
}

impl Kms {
    /// Ends a grant.
    ///
    /// # Errors
    /// There is none.
    pub(super) async fn end(
        &self,
        cx: &Context,
        key: &str,
        id: &str,
        dry_run: Option<bool>,
    ) -> Result<Unit> {
        if id.contains('\0') {
            return Err(errors::bad_grant_id());
        }
        let found = self.find(cx, key).await?;
        let row = grant::row((&found.account, &cx.region), &found.key.id, id);
        let end = GRANTS.change(cx.tables(), &row, |there, batch| {
            if there.is_none() {
                return Err(errors::not_found(format!("Grant ID {id} not found")));
            }
            if dry_run == Some(true) {
                return Err(errors::dry_run());
            }
            Ok((batch.delete(GRANTS.table, &row[..]), ()))
        });
        let done = end.await;
        self.platform.encryption_keys.changed();
        done.map(|()| Unit)
    }
}
