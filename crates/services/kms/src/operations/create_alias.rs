//! `CreateAlias`.

use crate::names::{self, Named};
use crate::records::alias::{self, ALIASES, Alias};
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::CreateAliasRequest;
use shapes::kms::ops::CreateAlias;
use store::Batch;

impl Handler<CreateAlias> for Kms {
    async fn handle(&self, cx: &Context, input: CreateAliasRequest) -> Result<Unit> {
        names::check_alias(&input.alias_name)?;
        let row = alias::row((&cx.account, &cx.region), &input.alias_name);
        loop {
            let found = self.target(cx, &input.target_key_id, "CreateAlias").await?;
            if ALIASES.get(cx.tables(), &row).await?.is_some() {
                return Err(errors::exists(&cx.arn("kms", &input.alias_name)));
            }
            let now_ms = cx.now().millis();
            let alias = Alias { key: found.key.id.clone(), created_ms: now_ms, updated_ms: now_ms };
            // A key that goes takes its aliases along.
            let batch = found.stands(cx, Batch::new()).absent(ALIASES.table, &row[..]);
            let batch = batch.put(ALIASES.table, &row[..], ALIASES.encode(&alias)?);
            if self.try_commit(batch).await? {
                return Ok(Unit);
            }
        }
    }
}

impl Kms {
    /// The key that an alias is to name.
    ///
    /// # Errors
    /// There is none, it is named by an alias, or it may have no alias.
    pub(super) async fn target(
        &self,
        cx: &Context,
        text: &str,
        operation: &str,
    ) -> Result<crate::keys::Found> {
        if matches!(names::parse(cx, text)?.named, Named::Alias(_)) {
            return Err(errors::invalid("Aliases must refer to keys. Not aliases"));
        }
        let found = self.find(cx, text).await?;
        found.check_own(cx, operation)?;
        found.check_stays()?;
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, setting};
    use shapes::kms::ops::{DeleteAlias, DescribeKey, ListAliases, UpdateAlias};
    use shapes::kms::{
        DeleteAliasRequest, DescribeKeyRequest, ListAliasesRequest, UpdateAliasRequest,
    };

    async fn create(at: &Setting, name: &str, key: &str) -> Result<Unit> {
        let input = CreateAliasRequest { alias_name: name.into(), target_key_id: key.into() };
        at.cx.call::<CreateAlias>(input).await
    }

    async fn update(at: &Setting, name: &str, key: &str) -> Result<Unit> {
        let input = UpdateAliasRequest { alias_name: name.into(), target_key_id: key.into() };
        at.cx.call::<UpdateAlias>(input).await
    }

    async fn named(at: &Setting, name: &str) -> Result<String> {
        let input = DescribeKeyRequest { key_id: name.into(), ..Default::default() };
        Ok(at.cx.call::<DescribeKey>(input).await?.key_metadata.unwrap().key_id)
    }

    #[tokio::test]
    async fn an_alias_names_a_key_and_another_one_and_none() {
        let at = setting();
        let (one, other) = (at.key().await, at.key().await);
        create(&at, "alias/a", &one).await.unwrap();
        assert_eq!(named(&at, "alias/a").await.unwrap(), one);
        let error = create(&at, "alias/a", &other).await.unwrap_err();
        let arn = "arn:aws:kms:us-east-1:000000000000:alias/a";
        assert_eq!(
            error.to_string(),
            format!("AlreadyExistsException: An alias with the name {arn} already exists")
        );
        update(&at, "alias/a", &other).await.unwrap();
        assert_eq!(named(&at, arn).await.unwrap(), other);
        let of = ListAliasesRequest { key_id: Some(other.clone()), ..Default::default() };
        let list = at.cx.call::<ListAliases>(of).await.unwrap().aliases.unwrap();
        assert_eq!(list[0].alias_arn.as_deref(), Some(arn));
        assert_eq!((list.len(), list[0].target_key_id.as_ref()), (1, Some(&other)));
        let delete = async || {
            at.cx.call::<DeleteAlias>(DeleteAliasRequest { alias_name: "alias/a".into() }).await
        };
        delete().await.unwrap();
        let missing = format!("NotFoundException: Alias {arn} is not found.");
        assert_eq!(delete().await.unwrap_err().to_string(), missing);
        assert_eq!(named(&at, "alias/a").await.unwrap_err().to_string(), missing);
        assert_eq!(update(&at, "alias/a", &one).await.unwrap_err().to_string(), missing);
    }

    #[tokio::test]
    async fn what_cannot_be_named_is_refused() {
        let at = setting();
        let id = at.key().await;
        create(&at, "alias/a", &id).await.unwrap();
        let error = create(&at, "alias/b", "alias/a").await.unwrap_err();
        assert_eq!(error.message, "Aliases must refer to keys. Not aliases");
        let code = async |name| create(&at, name, &id).await.unwrap_err().code();
        assert_eq!(code("alias/aws/s3").await, "NotAuthorizedException");
        assert_eq!(code("b").await, "ValidationException");
        let own = named(&at, "alias/aws/s3").await.unwrap();
        let error = create(&at, "alias/b", &own).await.unwrap_err();
        assert_eq!(error.code(), "AccessDeniedException");
        let hmac = at.key_of("HMAC_256", "GENERATE_VERIFY_MAC").await;
        assert_eq!(update(&at, "alias/a", &hmac).await.unwrap_err().code(), "ValidationException");
    }
}
