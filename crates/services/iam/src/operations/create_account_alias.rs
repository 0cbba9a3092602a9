//! `CreateAccountAlias`.

use crate::records::{ALIASES, Alias, by_account, by_name};
use crate::{Iam, errors};
use platform::{Context, Handler, Result, commit_if};
use shapes::Unit;
use shapes::iam::CreateAccountAliasRequest;
use shapes::iam::ops::CreateAccountAlias;
use store::Batch;

impl Handler<CreateAccountAlias> for Iam {
    async fn handle(&self, cx: &Context, input: CreateAccountAliasRequest) -> Result<Unit> {
        let new = Alias { account: cx.account.to_string(), name: input.account_alias };
        let (name, account) = (by_name(&new.name), by_account(&cx.account));
        let table = ALIASES.table;
        loop {
            if let Some(other) = ALIASES.get(cx.tables(), &name).await? {
                return match other.account == new.account {
                    true => Ok(Unit),
                    false => Err(errors::alias_taken(&new.name)),
                };
            }
            let had = ALIASES.get_with_bytes(cx.tables(), &account).await?;
            let batch = Batch::new().absent(table, &name[..]);
            // An account has one alias: the new one comes in the place of the old one.
            let batch = match had {
                Some((old, bytes)) => {
                    batch.equals(table, &account[..], bytes).delete(table, by_name(&old.name))
                }
                None => batch.absent(table, &account[..]),
            };
            let row = ALIASES.encode(&new)?;
            let batch = batch.put(table, &name[..], row.clone()).put(table, &account[..], row);
            if commit_if(cx.tables(), batch).await? {
                return Ok(Unit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::ListAccountAliasesRequest;
    use shapes::iam::ops::ListAccountAliases;

    #[tokio::test]
    async fn an_account_has_one_alias_and_no_two_have_the_same() {
        let (service, cx) = fixture::service().await;
        let mut other = cx.clone();
        other.account = "111111111111".into();
        let create = async |cx: &Context, alias: &str| {
            let input = CreateAccountAliasRequest { account_alias: alias.into() };
            cx.run::<CreateAccountAlias, _>(&*service, input).await
        };
        create(&cx, "one").await.unwrap();
        create(&cx, "one").await.unwrap();
        assert_eq!(create(&other, "one").await.unwrap_err().code(), "EntityAlreadyExists");
        create(&cx, "two").await.unwrap();
        create(&other, "one").await.unwrap();
        let list = ListAccountAliasesRequest::default();
        let listed = cx.run::<ListAccountAliases, _>(&*service, list).await.unwrap();
        assert_eq!(listed.account_aliases, ["two"]);
    }
}
