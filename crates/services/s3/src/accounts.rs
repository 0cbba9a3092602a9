//! What is set for all buckets of an account.
//!
//! Table `s3.accounts`: account → JSON of [`Account`].

use crate::bucket::Bucket;
use crate::settings::PublicAccess;
use platform::{Records, Result, commit_if};
use serde::{Deserialize, Serialize};
use store::{Batch, Table, Tables};

static ACCOUNTS: Records<Account> = Records::new(Table("s3.accounts"));

/// What is set for an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Account {
    /// Which public access is blocked in all its buckets, besides what each blocks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_access: Option<PublicAccess>,
}

/// What is set for an account.
///
/// # Errors
/// The store's.
pub(crate) async fn find(tables: &dyn Tables, account: &str) -> Result<Account> {
    Ok(ACCOUNTS.get(tables, account.as_bytes()).await?.unwrap_or_default())
}

/// Changes it.
///
/// # Errors
/// The store's.
pub(crate) async fn change(
    tables: &dyn Tables,
    account: &str,
    change: impl Fn(&mut Account),
) -> Result<()> {
    let (table, row) = (ACCOUNTS.table, account.as_bytes());
    loop {
        let found = ACCOUNTS.get_with_bytes(tables, row).await?;
        let (mut set, batch) = match found {
            Some((set, bytes)) => (set, Batch::new().equals(table, row, bytes)),
            None => (Account::default(), Batch::new().absent(table, row)),
        };
        change(&mut set);
        let batch = match set == Account::default() {
            true => batch.delete(table, row),
            false => batch.put(table, row, ACCOUNTS.encode(&set)?),
        };
        if commit_if(tables, batch).await? {
            return Ok(());
        }
    }
}

/// Which public access is blocked in a bucket: by itself, or by its account. It costs a look that is
/// only made where public access is at stake.
///
/// # Errors
/// The store's.
pub(crate) async fn blocked(tables: &dyn Tables, bucket: &Bucket) -> Result<PublicAccess> {
    let own = bucket.settings.blocked();
    if own == PublicAccess::ALL {
        return Ok(own);
    }
    let of_account = find(tables, &bucket.account).await?.public_access;
    Ok(of_account.map_or(own, |it| own.or(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_keeps_its_layout() {
        let json = br#"{"public_access":{"block_acls":true,"ignore_acls":false,"block_policy":true,"restrict":false}}"#;
        let account = ACCOUNTS.decode(b"k", json).unwrap();
        assert!(account.public_access.is_some_and(|it| it.block_acls && !it.restrict));
        assert_eq!(ACCOUNTS.encode(&account).unwrap(), &json[..]);
    }

    #[tokio::test]
    async fn what_an_account_blocks_is_blocked_in_its_buckets() {
        let (_, cx, _) = crate::testing::world().await;
        let mut bucket =
            crate::bucket::find(cx.tables(), "bucket").await.unwrap().unwrap().bucket.clone();
        bucket.settings.public_access = crate::settings::Setting::Removed;
        assert!(!blocked(cx.tables(), &bucket).await.unwrap().restrict);
        let set = |it: &mut Account| it.public_access = Some(PublicAccess::ALL);
        change(cx.tables(), &cx.account, set).await.unwrap();
        assert!(blocked(cx.tables(), &bucket).await.unwrap().restrict);
        change(cx.tables(), &cx.account, |it| it.public_access = None).await.unwrap();
        assert!(!blocked(cx.tables(), &bucket).await.unwrap().restrict);
    }
}
