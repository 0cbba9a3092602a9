//! `UpdateAlias`.

use crate::names;
use crate::records::alias::{self, ALIASES, Alias};
use crate::records::key::{self, KEYS};
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::UpdateAliasRequest;
use shapes::kms::ops::UpdateAlias;
use store::Batch;

impl Handler<UpdateAlias> for Kms {
    async fn handle(&self, cx: &Context, input: UpdateAliasRequest) -> Result<Unit> {
        names::check_alias(&input.alias_name)?;
        let place = (&*cx.account, &*cx.region);
        let row = alias::row(place, &input.alias_name);
        loop {
            let old = ALIASES.get_with_bytes(cx.tables(), &row).await?;
            let missing = || errors::no_alias(cx.arn("kms", &input.alias_name));
            let (old, bytes) = old.ok_or_else(missing)?;
            let found = self.target(cx, &input.target_key_id, "UpdateAlias").await?;
            let now = KEYS.get(cx.tables(), &key::row(place, &old.key)).await?;
            if now.is_some_and(|now| now.usage != found.key.usage) {
                return Err(errors::invalid(
                    "The current and the new KMS key must be of the same type and have the same key \
                     usage.",
                ));
            }
            let updated_ms = cx.now().millis();
            let alias = Alias { key: found.key.id.clone(), updated_ms, ..old };
            let batch = found.stands(cx, Batch::new()).equals(ALIASES.table, &row[..], bytes);
            let batch = batch.put(ALIASES.table, &row[..], ALIASES.encode(&alias)?);
            if self.try_commit(batch).await? {
                return Ok(Unit);
            }
        }
    }
}
