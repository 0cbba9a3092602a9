//! `DeleteAlias`.

use crate::names;
use crate::records::alias::{self, ALIASES};
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::DeleteAliasRequest;
use shapes::kms::ops::DeleteAlias;

impl Handler<DeleteAlias> for Kms {
    async fn handle(&self, cx: &Context, input: DeleteAliasRequest) -> Result<Unit> {
        names::check_alias(&input.alias_name)?;
        let row = alias::row((&cx.account, &cx.region), &input.alias_name);
        let delete = ALIASES.change(cx.tables(), &row, |found, batch| {
            if found.is_none() {
                return Err(errors::no_alias(cx.arn("kms", &input.alias_name)));
            }
            Ok((batch.delete(ALIASES.table, &row[..]), ()))
        });
        let done = delete.await;
        self.platform.encryption_keys.changed();
        done.map(|()| Unit)
    }
}
