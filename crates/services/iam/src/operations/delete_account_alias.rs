//! `DeleteAccountAlias`.

use crate::records::{ALIASES, by_account, by_name};
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteAccountAliasRequest;
use shapes::iam::ops::DeleteAccountAlias;

impl Handler<DeleteAccountAlias> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteAccountAliasRequest) -> Result<Unit> {
        let (key, name) = (by_account(&cx.account), input.account_alias);
        let gone = ALIASES.change(cx.tables(), &key, |alias, batch| {
            if alias.is_none_or(|alias| alias.name != name) {
                return Err(errors::missing(format_args!("The account alias {name}")));
            }
            let batch = batch.delete(ALIASES.table, &key[..]).delete(ALIASES.table, by_name(&name));
            Ok((batch, Unit))
        });
        gone.await
    }
}
